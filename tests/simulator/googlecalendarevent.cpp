// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendarevent.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim {

Answer GoogleFault::answer() const
{
    QJsonObject error{{u"domain"_s, domain}, {u"reason"_s, reason}, {u"message"_s, message}};
    if (!locationType.isEmpty()) {
        error.insert(u"locationType"_s, locationType);
        error.insert(u"location"_s, location);
    }
    const QJsonObject body{
        {u"errors"_s, QJsonArray{error}}, {u"code"_s, status}, {u"message"_s, message}};
    return Answer::json(status, {{u"error"_s, body}});
}

GoogleFault GoogleFault::invalid(const QString &message, const QString &parameter)
{
    return {.status = 400,
            .reason = u"invalid"_s,
            .message = message,
            .locationType = parameter.isEmpty() ? QString() : u"parameter"_s,
            .location = parameter};
}

GoogleFault GoogleFault::missing(const QString &field)
{
    return {.status = 400, .reason = u"required"_s, .message = u"Missing %1."_s.arg(field)};
}

GoogleFault GoogleFault::notFound()
{
    return {.status = 404, .reason = u"notFound"_s, .message = u"Not Found"_s};
}

GoogleFault GoogleFault::forbidden(const QString &message)
{
    return {.status = 403, .reason = u"forbidden"_s, .message = message};
}

QTimeZone zoneNamed(const QString &name)
{
    return name.isEmpty() ? QTimeZone() : QTimeZone(name.toLatin1());
}

std::optional<QDateTime> eventInstant(const QJsonValue &edge, const QTimeZone &zone)
{
    const QString date = edge[u"date"].toString();
    if (!date.isEmpty()) {
        const QDate day = QDate::fromString(date, Qt::ISODate);
        if (!day.isValid() || edge[u"dateTime"].isString())
            return std::nullopt;
        return QDateTime(day, QTime(0, 0), zone).toUTC();
    }
    const QString text = edge[u"dateTime"].toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (text.size() < 19 || !time.isValid())
        return std::nullopt;
    if (time.timeSpec() != Qt::LocalTime)
        return time.toUTC();
    const QTimeZone named = zoneNamed(edge[u"timeZone"].toString());
    if (!named.isValid())
        return std::nullopt;
    return QDateTime(time.date(), time.time(), named).toUTC();
}

EventSpan eventSpan(const QJsonObject &event, const QTimeZone &zone)
{
    const QJsonValue start = event.value(u"start"_s);
    return {eventInstant(start, zone).value_or(QDateTime()),
            eventInstant(event.value(u"end"_s), zone).value_or(QDateTime()),
            start[u"date"].isString()};
}

QJsonObject eventEdge(const QDateTime &instant, const QTimeZone &zone, const QByteArray &named,
                      bool allDay)
{
    if (allDay)
        return {{u"date"_s, instant.toTimeZone(zone).date().toString(Qt::ISODate)}};
    const QDateTime shown = instant.toOffsetFromUtc(zone.offsetFromUtc(instant));
    return {{u"dateTime"_s, shown.toString(Qt::ISODate)},
            {u"timeZone"_s, QString::fromLatin1(named)}};
}

bool isEventId(const QString &id)
{
    static const QRegularExpression form(u"\\A[0-9a-v]{5,1024}\\z"_s);
    return form.match(id).hasMatch();
}

namespace {

//! Long keys vanish and long values are cut, both without a word.
QJsonObject limited(const QJsonObject &properties)
{
    QJsonObject kept;
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (property.key().size() <= 44 && property->isString())
            kept.insert(property.key(), property->toString().left(1024));
    }
    return kept;
}

bool isOneOf(const QJsonObject &event, const QString &key, const QStringList &words)
{
    return !event.contains(key) || words.contains(event.value(key).toString());
}

std::optional<GoogleFault> admitTimes(QJsonObject &event, const QTimeZone &zone)
{
    for (const QString &key : {u"start"_s, u"end"_s}) {
        const QJsonObject edge = event.value(key).toObject();
        if (edge.isEmpty())
            return GoogleFault::missing(u"%1 time"_s.arg(key));
        const QString named = edge.value(u"timeZone"_s).toString();
        if (!named.isEmpty() && !zoneNamed(named).isValid())
            return GoogleFault::invalid(u"Invalid time zone definition for %1 time."_s.arg(key));
        if (!eventInstant(edge, zone))
            return GoogleFault::invalid(u"Invalid %1 time."_s.arg(key));
    }
    if (event.value(u"start"_s)[u"date"].isString() != event.value(u"end"_s)[u"date"].isString())
        return GoogleFault::invalid(u"Start and end times must either both be date or dateTime."_s);
    const EventSpan span = eventSpan(event, zone);
    if (span.end < span.start || (span.allDay && span.end == span.start)) {
        return GoogleFault{.status = 400,
                           .reason = u"timeRangeEmpty"_s,
                           .message = u"The specified time range is empty."_s,
                           .domain = u"calendar"_s,
                           .locationType = u"parameter"_s,
                           .location = u"timeMax"_s};
    }
    const QJsonArray recurrence = event.value(u"recurrence"_s).toArray();
    if (recurrence.isEmpty()) {
        event.remove(u"recurrence"_s);
        return std::nullopt;
    }
    if (!isRecurrence(recurrence))
        return GoogleFault::invalid(u"Invalid recurrence rule."_s);
    if (!span.allDay && !event.value(u"start"_s)[u"timeZone"].isString())
        return GoogleFault::missing(u"time zone definition for start time"_s);
    return std::nullopt;
}

} // namespace

std::optional<GoogleFault> admitEvent(QJsonObject &event, const QTimeZone &zone)
{
    if (const auto fault = admitTimes(event, zone))
        return fault;
    if (!isOneOf(event, u"status"_s, {u"confirmed"_s, u"tentative"_s, u"cancelled"_s}))
        return GoogleFault::invalid(u"Invalid value for: status"_s);
    if (!isOneOf(event, u"transparency"_s, {u"opaque"_s, u"transparent"_s}))
        return GoogleFault::invalid(u"Invalid value for: transparency"_s);
    if (!isOneOf(event, u"visibility"_s,
                 {u"default"_s, u"public"_s, u"private"_s, u"confidential"_s}))
        return GoogleFault::invalid(u"Invalid value for: visibility"_s);
    const int colour = event.value(u"colorId"_s).toString(u"1"_s).toInt();
    if (colour < 1 || colour > 11)
        return GoogleFault::invalid(u"Invalid event color id."_s);
    QJsonObject extended = event.value(u"extendedProperties"_s).toObject();
    qsizetype count = 0;
    qsizetype bytes = 0;
    for (const QString &half : {u"private"_s, u"shared"_s}) {
        const QJsonObject kept = limited(extended.value(half).toObject());
        for (auto property = kept.begin(); property != kept.end(); ++property)
            bytes += property.key().toUtf8().size() + property->toString().toUtf8().size();
        count += kept.size();
        if (kept.isEmpty())
            extended.remove(half);
        else
            extended.insert(half, kept);
    }
    if (count > 300 || bytes > 32'768)
        return GoogleFault::invalid(u"Too many extended properties."_s);
    if (extended.isEmpty())
        event.remove(u"extendedProperties"_s);
    else
        event.insert(u"extendedProperties"_s, extended);
    return std::nullopt;
}

QJsonObject patched(QJsonObject onto, const QJsonObject &patch)
{
    for (auto member = patch.begin(); member != patch.end(); ++member) {
        if (member->isNull())
            onto.remove(member.key());
        else if (member->isObject())
            onto.insert(member.key(),
                        patched(onto.value(member.key()).toObject(), member->toObject()));
        else
            onto.insert(member.key(), *member);
    }
    return onto;
}

namespace {

struct Rule {
    bool weekly = false;
    int interval = 1;
    int count = 0; //!< 0 = no end by count
    QDateTime until; //!< UTC, inclusive
    QList<int> days; //!< Qt::DayOfWeek
};

std::optional<Rule> ruleOf(const QString &line)
{
    static const QStringList dayNames{u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s,
                                      u"FR"_s, u"SA"_s, u"SU"_s};
    Rule rule;
    QString frequency;
    for (const QString &part : line.mid(6).split(u';')) {
        const QString key = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (key == u"FREQ") {
            frequency = value;
        } else if (key == u"INTERVAL") {
            rule.interval = value.toInt();
        } else if (key == u"COUNT") {
            rule.count = value.toInt();
            if (rule.count < 1)
                return std::nullopt;
        } else if (key == u"UNTIL") {
            const QDate day = QDate::fromString(value.left(8), u"yyyyMMdd"_s);
            const QTime time = value.size() > 8 ? QTime::fromString(value.mid(9, 6), u"HHmmss"_s)
                                                : QTime(23, 59, 59);
            rule.until = QDateTime(day, time, Qt::UTC);
            if (!rule.until.isValid())
                return std::nullopt;
        } else if (key == u"BYDAY") {
            for (const QString &name : value.split(u',')) {
                const qsizetype at = dayNames.indexOf(name);
                if (at < 0)
                    return std::nullopt;
                rule.days.append(static_cast<int>(at) + 1);
            }
        } else if (key != u"WKST") {
            return std::nullopt;
        }
    }
    rule.weekly = frequency == u"WEEKLY";
    const bool known = rule.weekly || (frequency == u"DAILY" && rule.days.isEmpty());
    return known && rule.interval > 0 ? std::optional<Rule>(rule) : std::nullopt;
}

//! The instants an EXDATE line names, in UTC.
QList<QDateTime> exceptionsOf(const QString &line, const QTimeZone &zone)
{
    static const QRegularExpression named(u"TZID=([^;:]+)"_s);
    const QTimeZone own = zoneNamed(named.match(line).captured(1));
    QList<QDateTime> instants;
    for (const QString &text : line.section(u':', 1).split(u',')) {
        const QDate day = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
        if (text.size() == 8)
            instants.append(QDateTime(day, QTime(0, 0), zone).toUTC());
        else if (text.endsWith(u'Z'))
            instants.append(
                QDateTime(day, QTime::fromString(text.mid(9, 6), u"HHmmss"_s), Qt::UTC));
        else
            instants.append(QDateTime(day, QTime::fromString(text.mid(9, 6), u"HHmmss"_s),
                                      own.isValid() ? own : zone)
                                .toUTC());
    }
    return instants;
}

} // namespace

bool isRecurrence(const QJsonArray &recurrence)
{
    int rules = 0;
    for (const QJsonValue &value : recurrence) {
        const QString line = value.toString();
        if (line.startsWith(u"RRULE:")) {
            ++rules;
            if (!ruleOf(line))
                return false;
        } else if (!line.startsWith(u"EXDATE")) {
            return false;
        }
    }
    return rules == 1;
}

QList<QDateTime> occurrences(const QJsonArray &recurrence, const QDateTime &first,
                             const QDateTime &horizon)
{
    Rule rule;
    QList<QDateTime> exceptions;
    for (const QJsonValue &value : recurrence) {
        const QString line = value.toString();
        if (line.startsWith(u"RRULE:"))
            rule = ruleOf(line).value_or(Rule());
        else
            exceptions += exceptionsOf(line, first.timeZone());
    }
    if (rule.days.isEmpty())
        rule.days.append(first.date().dayOfWeek());
    const QDate monday = first.date().addDays(1 - first.date().dayOfWeek());
    QList<QDateTime> found;
    int counted = 0;
    for (QDate day = first.date(); found.size() < 1000; day = day.addDays(1)) {
        const qint64 step = rule.weekly ? monday.daysTo(day) / 7 : first.date().daysTo(day);
        const bool hit =
            step % rule.interval == 0 && (!rule.weekly || rule.days.contains(day.dayOfWeek()));
        const QDateTime start(day, first.time(), first.timeZone());
        if (start > horizon || (rule.until.isValid() && start > rule.until)
            || (rule.count > 0 && counted >= rule.count)) {
            break;
        }
        if (!hit)
            continue;
        ++counted;
        if (!exceptions.contains(start.toUTC()))
            found.append(start.toUTC());
    }
    return found;
}

} // namespace sim
