// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/scanlinkstore.h"

#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/rows.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace {

QString localIdOf(const PatientId &patient, const QString &site)
{
    return site.isEmpty() ? patient.value : QString(patient.value + u'@' + site);
}

QString kindName()
{
    return enumName(RecordKind::DentalDesktopPatient);
}

QString columns()
{
    return u"SELECT local_id, remote_id, number, synced_ms FROM link WHERE kind = ?"_s;
}

ScanLink linkAt(const Statement &query)
{
    ScanLink link;
    const QString local = query.text(0);
    link.patient = PatientId(local.section(u'@', 0, 0));
    link.site = local.section(u'@', 1);
    link.integrationId = query.text(1);
    link.station = query.text(2);
    link.since = query.time(3);
    return link;
}

Result<QList<ScanLink>> linksWhere(QSqlDatabase &db, const QString &condition,
                                   const QVariantList &values)
{
    Statement query(db, QString(columns() + condition));
    QVariantList bound{kindName()};
    bound += values;
    if (Result<void> read = query.execute(bound); !read)
        return tl::unexpected<Error>(read.error());
    QList<ScanLink> links;
    while (query.next())
        links.append(linkAt(query));
    return links;
}

Result<void> note(QSqlDatabase &db, const QString &action, const ScanLink &link, const StaffId &by,
                  const QDateTime &now)
{
    AuditRow audit;
    audit.at = now;
    audit.by = by;
    audit.action = action;
    audit.subject = u"patient:"_s + link.patient.value;
    audit.detail = link.site;
    return AuditLog::write(db, audit);
}

bool isTold(const Patient &patient, const Patient &other)
{
    return patient.firstName == other.firstName && patient.lastName == other.lastName
        && patient.birthDate == other.birthDate && patient.recordNumber == other.recordNumber;
}

//! A row that has certainly not been sent takes the values of when it goes.
Result<bool> isWaiting(QSqlDatabase &db, const Command &command)
{
    Statement query(db,
                    u"SELECT 1 FROM outbox WHERE patient = ? AND command = ? AND state = 'Waiting' "
                    "AND payload IS NULL"_s);
    if (Result<void> read =
            query.run(patientOf(command), QString::fromUtf8(commandToJson(command)));
        !read)
        return tl::unexpected<Error>(read.error());
    return query.next();
}

} // namespace

ScanLinkStore::ScanLinkStore(Database *database, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(std::move(clock))
{
}

Task<std::optional<ScanLink>> ScanLinkStore::link(PatientId patient, QString site)
{
    auto work =
        [local = localIdOf(patient, site)](QSqlDatabase &db) -> Result<std::optional<ScanLink>> {
        const Result<QList<ScanLink>> found = linksWhere(db, u" AND local_id = ?"_s, {local});
        if (!found)
            return tl::unexpected<Error>(found.error());
        return found->isEmpty() ? std::optional<ScanLink>() : std::optional(found->first());
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<ScanLink>> ScanLinkStore::all()
{
    auto work = [](QSqlDatabase &db) { return linksWhere(db, u" ORDER BY local_id"_s, {}); };
    co_return co_await m_database->run(std::move(work));
}

Task<void> ScanLinkStore::put(ScanLink link, StaffId by)
{
    auto work = [link, by, now = m_clock()](QSqlDatabase &db) -> Result<void> {
        const Result<QList<ScanLink>> taken =
            linksWhere(db, u" AND remote_id = ?"_s, {link.integrationId});
        if (!taken)
            return tl::unexpected<Error>(taken.error());
        for (const ScanLink &other : *taken) {
            if (other.patient != link.patient) {
                return failure(Error::Kind::Conflict,
                               tr("Another patient is linked with Dental Desktop under this "
                                  "number. Look whether one person is here twice."));
            }
        }
        RemoteLink row;
        row.kind = RecordKind::DentalDesktopPatient;
        row.remoteId = link.integrationId;
        row.number = link.station;
        if (Result<void> put = rows::putLink(db, localIdOf(link.patient, link.site), row, now);
            !put)
            return put;
        return note(db, u"scans-link"_s, link, by, now);
    };
    const PatientId patient = link.patient;
    const Result<void> done = co_await m_database->transact(std::move(work));
    if (done)
        Q_EMIT changed(patient);
    co_return done;
}

Task<void> ScanLinkStore::remove(PatientId patient, QString site, StaffId by)
{
    auto work = [patient, site, by, now = m_clock()](QSqlDatabase &db) -> Result<void> {
        if (Result<void> gone =
                rows::removeLink(db, localIdOf(patient, site), RecordKind::DentalDesktopPatient);
            !gone)
            return gone;
        ScanLink link;
        link.patient = patient;
        link.site = site;
        return note(db, u"scans-unlink"_s, link, by, now);
    };
    const Result<void> done = co_await m_database->transact(std::move(work));
    if (done)
        Q_EMIT changed(patient);
    co_return done;
}

namespace rows {

Result<bool> enqueueScanUpdates(QSqlDatabase &db, const Patient &before, const Patient &after,
                                const QDateTime &now)
{
    if (isTold(before, after))
        return false;
    const QString id = after.id.value;
    const Result<QList<ScanLink>> links =
        linksWhere(db, u" AND (local_id = ? OR local_id LIKE ?)"_s, {id, QString(id + u"@%"_s)});
    if (!links)
        return tl::unexpected<Error>(links.error());
    QList<Planned> commands;
    for (const ScanLink &link : *links) {
        const PutDentalDesktopPatient command{after.id, link.site};
        const Result<bool> waits = isWaiting(db, command);
        if (!waits)
            return tl::unexpected<Error>(waits.error());
        if (!*waits)
            commands.append(Planned{command, {}});
    }
    if (commands.isEmpty())
        return false;
    const Result<QList<qint64>> queued = enqueue(db, commands, VisitId(), after.id, now);
    if (!queued)
        return tl::unexpected<Error>(queued.error());
    return true;
}

} // namespace rows
