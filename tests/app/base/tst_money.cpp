// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"

#include <QRandomGenerator>
#include <QTest>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

Currency currency(const QString &code)
{
    return *currencyFromCode(code);
}

} // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesHaveTheirDecimals_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exponent"); // -1 = refused
        QTest::newRow("rupee") << u"MUR"_s << 2;
        QTest::newRow("euro, lower case") << u"eur"_s << 2;
        QTest::newRow("cfa") << u"XOF"_s << 0;
        QTest::newRow("yen") << u"JPY"_s << 0;
        QTest::newRow("comorian franc") << u"KMF"_s << 0;
        QTest::newRow("tunisian dinar") << u"TND"_s << 3;
        QTest::newRow("kuwait") << u"KWD"_s << 3;
        QTest::newRow("unknown code") << u"ZZZ"_s << 2;
        QTest::newRow("two letters") << u"EU"_s << -1;
        QTest::newRow("digits") << u"E12"_s << -1;
        QTest::newRow("accent") << u"ÉUR"_s << -1;
        QTest::newRow("empty") << QString() << -1;
        QTest::newRow("ten million letters") << QString(10'000'000, u'E') << -1;
    }
    void codesHaveTheirDecimals()
    {
        QFETCH(QString, code);
        QFETCH(int, exponent);
        const Result<Currency> found = currencyFromCode(code);
        QCOMPARE(found ? found->exponent : -1, exponent);
        if (found)
            QCOMPARE(found->code, code.toUpper());
    }

    void jsonBecomesMoneyExactly_data()
    {
        QTest::addColumn<QJsonValue>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("minor"); // min = refused
        const qint64 no = std::numeric_limits<qint64>::min();
        QTest::newRow("whole") << QJsonValue(60) << u"EUR"_s << qint64(6000);
        QTest::newRow("cents") << QJsonValue(1234.56) << u"EUR"_s << qint64(123456);
        QTest::newRow("half away from zero") << QJsonValue(1.005) << u"EUR"_s << qint64(101);
        QTest::newRow("half away below zero") << QJsonValue(-1.005) << u"EUR"_s << qint64(-101);
        QTest::newRow("just under half") << QJsonValue(1.00499) << u"EUR"_s << qint64(100);
        QTest::newRow("tenths that add up badly")
            << QJsonValue(0.1 + 0.2) << u"EUR"_s << qint64(30);
        QTest::newRow("text") << QJsonValue(u"1234.50"_s) << u"EUR"_s << qint64(123450);
        QTest::newRow("text, three decimals") << QJsonValue(u"2.675"_s) << u"EUR"_s << qint64(268);
        QTest::newRow("no decimals") << QJsonValue(1234.5) << u"XOF"_s << qint64(1235);
        QTest::newRow("three decimals") << QJsonValue(1.2345) << u"TND"_s << qint64(1235);
        QTest::newRow("negative text") << QJsonValue(u"-12.5"_s) << u"EUR"_s << qint64(-1250);
        QTest::newRow("tiny") << QJsonValue(1e-300) << u"EUR"_s << qint64(0);
        QTest::newRow("largest") << QJsonValue(1e13) << u"EUR"_s << qint64(1'000'000'000'000'000);
        QTest::newRow("huge") << QJsonValue(1e16) << u"EUR"_s << no;
        QTest::newRow("astronomic") << QJsonValue(1e300) << u"EUR"_s << no;
        QTest::newRow("not a number")
            << QJsonValue(std::numeric_limits<double>::quiet_NaN()) << u"EUR"_s << no;
        QTest::newRow("infinite") << QJsonValue(std::numeric_limits<double>::infinity()) << u"EUR"_s
                                  << no;
        QTest::newRow("null") << QJsonValue() << u"EUR"_s << no;
        QTest::newRow("boolean") << QJsonValue(true) << u"EUR"_s << no;
        QTest::newRow("words") << QJsonValue(u"free"_s) << u"EUR"_s << no;
        QTest::newRow("empty text") << QJsonValue(QString()) << u"EUR"_s << no;
        QTest::newRow("exponent text") << QJsonValue(u"1e5"_s) << u"EUR"_s << no;
        QTest::newRow("comma text") << QJsonValue(u"1,5"_s) << u"EUR"_s << no;
        QTest::newRow("two points") << QJsonValue(u"1.2.3"_s) << u"EUR"_s << no;
        QTest::newRow("arabic digits") << QJsonValue(u"١٢"_s) << u"EUR"_s << no;
        QTest::newRow("ten million digits")
            << QJsonValue(QString(10'000'000, u'9')) << u"EUR"_s << no;
    }
    void jsonBecomesMoneyExactly()
    {
        QFETCH(QJsonValue, json);
        QFETCH(QString, code);
        QFETCH(qint64, minor);
        const Result<Money> money = moneyFromJson(json, currency(code));
        QCOMPARE(money ? money->minor : std::numeric_limits<qint64>::min(), minor);
        if (!money)
            QVERIFY(!money.error().message.isEmpty());
    }

    void jsonComesBackUnchanged()
    {
        QRandomGenerator random(20260112);
        for (const QString &code : {u"XOF"_s, u"EUR"_s, u"TND"_s}) {
            for (int i = 0; i < 5000; ++i) {
                const Money money{random.bounded(2'000'000'000'000LL) - 1'000'000'000'000LL,
                                  currency(code)};
                const Result<Money> back = moneyFromJson(moneyToJson(money), money.currency);
                QVERIFY(back);
                QCOMPARE(back->minor, money.minor);
                const Result<Money> text = moneyFromJson(moneyToText(money), money.currency);
                QVERIFY(text);
                QCOMPARE(text->minor, money.minor);
            }
        }
        QCOMPARE(thousandthsFromJson(1.5).value(), 1500);
        QCOMPARE(thousandthsFromJson(u"12.5"_s).value(), 12500);
        QCOMPARE(thousandthsToJson(1500).toDouble(), 1.5);
    }

    void plainTextHasTheCurrencysDecimals()
    {
        QCOMPARE(moneyToText({123450, currency(u"EUR"_s)}), u"1234.50"_s);
        QCOMPARE(moneyToText({-5, currency(u"EUR"_s)}), u"-0.05"_s);
        QCOMPARE(moneyToText({0, currency(u"EUR"_s)}), u"0.00"_s);
        QCOMPARE(moneyToText({1235, currency(u"XOF"_s)}), u"1235"_s);
        QCOMPARE(moneyToText({1234500, currency(u"TND"_s)}), u"1234.500"_s);
    }

    void typedAmountsAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("minor");
        const qint64 no = std::numeric_limits<qint64>::min();
        QTest::newRow("comma") << u"1234,5"_s << u"MUR"_s << qint64(123450);
        QTest::newRow("point") << u"1234.5"_s << u"MUR"_s << qint64(123450);
        QTest::newRow("blank group") << u"1 234,50"_s << u"MUR"_s << qint64(123450);
        QTest::newRow("narrow no-break") << u"1\u202F234,50\u00A0€"_s << u"EUR"_s << qint64(123450);
        QTest::newRow("with Rs") << u"1 234,50 Rs"_s << u"MUR"_s << qint64(123450);
        QTest::newRow("English rupees") << u"Rs1,234.50"_s << u"MUR"_s << qint64(123450);
        QTest::newRow("code") << u"eur 12"_s << u"EUR"_s << qint64(1200);
        QTest::newRow("true minus") << u"\u221212,50 €"_s << u"EUR"_s << qint64(-1250);
        QTest::newRow("cfa") << u"1 235 F\u202FCFA"_s << u"XOF"_s << qint64(1235);
        QTest::newRow("cfa group point") << u"1.235"_s << u"XOF"_s << qint64(1235);
        QTest::newRow("dinar") << u"1 234,500 DT"_s << u"TND"_s << qint64(1234500);
        QTest::newRow("no whole part") << u",50"_s << u"EUR"_s << qint64(50);
        QTest::newRow("millions") << u"1,234,567.89"_s << u"EUR"_s << qint64(123456789);
        QTest::newRow("ambiguous third decimal") << u"1,234"_s << u"EUR"_s << no;
        QTest::newRow("bad group") << u"12 34"_s << u"EUR"_s << no;
        QTest::newRow("words") << u"douze"_s << u"EUR"_s << no;
        QTest::newRow("other currency") << u"12 $"_s << u"EUR"_s << no;
        QTest::newRow("empty") << u"  "_s << u"EUR"_s << no;
        QTest::newRow("only a mark") << u","_s << u"EUR"_s << no;
        QTest::newRow("mark at the end") << u"12,"_s << u"EUR"_s << no;
        QTest::newRow("two minuses") << u"--5"_s << u"EUR"_s << no;
        QTest::newRow("direction mark") << u"\u202E12"_s << u"EUR"_s << no;
        QTest::newRow("emoji") << u"12 😀"_s << u"EUR"_s << no;
        QTest::newRow("too many digits") << QString(40, u'9') << u"EUR"_s << no;
        QTest::newRow("10 MB") << QString(10'000'000, u'1') << u"EUR"_s << no;
    }
    void typedAmountsAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(qint64, minor);
        const Result<Money> money = moneyFromText(text, currency(code));
        QCOMPARE(money ? money->minor : std::numeric_limits<qint64>::min(), minor);
    }

    void productsRoundHalfAwayFromZero()
    {
        const Currency euro = currency(u"EUR"_s);
        QCOMPARE(scaled({333, euro}, 1500).minor, 500); // 499.5
        QCOMPARE(scaled({-333, euro}, 1500).minor, -500);
        QCOMPARE(percentOf({1010, euro}, 15000).minor, 152); // 151.5
        QCOMPARE(percentOf({-1010, euro}, 15000).minor, -152);
        QCOMPARE(percentOf({1009, euro}, 5500).minor, 55); // 55.495
        const qint64 most = std::numeric_limits<qint64>::max();
        QCOMPARE(scaled({most, euro}, most).minor, 1'000'000'000'000'000);
        QCOMPARE(scaled({most, euro}, -most).minor, -1'000'000'000'000'000);
    }

    void partsAreAllottedByLargestRemainder()
    {
        using List = QList<qint64>;
        QCOMPARE(allotted(100, {1, 1, 1}), List({34, 33, 33}));
        QCOMPARE(allotted(-100, {1, 1, 1}), List({-34, -33, -33}));
        QCOMPARE(allotted(10, {0, 3, 7}), List({0, 3, 7}));
        QCOMPARE(allotted(5, {0, 0}), List({5, 0}));
        QCOMPARE(allotted(5, {}), List());
        QCOMPARE(allotted(100, {-1, 3}), List({25, 75}));
        QCOMPARE(allotted(7, {2, 5, 11}), List({1, 2, 4}));
    }

    void partsAlwaysSumToTheTotal()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20000; ++round) {
            QList<qint64> weights;
            const int count = 1 + int(random.bounded(9));
            for (int i = 0; i < count; ++i)
                weights.append(random.bounded(4) == 0 ? 0 : qint64(random.generate64() >> 2));
            const qint64 total = qint64(random.generate64() >> 2) * (round % 2 == 0 ? 1 : -1);
            const QList<qint64> parts = allotted(total, weights);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64(0)), total);
            for (int i = 0; i < count; ++i)
                QVERIFY(weights.at(i) != 0 || parts.at(i) == 0 || weights.count(0) == count);
        }
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
