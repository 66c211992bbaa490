// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/toothchart/odontogram.h"

#include <QTest>

using View = Odontogram::View;

//! Where teeth and their surfaces stand.
class TestOdontogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void middleOfEachSurfaceHitsIt_data();
    void middleOfEachSurfaceHitsIt();
    void teethNeverOverlap_data();
    void teethNeverOverlap();
};

void TestOdontogram::middleOfEachSurfaceHitsIt_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("fdi");
    QTest::addColumn<int>("surface");
    const std::pair<const char *, View> views[] = {
        {"dental", View::Dental}, {"periodontal", View::Periodontal}, {"both", View::Both}};
    int count = 0;
    for (const auto &[name, view] : views) {
        const DentalProfile profile = syntheticmouth::complete(dental::Dentition::Mixed);
        for (const ToothProfile &tooth : profile.teeth) {
            ++count;
            for (const dental::Surface surface : surfacesOf(tooth.tooth.fdi)) {
                QTest::addRow("%s, %d %s", name, tooth.tooth.fdi,
                              QMetaEnum::fromType<dental::Surface>().valueToKey(int(surface)))
                    << int(view) << tooth.tooth.fdi << int(surface);
            }
        }
    }
    QCOMPARE(count, 3 * 52);
}

void TestOdontogram::middleOfEachSurfaceHitsIt()
{
    QFETCH(int, view);
    QFETCH(int, fdi);
    QFETCH(int, surface);
    static const QMap<int, Odontogram> charts = [] {
        const DentalProfile profile = syntheticmouth::complete(dental::Dentition::Mixed);
        QMap<int, Odontogram> built;
        for (const View each : {View::Dental, View::Periodontal, View::Both})
            built.insert(int(each), Odontogram(profile, each, teeth::Notation::Fdi));
        return built;
    }();
    const Odontogram chart = charts.value(view);
    const teeth::Tooth tooth{fdi, false};
    const auto wanted = dental::Surface(surface);
    const QPainterPath area = chart.surfaceArea(tooth, wanted);
    const bool chewing = View(view) != View::Periodontal || teeth::isPrimary(fdi);
    const bool onCrown = wanted == dental::Surface::Vestibular
        || wanted == dental::Surface::Cervical || wanted == dental::Surface::Oral;
    if (!chewing && !onCrown) {
        QVERIFY(area.isEmpty());
        return;
    }
    // Large enough for a mouse at 100 %.
    const QRectF bounds = area.boundingRect();
    QVERIFY2(bounds.width() >= 6 && bounds.height() >= 6,
             qPrintable(QStringLiteral("%1 x %2").arg(bounds.width()).arg(bounds.height())));
    QVERIFY(area.contains(bounds.center()));
    const auto hit = chart.at(bounds.center());
    QVERIFY(hit);
    QCOMPARE(hit->tooth, tooth);
    QCOMPARE(hit->surface, wanted);
    QVERIFY(chart.area(tooth).contains(bounds));
}

void TestOdontogram::teethNeverOverlap_data()
{
    QTest::addColumn<int>("view");
    QTest::addRow("dental") << int(View::Dental);
    QTest::addRow("periodontal") << int(View::Periodontal);
    QTest::addRow("both") << int(View::Both);
}

void TestOdontogram::teethNeverOverlap()
{
    QFETCH(int, view);
    const Odontogram chart(syntheticmouth::complete(dental::Dentition::Mixed), View(view),
                           teeth::Notation::Fdi);
    const QList<teeth::Tooth> all = chart.teeth();
    QCOMPARE(all.size(), 52);
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            const QRectF common = chart.area(all.at(i)) & chart.area(all.at(j));
            QVERIFY2(common.width() < 0.001 || common.height() < 0.001,
                     qPrintable(QStringLiteral("%1 %2").arg(all.at(i).fdi).arg(all.at(j).fdi)));
        }
    }
}

QTEST_MAIN(TestOdontogram)
#include "tst_odontogram.moc"
