// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    QString written(const QByteArray &text)
    {
        const QString name = m_directory.filePath(u"s%1.ini"_s.arg(++m_count));
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return name;
    }

private Q_SLOTS:
    void aMissingFileGivesDefaults()
    {
        const auto settings = Settings::load(m_directory.filePath(u"none.ini"_s));
        QVERIFY(settings);
        QCOMPARE(settings->currency.code, u"MUR"_s);
        QCOMPARE(settings->timeZone, QByteArray("Indian/Mauritius"));
        QCOMPARE(settings->hours.size(), 11);
        QCOMPARE(settings->keychainService, u"vestibule/default"_s);
        QCOMPARE(settings->googlecalendar.writer, u"vestibule"_s);
    }

    void whatIsSavedIsLoaded()
    {
        Settings settings = *Settings::load(m_directory.filePath(u"none.ini"_s));
        settings.clinicName = u"Clinique, \"Œil\" & Dent"_s;
        settings.currency = Currency{u"EUR"_s, 2};
        settings.language = u"fr"_s;
        settings.zoho.apiUrl = QUrl(u"https://www.zohoapis.eu"_s);
        settings.zoho.triggers = QStringList{u"workflow"_s, u"blueprint"_s};
        settings.dentaltap.url = QUrl(u"http://127.0.0.1:8080/api/v1"_s);
        settings.quickbooks.taxCodes.byName.insert(u"VAT 15%"_s, u"5"_s);
        settings.quickbooks.taxCodes.exempt = u"7"_s;
        settings.twinsCreator = u"crm"_s;
        settings.hours = {OpeningSpan{2, QTime(8, 0), QTime(16, 45)}};
        const QString file = m_directory.filePath(u"saved.ini"_s);
        QVERIFY(settings.save(file));
        const auto loaded = Settings::load(file);
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
        QCOMPARE(loaded->clinicName, settings.clinicName);
        QCOMPARE(loaded->currency, settings.currency);
        QCOMPARE(loaded->zoho.apiUrl, settings.zoho.apiUrl);
        QCOMPARE(loaded->zoho.triggers, settings.zoho.triggers);
        QCOMPARE(loaded->dentaltap.url, settings.dentaltap.url);
        QCOMPARE(loaded->quickbooks.taxCodes, settings.quickbooks.taxCodes);
        QCOMPARE(loaded->twinsCreator, u"crm"_s);
        QCOMPARE(loaded->hours, settings.hours);
    }

    void teethOnForeignPicturesAreCalibrated()
    {
        Settings settings;
        settings.dentaltap.charts.idPrefix = u"dent_"_s;
        settings.dentaltap.charts.idNotation = teeth::Notation::Universal;
        settings.dentaltap.charts.grid = {
            {0.125, 0.25, 0.5, 0.625}, u"28-18/38-48"_s, {0.0625, 0.25}};
        const QString file = m_directory.filePath(u"charts.ini"_s);
        QVERIFY(settings.save(file));
        const Result<Settings> loaded = Settings::load(file);
        QVERIFY(loaded);
        const auto &charts = loaded->dentaltap.charts;
        QCOMPARE(charts.idPrefix, u"dent_"_s);
        QCOMPARE(charts.idNotation, teeth::Notation::Universal);
        QCOMPARE(charts.grid.area, settings.dentaltap.charts.grid.area);
        QCOMPARE(charts.grid.order, u"28-18/38-48"_s);
        QCOMPARE(charts.grid.tooth, QSizeF(0.0625, 0.25));
        QCOMPARE(charts.primaryGrid.order, Settings().dentaltap.charts.primaryGrid.order);
    }

    void unknownSectionsAreIgnored()
    {
        const auto settings =
            Settings::load(written("[simulator]\ncontrol=x\nsecrets=a=b\n[clinic]\nname=A\n"));
        QVERIFY(settings);
        QCOMPARE(settings->clinicName, u"A"_s);
    }

    void tablesAreReadAsAPersonWritesThem()
    {
        const auto settings =
            Settings::load(written("[quickbooks]\ntaxCodes=VAT=5, Zero = 7\n[clinic]\nhours=1-5 "
                                   "7:30-12:00, 6 9:00-12:00\n"));
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
        QCOMPARE(settings->quickbooks.taxCodes.byName.value(u"VAT"_s), u"5"_s);
        QCOMPARE(settings->quickbooks.taxCodes.byName.value(u"Zero"_s), u"7"_s);
        QCOMPARE(settings->hours.size(), 6);
    }

    void programsOfTheComputerAreKept_CLI_02_VDDS_23()
    {
        const Result<Settings> plain = Settings::load(written(QByteArray()));
        QVERIFY(plain.has_value());
        QCOMPARE(plain->vdds.section, u"VESTIBULE"_s);
        QVERIFY(plain->vdds.firstCallSeconds >= 360);
        QCOMPARE(plain->vdds.callSeconds, 60);
        QVERIFY(!plain->desktopCommand.merge);
        const Result<Settings> settings = Settings::load(
            written("[dentaldesktop]\ncommand=D:/3Shape/Cmd é.exe\ncommandMerge=true\n"
                    "commandSeconds=20\n[vdds]\nfile=D:/VDDS_MMI.INI\nimaging=TRIOS\n"
                    "section=DESK2\npracticeNumber=12\nfirstCallSeconds=400\ncallSeconds=30\n"
                    "pollMilliseconds=750\n"));
        QVERIFY2(settings.has_value(), settings ? "" : qPrintable(settings.error().message));
        const QString file = written(QByteArray());
        QVERIFY(settings->save(file).has_value());
        const Result<Settings> again = Settings::load(file);
        QVERIFY(again.has_value());
        for (const Settings &each : {*settings, *again}) {
            QCOMPARE(each.desktopCommand.path, u"D:/3Shape/Cmd é.exe"_s);
            QVERIFY(each.desktopCommand.merge);
            QCOMPARE(each.desktopCommand.seconds, 20);
            QCOMPARE(each.vdds.file, u"D:/VDDS_MMI.INI"_s);
            QCOMPARE(each.vdds.imaging, u"TRIOS"_s);
            QCOMPARE(each.vdds.section, u"DESK2"_s);
            QCOMPARE(each.vdds.practiceNumber, u"12"_s);
            QCOMPARE(each.vdds.firstCallSeconds, 400);
            QCOMPARE(each.vdds.callSeconds, 30);
            QCOMPARE(each.vdds.pollMilliseconds, 750);
        }
    }

    void serversOfDentalDesktopAreKept_3DD_01()
    {
        const QByteArray sha256(64, 'a');
        const auto settings = Settings::load(
            written("[dentaldesktop]\nurl=https://trios:5484\nuser=desk\npatientIdField=File_No\n"
                    "[dentaldesktop.curepipe]\nurl=https://10.0.0.7:5492\n"
                    "thumbprints=10.0.0.7:5492="
                    + sha256
                    + ", 73:78:42:e3:e3:d6:42:d3:9f:93:d8:c2:d8:4b:2e:f8:09:cd:57:1d\n"
                      "patientIdParameter=SSN\npasswordCharset=iso-8859-1\n"));
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
        QCOMPARE(settings->dentaldesktop.url, QUrl(u"https://trios:5484"_s));
        QCOMPARE(settings->dentaldesktop.user, u"desk"_s);
        QCOMPARE(settings->dentaldesktop.passwordKey(), u"dentaldesktop.password"_s);
        // 3Shape's own authority where nothing else is said.
        QCOMPARE(settings->dentaldesktop.thumbprints,
                 QStringList{u"737842e3e3d642d39f93d8c2d84b2ef809cd571d"_s});
        QCOMPARE(settings->patientIdField, u"File_No"_s);
        QCOMPARE(settings->dentaldesktopSites.size(), 1);
        QCOMPARE(settings->dentalDesktopServers().size(), 2);

        const QString file = m_directory.filePath(u"scans.ini"_s);
        QVERIFY(settings->save(file));
        const auto again = Settings::load(file);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        const Settings::DentalDesktop &site = again->dentaldesktopSites.first();
        QCOMPARE(site.site, u"curepipe"_s);
        QCOMPARE(site.passwordKey(), u"dentaldesktop.curepipe.password"_s);
        QCOMPARE(site.thumbprints, settings->dentaldesktopSites.first().thumbprints);
        QCOMPARE(site.thumbprints.size(), 2);
        QCOMPARE(site.patientIdParameter, u"SSN"_s);
        QCOMPARE(site.passwordCharset, u"iso-8859-1"_s);
        // Without an address there is none.
        QVERIFY(
            Settings::load(written("[dentaldesktop]\nuser=x\n"))->dentalDesktopServers().isEmpty());
    }

    void wrongValuesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("http outside")
            << QByteArray("[zoho]\napiUrl=http://example.com\n") << u"zoho.apiUrl"_s;
        QTest::newRow("looks private")
            << QByteArray("[dentaltap]\nurl=http://10.0.0.1.evil.test/\n") << u"dentaltap.url"_s;
        QTest::newRow("no address")
            << QByteArray("[dentaltap]\nurl=nonsense\n") << u"dentaltap.url"_s;
        QTest::newRow("file") << QByteArray("[dentaltap]\nurl=file:///etc/passwd\n")
                              << u"dentaltap.url"_s;
        QTest::newRow("password in address")
            << QByteArray("[dentaltap]\nurl=https://a:b@example.com/\n") << u"dentaltap.url"_s;
        QTest::newRow("writer") << QByteArray("[googlecalendar]\nwriter=me\n")
                                << u"googlecalendar.writer"_s;
        QTest::newRow("zone") << QByteArray("[clinic]\ntimeZone=Mars/Base\n")
                              << u"clinic.timeZone"_s;
        QTest::newRow("currency") << QByteArray("[clinic]\ncurrency=rupees\n")
                                  << u"clinic.currency"_s;
        QTest::newRow("grid of three numbers")
            << QByteArray("[dentaltap]\nchartGrid=0.1, 0.1, 0.8\n") << u"dentaltap.chartGrid"_s;
        QTest::newRow("grid beyond the picture")
            << QByteArray("[dentaltap]\nchartGrid=0.5, 0.1, 0.8, 0.5\n")
            << u"dentaltap.chartGrid"_s;
        QTest::newRow("rows of no teeth") << QByteArray("[dentaltap]\nchartGridOrder=upper/lower\n")
                                          << u"dentaltap.chartGridOrder"_s;
        QTest::newRow("tooth without a size")
            << QByteArray("[dentaltap]\nchartMixedGridTooth=0, 0.1\n")
            << u"dentaltap.chartMixedGridTooth"_s;
        QTest::newRow("number") << QByteArray("[dentaltap]\nburst=many\n") << u"dentaltap.burst"_s;
        QTest::newRow("scans without TLS")
            << QByteArray("[dentaldesktop]\nurl=http://127.0.0.1/\n") << u"dentaldesktop.url"_s;
        QTest::newRow("pin") << QByteArray("[dentaldesktop.b]\nthumbprints=trust me\n")
                             << u"thumbprints"_s;
        QTest::newRow("section") << QByteArray("[vdds]\nsection=A]B\n") << u"vdds.section"_s;
        QTest::newRow("charset") << QByteArray("[dentaldesktop]\npasswordCharset=ebcdic\n")
                                 << u"dentaldesktop.passwordCharset"_s;
        QTest::newRow("hours") << QByteArray("[clinic]\nhours=1 12:00-11:00\n")
                               << u"clinic.hours"_s;
    }
    void wrongValuesAreRefusedByName()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        const auto settings = Settings::load(written(text));
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, Error::Kind::Invalid);
        QVERIFY2(settings.error().message.contains(key), qPrintable(settings.error().message));
    }

    void plainHttpIsFineInsideTheBuilding_data()
    {
        QTest::addColumn<QByteArray>("host");
        for (const char *host :
             {"127.0.0.1:9", "localhost", "[::1]:80", "192.168.1.20", "10.1.2.3"})
            QTest::newRow(host) << QByteArray(host);
    }
    void plainHttpIsFineInsideTheBuilding()
    {
        QFETCH(QByteArray, host);
        const auto settings =
            Settings::load(written("[dentaltap]\nurl=http://" + host + "/api/v1\n"));
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
    }

    void profileNamesStayInTheirFolder()
    {
        QVERIFY(Settings::fileOf(u"demo"_s).endsWith(u"/vestibule/demo.ini"_s));
        for (const QString &bad : {u"../x"_s, u""_s, u"a/b"_s, u".hidden"_s, QString(41, u'a')})
            QCOMPARE(Settings::fileOf(bad), QString());
    }

private:
    QTemporaryDir m_directory;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
