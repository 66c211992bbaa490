// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/transport.h"

#include "tests/app/net/scriptedserver.h"
#include "tests/support/logcapture.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Seen = ScriptedServer::Seen;

namespace {

//! Tokens "t0", "t1", …: each refresh takes a moment and gives the next one.
class CountingAuthorizer : public Authorizer
{
public:
    Task<QByteArray> header() override { co_return "Bearer t" + QByteArray::number(refreshes); }
    Task<void> refresh(QByteArray rejected) override
    {
        if (rejected != "Bearer t" + QByteArray::number(refreshes))
            co_return Result<void>();
        ++refreshes;
        QTimer timer;
        timer.start(1);
        co_await timer;
        if (refusal)
            co_return tl::unexpected(*refusal);
        co_return Result<void>();
    }
    bool newTokenHelps(const Response &) const override { return helps; }

    int refreshes = 0;
    bool helps = true;
    std::optional<Error> refusal;
};

Request request(const QByteArray &method = "GET", const QByteArray &body = {})
{
    Request r(method, u"things/42"_s, u"things/{id}"_s);
    r.body = body;
    if (!body.isEmpty())
        r.contentType = "application/json";
    r.deadlineMs = 5000;
    return r;
}

//! Refuses every token but the given one.
ScriptedServer::Script accepting(const QByteArray &authorization)
{
    return [=](QTcpSocket *socket, const Seen &seen) {
        const bool good = seen.header("Authorization") == authorization;
        socket->write(ScriptedServer::answer(good ? 200 : 401, good ? "{}" : R"({"code":"old"})"));
    };
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_network;

    Result<Response> ask(const QUrl &base, Request what, Authorizer *authorizer = nullptr)
    {
        Transport transport(Service::DentalTap, base, authorizer, &m_network);
        return QCoro::waitFor(transport.send(std::move(what)));
    }

private Q_SLOTS:
    void init()
    {
        // The one line that Qt prints when a body cannot be sent again (qt64-notes.md section 2.3).
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
    }

    void requestsCarryWhatTheyShould()
    {
        ScriptedServer server(ScriptedServer::always(200, "{}", "X-Kind: a\r\nX-Kind: b\r\n"));
        Request what = request("POST", R"({"a":1})");
        what.query = {{u"word"_s, u"a b+c"_s}};
        what.headers = {{"Idempotency-Key", "k1"}};
        CountingAuthorizer authorizer;
        QUrl base = server.url();
        base.setPath(u"/api/v1"_s);
        const auto answer = ask(base, what, &authorizer);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "{}");
        QCOMPARE(answer->header("x-kind"), "a, b");
        QCOMPARE(server.seen().size(), 1);
        const Seen &seen = server.seen().first();
        QCOMPARE(seen.line(), "POST /api/v1/things/42?word=a%20b%2Bc HTTP/1.1");
        QCOMPARE(seen.body, R"({"a":1})");
        QCOMPARE(seen.header("Content-Type"), "application/json");
        QCOMPARE(seen.header("Authorization"), "Bearer t0");
        QCOMPARE(seen.header("Idempotency-Key"), "k1");
        QCOMPARE(seen.header("X-Request-Id").size(), 36);
        QCOMPARE(seen.header("User-Agent"), "Vestibule/" VESTIBULE_VERSION);
    }

    void aBrokenConnectionIsNeverSentAgain_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("fragment");
        const QList<std::pair<const char *, QByteArray>> fragments{
            {"nothing", ""},
            {"half a status line", "HTTP/1.1 2"},
            {"half a header", "HTTP/1.1 200 OK\r\nContent-Le"},
            {"garbage", "nonsense\r\n\r\n"}};
        for (const auto &[name, fragment] : fragments) {
            for (const char *method : {"POST", "PATCH", "PUT"})
                QTest::addRow("%s, %s", method, name)
                    << QByteArray(method) << QByteArray("{}") << fragment;
            for (const char *method : {"GET", "DELETE", "POST"})
                QTest::addRow("%s without body, %s", method, name)
                    << QByteArray(method) << QByteArray() << fragment;
        }
    }
    void aBrokenConnectionIsNeverSentAgain()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, fragment);
        ScriptedServer server([&](QTcpSocket *socket, const Seen &) {
            socket->write(fragment);
            socket->flush();
            socket->disconnectFromHost();
        });
        const auto answer = ask(server.url(), request(method, body));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QCOMPARE(answer.error().service, Service::DentalTap);
        QCOMPARE(server.seen().size(), 1);
    }

    void theSecondCallOnAnOpenConnectionIsNotSentAgainEither()
    {
        int count = 0;
        ScriptedServer server([&](QTcpSocket *socket, const Seen &) {
            if (++count == 1)
                socket->write(ScriptedServer::answer(200, "{}"));
            else
                socket->disconnectFromHost();
        });
        Transport transport(Service::Zoho, server.url(), nullptr, &m_network);
        QVERIFY(QCoro::waitFor(transport.send(request("POST", "{}"))));
        const auto second = QCoro::waitFor(transport.send(request("POST", "{}")));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Offline);
        QCOMPARE(server.seen().size(), 2);
    }

    void aCutBodyIsNoAnswer()
    {
        ScriptedServer server([](QTcpSocket *socket, const Seen &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
            socket->flush();
            socket->disconnectFromHost();
        });
        const auto answer = ask(server.url(), request("POST", "{}"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QCOMPARE(server.seen().size(), 1);
    }

    void silenceEndsInTime()
    {
        ScriptedServer server([](QTcpSocket *, const Seen &) {});
        Request what = request();
        what.deadlineMs = 300;
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(server.url(), what);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QVERIFY2(timer.elapsed() < 1500, "the deadline was passed by far");
    }

    void aDripEndsAtTheDeadline()
    {
        ScriptedServer server([](QTcpSocket *socket, const Seen &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            auto *timer = new QTimer(socket);
            QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            timer->start(20);
        });
        Request what = request();
        what.deadlineMs = 400;
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(server.url(), what);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QVERIFY2(timer.elapsed() < 1500, "the deadline was passed by far");
    }

    void aRedirectIsAnAnswerAndTheTokenStays()
    {
        ScriptedServer elsewhere(ScriptedServer::always(200, "{}"));
        ScriptedServer server(
            ScriptedServer::always(302, "", "Location: " + elsewhere.url().toEncoded() + "/x\r\n"));
        CountingAuthorizer authorizer;
        const auto answer = ask(server.url(), request(), &authorizer);
        QVERIFY(answer);
        QCOMPARE(answer->status, 302);
        QCOMPARE(elsewhere.seen().size(), 0);
    }

    void anAnswerWithoutEndIsCutOff()
    {
        ScriptedServer server([](QTcpSocket *socket, const Seen &) {
            socket->write("HTTP/1.1 200 OK\r\n\r\n");
            socket->write(QByteArray(Request::usualAnswer + 1024 * 1024, 'x'));
            socket->disconnectFromHost();
        });
        const auto answer = ask(server.url(), request());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    }

    void aPackedBombIsRefused()
    {
        // 200 MB of nothing, packed to 200 KB; the first four bytes are Qt's own length.
        const QByteArray bomb = qCompress(QByteArray(200 * 1024 * 1024, '\0')).mid(4);
        ScriptedServer server(ScriptedServer::always(200, bomb, "Content-Encoding: deflate\r\n"));
        const auto answer = ask(server.url(), request());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
    }

    void packedAnswersAreUnpacked()
    {
        const QByteArray body(5000, 'a');
        ScriptedServer server(
            ScriptedServer::always(200, qCompress(body).mid(4), "Content-Encoding: deflate\r\n"));
        const auto answer = ask(server.url(), request());
        QVERIFY(answer);
        QCOMPARE(answer->body, body);
    }

    void refusalsKeepTheirBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 409, 412, 422, 428, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void refusalsKeepTheirBody()
    {
        QFETCH(int, status);
        ScriptedServer server(
            ScriptedServer::always(status, R"({"code":"why"})", "Retry-After: 3\r\n"));
        const auto answer = ask(server.url(), request("POST", "{}"));
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, R"({"code":"why"})");
        QCOMPARE(answer->header("retry-after"), "3");
        QCOMPARE(server.seen().size(), 1);
    }

    void nobodyThereIsOffline()
    {
        QUrl gone;
        {
            ScriptedServer server(ScriptedServer::always(200, "{}"));
            gone = server.url();
        }
        const auto answer = ask(gone, request());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY(!answer.error().message.contains(u"127.0.0.1"_s));
    }

    void openNetworksSeeNoPlainHttp()
    {
        const auto answer = ask(QUrl(u"http://clinic.example"_s), request());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Invalid);
    }

    void aRefusedTokenIsRenewedOnceAndTheCallRepeated()
    {
        ScriptedServer server(accepting("Bearer t1"));
        CountingAuthorizer authorizer;
        Transport transport(Service::Zoho, server.url(), &authorizer, &m_network);
        QSignalSpy calls(&transport, &Transport::finished);
        const auto answer = QCoro::waitFor(transport.send(request("POST", "{\"a\":1}")));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(authorizer.refreshes, 1);
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(server.seen().at(1).body, "{\"a\":1}");
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls.at(0).at(0).value<CallRecord>().status, 401);
        QCOMPARE(calls.at(1).at(0).value<CallRecord>().status, 200);
        QCOMPARE(calls.at(1).at(0).value<CallRecord>().pathTemplate, u"things/{id}"_s);
    }

    void aTokenThatStaysRefusedIsNotAskedForAgain()
    {
        ScriptedServer server(ScriptedServer::always(401, "{}"));
        CountingAuthorizer authorizer;
        const auto answer = ask(server.url(), request(), &authorizer);
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(authorizer.refreshes, 1);
        QCOMPARE(server.seen().size(), 2);
    }

    void aRefusedRefreshEndsTheCall()
    {
        ScriptedServer server(ScriptedServer::always(401, "{}"));
        CountingAuthorizer authorizer;
        authorizer.refusal = Error(Error::Kind::Unauthorized, u"sign in"_s, Service::Zoho);
        const auto answer = ask(server.url(), request(), &authorizer);
        QVERIFY(!answer);
        QCOMPARE(answer.error(), *authorizer.refusal);
        QCOMPARE(server.seen().size(), 1);
    }

    void aMissingRightIsNotATokenProblem()
    {
        ScriptedServer server(ScriptedServer::always(401, "{}"));
        CountingAuthorizer authorizer;
        authorizer.helps = false;
        const auto answer = ask(server.url(), request(), &authorizer);
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(authorizer.refreshes, 0);
    }

    void abortingEndsEveryCallAtOnce()
    {
        ScriptedServer server([](QTcpSocket *, const Seen &) {});
        QList<Error::Kind> kinds;
        {
            Transport transport(Service::Zoho, server.url(), nullptr, &m_network);
            transport.setBudget(1, 2);
            for (int i = 0; i < 4; ++i) {
                auto task = transport.send(request("POST", "{}"));
                task.then([&](const Result<Response> &answer) {
                    kinds.append(answer ? Error::Kind::Invalid : answer.error().kind);
                });
            }
            QTRY_COMPARE_WITH_TIMEOUT(server.seen().size(), 2, 3000);
            QCOMPARE(transport.inFlight(), 2);
        }
        const QList<Error::Kind> expected(4, Error::Kind::Cancelled);
        QCOMPARE(kinds, expected);
    }

    void nothingIsSentAfterAborting()
    {
        ScriptedServer server(ScriptedServer::always(200, "{}"));
        Transport transport(Service::Zoho, server.url(), nullptr, &m_network);
        transport.abortAll();
        const auto answer = QCoro::waitFor(transport.send(request()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        QCOMPARE(server.seen().size(), 0);
    }

    void theBudgetSpacesCalls()
    {
        ScriptedServer server(ScriptedServer::always(200, "{}"));
        Transport transport(Service::DentalTap, server.url(), nullptr, &m_network);
        transport.setBudget(20, 2);
        int done = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 6; ++i) {
            Request what(QByteArray("GET"), QString::number(i));
            auto task = transport.send(what);
            task.then([&](const Result<Response> &answer) { done += answer ? 1 : 0; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(done, 6, 20000);
        // Two at once, then four at 50 ms each.
        QVERIFY(timer.elapsed() >= 190);
    }

    void logsNameNobody()
    {
        ScriptedServer server(accepting("Bearer t1"));
        CountingAuthorizer authorizer;
        Request what = request("POST", R"({"Last_Name":"Bodyname"})");
        what.query = {{u"word"_s, u"Queryname"_s}};
        LogCapture log;
        QVERIFY(ask(server.url(), what, &authorizer));
        QVERIFY(log.text().contains(u"POST DentalTap things/{id} 200"_s));
        QVERIFY(
            log.text().contains(QString::fromLatin1(server.seen().at(1).header("X-Request-Id"))));
        for (const QString &word : {u"Bodyname"_s, u"Queryname"_s, u"Bearer"_s, u"things/42"_s})
            QVERIFY2(!log.text().contains(word), qPrintable(word));
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
