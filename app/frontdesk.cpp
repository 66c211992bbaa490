// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frontdesk.h"

#include "app/base/logcategories.h"
#include "app/connectors/dentaldesktop/connector.h"
#include "app/connectors/dentaltap/client.h"
#include "app/connectors/dentaltap/connector.h"
#include "app/connectors/dentaltap/plans.h"
#include "app/connectors/googlecalendar/client.h"
#include "app/connectors/googlecalendar/connector.h"
#include "app/connectors/quickbooks/client.h"
#include "app/connectors/quickbooks/connector.h"
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/connector.h"
#include "app/net/apikey.h"
#include "app/opendentaloffice.h"
#include "app/scanservers.h"
#include "app/settings/keychain.h"
#include "app/vendors.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QDir>
#include <QPointer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! How long a shutdown waits for what is in flight; aborted transports resume at once.
constexpr auto shutdownPatience = 3s;
constexpr int indexedAtOnce = 250;

QString lockFile(const Settings &settings, QLatin1StringView name)
{
    return QDir(settings.dataDirectory).filePath(QString(name + u"-token.lock"_s));
}

VisitStore::Rules rulesOf(const Settings &settings)
{
    return {settings.googlecalendar.writer == u"vestibule"_s,
            settings.twinsCreator == u"vestibule"_s, settings.timeZone, settings.currency};
}

} // namespace

//! The members in order of dependency: the last made is the first to go.
class FrontDesk::Private
{
public:
    Private(Settings s, std::unique_ptr<SecretStore> store, Clock c)
        : settings(std::move(s)), clock(std::move(c)),
          secrets(store ? std::move(store) : std::make_unique<Keychain>(settings.keychainService)),
          database(QDir(settings.dataDirectory).filePath(u"vestibule.sqlite"_s)),
          audit(&database, clock), patients(&database, clock),
          visits(&database, rulesOf(settings), clock), catalogue(&database),
          outboxStore(&database, clock), scanLinks(&database, clock),
          photos(&database, QDir(settings.dataDirectory).filePath(u"photos"_s)),
          chartPictures(&database, QDir(settings.dataDirectory).filePath(u"charts"_s)),
          chartStore(&database, &chartPictures, clock),
          planStore(&database, settings.currency, clock),
          zohoAuth(zohoVendor(settings), secrets.get(), &network, lockFile(settings, "zoho"_L1),
                   clock),
          quickBooksAuth(quickBooksVendor(settings), secrets.get(), &network,
                         lockFile(settings, "quickbooks"_L1), clock),
          googleAuth(googleVendor(settings), secrets.get(), &network,
                     lockFile(settings, "google"_L1), clock),
          dentalTapAuth(Service::DentalTap, "Bearer", u"dentaltap.token"_s, secrets.get()),
          openDentalOffice(settings, secrets.get(), &network),
          zohoTransport(Service::Zoho, settings.zoho.apiUrl, &zohoAuth, &network),
          dentalTapTransport(Service::DentalTap, settings.dentaltap.url, &dentalTapAuth, &network),
          quickBooksTransport(Service::QuickBooks, settings.quickbooks.apiUrl, &quickBooksAuth,
                              &network),
          googleTransport(Service::GoogleCalendar, settings.googlecalendar.apiUrl, &googleAuth,
                          &network),
          zohoClient(&zohoTransport, settings.currency),
          dentalTapClient(&dentalTapTransport, settings.currency),
          dentalTapCharts(&dentalTapTransport),
          dentalTapPlans(&dentalTapTransport, settings.currency),
          quickBooksClient(&quickBooksTransport, settings.quickbooks.realmId),
          googleClient(&googleTransport),
          zohoConnector(&zohoTransport, settings.zoho, settings.currency),
          dentalTapConnector(&dentalTapTransport, settings.currency),
          quickBooksConnector(&quickBooksTransport, settings.quickbooks, settings.currency),
          googleConnector(&googleTransport, settings.patientNameInCalendar),
          scanServers(settings, secrets.get()), dentalDesktopConnector(scanServers.pointers()),
          session(&database, clock),
          outbox(&outboxStore, connectors(), settings.currency, settings.timeZone, clock),
          booking(&session, settings, &patients, &index, &visits, &catalogue, clock),
          visitWorkflow(&session, settings, &visits, &outboxStore, &booking, clock),
          matchWorkflow(&session, &dentalTapClient, &patients, &index, &booking, &visits),
          liveSync(&dentalTapClient, &visits, settings.dentaltap.pollSeconds, clock),
          readingIn(settings, &zohoClient, &dentalTapClient, &quickBooksClient, &googleClient,
                    &patients, &visits, &planStore, &catalogue, clock),
          lateBilling(&zohoClient, &zohoTransport, &visits, settings, clock),
          scans(&session, settings, scanServers.pointers(), &patients, &scanLinks, &catalogue,
                &audit, &photos, clock),
          imaging(&session, settings, &patients, &catalogue, &audit),
          openDentalPlans(&session, settings.opendental, openDentalOffice.client(), &audit),
          charts(&session, settings, &dentalTapCharts, &dentalTapClient, &patients, &visits,
                 &catalogue, &chartStore, &graphicProof, &scans, clock),
          plans(&session, settings, planSources(), &planStore, &patients, &visits, &catalogue,
                &booking, clock),
          proposals(&session, settings, &chartStore, &plans, &charts, &patients, &catalogue, clock)
    {
        zohoClient.setRecordNumberField(settings.patientIdField);
        dentalTapTransport.setBudget(settings.dentaltap.requestsPerSecond,
                                     settings.dentaltap.burst);
    }

    //! The systems that this desk is set up for.
    QList<Connector *> connectors()
    {
        QList<Connector *> all{&zohoConnector, &dentalTapConnector, &googleConnector,
                               &quickBooksConnector};
        if (!scanServers.pointers().isEmpty())
            all.append(&dentalDesktopConnector);
        if (openDentalOffice.isSetUp())
            all.append(openDentalOffice.connector());
        return all;
    }
    //! Where surgeons of this clinic plan treatments.
    QList<PlanSource *> planSources()
    {
        QList<PlanSource *> all;
        if (!settings.dentaltap.url.isEmpty() && settings.planSources.contains(u"dentaltap"_s))
            all.append(&dentalTapPlans);
        if (openDentalOffice.isSetUp() && settings.planSources.contains(u"opendental"_s))
            all.append(openDentalOffice.plans());
        return all;
    }
    QList<Transport *> transports()
    {
        return QList<Transport *>{&zohoTransport, &dentalTapTransport, &quickBooksTransport,
                                  &googleTransport}
        + openDentalOffice.transports();
    }
    QList<OAuth2 *> authorizers() { return {&zohoAuth, &quickBooksAuth, &googleAuth}; }

    const Settings settings;
    const Clock clock;
    std::unique_ptr<SecretStore> secrets;
    Database database;
    AuditLog audit;
    PatientStore patients;
    PatientIndex index;
    VisitStore visits;
    CatalogueStore catalogue;
    OutboxStore outboxStore;
    ScanLinkStore scanLinks;
    ImageCache photos;
    ImageCache chartPictures;
    ChartStore chartStore;
    PlanStore planStore;
    QNetworkAccessManager network;
    OAuth2 zohoAuth;
    OAuth2 quickBooksAuth;
    OAuth2 googleAuth;
    ApiKey dentalTapAuth;
    OpenDentalOffice openDentalOffice;
    Transport zohoTransport;
    Transport dentalTapTransport;
    Transport quickBooksTransport;
    Transport googleTransport;
    zoho::Client zohoClient;
    dentaltap::Client dentalTapClient;
    dentaltap::Charts dentalTapCharts;
    dentaltap::Plans dentalTapPlans;
    quickbooks::Client quickBooksClient;
    googlecalendar::Client googleClient;
    zoho::Connector zohoConnector;
    dentaltap::Connector dentalTapConnector;
    quickbooks::Connector quickBooksConnector;
    googlecalendar::Connector googleConnector;
    ScanServers scanServers;
    dentaldesktop::Connector dentalDesktopConnector;
    Session session;
    Outbox outbox;
    BookingWorkflow booking;
    VisitWorkflow visitWorkflow;
    MatchWorkflow matchWorkflow;
    LiveSync liveSync;
    ReadingIn readingIn;
    LateBilling lateBilling;
    ScanWorkflow scans;
    ImagingWorkflow imaging;
    OpenDentalPlans openDentalPlans;
    GraphicProof graphicProof;
    ChartWorkflow charts;
    PlanWorkflow plans;
    ProposalWorkflow proposals;
    bool open = false;
};

FrontDesk::FrontDesk(Settings settings, std::unique_ptr<SecretStore> secrets, Clock clock,
                     QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(std::move(settings), std::move(secrets), std::move(clock)))
{
    for (Transport *transport : d->transports())
        connect(transport, &Transport::finished, this, &FrontDesk::called);
    for (OAuth2 *authorizer : d->authorizers()) {
        connect(authorizer, &OAuth2::signInNeeded, this, [this](Service service) {
            d->outbox.noteContact(
                service,
                Error(Error::Kind::Unauthorized,
                      tr("The system wants a new sign-in. What waits for it is kept."), service));
        });
    }
    for (dentaldesktop::Client *server : d->scanServers.pointers())
        connect(server, &dentaldesktop::Client::called, this, &FrontDesk::called);
    connect(&d->scans, &ScanWorkflow::contacted, this,
            [this](Service service, const std::optional<Error> &error) {
                // A password or a certificate that is good again lets go on what waited for it.
                if (!error && d->outbox.state(service).signInNeeded)
                    d->outbox.resumeService(service);
                d->outbox.noteContact(service, error);
            });
    connect(&d->patients, &PatientStore::changed, &d->index, &PatientIndex::put);
    connect(&d->outboxStore, &OutboxStore::visitChanged, &d->visits, &VisitStore::changed);
    connect(&d->outboxStore, &OutboxStore::planChanged, &d->planStore, &PlanStore::changed);
    connect(&d->plans, &PlanWorkflow::contacted, &d->outbox, &Outbox::noteContact);
    connect(&d->database, &Database::changedElsewhere, &d->outboxStore, &OutboxStore::rowsAdded);
    connect(&d->database, &Database::changedElsewhere, &d->visits, &VisitStore::daysChanged);
    connect(&d->liveSync, &LiveSync::polled, this, [this](const std::optional<Error> &error) {
        d->outbox.noteContact(Service::DentalTap, error);
    });
    connect(&d->readingIn, &ReadingIn::contacted, &d->outbox, &Outbox::noteContact);
    connect(&d->readingIn, &ReadingIn::contacted, this,
            [this](Service service, const std::optional<Error> &error) {
                if (service == Service::Zoho && !error)
                    d->lateBilling.look();
            });
    connect(&d->readingIn, &ReadingIn::crmSetupRead, this,
            [this](const zoho::SetupReport &setup) { d->zohoConnector.setSetup(setup); });
    connect(
        &d->readingIn, &ReadingIn::companyRead, this,
        [this](const quickbooks::Company &company) { d->quickBooksConnector.setCompany(company); });
}

FrontDesk::~FrontDesk() = default;

Task<void> FrontDesk::open()
{
    QDir().mkpath(d->settings.dataDirectory);
    const Result<void> opened = co_await d->database.open();
    if (!opened)
        co_return opened;
    d->open = true;
    const Result<void> unlocked = co_await unlock();
    const Result<void> trusted = co_await d->scans.open();
    if (!trusted)
        qCWarning(lcStore) << "confirmed certificates not read:" << trusted.error().message;

    const Result<QString> setup = co_await d->catalogue.value(u"crm.setupReport"_s);
    if (setup && !setup->isEmpty()) {
        if (const Result<zoho::SetupReport> report = zoho::SetupReport::fromJson(setup->toUtf8()))
            d->zohoConnector.setSetup(*report);
    }
    const Result<QString> ledger = co_await d->catalogue.value(u"quickbooks.company"_s);
    if (ledger && !ledger->isEmpty()) {
        if (const Result<quickbooks::Company> company =
                quickbooks::Company::fromJson(ledger->toUtf8()))
            d->quickBooksConnector.setCompany(*company);
    }
    co_return unlocked;
}

Task<void> FrontDesk::unlock()
{
    const Result<QString> stored = co_await d->secrets->read(u"database.key"_s);
    if (stored) {
        d->database.setSeal(Seal(QByteArray::fromBase64(stored->toLatin1()), 1));
        Q_EMIT keyUnlocked();
        co_return Result<void>();
    }
    if (stored.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected<Error>(stored.error());
    // "Absent" and "locked" look alike: a new key is made only while there is nothing that the old
    // one sealed.
    const bool sealedRows = co_await d->database.hasSealedRows();
    if (sealedRows) {
        co_return failure(Error::Kind::Storage,
                          tr("The key store gave no key for the patients' data; it may be locked. "
                             "Names stay hidden until it is "
                             "unlocked. Unlock the key store and start again."));
    }
    const QByteArray key = Seal::newKey();
    const QString text = QString::fromLatin1(key.toBase64());
    const Result<void> kept = co_await d->secrets->write(u"database.key"_s, text);
    if (!kept)
        co_return kept;
    d->database.setSeal(Seal(key, 1));
    Q_EMIT keyUnlocked();
    co_return Result<void>();
}

void FrontDesk::startServices()
{
    d->outbox.start();
    d->liveSync.start();
    d->readingIn.start();
    d->plans.start();
    buildIndex();
}

Task<void> FrontDesk::buildIndex()
{
    // Piece by piece, each folded in less than a frame: typing goes on meanwhile, and there is
    // never a second copy of every patient in memory.
    const QPointer<FrontDesk> self(this);
    PatientId last;
    for (;;) {
        const Result<QList<Patient>> some = co_await d->patients.after(last, indexedAtOnce);
        if (!self)
            co_return failure(Error::Kind::Cancelled, QString());
        if (!some) {
            qCWarning(lcStore) << "patient index not built:" << some.error().message;
            co_return tl::unexpected<Error>(some.error());
        }
        d->index.put(*some);
        if (some->size() < indexedAtOnce)
            break;
        last = some->last().id;
    }
    d->index.finish();
    qCInfo(lcStore) << "the patient index is built";
    co_return Result<void>();
}

Task<QStringList> FrontDesk::setupProblems(Service service)
{
    if (service == Service::Zoho) {
        const Result<zoho::SetupReport> setup = co_await d->zohoClient.setup(d->settings.zoho);
        if (!setup)
            co_return tl::unexpected<Error>(setup.error());
        co_return setup->problems;
    }
    if (service == Service::QuickBooks) {
        const Result<quickbooks::Company> company = co_await d->quickBooksClient.company();
        if (!company)
            co_return tl::unexpected<Error>(company.error());
        co_return company->problems;
    }
    co_return QStringList();
}

void FrontDesk::setPatience(std::chrono::milliseconds longest)
{
    for (Transport *transport : d->transports())
        transport->setPatience(longest);
    for (dentaldesktop::Client *server : d->scanServers.pointers())
        server->setPatience(longest);
}

Task<void> FrontDesk::noteReadings()
{
    for (const ReadingIn::Progress &progress : d->readingIn.progress()) {
        const QString name = QString(u"sync.last/"_s + enumName(progress.service).toLower());
        QString text = progress.last.toString(Qt::ISODate);
        text += progress.error ? QString(u'|' + progress.error->message) : u"|ok"_s;
        const Result<void> kept = co_await d->catalogue.putValue(name, text);
        if (!kept)
            co_return kept;
    }
    co_return Result<void>();
}

Task<void> FrontDesk::shutdown()
{
    d->outbox.stop();
    d->liveSync.stop();
    d->readingIn.stop();
    d->plans.stop();
    d->scans.stop();
    d->imaging.stop();
    for (dentaldesktop::Client *server : d->scanServers.pointers())
        server->abortAll();
    d->openDentalOffice.abortAll();
    for (Transport *transport : d->transports())
        transport->abortAll();
    for (OAuth2 *authorizer : d->authorizers())
        authorizer->abortAll();
    const auto end = std::chrono::steady_clock::now() + shutdownPatience;
    while (!(d->outbox.isIdle() && d->scans.isIdle() && d->imaging.isIdle() && d->charts.isIdle()
             && d->plans.isIdle() && d->proposals.isIdle())
           && std::chrono::steady_clock::now() < end)
        co_await QCoro::sleepFor(5ms);
    co_return Result<void>();
}

const Settings &FrontDesk::settings() const
{
    return d->settings;
}
Clock FrontDesk::clock() const
{
    return d->clock;
}
SecretStore *FrontDesk::secrets() const
{
    return d->secrets.get();
}
Database *FrontDesk::database() const
{
    return &d->database;
}
PatientStore *FrontDesk::patients() const
{
    return &d->patients;
}
PatientIndex *FrontDesk::patientIndex() const
{
    return &d->index;
}
VisitStore *FrontDesk::visits() const
{
    return &d->visits;
}
CatalogueStore *FrontDesk::catalogue() const
{
    return &d->catalogue;
}
OutboxStore *FrontDesk::outboxStore() const
{
    return &d->outboxStore;
}
AuditLog *FrontDesk::auditLog() const
{
    return &d->audit;
}
Session *FrontDesk::session() const
{
    return &d->session;
}
Outbox *FrontDesk::outbox() const
{
    return &d->outbox;
}
BookingWorkflow *FrontDesk::booking() const
{
    return &d->booking;
}
MatchWorkflow *FrontDesk::matchWorkflow() const
{
    return &d->matchWorkflow;
}

VisitWorkflow *FrontDesk::visitWorkflow() const
{
    return &d->visitWorkflow;
}
LiveSync *FrontDesk::liveSync() const
{
    return &d->liveSync;
}
ReadingIn *FrontDesk::readingIn() const
{
    return &d->readingIn;
}
LateBilling *FrontDesk::lateBilling() const
{
    return &d->lateBilling;
}
ImagingWorkflow *FrontDesk::imaging() const
{
    return &d->imaging;
}
OpenDentalPlans *FrontDesk::openDentalPlans() const
{
    return &d->openDentalPlans;
}
ScanWorkflow *FrontDesk::scans() const
{
    return &d->scans;
}
ChartWorkflow *FrontDesk::charts() const
{
    return &d->charts;
}
PlanWorkflow *FrontDesk::plans() const
{
    return &d->plans;
}
ProposalWorkflow *FrontDesk::proposals() const
{
    return &d->proposals;
}
ScanLinkStore *FrontDesk::scanLinks() const
{
    return &d->scanLinks;
}
QList<Connector *> FrontDesk::connectors() const
{
    return d->connectors();
}
