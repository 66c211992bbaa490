// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"
#include "tests/simulator/dentaltapprofile.h"
#include "tests/simulator/dentaltapstorage.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// Profiles and charts: sections 5.4 and 6.

namespace sim {

namespace {

constexpr qsizetype HugeBytes = 9 * 1024 * 1024;
//! How long ago a patient's present state was recorded.
constexpr int DaysOld = 90;

//! The members of \a change over those of the tooth of that number, or a tooth more.
QJsonArray withTooth(QJsonArray teeth, const QJsonObject &change)
{
    for (qsizetype i = 0; i < teeth.size(); ++i) {
        QJsonObject tooth = teeth.at(i).toObject();
        if (tooth.value("fdi"_L1) != change.value("fdi"_L1))
            continue;
        for (auto member = change.begin(); member != change.end(); ++member)
            tooth.insert(member.key(), member.value());
        teeth[i] = tooth;
        return teeth;
    }
    teeth.append(change);
    return teeth;
}

QJsonObject edited(QJsonObject profile, const QJsonObject &edits)
{
    QJsonArray teeth = profile.value("teeth"_L1).toArray();
    for (const QJsonValue &change : edits.value("teeth"_L1).toArray())
        teeth = withTooth(teeth, change.toObject());
    const QJsonArray drop = edits.value("drop"_L1).toArray();
    QJsonArray kept;
    for (const QJsonValue &tooth : std::as_const(teeth)) {
        if (!drop.contains(tooth["fdi"_L1]))
            kept.append(tooth);
    }
    for (auto member = edits.begin(); member != edits.end(); ++member) {
        if (member.key() != "teeth"_L1 && member.key() != "drop"_L1)
            profile.insert(member.key(), member.value());
    }
    profile.insert("teeth"_L1, kept);
    return profile;
}

} // namespace

//! The patient whose profile belongs to that record.
QString DentalTap::profileOwner(const QString &resource, const QString &id) const
{
    return resource == "patients"_L1 ? id
                                     : m_appointments.record(id).value("patientId"_L1).toString();
}

QJsonObject DentalTap::profileOf(const QString &resource, const QString &id) const
{
    const QString patient = profileOwner(resource, id);
    const QJsonObject record = m_patients.record(patient);
    QString dentition = record.value("dentition"_L1).toString();
    if (dentition.isEmpty()) {
        dentition = u"permanent"_s;
    }
    const QDate recorded = m_clinic.options.today.addDays(-DaysOld);
    QJsonObject profile = dentalProfile(patient, dentition, recorded.toString(Qt::ISODate));
    const bool visit = resource == "appointments"_L1;
    const QJsonObject owner = visit ? m_appointments.record(id) : record;
    const QDateTime start =
        QDateTime::fromString(owner.value("start"_L1).toString(), Qt::ISODateWithMs);
    const bool frozen = visit && start.isValid() && start <= m_clock.now();
    if (frozen) {
        const QTimeZone zone(m_clinic.options.timeZone.toLatin1());
        profile = profileAsOf(profile, start.toTimeZone(zone).date());
        QJsonObject periodontal = profile.value("periodontal"_L1).toObject();
        if (!periodontal.isEmpty()) {
            periodontal.insert("appointmentId"_L1, id);
            profile.insert("periodontal"_L1, periodontal);
        }
    } else {
        addPlanned(patient, profile);
        profile = edited(profile, m_profileEdits.value(patient));
    }
    profile.insert("appointmentId"_L1, visit ? QJsonValue(id) : QJsonValue(QJsonValue::Null));
    profile.insert("version"_L1, m_delivery.drawing);
    if (m_delivery.inProfile)
        profile.insert("charts"_L1, chartsOf(resource, owner));
    return publicProfile(profile);
}

//! What the patient's live plans intend for each tooth.
void DentalTap::addPlanned(const QString &patient, QJsonObject &profile) const
{
    static const QStringList over{u"declined"_s, u"completed"_s, u"archived"_s};
    QHash<QString, QJsonArray> planned;
    for (const SeedPlan &seed : m_clinic.plans) {
        if (m_clinic.patients.at(seed.patient).dentalTapId != patient)
            continue;
        const QJsonObject plan = m_plans.record(seed.id);
        if (over.contains(plan.value("status"_L1).toString()))
            continue;
        for (const QJsonValue &phase : plan.value("phases"_L1).toArray()) {
            for (const QJsonValue &item : phase["items"_L1].toArray()) {
                for (const QJsonValue &tooth : item["teeth"_L1].toArray()) {
                    planned[tooth.toString()].append(
                        QJsonObject{{"planId"_L1, seed.id},
                                    {"itemId"_L1, item["id"_L1]},
                                    {"treatmentId"_L1, item["treatmentId"_L1]},
                                    {"surfaces"_L1, item["surfaces"_L1]}});
                }
            }
        }
    }
    QJsonArray teeth = profile.value("teeth"_L1).toArray();
    for (qsizetype i = 0; i < teeth.size(); ++i) {
        QJsonObject tooth = teeth.at(i).toObject();
        const auto found = planned.constFind(tooth.value("fdi"_L1).toString());
        if (found == planned.cend())
            continue;
        tooth.insert("planned"_L1, *found);
        teeth[i] = tooth;
    }
    profile.insert("teeth"_L1, teeth);
}

QByteArray DentalTap::chartEtag(const QString &id) const
{
    return "\"c" + id.toLatin1() + '-' + QByteArray::number(m_delivery.drawing) + '"';
}

QString DentalTap::signedLink(const QString &resource, const QString &id, const QString &kind,
                              int hops) const
{
    const QString path = u"/charts/%1/%2/%3"_s.arg(resource, id, kind);
    const qint64 expires = m_clock.now().toSecsSinceEpoch() + m_delivery.expiresSeconds;
    const QString way = hops > 0 ? u"/hop/%1"_s.arg(hops) : QString();
    return u"%1%2%3?expires=%4&signature=%5"_s.arg(
        m_storage->address().toString(QUrl::StripTrailingSlash), way, path,
        QString::number(expires), QString::fromLatin1(DentalTapStorage::signature(path, expires)));
}

QJsonObject DentalTap::chartsOf(const QString &resource, const QJsonObject &record) const
{
    const QString id = record.value("id"_L1).toString();
    const QJsonValue visit =
        resource == "appointments"_L1 ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
    QJsonObject charts;
    for (const QString &kind : {u"dental"_s, u"periodontal"_s}) {
        const QString own = u"%1/%2/%3/charts/%4"_s.arg(base(), resource, id, kind);
        const bool isSigned = m_storage && m_delivery.delivery == "signed"_L1;
        charts.insert(
            kind,
            QJsonObject{
                {"url"_L1, isSigned ? signedLink(resource, id, kind, m_delivery.hops) : own},
                {"format"_L1, u"svg"_s},
                {"width"_L1, ChartWidth},
                {"height"_L1, ChartHeight},
                {"etag"_L1, QString::fromLatin1(chartEtag(id))},
                {"updatedAt"_L1,
                 visit.isNull() ? record.value("createdAt"_L1) : record.value("start"_L1)},
                {"appointmentId"_L1, visit}});
    }
    return charts;
}

Answer DentalTap::profile(const Request &request, const QString &resource, const QString &id) const
{
    if (request.method != "GET") {
        return problem(405, u"method_not_allowed"_s, u"Profiles are read only"_s);
    }
    return found(request, u"dental-profile"_s, profileOf(resource, id));
}

Answer DentalTap::chart(const Request &request, const QString &resource, const QString &id,
                        const QString &kind) const
{
    if (request.method != "GET" || (kind != "dental"_L1 && kind != "periodontal"_L1)) {
        return problem(404, u"not_found"_s, u"There is no such chart"_s);
    }
    if (m_storage && m_delivery.delivery == "redirect"_L1) {
        Answer answer = Answer::empty(302);
        const QString target = m_delivery.redirectTo.isEmpty()
            ? signedLink(resource, id, kind, m_delivery.hops)
            : m_delivery.redirectTo;
        answer.headers.append({"Location", target.toLatin1()});
        return answer;
    }
    return chartPicture(request, resource, id, kind);
}

Answer DentalTap::chartPicture(const Request &request, const QString &resource, const QString &id,
                               const QString &kind) const
{
    const bool png = m_delivery.pngForm && request.queryValue(u"format") == "png"_L1;
    const QByteArray etag = png ? chartEtag(id).chopped(1) + "-png\"" : chartEtag(id);
    Answer answer;
    if (!m_withoutETag && request.header("If-None-Match") == etag) {
        answer = Answer::empty(304);
        answer.headers.append({"ETag", etag});
        return answer;
    }
    if (!m_withoutETag)
        answer.headers.append({"ETag", etag});
    const QJsonObject profile = profileOf(resource, id);
    const bool periodontal = kind == "periodontal"_L1;
    if (png) {
        answer.contentType = "image/png";
        answer.body = chartPng(profile, periodontal);
        return answer;
    }
    answer.contentType = "image/svg+xml";
    answer.body = chartSvg(profile, periodontal);
    const QString &how = m_delivery.picture;
    if (how == "script"_L1)
        answer.body.replace("</svg>", "<script>alert(1)</script></svg>");
    if (how == "external"_L1)
        answer.body.replace("</svg>",
                            "<image href=\"file:///etc/hostname\" width=\"9\" "
                            "height=\"9\"/></svg>");
    if (how == "pngAsSvg"_L1)
        answer.body = chartPng(profile, periodontal);
    if (how == "page"_L1)
        answer.body = "<html><body>Sign in</body></html>";
    if (how == "huge"_L1)
        answer.body.insert(answer.body.indexOf("</svg>"), QByteArray(HugeBytes, ' '));
    return answer;
}

QString DentalTap::editCharts(const QJsonObject &fields)
{
    static const QStringList deliveries{u"token"_s, u"signed"_s, u"redirect"_s};
    static const QStringList pictures{u"good"_s,     u"script"_s, u"external"_s,
                                      u"pngAsSvg"_s, u"page"_s,   u"huge"_s};
    ChartDelivery changed = m_delivery;
    changed.delivery = fields.value("delivery"_L1).toString(changed.delivery);
    changed.redirectTo = fields.value("redirectTo"_L1).toString(changed.redirectTo);
    changed.hops = fields.value("hops"_L1).toInt(changed.hops);
    changed.expiresSeconds = fields.value("expiresSeconds"_L1).toInt(changed.expiresSeconds);
    changed.refusal = fields.value("refusal"_L1).toInt(changed.refusal);
    changed.picture = fields.value("picture"_L1).toString(changed.picture);
    changed.pngForm = fields.value("pngForm"_L1).toBool(changed.pngForm);
    changed.inProfile = fields.value("inProfile"_L1).toBool(changed.inProfile);
    if (fields.value("redrawn"_L1).toBool())
        ++changed.drawing;
    if (!deliveries.contains(changed.delivery) || !pictures.contains(changed.picture))
        return u"delivery is one of %1, picture one of %2"_s.arg(deliveries.join(u", "_s),
                                                                 pictures.join(u", "_s));
    m_delivery = changed;
    return {};
}

QString DentalTap::editProfile(const QString &patient, const QJsonObject &fields)
{
    if (!m_patients.contains(patient))
        return u"no such record: %1"_s.arg(patient);
    QJsonObject &edits = m_profileEdits[patient];
    for (auto field = fields.begin(); field != fields.end(); ++field)
        edits.insert(field.key(), field.value());
    ++m_delivery.drawing;
    return {};
}

} // namespace sim
