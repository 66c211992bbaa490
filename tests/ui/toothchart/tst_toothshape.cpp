// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshape.h"

#include <QTest>

//! Each tooth looks like that tooth.
class TestToothShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreAsManyAsTheyShould_data();
    void rootsAreAsManyAsTheyShould();
    void widthsStandInProportion();
    void surfacesFillTheChewingSide_data();
    void surfacesFillTheChewingSide();
    void numberThatIsNoToothHasNoShape();
};

void TestToothShape::rootsAreAsManyAsTheyShould_data()
{
    QTest::addColumn<int>("fdi");
    QTest::addColumn<int>("roots");
    const auto rows = [](const QList<int> &teeth, int roots) {
        for (const int fdi : teeth)
            QTest::addRow("%d", fdi) << fdi << roots;
    };
    rows({11, 12, 13, 15, 31, 32, 33, 34, 35, 51, 52, 53, 71, 72, 73}, 1);
    rows({14, 24, 36, 37, 38, 46, 74, 75, 84, 85}, 2);
    rows({16, 17, 18, 26, 27, 28, 54, 55, 64, 65}, 3);
}

void TestToothShape::rootsAreAsManyAsTheyShould()
{
    QFETCH(int, fdi);
    QFETCH(int, roots);
    const ToothShape &shape = toothShape({fdi, false});
    QCOMPARE(shape.apices.size(), roots);
    QCOMPARE(shape.canals.size(), roots);
    QCOMPARE(shape.furcation.isNull(), roots == 1);
    QVERIFY(toothShape({fdi, true}).width < shape.width);
}

void TestToothShape::widthsStandInProportion()
{
    const auto width = [](int fdi) { return toothShape({fdi, false}).width; };
    QVERIFY(width(16) > width(15));
    QVERIFY(width(11) > width(12));
    QVERIFY(width(32) > width(31)); // in the lower jaw the lateral incisor is the wider one
    QVERIFY(width(36) > width(16));
    QVERIFY(width(51) < width(11));
    QVERIFY(width(55) > width(15)); // which leaves room for what follows
    QCOMPARE(width(11), width(21));
    QVERIFY(toothShape({13, false}).rootLength > toothShape({12, false}).rootLength);
}

void TestToothShape::surfacesFillTheChewingSide_data()
{
    QTest::addColumn<int>("fdi");
    for (int fdi = 11; fdi <= 85; ++fdi) {
        if (teeth::isFdi(fdi))
            QTest::addRow("%d", fdi) << fdi;
    }
}

void TestToothShape::surfacesFillTheChewingSide()
{
    QFETCH(int, fdi);
    const ToothShape &shape = toothShape({fdi, false});
    QCOMPARE(shape.surfaces.size(), 5);
    QCOMPARE(surfacesOf(fdi).size(), 6);
    const QRectF bounds = shape.chewing.boundingRect();
    int inside = 0;
    int once = 0;
    for (double y = bounds.top(); y < bounds.bottom(); y += 0.31) {
        for (double x = bounds.left(); x < bounds.right(); x += 0.31) {
            if (!shape.chewing.contains(QPointF(x, y)))
                continue;
            ++inside;
            int surfaces = 0;
            for (const ToothPatch &patch : shape.surfaces)
                surfaces += patch.path.contains(QPointF(x, y)) ? 1 : 0;
            QVERIFY(surfaces <= 2); // two only on the line between them
            once += surfaces == 1 ? 1 : 0;
        }
    }
    QVERIFY2(once >= inside * 0.98, qPrintable(QStringLiteral("%1 of %2").arg(once).arg(inside)));
}

void TestToothShape::numberThatIsNoToothHasNoShape()
{
    QVERIFY(toothShape({19, false}).crown.isEmpty());
    QVERIFY(toothShape({0, false}).surfaces.isEmpty());
}

QTEST_APPLESS_MAIN(TestToothShape)
#include "tst_toothshape.moc"
