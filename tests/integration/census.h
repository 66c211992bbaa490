// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonObject>

//! How many records of each kind that a visit makes the whole clinic has: a second set anywhere
//! shows.
inline QJsonObject census(const sim::Simulator &simulator)
{
    const auto size = [&simulator](const char *system, const char *collection) {
        return int(
            simulator.records(QLatin1StringView(system), QLatin1StringView(collection)).size());
    };
    QJsonObject count;
    for (const char *module : {"Contacts", "Deals", "Quotes", "Sales_Orders", "Events", "Invoices"})
        count.insert(QLatin1StringView(module), size("zoho", module));
    count.insert(QStringLiteral("patients"), size("dentaltap", "patients"));
    count.insert(QStringLiteral("appointments"), size("dentaltap", "appointments"));
    count.insert(QStringLiteral("Customer"), size("quickbooks", "Customer"));
    count.insert(QStringLiteral("Invoice"), size("quickbooks", "Invoice"));
    int events = 0;
    for (const QJsonValue &event :
         simulator.records(QStringLiteral("googlecalendar"), QStringLiteral("events")))
        events += event[QStringLiteral("status")].toString() == QStringLiteral("cancelled") ? 0 : 1;
    count.insert(QStringLiteral("events"), events);
    return count;
}

//! The census with one more of each of these.
inline QJsonObject withOneMore(QJsonObject count, const QStringList &kinds)
{
    for (const QString &kind : kinds)
        count.insert(kind, count.value(kind).toInt() + 1);
    return count;
}

//! What one booking of a new patient adds.
inline QStringList bookingKinds()
{
    return {QStringLiteral("Contacts"),     QStringLiteral("Deals"),    QStringLiteral("Quotes"),
            QStringLiteral("Sales_Orders"), QStringLiteral("Events"),   QStringLiteral("patients"),
            QStringLiteral("appointments"), QStringLiteral("Customer"), QStringLiteral("events")};
}

//! What one exit adds.
inline QStringList invoiceKinds()
{
    return {QStringLiteral("Invoices"), QStringLiteral("Invoice")};
}

//! "Contacts 61, Deals 70, …" for a failure's message.
inline QString inWords(const QJsonObject &count)
{
    QStringList parts;
    for (auto it = count.begin(); it != count.end(); ++it)
        parts.append(it.key() + QLatin1Char(' ') + QString::number(it.value().toInt()));
    return parts.join(QStringLiteral(", "));
}
