// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/planstore.h"

#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/planrows.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace {

void remember(QList<PatientId> &patients, const PatientId &patient)
{
    if (!patients.contains(patient))
        patients.append(patient);
}

} // namespace

PlanStore::PlanStore(Database *database, Currency currency, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_currency(std::move(currency)),
      m_clock(std::move(clock))
{
    connect(m_database, &Database::changedElsewhere, this, [this] { Q_EMIT changed(PatientId()); });
}

Task<QList<PlanRecord>> PlanStore::ofPatient(PatientId patient)
{
    auto work = [patient, seal = m_database->seal()](QSqlDatabase &db) {
        return rows::plansOfPatient(db, seal, patient);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<PlanRecord> PlanStore::record(PlanId id)
{
    auto work = [id, seal = m_database->seal()](QSqlDatabase &db) {
        return rows::planRecord(db, seal, id);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<PlanRecord> PlanStore::commit(PlanId id, Rule rule, StaffId by)
{
    auto work = [id, rule, by, currency = m_currency, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<rows::AppliedPlan> {
        // A rule always looks at a plan that is there.
        if (Result<PlanRecord> known = rows::planRecord(db, seal, id); !known)
            return tl::unexpected<Error>(known.error());
        const Result<PlanContext> context = rows::planContext(db, seal, id, currency);
        if (!context)
            return tl::unexpected<Error>(context.error());
        const Result<PlanTransition> transition = rule(*context);
        if (!transition)
            return tl::unexpected<Error>(transition.error());
        return rows::applyPlan(db, seal, *context, *transition, by, now);
    };
    const Result<rows::AppliedPlan> applied = co_await m_database->transact(std::move(work));
    if (!applied)
        co_return tl::unexpected<Error>(applied.error());
    if (applied->changed)
        Q_EMIT changed(applied->record.current.patient);
    if (applied->queued)
        Q_EMIT m_database->rowsQueued();
    co_return applied->record;
}

Task<QList<PatientId>> PlanStore::change(Work work)
{
    struct Outcome {
        QList<PatientId> patients;
        bool queued = false;
    };
    auto unit = [work](QSqlDatabase &db) -> Result<Outcome> {
        Outcome outcome;
        const Result<bool> queued = work(db, outcome.patients);
        if (!queued)
            return tl::unexpected<Error>(queued.error());
        outcome.queued = *queued;
        return outcome;
    };
    const Result<Outcome> outcome = co_await m_database->transact(std::move(unit));
    if (!outcome)
        co_return tl::unexpected<Error>(outcome.error());
    for (const PatientId &patient : outcome->patients)
        Q_EMIT changed(patient);
    if (outcome->queued)
        Q_EMIT m_database->rowsQueued();
    co_return outcome->patients;
}

Task<QList<PatientId>> PlanStore::take(QList<RemotePlan> plans)
{
    Work work = [plans, currency = m_currency, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db, QList<PatientId> &patients) -> Result<bool> {
        bool queued = false;
        const StaffId nobody;
        for (const RemotePlan &remote : plans) {
            const Result<TreatmentPlan> fresh = rows::matchedPlan(db, remote);
            if (!fresh)
                return tl::unexpected<Error>(fresh.error());
            const Result<PlanContext> context = rows::planContext(db, seal, fresh->id, currency);
            if (!context)
                return tl::unexpected<Error>(context.error());
            // The trace of one that was never here.
            if (fresh->gone && context->record.versions.isEmpty())
                continue;
            const PlanTransition transition = planRead(*context, *fresh, now);
            const Result<rows::AppliedPlan> applied =
                rows::applyPlan(db, seal, *context, transition, nobody, now);
            if (!applied)
                return tl::unexpected<Error>(applied.error());
            if (applied->changed)
                remember(patients, applied->record.current.patient);
            queued = queued || applied->queued;
        }
        return queued;
    };
    return change(std::move(work));
}

Task<QList<PatientId>> PlanStore::takeQuotes(QList<PlanQuote> quotes)
{
    Work work = [quotes, currency = m_currency, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db, QList<PatientId> &patients) -> Result<bool> {
        bool queued = false;
        const StaffId nobody;
        for (PlanQuote quote : quotes) {
            const Result<PlanContext> context = rows::planContext(db, seal, quote.plan, currency);
            if (!context)
                return tl::unexpected<Error>(context.error());
            // What we last gave it, a mere reading does not know.
            const QuoteReading known = context->quotes.value(quote.version).quote;
            if (known.id == quote.quote.id) {
                quote.quote.agreed = known.agreed;
                quote.quote.converted = quote.quote.converted || known.converted;
                if (quote.quote.deal.isEmpty())
                    quote.quote.deal = known.deal;
            }
            const bool waits = context->undelivered.contains(quote.version);
            if (!waits) {
                if (Result<void> kept = rows::putPlanQuote(db, seal, quote); !kept)
                    return tl::unexpected<Error>(kept.error());
            }
            if (waits || context->record.versions.isEmpty())
                continue;
            const PlanTransition transition = quoteRead(*context, quote, now);
            const Result<rows::AppliedPlan> applied =
                rows::applyPlan(db, seal, *context, transition, nobody, now);
            if (!applied)
                return tl::unexpected<Error>(applied.error());
            if (applied->changed)
                remember(patients, applied->record.current.patient);
            queued = queued || applied->queued;
        }
        return queued;
    };
    return change(std::move(work));
}

Task<QList<PatientId>> PlanStore::chooseProduct(plans::Source source, QString key,
                                                ProductId product, StaffId by)
{
    Work work = [source, key, product, by, currency = m_currency, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db, QList<PatientId> &patients) -> Result<bool> {
        if (Result<void> put = rows::putPlanProduct(db, source, key, product); !put)
            return tl::unexpected<Error>(put.error());
        const Result<QList<PlanId>> blocked = rows::blockedPlans(db, source);
        if (!blocked)
            return tl::unexpected<Error>(blocked.error());
        bool queued = false;
        for (const PlanId &id : *blocked) {
            const Result<PlanContext> context = rows::planContext(db, seal, id, currency);
            if (!context)
                return tl::unexpected<Error>(context.error());
            const PlanTransition transition = productChosen(*context, key, product);
            if (!transition.changed)
                continue;
            const Result<rows::AppliedPlan> applied =
                rows::applyPlan(db, seal, *context, transition, by, now);
            if (!applied)
                return tl::unexpected<Error>(applied.error());
            remember(patients, applied->record.current.patient);
            queued = queued || applied->queued;
        }
        return queued;
    };
    return change(std::move(work));
}

Task<void> PlanStore::keepProposal(PlanId id, int version, QByteArray pdf, StaffId by)
{
    Work work = [id, version, pdf, by, seal = m_database->seal(), currency = m_currency,
                 now = m_clock()](QSqlDatabase &db, QList<PatientId> &patients) -> Result<bool> {
        const Result<PlanContext> context = rows::planContext(db, seal, id, currency);
        if (!context)
            return tl::unexpected<Error>(context.error());
        const Result<PlanVersion> known = rows::planVersion(db, seal, id, version);
        if (!known)
            return tl::unexpected<Error>(known.error());
        rows::PlanDocument document;
        document.id = newUuid(now);
        document.plan = id;
        document.version = version;
        document.pdf = pdf;
        if (Result<void> put = rows::putPlanDocument(db, seal, document, by, now); !put)
            return tl::unexpected<Error>(put.error());
        AuditRow audit;
        audit.at = now;
        audit.by = by;
        audit.action = u"plan-proposal"_s;
        audit.subject = QString(u"plan:"_s + id.value);
        audit.detail =
            QString(u"version "_s + QString::number(version) + u"; document "_s + document.id);
        if (Result<void> noted = AuditLog::write(db, audit); !noted)
            return tl::unexpected<Error>(noted.error());
        remember(patients, known->content.patient);
        // Beside which Devis, where there is none?
        if (known->quote.id.isEmpty() && !context->undelivered.contains(version))
            return false;
        const AttachProposal attach{known->content.patient, id, version, document.id};
        const QList<Planned> commands{Planned{attach, {}}};
        const Result<QList<qint64>> queued =
            rows::enqueue(db, commands, VisitId(), known->content.patient, now);
        if (!queued)
            return tl::unexpected<Error>(queued.error());
        return true;
    };
    const Result<QList<PatientId>> kept = co_await change(std::move(work));
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    co_return Result<void>();
}

Task<QList<PlanStore::Proposal>> PlanStore::proposals(PlanId id, int version)
{
    auto work = [id, version](QSqlDatabase &db) -> Result<QList<Proposal>> {
        Statement query(db,
                        u"SELECT id, kept_ms, by_staff FROM plan_document WHERE plan = ? "
                        "AND version = ? ORDER BY kept_ms DESC, id DESC"_s);
        if (Result<void> read = query.run(id, version); !read)
            return tl::unexpected<Error>(read.error());
        QList<Proposal> list;
        while (query.next()) {
            Proposal proposal;
            proposal.id = query.text(0);
            proposal.keptAt = query.time(1);
            proposal.by = StaffId(query.text(2));
            list.append(proposal);
        }
        return list;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QByteArray> PlanStore::proposal(QString id)
{
    auto work = [id, seal = m_database->seal()](QSqlDatabase &db) -> Result<QByteArray> {
        const Result<rows::PlanDocument> document = rows::planDocument(db, seal, id);
        if (!document)
            return tl::unexpected<Error>(document.error());
        return document->pdf;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<PatientId> PlanStore::patientOfBooking(VisitId visit)
{
    auto work = [visit](QSqlDatabase &db) -> Result<PatientId> {
        Statement query(db,
                        u"SELECT p.patient FROM plan_booking b JOIN plan p ON p.id = b.plan "
                        "WHERE b.visit = ?"_s);
        if (Result<void> read = query.run(visit); !read)
            return tl::unexpected<Error>(read.error());
        return query.next() ? PatientId(query.text(0)) : PatientId();
    };
    co_return co_await m_database->run(std::move(work));
}
