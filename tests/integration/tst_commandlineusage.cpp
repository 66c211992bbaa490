// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/commandlinedesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! How vestibule-cli is called: documents, usage, help, who may, languages, the terminal.
class TestCommandLineUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyAreaHasItsDocument_data();
    void everyAreaHasItsDocument();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();
    void helpNamesEverything();
    void whoMayNotIsToldSo_data();
    void whoMayNotIsToldSo();
    void frenchIsSpokenWhereFrenchIsSet();
    void thePinIsAskedUnseenOnATerminal();

private:
    std::unique_ptr<CommandLineDesk> m_desk;
};

void TestCommandLineUsage::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(!m_desk->freeSlot().isEmpty());
}

void TestCommandLineUsage::cleanupTestCase()
{
    m_desk.reset();
}

void TestCommandLineUsage::everyAreaHasItsDocument_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("list"); // empty = the document is a list itself; "." = an object
    QTest::addColumn<QStringList>("members");
    QTest::newRow("staff list") << QStringList{u"staff"_s, u"list"_s} << QString()
                                << QStringList{u"id"_s, u"name"_s, u"role"_s, u"disabled"_s};
    QTest::newRow("day show") << QStringList{u"day"_s, u"show"_s} << u"appointments"_s
                              << QStringList{u"id"_s,       u"visit"_s, u"patient"_s, u"name"_s,
                                             u"provider"_s, u"room"_s,  u"start"_s,   u"end"_s,
                                             u"reason"_s,   u"state"_s};
    QTest::newRow("patient search")
        << QStringList{u"patient"_s, u"search"_s, u"a"_s} << QString()
        << QStringList{u"id"_s, u"name"_s, u"birthDate"_s, u"phone"_s, u"score"_s};
    QTest::newRow("book slots") << QStringList{u"book"_s, u"slots"_s} << QString()
                                << QStringList{u"provider"_s, u"room"_s, u"start"_s, u"end"_s};
    QTest::newRow("sync status") << QStringList{u"sync"_s, u"status"_s} << u"systems"_s
                                 << QStringList{u"name"_s, u"last"_s, u"state"_s};
    QTest::newRow("config check") << QStringList{u"config"_s, u"check"_s} << u"checks"_s
                                  << QStringList{u"system"_s, u"what"_s, u"ok"_s, u"message"_s};
    QTest::newRow("config show") << QStringList{u"config"_s, u"show"_s} << u"."_s
                                 << QStringList{u"zoho"_s, u"dentaltap"_s, u"currency"_s};
}

void TestCommandLineUsage::everyAreaHasItsDocument()
{
    QFETCH(QStringList, words);
    QFETCH(QString, list);
    QFETCH(QStringList, members);
    const Answer answer = m_desk->as(u"Nadia"_s, words);
    QVERIFY2(answer.code == 0, answer.told());
    QVERIFY2(answer.err.isEmpty(), answer.err);
    QVERIFY(answer.isOneDocument());
    QJsonArray rows = list.isEmpty() ? answer.list() : answer.object()[list].toArray();
    if (list == u"."_s)
        rows = QJsonArray{answer.object()};
    QVERIFY2(!rows.isEmpty(), answer.told());
    for (const QJsonValue &row : rows) {
        for (const QString &member : members)
            QVERIFY2(!row[member].isUndefined(), qPrintable(member));
    }
    // The same for people: a table with the same values.
    QStringList plain{u"--staff"_s, u"Nadia"_s, u"--pin-stdin"_s};
    const Answer readable = m_desk->run(plain + words, "1234\n");
    QCOMPARE(readable.code, 0);
    QVERIFY(!readable.isOneDocument());
    QVERIFY(readable.out.contains(members.first().toUtf8()));
}

void TestCommandLineUsage::wrongUsageIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringList() << u"which area"_s;
    QTest::newRow("unknown area") << QStringList{u"dya"_s, u"show"_s} << u"which area"_s;
    QTest::newRow("area alone") << QStringList{u"day"_s} << u"show"_s;
    QTest::newRow("unknown verb") << QStringList{u"visit"_s, u"leave"_s, u"1"_s} << u"check-in"_s;
    QTest::newRow("unknown option")
        << QStringList{u"day"_s, u"show"_s, u"--dat"_s, u"2026-11-23"_s} << u"--dat"_s;
    QTest::newRow("unknown option first")
        << QStringList{u"--verbose=1"_s, u"day"_s, u"show"_s} << u"--verbose"_s;
    QTest::newRow("option of another verb")
        << QStringList{u"visit"_s, u"seat"_s, u"1"_s, u"--why"_s, u"x"_s} << u"--why"_s;
    QTest::newRow("flag of another verb")
        << QStringList{u"visit"_s, u"seat"_s, u"1"_s, u"--confirm"_s} << u"--confirm"_s;
    QTest::newRow("option without value")
        << QStringList{u"day"_s, u"show"_s, u"--date"_s} << u"needs a value"_s;
    QTest::newRow("twice") << QStringList{u"day"_s, u"show"_s, u"--date=2026-11-23"_s,
                                          u"--date=2026-11-24"_s}
                           << u"twice"_s;
    QTest::newRow("too many words")
        << QStringList{u"visit"_s, u"seat"_s, u"1"_s, u"2"_s} << u"too many"_s;
    QTest::newRow("no id") << QStringList{u"visit"_s, u"seat"_s} << u"visit seat ID"_s;
    QTest::newRow("empty id") << QStringList{u"visit"_s, u"seat"_s, QString()}
                              << u"visit seat ID"_s;
    QTest::newRow("empty search") << QStringList{u"patient"_s, u"search"_s, u"  "_s}
                                  << u"patient search"_s;
    QTest::newRow("no reason") << QStringList{u"visit"_s, u"cancel"_s, u"1"_s} << u"--why"_s;
    QTest::newRow("empty reason") << QStringList{u"visit"_s, u"cancel"_s, u"1"_s, u"--why"_s,
                                                 u" "_s}
                                  << u"--why"_s;
    QTest::newRow("no role") << QStringList{u"staff"_s, u"add"_s, u"Ana"_s} << u"--role"_s;
    QTest::newRow("unknown role") << QStringList{u"staff"_s, u"add"_s, u"Ana"_s, u"--role"_s,
                                                 u"king"_s}
                                  << u"reception"_s;
    QTest::newRow("unknown secret")
        << QStringList{u"secret"_s, u"set"_s, u"password"_s} << u"zoho.clientSecret"_s;
    QTest::newRow("unknown system")
        << QStringList{u"sync"_s, u"run"_s, u"--system"_s, u"sap"_s} << u"dentaltap"_s;
    QTest::newRow("timeout in words")
        << QStringList{u"--timeout"_s, u"soon"_s, u"day"_s, u"show"_s} << u"seconds"_s;
    QTest::newRow("known and new patient")
        << m_desk->booking({u"--patient"_s, u"1"_s}) << u"--patient"_s;
    QTest::newRow("nobody to book") << QStringList{u"book"_s, u"walk-in"_s, u"--provider"_s,
                                                   u"x"_s,    u"--start"_s, u"2026-11-23T10:00"_s}
                                    << u"--patient"_s;
}

void TestCommandLineUsage::wrongUsageIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    const Answer answer = m_desk->as(u"Nadia"_s, words);
    QVERIFY2(answer.code == 2, answer.told());
    QVERIFY2(answer.words().contains(said), answer.told());
    QVERIFY2(answer.isOneDocument(), answer.told());
    QVERIFY(answer.object()[u"error"_s][u"message"_s].toString().contains(said));
    QVERIFY(answer.object()[u"error"_s][u"kind"_s].isString());
}

void TestCommandLineUsage::helpNamesEverything()
{
    const Answer help = m_desk->run({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.err.isEmpty());
    for (const char *word :
         {"--profile", "--config", "--data", "--json",  "--staff",  "--pin-stdin", "--timeout",
          "staff",     "disable",  "day",    "patient", "search",   "edit",        "book",
          "slots",     "walk-in",  "move",   "visit",   "check-in", "--as-shown",  "no-show",
          "undo",      "sync",     "outbox", "retry",   "discard",  "drain",       "secret",
          "remove",    "config",   "check",  "Exit: 0"})
        QVERIFY2(help.out.contains(word), word);
    for (const QByteArray &line : help.out.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 100, line);
}

void TestCommandLineUsage::whoMayNotIsToldSo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("said");
    const QStringList pin{u"--pin-stdin"_s, u"--staff"_s};
    const auto as = [&pin](const QString &name, const QStringList &words) {
        return pin + QStringList{name} + words;
    };
    QTest::newRow("nobody") << QStringList{u"day"_s, u"show"_s} << QByteArray() << u"--staff"_s;
    QTest::newRow("wrong PIN") << as(u"Nadia"_s, {u"day"_s, u"show"_s}) << QByteArray("9999\n")
                               << u"PIN"_s;
    QTest::newRow("empty PIN") << as(u"Nadia"_s, {u"day"_s, u"show"_s}) << QByteArray() << u"PIN"_s;
    QTest::newRow("unknown name") << as(u"Nobody"_s, {u"day"_s, u"show"_s}) << QByteArray("1234\n")
                                  << u"PIN"_s;
    QTest::newRow("name with quotes")
        << as(u"' OR 1=1 --"_s, {u"day"_s, u"show"_s}) << QByteArray("1234\n") << u"PIN"_s;
    QTest::newRow("surgeon books")
        << as(u"Omar"_s, m_desk->booking({})) << QByteArray("1234\n") << u"Reception"_s;
    QTest::newRow("surgeon searches") << as(u"Omar"_s, {u"patient"_s, u"search"_s, u"a"_s})
                                      << QByteArray("1234\n") << u"Reception"_s;
    QTest::newRow("surgeon drains")
        << as(u"Omar"_s, {u"outbox"_s, u"drain"_s}) << QByteArray("1234\n") << u"Reception"_s;
    QTest::newRow("reception discards")
        << as(u"Rani"_s, {u"outbox"_s, u"discard"_s, u"1"_s, u"--why"_s, u"x"_s})
        << QByteArray("1234\n") << u"administrator"_s;
    QTest::newRow("reception adds staff")
        << as(u"Rani"_s, {u"staff"_s, u"add"_s, u"Ana"_s, u"--role"_s, u"reception"_s})
        << QByteArray("1234\n1234\n") << u"administrator"_s;
    QTest::newRow("reception disables") << as(u"Rani"_s, {u"staff"_s, u"disable"_s, u"Omar"_s})
                                        << QByteArray("1234\n") << u"administrator"_s;
    QTest::newRow("staff added without sign-in")
        << QStringList{u"--pin-stdin"_s, u"staff"_s,  u"add"_s,
                       u"Ana"_s,         u"--role"_s, u"administrator"_s}
        << QByteArray("1234\n") << u"--staff"_s;
}

void TestCommandLineUsage::whoMayNotIsToldSo()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, input);
    QFETCH(QString, said);
    const QJsonObject before = census(m_desk->simulator());
    const Answer answer = m_desk->run(QStringList{u"--json"_s} + words, input);
    QVERIFY2(answer.code == 4, answer.told());
    QVERIFY2(answer.words().contains(said), answer.told());
    QVERIFY(answer.isOneDocument());
    QVERIFY(!answer.object()[u"error"_s][u"message"_s].toString().isEmpty());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
}

void TestCommandLineUsage::frenchIsSpokenWhereFrenchIsSet()
{
    m_desk->setLocale(u"fr_FR.UTF-8"_s);
    const Answer help = m_desk->run({u"--help"_s});
    const Answer wrong = m_desk->run({u"visit"_s, u"leave"_s});
    const Answer refused = m_desk->as(u"Nadia"_s, {u"day"_s, u"show"_s, u"--date"_s, u"x"_s});
    m_desk->setLocale(u"C.UTF-8"_s);
    QVERIFY2(help.out.contains("Utilisation"), help.out);
    QVERIFY2(help.out.contains("délai"), help.out);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.words().contains(u"verbe"_s), wrong.err);
    QVERIFY2(refused.words().contains(u"date"_s) && !refused.words().contains(u"is no date"_s),
             refused.err);
    // What scripts read stays as it is.
    QCOMPARE(refused.object()[u"error"_s][u"kind"_s].toString(), u"Invalid"_s);
}

void TestCommandLineUsage::thePinIsAskedUnseenOnATerminal()
{
    // script(1) gives a program a terminal of its own.
    QProcess process;
    process.setProcessEnvironment(m_desk->environment());
    const QStringList words = QStringList{CommandLineDesk::program()} + m_desk->place()
        + QStringList{u"--staff"_s, u"Nadia"_s, u"staff"_s, u"list"_s};
    process.start(u"script"_s, {u"-qec"_s, words.join(u' '), u"/dev/null"_s});
    QByteArray seen;
    QVERIFY(QTest::qWaitFor(
        [&] {
            seen += process.readAllStandardOutput();
            return seen.contains("PIN:");
        },
        20000));
    process.write("1234\n");
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20000));
    seen += process.readAllStandardOutput();
    QVERIFY2(seen.contains("Omar"), seen);
    QVERIFY2(!seen.contains("1234"), seen);

    // Without one it says what to do instead of reading what was not meant as a PIN.
    QProcess alone;
    alone.setProcessEnvironment(m_desk->environment());
    alone.start(u"setsid"_s, words);
    alone.write("1234\n");
    alone.closeWriteChannel();
    QVERIFY(QTest::qWaitFor([&] { return alone.state() == QProcess::NotRunning; }, 20000));
    QCOMPARE(alone.exitCode(), 4);
    QVERIFY(alone.readAllStandardError().contains("--pin-stdin"));
}

QTEST_GUILESS_MAIN(TestCommandLineUsage)
#include "tst_commandlineusage.moc"
