// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// Patients and subscriptions (contract sections 6 and 9).

namespace sim {

using opendental::Given;
using opendental::noDate;
using opendental::noTime;

namespace {

const QStringList &textFields()
{
    static const QStringList fields{
        u"LName"_s,   u"FName"_s,       u"MiddleI"_s,  u"Preferred"_s,
        u"Address"_s, u"Address2"_s,    u"City"_s,     u"State"_s,
        u"Zip"_s,     u"HmPhone"_s,     u"WkPhone"_s,  u"WirelessPhone"_s,
        u"Email"_s,   u"ChartNumber"_s, u"Language"_s, u"SSN"_s};
    return fields;
}

const QHash<QString, QStringList> &wordFields()
{
    static const QHash<QString, QStringList> fields{
        {u"PatStatus"_s,
         {u"Patient"_s, u"NonPatient"_s, u"Inactive"_s, u"Archived"_s, u"Deceased"_s,
          u"Prospective"_s}},
        {u"Gender"_s, {u"Male"_s, u"Female"_s, u"Unknown"_s}},
        {u"Position"_s, {u"Single"_s, u"Married"_s, u"Child"_s, u"Widowed"_s, u"Divorced"_s}},
        {u"TxtMsgOk"_s, {u"Unknown"_s, u"Yes"_s, u"No"_s}}};
    return fields;
}

//! 5 digits, 5-4, 9 digits, or the Canadian form.
bool isZip(const QString &zip)
{
    static const QRegularExpression form(u"^(\\d{5}(-?\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)?$"_s);
    return form.match(zip).hasMatch();
}

bool begins(const QJsonObject &row, QLatin1StringView field, const QString &sought)
{
    return row.value(field).toString().startsWith(sought, Qt::CaseInsensitive);
}

} // namespace

qint64 OpenDental::patientCount() const
{
    return m_clinic.patients.size() + m_madePatients;
}

QJsonObject OpenDental::patientRow(qint64 number) const
{
    const auto changed = m_patientEdits.constFind(number);
    if (changed != m_patientEdits.cend()) {
        return *changed;
    }
    Row row{{"PatNum"_L1, number},
            {"LName"_L1, QString()},
            {"FName"_L1, QString()},
            {"MiddleI"_L1, QString()},
            {"Preferred"_L1, QString()},
            {"PatStatus"_L1, u"Patient"_s},
            {"Gender"_L1, u"Unknown"_s},
            {"Position"_L1, u"Single"_s},
            {"Birthdate"_L1, noDate},
            {"SSN"_L1, QString()},
            {"Address"_L1, QString()},
            {"Address2"_L1, QString()},
            {"City"_L1, QString()},
            {"State"_L1, QString()},
            {"Zip"_L1, QString()},
            {"HmPhone"_L1, QString()},
            {"WkPhone"_L1, QString()},
            {"WirelessPhone"_L1, QString()},
            {"Guarantor"_L1, number},
            {"Email"_L1, QString()},
            {"PriProv"_L1, 1},
            {"ClinicNum"_L1, 0},
            {"ChartNumber"_L1, QString()},
            {"Language"_L1, QString()},
            {"TxtMsgOk"_L1, u"Unknown"_s},
            {"DateTStamp"_L1, noTime}};
    if (number < 1 || number > m_clinic.patients.size()) {
        return row;
    }
    const SeedPatient &seed = m_clinic.patients.at(number - 1);
    row.insert("LName"_L1, seed.lastName);
    row.insert("FName"_L1, seed.firstName);
    row.insert("Gender"_L1, seed.sex == "female"_L1 ? u"Female"_s : u"Male"_s);
    if (seed.birthDate.isValid()) {
        row.insert("Birthdate"_L1, seed.birthDate.toString(Qt::ISODate));
    }
    row.insert("WirelessPhone"_L1, seed.mobile);
    row.insert("HmPhone"_L1, seed.phone);
    row.insert("Email"_L1, seed.email);
    row.insert("Language"_L1, seed.language == "fr"_L1 ? u"fra"_s : u"eng"_s);
    // The column takes 15 characters: the Contact id's last ones.
    row.insert("ChartNumber"_L1, seed.contactId.right(15));
    return row;
}

Answer OpenDental::patients(const Request &request, const QString &rest)
{
    const qint64 number = rest.toLongLong();
    const bool exists = number >= 1 && number <= patientCount();
    if (request.method == "GET" && number > 0) {
        return exists ? shown(200, patientRow(number)) : refused(404, u"PatNum not found."_s);
    }
    if (request.method == "GET" && (rest.isEmpty() || rest == "Simple"_L1)) {
        QJsonArray rows;
        Given given(request);
        const QString last = given.text("LName"_L1).value_or(QString());
        const QString first = given.text("FName"_L1).value_or(QString());
        const QString birth = given.date("Birthdate"_L1).value_or(QString());
        // Only the search window knows it; Simple overlooks it.
        const QString chart =
            rest.isEmpty() ? given.text("ChartNumber"_L1).value_or(QString()) : QString();
        const QString status = given.text("PatStatus"_L1).value_or(QString());
        if (!given.problem().isEmpty()) {
            return refused(400, given.problem());
        }
        for (qint64 each = 1; each <= patientCount(); ++each) {
            Row row = patientRow(each);
            const bool fits = begins(row, "LName"_L1, last) && begins(row, "FName"_L1, first)
                && (birth.isEmpty() || row.value("Birthdate"_L1).toString() == birth)
                && (chart.isEmpty() || begins(row, "ChartNumber"_L1, chart))
                && (status.isEmpty() || row.value("PatStatus"_L1).toString() == status);
            if (fits) {
                row.insert("serverDateTime"_L1, stampNow());
                rows.append(row);
            }
        }
        return listed(request, rows);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    if (request.method == "POST" && rest.isEmpty()) {
        for (qint64 each = 1; each <= patientCount(); ++each) {
            const Row row = patientRow(each);
            const bool same = row.value("LName"_L1) == body.value("LName"_L1)
                && row.value("FName"_L1) == body.value("FName"_L1)
                && row.value("Birthdate"_L1) == body.value("Birthdate"_L1)
                && (row.value("Email"_L1) == body.value("Email"_L1)
                    || row.value("WirelessPhone"_L1) == body.value("WirelessPhone"_L1));
            if (same) {
                return refused(400, u"A patient with this name, birthdate and contact exists."_s);
            }
        }
        return changePatient(0, body);
    }
    if (request.method == "PUT" && exists) {
        return changePatient(number, body);
    }
    return refused(404, u"PatNum not found."_s);
}

Answer OpenDental::changePatient(qint64 number, const Row &body)
{
    Given given(body);
    const bool makes = number == 0;
    if (makes) {
        given.require("LName"_L1);
        given.require("FName"_L1);
    }
    Row row = patientRow(makes ? patientCount() + 1 : number);
    for (const QString &field : textFields()) {
        const QByteArray latin = field.toLatin1();
        const auto text = given.text(QLatin1StringView(latin));
        if (!text) {
            continue;
        }
        if ((field == "LName"_L1 || field == "FName"_L1) && text->isEmpty()) {
            given.refuse(QString(field + u" cannot be blank."_s));
        }
        if (field == "Zip"_L1 && !isZip(*text)) {
            given.refuse(u"Zip is invalid."_s);
        }
        if (field == "ChartNumber"_L1 && text->size() > 15) {
            given.refuse(u"ChartNumber is too long."_s);
        }
        row.insert(field, *text);
    }
    for (auto field = wordFields().cbegin(); field != wordFields().cend(); ++field) {
        const QByteArray latin = field.key().toLatin1();
        if (const auto word = given.word(QLatin1StringView(latin), field.value())) {
            row.insert(field.key(), *word);
        }
    }
    if (const auto birth = given.date("Birthdate"_L1)) {
        row.insert("Birthdate"_L1, *birth);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (makes) {
        number = patientCount() + 1;
        ++m_madePatients;
    }
    row.insert("DateTStamp"_L1, stampNow());
    m_patientEdits.insert(number, row);
    return shown(makes ? 201 : 200, row);
}

Answer OpenDental::subscriptions(const Request &request, const QString &rest)
{
    if (request.method == "GET" && rest.isEmpty()) {
        return listed(request, m_subscriptions.all());
    }
    const qint64 number = rest.toLongLong();
    if (request.method == "DELETE" && m_subscriptions.rows.remove(number) > 0) {
        return Answer::empty(200);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    Row row = m_subscriptions.row(number);
    if (request.method == "POST" && rest.isEmpty()) {
        row = {{"EndPointUrl"_L1, QString()},
               {"Workstation"_L1, QString()},
               {"CustomerKeyNum"_L1, 1},
               {"WatchTable"_L1, QString()},
               {"PollingSeconds"_L1, 0},
               {"UiEventType"_L1, QString()},
               {"DateTimeStart"_L1, stampNow()},
               {"DateTimeStop"_L1, noTime},
               {"Note"_L1, QString()}};
    } else if (request.method != "PUT" || row.isEmpty()) {
        return refused(404, u"SubscriptionNum not found."_s);
    }
    Given given(body);
    if (number == 0) {
        given.require("EndPointUrl"_L1);
    }
    for (const QLatin1StringView field : {"EndPointUrl"_L1, "Workstation"_L1, "Note"_L1}) {
        if (const auto text = given.text(field)) {
            row.insert(field, *text);
        }
    }
    const auto watch =
        given.word("WatchTable"_L1,
                   {u"Appointment"_s, u"AppointmentDeleted"_s, u"Operatory"_s, u"PatField"_s,
                    u"Patient"_s, u"Provider"_s, u"Schedule"_s, u"ToothInitial"_s});
    const auto event = given.word("UiEventType"_L1, {u"PatientSelected"_s});
    const auto seconds = given.number("PollingSeconds"_L1);
    if (watch) {
        row.insert("WatchTable"_L1, *watch);
    }
    if (event) {
        row.insert("UiEventType"_L1, *event);
    }
    if (seconds) {
        row.insert("PollingSeconds"_L1, *seconds);
    }
    for (const QLatin1StringView field : {"DateTimeStart"_L1, "DateTimeStop"_L1}) {
        if (const auto time = given.dateTime(field)) {
            row.insert(field, *time);
        }
    }
    const bool database = !row.value("WatchTable"_L1).toString().isEmpty();
    if (database && row.value("PollingSeconds"_L1).toInteger() == 0) {
        given.refuse(u"PollingSeconds is required with WatchTable."_s);
    }
    if (!database && row.value("UiEventType"_L1).toString().isEmpty()) {
        given.refuse(u"WatchTable or UiEventType is required."_s);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (number == 0) {
        return shown(201, m_subscriptions.add(row));
    }
    m_subscriptions.rows.insert(number, row);
    return shown(200, row);
}

} // namespace sim
