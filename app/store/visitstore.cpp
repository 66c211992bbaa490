// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/visitstore.h"

#include "app/store/afterexitrows.h"
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/planrows.h"
#include "app/store/visitcontext.h"
#include "app/store/visitmerge.h"

#include <QCoroFuture>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

//! UTC of a clinic-local midnight.
QDateTime startOf(QDate date, const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    return date.startOfDay(zone.isValid() ? zone : QTimeZone::utc()).toUTC();
}

Result<QList<DayEntry>> entries(QSqlDatabase &db, const Seal &seal, const Currency &currency,
                                const QString &condition, const QVariantList &values)
{
    QList<rows::VisitRow> found;
    {
        Statement query(db, u"SELECT "_s + rows::visitColumns() + u" FROM visit v "_s + condition);
        if (Result<void> read = query.execute(values); !read)
            return tl::unexpected<Error>(read.error());
        while (query.next())
            found.append(rows::visitAt(query, seal));
    }
    QList<DayEntry> list;
    if (found.isEmpty())
        return list;
    const Result<QList<Product>> catalogue = rows::products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    for (const rows::VisitRow &row : std::as_const(found)) {
        const Result<DayEntry> entry = rows::dayEntry(db, seal, row, *catalogue, currency);
        if (!entry)
            return tl::unexpected<Error>(entry.error());
        list.append(*entry);
    }
    return list;
}

Result<QList<DayEntry>> between(QSqlDatabase &db, const Seal &seal, const Currency &currency,
                                const QDateTime &from, const QDateTime &to)
{
    return entries(db, seal, currency,
                   u"WHERE v.start_ms >= ? AND v.start_ms < ? ORDER BY v.start_ms, v.id"_s,
                   {Statement::bound(from), Statement::bound(to)});
}

Result<VisitDetail> readDetail(QSqlDatabase &db, const Seal &seal, const Currency &currency,
                               const VisitId &id)
{
    const Result<rows::VisitRow> row = rows::visit(db, seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Result<QList<Product>> catalogue = rows::products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const Result<DayEntry> entry = rows::dayEntry(db, seal, *row, *catalogue, currency);
    if (!entry)
        return tl::unexpected<Error>(entry.error());
    const Result<Provider> provider = rows::provider(db, row->appointment.slot.provider);
    if (!provider)
        return tl::unexpected<Error>(provider.error());
    const Result<Room> room = rows::room(db, row->appointment.slot.room);
    if (!room)
        return tl::unexpected<Error>(room.error());
    const Result<Links> ofVisit = rows::links(db, id.value);
    if (!ofVisit)
        return tl::unexpected<Error>(ofVisit.error());
    const Result<QList<OutboxRow>> open = rows::openRows(db, id, row->appointment.patient);
    if (!open)
        return tl::unexpected<Error>(open.error());
    VisitDetail detail;
    detail.entry = *entry;
    detail.provider = *provider;
    detail.room = *room;
    detail.visitLinks = *ofVisit;
    detail.rows = *open;
    detail.patient.id = row->appointment.patient;
    if (!row->appointment.patient.isEmpty()) {
        const Result<Links> ofPatient = rows::links(db, row->appointment.patient.value);
        if (!ofPatient)
            return tl::unexpected<Error>(ofPatient.error());
        detail.patientLinks = *ofPatient;
    }
    if (seal.isLocked())
        return detail;
    if (!row->appointment.patient.isEmpty()) {
        const Result<Patient> patient = rows::patient(db, seal, row->appointment.patient);
        if (!patient)
            return tl::unexpected<Error>(patient.error());
        detail.patient = *patient;
    }
    const Result<rows::OrderRow> order = rows::order(db, seal, id);
    if (!order)
        return tl::unexpected<Error>(order.error());
    detail.lines = rows::shownOf(db, seal, *row, *order, *catalogue, currency);
    detail.order = order->order;
    detail.invoice = order->invoice;
    if (visits::isOver(row->visit.state)) {
        Result<QList<OpenItem>> items = rows::openItems(db, seal, id);
        if (!items)
            return tl::unexpected<Error>(items.error());
        items->removeIf([](const OpenItem &item) { return item.state != OpenItem::State::Open; });
        showItems(*items, *catalogue, currency);
        detail.openItems = *items;
        const Result<QList<Supplement>> billed = rows::supplements(db, seal, id);
        if (!billed)
            return tl::unexpected<Error>(billed.error());
        detail.supplements = *billed;
    }
    return detail;
}

Result<rows::Applied> makeVisit(QSqlDatabase &db, const Seal &seal, const VisitStore::Rules &rules,
                                const Appointment &appointment, const VisitStore::Rule &rule,
                                const StaffId &by, const QDateTime &now)
{
    rows::VisitRow row;
    row.appointment = appointment;
    if (row.appointment.id.isEmpty())
        row.appointment.id = VisitId(newUuid(now));
    row.visit.id = row.appointment.id;
    row.visit.revision = 1;
    if (row.appointment.part) {
        // Of two who book the same acts at the same moment one is told.
        if (Result<void> free = rows::requireToBook(db, seal, *row.appointment.part); !free)
            return tl::unexpected<Error>(free.error());
    }
    if (Result<void> made = rows::insertVisit(db, seal, row); !made)
        return tl::unexpected<Error>(made.error());
    const Result<VisitContext> context = rows::context(db, seal, rules, row);
    if (!context)
        return tl::unexpected<Error>(context.error());
    const Result<Transition> transition = rule(*context);
    if (!transition)
        return tl::unexpected<Error>(transition.error());
    return rows::apply(db, seal, *context, *transition, by, now);
}

} // namespace

VisitStore::VisitStore(Database *database, Rules rules, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_rules(std::move(rules)), m_clock(std::move(clock))
{
    connect(m_database, &Database::changedElsewhere, this, &VisitStore::daysChanged);
}

Task<QList<DayEntry>> VisitStore::day(QDate date)
{
    const QDate next = date.addDays(1);
    co_return co_await days(date, next);
}

Task<QList<DayEntry>> VisitStore::days(QDate from, QDate to)
{
    auto work = [start = startOf(from, m_rules.timeZone), end = startOf(to, m_rules.timeZone),
                 currency = m_rules.currency, seal = m_database->seal()](QSqlDatabase &db) {
        return between(db, seal, currency, start, end);
    };
    co_return co_await m_database->run(std::move(work));
}

Result<QList<DayEntry>> VisitStore::readDay(QSqlDatabase &db, const Seal &seal, QDate date,
                                            const QByteArray &timeZone, const Currency &currency)
{
    Result<QList<DayEntry>> day =
        between(db, seal, currency, startOf(date, timeZone), startOf(date.addDays(1), timeZone));
    Statement::forget(db.connectionName());
    return day;
}

Task<QList<DayEntry>> VisitStore::buffered()
{
    auto work = [currency = m_rules.currency, seal = m_database->seal()](QSqlDatabase &db) {
        return entries(db, seal, currency,
                       u"WHERE v.start_ms = 0 AND v.state = 'Booked' ORDER BY v.id"_s, {});
    };
    co_return co_await m_database->run(std::move(work));
}

Task<VisitDetail> VisitStore::detail(VisitId id)
{
    auto work = [id, currency = m_rules.currency, seal = m_database->seal()](QSqlDatabase &db) {
        return readDetail(db, seal, currency, id);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<VisitContext> VisitStore::context(VisitId id)
{
    auto work = [id, rules = m_rules,
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<VisitContext> {
        const Result<rows::VisitRow> row = rows::visit(db, seal, id);
        if (!row)
            return tl::unexpected<Error>(row.error());
        return rows::context(db, seal, rules, *row);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Taken>> VisitStore::taken(QDateTime from, QDateTime to)
{
    auto work = [from, to](QSqlDatabase &db) -> Result<QList<Taken>> {
        Statement query(db,
                        u"SELECT id, provider, room, start_ms, end_ms FROM visit "
                        "WHERE start_ms < ? AND end_ms > ? "
                        "AND state NOT IN ('Cancelled', 'NoShow') ORDER BY start_ms, id"_s);
        if (Result<void> read = query.run(to, from); !read)
            return tl::unexpected<Error>(read.error());
        QList<Taken> taken;
        while (query.next())
            taken.append(Taken{VisitId(query.text(0)),
                               Slot{ProviderId(query.text(1)), RoomId(query.text(2)), query.time(3),
                                    query.time(4)}});
        return taken;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<DayEntry>> VisitStore::ofPatient(PatientId id)
{
    auto work = [id, currency = m_rules.currency,
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<QList<DayEntry>> {
        if (id.isEmpty())
            return QList<DayEntry>();
        return entries(db, seal, currency,
                       u"WHERE v.patient = ? ORDER BY v.start_ms DESC, v.id DESC"_s,
                       {Statement::bound(id)});
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QHash<PatientId, QPair<QDateTime, QDateTime>>> VisitStore::lastAndNext(QList<PatientId> ids)
{
    using Times = QHash<PatientId, QPair<QDateTime, QDateTime>>;
    auto work = [ids, now = m_clock()](QSqlDatabase &db) -> Result<Times> {
        Times times;
        for (const PatientId &id : ids) {
            Statement query(db,
                            u"SELECT MAX(CASE WHEN start_ms <= ? THEN start_ms END), "
                            "MIN(CASE WHEN start_ms > ? THEN start_ms END) FROM visit "
                            "WHERE patient = ? AND start_ms > 0 "
                            "AND state NOT IN ('Cancelled', 'NoShow')"_s);
            if (Result<void> read = query.run(now, now, id); !read)
                return tl::unexpected<Error>(read.error());
            if (query.next() && !(query.isNull(0) && query.isNull(1)))
                times.insert(id, qMakePair(query.time(0), query.time(1)));
        }
        return times;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<Visit> VisitStore::commit(VisitId id, Rule rule, StaffId by)
{
    auto work = [id, rule, by, rules = m_rules, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<rows::Applied> {
        const Result<rows::VisitRow> row = rows::visit(db, seal, id);
        if (!row)
            return tl::unexpected<Error>(row.error());
        const Result<VisitContext> context = rows::context(db, seal, rules, *row);
        if (!context)
            return tl::unexpected<Error>(context.error());
        const Result<Transition> transition = rule(*context);
        if (!transition)
            return tl::unexpected<Error>(transition.error());
        return rows::apply(db, seal, *context, *transition, by, now);
    };
    const Result<rows::Applied> applied = co_await m_database->transact(std::move(work));
    if (!applied)
        co_return tl::unexpected<Error>(applied.error());
    if (applied->changed)
        Q_EMIT changed(id);
    if (applied->queued)
        Q_EMIT m_database->rowsQueued();
    co_return applied->visit;
}

Task<Visit> VisitStore::create(Patient patient, bool patientIsNew, Appointment appointment,
                               Rule rule, StaffId by)
{
    struct Created {
        rows::Applied applied;
        Patient patient;
    };
    auto work = [patient, patientIsNew, appointment, rule, by, rules = m_rules,
                 seal = m_database->seal(), now = m_clock()](QSqlDatabase &db) -> Result<Created> {
        Created created;
        created.patient = patient;
        if (patientIsNew) {
            if (created.patient.id.isEmpty())
                created.patient.id = PatientId(newUuid(now));
            created.patient.revision = 1;
            if (Result<void> put = rows::putPatient(db, seal, created.patient); !put)
                return tl::unexpected<Error>(put.error());
            AuditRow audit;
            audit.at = now;
            audit.by = by;
            audit.action = u"patient-add"_s;
            audit.subject = u"patient:"_s + created.patient.id.value;
            if (Result<void> noted = AuditLog::write(db, audit); !noted)
                return tl::unexpected<Error>(noted.error());
        }
        Appointment placed = appointment;
        if (!created.patient.id.isEmpty())
            placed.patient = created.patient.id;
        const Result<rows::Applied> applied = makeVisit(db, seal, rules, placed, rule, by, now);
        if (!applied)
            return tl::unexpected<Error>(applied.error());
        created.applied = *applied;
        return created;
    };
    const Result<Created> created = co_await m_database->transact(std::move(work));
    if (!created)
        co_return tl::unexpected<Error>(created.error());
    if (patientIsNew)
        Q_EMIT m_database->patientMade(created->patient);
    Q_EMIT changed(created->applied.visit.id);
    if (created->applied.queued)
        Q_EMIT m_database->rowsQueued();
    co_return created->applied.visit;
}

Task<QList<VisitId>> VisitStore::putActs(QHash<VisitId, QList<RecordedAct>> acts, QDateTime readAt)
{
    auto work = [acts, readAt, currency = m_rules.currency, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<QList<VisitId>> {
        QList<VisitId> changedVisits;
        const Result<QList<Product>> catalogue = rows::products(db);
        if (!catalogue)
            return tl::unexpected<Error>(catalogue.error());
        for (auto it = acts.cbegin(); it != acts.cend(); ++it) {
            const Result<rows::VisitRow> row = rows::visit(db, seal, it.key());
            if (!row && row.error().kind == Error::Kind::NotFound)
                continue;
            if (!row)
                return tl::unexpected<Error>(row.error());
            if (visits::isOver(row->visit.state)) {
                // Its exit was faster than this reading.
                const Result<bool> late =
                    rows::takeLaterActs(db, seal, it.key(), it.value(), readAt, now);
                if (!late)
                    return tl::unexpected<Error>(late.error());
                continue;
            }
            Result<rows::OrderRow> order = rows::order(db, seal, it.key());
            if (!order)
                return tl::unexpected<Error>(order.error());
            const OrderLines before = rows::shownOf(db, seal, *row, *order, *catalogue, currency);
            if (Result<void> put = rows::putActs(db, seal, it.key(), it.value(), readAt); !put)
                return tl::unexpected<Error>(put.error());
            order->acts = it.value();
            const OrderLines after = rows::shownOf(db, seal, *row, *order, *catalogue, currency);
            if (before.lines != after.lines)
                changedVisits.append(it.key());
        }
        return changedVisits;
    };
    const Result<QList<VisitId>> visits = co_await m_database->transact(std::move(work));
    if (visits) {
        // The age of the reading is shown too, so every one of them is news.
        for (auto it = acts.cbegin(); it != acts.cend(); ++it)
            Q_EMIT changed(it.key());
    }
    co_return visits;
}

Task<void> VisitStore::touchActs(QList<VisitId> visits, QDateTime readAt)
{
    auto work = [visits, readAt](QSqlDatabase &db) -> Result<void> {
        for (const VisitId &id : visits) {
            if (Result<void> done = rows::touchActs(db, id, readAt); !done)
                return done;
        }
        return {};
    };
    const Result<void> done = co_await m_database->transact(std::move(work));
    if (done) {
        for (const VisitId &id : visits)
            Q_EMIT changed(id);
    }
    co_return done;
}

Task<void> VisitStore::putOrder(VisitId id, SalesOrder order)
{
    auto work = [id, order, seal = m_database->seal()](QSqlDatabase &db) -> Result<void> {
        const Result<rows::OrderRow> stored = rows::order(db, seal, id);
        if (!stored)
            return tl::unexpected<Error>(stored.error());
        const SalesOrder &agreed = stored->lastSent.id.isEmpty() ? order : stored->lastSent;
        return rows::putOrder(db, seal, id, order, agreed);
    };
    const Result<void> done = co_await m_database->transact(std::move(work));
    if (done)
        Q_EMIT changed(id);
    co_return done;
}

Task<int> VisitStore::merge(QList<RemoteAppointment> remote)
{
    auto work = [remote, rules = m_rules, seal = m_database->seal(), now = m_clock()](
                    QSqlDatabase &db) { return VisitMerge(db, seal, rules, now).take(remote); };
    // What a power cut took is read again.
    const Result<VisitMerge::Outcome> merged =
        co_await m_database->transactUnflushed(std::move(work));
    if (!merged)
        co_return tl::unexpected<Error>(merged.error());
    if (merged->visits.size() > 3)
        Q_EMIT daysChanged();
    else {
        for (const VisitId &id : merged->visits)
            Q_EMIT changed(id);
    }
    if (merged->queued)
        Q_EMIT m_database->rowsQueued();
    co_return int(merged->visits.size());
}

Task<QHash<QString, VisitId>> VisitStore::inChair()
{
    auto work = [](QSqlDatabase &db) -> Result<QHash<QString, VisitId>> {
        Statement query(db,
                        u"SELECT l.remote_id, v.id FROM visit v JOIN link l "
                        "ON l.kind = 'DentalTapAppointment' AND l.local_id = v.id "
                        "WHERE v.state = 'InTreatment'"_s);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        QHash<QString, VisitId> visits;
        while (query.next())
            visits.insert(query.text(0), VisitId(query.text(1)));
        return visits;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QStringList> VisitStore::finishedInChair()
{
    auto work = [](QSqlDatabase &db) -> Result<QStringList> {
        Statement query(db,
                        u"SELECT l.remote_id FROM visit v JOIN link l "
                        "ON l.kind = 'DentalTapAppointment' AND l.local_id = v.id "
                        "WHERE v.state = 'InTreatment' AND v.ready_to_exit = 1"_s);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        QStringList appointments;
        while (query.next())
            appointments.append(query.text(0));
        return appointments;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<VisitId> VisitStore::find(QString anyId)
{
    auto work = [anyId](QSqlDatabase &db) -> Result<VisitId> {
        {
            Statement own(db, u"SELECT id FROM visit WHERE id = ?"_s);
            if (Result<void> read = own.run(anyId); !read)
                return tl::unexpected<Error>(read.error());
            if (own.next())
                return VisitId(own.text(0));
        }
        for (const RecordKind kind :
             {RecordKind::DentalTapAppointment, RecordKind::SalesOrder, RecordKind::CrmEvent,
              RecordKind::CrmInvoice, RecordKind::CalendarEvent, RecordKind::Quote,
              RecordKind::QuickBooksInvoice}) {
            const Result<QString> local = rows::localId(db, kind, anyId);
            if (!local)
                return tl::unexpected<Error>(local.error());
            if (local->isEmpty())
                continue;
            const Result<VisitId> supplemented = rows::visitOfSupplement(db, *local);
            if (!supplemented)
                return tl::unexpected<Error>(supplemented.error());
            return supplemented->isEmpty() ? VisitId(*local) : *supplemented;
        }
        return rows::notFound();
    };
    co_return co_await m_database->run(std::move(work));
}
