// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/salesorder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Standing = ShownLine::Standing;

namespace {

Currency rupee()
{
    return {u"MUR"_s, 2};
}
Money money(qint64 minor)
{
    return {minor, rupee()};
}
Product product(const QString &id, qint64 price, const QList<LineTax> &taxes = {})
{
    Product made;
    made.id = ProductId(id);
    made.name = QString(u"Act "_s + id);
    made.invoiceClass = u"Care"_s;
    made.price = money(price);
    made.taxes = taxes;
    return made;
}
QList<Product> catalogue()
{
    return {product(u"consult"_s, 150000), product(u"crown"_s, 2200000),
            product(u"white"_s, 1500000, {{u"VAT"_s, 15000}})};
}
OrderLine line(const QString &remote, const QString &mark, const QString &product, qint64 price,
               const QString &tooth = QString())
{
    OrderLine made;
    made.remoteId = remote;
    made.mark = mark;
    made.product = ProductId(product);
    made.tooth = tooth;
    made.unitPrice = money(price);
    return made;
}
OrderLine booking()
{
    return line(QString(), u"booking"_s, u"consult"_s, 150000);
}
RecordedAct performed(const QString &id, const QString &product, const QStringList &teeth = {})
{
    RecordedAct made;
    made.itemId = id;
    made.product = ProductId(product);
    made.label = u"An act"_s;
    made.teeth = teeth;
    made.status = u"completed"_s;
    return made;
}
SalesOrder order(const QList<OrderLine> &lines)
{
    SalesOrder made;
    made.id = u"so1"_s;
    made.lines = lines;
    return made;
}
OrderLines shown(const SalesOrder &current, const SalesOrder &sent, const QList<RecordedAct> &acts,
                 const QList<ActChoice> &choices = {})
{
    return shownLines(current, sent, booking(), acts, choices, catalogue(), rupee());
}
//! "standing mark remote price", one per line.
QStringList words(const OrderLines &lines)
{
    QStringList all;
    for (const ShownLine &each : lines.lines)
        all.append(QString(enumName(each.standing) + u' ' + each.line.mark + u' '
                           + each.line.remoteId + u' ' + QString::number(each.line.unitPrice.minor)
                           + (each.pricedByHand ? u" by hand"_s : QString())));
    return all;
}

} // namespace

class TestSalesOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRoundedOnce()
    {
        OrderLine each = line({}, {}, u"x"_s, 333);
        each.quantity = 1500;
        each.discount = money(50);
        each.taxes = {{u"A"_s, 15000}, {u"B"_s, 5500}};
        QCOMPARE(each.net().minor, 450); // 499.5 → 500 − 50
        QCOMPARE(each.tax().minor, 93); // 67.5 → 68, 24.75 → 25
    }

    void totalLeavesOutWhatIsNotSold()
    {
        OrderLines all = shown({}, {}, {});
        QCOMPARE(all.total(), money(150000));
        ShownLine more = all.lines.first();
        more.standing = Standing::Planned;
        all.lines.append(more);
        more.standing = Standing::Unknown;
        all.lines.append(more);
        QVERIFY(all.hasUnknown());
        all.discount = money(1000);
        all.adjustment = money(-5);
        QCOMPARE(all.total(), money(148995));
    }

    void theBookingStandsForAMissingOrder()
    {
        QCOMPARE(words(shown({}, {}, {})), QStringList{u"Booked booking  150000"_s});
        QCOMPARE(shown({}, {}, {}).lines.first().line.invoiceClass, u"Care"_s);
    }

    void anActTakesOverTheBookingsLine()
    {
        const SalesOrder there = order({line(u"l1"_s, u"booking"_s, u"consult"_s, 150000)});
        QCOMPARE(words(shown(there, there,
                             {performed(u"a1"_s, u"consult"_s), performed(u"a2"_s, u"consult"_s)})),
                 QStringList({u"Recorded a1 l1 150000"_s, u"Recorded a2  150000"_s}));
    }

    void anActTakesOverThePlansLineOfItsTooth()
    {
        const SalesOrder there = order({line(u"l1"_s, u"plan:p1"_s, u"crown"_s, 2200000, u"36 O"_s),
                                        line(u"l2"_s, u"plan:p2"_s, u"crown"_s, 2200000, u"46"_s)});
        const OrderLines all = shown(
            there, there,
            {performed(u"a1"_s, u"crown"_s, {u"46"_s}), performed(u"a2"_s, u"crown"_s, {u"11"_s})});
        QCOMPARE(words(all),
                 QStringList({u"Recorded a1 l2 2200000"_s, u"Recorded a2  2200000"_s,
                              u"Planned plan:p1 l1 2200000"_s}));
    }

    void linesStandInTheirOrder()
    {
        RecordedAct planned = performed(u"a2"_s, u"crown"_s, {u"36"_s});
        planned.status = u"planned"_s;
        RecordedAct cancelled = performed(u"a3"_s, u"crown"_s);
        cancelled.status = u"cancelled"_s;
        RecordedAct begun = performed(u"a5"_s, u"white"_s);
        begun.status = u"inProgress"_s;
        const SalesOrder there = order(
            {line(u"l2"_s, {}, u"gift"_s, 500), line(u"l1"_s, u"booking"_s, u"consult"_s, 150000)});
        QCOMPARE(words(shown(there, there,
                             {performed(u"a4"_s, u"nowhere"_s), planned, cancelled,
                              performed(u"a1"_s, u"crown"_s), begun})),
                 QStringList({u"Booked booking l1 150000"_s, u"Recorded a1  2200000"_s,
                              u"Recorded a5  1500000"_s, u"AddedInCrm  l2 500"_s,
                              u"Planned plan:a2  2200000"_s, u"Unknown a4  0"_s}));
    }

    void unknownActsFollowTheChoiceOfTheDesk()
    {
        RecordedAct act = performed(u"a1"_s, QString());
        QVERIFY(shown({}, {}, {act}).hasUnknown());
        const ActChoice office{u"a1"_s, ProductId()};
        QCOMPARE(words(shown({}, {}, {act}, {office})), QStringList{u"Booked booking  150000"_s});
        const ActChoice crown{u"a1"_s, ProductId(u"crown"_s)};
        QCOMPARE(words(shown({}, {}, {act}, {crown})).at(1), u"Recorded a1  2200000"_s);
        act.unitPrice = money(0);
        QCOMPARE(words(shown({}, {}, {act}, {crown})).at(1), u"Recorded a1  2200000"_s);
        act.unitPrice = money(700);
        QCOMPARE(words(shown({}, {}, {act}, {crown})).at(1), u"Recorded a1  700"_s);
    }

    void dentalTapsPriceAndDiscountCount()
    {
        RecordedAct act = performed(u"a1"_s, u"crown"_s);
        act.unitPrice = money(1999);
        act.quantity = 3000;
        act.discountPercent = 12500;
        OrderLine got = shown({}, {}, {act}).lines.at(1).line;
        QCOMPARE(got.discount.minor, 750); // 749.625
        QCOMPARE(got.net().minor, 5247);
        act.unitPrice = money(0);
        QCOMPARE(shown({}, {}, {act}).lines.at(1).line.unitPrice.minor, 0);
        act.unitPrice = Money{5, {u"EUR"_s, 2}};
        QCOMPARE(shown({}, {}, {act}).lines.at(1).line.unitPrice.minor, 2200000);
    }

    void aHandsPriceWinsAndSurvivesTheNextUpdate()
    {
        const SalesOrder sent = order({line(u"l1"_s, u"a1"_s, u"crown"_s, 2200000)});
        SalesOrder there = sent;
        there.lines.first().unitPrice = money(2000000);
        const QList<RecordedAct> acts{performed(u"a1"_s, u"crown"_s)};
        const OrderLines once = shown(there, sent, acts);
        QCOMPARE(words(once), QStringList{u"Recorded a1 l1 2000000 by hand"_s});
        const SalesOrder agreed = agreedOrder(there, sent, once);
        QCOMPARE(words(shown(there, agreed, acts)), words(once));
        // A new price in DentalTap is no hand's: the line follows.
        RecordedAct dearer = acts.first();
        dearer.unitPrice = money(2300000);
        QCOMPARE(words(shown(sent, sent, {dearer})), QStringList{u"Recorded a1 l1 2300000"_s});
    }

    void aHandsPriceSurvivesTheTakingOver()
    {
        const SalesOrder sent = order({line(u"l1"_s, u"booking"_s, u"consult"_s, 150000)});
        SalesOrder there = sent;
        there.lines.first().unitPrice = money(100000);
        const QList<RecordedAct> acts{performed(u"a1"_s, u"consult"_s)};
        const OrderLines once = shown(there, sent, acts);
        QCOMPARE(words(once), QStringList{u"Recorded a1 l1 100000 by hand"_s});
        SalesOrder fresh = there;
        fresh.lines.first().mark = u"a1"_s;
        QCOMPARE(words(shown(fresh, agreedOrder(fresh, sent, once), acts)), words(once));
    }

    void aPriceTypedWhileOursWasOnItsWayIsTheHands()
    {
        const QList<RecordedAct> acts{performed(u"a1"_s, u"crown"_s)};
        const SalesOrder sent = order({line(u"l1"_s, u"a1"_s, u"crown"_s, 2200000)});
        const OrderLines ours = shown(sent, sent, acts);
        SalesOrder fresh = sent;
        fresh.lines.first().unitPrice = money(1800000);
        QCOMPARE(words(shown(fresh, agreedOrder(fresh, sent, ours), acts)),
                 QStringList{u"Recorded a1 l1 1800000 by hand"_s});
        // What stands there as DentalTap has it was written by another desk, not by a hand.
        RecordedAct cheaper = acts.first();
        cheaper.unitPrice = money(1800000);
        QCOMPARE(words(shown(fresh, sent, {cheaper})), QStringList{u"Recorded a1 l1 1800000"_s});
    }

    void whatAReceiptBringsIsNotInTheDigest()
    {
        const QList<RecordedAct> acts{performed(u"a1"_s, u"white"_s, {u"36"_s})};
        OrderLine made = line(u"l1"_s, u"booking"_s, u"consult"_s, 150000);
        made.label = u"Consultation, as the CRM calls it"_s;
        made.taxes = {{u"VAT"_s, 0}, {u"Other"_s, 0}};
        SalesOrder answered = order({made});
        answered.number = u"SO-1"_s;
        answered.modifiedTime = u"2026-11-23T09:00:00+04:00"_s;
        for (const QList<RecordedAct> &some : {QList<RecordedAct>(), acts}) {
            const OrderLines opened = shown({}, {}, some);
            QCOMPARE(shown(answered, answered, some).digest(), opened.digest());
            QCOMPARE(shown(answered, answered, some).total(), opened.total());
        }
        const OrderLines wanted = shown(answered, answered, {});
        QVERIFY(orderDelta(answered, shown({}, {}, {}), false).isEmpty);
        QVERIFY(orderDelta(answered, wanted, true).isEmpty);
    }

    void removedLinesComeBackOnlyWhenPerformed()
    {
        const SalesOrder sent = order({line(u"l1"_s, u"booking"_s, u"consult"_s, 150000),
                                       line(u"l2"_s, u"a1"_s, u"crown"_s, 2200000)});
        const SalesOrder there = order({line(u"l3"_s, {}, u"gift"_s, 500)});
        QCOMPARE(words(shown(there, sent, {performed(u"a1"_s, u"crown"_s)})),
                 QStringList({u"Recorded a1  2200000"_s, u"AddedInCrm  l3 500"_s}));
    }

    void anUpdateInBetweenMakesNoDifference()
    {
        // The consultation was recorded, its line sent under the act's mark, the act cancelled.
        const SalesOrder between = order({line(u"l1"_s, u"a1"_s, u"consult"_s, 150000)});
        QCOMPARE(words(shown(between, between, {})), QStringList{u"Booked booking l1 150000"_s});
        QCOMPARE(words(shown(between, between, {performed(u"a2"_s, u"consult"_s)})),
                 QStringList{u"Recorded a2  150000"_s});
        QCOMPARE(words(shown(order({line(u"l1"_s, u"a1"_s, u"crown"_s, 2200000)}), {}, {})),
                 QStringList());
    }

    void digestForgetsOrderAndSeesEverythingElse()
    {
        const SalesOrder there = order(
            {line(u"l1"_s, u"booking"_s, u"consult"_s, 150000), line(u"l2"_s, {}, u"gift"_s, 500)});
        const OrderLines base = shown(there, there, {performed(u"a1"_s, u"white"_s)});
        OrderLines other = base;
        std::reverse(other.lines.begin(), other.lines.end());
        std::reverse(other.lines.begin(), other.lines.end() - 1);
        other.readAt = QDateTime::fromSecsSinceEpoch(1);
        for (ShownLine &each : other.lines)
            each.line.remoteId = u"new"_s;
        QCOMPARE(other.digest(), base.digest());
        QCOMPARE(base.digest().size(), 32);

        const auto differs = [&base](auto change) {
            OrderLines changed = base;
            change(changed);
            return changed.digest() != base.digest();
        };
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.product = ProductId(u"x"_s); }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.tooth = u"36"_s; }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.quantity = 2000; }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.unitPrice.minor += 1; }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.discount.minor += 1; }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].line.taxes.clear(); }));
        QVERIFY(differs([](OrderLines &l) { l.lines.removeLast(); }));
        QVERIFY(differs([](OrderLines &l) { l.lines.append(l.lines.last()); }));
        QVERIFY(differs([](OrderLines &l) { l.discount.minor = 1; }));
        QVERIFY(differs([](OrderLines &l) { l.adjustment.minor = 1; }));
        QVERIFY(differs([](OrderLines &l) { l.lines[1].standing = Standing::Unknown; }));
        QVERIFY(!differs([](OrderLines &l) {
            l.lines.append(l.lines.last());
            l.lines.last().standing = Standing::Planned;
        }));
    }

    void theDigestIsTheSameOnEveryDeskAndInEveryVersion()
    {
        QCOMPARE(shown({}, {}, {}).digest().toHex(),
                 QByteArray("49d1b531aadfb2f43c32066af37ae5b7"
                            "87da39f4fcf1eb4560cda133d2a02356"));
    }

    void theDeltaListsEveryLineAndOnlyWhatDiffers()
    {
        const SalesOrder there = order({line(u"l1"_s, u"booking"_s, u"consult"_s, 150000),
                                        line(u"l2"_s, {}, u"gift"_s, 500),
                                        line(u"l3"_s, u"plan:p"_s, u"crown"_s, 2200000)});
        const OrderLines wanted = shown(there, there, {});
        OrderDelta delta = orderDelta(there, wanted, false);
        QVERIFY(delta.isEmpty);
        QCOMPARE(delta.put.size(), 3);
        QCOMPARE(delta.removed, QStringList());

        delta = orderDelta(there, wanted, true);
        QVERIFY(!delta.isEmpty);
        QCOMPARE(delta.removed, QStringList{u"l3"_s});
        QCOMPARE(delta.put.size(), 2);

        delta = orderDelta(
            there,
            shown(there, there, {performed(u"a1"_s, u"consult"_s), performed(u"a2"_s, u"white"_s)}),
            false);
        QVERIFY(!delta.isEmpty);
        QCOMPARE(delta.put.size(), 4);
        QCOMPARE(delta.put.at(0).remoteId, u"l1"_s);
        QCOMPARE(delta.put.at(0).mark, u"a1"_s);
        QCOMPARE(delta.put.at(1).remoteId, QString());
        QCOMPARE(delta.removed, QStringList());
    }

    void theDeltaKeepsWhatPersonsDidMeanwhile()
    {
        const SalesOrder read =
            order({line(u"l1"_s, u"a1"_s, u"crown"_s, 2200000), line(u"l2"_s, {}, u"gift"_s, 500)});
        const OrderLines wanted = shown(read, read, {performed(u"a1"_s, u"crown"_s)});
        // Meanwhile: our line and the gift are gone, another line was typed.
        const SalesOrder there = order({line(u"l9"_s, {}, u"gift"_s, 900)});
        const OrderDelta delta = orderDelta(there, wanted, true);
        QCOMPARE(delta.put.size(), 2);
        QCOMPARE(delta.put.at(0).mark, u"a1"_s);
        QCOMPARE(delta.put.at(0).remoteId, QString());
        QCOMPARE(delta.put.at(1).remoteId, u"l9"_s);
        QVERIFY(!delta.isEmpty);
    }

    void doubledLinesOfOursAreTakenOff()
    {
        const SalesOrder there = order({line(u"l1"_s, u"a1"_s, u"crown"_s, 2200000),
                                        line(u"l2"_s, u"a1"_s, u"crown"_s, 2200000)});
        const OrderDelta delta =
            orderDelta(there, shown(there, there, {performed(u"a1"_s, u"crown"_s)}), false);
        QCOMPARE(delta.removed, QStringList{u"l2"_s});
        QCOMPARE(delta.put.size(), 1);
    }

    void unknownActsAreNeverSent()
    {
        const SalesOrder there = order({line(u"l1"_s, u"booking"_s, u"consult"_s, 150000)});
        const OrderDelta delta =
            orderDelta(there, shown(there, there, {performed(u"a1"_s, QString())}), false);
        QVERIFY(delta.isEmpty);
        QCOMPARE(delta.put.size(), 1);
    }

    void hostileTextsAreOnlyText()
    {
        RecordedAct act = performed(u"\u202Ea1\u0001"_s, u"crown"_s,
                                    {QString(1'000'000, u'3'), u"😀"_s, u"'; DROP"_s});
        const OrderLines all = shown({}, {}, {act});
        QCOMPARE(all.lines.size(), 2);
        QVERIFY(all.digest() != shown({}, {}, {}).digest());
    }
};

QTEST_APPLESS_MAIN(TestSalesOrder)
#include "tst_salesorder.moc"
