// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphicsamples.h"
#include "tests/support/lures.h"
#include "ui/toothchart/prove/confine.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;

//! A picture that refers to the source in some way.
using Form = std::function<QByteArray(const QByteArray &source)>;

//! What hostile pictures do to a bare QSvgRenderer, and that they do not do it in a process that
//! has confined itself, even though nothing checked them.
class TestConfine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barePainterIsHeldByAPipe_data();
    void barePainterIsHeldByAPipe();
    void confinedPainterIsNot_data() { barePainterIsHeldByAPipe_data(); }
    void confinedPainterIsNot();
    void barePainterShowsTheFileOfAnother_data();
    void barePainterShowsTheFileOfAnother();
    void confinedPainterDoesNot_data() { barePainterShowsTheFileOfAnother_data(); }
    void confinedPainterDoesNot();
    void confinedProcessReachesNothing_data();
    void confinedProcessReachesNothing();
    void memoryIsBounded();
    void timeIsBounded();

private:
    static void start(QProcess &process, const QStringList &words, const QByteArray &input = {})
    {
        process.start(QCoreApplication::applicationDirPath() + u"/bare-painter"_s, words);
        process.write(input);
        process.closeWriteChannel();
    }
    //! What it says in the end; empty when it does not end in time or crashes.
    static QByteArray said(const QStringList &words, const QByteArray &input = {})
    {
        QProcess process;
        start(process, words, input);
        if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return process.readAllStandardOutput().trimmed();
    }
};

namespace {

QByteArray image(const QByteArray &source)
{
    return samples::svg("<image width=\"100\" height=\"100\" xlink:href=\"" + source + "\"/>");
}

//! The same picture inside a picture.
QByteArray nested(const QByteArray &source)
{
    return image("data:image/svg+xml;base64," + image(source).toBase64());
}

QByteArray styled(const QByteArray &source)
{
    return "<?xml-stylesheet type=\"text/css\" href=\"" + source + "\"?>"
        + samples::svg("<rect class=\"lure\" width=\"100\" height=\"100\"/>");
}

} // namespace

void TestConfine::barePainterIsHeldByAPipe_data()
{
    if (!Lures::holdsWhoeverOpens())
        QSKIP("no pipes with names here");
    QTest::addColumn<Form>("form");
    QTest::newRow("an image") << Form(image);
    QTest::newRow("an image inside an image") << Form(nested);
    QTest::newRow("a style sheet") << Form(styled);
}

//! The danger is real: it never ends by itself.
void TestConfine::barePainterIsHeldByAPipe()
{
    QFETCH(Form, form);
    const Lures lures;
    QProcess process;
    start(process, {u"free"_s, u"paint"_s}, form(QFile::encodeName(lures.pipe())));
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(lures.isSomebodyHeld(), 10'000);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestConfine::confinedPainterIsNot()
{
    QFETCH(Form, form);
    const Lures lures;
    const QByteArray bytes = form(QFile::encodeName(lures.pipe()));
    QVERIFY(said({u"confined"_s, u"paint"_s}, bytes).startsWith('#'));
    QVERIFY(inspectGraphic(bytes, GraphicType::Svg).fault != GraphicFault::None);
}

void TestConfine::barePainterShowsTheFileOfAnother_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("colour");
    QTest::newRow("an image") << Form(image) << samples::png(9, 9) << QByteArray("#7f7f7f");
    QTest::newRow("an image inside an image")
        << Form(nested) << samples::png(9, 9) << QByteArray("#7f7f7f");
    QTest::newRow("a style sheet")
        << Form(styled) << QByteArray(".lure{fill:#ff0000}") << QByteArray("#ff0000");
}

void TestConfine::barePainterShowsTheFileOfAnother()
{
    QFETCH(Form, form);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, colour);
    const QTemporaryDir folder;
    QFile other(folder.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(file) == file.size());
    other.close();
    QCOMPARE(said({u"free"_s, u"paint"_s}, form(QFile::encodeName(other.fileName()))), colour);
}

void TestConfine::confinedPainterDoesNot()
{
    QFETCH(Form, form);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, colour);
    const QTemporaryDir folder;
    QFile other(folder.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(file) == file.size());
    other.close();
    const QByteArray seen =
        said({u"confined"_s, u"paint"_s}, form(QFile::encodeName(other.fileName())));
    QVERIFY(seen.startsWith('#'));
    QVERIFY(seen != colour);
}

void TestConfine::confinedProcessReachesNothing_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("target");
    const QString here = QCoreApplication::applicationFilePath();
    QTest::newRow("reads a file") << u"read"_s << here;
    QTest::newRow("writes a file") << u"write"_s << u"made"_s;
    QTest::newRow("calls a server") << u"connect"_s << QString();
}

void TestConfine::confinedProcessReachesNothing()
{
    QFETCH(QString, action);
    QFETCH(QString, target);
    Lures lures;
    if (action == u"write"_s)
        target = lures.folder() + u"/made"_s;
    if (action == u"connect"_s)
        target = QString::number(lures.port());
    QCOMPARE(said({u"confined"_s, action, target}), QByteArray("refused"));
    QVERIFY(!lures.wasCalled() && !QFile::exists(lures.folder() + u"/made"_s));
    // Without limits the same is done, so the claim above can fail.
    QCOMPARE(said({u"free"_s, action, target}), QByteArray("done"));
}

void TestConfine::memoryIsBounded()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("AddressSanitizer needs the address space for itself");
#endif
    QProcess process;
    start(process, {u"confined"_s, u"allocate"_s});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(said({u"free"_s, u"allocate"_s}), QByteArray("done"));
}

void TestConfine::timeIsBounded()
{
    QProcess process;
    start(process, {u"confined"_s, u"spin"_s});
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), OutOfTime);
}

QTEST_GUILESS_MAIN(TestConfine)
#include "tst_confine.moc"
