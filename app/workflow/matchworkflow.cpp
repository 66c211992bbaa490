// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/matchworkflow.h"

#include "app/connectors/dentaltap/client.h"
#include "app/workflow/bookingworkflow.h"

namespace {

constexpr int mostCandidates = 8;

} // namespace

MatchWorkflow::MatchWorkflow(Session *session, dentaltap::Client *dentalTap, PatientStore *patients,
                             PatientIndex *index, BookingWorkflow *booking, VisitStore *visits,
                             QObject *parent)
    : QObject(parent), m_session(session), m_dentalTap(dentalTap), m_patients(patients),
      m_index(index), m_booking(booking), m_visits(visits)
{
}

Task<RemotePatient> MatchWorkflow::stranger(VisitId visit)
{
    const Result<void> allowed = m_session->require(Permission::EditPatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<VisitDetail> detail = co_await m_visits->detail(visit);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const Appointment &appointment = detail->entry.appointment;
    if (!appointment.patient.isEmpty())
        co_return failure(Error::Kind::Conflict,
                          tr("Somebody has said meanwhile who this patient is. Look again."));
    RemotePatient stranger;
    stranger.dentalTapId = appointment.strangerId;
    stranger.patient = appointment.stranger;
    const QString record = detail->visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    if (stranger.dentalTapId.isEmpty() && !record.isEmpty()) {
        const Result<RemoteAppointment> read = co_await m_dentalTap->appointment(record);
        if (!read)
            co_return tl::unexpected<Error>(read.error());
        stranger.dentalTapId = read->strangerRemoteId;
    }
    if (stranger.dentalTapId.isEmpty())
        co_return failure(Error::Kind::NotFound,
                          tr("DentalTap does not say who this patient is. Look at the appointment "
                             "there."));
    if (stranger.patient.lastName.isEmpty()) {
        const QString id = stranger.dentalTapId;
        const Result<Patient> facts = co_await m_dentalTap->patient(id);
        if (!facts)
            co_return tl::unexpected<Error>(facts.error());
        stranger.patient = *facts;
    }
    co_return stranger;
}

QList<PatientMatch> MatchWorkflow::candidates(const Patient &facts) const
{
    return m_index->similar(facts, mostCandidates);
}

Task<Visit> MatchWorkflow::match(VisitId visit, PatientId patient)
{
    const Result<RemotePatient> whom = co_await stranger(visit);
    if (!whom)
        co_return tl::unexpected<Error>(whom.error());
    const Result<Patient> known = co_await m_patients->patient(patient);
    if (!known)
        co_return tl::unexpected<Error>(known.error());
    co_return co_await m_visits->match(visit, *whom, *known, false, m_session->currentId());
}

Task<Visit> MatchWorkflow::matchNew(VisitId visit, bool despiteSimilar)
{
    const Result<RemotePatient> whom = co_await stranger(visit);
    if (!whom)
        co_return tl::unexpected<Error>(whom.error());
    const Patient facts = whom->patient;
    const Result<Patient> checked = co_await m_booking->checkedPatient(facts, true, despiteSimilar);
    if (!checked)
        co_return tl::unexpected<Error>(checked.error());
    co_return co_await m_visits->match(visit, *whom, *checked, true, m_session->currentId());
}

Task<Visit> MatchWorkflow::unmatch(VisitId visit)
{
    const Result<void> allowed = m_session->require(Permission::EditPatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await m_visits->unmatch(visit, m_session->currentId());
}
