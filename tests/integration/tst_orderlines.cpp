// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! The lines of a visit on their way between DentalTap, the desk and the CRM, where people write
//! too (architecture.md section 5, "Order lines").
class TestOrderLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatAPersonTypedInTheCrmSurvives();
    void anOrderInAnotherCurrencyIsRefusedAtTheExit();
    void aSecondActivityObjectJoinsTheFirst();
    void aSheetOpenedBeforeTheBookingArrivedStillCounts_data();
    void aSheetOpenedBeforeTheBookingArrivedStillCounts();

private:
    Result<Visit> book();
    //! Into the chair, whatever has been delivered so far.
    bool seat(const VisitId &id);
    //! The surgeon records; the desk's next reading sees it.
    bool tell(const VisitId &id, const QJsonArray &records, bool another = false);
    bool edit(const QString &system, const QString &collection, const QString &id,
              const QJsonObject &fields);
    QString linked(const VisitId &id, RecordKind kind);
    QJsonArray orderLines(const VisitId &id);
    QStringList teeth(const VisitId &id);
    Result<Visit> exit(const VisitId &id, const QByteArray &digest);

    std::unique_ptr<SimulatedDesk> m_clinic;
};

namespace {

QJsonObject act(const QString &tooth)
{
    return {{u"treatment"_s, u"any"_s}, {u"tooth"_s, tooth}};
}

} // namespace

void TestOrderLines::init()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
}

void TestOrderLines::cleanup()
{
    m_clinic.reset();
}

Result<Visit> TestOrderLines::book()
{
    return m_clinic->bookNew(u"Noé"_s, u"Garnier"_s);
}

bool TestOrderLines::seat(const VisitId &id)
{
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    return SimulatedDesk::await(workflow->checkIn(id)) && SimulatedDesk::await(workflow->seat(id));
}

bool TestOrderLines::tell(const VisitId &id, const QJsonArray &records, bool another)
{
    const QString refused = m_clinic->simulator().tell(
        QJsonObject{{u"appointment"_s, linked(id, RecordKind::DentalTapAppointment)},
                    {u"records"_s, records},
                    {u"another"_s, another}});
    return refused.isEmpty() && SimulatedDesk::await(m_clinic->desk().liveSync()->poll())
        && m_clinic->drained();
}

bool TestOrderLines::edit(const QString &system, const QString &collection, const QString &id,
                          const QJsonObject &fields)
{
    return m_clinic->simulator()
        .edit(QJsonObject{{u"system"_s, system},
                          {u"collection"_s, collection},
                          {u"id"_s, id},
                          {u"fields"_s, fields}})
        .isEmpty();
}

QString TestOrderLines::linked(const VisitId &id, RecordKind kind)
{
    return m_clinic->detail(id).visitLinks.value(kind).remoteId;
}

QJsonArray TestOrderLines::orderLines(const VisitId &id)
{
    const QString order = linked(id, RecordKind::SalesOrder);
    for (const QJsonValue &each : m_clinic->simulator().records(u"zoho"_s, u"Sales_Orders"_s)) {
        if (each[u"id"_s].toString() == order)
            return each[u"Ordered_Items"_s].toArray();
    }
    return {};
}

QStringList TestOrderLines::teeth(const VisitId &id)
{
    QStringList teeth;
    for (const ShownLine &shown : m_clinic->detail(id).lines.lines) {
        if (!shown.line.tooth.isEmpty())
            teeth.append(shown.line.tooth);
    }
    teeth.sort();
    return teeth;
}

Result<Visit> TestOrderLines::exit(const VisitId &id, const QByteArray &digest)
{
    return SimulatedDesk::await(
        m_clinic->desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
}

void TestOrderLines::whatAPersonTypedInTheCrmSurvives()
{
    const Result<Visit> booked = book();
    QVERIFY(booked);
    const VisitId id = booked->id;
    QVERIFY(m_clinic->drained() && seat(id) && m_clinic->drained());
    QVERIFY(tell(id, {act(u"36"_s)}));
    const QString order = linked(id, RecordKind::SalesOrder);
    QCOMPARE(orderLines(id).size(), 2);
    // A price within the second of our own last write, and a line of the office's.
    const QString ofAct = orderLines(id).at(1)[u"id"_s].toString();
    const QJsonObject product = orderLines(id).at(0)[u"Product_Name"_s].toObject();
    const QJsonArray typed{
        QJsonObject{{u"id"_s, ofAct}, {u"List_Price"_s, 111}},
        QJsonObject{{u"Product_Name"_s, QJsonObject{{u"id"_s, product.value(u"id"_s)}}},
                    {u"Quantity"_s, 3},
                    {u"List_Price"_s, 7}}};
    QVERIFY(
        edit(u"zoho"_s, u"Sales_Orders"_s, order, {{u"lines"_s, typed}, {u"sameSecond"_s, true}}));
    for (const QString &tooth : {u"46"_s, u"11"_s}) {
        QVERIFY(tell(id, {act(tooth)}));
        QCOMPARE(orderLines(id).at(1)[u"List_Price"_s].toDouble(), 111.0);
        QCOMPARE(orderLines(id).at(2)[u"Quantity"_s].toDouble(), 3.0);
        QCOMPARE(orderLines(id).at(2)[u"List_Price"_s].toDouble(), 7.0);
    }
    const OrderLines shown = m_clinic->detail(id).lines;
    QCOMPARE(shown.lines.size(), 5);
    QCOMPARE(std::count_if(shown.lines.begin(), shown.lines.end(),
                           [](const ShownLine &line) { return line.pricedByHand; }),
             1);
    QCOMPARE(std::count_if(shown.lines.begin(), shown.lines.end(),
                           [](const ShownLine &line) {
                               return line.standing == ShownLine::Standing::AddedInCrm;
                           }),
             1);
    const Result<Visit> out = exit(id, shown.digest());
    QVERIFY2(out, qPrintable(out ? QString() : out.error().message));
    QVERIFY(m_clinic->drained());
    const VisitDetail done = m_clinic->detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.invoice.grandTotal.minor, shown.total().minor);
}

void TestOrderLines::anOrderInAnotherCurrencyIsRefusedAtTheExit()
{
    // The order's lines are read when every twin is there; until then somebody changes it.
    m_clinic->simulator().refuse(u"dentaltap"_s);
    const Result<Visit> booked = book();
    QVERIFY(booked);
    const VisitId id = booked->id;
    QTRY_VERIFY_WITH_TIMEOUT(!linked(id, RecordKind::SalesOrder).isEmpty(), 20000);
    QVERIFY(edit(u"zoho"_s, u"Sales_Orders"_s, linked(id, RecordKind::SalesOrder),
                 {{u"Currency"_s, u"EUR"_s}}));
    m_clinic->simulator().resume(u"dentaltap"_s);
    QVERIFY(m_clinic->drained() && seat(id) && m_clinic->drained());
    const VisitDetail shown = m_clinic->detail(id);
    QCOMPARE(shown.lines.lines.size(), 1);
    const Result<Visit> out = exit(id, shown.lines.digest());
    QVERIFY(!out);
    QCOMPARE(out.error().kind, Error::Kind::Invalid);
    QVERIFY2(out.error().message.contains(u"EUR"_s), qPrintable(out.error().message));
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::InTreatment);
    QVERIFY(m_clinic->drained());
    // Corrected there it goes on: a refused exit reads the order again.
    QVERIFY(edit(u"zoho"_s, u"Sales_Orders"_s, linked(id, RecordKind::SalesOrder),
                 {{u"Currency"_s, u"MUR"_s}}));
    QVERIFY(!exit(id, shown.lines.digest()));
    QVERIFY(m_clinic->drained());
    const Result<Visit> now = exit(id, shown.lines.digest());
    QVERIFY2(now, qPrintable(now ? QString() : now.error().message));
}

void TestOrderLines::aSecondActivityObjectJoinsTheFirst()
{
    const Result<Visit> booked = book();
    QVERIFY(booked);
    const VisitId id = booked->id;
    QVERIFY(m_clinic->drained() && seat(id) && m_clinic->drained());
    QVERIFY(tell(id, {act(u"36"_s)}));
    QCOMPARE(teeth(id), QStringList{u"36"_s});
    const auto activities = [this, id] {
        QStringList ids;
        const QString own = linked(id, RecordKind::DentalTapAppointment);
        for (const QJsonValue &each :
             m_clinic->simulator().records(u"dentaltap"_s, u"treatment-activities"_s)) {
            if (each[u"appointmentId"_s].toString() == own)
                ids.append(each[u"id"_s].toString());
        }
        return ids;
    };
    const QStringList first = activities();
    QCOMPARE(first.size(), 1);
    // Past the overlap of "updated since": from now on the first object is not named any more.
    m_clinic->simulator().clock().advance(600000);
    QVERIFY(tell(id, {act(u"46"_s)}, true));
    QCOMPARE(activities().size(), 2);
    m_clinic->simulator().clock().advance(600000);
    QVERIFY(tell(id, {act(u"11"_s)}));
    QCOMPARE(teeth(id), (QStringList{u"11"_s, u"36"_s, u"46"_s}));
    QCOMPARE(orderLines(id).size(), 4);
    // A deleted object takes its acts along, and nobody else's.
    m_clinic->simulator().clock().advance(600000);
    QVERIFY(
        edit(u"dentaltap"_s, u"treatment-activities"_s, first.first(), {{u"deletedAt"_s, true}}));
    QVERIFY(SimulatedDesk::await(m_clinic->desk().liveSync()->poll()));
    QVERIFY(m_clinic->drained());
    QCOMPARE(teeth(id), (QStringList{u"11"_s, u"46"_s}));
    QCOMPARE(orderLines(id).size(), 3);
    QVERIFY(exit(id, m_clinic->detail(id).lines.digest()));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
}

void TestOrderLines::aSheetOpenedBeforeTheBookingArrivedStillCounts_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addRow("the order is made, not read yet") << false;
    QTest::addRow("everything arrived") << true;
}

void TestOrderLines::aSheetOpenedBeforeTheBookingArrivedStillCounts()
{
    QFETCH(bool, whole);
    m_clinic->desk().outbox()->stop();
    const Result<Visit> booked = book();
    QVERIFY(booked);
    const VisitId id = booked->id;
    QVERIFY(seat(id));
    const QByteArray shown = m_clinic->detail(id).lines.digest();
    if (!whole)
        m_clinic->simulator().refuse(u"dentaltap"_s);
    m_clinic->desk().outbox()->start();
    if (whole)
        QVERIFY(m_clinic->drained());
    else
        QTRY_VERIFY_WITH_TIMEOUT(!linked(id, RecordKind::SalesOrder).isEmpty(), 20000);
    QCOMPARE(m_clinic->detail(id).lines.digest(), shown);
    const Result<Visit> out = exit(id, shown);
    QVERIFY2(out, qPrintable(out ? QString() : out.error().message));
    m_clinic->simulator().resume(u"dentaltap"_s);
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
}

QTEST_GUILESS_MAIN(TestOrderLines)
#include "tst_orderlines.moc"
