// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopparameters.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct DateForm {
    QRegularExpression form;
    QString warning; //!< empty = the form to use
};

//! In the order in which they are tried.
const QList<DateForm> &dateForms()
{
    static const QString time =
        u"(?:[T ](?<h>\\d{1,2}):(?<n>\\d\\d)(?::(?<s>\\d\\d)(?:\\.(?<f>\\d{1,7}))?)?"
        u"(?<o>Z|[+-]\\d\\d:\\d\\d)?)?$"_s;
    static const QList<DateForm> forms{
        {QRegularExpression(QString(u"^(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)"_s + time)), {}},
        {QRegularExpression(QString(u"^(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})"_s + time)),
         u"%1 is written MM/dd/yyyy: send yyyy-MM-dd"_s},
        {QRegularExpression(QString(u"^(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})"_s + time)),
         u"%1 is written dd.MM.yyyy, which another server reads as MM.dd: send yyyy-MM-dd"_s}};
    return forms;
}

QDateTime timeOf(const QRegularExpressionMatch &match, QDate date, const QTimeZone &zone)
{
    const QString fraction = match.captured(u"f"_s).leftJustified(3, u'0').left(3);
    const QTime time(match.captured(u"h"_s).toInt(), match.captured(u"n"_s).toInt(),
                     match.captured(u"s"_s).toInt(), fraction.toInt());
    if (!time.isValid())
        return {};
    const QString offset = match.captured(u"o"_s);
    if (offset.isEmpty())
        return QDateTime(date, time, zone).toUTC();
    const int minutes = offset.mid(1, 2).toInt() * 60 + offset.mid(4, 2).toInt();
    const int seconds = offset == u"Z" ? 0 : (offset.startsWith(u'-') ? -60 : 60) * minutes;
    return QDateTime(date, time, QTimeZone(seconds)).toUTC();
}

} // namespace

DentalDesktopParameters::DentalDesktopParameters(const Request &request, const QTimeZone &zone)
    : m_pairs(request.query), m_zone(zone)
{
    if (request.rawQuery.contains('+'))
        m_warnings.append(u"a bare + was read as a blank: send %20 or %2B"_s);
}

bool DentalDesktopParameters::has(QStringView name) const
{
    for (const auto &pair : m_pairs) {
        if (pair.first.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString DentalDesktopParameters::text(QStringView name) const
{
    for (const auto &[key, value] : m_pairs) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QUuid DentalDesktopParameters::guid(QStringView name)
{
    const QString value = text(name).trimmed();
    const QUuid id(value);
    static const QRegularExpression zeros(u"^\\{?[0-]+\\}?$"_s);
    if (!value.isEmpty() && id.isNull() && !zeros.match(value).hasMatch())
        m_broken = true;
    return id;
}

bool DentalDesktopParameters::flag(QStringView name)
{
    const QString value = text(name).trimmed().toLower();
    if (!value.isEmpty() && value != u"true" && value != u"false")
        m_broken = true;
    return value == u"true";
}

ScanMoment DentalDesktopParameters::moment(QStringView name)
{
    const QString value = text(name).trimmed();
    if (value.isEmpty())
        return {};
    for (const DateForm &form : dateForms()) {
        const auto match = form.form.match(value);
        if (!match.hasMatch())
            continue;
        const QDate date(match.captured(u"y"_s).toInt(), match.captured(u"m"_s).toInt(),
                         match.captured(u"d"_s).toInt());
        const QDateTime time = date.isValid() ? timeOf(match, date, m_zone) : QDateTime();
        if (!time.isValid())
            continue;
        if (!form.warning.isEmpty())
            m_warnings.append(form.warning.arg(name));
        return {.time = time, .date = date, .wholeDay = match.captured(u"h"_s).isEmpty()};
    }
    m_broken = true;
    return {};
}

QJsonObject DentalDesktopParameters::toJson() const
{
    QJsonObject object;
    for (const auto &[key, value] : m_pairs)
        object.insert(key, value);
    return object;
}

} // namespace sim
