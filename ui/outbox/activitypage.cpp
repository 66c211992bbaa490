// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/activitypage.h"

#include "app/session/session.h"
#include "app/store/outboxstore.h"
#include "ui/errortext.h"
#include "ui/outbox/discarddialog.h"
#include "ui/outbox/openitemboard.h"
#include "ui/outbox/systemboard.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

constexpr int sentRowsShown = 200;

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    label->setFont(font);
    return label;
}

} // namespace

ActivityPage::ActivityPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk),
      m_model(new OutboxModel(QTimeZone(desk.settings.timeZone), desk.clock, this)),
      m_filter(new OutboxFilter(this)), m_board(new SystemBoard(desk.settings, desk.clock)),
      m_openItems(new OpenItemBoard(desk)), m_states(new QComboBox), m_table(new QTableView),
      m_empty(new QLabel(tr("Nothing waits. Whatever is booked, moved or invoiced at this desk "
                            "appears here until every system has it."))),
      m_retry(new QPushButton(themedIcon(u"retry"_s), tr("&Try again"))),
      m_discard(new QPushButton(themedIcon(u"discard"_s), tr("&Discard…")))
{
    m_filter->setSourceModel(m_model);
    m_filter->setDynamicSortFilter(true);
    m_filter->sort(0);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("What is sent"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.8));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(OutboxModel::StateColumn, unit * 20);
    m_table->setColumnWidth(OutboxModel::WhatColumn, unit * 34);
    m_table->setColumnWidth(OutboxModel::SystemColumn, unit * 16);
    m_table->setColumnWidth(OutboxModel::SinceColumn, unit * 18);

    m_states->setAccessibleName(tr("Which ones"));
    m_states->addItem(tr("All"));
    m_states->addItem(tr("Needs attention"));
    m_states->addItem(tr("Waiting"));
    m_states->addItem(tr("Sent"));
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(24, 24, 24, 24);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_states);
    bar->addStretch(1);
    bar->addWidget(m_retry);
    bar->addWidget(m_discard);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(10);
    layout->addWidget(heading(tr("Systems")));
    layout->addWidget(m_board);
    layout->addSpacing(8);
    layout->addWidget(m_openItems);
    layout->addWidget(heading(tr("What is sent")));
    layout->addLayout(bar);
    layout->addLayout(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(50);
    connect(&m_reloadSoon, &QTimer::timeout, this, &ActivityPage::read);
    connect(m_states, &QComboBox::currentIndexChanged, this, [this](int index) {
        using State = OutboxRow::State;
        const QList<QList<State>> states{
            {}, {State::Failed}, {State::Waiting, State::Sending}, {State::Done}};
        m_filter->setStates(states.value(index));
        m_stack->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_table)
                                                           : m_empty);
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPage::updateButtons);
    connect(m_retry, &QPushButton::clicked, this, &ActivityPage::retry);
    connect(m_discard, &QPushButton::clicked, this, &ActivityPage::discard);
    connect(m_board, &SystemBoard::tryAgain, m_desk.outbox, &Outbox::resumeService);
    connect(m_desk.outboxStore, &OutboxStore::rowsAdded, this, &ActivityPage::reload);
    connect(m_desk.outboxStore, &OutboxStore::rowChanged, this, &ActivityPage::reload);
    connect(m_desk.outbox, &Outbox::rowFinished, this, &ActivityPage::reload);
    connect(m_desk.outbox, &Outbox::stateChanged, this, &ActivityPage::updateBoard);
    connect(m_openItems, &OpenItemBoard::said, this, &ActivityPage::said);
    connect(m_openItems, &OpenItemBoard::signInNeeded, this, &ActivityPage::signInNeeded);
    startTimer(1000);
    updateBoard();
    updateButtons();
}

void ActivityPage::focusInEvent(QFocusEvent *)
{
    // Not a focus proxy: Tab would pass by what stands above the table.
    m_table->setFocus();
}

void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
    m_openItems->reload();
}

void ActivityPage::timerEvent(QTimerEvent *)
{
    // "retry in 8 s" counts down.
    if (isVisible())
        updateBoard();
}

void ActivityPage::setCalls(const QHash<Service, int> &calls)
{
    m_calls = calls;
    updateBoard();
}

void ActivityPage::updateRights()
{
    m_openItems->updateRights();
    updateButtons();
}

void ActivityPage::updateBoard()
{
    for (const Service service : SystemBoard::systems(m_desk.settings))
        m_board->show(service, m_desk.outbox->state(service), m_calls.value(service),
                      service == Service::Zoho ? m_desk.settings.zoho.callsPerDay : 0);
}

void ActivityPage::reload()
{
    if (isVisible())
        m_reloadSoon.start();
}

void ActivityPage::read()
{
    QCoro::connect(m_desk.outboxStore->list(sentRowsShown), this,
                   [this](const Result<QList<OutboxRow>> &rows) {
                       if (!rows) {
                           Q_EMIT said({Message::Level::Danger,
                                        errorText(rows.error()),
                                        errorAdvice(rows.error()),
                                        {},
                                        {}});
                           return;
                       }
                       m_model->setRows(*rows);
                       m_stack->setCurrentWidget(
                           m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
                       updateButtons();
                   });
}

QList<OutboxRow> ActivityPage::chosen() const
{
    QList<OutboxRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.data(OutboxModel::RowRole).value<OutboxRow>());
    return rows;
}

void ActivityPage::updateButtons()
{
    const QList<OutboxRow> rows = chosen();
    const auto open = [](const OutboxRow &row) {
        return row.state == OutboxRow::State::Waiting || row.state == OutboxRow::State::Failed;
    };
    const bool allOpen = !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), open);
    m_retry->setEnabled(allOpen && m_desk.session->require(Permission::RetryOutbox).has_value());
    const Result<void> may = m_desk.session->require(Permission::DiscardOutbox);
    m_discard->setEnabled(allOpen && rows.size() == 1 && may.has_value());
    m_discard->setToolTip(may ? QString() : errorText(may.error()));
}

void ActivityPage::retry()
{
    for (const OutboxRow &row : chosen()) {
        QCoro::connect(m_desk.outboxStore->retry(row.id, m_desk.session->currentId()), this,
                       [this](const Result<void> &result) {
                           if (!result)
                               Q_EMIT said({Message::Level::Warning,
                                            errorText(result.error()),
                                            errorAdvice(result.error()),
                                            {},
                                            {}});
                           reload();
                       });
    }
}

void ActivityPage::discard()
{
    const QList<OutboxRow> rows = chosen();
    if (rows.size() != 1)
        return;
    const qint64 id = rows.first().id;
    auto *dialog = new DiscardDialog(rows.first(), m_model->dependents(id), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id, dialog] {
        const StaffId by = m_desk.session->currentId();
        QCoro::connect(m_desk.outboxStore->discard(id, dialog->reason(), by), this,
                       [this](const Result<QList<qint64>> &gone) {
                           if (gone)
                               Q_EMIT said({Message::Level::Info,
                                            tr("%n row(s) discarded.", nullptr, int(gone->size())),
                                            tr("The audit keeps the reason."),
                                            {},
                                            {}});
                           else
                               Q_EMIT said({Message::Level::Warning,
                                            errorText(gone.error()),
                                            errorAdvice(gone.error()),
                                            {},
                                            {}});
                           reload();
                       });
    });
    dialog->open();
}

#include "moc_activitypage.cpp"
