// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/quickbooksfault.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace sim {

//! One "property operator value" of a WHERE clause.
struct BookCondition {
    QString property; //!< spelt as the entity spells it
    QString op; //!< "=", "<", ">", "<=", ">=", "in", "like"
    QStringList values; //!< one, or several for "in"
};

//! A statement of the query language (contract quickbooks-online.md section 5).
struct BookQuery {
    bool count = false;
    QString entity; //!< proper case
    QList<BookCondition> where;
    QString orderBy;
    bool descending = false;
    int start = 1;
    int most = 100;

    //! Reads a statement; refusals carry code 4000 (grammar) or 4001 (what it names).
    static std::variant<BookQuery, BookFault> parse(const QString &statement);
    //! Whether a record fits, the rule about inactive members of name lists included.
    bool matches(const QJsonObject &record) const;
    //! "QueryResponse" for all records of the entity, in the order of their ids.
    QJsonObject answer(const QList<QJsonObject> &records) const;
};

} // namespace sim
