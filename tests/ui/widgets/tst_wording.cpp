// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wording.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr QChar noBreak(0xa0);
constexpr QChar narrow(0x202f);
constexpr QChar minus(0x2212);

} // namespace

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moneyIsWrittenAsTheLanguageDoes_data();
    void moneyIsWrittenAsTheLanguageDoes();
    void telephoneNumbersStandInTheirCountrysGroups_data();
    void telephoneNumbersStandInTheirCountrysGroups();
    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

void TestWording::moneyIsWrittenAsTheLanguageDoes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<QString>("text");
    QTest::newRow("French, rupees") << u"fr_FR"_s << qint64(248000) << u"MUR"_s << 2
                                    << QString(u"2"_s + narrow + u"480,00"_s + noBreak + u"Rs"_s);
    QTest::newRow("French, euro, negative") << u"fr_FR"_s << qint64(-9050) << u"EUR"_s << 2
                                            << QString(minus + u"90,50"_s + noBreak + u"€"_s);
    QTest::newRow("English, rupees") << u"en_GB"_s << qint64(248000) << u"MUR"_s << 2
                                     << QString(u"Rs"_s + noBreak + u"2,480.00"_s);
    QTest::newRow("English, euro") << u"en_GB"_s << qint64(9000) << u"EUR"_s << 2 << u"€90.00"_s;
    QTest::newRow("English, negative") << u"en_GB"_s << qint64(-5) << u"MUR"_s << 2
                                       << QString(minus + u"Rs"_s + noBreak + u"0.05"_s);
    QTest::newRow("English, a currency without cents")
        << u"en_GB"_s << qint64(1200) << u"JPY"_s << 0 << u"¥1,200"_s;
    QTest::newRow("no currency known") << u"en_GB"_s << qint64(100) << QString() << 2 << u"1.00"_s;
}

void TestWording::moneyIsWrittenAsTheLanguageDoes()
{
    QFETCH(QString, language);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(int, exponent);
    QLocale::setDefault(QLocale(language));
    Money money;
    money.minor = minor;
    money.currency = Currency{currency, exponent};
    QTEST(wording::money(money), "text");
}

void TestWording::telephoneNumbersStandInTheirCountrysGroups_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("France") << u"+33639988374"_s << u"+33 6 39 98 83 74"_s;
    QTest::newRow("France, other groups") << u"+33 6.39.98.83.74"_s << u"+33 6 39 98 83 74"_s;
    QTest::newRow("Mauritius, mobile") << u"+23059496694"_s << u"+230 5949 6694"_s;
    QTest::newRow("Mauritius, at home") << u"+2302840048"_s << u"+230 284 0048"_s;
    QTest::newRow("Réunion") << u"+262 6 92 26 82 68"_s << u"+262 692 26 82 68"_s;
    QTest::newRow("without prefix") << u"06.39.98.22.06"_s << u"06 39 98 22 06"_s;
    QTest::newRow("without prefix, Mauritius") << u"57655556"_s << u"5765 5556"_s;
    QTest::newRow("an unknown country stays") << u"+44 20 7946 0018"_s << u"+44 20 7946 0018"_s;
    QTest::newRow("words stay") << u"ask for Mum"_s << u"ask for Mum"_s;
    QTest::newRow("an extension stays") << u"+2302840048 ext 2"_s << u"+2302840048 ext 2"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestWording::telephoneNumbersStandInTheirCountrysGroups()
{
    QFETCH(QString, typed);
    QTEST(wording::phone(typed), "shown");
}

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
