// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zoho.h"

#include "tests/simulator/services.h"
#include "tests/simulator/zohocomposite.h"
#include "tests/simulator/zohoconvert.h"
#include "tests/simulator/zohocoql.h"
#include "tests/simulator/zoholines.h"
#include "tests/simulator/zohoreads.h"
#include "tests/simulator/zohosettings.h"
#include "tests/simulator/zohovalues.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int ConcurrentSlots = 20; //!< Enterprise, Zoho One
constexpr int CompositeSlots = 5;
constexpr qint64 CreditsPerDay = 68000;
constexpr auto Scheme = "Zoho-oauthtoken ";
constexpr auto CompositePath = "/__composite_requests"_L1;

Answer refused(int status, const QString &code, const QString &message)
{
    return zoho::refusal({.code = code, .details = {}, .message = message, .status = status});
}

Answer unknownUrl()
{
    return refused(404, u"INVALID_URL_PATTERN"_s,
                   u"Please check if the URL trying to access is a correct one"_s);
}

Answer wrongMethod()
{
    return refused(400, u"INVALID_REQUEST_METHOD"_s,
                   u"The http request method type is not a valid one"_s);
}

//! The middle word of the scope that a module's records are under.
QString scopeWord(const zoho::Module &module)
{
    if (module.isCustom)
        return u"custom"_s;
    QString word = module.name.toLower();
    return word.remove(u'_');
}

//! Scopes any of which opens the request.
QStringList openers(const Request &request, const zoho::Metadata &metadata)
{
    const QString what = request.segments.value(2);
    const auto both = [](const QString &stem, const QString &verb) {
        return QStringList{QString(stem + u".ALL"_s), QString(stem + u'.' + verb)};
    };
    if (what == "settings"_L1)
        return both(QString(u"ZohoCRM.settings."_s + request.segments.value(3)), u"READ"_s)
            + QStringList{u"ZohoCRM.settings.ALL"_s};
    if (what == "org"_L1)
        return {u"ZohoCRM.org.READ"_s, u"ZohoCRM.org.ALL"_s, u"ZohoCRM.settings.currencies.READ"_s,
                u"ZohoCRM.settings.taxes.READ"_s};
    if (what == "users"_L1)
        return {u"ZohoCRM.users.READ"_s, u"ZohoCRM.users.ALL"_s};
    if (what == "coql"_L1)
        return {u"ZohoCRM.coql.READ"_s};
    if (what == "__composite_requests"_L1)
        return {u"ZohoCRM.composite_requests.CUSTOM"_s};
    const zoho::Module *module = metadata.module(what);
    if (!module)
        return {};
    const QString word = scopeWord(*module);
    const QString verb = request.method == "GET" ? u"READ"_s
        : request.method == "PUT"                ? u"UPDATE"_s
        : request.method == "DELETE"             ? u"DELETE"_s
                                                 : u"CREATE"_s;
    QStringList scopes = both(QString(u"ZohoCRM.modules."_s + word), verb);
    scopes.append(u"ZohoCRM.modules.ALL"_s);
    if (request.path.endsWith("/Attachments"_L1))
        return {u"ZohoCRM.modules.ALL"_s, u"ZohoCRM.modules.attachments.ALL"_s,
                QString(u"ZohoCRM.modules.attachments."_s + verb)};
    if (request.path.endsWith("/actions/convert"_L1))
        scopes.append(u"ZohoCRM.mass_convert.%1.CREATE"_s.arg(QString(module->name).remove(u'_')));
    return scopes;
}

} // namespace

std::unique_ptr<Service> makeZoho(const Clinic &clinic, SimClock &clock,
                                  const SimulatorOptions &options, ZohoAccounts &accounts)
{
    return std::make_unique<Zoho>(clinic, clock, options, accounts);
}

Zoho::Zoho(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options,
           ZohoAccounts &accounts)
    : m_accounts(accounts), m_options(options), m_clock(clock), m_org(clinic, clock, options),
      m_records(m_org, [this](const QString &module, const QString &id) { created(module, id); })
{
    zoho::seed(m_org, clinic);
    accounts.setApiDomain([this] { return address(); });
}

QString Zoho::name() const
{
    return u"zoho"_s;
}

QByteArray Zoho::automationAuthorization()
{
    return Scheme + m_accounts.automationToken().toLatin1();
}

void Zoho::expireTokens()
{
    m_accounts.expireTokens();
}

int Zoho::slotsOf(const Request &request) const
{
    return request.path.endsWith(CompositePath) ? CompositeSlots : 1;
}

std::optional<Answer> Zoho::enter(const Request &request)
{
    const int wanted = slotsOf(request);
    if (m_options.strictLimits && m_slots + wanted > ConcurrentSlots)
        return failure(429);
    m_slots += wanted;
    return std::nullopt;
}

void Zoho::leave(const Request &request)
{
    m_slots -= slotsOf(request);
}

Answer Zoho::failure(int status) const
{
    if (status == 429) {
        return refused(429, u"TOO_MANY_REQUESTS"_s,
                       u"Many requests fired in concurrent than the allowed limit."_s);
    }
    if (status == 401)
        return refused(401, u"INVALID_TOKEN"_s, u"invalid oauth token"_s);
    if (status == 403)
        return refused(403, u"NO_PERMISSION"_s, u"Permission denied"_s);
    return refused(status, u"INTERNAL_ERROR"_s, u"Internal Server Error"_s);
}

std::optional<Answer> Zoho::unauthorized(const Request &request) const
{
    const QByteArray header = request.header("Authorization");
    if (!header.startsWith(Scheme))
        return refused(401, u"AUTHENTICATION_FAILURE"_s, u"Authentication failed"_s);
    const auto scopes =
        m_accounts.scopes(QString::fromLatin1(header.mid(qstrlen(Scheme)).trimmed()));
    if (!scopes)
        return refused(401, u"INVALID_TOKEN"_s, u"invalid oauth token"_s);
    if (scopes->isEmpty())
        return std::nullopt;
    for (const QString &scope : openers(request, m_org.metadata())) {
        if (scopes->contains(scope))
            return std::nullopt;
    }
    return refused(401, u"OAUTH_SCOPE_MISMATCH"_s, u"Unauthorized"_s);
}

Answer Zoho::handle(const Request &request)
{
    if (const auto refusal = unauthorized(request))
        return *refusal;
    if (m_options.strictLimits && m_credits >= CreditsPerDay) {
        return refused(429, u"TOO_MANY_REQUESTS"_s,
                       u"Your organization has exceeded the API limit for the past 24 hours."_s);
    }
    ++m_credits;
    Answer answer = route(request);
    if (request.path.endsWith(CompositePath) && answer.status == 200
        && request.body.contains("\"rollback_on_fail\":true"))
        ++m_credits;
    const QString token =
        QString::fromLatin1(request.header("Authorization").mid(qstrlen(Scheme)).trimmed());
    const QDateTime expiry = m_accounts.expiry(token);
    if (expiry.isValid()) {
        answer.headers.append(
            {"X-ACCESSTOKEN-RESET", m_org.stamp(expiry.toSecsSinceEpoch()).toLatin1()});
    }
    if (m_credits * 2 >= CreditsPerDay) {
        answer.headers.append(
            {"X-API-CREDITS-REMAINING", QByteArray::number(CreditsPerDay - m_credits)});
    }
    return answer;
}

Answer Zoho::route(const Request &request)
{
    const QStringList &path = request.segments;
    if (path.value(0) != "crm"_L1 || path.size() < 3)
        return unknownUrl();
    if (path.at(1) != "v8"_L1 && path.at(1) != "v7"_L1) {
        return zoho::refusal({.code = u"API_NOT_SUPPORTED"_s,
                              .details = {{u"supported_version"_s, 8}},
                              .message = u"the version is not supported"_s});
    }
    const QString &what = path.at(2);
    const bool isGet = request.method == "GET";
    if (what == "settings"_L1)
        return isGet ? zoho::readSettings(m_org, request, path.mid(3)) : wrongMethod();
    if (what == "org"_L1)
        return isGet ? zoho::readOrg(m_org, path.mid(3)) : wrongMethod();
    if (what == "users"_L1)
        return isGet ? zoho::readUsers(m_org, request) : wrongMethod();
    if (what == "coql"_L1)
        return request.method == "POST" ? zoho::coql(m_org, request) : wrongMethod();
    if (what == "__composite_requests"_L1) {
        if (request.method != "POST")
            return wrongMethod();
        return zoho::composite(m_org, request, [this](const Request &sub) { return route(sub); });
    }
    const zoho::Module *module = m_org.metadata().module(what);
    if (!module || module->isSubform) {
        return zoho::refusal({.code = u"INVALID_MODULE"_s,
                              .details = {{u"resource_path_index"_s, 0}},
                              .message = u"the module name given seems to be invalid"_s});
    }
    return routeModule(*module, request, path.mid(3));
}

Answer Zoho::routeModule(const zoho::Module &module, const Request &request,
                         const QStringList &path)
{
    const QByteArray &method = request.method;
    const QString first = path.value(0);
    if (path.size() == 3 && path.at(1) == "actions"_L1 && path.at(2) == "convert"_L1)
        return method == "POST" ? zoho::convert(m_org, module, request, first) : wrongMethod();
    if (path.size() == 2 && path.at(1) == "Attachments"_L1) {
        return method == "POST" || method == "GET" ? m_attachments.handle(module, request, first)
                                                   : wrongMethod();
    }
    if (path.size() > 1)
        return unknownUrl();
    if (first == "upsert"_L1)
        return method == "POST" ? m_records.write(module, request, {}, true) : wrongMethod();
    if (method == "GET") {
        if (first.isEmpty())
            return zoho::readList(m_org, module, request);
        if (first == "deleted"_L1)
            return zoho::readDeleted(m_org, module, request);
        if (first == "search"_L1)
            return zoho::search(m_org, module, request);
        return zoho::readOne(m_org, module, request, first);
    }
    if (method == "POST" && first.isEmpty())
        return m_records.write(module, request, {}, false);
    if (method == "PUT")
        return m_records.write(module, request, first, false);
    if (method == "DELETE")
        return m_records.remove(module, request, first);
    return wrongMethod();
}

QJsonObject Zoho::state() const
{
    QJsonObject state;
    for (const zoho::Module &module : m_org.metadata().modules()) {
        if (!module.isSubform)
            state[module.name] = records(module.name);
    }
    state[u"automation"_s] = m_records.automated();
    state[u"credits"_s] = m_credits;
    return state;
}

QJsonArray Zoho::records(const QString &collection) const
{
    if (collection == "Attachments"_L1)
        return m_attachments.records();
    const zoho::Module *module = m_org.metadata().module(collection);
    if (!module)
        return {};
    QJsonArray list;
    const zoho::Table &table = m_org.table(collection);
    for (const QString &id : table.order)
        list.append(m_org.json(*module, *table.records.constFind(id), {}, true));
    return list;
}

QString Zoho::edit(const QString &collection, const QString &id, const QJsonObject &fields)
{
    const zoho::Module *module = m_org.metadata().module(collection);
    const zoho::Record *found = module ? m_org.find(collection, id) : nullptr;
    if (!found)
        return u"no such record: %1 %2"_s.arg(collection, id);
    zoho::Record record = *found;
    const zoho::Field *subform = module->lines();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() == "lines"_L1) {
            const QString reason = editLines(record, it->toArray(), *module);
            if (!reason.isEmpty())
                return reason;
            continue;
        }
        if (it.key() == "sameSecond"_L1)
            continue;
        if (it.key() == "converted"_L1) {
            record.converted = it->toBool();
            continue;
        }
        const zoho::Field *field = module->field(it.key());
        if (!field)
            return u"no such field: %1"_s.arg(it.key());
        QJsonValue value;
        const QString whatModule = record.fields.value("$se_module"_L1).toString();
        if (const auto problem = zoho::checked(m_org, *field, *it, it.key(), whatModule, value))
            return u"%1: %2"_s.arg(it.key(), problem->message);
        if (value.isNull())
            record.fields.remove(it.key());
        else
            record.fields[it.key()] = value;
    }
    if (subform)
        zoho::computeTotals(m_org, record);
    // Somebody else's change is always seen as later, even within the same second; unless a test
    // asks for what the CRM does then: the stamp stays.
    if (!fields.value("sameSecond"_L1).toBool())
        record.modified = qMax(m_org.nowSeconds(), record.modified + 1);
    m_org.store(*module, record);
    return {};
}

QString Zoho::editLines(zoho::Record &record, const QJsonArray &lines, const zoho::Module &module)
{
    if (!module.lines())
        return u"%1 has no lines"_s.arg(module.name);
    QStringList dropped;
    const auto problem =
        zoho::writeLines(m_org, module, lines, module.lines()->name, record, dropped);
    if (problem)
        return u"%1 at %2"_s.arg(problem->message,
                                 problem->details.value("json_path"_L1).toString());
    return dropped.isEmpty() ? QString() : u"no such field: %1"_s.arg(dropped.join(u", "_s));
}

} // namespace sim
