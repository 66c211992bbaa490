// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QJsonValue>
#include <QString>

//! A currency as an ISO 4217 code with its number of decimals (0, 2 or 3).
struct Currency {
    QString code;
    int exponent = 2;

    friend bool operator==(const Currency &, const Currency &) = default;
};

//! The currency of that ISO code; Invalid when the code is not three letters. Unknown codes get two
//! decimals.
Result<Currency> currencyFromCode(QStringView code);

//! An amount in minor units. Arithmetic is integer; amounts of two currencies are never mixed.
struct Money {
    qint64 minor = 0;
    Currency currency;

    bool isZero() const { return minor == 0; }
    friend bool operator==(const Money &, const Money &) = default;
};

//! A line's quantity or a percentage in thousandths: 1.5 is 1500. CRM quantities have up to three
//! decimals.
using Thousandths = qint64;

//! amount × thousandths / 1000, rounded half away from zero (domain-fr.md section 8).
Money scaled(const Money &amount, Thousandths factor);
//! amount × thousandths of a percent / 100 000, rounded half away from zero.
Money percentOf(const Money &amount, Thousandths percent);

//! Splits total in proportion to weights by largest remainder: the parts sum to total exactly.
//! Weights of zero get nothing; when all are zero the first part takes everything.
QList<qint64> allotted(qint64 total, const QList<qint64> &weights);

//! A JSON number or decimal text as money, half away from zero at the currency's last digit. The
//! one place where a double becomes money.
Result<Money> moneyFromJson(const QJsonValue &value, const Currency &currency);
//! The one place where money becomes a JSON number.
QJsonValue moneyToJson(const Money &amount);
//! Thousandths out of, and into, a JSON number.
Result<Thousandths> thousandthsFromJson(const QJsonValue &value);
QJsonValue thousandthsToJson(Thousandths value);

//! Plain decimal text with a point, such as "1234.50": for files, JSON text and the command line.
QString moneyToText(const Money &amount);
//! What a person types: "1234,5", "1 234.50", "1 234,50 Rs". Invalid for anything else.
Result<Money> moneyFromText(QStringView text, const Currency &currency);
