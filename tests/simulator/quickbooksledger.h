// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/quickbooksfault.h"
#include "tests/simulator/simulator.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QTimeZone>
#include <optional>

namespace sim {

//! The company file: every list and transaction by entity name and numeric id, names that must be
//! unique, the company's preferences. Seeded customers are built when they are looked at.
class Ledger
{
public:
    Ledger(const Clinic &clinic, const SimClock &clock);

    const Clinic &clinic() const { return m_clinic; }
    int exponent() const { return m_clinic.currencyExponent; }
    QString homeCurrency() const { return m_clinic.options.currency; }
    //! The company's own day.
    QDate today() const;
    //! An instant as MetaData shows it: ISO 8601 with the company's offset.
    QString stamp(const QDateTime &instant) const;
    QString now() const;

    QJsonObject preferences;
    QJsonObject companyInfo;
    //! A flag such as "AccountingInfoPrefs", "ClassTrackingPerTxnLine".
    bool prefers(const QString &group, const QString &flag) const;

    static QStringList entityNames();
    //! Entity of a path segment in lower case, or empty.
    static QString entityOf(const QString &segment);
    std::optional<QJsonObject> find(const QString &entity, const QString &id) const;
    //! All records of an entity in the order of their ids.
    QList<QJsonObject> all(const QString &entity) const;
    //! What was created or changed in this run, cheap also with very many seeded customers.
    QList<QJsonObject> touched(const QString &entity) const;
    //! Stubs of what was deleted, for change data capture.
    QList<QJsonObject> deleted(const QString &entity) const { return m_deleted.value(entity); }

    //! Enters a seeded record under its own id, made at that time (invalid: long ago).
    void insert(const QString &entity, const QString &id, QJsonObject record,
                const QDateTime &made = {});
    //! Stores a record: an id if it has none, SyncToken + 1 and the time of change.
    QJsonObject put(const QString &entity, QJsonObject record);
    void remove(const QString &entity, const QString &id);

    //! Whether another customer, vendor or employee goes by that name (case does not matter).
    bool isNameTaken(const QString &displayName, const QString &exceptId) const;
    //! Whether another record of the entity has that value, as it is spelt or in another case.
    bool isTaken(const QString &entity, const QString &property, const QString &value,
                 const QString &exceptId) const;

    //! The customers whose DisplayName is that, without building all the others.
    QList<QJsonObject> customersNamed(const QString &displayName) const;

    //! What the settings file needs to know.
    QString itemId() const { return QStringLiteral("19"); }
    QString incomeAccountId() const { return QStringLiteral("79"); }
    QString exemptTaxCode() const { return QStringLiteral("2"); }
    //! Tax name of the catalogue → TaxCode id, the exempt code not included.
    QList<QPair<QString, QString>> taxCodes() const;

private:
    void seedCompany();
    void seedLists();
    void seedTax();
    void seedNames() const;
    QJsonObject seededCustomer(qint64 id) const;

    const Clinic &m_clinic;
    const SimClock &m_clock;
    QTimeZone m_zone;
    QString m_seedStamp;
    QHash<QString, QMap<qint64, QJsonObject>> m_records;
    QHash<QString, QList<QJsonObject>> m_deleted;
    QMap<qint64, int> m_seededCustomers; //!< id → patient, until one is changed
    mutable bool m_namesKnown = false;
    mutable QHash<int, QString> m_seededNames; //!< patient → DisplayName
    mutable QHash<QString, QString> m_names; //!< folded DisplayName → "Customer/5"
};

//! A JSON number (or numeric text) in minor units, half up; nothing if it is no such number.
std::optional<qint64> minorOf(const QJsonValue &value, int exponent);
//! Minor units as the JSON number that goes over the wire.
double wireAmount(qint64 minor, int exponent);
//! A reference with value and name.
QJsonObject reference(const QString &id, const QString &name = {});

} // namespace sim
