// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/programline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Command lines of Windows as text: taken apart, put together, and a program found in one.
class TestProgramLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineComesApartAsForWindowsPrograms_data();
    void aLineComesApartAsForWindowsPrograms();
    void everyArgumentSurvivesTheWayThere_data();
    void everyArgumentSurvivesTheWayThere();
    void VDDS_05_theProgramOfALineIsFound_data();
    void VDDS_05_theProgramOfALineIsFound();
    void VDDS_05_namesAreLookedUpOnThisComputer();
    void batchFilesNeedAShell();
};

void TestProgramLine::aLineComesApartAsForWindowsPrograms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    // The examples of Microsoft's "Parsing C command-line arguments".
    QTest::newRow("marks") << uR"("abc" d e)"_s << QStringList{u"abc"_s, u"d"_s, u"e"_s};
    QTest::newRow("single backslashes")
        << uR"(a\\b d"e f"g h)"_s << QStringList{uR"(a\\b)"_s, u"de fg"_s, u"h"_s};
    QTest::newRow("a backslash and a mark")
        << uR"(a\\\"b c d)"_s << QStringList{uR"(a\"b)"_s, u"c"_s, u"d"_s};
    QTest::newRow("two backslashes and a mark")
        << uR"(a\\\\"b c" d e)"_s << QStringList{uR"(a\\b c)"_s, u"d"_s, u"e"_s};
    QTest::newRow("two marks") << uR"(a"b"" c d)"_s << QStringList{uR"(ab" c d)"_s};
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("blanks") << u"  \t "_s << QStringList();
    QTest::newRow("an empty word") << uR"(a "" b)"_s << QStringList{u"a"_s, QString(), u"b"_s};
    QTest::newRow("an open mark") << uR"(a "b c)"_s << QStringList{u"a"_s, u"b c"_s};
    QTest::newRow("a backslash last") << uR"(a b\)"_s << QStringList{u"a"_s, uR"(b\)"_s};
}

void TestProgramLine::aLineComesApartAsForWindowsPrograms()
{
    QFETCH(QString, line);
    QFETCH(QStringList, words);
    QCOMPARE(programline::split(line), words);
}

void TestProgramLine::everyArgumentSurvivesTheWayThere_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {QString(), u" "_s, u"a b"_s, u"\""_s, u"\\\""_s, u"\\\\\""_s, u"a\\"_s, u"a b\\"_s,
          u"a b\\\\"_s, u"\"a\" \"b\""_s, u"C:\\Users\\Élodie Roy\\x.ini"_s, u"%TEMP%"_s,
          u"tab\there"_s, u"\\\\server\\share\\"_s})
        QTest::addRow("<%s>", qPrintable(text)) << text;
}

void TestProgramLine::everyArgumentSurvivesTheWayThere()
{
    QFETCH(QString, text);
    const QStringList all{u"first"_s, text, u"last"_s};
    QCOMPARE(programline::split(programline::joined(all)), all);
    QCOMPARE(programline::split(QString(u"-x="_s + programline::quoted(text))),
             QStringList{QString(u"-x="_s + text)});
}

void TestProgramLine::VDDS_05_theProgramOfALineIsFound_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString far = u"C:\\Program Files\\NNT\\NNT.exe"_s;
    const QStringList fixed{u"-VDDS"_s, u"PATDATIMPORT"_s};
    QTest::newRow("VDDS-05 a path") << u"C:\\x.exe"_s << u"C:\\x.exe"_s << QStringList();
    QTest::newRow("VDDS-05 a path with blanks, bare") << far << far << QStringList();
    QTest::newRow("VDDS-05 a path in marks") << QString(u'"' + far + u'"') << far << QStringList();
    QTest::newRow("VDDS-05 in marks with arguments")
        << QString(u'"' + far + u"\" -VDDS PATDATIMPORT"_s) << far << fixed;
    QTest::newRow("VDDS-05 bare with arguments")
        << QString(far + u" -VDDS  PATDATIMPORT"_s) << far << fixed;
    QTest::newRow("VDDS-05 a short path") << u"C:\\PROGRA~1\\NNT\\NNT.exe -VDDS PATDATIMPORT"_s
                                          << u"C:\\PROGRA~1\\NNT\\NNT.exe"_s << fixed;
    QTest::newRow("VDDS-05 marks around program and last argument")
        << QString(u'"' + far + u"\" \"a b\""_s) << far << QStringList{u"a b"_s};
    QTest::newRow("VDDS-05 a program planted on the way is not taken")
        << u"C:\\Program Files\\NNT\\NNT.exe planted"_s << far << QStringList{u"planted"_s};
    QTest::newRow("VDDS-05 a path that has arguments in its name")
        << u"C:\\odd -VDDS.exe"_s << u"C:\\odd -VDDS.exe"_s << QStringList();
    QTest::newRow("VDDS-05 nothing there") << u"C:\\gone.exe -a"_s << QString() << QStringList();
    QTest::newRow("VDDS-05 empty") << u"  "_s << QString() << QStringList();
    QTest::newRow("VDDS-05 only a mark") << u"\""_s << QString() << QStringList();
}

void TestProgramLine::VDDS_05_theProgramOfALineIsFound()
{
    QFETCH(QString, line);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const QStringList there{u"C:\\x.exe"_s,
                            u"C:\\Program Files\\NNT\\NNT.exe"_s,
                            u"C:\\PROGRA~1\\NNT\\NNT.exe"_s,
                            u"C:\\odd -VDDS.exe"_s,
                            u"C:\\Program"_s,
                            u"C:\\odd"_s};
    const std::optional<ProgramCall> call = programline::resolved(
        line, [&there](const QString &name) { return there.contains(name) ? name : QString(); });
    QCOMPARE(call.has_value(), !program.isEmpty());
    if (!call)
        return;
    QCOMPARE(call->program, program);
    QCOMPARE(call->arguments, arguments);
    QCOMPARE(programline::split(call->nativeLine), arguments);
}

void TestProgramLine::VDDS_05_namesAreLookedUpOnThisComputer()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a program"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(programline::programFile(path), QString());
    QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser));
    QCOMPARE(programline::programFile(path), path);
    QCOMPARE(programline::programFile(folder.path()), QString());
    // Where this program was started must not matter.
    QCOMPARE(programline::programFile(u"./a program"_s), QString());
    QCOMPARE(programline::programFile(QString()), QString());
}

void TestProgramLine::batchFilesNeedAShell()
{
    QVERIFY(programline::needsShell(u"C:/x.BAT"_s));
    QVERIFY(programline::needsShell(u"C:/x.cmd"_s));
    QVERIFY(!programline::needsShell(u"C:/DentalDesktopCmd.exe"_s));
}

QTEST_GUILESS_MAIN(TestProgramLine)
#include "tst_programline.moc"
