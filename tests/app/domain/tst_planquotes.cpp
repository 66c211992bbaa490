// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/domain/plansamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plansamples;
using plans::Decision;

Q_DECLARE_METATYPE(plans::Decision)

//! What the CRM's quotes and the acts of visits mean for a plan.
class TestPlanQuotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quoteStagesFollow_data()
    {
        QTest::addColumn<int>("meaning");
        QTest::addColumn<Decision>("decision");
        QTest::newRow("won") << int(PlanQuote::Meaning::Won) << Decision::Accepted;
        QTest::newRow("lost") << int(PlanQuote::Meaning::Lost) << Decision::Declined;
        QTest::newRow("open") << int(PlanQuote::Meaning::Open) << Decision::Open;
    }
    void quoteStagesFollow()
    {
        QFETCH(const int, meaning);
        PlanQuote news;
        news.plan = plan().id;
        news.quote.id = u"quote-1"_s;
        news.quote.stage = u"other"_s;
        news.meaning = static_cast<PlanQuote::Meaning>(meaning);
        const PlanContext context = known();
        const PlanTransition read = quoteRead(context, news, now());
        QTEST(read.record.latest().decision, "decision");
        QVERIFY(read.record.latest().decidedBy.isEmpty());
        QVERIFY(names(read).isEmpty());
        // Read again it is no news; while ours is on its way it does not count.
        QVERIFY(!quoteRead(with(context, read.record), news, now()).changed);
        PlanContext sending = context;
        sending.undelivered = {1};
        QVERIFY(!quoteRead(sending, news, now()).changed);
    }

    void lostQuoteOfABookedPlanIsForReview()
    {
        PlanContext context = accepted();
        book(context, {u"a"_s});
        PlanQuote news;
        news.plan = plan().id;
        news.quote.id = u"quote-1"_s;
        news.quote.stage = u"lost"_s;
        news.meaning = PlanQuote::Meaning::Lost;
        const PlanTransition read = quoteRead(context, news, now());
        QCOMPARE(read.record.latest().decision, Decision::Accepted);
        QVERIFY(read.record.latest().quoteForReview);
    }

    void versionOfAnotherDeskIsTakenOver()
    {
        PlanQuote news;
        news.plan = plan().id;
        news.version = 2;
        news.quote.id = u"quote-2"_s;
        news.meaning = PlanQuote::Meaning::Won;
        const PlanTransition read = quoteRead(accepted(), news, now());
        QCOMPARE(read.record.versions.size(), 2);
        QCOMPARE(read.record.versions.first().decision, Decision::Replaced);
        QCOMPARE(read.record.latest().number, 2);
        QCOMPARE(read.record.latest().decision, Decision::Accepted);
        QCOMPARE(read.record.latest().quote.id, u"quote-2"_s);
        QVERIFY(names(read).isEmpty());
        // An earlier one that was never here is no version to add.
        news.version = 0;
        QVERIFY(!quoteRead(accepted(), news, now()).changed);
    }

    void lostDeskFindsItsVersionAgain()
    {
        PlanContext context;
        context.currency = rupees();
        PlanQuote second;
        second.plan = plan().id;
        second.version = 2;
        second.quote.id = u"quote-2"_s;
        second.meaning = PlanQuote::Meaning::Won;
        context.quotes.insert(1, PlanQuote());
        context.quotes.insert(2, second);
        const PlanTransition read = planRead(context, plan(), now());
        QCOMPARE(read.record.latest().number, 2);
        QCOMPARE(read.record.latest().quote.id, u"quote-2"_s);
        QCOMPARE(read.record.latest().decision, Decision::Accepted);
    }

    void actsPerformItems()
    {
        const QList<PlanItem> booked = plan().items();
        RecordedAct act;
        act.status = u"completed"_s;
        act.itemId = u"act-1"_s;
        act.product = ProductId(u"product-a"_s);
        act.teeth = QStringList(u"36"_s);
        QCOMPARE(performedItems(booked, {act}), QStringList(u"a"_s));
        RecordedAct otherTooth = act;
        otherTooth.teeth = QStringList(u"46"_s);
        QVERIFY(performedItems(booked, {otherTooth}).isEmpty());
        RecordedAct toothless = act;
        toothless.product = ProductId(u"product-b"_s);
        QCOMPARE(performedItems(booked, {toothless}), QStringList(u"b"_s));
        RecordedAct planned = act;
        planned.status = u"planned"_s;
        QVERIFY(performedItems(booked, {planned}).isEmpty());
        // One act performs one item.
        QCOMPARE(performedItems(booked, {act, act}), QStringList(u"a"_s));
        RecordedAct own;
        own.itemId = u"c"_s;
        own.status = u"completed"_s;
        QCOMPARE(performedItems(booked, {own}), QStringList(u"c"_s));
    }

    void linesAreMarkedByTheirItems()
    {
        Product product;
        product.id = ProductId(u"product-a"_s);
        product.invoiceClass = u"Implant"_s;
        const PlanVersion version = known().record.latest();
        const QList<OrderLine> lines = planLines(version, {}, {product}, rupees());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first().mark, u"plan:a"_s);
        QCOMPARE(lines.first().invoiceClass, u"Implant"_s);
        QCOMPARE(lines.first().tooth, u"36"_s);
        QCOMPARE(planLines(version, {u"c"_s}, {}, rupees()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPlanQuotes)
#include "tst_planquotes.moc"
