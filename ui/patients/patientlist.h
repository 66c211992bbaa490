// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/patientresults.h"

#include <QListView>

class QLineEdit;

//! The list below a search field: the field keeps the focus, arrows walk the list, Enter takes a
//! row.
class PatientList : public QListView
{
    Q_OBJECT

public:
    explicit PatientList(QWidget *parent = nullptr);
    //! Before the first search. offersNew: the last row makes a new patient.
    void setDesk(const Desk &desk, bool offersNew) { m_results->setDesk(desk, offersNew); }

    //! The field whose text is searched and whose keys are listened to.
    void attach(QLineEdit *field);
    PatientResults *results() const { return m_results; }
    //! Rows that are seen without scrolling: the height follows from them.
    void setVisibleRows(int atMost);
    //! Room for so many rows whether they are there or not.
    void setFixedRows(int rows);
    //! Shown while there is nothing to show.
    void setHint(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const PatientMatch &match, Qt::KeyboardModifiers modifiers);
    void newChosen(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QModelIndex &index, Qt::KeyboardModifiers modifiers);

    PatientResults *m_results;
    QLineEdit *m_field = nullptr;
    int m_rows = 0;
    bool m_fixed = false;
    QString m_hint;
};
