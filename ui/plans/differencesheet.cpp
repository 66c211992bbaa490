// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/differencesheet.h"

#include "ui/plans/planwords.h"
#include "ui/toothchart/facttable.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 14;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DifferenceSheet)
};

QString kind(PlanDifference::Kind kind)
{
    switch (kind) {
    case PlanDifference::Kind::Added:
        return Words::tr("Added", "item");
    case PlanDifference::Kind::Removed:
        return Words::tr("Taken off", "item");
    case PlanDifference::Kind::Changed:
        break;
    }
    return Words::tr("Changed", "item");
}

//! Only what differs from the other one, or all of it where there is no other.
QString facts(const PlanItem &item, const PlanItem *other, teeth::Notation notation)
{
    QStringList parts;
    const auto add = [&parts](bool differs, const QString &text) {
        if (differs && !text.isEmpty())
            parts.append(text);
    };
    add(other && item.label != other->label, item.label);
    add(other && item.teeth != other->teeth, planwords::teeth(item, notation));
    add(other && item.surfaces != other->surfaces, planwords::surfaces(item));
    add(!other || item.quantity != other->quantity || item.unitPrice != other->unitPrice,
        item.quantity == 1000
            ? wording::amount(item.unitPrice)
            : Words::tr("%1 × %2", "quantity, price")
                  .arg(visitwords::quantity(item.quantity), wording::amount(item.unitPrice)));
    add(item.discountPercent != (other ? other->discountPercent : 0),
        Words::tr("discount %1 %").arg(visitwords::quantity(item.discountPercent)));
    add(item.state == plans::ItemState::Cancelled, Words::tr("cancelled", "item"));
    add(other && item.state != other->state && item.state != plans::ItemState::Cancelled,
        Words::tr("planned", "item"));
    if (parts.isEmpty())
        parts.append(item.product.value == (other ? other->product.value : QString())
                         ? wording::amount(item.amount())
                         : Words::tr("another product"));
    return parts.join(u" · "_s);
}

} // namespace

DifferenceSheet::DifferenceSheet(const PlanRecord &record, teeth::Notation notation,
                                 const Currency &currency, bool may, QWidget *parent)
    : PlanDialog(tr("What changed in the plan"), QString(), parent)
{
    const PlanVersion &version = record.latest();
    setAbout(tr("%1. What was signed or decided stays as it is; a new version carries the changes "
                "and has a quote of its own.",
                "plan's title")
                 .arg(planwords::title(record, version)));
    QList<QStringList> rows;
    for (const PlanDifference &each : planDifferences(version.content, record.current)) {
        const bool hasBefore = each.kind != PlanDifference::Kind::Added;
        const bool hasAfter = each.kind != PlanDifference::Kind::Removed;
        const PlanItem &shown = hasAfter ? each.after : each.before;
        rows.append({kind(each.kind), planwords::teeth(shown, notation), shown.label,
                     hasBefore ? facts(each.before, hasAfter ? &each.after : nullptr, notation)
                               : QString(u"—"_s),
                     hasAfter ? facts(each.after, hasBefore ? &each.before : nullptr, notation)
                              : QString(u"—"_s)});
    }
    auto *table = new FactTable(tr("Differences"));
    table->setObjectName(u"differences"_s);
    table->setFocusPolicy(Qt::StrongFocus);
    table->setMostRows(mostRows);
    table->setFacts({{{}},
                     {tr("Tooth", "column")},
                     {tr("Treatment", "column"), Qt::AlignLeft, true},
                     {tr("Version %1", "column").arg(version.number), Qt::AlignRight},
                     {tr("Now", "column"), Qt::AlignRight}},
                    rows);
    body()->addWidget(table);
    auto *total = new QLabel(tr("Total: %1, now %2")
                                 .arg(wording::money(version.content.total(currency)),
                                      wording::money(record.current.total(currency))));
    total->setObjectName(u"total"_s);
    total->setAlignment(Qt::AlignRight);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    total->setFont(bold);
    body()->addWidget(total);
    setGo(tr("Make version %1").arg(version.number + 1), may && !rows.isEmpty());
    setMinimumWidth(fontMetrics().averageCharWidth() * 112);
    table->setFocus();
}

void DifferenceSheet::go()
{
    Q_EMIT versionWanted();
}

#include "moc_differencesheet.cpp"
