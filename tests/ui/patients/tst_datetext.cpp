// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/datetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreTakenAsPeopleTypeThem_data();
    void datesAreTakenAsPeopleTypeThem();
    void agesAreTold_data();
    void agesAreTold();
};

void TestDateText::datesAreTakenAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date");
    const QDate pi(1979, 3, 14);
    QTest::newRow("digits alone") << u"14031979"_s << pi;
    QTest::newRow("slashes") << u"14/3/1979"_s << pi;
    QTest::newRow("day first, both small") << u"5/3/2026"_s << QDate(2026, 3, 5);
    QTest::newRow("points") << u"14.03.1979"_s << pi;
    QTest::newRow("blanks around and within") << u"  14 03 1979 "_s << pi;
    QTest::newRow("year first") << u"1979-03-14"_s << pi;
    QTest::newRow("two digits, last century") << u"14.03.79"_s << pi;
    QTest::newRow("two digits, this century") << u"140320"_s << QDate(2020, 3, 14);
    QTest::newRow("leap day") << u"29022000"_s << QDate(2000, 2, 29);
    QTest::newRow("Arabic digits") << u"١٤/٣/١٩٧٩"_s << pi;
    QTest::newRow("no leap day") << u"29021900"_s << QDate();
    QTest::newRow("the 31st of April") << u"31/4/1980"_s << QDate();
    QTest::newRow("month 13") << u"14131979"_s << QDate();
    QTest::newRow("letters") << u"14 mars 1979"_s << QDate();
    QTest::newRow("a name") << u"Lefèvre"_s << QDate();
    QTest::newRow("too few digits") << u"1403"_s << QDate();
    QTest::newRow("three digits of a year") << u"14/3/979"_s << QDate();
    QTest::newRow("a phone number") << u"+33612345678"_s << QDate();
    QTest::newRow("nothing") << QString() << QDate();
    QTest::newRow("ten million characters") << QString(10'000'000, u'1') << QDate();
    QTest::newRow("control characters") << u"14\u000003\u00001979"_s << QDate();
}

void TestDateText::datesAreTakenAsPeopleTypeThem()
{
    QFETCH(QString, typed);
    QFETCH(QDate, date);
    QCOMPARE(dateFromText(typed, QDate(2026, 11, 23)), date);
}

void TestDateText::agesAreTold_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QString>("age");
    QTest::newRow("the day before a birthday") << QDate(1974, 11, 24) << u"51 y"_s;
    QTest::newRow("on the birthday") << QDate(1974, 11, 23) << u"52 y"_s;
    QTest::newRow("an infant") << QDate(2026, 1, 24) << u"9 months"_s;
    QTest::newRow("two years old") << QDate(2024, 11, 23) << u"2 y"_s;
    QTest::newRow("not known") << QDate() << QString();
    QTest::newRow("in the future") << QDate(2027, 1, 1) << QString();
}

void TestDateText::agesAreTold()
{
    QFETCH(QDate, birth);
    QFETCH(QString, age);
    QCOMPARE(ageText(birth, QDate(2026, 11, 23)), age);
}

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_datetext.moc"
