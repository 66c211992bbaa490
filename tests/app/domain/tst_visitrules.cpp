// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/domain/visitcontexts.h"

using namespace visitcontexts;

//! What each act does in each state, against what was already sent.
class TestVisitRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActIsAllowedOrRefusedInWords_data()
    {
        QTest::addColumn<VisitState>("state");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("then"); // -1 = Invalid, -2 = Conflict
        const QList<S> states{S::Booked,   S::Arrived,        S::InTreatment, S::AwaitingInvoice,
                              S::Invoiced, S::ClosedNoCharge, S::NoShow,      S::Cancelled};
        const auto n = [](S state) { return int(state); };
        const int no = -1;
        const int late = -2;
        // One column per state, in the order above.
        const QList<std::pair<QString, QList<int>>> table{
            {u"book"_s, {n(S::Booked), no, no, late, late, late, no, no}},
            {u"check-in"_s, {n(S::Arrived), no, no, late, late, late, no, no}},
            {u"seat"_s, {n(S::InTreatment), n(S::InTreatment), no, late, late, late, no, no}},
            {u"move"_s, {n(S::Booked), n(S::Arrived), no, late, late, late, no, no}},
            {u"no-show"_s, {n(S::NoShow), n(S::NoShow), no, late, late, late, no, no}},
            {u"cancel"_s, {n(S::Cancelled), n(S::Cancelled), no, late, late, late, no, no}},
            {u"exit"_s, {no, no, n(S::AwaitingInvoice), late, late, late, no, no}},
            // Without a step to go back to; an exit needs none.
            {u"undo"_s, {no, no, no, n(S::InTreatment), late, late, no, no}},
        };
        for (const auto &[name, row] : table) {
            for (int i = 0; i < states.size(); ++i)
                QTest::addRow("%s when %s", qPrintable(name), qPrintable(enumName(states.at(i))))
                    << states.at(i) << name << row.at(i);
        }
    }
    void everyActIsAllowedOrRefusedInWords()
    {
        QFETCH(VisitState, state);
        QFETCH(QString, name);
        QFETCH(int, then);
        const VisitContext c = everywhere(state);
        const Result<Transition> t = act(name, c);
        if (then >= 0) {
            QVERIFY2(t, t ? "" : qPrintable(t.error().message));
            QCOMPARE(t->visit.state, VisitState(then));
            QVERIFY(!t->action.isEmpty());
            for (int i = 0; i < t->commands.size(); ++i) {
                for (const int index : t->commands.at(i).after)
                    QVERIFY(index >= 0 && index < i);
            }
        } else {
            QVERIFY(!t);
            QCOMPARE(t.error().kind, then == -1 ? Error::Kind::Invalid : Error::Kind::Conflict);
            QVERIFY(t.error().message.endsWith(u'.'));
        }
    }

    void actsAgainstWhatWasAlreadySent_data()
    {
        QTest::addColumn<VisitContext>("before");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("planned");
        QTest::addColumn<QStringList>("dropped");
        const QStringList none;

        QTest::newRow("move, nothing sent") << unsent(S::Booked) << u"move"_s << none << none;
        QTest::newRow("move, some sent")
            << half(S::Booked) << u"move"_s << QStringList{u"PutCrmEvent"_s} << none;
        QTest::newRow("move, all sent")
            << everywhere(S::Booked) << u"move"_s
            << QStringList{u"PutCrmEvent"_s, u"PutDentalTapAppointment(move)"_s,
                           u"PutCalendarEvent(move 1)"_s}
            << none;
        VisitContext twice = everywhere(S::Booked);
        for (const QString &name :
             {u"PutCrmEvent"_s, u"PutDentalTapAppointment"_s, u"PutCalendarEvent"_s})
            addRow(twice, name, Sent::Unsent);
        QTest::newRow("move again before the first was sent") << twice << u"move"_s << none << none;
        QTest::newRow("other surgeon, nothing sent")
            << unsent(S::Booked) << u"other surgeon"_s << none << none;
        QTest::newRow("other surgeon, all sent")
            << everywhere(S::Booked) << u"other surgeon"_s
            << QStringList{u"PutCrmEvent"_s, u"PutDentalTapAppointment(move)"_s,
                           u"DeleteCalendarEvent(1)"_s, u"PutCalendarEvent(create 2)<2"_s}
            << none;
        QTest::newRow("other surgeon while a move waits")
            << twice << u"other surgeon"_s
            << QStringList{u"DeleteCalendarEvent(1)"_s, u"PutCalendarEvent(create 2)<0"_s}
            << QStringList{u"PutCalendarEvent"_s};
        VisitContext notOurs = everywhere(S::Booked);
        notOurs.weWriteCalendar = false;
        QTest::newRow("move, calendar is not ours")
            << notOurs << u"move"_s
            << QStringList{u"PutCrmEvent"_s, u"PutDentalTapAppointment(move)"_s} << none;

        QTest::newRow("cancel, nothing sent")
            << unsent(S::Booked) << u"cancel"_s << none << sorted(bookingNames);
        QTest::newRow("cancel, some sent")
            << half(S::Booked) << u"cancel"_s << QStringList{u"CancelInCrm(Cancelled)"_s}
            << sorted({u"PutDentalTapAppointment"_s, u"PutCalendarEvent"_s, u"LinkInCrm"_s});
        QTest::newRow("cancel, all sent")
            << everywhere(S::Booked) << u"cancel"_s
            << QStringList{u"CancelInCrm(Cancelled)"_s, u"PutDentalTapStatus(cancelled)"_s,
                           u"DeleteCalendarEvent(1)"_s}
            << none;
        QTest::newRow("cancel, calendar is not ours")
            << notOurs << u"cancel"_s
            << QStringList{u"CancelInCrm(Cancelled)"_s, u"PutDentalTapStatus(cancelled)"_s} << none;
        VisitContext crmBorn = context(S::Booked);
        crmBorn.appointment.origin = Appointment::Origin::Crm;
        crmBorn.crmEventLinked = true;
        QTest::newRow("cancel of an Event of the CRM's own")
            << crmBorn << u"cancel"_s << QStringList{u"CancelInCrm(Cancelled)"_s} << none;
        VisitContext tapBorn = context(S::Booked);
        tapBorn.appointment.origin = Appointment::Origin::DentalTap;
        tapBorn.dentalTapLinked = true;
        QTest::newRow("no-show of an appointment of DentalTap's own")
            << tapBorn << u"no-show"_s << QStringList{u"PutDentalTapStatus(noShow)"_s} << none;
        QTest::newRow("no-show, all sent")
            << everywhere(S::Arrived) << u"no-show"_s
            << QStringList{u"CancelInCrm(NoShow)"_s, u"PutDentalTapStatus(noShow)"_s,
                           u"DeleteCalendarEvent(1)"_s}
            << none;
        VisitContext known = unsent(S::Booked);
        known.contactLinked = true;
        QTest::newRow("cancel keeps the twins of a known patient")
            << known << u"cancel"_s << none
            << sorted({u"BookInCrm"_s, u"PutDentalTapAppointment"_s, u"PutCalendarEvent"_s,
                       u"LinkInCrm"_s});

        QTest::newRow("check-in of a booking")
            << everywhere(S::Booked) << u"check-in"_s
            << QStringList{u"PutDentalTapStatus(arrived)"_s} << none;
        QTest::newRow("check-in of an appointment of DentalTap's own")
            << tapBorn << u"check-in"_s
            << QStringList{u"BookInCrm"_s,         u"PutDentalTapPatient<0"_s,
                           u"LinkInDentalTap<0"_s, u"PutQuickBooksCustomer<0"_s,
                           u"LinkInCrm<0,1,3"_s,   u"PutDentalTapStatus(arrived)"_s}
            << none;
        VisitContext arrivedThere = after(tapBorn, *checkIn(tapBorn, now()));
        QTest::newRow("seat of an appointment of DentalTap's own, its order on the way")
            << arrivedThere << u"seat"_s << QStringList{u"PutDentalTapStatus(inTreatment)"_s}
            << none;
        QTest::newRow("move of an appointment of DentalTap's own, its order on the way")
            << arrivedThere << u"move"_s << QStringList{u"PutDentalTapAppointment(move)"_s} << none;
        QTest::newRow("cancel of an appointment of DentalTap's own, its order not sent")
            << arrivedThere << u"cancel"_s << QStringList{u"PutDentalTapStatus(cancelled)"_s}
            << sorted({u"BookInCrm"_s, u"PutDentalTapPatient"_s, u"LinkInDentalTap"_s,
                       u"PutQuickBooksCustomer"_s, u"LinkInCrm"_s, u"PutDentalTapStatus"_s});
        addRow(arrivedThere, u"BookInCrm"_s, Sent::Done);
        arrivedThere.orderLinked = true;
        QTest::newRow("cancel of an appointment of DentalTap's own, its order made")
            << arrivedThere << u"cancel"_s
            << QStringList{u"CancelInCrm(Cancelled)"_s, u"PutDentalTapStatus(cancelled)"_s}
            << QStringList{u"LinkInCrm"_s, u"PutDentalTapStatus"_s};
        QTest::newRow("check-in of an Event of the CRM's own")
            << crmBorn << u"check-in"_s
            << QStringList{u"BookInCrm"_s,
                           u"PutDentalTapPatient<0"_s,
                           u"PutDentalTapAppointment(create)<0,1"_s,
                           u"PutQuickBooksCustomer<0"_s,
                           u"LinkInCrm<0,1,2,3"_s,
                           u"PutDentalTapStatus(arrived)<2"_s}
            << none;
        QTest::newRow("seat without check-in")
            << everywhere(S::Booked) << u"seat"_s
            << QStringList{u"PutDentalTapStatus(arrived)"_s, u"PutDentalTapStatus(inTreatment)<0"_s}
            << none;
        QTest::newRow("book") << context(S::Booked) << u"book"_s
                              << QStringList{u"BookInCrm"_s,
                                             u"PutDentalTapPatient<0"_s,
                                             u"PutDentalTapAppointment(create)<0,1"_s,
                                             u"PutQuickBooksCustomer<0"_s,
                                             u"PutCalendarEvent(create 1)"_s,
                                             u"LinkInCrm<0,1,2,3,4"_s}
                              << none;
        VisitContext others = context(S::Booked);
        others.weCreateTwins = false;
        others.weWriteCalendar = false;
        QTest::newRow("book, the CRM makes the twins")
            << others << u"book"_s
            << QStringList{u"BookInCrm"_s, u"PutDentalTapAppointment(create)<0"_s,
                           u"LinkInCrm<0,1"_s}
            << none;
        VisitContext inChair = everywhere(S::InTreatment);
        addRow(inChair, u"UpdateSalesOrder"_s, Sent::Unsent);
        QTest::newRow("exit") << inChair << u"exit"_s
                              << QStringList{u"ConfirmLines"_s,
                                             u"UpdateSalesOrder(final)<0"_s,
                                             u"ConvertToInvoice<1"_s,
                                             u"PostQuickBooksInvoice<2"_s,
                                             u"CloseInCrm<3"_s,
                                             u"PutDentalTapStatus(completed)<3"_s}
                              << QStringList{u"UpdateSalesOrder"_s};
        VisitContext bare = context(S::InTreatment);
        QTest::newRow("exit of a day made by others")
            << bare << u"exit"_s
            << QStringList{u"BookInCrm"_s,
                           u"PutDentalTapPatient<0"_s,
                           u"PutDentalTapAppointment(create)<0,1"_s,
                           u"PutQuickBooksCustomer<0"_s,
                           u"LinkInCrm<0,1,2,3"_s,
                           u"ConfirmLines<2"_s,
                           u"UpdateSalesOrder(final)<0,5"_s,
                           u"ConvertToInvoice<6"_s,
                           u"PostQuickBooksInvoice<7,3"_s,
                           u"CloseInCrm<8"_s,
                           u"PutDentalTapStatus(completed)<8"_s}
            << none;
        VisitContext free = everywhere(S::InTreatment);
        free.lines = lines(0);
        QTest::newRow("exit without charge")
            << free << u"exit"_s
            << QStringList{u"CancelInCrm(NoCharge)"_s, u"PutDentalTapStatus(completed)"_s} << none;
    }
    void actsAgainstWhatWasAlreadySent()
    {
        QFETCH(VisitContext, before);
        QFETCH(QString, name);
        const Result<Transition> t = act(name, before);
        QVERIFY2(t, t ? "" : qPrintable(t.error().message));
        QTEST(commands(*t), "planned");
        QTEST(sorted(t->dropUnsent), "dropped");
    }

    void strangersMustBeNamedFirst()
    {
        VisitContext c = context(S::Booked);
        c.appointment.patient = PatientId();
        for (const QString &name : {u"book"_s, u"check-in"_s, u"seat"_s})
            QVERIFY(!act(name, c));
        QVERIFY(act(u"cancel"_s, c));
        QVERIFY(act(u"move"_s, c));
    }

    void movingNowhereOrBackwardsDoesNothing()
    {
        const VisitContext c = everywhere(S::Booked);
        const Result<Transition> same = moveTo(c, c.appointment.slot);
        QVERIFY(same);
        QVERIFY(same->commands.isEmpty());
        QCOMPARE(same->visit, c.visit);
        Slot backwards = slotAt(10);
        std::swap(backwards.start, backwards.end);
        QVERIFY(!moveTo(c, backwards));
        QVERIFY(!moveTo(c, Slot()));
    }

    void cancelReasonsAreKeptAndBounded()
    {
        const Result<Transition> t = cancel(everywhere(S::Booked), u"  flu "_s);
        QCOMPARE(t->visit.cancelReason, u"flu"_s);
        QVERIFY(!cancel(everywhere(S::Booked), QString(10'000'000, u'x')));
    }

    void exitIsRefusedInWordsWhenTheLinesDoNotAllowIt()
    {
        VisitContext c = everywhere(S::InTreatment);
        const auto kind = [&](const QByteArray &digest) {
            const Result<Transition> t = exitTreatmentRoom(c, digest, false, now());
            return t ? -1 : int(t.error().kind);
        };
        QCOMPARE(kind("other"), int(Error::Kind::Conflict));
        c.lines.lines.first().standing = ShownLine::Standing::Unknown;
        QCOMPARE(kind(c.lines.digest()), int(Error::Kind::Invalid));
        c.lines = lines(-100);
        QCOMPARE(kind(c.lines.digest()), int(Error::Kind::Invalid));
        c.lines = lines(100);
        c.converted = true;
        QCOMPARE(kind(c.lines.digest()), int(Error::Kind::Conflict));
        c.converted = false;
        QCOMPARE(kind(c.lines.digest()), -1);
    }

    void anOrderConvertedByAnotherDeskIsAdoptedByTheExitAndNotChanged()
    {
        VisitContext c = everywhere(S::InTreatment);
        c.orderConverted = true;
        QVERIFY(!orderChanged(c));
        const Result<Transition> t = exitTreatmentRoom(c, c.lines.digest(), false, now());
        QVERIFY(t);
        QVERIFY(commands(*t).join(u' ').contains(u"ConvertToInvoice"_s));
        const VisitContext gone = after(c, *t);
        QVERIFY(!undo(gone));
    }

    void anOrderThatThisDeskMadeNeedsNoReadingBeforeTheExit()
    {
        VisitContext c = everywhere(S::InTreatment);
        c.orderRead = false;
        c.sent.remove(u"BookInCrm"_s);
        QVERIFY(!exitTreatmentRoom(c, c.lines.digest(), false, now()));
        c.sent.insert(u"BookInCrm"_s, Sent::Done);
        QVERIFY(exitTreatmentRoom(c, c.lines.digest(), false, now()));
    }

    void exitAsShownDemandsNoFreshRead()
    {
        const VisitContext c = everywhere(S::InTreatment);
        const Result<Transition> t = exitTreatmentRoom(c, c.lines.digest(), true, now());
        QCOMPARE(commands(*t).first(), u"UpdateSalesOrder(final)"_s);
        QVERIFY(t->visit.asShown);
        QCOMPARE(t->visit.confirmedDigest, c.lines.digest());
        QCOMPARE(t->visit.confirmedTotal.minor, 150000);
        QCOMPARE(t->visit.leftAt, now());
    }

    void liveUpdatesCoalesceAndStopAtTheExit()
    {
        VisitContext c = everywhere(S::InTreatment);
        const std::optional<Transition> t = orderChanged(c);
        QVERIFY(t);
        QCOMPARE(commands(*t), QStringList{u"UpdateSalesOrder(live)"_s});
        QVERIFY(!orderChanged(after(c, *t)));
        c.visit.state = S::AwaitingInvoice;
        QVERIFY(!orderChanged(c));
        QVERIFY(!orderChanged(context(S::InTreatment)));
    }

    void oneClickNeedsFreshLinesAsPlanned()
    {
        OrderLines shown = lines(100);
        QVERIFY(exitsWithOneClick(shown, now()));
        shown.readAt = now().addSecs(-59);
        QVERIFY(exitsWithOneClick(shown, now()));
        shown.readAt = now().addSecs(-60);
        QVERIFY(!exitsWithOneClick(shown, now()));
        shown.readAt = QDateTime();
        QVERIFY(!exitsWithOneClick(shown, now()));
        shown = lines(100);
        for (const auto standing : {ShownLine::Standing::Planned, ShownLine::Standing::Unknown,
                                    ShownLine::Standing::AddedInCrm}) {
            shown.lines.first().standing = standing;
            QVERIFY(!exitsWithOneClick(shown, now()));
        }
    }

    void statesHaveDentalTapsWords()
    {
        QCOMPARE(dentalTapStatus(S::Booked, false), u"scheduled"_s);
        QCOMPARE(dentalTapStatus(S::Booked, true), u"confirmed"_s);
        QCOMPARE(dentalTapStatus(S::Arrived, true), u"arrived"_s);
        QCOMPARE(dentalTapStatus(S::InTreatment, false), u"inTreatment"_s);
        QCOMPARE(dentalTapStatus(S::AwaitingInvoice, false), u"completed"_s);
        QCOMPARE(dentalTapStatus(S::Invoiced, false), u"completed"_s);
        QCOMPARE(dentalTapStatus(S::ClosedNoCharge, false), u"completed"_s);
        QCOMPARE(dentalTapStatus(S::NoShow, false), u"noShow"_s);
        QCOMPARE(dentalTapStatus(S::Cancelled, false), u"cancelled"_s);
    }
};

QTEST_APPLESS_MAIN(TestVisitRules)
#include "tst_visitrules.moc"
