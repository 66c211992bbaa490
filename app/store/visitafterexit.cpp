// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/visitstore.h"

#include "app/store/afterexitrows.h"
#include "app/store/visitcontext.h"

#include <QCoroFuture>
#include <QTimeZone>

using namespace Qt::StringLiterals;

// Acts that come when the visit is over.

namespace {

//! How long after an exit the poll goes on for its sake alone. Later acts come with anybody else's.
constexpr int daysWatched = 2;

const QString sinceName = u"livesync.since"_s;

//! The visit of that DentalTap appointment where it is over, else an empty id.
Result<VisitId> overVisit(QSqlDatabase &db, const QString &appointment)
{
    Statement query(db,
                    u"SELECT v.id FROM visit v JOIN link l ON l.kind = 'DentalTapAppointment' "
                    "AND l.local_id = v.id WHERE l.remote_id = ? "
                    "AND v.state IN ('AwaitingInvoice', 'Invoiced', 'ClosedNoCharge')"_s);
    if (Result<void> read = query.run(appointment); !read)
        return tl::unexpected<Error>(read.error());
    return query.next() ? VisitId(query.text(0)) : VisitId();
}

} // namespace

Task<VisitStore::Watch> VisitStore::watch()
{
    auto work = [now = m_clock()](QSqlDatabase &db) -> Result<Watch> {
        Watch watch;
        Statement left(db,
                       u"SELECT 1 FROM visit WHERE start_ms >= ? AND state IN "
                       "('AwaitingInvoice', 'Invoiced', 'ClosedNoCharge') LIMIT 1"_s);
        if (Result<void> read = left.run(now.addDays(-daysWatched)); !read)
            return tl::unexpected<Error>(read.error());
        watch.anybodyLeft = left.next();
        Statement since(db, u"SELECT content FROM named_value WHERE name = ?"_s);
        if (Result<void> read = since.run(sinceName); !read)
            return tl::unexpected<Error>(read.error());
        if (since.next())
            watch.since = QDateTime::fromString(since.text(0), Qt::ISODateWithMs)
                              .toTimeZone(QTimeZone::utc());
        return watch;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<void> VisitStore::putWatchedSince(QDateTime since)
{
    auto work = [since](QSqlDatabase &db) -> Result<void> {
        Statement put(db,
                      u"INSERT INTO named_value (name, content) VALUES (?, ?) "
                      "ON CONFLICT (name) DO UPDATE SET content = excluded.content"_s);
        return put.run(sinceName, since.toUTC().toString(Qt::ISODateWithMs));
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<QStringList> VisitStore::thoseOver(QStringList appointments)
{
    auto work = [appointments](QSqlDatabase &db) -> Result<QStringList> {
        QStringList over;
        for (const QString &appointment : appointments) {
            const Result<VisitId> visit = overVisit(db, appointment);
            if (!visit)
                return tl::unexpected<Error>(visit.error());
            if (!visit->isEmpty())
                over.append(appointment);
        }
        return over;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<VisitId>> VisitStore::putLaterActs(QHash<QString, QList<RecordedAct>> acts,
                                              QDateTime readAt)
{
    auto work = [acts, readAt, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<QList<VisitId>> {
        QList<VisitId> changedVisits;
        for (auto it = acts.cbegin(); it != acts.cend(); ++it) {
            const Result<VisitId> id = overVisit(db, it.key());
            if (!id)
                return tl::unexpected<Error>(id.error());
            if (id->isEmpty())
                continue;
            const Result<bool> differs =
                rows::takeLaterActs(db, seal, *id, it.value(), readAt, now);
            if (!differs)
                return tl::unexpected<Error>(differs.error());
            if (*differs)
                changedVisits.append(*id);
        }
        return changedVisits;
    };
    const Result<QList<VisitId>> visits = co_await m_database->transact(std::move(work));
    if (visits) {
        for (const VisitId &id : *visits)
            Q_EMIT changed(id);
    }
    co_return visits;
}

Task<QList<OpenItemOfVisit>> VisitStore::openItems()
{
    auto work = [currency = m_rules.currency,
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<QList<OpenItemOfVisit>> {
        QList<OpenItemOfVisit> list;
        if (seal.isLocked())
            return list;
        QList<VisitId> ids;
        {
            Statement query(db,
                            u"SELECT visit FROM open_item WHERE state = 'Open' GROUP BY visit "
                            "ORDER BY MIN(seen_ms), visit"_s);
            if (Result<void> read = query.run(); !read)
                return tl::unexpected<Error>(read.error());
            while (query.next())
                ids.append(VisitId(query.text(0)));
        }
        if (ids.isEmpty())
            return list;
        const Result<QList<Product>> catalogue = rows::products(db);
        if (!catalogue)
            return tl::unexpected<Error>(catalogue.error());
        for (const VisitId &id : std::as_const(ids)) {
            const Result<rows::VisitRow> row = rows::visit(db, seal, id);
            if (!row)
                return tl::unexpected<Error>(row.error());
            Result<QList<OpenItem>> items = rows::openItems(db, seal, id);
            if (!items)
                return tl::unexpected<Error>(items.error());
            showItems(*items, *catalogue, currency);
            OpenItemOfVisit each;
            each.visit = id;
            each.state = row->visit.state;
            each.visitStart = row->appointment.slot.start;
            each.patientName = row->appointment.strangerName;
            if (!row->appointment.patient.isEmpty()) {
                if (const Result<Patient> person =
                        rows::patient(db, seal, row->appointment.patient))
                    each.patientName = person->displayName();
            }
            for (const OpenItem &item : std::as_const(*items)) {
                if (item.state != OpenItem::State::Open)
                    continue;
                each.item = item;
                list.append(each);
            }
        }
        return list;
    };
    co_return co_await m_database->run(std::move(work));
}
