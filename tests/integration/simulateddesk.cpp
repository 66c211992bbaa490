// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"

#include "app/domain/personname.h"
#include "app/store/statement.h"

#include <QCoroFuture>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {

//! The desk's key store while the desk is open: the fixture's own, so that a restarted desk finds
//! what the former kept.
class BorrowedSecrets : public SecretStore
{
public:
    explicit BorrowedSecrets(SecretStore *store) : m_store(store) { }

    Task<QString> read(QString key) override { return m_store->read(key); }
    Task<void> write(QString key, QString value) override { return m_store->write(key, value); }
    Task<void> remove(QString key) override { return m_store->remove(key); }

private:
    SecretStore *m_store;
};

QHash<QString, QString> secretsOf(const sim::Simulator &simulator)
{
    QHash<QString, QString> secrets;
    for (const auto &[key, value] : simulator.secrets())
        secrets.insert(key, value);
    return secrets;
}

//! Nadia, whose PIN is checked with as little work as the library allows: with the product's, a
//! third of the time of all desks of the suite was spent on it.
Task<void> addNadia(Database *database)
{
    const QByteArray pin("1234");
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0
        || crypto_pwhash_str(hash.data(), pin.constData(),
                             static_cast<unsigned long long>(pin.size()),
                             crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN)
            != 0)
        qFatal("no hash of a PIN");
    auto insert = [text = QString::fromLatin1(hash.data())](QSqlDatabase &db) -> Result<void> {
        const QString name = u"Nadia"_s;
        Statement statement(db,
                            u"INSERT INTO staff (id, name, name_key, role, pin_hash) "
                            "VALUES (?, ?, ?, ?, ?)"_s);
        return statement.run(u"nadia"_s, name, foldedName(name), enumName(Role::Administrator),
                             text);
    };
    const QFuture<Result<void>> done = database->run(std::move(insert));
    co_return co_await done;
}

} // namespace

sim::SimulatorOptions SimulatedDesk::smallClinic()
{
    sim::SimulatorOptions options;
    options.clinic.patients = 60;
    options.clinic.appointmentsPerDay = 12;
    options.clinic.days = 2;
    options.clinic.today = QDate(2026, 11, 23);
    options.strictLimits = false;
    return options;
}

SimulatedDesk::SimulatedDesk(sim::SimulatorOptions options)
    : m_simulator(std::make_shared<sim::Simulator>(options)), m_secrets(secretsOf(*m_simulator))
{
    if (!m_simulator->start())
        qFatal("the simulator cannot listen");
    m_secrets = MemorySecretStore(secretsOf(*m_simulator));
    const QTimeZone zone(options.clinic.timeZone.toLatin1());
    const QDateTime nine(options.clinic.today, QTime(9, 0), zone);
    m_simulator->clock().advance(m_simulator->clock().now().msecsTo(nine));
    const qint64 shift = QDateTime::currentDateTimeUtc().msecsTo(nine);
    m_clock = [shift] { return QDateTime::currentDateTimeUtc().addMSecs(shift); };
    configure();
}

SimulatedDesk::SimulatedDesk(std::shared_ptr<sim::Simulator> simulator, Clock clock)
    : m_simulator(std::move(simulator)), m_clock(std::move(clock)),
      m_secrets(secretsOf(*m_simulator))
{
    configure();
}

SimulatedDesk::~SimulatedDesk()
{
    close();
}

void SimulatedDesk::configure()
{
    QFile file(settingsFile());
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no settings file");
    file.write(m_simulator->settings());
    file.close();
    const Result<Settings> settings = Settings::load(settingsFile());
    if (!settings)
        qFatal("settings: %s", qPrintable(settings.error().message));
    m_settings = *settings;
    m_settings.dataDirectory = m_directory.filePath(u"data"_s);
    // Loopback needs no courtesy.
    m_settings.dentaltap.requestsPerSecond = 0;
    m_settings.language = u"en"_s;
}

void SimulatedDesk::open()
{
    m_desk = opened();
}

std::unique_ptr<FrontDesk> SimulatedDesk::another()
{
    return opened();
}

std::unique_ptr<FrontDesk> SimulatedDesk::opened()
{
    auto desk = std::make_unique<FrontDesk>(m_settings,
                                            std::make_unique<BorrowedSecrets>(&m_secrets), m_clock);
    const Result<void> ready = await(desk->open());
    if (!ready)
        qFatal("open: %s", qPrintable(ready.error().message));
    const Result<bool> staffed = await(desk->session()->hasStaff());
    if (staffed && !*staffed)
        await(addNadia(desk->database()));
    const Result<StaffMember> nadia = await(desk->session()->signIn(u"Nadia"_s, u"1234"_s));
    if (!nadia)
        qFatal("sign in: %s", qPrintable(nadia.error().message));
    return desk;
}

void SimulatedDesk::close()
{
    if (!m_desk)
        return;
    await(m_desk->shutdown());
    m_desk.reset();
}

void SimulatedDesk::saveSecrets(const QString &file)
{
    QJsonObject all;
    for (const auto &[key, value] : m_simulator->secrets())
        all.insert(key, value);
    // Rotated refresh tokens and the data key as the desk kept them.
    for (const QString &key : {u"database.key"_s, u"zoho.refreshToken"_s,
                               u"quickbooks.refreshToken"_s, u"google.refreshToken"_s}) {
        if (const Result<QString> value = await(m_secrets.read(key)))
            all.insert(key, *value);
    }
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(QJsonDocument(all).toJson());
}

void SimulatedDesk::renewDentalTapKey()
{
    const QString key = u"dentaltap.token"_s;
    await(m_secrets.write(key, secretsOf(*m_simulator).value(key)));
}

std::unique_ptr<SimulatedDesk> SimulatedDesk::neighbour()
{
    return std::unique_ptr<SimulatedDesk>(new SimulatedDesk(m_simulator, m_clock));
}

void SimulatedDesk::readIn()
{
    const Result<void> done = await(m_desk->readingIn()->run(Service::None));
    if (!done)
        qFatal("reading in: %s", qPrintable(done.error().message));
    await(m_desk->buildIndex());
    m_desk->outbox()->start();
    // The orders of those whom others have put in the chair are read once too.
    await(m_desk->liveSync()->poll());
    drained();
}

bool SimulatedDesk::drained(int timeoutMs)
{
    QElapsedTimer timer;
    timer.start();
    QElapsedTimer nudge;
    nudge.start();
    while (timer.elapsed() < timeoutMs) {
        const Result<OutboxStore::Summary> summary = await(m_desk->outboxStore()->summary());
        if (summary && summary->waiting == 0 && m_desk->outbox()->isIdle()) {
            if (summary->failed == 0)
                return true;
            break;
        }
        // A person who asks for another try now, so that no test sits through a back-off.
        if (nudge.elapsed() > 50) {
            nudge.restart();
            for (const Service service : {Service::Zoho, Service::DentalTap, Service::QuickBooks,
                                          Service::GoogleCalendar, Service::DentalDesktop})
                m_desk->outbox()->resumeService(service);
        }
        QTest::qWait(5);
    }
    const Result<QList<OutboxRow>> rows = await(m_desk->outboxStore()->list());
    for (const OutboxRow &row : rows.value_or(QList<OutboxRow>())) {
        qInfo().noquote() << "row" << row.id << row.command << enumName(row.state) << row.attempts
                          << row.after
                          << (row.error ? enumName(row.error->kind) + u": "_s + row.error->message
                                        : QString());
    }
    return false;
}

Slot SimulatedDesk::freeSlot()
{
    AvailabilityQuery query;
    query.from = m_clock().addSecs(1800);
    query.until = query.from.addDays(2);
    const Result<QList<Slot>> slots = await(m_desk->booking()->slots(query));
    if (!slots || slots->isEmpty())
        qFatal("no free slot");
    return slots->first();
}

Result<Visit> SimulatedDesk::bookNew(const QString &first, const QString &last)
{
    WalkInRequest request;
    request.patient.firstName = first;
    request.patient.lastName = last;
    request.patient.birthDate = QDate(1984, 11, 2);
    request.patient.mobile = u"+23052512345"_s;
    request.newDespiteSimilar = true;
    request.slot = freeSlot();
    return await(m_desk->booking()->book(request));
}

VisitDetail SimulatedDesk::detail(const VisitId &id)
{
    const Result<VisitDetail> detail = await(m_desk->visits()->detail(id));
    if (!detail)
        qFatal("detail: %s", qPrintable(detail.error().message));
    return *detail;
}

bool SimulatedDesk::record(const VisitId &id, const QJsonArray &records, bool complete)
{
    const QString appointment =
        detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const QString refused = m_simulator->tell(QJsonObject{
        {u"appointment"_s, appointment}, {u"records"_s, records}, {u"complete"_s, complete}});
    if (!refused.isEmpty()) {
        qInfo().noquote() << "story:" << refused;
        return false;
    }
    return await(m_desk->liveSync()->poll()).has_value();
}

QJsonArray SimulatedDesk::calls(const QString &system) const
{
    QJsonArray calls;
    for (const QJsonValue &entry : m_simulator->journal()) {
        const QString path = entry[u"path"_s].toString();
        const bool token = path.contains(u"/token"_s) || path.contains(u"/tokens/"_s);
        if (!token && (system.isEmpty() || entry[u"system"_s].toString() == system))
            calls.append(entry);
    }
    return calls;
}
