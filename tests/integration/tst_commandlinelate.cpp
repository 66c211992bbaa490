// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/commandlinedesk.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Acts recorded after the exit, settled through vestibule-cli: the real program, one process per
//! call.
class TestCommandLineLate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void badInputIsRefusedInWords_data();
    void badInputIsRefusedInWords();
    void nobodySettlesUnsigned_data();
    void nobodySettlesUnsigned();
    void anUnknownActIsChosenBilledAndIgnored();
    void anotherDesksBillIsLearntByOneSync();

private:
    //! Tells of acts on the visit's appointment; what went wrong, or nothing.
    QString record(const QJsonArray &acts);
    QJsonArray afterExit();
    //! The words with VISIT and ITEM in their places.
    QStringList filled(QStringList words) const;

    std::unique_ptr<CommandLineDesk> m_desk;
    QString m_visit; //!< invoiced, with one late act
    QString m_appointment; //!< DentalTap's id of it
    QString m_item;
};

QString TestCommandLineLate::record(const QJsonArray &acts)
{
    return m_desk->simulator().tell(
        QJsonObject{{u"appointment"_s, m_appointment}, {u"records"_s, acts}});
}

QJsonArray TestCommandLineLate::afterExit()
{
    return m_desk->as(u"Rani"_s, {u"visit"_s, u"show"_s, m_visit})
        .object()[u"afterExit"_s]
        .toArray();
}

QStringList TestCommandLineLate::filled(QStringList words) const
{
    words.replaceInStrings(u"VISIT"_s, m_visit);
    words.replaceInStrings(u"ITEM"_s, m_item);
    return words;
}

void TestCommandLineLate::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const Answer booked = m_desk->as(u"Rani"_s, m_desk->booking({}));
    QVERIFY2(booked.code == 0, booked.told());
    m_visit = booked.object()[u"visit"_s].toString();
    const Answer seated = m_desk->as(u"Omar"_s, {u"visit"_s, u"seat"_s, m_visit});
    QVERIFY2(seated.code == 0, seated.told());
    m_appointment = seated.object()[u"links"_s][u"dentaltap"_s][u"id"_s].toString();
    const QJsonObject act{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}};
    QCOMPARE(record({act}), QString());
    QCOMPARE(m_desk->as(u"Rani"_s, {u"visit"_s, u"show"_s, m_visit}).code, 0);
    const Answer left = m_desk->as(u"Rani"_s, {u"visit"_s, u"exit"_s, m_visit, u"--confirm"_s});
    QVERIFY2(left.code == 0, left.told());
    QCOMPARE(left.object()[u"state"_s].toString(), u"Invoiced"_s);
    const QJsonObject late{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}};
    QCOMPARE(record({late}), QString());
    const QJsonArray open = afterExit();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first()[u"kind"_s].toString(), u"AfterExit"_s);
    QVERIFY(open.first()[u"billable"_s].toBool());
    m_item = open.first()[u"item"_s].toString();
    QVERIFY(!m_item.isEmpty());
}

void TestCommandLineLate::cleanupTestCase()
{
    m_desk.reset();
}

void TestCommandLineLate::badInputIsRefusedInWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QString tooLong(501, u'a');
    const auto row = [](const char *name, const QStringList &words, int code, const QString &says) {
        QTest::newRow(name) << QStringList{u"visit"_s} + words << code << says;
    };
    row("no visit", {u"bill"_s}, 2, u"ID"_s);
    row("another's visit", {u"bill"_s, u"nobody"_s}, 5, {});
    row("an empty list bills nothing", {u"bill"_s, u"VISIT"_s, u"--items"_s, u","_s}, 1,
        u"--items"_s);
    row("an act of no visit", {u"bill"_s, u"VISIT"_s, u"--items"_s, u"'; DROP TABLE visit"_s}, 1,
        u"settled meanwhile"_s);
    row("one known, one not", {u"bill"_s, u"VISIT"_s, u"--items"_s, u"ITEM,😀"_s}, 1,
        u"settled meanwhile"_s);
    row("ignored without why", {u"ignore"_s, u"VISIT"_s, u"--items"_s, u"ITEM"_s}, 2, u"--why"_s);
    row("ignored without an act", {u"ignore"_s, u"VISIT"_s, u"--why"_s, u"gift"_s}, 2,
        u"--items"_s);
    row("an empty why", {u"ignore"_s, u"VISIT"_s, u"--items"_s, u"ITEM"_s, u"--why"_s, u"  "_s}, 2,
        u"why"_s);
    row("a long why", {u"ignore"_s, u"VISIT"_s, u"--items"_s, u"ITEM"_s, u"--why"_s, tooLong}, 1,
        u"500"_s);
    row("a product that is none",
        {u"choose"_s, u"VISIT"_s, u"--items"_s, u"ITEM"_s, u"--product"_s, u"none"_s}, 5,
        u"product"_s);
    row("two acts for one product",
        {u"choose"_s, u"VISIT"_s, u"--items"_s, u"ITEM,b"_s, u"--product"_s, u"none"_s}, 1,
        u"--items"_s);
    row("an option of another verb", {u"bill"_s, u"VISIT"_s, u"--why"_s, u"gift"_s}, 2, u"why"_s);
}

void TestCommandLineLate::badInputIsRefusedInWords()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QJsonObject before = census(m_desk->simulator());
    const Answer refused = m_desk->as(u"Rani"_s, filled(words));
    QVERIFY2(refused.code == code, refused.told());
    QVERIFY2(refused.isOneDocument(), refused.told());
    QVERIFY2(!refused.words().trimmed().isEmpty() && refused.words().contains(says),
             refused.told());
    QVERIFY(!refused.object()[u"error"_s][u"message"_s].toString().isEmpty());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
}

void TestCommandLineLate::nobodySettlesUnsigned_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("bill") << QStringList{u"bill"_s, u"VISIT"_s};
    QTest::newRow("ignore") << QStringList{u"ignore"_s, u"VISIT"_s, u"--items"_s,
                                           u"ITEM"_s,   u"--why"_s, u"gift"_s};
    QTest::newRow("choose") << QStringList{u"choose"_s, u"VISIT"_s,     u"--items"_s,
                                           u"ITEM"_s,   u"--product"_s, u"none"_s};
}

//! Every role may bill: without permission is who has not signed in, or who is not who they say.
void TestCommandLineLate::nobodySettlesUnsigned()
{
    QFETCH(QStringList, words);
    const QStringList said = filled(words);
    const QJsonObject before = census(m_desk->simulator());
    const Answer unsaid = m_desk->run(QStringList{u"--json"_s, u"visit"_s} + said);
    QVERIFY2(unsaid.code == 4 && unsaid.isOneDocument(), unsaid.told());
    QVERIFY(unsaid.words().contains(u"--staff"_s));
    const QStringList asSomebody{u"--json"_s, u"--staff"_s, u"Zoltan"_s, u"--pin-stdin"_s,
                                 u"visit"_s};
    const Answer stranger = m_desk->run(asSomebody + said, "1234\n");
    QVERIFY2(stranger.code == 4 && stranger.isOneDocument(), stranger.told());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));
}

void TestCommandLineLate::anUnknownActIsChosenBilledAndIgnored()
{
    const QJsonObject unknown{{u"unknown"_s, true},
                              {u"label"_s, u"Soin"_s},
                              {u"unitPrice"_s, u"4200.00"_s},
                              {u"tooth"_s, u"27"_s}};
    const QJsonObject gift{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"37"_s}};
    QCOMPARE(record({unknown, gift}), QString());
    QString unknownItem;
    QString giftItem;
    const QJsonArray open = afterExit();
    QCOMPARE(open.size(), 3);
    for (const QJsonValue &act : open) {
        if (!act[u"billable"_s].toBool())
            unknownItem = act[u"item"_s].toString();
        else if (act[u"tooth"_s].toString() == u"37"_s)
            giftItem = act[u"item"_s].toString();
    }
    QVERIFY(!unknownItem.isEmpty() && !giftItem.isEmpty());

    const QJsonObject before = census(m_desk->simulator());
    const Answer early =
        m_desk->as(u"Rani"_s, {u"visit"_s, u"bill"_s, m_visit, u"--items"_s, unknownItem});
    QVERIFY2(early.code == 1 && early.words().contains(u"product"_s), early.told());

    const Answer ignored = m_desk->as(u"Omar"_s,
                                      {u"visit"_s, u"ignore"_s, m_visit, u"--items"_s, giftItem,
                                       u"--why"_s, u"part of the same work"_s});
    QVERIFY2(ignored.code == 0 && ignored.isOneDocument(), ignored.told());
    QCOMPARE(ignored.object()[u"afterExit"_s].toArray().size(), 2);

    QString product;
    for (const QJsonValue &each : m_desk->simulator().records(u"zoho"_s, u"Products"_s)) {
        if (each[u"Unit_Price"_s].toDouble() > 0)
            product = each[u"id"_s].toString();
    }
    const Answer chosen = m_desk->as(
        u"Rani"_s,
        {u"visit"_s, u"choose"_s, m_visit, u"--items"_s, unknownItem, u"--product"_s, product});
    QVERIFY2(chosen.code == 0 && chosen.isOneDocument(), chosen.told());
    for (const QJsonValue &act : chosen.object()[u"afterExit"_s].toArray())
        QVERIFY(act[u"billable"_s].toBool());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(before));

    const Answer billed = m_desk->as(u"Rani"_s, {u"visit"_s, u"bill"_s, m_visit});
    QVERIFY2(billed.code == 0 && billed.isOneDocument(), billed.told());
    QCOMPARE(billed.object()[u"afterExit"_s].toArray().size(), 0);
    const QJsonArray supplements = billed.object()[u"supplements"_s].toArray();
    QCOMPARE(supplements.size(), 1);
    QCOMPARE(supplements.first()[u"items"_s].toArray().size(), 2);
    QVERIFY(!supplements.first()[u"invoice"_s][u"crm"_s].toString().isEmpty());
    QVERIFY(!supplements.first()[u"invoice"_s][u"quickbooks"_s].toString().isEmpty());
    const QStringList oneSet{u"Sales_Orders"_s, u"Invoices"_s, u"Invoice"_s};
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, oneSet)));

    const Answer again = m_desk->as(u"Rani"_s, {u"visit"_s, u"bill"_s, m_visit});
    QVERIFY2(again.code == 1 && again.isOneDocument(), again.told());
    QCOMPARE(inWords(census(m_desk->simulator())), inWords(withOneMore(before, oneSet)));
}

//! Two desks with databases of their own; the second knows the act as open.
void TestCommandLineLate::anotherDesksBillIsLearntByOneSync()
{
    QCOMPARE(record({QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"47"_s}}}), QString());
    QCOMPARE(afterExit().size(), 1);
    const QTemporaryDir other;
    const QDir here(m_desk->place().last());
    for (const QString &file : here.entryList(QDir::Files))
        QVERIFY(QFile::copy(here.filePath(file), other.filePath(file)));
    const auto atTheOther = [&](const QStringList &words) {
        m_desk->setData(other.path());
        const Answer answer = m_desk->as(u"Rani"_s, words);
        m_desk->setData({});
        return answer;
    };
    const Answer open = atTheOther({u"visit"_s, u"show"_s, m_visit});
    QVERIFY2(open.object()[u"afterExit"_s].toArray().size() == 1, open.told());

    const Answer billed = m_desk->as(u"Rani"_s, {u"visit"_s, u"bill"_s, m_visit});
    QVERIFY2(billed.code == 0, billed.told());
    const Answer read = atTheOther({u"sync"_s, u"run"_s, u"--system"_s, u"zoho"_s});
    QVERIFY2(read.code == 0, read.told());
    const Answer after = atTheOther({u"visit"_s, u"show"_s, m_visit});
    QVERIFY2(after.object()[u"afterExit"_s].toArray().isEmpty(), after.told());
}

QTEST_GUILESS_MAIN(TestCommandLineLate)
#include "tst_commandlinelate.moc"
