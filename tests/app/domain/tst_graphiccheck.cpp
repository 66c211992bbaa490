// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphiccheck.h"
#include "tests/support/graphicsamples.h"

#include <QSet>
#include <QTest>
#include <ctime>

using namespace Qt::StringLiterals;

//! What is let through and what is not, by the bytes alone.
class TestGraphicCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileOnesAreRefusedForTheirReason_data();
    void hostileOnesAreRefusedForTheirReason();
    void everyReasonIsMet();
    void harmlessOnesPass_data();
    void harmlessOnesPass();
    void sizesAreThoseOfTheSheet_data();
    void sizesAreThoseOfTheSheet();
    void useCountsForWhatItStandsFor();
    void backgroundsMayBeSmallerOnly();
    void limitsAreExact();
    void checkingTakesTimeByTheByte_data();
    void checkingTakesTimeByTheByte();
    void wordsNameNothingOfTheFile();
    void typesGoByManyNames();
};

void TestGraphicCheck::hostileOnesAreRefusedForTheirReason_data()
{
    QTest::addColumn<samples::Graphic>("graphic");
    for (const samples::Graphic &graphic : samples::hostile())
        QTest::addRow("%s: %s", qPrintable(enumName(graphic.declared)), graphic.name.constData())
            << graphic;
}

void TestGraphicCheck::hostileOnesAreRefusedForTheirReason()
{
    QFETCH(samples::Graphic, graphic);
    const GraphicFinding finding = inspectGraphic(graphic.bytes, graphic.declared);
    QCOMPARE(enumName(finding.fault), enumName(graphic.fault));
    QCOMPARE(finding.facts, GraphicFacts());
    const Result<GraphicFacts> checked = checkGraphic(graphic.bytes, graphic.declared);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Error::Kind::Invalid);
    QVERIFY(!checked.error().message.isEmpty() && !checked.error().message.contains(u'%'));
}

void TestGraphicCheck::everyReasonIsMet()
{
    const QList<samples::Graphic> all = samples::hostile();
    QVERIFY2(all.size() >= 40, qPrintable(QString::number(all.size())));
    QSet<int> met;
    for (const samples::Graphic &graphic : all)
        met.insert(int(graphic.fault));
    const QMetaEnum faults = QMetaEnum::fromType<GraphicFault>();
    for (int i = 1; i < faults.keyCount(); ++i)
        QVERIFY2(met.contains(faults.value(i)), faults.key(i));
    QVERIFY(!met.contains(int(GraphicFault::None)));
}

void TestGraphicCheck::harmlessOnesPass_data()
{
    QTest::addColumn<samples::Graphic>("graphic");
    for (const samples::Graphic &graphic : samples::harmless())
        QTest::addRow("%s: %s", qPrintable(enumName(graphic.declared)), graphic.name.constData())
            << graphic;
}

void TestGraphicCheck::harmlessOnesPass()
{
    QFETCH(samples::Graphic, graphic);
    const GraphicFinding finding = inspectGraphic(graphic.bytes, graphic.declared);
    QCOMPARE(enumName(finding.fault), u"None"_s);
    QCOMPARE(finding.facts.type, graphic.declared);
    QVERIFY(!finding.facts.size.isEmpty());
}

void TestGraphicCheck::sizesAreThoseOfTheSheet_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("points") << QByteArray("width='960' height='360'") << QSize(960, 360);
    QTest::newRow("with units") << QByteArray("width='96px' height='1in'") << QSize(96, 96);
    QTest::newRow("millimetres") << QByteArray("width='25.4mm' height='50.8mm'") << QSize(96, 192);
    QTest::newRow("view box") << QByteArray("viewBox='5 5 40.2 30'") << QSize(41, 30);
    QTest::newRow("view box by commas") << QByteArray("viewBox='0,0, 40,30'") << QSize(40, 30);
    QTest::newRow("percent") << QByteArray("width='50%' height='100%' viewBox='0 0 40 30'")
                             << QSize(40, 30);
    QTest::newRow("one side") << QByteArray("width='80' viewBox='0 0 40 30'") << QSize(80, 60);
    QTest::newRow("the other side")
        << QByteArray("height='15' viewBox='0 0 40 30'") << QSize(20, 15);
    QTest::newRow("size before view box")
        << QByteArray("width='9' height='9' viewBox='0 0 4 4'") << QSize(9, 9);
}

void TestGraphicCheck::sizesAreThoseOfTheSheet()
{
    QFETCH(QByteArray, attributes);
    QFETCH(QSize, size);
    const QByteArray bytes = "<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>";
    const Result<GraphicFacts> facts = checkGraphic(bytes, GraphicType::Svg);
    QVERIFY(facts);
    QCOMPARE(facts->size, size);
}

void TestGraphicCheck::useCountsForWhatItStandsFor()
{
    const QByteArray bytes = samples::svg("<defs><g id='t'><rect/><rect/></g></defs>"
                                          "<use href='#t'/><use href='#t'/>");
    const Result<GraphicFacts> facts = checkGraphic(bytes, GraphicType::Svg);
    QVERIFY(facts);
    QCOMPARE(facts->elements, 7);
    QCOMPARE(facts->paintedElements, 7 + 3 + 3);
}

void TestGraphicCheck::backgroundsMayBeSmallerOnly()
{
    const QByteArray large = samples::svg(QByteArray(3 * 1024 * 1024, ' '));
    QVERIFY(checkGraphic(large, GraphicType::Svg, GraphicLimits::chart()));
    QCOMPARE(inspectGraphic(large, GraphicType::Svg, GraphicLimits::background()).fault,
             GraphicFault::TooLarge);
}

void TestGraphicCheck::limitsAreExact()
{
    GraphicLimits limits;
    limits.elements = 5;
    limits.nesting = 3;
    const auto faultOf = [&limits](const QByteArray &content) {
        return inspectGraphic(samples::svg(content), GraphicType::Svg, limits).fault;
    };
    QCOMPARE(faultOf(QByteArray("<g/>").repeated(4)), GraphicFault::None);
    QCOMPARE(faultOf(QByteArray("<g/>").repeated(5)), GraphicFault::TooComplex);
    QCOMPARE(faultOf("<g><g/></g>"), GraphicFault::None);
    QCOMPARE(faultOf("<g><g><g/></g></g>"), GraphicFault::TooComplex);
    // Three as written, six once painted.
    QCOMPARE(faultOf("<g id='a'/><use href='#a'/>"), GraphicFault::None);
    QCOMPARE(faultOf("<g id='a'/><use href='#a'/><use href='#a'/>"), GraphicFault::TooComplex);
    limits = {};
    limits.bytes = samples::svg({}).size();
    QCOMPARE(faultOf({}), GraphicFault::None);
    QCOMPARE(faultOf(" "), GraphicFault::TooLarge);
}

void TestGraphicCheck::checkingTakesTimeByTheByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const qsizetype most = GraphicLimits::chart().bytes - 4096;
    const auto fill = [most](const QByteArray &piece) {
        return samples::svg(piece.repeated(most / piece.size()));
    };
    QTest::newRow("comments") << fill("<!---->");
    QTest::newRow("blanks in elements") << fill("<g/>              ");
    QTest::newRow("quotes") << fill("\"'");
    QTest::newRow("angles") << fill("<");
    QTest::newRow("cdata") << fill("<![CDATA[]]>");
    QTest::newRow("references") << fill("&#233;");
    QByteArray attributes;
    for (int i = 0; attributes.size() < most; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    QTest::newRow("attributes") << samples::svg("<g" + attributes + "/>");
    attributes.clear();
    for (int i = 0; attributes.size() < most; ++i)
        attributes += " xmlns:a" + QByteArray::number(i) + "='urn:x'";
    QTest::newRow("namespaces") << samples::svg("<g" + attributes + "/>");
    QByteArray scopes;
    for (int i = 0; i < 60; ++i) {
        scopes += "<g";
        for (int k = 0; k < 60; ++k)
            scopes += " xmlns:n" + QByteArray::number(i * 100 + k) + "='urn:x'";
        scopes += '>';
    }
    QTest::newRow("scopes of namespaces") << samples::svg(
        scopes + QByteArray("<g/>").repeated(19'000) + QByteArray("</g>").repeated(60));
    QByteArray twins;
    for (int i = 0; i < 9000; ++i)
        twins += "<g id='a'/><use href='#a'/>";
    QTest::newRow("many of one name") << samples::svg(twins);
    QTest::newRow("brackets in a style")
        << samples::svg("<style>" + QByteArray("(").repeated(60'000) + "</style>");
    QTest::newRow("brackets in attributes")
        << fill("<g class=\"" + QByteArray("url(#a").repeated(1300) + "\"/>");
    QTest::newRow("comments in a style")
        << samples::svg("<style>" + QByteArray("/**/").repeated(15'000) + "</style>");
}

//! Of processor time: ten times what the slowest takes, and far less than anything quadratic would.
void TestGraphicCheck::checkingTakesTimeByTheByte()
{
    QFETCH(QByteArray, bytes);
    const std::clock_t start = std::clock();
    inspectGraphic(bytes, GraphicType::Svg);
    const double took = double(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(took < 8, qPrintable(QString::number(took)));
}

void TestGraphicCheck::wordsNameNothingOfTheFile()
{
    const QString secret = u"Ramgoolam"_s;
    const QByteArray name = secret.toUtf8();
    const QList<QByteArray> bodies{
        "<" + name + "/>",
        "<q:" + name + " xmlns:q='urn:q' q:href='file:///" + name + "'/>",
        "<use href='http://" + name + "/'/>",
        "<g on" + name + "='x'/>",
        "<g style='fill:" + name + "(1)'/>",
        "<style>" + name + "(2)</style>",
        "<text>" + name + "</text><" + name,
    };
    for (const QByteArray &body : bodies) {
        const Result<GraphicFacts> checked = checkGraphic(samples::svg(body), GraphicType::Svg);
        QVERIFY(!checked);
        QVERIFY2(!checked.error().message.contains(secret, Qt::CaseInsensitive),
                 qPrintable(checked.error().message));
    }
}

void TestGraphicCheck::typesGoByManyNames()
{
    QCOMPARE(graphicTypeOf(u"svg"_s), GraphicType::Svg);
    QCOMPARE(graphicTypeOf(u"image/svg+xml; charset=utf-8"_s), GraphicType::Svg);
    QCOMPARE(graphicTypeOf(u"PNG"_s), GraphicType::Png);
    QCOMPARE(graphicTypeOf(u"image/png"_s), GraphicType::Png);
    QVERIFY(!graphicTypeOf(u"image/jpeg"_s) && !graphicTypeOf(QString()));
    for (const GraphicType type : {GraphicType::Svg, GraphicType::Png})
        QCOMPARE(graphicTypeOf(graphicFormat(type)), type);
}

QTEST_GUILESS_MAIN(TestGraphicCheck)
#include "tst_graphiccheck.moc"
