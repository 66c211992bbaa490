// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksfixture.h"

#include <QTest>

//! Invoices, their tax, numbers and payments in the accounting simulator.
class TestQuickBooksInvoices : public QuickBooksFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

    void taxIsRoundedOnTheSumOfEachCode_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<QList<double>>("amounts");
        QTest::addColumn<QString>("taxName");
        QTest::addColumn<double>("tax");
        QTest::newRow("rupees") << u"MUR"_s << 2 << QList<double>{0.1, 0.1, 0.1} << u"VAT"_s
                                << 0.05;
        QTest::newRow("dinars") << u"TND"_s << 3 << QList<double>{1.111, 2.222} << u"TVA 20 %"_s
                                << 0.667;
        QTest::newRow("francs") << u"XOF"_s << 0 << QList<double>{33, 34} << u"VAT"_s << 10.0;
        QTest::newRow("five and a half")
            << u"EUR"_s << 2 << QList<double>{10.1} << u"TVA 5.5 %"_s << 0.56;
    }
    void taxIsRoundedOnTheSumOfEachCode()
    {
        QFETCH(QString, currency);
        QFETCH(int, exponent);
        QFETCH(QList<double>, amounts);
        QFETCH(QString, taxName);
        QFETCH(double, tax);
        open(currency, exponent);
        QString code;
        for (const QJsonValue &each : ask("select * from TaxCode").value(u"TaxCode"_s).toArray()) {
            if (each[u"Name"].toString() == taxName)
                code = each[u"Id"].toString();
        }
        QJsonArray lines{line(100, u"2"_s)};
        double sum = 100;
        for (const double amount : amounts) {
            lines.append(line(amount, code));
            sum += amount;
        }
        const QJsonObject made = created(post("invoice", invoice(lines)), u"Invoice"_s);
        QCOMPARE(made.value(u"TxnTaxDetail"_s)[u"TotalTax"].toDouble(), tax);
        QCOMPARE(made.value(u"TotalAmt"_s).toDouble(), sum + tax);
        QCOMPARE(made.value(u"Balance"_s), made.value(u"TotalAmt"_s));
        QCOMPARE(made.value(u"Line"_s).toArray().last()[u"DetailType"].toString(),
                 u"SubTotalLineDetail"_s);
    }

    void inclusiveTaxIsTakenOutOfTheSum()
    {
        QJsonObject body = invoice({line(115, u"4"_s)});
        body.insert(u"GlobalTaxCalculation"_s, u"TaxInclusive"_s);
        const QJsonObject made = created(post("invoice", body), u"Invoice"_s);
        QCOMPARE(made.value(u"TotalAmt"_s).toDouble(), 115.0);
        QCOMPARE(made.value(u"TxnTaxDetail"_s)[u"TotalTax"].toDouble(), 15.0);
    }

    void badInvoicesAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const QJsonObject &body, const QString &code) {
            QTest::newRow(title) << body << code;
        };
        row("no tax code", invoice({line(1, {})}), u"6000"_s);
        row("pseudo code of another country", invoice({line(1, u"NON"_s)}), u"2500"_s);
        row("unknown class", invoice({line(1, u"2"_s, u"5"_s)}), u"2500"_s);
        row("unknown item", invoice({line(1, u"2"_s, {}, u"5"_s)}), u"2500"_s);
        row("no lines", invoice({}), u"2020"_s);
        row("negative", invoice({line(-1, u"2"_s)}), u"6000"_s);
        row("long number", invoice({line(1, u"2"_s)}, QString(22, u'1')), u"2050"_s);
        QJsonObject body = invoice({line(1, u"2"_s)});
        body.insert(u"CustomerRef"_s, ref(u"5"_s));
        row("unknown customer", body, u"2500"_s);
        body = invoice({line(1, u"2"_s)});
        body.insert(u"CurrencyRef"_s, ref(u"EUR"_s));
        row("other currency", body, u"6000"_s);
        QJsonObject odd = line(1, u"2"_s);
        odd.insert(u"Amount"_s, 2);
        row("amount is not quantity by price", invoice({odd}), u"6070"_s);
        odd.insert(u"Amount"_s, u"two"_s);
        row("amount is a word", invoice({odd}), u"2080"_s);
        odd.remove(u"SalesItemLineDetail"_s);
        row("no detail", invoice({odd}), u"2020"_s);
        body = invoice({line(1, u"2"_s)});
        body.insert(u"GlobalTaxCalculation"_s, u"Sometimes"_s);
        row("bad word", body, u"2170"_s);
    }
    void badInvoicesAreRefused()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        QCOMPARE(codeOf(post("invoice", body)), code);
        QVERIFY(m_books->state().value(u"Invoice"_s).toArray().isEmpty());
    }

    void aLineWithoutAnItemCountsForNothing()
    {
        const QJsonObject made = created(
            post("invoice", invoice({line(5, u"2"_s), line(7, u"2"_s, {}, {})})), u"Invoice"_s);
        QCOMPARE(made.value(u"TotalAmt"_s).toDouble(), 5.0);
        QCOMPARE(made.value(u"Line"_s)[1][u"DetailType"].toString(), u"DescriptionOnly"_s);
        QVERIFY(made.value(u"Line"_s)[1][u"Amount"].isUndefined());
    }

    void theClassOfALineIsLostUnlessTheCompanyTracksByLine()
    {
        const QString chosen = u"200000000000301"_s;
        const auto made = [&] {
            return created(post("invoice", invoice({line(5, u"2"_s, chosen)})), u"Invoice"_s)
                .value(u"Line"_s)[0][u"SalesItemLineDetail"][u"ClassRef"];
        };
        QCOMPARE(made()[u"name"].toString(), u"Chirurgie"_s);
        QVERIFY(m_books
                    ->edit(u"Preferences"_s, u"1"_s,
                           {{u"AccountingInfoPrefs"_s,
                             QJsonObject{{u"ClassTrackingPerTxnLine"_s, false}}}})
                    .isEmpty());
        QVERIFY(made().isUndefined());
        QCOMPARE(get("preferences")
                     .value(u"Preferences"_s)[u"AccountingInfoPrefs"][u"ClassTrackingPerTxnLine"]
                     .toBool(true),
                 false);
    }

    void documentNumbersFollowThePreference()
    {
        const QJsonObject body = invoice({line(5, u"2"_s)}, u"F-1"_s);
        QCOMPARE(created(post("invoice", body), u"Invoice"_s).value(u"DocNumber"_s).toString(),
                 u"F-1"_s);
        QCOMPARE(codeOf(post("invoice", body)), u"6140"_s);
        QVERIFY(created(post("invoice?include=allowduplicatedocnum", body), u"Invoice"_s)
                    .contains(u"Id"_s));
        QVERIFY(!created(post("invoice", invoice({line(5, u"2"_s)})), u"Invoice"_s)
                     .contains(u"DocNumber"_s));
        m_books->edit(u"Preferences"_s, u"1"_s,
                      {{u"SalesFormsPrefs"_s, QJsonObject{{u"CustomTxnNumbers"_s, false}}}});
        QCOMPARE(created(post("invoice", body), u"Invoice"_s).value(u"DocNumber"_s).toString(),
                 u"1001"_s);
    }

    void aVoidedInvoiceStaysAtZeroAndADeletedOneGoes()
    {
        const QString id =
            created(post("invoice", invoice({line(5, u"4"_s)}, u"V-1"_s)), u"Invoice"_s)
                .value(u"Id"_s)
                .toString();
        const QJsonObject voided =
            created(post("invoice?operation=update&include=void",
                         {{u"Id"_s, id}, {u"SyncToken"_s, u"0"_s}, {u"sparse"_s, true}}),
                    u"Invoice"_s);
        QCOMPARE(voided.value(u"TotalAmt"_s).toDouble(-1), 0.0);
        QCOMPARE(voided.value(u"DocNumber"_s).toString(), u"V-1"_s);
        const QJsonObject gone =
            created(post("invoice?operation=delete",
                         {{u"Id"_s, id}, {u"SyncToken"_s, voided.value(u"SyncToken"_s)}}),
                    u"Invoice"_s);
        QCOMPARE(gone.value(u"status"_s).toString(), u"Deleted"_s);
        QCOMPARE(codeOf(get("invoice/" + id.toLatin1())), u"610"_s);
        const QJsonObject changes =
            get("cdc?entities=Customer,Invoice&changedSince="
                + m_clock.now().addDays(-1).toString(Qt::ISODate).toLatin1());
        const QJsonValue responses = changes.value(u"CDCResponse"_s)[0][u"QueryResponse"];
        QVERIFY(responses[0].toObject().isEmpty());
        QCOMPARE(responses[1][u"Invoice"][0][u"status"].toString(), u"Deleted"_s);
    }

    void aPaymentLowersTheBalance()
    {
        const QString id = created(post("invoice", invoice({line(100, u"2"_s)})), u"Invoice"_s)
                               .value(u"Id"_s)
                               .toString();
        const QJsonObject link{{u"TxnId"_s, id}, {u"TxnType"_s, u"Invoice"_s}};
        const QJsonObject paid{{u"Amount"_s, 60}, {u"LinkedTxn"_s, QJsonArray{link}}};
        const QJsonObject body{
            {u"CustomerRef"_s, ref(u"1001"_s)}, {u"TotalAmt"_s, 75}, {u"Line"_s, QJsonArray{paid}}};
        QCOMPARE(created(post("payment", body), u"Payment"_s).value(u"UnappliedAmt"_s).toDouble(),
                 15.0);
        const QJsonObject after = created(get("invoice/" + id.toLatin1()), u"Invoice"_s);
        QCOMPARE(after.value(u"Balance"_s).toDouble(), 40.0);
        QCOMPARE(after.value(u"LinkedTxn"_s)[0][u"TxnType"].toString(), u"Payment"_s);
        QCOMPARE(codeOf(post("payment", body)), u"6000"_s);
    }

    void aPdfIsAPdf()
    {
        const QString id = created(post("invoice", invoice({line(5, u"2"_s)})), u"Invoice"_s)
                               .value(u"Id"_s)
                               .toString();
        const sim::Answer answer = raw("GET", "invoice/" + id.toLatin1() + "/pdf");
        QCOMPARE(answer.contentType, QByteArray("application/pdf"));
        QVERIFY(answer.body.startsWith("%PDF-"));
    }
};

QTEST_GUILESS_MAIN(TestQuickBooksInvoices)
#include "tst_quickbooksinvoices.moc"
