// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/planworkflow.h"

#include "app/base/logcategories.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto pollInterval = 3min;
//! Re-read overlap of "changed since" (dentaltap.md section 4.3).
constexpr qint64 overlapSeconds = 120;
//! A desk that begins looks back so far: further than any computer's clock is wrong.
constexpr int firstDaysBack = 2;
constexpr qsizetype longestReason = 500;

QString cursorOf(const PlanSource *source)
{
    return QString(u"plans.since/"_s + enumName(source->source()).toLower());
}

} // namespace

PlanWorkflow::PlanWorkflow(Session *session, Settings settings, QList<PlanSource *> sources,
                           PlanStore *plans, PatientStore *patients, VisitStore *visits,
                           CatalogueStore *catalogue, BookingWorkflow *booking, Clock clock,
                           QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)),
      m_sources(std::move(sources)), m_plans(plans), m_patients(patients), m_visits(visits),
      m_catalogue(catalogue), m_booking(booking), m_clock(std::move(clock))
{
    connect(m_plans, &PlanStore::changed, this, &PlanWorkflow::changed);
    connect(m_visits, &VisitStore::changed, this, &PlanWorkflow::lookAt);
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &PlanWorkflow::poll);
}

void PlanWorkflow::start()
{
    m_timer.start();
    poll();
}

void PlanWorkflow::stop()
{
    m_timer.stop();
}

PlanSource *PlanWorkflow::sourceOf(const PlanId &id) const
{
    TreatmentPlan plan;
    plan.id = id;
    const auto found =
        std::find_if(m_sources.begin(), m_sources.end(), [&plan](const PlanSource *source) {
            return source->source() == plan.source();
        });
    return found == m_sources.end() ? nullptr : *found;
}

Task<PlanReading> PlanWorkflow::cached(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<QList<PlanRecord>> known = co_await m_plans->ofPatient(patient);
    if (!known)
        co_return tl::unexpected<Error>(known.error());
    PlanReading reading;
    reading.plans = *known;
    co_return reading;
}

Task<QList<RemotePlan>> PlanWorkflow::readFrom(PlanSource *source, PatientId patient)
{
    const Result<Patient> person = co_await m_patients->patient(patient);
    if (!person)
        co_return tl::unexpected<Error>(person.error());
    const Result<Links> links = co_await m_patients->links(patient);
    if (!links)
        co_return tl::unexpected<Error>(links.error());
    const Result<QString> remote = co_await source->patientOf(*person, *links);
    if (!remote)
        co_return tl::unexpected<Error>(remote.error());
    QList<RemotePlan> plans;
    if (remote->isEmpty())
        co_return plans;
    const QString remoteId = *remote;
    const Result<QList<RemotePlan>> there = co_await source->plansOf(remoteId);
    if (!there)
        co_return tl::unexpected<Error>(there.error());
    plans = *there;
    QSet<QString> named;
    for (RemotePlan &plan : plans) {
        plan.plan.patient = patient;
        named.insert(plan.plan.id.value);
    }
    const Result<QList<PlanRecord>> known = co_await m_plans->ofPatient(patient);
    if (!known)
        co_return tl::unexpected<Error>(known.error());
    for (const PlanRecord &record : *known) {
        const TreatmentPlan &plan = record.current;
        if (plan.source() != source->source() || plan.gone || named.contains(plan.id.value))
            continue;
        // Not in the list any more: deleted, or somebody else's now.
        const QString id = plan.remoteId();
        Result<RemotePlan> single = co_await source->plan(id);
        if (!single && single.error().kind != Error::Kind::NotFound)
            co_return tl::unexpected<Error>(single.error());
        RemotePlan missing;
        missing.plan.id = plan.id;
        missing.plan.gone = true;
        plans.append(single ? *single : missing);
    }
    co_return plans;
}

Task<QStringList> PlanWorkflow::takeOver(QList<RemotePlan> plans)
{
    QStringList unread;
    QList<RemotePlan> readable;
    for (const RemotePlan &plan : plans) {
        if (plan.unreadable.isEmpty())
            readable.append(plan);
        else if (!unread.contains(plan.unreadable))
            unread.append(plan.unreadable);
    }
    if (readable.isEmpty())
        co_return unread;
    const Result<QList<PatientId>> taken = co_await m_plans->take(readable);
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    co_return unread;
}

Task<PlanReading> PlanWorkflow::read(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    QStringList unread;
    const QList<PlanSource *> sources = m_sources;
    for (PlanSource *source : sources) {
        const Result<QList<RemotePlan>> there = co_await readFrom(source, patient);
        if (!there) {
            unread.append(there.error().message);
            continue;
        }
        const QList<RemotePlan> plans = *there;
        const Result<QStringList> left = co_await takeOver(plans);
        if (!left)
            co_return tl::unexpected<Error>(left.error());
        unread += *left;
    }
    Result<PlanReading> reading = co_await cached(patient);
    if (reading)
        reading->unread = unread;
    co_return reading;
}

Task<PlanReading> PlanWorkflow::readVisit(VisitId visit)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<VisitDetail> detail = co_await m_visits->detail(visit);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const PatientId patient = detail->entry.appointment.patient;
    const Links links = detail->visitLinks;
    PlanReading reading;
    QSet<QString> named;
    const QList<PlanSource *> sources = m_sources;
    for (PlanSource *source : sources) {
        const Result<QList<RemotePlan>> there = co_await source->plansOfVisit(links);
        if (!there) {
            reading.unread.append(there.error().message);
            continue;
        }
        for (const RemotePlan &plan : *there)
            named.insert(plan.plan.id.value);
        const QList<RemotePlan> plans = *there;
        const Result<QStringList> left = co_await takeOver(plans);
        if (!left)
            co_return tl::unexpected<Error>(left.error());
        reading.unread += *left;
    }
    const Result<QList<PlanRecord>> known = co_await m_plans->ofPatient(patient);
    if (!known)
        co_return tl::unexpected<Error>(known.error());
    for (const PlanRecord &record : *known) {
        if (named.contains(record.current.id.value) || record.current.visit == visit)
            reading.plans.append(record);
    }
    co_return reading;
}

Task<PlanRecord> PlanWorkflow::plan(PlanId id)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await m_plans->record(id);
}

Task<PlanReading> PlanWorkflow::readPlan(PlanId id)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    PlanReading reading;
    PlanSource *source = sourceOf(id);
    if (source) {
        TreatmentPlan named;
        named.id = id;
        const QString remoteId = named.remoteId();
        Result<RemotePlan> there = co_await source->plan(remoteId);
        if (!there && there.error().kind == Error::Kind::NotFound) {
            RemotePlan missing;
            missing.plan.id = id;
            missing.plan.gone = true;
            there = missing;
        }
        if (there) {
            const QList<RemotePlan> plans(1, *there);
            const Result<QStringList> left = co_await takeOver(plans);
            if (!left)
                co_return tl::unexpected<Error>(left.error());
            reading.unread = *left;
        } else {
            reading.unread.append(there.error().message);
        }
    }
    const Result<PlanRecord> record = co_await m_plans->record(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    reading.plans.append(*record);
    co_return reading;
}

Task<PlanRecord> PlanWorkflow::act(PlanId id, PlanStore::Rule rule)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await m_plans->commit(id, std::move(rule), m_session->currentId());
}

Task<PlanRecord> PlanWorkflow::accept(PlanId id, QStringList items, QByteArray shown,
                                      QString language)
{
    return act(id,
               [items, shown, language, by = m_session->currentId(),
                now = m_clock()](const PlanContext &context) {
                   return acceptPlan(context, items, shown, language, by, now);
               });
}

Task<PlanRecord> PlanWorkflow::decline(PlanId id, QString why)
{
    return act(id,
               [why = why.simplified().left(longestReason), by = m_session->currentId(),
                now = m_clock()](const PlanContext &context) {
                   return declinePlan(context, why, by, now);
               });
}

Task<PlanRecord> PlanWorkflow::reopen(PlanId id)
{
    return act(id, [](const PlanContext &context) { return reopenPlan(context); });
}

Task<PlanRecord> PlanWorkflow::makeVersion(PlanId id)
{
    return act(id, [](const PlanContext &context) { return makePlanVersion(context); });
}

Task<PlanRecord> PlanWorkflow::sign(PlanId id, PlanSignature signature, QByteArray shown)
{
    return act(id,
               [signature, shown, by = m_session->currentId(),
                now = m_clock()](const PlanContext &context) {
                   return signPlan(context, signature, shown, by, now);
               });
}

Task<PlanRecord> PlanWorkflow::chooseProduct(PlanId id, QString item, ProductId product)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<PlanRecord> record = co_await m_plans->record(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    const Result<QList<Product>> catalogue = co_await m_catalogue->products();
    if (!catalogue)
        co_return tl::unexpected<Error>(catalogue.error());
    const bool known = std::any_of(catalogue->begin(), catalogue->end(),
                                   [&product](const Product &each) { return each.id == product; });
    QString key;
    for (const PlanItem &each : record->latest().content.items()) {
        if (each.id == item)
            key = productKey(each);
    }
    if (!known || key.isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          tr("Choose an act of this plan and a product of the catalogue."));
    }
    const StaffId by = m_session->currentId();
    const Result<QList<PatientId>> chosen =
        co_await m_plans->chooseProduct(record->current.source(), key, product, by);
    if (!chosen)
        co_return tl::unexpected<Error>(chosen.error());
    co_return co_await m_plans->record(id);
}

Task<void> PlanWorkflow::keepProposal(PlanId id, int version, QByteArray pdf)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return allowed;
    const StaffId by = m_session->currentId();
    co_return co_await m_plans->keepProposal(id, version, pdf, by);
}

Task<void> PlanWorkflow::poll()
{
    if (m_polling)
        co_return Result<void>();
    const Running running(this);
    m_polling = true;
    Result<void> outcome;
    const QList<PlanSource *> sources = m_sources;
    for (PlanSource *source : sources) {
        const Result<void> done = co_await pollFrom(source);
        if (!done)
            outcome = done;
        if (!done && done.error().kind == Error::Kind::Cancelled)
            break;
        // A fault of this desk's own says nothing of the source.
        if (done || done.error().service == source->service())
            Q_EMIT contacted(source->service(),
                             done ? std::nullopt : std::optional<Error>(done.error()));
    }
    m_polling = false;
    co_return outcome;
}

Task<void> PlanWorkflow::pollFrom(PlanSource *source)
{
    const QString name = cursorOf(source);
    const Result<QString> kept = co_await m_catalogue->value(name);
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    const QDateTime former = QDateTime::fromString(*kept, Qt::ISODateWithMs).toUTC();
    const QDateTime since =
        former.isValid() ? former.addSecs(-overlapSeconds) : m_clock().addDays(-firstDaysBack);
    const Result<QList<RemotePlan>> there = co_await source->changedSince(since);
    if (!there)
        co_return tl::unexpected<Error>(there.error());
    const QList<RemotePlan> plans = *there;
    const Result<QStringList> left = co_await takeOver(plans);
    if (!left)
        co_return tl::unexpected<Error>(left.error());
    for (const QString &why : *left)
        qCWarning(lcWorkflow) << "a plan was not taken over:" << why;
    QDateTime newest = former.isValid() ? former : since;
    for (const RemotePlan &plan : plans) {
        if (plan.plan.updatedAt > newest)
            newest = plan.plan.updatedAt;
    }
    if (newest == former)
        co_return Result<void>();
    // Only now: what was not stored is read again.
    const QString text = newest.toString(Qt::ISODateWithMs);
    co_return co_await m_catalogue->putCursor(name, text);
}

Task<void> PlanWorkflow::lookAt(VisitId visit)
{
    const Running running(this);
    const Result<PatientId> patient = co_await m_plans->patientOfBooking(visit);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    if (!patient->isEmpty())
        Q_EMIT changed(*patient);
    co_return Result<void>();
}

Task<void> PlanWorkflow::quotesRead(QList<PlanQuote> quotes)
{
    const Running running(this);
    const Result<QList<PatientId>> taken = co_await m_plans->takeQuotes(quotes);
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    co_return Result<void>();
}
