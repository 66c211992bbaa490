// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktop.h"

#include "tests/simulator/dentaldesktopanswers.h"
#include "tests/simulator/services.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int CallsKept = 500;

//! Parameters that name records and nobody.
const QStringList &harmlessNames()
{
    static const QStringList names{u"requestid"_s, u"clientid"_s, u"caseid"_s, u"attachedimageid"_s,
                                   u"id"_s};
    return names;
}

} // namespace

DentalDesktop::DentalDesktop(const Clinic &clinic, SimClock &clock,
                             std::shared_ptr<const DentalDesktopAuthority> authority,
                             const QString &site)
    : m_site(site), m_clock(clock), m_authority(std::move(authority)),
      m_store(std::make_unique<ScanStore>(clinic, site)),
      m_floor(std::make_unique<ScanFloor>(*m_store, clock))
{
}

QString DentalDesktop::name() const
{
    return m_site.isEmpty() ? u"dentaldesktop"_s : QString(u"dentaldesktop."_s + m_site);
}

Pairs DentalDesktop::settings() const
{
    const QString thumbprint =
        QString::fromLatin1(m_authority->root().digest(QCryptographicHash::Sha1).toHex());
    return {{QString(name() + u"/url"_s), address().toString(QUrl::StripTrailingSlash)},
            {QString(name() + u"/user"_s), m_switches.user},
            {QString(name() + u"/thumbprints"_s), thumbprint}};
}

Pairs DentalDesktop::secrets() const
{
    return {{QString(name() + u".password"_s), m_switches.password}};
}

std::optional<QSslConfiguration> DentalDesktop::tls() const
{
    return m_authority->configuration(m_switches.trust);
}

QString DentalDesktop::journalQuery(const Request &request) const
{
    QStringList parts;
    for (const auto &[name, value] : request.query) {
        if (harmlessNames().contains(name.toLower()))
            parts.append(QString(name + u'=' + value));
    }
    return parts.join(u'&');
}

std::optional<Answer> DentalDesktop::enter(const Request &request)
{
    const QString method = request.segments.value(2);
    const int now = ++m_inside[method];
    m_mostAtOnce[method] = qMax(m_mostAtOnce.value(method), now);
    return std::nullopt;
}

void DentalDesktop::leave(const Request &request)
{
    --m_inside[request.segments.value(2)];
}

bool DentalDesktop::isSignedIn(const Request &request)
{
    if (m_refuseOnce) {
        m_refuseOnce = false;
        return false;
    }
    const QByteArray header = request.header("Authorization");
    if (!header.toLower().startsWith("basic "))
        return false;
    const QString wanted = QString(m_switches.user + u':' + m_switches.password);
    const QByteArray sent = QByteArray::fromBase64(header.mid(6).trimmed());
    return sent == (m_switches.latin1 ? wanted.toLatin1() : wanted.toUtf8());
}

Answer DentalDesktop::refused() const
{
    Answer answer = failure(401);
    if (m_switches.challenge)
        answer.headers.append(
            {QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"Dental Desktop\"")});
    return answer;
}

Answer DentalDesktop::failure(int status) const
{
    Answer answer = Answer::text(status,
                                 "<?xml version=\"1.0\" encoding=\"utf-8\"?><HTML><HEAD><TITLE>"
                                 "Request Error</TITLE></HEAD><BODY>Request Error</BODY></HTML>");
    answer.contentType = "text/html; charset=UTF-8";
    return answer;
}

Answer DentalDesktop::xml(const XmlElement &root) const
{
    Answer answer;
    answer.contentType = "application/xml; charset=utf-8";
    answer.body = xmlDocument(root, m_switches.xml);
    return answer;
}

Answer DentalDesktop::scalar(const QByteArray &name, const QByteArray &text) const
{
    Answer answer;
    answer.contentType = "application/xml; charset=utf-8";
    answer.body = xmlScalar(name, text, m_switches.xml);
    return answer;
}

DentalDesktop::Method DentalDesktop::methodNamed(const QString &name)
{
    static const QHash<QString, Method> methods{
        {u"GetAvailableClientList"_s, &DentalDesktop::getAvailableClientList},
        {u"CreatePatient"_s, &DentalDesktop::createPatient},
        {u"UpdatePatient"_s, &DentalDesktop::updatePatient},
        {u"SelectPatient"_s, &DentalDesktop::selectPatient},
        {u"CreateCase"_s, &DentalDesktop::createCase},
        {u"SelectCase"_s, &DentalDesktop::selectCase},
        {u"GetRequestStatusById"_s, &DentalDesktop::getRequestStatusById},
        {u"RemoveRequestById"_s, &DentalDesktop::removeRequestById},
        {u"GetCasesForPatient"_s, &DentalDesktop::getCasesForPatient},
        {u"GetAttachedImage"_s, &DentalDesktop::getAttachedImage}};
    return methods.value(name, nullptr);
}

//! The newer product tells anybody that it runs (section 1.4).
std::optional<Answer> DentalDesktop::statusPage(const Request &request) const
{
    if (m_switches.generation != ScanGeneration::Newer || request.segments.isEmpty())
        return std::nullopt;
    const QString &last = request.segments.last();
    if (last != u"status" && last != u"serviceStatus")
        return std::nullopt;
    return Answer::json(200, {{u"status"_s, u"Running"_s}, {u"version"_s, u"1.8.16.1"_s}});
}

Answer DentalDesktop::handle(const Request &request)
{
    m_floor->settle();
    if (const auto page = statusPage(request))
        return *page;
    if (!isSignedIn(request))
        return refused();
    if (request.segments.size() != 3 || request.segments.at(0) != u"DentalDesktop"
        || request.segments.at(1) != u"WebService") {
        return failure(404);
    }
    const QString &name = request.segments.at(2);
    DentalDesktopParameters parameters(request, m_store->zone());
    Answer answer;
    const Method method = methodNamed(name);
    const bool known = method
        && (m_switches.generation != ScanGeneration::Older || name == u"GetAvailableClientList");
    if (!known)
        answer = older(request, name);
    else if (request.method != "GET")
        answer = failure(405);
    else
        answer = (this->*method)(parameters);
    // A script that sets every time to nothing sees the end at once.
    m_floor->settle();

    answer.warnings = parameters.warnings();
    m_calls.append(QJsonObject{{u"time"_s, m_clock.now().toString(Qt::ISODateWithMs)},
                               {u"Method"_s, name},
                               {u"parameters"_s, parameters.toJson()},
                               {u"warnings"_s, QJsonArray::fromStringList(answer.warnings)},
                               {u"status"_s, answer.status}});
    if (m_calls.size() > CallsKept)
        m_calls.removeFirst();
    return answer;
}

Answer DentalDesktop::getAvailableClientList(DentalDesktopParameters &)
{
    return xml(clientList(m_floor->stations(), m_clock.now(), m_store->zone()));
}

Answer DentalDesktop::getRequestStatusById(DentalDesktopParameters &parameters)
{
    const QUuid id = parameters.guid(u"Id");
    if (parameters.isBroken())
        return unparseable();
    return xml(requestStatus(id, m_floor->remembered(id).get()));
}

Answer DentalDesktop::removeRequestById(DentalDesktopParameters &parameters)
{
    const QUuid id = parameters.guid(u"Id");
    if (parameters.isBroken())
        return unparseable();
    return scalar("boolean", m_floor->withdraw(id) ? "true" : "false");
}

Answer DentalDesktop::unparseable() const
{
    return failure(m_switches.unparseableStatus);
}

std::unique_ptr<Service> makeDentalDesktop(const Clinic &clinic, SimClock &clock,
                                           const SimulatorOptions &,
                                           std::shared_ptr<const DentalDesktopAuthority> authority,
                                           const QString &site)
{
    return std::make_unique<DentalDesktop>(clinic, clock, std::move(authority), site);
}

} // namespace sim
