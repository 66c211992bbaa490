// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/planstore.h"

#include "tests/app/domain/plansamples.h"
#include "tests/app/store/desk.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using plans::Decision;
using plans::ItemState;

class TestPlanStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PlanStore> m_plans;
    const StaffId m_staff{u"staff-1"_s};

    static Product product(const QString &item)
    {
        Product product;
        product.id = ProductId(u"product-"_s + item);
        product.name = u"Product "_s + item;
        product.invoiceClass = u"Implant"_s;
        product.price = Money{100, plansamples::rupees()};
        return product;
    }
    static RemotePlan remote(const TreatmentPlan &plan = plansamples::plan())
    {
        RemotePlan remote;
        remote.plan = plan;
        remote.plan.patient = PatientId();
        remote.contactId = u"c9"_s;
        return remote;
    }
    Result<QList<PatientId>> take(const RemotePlan &remote)
    {
        const QList<RemotePlan> one(1, remote);
        return Desk::wait(m_plans->take(one));
    }
    PlanRecord record(const PlanId &id = plansamples::plan().id)
    {
        return Desk::wait(m_plans->record(id)).value_or(PlanRecord());
    }
    QStringList waiting()
    {
        QStringList names;
        const Result<QList<OutboxRow>> rows = Desk::wait(m_desk->outbox.list());
        for (const OutboxRow &row : *rows)
            names.append(row.command);
        return names;
    }
    OutboxItem claimed(const QString &name)
    {
        const Result<QList<OutboxItem>> items = m_desk->claim();
        for (const OutboxItem &item : *items) {
            if (commandName(item.command) == name)
                return item;
        }
        return {};
    }
    PatientId patient() { return *Desk::wait(m_desk->patients.find(u"c9"_s)); }
    Facts facts(const Command &command)
    {
        const Result<Facts> facts = Desk::wait(
            m_desk->outbox.facts(command, Desk::rules().currency, Desk::rules().timeZone));
        return facts.value_or(Facts());
    }
    Result<PlanRecord> accept(const QStringList &items = {})
    {
        const PlanStore::Rule rule = [items, by = m_staff,
                                      now = m_desk->now](const PlanContext &context) {
            return acceptPlan(context, items, plansamples::shown(context), u"fr"_s, by, now);
        };
        return Desk::wait(m_plans->commit(plansamples::plan().id, rule, m_staff));
    }
    //! PutQuote is delivered: its Devis is "q1".
    void deliverQuote()
    {
        const OutboxItem item = claimed(u"PutQuote"_s);
        Receipt receipt;
        receipt.quote = QuoteReading();
        receipt.quote->id = u"q1"_s;
        receipt.quote->number = u"DV-1"_s;
        receipt.quote->stage = u"Draft"_s;
        receipt.quote->deal = u"deal-9"_s;
        receipt.quote->agreed = planLines(record().latest(), {}, {}, plansamples::rupees());
        QVERIFY(Desk::wait(m_desk->outbox.complete(item, receipt)));
    }
    VisitId bookIntervention(const QStringList &items)
    {
        Patient known;
        known.id = patient();
        Appointment appointment = m_desk->appointment();
        appointment.patient = known.id;
        appointment.kind = Appointment::Kind::Intervention;
        appointment.part = PlannedPart{
            plansamples::plan().id, 1, u"310-1"_s, items, Money{5000, plansamples::rupees()},
            ProductId(u"dep"_s)};
        const Result<Visit> visit =
            Desk::wait(m_desk->visits.create(known, false, appointment, booked, m_staff));
        return visit ? visit->id : VisitId();
    }
    void change(const VisitId &id, VisitState state)
    {
        const VisitStore::Rule rule = [state](const VisitContext &context) -> Result<Transition> {
            Transition transition{context.visit, context.appointment, {}, {}, u"test"_s};
            transition.visit.state = state;
            return transition;
        };
        QVERIFY(Desk::wait(m_desk->visits.commit(id, rule, m_staff)));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_directory->filePath(u"desk.sqlite"_s));
        QVERIFY(m_desk->open());
        m_plans =
            std::make_unique<PlanStore>(&m_desk->database, Desk::rules().currency, m_desk->clock);
        const QList<Product> products{Desk::consultation(), product(u"a"_s), product(u"b"_s),
                                      product(u"c"_s)};
        QVERIFY(Desk::wait(m_desk->catalogue.putProducts(products)));
        RemotePatient contact;
        contact.patient = Desk::zebulon();
        contact.contactId = u"c9"_s;
        const QList<RemotePatient> page(1, contact);
        QVERIFY(Desk::wait(m_desk->patients.putRemote(page)));
    }
    void cleanup()
    {
        m_plans.reset();
        m_desk.reset();
        m_directory.reset();
    }

    void readingIsKeptAndQuotedOnce_DT_29()
    {
        QSignalSpy changed(m_plans.get(), &PlanStore::changed);
        QSignalSpy queued(&m_desk->database, &Database::rowsQueued);
        const Result<QList<PatientId>> patients = take(remote());
        QVERIFY(patients);
        QCOMPARE(*patients, QList<PatientId>{patient()});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(queued.size(), 1);
        QCOMPARE(waiting(), (QStringList{u"PutQuote"_s, u"LinkDentalTapPlan"_s}));
        QCOMPARE(record().current.patient, patient());
        QCOMPARE(record().latest().content.items(), plansamples::plan().items());
        // The same again changes nothing; another price is taken by the row that waits.
        QVERIFY(take(remote())->isEmpty());
        TreatmentPlan dearer = plansamples::later(plansamples::plan());
        dearer.phases[0].items[0].unitPrice.minor += 100;
        QCOMPARE(take(remote(dearer))->size(), 1);
        QCOMPARE(waiting(), (QStringList{u"PutQuote"_s, u"LinkDentalTapPlan"_s}));
        const Result<QList<PlanRecord>> all = Desk::wait(m_plans->ofPatient(patient()));
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().latest().content.phases[0].items[0].unitPrice.minor, 3800100);
        QVERIFY(Desk::wait(m_desk->audit.verify())->second == 0);
    }

    void whoIsNotKnownIsMatchedLater()
    {
        RemotePlan stranger = remote();
        stranger.contactId = u"c10"_s;
        QVERIFY(take(stranger));
        QVERIFY(waiting().isEmpty());
        QVERIFY(!record().latest().blocked.isEmpty());
        QVERIFY(take(remote(plansamples::later(plansamples::plan()))));
        QCOMPARE(record().current.patient, patient());
        QCOMPARE(waiting().first(), u"PutQuote"_s);
    }

    void factsHaveTheLinesAndTheReceiptIsKept()
    {
        QVERIFY(take(remote()));
        const PlanId id = plansamples::plan().id;
        const Facts first = facts(PutQuote{patient(), id, 1});
        QVERIFY(first.plan);
        QCOMPARE(first.plan->lines.size(), 3);
        QCOMPARE(first.plan->lines.first().invoiceClass, u"Implant"_s);
        QCOMPARE(first.patient.lastName, u"Quartzovski"_s);
        deliverQuote();
        QCOMPARE(record().latest().quote.number, u"DV-1"_s);
        QCOMPARE(record().latest().quote.agreed.size(), 3);
        // A reading of the plan takes nothing of it away.
        QVERIFY(take(remote(plansamples::later(plansamples::plan()))));
        QCOMPARE(record().latest().quote.id, u"q1"_s);
        const Facts next = facts(LinkDentalTapPlan{patient(), id, 1});
        QCOMPARE(next.plan->version.quote.id, u"q1"_s);
        QCOMPARE(next.plan->deal, u"deal-9"_s);
        QVERIFY(!claimed(u"LinkDentalTapPlan"_s).stream.isEmpty());
    }

    void refusedRuleWritesNothing()
    {
        QVERIFY(take(remote()));
        const PlanRecord before = record();
        QVERIFY(!accept({u"z"_s}));
        QCOMPARE(record(), before);
        const PlanStore::Rule rule = [](const PlanContext &context) { return reopenPlan(context); };
        const PlanId unknown(u"dentaltap:999"_s);
        const Result<PlanRecord> none = Desk::wait(m_plans->commit(unknown, rule, m_staff));
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    void decisionsAndSignaturesAreKept()
    {
        QVERIFY(take(remote()));
        const PlanStore::Rule rule = [by = m_staff, now = m_desk->now](const PlanContext &context) {
            PlanSignature signature;
            signature.name = u"Zebulon Quartzovski"_s;
            signature.language = u"fr"_s;
            signature.drawing = "M0 0L1 1";
            return signPlan(context, signature, plansamples::shown(context), by, now);
        };
        const Result<PlanRecord> after =
            Desk::wait(m_plans->commit(plansamples::plan().id, rule, m_staff));
        QVERIFY(after);
        QCOMPARE(record(), *after);
        QCOMPARE(record().latest().signatures.first().drawing, QByteArray("M0 0L1 1"));
        QVERIFY(accept({u"a"_s, u"b"_s}));
        QCOMPARE(record().latest().decision, Decision::PartiallyAccepted);
        QCOMPARE(record().latest().decidedBy, m_staff);
        QCOMPARE(record().latest().acceptedItems, (QStringList{u"a"_s, u"b"_s}));
        const Result<QList<AuditRow>> audit =
            Desk::wait(m_desk->audit.rows(m_desk->now.addDays(-1)));
        QStringList actions;
        for (const AuditRow &row : *audit) {
            actions.append(row.action);
            QVERIFY(!row.detail.contains(u"Quartzovski"_s));
        }
        QCOMPARE(actions, (QStringList{u"plan-read"_s, u"plan-sign"_s, u"plan-accept"_s}));
    }

    void nothingPersonalStandsInTheFile()
    {
        TreatmentPlan plan = plansamples::plan();
        plan.title = u"Peculiar implant"_s;
        QVERIFY(take(remote(plan)));
        QVERIFY(accept());
        deliverQuote();
        const QByteArray pdf = "%PDF peculiar";
        QVERIFY(Desk::wait(m_plans->keepProposal(plan.id, 1, pdf, m_staff)));
        const QString file = m_desk->database.file();
        m_plans.reset();
        m_desk.reset();
        QByteArray all;
        for (const QString &name : {file, QString(file + u"-wal"_s)}) {
            QFile stored(name);
            if (stored.open(QIODevice::ReadOnly))
                all += stored.readAll();
        }
        QVERIFY(!all.isEmpty());
        for (const char *text : {"Peculiar", "peculiar", "Act a", "DV-1"})
            QVERIFY2(!all.contains(text), text);
    }

    void bookedItemsAreFreeAgainAfterACancel()
    {
        QVERIFY(take(remote()));
        QVERIFY(accept());
        const VisitId visit = bookIntervention({u"a"_s, u"b"_s});
        QVERIFY(!visit.isEmpty());
        QCOMPARE(record().latest().bookings.size(), 1);
        QCOMPARE(record().latest().toBook().size(), 1);
        QCOMPARE(Desk::wait(m_plans->patientOfBooking(visit)).value(), patient());
        const Result<VisitDetail> detail = Desk::wait(m_desk->visits.detail(visit));
        QCOMPARE(detail->entry.appointment.part->items, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(detail->entry.appointment.part->deposit.minor, 5000);
        const Facts known = facts(BookInCrm{visit});
        QVERIFY(known.plan);
        // Two acts and the deposit, which comes to nothing.
        QCOMPARE(known.plan->lines.size(), 3);
        QCOMPARE(known.plan->lines.last().mark, QString(depositMark));
        QVERIFY(known.plan->lines.last().net().isZero());
        change(visit, VisitState::Cancelled);
        QVERIFY(record().latest().bookings.isEmpty());
        QCOMPARE(record().latest().toBook().size(), 3);
    }

    void recordedActsAreProgress()
    {
        QVERIFY(take(remote()));
        QVERIFY(accept());
        const VisitId visit = bookIntervention({u"a"_s, u"b"_s});
        change(visit, VisitState::InTreatment);
        RecordedAct act;
        act.itemId = u"act-1"_s;
        act.status = u"completed"_s;
        act.product = ProductId(u"product-a"_s);
        act.teeth = QStringList(u"36"_s);
        QHash<VisitId, QList<RecordedAct>> acts;
        acts.insert(visit, {act});
        QVERIFY(Desk::wait(m_desk->visits.putActs(acts, m_desk->now)));
        const auto state = [this](int index) {
            return record().latest().content.items().at(index).state;
        };
        QCOMPARE(state(0), ItemState::Done);
        QCOMPARE(state(1), ItemState::Planned);
        // What another write of the plan leaves behind is not the act's to keep.
        QVERIFY(take(remote(plansamples::later(plansamples::plan()))));
        change(visit, VisitState::AwaitingInvoice);
        QCOMPARE(state(0), ItemState::Done);
        QStringList left;
        for (const PlanItem &item : record().latest().toBook())
            left.append(item.id);
        QCOMPARE(left, (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(record().latest().bookings.first().items, QStringList(u"a"_s));
        change(visit, VisitState::InTreatment);
        acts.insert(visit, {});
        QVERIFY(Desk::wait(m_desk->visits.putActs(acts, m_desk->now)));
        QCOMPARE(state(0), ItemState::Planned);
    }

    void chosenProductServesEveryPlanOfTheSource()
    {
        TreatmentPlan unknown = plansamples::plan();
        unknown.phases[0].items[0].product = ProductId(u"nothing of ours"_s);
        TreatmentPlan second = unknown;
        second.id = PlanId(u"dentaltap:311"_s);
        QVERIFY(take(remote(unknown)));
        QVERIFY(take(remote(second)));
        QVERIFY(waiting().isEmpty());
        QVERIFY(!accept());
        const Result<QList<PatientId>> chosen = Desk::wait(m_plans->chooseProduct(
            plans::Source::DentalTap, u"C-a"_s, ProductId(u"product-b"_s), m_staff));
        QVERIFY(chosen);
        QCOMPARE(waiting().count(u"PutQuote"_s), 2);
        QCOMPARE(record(second.id).latest().content.items().first().product,
                 ProductId(u"product-b"_s));
        // A later reading knows it, too.
        TreatmentPlan third = unknown;
        third.id = PlanId(u"dentaltap:312"_s);
        QVERIFY(take(remote(third)));
        QCOMPARE(waiting().count(u"PutQuote"_s), 3);
    }

    void whatWasRefusedIsMadeAnewOfAChangedPlan()
    {
        QVERIFY(take(remote()));
        const OutboxItem item = claimed(u"PutQuote"_s);
        const Error refusal(Error::Kind::Invalid, u"no"_s, Service::Zoho);
        QVERIFY(Desk::wait(m_desk->outbox.prepared(item.id, "{}", u"key"_s)));
        QVERIFY(Desk::wait(m_desk->outbox.fail(item.id, refusal)));
        QVERIFY(claimed(u"PutQuote"_s).stream.isEmpty());
        TreatmentPlan other = plansamples::later(plansamples::plan());
        other.phases[0].items[0].unitPrice.minor += 1;
        QVERIFY(take(remote(other)));
        QCOMPARE(waiting().count(u"PutQuote"_s), 1);
        const OutboxItem again = claimed(u"PutQuote"_s);
        QCOMPARE(again.id, item.id);
        QVERIFY(again.payload.isEmpty());
        QCOMPARE(again.keyCounter, item.keyCounter + 1);
    }

    void quotesOfPlansNotKnownYetWaitForThem()
    {
        PlanQuote quote;
        quote.plan = plansamples::plan().id;
        quote.version = 2;
        quote.quote.id = u"q2"_s;
        quote.quote.stage = u"Closed Won"_s;
        quote.meaning = PlanQuote::Meaning::Won;
        const QList<PlanQuote> quotes(1, quote);
        QVERIFY(Desk::wait(m_plans->takeQuotes(quotes)));
        QVERIFY(take(remote()));
        QCOMPARE(record().latest().number, 2);
        QCOMPARE(record().latest().quote.id, u"q2"_s);
        QCOMPARE(record().latest().decision, Decision::Accepted);
    }

    void stagesOfTheCrmFollow()
    {
        QVERIFY(take(remote()));
        deliverQuote();
        PlanQuote quote;
        quote.plan = plansamples::plan().id;
        quote.quote.id = u"q1"_s;
        quote.quote.stage = u"Closed Won"_s;
        quote.meaning = PlanQuote::Meaning::Won;
        const QList<PlanQuote> quotes(1, quote);
        QSignalSpy changed(m_plans.get(), &PlanStore::changed);
        QVERIFY(Desk::wait(m_plans->takeQuotes(quotes)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(record().latest().decision, Decision::Accepted);
        QCOMPARE(record().latest().quote.agreed.size(), 3);
        QVERIFY(Desk::wait(m_plans->takeQuotes(quotes)));
        QCOMPARE(changed.size(), 1);
    }

    void proposalKeptBeforeThereIsAQuoteGoesWithIt()
    {
        TreatmentPlan unknown = plansamples::plan();
        unknown.phases[0].items[0].product = ProductId();
        QVERIFY(take(remote(unknown)));
        const QByteArray pdf = "%PDF-1.4 early";
        QVERIFY(Desk::wait(m_plans->keepProposal(unknown.id, 1, pdf, m_staff)));
        QVERIFY(waiting().isEmpty());
        QVERIFY(take(remote(plansamples::later(plansamples::plan()))));
        QCOMPARE(waiting(),
                 (QStringList{u"PutQuote"_s, u"LinkDentalTapPlan"_s, u"AttachProposal"_s}));
    }

    void proposalsGoToTheirQuote()
    {
        QVERIFY(take(remote()));
        deliverQuote();
        const PlanId id = plansamples::plan().id;
        const QByteArray pdf = "%PDF-1.4 proposal";
        QVERIFY(Desk::wait(m_plans->keepProposal(id, 1, pdf, m_staff)));
        const Result<QList<PlanStore::Proposal>> kept = Desk::wait(m_plans->proposals(id, 1));
        QCOMPARE(kept->size(), 1);
        const QString document = kept->first().id;
        QCOMPARE(Desk::wait(m_plans->proposal(document)).value(), pdf);
        QVERIFY(waiting().contains(u"AttachProposal"_s));
        const Facts known = facts(AttachProposal{patient(), id, 1, document});
        QCOMPARE(known.plan->document, pdf);
        QCOMPARE(known.plan->documentName, u"plan-310-v1.pdf"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanStore)
#include "tst_planstore.moc"
