// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tooth.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Vectors of tooth-notation.md, sections 1, 2, 6 and 7.
class TestTooth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permanentNumbersGoBothWays()
    {
        const QList<int> fdi{18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28,
                             38, 37, 36, 35, 34, 33, 32, 31, 41, 42, 43, 44, 45, 46, 47, 48};
        for (int number = 1; number <= 32; ++number) {
            QCOMPARE(teeth::fdiFromUniversal(number), fdi.at(number - 1));
            QCOMPARE(teeth::universalFromFdi(fdi.at(number - 1)), number);
        }
    }

    void whatIsNoToothHasNoNumber()
    {
        for (const int number : {-1, 0, 33, 50, 51, 82, 83})
            QVERIFY(!teeth::fdiFromUniversal(number));
        for (const int fdi : {0, 10, 19, 29, 49, 50, 51, 56, 66, 85, 86, 91, 99})
            QVERIFY(!teeth::universalFromFdi(fdi));
        for (const int fdi : {10, 19, 20, 29, 39, 49, 50, 56, 66, 76, 86, 91})
            QVERIFY2(!teeth::isFdi(fdi), qPrintable(QString::number(fdi)));
    }

    void universalTextNamesATooth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fdi");
        QTest::addColumn<bool>("supernumerary");
        const auto row = [](const char *text, int fdi, bool extra = false) {
            QTest::newRow(text) << QString::fromLatin1(text) << fdi << extra;
        };
        row("1", 18);
        row("8", 11);
        row("9", 21);
        row("16", 28);
        row("17", 38);
        row("24", 31);
        row("25", 41);
        row("32", 48);
        row("A", 55);
        row("e", 51);
        row("F", 61);
        row("J", 65);
        row("K", 75);
        row("O", 71);
        row("P", 81);
        row("T", 85);
        row("1d", 55);
        row("20D", 85);
        row("51", 18, true);
        row("82", 48, true);
        row("AS", 55, true);
        for (const char *wrong : {"0", "33", "50", "83", "U", "", "01", "0d", "21d", "AX", "ASS"})
            row(wrong, 0);
    }
    void universalTextNamesATooth()
    {
        QFETCH(QString, text);
        QFETCH(int, fdi);
        QFETCH(bool, supernumerary);
        const auto tooth = teeth::toothFromUniversal(text);
        QCOMPARE(tooth.has_value(), fdi != 0);
        if (tooth) {
            QCOMPARE(tooth->fdi, fdi);
            QCOMPARE(tooth->supernumerary, supernumerary);
        }
    }

    void rangesOfTheScannerAreWalkedAcrossTheMidline_3DD_22_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QList<int>>("fdi");
        QTest::addColumn<QString>("shown");
        QTest::newRow("one tooth") << 3 << 3 << QList<int>{16} << u"16"_s;
        QTest::newRow("four incisors") << 7 << 10 << QList<int>{12, 11, 21, 22} << u"12–22"_s;
        QTest::newRow("two incisors") << 8 << 9 << QList<int>{11, 21} << u"11, 21"_s;
        QTest::newRow("lower incisors") << 24 << 25 << QList<int>{31, 41} << u"31, 41"_s;
        QTest::newRow("lower left") << 19 << 22 << QList<int>{36, 35, 34, 33} << u"36–33"_s;
        QTest::newRow("swapped") << 30 << 28 << QList<int>{44, 45, 46} << u"44–46"_s;
        QTest::newRow("across jaws") << 15 << 18 << QList<int>{} << u"15-18"_s;
        QTest::newRow("zero") << 0 << 3 << QList<int>{} << u"0-3"_s;
        QTest::newRow("beyond") << 3 << 33 << QList<int>{} << u"3-33"_s;
        // A primary tooth has no number there: shown as it came, never guessed.
        QTest::newRow("primary is undefined") << 51 << 51 << QList<int>{} << u"51"_s;
    }
    void rangesOfTheScannerAreWalkedAcrossTheMidline_3DD_22()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const teeth::Range range = teeth::universalRange(from, to);
        QTEST(range.fdi, "fdi");
        QTEST(teeth::text(range), "shown");
        QCOMPARE(range.swapped, !range.fdi.isEmpty() && from > to);
    }

    void wholeJawsAreOneRun()
    {
        QCOMPARE(teeth::universalRange(1, 16).fdi.size(), 16);
        QCOMPARE(teeth::text(teeth::universalRange(1, 16)), u"18–28"_s);
        QCOMPARE(teeth::text(teeth::universalRange(17, 32)), u"38–48"_s);
    }

    void typedTeethAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const auto row = [](const QString &typed, const QString &shown) {
            QTest::newRow(qPrintable(typed)) << typed << shown;
        };
        row(u"13-23"_s, u"13–23"_s);
        row(u"48-38"_s, u"38–48"_s);
        row(u"48 à 38"_s, u"38–48"_s);
        row(u"11-13"_s, u"13–11"_s);
        row(u"34-44"_s, u"34–44"_s);
        row(u"55-65"_s, u"55–65"_s);
        row(u"11;12"_s, u"12, 11"_s);
        row(u"14,15"_s, u"15, 14"_s);
        row(u"26, 27, 28, 38, 37, 36"_s, u"26–28, 38–36"_s);
        row(u"16-36"_s, {});
        row(u"53-13"_s, {});
        row(u"19"_s, {});
        row(u"tooth"_s, {});
        row({}, {});
    }
    void typedTeethAreRead()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const Result<QList<int>> teeth = teeth::teethFromText(typed);
        QCOMPARE(teeth.has_value(), !shown.isEmpty());
        if (teeth)
            QCOMPARE(teeth::text(*teeth), shown);
        else
            QVERIFY(!teeth.error().message.isEmpty());
    }

    void runsNeverLeaveTheirArch()
    {
        QCOMPARE(teeth::text(QList<int>{17, 16, 25, 26, 27}), u"17, 16, 25–27"_s);
        QCOMPARE(teeth::text(QList<int>{64, 65, 75, 74}), u"64, 65, 75, 74"_s);
        QCOMPARE(teeth::text(QList<int>{36, 36}), u"36"_s);
    }

    void aClinicMayCountTheUniversalWay()
    {
        using teeth::Notation;
        QCOMPARE(teeth::text(QList<int>{36}, Notation::Universal), u"19"_s);
        QCOMPARE(teeth::text(QList<int>{12, 11, 21, 22}, Notation::Universal), u"7–10"_s);
        QCOMPARE(teeth::text(teeth::Tooth{55, false}, Notation::Universal), u"A"_s);
        QCOMPARE(teeth::text(teeth::Tooth{55, true}, Notation::Universal), u"AS"_s);
        QCOMPARE(teeth::text(teeth::Tooth{18, true}, Notation::Universal), u"51"_s);
        QCOMPARE(teeth::text(teeth::Tooth{18, true}), u"18 S"_s);
    }

    void palmerGoesBothWays_data()
    {
        QTest::addColumn<QString>("palmer");
        QTest::addColumn<int>("fdi");
        const QList<QPair<QString, QList<int>>> quadrants{
            {u"UR"_s, {11, 12, 13, 14, 15, 16, 17, 18, 51, 52, 53, 54, 55}},
            {u"UL"_s, {21, 22, 23, 24, 25, 26, 27, 28, 61, 62, 63, 64, 65}},
            {u"LL"_s, {31, 32, 33, 34, 35, 36, 37, 38, 71, 72, 73, 74, 75}},
            {u"LR"_s, {41, 42, 43, 44, 45, 46, 47, 48, 81, 82, 83, 84, 85}}};
        const QString signs = u"12345678ABCDE"_s;
        for (const auto &[quadrant, fdi] : quadrants) {
            for (qsizetype i = 0; i < fdi.size(); ++i) {
                const QString palmer = QString(quadrant + signs.at(i));
                QTest::newRow(qPrintable(palmer)) << palmer << fdi.at(i);
            }
        }
    }
    void palmerGoesBothWays()
    {
        QFETCH(QString, palmer);
        QFETCH(int, fdi);
        using teeth::Notation;
        using teeth::Tooth;
        QCOMPARE(teeth::text(Tooth{fdi, false}, Notation::Palmer), palmer);
        QCOMPARE(teeth::toothFromPalmer(palmer), std::optional(Tooth{fdi, false}));
        QCOMPARE(teeth::toothFromPalmer(palmer.toLower()), std::optional(Tooth{fdi, false}));
        const QString besideIt = QString(palmer + u" S"_s);
        QCOMPARE(teeth::text(Tooth{fdi, true}, Notation::Palmer), besideIt);
        QCOMPARE(teeth::toothFromPalmer(besideIt), std::optional(Tooth{fdi, true}));
    }

    void everyNotationReadsWhatItWrites()
    {
        for (const int fdi : teeth::permanentTeeth() + teeth::primaryTeeth()) {
            for (const bool besideIt : {false, true}) {
                const teeth::Tooth tooth{fdi, besideIt};
                for (const auto notation :
                     {teeth::Notation::Fdi, teeth::Notation::Universal, teeth::Notation::Palmer}) {
                    const QString text = teeth::text(tooth, notation);
                    QCOMPARE(teeth::toothFromText(text, notation), std::optional(tooth));
                }
            }
        }
    }

    void whatNamesNoToothIsRefused_data()
    {
        QTest::addColumn<teeth::Notation>("notation");
        QTest::addColumn<QString>("text");
        using teeth::Notation;
        for (const char *wrong :
             {"19", "29", "10", "56", "66", "86", "91", "99", "", "S", "018", "1 8", "AS", "+18"})
            QTest::addRow("FDI \"%s\"", wrong) << Notation::Fdi << QString::fromLatin1(wrong);
        for (const char *wrong : {"UR0", "UR9", "URF", "XR1", "UR", "UR11", "U1", "16", ""})
            QTest::addRow("Palmer \"%s\"", wrong) << Notation::Palmer << QString::fromLatin1(wrong);
        for (const char *wrong : {"0", "33", "50", "83", "U", "", "01"})
            QTest::addRow("Universal \"%s\"", wrong)
                << Notation::Universal << QString::fromLatin1(wrong);
    }
    void whatNamesNoToothIsRefused()
    {
        QFETCH(teeth::Notation, notation);
        QFETCH(QString, text);
        QVERIFY(!teeth::toothFromText(text, notation));
    }

    //! 51 is a primary incisor in FDI and a supernumerary tooth in Universal.
    void theSystemDecidesNotTheNumber()
    {
        const QString text = u"51"_s;
        QCOMPARE(teeth::toothFromText(text, teeth::Notation::Fdi),
                 std::optional(teeth::Tooth{51, false}));
        QCOMPARE(teeth::toothFromText(text, teeth::Notation::Universal),
                 std::optional(teeth::Tooth{18, true}));
        QCOMPARE(teeth::toothFromText(u"18 s", teeth::Notation::Fdi),
                 std::optional(teeth::Tooth{18, true}));
    }

    void primaryTeethHaveSuccessors()
    {
        QCOMPARE(teeth::successor(55), 15);
        QCOMPARE(teeth::successor(71), 31);
        QCOMPARE(teeth::successor(36), 0);
        for (const int fdi : teeth::primaryTeeth())
            QVERIFY(teeth::isFdi(teeth::successor(fdi)));
        QCOMPARE(teeth::permanentTeeth().size(), 32);
        QCOMPARE(teeth::primaryTeeth().size(), 20);
        QCOMPARE(teeth::permanentTeeth().first(), 18);
        QCOMPARE(teeth::primaryTeeth().last(), 85);
    }

    void jawAndPlaceAreKnown()
    {
        QVERIFY(teeth::isUpper(18) && teeth::isUpper(65) && !teeth::isUpper(31)
                && !teeth::isUpper(85));
        QVERIFY(teeth::isAnterior(13) && teeth::isAnterior(83) && !teeth::isAnterior(14)
                && !teeth::isAnterior(74) && !teeth::isAnterior(0));
    }

    void teethSortAlongTheArches()
    {
        QList<int> mixed{85, 31, 55, 28, 18};
        std::sort(mixed.begin(), mixed.end(),
                  [](int a, int b) { return teeth::ordinal(a) < teeth::ordinal(b); });
        QCOMPARE(mixed, (QList<int>{18, 28, 31, 55, 85}));
    }
};

QTEST_GUILESS_MAIN(TestTooth)
#include "tst_tooth.moc"
