// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/dentaldesktop/scanserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Section 1.2 of the contract against every way in which a server may show itself.
class TestServerTrust : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScanServer> m_server;

    //! What became of a call, and how many requests the server saw of it.
    struct Met {
        Result<QList<ScanStation>> stations;
        int requests = 0;
    };
    Met meet(dentaldesktop::Client *client)
    {
        m_server->clinic().simulator().clearJournal();
        Met met{ScanServer::await(client->stations()), 0};
        met.requests = m_server->requests();
        return met;
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<ScanServer>(); }
    void cleanup() { QCOMPARE(m_server->show(u"withRoot"_s), QString()); }
    void cleanupTestCase() { m_server.reset(); }

    void onlyASignatureChainToThePinIsTrusted_3DD_03_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<bool>("mayConfirm");
        QTest::addColumn<QString>("says"); // how the words are known among the others
        const auto row = [](const char *certificate, bool trusted, bool mayConfirm,
                            const QString &says) {
            QTest::newRow(certificate)
                << QString::fromLatin1(certificate) << trusted << mayConfirm << says;
        };
        row("withRoot", true, false, {});
        row("renewed", true, false, {});
        row("withoutRoot", false, true, u"not known here"_s);
        row("leafOnly", false, true, u"not known here"_s);
        row("wrongAuthority", false, true, u"not known here"_s);
        row("selfSigned", false, true, u"not known here"_s);
        row("selfSignedOtherHost", false, true, u"not known here"_s);
        row("otherHost", false, true, u"genuine but made out to"_s);
        row("forged", false, false, u"did not sign"_s);
        row("expired", false, false, u"only. Check this computer's date"_s);
        row("notYetValid", false, false, u"only. Check this computer's date"_s);
        row("oldTls", false, false, u"TLS 1.2 is needed"_s);
    }
    void onlyASignatureChainToThePinIsTrusted_3DD_03()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, trusted);
        QFETCH(bool, mayConfirm);
        QFETCH(QString, says);
        QCOMPARE(m_server->show(certificate), QString());
        const auto client = m_server->client();
        const Met met = meet(client.get());
        QVERIFY2(met.stations.has_value() == trusted,
                 met.stations ? "trusted" : qPrintable(met.stations.error().message));
        QCOMPARE(met.requests, trusted ? 1 : 0);
        if (trusted) {
            QVERIFY(!met.stations->isEmpty());
            QVERIFY(!client->trust()->refused());
            return;
        }
        QCOMPARE(met.stations.error().kind, Error::Kind::Invalid);
        QVERIFY2(met.stations.error().message.contains(says),
                 qPrintable(met.stations.error().message));
        QCOMPARE(client->trust()->mayConfirm(), mayConfirm);
        // A second call is refused as the first: nothing is remembered as good.
        QCOMPARE(meet(client.get()).requests, 0);
    }

    void aConfirmedCertificateIsTrustedForItsPlaceAlone_3DD_03_data()
    {
        QTest::addColumn<QString>("certificate");
        for (const char *certificate :
             {"selfSigned", "selfSignedOtherHost", "otherHost", "withoutRoot", "wrongAuthority"})
            QTest::newRow(certificate) << QString::fromLatin1(certificate);
    }
    void aConfirmedCertificateIsTrustedForItsPlaceAlone_3DD_03()
    {
        QFETCH(QString, certificate);
        QCOMPARE(m_server->show(certificate), QString());
        const auto client = m_server->client();
        QVERIFY(!meet(client.get()).stations);
        const auto shown = client->trust()->refused();
        QVERIFY(shown);
        QCOMPARE(shown->sha1.size(), 40);
        QCOMPARE(shown->sha256.size(), 64);
        QVERIFY(!shown->subject.isEmpty());
        QVERIFY(shown->validFrom < shown->validUntil);

        client->trust()->setPins(client->settings().thumbprints + QStringList{shown->pin()});
        const Met met = meet(client.get());
        QVERIFY2(met.stations, met.stations ? "" : qPrintable(met.stations.error().message));
        QCOMPARE(met.requests, 1);

        // The same certificate at another port is not what was confirmed.
        ShownCertificate elsewhere = *shown;
        elsewhere.port += 1;
        client->trust()->setPins({elsewhere.pin()});
        QCOMPARE(meet(client.get()).requests, 0);
    }

    void anotherCertificateInTheSamePlaceIsRefused_3DD_03()
    {
        QCOMPARE(m_server->show(u"selfSigned"_s), QString());
        const auto client = m_server->client();
        QVERIFY(!meet(client.get()).stations);
        client->trust()->setPins({client->trust()->refused()->pin()});
        QVERIFY(meet(client.get()).stations);
        QCOMPARE(m_server->show(u"selfSignedOtherHost"_s), QString());
        QTRY_COMPARE_WITH_TIMEOUT(meet(client.get()).requests, 0, 5000);
    }

    void anImportedAuthorityNeedNotBeSent_3DD_03()
    {
        QCOMPARE(m_server->show(u"withoutRoot"_s), QString());
        Settings::DentalDesktop settings = m_server->settings();
        settings.authorityFile = m_server->authorityFile();
        const auto client = m_server->client(settings);
        QVERIFY(meet(client.get()).stations);
        // Its presence among the imported is no trust for others.
        QCOMPARE(m_server->show(u"wrongAuthority"_s), QString());
        QCOMPARE(meet(m_server->client(settings).get()).requests, 0);
    }

    void anAuthorityThatIsNotPinnedCountsForNothing_3DD_03()
    {
        Settings::DentalDesktop settings = m_server->settings();
        settings.thumbprints = {QString(40, u'0')};
        settings.authorityFile = m_server->authorityFile();
        const auto client = m_server->client(settings);
        QCOMPARE(meet(client.get()).requests, 0);
    }

    void anOutdatedCertificateIsAllowedByTheSettingOnly_3DD_03()
    {
        QCOMPARE(m_server->show(u"expired"_s), QString());
        Settings::DentalDesktop settings = m_server->settings();
        settings.allowExpired = true;
        QVERIFY(meet(m_server->client(settings).get()).stations);
        QCOMPARE(m_server->show(u"forged"_s), QString());
        QCOMPARE(meet(m_server->client(settings).get()).requests, 0);
    }

    void aPortWithoutTlsIsNamed_3DD_35()
    {
        QCOMPARE(m_server->show(u"plain"_s), QString());
        const auto client = m_server->client();
        const Met met = meet(client.get());
        QVERIFY(!met.stations);
        QVERIFY2(met.stations.error().message.contains(u"HTTPS"_s),
                 qPrintable(met.stations.error().message));
        QCOMPARE(met.requests, 0);
    }

    void aWrongPortAndAWrongNameAreTold_3DD_35()
    {
        Settings::DentalDesktop settings = m_server->settings();
        settings.url.setPort(1);
        const auto wrongPort = m_server->client(settings);
        const Met met = meet(wrongPort.get());
        QVERIFY(!met.stations);
        QCOMPARE(met.stations.error().kind, Error::Kind::Offline);
        QVERIFY(met.stations.error().unsent);
        QCOMPARE(wrongPort->trust()->unreached(), ServerTrust::Unreached::Port);
    }
};

QTEST_GUILESS_MAIN(TestServerTrust)
#include "tst_servertrust.moc"
