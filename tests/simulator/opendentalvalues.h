// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QDateTime>
#include <QMap>
#include <optional>

//! Wire forms of the Open Dental API (contract open-dental-api.md section 1.5).
namespace sim::opendental {

inline const QString noDate = QStringLiteral("0001-01-01");
inline const QString noTime = QStringLiteral("0001-01-01 00:00:00");

QString boolText(bool value);
QString dateTimeText(const QDateTime &local);
//! A date or date-time as the API takes them; nothing for any other text.
std::optional<QDate> dateOf(const QString &text);
std::optional<QDateTime> dateTimeOf(const QString &text);
//! "10000.00", as procedurelogs has money.
QString moneyText(qint64 minor, int exponent);
//! Minor units of a number or decimal text; nothing for anything else.
std::optional<qint64> minorOf(const QJsonValue &value, int exponent);

//! A table of the office's database: rows in the order of their primary key.
struct Table {
    QString key; //!< "TreatPlanNum"
    QMap<qint64, QJsonObject> rows;
    qint64 next = 1;

    //! Gives the row its number and keeps it.
    QJsonObject add(QJsonObject row);
    QJsonObject row(qint64 number) const { return rows.value(number); }
    bool has(qint64 number) const { return rows.contains(number); }
    QJsonArray all() const;
};

//! Reads the members of a body or query; the first that is wrong is the refusal.
class Given
{
public:
    explicit Given(QJsonObject members) : m_members(std::move(members)) { }
    //! The query as members that are texts.
    explicit Given(const Request &request);

    bool has(QLatin1StringView name) const { return m_members.contains(name); }
    std::optional<QString> text(QLatin1StringView name);
    std::optional<qint64> number(QLatin1StringView name);
    //! The texts "true" and "false" alone.
    std::optional<bool> flag(QLatin1StringView name);
    std::optional<QString> date(QLatin1StringView name);
    std::optional<QString> dateTime(QLatin1StringView name);
    std::optional<QString> word(QLatin1StringView name, const QStringList &allowed);
    std::optional<qint64> money(QLatin1StringView name, int exponent);
    //! Wants it: a refusal where it is absent.
    void require(QLatin1StringView name);
    void refuse(const QString &why);
    //! The sentence of the refusal; empty = all is well.
    const QString &problem() const { return m_problem; }

private:
    QJsonObject m_members;
    QString m_problem;
};

} // namespace sim::opendental
