// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/discarddialog.h"

#include "ui/theme/deskstyle.h"
#include "ui/widgets/wording.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QString rowText(const OutboxRow &row)
{
    return DiscardDialog::tr("%1, to %2", "what, system")
        .arg(wording::command(row.command), wording::system(row.service));
}

} // namespace

DiscardDialog::DiscardDialog(const OutboxRow &row, const QList<OutboxRow> &dependents,
                             QWidget *parent)
    : QDialog(parent), m_reason(new QLineEdit)
{
    setWindowTitle(tr("Discard"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->setContentsMargins(18, 16, 18, 14);
    auto *what = new QLabel(tr("Never send this: %1?").arg(rowText(row)));
    what->setWordWrap(true);
    QFont bold = what->font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    layout->addWidget(what);
    auto *meaning = new QLabel(
        tr("The record there has to be set right by hand. The reason is kept in the audit."));
    meaning->setWordWrap(true);
    layout->addWidget(meaning);
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
        layout->addWidget(label);
        layout->addWidget(list);
    }
    auto *label = new QLabel(tr("&Reason"));
    label->setBuddy(m_reason);
    m_reason->setMaxLength(200);
    m_reason->setAccessibleName(tr("Reason"));
    layout->addWidget(label);
    layout->addWidget(m_reason);
    auto *buttons = new QDialogButtonBox;
    QPushButton *go = buttons->addButton(tr("&Discard"), QDialogButtonBox::AcceptRole);
    setPrimary(go);
    go->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, go,
            [go](const QString &text) { go->setEnabled(!text.trimmed().isEmpty()); });
    layout->addSpacing(6);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_reason->setFocus();
}

QString DiscardDialog::reason() const
{
    return m_reason->text().trimmed();
}

#include "moc_discarddialog.cpp"
