// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;

//! vestibule --screenshot, as a process of its own without a screen.
class TestScreenshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPictureOfTheDayIsWritten();
    void aPlaceThatCannotBeWrittenIsSaid();

private:
    //! Exit code, or -1 when the program had to be ended; what it said.
    QPair<int, QString> shoot(const QString &file);

    CommandLineDesk m_desk;
    QTemporaryDir m_pictures;
};

void TestScreenshot::initTestCase()
{
    QVERIFY(m_pictures.isValid());
    QCOMPARE(m_desk.setUp(), QString());
}

QPair<int, QString> TestScreenshot::shoot(const QString &file)
{
    QProcessEnvironment environment = m_desk.environment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"vestibule"_s),
                  m_desk.place() + QStringList{u"--screenshot"_s, file});
    // The simulator lives in this thread: its loop must run on.
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardError())};
}

void TestScreenshot::aPictureOfTheDayIsWritten()
{
    const QString file = m_pictures.filePath(u"day.png"_s);
    const auto [code, words] = shoot(file);
    QVERIFY2(code == 0, qPrintable(words));
    const QImage picture(file);
    QVERIFY(picture.width() > 600 && picture.height() > 400);
    // More than an empty window: cards, words and lights bring their colours.
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY2(colours.size() > 50, qPrintable(QString::number(colours.size())));
}

void TestScreenshot::aPlaceThatCannotBeWrittenIsSaid()
{
    const QString file = m_pictures.filePath(u"no such folder/day.png"_s);
    const auto [code, words] = shoot(file);
    QCOMPARE(code, 1);
    QVERIFY2(words.contains(u"could not be written"_s), qPrintable(words));
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestScreenshot)
#include "tst_screenshot.moc"
