// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/zoho/simulatedcrm.h"

//! What staff do, as calls to the CRM and records in it.
class TestZohoConnector : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedCrm> m_crm;

    //! A booked visit with its order read.
    Facts booked(const QString &visit = u"0190c8e2-0000-7000-8000-000000000001"_s)
    {
        Facts facts = m_crm->walkIn(visit);
        const auto receipt = m_crm->book(facts);
        if (!receipt)
            qWarning("not booked: %s", qPrintable(receipt.error().message));
        const auto linked = m_crm->run(LinkInCrm{facts.visit.id}, facts);
        if (!linked)
            qWarning("not linked: %s", qPrintable(linked.error().message));
        else
            SimulatedCrm::take(*linked, facts);
        facts.lastSent = facts.order;
        return facts;
    }
    //! The visit's acts confirmed and on the order.
    Result<Receipt> finished(Facts &facts, const QList<RecordedAct> &acts)
    {
        facts.lines = m_crm->shown(facts, acts);
        facts.visit.confirmedTotal = facts.lines.total();
        const auto receipt = m_crm->run(UpdateSalesOrder{facts.visit.id, true}, facts);
        if (receipt)
            SimulatedCrm::take(*receipt, facts);
        return receipt;
    }
    QJsonArray linesOf(const Facts &facts)
    {
        return m_crm->record(u"Sales_Orders"_s, facts.order.id).value(u"Ordered_Items"_s).toArray();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_crm = std::make_unique<SimulatedCrm>();
        const auto report = m_crm->setUp();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->problems, QStringList());
    }
    void cleanup()
    {
        QCOMPARE(m_crm->dropped(), QStringList());
        m_crm.reset();
    }

    void aWalkInFromBookingToInvoiceCostsSevenCalls()
    {
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000a"_s);
        QVERIFY(m_crm->book(facts));
        QCOMPARE(m_crm->calls(), 1);

        SimulatedCrm::link(facts.patientLinks, RecordKind::DentalTapPatient, u"pat_1"_s);
        SimulatedCrm::link(facts.patientLinks, RecordKind::QuickBooksCustomer, u"61"_s);
        SimulatedCrm::link(facts.visitLinks, RecordKind::DentalTapAppointment, u"apt_1"_s);
        SimulatedCrm::link(facts.visitLinks, RecordKind::CalendarEvent, u"event1"_s);
        const auto linked = m_crm->run(LinkInCrm{facts.visit.id}, facts);
        QVERIFY(linked);
        SimulatedCrm::take(*linked, facts);
        QCOMPARE(m_crm->calls(), 2);
        facts.lastSent = facts.order;

        facts.lines = m_crm->shown(facts, {m_crm->act(u"item-1"_s, 0)});
        const auto live = m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts);
        QVERIFY2(live, live ? "" : qPrintable(live.error().message));
        SimulatedCrm::take(*live, facts);
        facts.lastSent = facts.order;
        QCOMPARE(m_crm->calls(), 3);

        const auto final =
            finished(facts, {m_crm->act(u"item-1"_s, 0), m_crm->act(u"item-2"_s, 5, {u"36"_s})});
        QVERIFY2(final, final ? "" : qPrintable(final.error().message));
        QCOMPARE(final->outcome, Receipt::Outcome::Done);
        QCOMPARE(m_crm->calls(), 4);
        QCOMPARE(facts.order.status, u"Approved"_s);
        QCOMPARE(linesOf(facts).size(), 2);

        const auto invoice = m_crm->run(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY2(invoice, invoice ? "" : qPrintable(invoice.error().message));
        QCOMPARE(invoice->outcome, Receipt::Outcome::Done);
        QCOMPARE(m_crm->calls(), 6);
        SimulatedCrm::take(*invoice, facts);
        QCOMPARE(facts.invoice.grandTotal, facts.visit.confirmedTotal);
        for (const OrderLine &line : facts.invoice.lines)
            QVERIFY(!line.invoiceClass.isEmpty());

        SimulatedCrm::link(facts.visitLinks, RecordKind::QuickBooksInvoice, u"130"_s);
        const auto closed = m_crm->run(CloseInCrm{facts.visit.id}, facts);
        QVERIFY2(closed, closed ? "" : qPrintable(closed.error().message));
        QCOMPARE(m_crm->calls(), 7);
        QCOMPARE(m_crm->record(u"Invoices"_s, facts.invoice.id).value(u"QuickBooks_ID"_s),
                 QJsonValue(u"130"_s));
    }

    void aBookingMakesFiveRecordsThatNameEachOther()
    {
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000b"_s);
        const auto receipt = m_crm->book(facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        const QString order = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
        QCOMPARE(m_crm->record(u"Contacts"_s, contact).value(u"Vestibule_Ref"_s).toString(),
                 facts.patient.id.value);
        const QJsonObject commande = m_crm->record(u"Sales_Orders"_s, order);
        QCOMPARE(commande.value(u"Vestibule_Ref"_s).toString(), facts.visit.id.value);
        QCOMPARE(zoho::idOf(commande.value(u"Contact_Name"_s)), contact);
        QCOMPARE(zoho::idOf(commande.value(u"Deal_Name"_s)),
                 facts.visitLinks.value(RecordKind::Deal).remoteId);
        QCOMPARE(zoho::idOf(commande.value(u"Quote_Name"_s)),
                 facts.visitLinks.value(RecordKind::Quote).remoteId);
        const QJsonObject line = commande.value(u"Ordered_Items"_s).toArray().at(0).toObject();
        QCOMPARE(line.value(u"Vestibule_Item"_s).toString(), u"booking"_s);
        QCOMPARE(zoho::timeFrom(commande.value(u"Visit_Start"_s).toString()),
                 facts.appointment.slot.start);
        const QJsonObject event =
            m_crm->record(u"Events"_s, facts.visitLinks.value(RecordKind::CrmEvent).remoteId);
        QCOMPARE(zoho::idOf(event.value(u"What_Id"_s)), order);
        QCOMPARE(zoho::idOf(event.value(u"Who_Id"_s)), contact);
        QCOMPARE(zoho::idOf(event.value(u"Owner"_s)), facts.provider.crmUser);
        QCOMPARE(event.value(u"Start_DateTime"_s).toString(), u"2026-01-05T10:00:00+04:00"_s);
    }

    void aKnownPatientIsWrittenOnlyWhenChanged()
    {
        Facts first = booked();
        Facts second = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000c"_s);
        second.patientLinks = first.patientLinks;
        second.patient = first.patient;
        const QString contact = first.patientLinks.value(RecordKind::Contact).remoteId;
        const QString before =
            m_crm->record(u"Contacts"_s, contact).value(u"Modified_Time"_s).toString();
        m_crm->simulator().clock().advance(5000);
        QVERIFY(m_crm->book(second));
        QCOMPARE(m_crm->record(u"Contacts"_s, contact).value(u"Modified_Time"_s).toString(),
                 before);

        Facts third = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000d"_s);
        third.patientLinks = first.patientLinks;
        third.patient = first.patient;
        third.patient.email = u"anaelle@mail.example"_s;
        third.contactChanged = true;
        QVERIFY(m_crm->book(third));
        QCOMPARE(m_crm->record(u"Contacts"_s, contact).value(u"Email"_s).toString(),
                 third.patient.email);
    }

    void anEventThatWasThereBeforeGetsTheOrder()
    {
        const Facts other = booked();
        const QString event = other.visitLinks.value(RecordKind::CrmEvent).remoteId;
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000e"_s);
        SimulatedCrm::link(facts.visitLinks, RecordKind::CrmEvent, event);
        const auto receipt = m_crm->book(facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(facts.visitLinks.value(RecordKind::CrmEvent).remoteId, event);
        QCOMPARE(zoho::idOf(m_crm->record(u"Events"_s, event).value(u"What_Id"_s)),
                 facts.visitLinks.value(RecordKind::SalesOrder).remoteId);
    }

    void withoutSubformFieldsTheMarkIsATailOfTheDescription()
    {
        const auto report = QCoro::waitFor(m_crm->client().setup(Settings::Zoho()));
        QVERIFY(report);
        zoho::SetupReport bare = *report;
        bare.subformFields.clear();
        bare.optionalFields.clear();
        m_crm->connector().setSetup(bare);
        Facts facts = booked();
        QCOMPARE(facts.order.lines.first().mark, u"booking"_s);
        const auto live = finished(facts, {m_crm->act(u"item-9"_s, 5, {u"36"_s})});
        QVERIFY(live);
        QCOMPARE(facts.order.lines.last().mark, u"item-9"_s);
        QCOMPARE(facts.order.lines.last().tooth, u"36"_s);
        QCOMPARE(linesOf(facts).last()[u"Description"].toString(), u"36 [v:item-9]"_s);
    }

    void aPersonsLineAndPriceSurviveTheUpdate()
    {
        Facts facts = booked();
        const QString own = facts.order.lines.first().remoteId;
        const QJsonArray lines{
            QJsonObject{{u"id"_s, own}, {u"List_Price"_s, 123.5}},
            QJsonObject{{u"Product_Name"_s, zoho::lookup(m_crm->product(7).id.value)},
                        {u"Quantity"_s, 2},
                        {u"List_Price"_s, 10}}};
        // The desk has not seen it: its stamp is stale, the CRM answers 412.
        m_crm->edit(u"Sales_Orders"_s, facts.order.id, {{u"lines"_s, lines}});
        m_crm->simulator().clearJournal();
        facts.lines = m_crm->shown(facts, {m_crm->act(u"item-1"_s, 5, {u"11"_s})});
        const auto live = m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts);
        QVERIFY2(live, live ? "" : qPrintable(live.error().message));
        QCOMPARE(m_crm->calls(), 2);
        const QJsonArray stored = linesOf(facts);
        QCOMPARE(stored.size(), 3);
        QCOMPARE(stored.at(0)[u"List_Price"].toDouble(), 123.5);
        QCOMPARE(stored.at(1)[u"Quantity"].toDouble(), 2.0);
        QCOMPARE(stored.at(2)[u"Vestibule_Item"].toString(), u"item-1"_s);
    }

    void aPriceTypedWithinTheSecondOfOurUpdateSurvives()
    {
        Facts facts = booked();
        const auto update = [&](const QList<RecordedAct> &acts) {
            facts.lines = m_crm->shown(facts, acts);
            const auto live = m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts);
            if (live)
                SimulatedCrm::take(*live, facts);
            return live.has_value();
        };
        RecordedAct first = m_crm->act(u"item-1"_s, 5, {u"11"_s});
        QVERIFY(update({first}));
        const QString typed = facts.order.lines.at(1).remoteId;
        m_crm->edit(u"Sales_Orders"_s, facts.order.id,
                    {{u"lines"_s, QJsonArray{QJsonObject{{u"id"_s, typed}, {u"List_Price"_s, 77}}}},
                     {u"sameSecond"_s, true}});
        // Another act comes, and the very line gets another quantity.
        first.quantity = 2000;
        QVERIFY(update({first, m_crm->act(u"item-2"_s, 6, {u"12"_s})}));
        QCOMPARE(linesOf(facts).size(), 3);
        QCOMPARE(linesOf(facts).at(1)[u"Quantity"].toDouble(), 2.0);
        QCOMPARE(linesOf(facts).at(1)[u"List_Price"].toDouble(), 77.0);
        // The next one knows whose price it is.
        QVERIFY(update({first, m_crm->act(u"item-3"_s, 6, {u"13"_s})}));
        QCOMPARE(linesOf(facts).at(1)[u"List_Price"].toDouble(), 77.0);
        QVERIFY(m_crm->shown(facts, {first}).lines.at(1).pricedByHand);
    }

    void aTotalThatAPersonChangedMeanwhileComesBackForConfirmation()
    {
        Facts facts = booked();
        m_crm->edit(
            u"Sales_Orders"_s, facts.order.id,
            {{u"lines"_s,
              QJsonArray{QJsonObject{{u"Product_Name"_s, zoho::lookup(m_crm->product(7).id.value)},
                                     {u"Quantity"_s, 1},
                                     {u"List_Price"_s, 10}}}}});
        const auto final = finished(facts, {m_crm->act(u"item-1"_s, 0)});
        QVERIFY2(final, final ? "" : qPrintable(final.error().message));
        QCOMPARE(final->outcome, Receipt::Outcome::TotalDiffers);
        QVERIFY(final->note.contains(facts.order.number));
        QVERIFY(final->order.has_value());
    }

    void actsThatAreGoneTakeTheirLinesAlong()
    {
        Facts facts = booked();
        facts.lines = m_crm->shown(facts, {m_crm->act(u"item-1"_s, 5, {u"11"_s})});
        const auto live = m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts);
        QVERIFY(live);
        SimulatedCrm::take(*live, facts);
        facts.lastSent = facts.order;
        QCOMPARE(linesOf(facts).size(), 2);
        const auto final = finished(facts, {});
        QVERIFY(final);
        QCOMPARE(final->outcome, Receipt::Outcome::Done);
        QCOMPARE(linesOf(facts).size(), 1);
    }

    void anUnchangedOrderIsNotWritten()
    {
        Facts facts = booked();
        facts.lines = m_crm->shown(facts, {});
        m_crm->simulator().clearJournal();
        QVERIFY(m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts));
        QCOMPARE(m_crm->calls(), 0);
    }

    void anotherCurrencyIsRefusedInWords()
    {
        Facts facts = booked();
        m_crm->edit(u"Sales_Orders"_s, facts.order.id, {{u"Currency"_s, u"EUR"_s}});
        facts.order.currency = u"EUR"_s;
        facts.lines = m_crm->shown(facts, {m_crm->act(u"item-1"_s, 5)});
        const auto live = m_crm->run(UpdateSalesOrder{facts.visit.id, false}, facts);
        QVERIFY(!live);
        QCOMPARE(live.error().kind, Error::Kind::Invalid);
        QVERIFY(live.error().message.contains(u"EUR"_s));
    }

    void anOrderThatWasConvertedMeanwhileIsAdopted()
    {
        Facts facts = booked();
        const QList<RecordedAct> acts{m_crm->act(u"item-1"_s, 5, {u"11"_s})};
        Facts behind = facts;
        QVERIFY(finished(facts, acts));
        QVERIFY(m_crm->run(ConvertToInvoice{facts.visit.id}, facts));
        // What was prepared before, and leaves only now.
        behind.lines = m_crm->shown(behind, acts);
        behind.visit.confirmedTotal = behind.lines.total();
        for (const bool final : {false, true}) {
            const auto late = m_crm->run(UpdateSalesOrder{behind.visit.id, final}, behind);
            QVERIFY2(late, late ? "" : qPrintable(late.error().message));
            QCOMPARE(late->outcome, Receipt::Outcome::Done);
            QVERIFY(late->order && late->order->converted);
            QCOMPARE(late->order->grandTotal, behind.visit.confirmedTotal);
        }
        // Whether the invoice is the one that was confirmed is said by the conversion.
        behind.visit.confirmedTotal.minor += 100;
        const auto late = m_crm->run(UpdateSalesOrder{behind.visit.id, true}, behind);
        QVERIFY(late);
        QCOMPARE(late->outcome, Receipt::Outcome::Done);
        const auto invoice = m_crm->run(ConvertToInvoice{behind.visit.id}, behind);
        QVERIFY(invoice);
        QCOMPARE(invoice->outcome, Receipt::Outcome::TotalDiffers);
        QVERIFY(invoice->note.contains(invoice->invoice->number));
    }

    void aSecondConversionFindsTheFirst()
    {
        Facts facts = booked();
        QVERIFY(finished(facts, {m_crm->act(u"item-1"_s, 0)}));
        const auto first = m_crm->run(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY(first);
        const auto second = m_crm->run(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(second->invoice->id, first->invoice->id);
        QCOMPARE(m_crm->where(u"Invoices"_s, u"Sales_Order"_s, facts.order.id).size(), 1);
    }

    void anInvoiceOfAnotherTotalStops()
    {
        Facts facts = booked();
        QVERIFY(finished(facts, {m_crm->act(u"item-1"_s, 0)}));
        facts.visit.confirmedTotal.minor += 1;
        const auto receipt = m_crm->run(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY(receipt);
        QCOMPARE(receipt->outcome, Receipt::Outcome::TotalDiffers);
        QVERIFY(receipt->visitLinks.contains(RecordKind::CrmInvoice));
    }

    void aCancelClosesWhatTheBookingMade()
    {
        Facts facts = booked();
        facts.visit.cancelReason = u"ill"_s;
        const auto receipt = m_crm->run(CancelInCrm{facts.visit.id}, facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->unlinked, QList<RecordKind>{RecordKind::CrmEvent});
        const Links links = facts.visitLinks;
        const auto value = [&](const QString &module, RecordKind kind, const QString &field) {
            return m_crm->record(module, links.value(kind).remoteId).value(field).toString();
        };
        QCOMPARE(value(u"Sales_Orders"_s, RecordKind::SalesOrder, u"Status"_s), u"Cancelled"_s);
        QCOMPARE(value(u"Deals"_s, RecordKind::Deal, u"Stage"_s), u"Closed Lost"_s);
        QCOMPARE(value(u"Quotes"_s, RecordKind::Quote, u"Quote_Stage"_s), u"Closed Lost"_s);
        QVERIFY(m_crm->record(u"Events"_s, links.value(RecordKind::CrmEvent).remoteId).isEmpty());

        // Again, as after a lost answer, and then undone.
        QVERIFY(m_crm->run(CancelInCrm{facts.visit.id}, facts));
        SimulatedCrm::take(*receipt, facts);
        const auto revived = m_crm->run(ReviveInCrm{facts.visit.id}, facts);
        QVERIFY(revived);
        QCOMPARE(revived->order->status, u"Created"_s);
        const auto event = m_crm->run(PutCrmEvent{facts.visit.id}, facts);
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
        SimulatedCrm::take(*event, facts);
        QCOMPARE(m_crm->where(u"Events"_s, u"What_Id"_s, facts.order.id).size(), 1);
        QCOMPARE(value(u"Deals"_s, RecordKind::Deal, u"Stage"_s), u"Qualification"_s);
    }

    void aCancelOfAnInvoicedOrderLeavesTheRecords_data()
    {
        QTest::addColumn<CancelInCrm::Why>("why");
        QTest::newRow("cancelled") << CancelInCrm::Why::Cancelled;
        QTest::newRow("no-show") << CancelInCrm::Why::NoShow;
        QTest::newRow("no charge") << CancelInCrm::Why::NoCharge;
    }
    void aCancelOfAnInvoicedOrderLeavesTheRecords()
    {
        QFETCH(CancelInCrm::Why, why);
        Facts facts = booked();
        const Links links = facts.visitLinks;
        QVERIFY(finished(facts, {m_crm->act(u"item-1"_s, 0)}));
        const auto invoice = m_crm->run(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY(invoice);
        const auto whole = [&](const QString &module, RecordKind kind) {
            return m_crm->record(module, links.value(kind).remoteId);
        };
        const QList<QPair<QString, RecordKind>> all{{u"Sales_Orders"_s, RecordKind::SalesOrder},
                                                    {u"Deals"_s, RecordKind::Deal},
                                                    {u"Quotes"_s, RecordKind::Quote},
                                                    {u"Events"_s, RecordKind::CrmEvent}};
        QList<QJsonObject> before;
        for (const auto &[module, kind] : all)
            before.append(whole(module, kind));
        const auto receipt = m_crm->run(CancelInCrm{facts.visit.id, why}, facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->invoice->id, invoice->invoice->id);
        QVERIFY(receipt->note.contains(invoice->invoice->number));
        QVERIFY(receipt->unlinked.isEmpty());
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(whole(all.at(i).first, all.at(i).second), before.at(i));
    }

    void anAffaireWithAnotherOrderStaysOpen()
    {
        Facts first = booked();
        Facts second = m_crm->walkIn(u"0190c8e2-0000-7000-8000-00000000000f"_s);
        second.patientLinks = first.patientLinks;
        second.visitLinks.insert(RecordKind::Deal, first.visitLinks.value(RecordKind::Deal));
        QVERIFY(m_crm->book(second));
        const auto receipt = m_crm->run(CancelInCrm{first.visit.id}, first);
        QVERIFY(receipt);
        const QString deal = first.visitLinks.value(RecordKind::Deal).remoteId;
        QCOMPARE(m_crm->record(u"Deals"_s, deal).value(u"Stage"_s).toString(), u"Qualification"_s);
    }

    void aVisitWithoutChargeKeepsItsEvent()
    {
        Facts facts = booked();
        const QString event = facts.visitLinks.value(RecordKind::CrmEvent).remoteId;
        QVERIFY(m_crm->run(CancelInCrm{facts.visit.id, CancelInCrm::Why::NoCharge}, facts));
        QVERIFY(!m_crm->record(u"Events"_s, event).isEmpty());
    }

    void cancellingABookingThatNeverArrivedIsDone()
    {
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-000000000010"_s);
        QVERIFY(m_crm->run(CancelInCrm{facts.visit.id}, facts));
        QCOMPARE(m_crm->calls(), 1);
    }

    void aMoveMovesTheEvent()
    {
        Facts facts = booked();
        facts.appointment.slot.start = facts.appointment.slot.start.addSecs(3600);
        facts.appointment.slot.end = facts.appointment.slot.end.addSecs(3600);
        QVERIFY(m_crm->run(PutCrmEvent{facts.visit.id}, facts));
        const QString event = facts.visitLinks.value(RecordKind::CrmEvent).remoteId;
        QCOMPARE(m_crm->record(u"Events"_s, event).value(u"Start_DateTime"_s).toString(),
                 u"2026-01-05T11:00:00+04:00"_s);
        QCOMPARE(
            m_crm->record(u"Sales_Orders"_s, facts.order.id).value(u"Visit_Start"_s).toString(),
            u"2026-01-05T11:00:00+04:00"_s);
    }

    void aChangedPatientIsWrittenUnlessThePlaceIsTaken()
    {
        Facts facts = booked();
        facts.patient.mobile = u"+23052511111"_s;
        QVERIFY(m_crm->run(PutContact{facts.patient.id}, facts));
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        QCOMPARE(m_crm->record(u"Contacts"_s, contact).value(u"Mobile"_s).toString(),
                 facts.patient.mobile);

        m_crm->edit(u"Contacts"_s, contact, {{u"Mobile"_s, u"+23052522222"_s}});
        facts.patient.mobile = u"+23052533333"_s;
        const auto refused = m_crm->run(PutContact{facts.patient.id}, facts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(u"Mobile"_s));
        QVERIFY(!refused.error().message.contains(u"5252"_s));

        // Both say the same: nothing left to do.
        facts.patient.mobile = u"+23052522222"_s;
        QVERIFY(m_crm->run(PutContact{facts.patient.id}, facts));
    }

    void triggersAreNamedOperationByOperation()
    {
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-000000000011"_s);
        const auto silent = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY(silent);
        QCOMPARE(silent->payload.count("\"trigger\":[]"), 5);
    }
};

QTEST_GUILESS_MAIN(TestZohoConnector)
#include "tst_zohoconnector.moc"
