// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/connector.h"

#include "app/domain/receipt.h"
#include "tests/support/faultrows.h"
#include "tests/support/simulated.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Simulated;

namespace {

const QString dentaltapName = u"dentaltap"_s;
const QString orderId = u"5820000000000099001"_s;
const QString contactId = u"5820000000000099002"_s;

QDateTime at(int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, 30), QTime(hour, minute), Qt::UTC);
}

} // namespace

class TestDentalTapConnector : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<dentaltap::Connector> m_connector;

    //! A booking of somebody whom DentalTap does not have yet, on an empty day.
    Facts facts() const
    {
        const sim::Clinic &clinic = m_world->clinic();
        Facts facts;
        facts.patient.firstName = u"Maëlle"_s;
        facts.patient.lastName = u"D'Alembert-Ôrès"_s;
        facts.patient.sex = u"female"_s;
        facts.patient.birthDate = QDate(1984, 11, 2);
        facts.patient.mobile = u"+230 5251 2345"_s;
        facts.visit.id = VisitId(u"visit-1"_s);
        facts.appointment.id = facts.visit.id;
        facts.appointment.kind = Appointment::Kind::WalkIn;
        facts.appointment.reason = u"Consultation"_s;
        facts.appointment.slot.room = RoomId(clinic.rooms.at(0).dentalTapId);
        facts.appointment.slot.start = at(6);
        facts.appointment.slot.end = at(6, 30);
        facts.provider.id = ProviderId(clinic.providers.at(0).chirurgienId);
        facts.provider.dentalTapId = clinic.providers.at(0).dentalTapId;
        facts.timeZone = clinic.options.timeZone.toLatin1();
        facts.currency = Currency{clinic.options.currency, clinic.currencyExponent};
        link(facts.patientLinks, RecordKind::Contact, contactId);
        link(facts.visitLinks, RecordKind::SalesOrder, orderId);
        return facts;
    }
    static void link(Links &links, RecordKind kind, const QString &id, const QString &stamp = {})
    {
        links.insert(kind, RemoteLink{kind, id, stamp, {}});
    }

    OutboxItem item(const Command &command, const Facts &given) const
    {
        OutboxItem row;
        row.command = command;
        row.key = m_connector->keyOf(command, given);
        if (row.key.isEmpty())
            row.key = newUuid(at(0));
        row.attempts = 1;
        const Result<QByteArray> payload = m_connector->prepare(command, given, row.key);
        row.payload = payload.value_or(QByteArray());
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

    static PutDentalTapAppointment put(bool create)
    {
        return PutDentalTapAppointment{VisitId(u"visit-1"_s), create};
    }
    static PutDentalTapStatus status(const QString &word)
    {
        return PutDentalTapStatus{VisitId(u"visit-1"_s), word};
    }
    //! Patient and appointment of facts() are there and linked.
    Facts booked()
    {
        Facts given = facts();
        const auto patient = run(PutDentalTapPatient{}, given);
        given.patientLinks.insert(patient.value_or(Receipt()).patientLinks);
        const auto appointment = run(put(true), given);
        given.visitLinks.insert(appointment.value_or(Receipt()).visitLinks);
        given.agreed.insert(Service::DentalTap,
                            AgreedState{given.appointment.slot, u"scheduled"_s});
        return given;
    }
    static QString appointmentId(const Facts &given)
    {
        return given.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    }
    QJsonObject appointment(const Facts &given) const
    {
        return m_world->record(dentaltapName, u"appointments"_s, appointmentId(given));
    }
    void option(const QString &name, const QJsonValue &value)
    {
        edit(u"options"_s, QString(), {{name, value}});
    }
    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        const QString problem = m_world->simulator().edit({{"system"_L1, dentaltapName},
                                                           {"collection"_L1, collection},
                                                           {"id"_L1, id},
                                                           {"fields"_L1, fields}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_world = std::make_unique<Simulated>();
        Transport *transport = m_world->transport(Service::DentalTap);
        const Currency currency{m_world->clinic().options.currency,
                                m_world->clinic().currencyExponent};
        m_connector = std::make_unique<dentaltap::Connector>(transport, currency);
    }
    void cleanup()
    {
        m_connector.reset();
        m_world.reset();
    }

    void aPatientIsMadeAndLinked()
    {
        const auto receipt = run(PutDentalTapPatient{}, facts());
        QVERIFY(receipt);
        const RemoteLink twin = receipt->patientLinks.value(RecordKind::DentalTapPatient);
        QCOMPARE(twin.stamp, u"\"v1\""_s);
        const QJsonObject made = m_world->record(dentaltapName, u"patients"_s, twin.remoteId);
        QCOMPARE(made["externalId"_L1].toString(), contactId);
        QCOMPARE(made["lastName"_L1].toString(), u"D'Alembert-Ôrès"_s);
        QCOMPARE(made["birthDate"_L1].toString(), u"1984-11-02"_s);
        QCOMPARE(made["phones"_L1][0]["value"_L1].toString(), u"+23052512345"_s);
        // The same key from every desk.
        QCOMPARE(m_connector->keyOf(PutDentalTapPatient{}, facts()),
                 derivedUuid(QString(u"dentaltap:patient:"_s + contactId)));
    }

    void aPatientWithOneNameIsMade()
    {
        Facts given = facts();
        given.patient.firstName.clear();
        given.patient.sex.clear();
        given.patient.birthDate = QDate();
        QVERIFY(run(PutDentalTapPatient{}, given));
    }

    void anExistingTwinIsAdopted()
    {
        Facts given = facts();
        const sim::SeedPatient *seed = nullptr;
        for (const sim::SeedPatient &patient : m_world->clinic().patients) {
            if (!patient.contactId.isEmpty() && !patient.dentalTapId.isEmpty())
                seed = &patient;
        }
        QVERIFY(seed);
        link(given.patientLinks, RecordKind::Contact, seed->contactId);
        const auto receipt = run(PutDentalTapPatient{}, given);
        QVERIFY(receipt);
        QCOMPARE(receipt->patientLinks.value(RecordKind::DentalTapPatient).remoteId,
                 seed->dentalTapId);
    }

    void twoDesksMakeOnePatient()
    {
        const auto first = run(PutDentalTapPatient{}, facts());
        Facts other = facts();
        other.patient.firstName = u"Maelle"_s;
        const auto second = run(PutDentalTapPatient{}, other);
        QVERIFY(first && second);
        QCOMPARE(second->patientLinks.value(RecordKind::DentalTapPatient).remoteId,
                 first->patientLinks.value(RecordKind::DentalTapPatient).remoteId);
    }

    void everyFaultLeavesOnePatient_data() { support::addFaultRows(); }
    void everyFaultLeavesOnePatient()
    {
        oneRecordAfterFault(PutDentalTapPatient{}, facts(), u"patients"_s, contactId);
    }

    void everyFaultLeavesOneAppointment_data() { support::addFaultRows(); }
    void everyFaultLeavesOneAppointment()
    {
        Facts given = facts();
        given.patientLinks.insert(run(PutDentalTapPatient{}, given)->patientLinks);
        oneRecordAfterFault(put(true), given, u"appointments"_s, orderId);
    }

    void everyFaultLeavesOneMove_data() { support::addFaultRows(); }
    void everyFaultLeavesOneMove()
    {
        Facts given = booked();
        given.appointment.slot.start = at(8);
        given.appointment.slot.end = at(8, 45);
        oneRecordAfterFault(put(false), given, u"appointments"_s, orderId);
        QCOMPARE(QDateTime::fromString(appointment(given)["end"_L1].toString(), Qt::ISODateWithMs),
                 at(8, 45));
    }

    void everyFaultLeavesTheStatusReached_data() { support::addFaultRows(); }
    void everyFaultLeavesTheStatusReached()
    {
        Facts given = booked();
        oneRecordAfterFault(status(u"inTreatment"_s), given, u"appointments"_s, orderId);
        QCOMPARE(appointment(given)["status"_L1].toString(), u"inTreatment"_s);
    }

    void anAppointmentCarriesTheBooking()
    {
        const Facts given = booked();
        const QJsonObject made = appointment(given);
        QCOMPARE(made["externalId"_L1].toString(), orderId);
        QCOMPARE(made["providerId"_L1].toString(), given.provider.dentalTapId);
        QCOMPARE(made["roomId"_L1].toString(), given.appointment.slot.room.value);
        QCOMPARE(QDateTime::fromString(made["start"_L1].toString(), Qt::ISODateWithMs), at(6));
        QCOMPARE(made["kind"_L1].toString(), u"walkIn"_s);
        QCOMPARE(made["group"_L1].toString(), u"Consultation"_s);
        QCOMPARE(made["status"_L1].toString(), u"scheduled"_s);
    }

    void missingFactsAreNamed_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"patient", "order", "provider", "contact"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void missingFactsAreNamed()
    {
        QFETCH(QString, what);
        Facts given = facts();
        Command command = put(true);
        link(given.patientLinks, RecordKind::DentalTapPatient, u"1"_s);
        if (what == "patient"_L1) {
            given.patientLinks.remove(RecordKind::DentalTapPatient);
        } else if (what == "order"_L1) {
            given.visitLinks.clear();
        } else if (what == "provider"_L1) {
            given.provider.dentalTapId.clear();
        } else {
            given.patientLinks.clear();
            command = PutDentalTapPatient{};
        }
        const auto payload = m_connector->prepare(command, given, u"k"_s);
        QVERIFY(!payload);
        QCOMPARE(payload.error().kind, Error::Kind::Invalid);
        QVERIFY(!payload.error().message.isEmpty());
    }

    void aTakenSlotIsAConflict()
    {
        Facts given = booked();
        link(given.visitLinks, RecordKind::SalesOrder, u"5820000000000099009"_s);
        given.visitLinks.remove(RecordKind::DentalTapAppointment);
        const auto receipt = run(put(true), given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
        QVERIFY(!receipt.error().isTransient());
    }

    void anAppointmentBornThereIsClaimed()
    {
        const sim::SeedAppointment *seed = nullptr;
        for (const sim::SeedAppointment &appointment : m_world->clinic().appointments) {
            if (appointment.salesOrderId.isEmpty() && !appointment.dentalTapId.isEmpty())
                seed = &appointment;
        }
        QVERIFY(seed);
        Facts given = facts();
        link(given.visitLinks, RecordKind::DentalTapAppointment, seed->dentalTapId, u"\"v0\""_s);
        const auto receipt = run(put(true), given);
        QVERIFY(receipt);
        const QJsonObject claimed =
            m_world->record(dentaltapName, u"appointments"_s, seed->dentalTapId);
        QCOMPARE(claimed["externalId"_L1].toString(), orderId);
        QCOMPARE(
            m_world->records(dentaltapName, u"appointments"_s, u"externalId"_s, orderId).size(), 1);
    }

    void aMoveSurvivesANoteWrittenMeanwhile()
    {
        Facts given = booked();
        edit(u"appointments"_s, appointmentId(given), {{"note"_L1, u"allergy"_s}});
        given.appointment.slot.start = at(9);
        given.appointment.slot.end = at(9, 30);
        const auto receipt = run(put(false), given);
        QVERIFY(receipt);
        QCOMPARE(receipt->visitLinks.value(RecordKind::DentalTapAppointment).stamp, u"\"v3\""_s);
        const QJsonObject moved = appointment(given);
        QCOMPARE(QDateTime::fromString(moved["start"_L1].toString(), Qt::ISODateWithMs), at(9));
        QCOMPARE(moved["note"_L1].toString(), u"allergy"_s);
    }

    void aMoveAgainstAMoveIsAConflict()
    {
        Facts given = booked();
        edit(u"appointments"_s, appointmentId(given),
             {{"start"_L1, u"2026-03-30T10:00:00Z"_s}, {"end"_L1, u"2026-03-30T10:30:00Z"_s}});
        given.appointment.slot.start = at(9);
        given.appointment.slot.end = at(9, 30);
        const auto receipt = run(put(false), given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
        QCOMPARE(
            QDateTime::fromString(appointment(given)["start"_L1].toString(), Qt::ISODateWithMs),
            at(10));
    }

    void stampsMayBeMissingOrDemanded_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"withoutETag", "requireIfMatch", "integerIds"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void stampsMayBeMissingOrDemanded()
    {
        QFETCH(QString, name);
        option(name, true);
        Facts given = booked();
        QVERIFY(!appointmentId(given).isEmpty());
        link(given.visitLinks, RecordKind::DentalTapAppointment, appointmentId(given));
        given.appointment.slot.start = at(9);
        given.appointment.slot.end = at(9, 30);
        QVERIFY(run(put(false), given));
        QVERIFY(run(status(u"arrived"_s), given));
        QCOMPARE(appointment(given)["status"_L1].toString(), u"arrived"_s);
    }

    void anExitWalksTheAllowedSteps()
    {
        Facts given = booked();
        QVERIFY(run(status(u"completed"_s), given));
        QCOMPARE(appointment(given)["status"_L1].toString(), u"completed"_s);
    }

    void whoWentFurtherIsRight()
    {
        Facts given = booked();
        edit(u"appointments"_s, appointmentId(given), {{"status"_L1, u"inTreatment"_s}});
        m_world->simulator().clearJournal();
        QVERIFY(run(status(u"arrived"_s), given));
        QCOMPARE(appointment(given)["status"_L1].toString(), u"inTreatment"_s);
        QCOMPARE(m_world->requests(dentaltapName, u"PATCH"_s), 0);
    }

    void anUndoStepsBack()
    {
        Facts given = booked();
        QVERIFY(run(status(u"inTreatment"_s), given));
        given.agreed[Service::DentalTap].status = u"inTreatment"_s;
        QVERIFY(run(status(u"arrived"_s), given));
        QCOMPARE(appointment(given)["status"_L1].toString(), u"arrived"_s);
        QVERIFY(run(status(u"noShow"_s), given));
        given.agreed[Service::DentalTap].status = u"noShow"_s;
        QVERIFY(run(status(u"scheduled"_s), given));
        QCOMPARE(appointment(given)["status"_L1].toString(), u"scheduled"_s);
    }

    void whereDentalTapRefusesTheAppointmentIsMadeAnew()
    {
        Facts given = booked();
        QVERIFY(run(status(u"completed"_s), given));
        given.agreed[Service::DentalTap].status = u"completed"_s;
        const OutboxItem row = item(status(u"inTreatment"_s), given);
        const auto receipt = deliver(row);
        QVERIFY(receipt);
        const QString anew = receipt->visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
        QVERIFY(anew != appointmentId(given));
        QVERIFY(appointment(given)["externalId"_L1].isNull());
        // Again, as after a lost answer: nothing more is made.
        const auto again = deliver(row, 2);
        QVERIFY(again);
        QCOMPARE(again->visitLinks.value(RecordKind::DentalTapAppointment).remoteId, anew);
        const auto all =
            m_world->records(dentaltapName, u"appointments"_s, u"externalId"_s, orderId);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first()["status"_L1].toString(), u"inTreatment"_s);
    }

    void whatIsCancelledThereIsNotEntered()
    {
        Facts given = booked();
        edit(u"appointments"_s, appointmentId(given), {{"status"_L1, u"cancelled"_s}});
        const auto receipt = run(status(u"arrived"_s), given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
    }

    void whatNeverGotThereNeedsNoCancelling()
    {
        const auto receipt = run(status(u"cancelled"_s), facts());
        QVERIFY(receipt);
        QCOMPARE(m_world->requests(dentaltapName, u"PATCH"_s), 0);
        QVERIFY(!m_connector->prepare(status(u"arrived"_s), facts(), u"k"_s));
    }

    void actsAsConfirmedGoOn()
    {
        Facts given = booked();
        QVERIFY(run(status(u"arrived"_s), given));
        tell(given, u"36"_s);
        const auto first = run(ConfirmLines{}, given);
        QVERIFY(first && first->acts);
        QCOMPARE(first->acts->size(), 1);
        QCOMPARE(first->outcome, Receipt::Outcome::LinesChanged);
        QVERIFY(!first->note.isEmpty());
        const RecordedAct act = first->acts->first();
        QCOMPARE(act.teeth, QStringList{u"36"_s});
        QCOMPARE(act.quantity, 1000);
        QVERIFY(!act.product.isEmpty());
        QVERIFY(act.unitPrice.minor > 0);

        given.actsDigest = actsDigest(*first->acts);
        const auto same = run(ConfirmLines{}, given);
        QVERIFY(same);
        QCOMPARE(same->outcome, Receipt::Outcome::Done);
        tell(given, u"37"_s);
        const auto changed = run(ConfirmLines{}, given);
        QVERIFY(changed);
        QCOMPARE(changed->outcome, Receipt::Outcome::LinesChanged);
        QCOMPARE(changed->acts->size(), 2);
    }

    void everyFaultOfTheFreshReadIsSeen_data() { support::addFaultRows(); }
    void everyFaultOfTheFreshReadIsSeen()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        const Facts given = booked();
        m_world->fault(dentaltapName, u"treatment-activities"_s, kind, more);
        support::limitPatience(*m_world->transport(Service::DentalTap), error);
        const auto receipt = run(ConfirmLines{}, given);
        QCOMPARE(receipt.has_value(), !error.has_value());
        if (error)
            QCOMPARE(receipt.error().kind, *error);
        else
            QCOMPARE(receipt->outcome, Receipt::Outcome::Done);
    }

    void noActsAtAllAreAsConfirmed()
    {
        const auto receipt = run(ConfirmLines{}, booked());
        QVERIFY(receipt);
        QCOMPARE(receipt->outcome, Receipt::Outcome::Done);
    }

    void aReadingTokenIsForbiddenToWrite()
    {
        const QString token = m_world->simulator().secrets().isEmpty()
            ? QString()
            : QCoro::waitFor(m_world->secrets().read(u"dentaltap.token"_s)).value_or(QString());
        m_world->secrets().values.insert(u"dentaltap.token"_s, QString(token + u"-read"_s));
        const auto receipt = run(PutDentalTapPatient{}, facts());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Forbidden);
        QVERIFY(receipt.error().message.contains(u"patients:write"_s));
    }

    void aRefusedFieldIsNamedWithoutItsValue()
    {
        Facts given = facts();
        given.patient.lastName = QString(400, u'x');
        const auto receipt = run(PutDentalTapPatient{}, given);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Invalid);
        QVERIFY2(receipt.error().message.contains(u"lastName"_s),
                 qPrintable(receipt.error().message));
        QVERIFY(!receipt.error().message.contains(u"xxx"_s));
    }

    void aDamagedPayloadIsNotTakenForDone()
    {
        OutboxItem row = item(PutDentalTapPatient{}, facts());
        row.payload = "{";
        const auto receipt = deliver(row);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Storage);
    }

    void theProbeSaysWhetherWeAreAccepted()
    {
        QVERIFY(QCoro::waitFor(m_connector->probe()));
        m_world->simulator().refuse(dentaltapName);
        const auto probe = QCoro::waitFor(m_connector->probe());
        QVERIFY(!probe);
        QCOMPARE(probe.error().kind, Error::Kind::Offline);
    }

private:
    void tell(const Facts &given, const QString &tooth)
    {
        const QJsonObject record{
            {"treatment"_L1, u"any"_s}, {"tooth"_L1, tooth}, {"quantity"_L1, 1}};
        const QString problem = m_world->simulator().tell(
            {{"appointment"_L1, appointmentId(given)}, {"records"_L1, QJsonArray{record}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    //! The fault strikes the first write; the same row again leaves one record.
    void oneRecordAfterFault(const Command &command, const Facts &given, const QString &collection,
                             const QString &externalId)
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        const bool creates =
            m_world->records(dentaltapName, collection, u"externalId"_s, externalId).isEmpty();
        QJsonObject line = more;
        line.insert("method"_L1, creates ? u"POST"_s : u"PATCH"_s);
        m_world->fault(dentaltapName, collection, kind, line);
        const OutboxItem row = item(command, given);
        support::limitPatience(*m_world->transport(Service::DentalTap), error);
        const auto first = deliver(row);
        QCOMPARE(first.has_value(), !error.has_value());
        if (error) {
            QCOMPARE(first.error().kind, *error);
            QCOMPARE(first.error().service, Service::DentalTap);
            const bool says = more.contains("retryAfter"_L1);
            QCOMPARE(first.error().retryAfter.has_value(), says);
        }
        support::limitPatience(*m_world->transport(Service::DentalTap), {});
        const auto second = deliver(row, 2);
        QVERIFY(second);
        QCOMPARE(m_world->records(dentaltapName, collection, u"externalId"_s, externalId).size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestDentalTapConnector)
#include "tst_dentaltapconnector.moc"
