// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/vdds/imagingcomputer.h"
#include "tests/support/logcapture.h"

#include <QCoroTask>
#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using vdds::Client;

//! The exchange with a real process that stands in for the imaging program.
class TestVddsClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_computer = std::make_unique<ImagingComputer>(); }
    void cleanup() { m_computer.reset(); }
    void VDDS_10_18_thePatientArrives_data();
    void VDDS_10_18_thePatientArrives();
    void VDDS_10_12_14_whatIsNoSuccessIsTold_data();
    void VDDS_10_12_14_whatIsNoSuccessIsTold();
    void VDDS_10_19_theListIsReadWhole_data();
    void VDDS_10_19_theListIsReadWhole();
    void VDDS_20_copiesAreTakenAtOnce_data();
    void VDDS_20_copiesAreTakenAtOnce();
    void VDDS_20_manyImagesAreAskedForInParts();
    void VDDS_11_theFirstAnswerMayTakeLonger();
    void VDDS_11_cancelEndsTheWaiting();
    void VDDS_13_oneExchangeAtATime();
    void VDDS_13_18_nothingGoesOutWithoutIdOrName();
    void noLogLineNamesThePatient();

private:
    std::unique_ptr<ImagingComputer> m_computer;
};

void TestVddsClient::VDDS_10_18_thePatientArrives_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::newRow("VDDS-18 answered") << u"answers"_s;
    QTest::newRow("VDDS-10 its starter ends at once") << u"launches"_s;
    QTest::newRow("VDDS-10 its exit code says nothing") << u"failing"_s;
    QTest::newRow("VDDS-10 the file cannot be opened for a while") << u"locks"_s;
    QTest::newRow("VDDS-10 the file is swapped") << u"swaps"_s;
    QTest::newRow("VDDS-10 the file is empty for a while") << u"empties"_s;
    QTest::newRow("VDDS-09 the answer is UTF-16") << u"wide"_s;
    QTest::newRow("VDDS-14 the program takes the answered file away") << u"tidies"_s;
}

void TestVddsClient::VDDS_10_18_thePatientArrives()
{
    QFETCH(QString, behaviour);
    m_computer->registerProgram(behaviour.toUtf8());
    Client client(m_computer->options());
    const Result<Client::Sent> sent = QCoro::waitFor(client.send(ImagingComputer::elodie()));
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().message));
    QCOMPARE(sent->program, u"3Shape TRIOS"_s);
    QVERIFY(!sent->changedLetters);
    const QByteArray request =
        ImagingComputer::read(m_computer->at(u"requests/PATDATIMPORT-1.ini"_s));
    QVERIFY2(request.startsWith("[PATIENT]\r\nPVS=VESTIBULE\r\nBVS=TRIOS\r\n"), request);
    QVERIFY(request.contains("LASTNAME=Lef\xE8vre\r\n"));
    QVERIFY(request.contains("SEX=W\r\nBIRTHDAY=19880405\r\nREADY=0\r\n"));
    QCOMPARE(m_computer->leftovers(), QStringList());
}

void TestVddsClient::VDDS_10_12_14_whatIsNoSuccessIsTold_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("VDDS-10 an error and its number")
        << u"refuses"_s << Error::Kind::Invalid << u"12"_s;
    QTest::newRow("VDDS-11 VDDS-12 never an answer: signed in, open once?")
        << u"never"_s << Error::Kind::Timeout << u"once"_s;
    QTest::newRow("VDDS-14 the file is gone without an answer")
        << u"vanishes"_s << Error::Kind::Offline << u"unknown"_s;
}

void TestVddsClient::VDDS_10_12_14_whatIsNoSuccessIsTold()
{
    QFETCH(QString, behaviour);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, word);
    m_computer->registerProgram(behaviour.toUtf8());
    Client client(m_computer->options());
    const Client::Limit limit = behaviour == u"never"_s ? 600ms : 20s;
    const Result<Client::Sent> sent = QCoro::waitFor(client.send(ImagingComputer::elodie(), limit));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, kind);
    QCOMPARE(sent.error().service, Service::DentalDesktop);
    QVERIFY2(sent.error().message.contains(word), qPrintable(sent.error().message));
    // The program's own words come along, but not the name in them.
    QVERIFY(!sent.error().message.contains(u"Lef"_s));
    QCOMPARE(sent.error().message.contains(u"gesperrt"_s), behaviour == u"refuses"_s);
    QCOMPARE(m_computer->leftovers(), QStringList());
    QVERIFY(client.isIdle());
}

void TestVddsClient::VDDS_10_19_theListIsReadWhole_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<int>("count");
    QTest::newRow("VDDS-19 three images") << u"answers"_s << 3;
    QTest::newRow("VDDS-19 none") << u"answers"_s << 0;
    QTest::newRow("VDDS-10 READY before the rest") << u"half"_s << 3;
    QTest::newRow("VDDS-09 in UTF-16") << u"wide"_s << 2;
}

void TestVddsClient::VDDS_10_19_theListIsReadWhole()
{
    QFETCH(QString, behaviour);
    QFETCH(int, count);
    m_computer->registerProgram(behaviour.toUtf8());
    qputenv("STANDIN_IMAGES", QByteArray::number(count));
    Client client(m_computer->options());
    const Result<QList<ImageDescription>> images =
        QCoro::waitFor(client.images(ImagingComputer::elodie(), QDate(2026, 1, 2)));
    QVERIFY2(images.has_value(), images ? "" : qPrintable(images.error().message));
    QCOMPARE(images->size(), count);
    if (count > 0) {
        QCOMPARE(images->last().id, u"A-%1"_s.arg(count));
        QCOMPARE(images->last().date, QDate(2026, 11, 20 + count));
    }
    QVERIFY(ImagingComputer::read(m_computer->at(u"requests/MMOINFEXPORT-1.ini"_s))
                .contains("DATE=20260102\r\n"));
    QCOMPARE(m_computer->leftovers(), QStringList());
}

void TestVddsClient::VDDS_20_copiesAreTakenAtOnce_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("VDDS-20 all") << u"answers"_s
                                 << QStringList{u"20261121-A-1.jpg"_s, u"20261122-A-2.jpg"_s,
                                                u"20261123-A-3.jpg"_s};
    QTest::newRow("VDDS-20 fewer, with an error")
        << u"fewer"_s << QStringList{u"20261122-A-2.jpg"_s, u"20261123-A-3.jpg"_s};
}

void TestVddsClient::VDDS_20_copiesAreTakenAtOnce()
{
    QFETCH(QString, behaviour);
    QFETCH(QStringList, files);
    m_computer->registerProgram("answers");
    Client client(m_computer->options());
    const Result<QList<ImageDescription>> images =
        QCoro::waitFor(client.images(ImagingComputer::elodie(), QDate()));
    QVERIFY(images.has_value());
    m_computer->registerProgram(behaviour.toUtf8());
    const Result<QList<ImageCopy>> copies =
        QCoro::waitFor(client.copies(ImagingComputer::elodie(), *images, m_computer->at(u"out"_s)));
    QVERIFY2(copies.has_value(), copies ? "" : qPrintable(copies.error().message));
    QCOMPARE(QDir(m_computer->at(u"out"_s)).entryList(QDir::Files, QDir::Name), files);
    QCOMPARE(copies->size(), files.size());
    const ImageCopy last = copies->last();
    QCOMPARE(last.description, images->last());
    QCOMPARE(ImagingComputer::read(last.file), QByteArray("\xFF\xD8\xFF picture A-3"));
    QCOMPARE(last.bytes, ImagingComputer::read(last.file).size());
    // Theirs are gone: they were copies (section 10.2).
    QCOMPARE(QDir(m_computer->at(u"requests"_s)).entryList({u"copy of*"_s}), QStringList());
    QCOMPARE(m_computer->leftovers(), QStringList());
}

void TestVddsClient::VDDS_20_manyImagesAreAskedForInParts()
{
    m_computer->registerProgram("answers");
    QList<ImageDescription> images;
    for (int i = 0; i < 30; ++i) {
        ImageDescription image;
        image.id = u"B%1"_s.arg(i);
        image.extension = i % 10 == 0 ? u"PNG"_s : u"JPG"_s;
        images.append(image);
    }
    Client client(m_computer->options());
    const Result<QList<ImageCopy>> copies =
        QCoro::waitFor(client.copies(ImagingComputer::elodie(), images, m_computer->at(u"out"_s)));
    QVERIFY(copies.has_value());
    QCOMPARE(copies->size(), 30);
    // 25 and 2 of one format, 3 of the other.
    QCOMPARE(QDir(m_computer->at(u"requests"_s)).entryList({u"MMOEXPORT*"_s}).size(), 3);
    QVERIFY(ImagingComputer::read(m_computer->at(u"requests/MMOEXPORT-1.ini"_s))
                .contains("COUNT=25\r\nEXT=JPG\r\n"));
    QVERIFY(ImagingComputer::read(m_computer->at(u"requests/MMOEXPORT-3.ini"_s))
                .contains("COUNT=3\r\nEXT=PNG\r\n"));
}

void TestVddsClient::VDDS_11_theFirstAnswerMayTakeLonger()
{
    const Client::Options asDelivered;
    QVERIFY(asDelivered.firstLimit >= 6min);
    QCOMPARE(asDelivered.limit, 60s);
    // The late one takes 300 ms: enough for the first limit, too long for the later one.
    m_computer->registerProgram("late");
    Client::Options given = m_computer->options();
    given.limit = 100ms;
    Client client(given);
    const Result<Client::Sent> first = QCoro::waitFor(client.send(ImagingComputer::elodie()));
    QVERIFY(first.has_value());
    const Result<Client::Sent> second = QCoro::waitFor(client.send(ImagingComputer::elodie()));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Timeout);
}

void TestVddsClient::VDDS_11_cancelEndsTheWaiting()
{
    m_computer->registerProgram("never");
    Client client(m_computer->options());
    std::optional<Result<Client::Sent>> sent;
    QCoro::connect(client.send(ImagingComputer::elodie()), this,
                   [&sent](const Result<Client::Sent> &result) { sent = result; });
    QTRY_VERIFY(QFile::exists(m_computer->at(u"requests/PATDATIMPORT-1.ini"_s)));
    QVERIFY(!sent && !client.isIdle());
    client.cancel();
    QTRY_VERIFY(sent.has_value());
    QVERIFY(!*sent);
    QCOMPARE(sent->error().kind, Error::Kind::Cancelled);
    QCOMPARE(m_computer->leftovers(), QStringList());
    // The next one is not cancelled.
    m_computer->registerProgram("answers");
    QVERIFY(QCoro::waitFor(client.send(ImagingComputer::elodie())).has_value());
}

void TestVddsClient::VDDS_13_oneExchangeAtATime()
{
    m_computer->registerProgram("late");
    // Two windows on one computer.
    Client one(m_computer->options());
    Client two(m_computer->options());
    std::optional<Result<Client::Sent>> first;
    std::optional<Result<Client::Sent>> second;
    std::optional<Result<Client::Sent>> third;
    QCoro::connect(one.send(ImagingComputer::elodie()), this,
                   [&first](const Result<Client::Sent> &result) { first = result; });
    QCoro::connect(two.send(ImagingComputer::elodie()), this,
                   [&second](const Result<Client::Sent> &result) { second = result; });
    QCoro::connect(one.send(ImagingComputer::elodie()), this,
                   [&third](const Result<Client::Sent> &result) { third = result; });
    const auto started = [this] {
        return QDir(m_computer->at(u"requests"_s)).entryList({u"PATDATIMPORT*"_s}).size();
    };
    qsizetype answered = 0;
    while (answered < 3) {
        QTRY_VERIFY(qsizetype(first.has_value()) + second.has_value() + third.has_value()
                    > answered);
        answered = qsizetype(first.has_value()) + second.has_value() + third.has_value();
        QVERIFY2(started() <= answered + 1, "two exchanges at once");
    }
    QVERIFY(*first && *second && *third);
    QCOMPARE(started(), 3);
}

void TestVddsClient::VDDS_13_18_nothingGoesOutWithoutIdOrName()
{
    m_computer->registerProgram("answers");
    Client client(m_computer->options());
    ImagingPatient patient = ImagingComputer::elodie();
    patient.id.clear();
    QCOMPARE(QCoro::waitFor(client.send(patient)).error().kind, Error::Kind::Invalid);
    patient = ImagingComputer::elodie();
    patient.lastName = u"  "_s;
    QCOMPARE(QCoro::waitFor(client.send(patient)).error().kind, Error::Kind::Invalid);
    QCOMPARE(QDir(m_computer->at(u"requests"_s)).entryList(QDir::Files), QStringList());
}

void TestVddsClient::noLogLineNamesThePatient()
{
    m_computer->registerProgram("refuses");
    QLoggingCategory::setFilterRules(u"vestibule.*=true"_s);
    QString log;
    {
        LogCapture capture;
        Client client(m_computer->options());
        QVERIFY(!QCoro::waitFor(client.send(ImagingComputer::elodie())));
        m_computer->registerProgram("vanishes");
        QVERIFY(!QCoro::waitFor(client.send(ImagingComputer::elodie())));
        log = capture.text();
    }
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(log.contains(u"PATDATIMPORT"_s));
    for (const QString &secret : ImagingComputer::secrets())
        QVERIFY2(!log.contains(secret), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestVddsClient)
#include "tst_vddsclient.moc"
