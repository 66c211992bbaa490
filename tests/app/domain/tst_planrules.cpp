// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/domain/plansamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plansamples;
using plans::Decision;
using plans::ItemState;
using plans::Status;

Q_DECLARE_METATYPE(plans::Decision)

//! What a surgeon does to a plan between two readings.
using Deed = void (*)(TreatmentPlan &);
Q_DECLARE_METATYPE(Deed)

class TestPlanRules : public QObject
{
    Q_OBJECT

private:
    static PlanContext signedPlan()
    {
        const PlanContext context = known();
        PlanSignature signature;
        signature.name = u"Somebody"_s;
        signature.language = u"fr"_s;
        const Result<PlanTransition> done =
            signPlan(context, signature, shown(context), reception(), now());
        return with(context, done->record);
    }

private Q_SLOTS:
    void firstReadingQuotes_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<Decision>("decision");
        const QStringList quoted{u"PutQuote1"_s, u"LinkDentalTapPlan"_s};
        const QStringList none;
        QTest::newRow("proposed") << Deed([](TreatmentPlan &) {}) << quoted << Decision::Open;
        QTest::newRow("draft") << Deed([](TreatmentPlan &p) { p.status = Status::Draft; }) << quoted
                               << Decision::Open;
        QTest::newRow("accepted") << Deed([](TreatmentPlan &p) { p.status = Status::Accepted; })
                                  << quoted << Decision::Accepted;
        QTest::newRow("in progress")
            << Deed([](TreatmentPlan &p) { p.status = Status::InProgress; }) << quoted
            << Decision::Accepted;
        QTest::newRow("completed") << Deed([](TreatmentPlan &p) { p.status = Status::Completed; })
                                   << none << Decision::Open;
        QTest::newRow("archived") << Deed([](TreatmentPlan &p) { p.status = Status::Archived; })
                                  << none << Decision::Open;
        QTest::newRow("automatic")
            << Deed([](TreatmentPlan &p) { p.automatic = true; }) << none << Decision::Open;
        QTest::newRow("nobody's") << Deed([](TreatmentPlan &p) { p.patient = PatientId(); }) << none
                                  << Decision::Open;
        QTest::newRow("empty") << Deed([](TreatmentPlan &p) { p.phases.clear(); }) << none
                               << Decision::Open;
        QTest::newRow("unknown act")
            << Deed([](TreatmentPlan &p) { p.phases[0].items[0].product = ProductId(); }) << none
            << Decision::Open;
        QTest::newRow("Open Dental's")
            << Deed([](TreatmentPlan &p) { p.id = planId(plans::Source::OpenDental, u"57"_s); })
            << QStringList(u"PutQuote1"_s) << Decision::Open;
        QTest::newRow("inactive in Open Dental") << Deed([](TreatmentPlan &p) {
            p.id = planId(plans::Source::OpenDental, u"57"_s);
            p.status = Status::Draft;
        }) << none << Decision::Open;
    }
    void firstReadingQuotes()
    {
        QFETCH(const Deed, deed);
        QFETCH(const QStringList, commands);
        TreatmentPlan fresh = plan();
        deed(fresh);
        PlanContext context;
        context.currency = rupees();
        const PlanTransition read = planRead(context, fresh, now());
        QVERIFY(read.changed);
        QCOMPARE(names(read), commands);
        const PlanVersion &version = read.record.latest();
        QTEST(version.decision, "decision");
        QCOMPARE(version.blocked.isEmpty(), !commands.isEmpty());
        QCOMPARE(version.content, fresh);
        QVERIFY(version.decidedBy.isEmpty());
    }

    void laterReadingsFollow_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<bool>("quotes");
        QTest::newRow("nothing") << Deed([](TreatmentPlan &) {}) << false;
        QTest::newRow("price") << Deed([](TreatmentPlan &p) {
            p.phases[0].items[0].unitPrice.minor = 1;
        }) << true;
        QTest::newRow("tooth") << Deed([](TreatmentPlan &p) {
            p.phases[0].items[0].teeth = QStringList(u"46"_s);
        }) << true;
        QTest::newRow("item added")
            << Deed([](TreatmentPlan &p) { p.phases[1].items.append(item(u"d"_s, 100)); }) << true;
        QTest::newRow("item removed")
            << Deed([](TreatmentPlan &p) { p.phases[1].items.clear(); }) << true;
        QTest::newRow("valid until")
            << Deed([](TreatmentPlan &p) { p.validUntil = QDate(2030, 8, 1); }) << true;
        QTest::newRow("an item done")
            << Deed([](TreatmentPlan &p) { p.phases[0].items[0].state = ItemState::Done; })
            << false;
        QTest::newRow("stated total") << Deed([](TreatmentPlan &p) {
            p.statedTotal = Money{7, rupees()};
        }) << false;
        QTest::newRow("accepted there")
            << Deed([](TreatmentPlan &p) { p.status = Status::Accepted; }) << true;
        QTest::newRow("declined there")
            << Deed([](TreatmentPlan &p) { p.status = Status::Declined; }) << true;
        QTest::newRow("over") << Deed([](TreatmentPlan &p) { p.status = Status::Completed; })
                              << false;
    }
    void laterReadingsFollow()
    {
        QFETCH(const Deed, deed);
        QFETCH(const bool, quotes);
        TreatmentPlan fresh = later(plan());
        deed(fresh);
        const PlanTransition read = planRead(known(), fresh, now().addSecs(300));
        QCOMPARE(names(read), quotes ? QStringList(u"PutQuote1"_s) : QStringList());
        QCOMPARE(read.record.current, fresh);
        QCOMPARE(read.record.latest().content, fresh);
        QCOMPARE(read.record.versions.size(), 1);
    }

    void sameReadingChangesNothing()
    {
        const PlanTransition read = planRead(known(), plan(), now().addSecs(300));
        QVERIFY(!read.changed);
        QCOMPARE(read.record.readAt, now().addSecs(300));
    }

    void olderReadingIsDropped()
    {
        TreatmentPlan old = plan();
        old.updatedAt = old.updatedAt.addSecs(-60);
        old.phases[0].items[0].unitPrice.minor = 1;
        const PlanTransition read = planRead(known(), old, now());
        QVERIFY(!read.changed);
        QCOMPARE(read.record.current, plan());
    }

    void waitingQuoteTakesWhatIsNew()
    {
        PlanContext context = known(plan(), false);
        context.unsentQuotes = {1};
        context.unsentLinks = {1};
        context.undelivered = {1};
        TreatmentPlan fresh = later(plan());
        fresh.phases[0].items[0].unitPrice.minor = 1;
        QVERIFY(names(planRead(context, fresh, now())).isEmpty());
        // Once it may have left, what it carries is not ours to say any more.
        context.unsentQuotes.clear();
        QCOMPARE(names(planRead(context, fresh, now())), QStringList(u"PutQuote1"_s));
    }

    void emptiedPlanKeepsItsQuoteForReview()
    {
        TreatmentPlan fresh = later(plan());
        fresh.phases.clear();
        const PlanTransition read = planRead(known(), fresh, now());
        QVERIFY(names(read).isEmpty());
        QVERIFY(read.record.latest().quoteForReview);
        QVERIFY(!read.record.latest().blocked.isEmpty());
        QCOMPARE(read.record.latest().quote.id, u"quote-1"_s);
        // Filled again, it is as any other.
        PlanContext context = with(known(), read.record);
        const PlanTransition filled = planRead(context, later(fresh = later(plan(), 20)), now());
        QCOMPARE(names(filled), QStringList(u"PutQuote1"_s));
        QVERIFY(!filled.record.latest().quoteForReview);
    }

    void deletedPlanKeepsWhatItWas()
    {
        TreatmentPlan trace;
        trace.id = plan().id;
        trace.gone = true;
        const PlanTransition read = planRead(known(), trace, now());
        QVERIFY(read.record.current.gone);
        QCOMPARE(read.record.current.items(), plan().items());
        QVERIFY(read.record.latest().quoteForReview);
    }

    void acceptanceWinsTheQuote()
    {
        const PlanContext context = known();
        const Result<PlanTransition> done =
            acceptPlan(context, {}, shown(context), u"fr"_s, reception(), now());
        QVERIFY(done);
        const PlanVersion &version = done->record.latest();
        QCOMPARE(version.decision, Decision::Accepted);
        QCOMPARE(version.decidedBy, reception());
        QCOMPARE(version.decidedAt, now());
        QCOMPARE(version.toBook().size(), 3);
        QCOMPARE(names(*done), QStringList(u"PutQuote1"_s));
        QCOMPARE(done->action, u"plan-accept"_s);
    }

    void partAcceptanceNamesItsItems()
    {
        const PlanContext part = accepted({u"c"_s, u"a"_s});
        QCOMPARE(part.record.latest().decision, Decision::PartiallyAccepted);
        QCOMPARE(part.record.latest().acceptedItems, (QStringList{u"a"_s, u"c"_s}));
        QCOMPARE(part.record.latest().toBook().size(), 2);
        // More may follow, less only while nothing of it is booked.
        PlanContext booked = part;
        book(booked, {u"a"_s});
        QVERIFY(!acceptPlan(booked, {u"b"_s}, shown(booked), u"fr"_s, reception(), now()));
        const auto all = acceptPlan(booked, {}, shown(booked), u"fr"_s, reception(), now());
        QVERIFY(all);
        QCOMPARE(all->record.latest().decision, Decision::Accepted);
        QCOMPARE(all->record.latest().toBook().size(), 2);
    }

    void acceptanceOfSomethingElseIsAConflict()
    {
        const PlanContext context = known();
        TreatmentPlan fresh = later(plan());
        fresh.phases[0].items[0].unitPrice.minor += 1;
        const PlanContext changed = with(context, planRead(context, fresh, now()).record);
        const auto done = acceptPlan(changed, {}, shown(context), u"fr"_s, reception(), now());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        const auto inEnglish = acceptPlan(context, {}, shown(context), u"en"_s, reception(), now());
        QCOMPARE(inEnglish.error().kind, Error::Kind::Conflict);
    }

    void acceptanceIsRefused_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QStringList>("items");
        const QStringList all;
        QTest::newRow("an act it has not") << Deed([](TreatmentPlan &) {}) << QStringList(u"z"_s);
        QTest::newRow("a cancelled act")
            << Deed([](TreatmentPlan &p) { p.phases[0].items[0].state = ItemState::Cancelled; })
            << QStringList(u"a"_s);
        QTest::newRow("an act without product")
            << Deed([](TreatmentPlan &p) { p.phases[0].items[0].product = ProductId(); }) << all;
        QTest::newRow("automatic") << Deed([](TreatmentPlan &p) { p.automatic = true; }) << all;
        QTest::newRow("empty") << Deed([](TreatmentPlan &p) { p.phases.clear(); }) << all;
    }
    void acceptanceIsRefused()
    {
        QFETCH(const Deed, deed);
        QFETCH(const QStringList, items);
        TreatmentPlan fresh = plan();
        deed(fresh);
        const PlanContext context = known(fresh, false);
        const auto done = acceptPlan(context, items, shown(context), u"fr"_s, reception(), now());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Invalid);
        QVERIFY(!done.error().message.isEmpty());
    }

    void decidedVersionIsFrozen()
    {
        for (const PlanContext &context : {accepted(), signedPlan()}) {
            TreatmentPlan fresh = later(plan());
            fresh.phases[0].items[0].unitPrice.minor = 1;
            fresh.phases[0].items[1].state = ItemState::Done;
            const PlanTransition read = planRead(context, fresh, now());
            QVERIFY(names(read).isEmpty());
            QVERIFY(read.record.hasChanged());
            QCOMPARE(read.record.latest().content.items().at(0).unitPrice.minor, 3800000);
            QCOMPARE(read.record.latest().content.items().at(1).state, ItemState::Done);
            QCOMPARE(read.record.current.items().at(0).unitPrice.minor, 1);
        }
    }

    void newVersionHasAQuoteOfItsOwn()
    {
        TreatmentPlan fresh = later(plan());
        fresh.phases[0].items[0].unitPrice.minor = 1;
        PlanContext context = accepted();
        QVERIFY(!makePlanVersion(context));
        context = with(context, planRead(context, fresh, now()).record);
        const auto made = makePlanVersion(context);
        QVERIFY(made);
        QCOMPARE(made->record.versions.size(), 2);
        QCOMPARE(made->record.latest().number, 2);
        QCOMPARE(made->record.latest().decision, Decision::Open);
        QCOMPARE(made->record.latest().content, fresh);
        QVERIFY(made->record.latest().quote.id.isEmpty());
        QCOMPARE(names(*made), (QStringList{u"PutQuote2"_s, u"LinkDentalTapPlan"_s}));
        QCOMPARE(made->commands.at(1).after, QList<int>{0});
        // Accepted, it takes the former one's place.
        context = with(context, made->record);
        const auto done = acceptPlan(context, {}, shown(context), u"fr"_s, reception(), now());
        QVERIFY(done);
        QCOMPARE(done->record.versions.first().decision, Decision::Replaced);
        QVERIFY(names(*done).contains(u"PutQuote1"_s));
        QVERIFY(names(*done).contains(u"PutQuote2"_s));
    }

    void refusalNeedsAReasonAndIsTakenBack()
    {
        const PlanContext context = known();
        QVERIFY(!declinePlan(context, QString(), reception(), now()));
        const auto declined = declinePlan(context, u"too dear"_s, reception(), now());
        QVERIFY(declined);
        QCOMPARE(declined->record.latest().decision, Decision::Declined);
        QCOMPARE(declined->record.latest().reason, u"too dear"_s);
        QVERIFY(!declined->detail.contains(u"dear"_s));
        QCOMPARE(names(*declined), QStringList(u"PutQuote1"_s));
        const auto open = reopenPlan(with(context, declined->record));
        QVERIFY(open);
        QCOMPARE(open->record.latest().decision, Decision::Open);
        QVERIFY(open->record.latest().reason.isEmpty());
        QCOMPARE(names(*open), QStringList(u"PutQuote1"_s));
        QVERIFY(!reopenPlan(context));
    }

    void whatIsBookedIsNeitherDeclinedNorReopened()
    {
        PlanContext context = accepted();
        book(context, {u"a"_s});
        QVERIFY(!declinePlan(context, u"why"_s, reception(), now()));
        QVERIFY(!reopenPlan(context));
        TreatmentPlan fresh = later(plan());
        fresh.status = Status::Declined;
        QCOMPARE(planRead(context, fresh, now()).record.latest().decision, Decision::Accepted);
    }

    void deskDecidesAgainstTheSource()
    {
        TreatmentPlan fresh = later(plan());
        fresh.status = Status::Declined;
        const PlanTransition read = planRead(accepted(), fresh, now());
        QCOMPARE(read.record.latest().decision, Decision::Accepted);
        QVERIFY(names(read).isEmpty());
        // What the source itself decided, it may take back.
        const PlanContext theirs = with(known(), planRead(known(), fresh, now()).record);
        QCOMPARE(theirs.record.latest().decision, Decision::Declined);
        const PlanTransition back = planRead(theirs, later(plan(), 30), now());
        QCOMPARE(back.record.latest().decision, Decision::Open);
        QCOMPARE(names(back), QStringList(u"PutQuote1"_s));
    }

    void signatureIsBoundToWhatWasShown()
    {
        const PlanContext context = signedPlan();
        const PlanSignature signature = context.record.latest().signatures.first();
        QCOMPARE(signature.digest, shown(context));
        QCOMPARE(signature.items, 3);
        QCOMPARE(signature.total.minor, 7800000);
        QCOMPARE(signature.witness, reception());
        QCOMPARE(signature.signedAt, now());
        QVERIFY(!signature.id.isEmpty());
        PlanSignature nameless = signature;
        nameless.name = u" "_s;
        QVERIFY(!signPlan(context, nameless, shown(context), reception(), now()));
        const auto other = signPlan(context, signature, "x", reception(), now());
        QCOMPARE(other.error().kind, Error::Kind::Conflict);
    }

    void chosenProductLetsTheQuoteGo()
    {
        TreatmentPlan fresh = plan();
        fresh.phases[0].items[0].product = ProductId();
        const PlanContext context = known(fresh, false);
        QVERIFY(context.record.latest().blocked.contains(u"C-a"_s));
        const PlanTransition other = productChosen(context, u"C-x"_s, ProductId(u"p"_s));
        QVERIFY(!other.changed);
        const PlanTransition chosen = productChosen(context, u"C-a"_s, ProductId(u"p"_s));
        QVERIFY(chosen.changed);
        QVERIFY(chosen.record.latest().blocked.isEmpty());
        QCOMPARE(chosen.record.latest().content.items().first().product, ProductId(u"p"_s));
        QCOMPARE(names(chosen), (QStringList{u"PutQuote1"_s, u"LinkDentalTapPlan"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPlanRules)
#include "tst_planrules.moc"
