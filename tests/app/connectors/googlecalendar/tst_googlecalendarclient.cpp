// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/client.h"

#include "app/connectors/googlecalendar/json.h"
#include "tests/support/faultrows.h"
#include "tests/support/simulated.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace googlecalendar;
using support::Simulated;

class TestGoogleCalendarClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<Client> m_client;
    const QDateTime m_from{QDate(2026, 2, 25), QTime(0, 0), Qt::UTC};
    const QDateTime m_to{QDate(2026, 3, 20), QTime(0, 0), Qt::UTC};

    QString calendar() const { return m_world->clinic().providers.at(0).calendarId; }
    Result<EventPage> events(const QString &syncToken = {}, const QString &pageToken = {})
    {
        return QCoro::waitFor(m_client->events(calendar(), m_from, m_to, syncToken, pageToken));
    }
    void edit(const QString &id, const QJsonObject &fields)
    {
        QJsonObject all = fields;
        all.insert("calendarId"_L1, calendar());
        const QString problem = m_world->simulator().edit({{"system"_L1, u"googlecalendar"_s},
                                                           {"collection"_L1, u"events"_s},
                                                           {"id"_L1, id},
                                                           {"fields"_L1, all}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_world = std::make_unique<Simulated>();
        Transport *transport = m_world->transport(Service::GoogleCalendar);
        m_client = std::make_unique<Client>(transport);
    }
    void cleanup()
    {
        m_client.reset();
        m_world.reset();
    }

    void aWindowIsReadAndThenOnlyChanges()
    {
        const auto first = events();
        QVERIFY(first);
        QVERIFY(!first->events.isEmpty());
        QVERIFY(first->nextPageToken.isEmpty());
        QVERIFY(!first->nextSyncToken.isEmpty());
        int ours = 0;
        for (const CalendarEvent &event : first->events) {
            QVERIFY(event.start < event.end);
            QVERIFY(!event.etag.isEmpty());
            ours += event.visit.isEmpty() ? 0 : 1;
        }
        QVERIFY(ours > 0);

        const auto nothing = events(first->nextSyncToken);
        QVERIFY(nothing);
        QVERIFY(nothing->events.isEmpty());
        edit(first->events.first().id, {{"deleted"_L1, true}});
        const auto changes = events(first->nextSyncToken);
        QVERIFY(changes);
        QCOMPARE(changes->events.size(), 1);
        QCOMPARE(changes->events.first().id, first->events.first().id);
        QVERIFY(changes->events.first().cancelled);
        QVERIFY(!changes->events.first().busy);
    }

    void anExpiredTokenIsNoEmptyAnswer()
    {
        const auto page = events(u"never-issued"_s);
        const bool expired = page && page->tokenExpired;
        QVERIFY(expired || (!page && page.error().kind == Error::Kind::Invalid));
        const auto first = events();
        QVERIFY(first);
        // A change of rights ends the tokens of the calendar.
        const QString problem = m_world->simulator().edit(
            {{"system"_L1, u"googlecalendar"_s},
             {"collection"_L1, u"acl"_s},
             {"id"_L1, calendar()},
             {"fields"_L1, QJsonObject{{"someone@clinic.example"_L1, u"reader"_s}}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto after = events(first->nextSyncToken);
        QVERIFY(after);
        QVERIFY(after->tokenExpired);
    }

    void allDayEventsFillTheCalendarsDay()
    {
        const auto event = eventFromJson({{"id"_L1, u"leave"_s},
                                          {"start"_L1, QJsonObject{{"date"_L1, u"2026-03-09"_s}}},
                                          {"end"_L1, QJsonObject{{"date"_L1, u"2026-03-10"_s}}}},
                                         "Indian/Mauritius");
        QCOMPARE(event.start, QDateTime(QDate(2026, 3, 8), QTime(20, 0), Qt::UTC));
        QCOMPARE(event.end, QDateTime(QDate(2026, 3, 9), QTime(20, 0), Qt::UTC));
        QVERIFY(event.busy);
    }

    void whatTakesTheSurgeonsTime_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<bool>("busy");
        const QJsonObject declined{{"self"_L1, true}, {"responseStatus"_L1, u"declined"_s}};
        QTest::newRow("plain") << QJsonObject() << true;
        QTest::newRow("free") << QJsonObject{{"transparency"_L1, u"transparent"_s}} << false;
        QTest::newRow("out of office") << QJsonObject{{"eventType"_L1, u"outOfOffice"_s},
                                                      {"transparency"_L1, u"transparent"_s}}
                                       << true;
        QTest::newRow("working from home")
            << QJsonObject{{"eventType"_L1, u"workingLocation"_s}} << false;
        QTest::newRow("declined") << QJsonObject{{"attendees"_L1, QJsonArray{declined}}} << false;
        QTest::newRow("cancelled") << QJsonObject{{"status"_L1, u"cancelled"_s}} << false;
    }
    void whatTakesTheSurgeonsTime()
    {
        QFETCH(QJsonObject, members);
        QFETCH(bool, busy);
        QCOMPARE(eventFromJson(members, "UTC").busy, busy);
    }

    void timesWithoutOffsetAreInTheirZone()
    {
        const QJsonObject edge{{"dateTime"_L1, u"2026-03-29T03:30:00"_s},
                               {"timeZone"_L1, u"Europe/Paris"_s}};
        const auto event = eventFromJson({{"start"_L1, edge}, {"end"_L1, edge}}, "UTC");
        QCOMPARE(event.start, QDateTime(QDate(2026, 3, 29), QTime(1, 30), Qt::UTC));
    }

    void aCalendarThatIsNotSharedIsNamed()
    {
        const auto page = QCoro::waitFor(
            m_client->events(u"nobody#1@clinic.example"_s, m_from, m_to, QString(), QString()));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::NotFound);
        QVERIFY(!page.error().message.contains(u"clinic.example"_s));
    }

    void faultsOfAReadingAreSeen_data() { support::addFaultRows(); }
    void faultsOfAReadingAreSeen()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        m_world->fault(u"googlecalendar"_s, u"events"_s, kind, more);
        support::limitPatience(*m_world->transport(Service::GoogleCalendar), error);
        const auto page = events();
        QCOMPARE(page.has_value(), !error.has_value());
        if (error)
            QCOMPARE(page.error().kind, *error);
    }
};

QTEST_GUILESS_MAIN(TestGoogleCalendarClient)
#include "tst_googlecalendarclient.moc"
