// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include "tests/simulator/services.h"

#include <QJsonDocument>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// Keys, throttle, pages and the way in (contract section 1).

namespace sim {

namespace {

constexpr char DeveloperKey[] = "OdSimulatorDeveloper";
//! More than that many waiting calls are refused; until then the service takes them in turn.
constexpr qint64 QueueLength = 5;

qint64 windowMs(const OpenDental::Options &options)
{
    if (options.mode != "remote"_L1) {
        return 0;
    }
    return options.tier == "readonly"_L1 ? 5000 : options.tier == "enterprise"_L1 ? 500 : 1000;
}

qsizetype largestPage(const OpenDental::Options &options)
{
    const bool enterprise = options.tier == "enterprise"_L1;
    if (options.mode == "remote"_L1) {
        return enterprise ? 1000 : 100;
    }
    return enterprise ? 10000 : 1000;
}

//! The program's version from which a method is there (section 2.2 to 8).
double versionAdded(const QByteArray &method, const QString &resource, const QString &rest)
{
    static const QHash<QString, double> added{
        {u"GET treatplans"_s, 22.4},
        {u"POST treatplans"_s, 23.2},
        {u"POST treatplans/Saved"_s, 23.2},
        {u"PUT treatplans"_s, 24.1},
        {u"DELETE treatplans"_s, 24.4},
        {u"GET treatplanattaches"_s, 22.4},
        {u"POST treatplanattaches"_s, 23.2},
        {u"PUT treatplanattaches"_s, 23.2},
        {u"GET proctps"_s, 22.4},
        {u"PUT proctps"_s, 24.4},
        {u"DELETE proctps"_s, 23.3},
    };
    const QString name = QString(QString::fromLatin1(method) + u' ' + resource);
    return added.value(rest == "Saved"_L1 ? QString(name + u"/Saved"_s) : name, 0);
}

} // namespace

OpenDental::OpenDental(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options)
    : m_clinic(clinic), m_clock(clock), m_strictLimits(options.strictLimits),
      m_customerKey("OdSimulatorCustomer1")
{
    m_plans.key = u"TreatPlanNum"_s;
    m_attaches.key = u"TreatPlanAttachNum"_s;
    m_procTps.key = u"ProcTPNum"_s;
    m_procedures.key = u"ProcNum"_s;
    m_appointments.key = u"AptNum"_s;
    m_exams.key = u"PerioExamNum"_s;
    m_measures.key = u"PerioMeasureNum"_s;
    m_subscriptions.key = u"SubscriptionNum"_s;
    seed();
}

QString OpenDental::name() const
{
    return u"opendental"_s;
}

Pairs OpenDental::settings() const
{
    return {{u"opendental/url"_s, address().toString(QUrl::StripTrailingSlash) + u"/api/v1"_s},
            {u"opendental/mode"_s, m_options.mode},
            {u"opendental/tier"_s, m_options.tier},
            {u"opendental/toothNumbering"_s, m_options.numbering}};
}

Pairs OpenDental::secrets() const
{
    return {{u"opendental.developerKey"_s, QString::fromLatin1(DeveloperKey)},
            {u"opendental.customerKey"_s, QString::fromLatin1(m_customerKey)}};
}

// The office disables its key; secrets() then names the one it pasted instead.
void OpenDental::expireTokens()
{
    m_customerKey = "OdSimulatorCustomer" + QByteArray::number(++m_keySerial);
}

// The search of patients carries names.
QString OpenDental::journalQuery(const Request &request) const
{
    static const QSet<QString> harmless{
        u"PatNum"_s,       u"TPStatus"_s,   u"SecDateTEdit"_s, u"Limit"_s,        u"Offset"_s,
        u"TreatPlanNum"_s, u"ProcStatus"_s, u"DateTStamp"_s,   u"PerioExamNum"_s, u"ChartNumber"_s};
    QStringList parts;
    for (const auto &[key, value] : request.query) {
        parts.append(harmless.contains(key) ? QString(key + u'=' + value) : key);
    }
    return parts.join(u'&');
}

QDateTime OpenDental::localNow() const
{
    return m_clock.now().toTimeZone(QTimeZone(m_clinic.options.timeZone.toLatin1()));
}

QString OpenDental::stampNow() const
{
    return opendental::dateTimeText(localNow());
}

// The remote service takes the calls of one customer key in turn and refuses when too many wait.
std::optional<Answer> OpenDental::enter(const Request &request)
{
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const QString key =
        QString::fromLatin1(request.header("Authorization")).section(u'/', 1).trimmed();
    m_calls.append(QJsonObject{{"key"_L1, key}, {"start"_L1, now}});
    const qint64 window = windowMs(m_options);
    if (!m_strictLimits || window == 0) {
        return std::nullopt;
    }
    const qint64 turn = std::max(now, m_lastStart + window);
    if (turn - now > QueueLength * window) {
        Answer answer = refused(429, u"Too many requests are queued for this customer key."_s);
        answer.headers.append({"Retry-After", QByteArray::number((turn - now) / 1000 + 1)});
        return answer;
    }
    m_lastStart = turn;
    return std::nullopt;
}

Answer OpenDental::failure(int status) const
{
    return refused(status, u"The office could not answer (%1)."_s.arg(status));
}

Answer OpenDental::refused(int status, const QString &sentence) const
{
    if (m_options.jsonErrors) {
        Answer answer = Answer::text(status, QByteArray());
        answer.contentType = "application/json; charset=utf-8";
        answer.body = QJsonDocument(QJsonArray{sentence}).toJson(QJsonDocument::Compact);
        // A JSON string alone: QJsonDocument writes lists only.
        answer.body = answer.body.mid(1, answer.body.size() - 2);
        return answer;
    }
    return Answer::text(status, sentence.toUtf8());
}

std::optional<Answer> OpenDental::refusal(const Request &request) const
{
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type != "application/json") {
        return refused(400, u"Content-Type must be application/json."_s);
    }
    const QByteArray given = request.header("Authorization");
    if (given != "ODFHIR " + QByteArray(DeveloperKey) + '/' + m_customerKey) {
        return refused(401,
                       given.startsWith("ODFHIR ") ? u"API key is invalid or disabled."_s
                                                   : u"Authorization is missing."_s);
    }
    if (m_options.mode == "remote"_L1 && m_options.connectorDown) {
        return refused(400, u"The eConnector of this office is not running."_s);
    }
    const bool reads = request.method == "GET";
    if (!reads && m_options.tier == "readonly"_L1
        && request.segments.value(2) != "subscriptions"_L1) {
        return refused(401, u"This key has no permission for the method."_s);
    }
    return std::nullopt;
}

bool OpenDental::bodyOf(const Request &request, Row &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    body = document.object();
    return document.isObject();
}

Answer OpenDental::handle(const Request &request)
{
    Answer answer = route(request);
    if (m_options.looseBooleans && answer.contentType.startsWith("application/json")) {
        answer.body.replace("\"true\"", "\"True\"").replace("\"false\"", "\"False\"");
    }
    return answer;
}

Answer OpenDental::route(const Request &request)
{
    if (const auto no = refusal(request)) {
        return *no;
    }
    const QString resource = request.segments.value(2);
    const QString rest = QStringList(request.segments.mid(3)).join(u'/');
    using Method = Answer (OpenDental::*)(const Request &, const QString &);
    static const QHash<QString, Method> resources{
        {u"treatplans"_s, &OpenDental::treatPlans},
        {u"treatplanattaches"_s, &OpenDental::attaches},
        {u"proctps"_s, &OpenDental::procTps},
        {u"procedurelogs"_s, &OpenDental::procedureLogs},
        {u"patients"_s, &OpenDental::patients},
        {u"appointments"_s, &OpenDental::appointments},
        {u"perioexams"_s, &OpenDental::perioExams},
        {u"periomeasures"_s, &OpenDental::perioMeasures},
        {u"subscriptions"_s, &OpenDental::subscriptions},
    };
    const bool here = request.segments.value(0) == "api"_L1 && request.segments.value(1) == "v1"_L1;
    const Method method = here ? resources.value(resource, nullptr) : nullptr;
    if (!method || m_options.notEntitled.contains(resource)) {
        return refused(404, u"The requested resource was not found."_s);
    }
    if (versionAdded(request.method, resource, rest) > m_options.version) {
        return refused(400, u"The office's program is too old for this method."_s);
    }
    return (this->*method)(request, rest);
}

Answer OpenDental::listed(const Request &request, const QJsonArray &rows) const
{
    opendental::Given given(request);
    const qsizetype most = largestPage(m_options);
    const qsizetype limit =
        std::min<qsizetype>(most, qsizetype(given.number("Limit"_L1).value_or(most)));
    const qsizetype offset = qsizetype(given.number("Offset"_L1).value_or(0));
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    QJsonArray page;
    for (qsizetype i = offset; i < std::min(rows.size(), offset + limit); ++i) {
        page.append(rows.at(i));
    }
    Answer answer = Answer::text(200, QJsonDocument(page).toJson(QJsonDocument::Compact));
    answer.contentType = "application/json; charset=utf-8";
    return answer;
}

Answer OpenDental::shown(int status, const Row &row) const
{
    Answer answer = Answer::json(status, row);
    if (status == 201) {
        answer.headers.append({"location", address().toEncoded(QUrl::StripTrailingSlash)});
    }
    return answer;
}

QJsonObject OpenDental::state() const
{
    QJsonObject state;
    for (const QString &collection :
         {u"treatplans"_s, u"treatplanattaches"_s, u"proctps"_s, u"procedurelogs"_s, u"patients"_s,
          u"appointments"_s, u"perioexams"_s, u"periomeasures"_s, u"subscriptions"_s, u"calls"_s}) {
        state.insert(collection, records(collection));
    }
    return state;
}

QJsonArray OpenDental::records(const QString &collection) const
{
    if (collection == "calls"_L1) {
        return m_calls;
    }
    if (collection == "patients"_L1) {
        QJsonArray list;
        for (qint64 number = 1; number <= patientCount(); ++number) {
            list.append(patientRow(number));
        }
        return list;
    }
    const Table *rows = const_cast<OpenDental *>(this)->table(collection);
    return rows ? rows->all() : QJsonArray();
}

opendental::Table *OpenDental::table(const QString &collection)
{
    const QHash<QString, Table *> tables{
        {u"treatplans"_s, &m_plans},          {u"treatplanattaches"_s, &m_attaches},
        {u"proctps"_s, &m_procTps},           {u"procedurelogs"_s, &m_procedures},
        {u"appointments"_s, &m_appointments}, {u"perioexams"_s, &m_exams},
        {u"periomeasures"_s, &m_measures},    {u"subscriptions"_s, &m_subscriptions}};
    return tables.value(collection, nullptr);
}

void OpenDental::store(Table &table, qint64 number, Row row)
{
    // The database moves the stamp only where the row is another one now.
    if (row != table.row(number)) {
        for (const QString &stamp : {u"SecDateTEdit"_s, u"DateTStamp"_s}) {
            if (row.contains(stamp)) {
                row.insert(stamp, stampNow());
            }
        }
    }
    table.rows.insert(number, row);
}

QString OpenDental::edit(const QString &collection, const QString &id, const QJsonObject &fields)
{
    if (collection == "options"_L1) {
        return editOptions(fields);
    }
    if (collection == "audit"_L1) {
        audit(id.toLongLong());
        return {};
    }
    if (collection == "patients"_L1) {
        const qint64 number = id.toLongLong();
        if (number < 1 || number > patientCount()) {
            return u"no such patient: %1"_s.arg(id);
        }
        Row row = patientRow(number);
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            row.insert(field.key(), field.value());
        }
        m_patientEdits.insert(number, row);
        return {};
    }
    Table *rows = table(collection);
    if (!rows) {
        return u"no such collection: %1"_s.arg(collection);
    }
    if (id.isEmpty()) {
        Row row = fields;
        const qint64 patient = fields.value("PatNum"_L1).toInteger();
        if (rows == &m_plans) {
            row = newPlan(patient, u"Inactive"_s, u"Inactive Treatment Plan"_s);
        } else if (rows == &m_procedures) {
            row = newProcedure(patient, fields.value("procCode"_L1).toString(),
                               fields.value("ProcStatus"_L1).toString(u"TP"_s));
        }
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            row.insert(field.key(), field.value());
        }
        rows->add(row);
        return {};
    }
    const qint64 number = id.toLongLong();
    if (!rows->has(number)) {
        return u"no such row: %1"_s.arg(id);
    }
    if (fields.value("_delete"_L1).toBool()) {
        rows->rows.remove(number);
        return {};
    }
    Row row = rows->row(number);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        row.insert(field.key(), field.value());
    }
    if (fields.contains("SecDateTEdit"_L1)) {
        rows->rows.insert(number, row);
    } else {
        store(*rows, number, row);
    }
    return {};
}

QString OpenDental::editOptions(const Row &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString name = field.key();
        const QJsonValue value = field.value();
        QStringList words;
        for (const QJsonValue &word : value.toArray()) {
            words.append(word.toString());
        }
        if (name == "mode"_L1) {
            m_options.mode = value.toString();
        } else if (name == "tier"_L1) {
            m_options.tier = value.toString();
        } else if (name == "numbering"_L1) {
            m_options.numbering = value.toString();
        } else if (name == "sheet"_L1) {
            m_options.sheet = words;
        } else if (name == "notEntitled"_L1) {
            m_options.notEntitled = words;
        } else if (name == "version"_L1) {
            m_options.version = value.toDouble();
        } else if (name == "jsonErrors"_L1) {
            m_options.jsonErrors = value.toBool();
        } else if (name == "savePdf"_L1) {
            m_options.savePdf = value.toBool();
        } else if (name == "deletesSigned"_L1) {
            m_options.deletesSigned = value.toBool();
        } else if (name == "looseBooleans"_L1) {
            m_options.looseBooleans = value.toBool();
        } else if (name == "ignoresFilters"_L1) {
            m_options.ignoresFilters = value.toBool();
        } else if (name == "connectorDown"_L1) {
            m_options.connectorDown = value.toBool();
        } else {
            return u"no such option: %1"_s.arg(name);
        }
    }
    return {};
}

std::unique_ptr<Service> makeOpenDental(const Clinic &clinic, SimClock &clock,
                                        const SimulatorOptions &options)
{
    return std::make_unique<OpenDental>(clinic, clock, options);
}

} // namespace sim
