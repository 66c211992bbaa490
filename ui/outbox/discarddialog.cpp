// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/discarddialog.h"

#include "ui/widgets/wording.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace {

QString rowText(const OutboxRow &row)
{
    return DiscardDialog::tr("%1, to %2", "what, system")
        .arg(wording::command(row.command), wording::system(row.service));
}

} // namespace

DiscardDialog::DiscardDialog(const OutboxRow &row, const QList<OutboxRow> &dependents,
                             QWidget *parent)
    : ReasonDialog(
        tr("Never send this: %1?").arg(rowText(row)),
        tr("The record there has to be set right by hand. The reason is kept in the audit."),
        parent)
{
    setWindowTitle(tr("Discard"));
    if (!dependents.isEmpty()) {
        auto *list = new QListWidget;
        auto *label = new QLabel(tr("&With it goes what waits for it:"));
        label->setBuddy(list);
        list->setAccessibleName(tr("What goes with it"));
        list->setSelectionMode(QAbstractItemView::NoSelection);
        for (const OutboxRow &dependent : dependents)
            list->addItem(rowText(dependent));
        const int shown = int(qMin<qsizetype>(6, dependents.size()));
        list->setFixedHeight(list->sizeHintForRow(0) * shown + 2 * list->frameWidth() + 4);
        addWidget(label);
        addWidget(list);
    }
    auto *reason = new QLineEdit;
    ask(reason, reason, tr("&Discard"), {}, true);
}

#include "moc_discarddialog.cpp"
