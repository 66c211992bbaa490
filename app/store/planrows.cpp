// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/planrows.h"

#include "app/store/outboxrows.h"
#include "app/store/planjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

// Plans as they are read.

namespace rows {

namespace {

//! Which plans are read: a condition on "plan p" with one value.
struct Which {
    QString condition;
    QString value;
};

QString planPlace(const QString &id)
{
    return QString(u"plan/sealed/"_s + id);
}

tl::unexpected<Error> noPlan()
{
    return failure(Error::Kind::NotFound,
                   QCoreApplication::translate("Store", "There is no such treatment plan here."));
}

using Records = QList<PlanRecord>;

PlanVersion *versionOf(Records &records, const QHash<QString, qsizetype> &places,
                       const QString &plan, int number)
{
    const qsizetype place = places.value(plan, -1);
    if (place < 0)
        return nullptr;
    for (PlanVersion &version : records[place].versions) {
        if (version.number == number)
            return &version;
    }
    return nullptr;
}

//! Reads what hangs on plans: one use, one call.
class Reading
{
public:
    Reading(QSqlDatabase &db, const Seal &seal, Which which)
        : m_db(db), m_seal(seal), m_which(std::move(which))
    {
    }

    Result<Records> read()
    {
        using Step = Result<void> (Reading::*)();
        for (const Step step : {&Reading::plans, &Reading::versions, &Reading::quotes,
                                &Reading::signatures, &Reading::bookings}) {
            if (Result<void> done = (this->*step)(); !done)
                return tl::unexpected<Error>(done.error());
        }
        m_records.removeIf([](const PlanRecord &record) { return record.versions.isEmpty(); });
        return m_records;
    }

private:
    Result<void> plans()
    {
        Statement query(m_db,
                        u"SELECT p.id, p.read_ms, p.sealed FROM plan p WHERE "_s + m_which.condition
                            + u" ORDER BY p.id"_s);
        if (Result<void> read = query.run(m_which.value); !read)
            return read;
        while (query.next()) {
            const Result<QByteArray> json = m_seal.open(query.bytes(2), planPlace(query.text(0)));
            if (!json)
                return tl::unexpected<Error>(json.error());
            PlanRecord record;
            record.current = planjson::toPlan(*json);
            record.readAt = query.time(1);
            m_places.insert(query.text(0), m_records.size());
            m_records.append(record);
        }
        return {};
    }

    Result<void> versions()
    {
        Statement query(m_db,
                        u"SELECT v.plan, v.number, v.decision, v.decided_ms, v.decided_by, "
                        "v.for_review, v.sealed FROM plan_version v JOIN plan p ON p.id = v.plan "
                        "WHERE "_s
                            + m_which.condition + u" ORDER BY v.plan, v.number"_s);
        if (Result<void> read = query.run(m_which.value); !read)
            return read;
        while (query.next()) {
            PlanRecord &record = m_records[m_places.value(query.text(0))];
            PlanVersion version;
            version.plan = PlanId(query.text(0));
            version.number = query.number(1);
            version.decision =
                enumFromName<plans::Decision>(query.text(2)).value_or(plans::Decision::Open);
            version.decidedAt = query.time(3);
            version.decidedBy = StaffId(query.text(4));
            version.quoteForReview = query.flag(5);
            const QString place = QString(u"plan_version/sealed/"_s + query.text(0) + u'/'
                                          + QString::number(version.number));
            const Result<QByteArray> json = m_seal.open(query.bytes(6), place);
            if (!json)
                return tl::unexpected<Error>(json.error());
            planjson::toVersion(*json, record.current, version);
            record.versions.append(version);
        }
        return {};
    }

    Result<void> quotes()
    {
        Statement query(m_db,
                        u"SELECT q.plan, q.version, q.sealed FROM plan_quote q "
                        "JOIN plan p ON p.id = q.plan WHERE "_s
                            + m_which.condition);
        if (Result<void> read = query.run(m_which.value); !read)
            return read;
        while (query.next()) {
            PlanVersion *version = versionOf(m_records, m_places, query.text(0), query.number(1));
            if (!version)
                continue;
            const QString place = QString(u"plan_quote/sealed/"_s + query.text(0) + u'/'
                                          + QString::number(query.number(1)));
            const Result<QByteArray> json = m_seal.open(query.bytes(2), place);
            if (!json)
                return tl::unexpected<Error>(json.error());
            version->quote = planjson::toQuote(*json);
        }
        return {};
    }

    Result<void> signatures()
    {
        Statement query(m_db,
                        u"SELECT s.plan, s.version, s.id, s.signed_ms, s.witness, s.sealed "
                        "FROM plan_signature s JOIN plan p ON p.id = s.plan WHERE "_s
                            + m_which.condition + u" ORDER BY s.signed_ms, s.id"_s);
        if (Result<void> read = query.run(m_which.value); !read)
            return read;
        while (query.next()) {
            PlanVersion *version = versionOf(m_records, m_places, query.text(0), query.number(1));
            if (!version)
                continue;
            const Result<QByteArray> json =
                m_seal.open(query.bytes(5), QString(u"plan_signature/sealed/"_s + query.text(2)));
            if (!json)
                return tl::unexpected<Error>(json.error());
            PlanSignature signature = planjson::toSignature(*json);
            signature.id = query.text(2);
            signature.signedAt = query.time(3);
            signature.witness = StaffId(query.text(4));
            version->signatures.append(signature);
        }
        return {};
    }

    Result<void> bookings()
    {
        struct Booked {
            QString plan;
            int version = 0;
            PlanBooking booking;
            VisitState state = VisitState::Booked;
        };
        QList<Booked> all;
        {
            Statement query(m_db,
                            u"SELECT b.plan, b.version, b.visit, b.phase, b.items, v.state "
                            "FROM plan_booking b JOIN visit v ON v.id = b.visit "
                            "JOIN plan p ON p.id = b.plan WHERE "_s
                                + m_which.condition + u" ORDER BY v.start_ms, v.id"_s);
            if (Result<void> read = query.run(m_which.value); !read)
                return read;
            while (query.next()) {
                Booked booked;
                booked.plan = query.text(0);
                booked.version = query.number(1);
                booked.booking.visit = VisitId(query.text(2));
                booked.booking.phase = query.text(3);
                const QJsonArray items = QJsonDocument::fromJson(query.bytes(4)).array();
                for (const QJsonValue &item : items)
                    booked.booking.items.append(item.toString());
                booked.state = enumFromName<VisitState>(query.text(5)).value_or(VisitState::Booked);
                all.append(booked);
            }
        }
        for (Booked &booked : all) {
            if (booked.state == VisitState::Cancelled || booked.state == VisitState::NoShow)
                continue;
            PlanVersion *version = versionOf(m_records, m_places, booked.plan, booked.version);
            if (!version)
                continue;
            const bool begun =
                booked.state != VisitState::Booked && booked.state != VisitState::Arrived;
            if (begun) {
                if (Result<void> done =
                        progress(booked.booking, *version, visits::isOver(booked.state));
                    !done)
                    return done;
            }
            if (!booked.booking.items.isEmpty())
                version->bookings.append(booked.booking);
        }
        return {};
    }

    //! Marks what the visit's acts have performed. Of a visit that is over only that stays booked.
    Result<void> progress(PlanBooking &booking, PlanVersion &version, bool over)
    {
        const Result<OrderRow> row = order(m_db, m_seal, booking.visit);
        if (!row)
            return tl::unexpected<Error>(row.error());
        QList<PlanItem> booked = version.content.items();
        booked.removeIf(
            [&booking](const PlanItem &item) { return !booking.items.contains(item.id); });
        const QStringList done = performedItems(booked, row->laterActs.value_or(row->acts));
        showPerformed(version, QSet<QString>(done.begin(), done.end()));
        if (over)
            booking.items = done;
        return {};
    }

    QSqlDatabase &m_db;
    const Seal &m_seal;
    Which m_which;
    Records m_records;
    QHash<QString, qsizetype> m_places;
};

Result<Records> read(QSqlDatabase &db, const Seal &seal, const Which &which)
{
    Reading reading(db, seal, which);
    return reading.read();
}

//! A row of the plan's streams that is not delivered.
struct Undelivered {
    Command command;
    bool unsent = false; //!< certainly not carried out
};

Result<QList<Undelivered>> undelivered(QSqlDatabase &db, const PlanId &id)
{
    Statement query(db,
                    u"SELECT command, state, payload IS NOT NULL, error_kind FROM outbox "
                    "WHERE stream IN (?, ?) AND state IN ('Waiting', 'Sending', 'Failed')"_s);
    const QString stream = QString(u"plan:"_s + id.value + u'/');
    if (Result<void> done = query.run(QString(stream + enumName(Service::Zoho)),
                                      QString(stream + enumName(Service::DentalTap)));
        !done)
        return tl::unexpected<Error>(done.error());
    QList<Undelivered> list;
    while (query.next()) {
        const Result<Command> command = commandFromJson(query.bytes(0));
        if (!command)
            continue;
        Undelivered row;
        row.command = *command;
        const QString state = query.text(1);
        const auto kind = enumFromName<Error::Kind>(query.text(3));
        const bool refused = state == u"Failed"_s && kind && isDefinite(*kind);
        row.unsent = refused || (state != u"Sending"_s && !query.flag(2));
        list.append(row);
    }
    return list;
}

} // namespace

Result<QList<PlanRecord>> plansOfPatient(QSqlDatabase &db, const Seal &seal,
                                         const PatientId &patient)
{
    Result<Records> records = read(db, seal, {u"p.patient = ?"_s, patient.value});
    if (!records)
        return records;
    std::stable_sort(records->begin(), records->end(), [](const auto &one, const auto &two) {
        return one.current.updatedAt > two.current.updatedAt;
    });
    return records;
}

Result<PlanRecord> planRecord(QSqlDatabase &db, const Seal &seal, const PlanId &id)
{
    const Result<Records> records = read(db, seal, {u"p.id = ?"_s, id.value});
    if (!records)
        return tl::unexpected<Error>(records.error());
    if (records->isEmpty())
        return noPlan();
    return records->first();
}

Result<PlanVersion> planVersion(QSqlDatabase &db, const Seal &seal, const PlanId &id, int version)
{
    const Result<PlanRecord> record = planRecord(db, seal, id);
    if (!record)
        return tl::unexpected<Error>(record.error());
    for (const PlanVersion &each : record->versions) {
        if (each.number == version)
            return each;
    }
    return noPlan();
}

Result<PlanContext> planContext(QSqlDatabase &db, const Seal &seal, const PlanId &id,
                                const Currency &currency)
{
    PlanContext context;
    context.currency = currency;
    const Result<PlanRecord> record = planRecord(db, seal, id);
    if (record)
        context.record = *record;
    else if (record.error().kind != Error::Kind::NotFound)
        return tl::unexpected<Error>(record.error());
    const Result<QList<Undelivered>> rows = undelivered(db, id);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const Undelivered &row : *rows) {
        if (const auto *put = std::get_if<PutQuote>(&row.command)) {
            context.undelivered.insert(put->version);
            if (row.unsent)
                context.unsentQuotes.insert(put->version);
        }
        const auto *link = std::get_if<LinkDentalTapPlan>(&row.command);
        if (link && row.unsent)
            context.unsentLinks.insert(link->version);
    }
    Statement query(db, u"SELECT version, meaning, sealed FROM plan_quote WHERE plan = ?"_s);
    if (Result<void> done = query.run(id); !done)
        return tl::unexpected<Error>(done.error());
    while (query.next()) {
        PlanQuote quote;
        quote.plan = id;
        quote.version = query.number(0);
        quote.meaning =
            enumFromName<PlanQuote::Meaning>(query.text(1)).value_or(PlanQuote::Meaning::Open);
        const QString place =
            QString(u"plan_quote/sealed/"_s + id.value + u'/' + QString::number(quote.version));
        const Result<QByteArray> json = seal.open(query.bytes(2), place);
        if (!json)
            return tl::unexpected<Error>(json.error());
        quote.quote = planjson::toQuote(*json);
        context.quotes.insert(quote.version, quote);
    }
    return context;
}

Result<QList<PlanId>> blockedPlans(QSqlDatabase &db, plans::Source source)
{
    Statement query(db,
                    u"SELECT DISTINCT v.plan FROM plan_version v JOIN plan p ON p.id = v.plan "
                    "WHERE p.source = ? AND v.is_blocked <> 0 ORDER BY v.plan"_s);
    if (Result<void> done = query.run(enumName(source)); !done)
        return tl::unexpected<Error>(done.error());
    QList<PlanId> ids;
    while (query.next())
        ids.append(PlanId(query.text(0)));
    return ids;
}

Result<PlanDocument> planDocument(QSqlDatabase &db, const Seal &seal, const QString &id)
{
    Statement query(db, u"SELECT plan, version, sealed FROM plan_document WHERE id = ?"_s);
    if (Result<void> done = query.run(id); !done)
        return tl::unexpected<Error>(done.error());
    if (!query.next())
        return notFound();
    const Result<QByteArray> pdf =
        seal.open(query.bytes(2), QString(u"plan_document/sealed/"_s + id));
    if (!pdf)
        return tl::unexpected<Error>(pdf.error());
    PlanDocument document;
    document.id = id;
    document.plan = PlanId(query.text(0));
    document.version = query.number(1);
    document.pdf = *pdf;
    return document;
}

} // namespace rows
