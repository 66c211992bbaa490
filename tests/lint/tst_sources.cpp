// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/sourcetree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

//! House rules that no compiler checks.
class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceKeepsTheHouseRules_data();
    void everySourceKeepsTheHouseRules();
    void coroutinesTakeNoReferences_data();
    void coroutinesTakeNoReferences();
    void widgetsNeverAwait();
    void productIsPortable();
};

namespace {

const QStringList &codeSuffixes()
{
    static const QStringList suffixes{u".h"_s, u".cpp"_s};
    return suffixes;
}

void addFiles(const QStringList &folders)
{
    QTest::addColumn<QString>("path");
    for (const QString &path : SourceTree::files(folders, codeSuffixes()))
        QTest::newRow(qPrintable(path)) << path;
}

} // namespace

void TestSources::everySourceKeepsTheHouseRules_data()
{
    addFiles({u"app"_s, u"ui"_s, u"tests"_s});
}

void TestSources::everySourceKeepsTheHouseRules()
{
    QFETCH(QString, path);
    const QString text = QString::fromUtf8(SourceTree::read(path));
    QVERIFY2(text.startsWith(u"// SPDX-FileCopyrightText: 2026 The Vestibule authors\n"
                             "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s),
             "the two SPDX lines are missing");
    if (path.endsWith(u".h"_s))
        QVERIFY2(text.contains(u"#pragma once"_s), "no include guard");
    QVERIFY2(text.count(u'\n') <= 500, "over 500 lines: split it by what it knows");
    QVERIFY2(!text.contains(u'\t'), "a tab");
    // Spelled in two pieces, so that this file passes its own rule.
    QVERIFY2(!text.contains(QString(u"TO"_s + u"DO"_s))
                 && !text.contains(QString(u"FIX"_s + u"ME"_s)),
             "unfinished work");

    static const QRegularExpression className(
        u"^(?:class|struct)\\s+\\w*(Manager|Helper|Util|Handler|Impl)\\b(?!;)"_s,
        QRegularExpression::MultilineOption);
    const auto match = className.match(text);
    QVERIFY2(!match.hasMatch(),
             qPrintable(QString(u"a name that says nothing: "_s + match.captured(0))));
    static const QRegularExpression keywords(u"^\\s*(signals|slots|public slots|emit )\\s*:?"_s,
                                             QRegularExpression::MultilineOption);
    QVERIFY2(!keywords.match(text).hasMatch(), "a lower-case Qt keyword");
}

void TestSources::coroutinesTakeNoReferences_data()
{
    addFiles({u"app"_s, u"ui"_s});
}

//! A reference parameter dangles once the caller drops the task: measured, and no compiler warning
//! says so.
void TestSources::coroutinesTakeNoReferences()
{
    QFETCH(QString, path);
    const QString text = QString::fromUtf8(SourceTree::read(path));
    static const QRegularExpression coroutine(
        u"^\\s*(?:virtual\\s+|static\\s+)?(?:Task<[^;{}()]*>|QCoro::Task<[^;{}()]*>)\\s+[\\w:]+\\(([^)]*)\\)"_s,
        QRegularExpression::MultilineOption);
    auto it = coroutine.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        // What stands in angle brackets is a type of its own, such as a function's.
        QString parameters = match.captured(1);
        static const QRegularExpression nested(u"<[^<>]*>"_s);
        while (parameters.contains(nested))
            parameters.remove(nested);
        parameters = parameters.section(u'<', 0, 0);
        QVERIFY2(!parameters.contains(u'&'),
                 qPrintable(QString(u"a coroutine takes a reference: "_s
                                    + match.captured(0).simplified())));
    }
    static const QRegularExpression lambdaInAwait(
        u"co_await[^;]*\\[[^\\]]*\\w[^\\]]*\\]\\s*(?:\\([^)]*\\))?\\s*(?:mutable)?\\s*\\{"_s);
    QVERIFY2(!lambdaInAwait.match(text).hasMatch(),
             "a capturing lambda inside a co_await expression: name it first");
}

void TestSources::widgetsNeverAwait()
{
    for (const QString &path : SourceTree::files({u"ui"_s}, codeSuffixes())) {
        if (path == u"ui/main.cpp"_s)
            continue;
        QVERIFY2(!SourceTree::read(path).contains("co_await"), qPrintable(path));
    }
}

//! Clinics run Windows: nothing that only Linux has, but in a file that says so by its name and has
//! a sister for Windows.
void TestSources::productIsPortable()
{
    static const QRegularExpression systemHeader(
        u"#\\s*include\\s+<(unistd|sys/|pthread|signal|dlfcn|fcntl|pwd)"_s);
    const QStringList all = SourceTree::files({u"app"_s, u"ui"_s}, codeSuffixes());
    for (const QString &path : all) {
        if (path.endsWith(u"_unix.cpp"_s)
            && all.contains(QString(path).replace(u"_unix.cpp"_s, u"_windows.cpp"_s)))
            continue;
        if (path.endsWith(u"_windows.cpp"_s)
            && all.contains(QString(path).replace(u"_windows.cpp"_s, u"_unix.cpp"_s)))
            continue;
        QVERIFY2(!systemHeader.match(QString::fromUtf8(SourceTree::read(path))).hasMatch(),
                 qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
