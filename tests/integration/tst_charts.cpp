// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/chartdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! Dental profiles and charts from DentalTap to the desk.
class TestCharts : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDesk(); }
    void init() { calm(); }
    void cleanupTestCase() { closeDesk(); }

    void theProfileComesDownToTheTooth_DT_15()
    {
        const ChartOwner owner(somebody().id);
        const auto nothing = await(charts()->cached(owner));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, Error::Kind::NotFound);
        const auto reading = await(charts()->read(owner));
        QVERIFY2(reading, reading ? "" : qPrintable(reading.error().message));
        QVERIFY(!reading->offline);
        QVERIFY(reading->profile.teeth.size() >= 20);
        const auto kept = await(charts()->cached(owner));
        QVERIFY(kept);
        QCOMPARE(kept->profile, reading->profile);
    }

    void aPictureComesWithTheTokenAndIsKept_DT_06()
    {
        const ChartOwner owner(somebody().id);
        QVERIFY(await(charts()->read(owner)));
        for (const auto kind : {dental::ChartKind::Dental, dental::ChartKind::Periodontal}) {
            const auto picture = await(charts()->picture(owner, kind));
            QVERIFY2(picture, picture ? "" : qPrintable(picture.error().message));
            QCOMPARE(picture->format, u"svg"_s);
            QVERIFY(picture->bytes.contains("<svg"));
            const auto kept = await(charts()->cachedPicture(owner, kind));
            QVERIFY(kept);
            QCOMPARE(kept->bytes, picture->bytes);
            QCOMPARE(kept->date, picture->date);
        }
    }
};

QTEST_GUILESS_MAIN(TestCharts)
#include "tst_charts.moc"
