// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daywords.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! What cards and columns say.
class TestDayWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveLines_data();
    void liveLines();
    void waitingTurnsAmberThenRed_data();
    void waitingTurnsAmberThenRed();
    void cardsSayWhatIsMissing();
    void minutesRunWithTheClock();
    void spokenCardNamesPatientTimeAndStage();

private:
    static QTimeZone zone() { return QTimeZone(syntheticday::zone()); }
};

using Kind = LiveLine::Kind;

void TestDayWords::liveLines_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("nowMinute");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("untilMinute");
    QTest::newRow("somebody in the chair") << u"s1"_s << 592 << Kind::InTreatment << 0 << -1;
    QTest::newRow("beyond the end of the slot") << u"s1"_s << 612 << Kind::Late << 12 << -1;
    QTest::newRow("next one later") << u"s2"_s << 592 << Kind::FreeUntil << 0 << 630;
    QTest::newRow("somebody waits beyond their time") << u"s4"_s << 592 << Kind::Late << 52 << -1;
    QTest::newRow("nobody any more") << u"s2"_s << 1000 << Kind::Free << 0 << -1;
}

void TestDayWords::liveLines()
{
    QFETCH(QString, provider);
    QFETCH(int, nowMinute);
    QFETCH(Kind, kind);
    QFETCH(int, minutes);
    QFETCH(int, untilMinute);
    const QDate date(2026, 11, 23);
    DayColumn column{date, ProviderId(provider), {}, {}};
    const LiveLine line = liveLine(column, DayGrouping::Surgeon, syntheticday::design(), {},
                                   momentOf(date, nowMinute, zone()), zone());
    QCOMPARE(line.kind, kind);
    QCOMPARE(line.minutes, minutes);
    if (untilMinute >= 0)
        QCOMPARE(line.until, momentOf(date, untilMinute, zone()));
    QCOMPARE(line.room, RoomId(QString(u"r"_s + provider.mid(1))));
}

void TestDayWords::waitingTurnsAmberThenRed_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<WaitLevel>("level");
    QTest::newRow("just arrived") << 0 << WaitLevel::Fine;
    QTest::newRow("a minute before") << 9 << WaitLevel::Fine;
    QTest::newRow("amber") << 10 << WaitLevel::Long;
    QTest::newRow("still amber") << 19 << WaitLevel::Long;
    QTest::newRow("red") << 20 << WaitLevel::TooLong;
}

void TestDayWords::waitingTurnsAmberThenRed()
{
    QFETCH(int, minutes);
    QFETCH(WaitLevel, level);
    DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    entry.visit.state = VisitState::Arrived;
    entry.visit.arrivedAt = syntheticday::now().addSecs(-60 * minutes);
    QCOMPARE(waitLevel(entry, syntheticday::now(), {}), level);
    entry.visit.state = VisitState::Booked;
    QCOMPARE(waitLevel(entry, syntheticday::now(), {}), WaitLevel::Fine);
}

void TestDayWords::cardsSayWhatIsMissing()
{
    DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    QVERIFY(cardText(entry, false, syntheticday::now(), zone()).notes.isEmpty());
    entry.hasOrder = false;
    entry.failed = true;
    entry.visit.conflict = SlotConflict{Service::GoogleCalendar, entry.appointment.slot};
    entry.appointment.patient = {};
    const CardText text = cardText(entry, true, syntheticday::now(), zone());
    QCOMPARE(text.notes,
             QStringList({u"needs attention"_s, u"to decide"_s, u"no order yet"_s,
                          u"patient not matched"_s, u"same name today"_s}));
    QVERIFY(text.failed && text.decide && text.homonym);
}

void TestDayWords::minutesRunWithTheClock()
{
    DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    entry.visit.state = VisitState::InTreatment;
    entry.visit.seatedAt = syntheticday::now();
    QCOMPARE(cardText(entry, false, syntheticday::now(), zone()).stage, u"In treatment 00:00"_s);
    QCOMPARE(cardText(entry, false, syntheticday::now().addSecs(65 * 60), zone()).stage,
             u"In treatment 01:05"_s);
}

void TestDayWords::spokenCardNamesPatientTimeAndStage()
{
    const DayEntry entry = syntheticday::design()[1];
    const CardText text = cardText(entry, false, syntheticday::now(), zone());
    const QString spoken = spokenCard(entry, text);
    for (const QString &part : {u"Jean-Baptiste Lefèvre"_s, u"09:00–10:00"_s,
                                u"In treatment 00:52"_s, u"Penicillin allergy"_s})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
}

QTEST_GUILESS_MAIN(TestDayWords)
#include "tst_daywords.moc"
