// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/simulator.h"
#include "tests/simulator/zohometadata.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

namespace sim::zoho {

//! One record: its own values as they were written, its lines computed.
struct Record {
    QString id;
    qint64 created = 0; //!< seconds since 1970: the CRM's stamps have no finer grain
    qint64 modified = 0;
    qint64 indexedMs = 0; //!< from then on /search sees it
    bool converted = false;
    QJsonObject fields; //!< values by API name; absent = null
    QJsonArray lines;
};

struct Deleted {
    QString id;
    QString name;
    qint64 time = 0;
};

struct Table {
    QHash<QString, Record> records;
    QList<QString> order; //!< ids, oldest first
    QList<Deleted> deleted;
    QHash<QString, QHash<QString, QString>> unique; //!< field → lower-case value → id
};

//! Everything that a transaction may take back. Copies are cheap until written to.
struct Tables {
    QHash<QString, Table> byModule;
    qint64 nextSerial = 1;
    QHash<QString, int> autoNumbers;
};

struct User {
    QString id;
    QString name;
    QString email;
};

struct Tax {
    QString id;
    QString name;
    int percent = 0;
};

//! An error as the CRM words it, in `data[i]` or at top level.
struct Problem {
    QString code;
    QJsonObject details;
    QString message;
    int status = 400; //!< HTTP status where it stands alone

    QJsonObject toJson() const;
};

//! One CRM organisation: metadata, records, users, taxes, time zone, currency.
class Org
{
public:
    Org(const Clinic &clinic, const SimClock &clock, const SimulatorOptions &options);

    const Metadata &metadata() const { return m_metadata; }
    const SimulatorOptions &options() const { return m_options; }
    const SimClock &clock() const { return m_clock; }
    const QString &currency() const { return m_currency; }
    int exponent() const { return m_exponent; }
    const QList<User> &users() const { return m_users; }
    const QList<Tax> &taxes() const { return m_taxes; }
    const QTimeZone &zone() const { return m_zone; }

    Tables &tables() { return m_tables; }
    Table &table(const QString &module) { return m_tables.byModule[module]; }
    const Table &table(const QString &module) const;
    const Record *find(const QString &module, const QString &id) const;

    QString newId();
    //! The next number of an automatic field, "INV-000123".
    QString autoNumber(const QString &field);
    qint64 nowSeconds() const;
    //! "2026-01-05T10:00:00+04:00" in the organisation's zone.
    QString stamp(qint64 seconds) const;

    //! Puts a record in, new or changed, with its unique values.
    void store(const Module &module, const Record &record);
    void remove(const Module &module, const QString &id);

    QString nameOf(const Module &module, const Record &record) const;
    //! {"name","id"} of a record or, without module, of a user.
    QJsonObject reference(const QString &module, const QString &id) const;
    QJsonObject userReference(const QString &id = {}) const;

    //! A record as GET shows it. No names = every field; lines only where asked for.
    QJsonObject json(const Module &module, const Record &record, const QStringList &names,
                     bool withLines) const;
    //! One value of a record as it is shown, Null when empty.
    QJsonValue value(const Module &module, const Record &record, const Field &field) const;

    //! Minor units of an amount, and back; the only places where money is a double.
    qint64 minor(double amount) const;
    double amount(qint64 minor) const;

private:
    const SimClock &m_clock;
    const SimulatorOptions &m_options;
    QString m_currency;
    int m_exponent;
    QTimeZone m_zone;
    Metadata m_metadata;
    QList<User> m_users;
    QList<Tax> m_taxes;
    Tables m_tables;
};

//! Fills the organisation with the clinic's records.
void seed(Org &org, const Clinic &clinic);

} // namespace sim::zoho
