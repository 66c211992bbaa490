// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scandesk.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Requests to Dental Desktop from the click to their end.
class TestScanWorkflow : public ScanDesk
{
    Q_OBJECT

    ScanActivity run(const ScanRequest &request, const ScanWorkflow::Target &target,
                     const ScanWorkflow::Following &following = {})
    {
        const auto activity = await(scans()->run(request, target, following));
        if (!activity) {
            ScanActivity none;
            none.text = activity.error().message;
            return none;
        }
        return *activity;
    }
    static ScanRequest about(ScanRequest::Kind kind, const QString &integrationId)
    {
        ScanRequest request;
        request.kind = kind;
        request.patient.integrationId = integrationId;
        return request;
    }

private Q_SLOTS:
    void initTestCase() { openDesk(); }
    void init() { calm(); }
    void cleanupTestCase() { closeDesk(); }

    void linkingOnTheServerIsKept_3DD_05_3DD_34()
    {
        const Patient patient = some(false);
        const PatientId id = patient.id;
        const QSignalSpy linked(scans(), &ScanWorkflow::linkChanged);
        const auto done = await(scans()->linkPatient(id, server(), false));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY2(done->isDone(), qPrintable(done->text));
        QCOMPARE(linked.size(), 1);
        const QString contact = contactOf(id);
        const auto link = await(scans()->link(id, {}));
        QVERIFY(link && *link);
        QCOMPARE((*link)->integrationId, contact);
        QVERIFY((*link)->since.isValid());
        const auto there = scanPatients(contact);
        QCOMPARE(there.size(), 1);
        QCOMPARE(there.first().value("LastName"_L1).toString(), patient.lastName);
        // Never empty: the Contact id where the clinic keeps no number of its own.
        QCOMPARE(there.first().value("PatientId"_L1).toString(), contact);

        const auto again = await(scans()->linkPatient(id, server(), true));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QVERIFY(again.error().message.contains(u"At the station"_s));
        QCOMPARE(requests(u"CreatePatient"_s), 1);

        // It survives the desk, and no other patient gets the same id.
        m_clinic->close();
        m_clinic->open();
        m_clinic->readIn();
        QVERIFY(await(scans()->link(id, {})).value());
        ScanLink stolen = **link;
        stolen.patient = some(false).id;
        const StaffId nobody;
        const auto refused = await(m_clinic->desk().scanLinks()->put(stolen, nobody));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    }

    void whoeverIsThereAlreadyIsAdopted_3DD_05()
    {
        const PatientId id = some(true).id;
        const auto done = await(scans()->linkPatient(id, server(), false));
        QVERIFY(done);
        QCOMPARE(done->code, 107);
        QVERIFY(await(scans()->link(id, {})).value());
        QCOMPARE(scanPatients(contactOf(id)).size(), 1);
    }

    void thePersonAtTheStationSavesOrCancels_3DD_06_data()
    {
        QTest::addColumn<QString>("press");
        QTest::addColumn<int>("code");
        QTest::newRow("save") << u"save"_s << 4;
        QTest::newRow("cancel") << u"cancel"_s << 1;
        QTest::newRow("unknown code") << u"end 77"_s << 77;
        QTest::newRow("fault of the station") << u"end 108"_s << 108;
    }
    void thePersonAtTheStationSavesOrCancels_3DD_06()
    {
        QFETCH(QString, press);
        QFETCH(int, code);
        QCOMPARE(next(0, {press}), QString());
        const PatientId id = some(false).id;
        const auto done = await(scans()->linkPatient(id, station(0), false));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(done->state, ScanActivity::State::Finished);
        QCOMPARE(done->code, code);
        QCOMPARE(await(scans()->link(id, {})).value().has_value(), code == 4);
        QCOMPARE(scanPatients(contactOf(id)).size(), code == 4 ? 1 : 0);
    }

    void theGuidedMerge_3DD_07_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<QJsonArray>("presses");
        QTest::addColumn<bool>("keepsBirth");
        QTest::newRow("assign, take new")
            << true << QJsonArray{u"assign 1"_s, u"takeNew"_s} << false;
        QTest::newRow("assign, keep old")
            << true << QJsonArray{u"assign 1"_s, u"keepOld"_s} << true;
        QTest::newRow("create new") << true << QJsonArray{u"createNew"_s, u"save"_s} << false;
        QTest::newRow("nobody found") << false << QJsonArray{u"save"_s} << false;
    }
    void theGuidedMerge_3DD_07()
    {
        QFETCH(bool, there);
        QFETCH(QJsonArray, presses);
        QFETCH(bool, keepsBirth);
        Patient patient = some(false);
        const PatientId id = patient.id;
        const QString contact = contactOf(id);
        const auto before = records(u"patients"_s).size();
        if (there) {
            QCOMPARE(edit(u"patients"_s, {},
                          {{u"FirstName"_s, patient.firstName},
                           {u"LastName"_s, patient.lastName},
                           {u"DateOfBirth"_s, u"1950-01-02"_s}}),
                     QString());
        }
        QCOMPARE(next(1, presses), QString());
        const auto done = await(scans()->linkPatient(id, station(1), true));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QVERIFY2(done->isDone(), qPrintable(done->text));
        const auto mapped = scanPatients(contact);
        QCOMPARE(mapped.size(), 1);
        QCOMPARE(mapped.first().value("DateOfBirth"_L1).toString() == u"1950-01-02"_s, keepsBirth);
        const bool assigned = presses.first().toString().startsWith(u"assign"_s);
        QCOMPARE(records(u"patients"_s).size(), before + (there ? 1 : 0) + (assigned ? 0 : 1));
        QCOMPARE((*await(scans()->link(id, {})))->station, m_stations.at(1).hostname);
    }

    void thePersonAtTheStationDecidesOnAnUpdate_3DD_09_data()
    {
        QTest::addColumn<QString>("press");
        QTest::addColumn<bool>("taken");
        QTest::newRow("keep old") << u"keepOld"_s << false;
        QTest::newRow("take new") << u"takeNew"_s << true;
    }
    void thePersonAtTheStationDecidesOnAnUpdate_3DD_09()
    {
        QFETCH(QString, press);
        QFETCH(bool, taken);
        const Patient patient = linked();
        const PatientId id = patient.id;
        const QString contact = contactOf(id);
        QCOMPARE(edit(u"patients"_s, contact, {{u"LastName"_s, u"Mistyped"_s}}), QString());
        QCOMPARE(next(0, {press}), QString());
        const auto done = await(scans()->updatePatient(id, station(0)));
        QVERIFY2(done && done->isDone(), done ? qPrintable(done->text) : "error");
        QCOMPARE(scanPatients(contact).first().value("LastName"_L1).toString(),
                 taken ? patient.lastName : u"Mistyped"_s);
    }

    void aDuplicateNumberIsCorrectedAndSentAgain_3DD_08()
    {
        const Patient patient = linked();
        const QString contact = contactOf(patient.id);
        const QString other = contactOf(linked().id);
        ScanRequest update = about(ScanRequest::Kind::UpdatePatient, contact);
        update.patient.firstName = patient.firstName;
        update.patient.lastName = patient.lastName;
        update.patient.birthDate = patient.birthDate;
        update.patient.patientId = other;
        const ScanActivity refused = run(update, server());
        QCOMPARE(refused.code, 105);
        QVERIFY(refused.text.contains(u"Correct the number"_s));
        update.patient.patientId = contact;
        QCOMPARE(run(update, server()).code, 4);
    }

    void aPatientIsOpened_3DD_10()
    {
        const PatientId id = linked().id;
        QVERIFY(await(scans()->openPatient(id, station(0)))->isDone());
        const QString contact = contactOf(id);
        QCOMPARE(run(about(ScanRequest::Kind::SelectPatient, contact), server()).code, 5);
        QCOMPARE(run(about(ScanRequest::Kind::SelectPatient, u"nobody"_s), station(0)).code, 106);
        const PatientId stranger = some(false).id;
        const auto refused = await(scans()->openPatient(stranger, station(0)));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"not linked"_s));
    }

    void aNewScanOpensThePatientThenTheCase_3DD_11()
    {
        const PatientId id = linked().id;
        QVERIFY(await(scans()->newScan(id, station(0)))->isDone());
        QCOMPARE(requests(u"SelectPatient"_s), 1);
        QCOMPARE(requests(u"CreateCase"_s), 1);
        QCOMPARE(run(about(ScanRequest::Kind::CreateCase, {}), station(0)).code, 101);
        QCOMPARE(people(m_stations.at(0).hostname, {{u"blocked"_s, true}}), QString());
        const auto blocked = await(scans()->newScan(id, station(0)));
        QCOMPARE(people(m_stations.at(0).hostname, {{u"blocked"_s, false}}), QString());
        QCOMPARE(blocked->code, 2);
        // The case is not asked for where the patient could not be opened.
        QCOMPARE(requests(u"CreateCase"_s), 2);
    }

    void aCaseIsOpened_3DD_12()
    {
        const QString known = records(u"cases"_s).first()["CaseId"_L1].toString();
        QVERIFY(await(scans()->openCase(known, station(0)))->isDone());
        const QString unknown = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QCOMPARE(await(scans()->openCase(unknown, station(0)))->code, 104);
        QCOMPARE(await(scans()->openCase({}, station(0)))->code, 103);
    }

    void aBusyStationExecutesAllTheSame_3DD_04()
    {
        QVERIFY(m_stations.at(1).busy);
        const PatientId id = linked().id;
        QVERIFY(await(scans()->openPatient(id, station(1)))->isDone());
    }

    void everyStateIsToldInWords_3DD_13()
    {
        QCOMPARE(people(m_stations.at(0).hostname, {{u"fetchMs"_s, 900}, {u"thinkMs"_s, 900}}),
                 QString());
        QStringList told;
        QList<ScanActivity::State> states;
        connect(scans(), &ScanWorkflow::activityChanged, this, [&](const ScanActivity &activity) {
            states.append(activity.state);
            told.append(activity.text);
        });
        const PatientId id = some(false).id;
        const auto done = await(scans()->linkPatient(id, station(0), false));
        disconnect(scans(), nullptr, this, nullptr);
        people(m_stations.at(0).hostname, {{u"fetchMs"_s, 200}, {u"thinkMs"_s, 300}});
        QVERIFY(done && done->isDone());
        using State = ScanActivity::State;
        QCOMPARE(states,
                 (QList<State>{State::Calling, State::Waiting, State::AtStation, State::Finished}));
        QVERIFY(!told.contains(QString()));
    }

    void aTimeLimitEndsTheWaitingNotTheRequest_3DD_13()
    {
        QCOMPARE(next(0, {u"walkAway"_s}), QString());
        QCOMPARE(people(m_stations.at(0).hostname, {{u"attended"_s, false}}), QString());
        ScanRequest request = about(ScanRequest::Kind::CreatePatient, u"700001"_s);
        request.patient.lastName = u"Patience"_s;
        request.patient.patientId = u"700001"_s;
        ScanWorkflow::Following following;
        following.limit = 1200ms;
        QElapsedTimer timer;
        timer.start();
        const ScanActivity late = run(request, station(0), following);
        QCOMPARE(late.state, ScanActivity::State::TimedOut);
        QCOMPARE(late.code, 0);
        QVERIFY(timer.elapsed() < 4000);
        // Handed over only: one look and no more.
        following.wait = false;
        request.patient.integrationId = u"700002"_s;
        const ScanActivity handed = run(request, station(0), following);
        QVERIFY(!handed.isDone());
        QVERIFY(handed.code);
        people(u"any"_s, {{u"attended"_s, true}, {u"press"_s, u"cancel"_s}});
    }

    void aRequestIsWithdrawnWhileItWaits_3DD_14_3DD_15()
    {
        // A station that is not there: nobody ever takes it.
        ScanWorkflow::Target nowhere({}, QUuid::createUuid().toString(QUuid::WithoutBraces),
                                     u"X"_s);
        ScanWorkflow::Following following;
        following.stuckAfter = 400ms;
        const QString contact = contactOf(linked().id);
        ScanRequest request = about(ScanRequest::Kind::SelectPatient, contact);
        request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        std::optional<ScanActivity> end;
        QCoro::connect(scans()->run(request, nowhere, following), this,
                       [&](const Result<ScanActivity> &activity) { end = *activity; });
        QTRY_VERIFY_WITH_TIMEOUT(
            !scans()->activities().isEmpty() && scans()->activities().last().stuck, 5000);
        QVERIFY(scans()->activities().last().canWithdraw());
        const auto removed = await(scans()->withdraw(request.id));
        QVERIFY(removed && *removed);
        QTRY_VERIFY_WITH_TIMEOUT(end, 5000);
        QCOMPARE(end->code, 3);
        const QString id = request.id;
        QCOMPARE(await(scans()->remove({}, id)).value(), false);
        // What is over cannot be withdrawn, but put away.
        QVERIFY(!await(scans()->withdraw(id)));
        scans()->dismiss(id);
        for (const ScanActivity &activity : scans()->activities())
            QVERIFY(activity.request.id != id);
    }

    void waitingCanBeStoppedWhenTheStationHasIt_3DD_13()
    {
        QCOMPARE(people(m_stations.at(0).hostname, {{u"attended"_s, false}}), QString());
        const PatientId id = some(false).id;
        std::optional<ScanActivity> end;
        QCoro::connect(scans()->linkPatient(id, station(0), false), this,
                       [&](const Result<ScanActivity> &activity) { end = *activity; });
        QTRY_VERIFY_WITH_TIMEOUT(!scans()->activities().isEmpty()
                                     && scans()->activities().last().canStopWaiting(),
                                 5000);
        scans()->stopWaiting(scans()->activities().last().request.id);
        QTRY_VERIFY_WITH_TIMEOUT(end, 3000);
        QCOMPARE(end->state, ScanActivity::State::GivenUp);
        people(u"any"_s, {{u"attended"_s, true}, {u"press"_s, u"cancel"_s}});
    }

    void aForgottenStatusIsNoFailure_3DD_17()
    {
        QCOMPARE(people(m_stations.at(0).hostname, {{u"attended"_s, false}}), QString());
        const PatientId id = some(false).id;
        std::optional<ScanActivity> end;
        QCoro::connect(scans()->linkPatient(id, station(0), false), this,
                       [&](const Result<ScanActivity> &activity) { end = *activity; });
        QTRY_VERIFY_WITH_TIMEOUT(!scans()->activities().isEmpty()
                                     && scans()->activities().last().canStopWaiting(),
                                 5000);
        for (int i = 0; i < 11; ++i) {
            ScanRequest other = about(ScanRequest::Kind::SelectCase, {});
            run(other, server());
        }
        QTRY_VERIFY_WITH_TIMEOUT(end, 5000);
        QCOMPARE(end->state, ScanActivity::State::NotKnown);
        QVERIFY(!end->error);
        people(u"any"_s, {{u"attended"_s, true}, {u"press"_s, u"cancel"_s}});
    }

    void aLostAnswerMakesNoSecondPatient_3DD_30_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("created");
        QTest::newRow("done, answer lost") << u"lostAnswer"_s << 1;
        QTest::newRow("never done") << u"status"_s << 2;
    }
    void aLostAnswerMakesNoSecondPatient_3DD_30()
    {
        QFETCH(QString, kind);
        QFETCH(int, created);
        fault(u"CreatePatient"_s, kind, {{u"status"_s, 503}});
        const PatientId id = some(false).id;
        const auto done = await(scans()->linkPatient(id, server(), false));
        QVERIFY(done);
        QVERIFY2(done->isDone(), qPrintable(done->text));
        QCOMPARE(requests(u"CreatePatient"_s), created);
        QCOMPARE(scanPatients(contactOf(id)).size(), 1);
        QVERIFY(await(scans()->link(id, {})).value());
    }

    void alreadyThereAfterALostAnswerMeansTheFirstWorked_3DD_30()
    {
        // The first answer is lost and its status forgotten; then the server remembers again.
        fault(u"CreatePatient"_s, u"lostAnswer"_s);
        QCOMPARE(flip(u"memory"_s, {{u"slots"_s, 0}}), QString());
        QString firstId;
        connect(scans(), &ScanWorkflow::activityChanged, this, [&](const ScanActivity &activity) {
            if (firstId.isEmpty())
                firstId = activity.request.id;
            else if (activity.request.id != firstId)
                flip(u"memory"_s, {{u"slots"_s, 10}});
        });
        const PatientId id = some(false).id;
        const auto done = await(scans()->linkPatient(id, server(), false));
        disconnect(scans(), nullptr, this, nullptr);
        flip(u"memory"_s, {{u"slots"_s, 10}});
        QVERIFY(done);
        QVERIFY2(done->isDone(), qPrintable(done->text));
        QCOMPARE(requests(u"CreatePatient"_s), 2);
        QCOMPARE(scanPatients(contactOf(id)).size(), 1);
    }

    void stationsAreServedSideBySideThreeAtMost_3DD_31()
    {
        const QString contact = contactOf(linked().id);
        m_clinic->simulator().clearJournal();
        QList<ScanActivity> ends;
        int most = 0;
        bool queued = false;
        connect(scans(), &ScanWorkflow::activityChanged, this, [&](const ScanActivity &changed) {
            int open = 0;
            for (const ScanActivity &activity : scans()->activities()) {
                const bool waits = activity.state == ScanActivity::State::Queued;
                open += activity.isOpen() && !waits ? 1 : 0;
            }
            most = std::max(most, open);
            queued = queued || changed.state == ScanActivity::State::Queued;
        });
        for (int i = 0; i < 6; ++i) {
            const ScanRequest request = about(ScanRequest::Kind::SelectPatient, contact);
            QCoro::connect(scans()->run(request, station(i % 3), {}), this,
                           [&](const Result<ScanActivity> &activity) { ends.append(*activity); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 6, 20000);
        disconnect(scans(), nullptr, this, nullptr);
        for (const ScanActivity &activity : std::as_const(ends))
            QVERIFY2(activity.isDone(), qPrintable(activity.text));
        QCOMPARE(most, 3);
        QVERIFY(queued);
        QCOMPARE(requests(u"SelectPatient"_s), 6);
    }

    void whatWaitsForItsTurnIsWithdrawnUnsent_3DD_14()
    {
        const QString contact = contactOf(linked().id);
        m_clinic->simulator().clearJournal();
        QList<ScanActivity> ends;
        for (int i = 0; i < 4; ++i) {
            const ScanRequest request = about(ScanRequest::Kind::SelectPatient, contact);
            QCoro::connect(scans()->run(request, station(0), {}), this,
                           [&](const Result<ScanActivity> &activity) { ends.append(*activity); });
        }
        QTRY_VERIFY(scans()->activities().last().state == ScanActivity::State::Queued);
        const QString last = scans()->activities().last().request.id;
        QVERIFY(await(scans()->withdraw(last)).value());
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 4, 20000);
        QCOMPARE(scans()->activities().last().state, ScanActivity::State::GivenUp);
        QCOMPARE(requests(u"SelectPatient"_s), 3);
    }

    void aServerThatIsDownIsToldAtOnce_3DD_33()
    {
        const PatientId id = linked().id;
        m_clinic->simulator().refuse(u"dentaldesktop"_s);
        QElapsedTimer timer;
        timer.start();
        const auto down = await(scans()->openPatient(id, station(0)));
        m_clinic->simulator().resume(u"dentaldesktop"_s);
        QVERIFY(down);
        QCOMPARE(down->state, ScanActivity::State::Failed);
        QVERIFY(down->text.contains(u"try again"_s));
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(await(scans()->openPatient(id, station(0)))->isDone());
    }

    void aChangedPatientIsToldByItself_3DD_08()
    {
        Patient patient = linked();
        const PatientId id = patient.id;
        const QString contact = contactOf(id);
        patient = *await(m_clinic->desk().patients()->patient(id));
        patient.lastName = u"Remariée"_s;
        QVERIFY(await(m_clinic->desk().booking()->savePatient(patient, false, true)));
        QVERIFY(m_clinic->drained());
        const QJsonObject there = scanPatients(contact).first();
        QCOMPARE(there.value("LastName"_L1).toString(), u"Remariée"_s);
        QCOMPARE(there.value("FirstName"_L1).toString(), patient.firstName);
        QCOMPARE(there.value("PatientId"_L1).toString(), contact);
        QCOMPARE(requests(u"UpdatePatient"_s), 1);

        // What 3DD need not know is not sent; whom it does not know neither.
        patient = *await(m_clinic->desk().patients()->patient(id));
        patient.email = u"new@example.org"_s;
        QVERIFY(await(m_clinic->desk().booking()->savePatient(patient, false, true)));
        Patient stranger = *await(m_clinic->desk().patients()->patient(some(false).id));
        stranger.lastName = u"Inconnue"_s;
        QVERIFY(await(m_clinic->desk().booking()->savePatient(stranger, false, true)));
        QVERIFY(m_clinic->drained());
        QCOMPARE(requests(u"UpdatePatient"_s), 1);
    }

    void aChangeInTheCrmIsToldToo_3DD_08()
    {
        const Patient patient = linked();
        const QString contact = contactOf(patient.id);
        QCOMPARE(m_clinic->simulator().edit(
                     {{u"system"_s, u"zoho"_s},
                      {u"collection"_s, u"Contacts"_s},
                      {u"id"_s, contact},
                      {u"fields"_s, QJsonObject{{u"First_Name"_s, u"Autrement"_s}}}}),
                 QString());
        QVERIFY(await(m_clinic->desk().readingIn()->run(Service::Zoho)));
        QVERIFY(m_clinic->drained());
        QCOMPARE(scanPatients(contact).first().value("FirstName"_L1).toString(), u"Autrement"_s);
    }
};

QTEST_GUILESS_MAIN(TestScanWorkflow)
#include "tst_scanworkflow.moc"
