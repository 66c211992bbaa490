// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/patientfinder.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

//! The head of a page that is about one patient: who it is, what to say of them, and the field that
//! finds another.
class PatientHead : public QWidget
{
    Q_OBJECT

public:
    //! page: its word in the names of what stands here ("chart": chartPatient, chartPerson, …).
    PatientHead(const Desk &desk, const QString &page, QWidget *parent = nullptr);

    //! name empty = nobody is chosen.
    void setPerson(const QString &name, const QStringList &about);
    PatientFinder *finder() const { return m_finder; }

Q_SIGNALS:
    void chosen(const PatientId &id);

private:
    QLabel *m_name;
    QLabel *m_about;
    PatientFinder *m_finder;
};
