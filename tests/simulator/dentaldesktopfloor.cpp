// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopfloor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

QString statusText(int code)
{
    switch (ScanStatus(code)) {
    case ScanStatus::Waiting:
        return u"Request is received and waits for the client."_s;
    case ScanStatus::Started:
        return u"Request is accepted by the client and in progress."_s;
    case ScanStatus::Cancelled:
        return u"Request is rejected by the user of the client."_s;
    case ScanStatus::NoNavigation:
        return u"Request is rejected: navigation to the required page is not possible."_s;
    case ScanStatus::Removed:
        return u"Request is removed from the pool."_s;
    case ScanStatus::Done:
        return u"Request is processed."_s;
    case ScanStatus::NotSupported:
        return u"Request is not supported by the receiver."_s;
    case ScanStatus::Silent:
        return u"Client is not responding."_s;
    case ScanStatus::Failed:
        return u"System.InvalidOperationException: Sequence contains no elements\r\n"
               "   at System.Linq.Enumerable.First[TSource](IEnumerable`1 source)"_s;
    case ScanStatus::NoIntegrationId:
        return u"Integration id is not specified."_s;
    case ScanStatus::NoLastName:
        return u"Last name is not specified."_s;
    case ScanStatus::NoCaseId:
        return u"Case id is not specified."_s;
    case ScanStatus::NoSuchCase:
        return u"Case is not found."_s;
    case ScanStatus::PatientIdTaken:
        return u"Patient id (SSN) is not unique."_s;
    // The service's own texts mix the two ids up (section 7, I7).
    case ScanStatus::NoSuchPatient:
        return u"Patient with the given patient id does not exist."_s;
    case ScanStatus::IntegrationIdTaken:
        return u"Patient with the given patient id already exists."_s;
    case ScanStatus::ClientFailed:
        return u"Internal client error."_s;
    case ScanStatus::Unknown:
        return u"Request is unknown."_s;
    }
    return u"Status %1."_s.arg(code);
}

ScanFloor::ScanFloor(ScanStore &store, const SimClock &clock) : m_store(store), m_clock(clock)
{
    const auto someone = [&] {
        return QString(plain(m_store.newId()) + u'_' + plain(m_store.newId()));
    };
    const auto named = [&](const QString &hostname) {
        ScanStation station;
        station.id = m_store.newId();
        station.hostname = hostname;
        return station;
    };
    ScanStation first = named(u"TRIOS-SALLE-1"_s);
    first.modules = {{u"ThreeShape.TRIOS"_s, u"TRIOS"_s},
                     {u"ThreeShape.DentalDesktop.Viewer"_s, u"Viewer"_s}};
    first.operatorName = u"Opérateur Un"_s;
    first.operatorId = someone();
    // Somebody is typing there: busy, and yet it executes.
    ScanStation second = named(u"TRIOS-SALLE-3"_s);
    second.busy = true;
    second.modules = {{u"ThreeShape.TRIOS"_s, u"TRIOS"_s}};
    second.operatorName = u"Opératrice Deux"_s;
    second.operatorId = someone();
    // Nobody is logged in and no module has a licence.
    ScanStation third = named(u"POSTE-LABO"_s);
    m_stations = {std::move(first), std::move(second), std::move(third)};
}

// --- the pool

void ScanFloor::setStatus(ScanRequest &request, int code, const QDateTime &at)
{
    request.status = code;
    request.history.append(code);
    if (code > 0)
        request.finished = at;
}

void ScanFloor::remember(const std::shared_ptr<ScanRequest> &request)
{
    // The latest of an id counts, the anonymous ones under the empty id (section 4).
    m_memory.removeIf([&](const auto &one) { return one->requestId == request->requestId; });
    m_memory.append(request);
    const auto shares = [&](const auto &one) {
        return !m_perClient || one->clientId == request->clientId;
    };
    while (std::count_if(m_memory.cbegin(), m_memory.cend(), shares) > m_slots)
        m_memory.erase(std::find_if(m_memory.cbegin(), m_memory.cend(), shares));
}

void ScanFloor::take(ScanRequest request)
{
    request.created = m_clock.now();
    const auto kept = std::make_shared<ScanRequest>(std::move(request));
    const int status = kept->status;
    if (kept->description.isEmpty() && status == int(ScanStatus::Failed))
        kept->description = statusText(status);
    setStatus(*kept, status, kept->created);
    m_requests.append(kept);
    remember(kept);
    if (status == int(ScanStatus::Waiting))
        m_pool.append(kept);
}

std::shared_ptr<const ScanRequest> ScanFloor::remembered(const QUuid &id) const
{
    for (const auto &request : m_memory) {
        if (request->requestId == id)
            return request;
    }
    return nullptr;
}

bool ScanFloor::withdraw(const QUuid &id)
{
    for (qsizetype i = m_pool.size() - 1; i >= 0; --i) {
        if (m_pool.at(i)->requestId != id)
            continue;
        setStatus(*m_pool.at(i), int(ScanStatus::Removed), m_clock.now());
        m_pool.removeAt(i);
        return true;
    }
    return false;
}

QList<QUuid> ScanFloor::waiting() const
{
    QList<QUuid> ids;
    for (const auto &request : m_pool)
        ids.append(request->requestId);
    return ids;
}

std::shared_ptr<ScanRequest> ScanFloor::firstWaiting(const ScanStation &station) const
{
    for (const auto &request : m_pool) {
        if (request->clientId == station.id)
            return request;
    }
    return nullptr;
}

void ScanFloor::unpool(const std::shared_ptr<ScanRequest> &request)
{
    m_pool.removeOne(request);
}

// --- time

ScanFloor::Due ScanFloor::due(ScanStation &station)
{
    const auto next = firstWaiting(station);
    if (const auto &current = station.current) {
        if (!station.connected || station.hangs) {
            return {.at = qMax(station.silentSince, current->fetched).addMSecs(station.silenceMs),
                    .what = Due::What::GiveUp};
        }
        Due due;
        if (!current->opened) {
            due = {.at = current->fetched.addMSecs(station.navigateMs), .what = Due::What::Open};
        } else if (!current->abandoned) {
            if (const auto pressed = nextPress(station)) {
                const int wait = pressed->afterMs >= 0 ? pressed->afterMs : station.thinkMs;
                due = {.at = current->shown.addMSecs(wait), .what = Due::What::Press};
            }
        }
        if (next && station.refusesWhileOpen) {
            const QDateTime at = next->created.addMSecs(station.fetchMs);
            if (due.what == Due::What::Nothing || at < due.at)
                due = {.at = at, .what = Due::What::Refuse};
        }
        return due;
    }
    if (!next)
        return {};
    const QDateTime since = next->created;
    if (!station.connected) {
        return {.at = qMax(since, station.silentSince).addMSecs(station.silenceMs),
                .what = Due::What::GiveUp};
    }
    const QDateTime free = station.freeSince.isValid() ? qMax(since, station.freeSince) : since;
    return {.at = free.addMSecs(station.fetchMs), .what = Due::What::Fetch};
}

void ScanFloor::settle()
{
    const QDateTime now = m_clock.now();
    while (true) {
        ScanStation *first = nullptr;
        Due soonest;
        for (ScanStation &station : m_stations) {
            const Due next = due(station);
            if (next.what == Due::What::Nothing || next.at > now)
                continue;
            if (!first || next.at < soonest.at) {
                first = &station;
                soonest = next;
            }
        }
        if (!first)
            return;
        step(*first, soonest);
    }
}

void ScanFloor::step(ScanStation &station, const Due &due)
{
    switch (due.what) {
    case Due::What::Nothing:
        break;
    case Due::What::GiveUp:
        if (station.current) {
            finish(station, ScanStatus::Silent, due.at);
        } else if (const auto request = firstWaiting(station)) {
            unpool(request);
            setStatus(*request, int(ScanStatus::Silent), due.at);
        }
        break;
    case Due::What::Refuse: {
        const auto request = firstWaiting(station);
        unpool(request);
        request->fetched = due.at;
        setStatus(*request, int(ScanStatus::NoNavigation), due.at);
        break;
    }
    case Due::What::Fetch:
        station.current = firstWaiting(station);
        unpool(station.current);
        station.current->fetched = due.at;
        setStatus(*station.current, int(ScanStatus::Started), due.at);
        break;
    case Due::What::Open:
        open(station, due.at);
        break;
    case Due::What::Press: {
        const auto pressed = nextPress(station);
        if (!station.script.isEmpty())
            station.script.removeFirst();
        if (pressed)
            press(station, *pressed, due.at);
        break;
    }
    }
}

void ScanFloor::finish(ScanStation &station, ScanStatus code, const QDateTime &at)
{
    setStatus(*station.current, int(code), at);
    station.current->dialog = ScanDialog::None;
    station.current.reset();
    station.freeSince = at;
}

// --- scripts

void ScanFloor::setMemory(int slots, bool perClient)
{
    m_slots = slots;
    m_perClient = perClient;
}

QString ScanFloor::instruct(const QString &which, const QJsonObject &fields)
{
    settle();
    bool found = false;
    for (ScanStation &station : m_stations) {
        if (which != u"any" && station.id != QUuid(which)
            && station.hostname.compare(which, Qt::CaseInsensitive) != 0) {
            continue;
        }
        found = true;
        const QString reason = instructOne(station, fields);
        if (!reason.isEmpty())
            return reason;
    }
    return found ? QString() : u"no station %1"_s.arg(which);
}

QString ScanFloor::pressNow(ScanStation &station, const ScanPress &now)
{
    if (!station.current || (station.current->dialog == ScanDialog::None))
        return u"no dialog is open on %1"_s.arg(station.hostname);
    if (!now.fits(station.current->dialog, station.current->suggestions.size())) {
        return u"%1 is no button of the dialog %2"_s.arg(ScanPress::text(now),
                                                         word(station.current->dialog));
    }
    press(station, now, m_clock.now());
    return {};
}

QString ScanFloor::instructOne(ScanStation &station, const QJsonObject &fields)
{
    const QList<QPair<QString, bool *>> flags{
        {u"IsBusy"_s, &station.busy},          {u"blocked"_s, &station.blocked},
        {u"connected"_s, &station.connected},  {u"hangs"_s, &station.hangs},
        {u"attended"_s, &station.attended},    {u"refusesWhileOpen"_s, &station.refusesWhileOpen},
        {u"makesCases"_s, &station.makesCases}};
    const QList<QPair<QString, int *>> numbers{{u"fetchMs"_s, &station.fetchMs},
                                               {u"navigateMs"_s, &station.navigateMs},
                                               {u"thinkMs"_s, &station.thinkMs},
                                               {u"silenceMs"_s, &station.silenceMs}};
    const QList<QPair<QString, QString *>> texts{{u"Hostname"_s, &station.hostname},
                                                 {u"OperatorName"_s, &station.operatorName},
                                                 {u"OperatorId"_s, &station.operatorId}};
    const auto isSilent = [&station] { return !station.connected || station.hangs; };
    const bool wasSilent = isSilent();
    QList<ScanPress> presses;
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        const QString &name = member.key();
        const auto named = [&name](const auto &pair) { return pair.first == name; };
        const auto flag = std::find_if(flags.begin(), flags.end(), named);
        const auto number = std::find_if(numbers.begin(), numbers.end(), named);
        const auto text = std::find_if(texts.begin(), texts.end(), named);
        if (flag != flags.end()) {
            *flag->second = member->toBool();
        } else if (number != numbers.end()) {
            *number->second = member->toInt();
        } else if (text != texts.end()) {
            *text->second = member->toString();
        } else if (name == u"next" || name == u"press") {
            const QJsonArray list = member->isArray() ? member->toArray() : QJsonArray{*member};
            for (const QJsonValue &one : list) {
                const auto pressed = ScanPress::from(one);
                if (!pressed)
                    return u"nobody can press %1"_s.arg(one.toVariant().toString());
                if (name == u"next")
                    station.script.append(*pressed);
                else
                    presses.append(*pressed);
            }
        } else if (name == u"habits") {
            const QJsonObject habits = member->toObject();
            for (auto habit = habits.begin(); habit != habits.end(); ++habit) {
                const auto pressed = ScanPress::from(*habit);
                if (!pressed)
                    return u"nobody can press %1"_s.arg(habit->toString());
                station.habits.insert(habit.key(), *pressed);
            }
        } else if (name == u"forget") {
            station.script.clear();
            station.habits.clear();
        } else {
            return u"a station has no %1"_s.arg(name);
        }
    }
    if (isSilent() && !wasSilent)
        station.silentSince = m_clock.now();
    for (const ScanPress &pressed : std::as_const(presses)) {
        const QString reason = pressNow(station, pressed);
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

// --- what scripts see

QJsonArray ScanFloor::stationsJson() const
{
    QJsonArray list;
    for (const ScanStation &station : m_stations) {
        QJsonArray script;
        for (const ScanPress &pressed : station.script)
            script.append(ScanPress::text(pressed));
        QJsonObject habits;
        for (auto habit = station.habits.begin(); habit != station.habits.end(); ++habit)
            habits.insert(habit.key(), ScanPress::text(*habit));
        QJsonArray suggestions;
        if (station.current) {
            for (const QUuid &id : station.current->suggestions)
                suggestions.append(plain(id));
        }
        list.append(
            QJsonObject{{u"ClientId"_s, plain(station.id)},
                        {u"Hostname"_s, station.hostname},
                        {u"IsBusy"_s, station.busy || station.blocked},
                        {u"OperatorName"_s, station.operatorName},
                        {u"OperatorId"_s, station.operatorId},
                        {u"connected"_s, station.connected},
                        {u"hangs"_s, station.hangs},
                        {u"blocked"_s, station.blocked},
                        {u"attended"_s, station.attended},
                        {u"makesCases"_s, station.makesCases},
                        {u"refusesWhileOpen"_s, station.refusesWhileOpen},
                        {u"fetchMs"_s, station.fetchMs},
                        {u"navigateMs"_s, station.navigateMs},
                        {u"thinkMs"_s, station.thinkMs},
                        {u"silenceMs"_s, station.silenceMs},
                        {u"next"_s, script},
                        {u"habits"_s, habits},
                        {u"page"_s, station.page},
                        {u"dialog"_s, station.current ? word(station.current->dialog) : QString()},
                        {u"suggestions"_s, suggestions},
                        {u"remarks"_s, QJsonArray::fromStringList(station.remarks)}});
    }
    return list;
}

QJsonArray ScanFloor::requestsJson() const
{
    const auto text = [](const QDateTime &time) { return time.toString(Qt::ISODateWithMs); };
    QJsonArray list;
    for (const auto &one : m_requests) {
        list.append(QJsonObject{{u"Method"_s, one->method},
                                {u"RequestId"_s, plain(one->requestId)},
                                {u"ClientId"_s, plain(one->clientId)},
                                {u"CaseId"_s, plain(one->caseId)},
                                {u"IntegrationId"_s, one->integrationId},
                                {u"FirstName"_s, one->fields.firstName},
                                {u"LastName"_s, one->fields.lastName},
                                {u"DateOfBirth"_s, one->fields.birthDate.toString(Qt::ISODate)},
                                {u"PatientId"_s, one->fields.patientId},
                                {u"MergePatient"_s, one->merge},
                                {u"StatusCode"_s, one->status},
                                {u"history"_s, one->history},
                                {u"dialog"_s, word(one->dialog)},
                                {u"remembered"_s, m_memory.contains(one)},
                                {u"created"_s, text(one->created)},
                                {u"fetched"_s, text(one->fetched)},
                                {u"finished"_s, text(one->finished)}});
    }
    return list;
}

} // namespace sim
