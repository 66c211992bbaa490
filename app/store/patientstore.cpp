// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientstore.h"

#include "app/base/logcategories.h"
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/rows.h"
#include "app/store/scanlinkstore.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace {

constexpr int batchSize = 1000;

//! A change made at this desk that the CRM has not confirmed yet.
Result<bool> hasUnsentChange(QSqlDatabase &db, const PatientId &id)
{
    Statement query(
        db,
        u"SELECT 1 FROM outbox WHERE patient = ? AND name IN ('PutContact', 'BookInCrm') "
        "AND state IN ('Waiting', 'Sending', 'Failed')"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    return query.next();
}

//! Whose Contact this is: by link, else by our own reference in it, else a new patient under an id
//! that every desk derives alike.
Result<PatientId> ownerOf(QSqlDatabase &db, const RemotePatient &remote)
{
    const Result<QString> linked = rows::localId(db, RecordKind::Contact, remote.contactId);
    if (!linked)
        return tl::unexpected<Error>(linked.error());
    if (!linked->isEmpty())
        return PatientId(*linked);
    if (!remote.vestibuleRef.isEmpty()) {
        // Two Contacts with one reference (a copied record): the first keeps it.
        const Result<Links> taken = rows::links(db, remote.vestibuleRef);
        if (!taken)
            return tl::unexpected<Error>(taken.error());
        if (!taken->contains(RecordKind::Contact))
            return PatientId(remote.vestibuleRef);
    }
    if (!remote.patient.id.isEmpty())
        return remote.patient.id;
    return PatientId(derivedUuid(QString(u"zoho:contact:"_s + remote.contactId)));
}

Result<void> putLinks(QSqlDatabase &db, const PatientId &id, const RemotePatient &remote,
                      const QDateTime &now)
{
    const QList<RemoteLink> links{
        RemoteLink{RecordKind::Contact, remote.contactId, remote.modifiedTime, {}},
        RemoteLink{RecordKind::DentalTapPatient, remote.dentalTapId, {}, {}},
        RemoteLink{RecordKind::QuickBooksCustomer, remote.quickBooksId, {}, {}}};
    for (const RemoteLink &link : links) {
        if (link.remoteId.isEmpty())
            continue;
        if (Result<void> put = rows::putLink(db, id.value, link, now); !put)
            return put;
    }
    return {};
}

//! Takes one Contact over. The patient if anything changed; queued is set when another system must
//! be told.
Result<std::optional<Patient>> take(QSqlDatabase &db, const Seal &seal, const RemotePatient &remote,
                                    const QDateTime &now, bool &queued)
{
    const Result<PatientId> id = ownerOf(db, remote);
    if (!id)
        return tl::unexpected<Error>(id.error());
    const Result<Patient> stored = rows::patient(db, seal, *id);
    if (!stored && stored.error().kind != Error::Kind::NotFound)
        return tl::unexpected<Error>(stored.error());
    Patient patient = stored.value_or(Patient());
    if (remote.deleted) {
        if (!stored || patient.archived)
            return std::optional<Patient>();
        patient.archived = true;
    } else {
        if (Result<void> put = putLinks(db, *id, remote, now); !put)
            return tl::unexpected<Error>(put.error());
        const Result<bool> ours = stored ? hasUnsentChange(db, *id) : Result<bool>(false);
        if (!ours)
            return tl::unexpected<Error>(ours.error());
        if (*ours)
            return std::optional<Patient>();
        const qint64 revision = patient.revision;
        const bool archived = remote.patient.archived;
        patient = remote.patient;
        patient.id = *id;
        patient.revision = revision;
        patient.archived = archived;
    }
    if (stored && *stored == patient)
        return std::optional<Patient>();
    if (Result<void> put = rows::putPatient(db, seal, patient); !put)
        return tl::unexpected<Error>(put.error());
    if (stored && !remote.deleted) {
        const Result<bool> told = rows::enqueueScanUpdates(db, *stored, patient, now);
        if (!told)
            return tl::unexpected<Error>(told.error());
        queued = queued || *told;
    }
    return std::optional<Patient>(patient);
}

Result<QList<Patient>> batchAfter(QSqlDatabase &db, const Seal &seal, const PatientId &id,
                                  int limit)
{
    Statement query(db,
                    u"SELECT id, sealed, revision, archived FROM patient WHERE id > ? "
                    "ORDER BY id LIMIT ?"_s);
    if (Result<void> read = query.run(id, limit); !read)
        return tl::unexpected<Error>(read.error());
    QList<Patient> patients;
    while (query.next()) {
        const QString each = query.text(0);
        const Result<QByteArray> json = seal.open(query.bytes(1), rows::patientPlace(each));
        if (!json)
            return tl::unexpected<Error>(json.error());
        Patient patient = rowjson::toPatient(*json);
        patient.id = PatientId(each);
        patient.revision = query.integer(2);
        patient.archived = query.flag(3);
        patients.append(patient);
    }
    return patients;
}

} // namespace

PatientStore::PatientStore(Database *database, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(std::move(clock))
{
    connect(m_database, &Database::patientMade, this,
            [this](const Patient &patient) { Q_EMIT changed({patient}); });
}

Task<Patient> PatientStore::patient(PatientId id)
{
    auto work = [id, seal = m_database->seal()](QSqlDatabase &db) {
        return rows::patient(db, seal, id);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Patient>> PatientStore::patients(QList<PatientId> ids)
{
    auto work = [ids, seal = m_database->seal()](QSqlDatabase &db) -> Result<QList<Patient>> {
        QList<Patient> patients;
        for (const PatientId &id : ids) {
            const Result<Patient> patient = rows::patient(db, seal, id);
            if (!patient && patient.error().kind == Error::Kind::NotFound)
                continue;
            if (!patient)
                return tl::unexpected<Error>(patient.error());
            patients.append(*patient);
        }
        return patients;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<Links> PatientStore::links(PatientId id)
{
    auto work = [id](QSqlDatabase &db) { return rows::links(db, id.value); };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Patient>> PatientStore::after(PatientId id, int limit)
{
    auto work = [id, limit, seal = m_database->seal()](QSqlDatabase &db) {
        return batchAfter(db, seal, id, limit);
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Patient>> PatientStore::all()
{
    QList<Patient> all;
    PatientId last;
    for (;;) {
        const Result<QList<Patient>> batch = co_await after(last, batchSize);
        if (!batch)
            co_return tl::unexpected<Error>(batch.error());
        all += *batch;
        if (batch->size() < batchSize)
            break;
        last = batch->last().id;
    }
    co_return all;
}

Task<int> PatientStore::count()
{
    auto work = [](QSqlDatabase &db) -> Result<int> {
        Statement query(db, u"SELECT COUNT(*) FROM patient"_s);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        return query.next() ? query.number(0) : 0;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Patient>> PatientStore::putRemote(QList<RemotePatient> page)
{
    struct Taken {
        QList<Patient> changed;
        bool queued = false;
    };
    auto work = [page, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<Taken> {
        Taken taken;
        for (const RemotePatient &remote : page) {
            if (remote.contactId.isEmpty())
                continue;
            Result<std::optional<Patient>> patient = take(db, seal, remote, now, taken.queued);
            if (!patient)
                return tl::unexpected<Error>(patient.error());
            if (*patient)
                taken.changed.append(**patient);
        }
        return taken;
    };
    // A page that a power cut took is read again: its cursor goes with it.
    const Result<Taken> taken = co_await m_database->transactUnflushed(std::move(work));
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    if (!taken->changed.isEmpty())
        Q_EMIT changed(taken->changed);
    if (taken->queued)
        Q_EMIT m_database->rowsQueued();
    co_return taken->changed;
}

Task<Patient> PatientStore::save(Patient patient, bool isNew, StaffId by)
{
    struct Saved {
        Patient patient;
        bool queued = false;
    };
    auto work = [patient, isNew, by, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<Saved> {
        Saved saved;
        saved.patient = patient;
        if (isNew) {
            if (saved.patient.id.isEmpty())
                saved.patient.id = PatientId(newUuid(now));
            saved.patient.revision = 1;
        } else {
            const Result<Patient> stored = rows::patient(db, seal, patient.id);
            if (!stored)
                return tl::unexpected<Error>(stored.error());
            if (stored->revision != patient.revision)
                return failure(Error::Kind::Conflict,
                               tr("Somebody else changed this patient meanwhile. Look again."));
            if (*stored == patient)
                return saved;
            ++saved.patient.revision;
            const Result<bool> told = rows::enqueueScanUpdates(db, *stored, saved.patient, now);
            if (!told)
                return tl::unexpected<Error>(told.error());
            saved.queued = *told;
        }
        if (Result<void> put = rows::putPatient(db, seal, saved.patient); !put)
            return tl::unexpected<Error>(put.error());
        const Result<Links> linked = rows::links(db, saved.patient.id.value);
        if (!linked)
            return tl::unexpected<Error>(linked.error());
        // A Contact that does not exist yet is made with the first booking, from the fields of
        // then; once its composite may have been sent, the change follows it.
        const Result<rows::CommandProgress> progress =
            rows::commandProgress(db, VisitId(), saved.patient.id);
        if (!progress)
            return tl::unexpected<Error>(progress.error());
        const Result<bool> booking = hasUnsentChange(db, saved.patient.id);
        if (!booking)
            return tl::unexpected<Error>(booking.error());
        const bool waits = progress->waiting.contains(u"PutContact"_s);
        if (!isNew && !waits && (linked->contains(RecordKind::Contact) || *booking)) {
            const QList<Planned> commands{Planned{PutContact{saved.patient.id}, {}}};
            const Result<QList<qint64>> queued =
                rows::enqueue(db, commands, VisitId(), saved.patient.id, now);
            if (!queued)
                return tl::unexpected<Error>(queued.error());
            saved.queued = true;
        }
        AuditRow audit;
        audit.at = now;
        audit.by = by;
        audit.action = isNew ? u"patient-add"_s : u"patient-edit"_s;
        audit.subject = u"patient:"_s + saved.patient.id.value;
        if (Result<void> noted = AuditLog::write(db, audit); !noted)
            return tl::unexpected<Error>(noted.error());
        return saved;
    };
    const Result<Saved> saved = co_await m_database->transact(std::move(work));
    if (!saved)
        co_return tl::unexpected<Error>(saved.error());
    const QList<Patient> one(1, saved->patient);
    Q_EMIT changed(one);
    if (saved->queued)
        Q_EMIT m_database->rowsQueued();
    co_return saved->patient;
}

Task<PatientId> PatientStore::find(QString anyId)
{
    auto work = [anyId](QSqlDatabase &db) -> Result<PatientId> {
        {
            Statement own(db, u"SELECT id FROM patient WHERE id = ?"_s);
            if (Result<void> read = own.run(anyId); !read)
                return tl::unexpected<Error>(read.error());
            if (own.next())
                return PatientId(own.text(0));
        }
        for (const RecordKind kind :
             {RecordKind::Contact, RecordKind::DentalTapPatient, RecordKind::QuickBooksCustomer}) {
            const Result<QString> local = rows::localId(db, kind, anyId);
            if (!local)
                return tl::unexpected<Error>(local.error());
            if (!local->isEmpty())
                return PatientId(*local);
        }
        return rows::notFound();
    };
    co_return co_await m_database->run(std::move(work));
}
