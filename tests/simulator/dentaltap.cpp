// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"

#include "tests/simulator/services.h"

#include <QJsonDocument>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr double Burst = 100;
constexpr double PerSecond = 10;
constexpr char FlowToken[] = "dentaltap-clinic-automation";

QString scopeOf(const QString &resource)
{
    static const QHash<QString, QString> scopes{
        {u"treatment-activities"_s, u"activities"_s}, {u"treatment-plans"_s, u"plans"_s},
        {u"providers"_s, u"appointments"_s},          {u"rooms"_s, u"appointments"_s},
        {u"dental-profile"_s, u"profiles"_s},         {u"charts"_s, u"profiles"_s},
    };
    return scopes.value(resource, resource);
}

//! Every id as a JSON number, as some services answer.
QJsonValue withIntegerIds(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &entry : value.toArray()) {
            array.append(withIntegerIds(entry));
        }
        return array;
    }
    if (!value.isObject()) {
        return value;
    }
    static const QStringList names{u"id"_s,         u"patientId"_s, u"appointmentId"_s,
                                   u"providerId"_s, u"roomId"_s,    u"treatmentId"_s,
                                   u"planId"_s,     u"itemId"_s};
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        bool numeric = false;
        const qint64 number = member.value().toString().toLongLong(&numeric);
        if (numeric && names.contains(member.key())) {
            member.value() = number;
        } else {
            member.value() = withIntegerIds(member.value());
        }
    }
    return object;
}

} // namespace

Answer problem(int status, const QString &code, const QString &detail, const QJsonObject &more)
{
    QJsonObject body{{"type"_L1, u"about:blank"_s},
                     {"title"_L1, detail},
                     {"status"_L1, status},
                     {"code"_L1, code},
                     {"detail"_L1, detail}};
    for (auto member = more.begin(); member != more.end(); ++member) {
        body.insert(member.key(), member.value());
    }
    Answer answer = Answer::json(status, body);
    answer.contentType = "application/problem+json";
    return answer;
}

DentalTap::DentalTap(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options)
    : m_clinic(clinic), m_clock(clock), m_options(options), m_records(clinic),
      m_patients([this](int i) { return m_records.patient(i); }),
      m_treatments([this](int i) { return m_records.treatment(i); }),
      m_appointments([this](int i) { return m_records.appointment(i); }),
      m_providers([this](int i) { return m_records.provider(i); }),
      m_rooms([this](int i) { return m_records.room(i); }),
      m_activities([this](int i) { return m_records.activity(i); }),
      m_plans([this](int i) { return m_records.plan(i); }), m_token("dentaltap-simulator-1"),
      m_allowance(Burst)
{
    m_settings = {
        {"currency"_L1,
         QJsonObject{
             {"code"_L1, clinic.options.currency},
             {"name"_L1, clinic.options.currency},
             {"symbol"_L1, clinic.options.currency == "MUR"_L1 ? u"Rs"_s : clinic.options.currency},
             {"symbolPosition"_L1, u"after"_s},
             {"decimals"_L1, clinic.currencyExponent}}},
        {"timeZone"_L1, clinic.options.timeZone},
        {"language"_L1, u"fr"_s},
        {"version"_L1, 1}};
    seed();
}

// Everything seeded was last changed before today began, the registers first.
void DentalTap::seed()
{
    const QTimeZone zone(m_clinic.options.timeZone.toLatin1());
    const qint64 today = QDateTime(m_clinic.options.today, QTime(0, 0), zone).toMSecsSinceEpoch();
    const auto stamp = [today](qsizetype index, qsizetype count, qint64 days) {
        const qint64 span = days * 86400000;
        return today - span + span / 2 * index / std::max<qsizetype>(count, 1);
    };
    for (int i = 0; i < m_clinic.patients.size(); ++i) {
        const SeedPatient &patient = m_clinic.patients.at(i);
        if (!patient.dentalTapId.isEmpty()) {
            m_patients.seed(i, patient.dentalTapId, stamp(i, m_clinic.patients.size(), 800),
                            patient.contactId);
        }
    }
    for (int i = 0; i < m_clinic.products.size(); ++i) {
        m_treatments.seed(i, m_clinic.products.at(i).dentalTapId, stamp(i, 120, 900),
                          m_clinic.products.at(i).productId);
    }
    for (int i = 0; i < m_clinic.providers.size(); ++i) {
        m_providers.seed(i, m_clinic.providers.at(i).dentalTapId, stamp(i, 10, 1000), QString());
    }
    for (int i = 0; i < m_clinic.rooms.size(); ++i) {
        m_rooms.seed(i, m_clinic.rooms.at(i).dentalTapId, stamp(i, 10, 1000), QString());
    }
    for (int i = 0; i < m_clinic.appointments.size(); ++i) {
        const SeedAppointment &appointment = m_clinic.appointments.at(i);
        if (appointment.dentalTapId.isEmpty()) {
            continue;
        }
        const qint64 changed = stamp(i, m_clinic.appointments.size(), 30);
        m_appointments.seed(i, appointment.dentalTapId, changed, appointment.salesOrderId);
        noteSlot(appointment.dentalTapId, m_records.appointment(i));
        if (!appointment.activity.isEmpty()) {
            const QString id = QString::number(200001 + i);
            m_activities.seed(i, id, changed, QString());
            m_activityByAppointment.insert(appointment.dentalTapId, id);
        }
    }
    for (int i = 0; i < m_clinic.plans.size(); ++i) {
        m_plans.seed(i, m_clinic.plans.at(i).id, stamp(i, m_clinic.plans.size(), 30), QString());
    }
}

QString DentalTap::name() const
{
    return u"dentaltap"_s;
}

QString DentalTap::base() const
{
    return address().toString(QUrl::StripTrailingSlash) + "/api/v1"_L1;
}

Pairs DentalTap::settings() const
{
    return {{u"dentaltap/url"_s, base()}};
}

Pairs DentalTap::secrets() const
{
    return {{u"dentaltap.token"_s, QString::fromLatin1(m_token)},
            {u"dentaltap.webhookSecret"_s, u"whsec-simulator"_s}};
}

QByteArray DentalTap::automationAuthorization()
{
    return QByteArray("Bearer ") + FlowToken;
}

// The lapsed token stays refused; secrets() then names the new one, as an administrator would.
void DentalTap::expireTokens()
{
    m_token = "dentaltap-simulator-" + QByteArray::number(++m_tokenSerial);
}

Answer DentalTap::failure(int status) const
{
    return problem(status, u"unavailable"_s, u"The service cannot answer now"_s);
}

// The client's budget is one call a second; the server itself bears ten, after a generous burst.
std::optional<Answer> DentalTap::enter(const Request &request)
{
    if (!m_options.strictLimits || request.header("Authorization") == automationAuthorization()) {
        return std::nullopt;
    }
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const qint64 passed = m_allowanceAt == 0 ? 0 : std::max<qint64>(now - m_allowanceAt, 0);
    m_allowanceAt = now;
    m_allowance = std::min(Burst, m_allowance + static_cast<double>(passed) * PerSecond / 1000);
    if (m_allowance < 1) {
        Answer answer = problem(429, u"rate_limited"_s, u"Too many requests"_s);
        answer.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("1")));
        return answer;
    }
    m_allowance -= 1;
    return std::nullopt;
}

Answer DentalTap::handle(const Request &request)
{
    Answer answer;
    const bool keyed = request.method == "POST" && !request.header("Idempotency-Key").isEmpty();
    const QByteArray key = request.path.toLatin1() + ' ' + request.header("Idempotency-Key");
    const auto earlier = m_replays.constFind(key);
    if (keyed && earlier != m_replays.cend() && !refusal(request, request.segments.value(2))) {
        answer = earlier->answer;
        answer.status = 200;
        if (earlier->body != request.body) {
            answer = problem(422, u"idempotency_key_reused"_s, u"The key came with another body"_s);
        }
    } else {
        answer = route(request);
        if (keyed && answer.status / 100 == 2) {
            m_replays.insert(key, {request.body, answer});
        }
    }
    const QByteArray requestId = request.header("X-Request-Id");
    if (!requestId.isEmpty()) {
        answer.headers.append({"X-Request-Id", requestId});
    }
    if (answer.contentType == "application/problem+json") {
        QJsonObject body = QJsonDocument::fromJson(answer.body).object();
        body.insert("requestId"_L1, QString::fromUtf8(requestId));
        answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    } else if (m_integerIds && answer.contentType.startsWith("application/json")) {
        const QJsonValue body = withIntegerIds(QJsonDocument::fromJson(answer.body).object());
        answer.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    }
    return answer;
}

std::optional<Answer> DentalTap::refusal(const Request &request, const QString &resource) const
{
    const QByteArray given = request.header("Authorization");
    const QByteArray token = given.startsWith("Bearer ") ? given.mid(7) : QByteArray();
    const bool reader = token == m_token + "-read";
    if (token != m_token && token != FlowToken && !reader) {
        Answer answer = problem(401, u"unauthorized"_s, u"The token is missing or has expired"_s);
        answer.headers.append(qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Bearer")));
        return answer;
    }
    if (reader && request.method != "GET") {
        return problem(403, u"missing_scope"_s, u"The token lacks a scope"_s,
                       {{"scope"_L1, QString(scopeOf(resource) + ":write"_L1)}});
    }
    return std::nullopt;
}

QString DentalTap::resourceOf(const QString &collection)
{
    if (collection == "treatmentActivities"_L1) {
        return u"treatment-activities"_s;
    }
    return collection == "treatmentPlans"_L1 ? u"treatment-plans"_s : collection;
}

Shelf *DentalTap::shelf(const QString &resource)
{
    return const_cast<Shelf *>(std::as_const(*this).shelf(resource));
}

const Shelf *DentalTap::shelf(const QString &resource) const
{
    const QHash<QString, const Shelf *> shelves{
        {u"patients"_s, &m_patients},
        {u"treatments"_s, &m_treatments},
        {u"appointments"_s, &m_appointments},
        {u"providers"_s, &m_providers},
        {u"rooms"_s, &m_rooms},
        {u"treatment-activities"_s, &m_activities},
        {u"treatment-plans"_s, &m_plans},
    };
    return shelves.value(resource);
}

Answer DentalTap::route(const Request &request)
{
    const QStringList &path = request.segments;
    const Answer unknown = problem(404, u"not_found"_s, u"There is nothing at this address"_s);
    if (path.value(0) != "api"_L1 || path.value(1) != "v1"_L1 || path.size() < 3) {
        return unknown;
    }
    const QString resource = path.at(2);
    const QString detail = path.value(4);
    if (const std::optional<Answer> refused =
            refusal(request, path.size() > 4 ? detail : resource)) {
        return *refused;
    }
    if (resource == "settings"_L1) {
        if (path.size() == 5 && path.at(3) == "chart-backgrounds"_L1) {
            return background(request, path.at(4));
        }
        return path.size() == 3 ? settingsResource(request) : unknown;
    }
    Shelf *records = shelf(resource);
    if (!records || path.size() > 6) {
        return unknown;
    }
    if (path.size() == 3) {
        return collection(request, resource, *records);
    }
    const QString id = path.at(3);
    if (!records->contains(id)) {
        return unknown;
    }
    if (path.size() == 4) {
        return single(request, resource, *records, id);
    }
    const bool clinical = resource == "patients"_L1 || resource == "appointments"_L1;
    if (clinical && detail == "dental-profile"_L1 && path.size() == 5) {
        return profile(request, resource, id);
    }
    if (clinical && detail == "charts"_L1 && path.size() == 6) {
        return chart(request, resource, id, path.at(5));
    }
    return unknown;
}

QJsonObject DentalTap::state() const
{
    QJsonObject all;
    for (const QString &collection :
         {u"patients"_s, u"appointments"_s, u"treatments"_s, u"treatmentActivities"_s,
          u"treatmentPlans"_s, u"providers"_s, u"rooms"_s}) {
        all.insert(collection, records(collection));
    }
    return all;
}

QJsonArray DentalTap::records(const QString &collection) const
{
    const QString resource = resourceOf(collection);
    const Shelf *shelf = this->shelf(resource);
    QJsonArray array;
    for (const QString &id : shelf ? shelf->ids() : QStringList()) {
        const QJsonObject record = shelf->record(id);
        array.append(shelf->isBuried(id) ? record : shown(resource, record));
    }
    return array;
}

std::unique_ptr<Service> makeDentalTap(const Clinic &clinic, SimClock &clock,
                                       const SimulatorOptions &options)
{
    return std::make_unique<DentalTap>(clinic, clock, options);
}

} // namespace sim
