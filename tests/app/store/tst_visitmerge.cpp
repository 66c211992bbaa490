// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/desk.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestVisitMerge : public QObject
{
    Q_OBJECT

private:
    static RemoteAppointment tap(const QString &id, int hour = 9)
    {
        RemoteAppointment remote;
        remote.system = Service::DentalTap;
        remote.remoteId = id;
        remote.stamp = u"1"_s;
        remote.slot.provider = ProviderId(u"surgeon-1"_s);
        remote.slot.room = RoomId(u"room-1"_s);
        remote.slot.start = QDateTime(QDate(2030, 5, 6), QTime(hour, 0), Qt::UTC);
        remote.slot.end = remote.slot.start.addSecs(1800);
        remote.status = u"scheduled"_s;
        remote.reason = u"Control"_s;
        remote.strangerRemoteId = u"tap-patient-1"_s;
        remote.strangerName = u"Unknown Person"_s;
        return remote;
    }
    static RemoteAppointment event(const QString &id, int hour = 9)
    {
        RemoteAppointment remote = tap(id, hour);
        remote.system = Service::Zoho;
        remote.status.clear();
        remote.slot.room = RoomId();
        remote.strangerRemoteId.clear();
        remote.strangerName.clear();
        return remote;
    }
    int merge(const RemoteAppointment &remote)
    {
        const QList<RemoteAppointment> one(1, remote);
        return Desk::wait(m_desk->visits.merge(one)).value_or(-1);
    }
    QList<DayEntry> day() { return *Desk::wait(m_desk->visits.day(QDate(2030, 5, 6))); }
    QStringList waiting()
    {
        QStringList names;
        const auto rows = Desk::wait(m_desk->outbox.list());
        for (const OutboxRow &row : *rows)
            names.append(row.command);
        return names;
    }
    void knowPatient(const QString &contact)
    {
        RemotePatient remote;
        remote.patient = Desk::zebulon();
        remote.contactId = contact;
        const QList<RemotePatient> page(1, remote);
        QVERIFY(Desk::wait(m_desk->patients.putRemote(page)));
    }
    //! A desk booking whose records all exist outside.
    VisitId delivered()
    {
        const VisitId id = m_desk->book()->id;
        for (;;) {
            const QList<OutboxItem> items = *m_desk->claim();
            if (items.isEmpty())
                return id;
            for (const OutboxItem &item : items) {
                Receipt receipt;
                const auto link = [&receipt](RecordKind kind, const QString &remote) {
                    receipt.visitLinks.insert(kind, RemoteLink{kind, remote, u"1"_s, {}});
                };
                const QString name = commandName(item.command);
                if (name == u"BookInCrm"_s) {
                    receipt.patientLinks.insert(RecordKind::Contact,
                                                RemoteLink{RecordKind::Contact, u"c1"_s, {}, {}});
                    link(RecordKind::SalesOrder, u"so1"_s);
                    link(RecordKind::CrmEvent, u"ev1"_s);
                } else if (name == u"PutDentalTapAppointment"_s) {
                    link(RecordKind::DentalTapAppointment, u"tap1"_s);
                } else if (name == u"PutCalendarEvent"_s) {
                    link(RecordKind::CalendarEvent, u"cal1"_s);
                }
                if (!Desk::wait(m_desk->outbox.complete(item, receipt)))
                    return {};
            }
        }
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_directory->filePath(u"desk.sqlite"_s));
        QVERIFY(m_desk->open());
        const QList<Product> products{Desk::consultation()};
        QVERIFY(Desk::wait(m_desk->catalogue.putProducts(products)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_directory.reset();
    }

    void aStrangerBecomesACardAndLaterAPatient()
    {
        QCOMPARE(merge(tap(u"a1"_s)), 1);
        QCOMPARE(day().size(), 1);
        QCOMPARE(day().first().patientName, u"Unknown Person"_s);
        QVERIFY(!day().first().hasOrder);
        QCOMPARE(day().first().appointment.origin, Appointment::Origin::DentalTap);
        QCOMPARE(merge(tap(u"a1"_s)), 0);
        knowPatient(u"c9"_s);
        RemoteAppointment known = tap(u"a1"_s);
        known.contactId = u"c9"_s;
        QCOMPARE(merge(known), 1);
        QCOMPARE(day().first().patientName, u"Zebulon Quartzovski"_s);
        QCOMPARE(waiting(), QStringList());
    }

    void twoDesksDeriveTheSameId()
    {
        QCOMPARE(merge(tap(u"a1"_s)), 1);
        QCOMPARE(day().first().visit.id.value, derivedUuid(u"dentaltap:appointment:a1"));
    }

    void eventAndAppointmentOfOnePatientAreOneVisit()
    {
        knowPatient(u"c9"_s);
        RemoteAppointment first = event(u"e1"_s);
        first.contactId = u"c9"_s;
        first.salesOrderId = u"so9"_s;
        RemoteAppointment second = tap(u"a1"_s);
        second.contactId = u"c9"_s;
        merge(first);
        merge(second);
        QCOMPARE(day().size(), 1);
        QVERIFY(day().first().hasOrder);
        QCOMPARE(Desk::wait(m_desk->visits.find(u"a1"_s))->value,
                 Desk::wait(m_desk->visits.find(u"e1"_s))->value);
        // A second appointment at the same time is another visit.
        RemoteAppointment third = tap(u"a2"_s);
        third.contactId = u"c9"_s;
        merge(third);
        QCOMPARE(day().size(), 2);
    }

    void whatWasOverBeforeIsSettledByItsOrder()
    {
        knowPatient(u"c9"_s);
        RemoteAppointment over = tap(u"a1"_s, 4);
        over.contactId = u"c9"_s;
        over.salesOrderId = u"so9"_s;
        over.status = u"completed"_s;
        over.times = {over.slot.start, over.slot.start.addSecs(300), over.slot.end};
        RemoteAppointment orderless = tap(u"a2"_s, 5);
        orderless.status = u"completed"_s;
        QCOMPARE(merge(over), 1);
        QCOMPARE(merge(orderless), 1);
        const VisitId billed = *Desk::wait(m_desk->visits.find(u"a1"_s));
        const VisitId open = *Desk::wait(m_desk->visits.find(u"a2"_s));
        const QDateTime from = over.slot.start.addDays(-1);
        const QHash<VisitId, QString> both{{billed, u"so9"_s}, {open, QString()}};
        QCOMPARE(*Desk::wait(m_desk->visits.unsettled(from)), both);
        QVERIFY(Desk::wait(m_desk->visits.unsettled(from.addDays(3)))->isEmpty());
        OrderOutcome invoiced;
        invoiced.visit = billed;
        invoiced.standing = OrderOutcome::Standing::Invoiced;
        invoiced.invoiceId = u"in9"_s;
        invoiced.invoiceNumber = u"INV-9"_s;
        invoiced.ledgerId = u"5009"_s;
        invoiced.total = Money{250000, Currency{u"MUR"_s, 2}};
        OrderOutcome unbilled;
        unbilled.visit = open;
        const QList<OrderOutcome> outcomes{invoiced, unbilled};
        QCOMPARE(*Desk::wait(m_desk->visits.settle(outcomes)), 2);
        const VisitDetail done = *Desk::wait(m_desk->visits.detail(billed));
        QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
        QCOMPARE(done.entry.visit.arrivedAt, over.slot.start);
        QCOMPARE(done.entry.visit.seatedAt, over.slot.start.addSecs(300));
        QCOMPARE(done.entry.visit.leftAt, over.slot.end);
        QCOMPARE(done.entry.visit.crmInvoiceNumber, u"INV-9"_s);
        QCOMPARE(done.entry.visit.quickBooksInvoiceNumber, u"5009"_s);
        QCOMPARE(done.entry.total, invoiced.total);
        QCOMPARE(done.visitLinks.value(RecordKind::CrmInvoice).remoteId, u"in9"_s);
        QCOMPARE(done.visitLinks.value(RecordKind::QuickBooksInvoice).remoteId, u"5009"_s);
        const VisitDetail waits = *Desk::wait(m_desk->visits.detail(open));
        QCOMPARE(waits.entry.visit.state, VisitState::InTreatment);
        QVERIFY(waits.entry.visit.readyToExit);
        // Settled once; what is open is asked about again, another desk may bill it.
        QCOMPARE(*Desk::wait(m_desk->visits.settle(outcomes)), 0);
        QCOMPARE(Desk::wait(m_desk->visits.unsettled(from))->keys(), QList<VisitId>{open});
        QCOMPARE(waiting(), QStringList());
    }

    void ourOwnEchoChangesNothing()
    {
        const VisitId id = delivered();
        RemoteAppointment echo = tap(u"tap1"_s);
        echo.stamp = u"2"_s;
        echo.contactId = u"c1"_s;
        QCOMPARE(merge(echo), 0);
        QCOMPARE(waiting(), QStringList());
        QCOMPARE(day().size(), 1);
        QCOMPARE(day().first().visit.id, id);
    }

    void aMoveThereIsFollowedAndToldToTheOthers()
    {
        const VisitId id = delivered();
        RemoteAppointment moved = tap(u"tap1"_s, 11);
        moved.stamp = u"2"_s;
        QCOMPARE(merge(moved), 1);
        const auto context = *Desk::wait(m_desk->visits.context(id));
        QCOMPARE(context.appointment.slot.start, moved.slot.start);
        QVERIFY(waiting().contains(u"PutCrmEvent"_s));
        QVERIFY(waiting().contains(u"PutCalendarEvent"_s));
        QVERIFY(!waiting().contains(u"PutDentalTapAppointment"_s));
    }

    void aChangeOfOursOnItsWayIsLeftAlone()
    {
        const VisitId id = delivered();
        Slot ours = m_desk->appointment(14).slot;
        const VisitStore::Rule move = [ours](const VisitContext &context) {
            return moveTo(context, ours);
        };
        QVERIFY(Desk::wait(m_desk->visits.commit(id, move, StaffId(u"s"_s))));
        RemoteAppointment moved = tap(u"tap1"_s, 11);
        moved.stamp = u"2"_s;
        QCOMPARE(merge(moved), 0);
        QCOMPARE(Desk::wait(m_desk->visits.context(id))->appointment.slot, ours);
    }

    void cancelledThereIsCancelledHere()
    {
        const VisitId id = delivered();
        RemoteAppointment off = tap(u"tap1"_s);
        off.stamp = u"2"_s;
        off.status = u"cancelled"_s;
        QCOMPARE(merge(off), 1);
        QCOMPARE(Desk::wait(m_desk->visits.context(id))->visit.state, VisitState::Cancelled);
        QVERIFY(waiting().contains(u"CancelInCrm"_s));
        QVERIFY(!waiting().contains(u"PutDentalTapStatus"_s));
        QCOMPARE(merge(off), 0);
    }

    void revivedThereStandsAgainEverywhere()
    {
        const VisitId id = delivered();
        RemoteAppointment off = tap(u"tap1"_s);
        off.stamp = u"2"_s;
        off.status = u"cancelled"_s;
        QCOMPARE(merge(off), 1);
        // What the cancel asked for has arrived.
        for (;;) {
            const QList<OutboxItem> items = *m_desk->claim();
            if (items.isEmpty())
                break;
            for (const OutboxItem &item : items) {
                Receipt receipt;
                if (std::holds_alternative<CancelInCrm>(item.command))
                    receipt.unlinked.append(RecordKind::CrmEvent);
                QVERIFY(Desk::wait(m_desk->outbox.complete(item, receipt)));
            }
        }
        QCOMPARE(waiting(), QStringList());
        RemoteAppointment back = off;
        back.stamp = u"3"_s;
        back.status = u"arrived"_s;
        back.slot.start = back.slot.start.addSecs(3600);
        back.slot.end = back.slot.end.addSecs(3600);
        QCOMPARE(merge(back), 1);
        const auto context = Desk::wait(m_desk->visits.context(id));
        QCOMPARE(context->visit.state, VisitState::Arrived);
        QCOMPARE(context->visit.cancelReason, QString());
        QCOMPARE(context->appointment.slot.start, back.slot.start);
        QVERIFY(waiting().contains(u"ReviveInCrm"_s));
        QVERIFY(waiting().contains(u"PutCrmEvent"_s));
        QVERIFY(waiting().contains(u"PutCalendarEvent"_s));
        QVERIFY(!waiting().contains(u"PutDentalTapStatus"_s));
        QVERIFY(!waiting().contains(u"PutDentalTapAppointment"_s));
        QCOMPARE(merge(back), 0);
    }

    void statusesAreTakenOver()
    {
        merge(tap(u"a1"_s));
        RemoteAppointment arrived = tap(u"a1"_s);
        arrived.stamp = u"2"_s;
        arrived.status = u"arrived"_s;
        QCOMPARE(merge(arrived), 1);
        QCOMPARE(day().first().visit.state, VisitState::Arrived);
        QCOMPARE(waiting(), QStringList());
        RemoteAppointment done = arrived;
        done.stamp = u"3"_s;
        done.status = u"completed"_s;
        merge(done);
        QVERIFY(day().first().visit.readyToExit);
    }

    void threeThousandTakeUnderASecond()
    {
        QList<RemoteAppointment> all;
        for (int i = 0; i < 3000; ++i) {
            RemoteAppointment each = tap(u"a%1"_s.arg(i));
            each.slot.start = each.slot.start.addSecs(60 * i);
            each.slot.end = each.slot.start.addSecs(1800);
            all.append(each);
        }
        QElapsedTimer timer;
        timer.start();
        for (int from = 0; from < 3000; from += 200) {
            const QList<RemoteAppointment> page = all.mid(from, 200);
            QVERIFY(Desk::wait(m_desk->visits.merge(page)));
        }
        qInfo("3000 appointments read in: %lld ms", static_cast<long long>(timer.elapsed()));
#ifdef QT_NO_DEBUG
        QVERIFY(timer.elapsed() < 1000);
#endif
        QVERIFY(timer.elapsed() < 10000);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestVisitMerge)
#include "tst_visitmerge.moc"
