// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/drawnmouth.h"
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/toothchart/chartview.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ToothHit)

//! Every tooth and each of its surfaces is found by a click, whatever the chart is made of.
class TestChartHits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<ChartView>();
        m_view->resize(1500, 800);
        m_view->show();
    }
    void everyToothAndSurfaceIsClicked_data();
    void everyToothAndSurfaceIsClicked();
    void idsOfOtherNumbersAndPrefixesAreRead();
    void aPictureOfAnotherDentitionHasNoSuchTeeth();
    void aMirroredGridTurnsMesialAndDistal();
    void aPictureThatIsNoneIsNotTaken();

private:
    enum class Made { Marks, Grid, Png, Drawing };
    static QByteArray bytes(const DrawnMouth &mouth, Made made)
    {
        if (made != Made::Png)
            return mouth.svg(made == Made::Marks);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        mouth.png().save(&buffer, "PNG");
        return png;
    }
    //! A tooth and surface that a click there gives.
    std::optional<ToothHit> click(QPointF at)
    {
        const QSignalSpy clicked(m_view.get(), &ChartView::clicked);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at.toPoint());
        return clicked.isEmpty() ? std::nullopt
                                 : std::optional(clicked.first().first().value<ToothHit>());
    }

    std::unique_ptr<ChartView> m_view;
    ChartHitMap::Pictures m_pictures;
};

void TestChartHits::everyToothAndSurfaceIsClicked_data()
{
    QTest::addColumn<int>("made");
    QTest::addColumn<dental::Dentition>("dentition");
    QTest::addColumn<int>("fdi");
    const QList<std::pair<Made, const char *>> all{{Made::Marks, "marks"},
                                                   {Made::Grid, "grid"},
                                                   {Made::Png, "png"},
                                                   {Made::Drawing, "own drawing"}};
    for (const auto &[made, name] : all) {
        for (const auto dentition :
             {dental::Dentition::Permanent, dental::Dentition::Primary, dental::Dentition::Mixed}) {
            for (const int fdi : DrawnMouth(dentition).teeth())
                QTest::addRow("%s, %s, %d", name, qPrintable(enumName(dentition)), fdi)
                    << int(made) << dentition << fdi;
        }
    }
}

void TestChartHits::everyToothAndSurfaceIsClicked()
{
    QFETCH(int, made);
    QFETCH(dental::Dentition, dentition);
    QFETCH(int, fdi);
    const teeth::Tooth tooth{fdi, false};
    const DentalProfile profile = syntheticmouth::complete(dentition);
    const DrawnMouth mouth(dentition);
    QMap<dental::Surface, QPointF> places;
    if (Made(made) == Made::Drawing) {
        const ChartScene scene(profile, Odontogram::View::Dental, teeth::Notation::Fdi);
        m_view->setChart(scene, profile);
        for (const auto surface :
             {dental::Surface::Mesial, dental::Surface::Distal, dental::Surface::Vestibular,
              dental::Surface::Oral, dental::Surface::Cervical,
              teeth::isAnterior(fdi) ? dental::Surface::Incisal : dental::Surface::Occlusal}) {
            const QPainterPath area = scene.surfaceArea(tooth, surface);
            QVERIFY2(!area.isEmpty(), qPrintable(enumName(surface)));
            // Some point of it: the middle of a bent area may be outside.
            const QRectF bounds = area.boundingRect();
            for (int i = 0; i < 25 * 25 && !places.contains(surface); ++i) {
                const QPointF at(bounds.x() + bounds.width() * (0.5 + (i % 25 - 12) / 25.0),
                                 bounds.y() + bounds.height() * (0.5 + (i / 25 - 12) / 25.0));
                if (area.contains(QRectF(at - QPointF(0.7, 0.7), QSizeF(1.4, 1.4))))
                    places.insert(surface, at);
            }
        }
        QVERIFY(places.size() >= 5);
    } else {
        ChartScene scene;
        QVERIFY(scene.addPicture(bytes(mouth, Made(made)),
                                 Made(made) == Made::Png ? u"png"_s : u"svg"_s, profile,
                                 m_pictures));
        const auto source =
            Made(made) == Made::Marks ? ChartScene::Source::Marks : ChartScene::Source::Grid;
        QCOMPARE(scene.sources(), QList{source});
        m_view->setChart(scene, profile);
        places = mouth.surfaces(fdi);
    }
    QVERIFY(m_view->scene().teeth().contains(tooth));
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const std::optional<ToothHit> hit = click(m_view->toViewport(it.value()));
        QVERIFY2(hit, qPrintable(enumName(it.key())));
        QCOMPARE(hit->tooth.fdi, fdi);
        QVERIFY2(hit->surface == it.key(),
                 qPrintable(u"%1 is taken for %2"_s.arg(
                     enumName(it.key()), hit->surface ? enumName(*hit->surface) : u"nothing"_s)));
        QCOMPARE(m_view->selected(), QList{tooth});
    }
}

void TestChartHits::idsOfOtherNumbersAndPrefixesAreRead()
{
    m_pictures.idPrefix = u"dent_"_s;
    m_pictures.idNotation = teeth::Notation::Universal;
    const DrawnMouth mouth(dental::Dentition::Permanent, true);
    const DentalProfile profile = syntheticmouth::complete(dental::Dentition::Permanent);
    ChartScene scene;
    QVERIFY(scene.addPicture(mouth.svg(true).replace("\"tooth-", "\"dent_"), u"svg"_s, profile,
                             m_pictures));
    QCOMPARE(scene.sources(), QList{ChartScene::Source::Marks});
    QCOMPARE(scene.teeth().size(), 32);
    m_view->setChart(scene, profile);
    const auto hit = click(m_view->toViewport(mouth.surfaces(36).value(dental::Surface::Mesial)));
    QVERIFY(hit);
    QCOMPARE(hit->tooth.fdi, 36);
    QVERIFY(hit->surface == dental::Surface::Mesial);
    m_pictures = {};
}

void TestChartHits::aPictureOfAnotherDentitionHasNoSuchTeeth()
{
    const DrawnMouth mouth(dental::Dentition::Primary);
    const DentalProfile profile = syntheticmouth::complete(dental::Dentition::Primary);
    ChartScene scene;
    QVERIFY(scene.addPicture(mouth.svg(false), u"svg"_s, profile, m_pictures));
    QCOMPARE(scene.teeth().size(), 20);
    QVERIFY(scene.area({36, false}).isNull());
}

void TestChartHits::aMirroredGridTurnsMesialAndDistal()
{
    m_pictures.grid.order = u"28-18/38-48"_s;
    const auto map =
        ChartHitMap::fromGrid(QSizeF(960, 360), dental::Dentition::Permanent, m_pictures);
    const QRectF area = map.area({16, false});
    QVERIFY(area.center().x() > 480);
    const auto hit = map.at(area.center() + QPointF(18, 0));
    QVERIFY(hit && hit->tooth.fdi == 16);
    QVERIFY(hit->surface == dental::Surface::Distal);
    m_pictures = {};
}

void TestChartHits::aPictureThatIsNoneIsNotTaken()
{
    ChartScene scene;
    QVERIFY(!scene.addPicture("no png", u"png"_s, {}, m_pictures));
    QVERIFY(scene.isEmpty());
}

QTEST_MAIN(TestChartHits)
#include "tst_charthits.moc"
