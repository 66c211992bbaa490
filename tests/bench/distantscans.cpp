// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/distantscans.h"

#include "tests/integration/simulateddesk.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! Reads and writes through to secrets that outlive the desk.
class SharedSecrets : public SecretStore
{
public:
    explicit SharedSecrets(SecretStore *store) : m_store(store) { }

    Task<QString> read(QString key) override { return m_store->read(key); }
    Task<void> write(QString key, QString value) override { return m_store->write(key, value); }
    Task<void> remove(QString key) override { return m_store->remove(key); }

private:
    SecretStore *m_store;
};

} // namespace

DistantScans::DistantScans()
{
    const QString file = m_directory.filePath(u"clinic.ini"_s);
    m_simulator.emplace(
        u"vestibule-simulator"_s,
        QStringList{u"--settings"_s, file, u"--patients"_s, u"60"_s, u"--date"_s, u"2026-11-23"_s});
    if (!QTest::qWaitFor([&] { return QFile::exists(file); }, 30000))
        qFatal("the simulator did not start");
    const QSettings simulated(file, QSettings::IniFormat);
    m_control = simulated.value("simulator/control").toString();
    QHash<QString, QString> secrets;
    for (const QString &line : simulated.value("simulator/secrets").toStringList())
        secrets.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1));
    m_password = secrets.value(u"dentaldesktop.password"_s);
    m_secrets = MemorySecretStore(secrets);
    const Result<Settings> settings = Settings::load(file);
    if (!settings)
        qFatal("settings: %s", qPrintable(settings.error().message));
    m_settings = *settings;
    m_settings.dataDirectory = m_directory.filePath(u"data"_s);
    m_settings.language = u"en"_s;
    m_desk = std::make_unique<FrontDesk>(m_settings, std::make_unique<SharedSecrets>(&m_secrets),
                                         [] { return QDateTime::currentDateTimeUtc(); });
    const Result<void> opened = SimulatedDesk::await(m_desk->open());
    if (!opened)
        qFatal("open: %s", qPrintable(opened.error().message));
    SimulatedDesk::await(m_desk->session()->add(u"Nadia"_s, Role::Administrator, u"1234"_s));
    const auto nadia = SimulatedDesk::await(m_desk->session()->signIn(u"Nadia"_s, u"1234"_s));
    if (!nadia)
        qFatal("sign in: %s", qPrintable(nadia.error().message));
}

DistantScans::~DistantScans()
{
    SimulatedDesk::await(m_desk->shutdown());
}

QString DistantScans::credentials() const
{
    return QString(m_settings.dentaldesktop.user + u':' + m_password);
}

QByteArray DistantScans::control(const QByteArray &method, const QString &path,
                                 const QByteArray &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QString(m_control + u"/_sim/"_s + path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray answer = reply->readAll();
    if (reply->error() != QNetworkReply::NoError)
        qFatal("control: %s", answer.constData());
    return answer;
}

ScanCase DistantScans::caseWith(int photos, int bytesEach)
{
    QString patient;
    const QByteArray known = control("GET", u"state/dentaldesktop/patients"_s);
    for (const QJsonValue &each : QJsonDocument::fromJson(known).array()) {
        if (patient.isEmpty())
            patient = each["IntegrationId"_L1].toString();
    }
    const QJsonObject images{{u"count"_s, photos}, {u"bytes"_s, bytesEach}};
    const QJsonObject fields{{u"PatientIntegrationId"_s, patient},
                             {u"Stage"_s, u"Scanned"_s},
                             {u"AttachedImages"_s, images}};
    const QJsonObject edit{{u"system"_s, u"dentaldesktop"_s},
                           {u"collection"_s, u"cases"_s},
                           {u"id"_s, QString()},
                           {u"fields"_s, fields}};
    control("POST", u"edit"_s, QJsonDocument(edit).toJson());
    const auto cases =
        SimulatedDesk::await(m_desk->scans()->casesOf(patient, {}, CaseFilter(), false));
    if (!cases)
        qFatal("cases: %s", qPrintable(cases.error().message));
    for (const ScanCase &each : *cases) {
        if (each.images.size() == photos)
            return each;
    }
    qFatal("the case is not there");
}
