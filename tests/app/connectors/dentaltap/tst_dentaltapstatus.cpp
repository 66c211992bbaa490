// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/dentaltap/dentaltapdesk.h"

//! A visit's way through DentalTap: its status words and the acts recorded there.
class TestDentalTapStatus : public QObject, protected DentalTapDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { shut(); }

    void everyFaultLeavesTheStatusReached_data() { support::addFaultRows(); }
    void everyFaultLeavesTheStatusReached()
    {
        Facts given = booked();
        oneRecordAfterFault(status(u"inTreatment"_s), given, u"appointments"_s, orderId);
        QCOMPARE(appointment(given)["status"_L1].toString(), u"inTreatment"_s);
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
        // The word we last agreed on may be tried under its stamp, which then refuses it.
        for (const QJsonValue &call : m_world->simulator().journal()) {
            if (call["method"_L1].toString() == "PATCH"_L1)
                QCOMPARE(call["status"_L1].toInt(), 412);
        }
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
};

QTEST_GUILESS_MAIN(TestDentalTapStatus)
#include "tst_dentaltapstatus.moc"
