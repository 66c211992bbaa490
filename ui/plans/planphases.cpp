// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planphases.h"

#include "ui/patients/datetext.h"
#include "ui/plans/planwords.h"
#include "ui/theme/deskstyle.h"
#include "ui/theme/theme.h"
#include "ui/toothchart/facttable.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

//! One phase: its head and its items.
class PlanPhaseBox : public QWidget
{
    Q_OBJECT

public:
    PlanPhaseBox()
        : m_title(new QLabel), m_standing(new Chips), m_about(new QLabel),
          m_book(new QPushButton(tr("Book intervention…"))), m_table(new FactTable(QString()))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 8, 12, 10);
        layout->setSpacing(4);
        auto *head = new QHBoxLayout;
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        m_title->setFont(bold);
        m_title->setTextFormat(Qt::PlainText);
        // What has no room goes into the next line: the table below must not be pushed out.
        auto *words = new QWidget;
        auto *row = new FlowRow(words);
        row->addWidget(m_title);
        m_standing->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(m_standing);
        m_about->setTextFormat(Qt::PlainText);
        m_about->setForegroundRole(QPalette::PlaceholderText);
        row->addWidget(m_about);
        head->addWidget(words, 1);
        m_book->setObjectName(u"bookPhase"_s);
        m_book->setAutoDefault(false);
        setPrimary(m_book);
        head->addWidget(m_book, 0, Qt::AlignTop);
        layout->addLayout(head);
        m_table->setObjectName(u"planItems"_s);
        m_table->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(m_table);
        connect(m_book, &QPushButton::clicked, this, [this] { Q_EMIT bookRequested(m_phase); });
    }

    void setPhase(const PlanVersion &version, const PlanPhase &phase, int number,
                  const QString &surgeon, teeth::Notation notation, bool mayBook)
    {
        m_phase = phase.id;
        const QString title = planwords::phaseTitle(phase, number);
        m_title->setText(title);
        m_table->setAccessibleName(title);
        const planwords::Standing standing = planwords::phase(version, phase);
        m_standing->setTexts(standing.text.isEmpty() ? QStringList() : QStringList{standing.text},
                             standing.tone);
        QStringList about;
        if (phase.plannedDate.isValid())
            about.append(dateText(phase.plannedDate));
        if (phase.minutes > 0)
            about.append(wording::minutes(phase.minutes));
        if (!surgeon.isEmpty())
            about.append(surgeon);
        m_about->setText(about.join(u" · "_s));
        const QList<PlanItem> left = version.toBook();
        const bool any = std::any_of(left.cbegin(), left.cend(), [&phase](const PlanItem &item) {
            return std::any_of(phase.items.cbegin(), phase.items.cend(),
                               [&item](const PlanItem &own) { return own.id == item.id; });
        });
        m_book->setVisible(any);
        m_book->setEnabled(mayBook);
        m_book->setAccessibleName(tr("Book an intervention for %1").arg(title));
        QList<QStringList> rows;
        for (const PlanItem &item : phase.items)
            rows.append({planwords::teeth(item, notation), item.label, planwords::surfaces(item),
                         visitwords::quantity(item.quantity), wording::amount(item.unitPrice),
                         wording::amount(item.amount()), planwords::itemState(version, item)});
        m_table->setFacts({{tr("Tooth", "column")},
                           {tr("Treatment", "column"), Qt::AlignLeft, true},
                           {tr("Surface", "column")},
                           {tr("Qty", "column"), Qt::AlignRight},
                           {tr("Price", "column"), Qt::AlignRight},
                           {tr("Amount", "column"), Qt::AlignRight},
                           {tr("State", "column")}},
                          rows);
    }

    FactTable *table() const { return m_table; }

Q_SIGNALS:
    void bookRequested(const QString &phase);

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(palette()).frame);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    }

private:
    QString m_phase;
    QLabel *m_title;
    Chips *m_standing;
    QLabel *m_about;
    QPushButton *m_book;
    FactTable *m_table;
};

PlanPhases::PlanPhases(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->addStretch(1);
}

void PlanPhases::setVersion(const PlanVersion &version, const QString &surgeon,
                            teeth::Notation notation, bool mayBook)
{
    const QList<PlanPhase> &phases = version.content.phases;
    // Boxes stay where they are, so that whoever stands in one keeps the keys.
    while (m_boxes.size() > phases.size())
        delete m_boxes.takeLast();
    while (m_boxes.size() < phases.size()) {
        auto *box = new PlanPhaseBox;
        connect(box, &PlanPhaseBox::bookRequested, this, &PlanPhases::bookRequested);
        m_layout->insertWidget(int(m_boxes.size()), box);
        m_boxes.append(box);
    }
    for (qsizetype i = 0; i < phases.size(); ++i)
        m_boxes.at(i)->setPhase(version, phases.at(i), int(i) + 1, surgeon, notation, mayBook);
    FactTable::align(tables());
}

void PlanPhases::clear()
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
}

QList<FactTable *> PlanPhases::tables() const
{
    QList<FactTable *> tables;
    for (const PlanPhaseBox *box : m_boxes)
        tables.append(box->table());
    return tables;
}

#include "moc_planphases.cpp"
#include "planphases.moc"
