// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "ui/desk.h"

#include <QLineEdit>

class PatientList;

//! The field of a page in which a patient is looked for. Whom it finds stands in a list that the
//! page places where it has room; it shows itself while something is typed.
class PatientFinder : public QLineEdit
{
    Q_OBJECT

public:
    explicit PatientFinder(const Desk &desk, QWidget *parent = nullptr);
    //! To be placed once; it belongs to the page then.
    PatientList *found() const { return m_found; }

Q_SIGNALS:
    //! The field is empty again.
    void chosen(const PatientId &id);

private:
    PatientList *m_found;
};
