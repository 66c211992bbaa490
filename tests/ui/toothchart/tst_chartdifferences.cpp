// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/toothchart/chartdifferences.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! What changed between two dates, tooth by tooth.
class TestChartDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalChartsDifferNowhere()
    {
        const DentalProfile mouth = syntheticmouth::cariesAndFillings();
        QVERIFY(chartChanges(mouth, mouth).isEmpty());
        const DentalProfile gums = syntheticmouth::periodontitis();
        QVERIFY(chartChanges(gums, gums).isEmpty());
    }

    void anExtractionAndACrownAreSaidOnce()
    {
        const DentalProfile before = syntheticmouth::healthyAdult();
        DentalProfile after = before;
        syntheticmouth::tooth(after, 36).presence = dental::Presence::Extracted;
        ToothRestoration crown;
        crown.type = u"crown"_s;
        crown.material = u"ceramic"_s;
        syntheticmouth::tooth(after, 11).restorations.append(crown);
        const QList<ToothChange> changes = chartChanges(before, after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).tooth.fdi, 11);
        QCOMPARE(changes.at(0).words, QStringList{u"new: Crown, ceramic"_s});
        QCOMPARE(changes.at(1).tooth.fdi, 36);
        QCOMPARE(changes.at(1).words, QStringList{u"present → extracted"_s});
        // The other way round the crown went.
        QCOMPARE(chartChanges(after, before).at(0).words,
                 QStringList{u"no longer: Crown, ceramic"_s});
    }

    void aToothThatOneChartDoesNotMentionIsUnknownThere()
    {
        DentalProfile before = syntheticmouth::healthyAdult();
        const DentalProfile after = before;
        before.teeth.removeIf([](const ToothProfile &tooth) { return tooth.tooth.fdi == 18; });
        const QList<ToothChange> changes = chartChanges(before, after);
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().words.first().endsWith(u"→ present"_s));
    }

    void probingIsComparedSiteBySite()
    {
        DentalProfile before = syntheticmouth::periodontitis();
        DentalProfile after = before;
        ProbedTooth &probed = after.periodontal->teeth.first();
        ProbedSite &site = probed.sites.at(std::size_t(dental::Site::Vestibular));
        const int depth = site.depth.value_or(0);
        site.depth = depth + 2;
        const QList<ToothChange> changes = chartChanges(before, after);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().tooth, probed.tooth);
        QCOMPARE(changes.first().words.size(), 1);
        QVERIFY2(changes.first().words.first().contains(u"%1 → %2 mm"_s.arg(depth).arg(depth + 2)),
                 qPrintable(changes.first().words.first()));
        // Not probed at all on one date is no difference of every site.
        before.periodontal.reset();
        QVERIFY(chartChanges(before, after).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChartDifferences)
#include "tst_chartdifferences.moc"
