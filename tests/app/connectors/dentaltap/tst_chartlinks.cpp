// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/charts.h"
#include "app/connectors/dentaltap/client.h"
#include "app/connectors/dentaltap/profilejson.h"
#include "tests/support/simulated.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using dental::ChartKind;

//! Where charts are and how they are fetched (dentaltap.md sections 5.1, 5.3, 5.7 and 6). The
//! storage host is a server of its own that notes every header it gets.
class TestChartLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thePatientsRecordHasEveryProperty_DT_05();
    void thePatientsChartsAreFetchedByTheirLinks_DT_06_data();
    void thePatientsChartsAreFetchedByTheirLinks_DT_06();
    void theAppointmentsChartsAreFetchedByTheirLinks_DT_16_data();
    void theAppointmentsChartsAreFetchedByTheirLinks_DT_16();
    void aSignedLinkGetsNoToken();
    void redirectsAreFollowedWithoutTheToken_data();
    void redirectsAreFollowedWithoutTheToken();
    void backAtHomeThereIsNoTokenEither();
    void unsafeAddressesAreNotFetched_data();
    void unsafeAddressesAreNotFetched();
    void aKnownPictureIsNotSentAgain();
    void anEtagCannotSmuggleAHeader();
    void aLapsedLinkSaysSo_data();
    void aLapsedLinkSaysSo();
    void tooLargeIsNotRead();
    void backgroundsArePutReadAndTakenBack_DT_24();
    void aRefusedBackgroundSaysWhy_DT_24();

private:
    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return QCoro::waitFor(std::move(task));
    }
    void deliver(const QJsonObject &how)
    {
        const QString problem = m_world->simulator().edit({{"system"_L1, u"dentaltap"_s},
                                                           {"collection"_L1, u"charts"_s},
                                                           {"id"_L1, u"all"_s},
                                                           {"fields"_L1, how}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    DentalProfile profile(const dentaltap::ProfileOwner &owner)
    {
        const auto json = await(m_charts->profile(owner));
        return json ? dentaltap::profileFromJson(*json, teeth::Notation::Fdi) : DentalProfile();
    }
    QString dentalLink() { return profile(m_patient).dentalChart.url; }
    Result<dentaltap::FetchedChart> fetch(const QString &url, const QString &etag = {})
    {
        return await(m_charts->picture(url, etag, false));
    }
    //! What the storage host got.
    QJsonArray stored() const
    {
        return m_world->simulator().records(u"dentaltapstorage"_s, u"requests"_s);
    }

    std::unique_ptr<support::Simulated> m_world;
    std::unique_ptr<dentaltap::Charts> m_charts;
    dentaltap::ProfileOwner m_patient;
    dentaltap::ProfileOwner m_visit;
};

void TestChartLinks::init()
{
    m_world = std::make_unique<support::Simulated>();
    m_charts = std::make_unique<dentaltap::Charts>(m_world->transport(Service::DentalTap));
    for (const sim::SeedPatient &patient : m_world->clinic().patients) {
        if (m_patient.patientId.isEmpty() && !patient.dentalTapId.isEmpty())
            m_patient.patientId = patient.dentalTapId;
    }
    for (const sim::SeedAppointment &appointment : m_world->clinic().appointments) {
        if (m_visit.appointmentId.isEmpty() && appointment.status == u"completed"_s)
            m_visit.appointmentId = appointment.dentalTapId;
    }
    QVERIFY(!m_patient.patientId.isEmpty() && !m_visit.appointmentId.isEmpty());
}

void TestChartLinks::cleanup()
{
    m_charts.reset();
    m_world.reset();
    m_patient = {};
    m_visit = {};
}

void TestChartLinks::thePatientsRecordHasEveryProperty_DT_05()
{
    const QStringList properties{u"id"_s,         u"version"_s,  u"createdAt"_s,   u"updatedAt"_s,
                                 u"externalId"_s, u"number"_s,   u"lastName"_s,    u"birthName"_s,
                                 u"firstName"_s,  u"title"_s,    u"sex"_s,         u"phones"_s,
                                 u"birthDate"_s,  u"email"_s,    u"address"_s,     u"language"_s,
                                 u"groups"_s,     u"tags"_s,     u"alerts"_s,      u"notes"_s,
                                 u"dentition"_s,  u"familyId"_s, u"insurances"_s,  u"familyRole"_s,
                                 u"status"_s,     u"charts"_s,   u"mergedIntoId"_s};
    Request request("GET", u"patients/"_s + m_patient.patientId, u"patients/{id}"_s);
    const auto answer = await(m_world->transport(Service::DentalTap)->send(std::move(request)));
    QVERIFY(answer && answer->isSuccess());
    const QJsonObject record = *answer->json(Service::DentalTap);
    for (const QString &property : properties)
        QVERIFY2(record.contains(property), qPrintable(property));
    // And the desk keeps what it has a place for.
    dentaltap::Client client(m_world->transport(Service::DentalTap), Currency{u"MUR"_s, 2});
    const QString id = m_patient.patientId;
    const auto patient = await(client.patient(id));
    QVERIFY(patient);
    QCOMPARE(patient->lastName, record["lastName"_L1].toString());
    QCOMPARE(patient->firstName, record["firstName"_L1].toString());
    QCOMPARE(patient->email, record["email"_L1].toString());
    QCOMPARE(patient->language, record["language"_L1].toString());
    QCOMPARE(patient->birthDate.toString(Qt::ISODate), record["birthDate"_L1].toString());
    QVERIFY(record["phones"_L1].toArray().isEmpty() || !patient->mobile.isEmpty()
            || !patient->phone.isEmpty());
}

void TestChartLinks::thePatientsChartsAreFetchedByTheirLinks_DT_06_data()
{
    QTest::addColumn<bool>("inProfile");
    QTest::newRow("links in the profile") << true;
    QTest::newRow("links in the record") << false;
}

void TestChartLinks::thePatientsChartsAreFetchedByTheirLinks_DT_06()
{
    QFETCH(bool, inProfile);
    deliver({{"inProfile"_L1, inProfile}});
    const DentalProfile known = profile(m_patient);
    QCOMPARE(known.patientId, m_patient.patientId);
    QVERIFY(!known.teeth.isEmpty());
    for (const ChartLink &link : {known.dentalChart, known.periodontalChart}) {
        QVERIFY(!link.url.isEmpty() && link.updatedAt.isValid() && !link.size.isEmpty());
        const auto chart = fetch(link.url);
        QVERIFY2(chart, chart ? "" : qPrintable(chart.error().message));
        QCOMPARE(chart->format, u"svg"_s);
        QCOMPARE(chart->etag, link.etag);
        const QString url = link.url;
        const auto png = await(m_charts->picture(url, {}, true));
        QVERIFY2(png, png ? "" : qPrintable(png.error().message));
        QCOMPARE(png->format, u"png"_s);
    }
}

void TestChartLinks::theAppointmentsChartsAreFetchedByTheirLinks_DT_16_data()
{
    thePatientsChartsAreFetchedByTheirLinks_DT_06_data();
}

void TestChartLinks::theAppointmentsChartsAreFetchedByTheirLinks_DT_16()
{
    QFETCH(bool, inProfile);
    deliver({{"inProfile"_L1, inProfile}});
    const DentalProfile known = profile(m_visit);
    QCOMPARE(known.appointmentId, m_visit.appointmentId);
    for (const ChartLink &link : {known.dentalChart, known.periodontalChart}) {
        QCOMPARE(link.appointmentId, m_visit.appointmentId);
        const auto chart = fetch(link.url);
        QVERIFY2(chart, chart ? "" : qPrintable(chart.error().message));
        QVERIFY(chart->bytes.contains("tooth-11"));
    }
}

void TestChartLinks::aSignedLinkGetsNoToken()
{
    deliver({{"delivery"_L1, u"signed"_s}});
    const QString link = dentalLink();
    QVERIFY(QUrl(link).port() != m_world->simulator().url(u"dentaltap"_s).port());
    const auto chart = fetch(link);
    QVERIFY2(chart, chart ? "" : qPrintable(chart.error().message));
    QCOMPARE(stored().size(), 1);
    const QJsonObject headers = stored().first()["headers"_L1].toObject();
    QVERIFY(!headers.contains(u"authorization"_s));
    QVERIFY(!headers.contains(u"cookie"_s));
    QVERIFY(headers.contains(u"accept"_s));
}

void TestChartLinks::redirectsAreFollowedWithoutTheToken_data()
{
    QTest::addColumn<int>("hops");
    QTest::addColumn<bool>("arrives");
    QTest::newRow("one redirect") << 0 << true;
    QTest::newRow("two") << 1 << true;
    QTest::newRow("three") << 2 << true;
    QTest::newRow("four") << 3 << false;
    QTest::newRow("a hundred") << 99 << false;
}

void TestChartLinks::redirectsAreFollowedWithoutTheToken()
{
    QFETCH(int, hops);
    QFETCH(bool, arrives);
    deliver({{"delivery"_L1, u"redirect"_s}, {"hops"_L1, hops}});
    const auto chart = fetch(dentalLink());
    QCOMPARE(chart.has_value(), arrives);
    QCOMPARE(stored().size(), qMin(hops + 1, 3));
    for (const QJsonValue &request : stored())
        QVERIFY(!request["headers"_L1].toObject().contains(u"authorization"_s));
    if (!arrives)
        QVERIFY(!chart.error().message.isEmpty());
}

void TestChartLinks::backAtHomeThereIsNoTokenEither()
{
    const QString link = dentalLink();
    deliver({{"delivery"_L1, u"redirect"_s}, {"redirectTo"_L1, link}});
    const auto chart = fetch(link);
    QVERIFY(!chart);
    // With the token it would be redirected for ever.
    QCOMPARE(chart.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(m_world->requests(u"dentaltap"_s, u"GET"_s, u"charts/dental"_s), 2);
}

void TestChartLinks::unsafeAddressesAreNotFetched_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
         {"http://192.0.2.7/chart.svg", "http://chart.example/chart.svg",
          "http://10.0.0.7/chart.svg", "file:///etc/hostname", "ftp://127.0.0.1/chart.svg",
          "data:image/svg+xml,<svg/>", "javascript:alert(1)", "//192.0.2.7/chart.svg", "https://",
          "https:///chart.svg", "qrc:/icons/x.svg", "ws://127.0.0.1/", "http://127.0.0.1.example/x",
          "%zz", " "})
        QTest::newRow(address) << QString::fromLatin1(address);
    QTest::newRow("name and password") << u"https://user:secret@chart.example/x"_s;
    QTest::newRow("empty") << QString();
}

//! Neither directly nor behind a redirect: no name is looked up, nothing is sent anywhere.
void TestChartLinks::unsafeAddressesAreNotFetched()
{
    QFETCH(QString, address);
    const QString link = dentalLink();
    const auto direct = fetch(address);
    QVERIFY(!direct);
    QCOMPARE(direct.error().kind, Error::Kind::Invalid);
    QVERIFY(address.trimmed().isEmpty() || !direct.error().message.contains(address));
    if (address.trimmed().isEmpty() || address == u"%zz"_s)
        return;
    deliver({{"delivery"_L1, u"redirect"_s}, {"redirectTo"_L1, address}});
    const auto redirected = fetch(link);
    QVERIFY(!redirected);
    QCOMPARE(redirected.error().kind, Error::Kind::Invalid);
    QVERIFY(stored().isEmpty());
}

void TestChartLinks::aKnownPictureIsNotSentAgain()
{
    const QString link = dentalLink();
    const auto first = fetch(link);
    QVERIFY(first && !first->etag.isEmpty());
    const auto again = fetch(link, first->etag);
    QVERIFY(again && again->unchanged && again->bytes.isEmpty());
    deliver({{"redrawn"_L1, true}});
    const auto redrawn = fetch(link, first->etag);
    QVERIFY(redrawn && !redrawn->unchanged);
    QVERIFY(redrawn->etag != first->etag);
}

void TestChartLinks::anEtagCannotSmuggleAHeader()
{
    deliver({{"delivery"_L1, u"signed"_s}});
    QVERIFY(fetch(dentalLink(), u"\"a\"\r\nX-Extra: 1"_s));
    const QJsonObject headers = stored().first()["headers"_L1].toObject();
    QVERIFY(!headers.contains(u"x-extra"_s) && !headers.contains(u"if-none-match"_s));
}

void TestChartLinks::aLapsedLinkSaysSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("403") << 403 << Error::Kind::Forbidden;
    QTest::newRow("404") << 404 << Error::Kind::NotFound;
    QTest::newRow("410") << 410 << Error::Kind::NotFound;
}

void TestChartLinks::aLapsedLinkSaysSo()
{
    QFETCH(int, status);
    deliver({{"delivery"_L1, u"signed"_s}, {"expiresSeconds"_L1, 60}, {"refusal"_L1, status}});
    const QString link = dentalLink();
    QVERIFY(fetch(link));
    m_world->simulator().clock().advance(61000);
    const auto lapsed = fetch(link);
    QVERIFY(!lapsed);
    QTEST(lapsed.error().kind, "kind");
}

void TestChartLinks::tooLargeIsNotRead()
{
    deliver({{"picture"_L1, u"huge"_s}});
    const auto chart = fetch(dentalLink());
    QVERIFY(!chart);
    QCOMPARE(chart.error().kind, Error::Kind::Protocol);
    QVERIFY2(chart.error().message.contains(u"more than is allowed"_s),
             qPrintable(chart.error().message));
}

void TestChartLinks::backgroundsArePutReadAndTakenBack_DT_24()
{
    const QByteArray svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    for (const ChartKind kind : {ChartKind::Dental, ChartKind::Periodontal}) {
        const auto before = await(m_charts->background(kind));
        QVERIFY(!before);
        QCOMPARE(before.error().kind, Error::Kind::NotFound);
        const auto put = await(m_charts->putBackground(kind, svg, u"svg"_s));
        QVERIFY2(put, put ? "" : qPrintable(put.error().message));
        const auto there = await(m_charts->background(kind));
        QVERIFY(there);
        QCOMPARE(there->bytes, svg);
        QCOMPARE(there->format, u"svg"_s);
        QVERIFY(await(m_charts->removeBackground(kind)));
        QVERIFY(!await(m_charts->background(kind)));
        // Gone is gone.
        QVERIFY(await(m_charts->removeBackground(kind)));
    }
}

void TestChartLinks::aRefusedBackgroundSaysWhy_DT_24()
{
    const QByteArray script("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    const auto refused = await(m_charts->putBackground(ChartKind::Dental, script, u"svg"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QVERIFY(refused.error().message.contains(u"unsafe_svg"_s));
}

QTEST_GUILESS_MAIN(TestChartLinks)
#include "tst_chartlinks.moc"
