// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/json.h"

#include "app/connectors/googlecalendar/mapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTextBoundaryFinder>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace googlecalendar {

namespace {

//! A used-up daily quota does not come back in minutes.
constexpr std::chrono::seconds quotaPause{3600};

QString words(const char *text)
{
    return QCoreApplication::translate("googlecalendar", text);
}

QTimeZone zoneNamed(const QByteArray &name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime instantOf(const QJsonValue &edge, const QByteArray &calendarZone)
{
    const QString date = edge[field::date].toString();
    if (!date.isEmpty()) {
        const QDate day = QDate::fromString(date, Qt::ISODate);
        return day.isValid() ? day.startOfDay(zoneNamed(calendarZone)).toUTC() : QDateTime();
    }
    const QDateTime time =
        QDateTime::fromString(edge[field::dateTime].toString(), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() != Qt::LocalTime)
        return time.toUTC();
    const QByteArray named = edge[field::timeZone].toString().toLatin1();
    return QDateTime(time.date(), time.time(), zoneNamed(named.isEmpty() ? calendarZone : named))
        .toUTC();
}

QJsonObject edgeOf(const QDateTime &instant, const QByteArray &zone)
{
    return {{field::dateTime, instant.toUTC().toString(Qt::ISODate)},
            {field::timeZone, QString::fromLatin1(zone.isEmpty() ? QByteArray("UTC") : zone)}};
}

bool isDeclined(const QJsonObject &event)
{
    for (const QJsonValue &attendee : event[field::attendees].toArray()) {
        if (attendee[field::self].toBool())
            return attendee[field::responseStatus].toString() == word::declined;
    }
    return false;
}

//! The first letter with its marks and a point.
QString initial(const QString &name)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? QString(name.left(end).toUpper() + u'.') : QString();
}

QString initialsOf(const QStringList &names)
{
    QStringList initials;
    for (const QString &name : names) {
        const QString letter = initial(name.trimmed());
        if (!letter.isEmpty())
            initials.append(letter);
    }
    return initials.join(u' ');
}

} // namespace

CalendarEvent eventFromJson(const QJsonObject &event, const QByteArray &zone)
{
    CalendarEvent result;
    result.id = event[field::id].toString();
    result.etag = event[field::etag].toString();
    result.visit = event[field::extendedProperties][field::privateProperties][field::vestibuleVisit]
                       .toString();
    result.start = instantOf(event[field::start], zone);
    result.end = instantOf(event[field::end], zone);
    result.cancelled = event[field::status].toString() == word::cancelled;
    const QString type = event[field::eventType].toString();
    const bool isFree = event[field::transparency].toString() == word::transparent
        || type == word::workingLocation || isDeclined(event);
    result.busy = !result.cancelled && (type == word::outOfOffice || !isFree);
    return result;
}

QString eventId(const VisitId &visit, int generation)
{
    QString hex = derivedUuid(QString(u"vestibule:event:"_s + visit.value));
    hex.remove(u'-');
    return QString(hex + u'g' + QString::number(generation));
}

bool isOurId(const QString &id, const VisitId &visit)
{
    const QString first = eventId(visit, 1);
    return id.startsWith(first.chopped(1));
}

QString summaryOf(const Facts &facts, bool withName)
{
    const QString stranger = facts.appointment.strangerName;
    const QString name = facts.patient.lastName.isEmpty() ? stranger : facts.patient.displayName();
    const QString initials = facts.patient.lastName.isEmpty()
        ? initialsOf(stranger.split(u' ', Qt::SkipEmptyParts))
        : initialsOf({facts.patient.firstName, facts.patient.lastName});
    QStringList parts{withName ? name : initials,
                      facts.appointment.reason.isEmpty() ? facts.product.name
                                                         : facts.appointment.reason};
    parts.removeAll(QString());
    return parts.join(u" – "_s);
}

QJsonObject eventBody(const Facts &facts, bool withName)
{
    const Slot &slot = facts.appointment.slot;
    const QJsonObject ours{{field::vestibuleVisit, facts.visit.id.value},
                           {field::vestibuleRev, QString::number(facts.visit.revision)}};
    QJsonObject body{{field::summary, summaryOf(facts, withName)},
                     {field::start, edgeOf(slot.start, facts.timeZone)},
                     {field::end, edgeOf(slot.end, facts.timeZone)},
                     {field::transparency, QString(word::opaque)},
                     {field::extendedProperties, QJsonObject{{field::privateProperties, ours}}}};
    if (!facts.room.name.isEmpty())
        body.insert(field::location, facts.room.name);
    return body;
}

QString reasonOf(const Response &answer)
{
    const QJsonValue error = QJsonDocument::fromJson(answer.body).object()[field::error];
    return error[field::errors].toArray().first()[field::reason].toString();
}

Error errorFrom(const Response &answer)
{
    const QString reason = reasonOf(answer);
    Response meaning = answer;
    const bool slowDown = reason == "rateLimitExceeded"_L1 || reason == "userRateLimitExceeded"_L1
        || reason == "quotaExceeded"_L1;
    if (slowDown)
        meaning.status = 429;
    Error error = errorOf(meaning, Service::GoogleCalendar);
    error.httpStatus = answer.status;
    if (reason == "quotaExceeded"_L1 && !error.retryAfter)
        error.retryAfter = quotaPause;
    if (error.kind == Error::Kind::Forbidden) {
        error.message = reason == "accessNotConfigured"_L1
            ? words(QT_TRANSLATE_NOOP("googlecalendar",
                                      "The Calendar interface is switched off for our client. "
                                      "Switch it on in the Google console."))
            : words(QT_TRANSLATE_NOOP("googlecalendar",
                                      "The account in use may not change this calendar. Ask the "
                                      "surgeon to share it with the right to change events."));
    } else if (error.kind == Error::Kind::NotFound) {
        error.message = words(QT_TRANSLATE_NOOP(
            "googlecalendar",
            "The calendar or the event is not there, or not shared with us. Check "
            "the surgeon's Google_Calendar in the CRM."));
    } else if (error.kind == Error::Kind::Invalid && !reason.isEmpty()) {
        error.message = words(QT_TRANSLATE_NOOP("googlecalendar",
                                                "Google Calendar does not accept the event (%1)."))
                            .arg(reason);
    }
    return error;
}

} // namespace googlecalendar
