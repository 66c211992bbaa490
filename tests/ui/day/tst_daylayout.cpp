// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daylayout.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Where cards stand: columns, lanes and minutes.
class TestDayLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlapsStandSideBySide_data();
    void overlapsStandSideBySide();
    void laneRectanglesNeverOverlap();
    void shortCardsKeepALineOfHeight();
    void cancelledOnesCanBeLeftOut();
    void columnsOfSurgeons();
    void columnsOfRooms();
    void aSurgeonAlone();
    void minutesAndMomentsAreInverse();
    void shownHoursHoldEveryCard();

private:
    static DayFrame frame()
    {
        DayFrame result;
        result.left = 50;
        result.columnWidth = 200;
        result.columns = 4;
        result.pixelsPerMinute = 2;
        result.firstMinute = 420;
        result.lastMinute = 1140;
        result.minimumHeight = 20;
        return result;
    }
    static QTimeZone zone() { return QTimeZone(syntheticday::zone()); }
    static QList<DayColumn> columns(const QList<DayEntry> &entries)
    {
        return dayColumns({QDate(2026, 11, 23)}, DayGrouping::Surgeon, syntheticday::providers(),
                          syntheticday::rooms(), entries, zone(), {}, u"None"_s);
    }
};

using Spans = QList<QPair<int, int>>; // start and length in minutes

void TestDayLayout::overlapsStandSideBySide_data()
{
    QTest::addColumn<Spans>("spans");
    QTest::addColumn<QList<int>>("lanes");
    QTest::addColumn<QList<int>>("laneCounts");
    QTest::newRow("one alone") << Spans{{540, 30}} << QList<int>{0} << QList<int>{1};
    QTest::newRow("one after the other")
        << Spans{{540, 30}, {570, 30}} << QList<int>{0, 0} << QList<int>{1, 1};
    QTest::newRow("two at once") << Spans{{540, 30}, {540, 30}} << QList<int>{0, 1}
                                 << QList<int>{2, 2};
    QTest::newRow("a chain shares its lanes")
        << Spans{{540, 60}, {570, 60}, {600, 60}} << QList<int>{0, 1, 0} << QList<int>{2, 2, 2};
    QTest::newRow("three at once, then free again")
        << Spans{{540, 30}, {545, 30}, {550, 30}, {600, 30}} << QList<int>{0, 1, 2, 0}
        << QList<int>{3, 3, 3, 1};
    QTest::newRow("five minutes take a whole line")
        << Spans{{540, 5}, {545, 30}} << QList<int>{0, 1} << QList<int>{2, 2};
}

void TestDayLayout::overlapsStandSideBySide()
{
    QFETCH(Spans, spans);
    QFETCH(QList<int>, lanes);
    QFETCH(QList<int>, laneCounts);
    QList<DayEntry> entries;
    for (int i = 0; i < spans.size(); ++i)
        entries.append(syntheticday::card(QString::number(i), u"Somebody"_s, u"s2"_s,
                                          spans[i].first, spans[i].second));
    const QList<CardPlace> places =
        layoutDay(entries, columns(entries), frame(), DayGrouping::Surgeon, zone());
    QCOMPARE(places.size(), spans.size());
    QList<int> gotLanes;
    QList<int> gotCounts;
    for (const CardPlace &place : places) {
        QCOMPARE(place.column, 1);
        gotLanes.append(place.lane);
        gotCounts.append(place.lanes);
    }
    QCOMPARE(gotLanes, lanes);
    QCOMPARE(gotCounts, laneCounts);
}

void TestDayLayout::laneRectanglesNeverOverlap()
{
    const QList<DayEntry> entries = syntheticday::full(60);
    const QList<CardPlace> places =
        layoutDay(entries, columns(entries), frame(), DayGrouping::Surgeon, zone());
    QCOMPARE(places.size(), 60);
    for (int i = 0; i < places.size(); ++i) {
        for (int j = i + 1; j < places.size(); ++j)
            QVERIFY2(!places[i].rect.intersects(places[j].rect),
                     qPrintable(u"%1 and %2"_s.arg(places[i].row).arg(places[j].row)));
    }
}

void TestDayLayout::shortCardsKeepALineOfHeight()
{
    const QList<DayEntry> entries{syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 5)};
    const QList<CardPlace> places =
        layoutDay(entries, columns(entries), frame(), DayGrouping::Surgeon, zone());
    QCOMPARE(places.size(), 1);
    QCOMPARE(places[0].rect.height(), frame().minimumHeight);
    QCOMPARE(places[0].rect.top(), frame().y(540) + 1);
}

void TestDayLayout::cancelledOnesCanBeLeftOut()
{
    QList<DayEntry> entries{syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30),
                            syntheticday::card(u"2"_s, u"Another"_s, u"s1"_s, 540, 30)};
    entries[0].visit.state = VisitState::Cancelled;
    const auto with = layoutDay(entries, columns(entries), frame(), DayGrouping::Surgeon, zone());
    const auto without =
        layoutDay(entries, columns(entries), frame(), DayGrouping::Surgeon, zone(), false);
    QCOMPARE(with.size(), 2);
    QCOMPARE(without.size(), 1);
    QCOMPARE(without[0].row, 1);
    QCOMPARE(without[0].lanes, 1);
}

void TestDayLayout::columnsOfSurgeons()
{
    QList<DayEntry> entries{syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30),
                            syntheticday::card(u"2"_s, u"Somebody"_s, QString(), 540, 30)};
    QList<Provider> providers = syntheticday::providers();
    providers[1].active = false;
    providers[0].active = false;
    const auto columns =
        dayColumns({QDate(2026, 11, 23), QDate(2026, 11, 24)}, DayGrouping::Surgeon, providers, {},
                   entries, zone(), {}, u"None"_s);
    QStringList titles;
    for (const DayColumn &column : columns)
        titles.append(column.title);
    // Inactive ones only where they have appointments; one without a surgeon where needed.
    QCOMPARE(titles,
             QStringList({u"Dr Léa Fontaine"_s, u"Dr Inès Belkacem"_s, u"Dr Paul Nguyên"_s,
                          u"None"_s, u"Dr Inès Belkacem"_s, u"Dr Paul Nguyên"_s}));
}

void TestDayLayout::columnsOfRooms()
{
    const QList<DayEntry> entries = syntheticday::design();
    const auto columns =
        dayColumns({QDate(2026, 11, 23)}, DayGrouping::Room, syntheticday::providers(),
                   syntheticday::rooms(), entries, zone(), {}, u"None"_s);
    QCOMPARE(columns.size(), 5);
    QCOMPARE(columns[4].room, RoomId(u"r5"_s));
    const auto places = layoutDay(entries, columns, frame(), DayGrouping::Room, zone());
    QCOMPARE(places.size(), entries.size());
}

void TestDayLayout::aSurgeonAlone()
{
    const QList<DayEntry> entries = syntheticday::design();
    const auto columns =
        dayColumns({QDate(2026, 11, 23)}, DayGrouping::Surgeon, syntheticday::providers(), {},
                   entries, zone(), ProviderId(u"s3"_s), u"None"_s);
    QCOMPARE(columns.size(), 1);
    QCOMPARE(columns[0].provider, ProviderId(u"s3"_s));
}

void TestDayLayout::minutesAndMomentsAreInverse()
{
    const QDate date(2026, 11, 23);
    for (int minute = 0; minute < 1440; minute += 5)
        QCOMPARE(minuteOf(momentOf(date, minute, zone()), date, zone()), minute);
    QCOMPARE(momentOf(date, 540, zone()), QDateTime(date, QTime(5, 0), Qt::UTC));
}

void TestDayLayout::shownHoursHoldEveryCard()
{
    const QList<DayEntry> late{syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 1170, 60)};
    const auto shown = shownMinutes(late, {QDate(2026, 11, 23)}, {{450, 720}, {810, 1110}}, zone());
    QCOMPARE(shown.first, 420);
    QCOMPARE(shown.second, 1260);
    const QPair<int, int> ordinary(420, 1140);
    QCOMPARE(shownMinutes({}, {QDate(2026, 11, 23)}, {}, zone()), ordinary);
}

QTEST_GUILESS_MAIN(TestDayLayout)
#include "tst_daylayout.moc"
