// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/people.h"

#include "tests/app/connectors/opendental/opendentaldesk.h"

using namespace opendental;

//! Patients, appointments, subscriptions, and the test of the set-up.
class TestOpenDentalPeople : public QObject, private OpenDentalDesk
{
    Q_OBJECT

    std::unique_ptr<People> m_people;

    static AppointmentDraft visit()
    {
        AppointmentDraft draft;
        draft.patient = 3;
        draft.room = 2;
        draft.start = QDateTime(QDate(2026, 3, 20), QTime(9, 0), Qt::UTC);
        draft.minutes = 32;
        draft.note = u"Première"_s;
        return draft;
    }

private Q_SLOTS:
    void init()
    {
        open();
        m_people = std::make_unique<People>(m_lane.get());
    }
    void cleanup()
    {
        m_people.reset();
        shut();
    }

    void theSetUpIsExaminedStepByStep_OD_01()
    {
        const QUrl url(m_world->setting(u"opendental/url"_s));
        const auto good = wait(m_client->examine(url, u"service"_s));
        QVERIFY(good);
        QCOMPARE(good->size(), 4);
        for (const Client::Finding &finding : *good)
            QVERIFY(finding.result);
        // Unencrypted: allowed near by, and said.
        QVERIFY(!good->first().remark.isEmpty());
        const auto unsafe =
            wait(m_client->examine(QUrl(u"http://example.org/api/v1"_s), u"remote"_s));
        QCOMPARE(unsafe->size(), 1);
        QVERIFY(!unsafe->first().result);
        QVERIFY(wait(m_client->examine(QUrl(u"https://127.0.0.1/api/v1"_s), u"remote"_s))
                    ->first()
                    .remark.isEmpty());
        m_world->secrets().values.insert(u"opendental.customerKey"_s, u"wrong"_s);
        Keys wrong(&m_world->secrets());
        Transport other(Service::OpenDental, url, &wrong, &m_world->network());
        {
            Lane lane(&other, Pace());
            Client client(&lane, m_currency);
            const auto keys = wait(client.examine(url, u"service"_s));
            QCOMPARE(keys->size(), 3);
            QVERIFY(keys->at(1).result);
            QVERIFY(!keys->at(2).result);
        }
        m_world->secrets().values.remove(u"opendental.customerKey"_s);
        option(u"notEntitled"_s, QJsonArray{u"treatplans"_s});
        const auto closed = wait(m_client->examine(url, u"service"_s));
        QCOMPARE(closed->size(), 4);
        QVERIFY(closed->at(2).result);
        QVERIFY(!closed->at(3).result);
        m_world->simulator().refuse(officeName);
        const auto away = wait(m_client->examine(url, u"service"_s));
        QCOMPARE(away->size(), 2);
        QVERIFY(!away->at(1).result);
        m_world->simulator().resume(officeName);
    }

    void patientsAreSoughtByTheHeadOfTheirName_OD_22()
    {
        const QJsonObject seed = rows(u"patients"_s).at(4).toObject();
        PatientSearch search;
        search.lastName = seed["LName"_L1].toString().left(3).toLower();
        const auto found = wait(m_people->search(search));
        QVERIFY(found);
        const bool there =
            std::any_of(found->cbegin(), found->cend(),
                        [](const opendental::Patient &patient) { return patient.number == 5; });
        QVERIFY(there);
        const auto one = wait(m_people->patient(5));
        QVERIFY(one);
        QCOMPARE(one->lastName, seed["LName"_L1].toString());
        const auto byChart = wait(m_people->patientByChart(seed["ChartNumber"_L1].toString()));
        QVERIFY2(byChart, qPrintable(byChart ? QString() : byChart.error().message));
        QCOMPARE(byChart->number, 5);
        QVERIFY(!wait(m_people->patientByChart(u"nobody"_s)));
        QVERIFY(!wait(m_people->patient(999999)));
    }

    void patientsAreMadeAndChanged_OD_22()
    {
        PatientDraft draft;
        draft.lastName = u"Essai"_s;
        draft.firstName = u"Anne"_s;
        draft.birthDate = QDate(1988, 4, 5);
        draft.email = u"anne@example.org"_s;
        draft.zip = u"75011"_s;
        const auto made = wait(m_people->makePatient(draft));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        const auto twice = wait(m_people->makePatient(draft));
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Error::Kind::Invalid);
        // Four digits would be refused: they go where nobody checks them.
        PatientDraft moved;
        moved.zip = u"1050"_s;
        QVERIFY(wait(m_people->changePatient(made->number, moved)));
        const QJsonObject there = row(u"patients"_s, u"PatNum"_s, made->number);
        QCOMPARE(there["Zip"_L1].toString(), u"75011"_s);
        QCOMPARE(there["Address2"_L1].toString(), u"1050"_s);
        QVERIFY(isZip(u"12345-6789"_s) && isZip(u"A1B 2C3"_s) && !isZip(u"1050"_s));
        PatientDraft nameless;
        QVERIFY(!wait(m_people->makePatient(nameless)));
        PatientDraft longChart = draft;
        longChart.chartNumber = QString(16, u'1');
        m_world->simulator().clearJournal();
        QVERIFY(!wait(m_people->makePatient(longChart)));
        QVERIFY(m_world->simulator().journal().isEmpty());
    }

    void appointmentsFollowTheirRules_OD_23()
    {
        const auto made = wait(m_people->makeAppointment(visit()));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(made->pattern.size(), 7);
        QCOMPARE(made->start, visit().start);
        AppointmentDraft later;
        later.start = visit().start.addSecs(3600);
        QCOMPARE(wait(m_people->changeAppointment(made->number, later))->start, later.start);
        QVERIFY(wait(m_people->noteAppointment(made->number, u"Radio faite"_s)));
        QVERIFY(wait(m_people->appointment(made->number))->note.contains(u"Première"_s));
        QVERIFY(wait(m_people->confirmAppointment(made->number, u"Confirmed"_s)));
        QVERIFY(!wait(m_people->confirmAppointment(made->number, u"Yes"_s)));
        QVERIFY(wait(m_people->breakAppointment(made->number, Broken::Missed, false)));
        QCOMPARE(wait(m_people->appointment(made->number))->status, u"Broken"_s);
        const auto again = wait(m_people->breakAppointment(made->number, Broken::Missed, false));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Invalid);
        AppointmentFilter filter;
        filter.patient = 3;
        filter.from = filter.to = QDate(2026, 3, 20);
        const auto listed = wait(m_people->appointments(filter));
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        AppointmentDraft empty;
        QVERIFY(!wait(m_people->makeAppointment(empty)));
    }

    void freeTimesLeaveOutWhatIsTaken_OD_23()
    {
        const QDate day(2026, 3, 20);
        const auto before = wait(m_people->freeTimes(day, day, 30, 2));
        QVERIFY(before && !before->isEmpty());
        AppointmentDraft draft = visit();
        draft.start = before->first().start;
        draft.minutes = 30;
        QVERIFY(wait(m_people->makeAppointment(draft)));
        const auto after = wait(m_people->freeTimes(day, day, 30, 2));
        QCOMPARE(after->size(), before->size() - 1);
    }

    void subscriptionsAreKept_OD_26()
    {
        Subscription subscription;
        subscription.endPointUrl = u"https://clinique.example/od"_s;
        subscription.watchTable = u"Appointment"_s;
        subscription.pollingSeconds = 10;
        QVERIFY(!People::remarkOn(subscription).isEmpty());
        subscription.workstation = u"ACCUEIL"_s;
        QVERIFY(People::remarkOn(subscription).isEmpty());
        const auto made = wait(m_people->subscribe(subscription));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        Subscription changed = subscription;
        changed.pollingSeconds = 30;
        QCOMPARE(wait(m_people->changeSubscription(made->number, changed))->pollingSeconds, 30);
        QCOMPARE(wait(m_people->subscriptions())->size(), 1);
        QVERIFY(wait(m_people->unsubscribe(made->number)));
        QVERIFY(wait(m_people->subscriptions())->isEmpty());
        subscription.watchTable = u"TreatPlan"_s; // cannot be watched
        QVERIFY(!wait(m_people->subscribe(subscription)));
        QVERIFY(!wait(m_people->subscribe(Subscription())));
        Subscription here;
        here.endPointUrl = u"http://localhost:8080/od"_s;
        here.uiEventType = u"PatientSelected"_s;
        QVERIFY(People::remarkOn(here).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalPeople)
#include "tst_opendentalpeople.moc"
