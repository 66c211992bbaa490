// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

private:
    template <class T>
    static T wait(QCoro::Task<T> task)
    {
        return QCoro::waitFor(std::move(task));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(m_directory->filePath(u"desk.sqlite"_s));
        QFuture<Result<void>> opened = m_database->open();
        opened.waitForFinished();
        QVERIFY(opened.result());
        m_session = std::make_unique<Session>(m_database.get(), systemClock);
    }
    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void theFirstNeedsNobodyAndTheNextAnAdministrator()
    {
        QVERIFY(!*wait(m_session->hasStaff()));
        QVERIFY(wait(m_session->add(u"Ada"_s, Role::Administrator, u"1234"_s)));
        QVERIFY(*wait(m_session->hasStaff()));
        const auto refused = wait(m_session->add(u"Bob"_s, Role::Reception, u"1234"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QVERIFY(wait(m_session->signIn(u"ada"_s, u"1234"_s)));
        QVERIFY(wait(m_session->add(u"Bob"_s, Role::Reception, u"9999"_s)));
        const auto twice = wait(m_session->add(u"BOB"_s, Role::Reception, u"9999"_s));
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Error::Kind::Conflict);
        QCOMPARE(wait(m_session->list())->size(), 2);
    }

    void wrongNameAndWrongPinReadAlikeAndCostTime()
    {
        QVERIFY(wait(m_session->add(u"Ada"_s, Role::Administrator, u"1234"_s)));
        const auto wrongPin = wait(m_session->signIn(u"Ada"_s, u"4321"_s));
        QElapsedTimer timer;
        timer.start();
        const auto wrongName = wait(m_session->signIn(u"Eve"_s, u"1234"_s));
        QVERIFY(timer.elapsed() >= 990);
        QVERIFY(!wrongPin);
        QVERIFY(!wrongName);
        QCOMPARE(wrongPin.error(), wrongName.error());
        QCOMPARE(wrongPin.error().kind, Error::Kind::Forbidden);
        QVERIFY(!m_session->current());
    }

    void rolesMayWhatTheyMay()
    {
        QCOMPARE(m_session->require(Permission::Book).error().kind, Error::Kind::Unauthorized);
        QVERIFY(wait(m_session->add(u"Ada"_s, Role::Administrator, u"1234"_s)));
        QVERIFY(wait(m_session->signIn(u"Ada"_s, u"1234"_s)));
        QVERIFY(wait(m_session->add(u"Rita"_s, Role::Reception, u"5678"_s)));
        QSignalSpy changed(m_session.get(), &Session::changed);
        QVERIFY(wait(m_session->signIn(u"Rita"_s, u"5678"_s)));
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_session->require(Permission::Book));
        QCOMPARE(m_session->require(Permission::EditStaff).error().kind, Error::Kind::Forbidden);
        m_session->signOut();
        QVERIFY(m_session->currentId().isEmpty());
    }

    void theDisabledMayNotSignInAndTheLastAdministratorStays()
    {
        QVERIFY(wait(m_session->add(u"Ada"_s, Role::Administrator, u"1234"_s)));
        QVERIFY(wait(m_session->signIn(u"Ada"_s, u"1234"_s)));
        QVERIFY(wait(m_session->add(u"Rita"_s, Role::Reception, u"5678"_s)));
        QVERIFY(wait(m_session->disable(u"Rita"_s)));
        QVERIFY(!wait(m_session->signIn(u"Rita"_s, u"5678"_s)));
        QVERIFY(!wait(m_session->disable(u"Ada"_s)));
        QCOMPARE(wait(m_session->disable(u"Nobody"_s)).error().kind, Error::Kind::NotFound);
    }

    void badPinsAreRefused_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::newRow("short") << u"123"_s;
        QTest::newRow("long") << u"1234567890123"_s;
        QTest::newRow("letters") << u"12a4"_s;
        QTest::newRow("other digits") << u"١٢٣٤"_s;
        QTest::newRow("empty") << QString();
    }
    void badPinsAreRefused()
    {
        QFETCH(QString, pin);
        const auto refused = wait(m_session->add(u"Ada"_s, Role::Administrator, pin));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
