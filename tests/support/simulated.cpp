// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulated.h"

#include "app/net/apikey.h"
#include "app/net/oauth2.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace support {

Task<QString> SimulatedSecrets::read(QString key)
{
    if (!values.contains(key)) {
        for (const auto &[name, value] : m_simulator.secrets()) {
            if (name == key) {
                const QString secret = value;
                co_return secret;
            }
        }
    }
    co_return co_await FakeSecrets::read(key);
}

sim::SimulatorOptions Simulated::smallClinic()
{
    sim::SimulatorOptions options;
    options.clinic.today = QDate(2026, 3, 5);
    options.clinic.patients = 60;
    options.clinic.appointmentsPerDay = 8;
    options.clinic.days = 5;
    options.strictLimits = false;
    options.searchDelayMs = 0;
    return options;
}

Simulated::Simulated(const sim::SimulatorOptions &options)
    : m_simulator(options), m_secrets(m_simulator)
{
    if (!m_simulator.start())
        qFatal("the simulator cannot listen");
}

Simulated::~Simulated() = default;

QString Simulated::setting(const QString &key) const
{
    QString group;
    for (const QString &line : QString::fromUtf8(m_simulator.settings()).split(u'\n')) {
        if (line.startsWith(u'['))
            group = line.mid(1).chopped(1);
        else if (QString(group + u'/' + line.section(u'=', 0, 0)) == key)
            return line.section(u'=', 1);
    }
    return {};
}

Transport *Simulated::transport(Service service)
{
    Line &line = m_lines[service];
    if (line.transport)
        return line.transport.get();
    OAuth2Vendor vendor;
    vendor.service = service;
    QUrl base;
    QString prefix;
    switch (service) {
    case Service::Zoho:
        base = QUrl(setting(u"zoho/apiUrl"_s));
        vendor.tokenUrl = QUrl(QString(setting(u"zoho/accountsUrl"_s) + u"/oauth/v2/token"_s));
        vendor.clientId = setting(u"zoho/clientId"_s);
        vendor.scheme = "Zoho-oauthtoken";
        prefix = u"zoho"_s;
        break;
    case Service::QuickBooks:
        base = QUrl(setting(u"quickbooks/apiUrl"_s));
        vendor.tokenUrl = QUrl(setting(u"quickbooks/tokenUrl"_s));
        vendor.clientId = setting(u"quickbooks/clientId"_s);
        vendor.basicAuthentication = true;
        prefix = u"quickbooks"_s;
        break;
    case Service::GoogleCalendar:
        base = QUrl(setting(u"googlecalendar/apiUrl"_s));
        vendor.tokenUrl = QUrl(setting(u"googlecalendar/tokenUrl"_s));
        vendor.clientId = setting(u"googlecalendar/clientId"_s);
        prefix = u"google"_s;
        break;
    default:
        base = QUrl(setting(u"dentaltap/url"_s));
        break;
    }
    if (prefix.isEmpty()) {
        line.authorizer =
            std::make_unique<ApiKey>(service, "Bearer", u"dentaltap.token"_s, &m_secrets);
    } else {
        vendor.secretKey = QString(prefix + u".clientSecret"_s);
        vendor.refreshKey = QString(prefix + u".refreshToken"_s);
        vendor.accessKey = QString(prefix + u".accessToken"_s);
        line.authorizer =
            std::make_unique<OAuth2>(vendor, &m_secrets, &m_network,
                                     m_folder.filePath(QString(prefix + u".lock"_s)), systemClock);
    }
    line.transport = std::make_unique<Transport>(service, base, line.authorizer.get(), &m_network);
    return line.transport.get();
}

void Simulated::fault(const QString &system, const QString &path, const QString &kind,
                      const QJsonObject &more)
{
    QJsonObject line = more;
    line.insert("system"_L1, system);
    line.insert("path"_L1, path);
    line.insert("kind"_L1, kind);
    const QString problem = m_simulator.addFault(line);
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
}

int Simulated::requests(const QString &system, const QString &method, const QString &path) const
{
    const QRegularExpression pattern(path);
    int count = 0;
    for (const QJsonValue &entry : m_simulator.journal()) {
        if (entry["system"_L1].toString() == system && entry["method"_L1].toString() == method
            && pattern.match(entry["path"_L1].toString()).hasMatch()) {
            ++count;
        }
    }
    return count;
}

QList<QJsonObject> Simulated::records(const QString &system, const QString &collection,
                                      const QString &member, const QString &value) const
{
    QList<QJsonObject> found;
    for (const QJsonValue &entry : m_simulator.state(system).value(collection).toArray()) {
        if (entry[member].toString() == value)
            found.append(entry.toObject());
    }
    return found;
}

QJsonObject Simulated::record(const QString &system, const QString &collection,
                              const QString &id) const
{
    return records(system, collection, u"id"_s, id).value(0);
}

} // namespace support
