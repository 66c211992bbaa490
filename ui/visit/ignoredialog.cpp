// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/ignoredialog.h"

#include "ui/theme/deskstyle.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

IgnoreDialog::IgnoreDialog(const QStringList &acts, QWidget *parent)
    : QDialog(parent), m_reason(new QLineEdit)
{
    setWindowTitle(tr("Leave off the invoice"));
    auto *what = new QLabel(acts.join(u'\n'));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    QFont bold = what->font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    auto *meaning =
        new QLabel(tr("Nothing is sent, and no invoice changes. The reason is kept in the audit."));
    meaning->setWordWrap(true);
    auto *label = new QLabel(tr("&Reason"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(u"ignoreReason"_s);
    m_reason->setMaxLength(200);
    m_reason->setAccessibleName(tr("Reason"));
    auto *buttons = new QDialogButtonBox;
    QPushButton *go = buttons->addButton(tr("&Leave it off"), QDialogButtonBox::AcceptRole);
    go->setEnabled(false);
    go->setDefault(true);
    setPrimary(go);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, go,
            [go](const QString &text) { go->setEnabled(!text.trimmed().isEmpty()); });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->addWidget(what);
    layout->addWidget(meaning);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addSpacing(6);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_reason->setFocus();
}

QString IgnoreDialog::reason() const
{
    return m_reason->text().trimmed();
}

#include "moc_ignoredialog.cpp"
