// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/theme/theme.h"
#include "ui/toothchart/odontogram.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using View = Odontogram::View;

//! Charts look as they did when somebody last looked at them (tests/data/odontogram/README.md).
class TestOdontogramPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsKept_data();
    void looksAsKept();
    void seesASmallChange();

private:
    struct Mouth {
        const char *name;
        DentalProfile profile;
        View view;
        Odontogram::Marks marks;
    };
    static QList<Mouth> mouths();
    static QImage picture(const Mouth &mouth, bool dark, double zoom);
    static QImage kept(const QString &name);
    static QImage reduced(const QImage &picture);
    static double differing(const QImage &a, const QImage &b, QImage *where);
};

QList<TestOdontogramPicture::Mouth> TestOdontogramPicture::mouths()
{
    Odontogram::Marks marks;
    marks.selected = {36};
    marks.hovered = 13;
    marks.doneToday = {25, 46};
    marks.scanned = {25};
    marks.different = {22};
    return {
        {"healthy-adult", syntheticmouth::healthyAdult(), View::Dental, {}},
        {"caries-fillings", syntheticmouth::cariesAndFillings(), View::Dental, marks},
        {"implants", syntheticmouth::implants(), View::Dental, {}},
        {"bridge", syntheticmouth::bridge(), View::Dental, marks},
        {"primary", syntheticmouth::primary(), View::Dental, {}},
        {"mixed", syntheticmouth::mixed(), View::Dental, {}},
        {"hidden", syntheticmouth::hidden(), View::Dental, marks},
        {"periodontitis", syntheticmouth::periodontitis(), View::Both, {}},
    };
}

QImage TestOdontogramPicture::picture(const Mouth &mouth, bool dark, double zoom)
{
    applyAppearance(*qApp, dark ? Appearance::Dark : Appearance::Light);
    const QPalette palette = QApplication::palette();
    const Odontogram chart(mouth.profile, mouth.view, teeth::Notation::Fdi);
    QImage image((chart.size() * zoom).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(zoom);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setFont(QApplication::font());
    chart.paint(&painter, Theme::of(palette), palette, {true, true, true, true}, mouth.marks);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

//! Few colours, so that the kept files are small.
QImage TestOdontogramPicture::reduced(const QImage &picture)
{
    constexpr int levels = 9;
    constexpr int step = 32;
    const auto level = [](int value) { return (value + step / 2) / step; };
    const auto value = [](int each) { return std::min(each * step, 255); };
    const QImage source = picture.convertToFormat(QImage::Format_RGB32);
    QImage image(picture.size(), QImage::Format_Indexed8);
    std::array<int, std::size_t(levels * levels * levels)> index;
    index.fill(-1);
    QList<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        uchar *to = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            const int red = level(qRed(from[x]));
            const int green = level(qGreen(from[x]));
            const int blue = level(qBlue(from[x]));
            int &known = index.at(std::size_t((red * levels + green) * levels + blue));
            if (known < 0 && colours.size() < 256) {
                known = int(colours.size());
                colours.append(qRgb(value(red), value(green), value(blue)));
            }
            to[x] = uchar(std::max(known, 0));
        }
    }
    image.setColorTable(colours);
    return image;
}

//! The share of pixels that cannot be explained by another smoothing of edges: none of the kept
//! ones beside it is alike.
double TestOdontogramPicture::differing(const QImage &a, const QImage &b, QImage *where)
{
    constexpr int alike = 72;
    const auto far = [](QRgb one, QRgb other) {
        return std::abs(qRed(one) - qRed(other)) > alike
            || std::abs(qGreen(one) - qGreen(other)) > alike
            || std::abs(qBlue(one) - qBlue(other)) > alike;
    };
    const QImage before = a.convertToFormat(QImage::Format_RGB32);
    const QImage drawn = b.convertToFormat(QImage::Format_RGB32);
    const auto line = [](const QImage &image, int y) {
        return reinterpret_cast<const QRgb *>(image.constScanLine(y));
    };
    *where = drawn;
    qint64 count = 0;
    for (int y = 1; y + 1 < before.height(); ++y) {
        for (int x = 1; x + 1 < before.width(); ++x) {
            const QRgb pixel = line(drawn, y)[x];
            bool differs = far(line(before, y)[x], pixel);
            for (int dy = -1; differs && dy <= 1; ++dy) {
                for (int dx = -1; differs && dx <= 1; ++dx)
                    differs = far(line(before, y + dy)[x + dx], pixel);
            }
            if (differs) {
                ++count;
                where->setPixel(x, y, qRgb(255, 0, 255));
            }
        }
    }
    return double(count) / double(a.width()) / double(a.height());
}

QImage TestOdontogramPicture::kept(const QString &name)
{
    return QImage(QFINDTESTDATA(u"../../data/odontogram/%1.png"_s.arg(name)));
}

void TestOdontogramPicture::looksAsKept_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    const QList<Mouth> all = mouths();
    for (int i = 0; i < int(all.size()); ++i) {
        for (const bool dark : {false, true}) {
            for (const int percent : {100, 200})
                QTest::addRow("%s-%s-%d", all.at(i).name, dark ? "dark" : "light", percent)
                    << i << dark << percent;
        }
    }
}

void TestOdontogramPicture::looksAsKept()
{
    QFETCH(int, index);
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QImage drawn = reduced(picture(mouths().at(index), dark, percent / 100.0));
    const QString renewed = qEnvironmentVariable("VESTIBULE_RENEW_PICTURES");
    if (!renewed.isEmpty()) {
        QVERIFY(drawn.save(QDir(renewed).filePath(name + u".png"_s), "PNG", 0));
        return;
    }
    const QImage before = kept(name);
    QVERIFY2(!before.isNull(), "there is no kept picture");
    QImage where;
    const double share = before.size() == drawn.size() ? differing(before, drawn, &where) : 1;
    if (share <= 0.002)
        return;
    const QString beside = QDir::current().filePath(u"odontogram-%1"_s.arg(name));
    drawn.save(beside + u".png"_s);
    where.save(beside + u"-difference.png"_s);
    QFAIL(qPrintable(u"%1 % of the picture differ; see %2.png"_s.arg(share * 100).arg(beside)));
}

void TestOdontogramPicture::seesASmallChange()
{
    if (!qEnvironmentVariableIsEmpty("VESTIBULE_RENEW_PICTURES"))
        QSKIP("pictures are being renewed");
    Mouth mouth = mouths().first();
    syntheticmouth::tooth(mouth.profile, 16)
        .conditions.append({u"caries"_s, {}, {}, {dental::Surface::Occlusal}, {}});
    QImage where;
    const QImage drawn = reduced(picture(mouth, false, 1));
    const QImage before = kept(u"healthy-adult-light-100"_s);
    // The legend's line is the chart's only other change.
    QCOMPARE(before.size(), drawn.size());
    const QRect chart(0, 0, drawn.width(), drawn.height() - 40);
    QVERIFY(differing(before.copy(chart), drawn.copy(chart), &where) > 0.001);
}

QTEST_MAIN(TestOdontogramPicture)
#include "tst_odontogrampicture.moc"
