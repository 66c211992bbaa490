// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/keys.h"
#include "app/connectors/opendental/lane.h"
#include "tests/support/simulated.h"

#include <QJsonArray>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace opendental;
using std::chrono::milliseconds;
using support::Simulated;

//! The queue of a customer key, on a clock of the test's own: nobody sleeps.
class TestOpenDentalLane : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Lane> m_lane;
    milliseconds m_now{0};
    QList<milliseconds> m_waits;

    Lane::Time time()
    {
        Lane::Time time;
        time.now = [this] { return m_now; };
        time.after = [this](QObject *context, milliseconds length, std::function<void()> call) {
            m_waits.append(length);
            QTimer::singleShot(0, context, [this, length, call] {
                m_now += length;
                m_world->simulator().clock().advance(length.count());
                call();
            });
        };
        return time;
    }
    void start(Pace pace, bool strict = false)
    {
        sim::SimulatorOptions options = Simulated::smallClinic();
        options.strictLimits = strict;
        m_waits.clear();
        m_world = std::make_unique<Simulated>(options);
        m_keys = std::make_unique<Keys>(&m_world->secrets());
        m_transport = std::make_unique<Transport>(Service::OpenDental,
                                                  QUrl(m_world->setting(u"opendental/url"_s)),
                                                  m_keys.get(), &m_world->network());
        m_lane = std::make_unique<Lane>(m_transport.get(), pace, time());
    }
    static Request request()
    {
        Request made("GET", u"treatplans"_s, u"treatplans"_s);
        made.contentType = "application/json";
        made.query.append({u"Limit"_s, u"1"_s});
        return made;
    }
    int status(Request what)
    {
        const Result<Response> answer = QCoro::waitFor(m_lane->send(std::move(what)));
        return answer ? answer->status : 0;
    }
    QString edit(const QString &name, const QJsonValue &value)
    {
        return m_world->simulator().edit({{"system"_L1, u"opendental"_s},
                                          {"collection"_L1, u"options"_s},
                                          {"fields"_L1, QJsonObject{{name, value}}}});
    }

private Q_SLOTS:
    void cleanup()
    {
        m_lane.reset();
        m_transport.reset();
        m_world.reset();
    }

    void everyTierHasItsPaceAndPage_OD_03_OD_04_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<int>("spacing");
        QTest::addColumn<int>("page");
        QTest::newRow("reading") << u"remote"_s << u"readonly"_s << 5000 << 100;
        QTest::newRow("standard") << u"remote"_s << u"standard"_s << 1000 << 100;
        QTest::newRow("enterprise") << u"remote"_s << u"enterprise"_s << 500 << 1000;
        QTest::newRow("local") << u"local"_s << u"standard"_s << 0 << 1000;
        QTest::newRow("service") << u"service"_s << u"readonly"_s << 0 << 1000;
        QTest::newRow("service, enterprise") << u"service"_s << u"enterprise"_s << 0 << 10000;
    }
    void everyTierHasItsPaceAndPage_OD_03_OD_04()
    {
        QFETCH(QString, mode);
        QFETCH(QString, tier);
        const Pace pace = paceOf(mode, tier);
        QTEST(int(pace.spacing.count()), "spacing");
        QTEST(pace.pageSize, "page");
    }

    void callsAreSpacedFromStartToStart_OD_03()
    {
        start(paceOf(u"remote"_s, u"standard"_s), true);
        QVERIFY(edit(u"mode"_s, u"remote"_s).isEmpty());
        QList<int> answers;
        for (int i = 0; i < 4; ++i) {
            QCoro::connect(m_lane->send(request()), m_lane.get(),
                           [&answers](const Result<Response> &answer) {
                               answers.append(answer ? answer->status : 0);
                           });
        }
        QTRY_COMPARE(answers.size(), 4);
        QCOMPARE(answers, (QList<int>{200, 200, 200, 200}));
        QCOMPARE(m_waits, (QList<milliseconds>{1000ms, 1000ms, 1000ms}));
        const QJsonArray calls = m_world->simulator().records(u"opendental"_s, u"calls"_s);
        QCOMPARE(calls.size(), 4);
        for (int i = 1; i < 4; ++i) {
            const qint64 gap =
                calls.at(i)["start"_L1].toInteger() - calls.at(i - 1)["start"_L1].toInteger();
            QVERIFY2(gap >= 1000, qPrintable(QString::number(gap)));
        }
    }

    void aCallThatTookLongCountsIntoTheWindow_OD_03()
    {
        start({1000ms, 100});
        QCOMPARE(status(request()), 200);
        m_now += 1500ms;
        QCOMPARE(status(request()), 200);
        QVERIFY(m_waits.isEmpty());
        m_now += 400ms;
        QCOMPARE(status(request()), 200);
        QCOMPARE(m_waits, QList<milliseconds>{600ms});
    }

    void tooManyCallsWaitAsTold_OD_03()
    {
        start({0ms, 100});
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"429"_s, {{"retryAfter"_L1, 7}});
        QCOMPARE(status(request()), 200);
        QCOMPARE(m_waits, QList<milliseconds>{7000ms});
        m_waits.clear();
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"429"_s, {{"times"_L1, 3}});
        QCOMPARE(status(request()), 200);
        QCOMPARE(m_waits, (QList<milliseconds>{5000ms, 10000ms, 20000ms}));
        m_waits.clear();
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"429"_s, {{"times"_L1, 9}});
        QCOMPARE(status(request()), 429);
        QCOMPARE(m_waits, (QList<milliseconds>{5000ms, 10000ms, 20000ms, 40000ms}));
        m_waits.clear();
        m_world->simulator().clearFaults();
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"429"_s, {{"retryAfter"_L1, 600}});
        QCOMPARE(status(request()), 429);
        QVERIFY(m_waits.isEmpty());
    }

    void anImpatientClientIsRefusedByTheService_OD_03()
    {
        start({0ms, 100}, true);
        QVERIFY(edit(u"mode"_s, u"remote"_s).isEmpty());
        QList<int> answers;
        for (int i = 0; i < 8; ++i)
            answers.append(status(request()));
        // Its queue was full: the lane waited as it was told, and was let in.
        QCOMPARE(answers, QList<int>(8, 200));
        QVERIFY(!m_waits.isEmpty());
    }

    void theRemoteWayStandsInForTheNearOne_OD_01_OD_30()
    {
        start({0ms, 1000});
        Transport remote(Service::OpenDental, QUrl(m_world->setting(u"opendental/url"_s)),
                         m_keys.get(), &m_world->network());
        m_transport->setBase(QUrl(u"http://127.0.0.1:9/api/v1"_s));
        QCOMPARE(status(request()), 0);
        m_lane->setFallback(&remote, {0ms, 100});
        QCOMPARE(status(request()), 200);
        // Nothing left for the first: a change too may go the other way.
        Request made("POST", u"treatplans"_s, u"treatplans"_s);
        made.contentType = "application/json";
        made.body = "{\"PatNum\":1}";
        QCOMPARE(status(made), 201);
        m_lane.reset();
    }

    void aChangeWhoseAnswerIsLostStaysOnItsWay_OD_30()
    {
        start({0ms, 1000});
        Transport remote(Service::OpenDental, QUrl(m_world->setting(u"opendental/url"_s)),
                         m_keys.get(), &m_world->network());
        m_lane->setFallback(&remote, {0ms, 100});
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"lostAnswer"_s);
        Request made("POST", u"treatplans"_s, u"treatplans"_s);
        made.contentType = "application/json";
        made.body = "{\"PatNum\":1}";
        QCOMPARE(status(made), 0);
        QCOMPARE(m_world->requests(u"opendental"_s, u"POST"_s), 1);
        m_lane.reset();
    }

    void whatWaitsEndsWithTheProgram_OD_30()
    {
        start({1000ms, 100});
        QList<bool> ended;
        for (int i = 0; i < 3; ++i) {
            QCoro::connect(m_lane->send(request()), this, [&ended](const Result<Response> &answer) {
                ended.append(!answer && answer.error().kind == Error::Kind::Cancelled);
            });
        }
        m_lane->abortAll();
        m_transport->abortAll();
        QTRY_COMPARE(ended.size(), 3);
        QCOMPARE(ended, QList<bool>(3, true));
        QCOMPARE(status(request()), 0);
    }

    void theKeysAreOneHeader_OD_02()
    {
        start({0ms, 100});
        const Result<QByteArray> header = QCoro::waitFor(m_keys->header());
        QVERIFY(header);
        QCOMPARE(*header, QByteArray("ODFHIR OdSimulatorDeveloper/OdSimulatorCustomer1"));
        m_world->secrets().values.insert(u"opendental.customerKey"_s, QString());
        Keys without(&m_world->secrets());
        const Result<QByteArray> none = QCoro::waitFor(without.header());
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Unauthorized);
    }

    void aRenewedKeyIsReadAgain_OD_02()
    {
        start({0ms, 100});
        QCOMPARE(status(request()), 200);
        m_world->fault(u"opendental"_s, u"treatplans"_s, u"expiredToken"_s);
        QCOMPARE(status(request()), 200);
        QCOMPARE(m_world->requests(u"opendental"_s, u"GET"_s), 3);
    }

    void aReadWithoutContentTypeIsRefused_OD_02()
    {
        start({0ms, 100});
        Request bare("GET", u"treatplans"_s, u"treatplans"_s);
        QCOMPARE(status(bare), 400);
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalLane)
#include "tst_opendentallane.moc"
