// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/invoice.h"
#include "app/domain/patient.h"
#include "app/net/request.h"

#include <QCoreApplication>
#include <QJsonObject>

//! QuickBooks' JSON both ways (quickbooks-online.md). Pure functions, no network.
namespace quickbooks {

//! Words for people of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(quickbooks::Words)
};

//! The first error of a Fault (section 11); the gateway's lower-case form is the same.
struct Fault {
    QString code; //!< without leading zeros, e.g. "6240"
    QString element; //!< field, may be empty
    int status = 0;

    Error error() const;
};

//! What a call came to: the body, or a refusal with its code. Transport failures, 401, throttling
//! and 5xx are an Error.
struct Outcome {
    QJsonObject body;
    std::optional<Fault> fault;
};
Result<Outcome> outcomeOf(const Response &response);

//! A literal of the query language in quotes, escaped (section 5).
QString quoted(const QString &text);
QJsonObject reference(const QString &id);
//! Without the characters that names must not have (section 3), cut to length.
QString nameText(const QString &text, int length);

//! The n-th (from 0) DisplayName to try: "LAST First (A1B2)", with more of the hash each time.
QString displayName(const Patient &patient, const QString &contactId, int candidate);
//! How Notes names the Contact.
QString contactMark(const QString &contactId);
QJsonObject customerBody(const Patient &patient, const QString &contactId);

} // namespace quickbooks
