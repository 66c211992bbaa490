// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Every corpus file through its target, so that what fuzzing found once stays found without clang.
//! A target's own claim that fails ends the program.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTargetHasACorpus();
    void everyInputIsSurvived_data();
    void everyInputIsSurvived();
    void everyBeginningIsSurvived_data() { everyInputIsSurvived_data(); }
    void everyBeginningIsSurvived();

private:
    static QDir corpus() { return QDir(QStringLiteral(VESTIBULE_CORPUS)); }
};

void TestFuzzCorpus::everyTargetHasACorpus()
{
    QStringList expected;
    for (const fuzz::Target &target : fuzz::targets()) {
        expected.append(QString::fromLatin1(target.name));
        QVERIFY2(corpus().entryList({expected.constLast()}, QDir::Dirs).size() == 1, target.name);
    }
    QStringList folders = corpus().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    expected.sort();
    QCOMPARE(folders, expected);
}

void TestFuzzCorpus::everyInputIsSurvived_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("bytes");
    for (const fuzz::Target &target : fuzz::targets()) {
        const QDir folder(corpus().filePath(QString::fromLatin1(target.name)));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::addRow("%s/%s", target.name, qPrintable(name))
                << QByteArray(target.name) << file.readAll();
        }
    }
}

void TestFuzzCorpus::everyInputIsSurvived()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, bytes);
    QVERIFY(fuzz::run(target, bytes));
}

//! An answer may be cut anywhere.
void TestFuzzCorpus::everyBeginningIsSurvived()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, bytes);
    const qsizetype step = qMax<qsizetype>(1, bytes.size() / 64);
    for (qsizetype size = 0; size < bytes.size(); size += step)
        QVERIFY(fuzz::run(target, bytes.first(size)));
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
