// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

// Appointments (contract section 7).

namespace sim {

using opendental::dateTimeOf;
using opendental::dateTimeText;
using opendental::Given;

namespace {

constexpr int MinutesPerSign = 5;
constexpr int LongestSigns = 9 * 60 / MinutesPerSign;
const QTime opens(8, 0);
const QTime closes(18, 0);

bool isPattern(const QString &pattern)
{
    static const QRegularExpression form(u"^[X/]+$"_s);
    return pattern.size() <= LongestSigns && form.match(pattern).hasMatch();
}

QDateTime endOf(const QJsonObject &row)
{
    const auto start = dateTimeOf(row.value("AptDateTime"_L1).toString());
    return start.value_or(QDateTime())
        .addSecs(row.value("Pattern"_L1).toString().size() * MinutesPerSign * 60);
}

const QHash<QString, qint64> &confirmWords()
{
    static const QHash<QString, qint64> words{{u"None"_s, 19},
                                              {u"Sent"_s, 20},
                                              {u"Confirmed"_s, 21},
                                              {u"Not Accepted"_s, 22},
                                              {u"Failed"_s, 23}};
    return words;
}

} // namespace

Answer OpenDental::appointments(const Request &request, const QString &rest)
{
    if (request.method == "GET" && rest.isEmpty()) {
        return listAppointments(request);
    }
    if (request.method == "GET" && rest == "Slots"_L1) {
        return freeTimes(request);
    }
    const QString first = rest.section(u'/', 0, 0);
    const QString verb = rest.section(u'/', 1);
    const qint64 number = first.toLongLong();
    if (request.method == "GET") {
        return m_appointments.has(number) ? shown(200, m_appointments.row(number))
                                          : refused(404, u"AptNum not found."_s);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    if (request.method == "POST" && rest.isEmpty()) {
        return makeAppointment(body, u"Scheduled"_s);
    }
    if (request.method == "POST" && rest == "Planned"_L1) {
        return makeAppointment(body, u"Planned"_s);
    }
    if (request.method == "POST" && rest == "SchedulePlanned"_L1) {
        const Row planned = m_appointments.row(body.value("AptNum"_L1).toInteger());
        if (planned.value("AptStatus"_L1).toString() != "Planned"_L1) {
            return refused(404, u"AptNum not found."_s);
        }
        Row scheduled = body;
        scheduled.insert("PatNum"_L1, planned.value("PatNum"_L1));
        scheduled.insert("Pattern"_L1, planned.value("Pattern"_L1));
        return makeAppointment(scheduled, u"Scheduled"_s);
    }
    if (request.method != "PUT" || !m_appointments.has(number)) {
        return refused(404, u"AptNum not found."_s);
    }
    const Row row = m_appointments.row(number);
    return verb.isEmpty() ? changeAppointment(row, body) : actOnAppointment(row, verb, body);
}

Answer OpenDental::listAppointments(const Request &request) const
{
    Given given(request);
    const auto patient = given.number("PatNum"_L1);
    const auto status = given.text("AptStatus"_L1);
    const auto room = given.number("Op"_L1);
    const auto day = given.date("date"_L1);
    const auto from = given.date("dateStart"_L1);
    const auto to = given.date("dateEnd"_L1);
    const auto since = given.dateTime("DateTStamp"_L1);
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    QJsonArray rows;
    for (const Row &each : m_appointments.rows) {
        const QString date = each.value("AptDateTime"_L1).toString().left(10);
        const bool fits = (!patient || each.value("PatNum"_L1).toInteger() == *patient)
            && (!status || each.value("AptStatus"_L1).toString() == *status)
            && (!room || each.value("Op"_L1).toInteger() == *room) && (!day || date == *day)
            && (!from || date >= *from) && (!to || date <= *to)
            && (!since || each.value("DateTStamp"_L1).toString() >= *since);
        if (fits) {
            Row row = each;
            row.insert("serverDateTime"_L1, stampNow());
            rows.append(row);
        }
    }
    return listed(request, rows);
}

Answer OpenDental::freeTimes(const Request &request) const
{
    Given given(request);
    const qint64 minutes = given.number("lengthMinutes"_L1).value_or(30);
    const qint64 room = given.number("OpNum"_L1).value_or(1);
    const auto day = given.date("date"_L1);
    const QString today = localNow().date().toString(Qt::ISODate);
    QDate from = *opendental::dateOf(given.date("dateStart"_L1).value_or(day.value_or(today)));
    QDate to = from.addDays(day ? 0 : 13);
    if (const auto until = given.date("dateEnd"_L1)) {
        to = *opendental::dateOf(*until);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    QJsonArray rows;
    for (; from <= to; from = from.addDays(1)) {
        if (from.dayOfWeek() > 5) {
            continue;
        }
        QDateTime start(from, opens, Qt::UTC);
        while (start.addSecs(minutes * 60).time() <= closes) {
            const QDateTime end = start.addSecs(minutes * 60);
            bool taken = false;
            for (const Row &each : m_appointments.rows) {
                QDateTime begins =
                    dateTimeOf(each.value("AptDateTime"_L1).toString()).value_or(QDateTime());
                QDateTime ends = endOf(each);
                begins.setTimeSpec(Qt::UTC);
                ends.setTimeSpec(Qt::UTC);
                taken = taken
                    || (each.value("Op"_L1).toInteger() == room
                        && each.value("AptStatus"_L1).toString() == "Scheduled"_L1 && begins < end
                        && start < ends);
            }
            if (!taken) {
                rows.append(Row{{"DateTimeStart"_L1, dateTimeText(start)},
                                {"DateTimeEnd"_L1, dateTimeText(end)},
                                {"ProvNum"_L1, 1},
                                {"OpNum"_L1, room}});
            }
            start = end;
        }
    }
    return listed(request, rows);
}

Answer OpenDental::makeAppointment(const Row &body, const QString &status)
{
    Given given(body);
    given.require("PatNum"_L1);
    const bool scheduled = status == "Scheduled"_L1;
    if (scheduled) {
        given.require("Op"_L1);
        given.require("AptDateTime"_L1);
    }
    const qint64 patient = given.number("PatNum"_L1).value_or(0);
    const qint64 room = given.number("Op"_L1).value_or(0);
    const QString start = given.dateTime("AptDateTime"_L1).value_or(opendental::noTime);
    const QString pattern = given.text("Pattern"_L1).value_or(u"/XX/"_s);
    if (!isPattern(pattern)) {
        given.refuse(u"Pattern is invalid."_s);
    }
    if (scheduled && (room < 1 || room > m_clinic.rooms.size())) {
        given.refuse(u"Op is invalid."_s);
    }
    if (patient < 1 || patient > patientCount()) {
        given.refuse(u"PatNum is invalid."_s);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const Row row{{"PatNum"_L1, patient},
                  {"AptStatus"_L1, status},
                  {"Pattern"_L1, pattern},
                  {"Confirmed"_L1, 19},
                  {"confirmed"_L1, u"None"_s},
                  {"Op"_L1, room},
                  {"Note"_L1, given.text("Note"_L1).value_or(QString())},
                  {"ProvNum"_L1, given.number("ProvNum"_L1).value_or(1)},
                  {"provAbbr"_L1, u"DR1"_s},
                  {"ProvHyg"_L1, 0},
                  {"AptDateTime"_L1, start},
                  {"IsNewPatient"_L1, u"false"_s},
                  {"IsHygiene"_L1, u"false"_s},
                  {"Priority"_L1, u"Normal"_s},
                  {"ClinicNum"_L1, 0},
                  {"DateTStamp"_L1, stampNow()}};
    return shown(201, m_appointments.add(row));
}

Answer OpenDental::changeAppointment(const Row &row, const Row &body)
{
    Given given(body);
    Row changed = row;
    if (const auto start = given.dateTime("AptDateTime"_L1)) {
        changed.insert("AptDateTime"_L1, *start);
    }
    if (const auto note = given.text("Note"_L1)) {
        changed.insert("Note"_L1, *note);
    }
    if (const auto pattern = given.text("Pattern"_L1)) {
        if (!isPattern(*pattern)) {
            given.refuse(u"Pattern is invalid."_s);
        }
        changed.insert("Pattern"_L1, *pattern);
    }
    for (const QLatin1StringView field : {"Op"_L1, "ProvNum"_L1, "Confirmed"_L1}) {
        if (const auto number = given.number(field)) {
            changed.insert(field, *number);
        }
    }
    if (const auto status = given.word(
            "AptStatus"_L1, {u"Scheduled"_s, u"Complete"_s, u"UnschedList"_s, u"Broken"_s})) {
        changed.insert("AptStatus"_L1, *status);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const qint64 number = row.value("AptNum"_L1).toInteger();
    store(m_appointments, number, changed);
    return shown(200, m_appointments.row(number));
}

Answer OpenDental::actOnAppointment(const Row &row, const QString &verb, const Row &body)
{
    Given given(body);
    Row changed = row;
    if (verb == "Break"_L1) {
        given.require("sendToUnscheduledList"_L1);
        const auto toList = given.flag("sendToUnscheduledList"_L1);
        given.word("breakType"_L1, {u"Missed"_s, u"Cancelled"_s});
        if (row.value("AptStatus"_L1).toString() != "Scheduled"_L1) {
            given.refuse(u"Only Scheduled appointments can be broken."_s);
        }
        changed.insert("AptStatus"_L1, toList.value_or(false) ? u"UnschedList"_s : u"Broken"_s);
    } else if (verb == "Note"_L1) {
        given.require("Note"_L1);
        const QString before = row.value("Note"_L1).toString();
        const QString added = given.text("Note"_L1).value_or(QString());
        changed.insert("Note"_L1, before.isEmpty() ? added : QString(before + u'\n' + added));
    } else if (verb == "Confirm"_L1) {
        const auto word = given.word("confirmVal"_L1, confirmWords().keys());
        const auto number = given.number("defNum"_L1);
        if (word.has_value() == number.has_value()) {
            given.refuse(u"Exactly one of confirmVal and defNum is required."_s);
        }
        const qint64 definition = word ? confirmWords().value(*word) : number.value_or(0);
        changed.insert("Confirmed"_L1, definition);
        changed.insert("confirmed"_L1, confirmWords().key(definition));
    } else {
        return refused(404, u"The requested method was not found."_s);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const qint64 number = row.value("AptNum"_L1).toInteger();
    store(m_appointments, number, changed);
    return Answer::empty(200);
}

} // namespace sim
