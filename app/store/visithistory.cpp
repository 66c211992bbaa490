// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rows.h"
#include "app/store/visitstore.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

// Which visits of a patient an outside system can tell more about.

Task<QList<VisitStore::InDentalTap>> VisitStore::seenInDentalTap(PatientId patient)
{
    auto work = [patient, now = m_clock()](QSqlDatabase &db) -> Result<QList<InDentalTap>> {
        Statement query(
            db,
            u"SELECT v.id, v.start_ms, v.provider, l.remote_id FROM visit v JOIN link l "
            "ON l.local_id = v.id AND l.kind = ? WHERE v.patient = ? AND v.start_ms > 0 "
            "AND v.start_ms <= ? AND v.state NOT IN (?, ?) "
            "ORDER BY v.start_ms DESC, v.id DESC"_s);
        if (Result<void> read = query.run(enumName(RecordKind::DentalTapAppointment), patient,
                                          now.toMSecsSinceEpoch(), enumName(VisitState::NoShow),
                                          enumName(VisitState::Cancelled));
            !read)
            return tl::unexpected<Error>(read.error());
        QList<InDentalTap> visits;
        while (query.next()) {
            InDentalTap visit;
            visit.visit = VisitId(query.text(0));
            visit.start = query.time(1);
            visit.provider = ProviderId(query.text(2));
            visit.appointmentId = query.text(3);
            visits.append(visit);
        }
        return visits;
    };
    co_return co_await m_database->run(std::move(work));
}
