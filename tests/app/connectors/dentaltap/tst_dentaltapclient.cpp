// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/client.h"

#include "app/connectors/dentaltap/json.h"
#include "tests/support/faultrows.h"
#include "tests/support/simulated.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dentaltap;
using support::Simulated;

class TestDentalTapClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<Client> m_client;
    const Currency m_rupees{u"MUR"_s, 2};

    void start(const sim::SimulatorOptions &options = Simulated::smallClinic())
    {
        m_world = std::make_unique<Simulated>(options);
        Transport *transport = m_world->transport(Service::DentalTap);
        m_client = std::make_unique<Client>(transport, m_rupees);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s)); }
    void cleanup()
    {
        m_client.reset();
        m_world.reset();
    }

    void everyPageOfTheDaysIsRead()
    {
        sim::SimulatorOptions options = Simulated::smallClinic();
        options.clinic.appointmentsPerDay = 40;
        start(options);
        const QDateTime from(QDate(2026, 2, 20), QTime(0, 0), Qt::UTC);
        const QDateTime to = from.addDays(40);
        qsizetype count = 0;
        QString cursor;
        int pages = 0;
        do {
            const auto page = QCoro::waitFor(m_client->appointments(from, to, cursor));
            QVERIFY(page);
            count += page->rows.size();
            cursor = page->nextCursor;
            ++pages;
        } while (!cursor.isEmpty() && pages < 50);
        QVERIFY(pages > 1);
        QCOMPARE(pages, m_world->requests(u"dentaltap"_s, u"GET"_s, u"appointments"_s));
        int expected = 0;
        for (const sim::SeedAppointment &seed : m_world->clinic().appointments)
            expected += seed.dentalTapId.isEmpty() ? 0 : 1;
        QCOMPARE(int(count), expected);
    }

    void anAppointmentIsReadInOurTerms()
    {
        start();
        const sim::SeedAppointment *seed = nullptr;
        for (const sim::SeedAppointment &one : m_world->clinic().appointments) {
            if (!one.salesOrderId.isEmpty() && !one.dentalTapId.isEmpty())
                seed = &one;
        }
        QVERIFY(seed);
        const auto found = QCoro::waitFor(m_client->appointmentOf(seed->salesOrderId));
        QVERIFY(found && *found);
        const auto read = QCoro::waitFor(m_client->appointment(seed->dentalTapId));
        QVERIFY(read);
        QCOMPARE((*found)->remoteId, seed->dentalTapId);
        QCOMPARE(read->salesOrderId, seed->salesOrderId);
        QCOMPARE(read->slot.start, seed->start);
        QCOMPARE(read->slot.end, seed->end);
        QCOMPARE(read->slot.provider.value,
                 m_world->clinic().providers.at(seed->provider).dentalTapId);
        QCOMPARE(read->slot.room.value, m_world->clinic().rooms.at(seed->room).dentalTapId);
        QCOMPARE(read->status, seed->status);
        QVERIFY(!read->stamp.isEmpty());
        QVERIFY(read->updatedAt.isValid());
        const auto none = QCoro::waitFor(m_client->appointmentOf(u"nobody"_s));
        QVERIFY(none && !*none);
    }

    void deletedOnesComeAsTombstones()
    {
        start();
        const QString id = m_world->clinic().appointments.last().dentalTapId;
        const QDateTime since = m_world->simulator().clock().now().addSecs(-60);
        const QString problem =
            m_world->simulator().edit({{"system"_L1, u"dentaltap"_s},
                                       {"collection"_L1, u"appointments"_s},
                                       {"id"_L1, id},
                                       {"fields"_L1, QJsonObject{{"deletedAt"_L1, true}}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto page = QCoro::waitFor(m_client->appointmentsSince(since, QString()));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().remoteId, id);
        QVERIFY(page->rows.first().deleted);
    }

    void surgeonsRoomsAndNamesAreRead()
    {
        start();
        const auto providers = QCoro::waitFor(m_client->providers());
        const auto rooms = QCoro::waitFor(m_client->rooms());
        QVERIFY(providers && rooms);
        QCOMPARE(providers->size(), m_world->clinic().providers.size());
        QCOMPARE(rooms->size(), m_world->clinic().rooms.size());
        QVERIFY(providers->first().id.isEmpty());
        QVERIFY(!providers->first().dentalTapId.isEmpty());
        QVERIFY(!providers->first().calendarId.isEmpty());
        for (const sim::SeedPatient &seed : m_world->clinic().patients) {
            if (seed.dentalTapId.isEmpty())
                continue;
            const auto facts = QCoro::waitFor(m_client->patient(seed.dentalTapId));
            QVERIFY(facts);
            QCOMPARE(facts->displayName(), QString(seed.firstName + u' ' + seed.lastName));
            QCOMPARE(facts->birthDate, seed.birthDate);
            QVERIFY(!facts->mobile.isEmpty() || !facts->phone.isEmpty() || seed.mobile.isEmpty());
            break;
        }
        const auto nobody = QCoro::waitFor(m_client->patient(u"0"_s));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, Error::Kind::NotFound);
    }

    void activitiesAreReadSinceAndByAppointment()
    {
        start();
        const sim::SeedAppointment *seed = nullptr;
        for (const sim::SeedAppointment &one : m_world->clinic().appointments) {
            if (one.activity.size() > 0 && one.status == "completed"_L1)
                seed = &one;
        }
        QVERIFY(seed);
        const auto activities = QCoro::waitFor(m_client->activitiesOf(seed->dentalTapId));
        QVERIFY(activities);
        QCOMPARE(activities->size(), 1);
        QCOMPARE(activities->first().appointmentId, seed->dentalTapId);
        QCOMPARE(activities->first().acts.size(), seed->activity.size());
        const auto all = QCoro::waitFor(
            m_client->activitiesSince(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC)));
        QVERIFY(all);
        QVERIFY(all->size() >= 1);
    }

    void moneyComesAsTextOrNumber_data()
    {
        QTest::addColumn<QJsonValue>("price");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("text") << QJsonValue(
            QJsonObject{{"amount"_L1, u"1500.50"_s}, {"currency"_L1, u"MUR"_s}})
                              << qint64(150050);
        QTest::newRow("number") << QJsonValue(
            QJsonObject{{"amount"_L1, 0.29}, {"currency"_L1, u"MUR"_s}})
                                << qint64(29);
        QTest::newRow("bare number") << QJsonValue(1500) << qint64(150000);
        QTest::newRow("without currency")
            << QJsonValue(QJsonObject{{"amount"_L1, u"7"_s}}) << qint64(700);
    }
    void moneyComesAsTextOrNumber()
    {
        QFETCH(QJsonValue, price);
        QFETCH(qint64, minor);
        const QJsonObject item{{"id"_L1, 5},
                               {"quantity"_L1, 2},
                               {"unitPrice"_L1, price},
                               {"discountPercent"_L1, u"12.5"_s}};
        const auto activity = activityFromJson(
            {{"appointmentId"_L1, qint64(9007199254740993)}, {"items"_L1, QJsonArray{item}}},
            m_rupees);
        QVERIFY(activity);
        QCOMPARE(activity->appointmentId, u"9007199254740993"_s);
        const RecordedAct act = activity->acts.first();
        QCOMPARE(act.itemId, u"5"_s);
        QCOMPARE(act.unitPrice.minor, minor);
        QCOMPARE(act.quantity, 2000);
        QCOMPARE(act.discountPercent, 12500);
    }

    void anotherCurrencyIsRefused()
    {
        const QJsonObject price{{"amount"_L1, u"7"_s}, {"currency"_L1, u"EUR"_s}};
        const QJsonObject item{{"id"_L1, u"5"_s}, {"unitPrice"_L1, price}};
        const auto activity = activityFromJson({{"items"_L1, QJsonArray{item}}}, m_rupees);
        QVERIFY(!activity);
        QCOMPARE(activity.error().kind, Error::Kind::Invalid);
        const QJsonObject broken{{"id"_L1, u"5"_s}, {"unitPrice"_L1, u"much"_s}};
        const auto unreadable = activityFromJson({{"items"_L1, QJsonArray{broken}}}, m_rupees);
        QVERIFY(!unreadable);
        QCOMPARE(unreadable.error().kind, Error::Kind::Protocol);
    }

    void unknownWordsAreKept()
    {
        const RemoteAppointment read =
            appointmentFromJson({{"id"_L1, 7},
                                 {"status"_L1, u"inChair"_s},
                                 {"kind"_L1, u"party"_s},
                                 {"start"_L1, u"2026-03-05T09:15:00"_s}});
        QCOMPARE(read.remoteId, u"7"_s);
        QCOMPARE(read.status, u"inChair"_s);
        QCOMPARE(read.kind, Appointment::Kind::Other);
        QVERIFY2(!read.slot.start.isValid(), "a local time without offset is no instant");
    }

    void faultsOfAReadingAreSeen_data() { support::addFaultRows(); }
    void faultsOfAReadingAreSeen()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        start();
        m_world->fault(u"dentaltap"_s, u"providers"_s, kind, more);
        support::limitPatience(*m_world->transport(Service::DentalTap), error);
        const auto providers = QCoro::waitFor(m_client->providers());
        QCOMPARE(providers.has_value(), !error.has_value());
        if (error)
            QCOMPARE(providers.error().kind, *error);
    }
};

QTEST_GUILESS_MAIN(TestDentalTapClient)
#include "tst_dentaltapclient.moc"
