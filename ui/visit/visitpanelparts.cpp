// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What VisitPanel is made of, from top to bottom.
#include "app/workflow/scanworkflow.h"
#include "ui/scans/scanacts.h"
#include "ui/theme/deskstyle.h"
#include "ui/theme/theme.h"
#include "ui/visit/chips.h"
#include "ui/visit/linestable.h"
#include "ui/visit/miniprofile.h"
#include "ui/visit/notice.h"
#include "ui/visit/openacts.h"
#include "ui/visit/openitemlist.h"
#include "ui/visit/recordlist.h"
#include "ui/visit/stageline.h"
#include "ui/visit/visitpanel.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

//! A thin line with air around it.
class Rule : public QWidget
{
public:
    Rule() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    QSize sizeHint() const override { return {1, fontMetrics().height() / 2}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(palette()).frame);
        painter.drawLine(0, height() / 2, width(), height() / 2);
    }
};

//! A name to press: it stands in line with what is below it, and a line under it says that it has
//! the keys.
class NameButton : public QToolButton
{
public:
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 1, QToolButton::sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const bool marked = hasFocus() || underMouse();
        QPainter painter(this);
        painter.setPen(palette().color(marked ? QPalette::Link : QPalette::WindowText));
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
        if (!marked)
            return;
        const int y = (height() + fontMetrics().height()) / 2;
        const int thick = hasFocus() ? 2 : 1;
        painter.fillRect(0, y - 1, fontMetrics().horizontalAdvance(shown), thick,
                         painter.pen().color());
    }
};

QFont weighted(const QFont &font, qreal factor, QFont::Weight weight)
{
    QFont result = font;
    result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(weight);
    return result;
}

} // namespace

QLabel *VisitPanel::addLabel(QLayout *layout, const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
    return label;
}

void VisitPanel::build()
{
    auto *outer = new QWidget;
    auto *stack = new QVBoxLayout(outer);
    const int margin = fontMetrics().averageCharWidth() * 2;
    stack->setContentsMargins(margin, margin, margin, margin);
    m_empty->setText(tr("Choose an appointment to see its patient, its order and what comes next.\n"
                        "Ctrl+N books a walk-in."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    // It has the whole panel: no need to ask how high it would be at each width.
    m_empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    stack->addWidget(m_empty, 1);
    stack->addWidget(m_content);
    stack->addStretch(0);
    setWidget(outer);
}

void VisitPanel::fill()
{
    if (m_content->layout())
        return;
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 3);
    addHead(layout);
    addNotices(layout);
    layout->addWidget(new Rule);
    addOrder(layout);
    addActs(layout);
    if (m_desk.charts)
        addProfile(layout);
    layout->addWidget(new Rule);
    m_recordsTitle = addLabel(layout, u"recordsTitle"_s);
    m_recordsTitle->setText(tr("Linked records"));
    m_recordsTitle->setFont(weighted(font(), 1, QFont::DemiBold));
    m_records = new RecordList;
    layout->addWidget(m_records);
    layout->addStretch(1);
    updateColours();
}

void VisitPanel::addHead(QVBoxLayout *layout)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->setContentsMargins(0, 0, 0, 0);
    m_name = new NameButton;
    m_name->setObjectName(u"patientName"_s);
    m_name->setFocusPolicy(Qt::StrongFocus);
    m_name->setFont(weighted(font(), 1.08, QFont::DemiBold));
    connect(m_name, &QToolButton::clicked, this, [this] {
        if (m_detail && m_detail->entry.appointment.patient.isEmpty())
            pressMatch();
        else if (m_detail)
            Q_EMIT patientRequested(m_detail->patient.id);
    });
    line->addWidget(m_name);
    m_person = addLabel(line, u"person"_s);
    m_person->setWordWrap(false);
    line->addStretch(1);
    layout->addLayout(line);
    m_contact = addLabel(layout, u"contact"_s);
    m_alerts = new Chips;
    m_alerts->setObjectName(u"alerts"_s);
    layout->addWidget(m_alerts);
    m_when = addLabel(layout, u"when"_s);
    m_note = addLabel(layout, u"note"_s);
    m_stages = new StageLine(m_zone);
    layout->addWidget(m_stages);
}

void VisitPanel::addNotices(QVBoxLayout *layout)
{
    m_decide = new Notice;
    m_decide->setObjectName(u"toDecide"_s);
    connect(m_decide->addButton(tr("Keep ours"), u"keepOurs"_s), &QPushButton::clicked, this,
            [this] { decide(false); });
    connect(m_decide->addButton(tr("Take theirs"), u"takeTheirs"_s), &QPushButton::clicked, this,
            [this] { decide(true); });
    m_attention = new Notice;
    m_attention->setObjectName(u"attention"_s);
    m_stranger = new Notice;
    m_stranger->setObjectName(u"stranger"_s);
    connect(m_stranger->addButton(tr("Match &patient…"), u"matchPatient"_s), &QPushButton::clicked,
            this, &VisitPanel::pressMatch);
    m_noOrder = new Notice;
    m_noOrder->setObjectName(u"noOrder"_s);
    for (Notice *notice : {m_decide, m_attention, m_stranger, m_noOrder})
        layout->addWidget(notice);
}

void VisitPanel::addOrder(QVBoxLayout *layout)
{
    m_order = new QWidget;
    auto *order = new QVBoxLayout(m_order);
    order->setContentsMargins(0, 0, 0, 0);
    order->setSpacing(4);
    auto *title = new QHBoxLayout;
    m_orderNumber = addLabel(title, u"orderNumber"_s);
    m_orderNumber->setWordWrap(false);
    m_orderNumber->setFont(weighted(font(), 1, QFont::DemiBold));
    title->addStretch(1);
    m_fresh = addLabel(title, u"freshness"_s);
    m_fresh->setWordWrap(false);
    order->addLayout(title);
    m_lines = new LinesModel(true, this);
    m_table = new LinesTable(m_lines, false);
    m_table->setObjectName(u"orderLines"_s);
    order->addWidget(m_table);
    auto *sum = new QHBoxLayout;
    m_totalWord = addLabel(sum, u"totalWord"_s);
    m_totalWord->setFont(weighted(font(), 1, QFont::DemiBold));
    m_total = addLabel(sum, u"total"_s);
    m_total->setWordWrap(false);
    m_total->setFont(weighted(font(), 1, QFont::DemiBold));
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    sum->setContentsMargins(4, 2, 4, 2);
    order->addLayout(sum);
    layout->addWidget(m_order);
    m_invoice = new Notice;
    m_invoice->setObjectName(u"invoice"_s);
    m_open = m_invoice->addButton(tr("Open in QuickBooks"), u"openInvoice"_s);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_detail)
            QDesktopServices::openUrl(visitwords::invoiceUrl(*m_detail, m_desk.settings));
    });
    layout->addWidget(m_invoice);
    m_openActs = new OpenActs(m_desk, this);
    connect(m_openActs, &OpenActs::said, this, &VisitPanel::said);
    connect(m_openActs, &OpenActs::signInNeeded, this, &VisitPanel::signInNeeded);
    connect(m_openActs, &OpenActs::done, this, [this] { m_readSoon.start(); });
    m_openItems = new OpenItemList(m_openActs, m_zone);
    layout->addWidget(m_openItems);
}

void VisitPanel::addActs(QVBoxLayout *layout)
{
    m_next = new QPushButton;
    m_next->setObjectName(u"nextStep"_s);
    setPrimary(m_next);
    m_next->setFont(weighted(font(), 1.05, QFont::DemiBold));
    m_next->setMinimumHeight(fontMetrics().height() * 5 / 2);
    m_next->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_next, &QPushButton::clicked, this, &VisitPanel::pressNext);
    layout->addWidget(m_next);
    m_secondaryGrid = new QGridLayout;
    m_secondaryGrid->setSpacing(6);
    for (const auto act : {VisitActions::Undo, VisitActions::Move, VisitActions::NoShow,
                           VisitActions::Cancel, VisitActions::Unmatch}) {
        QAction *action = m_actions->action(act);
        auto *button = new QPushButton(action->text());
        button->setObjectName(u"act"_s + enumName(act));
        button->setProperty("act", int(act));
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, [this, act, id = &m_id] {
            const VisitId wanted = *id;
            const auto go = [this, act, wanted] {
                if (wanted == m_id)
                    Q_EMIT requested(act);
            };
            if (m_actions->action(act)->isEnabled())
                go();
            else
                Q_EMIT signInNeeded(go);
        });
        m_secondary.append(button);
        m_secondaryGrid->addWidget(button, int(m_secondary.size() - 1) / 2,
                                   int(m_secondary.size() - 1) % 2);
    }
    layout->addLayout(m_secondaryGrid);
    if (!m_desk.scans || m_desk.scans->sites().isEmpty())
        return;
    m_scanActs = new ScanActs(m_desk);
    connect(m_scanActs, &ScanActs::scansRequested, this, &VisitPanel::scansRequested);
    connect(m_scanActs, &ScanActs::signInNeeded, this, &VisitPanel::signInNeeded);
    connect(m_scanActs, &ScanActs::said, this, &VisitPanel::said);
    layout->addWidget(m_scanActs);
}

void VisitPanel::addProfile(QVBoxLayout *layout)
{
    layout->addWidget(new Rule);
    m_profileTitle = addLabel(layout, u"profileTitle"_s);
    m_profileTitle->setText(tr("Dental profile"));
    m_profileTitle->setFont(weighted(font(), 1, QFont::DemiBold));
    m_profile = new MiniProfile;
    m_profile->setObjectName(u"miniProfile"_s);
    connect(m_profile, &MiniProfile::clicked, this, [this] {
        if (m_detail)
            Q_EMIT chartRequested(m_detail->entry.appointment.patient, m_id);
    });
    layout->addWidget(m_profile);
}

void VisitPanel::updateColours()
{
    if (!m_fresh)
        return;
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).muted);
    for (QLabel *label : {m_fresh, m_contact, m_person, m_note})
        label->setPalette(quiet);
}
