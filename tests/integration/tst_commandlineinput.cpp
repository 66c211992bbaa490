// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/commandlinedesk.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

//! What vestibule-cli makes of input that it cannot take: words, exit codes, and nothing made.
class TestCommandLineInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void unknownRecordsAreSaid_data();
    void unknownRecordsAreSaid();
    void badInputIsRefusedInWordsAndNothingIsMade_data();
    void badInputIsRefusedInWordsAndNothingIsMade();
    void nothingOfItIsLeft();
    void strangeButPossibleNamesAreKeptWhole_data();
    void strangeButPossibleNamesAreKeptWhole();
    void theSamePersonTwiceIsAsked();
    void tenMegabytesOnStandardInputAreRefused();
    void aSilentSystemEndsWithTheTimeout();

private:
    std::unique_ptr<CommandLineDesk> m_desk;
};

void TestCommandLineInput::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(!m_desk->freeSlot().isEmpty());
}

void TestCommandLineInput::cleanupTestCase()
{
    m_desk.reset();
}

void TestCommandLineInput::unknownRecordsAreSaid_data()
{
    QTest::addColumn<QStringList>("words");
    const QString id = u"0190a7c0-0000-7000-8000-000000000000"_s;
    QTest::newRow("visit show") << QStringList{u"visit"_s, u"show"_s, id};
    QTest::newRow("visit exit") << QStringList{u"visit"_s, u"exit"_s, id, u"--confirm"_s};
    QTest::newRow("visit named badly")
        << QStringList{u"visit"_s, u"seat"_s, u"'; DROP TABLE visit; --"_s};
    QTest::newRow("visit with a long id")
        << QStringList{u"visit"_s, u"seat"_s, QString(100000, u'7')};
    QTest::newRow("patient show") << QStringList{u"patient"_s, u"show"_s, id};
    QTest::newRow("patient edit") << QStringList{u"patient"_s, u"edit"_s, id, u"--last"_s,
                                                 u"Ana"_s};
    QTest::newRow("book move") << QStringList{u"book"_s, u"move"_s, id, u"--start"_s,
                                              u"2026-11-23T10:00"_s};
    QTest::newRow("outbox retry") << QStringList{u"outbox"_s, u"retry"_s, u"999999"_s};
    QTest::newRow("outbox retry, no number") << QStringList{u"outbox"_s, u"retry"_s, u"first"_s};
    QTest::newRow("outbox discard")
        << QStringList{u"outbox"_s, u"discard"_s, u"999999"_s, u"--why"_s, u"x"_s};
    QTest::newRow("staff disable") << QStringList{u"staff"_s, u"disable"_s, u"Nobody"_s};
    QTest::newRow("walk-in, patient")
        << QStringList{u"book"_s,       u"walk-in"_s,
                       u"--patient"_s,  id,
                       u"--provider"_s, m_desk->freeSlot()[u"provider"_s].toString(),
                       u"--start"_s,    m_desk->freeSlot()[u"start"_s].toString()};
    QTest::newRow("walk-in, surgeon") << m_desk->booking({u"--provider"_s, u"Dr Nobody"_s});
    QTest::newRow("walk-in, room") << m_desk->booking({u"--room"_s, u"Cellar"_s});
}

void TestCommandLineInput::unknownRecordsAreSaid()
{
    QFETCH(QStringList, words);
    const Answer answer = m_desk->as(u"Nadia"_s, words);
    QVERIFY2(answer.code == 5, answer.told().left(2000));
    QVERIFY(answer.isOneDocument());
    QVERIFY(!answer.err.trimmed().isEmpty());
    QCOMPARE(answer.object()[u"error"_s][u"kind"_s].toString(), u"NotFound"_s);
}

void TestCommandLineInput::badInputIsRefusedInWordsAndNothingIsMade_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const QString longText(50000, u'x');
    QTest::newRow("name too long") << m_desk->booking({u"--last"_s, longText}) << u"Last name"_s;
    QTest::newRow("blank name") << m_desk->booking({u"--last"_s, u"  "_s}) << u"Last name"_s;
    QTest::newRow("name of digits") << m_desk->booking({u"--last"_s, u"12345"_s}) << u"letter"_s;
    QTest::newRow("name of emoji") << m_desk->booking({u"--last"_s, u"😀😀"_s}) << u"letter"_s;
    QTest::newRow("control character in a name")
        << m_desk->booking({u"--first"_s, u"A\u0007na"_s}) << u"cannot be seen"_s;
    QTest::newRow("direction mark in a name")
        << m_desk->booking({u"--last"_s, u"Ali\u202Eb"_s}) << u"cannot be seen"_s;
    QTest::newRow("no such day") << m_desk->booking({u"--birth"_s, u"1980-02-31"_s})
                                 << u"--birth"_s;
    QTest::newRow("birth date in words")
        << m_desk->booking({u"--birth"_s, u"yesterday"_s}) << u"--birth"_s;
    QTest::newRow("born in the future")
        << m_desk->booking({u"--birth"_s, u"2199-01-01"_s}) << u"future"_s;
    QTest::newRow("born long ago") << m_desk->booking({u"--birth"_s, u"1850-01-01"_s}) << u"1900"_s;
    QTest::newRow("year 0") << m_desk->booking({u"--birth"_s, u"0000-01-01"_s}) << u"--birth"_s;
    QTest::newRow("phone in words")
        << m_desk->booking({u"--phone"_s, u"home; mobile"_s}) << u"phone"_s;
    QTest::newRow("half an e-mail")
        << m_desk->booking({u"--email"_s, u"somebody@"_s}) << u"e-mail"_s;
    QTest::newRow("start in words")
        << m_desk->booking({u"--start"_s, u"tomorrow"_s}) << u"--start"_s;
    QTest::newRow("start without a time")
        << m_desk->booking({u"--start"_s, u"2026-11-24"_s}) << u"--start"_s;
    QTest::newRow("start on 31 February")
        << m_desk->booking({u"--start"_s, u"2027-02-31T10:00"_s}) << u"--start"_s;
    QTest::newRow("start long ago")
        << m_desk->booking({u"--start"_s, u"2001-01-01T10:00"_s}) << u"past"_s;
    QTest::newRow("no minutes") << m_desk->booking({u"--minutes"_s, u"0"_s}) << u"--minutes"_s;
    QTest::newRow("endless minutes")
        << m_desk->booking({u"--minutes"_s, u"99999999999"_s}) << u"--minutes"_s;
    QTest::newRow("reason too long") << m_desk->booking({u"--reason"_s, longText}) << u"200"_s;
    QTest::newRow("note too long") << m_desk->booking({u"--note"_s, longText}) << u"2000"_s;
    QTest::newRow("patient add, name")
        << QStringList{u"patient"_s, u"add"_s, u"--last"_s, u"1"_s} << u"Last name"_s;
    QTest::newRow("day of no date")
        << QStringList{u"day"_s, u"show"_s, u"--date"_s, u"2026-13-01"_s} << u"--date"_s;
    QTest::newRow("search too long")
        << QStringList{u"patient"_s, u"search"_s, longText} << u"200"_s;
    QTest::newRow("staff of digits")
        << QStringList{u"staff"_s, u"add"_s, u"12345"_s, u"--role"_s, u"reception"_s}
        << u"letter"_s;
}

void TestCommandLineInput::badInputIsRefusedInWordsAndNothingIsMade()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    const QJsonObject before = census(m_desk->simulator());
    const Answer answer = m_desk->as(u"Nadia"_s, words);
    QVERIFY2(answer.code == 1 || (answer.code == 2 && said == u"Last name"_s),
             answer.told().left(2000));
    QVERIFY2(answer.isOneDocument(), answer.out);
    const QString message = answer.object()[u"error"_s][u"message"_s].toString();
    QVERIFY2(message.contains(said) || answer.code == 2, qPrintable(message.left(2000)));
    // Words, not what was typed.
    QVERIFY2(answer.err.size() < 1000, answer.err.left(2000));
    for (const char *typed : {"Quelquun", "Xavier", "somebody@", "1980-02-31"})
        QVERIFY2(!answer.err.contains(typed), answer.err);
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
}

void TestCommandLineInput::nothingOfItIsLeft()
{
    QCOMPARE(m_desk->as(u"Nadia"_s, {u"outbox"_s, u"list"_s}).list(), QJsonArray());
    QCOMPARE(m_desk->as(u"Nadia"_s, {u"patient"_s, u"search"_s, u"quelquun"_s}).list(),
             QJsonArray());
    const QJsonArray staff = m_desk->as(u"Nadia"_s, {u"staff"_s, u"list"_s}).list();
    QCOMPARE(staff.size(), 3);
    for (const QJsonValue &member : staff)
        QVERIFY(!member[u"disabled"_s].toBool());
    // The time that every refused booking asked for is still free.
    const QJsonArray free = m_desk->as(u"Nadia"_s, {u"book"_s, u"slots"_s}).list();
    QVERIFY(free.contains(m_desk->freeSlot()));
}

void TestCommandLineInput::strangeButPossibleNamesAreKeptWhole_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("drop") << u"Robert'); DROP TABLE patient; --"_s << u"O'Neill"_s;
    QTest::newRow("right to left") << u"أحمد"_s << u"بن صالح"_s;
    QTest::newRow("Chinese") << u"小明"_s << u"王"_s;
    QTest::newRow("particle and hyphen") << u"Jean-François"_s << u"de la Tour d’Auvergne"_s;
}

void TestCommandLineInput::strangeButPossibleNamesAreKeptWhole()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    const QJsonObject before = census(m_desk->simulator());
    const Answer added =
        m_desk->as(u"Rani"_s, {u"patient"_s, u"add"_s, u"--first"_s, first, u"--last"_s, last});
    if (added.code == 1) {
        // Refused as a name: then in words, and nothing is there.
        QVERIFY(added.isOneDocument());
        QVERIFY2(added.words().contains(u"name"_s), added.told());
        QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
        return;
    }
    QVERIFY2(added.code == 0, added.told());
    QCOMPARE(added.object()[u"last"_s].toString(), last);
    QCOMPARE(added.object()[u"first"_s].toString(), first);
    const Answer found = m_desk->as(u"Rani"_s, {u"patient"_s, u"search"_s, last});
    QVERIFY2(!found.list().isEmpty(), found.told());
}

void TestCommandLineInput::theSamePersonTwiceIsAsked()
{
    const QStringList words{u"patient"_s, u"add"_s,      u"--first"_s, u"Solange"_s,
                            u"--last"_s,  u"Arnaudin"_s, u"--birth"_s, u"1971-03-04"_s};
    const Answer first = m_desk->as(u"Rani"_s, words);
    QVERIFY2(first.code == 0, first.told());
    const QJsonObject before = census(m_desk->simulator());
    const Answer second = m_desk->as(u"Rani"_s, words);
    QVERIFY2(second.code == 1, second.told());
    QVERIFY(second.words().contains(u"--new-despite-similar"_s));
    QVERIFY2(!second.err.contains("Arnaudin") && !second.err.contains("1971"), second.err);
    const Answer booked =
        m_desk->as(u"Rani"_s,
                   m_desk->booking({u"--first"_s, u"Solange"_s, u"--last"_s, u"Arnaudin"_s,
                                    u"--birth"_s, u"1971-03-04"_s}));
    QVERIFY2(booked.code == 1, booked.told());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
    const Answer third = m_desk->as(u"Rani"_s, words + QStringList{u"--new-despite-similar"_s});
    QVERIFY2(third.code == 0, third.told());
    QVERIFY(third.object()[u"id"_s] != first.object()[u"id"_s]);
}

void TestCommandLineInput::tenMegabytesOnStandardInputAreRefused()
{
    const QByteArray much(10'000'000, '7');
    const Answer kept =
        m_desk->run({u"--json"_s, u"secret"_s, u"set"_s, u"dentaltap.token"_s}, much);
    QVERIFY2(kept.code == 1, kept.told().left(500));
    QVERIFY(kept.words().contains(u"65536"_s));
    const Answer pin = m_desk->run(
        {u"--json"_s, u"--staff"_s, u"Nadia"_s, u"--pin-stdin"_s, u"day"_s, u"show"_s}, much);
    QVERIFY2(pin.code == 4, pin.told().left(500));
    const Answer bytes =
        m_desk->run({u"secret"_s, u"set"_s, u"dentaltap.token"_s}, QByteArray("a\0b\nc", 5));
    QCOMPARE(bytes.code, 1);
    const Answer nothing = m_desk->run({u"secret"_s, u"set"_s, u"dentaltap.token"_s}, "\n");
    QCOMPARE(nothing.code, 1);
    // The token of before still opens the door.
    const Answer check = m_desk->as(u"Nadia"_s, {u"config"_s, u"check"_s});
    QVERIFY2(check.code == 0, check.told());
}

void TestCommandLineInput::aSilentSystemEndsWithTheTimeout()
{
    QCOMPARE(m_desk->simulator().addFault(QJsonObject{{u"system"_s, u"dentaltap"_s},
                                                      {u"path"_s, u"."_s},
                                                      {u"times"_s, 1000},
                                                      {u"kind"_s, u"blackHole"_s}}),
             QString());
    QElapsedTimer timer;
    timer.start();
    const Answer answer = m_desk->as(
        u"Nadia"_s, {u"--timeout"_s, u"2"_s, u"sync"_s, u"run"_s, u"--system"_s, u"dentaltap"_s});
    m_desk->simulator().clearFaults();
    QVERIFY2(answer.code == 3, answer.told());
    QVERIFY(answer.isOneDocument());
    QVERIFY2(timer.elapsed() < 15000, "the program hung");
}

QTEST_GUILESS_MAIN(TestCommandLineInput)
#include "tst_commandlineinput.moc"
