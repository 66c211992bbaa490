// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens on the screen of a station (dental-desktop-3dd.md sections 2 and 6).
#include "tests/simulator/dentaldesktopfloor.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

ScanPress plainPress(ScanPress::Kind kind)
{
    ScanPress press;
    press.kind = kind;
    return press;
}

} // namespace

void ScanFloor::show(ScanRequest &request, ScanDialog dialog, const QDateTime &at)
{
    request.dialog = dialog;
    request.shown = at;
    request.abandoned = false;
}

void ScanFloor::open(ScanStation &station, const QDateTime &at)
{
    ScanRequest &request = *station.current;
    request.opened = true;
    if (!station.script.isEmpty() && station.script.first().kind == ScanPress::Kind::End) {
        press(station, station.script.takeFirst(), at);
        return;
    }
    if (station.blocked) {
        finish(station, ScanStatus::NoNavigation, at);
        return;
    }
    if (request.method == u"CreatePatient") {
        if (m_store.mapped(request.integrationId)) {
            finish(station, ScanStatus::IntegrationIdTaken, at);
            return;
        }
        if (request.merge) {
            request.suggestions =
                m_store.suggestions(request.fields.firstName, request.fields.lastName);
        }
        show(request, request.suggestions.isEmpty() ? ScanDialog::NewPatient : ScanDialog::Merge,
             at);
        return;
    }
    if (request.method == u"SelectCase") {
        const bool known = m_store.scanCase(request.caseId) != nullptr;
        station.page = known ? QString(u"case "_s + plain(request.caseId)) : station.page;
        finish(station, known ? ScanStatus::Done : ScanStatus::NoSuchCase, at);
        return;
    }
    const ScanPatient *patient = m_store.mapped(request.integrationId);
    if (!patient) {
        finish(station, ScanStatus::NoSuchPatient, at);
        return;
    }
    if (request.method == u"UpdatePatient") {
        request.chosen = patient->id;
        if (patient->fields == request.fields)
            finish(station, ScanStatus::Done, at);
        else
            show(request, ScanDialog::Synchronise, at);
        return;
    }
    const bool newCase = request.method == u"CreateCase";
    station.page = QString((newCase ? u"newCase "_s : u"patient "_s) + request.integrationId);
    if (newCase && station.makesCases) {
        ScanCase made;
        made.id = m_store.newId();
        made.patient = patient->id;
        made.created = at;
        made.delivery = at.addDays(14);
        made.lab = u"In-house"_s;
        made.indications = {{8, 8, u"Crown"_s, u"Zirconia A2"_s}};
        m_store.add(made);
    }
    finish(station, ScanStatus::Done, at);
}

std::optional<ScanPress> ScanFloor::nextPress(ScanStation &station)
{
    const ScanRequest &request = *station.current;
    const auto fits = [&](const ScanPress &press) {
        return press.fits(request.dialog, request.suggestions.size());
    };
    while (!station.script.isEmpty() && !fits(station.script.first())) {
        station.remarks.append(u"%1 found no button in the dialog %2"_s.arg(
            ScanPress::text(station.script.takeFirst()), word(request.dialog)));
    }
    if (!station.script.isEmpty())
        return station.script.first();
    const auto habit = station.habits.constFind(word(request.dialog));
    if (habit != station.habits.constEnd() && fits(*habit))
        return *habit;
    if (!station.attended)
        return std::nullopt;
    switch (request.dialog) {
    case ScanDialog::None:
        break;
    case ScanDialog::NewPatient:
        return plainPress(ScanPress::Kind::Save);
    case ScanDialog::Merge:
        return plainPress(ScanPress::Kind::Assign);
    case ScanDialog::Synchronise:
        return plainPress(ScanPress::Kind::TakeNew);
    }
    return std::nullopt;
}

void ScanFloor::press(ScanStation &station, const ScanPress &press, const QDateTime &at)
{
    ScanRequest &request = *station.current;
    const QStringList changes = [&]() -> QStringList {
        const ScanPatient *patient = m_store.patient(request.chosen);
        return patient ? differing(patient->fields, request.fields) : QStringList();
    }();
    switch (press.kind) {
    case ScanPress::Kind::Cancel:
        finish(station, ScanStatus::Cancelled, at);
        break;
    case ScanPress::Kind::Save:
    case ScanPress::Kind::CreateNew:
        saveNew(station, at);
        break;
    case ScanPress::Kind::Assign:
        assign(station, request.suggestions.at(press.number - 1), at);
        break;
    case ScanPress::Kind::KeepOld:
        write(station, {}, at);
        break;
    case ScanPress::Kind::TakeNew:
        write(station, press.fields.isEmpty() ? changes : press.fields, at);
        break;
    case ScanPress::Kind::WalkAway:
        request.abandoned = true;
        break;
    case ScanPress::Kind::End:
        request.description = press.description;
        if (request.description.isEmpty() && press.number == int(ScanStatus::Failed))
            request.description = statusText(press.number);
        finish(station, ScanStatus(press.number), at);
        break;
    }
}

void ScanFloor::saveNew(ScanStation &station, const QDateTime &at)
{
    const ScanRequest &request = *station.current;
    // Another station may have been quicker while the dialog stood open.
    if (m_store.mapped(request.integrationId)) {
        finish(station, ScanStatus::IntegrationIdTaken, at);
    } else if (m_store.isPatientIdTaken(request.fields.patientId)) {
        finish(station, ScanStatus::PatientIdTaken, at);
    } else {
        m_store.add(ScanPatient{.id = m_store.newId(),
                                .integrationId = request.integrationId,
                                .fields = request.fields});
        station.page = QString(u"patient "_s + request.integrationId);
        finish(station, ScanStatus::Done, at);
    }
}

void ScanFloor::assign(ScanStation &station, const QUuid &chosen, const QDateTime &at)
{
    ScanRequest &request = *station.current;
    const ScanPatient *patient = m_store.patient(chosen);
    request.chosen = chosen;
    if (patient && patient->fields != request.fields)
        show(request, ScanDialog::Synchronise, at);
    else
        write(station, {}, at);
}

//! Stores the decision of a synchronise dialog: \a taken fields come from the request. The
//! integration id of a merge is stored with it, so a cancelled dialog leaves nothing behind.
void ScanFloor::write(ScanStation &station, const QStringList &taken, const QDateTime &at)
{
    const ScanRequest &request = *station.current;
    ScanPatient *patient = m_store.patient(request.chosen);
    if (!patient) {
        finish(station, ScanStatus::NoSuchPatient, at);
        return;
    }
    const ScanPatient *owner = m_store.mapped(request.integrationId);
    if ((owner && owner != patient)
        || (!patient->integrationId.isEmpty() && patient->integrationId != request.integrationId)) {
        finish(station, ScanStatus::IntegrationIdTaken, at);
        return;
    }
    ScanFields fields = patient->fields;
    if (taken.contains(u"FirstName"))
        fields.firstName = request.fields.firstName;
    if (taken.contains(u"LastName"))
        fields.lastName = request.fields.lastName;
    if (taken.contains(u"DateOfBirth"))
        fields.birthDate = request.fields.birthDate;
    if (taken.contains(u"PatientId"))
        fields.patientId = request.fields.patientId;
    if (m_store.isPatientIdTaken(fields.patientId, patient->id)) {
        finish(station, ScanStatus::PatientIdTaken, at);
        return;
    }
    patient->fields = fields;
    patient->integrationId = request.integrationId;
    finish(station, ScanStatus::Done, at);
}

} // namespace sim
