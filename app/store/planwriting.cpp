// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/planjson.h"
#include "app/store/planrows.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

// Plans as they are written.

namespace rows {

namespace {

QString versionKey(const PlanId &plan, int number)
{
    return QString(plan.value + u'/' + QString::number(number));
}

//! What is done only because a visit's acts say so is kept with the visit and not with the plan: it
//! is no longer so when the act is taken back.
void withoutProgress(TreatmentPlan &content, const TreatmentPlan &shownBefore,
                     const TreatmentPlan &current, const PlanVersion &version)
{
    QSet<QString> booked;
    for (const PlanBooking &booking : version.bookings)
        booked.unite(QSet<QString>(booking.items.begin(), booking.items.end()));
    if (booked.isEmpty())
        return;
    const auto doneIn = [](const TreatmentPlan &plan) {
        QSet<QString> done;
        for (const PlanItem &item : plan.items()) {
            if (item.state == plans::ItemState::Done)
                done.insert(item.id);
        }
        return done;
    };
    const QSet<QString> there = doneIn(current);
    const QSet<QString> shown = doneIn(shownBefore);
    for (PlanPhase &phase : content.phases) {
        for (PlanItem &item : phase.items) {
            const bool onlyHere =
                shown.contains(item.id) && booked.contains(item.id) && !there.contains(item.id);
            if (item.state == plans::ItemState::Done && onlyHere)
                item.state = plans::ItemState::Planned;
        }
    }
}

Result<void> putPlan(QSqlDatabase &db, const Seal &seal, const PlanRecord &record)
{
    const TreatmentPlan &plan = record.current;
    const Result<QByteArray> cell =
        seal.seal(planjson::fromPlan(plan), QString(u"plan/sealed/"_s + plan.id.value));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO plan (id, source, patient, read_ms, sealed) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET patient = excluded.patient, "
                  "read_ms = excluded.read_ms, revision = plan.revision + 1, "
                  "sealed = excluded.sealed"_s);
    return put.run(plan.id, enumName(plan.source()), plan.patient, record.readAt, *cell);
}

Result<void> putVersion(QSqlDatabase &db, const Seal &seal, const PlanVersion &version,
                        const TreatmentPlan &current)
{
    const QString place =
        QString(u"plan_version/sealed/"_s + versionKey(version.plan, version.number));
    const Result<QByteArray> cell =
        seal.seal(planjson::fromVersion(version, version.content == current), place);
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO plan_version (plan, number, decision, decided_ms, decided_by, "
                  "for_review, is_blocked, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (plan, number) DO UPDATE SET decision = excluded.decision, "
                  "decided_ms = excluded.decided_ms, decided_by = excluded.decided_by, "
                  "for_review = excluded.for_review, is_blocked = excluded.is_blocked, "
                  "sealed = excluded.sealed"_s);
    return put.run(version.plan, version.number, enumName(version.decision), version.decidedAt,
                   version.decidedBy, version.quoteForReview, !version.blocked.isEmpty(), *cell);
}

Result<void> putSignatures(QSqlDatabase &db, const Seal &seal, const PlanVersion &version)
{
    for (const PlanSignature &signature : version.signatures) {
        const Result<QByteArray> cell =
            seal.seal(planjson::fromSignature(signature),
                      QString(u"plan_signature/sealed/"_s + signature.id));
        if (!cell)
            return tl::unexpected<Error>(cell.error());
        // What was signed is never rewritten.
        Statement put(db,
                      u"INSERT INTO plan_signature (id, plan, version, signed_ms, witness, sealed) "
                      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s);
        if (Result<void> done = put.run(signature.id, version.plan, version.number,
                                        signature.signedAt, signature.witness, *cell);
            !done)
            return done;
    }
    return {};
}

//! What was refused for certain is made anew of what the plan is now.
Result<bool> rearm(QSqlDatabase &db, const PlanId &plan, const QDateTime &now)
{
    Statement update(
        db,
        u"UPDATE outbox SET state = 'Waiting', not_before_ms = ?, payload = NULL, attempts = 0, "
        "key_counter = key_counter + 1 WHERE stream IN (?, ?) AND state = 'Failed' "
        "AND (payload IS NULL OR error_kind IN ('Invalid', 'Forbidden', 'NotFound', "
        "'Conflict', 'Unauthorized'))"_s);
    const QString stream = QString(u"plan:"_s + plan.value + u'/');
    if (Result<void> done = update.run(now, QString(stream + enumName(Service::Zoho)),
                                       QString(stream + enumName(Service::DentalTap)));
        !done)
        return tl::unexpected<Error>(done.error());
    return update.affected() > 0;
}

//! Proposals that were kept while there was no Devis to put them beside go with its making.
Result<QList<Planned>> proposalsOf(QSqlDatabase &db, const PlanContext &before,
                                   const QList<Planned> &commands)
{
    QList<Planned> all = commands;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const auto *put = std::get_if<PutQuote>(&commands.at(i).command);
        if (!put || before.quotes.contains(put->version)
            || before.undelivered.contains(put->version))
            continue;
        Statement query(db,
                        u"SELECT id FROM plan_document WHERE plan = ? AND version = ? "
                        "ORDER BY kept_ms, id"_s);
        if (Result<void> done = query.run(put->plan, put->version); !done)
            return tl::unexpected<Error>(done.error());
        while (query.next()) {
            const AttachProposal attach{put->patient, put->plan, put->version, query.text(0)};
            all.append(Planned{attach, {int(i)}});
        }
    }
    return all;
}

Result<void> audit(QSqlDatabase &db, const PlanTransition &transition, const StaffId &by,
                   const QDateTime &now)
{
    AuditRow row;
    row.at = now;
    row.by = by;
    row.action = transition.action;
    row.subject = QString(u"plan:"_s + transition.record.current.id.value);
    row.detail = transition.detail;
    QStringList names;
    for (const Planned &planned : transition.commands)
        names.append(commandName(planned.command));
    if (!names.isEmpty())
        row.detail += u"; "_s + names.join(u", "_s);
    return AuditLog::write(db, row);
}

//! Open Dental's patient, by the link kept here, else by the last characters of the Contact's id
//! that its chart number holds; linked from then on (open-dental-api.md section 6).
Result<QString> openDentalPatient(QSqlDatabase &db, const RemotePlan &remote)
{
    const QString number = remote.plan.remotePatient;
    Result<QString> known = localId(db, RecordKind::OpenDentalPatient, number);
    if (!known || !known->isEmpty() || number.isEmpty())
        return known;
    QString patient = remote.plan.patient.value;
    constexpr qsizetype wholeChartNumber = 15;
    if (patient.isEmpty() && remote.chartNumber.size() == wholeChartNumber) {
        Statement query(db,
                        u"SELECT local_id FROM link WHERE kind = ? "
                        "AND substr(remote_id, -15) = ?"_s);
        Result<void> read = query.run(enumName(RecordKind::Contact), remote.chartNumber);
        if (!read)
            return tl::unexpected<Error>(read.error());
        while (query.next()) {
            if (!patient.isEmpty())
                return QString(); // two: a person decides
            patient = query.text(0);
        }
    }
    if (patient.isEmpty())
        return patient;
    const RemoteLink link{RecordKind::OpenDentalPatient, number, {}, {}};
    const Result<void> put = putLink(db, patient, link, remote.plan.updatedAt);
    if (!put)
        return tl::unexpected<Error>(put.error());
    return patient;
}

} // namespace

Result<AppliedPlan> applyPlan(QSqlDatabase &db, const Seal &seal, const PlanContext &before,
                              const PlanTransition &transition, const StaffId &by,
                              const QDateTime &now)
{
    AppliedPlan applied;
    applied.record = transition.record;
    const PlanId id = transition.record.current.id;
    if (!transition.changed) {
        if (transition.record.readAt == before.record.readAt)
            return applied;
        Statement touch(db, u"UPDATE plan SET read_ms = ? WHERE id = ?"_s);
        if (Result<void> done = touch.run(transition.record.readAt, id); !done)
            return tl::unexpected<Error>(done.error());
        return applied;
    }
    applied.changed = true;
    if (Result<void> done = putPlan(db, seal, transition.record); !done)
        return tl::unexpected<Error>(done.error());
    for (const PlanVersion &shown : transition.record.versions) {
        PlanVersion version = shown;
        for (const PlanVersion &each : before.record.versions) {
            if (each.number == version.number)
                withoutProgress(version.content, each.content, transition.record.current, each);
        }
        if (Result<void> done = putVersion(db, seal, version, transition.record.current); !done)
            return tl::unexpected<Error>(done.error());
        if (Result<void> done = putSignatures(db, seal, version); !done)
            return tl::unexpected<Error>(done.error());
    }
    const Result<bool> again = rearm(db, id, now);
    if (!again)
        return tl::unexpected<Error>(again.error());
    const Result<QList<Planned>> commands = proposalsOf(db, before, transition.commands);
    if (!commands)
        return tl::unexpected<Error>(commands.error());
    const Result<QList<qint64>> queued =
        enqueue(db, *commands, VisitId(), transition.record.current.patient, now);
    if (!queued)
        return tl::unexpected<Error>(queued.error());
    applied.queued = *again || !queued->isEmpty();
    // A reading is no act of anybody's; what it sends is worth a row all the same.
    PlanTransition noted = transition;
    if (noted.action.isEmpty())
        noted.action = u"plan-read"_s;
    if (!transition.action.isEmpty() || !transition.commands.isEmpty()) {
        if (Result<void> done = audit(db, noted, by, now); !done)
            return tl::unexpected<Error>(done.error());
    }
    return applied;
}

Result<void> putPlanQuote(QSqlDatabase &db, const Seal &seal, const PlanQuote &quote)
{
    const QString place = QString(u"plan_quote/sealed/"_s + versionKey(quote.plan, quote.version));
    const Result<QByteArray> cell = seal.seal(planjson::fromQuote(quote.quote), place);
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO plan_quote (plan, version, meaning, sealed) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (plan, version) DO UPDATE SET meaning = excluded.meaning, "
                  "sealed = excluded.sealed"_s);
    return put.run(quote.plan, quote.version, enumName(quote.meaning), *cell);
}

Result<void> requireToBook(QSqlDatabase &db, const Seal &seal, const PlannedPart &part)
{
    const Result<PlanVersion> version = planVersion(db, seal, part.plan, part.version);
    if (!version)
        return tl::unexpected<Error>(version.error());
    QSet<QString> free;
    for (const PlanItem &item : version->toBook())
        free.insert(item.id);
    for (const QString &item : part.items) {
        if (!free.contains(item)) {
            return failure(Error::Kind::Conflict,
                           QCoreApplication::translate(
                               "Store",
                               "Not all of these acts are left to book: some are booked, done or "
                               "not accepted. Look at the plan again."));
        }
    }
    return {};
}

Result<void> putPlanBooking(QSqlDatabase &db, const Appointment &appointment)
{
    if (!appointment.part)
        return {};
    const PlannedPart &part = *appointment.part;
    const QByteArray items =
        QJsonDocument(QJsonArray::fromStringList(part.items)).toJson(QJsonDocument::Compact);
    Statement put(db,
                  u"INSERT INTO plan_booking (visit, plan, version, phase, items) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (visit) DO UPDATE SET plan = excluded.plan, "
                  "version = excluded.version, phase = excluded.phase, items = excluded.items"_s);
    return put.run(appointment.id, part.plan, part.version, part.phase, QString::fromUtf8(items));
}

Result<void> putPlanProduct(QSqlDatabase &db, plans::Source source, const QString &key,
                            const ProductId &product)
{
    Statement put(db,
                  u"INSERT INTO plan_product (source, code, product) VALUES (?, ?, ?) "
                  "ON CONFLICT (source, code) DO UPDATE SET product = excluded.product"_s);
    return put.run(enumName(source), key, product);
}

Result<TreatmentPlan> matchedPlan(QSqlDatabase &db, const RemotePlan &remote)
{
    TreatmentPlan plan = remote.plan;
    const auto local = [&db](RecordKind kind, const QString &id) {
        return id.isEmpty() ? Result<QString>(QString()) : localId(db, kind, id);
    };
    Result<QString> patient = local(RecordKind::Contact, remote.contactId);
    if (patient && patient->isEmpty() && plan.source() == plans::Source::DentalTap)
        patient = local(RecordKind::DentalTapPatient, plan.remotePatient);
    if (plan.source() == plans::Source::OpenDental)
        patient = openDentalPatient(db, remote);
    if (!patient)
        return tl::unexpected<Error>(patient.error());
    if (!patient->isEmpty())
        plan.patient = PatientId(*patient);
    if (plan.source() == plans::Source::DentalTap) {
        const Result<QString> visit = local(RecordKind::DentalTapAppointment, remote.appointmentId);
        if (!visit)
            return tl::unexpected<Error>(visit.error());
        plan.visit = VisitId(*visit);
        Statement query(db, u"SELECT id, fields FROM provider ORDER BY position"_s);
        if (Result<void> done = query.run(); !done)
            return tl::unexpected<Error>(done.error());
        while (query.next() && !remote.providerId.isEmpty()) {
            if (rowjson::toProvider(query.bytes(1)).dentalTapId == remote.providerId)
                plan.provider = ProviderId(query.text(0));
        }
    }
    const Result<QList<Product>> catalogue = products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    QHash<QString, ProductId> chosen;
    Statement query(db, u"SELECT code, product FROM plan_product WHERE source = ?"_s);
    if (Result<void> done = query.run(enumName(plan.source())); !done)
        return tl::unexpected<Error>(done.error());
    while (query.next())
        chosen.insert(query.text(0), ProductId(query.text(1)));
    QSet<ProductId> known;
    for (const Product &product : *catalogue) {
        known.insert(product.id);
        // A procedure code that is a house code means that product until somebody says otherwise.
        const bool sameCode = plan.source() == plans::Source::OpenDental && product.active
            && !product.code.isEmpty() && !chosen.contains(product.code);
        if (sameCode)
            chosen.insert(product.code, product.id);
    }
    for (PlanPhase &phase : plan.phases) {
        for (PlanItem &item : phase.items) {
            if (!known.contains(item.product))
                item.product = chosen.value(productKey(item));
            if (!known.contains(item.product))
                item.product = ProductId();
        }
    }
    return plan;
}

Result<void> putPlanDocument(QSqlDatabase &db, const Seal &seal, const PlanDocument &document,
                             const StaffId &by, const QDateTime &now)
{
    const Result<QByteArray> cell =
        seal.seal(document.pdf, QString(u"plan_document/sealed/"_s + document.id));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO plan_document (id, plan, version, kept_ms, by_staff, sealed) "
                  "VALUES (?, ?, ?, ?, ?, ?)"_s);
    return put.run(document.id, document.plan, document.version, now, by, *cell);
}

} // namespace rows
