// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"
#include "tests/integration/census.h"
#include "tests/integration/commandlinedesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! A clinic's day through vestibule-cli: the real program, one process per call.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aWalkInBecomesOneInvoiceEverywhere();
    void anExitThatNeedsALookShowsTheLinesAndWaits();
    void aSystemThatIsAwayQueuesTheBooking();
    void aMoveAndACancelReachEverySystem();

private:
    QJsonObject freeSlot();
    QStringList walkIn(const QString &first, const QString &last, const QString &phone);
    QString tell(const QString &visit, int acts);
    QJsonArray withField(const QString &system, const QString &collection, const QString &field,
                         const QString &value);

    std::unique_ptr<CommandLineDesk> m_desk;
};

void TestCommandLine::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCommandLine::cleanupTestCase()
{
    m_desk.reset();
}

QJsonObject TestCommandLine::freeSlot()
{
    return m_desk->as(u"Nadia"_s, {u"book"_s, u"slots"_s, u"--minutes"_s, u"30"_s})
        .list()
        .first()
        .toObject();
}

QStringList TestCommandLine::walkIn(const QString &first, const QString &last, const QString &phone)
{
    const QJsonObject slot = freeSlot();
    return {u"book"_s,       u"walk-in"_s,
            u"--first"_s,    first,
            u"--last"_s,     last,
            u"--birth"_s,    u"1984-11-02"_s,
            u"--phone"_s,    phone,
            u"--provider"_s, slot[u"provider"_s].toString(),
            u"--start"_s,    slot[u"start"_s].toString(),
            u"--room"_s,     slot[u"room"_s].toString()};
}

QString TestCommandLine::tell(const QString &visit, int acts)
{
    const QJsonObject shown = m_desk->as(u"Nadia"_s, {u"visit"_s, u"show"_s, visit}).object();
    QJsonArray records;
    for (int i = 0; i < acts; ++i)
        records.append(QJsonObject{{u"treatment"_s, u"any"_s},
                                   {u"tooth"_s, QString::number(36 + 10 * (i % 2))}});
    return m_desk->simulator().tell(
        QJsonObject{{u"appointment"_s, shown[u"links"_s][u"dentaltap"_s][u"id"_s]},
                    {u"records"_s, records},
                    {u"complete"_s, true}});
}

QJsonArray TestCommandLine::withField(const QString &system, const QString &collection,
                                      const QString &field, const QString &value)
{
    QJsonArray found;
    for (const QJsonValue &record : m_desk->simulator().records(system, collection)) {
        const QJsonValue cell = record[field];
        if ((cell.isObject() ? cell[u"id"_s].toString() : cell.toString()) == value)
            found.append(record);
    }
    return found;
}

void TestCommandLine::aWalkInBecomesOneInvoiceEverywhere()
{
    const QJsonObject before = census(m_desk->simulator());
    const Answer booked =
        m_desk->as(u"Rani"_s, walkIn(u"Maëlle"_s, u"D’Alembert-Ôrès"_s, u"5251 2345"_s));
    QVERIFY2(booked.code == 0, booked.told());
    const QString visit = booked.object()[u"visit"_s].toString();
    const QString patient = booked.object()[u"patient"_s].toString();
    QVERIFY(!visit.isEmpty() && !patient.isEmpty());
    QVERIFY(!booked.object()[u"appointment"_s].toString().isEmpty());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, bookingKinds())));

    const Answer found = m_desk->as(u"Rani"_s, {u"patient"_s, u"search"_s, u"maelle dalembert"_s});
    QCOMPARE(found.code, 0);
    QCOMPARE(found.list().first()[u"id"_s].toString(), patient);
    QCOMPARE(found.list().first()[u"birthDate"_s].toString(), u"1984-11-02"_s);
    const Answer person = m_desk->as(u"Rani"_s, {u"patient"_s, u"show"_s, patient});
    QCOMPARE(person.object()[u"phone"_s].toString(), u"+23052512345"_s);

    const QString start = freeSlot()[u"start"_s].toString();
    QVERIFY(QDateTime::fromString(start, Qt::ISODate).isValid());
    QJsonObject card;
    for (const QString &date : {start.left(10), QDate::currentDate().toString(Qt::ISODate)}) {
        const Answer day = m_desk->as(u"Omar"_s, {u"day"_s, u"show"_s, u"--date"_s, date});
        QCOMPARE(day.object()[u"date"_s].toString(), date);
        for (const QJsonValue &row : day.object()[u"appointments"_s].toArray()) {
            if (row[u"visit"_s].toString() == visit)
                card = row.toObject();
        }
    }
    QCOMPARE(card[u"state"_s].toString(), u"Booked"_s);
    QCOMPARE(card[u"patient"_s].toString(), patient);

    const Answer arrived = m_desk->as(u"Rani"_s, {u"visit"_s, u"check-in"_s, visit});
    QVERIFY2(arrived.code == 0, arrived.told());
    QCOMPARE(arrived.object()[u"state"_s].toString(), u"Arrived"_s);
    const Answer seated = m_desk->as(u"Omar"_s, {u"visit"_s, u"seat"_s, visit});
    QVERIFY2(seated.code == 0, seated.told());
    QCOMPARE(seated.object()[u"state"_s].toString(), u"InTreatment"_s);

    QCOMPARE(tell(visit, 2), QString());
    const Answer lines = m_desk->as(u"Rani"_s, {u"visit"_s, u"show"_s, visit});
    QCOMPARE(lines.object()[u"lines"_s].toArray().size(), 3); // and the consultation
    const QString total = lines.object()[u"total"_s].toString();

    Answer left = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit});
    if (left.code == 1)
        left = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit, u"--confirm"_s});
    QVERIFY2(left.code == 0, left.told());
    const Answer drained = m_desk->as(u"Rani"_s, {u"outbox"_s, u"drain"_s});
    QVERIFY2(drained.code == 0, drained.told());
    QCOMPARE(m_desk->as(u"Rani"_s, {u"outbox"_s, u"list"_s}).list(), QJsonArray());

    const QJsonObject done = m_desk->as(u"Rani"_s, {u"visit"_s, u"show"_s, visit}).object();
    QCOMPARE(done[u"state"_s].toString(), u"Invoiced"_s);
    QCOMPARE(done[u"total"_s].toString(), total);
    QCOMPARE(done[u"currency"_s].toString(), u"MUR"_s);
    const QString number = done[u"invoice"_s][u"crm"_s].toString();
    QVERIFY(!number.isEmpty());
    QCOMPARE(done[u"invoice"_s][u"quickbooks"_s].toString(), number);
    for (const QJsonValue &link : done[u"links"_s].toObject())
        QCOMPARE(link[u"state"_s].toString(), u"inStep"_s);

    QCOMPARE(inWords(census(m_desk->simulator())),
             inWords(withOneMore(withOneMore(before, bookingKinds()), invoiceKinds())));
    const QJsonObject links =
        m_desk->as(u"Rani"_s, {u"patient"_s, u"show"_s, patient}).object()[u"links"_s].toObject();
    const QString contact = links[u"zoho"_s].toString();
    const QString order = done[u"links"_s][u"zoho"_s][u"id"_s].toString();
    QCOMPARE(withField(u"zoho"_s, u"Contacts"_s, u"Vestibule_Ref"_s, patient)
                 .first()[u"id"_s]
                 .toString(),
             contact);
    for (const QString &module : {u"Deals"_s, u"Quotes"_s, u"Sales_Orders"_s})
        QCOMPARE(withField(u"zoho"_s, module, u"Contact_Name"_s, contact).size(), 1);
    QCOMPARE(withField(u"zoho"_s, u"Events"_s, u"What_Id"_s, order).size(), 1);
    const QJsonArray bills = withField(u"zoho"_s, u"Invoices"_s, u"Sales_Order"_s, order);
    QCOMPARE(bills.size(), 1);
    const Currency rupees = *currencyFromCode(u"MUR"_s);
    QCOMPARE(moneyToText(*moneyFromJson(bills.first()[u"Grand_Total"_s], rupees)), total);
    QCOMPARE(withField(u"dentaltap"_s, u"patients"_s, u"externalId"_s, contact)
                 .first()[u"id"_s]
                 .toString(),
             links[u"dentaltap"_s].toString());
    QCOMPARE(withField(u"dentaltap"_s, u"appointments"_s, u"externalId"_s, order)
                 .first()[u"id"_s]
                 .toString(),
             done[u"links"_s][u"dentaltap"_s][u"id"_s].toString());
    QCOMPARE(withField(u"googlecalendar"_s, u"events"_s, u"id"_s,
                       done[u"links"_s][u"googlecalendar"_s][u"id"_s].toString())
                 .size(),
             1);
    const QJsonArray ledger = withField(u"quickbooks"_s, u"Invoice"_s, u"DocNumber"_s, number);
    QCOMPARE(ledger.size(), 1);
    QCOMPARE(ledger.first()[u"CustomerRef"_s][u"value"_s].toString(),
             links[u"quickbooks"_s].toString());
    QCOMPARE(moneyToText(*moneyFromJson(ledger.first()[u"TotalAmt"_s], rupees)), total);
}

void TestCommandLine::anExitThatNeedsALookShowsTheLinesAndWaits()
{
    const Answer booked = m_desk->as(u"Rani"_s, walkIn(u"Noé"_s, u"Garnier"_s, u"5251 2346"_s));
    QVERIFY2(booked.code == 0, booked.told());
    const QString visit = booked.object()[u"visit"_s].toString();
    QCOMPARE(m_desk->as(u"Rani"_s, {u"visit"_s, u"seat"_s, visit}).code, 0);
    // DentalTap does not answer: what is shown is not fresh.
    m_desk->simulator().refuse(u"dentaltap"_s);
    const QJsonObject before = census(m_desk->simulator());
    const Answer stopped = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit});
    QVERIFY2(stopped.code == 1, stopped.told());
    QVERIFY(stopped.isOneDocument());
    QCOMPARE(stopped.object()[u"visit"_s][u"state"_s].toString(), u"InTreatment"_s);
    QVERIFY(!stopped.object()[u"visit"_s][u"lines"_s].toArray().isEmpty());
    QVERIFY(stopped.object()[u"error"_s][u"message"_s].toString().contains(u"--confirm"_s));
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
    m_desk->simulator().resume(u"dentaltap"_s);
    // The surgeon adds an act meanwhile: what was shown is not what would be billed.
    QCOMPARE(
        m_desk->simulator().tell(QJsonObject{
            {u"appointment"_s, stopped.object()[u"visit"_s][u"links"_s][u"dentaltap"_s][u"id"_s]},
            {u"records"_s,
             QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"11"_s}}}},
            {u"complete"_s, true}}),
        QString());
    const Answer changed = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit, u"--confirm"_s});
    QVERIFY2(changed.code == 1, changed.told());
    QCOMPARE(changed.object()[u"visit"_s][u"lines"_s].toArray().size(), 2);
    const Answer left = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit, u"--confirm"_s});
    QVERIFY2(left.code == 0, left.told());
    QCOMPARE(left.object()[u"state"_s].toString(), u"Invoiced"_s);
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, invoiceKinds())));
    const Answer again = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, visit, u"--confirm"_s});
    QVERIFY2(again.code == 1, again.told());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, invoiceKinds())));
}

void TestCommandLine::aSystemThatIsAwayQueuesTheBooking()
{
    const QJsonObject before = census(m_desk->simulator());
    const QStringList words = walkIn(u"Inès"_s, u"Lebrun"_s, u"5251 2347"_s);
    m_desk->simulator().refuse(u"dentaltap"_s);
    const Answer booked = m_desk->as(u"Rani"_s, QStringList{u"--timeout"_s, u"2"_s} + words);
    QVERIFY2(booked.code == 3, booked.told());
    QVERIFY(booked.isOneDocument());
    QVERIFY(!booked.err.isEmpty());
    const QString visit = booked.object()[u"visit"_s].toString();
    QVERIFY(!visit.isEmpty());
    const QJsonArray rows = m_desk->as(u"Rani"_s, {u"outbox"_s, u"list"_s}).list();
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows) {
        for (const QString &key : {u"id"_s, u"service"_s, u"command"_s, u"state"_s, u"attempts"_s,
                                   u"nextTry"_s, u"error"_s})
            QVERIFY2(!row[key].isUndefined(), qPrintable(key));
    }
    const Answer stuck = m_desk->as(u"Rani"_s, {u"--timeout"_s, u"1"_s, u"outbox"_s, u"drain"_s});
    QCOMPARE(stuck.code, 3);
    QVERIFY(stuck.object()[u"waiting"_s].toInt() > 0);
    m_desk->simulator().resume(u"dentaltap"_s);
    const QString waiting = rows.first()[u"id"_s].toString();
    const Answer retried = m_desk->as(u"Rani"_s, {u"outbox"_s, u"retry"_s, waiting});
    QVERIFY2(retried.code == 0 || retried.code == 1, retried.told());
    const Answer drained = m_desk->as(u"Rani"_s, {u"outbox"_s, u"drain"_s});
    QVERIFY2(drained.code == 0, drained.told());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, bookingKinds())));
}

void TestCommandLine::aMoveAndACancelReachEverySystem()
{
    const Answer booked = m_desk->as(u"Rani"_s, walkIn(u"Hugo"_s, u"Marchal"_s, u"5251 2348"_s));
    QVERIFY2(booked.code == 0, booked.told());
    const QString visit = booked.object()[u"visit"_s].toString();
    const QJsonArray slots =
        m_desk->as(u"Rani"_s, {u"book"_s, u"slots"_s, u"--minutes"_s, u"30"_s}).list();
    const QString start = slots.last()[u"start"_s].toString();
    const Answer moved = m_desk->as(u"Rani"_s,
                                    {u"book"_s, u"move"_s, visit, u"--start"_s, start,
                                     u"--provider"_s, slots.last()[u"provider"_s].toString()});
    QVERIFY2(moved.code == 0, moved.told());
    QCOMPARE(moved.object()[u"visit"_s].toString(), visit);
    const QString order = m_desk->as(u"Rani"_s, {u"visit"_s, u"show"_s, visit})
                              .object()[u"links"_s][u"zoho"_s][u"id"_s]
                              .toString();
    const QJsonArray twins = withField(u"dentaltap"_s, u"appointments"_s, u"externalId"_s, order);
    QCOMPARE(twins.size(), 1);
    QCOMPARE(QDateTime::fromString(twins.first()[u"start"_s].toString(), Qt::ISODate).toUTC(),
             QDateTime::fromString(start, Qt::ISODate).toUTC());
    const QJsonArray events = withField(u"zoho"_s, u"Events"_s, u"What_Id"_s, order);
    QCOMPARE(
        QDateTime::fromString(events.first()[u"Start_DateTime"_s].toString(), Qt::ISODate).toUTC(),
        QDateTime::fromString(start, Qt::ISODate).toUTC());

    const Answer absent = m_desk->as(u"Rani"_s, {u"visit"_s, u"no-show"_s, visit});
    QVERIFY2(absent.code == 0, absent.told());
    QCOMPARE(absent.object()[u"state"_s].toString(), u"NoShow"_s);
    const Answer undone = m_desk->as(u"Rani"_s, {u"visit"_s, u"undo"_s, visit});
    QVERIFY2(undone.code == 0, undone.told());
    QCOMPARE(undone.object()[u"state"_s].toString(), u"Booked"_s);
    const Answer cancelled =
        m_desk->as(u"Rani"_s, {u"visit"_s, u"cancel"_s, visit, u"--why"_s, u"moved abroad"_s});
    QVERIFY2(cancelled.code == 0, cancelled.told());
    QCOMPARE(cancelled.object()[u"state"_s].toString(), u"Cancelled"_s);
    QCOMPARE(withField(u"dentaltap"_s, u"appointments"_s, u"externalId"_s, order)
                 .first()[u"status"_s]
                 .toString(),
             u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
