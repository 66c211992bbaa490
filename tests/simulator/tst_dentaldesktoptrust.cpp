// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QSettings>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sim;

//! The scan server over its socket: certificates, faults, control.
class TestDentalDesktopTrust : public QObject
{
    Q_OBJECT

private:
    //! What a client that trusts the authority alone, and \a host, gets to know.
    struct Met {
        bool encrypted = false;
        QList<QSslError::SslError> errors;
        QList<QSslCertificate> chain;
        QString text;
    };

    QJsonObject trust() const
    {
        return m_simulator->records(u"dentaldesktop"_s, u"trust"_s).at(0).toObject();
    }
    QSslConfiguration configuration() const
    {
        QSslConfiguration configuration;
        configuration.setCaCertificates(
            QSslCertificate::fromData(trust().value("authorityPem"_L1).toString().toLatin1()));
        return configuration;
    }
    Met meet(const QString &host = u"127.0.0.1"_s)
    {
        Met met;
        QSslSocket socket;
        socket.setSslConfiguration(configuration());
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket,
                         [&](const QList<QSslError> &errors) {
                             for (const QSslError &error : errors)
                                 met.errors.append(error.error());
                             met.chain = socket.peerCertificateChain();
                         });
        bool over = false;
        QObject::connect(&socket, &QSslSocket::encrypted, &socket, [&] {
            met.encrypted = true;
            met.chain = socket.peerCertificateChain();
            over = true;
        });
        QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&] { over = true; });
        socket.connectToHostEncrypted(u"127.0.0.1"_s,
                                      quint16(m_simulator->url(u"dentaldesktop"_s).port()), host);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 5000); }();
        met.text = socket.errorString();
        return met;
    }
    QString show(const QString &certificate)
    {
        return m_simulator->edit({{u"system"_s, u"dentaldesktop"_s},
                                  {u"collection"_s, u"switch"_s},
                                  {u"id"_s, u"certificate"_s},
                                  {u"fields"_s, QJsonObject{{u"is"_s, certificate}}}});
    }
    Called get(const QString &target, int timeoutMs = 5000)
    {
        // A manager of its own: connections end with it, and so does what it trusts.
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(QString(m_simulator->url(u"dentaldesktop"_s).toString()
                                             + u"/DentalDesktop/WebService/"_s + target)));
        request.setSslConfiguration(configuration());
        request.setTransferTimeout(timeoutMs);
        request.setRawHeader("Authorization",
                             "Basic " + QByteArray("Vestibule:simulated-scan-password").toBase64());
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10000); }();
        Called called;
        called.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        called.error = reply->error();
        called.body = reply->isOpen() ? reply->readAll() : QByteArray();
        called.headers = reply->rawHeaderPairs();
        return called;
    }
    QUrl control(const QString &what) const
    {
        return QUrl(QString(m_simulator->url(u"control"_s).toString() + u"/_sim/"_s + what));
    }
    bool holds(const QString &integrationId) const
    {
        for (const QJsonValue &one : m_simulator->records(u"dentaldesktop"_s, u"patients"_s)) {
            if (one["IntegrationId"_L1] == integrationId)
                return true;
        }
        return false;
    }

    std::unique_ptr<Simulator> m_simulator;

private Q_SLOTS:
    void init()
    {
        SimulatorOptions options = smallClinic();
        options.dentalDesktopSites = {u"nord"_s};
        m_simulator = std::make_unique<Simulator>(options);
        QVERIFY(m_simulator->start());
    }

    void theSettingsFileIsEnoughToConnect_3DD_01()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_simulator->settings());
        file.close();
        const QSettings settings(file.fileName(), QSettings::IniFormat);
        const QUrl url(settings.value(u"dentaldesktop/url"_s).toString());
        QCOMPARE(url.scheme(), u"https"_s);
        QCOMPARE(url, m_simulator->url(u"dentaldesktop"_s));
        QCOMPARE(settings.value(u"dentaldesktop/user"_s).toString(), u"Vestibule"_s);
        QCOMPARE(settings.value(u"dentaldesktop/thumbprints"_s).toString(),
                 trust().value("authoritySha1"_L1).toString());
        QVERIFY(m_simulator->secrets().contains(
            {u"dentaldesktop.password"_s, u"simulated-scan-password"_s}));
        QCOMPARE(get(u"GetAvailableClientList"_s).status, 200);
    }

    void everySiteHasAServerUnderOneAuthority()
    {
        const QByteArray text = m_simulator->settings();
        QVERIFY(text.contains("[dentaldesktop.nord]\nurl=https://127.0.0.1:"));
        const QByteArray pin = trust().value("authoritySha1"_L1).toString().toLatin1();
        QCOMPARE(text.count(QByteArray("thumbprints=" + pin)), 2);
        QVERIFY(m_simulator->url(u"dentaldesktop.nord"_s) != m_simulator->url(u"dentaldesktop"_s));
        QVERIFY(m_simulator->records(u"dentaldesktop.nord"_s, u"clients"_s).at(0)["ClientId"_L1]
                != m_simulator->records(u"dentaldesktop"_s, u"clients"_s).at(0)["ClientId"_L1]);
    }

    void certificates_3DD_03_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QList<int>>("errors");
        QTest::addColumn<int>("sent");
        using Error = QSslError;
        const auto row = [](const QString &shown, const QList<int> &errors, int sent) {
            QTest::newRow(qPrintable(shown)) << shown << errors << sent;
        };
        row(u"withRoot"_s, {}, 3);
        row(u"withoutRoot"_s, {}, 2);
        row(u"renewed"_s, {}, 3);
        row(u"leafOnly"_s,
            {Error::UnableToGetLocalIssuerCertificate, Error::UnableToVerifyFirstCertificate}, 1);
        row(u"otherHost"_s, {Error::HostNameMismatch}, 3);
        row(u"expired"_s, {Error::CertificateExpired}, 3);
        row(u"notYetValid"_s, {Error::CertificateNotYetValid}, 3);
        row(u"selfSigned"_s, {Error::SelfSignedCertificate}, 1);
        row(u"selfSignedOtherHost"_s, {Error::HostNameMismatch, Error::SelfSignedCertificate}, 1);
    }
    void certificates_3DD_03()
    {
        QFETCH(QString, shown);
        QFETCH(QList<int>, errors);
        QFETCH(int, sent);
        const QUrl before = m_simulator->url(u"dentaldesktop"_s);
        QCOMPARE(show(shown), QString());
        QCOMPARE(m_simulator->url(u"dentaldesktop"_s), before);
        const Met met = meet();
        QList<int> met_;
        for (const auto error : met.errors)
            met_.append(int(error));
        std::sort(met_.begin(), met_.end());
        std::sort(errors.begin(), errors.end());
        QCOMPARE(met_, errors);
        QCOMPARE(met.encrypted, errors.isEmpty());
        QCOMPARE(met.chain.size(), sent);
        QCOMPARE(QString::fromLatin1(met.chain.first().digest(QCryptographicHash::Sha256).toHex()),
                 trust().value("leafSha256"_L1).toString());
    }

    void forgeriesDoNotVerify_3DD_03_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole chain") << u"wrongAuthority"_s;
        QTest::newRow("genuine authority appended") << u"forged"_s;
    }
    void forgeriesDoNotVerify_3DD_03()
    {
        QFETCH(QString, shown);
        show(shown);
        const Met met = meet();
        QVERIFY(!met.encrypted);
        QVERIFY(!met.errors.isEmpty());
        QVERIFY(!met.errors.contains(QSslError::HostNameMismatch));
        bool pinnedIsSent = false;
        for (const QSslCertificate &one : met.chain) {
            pinnedIsSent = pinnedIsSent
                || QString::fromLatin1(one.digest(QCryptographicHash::Sha1).toHex())
                    == trust().value("authoritySha1"_L1).toString();
        }
        QCOMPARE(pinnedIsSent, shown == u"forged");
    }

    void aServerOfYesterdayEndsTheHandshake_3DD_03()
    {
        show(u"oldTls"_s);
        const Met met = meet();
        QVERIFY(!met.encrypted);
        QVERIFY(met.errors.isEmpty());
        QVERIFY2(met.text.contains(u"protocol version"_s), qPrintable(met.text));
        show(u"plain"_s);
        QVERIFY(!meet().encrypted);
        show(u"withRoot"_s);
        QVERIFY(meet().encrypted);
        QVERIFY(meet(u"localhost"_s).encrypted);
        QVERIFY(!meet(u"scan-server.example"_s).encrypted);
    }

    void faultsStrikeHereToo_3DD_30_33_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("done");
        QTest::newRow("status") << u"status"_s << 503 << false;
        QTest::newRow("429") << u"429"_s << 429 << false;
        QTest::newRow("delay") << u"delay"_s << 200 << true;
        QTest::newRow("expiredToken") << u"expiredToken"_s << 401 << false;
        QTest::newRow("drip") << u"drip"_s << 200 << true;
    }
    void faultsStrikeHereToo_3DD_30_33()
    {
        QFETCH(QString, kind);
        QFETCH(int, status);
        QFETCH(bool, done);
        QCOMPARE(m_simulator->addFault({{u"system"_s, u"dentaldesktop"_s},
                                        {u"path"_s, u"CreatePatient$"_s},
                                        {u"ms"_s, 20},
                                        {u"kind"_s, kind}}),
                 QString());
        QCOMPARE(get(u"CreatePatient?LastName=Perdu&IntegrationId=f1"_s).status, status);
        QCOMPARE(holds(u"f1"_s), done);
        QCOMPARE(get(u"CreatePatient?LastName=Perdu&IntegrationId=f2"_s).status, 200);
        QVERIFY(holds(u"f2"_s));
    }

    void aLostAnswerHasDoneTheWork_3DD_30()
    {
        m_simulator->addFault({{u"system"_s, u"dentaldesktop"_s}, {u"kind"_s, u"lostAnswer"_s}});
        // Raw: Qt's own client would silently ask again.
        QSslSocket socket;
        socket.setSslConfiguration(configuration());
        socket.connectToHostEncrypted(u"127.0.0.1"_s,
                                      quint16(m_simulator->url(u"dentaldesktop"_s).port()));
        QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), 5000);
        socket.write("GET /DentalDesktop/WebService/CreatePatient?LastName=Perdu&IntegrationId=l1"
                     " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
                     + QByteArray("Vestibule:simulated-scan-password").toBase64() + "\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 5000);
        QCOMPARE(socket.readAll(), QByteArray());
        QVERIFY(holds(u"l1"_s));
    }

    void brokenAnswersStayXml_3DD_33_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("malformed") << u"malformed"_s;
        QTest::newRow("cutBody") << u"cutBody"_s;
    }
    void brokenAnswersStayXml_3DD_33()
    {
        QFETCH(QString, kind);
        m_simulator->addFault({{u"system"_s, u"dentaldesktop"_s}, {u"kind"_s, kind}});
        const Called called = get(u"GetAvailableClientList"_s);
        QCOMPARE(called.status, 200);
        QXmlStreamReader reader(called.body);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY(reader.hasError());
        QCOMPARE(called.error,
                 kind == u"cutBody" ? QNetworkReply::RemoteHostClosedError
                                    : QNetworkReply::NoError);
    }

    void aBlackHoleSwallowsTheCall_3DD_33()
    {
        m_simulator->addFault({{u"system"_s, u"dentaldesktop"_s}, {u"kind"_s, u"blackHole"_s}});
        QCOMPARE(get(u"GetAvailableClientList"_s, 300).status, 0);
        m_simulator->refuse(u"dentaldesktop"_s);
        QCOMPARE(get(u"GetAvailableClientList"_s).error, QNetworkReply::ConnectionRefusedError);
        m_simulator->resume(u"dentaldesktop"_s);
        QCOMPARE(get(u"GetAvailableClientList"_s).status, 200);
    }

    void theMostCallsAtOnceAreCounted_3DD_25()
    {
        m_simulator->addFault({{u"system"_s, u"dentaldesktop"_s},
                               {u"kind"_s, u"delay"_s},
                               {u"times"_s, 3},
                               {u"ms"_s, 300}});
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(QString(m_simulator->url(u"dentaldesktop"_s).toString()
                                             + u"/DentalDesktop/WebService/GetAttachedImage"_s)));
        request.setSslConfiguration(configuration());
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 3; ++i)
            replies.append(manager.get(request));
        for (const QNetworkReply *reply : std::as_const(replies))
            QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10000);
        get(u"GetAvailableClientList"_s);
        const QJsonValue atOnce = m_simulator->state(u"dentaldesktop"_s).value("atOnce"_L1);
        QCOMPARE(atOnce["GetAttachedImage"_L1].toInt(), 3);
        QCOMPARE(atOnce["GetAvailableClientList"_L1].toInt(), 1);
    }

    void theJournalNamesNobodyAndWarns_3DD_29()
    {
        get(u"CreatePatient?LastName=Secret&IntegrationId=j1&DateOfBirth=05.04.1988"
            "&RequestId=aaaaaaaa-0000-4000-8000-000000000001"_s);
        const QJsonValue entry = m_simulator->journal().at(0);
        QCOMPARE(entry["path"_L1].toString(), u"/DentalDesktop/WebService/CreatePatient"_s);
        QCOMPARE(entry["query"_L1].toString(), u"RequestId=aaaaaaaa-0000-4000-8000-000000000001"_s);
        QCOMPARE(entry["warnings"_L1].toArray().size(), 1);
        const QByteArray journal = QJsonDocument(m_simulator->journal()).toJson();
        QVERIFY(!journal.contains("Secret"));
        QVERIFY(!journal.contains("1988"));
    }

    void peopleAreScriptedOverTheControlAddress()
    {
        const Called scripted =
            call("POST", control(u"people"_s), R"({"station":"TRIOS-SALLE-1","next":["cancel"]})");
        QCOMPARE(scripted.status, 200);
        QCOMPARE(call("POST", control(u"people"_s), R"({"station":"NOWHERE"})").status, 400);
        const QString client =
            m_simulator->records(u"dentaldesktop"_s, u"clients"_s).at(0)["ClientId"_L1].toString();
        get(QString(u"CreatePatient?LastName=N&IntegrationId=n1&ClientId="_s + client));
        call("POST", control(u"clock"_s), R"({"advanceMs":5000})");
        const Called state = call("GET", control(u"state/dentaldesktop"_s));
        QCOMPARE(state.json.value("requests"_L1)[0]["StatusCode"_L1].toInt(), 1);
        QVERIFY(!state.json.value("cases"_L1).toArray().isEmpty());
        QVERIFY(!state.json.value("clients"_L1).toArray().isEmpty());
        QCOMPARE(state.json.value("calls"_L1)[0]["parameters"_L1]["LastName"_L1].toString(),
                 u"N"_s);
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopTrust)
#include "tst_dentaldesktoptrust.moc"
