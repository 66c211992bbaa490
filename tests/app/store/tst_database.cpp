// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/desk.h"

#include "app/store/migrations.h"
#include "app/store/statement.h"

#include <QDir>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

//! Database, migrations, seal and audit chain.
class TestDatabase : public QObject
{
    Q_OBJECT

private:
    static Result<void> execute(Desk &desk, const QString &sql)
    {
        auto work = [sql](QSqlDatabase &db) -> Result<void> { return Statement(db, sql).run(); };
        return Desk::wait(desk.database.run(work));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_file = m_directory->filePath(u"deep/er/desk.sqlite"_s);
    }

    void aNewerSchemaIsRefusedAndLeftAlone()
    {
        {
            Desk desk(m_file);
            QVERIFY(desk.open());
            QVERIFY(execute(desk, u"INSERT INTO schema_version (version) VALUES (9999)"_s));
        }
        Database database(m_file);
        const Result<void> opened = Desk::wait(database.open());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Storage);
        QVERIFY(opened.error().message.contains(u"9999"_s));
    }

    void aFileThatIsNoDatabaseIsRefused()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).absolutePath()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        Database database(m_file);
        QVERIFY(!Desk::wait(database.open()));
    }

    void whatIsNotFlushedIsKeptAndTheNextIsFlushedAgain()
    {
        Desk desk(m_file);
        QVERIFY(desk.open());
        const auto flushing = [](QSqlDatabase &db) {
            Statement setting(db, u"PRAGMA synchronous"_s);
            return setting.run() && setting.next() ? setting.number(0) : -1;
        };
        const auto version = [](int number) {
            return [number](QSqlDatabase &db) -> Result<void> {
                return Statement(db, u"INSERT INTO schema_version (version) VALUES (?)"_s)
                    .run(number);
            };
        };
        QCOMPARE(Desk::wait(desk.database.run(flushing)), 2);
        QVERIFY(Desk::wait(desk.database.transactUnflushed(version(-7))));
        QCOMPARE(Desk::wait(desk.database.run(flushing)), 2);
        const auto failing = [](QSqlDatabase &db) -> Result<void> {
            if (Result<void> done = Statement(db, u"DELETE FROM schema_version"_s).run(); !done)
                return done;
            return failure(Error::Kind::Invalid, u"no"_s);
        };
        QVERIFY(!Desk::wait(desk.database.transactUnflushed(failing)));
        QCOMPARE(Desk::wait(desk.database.run(flushing)), 2);
        const auto kept = [](QSqlDatabase &db) {
            Statement query(db, u"SELECT 1 FROM schema_version WHERE version = -7"_s);
            return query.run() && query.next();
        };
        QVERIFY(Desk::wait(desk.database.run(kept)));
    }

    void openingTwiceAndAgainKeepsWhatIsThere()
    {
        {
            Desk desk(m_file);
            QVERIFY(desk.open());
            QVERIFY(Desk::wait(desk.database.open()));
            QVERIFY(!Desk::wait(desk.database.hasSealedRows()));
            QVERIFY(desk.book());
            QVERIFY(Desk::wait(desk.database.hasSealedRows()));
        }
        Desk desk(m_file);
        QVERIFY(desk.open());
        QCOMPARE(Desk::wait(desk.patients.count()).value_or(-1), 1);
    }

    void statementsAreSplitAtLineEnds()
    {
        const QStringList statements =
            statementsOf(u"-- note;\nCREATE TABLE a (\n  b TEXT\n);\n\nDROP TABLE a;\n"_s);
        QCOMPARE(statements.size(), 2);
        QCOMPARE(statements.last(), u"DROP TABLE a"_s);
    }

    void anotherProcessesCommitIsNoticed()
    {
        Desk ours(m_file);
        Desk theirs(m_file);
        QVERIFY(ours.open());
        QVERIFY(theirs.open());
        QSignalSpy days(&ours.visits, &VisitStore::daysChanged);
        QTest::qWait(600); // two polls, so that there is a version to differ from
        QVERIFY(theirs.book());
        QTRY_VERIFY_WITH_TIMEOUT(!days.isEmpty(), 5000);
    }

    void noPersonalDataIsReadableInTheFiles()
    {
        Desk desk(m_file);
        QVERIFY(desk.open());
        QVERIFY(Desk::wait(desk.catalogue.putProducts({Desk::consultation()})));
        const Visit visit = *desk.book();
        const auto claimed = desk.claim();
        for (const OutboxItem &item : *claimed)
            QVERIFY(Desk::wait(desk.outbox.prepared(item.id, "Zebulon Quartzovski", u"k"_s)));
        RecordedAct act;
        act.itemId = u"i"_s;
        act.label = u"Zebulonectomy"_s;
        QVERIFY(Desk::wait(desk.visits.putActs({{visit.id, {act}}}, desk.now)));
        int files = 0;
        const QDir directory(QFileInfo(m_file).absolutePath());
        for (const QString &name : directory.entryList(QDir::Files)) {
            QFile file(directory.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const QByteArray &secret : {QByteArray("Zebulon"), QByteArray("Quartzovski"),
                                             QByteArray("5251 9876"), QByteArray("toothache")})
                QVERIFY2(!bytes.contains(secret), qPrintable(name));
        }
        QVERIFY(files >= 2); // the database and its log
    }

    void aSealedCellOpensOnlyInItsPlaceAndWithItsKey()
    {
        const Seal seal(Seal::newKey(), 1);
        const QByteArray cell = *seal.seal("Zebulon", u"patient/sealed/1"_s);
        QVERIFY(!cell.contains("Zebulon"));
        QCOMPARE(*seal.open(cell, u"patient/sealed/1"_s), QByteArray("Zebulon"));
        QVERIFY(!seal.open(cell, u"patient/sealed/2"_s));
        QVERIFY(!Seal(Seal::newKey(), 1).open(cell, u"patient/sealed/1"_s));
        for (qsizetype i = 0; i < cell.size(); ++i) {
            QByteArray changed = cell;
            changed[i] = char(changed.at(i) ^ 1);
            QVERIFY(!seal.open(changed, u"patient/sealed/1"_s));
            QVERIFY(!seal.open(cell.left(i), u"patient/sealed/1"_s));
        }
        QVERIFY(cell != *seal.seal("Zebulon", u"patient/sealed/1"_s));
        QCOMPARE(*seal.open(*seal.seal({}, u"p"_s), u"p"_s), QByteArray());
        QVERIFY(Seal(QByteArray("short"), 1).isLocked());
        QVERIFY(!Seal().seal("x", u"p"_s));
    }

    void aChangedOrMissingAuditRowShows()
    {
        Desk desk(m_file);
        QVERIFY(desk.open());
        for (const QString &what : {u"one"_s, u"two"_s, u"three"_s})
            QVERIFY(Desk::wait(desk.audit.append(StaffId(u"s"_s), what, u"visit:1"_s, {})));
        QCOMPARE(*Desk::wait(desk.audit.verify()), qMakePair(3, qint64(0)));
        QVERIFY(execute(desk, u"UPDATE audit SET detail = 'x' WHERE id = 3"_s));
        QCOMPARE(Desk::wait(desk.audit.verify())->second, 3);
        QVERIFY(execute(desk, u"DELETE FROM audit WHERE id = 2"_s));
        QCOMPARE(Desk::wait(desk.audit.verify())->second, 3);
    }

    void valuesAndBusyBlocksAreKept()
    {
        Desk desk(m_file);
        QVERIFY(desk.open());
        QCOMPARE(*Desk::wait(desk.catalogue.value(u"none"_s)), QString());
        QVERIFY(Desk::wait(desk.catalogue.putValue(u"cursor"_s, u"a"_s)));
        QVERIFY(Desk::wait(desk.catalogue.putValue(u"cursor"_s, u"b"_s)));
        QCOMPARE(*Desk::wait(desk.catalogue.value(u"cursor"_s)), u"b"_s);
        const ProviderId surgeon(u"s1"_s);
        const auto block = [&](const QString &event, int hour) {
            return BusyBlock{surgeon, desk.now.addSecs(3600 * hour),
                             desk.now.addSecs(3600 * (hour + 1)), event};
        };
        const auto count = [&desk] {
            return Desk::wait(desk.catalogue.busy(desk.now.addDays(-1), desk.now.addDays(1)))
                ->size();
        };
        QVERIFY(Desk::wait(
            desk.catalogue.putBusy(surgeon, {block(u"a"_s, 1), block(u"b"_s, 2)}, {}, true)));
        QCOMPARE(count(), 2);
        QVERIFY(Desk::wait(desk.catalogue.putBusy(surgeon, {block(u"a"_s, 5)}, {u"b"_s}, false)));
        QCOMPARE(count(), 1);
        QVERIFY(Desk::wait(desk.catalogue.putBusy(surgeon, {}, {}, true)));
        QCOMPARE(count(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
