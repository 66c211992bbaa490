// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"

#include <QWidget>
#include <memory>

class QLineEdit;

namespace Ui {
class PatientForm;
}

//! The fields of a patient. What cannot be stored is said in words under them as one types; nothing
//! typed is ever changed or thrown away by itself.
class PatientForm : public QWidget
{
    Q_OBJECT

public:
    explicit PatientForm(QWidget *parent = nullptr);
    ~PatientForm() override;

    //! Brief: names, birth date, mobile phone and e-mail only.
    void setBrief(bool brief);
    void setToday(QDate today) { m_today = today; }
    void setPatient(const Patient &patient);
    //! Splits "First Last" as typed in a search into the two names; digits become the birth date or
    //! the phone number. The focus goes to the first field that is still empty.
    void setFromSearch(const QString &text);
    //! The patient as typed; fields that are not shown keep their values.
    Patient patient() const;
    //! In words; empty = can be stored.
    QStringList problems() const;
    //! Shows the problems, those of empty fields too, and puts the cursor where the first one is.
    bool checks();
    bool isChanged() const;
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void showProblems(const QStringList &problems);
    QList<QLineEdit *> lines() const;

    std::unique_ptr<Ui::PatientForm> m_ui;
    Patient m_patient;
    QDate m_today;
    QString m_cut; //!< the field whose text was cut at its longest, in words
};
