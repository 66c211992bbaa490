// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/theme/theme.h"
#include "ui/toothchart/odontogram.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using dental::Dentition;
using dental::Presence;
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
    void everyPointOfATeethsAreaIsThatTooth();
    void mesialLooksToTheMidline_data();
    void mesialLooksToTheMidline();
    void arrowKeysWalkRowsFromLeftToRight();
    void marqueeTakesWhatItTouches();
    void supernumeraryToothStandsBesideItsNeighbour();
    void whatIsNoToothIsListed();
    void retainedPrimaryToothIsShownWithItsSuccessor();
    void rowsFollowTheDentition_data();
    void rowsFollowTheDentition();
    void numbersFollowTheNotation();
    void unmentionedToothIsUnknownNotHealthy();
    void notMeasuredIsNeverZero();
    void layersSwitchPartsOff_data();
    void layersSwitchPartsOff();
    void marksAreSeen_data();
    void marksAreSeen();
    void partOfAChartIsPaintedAsInTheWhole_data();
    void partOfAChartIsPaintedAsInTheWhole();
    void exportIsOfLinesNotOfPixels();

private:
    static QImage picture(const Odontogram &chart, const ChartLayers &layers = {},
                          const Odontogram::Marks &marks = {}, const QRectF &part = {});
    static QImage of(const QImage &picture, const QRectF &area);
    static int farthest(const QImage &a, const QImage &b);
};

QImage TestOdontogram::picture(const Odontogram &chart, const ChartLayers &layers,
                               const Odontogram::Marks &marks, const QRectF &part)
{
    const QPalette palette = QApplication::palette();
    QImage image(chart.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    if (!part.isEmpty())
        painter.setClipRect(part);
    chart.paint(&painter, Theme::of(palette), palette, layers, marks);
    return image;
}

QImage TestOdontogram::of(const QImage &picture, const QRectF &area)
{
    return picture.copy(area.toAlignedRect().adjusted(2, 2, -2, -2));
}

//! The largest difference of two pixels in one of their channels.
int TestOdontogram::farthest(const QImage &a, const QImage &b)
{
    int result = a.size() == b.size() ? 0 : 256;
    for (int y = 0; result < 256 && y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            result = std::max({result, std::abs(qRed(one) - qRed(other)),
                               std::abs(qGreen(one) - qGreen(other)),
                               std::abs(qBlue(one) - qBlue(other))});
        }
    }
    return result;
}

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

void TestOdontogram::everyPointOfATeethsAreaIsThatTooth()
{
    const Odontogram chart(syntheticmouth::complete(Dentition::Mixed), View::Both,
                           teeth::Notation::Fdi);
    for (const teeth::Tooth &tooth : chart.teeth()) {
        const QRectF area = chart.area(tooth).adjusted(0.5, 0.5, -0.5, -0.5);
        QSet<int> surfaces;
        for (double y = area.top(); y < area.bottom(); y += 2) {
            for (double x = area.left(); x < area.right(); x += 2) {
                const auto hit = chart.at({x, y});
                QVERIFY(hit && hit->tooth == tooth);
                if (hit->surface)
                    surfaces.insert(int(*hit->surface));
            }
        }
        QCOMPARE(surfaces.size(), 6);
    }
    QVERIFY(!chart.at({-5, -5}));
    QVERIFY(!chart.at({chart.size().width() / 2, chart.size().height() - 2}));
}

void TestOdontogram::mesialLooksToTheMidline_data()
{
    QTest::addColumn<int>("fdi");
    for (const ToothProfile &tooth : syntheticmouth::complete(Dentition::Mixed).teeth)
        QTest::addRow("%d", tooth.tooth.fdi) << tooth.tooth.fdi;
}

void TestOdontogram::mesialLooksToTheMidline()
{
    using dental::Surface;
    QFETCH(int, fdi);
    const Odontogram chart(syntheticmouth::complete(Dentition::Mixed), View::Dental,
                           teeth::Notation::Fdi);
    const auto middle = [&](Surface surface) {
        return chart.surfaceArea({fdi, false}, surface).boundingRect().center();
    };
    const double midline = chart.size().width() / 2;
    const double mesial = middle(Surface::Mesial).x();
    const double distal = middle(Surface::Distal).x();
    QVERIFY(std::abs(mesial - midline) < std::abs(distal - midline));
    // The patient's right is on the left, as one faces them.
    const int quadrant = fdi / 10;
    const bool right = quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
    QCOMPARE(mesial < midline, right);
    const bool upper = quadrant == 1 || quadrant == 2 || quadrant == 5 || quadrant == 6;
    QCOMPARE(middle(Surface::Vestibular).y() < middle(Surface::Oral).y(), upper);
    QCOMPARE(chart.area({fdi, false}).center().y() < chart.size().height() / 2, upper);
}

void TestOdontogram::arrowKeysWalkRowsFromLeftToRight()
{
    const Odontogram chart(syntheticmouth::complete(Dentition::Mixed), View::Dental,
                           teeth::Notation::Fdi);
    QList<int> order;
    for (const teeth::Tooth &tooth : chart.teeth())
        order.append(tooth.fdi);
    QCOMPARE(order.size(), 52);
    QCOMPARE(order.first(), 18);
    QCOMPARE(order.at(7), 11);
    QCOMPARE(order.at(8), 21);
    QCOMPARE(order.at(15), 28);
    QCOMPARE(order.at(16), 55);
    QCOMPARE(order.at(26), 85);
    QCOMPARE(order.at(36), 48);
    QCOMPARE(order.last(), 38);
}

void TestOdontogram::marqueeTakesWhatItTouches()
{
    const Odontogram chart(syntheticmouth::healthyAdult(), View::Dental, teeth::Notation::Fdi);
    const QPointF from = chart.area({13, false}).center();
    const QPointF to = chart.area({21, false}).center();
    QList<int> taken;
    for (const teeth::Tooth &tooth : chart.within(QRectF(to, from)))
        taken.append(tooth.fdi);
    QCOMPARE(taken, (QList<int>{13, 12, 11, 21}));
    const QRectF whole(QPointF(), chart.size());
    QCOMPARE(chart.within(whole).size(), 32);
}

void TestOdontogram::supernumeraryToothStandsBesideItsNeighbour()
{
    const Odontogram chart(syntheticmouth::hidden(), View::Dental, teeth::Notation::Fdi);
    const teeth::Tooth extra{28, true};
    const QRectF area = chart.area(extra);
    QVERIFY(std::abs(area.left() - chart.area({28, false}).right()) < 0.01);
    QVERIFY(area.width() < chart.area({28, false}).width());
    QCOMPARE(chart.at(area.center())->tooth, extra);
    QVERIFY(Odontogram::mark(extra) != Odontogram::mark({28, false}));
    // Between the central incisors.
    const QRectF middle = chart.area({11, true});
    QVERIFY(std::abs(middle.left() - chart.area({11, false}).right()) < 0.01);
    QVERIFY(std::abs(middle.right() - chart.area({21, false}).left()) < 0.01);
}

void TestOdontogram::whatIsNoToothIsListed()
{
    DentalProfile profile = syntheticmouth::hidden();
    profile.teeth.append(syntheticmouth::tooth(profile, 16));
    const Odontogram chart(profile, View::Dental, teeth::Notation::Universal);
    QCOMPARE(chart.notPlaced(), (QStringList{u"99"_s, u"4x"_s, u"3"_s}));
    QVERIFY(Odontogram(syntheticmouth::healthyAdult(), View::Dental, teeth::Notation::Fdi)
                .notPlaced()
                .isEmpty());
}

void TestOdontogram::retainedPrimaryToothIsShownWithItsSuccessor()
{
    DentalProfile profile = syntheticmouth::healthyAdult();
    ToothProfile retained;
    retained.tooth = {85, false};
    retained.presence = Presence::Present;
    profile.teeth.append(retained);
    const Odontogram chart(profile, View::Dental, teeth::Notation::Fdi);
    QCOMPARE(chart.teeth().size(), 33);
    QVERIFY(!chart.area({85, false}).isEmpty());
    QVERIFY(!chart.area({45, false}).isEmpty());
}

void TestOdontogram::rowsFollowTheDentition_data()
{
    QTest::addColumn<Dentition>("dentition");
    QTest::addColumn<QList<int>>("mentioned");
    QTest::addColumn<int>("shown");
    QTest::addRow("permanent") << Dentition::Permanent << QList<int>{} << 32;
    QTest::addRow("primary") << Dentition::Primary << QList<int>{} << 20;
    QTest::addRow("primary with a first molar") << Dentition::Primary << QList<int>{36} << 21;
    QTest::addRow("mixed") << Dentition::Mixed << QList<int>{} << 52;
    QTest::addRow("not said, nothing known") << Dentition::Unknown << QList<int>{} << 32;
    QTest::addRow("not said, primary") << Dentition::Unknown << QList<int>{55, 61} << 20;
    QTest::addRow("not said, both") << Dentition::Unknown << QList<int>{55, 16} << 52;
    QTest::addRow("not said, only probed") << Dentition::Unknown << QList<int>{-85} << 33;
}

void TestOdontogram::rowsFollowTheDentition()
{
    QFETCH(Dentition, dentition);
    QFETCH(QList<int>, mentioned);
    QFETCH(int, shown);
    DentalProfile profile;
    profile.dentition = dentition;
    for (const int fdi : mentioned) {
        if (fdi < 0) {
            ProbedTooth probed;
            probed.tooth = {-fdi, false};
            profile.periodontal = PeriodontalRecord{};
            profile.periodontal->teeth = {probed};
            continue;
        }
        ToothProfile tooth;
        tooth.tooth = {fdi, false};
        tooth.presence = Presence::Present;
        profile.teeth.append(tooth);
    }
    QCOMPARE(Odontogram(profile, View::Dental, teeth::Notation::Fdi).teeth().size(), shown);
}

void TestOdontogram::numbersFollowTheNotation()
{
    const DentalProfile profile = syntheticmouth::healthyAdult();
    const Odontogram fdi(profile, View::Dental, teeth::Notation::Fdi);
    const Odontogram universal(profile, View::Dental, teeth::Notation::Universal);
    QCOMPARE(fdi.size(), universal.size());
    const QRectF area = fdi.area({16, false});
    const QRectF number(area.topLeft(), QSizeF(area.width(), 20));
    const QRectF teeth(area.left(), area.top() + 22, area.width(), area.height() - 22);
    QVERIFY(of(picture(fdi), number) != of(picture(universal), number));
    QCOMPARE(of(picture(fdi), teeth), of(picture(universal), teeth));
}

void TestOdontogram::unmentionedToothIsUnknownNotHealthy()
{
    for (const View view : {View::Dental, View::Both}) {
        const auto with = [view](const DentalProfile &profile) {
            const Odontogram chart(profile, view, teeth::Notation::Fdi);
            return of(picture(chart), chart.area({16, false}));
        };
        DentalProfile said = syntheticmouth::healthyAdult();
        const QImage healthy = with(said);
        syntheticmouth::tooth(said, 16).presence = Presence::Unknown;
        DentalProfile silent = syntheticmouth::healthyAdult();
        silent.teeth.removeIf([](const ToothProfile &tooth) { return tooth.tooth.fdi == 16; });
        QCOMPARE(with(silent), with(said));
        QVERIFY(with(silent) != healthy);
        // Nor is it missing.
        syntheticmouth::tooth(said, 16).presence = Presence::Missing;
        QVERIFY(with(silent) != with(said));
    }
}

void TestOdontogram::notMeasuredIsNeverZero()
{
    const auto with = [](std::optional<int> value) {
        DentalProfile profile = syntheticmouth::healthyAdult();
        ProbedTooth probed;
        probed.tooth = {16, false};
        for (ProbedSite &site : probed.sites) {
            site.depth = value;
            site.recession = value;
        }
        profile.periodontal = PeriodontalRecord{};
        profile.periodontal->teeth = {probed};
        const Odontogram chart(profile, View::Periodontal, teeth::Notation::Fdi);
        return of(picture(chart), chart.area({16, false}));
    };
    DentalProfile never = syntheticmouth::healthyAdult();
    const Odontogram chart(never, View::Periodontal, teeth::Notation::Fdi);
    QCOMPARE(with(std::nullopt), of(picture(chart), chart.area({16, false})));
    QVERIFY(with(0) != with(std::nullopt));
    QVERIFY(with(3) != with(6));
}

void TestOdontogram::layersSwitchPartsOff_data()
{
    QTest::addColumn<QString>("layer");
    for (const char *layer : {"existing", "planned", "doneToday", "scans"})
        QTest::addRow("%s", layer) << QString::fromLatin1(layer);
}

void TestOdontogram::layersSwitchPartsOff()
{
    QFETCH(QString, layer);
    DentalProfile profile = syntheticmouth::healthyAdult();
    Odontogram::Marks marks;
    ChartLayers on{true, true, true, true};
    ChartLayers off = on;
    if (layer == u"existing"_s) {
        syntheticmouth::tooth(profile, 16)
            .conditions.append({u"caries"_s, {}, {}, {dental::Surface::Mesial}, {}});
        syntheticmouth::tooth(profile, 16).restorations.append({u"crown"_s, {}, {}, {}, {}, {}});
        off.existing = false;
    } else if (layer == u"planned"_s) {
        syntheticmouth::tooth(profile, 16).planned.append(PlannedCare{});
        off.planned = false;
    } else if (layer == u"doneToday"_s) {
        marks.doneToday = {16};
        off.doneToday = false;
    } else {
        marks.scanned = {16};
        off.scans = false;
    }
    const Odontogram chart(profile, View::Dental, teeth::Notation::Fdi);
    const QRectF area = chart.area({16, false});
    const Odontogram plain(syntheticmouth::healthyAdult(), View::Dental, teeth::Notation::Fdi);
    QVERIFY(of(picture(chart, on, marks), area) != of(picture(plain, on), area));
    QCOMPARE(of(picture(chart, off, marks), area), of(picture(plain, off), area));
}

void TestOdontogram::marksAreSeen_data()
{
    QTest::addColumn<int>("presence");
    for (int presence = 0; presence <= int(Presence::Pontic); ++presence)
        QTest::addRow("%s", QMetaEnum::fromType<Presence>().valueToKey(presence)) << presence;
}

void TestOdontogram::marksAreSeen()
{
    QFETCH(int, presence);
    DentalProfile profile = syntheticmouth::healthyAdult();
    syntheticmouth::tooth(profile, 33).presence = Presence(presence);
    const Odontogram chart(profile, View::Dental, teeth::Notation::Fdi);
    const QRectF area = chart.area({33, false});
    Odontogram::Marks selected;
    selected.selected = {33};
    Odontogram::Marks hovered;
    hovered.hovered = 33;
    Odontogram::Marks different;
    different.different = {33};
    QList<QImage> seen;
    for (const Odontogram::Marks &marks : {Odontogram::Marks(), selected, hovered, different}) {
        const QImage image = of(picture(chart, {}, marks), area);
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
}

void TestOdontogram::partOfAChartIsPaintedAsInTheWhole_data()
{
    QTest::addColumn<int>("fdi");
    for (const int fdi : {18, 13, 11, 27, 36, 42})
        QTest::addRow("%d", fdi) << fdi;
}

void TestOdontogram::partOfAChartIsPaintedAsInTheWhole()
{
    QFETCH(int, fdi);
    for (const DentalProfile &profile :
         {syntheticmouth::hidden(), syntheticmouth::bridge(), syntheticmouth::periodontitis()}) {
        const Odontogram chart(profile, View::Both, teeth::Notation::Fdi);
        const QRectF area = chart.area({fdi, false});
        // A line that is cut elsewhere is smoothed a little differently.
        const QImage part = of(picture(chart, {}, {}, area), area);
        const int difference = farthest(part, of(picture(chart), area));
        QVERIFY2(difference < 24, qPrintable(QString::number(difference)));
    }
}

void TestOdontogram::exportIsOfLinesNotOfPixels()
{
    const Odontogram chart(syntheticmouth::periodontitis(), View::Both, teeth::Notation::Fdi);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.size().toSize());
    generator.setViewBox(QRectF(QPointF(), chart.size()));
    const QPalette palette = QApplication::palette();
    QPainter painter(&generator);
    chart.paint(&painter, Theme::of(palette), palette, {}, {});
    painter.end();
    QVERIFY(!buffer.data().contains("<image"));
    QVERIFY(QSvgRenderer(buffer.data()).isValid());
}

QTEST_MAIN(TestOdontogram)
#include "tst_odontogram.moc"
