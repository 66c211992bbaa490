// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// Lists: filters and cursor paging, section 4.3.

namespace sim {

namespace {

QString cursorText(const Shelf::Place &place)
{
    const QString plain = QString::number(place.first) + u'|' + place.second;
    return QString::fromLatin1(
        plain.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Shelf::Place> cursorPlace(const QString &cursor)
{
    const QString plain =
        QString::fromUtf8(QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding));
    bool numeric = false;
    const qint64 stamp = plain.section(u'|', 0, 0).toLongLong(&numeric);
    const QString id = plain.section(u'|', 1);
    return numeric && !id.isEmpty() ? std::optional(Shelf::Place(stamp, id)) : std::nullopt;
}

} // namespace

Answer DentalTap::list(const Request &request, const QString &resource, const Shelf &shelf) const
{
    bool numeric = true;
    const int limit =
        request.hasQuery(u"limit") ? request.queryValue(u"limit").toInt(&numeric) : 50;
    if (!numeric || limit < 1 || limit > 100) {
        return problem(400, u"invalid_limit"_s, u"The limit is 1 to 100"_s);
    }
    std::optional<qint64> since;
    if (request.hasQuery(u"updatedSince")) {
        const QDateTime instant = strictInstant(request.queryValue(u"updatedSince"));
        if (!instant.isValid()) {
            return problem(400, u"invalid_instant"_s, u"An instant with offset is expected"_s);
        }
        since = instant.toMSecsSinceEpoch();
    }
    std::optional<Shelf::Place> after;
    if (request.hasQuery(u"cursor")) {
        after = cursorPlace(request.queryValue(u"cursor"));
        if (!after) {
            return problem(400, u"invalid_cursor"_s, u"The cursor is not one of ours"_s);
        }
    }
    const std::optional<Shelf::Filter> filter = filterFor(request, resource);
    if (!filter) {
        return problem(400, u"invalid_filter"_s, u"The filter cannot be read"_s);
    }
    const bool buriedToo = request.queryValue(u"includeDeleted") == "true"_L1;
    const Shelf::Page page = shelf.page(since, after, limit, buriedToo, *filter);
    QJsonArray records;
    for (const QString &id : page.ids) {
        const QJsonObject record = shelf.record(id);
        records.append(shelf.isBuried(id) ? record : shown(resource, record));
    }
    const QJsonValue next =
        page.more ? QJsonValue(cursorText(page.last)) : QJsonValue(QJsonValue::Null);
    return Answer::json(
        200,
        {{"data"_L1, records},
         {"page"_L1, QJsonObject{{"nextCursor"_L1, next}, {"hasNext"_L1, page.more}}}});
}

//! No filter where a value cannot be read.
std::optional<Shelf::Filter> DentalTap::filterFor(const Request &request,
                                                  const QString &resource) const
{
    if (request.hasQuery(u"externalId")) {
        const QString externalId = request.queryValue(u"externalId");
        const Shelf *records = shelf(resource);
        const QString id = records->byExternalId(externalId);
        return [id](const QString &candidate) { return candidate == id; };
    }
    if (resource == "patients"_L1 && request.hasQuery(u"query")) {
        const QString sought = request.queryValue(u"query");
        return [this, sought](const QString &id) {
            const QJsonObject record = m_patients.record(id);
            const QString name = record.value("lastName"_L1).toString() + u' '
                + record.value("firstName"_L1).toString();
            return name.contains(sought, Qt::CaseInsensitive);
        };
    }
    if (resource == "appointments"_L1) {
        const QTimeZone zone(m_clinic.options.timeZone.toLatin1());
        const auto bound = [&request, &zone](QStringView name, int days) {
            const QString text = request.queryValue(name);
            const QDate day = QDate::fromString(text, Qt::ISODate);
            return day.isValid() && text.size() == 10
                ? QDateTime(day.addDays(days), QTime(0, 0), zone).toUTC()
                : strictInstant(text);
        };
        const QDateTime from = bound(u"from", 0);
        const QDateTime to = bound(u"to", 1);
        if ((request.hasQuery(u"from") && !from.isValid())
            || (request.hasQuery(u"to") && !to.isValid())) {
            return std::nullopt;
        }
        const QString provider = request.queryValue(u"providerId");
        const QString room = request.queryValue(u"roomId");
        const QString patient = request.queryValue(u"patientId");
        const QString status = request.queryValue(u"status");
        return [=, this](const QString &id) {
            const Slot slot = m_slots.value(id);
            return (!from.isValid() || slot.end > from) && (!to.isValid() || slot.start < to)
                && (provider.isEmpty() || slot.provider == provider)
                && (room.isEmpty() || slot.room == room)
                && (patient.isEmpty() || slot.patient == patient)
                && (status.isEmpty() || slot.status == status);
        };
    }
    QList<QPair<QString, QString>> wanted;
    for (const QString &name : {u"appointmentId"_s, u"patientId"_s, u"code"_s}) {
        const bool overlooked = name == "patientId"_L1 && m_withoutPatientFilter
            && resource == "treatment-activities"_L1;
        if (request.hasQuery(name) && !overlooked) {
            wanted.append({name, request.queryValue(name)});
        }
    }
    if (wanted.isEmpty()) {
        return Shelf::Filter();
    }
    const Shelf *records = shelf(resource);
    return [records, wanted](const QString &id) {
        const QJsonObject record = records->record(id);
        return std::all_of(wanted.cbegin(), wanted.cend(), [&record](const auto &pair) {
            return record.value(pair.first).toString() == pair.second;
        });
    };
}

} // namespace sim
