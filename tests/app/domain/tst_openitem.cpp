// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/afterexit.h"
#include "app/domain/receipt.h"
#include "tests/app/domain/visitcontexts.h"

#include <QTest>

using namespace visitcontexts;
using Kind = OpenItem::Kind;
using State = OpenItem::State;

//! Which acts of a visit that is over are open, and what staff can do about them.
class TestOpenItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPerformedActsThatNoInvoiceCarriesAreOpen();
    void changesAndRemovalsAreSaidAndPutRightAgain();
    void anIgnoredItemOpensAgainOnlyWhenItsActChanges();
    void aBilledItemStaysBilledUntilItsActChanges();
    void theConfirmedLinesSayWhatIsInvoiced();
    void billingPlansOneSetInOrder();
    void billingIsRefusedInWords_data();
    void billingIsRefusedInWords();
    void ignoringTakesAReason();
    void aProductIsChosenForAnUnknownAct();
    void aSupplementInvoicesWhatWasClosedWithoutCharge();
};

namespace {

RecordedAct act(const QString &id, const QString &status = u"completed"_s)
{
    RecordedAct recorded;
    recorded.itemId = id;
    recorded.treatmentId = u"t-"_s + id;
    recorded.product = ProductId(u"filling"_s);
    recorded.label = u"Filling"_s;
    recorded.teeth = {u"36"_s};
    recorded.unitPrice = Money{200000, {u"MUR"_s, 2}};
    recorded.status = status;
    return recorded;
}

RecordedAct twice(RecordedAct recorded)
{
    recorded.quantity = 2000;
    return recorded;
}

QStringList words(const QList<OpenItem> &items)
{
    QStringList list;
    for (const OpenItem &item : items)
        list.append(item.itemId + u' ' + enumName(item.kind) + u' ' + enumName(item.state));
    list.sort();
    return list;
}

QList<Product> catalogue()
{
    Product filling;
    filling.id = ProductId(u"filling"_s);
    filling.name = u"Filling"_s;
    filling.price = Money{180000, {u"MUR"_s, 2}};
    return {filling};
}

//! A visit with one open act of each of these.
VisitContext over(S state, const QList<RecordedAct> &late)
{
    VisitContext c = everywhere(state);
    c.openItems = openItems({}, {}, late, {}, now());
    showItems(c.openItems, catalogue(), {u"MUR"_s, 2});
    return c;
}

QByteArray shown(const VisitContext &c)
{
    return supplementLines(c.openItems, {u"MUR"_s, 2}).digest();
}

Result<Transition> bill(const VisitContext &c, const QStringList &ids)
{
    return billOpenItems(c, ids, shown(c), u"s1"_s, now());
}

} // namespace

void TestOpenItem::onlyPerformedActsThatNoInvoiceCarriesAreOpen()
{
    const QList<RecordedAct> atExit{act(u"a"_s), act(u"left"_s), act(u"plan"_s, u"planned"_s)};
    const QList<RecordedAct> later{act(u"a"_s),
                                   act(u"left"_s),
                                   act(u"plan"_s),
                                   act(u"new"_s, u"inProgress"_s),
                                   act(u"wish"_s, u"planned"_s),
                                   act(u"off"_s, u"cancelled"_s)};
    QCOMPARE(
        words(openItems({atExit.first()}, atExit, later, {}, now())),
        (QStringList{u"left ForOffice Open"_s, u"new AfterExit Open"_s, u"plan AfterExit Open"_s}));
}

void TestOpenItem::changesAndRemovalsAreSaidAndPutRightAgain()
{
    const QList<RecordedAct> invoiced{act(u"a"_s), act(u"b"_s), act(u"c"_s)};
    const QList<RecordedAct> later{twice(act(u"a"_s)), act(u"b"_s, u"cancelled"_s)};
    const QList<OpenItem> items = openItems(invoiced, invoiced, later, {}, now());
    QCOMPARE(words(items),
             (QStringList{u"a Changed Open"_s, u"b Removed Open"_s, u"c Removed Open"_s}));
    QVERIFY(openItems(invoiced, invoiced, invoiced, items, now()).isEmpty());
    // A late act that is gone again was never anybody's business.
    const QList<OpenItem> late = openItems({}, {}, {act(u"n"_s)}, {}, now());
    QVERIFY(openItems({}, {}, {}, late, now()).isEmpty());
}

void TestOpenItem::anIgnoredItemOpensAgainOnlyWhenItsActChanges()
{
    QList<OpenItem> known = openItems({}, {}, {act(u"n"_s)}, {}, now());
    known[0].state = State::Ignored;
    known[0].reason = u"courtesy"_s;
    const QList<OpenItem> same = openItems({}, {}, {act(u"n"_s)}, known, now().addSecs(60));
    QCOMPARE(same, known);
    const QList<OpenItem> other = openItems({}, {}, {twice(act(u"n"_s))}, known, now());
    QCOMPARE(words(other), QStringList{u"n AfterExit Open"_s});
    QVERIFY(other.first().reason.isEmpty());
}

void TestOpenItem::aBilledItemStaysBilledUntilItsActChanges()
{
    QList<OpenItem> known = openItems({}, {}, {act(u"n"_s)}, {}, now());
    known[0].state = State::Billed;
    known[0].billed = known[0].act;
    known[0].supplement = u"s1"_s;
    QCOMPARE(openItems({}, {}, {act(u"n"_s)}, known, now()), known);
    const QList<OpenItem> changed = openItems({}, {}, {twice(act(u"n"_s))}, known, now());
    QCOMPARE(words(changed), QStringList{u"n Changed Open"_s});
    QCOMPARE(changed.first().supplement, u"s1"_s);
    QCOMPARE(words(openItems({}, {}, {act(u"n"_s)}, changed, now())),
             QStringList{u"n AfterExit Billed"_s});
    QCOMPARE(words(openItems({}, {}, {}, known, now())), QStringList{u"n Removed Open"_s});
}

void TestOpenItem::theConfirmedLinesSayWhatIsInvoiced()
{
    OrderLines confirmed = lines(150000);
    ShownLine recorded;
    recorded.line.mark = u"a"_s;
    confirmed.lines.append(recorded);
    recorded.line.mark = u"plan:b"_s;
    recorded.standing = ShownLine::Standing::Planned;
    confirmed.lines.append(recorded);
    QCOMPARE(actsOnLines({act(u"a"_s), act(u"b"_s), act(u"left"_s)}, confirmed),
             QList<RecordedAct>{act(u"a"_s)});
}

void TestOpenItem::billingPlansOneSetInOrder()
{
    const VisitContext c = over(S::Invoiced, {act(u"n"_s), act(u"m"_s)});
    const Result<Transition> billed = bill(c, {u"n"_s, u"m"_s});
    QVERIFY2(billed, qPrintable(billed ? QString() : billed.error().message));
    QCOMPARE(commands(*billed),
             (QStringList{u"AddSupplement"_s, u"ConvertSupplement<0"_s, u"PostSupplement<1"_s,
                          u"CloseSupplement<2"_s}));
    QCOMPARE(billed->visit.state, S::Invoiced);
    QCOMPARE(billed->supplement->items, (QStringList{u"m"_s, u"n"_s}));
    QCOMPARE(billed->supplement->total.minor, 400000);
    for (const OpenItem &item : billed->items) {
        QCOMPARE(item.state, State::Billed);
        QCOMPARE(item.supplement, u"s1"_s);
    }
    QStringList streams;
    for (const Planned &planned : billed->commands)
        streams.append(streamOf(planned.command));
    QCOMPARE(QSet<QString>(streams.begin(), streams.end()), QSet<QString>{u"visit:v/after:s1"_s});

    VisitContext stranger = c;
    stranger.customerLinked = false;
    stranger.sent.remove(u"PutQuickBooksCustomer"_s);
    QVERIFY(commands(*bill(stranger, {u"n"_s, u"m"_s})).contains(u"PutQuickBooksCustomer"_s));
}

void TestOpenItem::billingIsRefusedInWords_data()
{
    QTest::addColumn<VisitContext>("context");
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<int>("kind");
    const auto conflict = int(Error::Kind::Conflict);
    const auto invalid = int(Error::Kind::Invalid);
    const QStringList n{u"n"_s};
    QTest::newRow("first invoice under way")
        << over(S::AwaitingInvoice, {act(u"n"_s)}) << n << conflict;
    QTest::newRow("in the chair") << over(S::InTreatment, {act(u"n"_s)}) << n << invalid;
    QTest::newRow("nothing chosen") << over(S::Invoiced, {act(u"n"_s)}) << QStringList() << invalid;
    QTest::newRow("not there any more") << over(S::Invoiced, {}) << n << conflict;
    VisitContext settled = over(S::Invoiced, {act(u"n"_s)});
    settled.openItems[0].state = State::Billed;
    QTest::newRow("billed already") << settled << n << conflict;
    VisitContext changed = over(S::Invoiced, {act(u"n"_s)});
    changed.openItems[0].kind = Kind::Changed;
    QTest::newRow("a change") << changed << n << invalid;
    RecordedAct unknown = act(u"n"_s);
    unknown.product = ProductId();
    QTest::newRow("unknown") << over(S::Invoiced, {unknown}) << n << invalid;
    RecordedAct priced = act(u"n"_s);
    priced.discountPercent = 100000;
    QTest::newRow("for nothing") << over(S::Invoiced, {priced}) << n << invalid;
}

void TestOpenItem::billingIsRefusedInWords()
{
    QFETCH(VisitContext, context);
    QFETCH(QStringList, items);
    QFETCH(int, kind);
    const Result<Transition> billed = bill(context, items);
    QVERIFY(!billed);
    QCOMPARE(int(billed.error().kind), kind);
    QVERIFY(!billed.error().message.isEmpty());
    const VisitContext fresh = over(S::Invoiced, {act(u"n"_s)});
    const Result<Transition> unseen = billOpenItems(fresh, {u"n"_s}, "other lines", u"s1"_s, now());
    QVERIFY(!unseen);
    QCOMPARE(unseen.error().kind, Error::Kind::Conflict);
}

void TestOpenItem::ignoringTakesAReason()
{
    const VisitContext c = over(S::Invoiced, {act(u"n"_s)});
    QVERIFY(!ignoreOpenItems(c, {u"n"_s}, u"  "_s));
    QVERIFY(!ignoreOpenItems(c, {u"n"_s}, QString(501, u'x')));
    const Result<Transition> ignored = ignoreOpenItems(c, {u"n"_s}, u" courtesy "_s);
    QVERIFY(ignored);
    QVERIFY(ignored->commands.isEmpty());
    QCOMPARE(ignored->items.first().state, State::Ignored);
    QCOMPARE(ignored->items.first().reason, u"courtesy"_s);
    QCOMPARE(ignored->reason, u"courtesy"_s);
}

void TestOpenItem::aProductIsChosenForAnUnknownAct()
{
    RecordedAct unknown = act(u"n"_s);
    unknown.product = ProductId();
    VisitContext c = over(S::Invoiced, {unknown});
    QVERIFY(!c.openItems.first().isBillable());
    const Result<Transition> chosen = chooseForOpenItem(c, u"n"_s, ProductId(u"filling"_s));
    QVERIFY(chosen);
    c.openItems = chosen->items;
    showItems(c.openItems, catalogue(), {u"MUR"_s, 2});
    QVERIFY(c.openItems.first().isBillable());
    QVERIFY(bill(c, {u"n"_s}));
}

void TestOpenItem::aSupplementInvoicesWhatWasClosedWithoutCharge()
{
    Supplement supplement;
    supplement.id = u"s1"_s;
    supplement.total = Money{200000, {u"MUR"_s, 2}};
    Receipt receipt;
    RemoteLink link;
    link.kind = RecordKind::QuickBooksInvoice;
    link.remoteId = u"55"_s;
    link.number = u"F-7"_s;
    receipt.visitLinks.insert(link.kind, link);
    supplement.crmInvoiceNumber = u"F-7"_s;
    const Supplement posted =
        withReceipt(supplement, PostSupplement{VisitId(u"v"_s), u"s1"_s}, receipt);
    QCOMPARE(posted.quickBooksInvoiceNumber, u"F-7"_s);
    const Visit closed = context(S::ClosedNoCharge).visit;
    QCOMPARE(afterSupplement(closed, posted).state, S::Invoiced);
    QCOMPARE(afterSupplement(closed, posted).crmInvoiceNumber, u"F-7"_s);
    const Visit invoiced = context(S::Invoiced).visit;
    QCOMPARE(afterSupplement(invoiced, posted), invoiced);
    VisitContext waiting = everywhere(S::ClosedNoCharge);
    addRow(waiting, u"CancelInCrm"_s, Sent::Unsent);
    QVERIFY(undo(waiting));
    waiting.hasSupplement = true;
    QVERIFY(!undo(waiting));
}

QTEST_APPLESS_MAIN(TestOpenItem)
#include "tst_openitem.moc"
