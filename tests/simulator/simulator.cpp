// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/simulator.h"

#include "tests/simulator/control.h"
#include "tests/simulator/endpoint.h"
#include "tests/simulator/flow.h"
#include "tests/simulator/services.h"
#include "tests/simulator/settings.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sim {

QDateTime SimClock::now() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_shiftMs);
}

void SimClock::advance(qint64 milliseconds)
{
    m_shiftMs += milliseconds;
}

void SimClock::setDate(QDate date, const QByteArray &zone)
{
    const QDateTime real = QDateTime::currentDateTimeUtc();
    const QTimeZone there(zone);
    const QDateTime wanted(date, real.toTimeZone(there).time(), there);
    m_shiftMs = real.msecsTo(wanted);
}

class Simulator::Private
{
public:
    Service *service(const QString &name) const
    {
        for (const auto &candidate : services) {
            if (candidate->name() == name)
                return candidate.get();
        }
        return nullptr;
    }
    Endpoint *endpoint(const QString &name) const
    {
        for (const auto &candidate : endpoints) {
            if (candidate->service().name() == name)
                return candidate.get();
        }
        return nullptr;
    }

    SimulatorOptions options;
    SimClock clock;
    Clinic clinic;
    Journal journal;
    Faults faults;
    std::vector<std::unique_ptr<Service>> services;
    std::vector<std::unique_ptr<Endpoint>> endpoints;
    std::unique_ptr<Flow> flow;
    std::unique_ptr<Control> control;
    std::unique_ptr<Server> controlServer;
    quint16 controlPort = 0;
};

Simulator::Simulator(const SimulatorOptions &options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->options = options;
    ClinicOptions &clinic = d->options.clinic;
    if (clinic.today.isValid())
        d->clock.setDate(clinic.today, clinic.timeZone.toLatin1());
    else
        clinic.today = d->clock.now().toTimeZone(QTimeZone(clinic.timeZone.toLatin1())).date();
    d->clinic = Clinic::generate(clinic);
    d->services = makeServices(d->clinic, d->clock, d->options);
    for (const auto &service : d->services) {
        d->endpoints.push_back(std::make_unique<Endpoint>(*service, d->faults, d->journal, d->clock,
                                                          d->options.latencyMs, nullptr));
    }
    const auto find = [this](const QString &name) { return d->service(name); };
    d->flow = std::make_unique<Flow>(find, d->options.flow, d->options.flowDelayMs);
    d->control = std::make_unique<Control>(*this);
}

Simulator::~Simulator() = default;

bool Simulator::start()
{
    for (const auto &endpoint : d->endpoints) {
        if (!endpoint->listen())
            return false;
    }
    d->controlServer = std::make_unique<Server>([this](const Request &request, QTcpSocket *socket) {
        Server::send(socket, request, d->control->handle(request));
    });
    d->controlPort = d->controlServer->open(0);
    return d->controlPort != 0;
}

void Simulator::refuse(const QString &system)
{
    if (Endpoint *endpoint = d->endpoint(system))
        endpoint->refuse();
}

void Simulator::resume(const QString &system)
{
    if (Endpoint *endpoint = d->endpoint(system))
        endpoint->listen();
}

QUrl Simulator::url(const QString &system) const
{
    if (system == "control"_L1)
        return QUrl(u"http://127.0.0.1:%1"_s.arg(d->controlPort));
    const Endpoint *endpoint = d->endpoint(system);
    return endpoint ? endpoint->url() : QUrl();
}

QStringList Simulator::systems() const
{
    QStringList names;
    for (const auto &service : d->services)
        names.append(service->name());
    return names;
}

QJsonArray Simulator::journal() const
{
    return d->journal.toJson();
}

void Simulator::clearJournal()
{
    d->journal.clear();
}

QJsonObject Simulator::state(const QString &system) const
{
    const Service *service = d->service(system);
    return service ? service->state() : QJsonObject();
}

QJsonArray Simulator::records(const QString &system, const QString &collection) const
{
    const Service *service = d->service(system);
    return service ? service->records(collection) : QJsonArray();
}

QString Simulator::addFault(const QJsonObject &fault)
{
    const QString system = fault.value("system"_L1).toString();
    if (!system.isEmpty() && !d->service(system))
        return u"no such system: %1"_s.arg(system);
    return d->faults.add(fault);
}

void Simulator::clearFaults()
{
    d->faults.clear();
}

QString Simulator::tell(const QJsonObject &story)
{
    Service *service = d->service(u"dentaltap"_s);
    return service ? service->tell(story) : u"there is no dentaltap"_s;
}

QString Simulator::edit(const QJsonObject &change)
{
    const QString system = change.value("system"_L1).toString();
    Service *service = d->service(system);
    if (!service)
        return u"no such system: %1"_s.arg(system);
    const QString reason =
        service->edit(change.value("collection"_L1).toString(), change.value("id"_L1).toString(),
                      change.value("fields"_L1).toObject());
    d->endpoint(system)->secureAnew();
    return reason;
}

void Simulator::setFlow(bool on, int delayMs)
{
    d->flow->set(on, delayMs);
}

QByteArray Simulator::settings() const
{
    const ClinicOptions &clinic = d->options.clinic;
    Pairs pairs{{u"clinic/name"_s, u"Clinique Vestibule"_s},
                {u"clinic/timeZone"_s, clinic.timeZone},
                {u"clinic/currency"_s, clinic.currency},
                {u"clinic/language"_s, u"fr"_s}};
    for (const auto &service : d->services)
        pairs += service->settings();
    pairs.append({u"twins/creator"_s, u"vestibule"_s});
    pairs.append({u"simulator/control"_s, url(u"control"_s).toString()});
    pairs.append({u"simulator/secrets"_s, secretsList(secrets())});
    return iniText(pairs);
}

Pairs Simulator::secrets() const
{
    Pairs pairs;
    for (const auto &service : d->services)
        pairs += service->secrets();
    return pairs;
}

const Clinic &Simulator::clinic() const
{
    return d->clinic;
}

SimClock &Simulator::clock()
{
    return d->clock;
}

} // namespace sim
