// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientfinder.h"

#include "ui/patients/patientlist.h"

using namespace Qt::StringLiterals;

PatientFinder::PatientFinder(const Desk &desk, QWidget *parent)
    : QLineEdit(parent), m_found(new PatientList)
{
    setPlaceholderText(tr("Name, phone or birth date"));
    setAccessibleName(tr("Find a patient"));
    setClearButtonEnabled(true);
    setMaxLength(120);
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    m_found->setDesk(desk, false);
    m_found->setAccessibleName(tr("Patients found"));
    m_found->setVisibleRows(6);
    m_found->attach(this);
    m_found->hide();
    connect(this, &QLineEdit::textChanged, m_found, [this](const QString &text) {
        m_found->results()->search(text);
        m_found->setVisible(!text.trimmed().isEmpty());
    });
    connect(m_found, &PatientList::chosen, this, [this](const PatientMatch &match) {
        const PatientId id = match.id;
        clear();
        Q_EMIT chosen(id);
    });
}

#include "moc_patientfinder.cpp"
