// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/simulateddesk.h"

#include <QVariant>

//! The floor of an exit: the rows that one exit wrote, written again by plain SQL in one
//! transaction, on a copy of the same database under the same pragmas.
class BareExit
{
public:
    //! Exits a visit of the clinic (whose outbox is stopped meanwhile) and notes what that wrote.
    BareExit(SimulatedDesk &clinic, const VisitId &visit);

    //! Milliseconds of one transaction, on a fresh copy.
    double run();
    qsizetype rows() const { return m_writes.size(); }

private:
    struct Write {
        QString sql;
        QVariantList values;
    };

    void compare();

    QString m_before;
    QString m_after;
    QString m_copy;
    QList<Write> m_writes;
};
