// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/canceldialog.h"

#include <QComboBox>
#include <QLineEdit>

CancelDialog::CancelDialog(const QString &patient, const QString &when, QWidget *parent)
    : ReasonDialog(tr("Cancel the appointment of %1 (%2)?").arg(patient, when),
                   tr("It is cancelled in the CRM, in DentalTap and in the surgeon's "
                      "calendar. Undo is possible afterwards."),
                   parent)
{
    setWindowTitle(tr("Cancel appointment"));
    auto *reason = new QComboBox;
    reason->setEditable(true);
    reason->addItems({tr("Patient cancelled"), tr("Patient is ill"), tr("Surgeon not available"),
                      tr("Booked by mistake")});
    reason->lineEdit()->selectAll();
    ask(reason, reason->lineEdit(), tr("&Cancel appointment"), tr("&Keep it"));
}

#include "moc_canceldialog.cpp"
