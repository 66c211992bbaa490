// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/canceldialog.h"

#include "ui/theme/deskstyle.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

CancelDialog::CancelDialog(const QString &patient, const QString &when, QWidget *parent)
    : QDialog(parent), m_reason(new QComboBox)
{
    setWindowTitle(tr("Cancel appointment"));
    auto *what = new QLabel(tr("Cancel the appointment of %1 (%2)?").arg(patient, when));
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    QFont bold = what->font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    auto *meaning = new QLabel(tr("It is cancelled in the CRM, in DentalTap and in the surgeon's "
                                  "calendar. Undo is possible afterwards."));
    meaning->setWordWrap(true);
    m_reason->setEditable(true);
    m_reason->addItems({tr("Patient cancelled"), tr("Patient is ill"), tr("Surgeon not available"),
                        tr("Booked by mistake")});
    m_reason->lineEdit()->setMaxLength(200);
    m_reason->lineEdit()->selectAll();
    auto *label = new QLabel(tr("&Reason"));
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(tr("Reason"));
    auto *buttons = new QDialogButtonBox;
    QPushButton *go = buttons->addButton(tr("&Cancel appointment"), QDialogButtonBox::AcceptRole);
    setPrimary(go);
    go->setDefault(true);
    buttons->addButton(tr("&Keep it"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // The program wants a reason, since the audit keeps it.
    connect(m_reason, &QComboBox::editTextChanged, go,
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
    setMinimumWidth(fontMetrics().averageCharWidth() * 62);
    m_reason->setFocus();
}

QString CancelDialog::reason() const
{
    return m_reason->currentText().trimmed();
}

#include "moc_canceldialog.cpp"
