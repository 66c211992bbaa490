// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/desk.h"

#include <QSignalSpy>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

class TestOutboxStore : public QObject
{
    Q_OBJECT

private:
    const StaffId m_staff = StaffId(u"staff-1"_s);

    OutboxRow rowOf(const QString &name)
    {
        // Named: a range-for does not keep what a Result holds alive.
        const Result<QList<OutboxRow>> rows = Desk::wait(m_desk->outbox.list(100));
        for (const OutboxRow &row : *rows) {
            if (row.command == name)
                return row;
        }
        return {};
    }
    static OutboxItem itemOf(const QList<OutboxItem> &items, const QString &name)
    {
        for (const OutboxItem &item : items) {
            if (commandName(item.command) == name)
                return item;
        }
        return {};
    }
    //! Delivers everything that is due, until nothing is, with empty receipts but for name's.
    void deliverAll(const QString &name = {}, const Receipt &receipt = {})
    {
        for (;;) {
            const QList<OutboxItem> items = m_desk->claim().value_or(QList<OutboxItem>());
            if (items.isEmpty())
                return;
            for (const OutboxItem &item : items) {
                const bool named = commandName(item.command) == name;
                QVERIFY(Desk::wait(m_desk->outbox.prepared(item.id, "payload", u"key"_s)));
                QVERIFY(Desk::wait(m_desk->outbox.complete(item, named ? receipt : Receipt())));
            }
        }
    }
    void toTreatment(const VisitId &id)
    {
        const VisitStore::Rule chair = [now = m_desk->now](const VisitContext &context) {
            return seat(context, now);
        };
        QVERIFY(Desk::wait(m_desk->visits.commit(id, chair, m_staff)));
    }
    Result<Visit> exitNow(const VisitId &id)
    {
        const VisitStore::Rule leave = [now = m_desk->now](const VisitContext &context) {
            return exitTreatmentRoom(context, context.lines.digest(), false, now);
        };
        return Desk::wait(m_desk->visits.commit(id, leave, m_staff));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_file = m_directory->filePath(u"desk.sqlite"_s);
        m_desk = std::make_unique<Desk>(m_file);
        QVERIFY(m_desk->open());
        const QList<Product> products{Desk::consultation()};
        QVERIFY(Desk::wait(m_desk->catalogue.putProducts(products)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_directory.reset();
    }

    void rowsWaitForTheirPredecessors()
    {
        QVERIFY(m_desk->book());
        const QStringList first = m_desk->claimedNames();
        QVERIFY(first.contains(u"BookInCrm"_s));
        QVERIFY(!first.contains(u"PutDentalTapPatient"_s));
        QVERIFY(!first.contains(u"LinkInCrm"_s));
        QCOMPARE(m_desk->claimedNames(), QStringList()); // leased
    }

    void aFailedRowHoldsWhatFollows()
    {
        QVERIFY(m_desk->book());
        const auto items = *m_desk->claim();
        const OutboxItem book = itemOf(items, u"BookInCrm"_s);
        QVERIFY(Desk::wait(m_desk->outbox.fail(
            book.id, Error(Error::Kind::Invalid, u"refused"_s, Service::Zoho))));
        QCOMPARE(m_desk->claimedNames(), QStringList());
        const OutboxRow row = rowOf(u"BookInCrm"_s);
        QCOMPARE(row.state, OutboxRow::State::Failed);
        QVERIFY(row.error);
        QCOMPARE(row.error->message, u"refused"_s);
        const auto day = Desk::wait(m_desk->visits.day(QDate(2030, 5, 6)));
        QVERIFY(day->first().failed);
    }

    void aDefiniteRefusalTakesTheNextKeyAndAnythingElseKeepsIt_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<int>("counter");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("refused") << Error::Kind::Invalid << 1 << QByteArray();
        QTest::newRow("answer not understood")
            << Error::Kind::Protocol << 0 << QByteArray("payload");
    }
    void aDefiniteRefusalTakesTheNextKeyAndAnythingElseKeepsIt()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(int, counter);
        QFETCH(QByteArray, payload);
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QVERIFY(book.payload.isEmpty());
        QVERIFY(Desk::wait(m_desk->outbox.prepared(book.id, "payload", u"key-1"_s)));
        QVERIFY(Desk::wait(m_desk->outbox.fail(book.id, Error(kind, u"words"_s))));
        QVERIFY(Desk::wait(m_desk->outbox.retry(book.id, m_staff)));
        const OutboxItem again = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QCOMPARE(again.id, book.id);
        QCOMPARE(again.keyCounter, counter);
        QCOMPARE(again.payload, payload);
        QCOMPARE(again.key, u"key-1"_s);
        QCOMPARE(again.attempts, counter == 1 ? 1 : 2);
    }

    void deferredRowsWaitForTheirTime()
    {
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        const QDateTime later = m_desk->now.addSecs(60);
        QVERIFY(Desk::wait(
            m_desk->outbox.defer(book.id, Error(Error::Kind::Offline, u"away"_s), later)));
        QVERIFY(!m_desk->claimedNames().contains(u"BookInCrm"_s));
        QCOMPARE(Desk::wait(m_desk->outbox.summary())->nextTry, later);
        m_desk->now = later;
        QVERIFY(m_desk->claimedNames().contains(u"BookInCrm"_s));
    }

    void wakingMakesAServiceDueNow()
    {
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QVERIFY(Desk::wait(m_desk->outbox.defer(book.id, Error(Error::Kind::Offline, u"away"_s),
                                                m_desk->now.addSecs(300))));
        QVERIFY(Desk::wait(m_desk->outbox.wake(Service::Zoho)));
        QVERIFY(m_desk->claimedNames().contains(u"BookInCrm"_s));
    }

    void releasedRowsAreDueAgainWithoutAnAttempt()
    {
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QVERIFY(Desk::wait(m_desk->outbox.release({book.id})));
        const OutboxItem again = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QCOMPARE(again.attempts, 1);
    }

    void aLeaseEndsAfterTenMinutesUnlessRenewed()
    {
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        m_desk->now = m_desk->now.addSecs(9 * 60);
        QVERIFY(Desk::wait(m_desk->outbox.renew(m_desk->outbox.owner(), {book.id})));
        m_desk->now = m_desk->now.addSecs(9 * 60);
        QVERIFY(!m_desk->claimedNames().contains(u"BookInCrm"_s));
        m_desk->now = m_desk->now.addSecs(2 * 60);
        QVERIFY(m_desk->claimedNames().contains(u"BookInCrm"_s));
    }

    void twoDesksNeverHoldOneRowAndADeadOneLosesItsRowsAtOnce()
    {
        QVERIFY(m_desk->book());
        auto other = std::make_unique<Desk>(m_file);
        QVERIFY(other->open());
        const QStringList theirs = other->claimedNames();
        QVERIFY(theirs.contains(u"BookInCrm"_s));
        QCOMPARE(m_desk->claimedNames(), QStringList());
        other.reset(); // its lock file goes with it
        QVERIFY(m_desk->claimedNames().contains(u"BookInCrm"_s));
    }

    void discardTakesDependentsAlong()
    {
        QVERIFY(m_desk->book());
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QVERIFY(!Desk::wait(m_desk->outbox.discard(book.id, u"why"_s, m_staff))); // being sent
        QVERIFY(Desk::wait(m_desk->outbox.release({book.id, rowOf(u"PutCalendarEvent"_s).id})));
        const auto gone = Desk::wait(m_desk->outbox.discard(book.id, u"twice"_s, m_staff));
        QVERIFY(gone);
        QVERIFY(gone->contains(book.id));
        QVERIFY(gone->size() >= 4);
        const auto audit = *Desk::wait(m_desk->audit.rows({}));
        QVERIFY(std::any_of(audit.begin(), audit.end(), [](const AuditRow &row) {
            return row.action == u"discard"_s && row.detail.contains(u"twice"_s);
        }));
    }

    void aReceiptLinksAndWipesThePayload()
    {
        const Visit visit = *m_desk->book();
        const QSignalSpy changed(&m_desk->outbox, &OutboxStore::visitChanged);
        const OutboxItem book = itemOf(*m_desk->claim(), u"BookInCrm"_s);
        QVERIFY(Desk::wait(m_desk->outbox.prepared(book.id, "Zebulon", u"k"_s)));
        Receipt receipt;
        receipt.patientLinks.insert(RecordKind::Contact,
                                    RemoteLink{RecordKind::Contact, u"c1"_s, u"t1"_s, {}});
        receipt.visitLinks.insert(RecordKind::SalesOrder,
                                  RemoteLink{RecordKind::SalesOrder, u"so1"_s, {}, u"SO-1"_s});
        SalesOrder order;
        order.id = u"so1"_s;
        receipt.order = order;
        QVERIFY(Desk::wait(m_desk->outbox.complete(book, receipt)));
        QVERIFY(!changed.isEmpty());
        const auto facts = Desk::wait(
            m_desk->outbox.facts(LinkInCrm{visit.id}, Desk::rules().currency, "Indian/Mauritius"));
        QVERIFY(facts);
        QCOMPARE(facts->patientLinks.value(RecordKind::Contact).remoteId, u"c1"_s);
        QCOMPARE(facts->visitLinks.value(RecordKind::SalesOrder).number, u"SO-1"_s);
        QCOMPARE(facts->order.id, u"so1"_s);
        QCOMPARE(facts->lastSent.id, u"so1"_s);
        QVERIFY(!facts->contactIsNew);
        QCOMPARE(facts->patient.lastName, u"Quartzovski"_s);
        QCOMPARE(facts->product.code, u"C1"_s);
        QCOMPARE(Desk::wait(m_desk->visits.find(u"so1"_s))->value, visit.id.value);
        QCOMPARE(*Desk::wait(m_desk->patients.find(u"c1"_s)), facts->patient.id);
        auto payloads = [](QSqlDatabase &db) {
            QSqlQuery query(db);
            query.exec(u"SELECT COUNT(*) FROM outbox WHERE payload IS NOT NULL"_s);
            return query.next() ? query.value(0).toInt() : -1;
        };
        QCOMPARE(Desk::wait(m_desk->database.run(payloads)), 0);
    }

    void theLedgersAnswerMakesTheVisitInvoiced()
    {
        const VisitId id = m_desk->book()->id;
        toTreatment(id);
        QVERIFY(exitNow(id));
        Receipt receipt;
        receipt.visitLinks.insert(
            RecordKind::QuickBooksInvoice,
            RemoteLink{RecordKind::QuickBooksInvoice, u"77"_s, {}, u"1007"_s});
        deliverAll(u"PostQuickBooksInvoice"_s, receipt);
        const auto context = Desk::wait(m_desk->visits.context(id));
        QCOMPARE(context->visit.state, VisitState::Invoiced);
        QCOMPARE(context->visit.quickBooksInvoiceNumber, u"1007"_s);
        QCOMPARE(Desk::wait(m_desk->outbox.list())->size(), 0);
    }

    void changedLinesBringTheVisitBack()
    {
        const VisitId id = m_desk->book()->id;
        toTreatment(id);
        QVERIFY(exitNow(id));
        Receipt receipt;
        receipt.outcome = Receipt::Outcome::LinesChanged;
        receipt.note = u"An implant was added."_s;
        deliverAll(u"ConfirmLines"_s, receipt);
        const auto context = Desk::wait(m_desk->visits.context(id));
        QCOMPARE(context->visit.state, VisitState::InTreatment);
        QVERIFY(context->visit.linesChanged);
        QCOMPARE(context->visit.attention, receipt.note);
        const auto rows = Desk::wait(m_desk->outbox.list(100));
        QVERIFY(rows);
        for (const OutboxRow &row : *rows)
            QVERIFY(row.command != u"ConvertToInvoice"_s);
        QVERIFY(exitNow(id)); // and may be confirmed again
    }

    void aTotalThatDiffersStopsBeforeTheLedger()
    {
        const VisitId id = m_desk->book()->id;
        toTreatment(id);
        QVERIFY(exitNow(id));
        Receipt receipt;
        receipt.outcome = Receipt::Outcome::TotalDiffers;
        receipt.note = u"The invoice has another total."_s;
        deliverAll(u"ConvertToInvoice"_s, receipt);
        const auto context = Desk::wait(m_desk->visits.context(id));
        QCOMPARE(context->visit.state, VisitState::AwaitingInvoice);
        QCOMPARE(context->visit.attention, receipt.note);
        QCOMPARE(rowOf(u"PostQuickBooksInvoice"_s).state, OutboxRow::State::Failed);
    }

    void factsOfAnExitAreWhatWasConfirmed()
    {
        const VisitId id = m_desk->book()->id;
        toTreatment(id);
        QVERIFY(exitNow(id));
        RecordedAct act;
        act.itemId = u"late"_s;
        act.product = Desk::consultation().id;
        act.unitPrice = Money{990000, Desk::rules().currency};
        act.status = u"completed"_s;
        const QHash<VisitId, QList<RecordedAct>> acts{{id, {act, act}}};
        QVERIFY(Desk::wait(m_desk->visits.putActs(acts, m_desk->now)));
        const auto facts = Desk::wait(
            m_desk->outbox.facts(UpdateSalesOrder{id, true}, Desk::rules().currency, {}));
        QVERIFY(facts);
        QCOMPARE(facts->lines.digest(), facts->visit.confirmedDigest);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestOutboxStore)
#include "tst_outboxstore.moc"
