// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! Acts of staff against what was already sent (architecture.md section 3), and exits out of the
//! ordinary, with what the outside systems hold in the end.
class TestActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void calledOff_data();
    void calledOff();
    void undoneCancelStandsAgain_data();
    void undoneCancelStandsAgain();
    void revivedInDentalTapStandsAgain();
    void movedEverywhere_data();
    void movedEverywhere();
    void exitIsTakenBackUntilConverted();
    void anUnknownActHoldsTheExit();
    void laterActsJoinTheFormer();
    void aConsultationAloneIsInvoiced();
    void anActWithoutPriceClosesWithoutCharge();

private:
    enum class Delivered { Nothing, ButCrm, ButDentalTap, All };
    static void deliveries();
    //! A booking that came so far; then everything is free to flow again once resume() is called.
    VisitId bookedUpTo(Delivered delivered);
    bool resume();
    VisitId inChair(const QJsonArray &acts);
    Result<Visit> exit(const VisitId &id);
    QJsonObject record(const QString &system, const QString &collection, const QString &id) const;

    std::unique_ptr<SimulatedDesk> m_clinic;
};

namespace {

QJsonObject act(const QString &tooth)
{
    return {{u"treatment"_s, u"any"_s}, {u"tooth"_s, tooth}};
}

QDateTime utc(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODate).toUTC();
}

} // namespace

void TestActs::init()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
}

void TestActs::cleanup()
{
    m_clinic.reset();
}

void TestActs::deliveries()
{
    QTest::addColumn<int>("delivered");
    QTest::addRow("nothing sent") << int(Delivered::Nothing);
    QTest::addRow("all but the CRM") << int(Delivered::ButCrm);
    QTest::addRow("all but DentalTap") << int(Delivered::ButDentalTap);
    QTest::addRow("all sent") << int(Delivered::All);
}

VisitId TestActs::bookedUpTo(Delivered delivered)
{
    Outbox *outbox = m_clinic->desk().outbox();
    if (delivered == Delivered::Nothing)
        outbox->stop();
    if (delivered == Delivered::ButCrm)
        m_clinic->simulator().refuse(u"zoho"_s);
    if (delivered == Delivered::ButDentalTap)
        m_clinic->simulator().refuse(u"dentaltap"_s);
    const Result<Visit> booked = m_clinic->bookNew(u"Noé"_s, u"Garnier"_s);
    if (!booked)
        return {};
    const Links *links = nullptr;
    VisitDetail detail;
    const bool reached = QTest::qWaitFor(
        [&] {
            detail = m_clinic->detail(booked->id);
            links = &detail.visitLinks;
            switch (delivered) {
            case Delivered::Nothing:
                return true;
            case Delivered::ButCrm:
                return links->contains(RecordKind::CalendarEvent)
                    && !outbox->state(Service::Zoho).reachable;
            case Delivered::ButDentalTap:
                return links->contains(RecordKind::CalendarEvent)
                    && links->contains(RecordKind::SalesOrder)
                    && !outbox->state(Service::DentalTap).reachable;
            case Delivered::All:
                return detail.rows.isEmpty();
            }
            return false;
        },
        20000);
    return reached ? booked->id : VisitId();
}

bool TestActs::resume()
{
    m_clinic->simulator().resume(u"zoho"_s);
    m_clinic->simulator().resume(u"dentaltap"_s);
    m_clinic->desk().outbox()->start();
    return m_clinic->drained();
}

VisitId TestActs::inChair(const QJsonArray &acts)
{
    const VisitId id = bookedUpTo(Delivered::All);
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    SimulatedDesk::await(workflow->checkIn(id));
    SimulatedDesk::await(workflow->seat(id));
    if (!m_clinic->drained() || (!acts.isEmpty() && !m_clinic->record(id, acts)))
        return {};
    return m_clinic->drained() ? id : VisitId();
}

Result<Visit> TestActs::exit(const VisitId &id)
{
    const QByteArray digest = m_clinic->detail(id).lines.digest();
    return SimulatedDesk::await(
        m_clinic->desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
}

QJsonObject TestActs::record(const QString &system, const QString &collection,
                             const QString &id) const
{
    for (const QJsonValue &each : m_clinic->simulator().records(system, collection)) {
        if (each[u"id"_s].toString() == id)
            return each.toObject();
    }
    return {};
}

void TestActs::calledOff_data()
{
    deliveries();
}

void TestActs::calledOff()
{
    QFETCH(int, delivered);
    for (const bool noShow : {false, true}) {
        const QJsonObject before = census(m_clinic->simulator());
        const VisitId id = bookedUpTo(Delivered(delivered));
        QVERIFY(!id.isEmpty());
        VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
        const Result<Visit> off = noShow ? SimulatedDesk::await(workflow->noShow(id))
                                         : SimulatedDesk::await(workflow->cancel(id, u"ill"_s));
        QVERIFY2(off, qPrintable(off ? QString() : off.error().message));
        QVERIFY(resume());
        const QJsonObject after = census(m_clinic->simulator());
        for (const QString &kind : {u"Events"_s, u"events"_s})
            QCOMPARE(after.value(kind).toInt(), before.value(kind).toInt());
        if (delivered == int(Delivered::Nothing))
            QCOMPARE(inWords(after), inWords(before));
        const Links links = m_clinic->detail(id).visitLinks;
        const auto linked = [&links](RecordKind kind) { return links.value(kind).remoteId; };
        if (const QString order = linked(RecordKind::SalesOrder); !order.isEmpty()) {
            QCOMPARE(record(u"zoho"_s, u"Sales_Orders"_s, order).value(u"Status"_s).toString(),
                     u"Cancelled"_s);
            const QString deal = linked(RecordKind::Deal);
            QCOMPARE(record(u"zoho"_s, u"Deals"_s, deal).value(u"Stage"_s).toString(),
                     u"Closed Lost"_s);
            const QString quote = linked(RecordKind::Quote);
            QCOMPARE(record(u"zoho"_s, u"Quotes"_s, quote).value(u"Quote_Stage"_s).toString(),
                     u"Closed Lost"_s);
        }
        if (const QString twin = linked(RecordKind::DentalTapAppointment); !twin.isEmpty()) {
            QCOMPARE(record(u"dentaltap"_s, u"appointments"_s, twin).value(u"status"_s).toString(),
                     noShow ? u"noShow"_s : u"cancelled"_s);
        }
        QVERIFY(delivered != int(Delivered::All) || !linked(RecordKind::SalesOrder).isEmpty());
    }
}

void TestActs::undoneCancelStandsAgain_data()
{
    QTest::addColumn<int>("delivered");
    QTest::addColumn<bool>("noShow");
    QTest::addRow("nothing sent") << int(Delivered::Nothing) << false;
    QTest::addRow("all but the CRM") << int(Delivered::ButCrm) << false;
    QTest::addRow("all but DentalTap") << int(Delivered::ButDentalTap) << false;
    QTest::addRow("all sent") << int(Delivered::All) << false;
    QTest::addRow("a no-show, nothing sent") << int(Delivered::Nothing) << true;
    QTest::addRow("a no-show, all sent") << int(Delivered::All) << true;
}

void TestActs::undoneCancelStandsAgain()
{
    QFETCH(int, delivered);
    QFETCH(bool, noShow);
    const QJsonObject before = census(m_clinic->simulator());
    const VisitId id = bookedUpTo(Delivered(delivered));
    QVERIFY(!id.isEmpty());
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    if (noShow)
        QVERIFY(SimulatedDesk::await(workflow->noShow(id)));
    else
        QVERIFY(SimulatedDesk::await(workflow->cancel(id, u"ill"_s)));
    if (delivered == int(Delivered::All))
        QVERIFY(resume());
    const Result<Visit> undone = SimulatedDesk::await(workflow->undo(id));
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message));
    QCOMPARE(undone->state, VisitState::Booked);
    QVERIFY(resume());
    const QJsonObject after = census(m_clinic->simulator());
    const QJsonObject wanted = withOneMore(before, bookingKinds());
    // DentalTap keeps the cancelled appointment beside the new one where it refuses the step back.
    for (const QString &kind : bookingKinds()) {
        const int extra = after.value(kind).toInt() - wanted.value(kind).toInt();
        QVERIFY2(extra == 0 || (kind == u"appointments"_s && extra == 1), qPrintable(kind));
    }
    const Links links = m_clinic->detail(id).visitLinks;
    QCOMPARE(record(u"zoho"_s, u"Sales_Orders"_s, links.value(RecordKind::SalesOrder).remoteId)
                 .value(u"Status"_s)
                 .toString(),
             u"Created"_s);
    const QString event = links.value(RecordKind::CalendarEvent).remoteId;
    QVERIFY(record(u"googlecalendar"_s, u"events"_s, event).value(u"status"_s).toString()
            != u"cancelled"_s);
    const QString twin = links.value(RecordKind::DentalTapAppointment).remoteId;
    QCOMPARE(record(u"dentaltap"_s, u"appointments"_s, twin).value(u"status"_s).toString(),
             u"scheduled"_s);
    // The visit that was called off and taken back goes on to its invoice.
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(exit(id));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
}

void TestActs::revivedInDentalTapStandsAgain()
{
    const QJsonObject before = census(m_clinic->simulator());
    const VisitId id = bookedUpTo(Delivered::All);
    QVERIFY(!id.isEmpty());
    QVERIFY(SimulatedDesk::await(m_clinic->desk().visitWorkflow()->cancel(id, u"ill"_s)));
    QVERIFY(m_clinic->drained());
    const QString twin =
        m_clinic->detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    QCOMPARE(m_clinic->simulator().edit(
                 QJsonObject{{u"system"_s, u"dentaltap"_s},
                             {u"collection"_s, u"appointments"_s},
                             {u"id"_s, twin},
                             {u"fields"_s, QJsonObject{{u"status"_s, u"scheduled"_s}}}}),
             QString());
    QVERIFY(SimulatedDesk::await(m_clinic->desk().readingIn()->run(Service::DentalTap)));
    QVERIFY(m_clinic->drained());
    const VisitDetail back = m_clinic->detail(id);
    QCOMPARE(back.entry.visit.state, VisitState::Booked);
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(withOneMore(before, bookingKinds())));
    const auto linked = [&back](RecordKind kind) { return back.visitLinks.value(kind).remoteId; };
    QCOMPARE(record(u"zoho"_s, u"Sales_Orders"_s, linked(RecordKind::SalesOrder))
                 .value(u"Status"_s)
                 .toString(),
             u"Created"_s);
    QCOMPARE(record(u"zoho"_s, u"Deals"_s, linked(RecordKind::Deal)).value(u"Stage"_s).toString(),
             u"Qualification"_s);
    QVERIFY(!record(u"zoho"_s, u"Events"_s, linked(RecordKind::CrmEvent)).isEmpty());
}

void TestActs::movedEverywhere_data()
{
    deliveries();
}

void TestActs::movedEverywhere()
{
    QFETCH(int, delivered);
    const QJsonObject before = census(m_clinic->simulator());
    const VisitId id = bookedUpTo(Delivered(delivered));
    QVERIFY(!id.isEmpty());
    Slot slot = m_clinic->detail(id).entry.appointment.slot;
    slot.start = slot.start.addSecs(3600);
    slot.end = slot.end.addSecs(3600);
    const Result<Visit> moved =
        SimulatedDesk::await(m_clinic->desk().booking()->move(id, slot, true));
    QVERIFY2(moved, qPrintable(moved ? QString() : moved.error().message));
    QVERIFY(resume());
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(withOneMore(before, bookingKinds())));
    const Links links = m_clinic->detail(id).visitLinks;
    const auto linked = [&links](RecordKind kind) { return links.value(kind).remoteId; };
    QCOMPARE(utc(record(u"zoho"_s, u"Events"_s, linked(RecordKind::CrmEvent))
                     .value(u"Start_DateTime"_s)),
             slot.start);
    QCOMPARE(utc(record(u"zoho"_s, u"Sales_Orders"_s, linked(RecordKind::SalesOrder))
                     .value(u"Visit_Start"_s)),
             slot.start);
    QCOMPARE(utc(record(u"dentaltap"_s, u"appointments"_s, linked(RecordKind::DentalTapAppointment))
                     .value(u"start"_s)),
             slot.start);
    QCOMPARE(utc(record(u"googlecalendar"_s, u"events"_s, linked(RecordKind::CalendarEvent))
                     .value(u"start"_s)
                     .toObject()
                     .value(u"dateTime"_s)),
             slot.start);
}

void TestActs::exitIsTakenBackUntilConverted()
{
    const VisitId id = inChair({act(u"36"_s)});
    QVERIFY(!id.isEmpty());
    const QJsonObject before = census(m_clinic->simulator());
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    m_clinic->desk().outbox()->stop();
    QVERIFY(exit(id));
    const Result<Visit> back = SimulatedDesk::await(workflow->undo(id));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QCOMPARE(back->state, VisitState::InTreatment);
    QVERIFY(resume());
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(before));
    QVERIFY(exit(id));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
    QVERIFY(!SimulatedDesk::await(workflow->undo(id)));
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(withOneMore(before, invoiceKinds())));
}

void TestActs::anUnknownActHoldsTheExit()
{
    const VisitId id = inChair({QJsonObject{{u"unknown"_s, true},
                                            {u"label"_s, u"Gouttière"_s},
                                            {u"tooth"_s, u"11"_s},
                                            {u"unitPrice"_s, u"100.00"_s}}});
    QVERIFY(!id.isEmpty());
    const OrderLines lines = m_clinic->detail(id).lines;
    QVERIFY(lines.hasUnknown());
    const Result<Visit> held = exit(id);
    QVERIFY(!held);
    QCOMPARE(held.error().kind, Error::Kind::Invalid);
    QString item;
    for (const ShownLine &line : lines.lines) {
        if (line.standing == ShownLine::Standing::Unknown)
            item = line.line.mark;
    }
    const Result<Product> product =
        SimulatedDesk::await(m_clinic->desk().booking()->consultation());
    QVERIFY(product);
    const ProductId chosen = product->id;
    QVERIFY(
        SimulatedDesk::await(m_clinic->desk().visitWorkflow()->chooseProduct(id, item, chosen)));
    QVERIFY(!m_clinic->detail(id).lines.hasUnknown());
    QVERIFY(exit(id));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
}

void TestActs::laterActsJoinTheFormer()
{
    const VisitId id = inChair({act(u"36"_s)});
    QVERIFY(!id.isEmpty());
    const qsizetype first = m_clinic->detail(id).lines.lines.size();
    m_clinic->simulator().clock().advance(600000);
    QVERIFY(m_clinic->record(id, {act(u"46"_s)}));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).lines.lines.size(), first + 1);
}

void TestActs::aConsultationAloneIsInvoiced()
{
    const VisitId id = inChair({});
    QVERIFY(!id.isEmpty());
    const QJsonObject before = census(m_clinic->simulator());
    const OrderLines lines = m_clinic->detail(id).lines;
    QCOMPARE(lines.lines.size(), 1);
    QVERIFY(exit(id));
    QVERIFY(m_clinic->drained());
    const VisitDetail done = m_clinic->detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.invoice.grandTotal.minor, lines.total().minor);
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(withOneMore(before, invoiceKinds())));
}

void TestActs::anActWithoutPriceClosesWithoutCharge()
{
    const Result<QList<Product>> products =
        SimulatedDesk::await(m_clinic->desk().catalogue()->products());
    QVERIFY(products);
    WalkInRequest request;
    for (const Product &product : *products) {
        if (product.code == u"CHI06"_s) // Dépose de fils, without price
            request.product = product.id;
    }
    QVERIFY(!request.product.isEmpty());
    request.patient.firstName = u"Noé"_s;
    request.patient.lastName = u"Garnier"_s;
    request.newDespiteSimilar = true;
    request.slot = m_clinic->freeSlot();
    const Result<Visit> booked = SimulatedDesk::await(m_clinic->desk().booking()->book(request));
    QVERIFY2(booked, qPrintable(booked ? QString() : booked.error().message));
    const VisitId id = booked->id;
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(id, {QJsonObject{{u"treatment"_s, u"CHI06"_s}}}));
    QVERIFY(m_clinic->drained());
    const QJsonObject before = census(m_clinic->simulator());
    const OrderLines lines = m_clinic->detail(id).lines;
    QCOMPARE(lines.lines.size(), 1);
    QCOMPARE(lines.lines.first().standing, ShownLine::Standing::Recorded);
    QVERIFY(lines.total().isZero());
    const Result<Visit> out = exit(id);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().message));
    QCOMPARE(out->state, VisitState::ClosedNoCharge);
    QVERIFY(m_clinic->drained());
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(before));
    const Links links = m_clinic->detail(id).visitLinks;
    QCOMPARE(record(u"zoho"_s, u"Sales_Orders"_s, links.value(RecordKind::SalesOrder).remoteId)
                 .value(u"Status"_s)
                 .toString(),
             u"Cancelled"_s);
    QCOMPARE(record(u"dentaltap"_s, u"appointments"_s,
                    links.value(RecordKind::DentalTapAppointment).remoteId)
                 .value(u"status"_s)
                 .toString(),
             u"completed"_s);
}

QTEST_GUILESS_MAIN(TestActs)
#include "tst_acts.moc"
