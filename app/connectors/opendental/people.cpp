// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/people.h"

#include "app/connectors/opendental/mapping.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

constexpr int minutesPerSign = 5;
constexpr qsizetype longestChartNumber = 15;

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Invalid, words(text), Service::OpenDental);
}

QString pathOf(QLatin1StringView collection, Key number)
{
    return QString(collection + u'/' + QString::number(number));
}

QString logged(QLatin1StringView collection)
{
    return QString(collection + u"/{id}"_s);
}

void insertText(QJsonObject &body, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        body.insert(name, text);
}

bool begins(const QJsonObject &row, QLatin1StringView name, const QString &sought)
{
    return row[name].toString().startsWith(sought, Qt::CaseInsensitive);
}

} // namespace

bool isZip(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{5}(-?\\d{4})?|[A-Z]\\d[A-Z] \\d[A-Z]\\d)$"_s);
    return form.match(text).hasMatch();
}

QJsonObject PatientDraft::toJson() const
{
    QJsonObject body;
    insertText(body, field::lName, lastName);
    insertText(body, field::fName, firstName);
    if (birthDate.isValid())
        body.insert(field::birthdate, dateText(birthDate));
    insertText(body, field::chartNumber, chartNumber);
    insertText(body, field::wirelessPhone, mobile);
    insertText(body, field::email, email);
    insertText(body, "City"_L1, city);
    // Four digits, as in Belgium or Tunisia, are refused as a postal code (section 11, trap 3).
    if (!zip.isEmpty())
        body.insert(isZip(zip) ? field::zip : field::address2, zip);
    return body;
}

QJsonObject AppointmentDraft::toJson() const
{
    QJsonObject body;
    if (patient > 0)
        body.insert(field::patNum, patient);
    if (room > 0)
        body.insert(field::op, room);
    if (provider > 0)
        body.insert(field::provNum, provider);
    if (start.isValid())
        body.insert(field::aptDateTime, timeText(start));
    if (minutes > 0) {
        const int signs = (minutes + minutesPerSign - 1) / minutesPerSign;
        body.insert(field::pattern, QString(signs, u'X'));
    }
    if (note)
        body.insert(field::note, *note);
    return body;
}

Task<QList<Patient>> People::search(PatientSearch search)
{
    Query query;
    if (!search.lastName.isEmpty())
        query.append(parameter(field::lName, search.lastName));
    if (!search.firstName.isEmpty())
        query.append(parameter(field::fName, search.firstName));
    if (search.birthDate.isValid())
        query.append(parameter(field::birthdate, dateText(search.birthDate)));
    const Calls::Check belongs = [search](const QJsonObject &row) {
        return begins(row, field::lName, search.lastName)
            && begins(row, field::fName, search.firstName)
            && (!search.birthDate.isValid() || dateOf(row[field::birthdate]) == search.birthDate);
    };
    const QString path = path::patientsSimple;
    const QString key = field::patNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Patient> patients;
    for (const QJsonObject &row : *rows)
        patients.append(patientFromJson(row));
    co_return patients;
}

Task<Patient> People::patient(Key number)
{
    const QString path = pathOf(path::patients, number);
    const QString loggedPath = logged(path::patients);
    const Result<QJsonObject> row = co_await m_calls.one(path, loggedPath);
    if (!row)
        co_return tl::unexpected(row.error());
    const Patient patient = patientFromJson(*row);
    if (patient.number != number)
        co_return tl::unexpected(foreignRows());
    co_return patient;
}

Task<Patient> People::patientByChart(QString chartNumber)
{
    Query query;
    query.append(parameter(field::chartNumber, chartNumber));
    // The window's search compares heads of words, so others may come rightly.
    const Calls::Check belongs = [chartNumber](const QJsonObject &row) {
        return begins(row, field::chartNumber, chartNumber);
    };
    const QString path = path::patients;
    const QString key = field::patNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Patient> found;
    for (const QJsonObject &row : *rows) {
        if (row[field::chartNumber].toString() == chartNumber)
            found.append(patientFromJson(row));
    }
    if (found.size() == 1)
        co_return found.first();
    co_return failure(Error::Kind::NotFound,
                      words(QT_TRANSLATE_NOOP(
                          "opendental", "Open Dental has no one patient with this chart number.")),
                      Service::OpenDental);
}

Task<Patient> People::makePatient(PatientDraft draft)
{
    if (draft.lastName.trimmed().isEmpty() || draft.firstName.trimmed().isEmpty())
        co_return refused(
            QT_TRANSLATE_NOOP("opendental", "Open Dental needs a last name and a first name."));
    if (draft.chartNumber.size() > longestChartNumber)
        co_return refused(
            QT_TRANSLATE_NOOP("opendental", "A chart number has at most 15 characters."));
    const QString path = path::patients;
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return patientFromJson(*row);
}

Task<Patient> People::changePatient(Key number, PatientDraft draft)
{
    if (draft.chartNumber.size() > longestChartNumber)
        co_return refused(
            QT_TRANSLATE_NOOP("opendental", "A chart number has at most 15 characters."));
    const QString path = pathOf(path::patients, number);
    const QString loggedPath = logged(path::patients);
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return patientFromJson(*row);
}

Task<QList<Appointment>> People::appointments(AppointmentFilter filter)
{
    Query query;
    if (filter.patient > 0)
        query.append(parameter(field::patNum, QString::number(filter.patient)));
    if (!filter.status.isEmpty())
        query.append(parameter(field::aptStatus, filter.status));
    if (filter.from.isValid())
        query.append(parameter("dateStart"_L1, dateText(filter.from)));
    if (filter.to.isValid())
        query.append(parameter("dateEnd"_L1, dateText(filter.to)));
    const Calls::Check belongs = [filter](const QJsonObject &row) {
        const QDate day = dateOf(row[field::aptDateTime]);
        return (filter.patient == 0 || keyOf(row[field::patNum]) == filter.patient)
            && (filter.status.isEmpty() || row[field::aptStatus].toString() == filter.status)
            && (!filter.from.isValid() || day >= filter.from)
            && (!filter.to.isValid() || day <= filter.to);
    };
    const QString path = path::appointments;
    const QString key = field::aptNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Appointment> list;
    for (const QJsonObject &row : *rows)
        list.append(appointmentFromJson(row));
    co_return list;
}

Task<Appointment> People::appointment(Key number)
{
    const QString path = pathOf(path::appointments, number);
    const QString loggedPath = logged(path::appointments);
    const Result<QJsonObject> row = co_await m_calls.one(path, loggedPath);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return appointmentFromJson(*row);
}

Task<QList<FreeTime>> People::freeTimes(QDate from, QDate to, int minutes, Key room)
{
    Query query;
    query.append(parameter("dateStart"_L1, dateText(from)));
    query.append(parameter("dateEnd"_L1, dateText(to)));
    query.append(parameter("lengthMinutes"_L1, QString::number(minutes)));
    query.append(parameter("OpNum"_L1, QString::number(room)));
    const Calls::Check belongs = [from, to](const QJsonObject &row) {
        const QDate day = dateOf(row["DateTimeStart"_L1]);
        return day >= from && day <= to;
    };
    const QString path = path::slots;
    const QString none;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), none, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<FreeTime> times;
    for (const QJsonObject &row : *rows)
        times.append(freeTimeFromJson(row));
    co_return times;
}

Task<Appointment> People::makeAppointment(AppointmentDraft draft)
{
    if (draft.patient <= 0 || draft.room <= 0 || !draft.start.isValid())
        co_return refused(
            QT_TRANSLATE_NOOP("opendental", "An appointment needs a patient, a room and a time."));
    const QString path = path::appointments;
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return appointmentFromJson(*row);
}

Task<Appointment> People::changeAppointment(Key number, AppointmentDraft draft)
{
    const QString path = pathOf(path::appointments, number);
    const QString loggedPath = logged(path::appointments);
    draft.patient = 0;
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return appointmentFromJson(*row);
}

Task<void> People::act(Key number, QString verb, QJsonObject body)
{
    const QString path = QString(pathOf(path::appointments, number) + u'/' + verb);
    const QString loggedPath = QString(logged(path::appointments) + u'/' + verb);
    const Result<QJsonObject> done = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return Result<void>();
}

Task<void> People::breakAppointment(Key number, Broken why, bool toUnscheduledList)
{
    const Result<Appointment> now = co_await appointment(number);
    if (!now)
        co_return tl::unexpected(now.error());
    if (now->status != u"Scheduled"_s) {
        co_return refused(QT_TRANSLATE_NOOP(
            "opendental", "Only a scheduled appointment can be marked as missed or cancelled."));
    }
    const QString word = why == Broken::Missed ? u"Missed"_s : u"Cancelled"_s;
    const QJsonObject body{{"sendToUnscheduledList"_L1, boolJson(toUnscheduledList)},
                           {"breakType"_L1, word}};
    const QString verb = u"Break"_s;
    co_return co_await act(number, verb, body);
}

Task<void> People::confirmAppointment(Key number, QString word)
{
    static const QStringList known{u"None"_s, u"Sent"_s, u"Confirmed"_s, u"Not Accepted"_s,
                                   u"Failed"_s};
    if (!known.contains(word))
        co_return refused(
            QT_TRANSLATE_NOOP("opendental", "Open Dental knows no such state of a confirmation."));
    const QJsonObject body{{"confirmVal"_L1, word}};
    const QString verb = u"Confirm"_s;
    co_return co_await act(number, verb, body);
}

Task<void> People::noteAppointment(Key number, QString note)
{
    const QJsonObject body{{field::note, note}};
    const QString verb = u"Note"_s;
    co_return co_await act(number, verb, body);
}

Task<QList<Subscription>> People::subscriptions()
{
    const Calls::Check belongs = [](const QJsonObject &) { return true; };
    const Query query;
    const QString path = path::subscriptions;
    const QString key = field::subscriptionNum;
    const Result<QList<QJsonObject>> rows = co_await m_calls.list(path, query, key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Subscription> list;
    for (const QJsonObject &row : *rows)
        list.append(subscriptionFromJson(row));
    co_return list;
}

Task<Subscription> People::subscribe(Subscription subscription)
{
    const bool known = !subscription.watchTable.isEmpty() || !subscription.uiEventType.isEmpty();
    if (subscription.endPointUrl.isEmpty() || !known)
        co_return refused(QT_TRANSLATE_NOOP(
            "opendental", "A subscription needs an address and what it is about."));
    const QString path = path::subscriptions;
    const QJsonObject body = subscriptionToJson(subscription);
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return subscriptionFromJson(*row);
}

Task<Subscription> People::changeSubscription(Key number, Subscription subscription)
{
    const QString path = pathOf(path::subscriptions, number);
    const QString loggedPath = logged(path::subscriptions);
    const QJsonObject body = subscriptionToJson(subscription);
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return subscriptionFromJson(*row);
}

Task<void> People::unsubscribe(Key number)
{
    const QString path = pathOf(path::subscriptions, number);
    const QString loggedPath = logged(path::subscriptions);
    co_return co_await m_calls.remove(path, loggedPath);
}

QString People::remarkOn(const Subscription &subscription)
{
    const QString host = QUrl(subscription.endPointUrl).host();
    const bool local = host == u"localhost"_s || host == u"127.0.0.1"_s;
    if (subscription.workstation.isEmpty() && !local) {
        return words(QT_TRANSLATE_NOOP(
            "opendental",
            "No workstation is named: every computer of the office sends each event, so they come "
            "several times."));
    }
    if (!subscription.workstation.isEmpty() && local) {
        return words(QT_TRANSLATE_NOOP(
            "opendental",
            "The address is this computer's own, yet another workstation is to send the events."));
    }
    return {};
}

} // namespace opendental
