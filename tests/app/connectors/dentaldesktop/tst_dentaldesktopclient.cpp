// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/dentaldesktop/scanserver.h"
#include "tests/support/logcapture.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

//! The nine methods against the simulated server, over TLS.
class TestDentalDesktopClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScanServer> m_server;
    std::unique_ptr<dentaldesktop::Client> m_client;
    int m_patients = 0;

    static QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

    //! A whole patient whom the server does not know.
    ScanPatient stranger()
    {
        ScanPatient patient;
        patient.firstName = u"Test"_s;
        patient.lastName = u"Stranger"_s;
        patient.birthDate = QDate(1988, 4, 5);
        patient.integrationId = QString::number(900000 + ++m_patients);
        patient.patientId = patient.integrationId;
        return patient;
    }
    ScanRequest creation(const ScanPatient &patient)
    {
        ScanRequest request;
        request.kind = ScanRequest::Kind::CreatePatient;
        request.id = newId();
        request.patient = patient;
        return request;
    }
    int statusOf(const ScanRequest &request)
    {
        const ScanRequest whole = request;
        const QString id = request.id;
        ScanServer::await(m_client->send(whole));
        const auto status = ScanServer::await(m_client->status(id));
        return status ? status->code : -999;
    }
    QJsonObject stored(const QString &integrationId)
    {
        for (const QJsonValue &each : m_server->records(u"patients"_s)) {
            if (each["IntegrationId"_L1] == integrationId)
                return each.toObject();
        }
        return {};
    }
    QJsonObject parametersOfLast(const QString &method)
    {
        QJsonObject found;
        for (const QJsonValue &call : m_server->records(u"calls"_s)) {
            if (call["Method"_L1].toString() == method)
                found = call["parameters"_L1].toObject();
        }
        return found;
    }
    //! The integration id with a case of every kind.
    QString showcase()
    {
        QHash<QString, int> cases;
        for (const QJsonValue &each : m_server->records(u"cases"_s))
            ++cases[each["PatientIntegrationId"_L1].toString()];
        QString best;
        for (auto it = cases.cbegin(); it != cases.cend(); ++it) {
            if (!it.key().isEmpty() && (best.isEmpty() || it.value() > cases.value(best)))
                best = it.key();
        }
        return best;
    }
    Result<QByteArray> photo(const QString &caseId, const QString &imageId)
    {
        const auto answer = ScanServer::await(m_client->image(caseId, imageId));
        if (!answer)
            return tl::unexpected<Error>(answer.error());
        return ScanServer::await(m_client->unpacked(*answer));
    }
    void fault(const QString &path, const QString &kind, const QJsonObject &more = {})
    {
        m_server->clinic().fault(u"dentaldesktop"_s, path, kind, more);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScanServer>();
        m_client = m_server->client();
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void stationsTellBusyOperatorAndModules_3DD_04()
    {
        const auto stations = ScanServer::await(m_client->stations());
        QVERIFY(stations);
        QCOMPARE(stations->size(), 3);
        QCOMPARE(stations->at(0).hostname, u"TRIOS-SALLE-1"_s);
        QVERIFY(!stations->at(0).busy);
        QVERIFY(!stations->at(0).modules.isEmpty());
        QVERIFY(stations->at(1).busy);
        QVERIFY(stations->at(2).modules.isEmpty());
        QVERIFY(stations->at(2).operatorName.isEmpty());
    }

    void thePasswordIsSentUnaskedAndOnce_3DD_02()
    {
        QCOMPARE(m_server->flip(u"http"_s, {{u"challenge"_s, true}}), QString());
        QVERIFY(ScanServer::await(m_client->stations()));
        QCOMPARE(m_server->requests(), 1);

        m_server->clinic().secrets().values.insert(u"dentaldesktop.password"_s, u"wrong"_s);
        const auto stranger = m_server->client();
        m_server->clinic().simulator().clearJournal();
        const auto refused = ScanServer::await(stranger->stations());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"user and password"_s));
        QCOMPARE(m_server->requests(), 1);
    }

    void passwordsMayBeLatin1_3DD_02()
    {
        const QString password = u"clé-été"_s;
        QCOMPARE(m_server->flip(u"credentials"_s, {{u"password"_s, password}, {u"latin1"_s, true}}),
                 QString());
        m_server->clinic().secrets().values.insert(u"dentaldesktop.password"_s, password);
        QVERIFY(!ScanServer::await(m_server->client()->stations()));
        Settings::DentalDesktop settings = m_server->settings();
        settings.passwordCharset = u"iso-8859-1"_s;
        QVERIFY(ScanServer::await(m_server->client(settings)->stations()));
    }

    void serverCreationsTellTheirOwnStatus_3DD_05()
    {
        ScanPatient patient = stranger();
        QCOMPARE(statusOf(creation(patient)), 4);
        QCOMPARE(statusOf(creation(patient)), 107);
        ScanPatient other = stranger();
        other.patientId = patient.patientId;
        QCOMPARE(statusOf(creation(other)), 105);
        other.patientId = other.integrationId;
        other.lastName.clear();
        QCOMPARE(statusOf(creation(other)), 102);
        other.lastName = u"Known"_s;
        other.integrationId.clear();
        QCOMPARE(statusOf(creation(other)), 101);
    }

    void aStatusCountsWhateverTheHttpCodeIs_3DD_05_data()
    {
        QTest::addColumn<int>("http");
        for (const int http : {200, 400, 500})
            QTest::newRow(qPrintable(QString::number(http))) << http;
    }
    void aStatusCountsWhateverTheHttpCodeIs_3DD_05()
    {
        QFETCH(int, http);
        QCOMPARE(m_server->flip(u"http"_s, {{u"failure"_s, http}}), QString());
        ScanPatient patient = stranger();
        patient.lastName.clear();
        QCOMPARE(statusOf(creation(patient)), 102);
    }

    void anUpdateAlwaysCarriesTheWholeRecord_3DD_08()
    {
        ScanRequest request = creation(stranger());
        QCOMPARE(statusOf(request), 4);
        request.kind = ScanRequest::Kind::UpdatePatient;
        request.id = newId();
        request.patient.lastName = u"Renamed"_s;
        QCOMPARE(statusOf(request), 4);
        const QJsonObject sent = parametersOfLast(u"UpdatePatient"_s);
        for (const auto *name : {"FirstName", "LastName", "DateOfBirth", "PatientId"})
            QVERIFY2(sent.contains(QLatin1StringView(name)), name);
        const QJsonObject kept = stored(request.patient.integrationId);
        QCOMPARE(kept.value("FirstName"_L1), request.patient.firstName);
        QCOMPARE(kept.value("LastName"_L1), u"Renamed"_s);
        QCOMPARE(kept.value("DateOfBirth"_L1), u"1988-04-05"_s);
        QCOMPARE(kept.value("PatientId"_L1), request.patient.patientId);
    }

    void theFifthOfAprilStaysTheFifthOfApril_3DD_27()
    {
        const ScanPatient patient = stranger();
        QCOMPARE(statusOf(creation(patient)), 4);
        QCOMPARE(parametersOfLast(u"CreatePatient"_s).value("DateOfBirth"_L1), u"1988-04-05"_s);
        QCOMPARE(stored(patient.integrationId).value("DateOfBirth"_L1), u"1988-04-05"_s);
    }

    void namesArriveAsTheyAreAndLeaveNoTraceInTheLog_3DD_28_3DD_29()
    {
        ScanPatient patient = stranger();
        patient.lastName = u"D'Ângelo & Fils +1 =?#%20"_s;
        patient.firstName = u"Łukasz “Zoë” 北"_s;
        const LogCapture log;
        QCOMPARE(statusOf(creation(patient)), 4);
        QCOMPARE(stored(patient.integrationId).value("LastName"_L1), patient.lastName);
        QCOMPARE(stored(patient.integrationId).value("FirstName"_L1), patient.firstName);
        // A blank is %20: this server reads "+" as a blank and remarks on it.
        for (const QJsonValue &call : m_server->records(u"calls"_s))
            QCOMPARE(call["warnings"_L1].toArray(), QJsonArray());
        QVERIFY(!log.text().isEmpty());
        for (const QString &secret : {u"ngelo"_s, u"ukasz"_s, u"1988"_s, u"LastName"_s})
            QVERIFY2(!log.text().contains(secret), qPrintable(log.text()));
    }

    void aLostAnswerIsOneRequest_3DD_30_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"lostAnswer", "cutBody", "blackHole"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aLostAnswerIsOneRequest_3DD_30()
    {
        QFETCH(QString, kind);
        fault(u"CreatePatient"_s, kind);
        m_client->setPatience(std::chrono::milliseconds(1500));
        const ScanRequest request = creation(stranger());
        const QString id = request.id;
        const auto sent = ScanServer::await(m_client->send(request));
        if (kind != u"cutBody"_s) {
            QVERIFY(!sent);
            QVERIFY(sent.error().isTransient());
            QVERIFY(!sent.error().unsent);
        }
        QCOMPARE(m_server->requests(u"CreatePatient"_s), 1);
        const auto status = ScanServer::await(m_client->status(id));
        QVERIFY(status);
        QCOMPARE(status->code, kind == u"blackHole"_s ? 404 : 4);
    }

    void whatChangesSomethingIsNeverRepeated_3DD_30()
    {
        QVERIFY(ScanServer::await(m_client->stations()));
        // A newer password is at hand: a list is asked for again with it, a change is not.
        const QString password = u"newer"_s;
        QCOMPARE(m_server->flip(u"credentials"_s, {{u"password"_s, password}}), QString());
        m_server->clinic().secrets().values.insert(u"dentaldesktop.password"_s, password);
        const ScanRequest request = creation(stranger());
        const auto refused = ScanServer::await(m_client->send(request));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"user and password"_s));
        QCOMPARE(m_server->requests(u"CreatePatient"_s), 1);
        QVERIFY(stored(request.patient.integrationId).isEmpty());
        // The next one has it.
        QCOMPARE(statusOf(creation(stranger())), 4);
        QCOMPARE(m_server->requests(u"CreatePatient"_s), 2);

        for (const char *kind : {"expiredToken", "status", "lostAnswer", "cutBody"}) {
            m_server->clinic().simulator().clearJournal();
            fault(u"RemoveRequestById"_s, QString::fromLatin1(kind), {{u"status"_s, 503}});
            const QString id = newId();
            QVERIFY2(!ScanServer::await(m_client->remove(id)), kind);
            QCOMPARE(m_server->requests(u"RemoveRequestById"_s), 1);
        }
    }

    void theServerRemembersTenRequests_3DD_17()
    {
        const ScanRequest first = creation(stranger());
        QCOMPARE(statusOf(first), 4);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(statusOf(creation(stranger())), 4);
        const QString id = first.id;
        QCOMPARE(ScanServer::await(m_client->status(id))->code, 404);
    }

    void anonymousRequestsAnswerUnderTheEmptyGuid_3DD_16()
    {
        ScanRequest request = creation(stranger());
        request.id.clear();
        QVERIFY(ScanServer::await(m_client->send(request)));
        const QString empty = QUuid().toString(QUuid::WithoutBraces);
        QCOMPARE(ScanServer::await(m_client->status(empty))->code, 4);
    }

    void casesAreReadWithoutAnyFilter_3DD_18_3DD_22_3DD_23()
    {
        const QString id = showcase();
        const auto cases = ScanServer::await(m_client->cases(id, {}));
        QVERIFY(cases);
        QVERIFY(cases->size() >= 5);
        bool bridge = false;
        bool raw = false;
        bool neverSent = false;
        for (const ScanCase &each : *cases) {
            QCOMPARE(each.integrationId, id);
            neverSent = neverSent || !each.sent.isValid();
            for (const ScanIndication &indication : each.indications) {
                bridge = bridge || teeth::text(indication.teeth) == u"12–22"_s;
                raw = raw || teeth::text(indication.teeth) == u"54-55"_s;
            }
        }
        QVERIFY(bridge);
        QVERIFY(raw);
        QVERIFY(neverSent);
        const QString nobody = u"nobody"_s;
        QVERIFY(ScanServer::await(m_client->cases(nobody, {}))->isEmpty());
    }

    void statusFiltersAreAUnion_3DD_20()
    {
        const QString id = showcase();
        const auto count = [&](QSet<CaseStatus> statuses) {
            CaseFilter filter;
            filter.statuses = std::move(statuses);
            return ScanServer::await(m_client->cases(id, filter))->size();
        };
        const auto created = count({CaseStatus::Created});
        const auto scanned = count({CaseStatus::Scanned});
        const auto modelled = count({CaseStatus::Modelled});
        QVERIFY(created > 0 && scanned > 0 && modelled > 0);
        QCOMPARE(count({CaseStatus::Created, CaseStatus::Scanned}), created + scanned);
        QCOMPARE(count({CaseStatus::Created, CaseStatus::Scanned, CaseStatus::Modelled}),
                 created + scanned + modelled);
        QCOMPARE(count({}), created + scanned + modelled);
    }

    void aSpanThatEndsBeforeItBeginsIsExplained_3DD_19()
    {
        CaseFilter filter;
        filter.createdFrom = QDate(2026, 3, 5);
        filter.createdTo = QDate(2026, 3, 4);
        const QString id = showcase();
        const auto refused = ScanServer::await(m_client->cases(id, filter));
        QVERIFY(!refused);
        QCOMPARE(refused.error().httpStatus, 400);
        QVERIFY(refused.error().message.contains(u"may not end before it begins"_s));
    }

    void photosComeInEveryForm_3DD_24_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"base64", "lines", "raw", "corrupt"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void photosComeInEveryForm_3DD_24()
    {
        QFETCH(QString, form);
        QCOMPARE(m_server->flip(u"images"_s, {{u"form"_s, form}}), QString());
        QString caseId;
        QString imageId;
        const QString id = showcase();
        const auto cases = ScanServer::await(m_client->cases(id, {}));
        QVERIFY(cases);
        for (const ScanCase &each : *cases) {
            if (!each.images.isEmpty()) {
                caseId = each.id;
                imageId = each.images.first().id;
            }
        }
        const auto image = photo(caseId, imageId);
        QCOMPARE(image.has_value(), form != u"corrupt"_s);
        if (image)
            QVERIFY(image->startsWith("\xFF\xD8") || image->startsWith("\x89PNG"));
        else
            QVERIFY(image.error().message.contains(u"damaged"_s));
        // One that is gone, both ways of saying so.
        const QString other = newId();
        for (const QString &unknown : {u"404"_s, u"empty"_s}) {
            QCOMPARE(m_server->flip(u"images"_s, {{u"unknown"_s, unknown}}), QString());
            const auto gone = photo(caseId, other);
            QVERIFY(!gone);
            QCOMPARE(gone.error().kind, Error::Kind::NotFound);
        }
    }

    void answersInAnyMannerOfXmlAreRead_3DD_32()
    {
        const QString id = showcase();
        const auto plain = ScanServer::await(m_client->cases(id, {}));
        QVERIFY(plain && !plain->isEmpty());
        const QJsonObject manners{{u"defaultNamespace"_s, true}, {u"unknownElements"_s, true},
                                  {u"reversed"_s, true},         {u"byteOrderMark"_s, true},
                                  {u"padding"_s, true},          {u"nil"_s, true}};
        for (auto it = manners.begin(); it != manners.end(); ++it) {
            QCOMPARE(m_server->flip(u"xml"_s, {{it.key(), it.value()}}), QString());
            const auto again = ScanServer::await(m_client->cases(id, {}));
            QVERIFY2(again, qPrintable(it.key()));
            QCOMPARE(again->size(), plain->size());
            QVERIFY2(ScanServer::await(m_client->stations()), qPrintable(it.key()));
        }
    }

    void aServerThatIsDownIsToldAndNothingWasSent_3DD_33()
    {
        QVERIFY(ScanServer::await(m_client->stations()));
        m_server->clinic().simulator().refuse(u"dentaldesktop"_s);
        const auto fresh = m_server->client();
        const auto down = ScanServer::await(fresh->stations());
        QVERIFY(!down);
        QCOMPARE(down.error().kind, Error::Kind::Offline);
        QVERIFY(down.error().unsent);
        m_server->clinic().simulator().resume(u"dentaldesktop"_s);
        QVERIFY(ScanServer::await(fresh->stations()));
    }

    void aNameThatNobodyHasIsTold_3DD_33()
    {
        Settings::DentalDesktop settings = m_server->settings();
        settings.url.setHost(u"no-such-computer.invalid"_s);
        const auto lost = m_server->client(settings);
        const auto stations = ScanServer::await(lost->stations());
        QVERIFY(!stations);
        QCOMPARE(stations.error().kind, Error::Kind::Offline);
        QVERIFY(stations.error().unsent);
        QVERIFY(stations.error().message.contains(u"no-such-computer.invalid"_s));
        QCOMPARE(m_server->requests(), 0);
    }

    void brokenAnswersAreErrorsInWords_3DD_33_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Error::Kind>("expected");
        QTest::newRow("cut body") << u"cutBody"_s << Error::Kind::Offline;
        QTest::newRow("malformed") << u"malformed"_s << Error::Kind::Protocol;
        QTest::newRow("reset") << u"lostAnswer"_s << Error::Kind::Offline;
        QTest::newRow("fault of its own") << u"status"_s << Error::Kind::Server;
        QTest::newRow("silence") << u"blackHole"_s << Error::Kind::Timeout;
    }
    void brokenAnswersAreErrorsInWords_3DD_33()
    {
        QFETCH(QString, kind);
        QFETCH(Error::Kind, expected);
        fault(u"GetAvailableClientList"_s, kind, {{u"status"_s, 503}});
        m_client->setPatience(std::chrono::milliseconds(1500));
        const auto stations = ScanServer::await(m_client->stations());
        QVERIFY(!stations);
        QCOMPARE(stations.error().kind, expected);
        QVERIFY(!stations.error().message.isEmpty());
        QCOMPARE(m_server->requests(), 1);
        QVERIFY(ScanServer::await(m_client->stations()));
    }

    void theNewerProductTakesTheNumberUnderAnotherName_3DD_35()
    {
        QCOMPARE(m_server->flip(u"generation"_s, {{u"is"_s, u"newer"_s}}), QString());
        Settings::DentalDesktop settings = m_server->settings();
        settings.patientIdParameter = u"SSN"_s;
        m_client = m_server->client(settings);
        const ScanPatient patient = stranger();
        QCOMPARE(statusOf(creation(patient)), 4);
        QCOMPARE(stored(patient.integrationId).value("PatientId"_L1), patient.patientId);
    }

    void theNewerProductIsKnownByItsCertificateOrPort_3DD_35()
    {
        ShownCertificate certificate;
        certificate.subject = u"trios.example.org"_s;
        QCOMPARE(m_client->productOf(certificate), u"Dental Desktop"_s);
        certificate.subject = u"3Shape Web Service"_s;
        QVERIFY(m_client->productOf(certificate).contains(u"Unite"_s));
        certificate.subject = u"trios.example.org"_s;
        Settings::DentalDesktop settings = m_server->settings();
        settings.url.setPort(5492);
        QVERIFY(m_server->client(settings)->productOf(certificate).contains(u"Unite"_s));
    }

    void theOlderProductIsNamedAsSuch_3DD_35()
    {
        QCOMPARE(m_server->flip(u"generation"_s, {{u"is"_s, u"older"_s}}), QString());
        const QString id = showcase();
        const auto cases = ScanServer::await(m_client->cases(id, {}));
        QVERIFY(!cases);
        QVERIFY2(cases.error().message.contains(u"1.7 or newer"_s),
                 qPrintable(cases.error().message));
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopClient)
#include "tst_dentaldesktopclient.moc"
