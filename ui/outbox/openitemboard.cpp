// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/openitemboard.h"

#include "app/session/session.h"
#include "app/store/visitstore.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/visit/openacts.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 6;

} // namespace

OpenItemBoard::OpenItemBoard(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_acts(new OpenActs(desk, this)),
      m_model(new QStandardItemModel(0, 3, this)), m_table(new QTableView),
      m_bill(new QPushButton(tr("&Bill"))), m_choose(new QPushButton(tr("C&hoose a product…"))),
      m_ignore(new QPushButton(tr("&Ignore…")))
{
    auto *title = new QLabel(tr("Acts on no invoice"));
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    title->setFont(font);
    m_model->setHorizontalHeaderLabels({tr("Patient"), tr("Act"), tr("How it came")});
    m_table->setObjectName(u"openItemTable"_s);
    m_table->setModel(m_model);
    m_table->setAccessibleName(title->text());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.8));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(0, unit * 34);
    m_table->setColumnWidth(1, unit * 54);
    m_bill->setObjectName(u"billChosen"_s);
    m_choose->setObjectName(u"chooseForChosen"_s);
    m_ignore->setObjectName(u"ignoreChosen"_s);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(title);
    bar->addStretch(1);
    for (QPushButton *button : {m_bill, m_choose, m_ignore})
        bar->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    hide();

    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &OpenItemBoard::read);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OpenItemBoard::updateButtons);
    connect(m_bill, &QPushButton::clicked, this, [this] {
        eachVisit([this](const VisitId &visit, const QList<OpenItem> &items) {
            m_acts->bill(visit, items);
        });
    });
    connect(m_ignore, &QPushButton::clicked, this, [this] {
        eachVisit([this](const VisitId &visit, const QList<OpenItem> &items) {
            m_acts->ignore(visit, items);
        });
    });
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QList<OpenItemOfVisit> rows = chosen();
        if (rows.size() == 1)
            m_acts->choose(rows.first().visit, rows.first().item);
    });
    connect(m_acts, &OpenActs::said, this, &OpenItemBoard::said);
    connect(m_acts, &OpenActs::signInNeeded, this, &OpenItemBoard::signInNeeded);
    connect(m_acts, &OpenActs::done, this, &OpenItemBoard::reload);
    connect(m_desk.visits, &VisitStore::changed, this, &OpenItemBoard::reload);
    connect(m_desk.visits, &VisitStore::daysChanged, this, &OpenItemBoard::reload);
    updateButtons();
}

void OpenItemBoard::reload()
{
    // The page asks again when it is shown.
    if (!parentWidget() || parentWidget()->isVisible())
        m_soon.start();
}

void OpenItemBoard::read()
{
    QCoro::connect(m_desk.visits->openItems(), this,
                   [this](const Result<QList<OpenItemOfVisit>> &items) {
                       if (items)
                           setItems(*items);
                       else
                           Q_EMIT said({Message::Level::Warning,
                                        errorText(items.error()),
                                        errorAdvice(items.error()),
                                        {},
                                        {}});
                   });
}

void OpenItemBoard::setItems(const QList<OpenItemOfVisit> &items)
{
    if (items == m_items)
        return;
    // What a person has chosen stays chosen, whatever else comes or goes.
    const QList<OpenItemOfVisit> chosenBefore = chosen();
    const auto wasChosen = [&chosenBefore](const OpenItemOfVisit &row) {
        return std::any_of(
            chosenBefore.begin(), chosenBefore.end(), [&row](const OpenItemOfVisit &each) {
                return each.visit == row.visit && each.item.itemId == row.item.itemId;
            });
    };
    m_items = items;
    const QTimeZone zone(m_desk.settings.timeZone);
    const QDate today = m_desk.clock().toTimeZone(zone).date();
    m_model->removeRows(0, m_model->rowCount());
    for (const OpenItemOfVisit &row : items) {
        const QString who =
            tr("%1, %2", "patient, date")
                .arg(row.patientName, dateText(row.visitStart.toTimeZone(zone).date()));
        const QString how = OpenActs::how(row.item, zone, today);
        const bool unknown = row.item.isUnbilled() && !row.item.isBillable();
        auto *came = new QStandardItem(
            unknown ? tr("Not in the catalogue. %1", "how it came").arg(how) : how);
        came->setToolTip(came->text());
        m_model->appendRow(
            {new QStandardItem(who), new QStandardItem(OpenActs::what(row.item)), came});
    }
    for (int i = 0; i < int(items.size()); ++i) {
        if (wasChosen(items.at(i)))
            m_table->selectionModel()->select(
                m_model->index(i, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const int rows = int(qMin<qsizetype>(mostRows, items.size()));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize()
                            + 2 * m_table->frameWidth() + 2);
    setVisible(!items.isEmpty());
    updateButtons();
}

QList<OpenItemOfVisit> OpenItemBoard::chosen() const
{
    QList<OpenItemOfVisit> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(m_items.value(index.row()));
    return rows;
}

void OpenItemBoard::updateButtons()
{
    const QList<OpenItemOfVisit> rows = chosen();
    const bool may = !m_acts->isForbidden() && !rows.isEmpty();
    const auto billable = [](const OpenItemOfVisit &row) {
        return row.item.isBillable() && row.state != VisitState::AwaitingInvoice;
    };
    m_bill->setEnabled(may && std::all_of(rows.begin(), rows.end(), billable));
    m_ignore->setEnabled(may);
    m_choose->setEnabled(may && rows.size() == 1 && rows.first().item.isUnbilled());
}

void OpenItemBoard::eachVisit(
    const std::function<void(const VisitId &, const QList<OpenItem> &)> &act)
{
    const QList<OpenItemOfVisit> rows = chosen();
    QList<VisitId> visits;
    for (const OpenItemOfVisit &row : rows) {
        if (!visits.contains(row.visit))
            visits.append(row.visit);
    }
    for (const VisitId &visit : std::as_const(visits)) {
        QList<OpenItem> items;
        for (const OpenItemOfVisit &row : m_items) {
            if (row.visit == visit && rows.contains(row))
                items.append(row.item);
        }
        act(visit, items);
    }
}

#include "moc_openitemboard.cpp"
