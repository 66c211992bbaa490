// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

//! The imaging program and DentalDesktopCmd.exe of this computer through vestibule-cli: real
//! programs on both sides (tests/standin).
class TestImagingCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void VDDS_01_23_withoutARegistrationFileTheReasonIsSaid();
    void VDDS_18_aPatientIsSent();
    void VDDS_13_19_20_imagesAreFetched();
    void VDDS_10_11_14_otherEndingsHaveTheirCodes_data();
    void VDDS_10_11_14_otherEndingsHaveTheirCodes();
    void VDDS_18_whoMayNotOrIsNotThere();
    void VDDS_15_registrationIsForAdministratorsAndIdempotent();
    void VDDS_24_theImagingProgramAnnouncesImages();
    void VDDS_24_whatIsNoAnnouncementIsRefused();
    void VDDS_21_anImageIsShown();
    void CLI_10_11_14_dentalDesktopIsLaunched();
    void CLI_12_13_17_withoutTheProgramTheReasonIsSaid();

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray standin(const QByteArray &name)
    {
        return QByteArray(QCoreApplication::applicationDirPath().toUtf8() + '/' + name);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void registerProgram(const QByteArray &behaviour);
    //! Its last request of that kind.
    QByteArray lastRequest(const QString &operation) const;

    std::unique_ptr<CommandLineDesk> m_desk;
    QTemporaryDir m_folder;
    QJsonObject m_contact; //!< of a patient, as the CRM has it
};

void TestImagingCommands::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    m_desk->addSettings("[vdds]\nfile=" + at(u"VDDS_MMI.INI"_s).toUtf8()
                        + "\npollMilliseconds=50\n");
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(QDir(m_folder.path()).mkdir(u"requests"_s));
    qputenv("STANDIN_FOLDER", at(u"requests"_s).toUtf8());
    qputenv("STANDIN_IMAGES", "2");
    qputenv("STANDIN_RECORD", at(u"record"_s).toUtf8());
    for (const QJsonValue &contact : m_desk->simulator().records(u"zoho"_s, u"Contacts"_s)) {
        if (m_contact.isEmpty() && !contact[u"Last_Name"_s].toString().isEmpty())
            m_contact = contact.toObject();
    }
    QVERIFY(!m_contact.isEmpty());
}

void TestImagingCommands::cleanupTestCase()
{
    m_desk.reset();
}

void TestImagingCommands::registerProgram(const QByteArray &behaviour)
{
    QByteArray bytes = "[BVS]\r\nNAME1=TRIOS\r\n[TRIOS]\r\nNAME=3Shape TRIOS\r\nSTAGES=1345\r\n";
    for (const QByteArray operation : {"PATDATIMPORT", "MMOINFEXPORT", "MMOEXPORT", "MMOVIEW"})
        bytes += QByteArray(operation + "=\"" + standin("standin-imaging") + "\" " + behaviour + ' '
                            + operation + "\r\n");
    write(at(u"VDDS_MMI.INI"_s), bytes);
}

QByteArray TestImagingCommands::lastRequest(const QString &operation) const
{
    QByteArray last;
    for (int i = 1; QFile::exists(at(u"requests/%1-%2.ini"_s.arg(operation).arg(i))); ++i)
        last = read(at(u"requests/%1-%2.ini"_s.arg(operation).arg(i)));
    return last;
}

void TestImagingCommands::VDDS_01_23_withoutARegistrationFileTheReasonIsSaid()
{
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s});
    QVERIFY2(shown.code == 0, shown.told());
    QVERIFY(!shown.object()[u"found"_s].toBool(true));
    QVERIFY(!shown.object()[u"available"_s].toBool(true));
    QCOMPARE(shown.object()[u"file"_s].toString(), at(u"VDDS_MMI.INI"_s));
    QVERIFY(shown.object()[u"reason"_s].toString().contains(u"VDDS_MMI.INI"_s));
    const Answer sent =
        m_desk->as(u"Rani"_s, {u"vdds"_s, u"send"_s, m_contact[u"id"_s].toString()});
    QVERIFY2(sent.code == 1, sent.told());
    QVERIFY(sent.isOneDocument());
    QVERIFY(sent.words().contains(u"VDDS_MMI.INI"_s));
}

void TestImagingCommands::VDDS_18_aPatientIsSent()
{
    registerProgram("launches");
    const QString contact = m_contact[u"id"_s].toString();
    const Answer sent = m_desk->as(u"Rani"_s, {u"vdds"_s, u"send"_s, contact});
    QVERIFY2(sent.code == 0, sent.told());
    QCOMPARE(sent.object()[u"program"_s].toString(), u"3Shape TRIOS"_s);
    QVERIFY(sent.object()[u"sent"_s].toBool());
    const QByteArray request = lastRequest(u"PATDATIMPORT"_s);
    QVERIFY2(request.contains(QByteArray("PATID=" + contact.toUtf8() + "\r\n")), request);
    QVERIFY(request.contains("PVS=VESTIBULE\r\nBVS=TRIOS\r\n"));
    // Who did what is in the audit log and the diagnosis; the name is in neither.
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s});
    const QString last = shown.object()[u"lastExchange"_s].toString();
    QVERIFY2(last.contains(u"PATDATIMPORT"_s), shown.told());
    QVERIFY(last.contains(u"READY=1"_s));
    QVERIFY(!last.contains(m_contact[u"Last_Name"_s].toString()));
    QVERIFY(!last.contains(contact));
}

void TestImagingCommands::VDDS_13_19_20_imagesAreFetched()
{
    registerProgram("half");
    const Answer fetched =
        m_desk->as(u"Rani"_s,
                   {u"vdds"_s, u"images"_s, m_contact[u"id"_s].toString(), u"--out"_s,
                    at(u"new folder"_s), u"--since"_s, u"2026-01-31"_s});
    QVERIFY2(fetched.code == 0, fetched.told());
    const QJsonArray images = fetched.object()[u"images"_s].toArray();
    QCOMPARE(images.size(), 2);
    QCOMPARE(images.first()[u"id"_s].toString(), u"A-1"_s);
    QCOMPARE(images.first()[u"type"_s].toString(), u"Photo"_s);
    QCOMPARE(images.first()[u"date"_s].toString(), u"2026-11-21"_s);
    QCOMPARE(images.first()[u"time"_s].toString(), u"09:30"_s);
    const QString file = images.first()[u"file"_s].toString();
    QCOMPARE(file, u"20261121-A-1.jpg"_s);
    QCOMPARE(read(at(u"new folder/"_s + file)), QByteArray("\xFF\xD8\xFF picture A-1"));
    QCOMPARE(fetched.object()[u"missing"_s].toArray(), QJsonArray());
    QVERIFY(lastRequest(u"MMOINFEXPORT"_s).contains("DATE=20260131\r\n"));
    QVERIFY(lastRequest(u"MMOEXPORT"_s).contains("COUNT=2\r\n"));
    // The patient goes first (VDDS-13).
    const auto time = [this](const QString &operation) {
        return QFileInfo(at(u"requests/"_s + operation)).lastModified();
    };
    QVERIFY(time(u"PATDATIMPORT-2.ini"_s) < time(u"MMOINFEXPORT-1.ini"_s));
    QVERIFY(time(u"MMOINFEXPORT-1.ini"_s) < time(u"MMOEXPORT-1.ini"_s));

    registerProgram("fewer");
    // Its list comes with an error number, as a refusal.
    const Answer refused = m_desk->as(
        u"Rani"_s,
        {u"vdds"_s, u"images"_s, m_contact[u"id"_s].toString(), u"--out"_s, at(u"other"_s)});
    QVERIFY2(refused.code == 1, refused.told());
}

void TestImagingCommands::VDDS_10_11_14_otherEndingsHaveTheirCodes_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("kind");
    QTest::newRow("VDDS-10 refused") << QByteArray("refuses") << 1 << u"Invalid"_s;
    QTest::newRow("VDDS-11 no answer in time") << QByteArray("never") << 3 << u"Timeout"_s;
    QTest::newRow("VDDS-14 result unknown") << QByteArray("vanishes") << 3 << u"Offline"_s;
}

void TestImagingCommands::VDDS_10_11_14_otherEndingsHaveTheirCodes()
{
    QFETCH(QByteArray, behaviour);
    QFETCH(int, code);
    QFETCH(QString, kind);
    registerProgram(behaviour);
    const QStringList words{u"--timeout"_s, behaviour == "never" ? u"1"_s : u"20"_s, u"vdds"_s,
                            u"send"_s, m_contact[u"id"_s].toString()};
    const Answer sent = m_desk->as(u"Rani"_s, words);
    QVERIFY2(sent.code == code, sent.told());
    QVERIFY(sent.isOneDocument());
    QCOMPARE(sent.object()[u"error"_s][u"kind"_s].toString(), kind);
    QVERIFY(!sent.words().contains(m_contact[u"Last_Name"_s].toString()));
}

void TestImagingCommands::VDDS_18_whoMayNotOrIsNotThere()
{
    registerProgram("answers");
    const Answer nobody = m_desk->as(u"Rani"_s, {u"vdds"_s, u"send"_s, u"no-such-patient"_s});
    QVERIFY2(nobody.code == 5, nobody.told());
    const Answer unsigned_ = m_desk->run({u"vdds"_s, u"send"_s, m_contact[u"id"_s].toString()});
    QVERIFY2(unsigned_.code == 4, unsigned_.told());
    const Answer incomplete =
        m_desk->as(u"Rani"_s, {u"vdds"_s, u"images"_s, m_contact[u"id"_s].toString()});
    QVERIFY2(incomplete.code == 2, incomplete.told());
}

void TestImagingCommands::VDDS_15_registrationIsForAdministratorsAndIdempotent()
{
    registerProgram("answers");
    const QByteArray before = read(at(u"VDDS_MMI.INI"_s));
    const Answer refused = m_desk->as(u"Rani"_s, {u"vdds"_s, u"register"_s});
    QVERIFY2(refused.code == 4, refused.told());
    QCOMPARE(read(at(u"VDDS_MMI.INI"_s)), before);
    for (const bool changed : {true, false}) {
        const Answer entered = m_desk->as(u"Nadia"_s, {u"vdds"_s, u"register"_s});
        QVERIFY2(entered.code == 0, entered.told());
        QVERIFY(entered.object()[u"registered"_s].toBool());
        QCOMPARE(entered.object()[u"changed"_s].toBool(), changed);
    }
    QVERIFY(read(at(u"VDDS_MMI.INI"_s)).contains("[PVS]\r\nNAME1=VESTIBULE\r\n"));
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s});
    QVERIFY(shown.object()[u"registered"_s].toBool());
    QCOMPARE(shown.object()[u"imaging"_s][0][u"section"_s].toString(), u"TRIOS"_s);
    QVERIFY(shown.object()[u"imaging"_s][0][u"chosen"_s].toBool());
    QCOMPARE(shown.object()[u"practice"_s][0][u"section"_s].toString(), u"VESTIBULE"_s);
    const Answer left = m_desk->as(u"Nadia"_s, {u"vdds"_s, u"unregister"_s});
    QVERIFY2(left.code == 0, left.told());
    QVERIFY(read(at(u"VDDS_MMI.INI"_s)).startsWith(before));
    QVERIFY(!read(at(u"VDDS_MMI.INI"_s)).contains("VESTIBULE"));
}

//! By the very line that stands in the registration file.
void TestImagingCommands::VDDS_24_theImagingProgramAnnouncesImages()
{
    registerProgram("answers");
    QCOMPARE(m_desk->as(u"Nadia"_s, {u"vdds"_s, u"register"_s}).code, 0);
    QString line;
    for (const QByteArray &each : read(at(u"VDDS_MMI.INI"_s)).split('\n')) {
        if (each.startsWith("MMOINFIMPORT="))
            line = QString::fromUtf8(each.mid(13)).trimmed();
    }
    QStringList words = QProcess::splitCommand(line);
    QVERIFY(words.size() > 2);
    const QString program = words.takeFirst();
    QCOMPARE(program, CommandLineDesk::program());
    const QString file = at(u"from trios.tmp"_s);
    write(file,
          "[PATID]\r\nBVS=TRIOS\r\nPATID=" + m_contact[u"id"_s].toString().toUtf8()
              + "\r\nREADY=0\r\nERRORLEVEL=0\r\nERRORTEXT=\r\n[MMOS]\r\nCOUNT=2\r\n"
                "[MMO1]\r\nMMOID=A-1\r\n[MMO2]\r\nMMOID=A-2\r\n");
    QElapsedTimer timer;
    timer.start();
    QProcess call;
    call.setProcessEnvironment(m_desk->environment());
    call.start(program, words + QStringList{file});
    QVERIFY(QTest::qWaitFor([&call] { return call.state() == QProcess::NotRunning; }, 30000));
    QVERIFY2(call.exitCode() == 0, call.readAllStandardError().constData());
    QVERIFY2(timer.elapsed() < 10000, "an imaging program waits for this");
    const QByteArray answered = read(file);
    QVERIFY2(answered.contains("READY=1\r\nERRORLEVEL=0\r\n"), answered.constData());
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s});
    QCOMPARE(shown.object()[u"announced"_s].toArray().size(), 1);
    QCOMPARE(shown.object()[u"announced"_s][0][u"images"_s].toInt(), 2);
    // Fetched is no longer announced.
    const Answer fetched = m_desk->as(
        u"Rani"_s,
        {u"vdds"_s, u"images"_s, m_contact[u"id"_s].toString(), u"--out"_s, at(u"announced"_s)});
    QVERIFY2(fetched.code == 0, fetched.told());
    QCOMPARE(m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s})
                 .object()[u"announced"_s]
                 .toArray()
                 .size(),
             0);
}

void TestImagingCommands::VDDS_24_whatIsNoAnnouncementIsRefused()
{
    const QString file = at(u"odd.tmp"_s);
    write(file, "[PATID]\r\nPATID=999\r\nREADY=0\r\n[MMOS]\r\nCOUNT=0\r\n");
    QVERIFY(m_desk->run({u"vdds"_s, u"answer"_s, file}).code == 0);
    QVERIFY2(read(file).contains("READY=1\r\nERRORLEVEL=1\r\nERRORTEXT=Vestibule"),
             read(file).constData());
    write(file, "[PATIENT]\r\nPATID=999\r\nREADY=0\r\n");
    QVERIFY(m_desk->run({u"vdds"_s, u"answer"_s, file}).code == 0);
    QVERIFY(read(file).contains("ERRORLEVEL=1\r\n"));
    write(file, "no request");
    QCOMPARE(m_desk->run({u"vdds"_s, u"answer"_s, file}).code, 1);
    QCOMPARE(read(file), QByteArray("no request"));
    QCOMPARE(m_desk->run({u"vdds"_s, u"answer"_s, at(u"gone"_s)}).code, 1);
}

void TestImagingCommands::VDDS_21_anImageIsShown()
{
    registerProgram("answers");
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"view"_s, u"A 7"_s});
    QVERIFY2(shown.code == 0, shown.told());
    QTRY_COMPARE(read(at(u"requests/MMOVIEW-1.ini"_s)), QByteArray("A 7"));
}

void TestImagingCommands::CLI_10_11_14_dentalDesktopIsLaunched()
{
    m_desk->addSettings("[dentaldesktop]\ncommand=" + standin("standin-recorder") + "\n");
    qputenv("STANDIN_EXIT", "3");
    qputenv("STANDIN_SAY", "started");
    const QString contact = m_contact[u"id"_s].toString();
    const Answer launched = m_desk->as(u"Rani"_s, {u"3dd"_s, u"launch"_s, contact});
    QVERIFY2(launched.code == 0, launched.told());
    QCOMPARE(launched.object()[u"exitCode"_s].toInt(), 3);
    QCOMPARE(launched.object()[u"output"_s].toString(), u"started"_s);
    const QString recorded = QString::fromUtf8(read(at(u"record"_s)));
    QVERIFY2(recorded.startsWith(QString(u"-integrationid="_s + contact + u'\n')),
             qPrintable(recorded));
    QVERIFY(
        recorded.contains(QString(u"-lastname="_s + m_contact[u"Last_Name"_s].toString() + u'\n')));
    QVERIFY(recorded.contains(u"\n-patientid="_s));
    const Answer bare = m_desk->as(u"Rani"_s, {u"3dd"_s, u"launch"_s});
    QVERIFY2(bare.code == 0, bare.told());
    QCOMPARE(read(at(u"record"_s)), QByteArray());
}

void TestImagingCommands::CLI_12_13_17_withoutTheProgramTheReasonIsSaid()
{
    m_desk->addSettings("[dentaldesktop]\ncommand=" + at(u"gone.exe"_s).toUtf8() + "\n");
    const Answer launched =
        m_desk->as(u"Rani"_s, {u"3dd"_s, u"launch"_s, m_contact[u"id"_s].toString()});
    QVERIFY2(launched.code == 1, launched.told());
    QVERIFY(launched.isOneDocument());
    QVERIFY(launched.words().contains(u"command"_s));
    const Answer shown = m_desk->as(u"Rani"_s, {u"vdds"_s, u"show-config"_s});
    QVERIFY(!shown.object()[u"command"_s][u"available"_s].toBool(true));
    // What a person then does in Dental Desktop.
    const QString setUp = shown.object()[u"setUp"_s].toString();
    QVERIFY(setUp.contains(u"General command line"_s) && setUp.contains(u"restart"_s));
    QVERIFY(!shown.object()[u"command"_s][u"reason"_s].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestImagingCommands)
#include "tst_imagingcommands.moc"
