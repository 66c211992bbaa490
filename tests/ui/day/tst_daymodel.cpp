// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The list behind the day view.
class TestDayModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryChangeByDifference();
    void theSameDayAgainChangesNothing();
    void oneChangedCardIsOneChangedRow();
    void sameNameOfAnotherPatientIsMarked();
};

void TestDayModel::followsEveryChangeByDifference()
{
    DayModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<DayEntry> day = syntheticday::full(20);
    model.setEntries(day);
    QCOMPARE(model.entries(), day);
    day.removeAt(3);
    day.removeLast();
    model.setEntries(day);
    QCOMPARE(model.entries(), day);
    day.move(2, 9);
    day.prepend(syntheticday::card(u"new"_s, u"Somebody"_s, u"s1"_s, 480, 30));
    day[5].visit.state = VisitState::NoShow;
    model.setEntries(day);
    QCOMPARE(model.entries(), day);
    QCOMPARE(model.index(0).data(DayModel::EntryRole).value<DayEntry>(), day[0]);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.count(), 0);
}

void TestDayModel::theSameDayAgainChangesNothing()
{
    DayModel model;
    model.setEntries(syntheticday::full(12));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setEntries(syntheticday::full(12));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(inserted.count(), 0);
}

void TestDayModel::oneChangedCardIsOneChangedRow()
{
    DayModel model;
    QList<DayEntry> day = syntheticday::design();
    model.setEntries(day);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    day[4].sending = true;
    model.setEntries(day);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 4);
    QCOMPARE(changed[0][1].toModelIndex().row(), 4);
}

void TestDayModel::sameNameOfAnotherPatientIsMarked()
{
    QList<DayEntry> day{syntheticday::card(u"1"_s, u"Zoé Petit"_s, u"s1"_s, 540, 30),
                        syntheticday::card(u"2"_s, u"ZOE PETIT"_s, u"s2"_s, 600, 30),
                        syntheticday::card(u"3"_s, u"Li Wei"_s, u"s2"_s, 660, 30),
                        syntheticday::card(u"4"_s, u"Li Wei"_s, u"s3"_s, 720, 30)};
    day[3].appointment.patient = day[2].appointment.patient;
    DayModel model;
    model.setEntries(day);
    QVERIFY(model.isHomonym(0));
    QVERIFY(model.isHomonym(1));
    // The same person twice is no homonym.
    QVERIFY(!model.isHomonym(2));
    QVERIFY(!model.isHomonym(3));
}

QTEST_GUILESS_MAIN(TestDayModel)
#include "tst_daymodel.moc"
