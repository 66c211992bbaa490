// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QFrame>
#include <QTimeZone>

class PatientList;
class QLabel;
class QLineEdit;

//! What the window's search field finds, below the field. The field keeps the focus. Enter goes to
//! the patient's appointment of today, or to the record where there is none; Shift+Enter always to
//! the record.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    //! A child of the field's window, laid over what is there.
    SearchPopup(const Desk &desk, QLineEdit *field);

    void search(const QString &text);
    PatientList *list() const { return m_list; }

Q_SIGNALS:
    void patientChosen(const PatientId &id);
    void visitChosen(const VisitId &id, const QDate &day);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void take(const PatientId &id, bool record);

    Desk m_desk;
    QTimeZone m_zone;
    QLineEdit *m_field;
    PatientList *m_list;
    QLabel *m_hint;
};
