// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktopcmd/program.h"
#include "tests/support/logcapture.h"

#include <QCoroTask>
#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using dentaldesktopcmd::Program;

namespace {

ImagingPatient elodie()
{
    ImagingPatient patient;
    patient.id = u"4876000000012345001"_s;
    patient.number = u"000417"_s;
    patient.firstName = u"Élodie"_s;
    patient.lastName = u"Lefèvre"_s;
    patient.birthDate = QDate(1988, 4, 5);
    return patient;
}

} // namespace

//! The call of DentalDesktopCmd.exe (dental-desktop-3dd.md section 9), by the ids of the contract.
class TestDentalDesktopCmd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void CLI_01_02_18_bothFoldersAreLookedThroughAndTheSettingWins_data();
    void CLI_01_02_18_bothFoldersAreLookedThroughAndTheSettingWins();
    void CLI_01_02_theFoldersAreTheDocumentedOnes();
    void CLI_03_04_08_theLineIsTheDocumentedOne();
    void CLI_05_theSameIdIsSentAgainForAnUpdate();
    void CLI_06_whatIsNeededIsThere_data();
    void CLI_06_whatIsNeededIsThere();
    void CLI_07_16_theBirthDateHasOneForm_data();
    void CLI_07_16_theBirthDateHasOneForm();
    void CLI_09_theMergeSwitchComesLastAndOnlyWhenSet();
    void CLI_10_withoutPatientThereIsNoArgument();
    void CLI_15_everyNameArrivesAsItIs_data();
    void CLI_15_everyNameArrivesAsItIs();
    void CLI_11_14_theProgramGetsItsArgumentsAndItsEndIsTold();
    void CLI_14_aProgramThatDoesNotEndIsStopped();
    void CLI_14_aCrashIsTold();
    void CLI_17_whatCannotBeStartedHasItsWords_data();
    void CLI_17_whatCannotBeStartedHasItsWords();
    void noLogLineNamesThePatient();

private:
    //! A copy of the stand-in at that place below the test's folder.
    QString install(const QString &place);
    QStringList recorded() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDentalDesktopCmd::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("STANDIN_RECORD", m_folder->filePath(u"record"_s).toUtf8());
}

void TestDentalDesktopCmd::cleanup()
{
    for (const char *name : {"STANDIN_SAY", "STANDIN_WAIT_MS", "STANDIN_EXIT", "STANDIN_CRASH"})
        qunsetenv(name);
    m_folder.reset();
}

QString TestDentalDesktopCmd::install(const QString &place)
{
    const QString path = m_folder->filePath(place);
    QDir().mkpath(QFileInfo(path).path());
    QFile::copy(QCoreApplication::applicationDirPath() + u"/standin-recorder"_s, path);
    return path;
}

QStringList TestDentalDesktopCmd::recorded() const
{
    QFile file(m_folder->filePath(u"record"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {u"nothing was recorded"_s};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    lines.removeLast();
    return lines;
}

void TestDentalDesktopCmd::CLI_01_02_18_bothFoldersAreLookedThroughAndTheSettingWins_data()
{
    QTest::addColumn<QStringList>("installed");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("expected");
    const QString plugins = u"Program Files/3Shape/Dental Desktop/Plugins/"_s;
    const QString older = QString(plugins + u"ThreeShape.PMSIntegration/DentalDesktopCmd.exe"_s);
    const QString newer =
        QString(plugins + u"ThreeShape.PracticeManagementIntegration/DentalDesktopCmd.exe"_s);
    const QString other = u"Unite/3ShapeUnite.exe"_s;
    QTest::newRow("CLI-01 the guide's folder") << QStringList{older} << QString() << older;
    QTest::newRow("CLI-02 the newer folder") << QStringList{newer} << QString() << newer;
    QTest::newRow("CLI-02 both: the newer one") << QStringList{older, newer} << QString() << newer;
    QTest::newRow("CLI-02 the setting wins") << QStringList{older, newer} << older << older;
    QTest::newRow("CLI-18 another program by setting")
        << QStringList{other, newer} << other << other;
}

void TestDentalDesktopCmd::CLI_01_02_18_bothFoldersAreLookedThroughAndTheSettingWins()
{
    QFETCH(QStringList, installed);
    QFETCH(QString, setting);
    QFETCH(QString, expected);
    for (const QString &place : installed)
        install(place);
    Program::Options options;
    options.places = dentaldesktopcmd::knownPlaces({m_folder->filePath(u"Program Files"_s)});
    options.path = setting.isEmpty() ? QString() : m_folder->filePath(setting);
    const Result<QString> path = Program(options).path();
    QVERIFY2(path.has_value(), path ? "" : qPrintable(path.error().message));
    QCOMPARE(*path, m_folder->filePath(expected));
}

void TestDentalDesktopCmd::CLI_01_02_theFoldersAreTheDocumentedOnes()
{
    const QStringList places = dentaldesktopcmd::knownPlaces({u"C:/Program Files"_s});
    QCOMPARE(places.size(), 2);
    QVERIFY(places.contains(u"C:/Program Files/3Shape/Dental Desktop/Plugins/"
                            "ThreeShape.PMSIntegration/DentalDesktopCmd.exe"_s));
    QVERIFY(places.contains(u"C:/Program Files/3Shape/Dental Desktop/Plugins/"
                            "ThreeShape.PracticeManagementIntegration/DentalDesktopCmd.exe"_s));
}

void TestDentalDesktopCmd::CLI_03_04_08_theLineIsTheDocumentedOne()
{
    const Result<ProgramCall> call = dentaldesktopcmd::callFor(u"x"_s, elodie(), {});
    QVERIFY(call.has_value());
    QCOMPARE(call->nativeLine,
             u"-integrationid=\"4876000000012345001\" -firstname=\"Élodie\" "
             "-lastname=\"Lefèvre\" -birthday=\"19880405\" -patientid=\"000417\""_s);
    const QStringList expected{u"-integrationid=4876000000012345001"_s, u"-firstname=Élodie"_s,
                               u"-lastname=Lefèvre"_s, u"-birthday=19880405"_s,
                               u"-patientid=000417"_s};
    QCOMPARE(call->arguments, expected);
}

void TestDentalDesktopCmd::CLI_05_theSameIdIsSentAgainForAnUpdate()
{
    ImagingPatient renamed = elodie();
    renamed.lastName = u"Lefèvre-Ramsamy"_s;
    const Result<ProgramCall> first = dentaldesktopcmd::callFor(u"x"_s, elodie(), {});
    const Result<ProgramCall> second = dentaldesktopcmd::callFor(u"x"_s, renamed, {});
    QVERIFY(first && second);
    QCOMPARE(second->arguments.first(), first->arguments.first());
    QVERIFY(second->arguments.contains(u"-lastname=Lefèvre-Ramsamy"_s));
}

void TestDentalDesktopCmd::CLI_06_whatIsNeededIsThere_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("lastName");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("sentNumber");
    QTest::newRow("all") << u"77"_s << u"Roy"_s << u"12"_s << true << u"12"_s;
    QTest::newRow("no number: the id") << u"77"_s << u"Roy"_s << QString() << true << u"77"_s;
    QTest::newRow("no id") << QString() << u"Roy"_s << u"12"_s << false << QString();
    QTest::newRow("no last name") << u"77"_s << QString() << u"12"_s << false << QString();
    QTest::newRow("a last name of blanks") << u"77"_s << u" \t "_s << u"12"_s << false << QString();
}

void TestDentalDesktopCmd::CLI_06_whatIsNeededIsThere()
{
    QFETCH(QString, id);
    QFETCH(QString, lastName);
    QFETCH(QString, number);
    QFETCH(bool, allowed);
    QFETCH(QString, sentNumber);
    ImagingPatient patient;
    patient.id = id;
    patient.lastName = lastName;
    patient.number = number;
    const Result<ProgramCall> call = dentaldesktopcmd::callFor(u"x"_s, patient, {});
    QCOMPARE(call.has_value(), allowed);
    if (!allowed) {
        QCOMPARE(call.error().kind, Error::Kind::Invalid);
        return;
    }
    QVERIFY(call->arguments.contains(QString(u"-integrationid="_s + id)));
    QVERIFY(call->arguments.contains(QString(u"-lastname="_s + lastName)));
    QVERIFY(call->arguments.contains(QString(u"-patientid="_s + sentNumber)));
}

void TestDentalDesktopCmd::CLI_07_16_theBirthDateHasOneForm_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("sent");
    QTest::newRow("CLI-07 the guide's example") << QDate(1982, 1, 26) << u"-birthday=19820126"_s;
    QTest::newRow("CLI-07 day and month below ten") << QDate(1988, 4, 5) << u"-birthday=19880405"_s;
    QTest::newRow("CLI-07 unknown: no argument") << QDate() << QString();
    QTest::newRow("CLI-16 year one: no argument") << QDate(1, 1, 1) << QString();
}

void TestDentalDesktopCmd::CLI_07_16_theBirthDateHasOneForm()
{
    QFETCH(QDate, date);
    QFETCH(QString, sent);
    ImagingPatient patient = elodie();
    patient.birthDate = date;
    const Result<ProgramCall> call = dentaldesktopcmd::callFor(u"x"_s, patient, {});
    QVERIFY(call.has_value());
    QCOMPARE(call->arguments.filter(u"-birthday"_s),
             sent.isEmpty() ? QStringList() : QStringList{sent});
    QVERIFY(!call->nativeLine.contains(u"00010101"_s));
}

void TestDentalDesktopCmd::CLI_09_theMergeSwitchComesLastAndOnlyWhenSet()
{
    const Result<ProgramCall> without = dentaldesktopcmd::callFor(u"x"_s, elodie(), {});
    QVERIFY(without && !without->nativeLine.contains(u"merge"_s));
    const Result<ProgramCall> with = dentaldesktopcmd::callFor(u"x"_s, elodie(), {true});
    QVERIFY(with.has_value());
    QCOMPARE(with->arguments.last(), u"-merge"_s);
    QVERIFY(with->nativeLine.endsWith(u" -merge"_s));
}

void TestDentalDesktopCmd::CLI_10_withoutPatientThereIsNoArgument()
{
    const Result<ProgramCall> call = dentaldesktopcmd::callFor(u"x"_s, std::nullopt, {true});
    QVERIFY(call.has_value());
    QCOMPARE(call->arguments, QStringList());
    QCOMPARE(call->nativeLine, QString());
}

void TestDentalDesktopCmd::CLI_15_everyNameArrivesAsItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("arrives");
    const auto same = [](const char *row, const QString &name) {
        QTest::newRow(row) << name << name;
    };
    same("CLI-15 blanks stay", u"Van Den Berg"_s);
    same("CLI-15 an apostrophe", u"D'Ângelo & Fils +1"_s);
    same("CLI-15 percent is not expanded", u"100% %PATH% %1"_s);
    same("CLI-15 a backslash", u"A\\B"_s);
    same("CLI-15 a backslash at the end", u"Roy\\"_s);
    same("CLI-15 two backslashes at the end", u"Roy\\\\"_s);
    same("CLI-15 signs of a shell", u"$(id) `id` ; | > < ^ ! & *"_s);
    same("CLI-15 a dash first", u"-lastname=Evil"_s);
    same("CLI-17 far letters", u"Łukasz Гусев 王小明"_s);
    same("CLI-17 beyond sixteen bits", u"𝒜lice"_s);
    QTest::newRow("CLI-15 a quotation mark") << u"Jean \"Jo\" Roy"_s << u"Jean 'Jo' Roy"_s;
    QTest::newRow("CLI-15 a backslash before a quotation mark")
        << u"Roy\\\" -merge"_s << u"Roy\\' -merge"_s;
    QTest::newRow("CLI-15 line ends and controls")
        << u"Roy\r\n\x01 -merge\x7F"_s << u"Roy -merge"_s;
    QTest::newRow("CLI-15 an unseen direction mark") << u"Roy\u202Ex"_s << u"Royx"_s;
    QTest::newRow("CLI-15 half a letter") << QString(u"Roy"_s + QChar(0xD800)) << u"Roy"_s;
}

//! Through the real start of a process, and through the rules by which Windows programs read a
//! line.
void TestDentalDesktopCmd::CLI_15_everyNameArrivesAsItIs()
{
    QFETCH(QString, name);
    QFETCH(QString, arrives);
    ImagingPatient patient = elodie();
    patient.lastName = name;
    Program::Options options;
    options.path = install(u"DentalDesktopCmd.exe"_s);
    const Result<ProgramCall> call = dentaldesktopcmd::callFor(options.path, patient, {});
    QVERIFY(call.has_value());
    const QStringList expected{u"-integrationid=4876000000012345001"_s, u"-firstname=Élodie"_s,
                               QString(u"-lastname="_s + arrives), u"-birthday=19880405"_s,
                               u"-patientid=000417"_s};
    QCOMPARE(programline::split(call->nativeLine), expected);
    const Result<ProgramEnd> end = QCoro::waitFor(Program(options).run(patient));
    QVERIFY2(end.has_value(), end ? "" : qPrintable(end.error().message));
    QCOMPARE(recorded(), expected);
}

void TestDentalDesktopCmd::CLI_11_14_theProgramGetsItsArgumentsAndItsEndIsTold()
{
    Program::Options options;
    // A folder with blanks and letters of its own.
    options.path = install(u"Pro gräm/Dental Desktop/DentalDesktopCmd.exe"_s);
    qputenv("STANDIN_EXIT", "7");
    qputenv("STANDIN_SAY", "patient accepted");
    const Result<ProgramEnd> end = QCoro::waitFor(Program(options).run(elodie()));
    QVERIFY2(end.has_value(), end ? "" : qPrintable(end.error().message));
    QCOMPARE(end->exitCode, 7);
    QVERIFY(!end->crashed);
    QCOMPARE(end->output, QByteArray("patient accepted"));
    QCOMPARE(recorded().size(), 5);
}

void TestDentalDesktopCmd::CLI_14_aProgramThatDoesNotEndIsStopped()
{
    Program::Options options;
    options.path = install(u"DentalDesktopCmd.exe"_s);
    options.limit = 200ms;
    qputenv("STANDIN_WAIT_MS", "60000");
    QElapsedTimer timer;
    timer.start();
    const Result<ProgramEnd> end = QCoro::waitFor(Program(options).run(elodie()));
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Timeout);
    QVERIFY(timer.elapsed() < 20'000);
}

void TestDentalDesktopCmd::CLI_14_aCrashIsTold()
{
    Program::Options options;
    options.path = install(u"DentalDesktopCmd.exe"_s);
    qputenv("STANDIN_CRASH", "1");
    const Result<ProgramEnd> end = QCoro::waitFor(Program(options).run(elodie()));
    QVERIFY(end.has_value());
    QVERIFY(end->crashed);
}

void TestDentalDesktopCmd::CLI_17_whatCannotBeStartedHasItsWords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("executable");
    QTest::addColumn<bool>("isSet");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("CLI-17 nowhere")
        << QString() << QByteArray() << false << false << Error::Kind::NotFound;
    QTest::newRow("CLI-17 not where the setting says")
        << QString() << QByteArray() << false << true << Error::Kind::NotFound;
    QTest::newRow("CLI-17 not executable")
        << u"DentalDesktopCmd.exe"_s << QByteArray("#!/bin/true\n") << false << true
        << Error::Kind::Forbidden;
    QTest::newRow("CLI-17 no program") << u"DentalDesktopCmd.exe"_s
                                       << QByteArray("\x7F"
                                                     "ELF of sorts")
                                       << true << true << Error::Kind::Forbidden;
    QTest::newRow("CLI-15 a batch file") << u"DentalDesktopCmd.cmd"_s << QByteArray("#!/bin/true\n")
                                         << true << true << Error::Kind::Forbidden;
}

void TestDentalDesktopCmd::CLI_17_whatCannotBeStartedHasItsWords()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(bool, executable);
    QFETCH(bool, isSet);
    QFETCH(Error::Kind, kind);
    Program::Options options;
    options.places = dentaldesktopcmd::knownPlaces({m_folder->path()});
    if (isSet)
        options.path = m_folder->filePath(file.isEmpty() ? u"nothing.exe"_s : file);
    if (!file.isEmpty()) {
        QFile made(options.path);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(content);
        made.close();
        if (executable)
            QVERIFY(made.setPermissions(made.permissions() | QFile::ExeOwner | QFile::ExeUser));
    }
    const Result<ProgramEnd> end = QCoro::waitFor(Program(options).run(elodie()));
    QVERIFY(!end);
    QCOMPARE(end.error().kind, kind);
    QCOMPARE(end.error().service, Service::DentalDesktop);
    QVERIFY(end.error().message.size() > 20);
    QVERIFY(!QFile::exists(m_folder->filePath(u"record"_s)));
}

void TestDentalDesktopCmd::noLogLineNamesThePatient()
{
    QLoggingCategory::setFilterRules(u"vestibule.*=true"_s);
    Program::Options options;
    options.path = install(u"DentalDesktopCmd.exe"_s);
    qputenv("STANDIN_SAY", "patient Lefèvre accepted");
    QString log;
    {
        LogCapture capture;
        QVERIFY(QCoro::waitFor(Program(options).run(elodie())).has_value());
        log = capture.text();
    }
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(log.contains(u"DentalDesktopCmd"_s));
    for (const QString &secret : {u"Lef"_s, u"lodie"_s, u"1988"_s, u"000417"_s})
        QVERIFY2(!log.contains(secret), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestDentalDesktopCmd)
#include "tst_dentaldesktopcmd.moc"
