// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/chartstore.h"

#include "app/store/auditlog.h"
#include "app/store/rows.h"

#include <QCoroFuture>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QString cachePlace(const QString &owner, const QString &kind)
{
    return QString(u"chart_cache/sealed/"_s + owner + u'/' + kind);
}

QString keptPlace(QLatin1StringView column, const QString &id)
{
    return QString(u"chart_kept/"_s + column + u'/' + id);
}

QString pictureKind(const QString &kind)
{
    return u"picture."_s + kind;
}

QString fileKey(const QString &owner, const QString &kind, const QByteArray &digest)
{
    return QString(u"chart/"_s + owner + u'/' + kind + u'/' + QString::fromLatin1(digest));
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

tl::unexpected<Error> nothingKept()
{
    return failure(Error::Kind::NotFound, ChartStore::tr("No chart of this patient is kept here."));
}

Result<ChartStore::Kept> keptAt(const Statement &query, const Seal &seal)
{
    ChartStore::Kept kept;
    kept.id = query.text(0);
    kept.patient = PatientId(query.text(1));
    kept.visit = VisitId(query.text(2));
    kept.keptAt = query.time(3);
    kept.by = StaffId(query.text(4));
    const Result<QByteArray> json = seal.open(query.bytes(5), keptPlace("sealed"_L1, kept.id));
    if (!json)
        return tl::unexpected<Error>(json.error());
    kept.json = *json;
    const Result<QByteArray> picture =
        rows::opened(seal, query.bytes(6), keptPlace("picture"_L1, kept.id));
    if (!picture)
        return tl::unexpected<Error>(picture.error());
    kept.picture = *picture;
    return kept;
}

} // namespace

ChartStore::ChartStore(Database *database, ImageCache *pictures, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_pictures(pictures), m_clock(std::move(clock))
{
}

Task<ChartStore::Document> ChartStore::document(QString owner, QString kind)
{
    auto work = [owner, kind, seal = m_database->seal()](QSqlDatabase &db) -> Result<Document> {
        Statement query(db,
                        u"SELECT read_ms, sealed FROM chart_cache WHERE owner = ? AND kind = ?"_s);
        if (Result<void> read = query.run(owner, kind); !read)
            return tl::unexpected<Error>(read.error());
        if (!query.next())
            return nothingKept();
        // A cache: what no key opens is as good as not there.
        const Result<QByteArray> json = seal.open(query.bytes(1), cachePlace(owner, kind));
        if (!json)
            return nothingKept();
        Document document;
        document.readAt = query.time(0);
        document.json = *json;
        return document;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<void> ChartStore::put(QString owner, QString kind, QByteArray json)
{
    auto work = [owner, kind, json, now = m_clock(),
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<void> {
        const Result<QByteArray> sealed = seal.seal(json, cachePlace(owner, kind));
        if (!sealed)
            return tl::unexpected<Error>(sealed.error());
        Statement put(db,
                      u"INSERT INTO chart_cache (owner, kind, read_ms, sealed) VALUES (?, ?, ?, ?) "
                      "ON CONFLICT (owner, kind) DO UPDATE SET read_ms = excluded.read_ms, "
                      "sealed = excluded.sealed"_s);
        return put.run(owner, kind, now, *sealed);
    };
    co_return co_await m_database->transactUnflushed(std::move(work));
}

Task<void> ChartStore::remove(QString owner, QString kind)
{
    auto work = [owner, kind](QSqlDatabase &db) -> Result<void> {
        Statement gone(db, u"DELETE FROM chart_cache WHERE owner = ? AND kind IN (?, ?)"_s);
        return gone.run(owner, kind, pictureKind(kind));
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<ChartStore::Picture> ChartStore::picture(QString owner, QString kind)
{
    const QString document = pictureKind(kind);
    const Result<Document> row = co_await this->document(owner, document);
    if (!row)
        co_return tl::unexpected<Error>(row.error());
    const QJsonObject json = QJsonDocument::fromJson(row->json).object();
    const QByteArray digest = json["sha256"_L1].toString().toLatin1();
    const QString key = fileKey(owner, kind, digest);
    const Result<QByteArray> bytes = co_await m_pictures->read(key);
    if (!bytes)
        co_return nothingKept();
    Picture picture;
    picture.bytes = *bytes;
    picture.format = json["format"_L1].toString();
    picture.etag = json["etag"_L1].toString();
    picture.date = QDateTime::fromString(json["date"_L1].toString(), Qt::ISODateWithMs).toUTC();
    picture.readAt = row->readAt;
    co_return picture;
}

Task<void> ChartStore::putPicture(QString owner, QString kind, Picture picture)
{
    const QByteArray digest = digestOf(picture.bytes);
    const QString key = fileKey(owner, kind, digest);
    const QByteArray bytes = picture.bytes;
    const Result<void> written = co_await m_pictures->write(key, bytes);
    if (!written)
        co_return written;
    const QJsonObject json{{"sha256"_L1, QString::fromLatin1(digest)},
                           {"format"_L1, picture.format},
                           {"etag"_L1, picture.etag},
                           {"date"_L1, picture.date.toUTC().toString(Qt::ISODateWithMs)}};
    const QString document = pictureKind(kind);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    co_return co_await put(owner, document, text);
}

Task<void> ChartStore::keep(Kept kept)
{
    auto work = [kept, now = m_clock(),
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<void> {
        const QString id = newUuid(now);
        const Result<QByteArray> json = seal.seal(kept.json, keptPlace("sealed"_L1, id));
        if (!json)
            return tl::unexpected<Error>(json.error());
        QByteArray picture;
        if (!kept.picture.isEmpty()) {
            const Result<QByteArray> sealed = seal.seal(kept.picture, keptPlace("picture"_L1, id));
            if (!sealed)
                return tl::unexpected<Error>(sealed.error());
            picture = *sealed;
        }
        Statement put(db,
                      u"INSERT INTO chart_kept (id, patient, visit, kept_ms, by_staff, sealed, "
                      "picture) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
        if (Result<void> done = put.run(id, kept.patient, kept.visit, now, kept.by, *json, picture);
            !done)
            return done;
        AuditRow audit;
        audit.at = now;
        audit.by = kept.by;
        audit.action = u"chart-keep"_s;
        audit.subject = u"patient:"_s + kept.patient.value;
        return AuditLog::write(db, audit);
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<QList<ChartStore::Kept>> ChartStore::kept(PatientId patient)
{
    auto work = [patient, seal = m_database->seal()](QSqlDatabase &db) -> Result<QList<Kept>> {
        Statement query(db,
                        u"SELECT id, patient, visit, kept_ms, by_staff, sealed, picture FROM "
                        "chart_kept WHERE patient = ? ORDER BY kept_ms DESC, id DESC"_s);
        if (Result<void> read = query.run(patient); !read)
            return tl::unexpected<Error>(read.error());
        QList<Kept> list;
        while (query.next()) {
            const Result<Kept> kept = keptAt(query, seal);
            if (!kept)
                return tl::unexpected<Error>(kept.error());
            list.append(*kept);
        }
        return list;
    };
    co_return co_await m_database->run(std::move(work));
}
