// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/ignoredialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

IgnoreDialog::IgnoreDialog(const QStringList &acts, QWidget *parent)
    : ReasonDialog(acts.join(u'\n'),
                   tr("Nothing is sent, and no invoice changes. The reason is kept in the audit."),
                   parent)
{
    setWindowTitle(tr("Leave off the invoice"));
    auto *reason = new QLineEdit;
    reason->setObjectName(u"ignoreReason"_s);
    ask(reason, reason, tr("&Leave it off"));
}

#include "moc_ignoredialog.cpp"
