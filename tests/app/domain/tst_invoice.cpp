// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/invoice.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

TaxCodes taxCodes()
{
    return {u"0"_s, {{u"Reduced"_s, u"5"_s}, {u"VAT"_s, u"15"_s}, {u"Full"_s, u"20"_s}}};
}

struct Tax {
    QString name;
    Thousandths percent;
};
const QList<Tax> taxes{{QString(), 0}, {u"Reduced"_s, 5500}, {u"VAT"_s, 15000}, {u"Full"_s, 20000}};

OrderLine line(const Currency &currency, const QString &invoiceClass, int tax, qint64 price,
               Thousandths quantity = 1000, qint64 discount = 0)
{
    OrderLine made;
    made.invoiceClass = invoiceClass;
    made.unitPrice = Money{price, currency};
    made.discount = Money{discount, currency};
    made.quantity = quantity;
    if (tax > 0)
        made.taxes = {{taxes.at(tax).name, taxes.at(tax).percent}};
    return made;
}

//! The total as the CRM computes it: rounded per line, the document's discount without tax.
CrmInvoice invoice(const Currency &currency, const QList<OrderLine> &lines, qint64 discount = 0,
                   qint64 adjustment = 0)
{
    CrmInvoice made;
    made.lines = lines;
    made.discount = Money{discount, currency};
    made.adjustment = Money{adjustment, currency};
    qint64 total = adjustment - discount;
    for (const OrderLine &each : lines)
        total += each.net().minor + each.tax().minor;
    made.grandTotal = Money{total, currency};
    return made;
}

QStringList words(const QList<LedgerLine> &lines)
{
    QStringList all;
    for (const LedgerLine &each : lines)
        all.append(QString(each.invoiceClass + u'/' + each.taxCode + u' '
                           + QString::number(each.amount.minor)
                           + (each.rounding ? u" rounding"_s : QString())));
    return all;
}

} // namespace

class TestInvoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sevenOddLinesAtThreeRates_data()
    {
        QTest::addColumn<QList<int>>("rates");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none 5.5 15, 0 decimals")
            << QList<int>{0, 1, 2} << 0 << qint64(1377)
            << QStringList{u"A/0 333"_s,  u"C/0 57"_s,  u"A/15 13"_s, u"B/15 100"_s,
                           u"C/15 333"_s, u"A/5 333"_s, u"B/5 117"_s, u"A/0 -1 rounding"_s};
        QTest::newRow("none 5.5 15, 2 decimals")
            << QList<int>{0, 1, 2} << 2 << qint64(137901)
            << QStringList{u"A/0 33334"_s,  u"C/0 5745"_s,  u"A/15 1330"_s, u"B/15 10000"_s,
                           u"C/15 33317"_s, u"A/5 33336"_s, u"B/5 11666"_s, u"A/5 1 rounding"_s};
        QTest::newRow("none 5.5 15, 3 decimals")
            << QList<int>{0, 1, 2} << 3 << qint64(1378979)
            << QStringList{u"A/0 333335"_s,  u"C/0 57445"_s,  u"A/15 13300"_s, u"B/15 99999"_s,
                           u"C/15 333167"_s, u"A/5 333357"_s, u"B/5 116655"_s};
        QTest::newRow("5.5 15 20, 0 decimals")
            << QList<int>{1, 2, 3} << 0 << qint64(1465)
            << QStringList{u"A/15 333"_s, u"B/15 117"_s, u"A/20 13"_s, u"B/20 100"_s,
                           u"C/20 333"_s, u"A/5 333"_s,  u"C/5 57"_s,  u"A/15 1 rounding"_s};
        QTest::newRow("5.5 15 20, 2 decimals")
            << QList<int>{1, 2, 3} << 2 << qint64(146556)
            << QStringList{u"A/15 33336"_s, u"B/15 11666"_s, u"A/20 1330"_s, u"B/20 10000"_s,
                           u"C/20 33317"_s, u"A/5 33334"_s,  u"C/5 5745"_s};
        QTest::newRow("5.5 15 20, 3 decimals")
            << QList<int>{1, 2, 3} << 3 << qint64(1465545)
            << QStringList{u"A/15 333357"_s, u"B/15 116655"_s,     u"A/20 13300"_s,
                           u"B/20 99999"_s,  u"C/20 333167"_s,     u"A/5 333335"_s,
                           u"C/5 57445"_s,   u"A/15 -1 rounding"_s};
        QTest::newRow("none 15 20, 0 decimals")
            << QList<int>{0, 2, 3} << 0 << qint64(1444)
            << QStringList{u"A/0 333"_s, u"C/0 57"_s,   u"A/15 333"_s, u"B/15 117"_s,
                           u"A/20 13"_s, u"B/20 100"_s, u"C/20 333"_s, u"A/0 1 rounding"_s};
        QTest::newRow("none 15 20, 2 decimals")
            << QList<int>{0, 2, 3} << 2 << qint64(144407)
            << QStringList{u"A/0 33334"_s, u"C/0 5745"_s,   u"A/15 33336"_s, u"B/15 11666"_s,
                           u"A/20 1330"_s, u"B/20 10000"_s, u"C/20 33317"_s};
        QTest::newRow("none 15 20, 3 decimals")
            << QList<int>{0, 2, 3} << 3 << qint64(1444053)
            << QStringList{u"A/0 333335"_s, u"C/0 57445"_s,  u"A/15 333357"_s, u"B/15 116655"_s,
                           u"A/20 13300"_s, u"B/20 99999"_s, u"C/20 333167"_s};
    }
    void sevenOddLinesAtThreeRates()
    {
        QFETCH(QList<int>, rates);
        QFETCH(int, exponent);
        const Currency currency{u"XXX"_s, exponent};
        const auto odd = [&](const QString &invoiceClass, int rate, const QString &price,
                             Thousandths quantity) {
            return line(currency, invoiceClass, rates.at(rate),
                        moneyFromJson(price, currency)->minor, quantity);
        };
        const CrmInvoice facture =
            invoice(currency,
                    {odd(u"A"_s, 0, u"333.335"_s, 1000), odd(u"A"_s, 1, u"111.119"_s, 3000),
                     odd(u"B"_s, 1, u"77.77"_s, 1500), odd(u"B"_s, 2, u"99.999"_s, 1000),
                     odd(u"A"_s, 2, u"13.3"_s, 1000), odd(u"C"_s, 2, u"1000.5"_s, 333),
                     odd(u"C"_s, 0, u"57.445"_s, 1000)});
        QTEST(facture.grandTotal.minor, "total");
        const Result<QList<LedgerLine>> ledger = ledgerLines(facture, taxCodes());
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
        QTEST(words(*ledger), "expected");
        QCOMPARE(ledgerTotal(*ledger, currency), facture.grandTotal);
    }

    void classesAreSummedPerTaxCode()
    {
        const Currency euro{u"EUR"_s, 2};
        const Result<QList<LedgerLine>> ledger =
            ledgerLines(invoice(euro,
                                {line(euro, u"B"_s, 0, 100), line(euro, u"A"_s, 0, 250),
                                 line(euro, u"A"_s, 0, 50), line(euro, u"A"_s, 2, 1000),
                                 line(euro, u"Z"_s, 0, 70), line(euro, u"Z"_s, 0, -70)}),
                        taxCodes());
        QCOMPARE(words(*ledger), QStringList({u"A/0 300"_s, u"B/0 100"_s, u"A/15 1000"_s}));
    }

    void discountAndAdjustmentAreAllotted()
    {
        const Currency euro{u"EUR"_s, 2};
        const QList<OrderLine> lines{line(euro, u"A"_s, 0, 100), line(euro, u"B"_s, 0, 100),
                                     line(euro, u"C"_s, 0, 100)};
        QCOMPARE(words(*ledgerLines(invoice(euro, lines, 100), taxCodes())),
                 QStringList({u"A/0 66"_s, u"B/0 67"_s, u"C/0 67"_s}));
        QCOMPARE(words(*ledgerLines(invoice(euro, lines, 0, 1), taxCodes())),
                 QStringList({u"A/0 101"_s, u"B/0 100"_s, u"C/0 100"_s}));
        // Whether a discount lowers the tax or not, the ledger meets the CRM's total.
        const QList<OrderLine> taxed{line(euro, u"A"_s, 2, 10000)};
        const CrmInvoice kept = invoice(euro, taxed, 1000);
        QCOMPARE(kept.grandTotal.minor, 10500);
        QCOMPARE(words(*ledgerLines(kept, taxCodes())), QStringList({u"A/15 9130"_s}));
        CrmInvoice lowered = kept;
        lowered.grandTotal.minor = 10350;
        QCOMPARE(words(*ledgerLines(lowered, taxCodes())), QStringList({u"A/15 9000"_s}));
    }

    void aResidueTheTaxStepsOverGoesToTheExemptCode()
    {
        const Currency euro{u"EUR"_s, 2};
        const CrmInvoice facture =
            invoice(euro, {line(euro, u"A"_s, 2, 2), line(euro, u"A"_s, 2, 2)});
        QCOMPARE(facture.grandTotal.minor, 4);
        const Result<QList<LedgerLine>> ledger = ledgerLines(facture, taxCodes());
        QCOMPARE(words(*ledger), QStringList({u"A/15 4"_s, u"A/0 -1 rounding"_s}));
        QCOMPARE(ledgerTotal(*ledger, euro).minor, 4);
    }

    void whatTheLedgerCannotSayIsRefusedInWords()
    {
        const Currency euro{u"EUR"_s, 2};
        const auto refusal = [](const CrmInvoice &facture, const TaxCodes &codes) {
            const Result<QList<LedgerLine>> ledger = ledgerLines(facture, codes);
            return ledger ? QString() : ledger.error().message;
        };
        CrmInvoice facture = invoice(euro, {line(euro, u"A"_s, 0, 10000)});
        facture.grandTotal.minor = 10002;
        const QString both = refusal(facture, taxCodes());
        QVERIFY(both.contains(u"100.02"_s) && both.contains(u"100.00"_s));
        facture.grandTotal.minor = 10001;
        QVERIFY(refusal(facture, taxCodes()).isEmpty());
        facture = invoice(euro, {line(euro, u"A"_s, 2, 100)});
        QVERIFY(refusal(facture, {u"0"_s, {}}).contains(u"VAT"_s));
        facture.lines.first().taxes.append({u"Full"_s, 20000});
        QVERIFY(!refusal(facture, taxCodes()).isEmpty());
        facture = invoice(euro, {line(euro, u"A"_s, 0, -100)});
        QVERIFY(!refusal(facture, taxCodes()).isEmpty());
        facture = invoice(euro, {line(euro, u"A"_s, 2, 100), line(euro, u"A"_s, 3, 100)});
        QVERIFY(!refusal(facture, {u"0"_s, {{u"VAT"_s, u"7"_s}, {u"Full"_s, u"7"_s}}}).isEmpty());
        facture = invoice(euro, {});
        facture.grandTotal.minor = 100;
        QVERIFY(!refusal(facture, taxCodes()).isEmpty());
    }

    void theLedgerAlwaysMeetsTheFacture()
    {
        QRandomGenerator random(20260112);
        const QStringList classes{u"A"_s, u"B"_s, u"C"_s, u"D"_s};
        for (int round = 0; round < 4000; ++round) {
            const Currency currency{u"XXX"_s, QList<int>{0, 2, 3}.at(round % 3)};
            QList<OrderLine> lines;
            const int count = 1 + int(random.bounded(9));
            qint64 net = 0;
            for (int i = 0; i < count; ++i) {
                lines.append(line(currency, classes.at(random.bounded(4)), random.bounded(4),
                                  random.bounded(1, 200000), random.bounded(1, 5000)));
                net += lines.last().net().minor;
            }
            const qint64 discount =
                random.bounded(3) == 0 && net > 0 ? qint64(random.bounded(quint32(net))) : 0;
            const CrmInvoice facture = invoice(currency, lines, discount, random.bounded(7));
            const Result<QList<LedgerLine>> ledger = ledgerLines(facture, taxCodes());
            QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().message));
            QCOMPARE(ledgerTotal(*ledger, currency).minor, facture.grandTotal.minor);
            for (const LedgerLine &each : *ledger) {
                QVERIFY(each.amount.minor != 0);
                QVERIFY(!each.rounding || qAbs(each.amount.minor) <= count);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestInvoice)
#include "tst_invoice.moc"
