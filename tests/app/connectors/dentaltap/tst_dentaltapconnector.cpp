// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/dentaltap/dentaltapdesk.h"

//! Patients and appointments: made once, moved, refused in words.
class TestDentalTapConnector : public QObject, protected DentalTapDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { shut(); }

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

    void anAppointmentBornThereIsClaimed_data()
    {
        QTest::addColumn<QString>("stamp");
        QTest::newRow("as we read it") << u"\"v1\""_s;
        QTest::newRow("changed meanwhile") << u"\"v0\""_s;
        QTest::newRow("no version known") << QString();
    }
    void anAppointmentBornThereIsClaimed()
    {
        QFETCH(QString, stamp);
        const Facts given = bornThere(stamp);
        const auto receipt = run(linkThere(), given);
        QVERIFY(receipt);
        QCOMPARE(receipt->visitLinks.value(RecordKind::DentalTapAppointment).remoteId,
                 appointmentId(given));
        QCOMPARE(appointment(given)["externalId"_L1].toString(), orderId);
        QCOMPARE(
            m_world->records(dentaltapName, u"appointments"_s, u"externalId"_s, orderId).size(), 1);
        // Another desk, or the same row again, finds it so.
        QVERIFY(run(linkThere(), given));
        QCOMPARE(run(linkThere(), given)->visitLinks, receipt->visitLinks);
    }

    void everyFaultLeavesOneClaim_data() { support::addFaultRows(); }
    void everyFaultLeavesOneClaim()
    {
        const Facts given = bornThere(u"\"v1\""_s);
        oneRecordAfterFault(linkThere(), given, u"appointments"_s, orderId, u"PATCH"_s);
        QCOMPARE(appointment(given)["externalId"_L1].toString(), orderId);
    }

    void aClaimAgainstAClaimIsAConflict()
    {
        Facts given = bornThere(u"\"v1\""_s);
        QVERIFY(run(linkThere(), given));
        // The same appointment for another order, and the same order for another appointment.
        Facts otherOrder = given;
        link(otherOrder.visitLinks, RecordKind::SalesOrder, u"5820000000000099010"_s);
        Facts otherAppointment = given;
        for (const sim::SeedAppointment &seed : m_world->clinic().appointments) {
            if (seed.salesOrderId.isEmpty() && !seed.dentalTapId.isEmpty()
                && seed.dentalTapId != appointmentId(given))
                link(otherAppointment.visitLinks, RecordKind::DentalTapAppointment,
                     seed.dentalTapId, u"\"v1\""_s);
        }
        for (const Facts &each : {otherOrder, otherAppointment}) {
            const auto receipt = run(linkThere(), each);
            QVERIFY(!receipt);
            QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
            QVERIFY(receipt.error().message.endsWith(u'.'));
        }
        QCOMPARE(appointment(given)["externalId"_L1].toString(), orderId);
    }

    void aClaimOfWhatIsNotThereAsksNothing()
    {
        m_world->simulator().clearJournal();
        QVERIFY(run(linkThere(), facts()));
        QVERIFY(m_world->simulator().journal().isEmpty());
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
};

QTEST_GUILESS_MAIN(TestDentalTapConnector)
#include "tst_dentaltapconnector.moc"
