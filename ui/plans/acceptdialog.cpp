// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/acceptdialog.h"

#include "ui/plans/planwords.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AcceptDialog::AcceptDialog(const PlanRecord &record, How how, teeth::Notation notation,
                           const Currency &currency, QWidget *parent)
    : PlanDialog(how == How::Whole ? tr("Accept the plan") : tr("Accept a part of the plan"),
                 QString(), parent),
      m_currency(currency), m_tree(new PlanItemTree), m_total(new QLabel)
{
    const PlanVersion &version = record.latest();
    setAbout(tr("%1. What is accepted can be booked; its quote in the CRM is marked as accepted. "
                "The plan is frozen as it stands here.",
                "plan's title")
                 .arg(planwords::title(record, version)));
    QStringList offered;
    for (const PlanItem &item : version.content.items()) {
        if (item.state != plans::ItemState::Cancelled)
            offered.append(item.id);
    }
    body()->addWidget(m_tree, 1);
    m_total->setAlignment(Qt::AlignRight);
    m_total->setObjectName(u"total"_s);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    m_total->setFont(bold);
    body()->addWidget(m_total);
    connect(m_tree, &PlanItemTree::checkedChanged, this, &AcceptDialog::showTotal);
    m_tree->setItems(version.content.phases, offered, notation);
    if (how == How::Whole)
        m_tree->checkAll(true);
    else
        m_tree->check(version.acceptedItems);
    if (how == How::Whole)
        goButton()->setFocus();
    else
        m_tree->setFocus();
}

void AcceptDialog::showTotal()
{
    const int chosen = int(m_tree->checked().size());
    const int all = m_tree->itemCount();
    const QString amount = wording::money(m_tree->total(m_currency));
    m_total->setText(
        chosen == all
            ? amount
            : tr("%1 of %2 items: %3", "chosen, all, amount").arg(chosen).arg(all).arg(amount));
    setGo(chosen == all ? tr("Accept all of it") : tr("Accept %n item(s)", nullptr, chosen),
          chosen > 0);
}

void AcceptDialog::go()
{
    const QStringList chosen = m_tree->checked();
    showProblem({});
    Q_EMIT acceptWanted(chosen.size() == m_tree->itemCount() ? QStringList() : chosen);
}

#include "moc_acceptdialog.cpp"
