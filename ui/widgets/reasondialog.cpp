// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reasondialog.h"

#include "ui/theme/deskstyle.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int longestReason = 200;

} // namespace

ReasonDialog::ReasonDialog(const QString &what, const QString &meaning, QWidget *parent)
    : QDialog(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setSpacing(10);
    m_layout->setContentsMargins(18, 16, 18, 14);
    auto *question = new QLabel(what);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    QFont bold = question->font();
    bold.setWeight(QFont::DemiBold);
    question->setFont(bold);
    auto *consequence = new QLabel(meaning);
    consequence->setWordWrap(true);
    m_layout->addWidget(question);
    m_layout->addWidget(consequence);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

void ReasonDialog::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void ReasonDialog::ask(QWidget *field, QLineEdit *line, const QString &go, const QString &stay,
                       bool stayByDefault)
{
    m_reason = line;
    m_reason->setMaxLength(longestReason);
    auto *label = new QLabel(tr("&Reason"));
    label->setBuddy(field);
    field->setAccessibleName(tr("Reason"));
    auto *buttons = new QDialogButtonBox;
    QPushButton *does = buttons->addButton(go, QDialogButtonBox::AcceptRole);
    QPushButton *keeps = stay.isEmpty() ? buttons->addButton(QDialogButtonBox::Cancel)
                                        : buttons->addButton(stay, QDialogButtonBox::RejectRole);
    setPrimary(does);
    (stayByDefault ? keeps : does)->setDefault(true);
    does->setEnabled(!reason().isEmpty());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, does,
            [this, does] { does->setEnabled(!reason().isEmpty()); });
    m_layout->addWidget(label);
    m_layout->addWidget(field);
    m_layout->addSpacing(6);
    m_layout->addWidget(buttons);
    field->setFocus();
}

QString ReasonDialog::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

#include "moc_reasondialog.cpp"
