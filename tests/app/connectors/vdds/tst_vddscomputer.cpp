// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/exchangefile.h"
#include "tests/app/connectors/vdds/imagingcomputer.h"

#include <QCoroTask>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using vdds::Client;

//! What is around the exchange: who is registered here, files, diagnoses.
class TestVddsComputer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_computer = std::make_unique<ImagingComputer>(); }
    void cleanup() { m_computer.reset(); }
    void VDDS_14_filesOfABrokenRunAreSwept();
    void VDDS_08_theFileIsPrivate();
    void VDDS_01_05_07_21_whatIsMissingIsSaid_data();
    void VDDS_01_05_07_21_whatIsMissingIsSaid();
    void VDDS_21_anImageIsShownWhereThatIsOffered();
    void VDDS_15_weRegisterAndLeave();
    void VDDS_22_theStatusSaysWhatIsHere();
    void VDDS_20_copiesAreNamedByDateAndId_data();
    void VDDS_20_copiesAreNamedByDateAndId();
    void VDDS_24_anAnswerReplacesTheFile();

private:
    std::unique_ptr<ImagingComputer> m_computer;
};

void TestVddsComputer::VDDS_14_filesOfABrokenRunAreSwept()
{
    const QString old = m_computer->at(u"temp/vestibule-vdds-AbCdEf"_s);
    const QString recent = m_computer->at(u"temp/vestibule-vdds-GhIjKl"_s);
    const QString foreign = m_computer->at(u"temp/somebody-else"_s);
    for (const QString &path : {old, recent, foreign})
        QVERIFY(QDir().mkdir(path));
    QProcess touch;
    touch.start(u"touch"_s, {u"-d"_s, u"3 days ago"_s, old, foreign});
    QVERIFY(touch.waitForFinished() && touch.exitCode() == 0);
    const vdds::ExchangeFile file(m_computer->at(u"temp"_s));
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(recent));
    QVERIFY(QFile::exists(foreign));
}

void TestVddsComputer::VDDS_08_theFileIsPrivate()
{
    QString path;
    {
        const vdds::ExchangeFile file(m_computer->at(u"temp"_s));
        const vdds::ExchangeFile other(m_computer->at(u"temp"_s));
        path = file.path();
        QVERIFY(path != other.path());
        QVERIFY(file.write("[PATIENT]\r\n"));
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(path).path()) & others, QFile::Permissions());
    }
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(QFileInfo(path).path()));
}

void TestVddsComputer::VDDS_01_05_07_21_whatIsMissingIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("word");
    QTest::newRow("VDDS-01 no file") << QByteArray() << u"PATDATIMPORT"_s << u"VDDS_MMI.INI"_s;
    QTest::newRow("VDDS-07 no imaging program")
        << QByteArray("[PVS]\r\n") << u"PATDATIMPORT"_s << u"registered"_s;
    QTest::newRow("VDDS-07 several")
        << QByteArray("[BVS]\r\nNAME1=AA\r\nNAME2=BB\r\n") << u"PATDATIMPORT"_s << u"AA, BB"_s;
    QTest::newRow("VDDS-21 not offered")
        << QByteArray("[BVS]\r\nNAME1=AA\r\n[AA]\r\nNAME=Alpha\r\n") << u"MMOVIEW"_s << u"Alpha"_s;
    QTest::newRow("VDDS-05 its program is gone")
        << QByteArray("[BVS]\r\nNAME1=AA\r\n[AA]\r\nPATDATIMPORT=/nowhere/x.exe -a\r\n")
        << u"PATDATIMPORT"_s << u"AA"_s;
}

void TestVddsComputer::VDDS_01_05_07_21_whatIsMissingIsSaid()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, operation);
    QFETCH(QString, word);
    if (!bytes.isEmpty()) {
        QFile file(m_computer->at(u"VDDS_MMI.INI"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const Client client(m_computer->options());
    const Result<ProgramCall> call = client.callFor(operation);
    QVERIFY(!call);
    QCOMPARE(call.error().kind, Error::Kind::NotFound);
    QVERIFY2(call.error().message.contains(word), qPrintable(call.error().message));
}

void TestVddsComputer::VDDS_21_anImageIsShownWhereThatIsOffered()
{
    m_computer->registerProgram("answers");
    Client without(m_computer->options());
    QVERIFY(!without.show(u"A 1\""_s));
    const QString program = QString(QCoreApplication::applicationDirPath() + u"/standin-imaging"_s);
    m_computer->registerProgram("answers", "MMOVIEW=" + program.toUtf8() + " shows MMOVIEW\r\n");
    Client client(m_computer->options());
    QVERIFY(client.show(u"A 1\""_s).has_value());
    QTRY_COMPARE(ImagingComputer::read(m_computer->at(u"requests/MMOVIEW-1.ini"_s)),
                 QByteArray("A 1\""));
}

void TestVddsComputer::VDDS_15_weRegisterAndLeave()
{
    m_computer->registerProgram("answers");
    const QByteArray before = ImagingComputer::read(m_computer->at(u"VDDS_MMI.INI"_s));
    const QString line = u"\"C:\\Vestibule\\vestibule-cli.exe\" vdds answer"_s;
    Client client(m_computer->options());
    QVERIFY(!client.status().registered);
    QCOMPARE(client.registerOurselves(line), Result<bool>(true));
    QVERIFY(client.status().registered);
    QCOMPARE(client.registerOurselves(line), Result<bool>(false));
    QCOMPARE(ImagingComputer::read(m_computer->at(u"VDDS_MMI.INI.vestibule.bak"_s)), before);
    QCOMPARE(client.unregisterOurselves(), Result<bool>(true));
    QVERIFY(!client.status().registered);
    QCOMPARE(client.unregisterOurselves(), Result<bool>(false));
    QVERIFY(QFile::remove(m_computer->at(u"VDDS_MMI.INI"_s)));
    QCOMPARE(client.unregisterOurselves(), Result<bool>(false));
    QCOMPARE(client.registerOurselves(line), Result<bool>(true));
    QVERIFY(ImagingComputer::read(m_computer->at(u"VDDS_MMI.INI"_s))
                .startsWith("[PVS]\r\nNAME1=VESTIBULE\r\n"));
}

void TestVddsComputer::VDDS_22_theStatusSaysWhatIsHere()
{
    Client client(m_computer->options());
    QVERIFY(!client.status().found);
    m_computer->registerProgram("answers", "[PVS]\r\nNAME1=Z1\r\n[Z1]\r\nNAME=CGM Z1\r\n");
    QVERIFY(QCoro::waitFor(client.send(ImagingComputer::elodie())).has_value());
    const Client::Status status = client.status();
    QVERIFY(status.found);
    QCOMPARE(status.file, m_computer->at(u"VDDS_MMI.INI"_s));
    QCOMPARE(status.imaging.size(), 1);
    QCOMPARE(status.practice.first().name, u"CGM Z1"_s);
    QCOMPARE(status.chosen->section, u"TRIOS"_s);
    QVERIFY(status.lastExchange.contains(u"PATDATIMPORT"_s));
    QVERIFY(status.lastExchange.contains(u"READY=1"_s));
    for (const QString &secret : ImagingComputer::secrets())
        QVERIFY2(!status.lastExchange.contains(secret), qPrintable(secret));
}

void TestVddsComputer::VDDS_20_copiesAreNamedByDateAndId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("form");
    const QDate day(2026, 11, 23);
    QTest::newRow("VDDS-20 plain")
        << u"A-1"_s << day << u"JPG"_s << u"C:\\t\\x.PNG"_s << u"^20261123-A-1\\.png$"_s;
    QTest::newRow("VDDS-20 no date")
        << u"A-1"_s << QDate() << u"JPG"_s << u"C:\\t\\x"_s << u"^undated-A-1\\.jpg$"_s;
    QTest::newRow("VDDS-20 a way out of the folder")
        << u"../../x"_s << day << u"JPG"_s << u"/t/a.jpg"_s
        << u"^20261123-------x-[0-9a-f]{8}\\.jpg$"_s;
    QTest::newRow("VDDS-20 an ending that is none")
        << u"A-1"_s << day << u"../x"_s << u"/t.d/a"_s << u"^20261123-A-1\\.bin$"_s;
}

void TestVddsComputer::VDDS_20_copiesAreNamedByDateAndId()
{
    QFETCH(QString, id);
    QFETCH(QDate, date);
    QFETCH(QString, extension);
    QFETCH(QString, path);
    QFETCH(QString, form);
    ImageDescription image;
    image.id = id;
    image.date = date;
    image.extension = extension;
    const QString name = vdds::fileNameFor(image, path);
    QVERIFY2(QRegularExpression(form).match(name).hasMatch(), qPrintable(name));
}

void TestVddsComputer::VDDS_24_anAnswerReplacesTheFile()
{
    const QString path = m_computer->at(u"asked.tmp"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[PATID]\r\nREADY=0\r\n");
    file.close();
    QVERIFY(vdds::replaceFile(path, "unready", "[PATID]\r\nREADY=1\r\n").has_value());
    QCOMPARE(ImagingComputer::read(path), QByteArray("[PATID]\r\nREADY=1\r\n"));
    QVERIFY(!vdds::replaceFile(m_computer->at(u"gone/x"_s), "a", "b"));
}

QTEST_GUILESS_MAIN(TestVddsComputer)
#include "tst_vddscomputer.moc"
