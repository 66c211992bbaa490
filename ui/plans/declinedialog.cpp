// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/declinedialog.h"

#include <QComboBox>
#include <QLineEdit>

DeclineDialog::DeclineDialog(const QString &plan, QWidget *parent)
    : ReasonDialog(tr("The patient declines %1?", "plan's title").arg(plan),
                   tr("Its quote in the CRM is closed as lost. It can be taken up again as long as "
                      "nothing of it is booked."),
                   parent)
{
    setWindowTitle(tr("Decline a plan"));
    auto *reason = new QComboBox;
    reason->setEditable(true);
    reason->addItems({tr("Too expensive"), tr("Wants time to think"), tr("Chose another plan"),
                      tr("Treated elsewhere")});
    reason->lineEdit()->selectAll();
    ask(reason, reason->lineEdit(), tr("&Decline the plan"), tr("&Keep it open"));
}

#include "moc_declinedialog.cpp"
