// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/address.h"
#include "app/net/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainHttpStaysInTheClinic_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https anywhere") << u"https://www.zohoapis.eu"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:4000"_s << true;
        QTest::newRow("loopback six") << u"http://[::1]:4000"_s << true;
        QTest::newRow("localhost") << u"http://localhost:4000"_s << true;
        QTest::newRow("ten") << u"http://10.1.2.3"_s << true;
        QTest::newRow("hundred seventy two") << u"http://172.31.0.9"_s << true;
        QTest::newRow("hundred ninety two") << u"http://192.168.1.20"_s << true;
        QTest::newRow("unique local") << u"http://[fd00::1]"_s << true;
        QTest::newRow("beyond the private block") << u"http://172.32.0.1"_s << false;
        QTest::newRow("public address") << u"http://8.8.8.8"_s << false;
        QTest::newRow("a name") << u"http://clinic.example"_s << false;
        QTest::newRow("a name like an address") << u"http://127.0.0.1.example.com"_s << false;
        QTest::newRow("another scheme") << u"ftp://127.0.0.1"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void plainHttpStaysInTheClinic()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        QCOMPARE(mayCarryPatients(QUrl(url)), allowed);
    }

    void pathsAndQueriesKeepTheirEncoding()
    {
        const QUrl url =
            joinedUrl(QUrl(u"http://127.0.0.1:4000/api/v1/"_s), u"calendars/a%40b.c/x%2Fy"_s,
                      {{u"from"_s, u"2026-03-05T09:15:00+04:00"_s}, {u"q"_s, u"d'A é&="_s}});
        QCOMPARE(url.toEncoded(),
                 QByteArray("http://127.0.0.1:4000/api/v1/calendars/a%40b.c/x%2Fy"
                            "?from=2026-03-05T09%3A15%3A00%2B04%3A00&q=d%27A%20%C3%A9%26%3D"));
    }

    void redactedUrlsNameNobody_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("logged");
        QTest::newRow("query and user") << u"https://me:pw@h.example/crm/v8/Contacts?word=Ann#x"_s
                                        << u"https://h.example/crm/v8/Contacts"_s;
        QTest::newRow("record id")
            << u"crm/v8/Contacts/5820000001234567890"_s << u"crm/v8/Contacts/{id}"_s;
        QTest::newRow("short id") << u"/patients/7"_s << u"/patients/{id}"_s;
        QTest::newRow("mail address")
            << u"calendars/ann%40clinic.example/events"_s << u"calendars/{id}/events"_s;
        QTest::newRow("uuid") << u"x/0190c8e2-aaaa-bbbb-cccc-dddddddddddd/y"_s << u"x/{id}/y"_s;
    }
    void redactedUrlsNameNobody()
    {
        QFETCH(QString, url);
        QFETCH(QString, logged);
        QCOMPARE(redactedUrl(url), logged);
    }

    void aTokenStaysWithSchemeHostAndPort_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("elsewhere on it") << u"https://clinic.example/files/x?y#z"_s << true;
        QTest::newRow("its port said") << u"https://clinic.example:443/"_s << true;
        QTest::newRow("capitals") << u"HTTPS://Clinic.Example/"_s << true;
        QTest::newRow("another port") << u"https://clinic.example:8443/"_s << false;
        QTest::newRow("unsafe") << u"http://clinic.example/"_s << false;
        QTest::newRow("unsafe on its port") << u"http://clinic.example:443/"_s << false;
        QTest::newRow("below it") << u"https://files.clinic.example/"_s << false;
        QTest::newRow("before it") << u"https://clinic.example.evil.example/"_s << false;
        QTest::newRow("as a name") << u"https://clinic.example@evil.example/"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("relative") << u"/api/v1/x"_s << false;
    }
    void aTokenStaysWithSchemeHostAndPort()
    {
        QFETCH(QString, other);
        QTEST(isSameOrigin(QUrl(other), QUrl(u"https://clinic.example/api/v1"_s)), "same");
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
