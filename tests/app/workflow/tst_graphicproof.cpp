// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/graphicproof.h"
#include "tests/simulator/dentaltapprofile.h"
#include "tests/support/graphicsamples.h"
#include "tests/support/lures.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! The check and the proving process together, as a workflow asks for them.
class TestGraphicProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessOnesAreProved_data();
    void harmlessOnesAreProved();
    void theSimulatedChartIsProved_data();
    void theSimulatedChartIsProved();
    void hostileOnesFetchNothing_data() { hostileOnesNeverReachTheProcess_data(); }
    void hostileOnesFetchNothing();
    void hostileOnesNeverReachTheProcess_data();
    void hostileOnesNeverReachTheProcess();
    void theProcessChecksAgain_data() { hostileOnesNeverReachTheProcess_data(); }
    void theProcessChecksAgain();
    void whatCannotBePaintedIsRefused_data();
    void whatCannotBePaintedIsRefused();
    void whatIsLetThroughEndsInTime_data();
    void whatIsLetThroughEndsInTime();
    void aBackgroundHasASmallerLimit();
    void everyEndHasItsWords_data();
    void everyEndHasItsWords();
    void aSilentProcessIsEnded();
    void atMostTwoRunAtOnce();
    void theWindowGoesOnMeanwhile();
    void aTaskNobodyWaitsForEnds();
    void theProgramIsFoundWhereAPackagePutsIt();

private:
    Lures m_lures;

    static Result<ProvedGraphic> proved(GraphicProof &proof, const QByteArray &bytes,
                                        GraphicType type)
    {
        return QCoro::waitFor(proof.prove(bytes, type));
    }
};

namespace {

//! What stands in for the proving process does what these say, as long as the object lives.
class Standin
{
public:
    explicit Standin(const QHash<QByteArray, QByteArray> &does) : m_does(does)
    {
        m_does.insert("STANDIN_RECORD", QFile::encodeName(m_folder.filePath(u"record"_s)));
        for (auto it = m_does.cbegin(); it != m_does.cend(); ++it)
            qputenv(it.key().constData(), it.value());
    }
    ~Standin()
    {
        for (auto it = m_does.cbegin(); it != m_does.cend(); ++it)
            qunsetenv(it.key().constData());
    }
    Q_DISABLE_COPY_MOVE(Standin)

    static QString program()
    {
        return QCoreApplication::applicationDirPath() + u"/standin-recorder"_s;
    }

private:
    QTemporaryDir m_folder;
    QHash<QByteArray, QByteArray> m_does;
};

const QByteArray plain = samples::svg("<rect width='9' height='9'/>");

void addGraphics(const QList<samples::Graphic> &graphics)
{
    QTest::addColumn<samples::Graphic>("graphic");
    for (const samples::Graphic &graphic : graphics)
        QTest::addRow("%s: %s", qPrintable(enumName(graphic.declared)), graphic.name.constData())
            << graphic;
}

} // namespace

void TestGraphicProof::harmlessOnesAreProved_data()
{
    addGraphics(samples::harmless());
}

void TestGraphicProof::harmlessOnesAreProved()
{
    QFETCH(samples::Graphic, graphic);
    GraphicProof proof;
    const Result<ProvedGraphic> result = proved(proof, graphic.bytes, graphic.declared);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->bytes, graphic.bytes);
    QCOMPARE(result->facts.type, graphic.declared);
    QVERIFY(!result->facts.size.isEmpty());
}

void TestGraphicProof::theSimulatedChartIsProved_data()
{
    QTest::addColumn<QString>("dentition");
    QTest::addColumn<bool>("periodontal");
    for (const QString &dentition : {u"permanent"_s, u"primary"_s, u"mixed"_s}) {
        QTest::addRow("%s", qPrintable(dentition)) << dentition << false;
        QTest::addRow("%s, periodontal", qPrintable(dentition)) << dentition << true;
    }
}

void TestGraphicProof::theSimulatedChartIsProved()
{
    QFETCH(QString, dentition);
    QFETCH(bool, periodontal);
    const QByteArray chart =
        sim::chartSvg(sim::dentalProfile(u"48213"_s, dentition, u"2026-08-24"_s), periodontal);
    GraphicProof proof;
    const Result<ProvedGraphic> result = proved(proof, chart, GraphicType::Svg);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->facts.size, QSize(sim::ChartWidth, sim::ChartHeight));
}

void TestGraphicProof::hostileOnesNeverReachTheProcess_data()
{
    addGraphics(samples::hostile(m_lures.folder(), m_lures.port()));
}

void TestGraphicProof::hostileOnesNeverReachTheProcess()
{
    QFETCH(samples::Graphic, graphic);
    // Were it started, the error would be that there is none.
    GraphicProof proof(u"/nowhere/vestibule-prove-graphic"_s);
    const Result<ProvedGraphic> result = proved(proof, graphic.bytes, graphic.declared);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    const GraphicFinding found = inspectGraphic(graphic.bytes, graphic.declared);
    QCOMPARE(enumName(found.fault), enumName(graphic.fault));
    QCOMPARE(result.error(), graphicRefusal(found, graphic.declared));
}

//! With the real process. Whoever opened the pipe, here or there, would not come back.
void TestGraphicProof::hostileOnesFetchNothing()
{
    QFETCH(samples::Graphic, graphic);
    GraphicProof proof;
    const Result<ProvedGraphic> result = proved(proof, graphic.bytes, graphic.declared);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QVERIFY(!m_lures.isSomebodyHeld() && !m_lures.wasCalled());
}

//! Whoever starts it without a check, or with one that was fooled.
void TestGraphicProof::theProcessChecksAgain()
{
    QFETCH(samples::Graphic, graphic);
    QProcess process;
    process.start(GraphicProof::programPath(), {graphicFormat(graphic.declared)});
    process.write(graphic.bytes);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.readAllStandardOutput().trimmed(),
             QByteArray("refused " + enumName(graphic.fault).toLatin1()));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(!m_lures.isSomebodyHeld() && !m_lures.wasCalled());
}

void TestGraphicProof::whatCannotBePaintedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = samples::png(64, 64);
    const qsizetype pixels = good.indexOf("IDAT") + 4;
    const qsizetype length = good.size() - 12 - 4 - pixels;
    QTest::newRow("pixels that do not unpack") << QByteArray(good).replace(
        pixels - 8, length + 12, samples::pngChunk("IDAT", QByteArray(length, 'x')));
    QTest::newRow("a wrong checksum")
        << QByteArray(good).replace(pixels + length, 4, QByteArray(4, '\0'));
    QTest::newRow("too few pixels") << QByteArray(good).replace(
        pixels - 8, length + 12, samples::pngChunk("IDAT", good.mid(pixels, length - 8)));
}

void TestGraphicProof::whatCannotBePaintedIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(checkGraphic(bytes, GraphicType::Png));
    GraphicProof proof;
    const Result<ProvedGraphic> result = proved(proof, bytes, GraphicType::Png);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QVERIFY2(result.error().message.contains(u"damaged"_s), qPrintable(result.error().message));
}

void TestGraphicProof::whatIsLetThroughEndsInTime_data()
{
    QTest::addColumn<quint32>("first");
    // More by hand: VESTIBULE_SEEDS=FIRST.
    const quint32 from = quint32(qEnvironmentVariableIntValue("VESTIBULE_SEEDS"));
    for (quint32 first = from; first < from + 8; first += 4)
        QTest::addRow("seeds from %u", first) << first;
}

//! The claim behind the check: whatever it lets through, the painter survives with the memory it
//! has, and ends. That it ends soon only the process can find out: what a path costs depends on how
//! often it crosses itself.
void TestGraphicProof::whatIsLetThroughEndsInTime()
{
    QFETCH(quint32, first);
    const QList<samples::Graphic> known = samples::harmless();
    GraphicProof proof;
    int letThrough = 0;
    int painted = 0;
    for (quint32 seed = first; seed < first + 4; ++seed) {
        const samples::Graphic &one = known.at(seed % known.size());
        const QByteArray wild = samples::wildSvg(seed);
        const QList<samples::Graphic> tried{
            {"wild", GraphicType::Svg, wild, {}},
            {"mutated", one.declared, samples::mutated(one.bytes, seed), {}},
            {"wild and mutated", GraphicType::Svg, samples::mutated(wild, seed), {}}};
        for (const samples::Graphic &graphic : tried) {
            if (!checkGraphic(graphic.bytes, graphic.declared))
                continue;
            ++letThrough;
            const Result<ProvedGraphic> result = proved(proof, graphic.bytes, graphic.declared);
            painted += result ? 1 : 0;
            const QString words = result ? QString() : result.error().message;
            // Pixels that do not unpack are found there only, and what QtSvg alone calls damaged.
            const bool damaged = words.contains(u"damaged"_s);
            QVERIFY2(result || damaged || words.contains(u"too long"_s),
                     qPrintable(
                         u"%1 %2: %3"_s.arg(QLatin1StringView(graphic.name)).arg(seed).arg(words)));
            QVERIFY(!result || result->painting <= 1s);
        }
    }
    QVERIFY(letThrough > 0 && painted > 0);
}

void TestGraphicProof::aBackgroundHasASmallerLimit()
{
    const QByteArray large = samples::svg(QByteArray(3 * 1024 * 1024, ' '));
    GraphicProof proof;
    QVERIFY(QCoro::waitFor(proof.prove(large, GraphicType::Svg)));
    const Result<ProvedGraphic> result =
        QCoro::waitFor(proof.prove(large, GraphicType::Svg, GraphicUse::Background));
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(u"2 MB"_s), qPrintable(result.error().message));
}

void TestGraphicProof::everyEndHasItsWords_data()
{
    using Doing = QHash<QByteArray, QByteArray>;
    QTest::addColumn<Doing>("does");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("words");
    using Kind = Error::Kind;
    QTest::newRow("out of time") << Doing{{"STANDIN_EXIT", "5"}} << Kind::Invalid
                                 << u"too long to draw"_s;
    QTest::newRow("crashed") << Doing{{"STANDIN_CRASH", "1"}} << Kind::Invalid
                             << u"too much memory"_s;
    QTest::newRow("could not be painted")
        << Doing{{"STANDIN_EXIT", "3"}} << Kind::Invalid << u"damaged"_s;
    QTest::newRow("could not be confined")
        << Doing{{"STANDIN_EXIT", "4"}} << Kind::Storage << u"Install Vestibule again"_s;
    QTest::newRow("called wrongly")
        << Doing{{"STANDIN_EXIT", "1"}} << Kind::Storage << u"Install Vestibule again"_s;
    QTest::newRow("refused there alone")
        << Doing{{"STANDIN_EXIT", "2"}} << Kind::Storage << u"Install Vestibule again"_s;
    QTest::newRow("says nothing") << Doing{} << Kind::Storage << u"Install Vestibule again"_s;
    QTest::newRow("proved another size") << Doing{{"STANDIN_SAY", "proved 9 9 1\n"}}
                                         << Kind::Storage << u"Install Vestibule again"_s;
}

void TestGraphicProof::everyEndHasItsWords()
{
    using Doing = QHash<QByteArray, QByteArray>;
    QFETCH(Doing, does);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, words);
    const Standin standin(does);
    GraphicProof proof(Standin::program());
    const Result<ProvedGraphic> result = proved(proof, plain, GraphicType::Svg);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
}

void TestGraphicProof::aSilentProcessIsEnded()
{
    const Standin standin({{"STANDIN_WAIT_MS", "60000"}});
    GraphicProof proof(Standin::program(), 300ms);
    QElapsedTimer timer;
    timer.start();
    const Result<ProvedGraphic> result = proved(proof, plain, GraphicType::Svg);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Timeout);
    QVERIFY2(result.error().message.contains(u"busy"_s), qPrintable(result.error().message));
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 20'000);
}

void TestGraphicProof::atMostTwoRunAtOnce()
{
    const Standin standin({{"STANDIN_WAIT_MS", "400"}, {"STANDIN_SAY", "proved 100 100 1\n"}});
    GraphicProof proof(Standin::program());
    QElapsedTimer timer;
    timer.start();
    int ended = 0;
    QList<qint64> times;
    for (int i = 0; i < 5; ++i) {
        QCoro::connect(proof.prove(plain, GraphicType::Svg), this,
                       [&](const Result<ProvedGraphic> &result) {
                           times.append(timer.elapsed());
                           ended += result ? 1 : 0;
                       });
    }
    QTRY_COMPARE_WITH_TIMEOUT(times.size(), 5, 30'000);
    QCOMPARE(ended, 5);
    // Three rounds: two, two and one.
    QVERIFY2(times.constLast() >= 3 * 400, qPrintable(QString::number(times.constLast())));
    QVERIFY(times.at(2) >= 2 * 400 && times.at(0) >= 400);
}

void TestGraphicProof::theWindowGoesOnMeanwhile()
{
    // Close to the most that is let through.
    const QByteArray large =
        samples::svg(QByteArray("<rect width='9' height='9'/>").repeated(19'000)
                     + QByteArray(7 * 1024 * 1024, ' '));
    QElapsedTimer since;
    since.start();
    QVERIFY(checkGraphic(large, GraphicType::Svg));
    const qint64 checking = since.restart();
    qint64 longest = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    beat.start(1);
    GraphicProof proof;
    const Result<ProvedGraphic> result = proved(proof, large, GraphicType::Svg);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    // Shorter than the check alone, which therefore happens elsewhere.
    QVERIFY2(longest < checking * 3 / 4, qPrintable(u"%1 of %2 ms"_s.arg(longest).arg(checking)));
}

void TestGraphicProof::aTaskNobodyWaitsForEnds()
{
    GraphicProof proof;
    proof.prove(plain, GraphicType::Svg);
    proof.prove(plain, GraphicType::Svg);
    // The third waits for a place of the two.
    QVERIFY(proved(proof, plain, GraphicType::Svg));
    QVERIFY(proved(proof, plain, GraphicType::Svg));
}

void TestGraphicProof::theProgramIsFoundWhereAPackagePutsIt()
{
    const QTemporaryDir prefix;
    const QDir root(prefix.path());
    QVERIFY(root.mkpath(u"bin"_s) && root.mkpath(u"libexec/vestibule"_s));
    const QString own = root.filePath(u"bin"_s);
    const QString beside = GraphicProof::programPathFor(own);
    QCOMPARE(QFileInfo(beside).dir(), QDir(own));
    const QString packaged = root.filePath(u"libexec/vestibule/"_s + QFileInfo(beside).fileName());
    QVERIFY(QFile::copy(GraphicProof::programPath(), packaged));
    QCOMPARE(GraphicProof::programPathFor(own), packaged);
    GraphicProof proof(GraphicProof::programPathFor(own));
    QVERIFY(proved(proof, plain, GraphicType::Svg));
    // Whoever builds it has it beside.
    QVERIFY(QFile::copy(packaged, beside));
    QCOMPARE(GraphicProof::programPathFor(own), beside);
}

QTEST_GUILESS_MAIN(TestGraphicProof)
#include "tst_graphicproof.moc"
