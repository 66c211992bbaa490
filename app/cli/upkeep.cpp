// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The areas sync, outbox, secret and config.

namespace {

constexpr qsizetype longestSecret = 65536;
constexpr qsizetype longestWhy = 500;

//! The systems by the names that --system takes.
const QList<QPair<QString, Service>> &systemNames()
{
    static const QList<QPair<QString, Service>> names{
        {u"zoho"_s, Service::Zoho},
        {u"dentaltap"_s, Service::DentalTap},
        {u"googlecalendar"_s, Service::GoogleCalendar},
        {u"quickbooks"_s, Service::QuickBooks},
        {u"dentaldesktop"_s, Service::DentalDesktop}};
    return names;
}

QJsonObject rowDocument(const CommandLine &line, const OutboxRow &row)
{
    return {{u"id"_s, QString::number(row.id)},
            {u"service"_s, enumName(row.service)},
            {u"command"_s, row.command},
            {u"visit"_s, row.visit.value},
            {u"state"_s, enumName(row.state).toLower()},
            {u"attempts"_s, row.attempts},
            {u"nextTry"_s, timeText(line, row.nextTry)},
            {u"error"_s, row.error ? row.error->message : QString()}};
}

//! Every key a desk may keep (cli.md).
const QStringList &secretKeys()
{
    static const QStringList keys{u"zoho.clientSecret"_s,
                                  u"zoho.refreshToken"_s,
                                  u"dentaltap.token"_s,
                                  u"dentaltap.webhookSecret"_s,
                                  u"quickbooks.clientSecret"_s,
                                  u"quickbooks.refreshToken"_s,
                                  u"google.clientSecret"_s,
                                  u"google.refreshToken"_s,
                                  u"dentaldesktop.password"_s,
                                  u"opendental.developerKey"_s,
                                  u"opendental.customerKey"_s,
                                  u"database.password"_s,
                                  u"database.key"_s};
    return keys;
}

//! Those of this desk: each further server of Dental Desktop has a password of its own.
QStringList secretKeysOf(const Settings &settings)
{
    QStringList keys = secretKeys();
    for (const Settings::DentalDesktop &site : settings.dentaldesktopSites)
        keys.append(site.passwordKey());
    return keys;
}

//! Nothing of Dental Desktop is read in; asking its servers shows that they are there.
Task<void> lookAtScanServers(CommandLine *line)
{
    for (const QString &each : line->desk->scans()->sites()) {
        const QString site = each;
        const Result<QList<ScanStation>> stations = co_await line->desk->scans()->stations(site);
        if (!stations)
            co_return tl::unexpected<Error>(stations.error());
    }
    co_return Result<void>();
}

//! One line of text; Invalid in words when it is none.
Result<QString> secretFromInput()
{
    const std::optional<QByteArray> all = allInput(longestSecret);
    if (!all)
        return failure(
            Error::Kind::Invalid,
            Words::tr("The value is longer than %1 bytes. Nothing was kept.").arg(longestSecret));
    QByteArray bytes = *all;
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    if (bytes.isEmpty())
        return failure(Error::Kind::Invalid,
                       Words::tr("The value is empty. Give it on standard input."));
    const QString value = QString::fromUtf8(bytes);
    if (value.toUtf8() != bytes || withoutControls(value) != value)
        return failure(Error::Kind::Invalid,
                       Words::tr("The value is not one line of text. Nothing was kept."));
    return value;
}

} // namespace

Task<Exit> runSync(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const Result<void> allowed = line->desk->session()->require(Permission::SeeDay);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    ReadingIn *reading = line->desk->readingIn();
    if (line->verb == u"run"_s) {
        Service service = Service::None;
        if (const auto name = line->value(u"system"_s)) {
            for (const auto &[word, each] : systemNames()) {
                if (word == *name)
                    service = each;
            }
            if (service == Service::None)
                co_return line->usage(
                    Words::tr("--system takes zoho, dentaltap, googlecalendar, quickbooks or "
                              "dentaldesktop."));
        }
        QObject::connect(
            reading, &ReadingIn::progressed, line->desk,
            [line](const ReadingIn::Progress &progress) {
                if (!line->options.json && progress.running)
                    writeError(QString(progress.what + u": "_s + QString::number(progress.done)));
            });
        line->desk->outbox()->start();
        const bool scansOnly = service == Service::DentalDesktop;
        Result<void> done;
        if (!scansOnly)
            done = co_await within(line, reading->run(service));
        if (done && (service == Service::DentalTap || service == Service::None))
            done = co_await within(line, line->desk->plans()->poll());
        if (done && (scansOnly || service == Service::None))
            done = co_await within(line, lookAtScanServers(line));
        if (done && (service == Service::Zoho || service == Service::None))
            done = co_await within(line, line->desk->lateBilling()->look());
        const Result<void> noted = co_await line->desk->noteReadings();
        if (!noted)
            co_return tl::unexpected<Error>(noted.error());
        if (!done)
            co_return tl::unexpected<Error>(done.error());
    }
    QJsonArray rows;
    for (const auto &[word, service] : systemNames()) {
        const QString name = QString(u"sync.last/"_s + word);
        const Result<QString> last = co_await line->desk->catalogue()->value(name);
        const QStringList parts = last.value_or(QString()).split(u'|');
        const QString state = parts.value(1).isEmpty() ? u"never"_s : parts.value(1);
        rows.append(
            QJsonObject{{u"name"_s, word}, {u"last"_s, parts.value(0)}, {u"state"_s, state}});
    }
    line->print(QJsonDocument(QJsonObject{{u"systems"_s, rows}}));
    co_return Exit::Done;
}

Task<Exit> runOutbox(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    Session *session = line->desk->session();
    OutboxStore *store = line->desk->outboxStore();
    const qint64 id = line->arguments.value(0).toLongLong();
    if (line->verb == u"list"_s) {
        const Result<void> allowed = session->require(Permission::SeeDay);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
        const Result<QList<OutboxRow>> rows = co_await store->list();
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        QJsonArray documents;
        for (const OutboxRow &row : *rows)
            documents.append(rowDocument(*line, row));
        line->print(QJsonDocument(documents));
        co_return Exit::Done;
    }
    if ((line->verb == u"retry"_s || line->verb == u"discard"_s) && id <= 0)
        co_return failure(Error::Kind::NotFound, Words::tr("There is no change of that number."));
    if (line->verb == u"retry"_s) {
        const Result<void> allowed = session->require(Permission::RetryOutbox);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
        const Result<OutboxRow> row = co_await store->row(id);
        if (!row)
            co_return tl::unexpected<Error>(row.error());
        const StaffId by = session->currentId();
        const Result<void> retried = co_await store->retry(id, by);
        if (!retried)
            co_return tl::unexpected<Error>(retried.error());
        line->desk->outbox()->start();
        const VisitId visit = row->visit;
        const PatientId patient = row->patient;
        const Result<Exit> exit = co_await settled(line, visit, patient);
        const Result<OutboxRow> after = co_await store->row(id);
        if (exit && after)
            line->print(QJsonDocument(rowDocument(*line, *after)));
        co_return exit;
    }
    if (line->verb == u"discard"_s) {
        const Result<void> allowed = session->require(Permission::DiscardOutbox);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
        const Result<QString> why = boundedText(*line, u"why"_s, longestWhy);
        if (!why)
            co_return tl::unexpected<Error>(why.error());
        const QString reason = *why;
        const Result<OutboxRow> row = co_await store->row(id);
        if (!row)
            co_return tl::unexpected<Error>(row.error());
        const StaffId by = session->currentId();
        const Result<QList<qint64>> gone = co_await store->discard(id, reason, by);
        if (!gone)
            co_return tl::unexpected<Error>(gone.error());
        QJsonArray ids;
        for (const qint64 each : *gone)
            ids.append(QString::number(each));
        line->print(QJsonDocument(QJsonObject{{u"discarded"_s, ids}}));
        co_return Exit::Done;
    }
    const Result<void> allowed = session->require(Permission::RetryOutbox);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    line->desk->outbox()->start();
    const std::chrono::milliseconds patience = line->options.timeout;
    const Result<bool> empty = co_await line->desk->outbox()->drain(patience);
    if (!empty)
        co_return tl::unexpected<Error>(empty.error());
    const Result<OutboxStore::Summary> summary = co_await store->summary();
    if (!summary)
        co_return tl::unexpected<Error>(summary.error());
    const QJsonObject counts{{u"waiting"_s, summary->waiting}, {u"failed"_s, summary->failed}};
    if (summary->failed > 0) {
        line->document = counts;
        co_return failure(Error::Kind::Invalid,
                          Words::tr("%n change(s) were refused; outbox list says why.", nullptr,
                                    summary->failed));
    }
    line->print(QJsonDocument(counts));
    co_return summary->waiting > 0 ? Exit::Queued : Exit::Done;
}

Task<Exit> runSecret(CommandLine *line)
{
    SecretStore *secrets = line->desk->secrets();
    const QStringList known = secretKeysOf(line->desk->settings());
    const QString key = line->arguments.value(0);
    if (line->verb == u"list"_s) {
        QJsonArray names;
        for (const QString &name : known) {
            const QString each = name;
            const Result<QString> value = co_await secrets->read(each);
            if (value)
                names.append(each);
            else if (value.error().kind != Error::Kind::NotFound)
                co_return tl::unexpected<Error>(value.error());
        }
        line->print(QJsonDocument(names));
        co_return Exit::Done;
    }
    if (!known.contains(key))
        co_return line->usage(
            Words::tr("There is no secret of that name. Keys: %1").arg(known.join(u' ')));
    if (line->verb == u"set"_s) {
        const Result<QString> given = secretFromInput();
        if (!given)
            co_return tl::unexpected<Error>(given.error());
        const QString value = *given;
        const Result<void> kept = co_await secrets->write(key, value);
        if (!kept)
            co_return tl::unexpected<Error>(kept.error());
    } else {
        const Result<void> gone = co_await secrets->remove(key);
        if (!gone)
            co_return tl::unexpected<Error>(gone.error());
    }
    line->print(QJsonDocument(QJsonArray{key}));
    co_return Exit::Done;
}

namespace {

//! What config check found.
struct Checks {
    QJsonArray rows;
    int failed = 0;
    bool onlyPassing = true; //!< every failure may be gone at the next try

    void add(Service service, const QString &what, const Result<void> &result)
    {
        add(enumName(service), what, result);
    }
    //! Words about the last one, which is good all the same.
    void remark(const QString &words)
    {
        if (words.isEmpty() || rows.isEmpty())
            return;
        QJsonObject row = rows.last().toObject();
        row.insert(u"message"_s, words);
        rows.replace(rows.size() - 1, row);
    }
    void add(const QString &system, const QString &what, const Result<void> &result)
    {
        if (!result) {
            ++failed;
            onlyPassing = onlyPassing && result.error().isTransient();
        }
        rows.append(QJsonObject{{u"system"_s, system},
                                {u"what"_s, what},
                                {u"ok"_s, result.has_value()},
                                {u"message"_s, result ? QString() : result.error().message}});
    }
};

QString partName(ScanConnection::Part part)
{
    switch (part) {
    case ScanConnection::Part::Host:
        return Words::tr("host");
    case ScanConnection::Part::Port:
        return Words::tr("port");
    case ScanConnection::Part::Certificate:
        return Words::tr("certificate");
    case ScanConnection::Part::Password:
        return Words::tr("user and password");
    case ScanConnection::Part::Product:
        return Words::tr("product");
    }
    return {};
}

//! Each server of Dental Desktop, part by part.
QCoro::Task<void> checkScanServers(CommandLine *line, Checks *checks)
{
    for (const QString &each : line->desk->scans()->sites()) {
        const QString site = each;
        QString system = enumName(Service::DentalDesktop);
        if (!site.isEmpty())
            system += QString(u'.' + site);
        const Result<ScanConnection> report =
            co_await within(line, line->desk->scans()->checkConnection(site));
        if (!report) {
            checks->add(system, Words::tr("answers and accepts us"),
                        tl::unexpected<Error>(report.error()));
            continue;
        }
        for (const ScanConnection::Finding &finding : report->findings) {
            Result<void> result;
            if (!finding.ok)
                result = failure(finding.kind, finding.text);
            checks->add(system, partName(finding.part), result);
        }
    }
}

//! Open Dental, step by step; what is allowed and yet unsafe is a remark.
QCoro::Task<void> checkOpenDental(CommandLine *line, Checks *checks)
{
    OpenDentalPlans *office = line->desk->openDentalPlans();
    if (!office->isSetUp())
        co_return;
    const Result<QList<opendental::Client::Finding>> findings =
        co_await within(line, office->examine());
    if (!findings) {
        checks->add(Service::OpenDental, Words::tr("answers and accepts us"),
                    tl::unexpected<Error>(findings.error()));
        co_return;
    }
    for (const opendental::Client::Finding &finding : *findings) {
        checks->add(Service::OpenDental, finding.what, finding.result);
        checks->remark(finding.remark);
    }
}

Task<Exit> checkSystems(CommandLine *line)
{
    Checks checks;
    for (Connector *connector : line->desk->connectors()) {
        // Told part by part below.
        if (connector->service() == Service::DentalDesktop
            || connector->service() == Service::OpenDental)
            continue;
        const Result<void> probed = co_await within(line, connector->probe());
        checks.add(connector->service(), Words::tr("answers and accepts us"), probed);
    }
    for (const Service service : {Service::Zoho, Service::QuickBooks}) {
        const Result<QStringList> problems =
            co_await within(line, line->desk->setupProblems(service));
        const QString what = Words::tr("set-up");
        if (!problems)
            checks.add(service, what, tl::unexpected<Error>(problems.error()));
        else if (problems->isEmpty())
            checks.add(service, what, {});
        for (const QString &problem : problems.value_or(QStringList()))
            checks.add(service, what, failure(Error::Kind::Invalid, problem));
    }
    co_await checkScanServers(line, &checks);
    co_await checkOpenDental(line, &checks);
    const QJsonObject document{{u"checks"_s, checks.rows}};
    if (checks.failed == 0) {
        line->print(QJsonDocument(document));
        co_return Exit::Done;
    }
    line->document = document;
    co_return failure(checks.onlyPassing ? Error::Kind::Offline : Error::Kind::Invalid,
                      Words::tr("%n check(s) failed.", nullptr, checks.failed));
}

} // namespace

Task<Exit> runConfig(CommandLine *line)
{
    const Settings &settings = line->desk->settings();
    if (line->verb == u"show"_s) {
        line->print(QJsonDocument(
            QJsonObject{{u"profile"_s, settings.profile},
                        {u"dataDirectory"_s, settings.dataDirectory},
                        {u"timeZone"_s, QString::fromLatin1(settings.timeZone)},
                        {u"currency"_s, settings.currency.code},
                        {u"zoho"_s, settings.zoho.apiUrl.toString()},
                        {u"dentaltap"_s, settings.dentaltap.url.toString()},
                        {u"quickbooks"_s, settings.quickbooks.apiUrl.toString()},
                        {u"googlecalendar"_s, settings.googlecalendar.apiUrl.toString()},
                        {u"dentaldesktop"_s, settings.dentaldesktop.url.toString()},
                        {u"opendental"_s, settings.opendental.url.toString()},
                        {u"planSources"_s, settings.planSources.join(u", "_s)},
                        {u"calendarWriter"_s, settings.googlecalendar.writer},
                        {u"twinsCreator"_s, settings.twinsCreator}}));
        co_return Exit::Done;
    }
    co_return co_await checkSystems(line);
}
