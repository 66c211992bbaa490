// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/request.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusesHaveAMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("transient");
        QTest::newRow("400") << 400 << Error::Kind::Invalid << false;
        QTest::newRow("401") << 401 << Error::Kind::Unauthorized << false;
        QTest::newRow("403") << 403 << Error::Kind::Forbidden << false;
        QTest::newRow("404") << 404 << Error::Kind::NotFound << false;
        QTest::newRow("408") << 408 << Error::Kind::Timeout << true;
        QTest::newRow("409") << 409 << Error::Kind::Conflict << false;
        QTest::newRow("410") << 410 << Error::Kind::NotFound << false;
        QTest::newRow("412") << 412 << Error::Kind::Conflict << false;
        QTest::newRow("422") << 422 << Error::Kind::Invalid << false;
        QTest::newRow("429") << 429 << Error::Kind::RateLimited << true;
        QTest::newRow("500") << 500 << Error::Kind::Server << true;
        QTest::newRow("503") << 503 << Error::Kind::Server << true;
    }
    void statusesHaveAMeaning()
    {
        QFETCH(int, status);
        QFETCH(Error::Kind, kind);
        QFETCH(bool, transient);
        Response response;
        response.status = status;
        const Error error = errorOf(response, Service::DentalTap);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.isTransient(), transient);
        QCOMPARE(error.service, Service::DentalTap);
        QVERIFY(error.message.contains(u"DentalTap"_s));
        QVERIFY(!error.message.contains(u'%'));
    }

    void retryAfterIsSecondsOrADate()
    {
        Response response;
        response.status = 429;
        QCOMPARE(errorOf(response, Service::Zoho).retryAfter, std::optional<seconds>());
        response.headers = {{"retry-after", "7"}};
        QCOMPARE(errorOf(response, Service::Zoho).retryAfter, std::optional(seconds(7)));
        response.headers = {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"},
                            {"Date", "Sun, 06 Nov 1994 08:49:07 GMT"}};
        QCOMPARE(errorOf(response, Service::Zoho).retryAfter, std::optional(seconds(30)));
        response.headers = {{"Retry-After", "soon"}};
        QCOMPARE(errorOf(response, Service::Zoho).retryAfter, std::optional<seconds>());
    }

    void onlyAWholeObjectIsJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        QTest::newRow("object") << QByteArray(R"({"id":"9007199254740993"})") << true;
        QTest::newRow("cut") << QByteArray("{\"id\":\"900719") << false;
        QTest::newRow("list") << QByteArray("[1]") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("page of a proxy") << QByteArray("<html>") << false;
    }
    void onlyAWholeObjectIsJson()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        Response response;
        response.status = 200;
        response.body = body;
        const Result<QJsonObject> object = response.json(Service::Zoho);
        QCOMPARE(object.has_value(), good);
        if (good)
            QCOMPARE(object->value("id"_L1).toString(), u"9007199254740993"_s);
        else
            QCOMPARE(object.error().kind, Error::Kind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
