// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/status.h"
#include "app/net/basickey.h"
#include "app/net/servertrust.h"

#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestDentalDesktopStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasWordsOfItsOwn_3DD_26()
    {
        QSet<QString> texts;
        const QList<int> codes{-1,  0,   1,   2,   3,   4,   5,   6,   10,
                               101, 102, 103, 104, 105, 106, 107, 108, 404};
        for (const int code : codes) {
            const QString text = dentaldesktop::statusText(code);
            QVERIFY(!text.isEmpty());
            // Never a bare number as the only word.
            QVERIFY2(!text.contains(QString::number(code)), qPrintable(text));
            texts.insert(text);
        }
        QCOMPARE(texts.size(), codes.size());
    }

    void anUnknownCodeIsToldWithItsNumber_3DD_13()
    {
        QVERIFY(dentaldesktop::statusText(77).contains(u"77"_s));
        ScanRequestStatus status;
        status.code = 77;
        QVERIFY(status.isFinal());
        status.code = ScanRequestStatus::Waiting;
        QVERIFY(!status.isFinal());
        status.code = ScanRequestStatus::Accepted;
        QVERIFY(!status.isFinal());
    }

    void askingBecomesSlowerLikeThePersonAtTheDialog_3DD_13()
    {
        using dentaldesktop::pollDelay;
        QCOMPARE(pollDelay(0ms), 300ms);
        QCOMPARE(pollDelay(2999ms), 300ms);
        QCOMPARE(pollDelay(3s), 1000ms);
        QCOMPARE(pollDelay(59s), 1000ms);
        QCOMPARE(pollDelay(60s), 2000ms);
        QCOMPARE(pollDelay(10min), 2000ms);
    }

    void thePasswordGoesOutAsTheGuideHasIt_3DD_02()
    {
        QCOMPARE(BasicKey::value(u"Sam"_s, u"qwerty123"_s),
                 QByteArray("Basic U2FtOnF3ZXJ0eTEyMw=="));
        QCOMPARE(BasicKey::value(u"é"_s, u"ü"_s), "Basic " + QByteArray("é:ü").toBase64());
        QCOMPARE(BasicKey::value(u"é"_s, u"ü"_s, true),
                 "Basic " + QByteArray("\xE9:\xFC").toBase64());
    }

    void pinsAreAuthoritiesOrConfirmedCertificates_3DD_03_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("isPin");
        const QString sha1 = u"737842e3e3d642d39f93d8c2d84b2ef809cd571d"_s;
        const QString sha256(64, u'a');
        QTest::newRow("authority") << sha1 << true;
        QTest::newRow("copied with colons") << u"73:78:42:e3:e3:d6:42:d3:9f:93:d8:c2:d8:4b:2e:f8:"
                                               "09:cd:57:1D"_s
                                            << true;
        QTest::newRow("authority by SHA-256") << sha256 << true;
        QTest::newRow("confirmed") << QString(u"trios:5484="_s + sha256) << true;
        QTest::newRow("confirmed by SHA-1 is too weak")
            << QString(u"trios:5484="_s + sha1) << false;
        QTest::newRow("without port") << QString(u"trios="_s + sha256) << false;
        QTest::newRow("short") << u"7378"_s << false;
        QTest::newRow("words") << u"trust me"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void pinsAreAuthoritiesOrConfirmedCertificates_3DD_03()
    {
        QFETCH(QString, pin);
        QTEST(ServerTrust::isPin(pin), "isPin");
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopStatus)
#include "tst_dentaldesktopstatus.moc"
