// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/readingin.h"

#include "app/base/logcategories.h"
#include "app/connectors/dentaltap/client.h"
#include "app/connectors/googlecalendar/client.h"
#include "app/connectors/quickbooks/client.h"
#include "app/connectors/zoho/client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>
#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! The window of the day (architecture.md section 3, "Reading in").
constexpr int daysBack = -7;
constexpr int daysAhead = 60;

constexpr auto contactsToken = "zoho.contacts.token"_L1;
constexpr auto contactsNewest = "zoho.contacts.newest"_L1;
constexpr auto contactsDone = "zoho.contacts.done"_L1;
constexpr auto eventsNewest = "zoho.events.newest"_L1;
constexpr auto appointmentsNewest = "dentaltap.appointments.newest"_L1;

} // namespace

ReadingIn::ReadingIn(Settings settings, zoho::Client *crm, dentaltap::Client *dentalTap,
                     quickbooks::Client *ledger, googlecalendar::Client *calendar,
                     PatientStore *patients, VisitStore *visits, PlanStore *plans,
                     CatalogueStore *catalogue, Clock clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_crm(crm), m_dentalTap(dentalTap),
      m_ledger(ledger), m_calendar(calendar), m_patients(patients), m_visits(visits),
      m_plans(plans), m_catalogue(catalogue), m_clock(std::move(clock))
{
    m_crmTimer.setInterval(45s);
    m_dentalTapTimer.setInterval(20s);
    m_calendarTimer.setInterval(std::chrono::seconds(m_settings.googlecalendar.pollSeconds));
    connect(&m_crmTimer, &QTimer::timeout, this, [this] { run(Service::Zoho); });
    connect(&m_dentalTapTimer, &QTimer::timeout, this, [this] { run(Service::DentalTap); });
    connect(&m_calendarTimer, &QTimer::timeout, this, &ReadingIn::refreshCalendars);
}

void ReadingIn::start()
{
    m_crmTimer.start();
    m_dentalTapTimer.start();
    m_calendarTimer.start();
    run(Service::None);
}

void ReadingIn::stop()
{
    m_crmTimer.stop();
    m_dentalTapTimer.stop();
    m_calendarTimer.stop();
    m_stopped = true;
}

void ReadingIn::refreshCalendars()
{
    run(Service::GoogleCalendar);
}

QPair<QDateTime, QDateTime> ReadingIn::window() const
{
    const QTimeZone zone(m_settings.timeZone);
    const QDate today = m_clock().toTimeZone(zone).date();
    return {QDateTime(today.addDays(daysBack), QTime(0, 0), zone).toUTC(),
            QDateTime(today.addDays(daysAhead + 1), QTime(0, 0), zone).toUTC()};
}

void ReadingIn::report(Service service, const QString &what, int done, int total, bool running)
{
    Progress &progress = m_progress[service];
    progress.service = service;
    progress.what = what;
    progress.done = done;
    progress.total = total;
    progress.running = running;
    Q_EMIT progressed(progress);
}

Task<void> ReadingIn::run(Service service)
{
    if (service != Service::None)
        co_return co_await round(service);
    // The appointments of all systems hang on patients and surgeons: the CRM comes first, but for
    // the rooms, which the CRM knows by name only.
    std::optional<Error> first;
    const Result<void> placed = co_await readRooms();
    if (!placed)
        first = placed.error();
    for (const Service each :
         {Service::Zoho, Service::DentalTap, Service::GoogleCalendar, Service::QuickBooks}) {
        const Result<void> done = co_await round(each);
        if (!done && !first)
            first = done.error();
    }
    if (first)
        co_return tl::unexpected<Error>(*first);
    co_return Result<void>();
}

Task<void> ReadingIn::round(Service service)
{
    if (m_running.contains(service) || m_stopped)
        co_return Result<void>();
    m_running.insert(service);
    Result<void> done;
    switch (service) {
    case Service::Zoho:
        done = co_await readCrm();
        if (done)
            done = co_await settle();
        break;
    case Service::DentalTap:
        m_dayChanged = false;
        done = co_await readDentalTap();
        // DentalTap has answered, whatever the CRM says now: its own round will tell.
        if (m_dayChanged)
            co_await settle();
        break;
    case Service::GoogleCalendar:
        done = co_await readCalendars();
        break;
    case Service::QuickBooks:
        done = co_await readLedgerSetup();
        break;
    default:
        break;
    }
    m_running.remove(service);
    Progress &progress = m_progress[service];
    progress.service = service;
    progress.running = false;
    progress.error = done ? std::nullopt : std::optional<Error>(done.error());
    if (done)
        progress.last = m_clock();
    else
        qCInfo(lcWorkflow) << "reading" << enumName(service)
                           << "stopped:" << enumName(done.error().kind);
    Q_EMIT progressed(progress);
    Q_EMIT contacted(service, progress.error);
    co_return done;
}

Task<void> ReadingIn::readCrm()
{
    const QDateTime now = m_clock();
    // The set-up and the catalogue change rarely: once per start and then hourly.
    if (!m_crmSetupAt.isValid() || m_crmSetupAt.secsTo(now) > 3600) {
        const Result<void> setup = co_await readCrmSetup();
        if (!setup)
            co_return setup;
        const Result<void> catalogue = co_await readCatalogue();
        if (!catalogue)
            co_return catalogue;
        m_crmSetupAt = now;
    }
    const Result<void> contacts = co_await readContacts();
    if (!contacts)
        co_return contacts;
    const Result<void> events = co_await readEvents();
    if (!events)
        co_return events;
    co_return co_await readQuotes();
}

Task<void> ReadingIn::readCrmSetup()
{
    report(Service::Zoho, tr("CRM set-up"), 0, 0, true);
    const Result<zoho::SetupReport> setup = co_await m_crm->setup(m_settings.zoho);
    if (!setup)
        co_return tl::unexpected<Error>(setup.error());
    Q_EMIT crmSetupRead(*setup);
    const QString stored = QString::fromUtf8(setup->toJson());
    const Result<void> kept = co_await m_catalogue->putValue(u"crm.setupReport"_s, stored);
    if (!kept)
        co_return kept;
    QString verdict = u"ok"_s;
    if (!setup->problems.isEmpty())
        verdict = setup->problems.join(u"; "_s);
    co_return co_await m_catalogue->putValue(u"crm.setup"_s, verdict);
}

Task<void> ReadingIn::readCatalogue()
{
    report(Service::Zoho, tr("Catalogue"), 0, 0, true);
    const Result<QList<Product>> products = co_await m_crm->products();
    if (!products)
        co_return tl::unexpected<Error>(products.error());
    const Result<void> kept = co_await m_catalogue->putProducts(*products);
    if (!kept)
        co_return kept;
    const Result<QList<Provider>> surgeons = co_await m_crm->surgeons();
    if (!surgeons)
        co_return tl::unexpected<Error>(surgeons.error());
    co_return co_await m_catalogue->putProviders(*surgeons);
}

Task<void> ReadingIn::readContacts()
{
    const Result<QString> finished = co_await m_catalogue->value(contactsDone);
    const Result<QString> newest = co_await m_catalogue->value(contactsNewest);
    const Result<QString> resume = co_await m_catalogue->value(contactsToken);
    if (!finished || !newest || !resume)
        co_return failure(Error::Kind::Storage, tr("The local database cannot be read."));
    const bool firstLoad = finished->isEmpty();
    QString since;
    if (!firstLoad)
        since = *newest;
    QString token = *resume;
    QString latest = *newest;
    int done = 0;
    if (!token.isEmpty()) {
        const Result<int> had = co_await m_patients->count();
        done = had.value_or(0);
    }
    while (true) {
        Result<zoho::Page<RemotePatient>> page = co_await m_crm->contacts(token, since);
        if (!page && page.error().kind == Error::Kind::Invalid && !token.isEmpty()) {
            // The page token outlived its day: start over, what is stored stays.
            token.clear();
            page = co_await m_crm->contacts(token, since);
        }
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        for (const RemotePatient &patient : std::as_const(page->rows))
            latest = std::max(latest, patient.modifiedTime);
        const Result<QList<Patient>> stored = co_await m_patients->putRemote(page->rows);
        if (!stored)
            co_return tl::unexpected<Error>(stored.error());
        done += int(page->rows.size());
        token = page->nextToken;
        // Stored page by page, so that a first load goes on where it stopped.
        const Result<void> kept = co_await m_catalogue->putCursor(contactsToken, token);
        if (!kept)
            co_return kept;
        if (firstLoad || !page->rows.isEmpty())
            report(Service::Zoho, tr("Patients"), done, 0, true);
        if (token.isEmpty())
            break;
    }
    if (latest != *newest) {
        const Result<void> kept = co_await m_catalogue->putCursor(contactsNewest, latest);
        if (!kept)
            co_return kept;
    }
    if (firstLoad)
        co_return co_await m_catalogue->putCursor(contactsDone, u"yes"_s);
    co_return Result<void>();
}

void ReadingIn::mapProviders(QList<RemoteAppointment> &remote, const QList<Provider> &providers,
                             const QList<Room> &rooms) const
{
    QHash<QString, ProviderId> surgeons;
    for (const Provider &provider : providers) {
        surgeons.insert(provider.dentalTapId, provider.id);
        surgeons.insert(provider.crmUser, provider.id);
        surgeons.insert(provider.calendarId, provider.id);
        surgeons.insert(provider.id.value, provider.id);
    }
    surgeons.remove(QString());
    QHash<QString, RoomId> places;
    for (const Room &room : rooms) {
        places.insert(room.name, room.id);
        places.insert(room.id.value, room.id);
    }
    for (RemoteAppointment &appointment : remote) {
        appointment.slot.provider = surgeons.value(appointment.slot.provider.value);
        appointment.slot.room = places.value(appointment.slot.room.value);
    }
}

Task<void> ReadingIn::readEvents()
{
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    const Result<QList<Room>> rooms = co_await m_catalogue->rooms();
    const Result<QString> newest = co_await m_catalogue->value(eventsNewest);
    if (!providers || !rooms || !newest)
        co_return failure(Error::Kind::Storage, tr("The local database cannot be read."));
    const auto [from, to] = window();
    const QDateTime since = QDateTime::fromString(*newest, Qt::ISODate);
    QDateTime latest = since;
    int done = 0;
    for (int number = 0;; ++number) {
        Result<zoho::Page<RemoteAppointment>> page;
        if (since.isValid())
            page = co_await m_crm->eventsModifiedSince(since.addSecs(-2), from, to, number);
        else
            page = co_await m_crm->events(from, to, number);
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        for (const RemoteAppointment &event : std::as_const(page->rows)) {
            const QDateTime stamp = QDateTime::fromString(event.stamp, Qt::ISODate).toUTC();
            if (!latest.isValid() || stamp > latest)
                latest = stamp;
        }
        mapProviders(page->rows, *providers, *rooms);
        const Result<int> merged = co_await m_visits->merge(page->rows);
        if (!merged)
            co_return tl::unexpected<Error>(merged.error());
        done += int(page->rows.size());
        if (!since.isValid())
            report(Service::Zoho, tr("Appointments"), done, 0, true);
        if (page->nextToken.isEmpty())
            break;
    }
    if (latest.isValid() && latest != since)
        co_return co_await m_catalogue->putCursor(eventsNewest, latest.toString(Qt::ISODate));
    co_return Result<void>();
}

Task<void> ReadingIn::readRooms()
{
    const QDateTime now = m_clock();
    if (m_roomsAt.isValid() && m_roomsAt.secsTo(now) < 3600)
        co_return Result<void>();
    const Result<QList<Room>> rooms = co_await m_dentalTap->rooms();
    if (!rooms)
        co_return tl::unexpected<Error>(rooms.error());
    const Result<void> kept = co_await m_catalogue->putRooms(*rooms);
    if (kept)
        m_roomsAt = now;
    co_return kept;
}

Task<void> ReadingIn::readDentalTap()
{
    const Result<void> placed = co_await readRooms();
    if (!placed)
        co_return placed;
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    const Result<QList<Room>> rooms = co_await m_catalogue->rooms();
    const Result<QString> newest = co_await m_catalogue->value(appointmentsNewest);
    if (!providers || !rooms || !newest)
        co_return failure(Error::Kind::Storage, tr("The local database cannot be read."));
    const auto [from, to] = window();
    const QDateTime since = QDateTime::fromString(*newest, Qt::ISODateWithMs);
    QDateTime latest = since;
    QString cursor;
    int done = 0;
    bool ofWaitingList = false; // the first load's last pages: what has no slot is in no day
    while (true) {
        Result<dentaltap::Page<RemoteAppointment>> page;
        if (since.isValid())
            page = co_await m_dentalTap->appointmentsSince(since.addSecs(-120), cursor);
        else if (ofWaitingList)
            page = co_await m_dentalTap->buffered(cursor);
        else
            page = co_await m_dentalTap->appointments(from, to, cursor);
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        const auto waits = [](const RemoteAppointment &appointment) {
            return appointment.status == u"buffered"_s;
        };
        // A DentalTap that does not know the filter answers with everything it has.
        if (ofWaitingList && !std::all_of(page->rows.cbegin(), page->rows.cend(), waits))
            break;
        for (const RemoteAppointment &appointment : std::as_const(page->rows)) {
            if (appointment.updatedAt.isValid()
                && (!latest.isValid() || appointment.updatedAt > latest))
                latest = appointment.updatedAt;
        }
        page->rows.removeIf([from = from, to = to](const RemoteAppointment &appointment) {
            return !appointment.deleted && appointment.status != u"buffered"_s
                && (appointment.slot.start < from || appointment.slot.start >= to);
        });
        mapProviders(page->rows, *providers, *rooms);
        const Result<void> named = co_await nameStrangers(page->rows);
        if (!named)
            co_return named;
        for (RemoteAppointment &appointment : page->rows) {
            appointment.stranger = m_strangers.value(appointment.strangerRemoteId);
            appointment.strangerName = appointment.stranger.displayName();
        }
        const Result<int> merged = co_await m_visits->merge(page->rows);
        if (!merged)
            co_return tl::unexpected<Error>(merged.error());
        m_dayChanged = m_dayChanged || *merged > 0;
        done += int(page->rows.size());
        if (!since.isValid())
            report(Service::DentalTap, tr("Appointments"), done, 0, true);
        cursor = page->nextCursor;
        const bool ended = cursor.isEmpty();
        if (ended && (since.isValid() || ofWaitingList))
            break;
        ofWaitingList = ofWaitingList || ended;
    }
    if (latest.isValid() && latest != since)
        co_return co_await m_catalogue->putCursor(appointmentsNewest,
                                                  latest.toString(Qt::ISODateWithMs));
    co_return Result<void>();
}

Task<void> ReadingIn::nameStrangers(QList<RemoteAppointment> rows)
{
    // Only near days: the facts of a patient without external id cost a call.
    const QDateTime now = m_clock();
    for (const RemoteAppointment &row : std::as_const(rows)) {
        const qint64 days = now.daysTo(row.slot.start);
        if (!row.contactId.isEmpty() || row.strangerRemoteId.isEmpty()
            || m_strangers.contains(row.strangerRemoteId) || days < -1 || days > 7) {
            continue;
        }
        const QString id = row.strangerRemoteId;
        // A patient whose Contact carries this id is no stranger.
        const Result<PatientId> known = co_await m_patients->find(id);
        if (known) {
            m_strangers.insert(id, Patient());
            continue;
        }
        const Result<Patient> facts = co_await m_dentalTap->patient(id);
        if (!facts && facts.error().kind != Error::Kind::NotFound)
            co_return tl::unexpected<Error>(facts.error());
        m_strangers.insert(id, facts.value_or(Patient()));
    }
    co_return Result<void>();
}

Task<void> ReadingIn::readLedgerSetup()
{
    const QDateTime now = m_clock();
    if (m_ledgerAt.isValid() && m_ledgerAt.secsTo(now) < 3600)
        co_return Result<void>();
    report(Service::QuickBooks, tr("Ledger set-up"), 0, 0, true);
    const Result<quickbooks::Company> company = co_await m_ledger->company();
    if (!company)
        co_return tl::unexpected<Error>(company.error());
    Q_EMIT companyRead(*company);
    m_ledgerAt = now;
    co_return co_await m_catalogue->putValue(u"quickbooks.company"_s,
                                             QString::fromUtf8(company->toJson()));
}
