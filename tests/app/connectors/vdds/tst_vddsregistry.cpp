// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using vdds::Ini;
using vdds::Registration;

namespace {

//! A computer with another practice system, an archive and two imaging programs.
QByteArray clinic()
{
    return "; VDDS-media\r\n"
           "[PVS]\r\n"
           "NAME1=Z1\r\n"
           "NAME4=CHARLY\r\n"
           "ARCHIV=DOKU\r\n"
           "\r\n"
           "[Z1]\r\n"
           "NAME=CGM Z1 f\xFCr Praxen\r\n"
           "PFAD=C:\\Z1\r\n"
           "\r\n"
           "[CHARLY]\r\n"
           "NAME=charly\r\n"
           "\r\n"
           "[BVS]\r\n"
           "NAME2=NNT\r\n"
           "NAME1=THREESHAPE\r\n"
           "\r\n"
           "[NNT]\r\n"
           "NAME=NewTom NNT\r\n"
           "VERSION=1.4\r\n"
           "STAGES=1345\r\n"
           "SUPPORTINFO=1\r\n"
           "PATDATIMPORT=C:\\NNT\\NNT.exe -VDDS PATDATIMPORT\r\n"
           "PATDATIMPORT_OS=1\r\n"
           "MMOVIEW=C:\\NNT\\NNT.exe -VIEW\r\n"
           "\r\n"
           "[THREESHAPE]\r\n"
           "Name=TRIOS\r\n"
           "STAGES=134\r\n"
           "PatDatImport=C:\\Program Files\\3Shape\\Dental Desktop\\vdds.exe\r\n"
           "MMOINFEXPORT=C:\\Program Files\\3Shape\\Dental Desktop\\vdds.exe\r\n"
           "MMOEXPORT=\r\n";
}

Registration ourselves()
{
    Registration registration;
    registration.importLine = u"\"C:\\Program Files\\Vestibule\\vestibule-cli.exe\" vdds answer"_s;
    return registration;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

//! VDDS_MMI.INI: who is registered there, and our own entry.
class TestVddsRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void VDDS_01_23_theFileIsFound_data();
    void VDDS_01_23_theFileIsFound();
    void VDDS_01_aVirtualCopyIsNoticed();
    void VDDS_02_03_theIndexIsReadByItsNumbers();
    void VDDS_04_21_aProgramOffersWhatItsSectionHas();
    void VDDS_07_theProgramIsPreselectedOrChosen_data();
    void VDDS_07_theProgramIsPreselectedOrChosen();
    void VDDS_02_15_ourEntryTakesTheNextNumber_data();
    void VDDS_02_15_ourEntryTakesTheNextNumber();
    void VDDS_06_15_allElseStaysAndTheWayBackIsExact();
    void VDDS_15_anEntryIsBroughtUpToDate();
    void VDDS_06_aForeignSectionIsNotTaken_data();
    void VDDS_06_aForeignSectionIsNotTaken();
    void VDDS_06_theFileIsReplacedAndTheFormerKept();
    void VDDS_06_aFileThatChangedMeanwhileIsNotOverwritten();
    void VDDS_01_missingRightsAreSaid();
    void VDDS_01_aMissingFileIsSaid();
};

void TestVddsRegistry::VDDS_01_23_theFileIsFound_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QByteArray>("windows");
    QTest::addColumn<QString>("file");
    QTest::newRow("VDDS-23 the setting wins")
        << u"D:\\x\\V.INI"_s << QByteArray("/env.ini") << QByteArray("C:\\Windows")
        << QDir::fromNativeSeparators(u"D:\\x\\V.INI"_s);
    QTest::newRow("VDDS-23 the environment")
        << QString() << QByteArray("/env.ini") << QByteArray("C:\\Windows") << u"/env.ini"_s;
    QTest::newRow("VDDS-01 Windows")
        << QString() << QByteArray() << QByteArray("C:/Windows") << u"C:/Windows/VDDS_MMI.INI"_s;
    QTest::newRow("VDDS-23 elsewhere")
        << QString() << QByteArray() << QByteArray() << u"/etc/vdds/VDDS_MMI.INI"_s;
}

void TestVddsRegistry::VDDS_01_23_theFileIsFound()
{
    QFETCH(QString, setting);
    QFETCH(QByteArray, environment);
    QFETCH(QByteArray, windows);
    QFETCH(QString, file);
    const QByteArray formerWindows = qgetenv("WINDIR");
    qputenv("VESTIBULE_VDDS_INI", environment);
    qputenv("WINDIR", windows);
    const QString found = vdds::registryFile(setting);
    qunsetenv("VESTIBULE_VDDS_INI");
    qputenv("WINDIR", formerWindows);
    QCOMPARE(found, file);
}

void TestVddsRegistry::VDDS_01_aVirtualCopyIsNoticed()
{
    const QTemporaryDir local;
    const QString file = u"C:/Windows/VDDS_MMI.INI"_s;
    QCOMPARE(vdds::virtualStoreCopy(file, local.path()), QString());
    QVERIFY(QDir(local.path()).mkpath(u"VirtualStore/Windows"_s));
    const QString copy = local.filePath(u"VirtualStore/Windows/VDDS_MMI.INI"_s);
    write(copy, "[PVS]\r\n");
    QCOMPARE(vdds::virtualStoreCopy(file, local.path()), copy);
    QCOMPARE(vdds::virtualStoreCopy(file, QString()), QString());
    QCOMPARE(vdds::virtualStoreCopy(u"/etc/vdds/VDDS_MMI.INI"_s, local.path()), QString());
}

void TestVddsRegistry::VDDS_02_03_theIndexIsReadByItsNumbers()
{
    const Ini ini = Ini::fromBytes(clinic());
    QStringList practice;
    for (const ImagingProgram &program : vdds::programs(ini, u"PVS"_s))
        practice.append(program.section);
    // A gap in the numbers; the archive is no program.
    QCOMPARE(practice, (QStringList{u"Z1"_s, u"CHARLY"_s}));
    QStringList imaging;
    for (const ImagingProgram &program : vdds::programs(ini, u"bvs"_s))
        imaging.append(program.section);
    QCOMPARE(imaging, (QStringList{u"THREESHAPE"_s, u"NNT"_s}));
    const Ini odd = Ini::fromBytes("[BVS]\r\nNAME0=a\r\nNAME-1=b\r\nNAMEX=c\r\nNAME=d\r\n"
                                   "NAME99999999999=e\r\nNAME7=\r\nNAME8=f\r\n");
    QCOMPARE(vdds::programs(odd, u"BVS"_s).size(), 1);
}

void TestVddsRegistry::VDDS_04_21_aProgramOffersWhatItsSectionHas()
{
    const Ini ini = Ini::fromBytes(clinic());
    const QList<ImagingProgram> imaging = vdds::programs(ini, u"BVS"_s);
    const ImagingProgram trios = imaging.first();
    QCOMPARE(trios.name, u"TRIOS"_s);
    QCOMPARE(trios.stages, u"134"_s);
    // An empty value offers nothing.
    QCOMPARE(trios.operations, (QStringList{u"PATDATIMPORT"_s, u"MMOINFEXPORT"_s}));
    QCOMPARE(imaging.last().operations, (QStringList{u"PATDATIMPORT"_s, u"MMOVIEW"_s}));
    QCOMPARE(imaging.last().version, u"1.4"_s);
    QCOMPARE(vdds::lineOf(ini, u"NNT"_s, u"PATDATIMPORT"_s),
             u"C:\\NNT\\NNT.exe -VDDS PATDATIMPORT"_s);
}

void TestVddsRegistry::VDDS_07_theProgramIsPreselectedOrChosen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("section");
    QTest::newRow("VDDS-07 by its path") << clinic() << QString() << u"THREESHAPE"_s;
    QTest::newRow("VDDS-07 by the setting") << clinic() << u"nnt"_s << u"NNT"_s;
    QTest::newRow("VDDS-07 the setting names nobody") << clinic() << u"SIDEXIS"_s << QString();
    QTest::newRow("VDDS-07 by its section")
        << QByteArray("[BVS]\r\nNAME1=A\r\nNAME2=DentalDesktop\r\n") << QString()
        << u"DentalDesktop"_s;
    QTest::newRow("VDDS-07 by its name")
        << QByteArray("[BVS]\r\nNAME1=A\r\nNAME2=B\r\n[B]\r\nNAME=Dental Desktop\r\n") << QString()
        << u"B"_s;
    QTest::newRow("VDDS-07 the only one")
        << QByteArray("[BVS]\r\nNAME3=SIDEXIS\r\n") << QString() << u"SIDEXIS"_s;
    QTest::newRow("VDDS-07 several that say nothing")
        << QByteArray("[BVS]\r\nNAME1=A\r\nNAME2=B\r\n") << QString() << QString();
    QTest::newRow("VDDS-07 nobody") << QByteArray("[BVS]\r\n") << QString() << QString();
}

void TestVddsRegistry::VDDS_07_theProgramIsPreselectedOrChosen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, setting);
    QFETCH(QString, section);
    const auto program = vdds::chosen(Ini::fromBytes(bytes), setting);
    QCOMPARE(program ? program->section : QString(), section);
}

void TestVddsRegistry::VDDS_02_15_ourEntryTakesTheNextNumber_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("VDDS-02 after a gap") << clinic() << QByteArray("NAME5=VESTIBULE\r\n");
    QTest::newRow("VDDS-02 the first")
        << QByteArray("[BVS]\r\n") << QByteArray("[PVS]\r\nNAME1=VESTIBULE\r\n");
    QTest::newRow("VDDS-15 no file yet")
        << QByteArray() << QByteArray("[PVS]\r\nNAME1=VESTIBULE\r\n");
}

void TestVddsRegistry::VDDS_02_15_ourEntryTakesTheNextNumber()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, line);
    Ini ini = Ini::fromBytes(before);
    QVERIFY(!vdds::isEntered(ini, ourselves()));
    QVERIFY(vdds::enter(ini, ourselves()).has_value());
    QVERIFY2(ini.toBytes().contains(line), ini.toBytes().constData());
    QVERIFY(vdds::isEntered(ini, ourselves()));
    QCOMPARE(ini.text(u"VESTIBULE"_s, u"STAGES"_s), u"1234"_s);
    QCOMPARE(ini.text(u"VESTIBULE"_s, u"VERSION"_s), u"1.4"_s);
    QCOMPARE(ini.text(u"VESTIBULE"_s, u"MMOINFIMPORT"_s), ourselves().importLine);
    QCOMPARE(ini.text(u"VESTIBULE"_s, u"MMOINFIMPORT_OS"_s), u"1"_s);
}

void TestVddsRegistry::VDDS_06_15_allElseStaysAndTheWayBackIsExact()
{
    Ini ini = Ini::fromBytes(clinic());
    QVERIFY(vdds::enter(ini, ourselves()).has_value());
    const QByteArray entered = ini.toBytes();
    // Every former line is there, in the former order.
    qsizetype from = 0;
    for (const QByteArray &line : clinic().split('\n')) {
        const qsizetype at = entered.indexOf(line, from);
        QVERIFY2(at >= from, line.constData());
        from = at + line.size();
    }
    QVERIFY(vdds::enter(ini, ourselves()).has_value());
    QCOMPARE(ini.toBytes(), entered);
    vdds::leave(ini, u"VESTIBULE"_s);
    QCOMPARE(ini.toBytes(), clinic());
    vdds::leave(ini, u"VESTIBULE"_s);
    QCOMPARE(ini.toBytes(), clinic());
}

void TestVddsRegistry::VDDS_15_anEntryIsBroughtUpToDate()
{
    Ini ini = Ini::fromBytes(clinic());
    QVERIFY(vdds::enter(ini, ourselves()).has_value());
    Registration moved = ourselves();
    moved.importLine = u"C:\\new\\vestibule-cli.exe vdds answer"_s;
    QVERIFY(!vdds::isEntered(ini, moved));
    QVERIFY(vdds::enter(ini, moved).has_value());
    QVERIFY(vdds::isEntered(ini, moved));
    QCOMPARE(ini.toBytes().count("VESTIBULE"), 2);
    moved.importLine.clear();
    QVERIFY(vdds::enter(ini, moved).has_value());
    QVERIFY(!ini.value(u"VESTIBULE"_s, u"MMOINFIMPORT"_s));
}

void TestVddsRegistry::VDDS_06_aForeignSectionIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("VDDS-06 an imaging program of our name")
        << QByteArray("[BVS]\r\nNAME1=vestibule\r\n");
    QTest::newRow("VDDS-06 a section of our name")
        << QByteArray("[VESTIBULE]\r\nNAME=Somebody else\r\n");
}

void TestVddsRegistry::VDDS_06_aForeignSectionIsNotTaken()
{
    QFETCH(QByteArray, before);
    Ini ini = Ini::fromBytes(before);
    const Result<void> entered = vdds::enter(ini, ourselves());
    QVERIFY(!entered);
    QCOMPARE(entered.error().kind, Error::Kind::Invalid);
    QCOMPARE(ini.toBytes(), before);
    vdds::leave(ini, u"VESTIBULE"_s);
    QCOMPARE(ini.toBytes(), before);
}

void TestVddsRegistry::VDDS_06_theFileIsReplacedAndTheFormerKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"VDDS_MMI.INI"_s);
    write(file, clinic());
    QVERIFY(vdds::writeRegistry(file, clinic(), clinic()).has_value());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"VDDS_MMI.INI"_s});
    QVERIFY(vdds::writeRegistry(file, clinic(), "[PVS]\r\n").has_value());
    QCOMPARE(read(file), QByteArray("[PVS]\r\n"));
    QCOMPARE(read(file + u".vestibule.bak"_s), clinic());
    const QString fresh = folder.filePath(u"fresh.ini"_s);
    QVERIFY(vdds::writeRegistry(fresh, QByteArray(), "[PVS]\r\n").has_value());
    QCOMPARE(read(fresh), QByteArray("[PVS]\r\n"));
}

void TestVddsRegistry::VDDS_06_aFileThatChangedMeanwhileIsNotOverwritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"VDDS_MMI.INI"_s);
    write(file, clinic() + "; somebody else\r\n");
    const Result<void> written = vdds::writeRegistry(file, clinic(), "[PVS]\r\n");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QVERIFY(read(file).endsWith("; somebody else\r\n"));
}

void TestVddsRegistry::VDDS_01_missingRightsAreSaid()
{
    const QTemporaryDir folder;
    // No folder, no file: the same refusal as without rights, also for a test that may everything.
    const QString file = folder.filePath(u"gone/VDDS_MMI.INI"_s);
    const Result<void> written = vdds::writeRegistry(file, QByteArray(), "[PVS]\r\n");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Forbidden);
    QVERIFY(written.error().message.contains(u"administrator"_s));
}

void TestVddsRegistry::VDDS_01_aMissingFileIsSaid()
{
    const QTemporaryDir folder;
    const Result<QByteArray> none = vdds::readRegistry(folder.filePath(u"VDDS_MMI.INI"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QVERIFY(none.error().message.contains(u"VDDS_MMI.INI"_s));
}

QTEST_GUILESS_MAIN(TestVddsRegistry)
#include "tst_vddsregistry.moc"
