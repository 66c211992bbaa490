// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/domain/visitcontexts.h"

using namespace visitcontexts;

//! Steps taken back, and steps that nobody can take back.
class TestVisitUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoGoesBackAgainstWhatWasSent_data()
    {
        QTest::addColumn<VisitContext>("before");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("delivered"); // the act's own commands, before the undo
        QTest::addColumn<QStringList>("planned");
        QTest::addColumn<QStringList>("dropped");
        const QStringList none;
        VisitContext tapBorn = context(S::Booked);
        tapBorn.appointment.origin = Appointment::Origin::DentalTap;
        tapBorn.dentalTapLinked = true;
        QTest::newRow("check-in of an appointment of DentalTap's own, unsent")
            << tapBorn << u"check-in"_s << false << none
            << sorted({u"BookInCrm"_s, u"PutDentalTapPatient"_s, u"LinkInDentalTap"_s,
                       u"PutQuickBooksCustomer"_s, u"LinkInCrm"_s, u"PutDentalTapStatus"_s});
        QTest::newRow("check-in, unsent") << everywhere(S::Booked) << u"check-in"_s << false << none
                                          << QStringList{u"PutDentalTapStatus"_s};
        QTest::newRow("check-in, sent") << everywhere(S::Booked) << u"check-in"_s << true
                                        << QStringList{u"PutDentalTapStatus(scheduled)"_s} << none;
        QTest::newRow("seat, unsent") << everywhere(S::Arrived) << u"seat"_s << false
                                      << QStringList{u"PutDentalTapStatus(arrived)"_s}
                                      << QStringList{u"PutDentalTapStatus"_s};
        QTest::newRow("seat, sent") << everywhere(S::Arrived) << u"seat"_s << true
                                    << QStringList{u"PutDentalTapStatus(arrived)"_s} << none;
        QTest::newRow("seat from booked, sent")
            << everywhere(S::Booked) << u"seat"_s << true
            << QStringList{u"PutDentalTapStatus(arrived)"_s, u"PutDentalTapStatus(scheduled)"_s}
            << none;
        QTest::newRow("move, unsent") << unsent(S::Booked) << u"move"_s << false << none << none;
        QTest::newRow("move, its commands wait")
            << everywhere(S::Booked) << u"move"_s << false << none << none;
        QTest::newRow("move, sent")
            << everywhere(S::Booked) << u"move"_s << true
            << QStringList{u"PutCrmEvent"_s, u"PutDentalTapAppointment(move)"_s,
                           u"PutCalendarEvent(move 1)"_s}
            << none;
        QTest::newRow("other surgeon, sent")
            << everywhere(S::Booked) << u"other surgeon"_s << true
            << QStringList{u"PutCrmEvent"_s, u"PutDentalTapAppointment(move)"_s,
                           u"DeleteCalendarEvent(2)"_s, u"PutCalendarEvent(create 3)<2"_s}
            << none;
        VisitContext queued = everywhere(S::Booked);
        queued.appointment.slot.start = QDateTime();
        queued.appointment.slot.end = QDateTime();
        QTest::newRow("first slot, unsent")
            << queued << u"move"_s << false << none
            << sorted({u"PutCrmEvent"_s, u"PutDentalTapAppointment"_s, u"PutDentalTapStatus"_s,
                       u"PutCalendarEvent"_s});
        QTest::newRow("first slot, sent")
            << queued << u"move"_s << true
            << QStringList{u"PutDentalTapStatus(buffered)"_s, u"DeleteCalendarEvent(1)"_s} << none;
        QTest::newRow("cancel, nothing was ever sent")
            << unsent(S::Booked) << u"cancel"_s << false
            << QStringList{u"BookInCrm"_s,
                           u"PutDentalTapPatient<0"_s,
                           u"PutDentalTapAppointment(create)<0,1"_s,
                           u"PutQuickBooksCustomer<0"_s,
                           u"LinkInCrm<0,1,2,3"_s,
                           u"PutCalendarEvent(create 1)"_s}
            << none;
        QTest::newRow("cancel, unsent")
            << everywhere(S::Booked) << u"cancel"_s << false
            << QStringList{u"PutCrmEvent"_s, u"PutCalendarEvent(move 1)"_s}
            << sorted({u"CancelInCrm"_s, u"PutDentalTapStatus"_s, u"DeleteCalendarEvent"_s});
        QTest::newRow("cancel, sent")
            << everywhere(S::Booked) << u"cancel"_s << true
            << QStringList{u"ReviveInCrm"_s, u"PutCrmEvent<0"_s, u"PutDentalTapStatus(scheduled)"_s,
                           u"PutCalendarEvent(create 2)"_s}
            << none;
        QTest::newRow("no-show, sent")
            << everywhere(S::Arrived) << u"no-show"_s << true
            << QStringList{u"ReviveInCrm"_s, u"PutCrmEvent<0"_s, u"PutDentalTapStatus(arrived)"_s,
                           u"PutCalendarEvent(create 2)"_s}
            << none;
        QTest::newRow("exit, unsent")
            << everywhere(S::InTreatment) << u"exit"_s << false
            << QStringList{u"UpdateSalesOrder(live)"_s, u"PutDentalTapStatus(arrived)"_s,
                           u"PutDentalTapStatus(inTreatment)"_s}
            << sorted({u"ConfirmLines"_s, u"UpdateSalesOrder"_s, u"ConvertToInvoice"_s,
                       u"PostQuickBooksInvoice"_s, u"CloseInCrm"_s, u"PutDentalTapStatus"_s});
    }
    void undoGoesBackAgainstWhatWasSent()
    {
        QFETCH(VisitContext, before);
        QFETCH(QString, name);
        QFETCH(bool, delivered);
        const Result<Transition> t = act(name, before);
        QVERIFY(t);
        VisitContext then = after(before, *t);
        if (delivered) {
            for (const Planned &planned : t->commands)
                addRow(then, commandName(planned.command), Sent::Done);
        }
        const Result<Transition> back = undo(then);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QTEST(commands(*back), "planned");
        QTEST(sorted(back->dropUnsent), "dropped");
        QCOMPARE(back->visit.state, before.visit.state);
        QCOMPARE(back->appointment.slot, before.appointment.slot);
        QVERIFY(!back->visit.undo);
        QVERIFY(back->visit.cancelReason.isEmpty());
    }

    void anUndoneCancelLeavesAnInvoicedOrderAsItIs()
    {
        const VisitContext booked = everywhere(S::Booked);
        VisitContext then = after(booked, *cancel(booked, QString()));
        addRow(then, u"CancelInCrm"_s, Sent::Done);
        then.converted = true;
        then.visit.attention = u"invoiced meanwhile"_s;
        const Result<Transition> back = undo(then);
        QVERIFY(back);
        QVERIFY(back->visit.attention.isEmpty());
        const QString planned = commands(*back).join(u' ');
        QVERIFY2(!planned.contains(u"InCrm"_s) && !planned.contains(u"PutCrmEvent"_s),
                 qPrintable(planned));
    }

    void checkInAndSeatKeepTheirTimes()
    {
        const Result<Transition> seated = seat(everywhere(S::Booked), now());
        QCOMPARE(seated->visit.arrivedAt, now());
        QCOMPARE(seated->visit.seatedAt, now());
        const Result<Transition> back = undo(after(everywhere(S::Booked), *seated));
        QVERIFY(!back->visit.arrivedAt.isValid());
        QVERIFY(!back->visit.seatedAt.isValid());
    }

    void exitIsNotTakenBackOnceTheOrderConverts()
    {
        const VisitContext c = everywhere(S::InTreatment);
        VisitContext then = after(c, *exitTreatmentRoom(c, c.lines.digest(), false, now()));
        addRow(then, u"ConvertToInvoice"_s, Sent::Maybe);
        const Result<Transition> back = undo(then);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, Error::Kind::Conflict);
        QVERIFY(back.error().message.contains(u"Correct invoice"_s));
    }

    void closingWithoutChargeIsTakenBackOnlyUnsent()
    {
        VisitContext c = everywhere(S::InTreatment);
        c.lines = lines(0);
        VisitContext then = after(c, *exitTreatmentRoom(c, c.lines.digest(), false, now()));
        QCOMPARE(then.visit.state, S::ClosedNoCharge);
        QCOMPARE(undo(then)->visit.state, S::InTreatment);
        addRow(then, u"CancelInCrm"_s, Sent::Done);
        QVERIFY(!undo(then));
    }
};

QTEST_APPLESS_MAIN(TestVisitUndo)
#include "tst_visitundo.moc"
