// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/calls.h"

namespace opendental {

//! Words sought at the head of a name, whatever their case; empty = not sought.
struct PatientSearch {
    QString lastName;
    QString firstName;
    QDate birthDate;

    PatientSearch() = default;
};

//! What a patient is made or changed with; what is empty is left out.
struct PatientDraft {
    QString lastName;
    QString firstName;
    QDate birthDate;
    QString chartNumber;
    QString mobile;
    QString email;
    QString zip; //!< goes into the second address line where the office would refuse it
    QString city;

    PatientDraft() = default;
    QJsonObject toJson() const;
};

struct AppointmentFilter {
    Key patient = 0;
    QString status;
    QDate from;
    QDate to;

    AppointmentFilter() = default;
};

struct AppointmentDraft {
    Key patient = 0;
    Key room = 0;
    Key provider = 0;
    QDateTime start; //!< by the office's clock
    int minutes = 0;
    std::optional<QString> note; //!< overwrites

    AppointmentDraft() = default;
    QJsonObject toJson() const;
};

enum class Broken { Missed, Cancelled };

//! 5 digits, 5-4, 9 digits or the Canadian form: the office refuses every other postal code.
bool isZip(const QString &text);
//! Patients, appointments and subscriptions of one office (open-dental-api.md sections 6, 7, 9).
class People
{
public:
    //! lane outlives this.
    explicit People(Lane *lane) : m_calls(lane) { }

    Task<QList<Patient>> search(PatientSearch search);
    Task<Patient> patient(Key number);
    //! The one with that chart number; NotFound where there is none or several.
    Task<Patient> patientByChart(QString chartNumber);
    Task<Patient> makePatient(PatientDraft draft);
    Task<Patient> changePatient(Key number, PatientDraft draft);

    Task<QList<Appointment>> appointments(AppointmentFilter filter);
    Task<Appointment> appointment(Key number);
    Task<QList<FreeTime>> freeTimes(QDate from, QDate to, int minutes, Key room);
    Task<Appointment> makeAppointment(AppointmentDraft draft);
    //! Moves it, or changes what else the draft says.
    Task<Appointment> changeAppointment(Key number, AppointmentDraft draft);
    //! Only a scheduled one.
    Task<void> breakAppointment(Key number, Broken why, bool toUnscheduledList);
    //! None, Sent, Confirmed, Not Accepted or Failed.
    Task<void> confirmAppointment(Key number, QString word);
    //! Appends; what is there stays.
    Task<void> noteAppointment(Key number, QString note);

    Task<QList<Subscription>> subscriptions();
    Task<Subscription> subscribe(Subscription subscription);
    Task<Subscription> changeSubscription(Key number, Subscription subscription);
    Task<void> unsubscribe(Key number);
    //! Why events would come twice or not at all, in words; empty = nothing to say.
    static QString remarkOn(const Subscription &subscription);

private:
    Task<void> act(Key number, QString verb, QJsonObject body);

    Calls m_calls;
};

} // namespace opendental
