// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/drawnmouth.h"
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/toothchart/chartsheet.h"

#include <QFile>
#include <QPainter>
#include <QPrinter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

//! Charts on paper and in files.
class TestChartSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPngHasTwoPixelsPerUnit();
    void anSvgIsDrawnAgain();
    void aPdfIsAWholeDocument();
    void printingWritesThePageThroughTheDriver();
    void noNameIsInAPicture();
    void twoDatesStandBesideEachOther();
    void aFileThatCannotBeWrittenIsSaid_data();
    void aFileThatCannotBeWrittenIsSaid();

private:
    static ChartSheet sheet(int charts = 1)
    {
        ChartSheet result;
        const DentalProfile profile = syntheticmouth::cariesAndFillings();
        for (int i = 0; i < charts; ++i)
            result.charts.append({ChartScene(profile, Odontogram::View::Both, teeth::Notation::Fdi),
                                  profile,
                                  {},
                                  u"23/11/2026 09:00"_s});
        result.patient = u"Zoé Untel"_s;
        result.person = u"14/03/1974"_s;
        result.printed = u"Printed on 23/11/2026"_s;
        return result;
    }
    QByteArray content(const QString &name) const
    {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_directory;
};

void TestChartSheet::aPngHasTwoPixelsPerUnit()
{
    const QString file = m_directory.filePath(u"chart.png"_s);
    QVERIFY(chartsheet::savePng(sheet(), file));
    const QImage image(file);
    QCOMPARE(image.size(), (chartsheet::pictureSize(sheet()) * 2).toSize());
    // Something is drawn in it: not one colour.
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3)
        colours.insert(image.pixel(image.width() / 3, y));
    QVERIFY(colours.size() > 3);
}

void TestChartSheet::anSvgIsDrawnAgain()
{
    QVERIFY(chartsheet::saveSvg(sheet(), m_directory.filePath(u"chart.svg"_s)));
    const QByteArray bytes = content(u"chart.svg"_s);
    QXmlStreamReader reader(bytes);
    int shapes = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            shapes += reader.name() == "path"_L1 ? 1 : 0;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(shapes > 100);
    QSvgRenderer again(bytes);
    QVERIFY(again.isValid());
    QCOMPARE(again.viewBoxF().size(), chartsheet::pictureSize(sheet()));
    // A picture of somebody else comes out the same way.
    ChartSheet vendors = sheet();
    ChartScene scene;
    const DrawnMouth mouth(dental::Dentition::Permanent);
    QVERIFY(scene.addPicture(mouth.svg(true), u"svg"_s, vendors.charts.first().profile, {}));
    vendors.charts.first().scene = scene;
    QVERIFY(chartsheet::saveSvg(vendors, m_directory.filePath(u"vendor.svg"_s)));
    QVERIFY(QSvgRenderer(content(u"vendor.svg"_s)).isValid());
}

void TestChartSheet::aPdfIsAWholeDocument()
{
    QVERIFY(chartsheet::savePdf(sheet(), m_directory.filePath(u"chart.pdf"_s)));
    const QByteArray bytes = content(u"chart.pdf"_s);
    QVERIFY(bytes.startsWith("%PDF-1."));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
}

void TestChartSheet::printingWritesThePageThroughTheDriver()
{
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setOutputFileName(m_directory.filePath(u"printed.pdf"_s));
    const auto printed = chartsheet::print(sheet(), &printer);
    QVERIFY2(printed, printed ? "" : qPrintable(printed.error().message));
    QVERIFY(content(u"printed.pdf"_s).size() > 5000);
    QPrinter broken;
    broken.setOutputFormat(QPrinter::PdfFormat);
    broken.setOutputFileName(u"/nowhere/at/all.pdf"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
    QVERIFY(!chartsheet::print(sheet(), &broken));
}

void TestChartSheet::noNameIsInAPicture()
{
    const ChartSheet named = sheet();
    ChartSheet nameless = named;
    nameless.patient.clear();
    nameless.person.clear();
    QCOMPARE(chartsheet::picture(named, 1), chartsheet::picture(nameless, 1));
    // A page has it.
    const auto page = [](const ChartSheet &what) {
        QImage image(1000, 700, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        chartsheet::paintPage(&painter, QRectF(0, 0, 1000, 700), what);
        return image;
    };
    QVERIFY(page(named) != page(nameless));
}

void TestChartSheet::twoDatesStandBesideEachOther()
{
    ChartSheet two = sheet(2);
    two.changes = QStringList{u"36 present → extracted"_s};
    QVERIFY(chartsheet::pictureSize(two).width() > 2 * two.charts.first().scene.size().width());
    QVERIFY(chartsheet::legend(two).size() > chartsheet::legend(sheet()).size());
    QVERIFY(chartsheet::savePdf(two, m_directory.filePath(u"two.pdf"_s)));
}

void TestChartSheet::aFileThatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("png") << 0;
    QTest::newRow("svg") << 1;
    QTest::newRow("pdf") << 2;
}

void TestChartSheet::aFileThatCannotBeWrittenIsSaid()
{
    QFETCH(int, form);
    const QString file = u"/nowhere/at/all"_s;
    const Result<void> saved = form == 0 ? chartsheet::savePng(sheet(), file)
        : form == 1                      ? chartsheet::saveSvg(sheet(), file)
                                         : chartsheet::savePdf(sheet(), file);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Storage);
    QVERIFY(saved.error().message.contains(file));
}

QTEST_MAIN(TestChartSheet)
#include "tst_chartsheet.moc"
