// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditlog.h"
#include "app/store/rows.h"
#include "app/store/visitcontext.h"
#include "app/store/visitstore.h"

#include <QCoreApplication>
#include <QCoroFuture>

using namespace Qt::StringLiterals;

// Who a DentalTap patient without external id is: said by a person, for every appointment of
// theirs.

namespace {

struct Matched {
    Visit visit;
    QList<VisitId> visits;
    Patient patient; //!< made or archived by the act; id empty = neither
    bool queued = false;
};

QString words(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

//! The visits of one patient (empty = of nobody yet) that carry this DentalTap patient, the asked
//! one first.
Result<QList<rows::VisitRow>> visitsOf(QSqlDatabase &db, const Seal &seal, const VisitId &first,
                                       const PatientId &patient, const QString &strangerId)
{
    QList<rows::VisitRow> list;
    Statement query(db,
                    u"SELECT "_s + rows::visitColumns() + u" FROM visit v WHERE v.patient = ?"_s);
    if (Result<void> read = query.run(patient); !read)
        return tl::unexpected<Error>(read.error());
    while (query.next()) {
        const rows::VisitRow row = rows::visitAt(query, seal);
        if (row.visit.id == first)
            list.prepend(row);
        else if (row.appointment.strangerId == strangerId)
            list.append(row);
    }
    return list;
}

//! Both records are free for each other. Whether the patient has a Contact to name in DentalTap.
Result<bool> mayLink(QSqlDatabase &db, const PatientId &patient, const QString &strangerId)
{
    const Result<Links> links = rows::links(db, patient.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    const QString linked = links->value(RecordKind::DentalTapPatient).remoteId;
    const Result<QString> owner = rows::localId(db, RecordKind::DentalTapPatient, strangerId);
    if (!owner)
        return tl::unexpected<Error>(owner.error());
    if (!linked.isEmpty() && linked != strangerId) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("Store",
                                               "This patient has another record in DentalTap "
                                               "already. Merge the two records there.")));
    }
    if (!owner->isEmpty() && *owner != patient.value) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("Store",
                                               "This DentalTap record belongs to another patient "
                                               "already. Look again.")));
    }
    return links->contains(RecordKind::Contact);
}

Result<void> noteNew(QSqlDatabase &db, const Seal &seal, const Patient &patient, const StaffId &by,
                     const QDateTime &now)
{
    if (Result<void> put = rows::putPatient(db, seal, patient); !put)
        return put;
    AuditRow audit;
    audit.at = now;
    audit.by = by;
    audit.action = u"patient-add"_s;
    audit.subject = u"patient:"_s + patient.id.value;
    return AuditLog::write(db, audit);
}

//! A patient made for a match that is taken back: nobody else knows them.
Result<Patient> archivedAgain(QSqlDatabase &db, const Seal &seal, const PatientId &id)
{
    const Result<Links> links = rows::links(db, id.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    Statement visits(db, u"SELECT 1 FROM visit WHERE patient = ?"_s);
    if (Result<void> read = visits.run(id); !read)
        return tl::unexpected<Error>(read.error());
    if (!links->isEmpty() || visits.next())
        return Patient();
    Result<Patient> patient = rows::patient(db, seal, id);
    if (!patient)
        return patient;
    patient->archived = true;
    if (Result<void> put = rows::putPatient(db, seal, *patient); !put)
        return tl::unexpected<Error>(put.error());
    return patient;
}

//! Commits the rule's answer for one visit and notes it.
Result<void> commitOne(QSqlDatabase &db, const Seal &seal, const VisitStore::Rules &rules,
                       const rows::VisitRow &row, const VisitStore::Rule &rule, const StaffId &by,
                       const QDateTime &now, Matched &matched)
{
    const Result<VisitContext> context = rows::context(db, seal, rules, row);
    if (!context)
        return tl::unexpected<Error>(context.error());
    const Result<Transition> transition = rule(*context);
    if (!transition)
        return tl::unexpected<Error>(transition.error());
    const Result<rows::Applied> applied = rows::apply(db, seal, *context, *transition, by, now);
    if (!applied)
        return tl::unexpected<Error>(applied.error());
    if (matched.visits.isEmpty())
        matched.visit = applied->visit;
    matched.visits.append(row.visit.id);
    matched.queued = matched.queued || applied->queued;
    return {};
}

} // namespace

Task<Visit> VisitStore::match(VisitId id, RemotePatient stranger, Patient patient, bool isNew,
                              StaffId by)
{
    auto work = [id, stranger, patient, isNew, by, rules = m_rules, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<Matched> {
        Matched matched;
        const Result<rows::VisitRow> asked = rows::visit(db, seal, id);
        if (!asked)
            return tl::unexpected<Error>(asked.error());
        const Result<bool> claims = mayLink(db, patient.id, stranger.dentalTapId);
        if (!claims)
            return tl::unexpected<Error>(claims.error());
        if (isNew) {
            if (Result<void> noted = noteNew(db, seal, patient, by, now); !noted)
                return tl::unexpected<Error>(noted.error());
            matched.patient = patient;
        }
        const Result<QList<rows::VisitRow>> theirs =
            visitsOf(db, seal, id, asked->appointment.patient, stranger.dentalTapId);
        if (!theirs)
            return tl::unexpected<Error>(theirs.error());
        for (const rows::VisitRow &row : *theirs) {
            const bool tells = *claims && matched.visits.isEmpty();
            const Rule rule = [&](const VisitContext &context) {
                Result<Transition> transition = matchPatient(context, patient.id, tells);
                if (transition) {
                    transition->appointment.strangerId = stranger.dentalTapId;
                    transition->appointment.stranger = stranger.patient;
                }
                return transition;
            };
            if (Result<void> done = commitOne(db, seal, rules, row, rule, by, now, matched); !done)
                return tl::unexpected<Error>(done.error());
        }
        const RemoteLink link{RecordKind::DentalTapPatient, stranger.dentalTapId, {}, {}};
        if (Result<void> put = rows::putLink(db, patient.id.value, link, now); !put)
            return tl::unexpected<Error>(put.error());
        return matched;
    };
    const Result<Matched> matched = co_await m_database->transact(std::move(work));
    if (!matched)
        co_return tl::unexpected<Error>(matched.error());
    if (isNew)
        Q_EMIT m_database->patientMade(matched->patient);
    for (const VisitId &each : matched->visits)
        Q_EMIT changed(each);
    if (matched->queued)
        Q_EMIT m_database->rowsQueued();
    co_return matched->visit;
}

Task<Visit> VisitStore::unmatch(VisitId id, StaffId by)
{
    auto work = [id, by, rules = m_rules, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<Matched> {
        Matched matched;
        const Result<rows::VisitRow> asked = rows::visit(db, seal, id);
        if (!asked)
            return tl::unexpected<Error>(asked.error());
        const PatientId patient = asked->appointment.patient;
        const Result<QList<rows::VisitRow>> theirs =
            visitsOf(db, seal, id, patient, asked->appointment.strangerId);
        if (!theirs)
            return tl::unexpected<Error>(theirs.error());
        for (const rows::VisitRow &row : *theirs) {
            const Rule rule = [](const VisitContext &context) { return unmatchPatient(context); };
            if (Result<void> done = commitOne(db, seal, rules, row, rule, by, now, matched); !done)
                return tl::unexpected<Error>(done.error());
        }
        if (Result<void> gone = rows::removeLink(db, patient.value, RecordKind::DentalTapPatient);
            !gone)
            return tl::unexpected<Error>(gone.error());
        const Result<Patient> archived = archivedAgain(db, seal, patient);
        if (!archived)
            return tl::unexpected<Error>(archived.error());
        matched.patient = *archived;
        return matched;
    };
    const Result<Matched> matched = co_await m_database->transact(std::move(work));
    if (!matched)
        co_return tl::unexpected<Error>(matched.error());
    if (!matched->patient.id.isEmpty())
        Q_EMIT m_database->patientMade(matched->patient);
    for (const VisitId &each : matched->visits)
        Q_EMIT changed(each);
    co_return matched->visit;
}
