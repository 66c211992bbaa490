// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychain.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A bus that is not there: the real key store of whoever runs the tests is left alone.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }

    void withoutAKeyStoreEveryCallSaysSo()
    {
        Keychain keychain(u"vestibule/test"_s);
        QElapsedTimer timer;
        timer.start();
        const auto read = QCoro::waitFor(keychain.read(u"zoho.clientSecret"_s));
        const auto written = QCoro::waitFor(keychain.write(u"zoho.clientSecret"_s, u"x"_s));
        QVERIFY(!read);
        QVERIFY(read.error().kind == Error::Kind::Storage
                || read.error().kind == Error::Kind::Timeout);
        QVERIFY(!written);
        QVERIFY(!written.error().message.contains(u"x\""_s));
        QVERIFY(timer.elapsed() < 6000);
    }

    void aRequestIsWaitedForWithALimit()
    {
        Keychain keychain(u"vestibule/test"_s);
        std::future<Result<QString>> asked = keychain.request(u"database.key"_s);
        // Without a key store the answer is an error or nothing at all.
        if (asked.wait_for(std::chrono::milliseconds(300)) == std::future_status::ready)
            QVERIFY(!asked.get());
    }

    void memoryStoreKeepsAndForgets()
    {
        MemorySecretStore store;
        QCOMPARE(QCoro::waitFor(store.read(u"k"_s)).error().kind, Error::Kind::NotFound);
        QVERIFY(QCoro::waitFor(store.write(u"k"_s, u"v"_s)));
        QCOMPARE(*QCoro::waitFor(store.read(u"k"_s)), u"v"_s);
        QVERIFY(QCoro::waitFor(store.remove(u"k"_s)));
        QVERIFY(!QCoro::waitFor(store.read(u"k"_s)));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
