// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendentalvalues.h"

#include <QRegularExpression>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::opendental {

QString boolText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QString dateTimeText(const QDateTime &local)
{
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

std::optional<QDate> dateOf(const QString &text)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDateTime> dateTimeOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    if (!time.isValid()) {
        time = QDateTime::fromString(text, u"yyyy-MM-dd"_s);
    }
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString moneyText(qint64 minor, int exponent)
{
    QString digits = QString::number(std::abs(minor)).rightJustified(exponent + 1, u'0');
    if (exponent > 0) {
        digits.insert(digits.size() - exponent, u'.');
    }
    return minor < 0 ? QString(u'-' + digits) : digits;
}

std::optional<qint64> minorOf(const QJsonValue &value, int exponent)
{
    bool numeric = value.isDouble();
    double amount = value.toDouble();
    if (value.isString()) {
        amount = value.toString().toDouble(&numeric);
    }
    if (!numeric || !std::isfinite(amount) || std::abs(amount) > 1e9) {
        return std::nullopt;
    }
    return qRound64(amount * std::pow(10.0, exponent));
}

QJsonObject Table::add(QJsonObject row)
{
    const qint64 number = next++;
    row.insert(key, number);
    rows.insert(number, row);
    return row;
}

QJsonArray Table::all() const
{
    QJsonArray list;
    for (const QJsonObject &row : rows) {
        list.append(row);
    }
    return list;
}

Given::Given(const Request &request)
{
    for (const auto &[name, value] : request.query) {
        m_members.insert(name, value);
    }
}

void Given::refuse(const QString &why)
{
    if (m_problem.isEmpty()) {
        m_problem = why;
    }
}

void Given::require(QLatin1StringView name)
{
    if (!has(name)) {
        refuse(QString(name + u" is required."_s));
    }
}

std::optional<QString> Given::text(QLatin1StringView name)
{
    if (!has(name)) {
        return std::nullopt;
    }
    if (!m_members.value(name).isString()) {
        refuse(QString(name + u" is invalid."_s));
        return std::nullopt;
    }
    return m_members.value(name).toString();
}

std::optional<qint64> Given::number(QLatin1StringView name)
{
    if (!has(name)) {
        return std::nullopt;
    }
    const QJsonValue value = m_members.value(name);
    bool numeric = value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    qint64 number = value.toInteger();
    if (value.isString()) {
        number = value.toString().toLongLong(&numeric);
    }
    if (!numeric || number < 0) {
        refuse(QString(name + u" is invalid."_s));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> Given::flag(QLatin1StringView name)
{
    const auto said = word(name, {u"true"_s, u"false"_s});
    return said ? std::optional(*said == "true"_L1) : std::nullopt;
}

std::optional<QString> Given::date(QLatin1StringView name)
{
    const auto said = text(name);
    if (said && !dateOf(*said)) {
        refuse(QString(name + u" must be in yyyy-MM-dd format."_s));
        return std::nullopt;
    }
    return said;
}

std::optional<QString> Given::dateTime(QLatin1StringView name)
{
    const auto said = text(name);
    if (said && !dateTimeOf(*said)) {
        refuse(QString(name + u" must be in yyyy-MM-dd HH:mm:ss format."_s));
        return std::nullopt;
    }
    return said;
}

std::optional<QString> Given::word(QLatin1StringView name, const QStringList &allowed)
{
    const auto said = text(name);
    if (said && !allowed.contains(*said)) {
        refuse(QString(name + u" is invalid."_s));
        return std::nullopt;
    }
    return said;
}

std::optional<qint64> Given::money(QLatin1StringView name, int exponent)
{
    if (!has(name)) {
        return std::nullopt;
    }
    const auto minor = minorOf(m_members.value(name), exponent);
    if (!minor) {
        refuse(QString(name + u" is invalid."_s));
    }
    return minor;
}

} // namespace sim::opendental
