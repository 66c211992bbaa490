// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/connector.h"

#include "app/connectors/googlecalendar/json.h"
#include "tests/support/faultrows.h"
#include "tests/support/simulated.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Simulated;

namespace {

const QString googleName = u"googlecalendar"_s;
const VisitId visitId(u"visit-1"_s);

QDateTime at(int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, 30), QTime(hour, minute), Qt::UTC);
}

QDateTime instant(const QJsonValue &edge)
{
    return QDateTime::fromString(edge["dateTime"_L1].toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

class TestGoogleCalendarConnector : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<googlecalendar::Connector> m_connector;

    Facts facts() const
    {
        const sim::Clinic &clinic = m_world->clinic();
        Facts facts;
        facts.patient.firstName = u"élodie"_s;
        facts.patient.lastName = u"Marchand"_s;
        facts.visit.id = visitId;
        facts.visit.revision = 4;
        facts.appointment.id = visitId;
        facts.appointment.reason = u"Consultation"_s;
        facts.appointment.slot.start = at(6);
        facts.appointment.slot.end = at(6, 30);
        facts.provider.calendarId = clinic.providers.at(0).calendarId;
        facts.room.name = u"Salle 1"_s;
        facts.timeZone = clinic.options.timeZone.toLatin1();
        return facts;
    }
    OutboxItem item(const Command &command, const Facts &given) const
    {
        OutboxItem row;
        row.command = command;
        row.key = newUuid(at(0));
        row.attempts = 1;
        row.payload = m_connector->prepare(command, given, row.key).value_or(QByteArray());
        return row;
    }
    Result<Receipt> deliver(OutboxItem row, int attempt = 1)
    {
        row.attempts = attempt;
        return QCoro::waitFor(m_connector->deliver(std::move(row)));
    }
    Result<Receipt> run(const Command &command, const Facts &given)
    {
        return deliver(item(command, given));
    }
    static PutCalendarEvent put(bool create, int generation = 1)
    {
        return PutCalendarEvent{visitId, generation, create};
    }
    static DeleteCalendarEvent remove(int generation = 1)
    {
        return DeleteCalendarEvent{visitId, generation};
    }
    Facts booked()
    {
        Facts given = facts();
        given.visitLinks.insert(run(put(true), given).value_or(Receipt()).visitLinks);
        given.agreed.insert(Service::GoogleCalendar, AgreedState{given.appointment.slot, {}});
        return given;
    }
    QJsonObject event(int generation = 1) const
    {
        return m_world->record(googleName, u"events"_s,
                               googlecalendar::eventId(visitId, generation));
    }
    void edit(const QJsonObject &fields)
    {
        const QString problem =
            m_world->simulator().edit({{"system"_L1, googleName},
                                       {"collection"_L1, u"events"_s},
                                       {"id"_L1, googlecalendar::eventId(visitId, 1)},
                                       {"fields"_L1, fields}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    static void moveTo(Facts &given, const QDateTime &start)
    {
        given.appointment.slot.start = start;
        given.appointment.slot.end = start.addSecs(1800);
    }

    void sameAfterFault(const Command &command, const Facts &given, const QString &method)
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        QJsonObject line = more;
        line.insert("method"_L1, method);
        m_world->fault(googleName, u"events"_s, kind, line);
        const OutboxItem row = item(command, given);
        support::limitPatience(*m_world->transport(Service::GoogleCalendar), error);
        const auto first = deliver(row);
        // An answer without a body is whole however it is spoilt.
        const bool bodiless =
            method == "DELETE"_L1 && (kind == "malformed"_L1 || kind == "cutBody"_L1);
        if (!bodiless) {
            QCOMPARE(first.has_value(), !error.has_value());
            if (error)
                QCOMPARE(first.error().kind, *error);
        }
        support::limitPatience(*m_world->transport(Service::GoogleCalendar), {});
        QVERIFY(deliver(row, 2));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_world = std::make_unique<Simulated>();
        Transport *transport = m_world->transport(Service::GoogleCalendar);
        m_connector = std::make_unique<googlecalendar::Connector>(transport, false);
    }
    void cleanup()
    {
        m_connector.reset();
        m_world.reset();
    }

    void theIdIsOneThatGoogleTakes()
    {
        const QString id = googlecalendar::eventId(visitId, 12);
        static const QRegularExpression form(u"^[0-9a-v]{5,1024}$"_s);
        QVERIFY(form.match(id).hasMatch());
        QVERIFY(id.endsWith(u"g12"_s));
        QVERIFY(googlecalendar::isOurId(id, visitId));
        QVERIFY(!googlecalendar::isOurId(id, VisitId(u"visit-2"_s)));
    }

    void anEventCarriesTheBookingAndNoName()
    {
        const auto receipt = run(put(true), facts());
        QVERIFY(receipt);
        const RemoteLink link = receipt->visitLinks.value(RecordKind::CalendarEvent);
        QCOMPARE(link.remoteId, googlecalendar::eventId(visitId, 1));
        QCOMPARE(link.number, facts().provider.calendarId);
        QVERIFY(!link.stamp.isEmpty());
        const QJsonObject made = event();
        QCOMPARE(made["calendarId"_L1].toString(), facts().provider.calendarId);
        QCOMPARE(made["summary"_L1].toString(), u"É. M. – Consultation"_s);
        QCOMPARE(made["location"_L1].toString(), u"Salle 1"_s);
        QCOMPARE(instant(made["start"_L1]), at(6));
        QCOMPARE(instant(made["end"_L1]), at(6, 30));
        const QJsonValue ours = made["extendedProperties"_L1]["private"_L1];
        QCOMPARE(ours["vestibuleVisit"_L1].toString(), visitId.value);
        QCOMPARE(ours["vestibuleRev"_L1].toString(), u"4"_s);
    }

    void theNameStandsThereWhereTheClinicWantsIt()
    {
        Facts given = facts();
        QCOMPARE(googlecalendar::summaryOf(given, true), u"élodie Marchand – Consultation"_s);
        given.patient = Patient();
        given.appointment.strangerName = u"Paul Henri"_s;
        given.appointment.reason.clear();
        given.product.name = u"Contrôle"_s;
        QCOMPARE(googlecalendar::summaryOf(given, false), u"P. H. – Contrôle"_s);
    }

    void aSurgeonWithoutCalendarIsNamed()
    {
        Facts given = facts();
        given.provider.calendarId.clear();
        const auto payload = m_connector->prepare(put(true), given, QString());
        QVERIFY(!payload);
        QCOMPARE(payload.error().kind, Error::Kind::Invalid);
    }

    void everyFaultLeavesOneEvent_data() { support::addFaultRows(); }
    void everyFaultLeavesOneEvent()
    {
        sameAfterFault(put(true), facts(), u"POST"_s);
        QCOMPARE(
            m_world->records(googleName, u"events"_s, u"id"_s, googlecalendar::eventId(visitId, 1))
                .size(),
            1);
    }

    void everyFaultLeavesOneMove_data() { support::addFaultRows(); }
    void everyFaultLeavesOneMove()
    {
        Facts given = booked();
        moveTo(given, at(8));
        sameAfterFault(put(false), given, u"PATCH"_s);
        QCOMPARE(instant(event()["start"_L1]), at(8));
    }

    void everyFaultLeavesTheEventDeleted_data() { support::addFaultRows(); }
    void everyFaultLeavesTheEventDeleted()
    {
        const Facts given = booked();
        sameAfterFault(remove(), given, u"DELETE"_s);
        QCOMPARE(event()["status"_L1].toString(), u"cancelled"_s);
    }

    void anIdThatWasDeletedIsNotUsedAgain()
    {
        Facts given = booked();
        const auto gone = run(remove(), given);
        QVERIFY(gone);
        QCOMPARE(gone->unlinked, QList<RecordKind>{RecordKind::CalendarEvent});
        given.visitLinks.clear();
        const auto same = run(put(true), given);
        QVERIFY(!same);
        QCOMPARE(same.error().kind, Error::Kind::Conflict);
        QVERIFY(run(put(true, 2), given));
        QCOMPARE(event(2)["status"_L1].toString(), u"confirmed"_s);
    }

    void somebodyElsesEventIsNotAdopted()
    {
        const QJsonObject edge{{"dateTime"_L1, u"2026-03-30T06:00:00Z"_s}};
        const QJsonObject later{{"dateTime"_L1, u"2026-03-30T06:30:00Z"_s}};
        edit({{"calendarId"_L1, facts().provider.calendarId},
              {"start"_L1, edge},
              {"end"_L1, later}});
        const auto receipt = run(put(true), facts());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
    }

    void aMoveSurvivesATitleChangedMeanwhile()
    {
        Facts given = booked();
        edit({{"description"_L1, u"bring the model"_s}});
        moveTo(given, at(9));
        const auto receipt = run(put(false), given);
        QVERIFY(receipt);
        QCOMPARE(instant(event()["start"_L1]), at(9));
        QCOMPARE(event()["description"_L1].toString(), u"bring the model"_s);
        QVERIFY(receipt->visitLinks.value(RecordKind::CalendarEvent).stamp
                != given.visitLinks.value(RecordKind::CalendarEvent).stamp);
    }

    void aMoveAgainstAMoveIsAConflict()
    {
        Facts given = booked();
        const QJsonObject edge{{"dateTime"_L1, u"2026-03-30T11:00:00Z"_s}};
        const QJsonObject later{{"dateTime"_L1, u"2026-03-30T11:30:00Z"_s}};
        edit({{"start"_L1, edge}, {"end"_L1, later}});
        moveTo(given, at(9));
        const auto receipt = run(put(false), given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
        QCOMPARE(instant(event()["start"_L1]), at(11));
    }

    void aMoveOfADeletedEventIsAskedAbout()
    {
        Facts given = booked();
        edit({{"deleted"_L1, true}});
        moveTo(given, at(9));
        const auto receipt = run(put(false), given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
    }

    void deletingIsDoneWhereNothingIs()
    {
        // Never sent, sent without a link, changed over there, deleted over there.
        QVERIFY(run(remove(), facts()));
        Facts given = booked();
        edit({{"description"_L1, u"late"_s}});
        Facts linkless = given;
        linkless.visitLinks.clear();
        QVERIFY(run(remove(), given));
        QCOMPARE(event()["status"_L1].toString(), u"cancelled"_s);
        QVERIFY(run(remove(), linkless));
        QVERIFY(run(remove(), given));
        linkless.provider.calendarId.clear();
        QVERIFY(run(remove(), linkless));
    }

    void theReasonDecidesNotTheStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("slow down") << 403 << u"userRateLimitExceeded"_s << Error::Kind::RateLimited;
        QTest::newRow("project too fast")
            << 403 << u"rateLimitExceeded"_s << Error::Kind::RateLimited;
        QTest::newRow("quota") << 403 << u"quotaExceeded"_s << Error::Kind::RateLimited;
        QTest::newRow("429") << 429 << u"rateLimitExceeded"_s << Error::Kind::RateLimited;
        QTest::newRow("no rights") << 403 << u"forbidden"_s << Error::Kind::Forbidden;
        QTest::newRow("switched off") << 403 << u"accessNotConfigured"_s << Error::Kind::Forbidden;
        QTest::newRow("no calendar") << 404 << u"notFound"_s << Error::Kind::NotFound;
        QTest::newRow("backend") << 500 << u"backendError"_s << Error::Kind::Server;
        QTest::newRow("range") << 400 << u"timeRangeEmpty"_s << Error::Kind::Invalid;
    }
    void theReasonDecidesNotTheStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, reason);
        QFETCH(Error::Kind, kind);
        Response answer;
        answer.status = status;
        answer.body =
            QString(u"{\"error\":{\"errors\":[{\"reason\":\""_s + reason + u"\"}]}}"_s).toUtf8();
        const Error error = googlecalendar::errorFrom(answer);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.message.contains(u'%'));
    }

    void theProbeSaysWhetherWeAreAccepted()
    {
        QVERIFY(QCoro::waitFor(m_connector->probe()));
        m_world->simulator().refuse(googleName);
        const auto probe = QCoro::waitFor(m_connector->probe());
        QVERIFY(!probe);
        QCOMPARE(probe.error().kind, Error::Kind::Offline);
    }
};

QTEST_GUILESS_MAIN(TestGoogleCalendarConnector)
#include "tst_googlecalendarconnector.moc"
