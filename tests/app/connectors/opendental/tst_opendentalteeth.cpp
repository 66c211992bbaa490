// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/toothtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace opendental;

//! tooth-notation.md: Universal in live procedures, the office's own numbering in saved plans.
class TestOpenDentalTeeth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayTextIsReadInTheOfficesNumbering_OD_28_data()
    {
        QTest::addColumn<QString>("numbering");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fdi"); // empty = none
        const auto row = [](const char *numbering, const char *text, const char *fdi) {
            QTest::addRow("%s %s", numbering, text)
                << QString::fromLatin1(numbering) << QString::fromLatin1(text)
                << QString::fromLatin1(fdi);
        };
        row("universal", "1", "18");
        row("universal", "32", "48");
        row("universal", "A", "55");
        row("universal", "T", "85");
        row("universal", "51", "18 S");
        row("universal", "82", "48 S");
        row("universal", "AS", "55 S");
        row("universal", "33", "");
        row("universal", "01", "");
        row("universal", "", "");
        row("fdi", "51", "51");
        row("fdi", "16", "16");
        row("fdi", "19", "");
        row("palmer", "UR6", "16");
        row("palmer", "LLE", "75");
        row("haderup", "6+", "16");
        row("haderup", "+1", "21");
        row("haderup", "-5", "35");
        row("haderup", "1-", "41");
        row("haderup", "05+", "55");
        row("haderup", "06+", "");
        row("haderup", "6", "");
    }
    void displayTextIsReadInTheOfficesNumbering_OD_28()
    {
        QFETCH(QString, numbering);
        QFETCH(QString, text);
        QFETCH(QString, fdi);
        const std::optional<QString> tooth = fdiOf(text, numbering);
        QCOMPARE(tooth.has_value(), !fdi.isEmpty());
        QCOMPARE(tooth.value_or(QString()), fdi);
    }

    void liveProceduresAreConverted_OD_28_data()
    {
        QTest::addColumn<QString>("tooth");
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("codes");
        QTest::addColumn<QStringList>("teeth");
        QTest::addColumn<QString>("surfaces");
        const QString none;
        QTest::newRow("15 MOD") << u"4"_s << none << u"MOD"_s << QStringList{u"15"_s} << u"MOD"_s;
        QTest::newRow("15 MODB") << u"4"_s << none << u"MODB"_s << QStringList{u"15"_s}
                                 << u"MODV"_s;
        QTest::newRow("11 MIF") << u"8"_s << none << u"MIF"_s << QStringList{u"11"_s} << u"MIV"_s;
        QTest::newRow("36 OL") << u"19"_s << none << u"OL"_s << QStringList{u"36"_s} << u"OL"_s;
        QTest::newRow("26 OL") << u"14"_s << none << u"OL"_s << QStringList{u"26"_s} << u"OP"_s;
        QTest::newRow("46 DOM") << u"30"_s << none << u"DOM"_s << QStringList{u"46"_s} << u"MOD"_s;
        QTest::newRow("21 O is none") << u"9"_s << none << u"O"_s << QStringList{u"21"_s} << none;
        QTest::newRow("no tooth") << u"99"_s << none << none << QStringList{u"99"_s} << none;
        QTest::newRow("range") << none << u"2,3,13-15"_s << none
                               << QStringList{u"17"_s, u"16"_s, u"25"_s, u"26"_s, u"27"_s} << none;
        QTest::newRow("range across arches")
            << none << u"15-18"_s << none << QStringList{u"15-18"_s} << none;
        QTest::newRow("quadrant") << none << none << u"LL"_s << QStringList{u"30"_s} << none;
        QTest::newRow("arch") << none << none << u"U"_s << QStringList{u"01"_s} << none;
        QTest::newRow("sextant") << none << none << u"4"_s << QStringList{u"06"_s} << none;
        QTest::newRow("mouth") << none << none << none << QStringList() << none;
    }
    void liveProceduresAreConverted_OD_28()
    {
        QFETCH(QString, tooth);
        QFETCH(QString, range);
        QFETCH(QString, codes);
        Procedure procedure;
        procedure.tooth = tooth;
        procedure.toothRange = range;
        procedure.surfaces = codes;
        const ToothText text = toothTextOf(procedure);
        QTEST(text.teeth, "teeth");
        QTEST(text.surfaces.join(QString()), "surfaces");
    }

    void classFiveIsNotVestibular_OD_28()
    {
        Procedure procedure;
        procedure.tooth = u"6"_s;
        procedure.surfaces = u"V"_s;
        const QStringList neck = toothTextOf(procedure).surfaces;
        QCOMPARE(neck.size(), 1);
        QVERIFY(neck.first() != u"V"_s);
        QCOMPARE(surfaceCode(neck.first(), 13), u"V"_s);
        QCOMPARE(surfaceCode(u"V"_s, 13), u"F"_s);
        QCOMPARE(surfaceCode(u"V"_s, 36), u"B"_s);
        QCOMPARE(surfaceCode(u"P"_s, 16), u"L"_s);
        procedure.surfaces = u"I"_s;
        procedure.tooth = u"3"_s;
        QCOMPARE(toothTextOf(procedure).dropped, QStringList{u"I"_s});
    }

    void whatIsNoToothStaysAsItCame_OD_28()
    {
        ProcTp item;
        item.tooth = u"dent 6"_s;
        item.surfaces = u"MO"_s;
        QCOMPARE(toothTextOf(item, u"fdi"_s).teeth, QStringList{u"dent 6"_s});
        QVERIFY(toothTextOf(item, u"fdi"_s).surfaces.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalTeeth)
#include "tst_opendentalteeth.moc"
