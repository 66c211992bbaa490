// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/desk.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestVisitStore : public QObject
{
    Q_OBJECT

private:
    const StaffId m_staff = StaffId(u"staff-1"_s);

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_directory->filePath(u"desk.sqlite"_s));
        QVERIFY(m_desk->open());
        const QList<Product> products{Desk::consultation()};
        QVERIFY(Desk::wait(m_desk->catalogue.putProducts(products)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_directory.reset();
    }

    void bookingIsOneTransaction()
    {
        const QSignalSpy changed(&m_desk->visits, &VisitStore::changed);
        const QSignalSpy rows(&m_desk->outbox, &OutboxStore::rowsAdded);
        const QSignalSpy made(&m_desk->patients, &PatientStore::changed);
        const Result<Visit> visit = m_desk->book();
        QVERIFY2(visit, visit ? "" : qPrintable(visit.error().message));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(made.size(), 1);
        QVERIFY(!rows.isEmpty());
        const auto day = Desk::wait(m_desk->visits.day(QDate(2030, 5, 6)));
        QVERIFY(day);
        QCOMPARE(day->size(), 1);
        const DayEntry entry = day->first();
        QCOMPARE(entry.patientName, u"Zebulon Quartzovski"_s);
        QCOMPARE(entry.appointment.reason, u"Zebulon toothache"_s);
        QVERIFY(entry.hasOrder);
        QVERIFY(entry.sending);
        QVERIFY(!entry.failed);
        QCOMPARE(entry.total, (Money{120000, Desk::rules().currency}));
        const auto detail = Desk::wait(m_desk->visits.detail(visit->id));
        QVERIFY(detail);
        QCOMPARE(detail->patient.lastName, u"Quartzovski"_s);
        QVERIFY(detail->rows.size() >= 4);
        const auto audit = Desk::wait(m_desk->audit.rows({}));
        QVERIFY(audit);
        QCOMPARE(audit->size(), 2); // the patient, the booking
    }

    void aRefusedRuleWritesNothing()
    {
        const VisitStore::Rule refuse = [](const VisitContext &) -> Result<Transition> {
            return failure(Error::Kind::Invalid, u"no"_s);
        };
        const auto visit = Desk::wait(
            m_desk->visits.create(Desk::zebulon(), true, m_desk->appointment(), refuse, m_staff));
        QVERIFY(!visit);
        QCOMPARE(visit.error().message, u"no"_s);
        QCOMPARE(Desk::wait(m_desk->patients.count()).value_or(-1), 0);
        QCOMPARE(Desk::wait(m_desk->visits.day(QDate(2030, 5, 6)))->size(), 0);
        QCOMPARE(Desk::wait(m_desk->outbox.list())->size(), 0);
        QCOMPARE(Desk::wait(m_desk->audit.rows({}))->size(), 0);
    }

    void theSecondOfTwoClicksIsRefused()
    {
        const VisitId id = m_desk->book()->id;
        const VisitStore::Rule rule = [now = m_desk->now](const VisitContext &context) {
            return checkIn(context, now);
        };
        auto first = m_desk->visits.commit(id, rule, m_staff);
        auto second = m_desk->visits.commit(id, rule, m_staff);
        const auto one = Desk::wait(std::move(first));
        const auto two = Desk::wait(std::move(second));
        QVERIFY(one);
        QCOMPARE(one->state, VisitState::Arrived);
        QVERIFY(!two);
        int arrivals = 0;
        const auto rows = Desk::wait(m_desk->outbox.list());
        QVERIFY(rows);
        for (const OutboxRow &row : *rows)
            arrivals += row.command == u"PutDentalTapStatus"_s ? 1 : 0;
        QCOMPARE(arrivals, 1);
    }

    void aRuleWithoutChangeLeavesNoTrace()
    {
        const Visit visit = *m_desk->book();
        const VisitStore::Rule same = [](const VisitContext &context) -> Result<Transition> {
            return moveTo(context, context.appointment.slot);
        };
        const qsizetype before = Desk::wait(m_desk->audit.rows({}))->size();
        const auto again = Desk::wait(m_desk->visits.commit(visit.id, same, m_staff));
        QVERIFY(again);
        QCOMPARE(again->revision, visit.revision);
        QCOMPARE(Desk::wait(m_desk->audit.rows({}))->size(), before);
    }

    void aStaleVisitIsAConflict()
    {
        const Visit old = *m_desk->book();
        const VisitStore::Rule arrive = [now = m_desk->now](const VisitContext &context) {
            return checkIn(context, now);
        };
        QVERIFY(Desk::wait(m_desk->visits.commit(old.id, arrive, m_staff)));
        const VisitStore::Rule stale = [old](const VisitContext &context) -> Result<Transition> {
            Transition transition;
            transition.visit = old;
            transition.visit.confirmed = true;
            transition.appointment = context.appointment;
            return transition;
        };
        const auto refused = Desk::wait(m_desk->visits.commit(old.id, stale, m_staff));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    }

    void cancellingBeforeAnythingWasSentSendsNothing()
    {
        const VisitId id = m_desk->book()->id;
        const VisitStore::Rule off = [](const VisitContext &context) {
            return cancel(context, u"ill"_s);
        };
        const auto visit = Desk::wait(m_desk->visits.commit(id, off, m_staff));
        QVERIFY(visit);
        QCOMPARE(visit->cancelReason, u"ill"_s);
        const auto rows = Desk::wait(m_desk->outbox.list());
        QVERIFY(rows);
        for (const OutboxRow &row : *rows)
            QVERIFY2(row.command != u"BookInCrm"_s, "the booking still waits");
        QCOMPARE(Desk::wait(m_desk->visits.taken(m_desk->now.addDays(-1), m_desk->now.addDays(1)))
                     ->size(),
                 0);
    }

    void secondBookingOfANewPatientWaitsForTheFirst()
    {
        const VisitId first = m_desk->book(9)->id;
        const auto day = Desk::wait(m_desk->visits.detail(first));
        const auto second = Desk::wait(
            m_desk->visits.create(day->patient, false, m_desk->appointment(11), booked, m_staff));
        QVERIFY(second);
        qint64 maker = 0;
        QList<qint64> waitsFor;
        const auto rows = Desk::wait(m_desk->outbox.list());
        QVERIFY(rows);
        for (const OutboxRow &row : *rows) {
            if (row.command != u"BookInCrm"_s)
                continue;
            if (row.visit == first)
                maker = row.id;
            else
                waitsFor = row.after;
        }
        QVERIFY(maker > 0);
        QVERIFY(waitsFor.contains(maker));
    }

    void lockedNamesDoNotHideTheDay()
    {
        const VisitId id = m_desk->book()->id;
        m_desk->database.setSeal(Seal());
        const auto day = Desk::wait(m_desk->visits.day(QDate(2030, 5, 6)));
        QVERIFY(day);
        QCOMPARE(day->size(), 1);
        QVERIFY(day->first().patientName.isEmpty());
        QVERIFY(day->first().appointment.reason.isEmpty());
        QVERIFY(Desk::wait(m_desk->visits.detail(id)));
        const VisitStore::Rule arrive = [now = m_desk->now](const VisitContext &context) {
            return checkIn(context, now);
        };
        const auto refused = Desk::wait(m_desk->visits.commit(id, arrive, m_staff));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }

    void actsComeAndAreTouched()
    {
        const VisitId id = m_desk->book()->id;
        RecordedAct act;
        act.itemId = u"item-1"_s;
        act.product = Desk::consultation().id;
        act.unitPrice = Money{120000, Desk::rules().currency};
        act.status = u"completed"_s;
        act.teeth = QStringList{u"36"_s};
        const QHash<VisitId, QList<RecordedAct>> acts{{id, {act}}};
        const auto changed = Desk::wait(m_desk->visits.putActs(acts, m_desk->now));
        QVERIFY(changed);
        QCOMPARE(changed->size(), 1);
        QCOMPARE(Desk::wait(m_desk->visits.putActs(acts, m_desk->now))->size(), 0);
        const QDateTime later = m_desk->now.addSecs(5);
        QVERIFY(Desk::wait(m_desk->visits.touchActs({id}, later)));
        const auto context = Desk::wait(m_desk->visits.context(id));
        QVERIFY(context);
        QCOMPARE(context->lines.readAt, later);
        QCOMPARE(context->lines.lines.size(), 1);
        QCOMPARE(context->lines.lines.first().line.tooth, u"36"_s);
    }

    void aDayIsTheClinicsDay()
    {
        // 22:00 UTC is two in the morning of the next day in Mauritius.
        QVERIFY(m_desk->book(22));
        QCOMPARE(Desk::wait(m_desk->visits.day(QDate(2030, 5, 6)))->size(), 0);
        QCOMPARE(Desk::wait(m_desk->visits.day(QDate(2030, 5, 7)))->size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestVisitStore)
#include "tst_visitstore.moc"
