// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/zoho/simulatedcrm.h"

//! What the desk reads from the CRM.
class TestZohoClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedCrm> m_crm;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_crm = std::make_unique<SimulatedCrm>();
    }
    void cleanup() { m_crm.reset(); }

    void theSetUpIsReadAndKept()
    {
        const auto report = QCoro::waitFor(m_crm->client().setup(Settings::Zoho()));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->problems, QStringList());
        QVERIFY(!report->invoicesModuleId.isEmpty());
        QCOMPARE(report->currency, u"MUR"_s);
        QCOMPARE(report->timeZone, "Indian/Mauritius");
        QCOMPARE(report->subformFields, (QStringList{u"Vestibule_Item"_s, u"Tooth"_s}));
        const auto kept = zoho::SetupReport::fromJson(report->toJson());
        QVERIFY(kept);
        QCOMPARE(kept->invoicesModuleId, report->invoicesModuleId);
        QCOMPARE(kept->optionalFields, report->optionalFields);
    }

    void aWordThatThePicklistLacksIsNamed()
    {
        Settings::Zoho words;
        words.orderApproved = u"Approuvée"_s;
        words.dealBooked.clear();
        const auto report = QCoro::waitFor(m_crm->client().setup(words));
        QVERIFY(report);
        QCOMPARE(report->problems.size(), 1);
        const QString problem = report->problems.first();
        for (const QString &part : {u"Sales_Orders"_s, u"Status"_s, u"Approuvée"_s,
                                    u"Created, Approved, Delivered, Cancelled"_s})
            QVERIFY2(problem.contains(part), qPrintable(problem));
    }

    void allContactsComeInPages()
    {
        QSet<QString> ids;
        QString token;
        int pages = 0;
        do {
            const auto page = QCoro::waitFor(m_crm->client().contacts(token, {}));
            QVERIFY2(page, page ? "" : qPrintable(page.error().message));
            for (const RemotePatient &patient : page->rows) {
                ids.insert(patient.contactId);
                QVERIFY(!patient.patient.lastName.isEmpty());
            }
            token = page->nextToken;
            ++pages;
        } while (!token.isEmpty());
        int inCrm = 0;
        for (const sim::SeedPatient &patient : m_crm->simulator().clinic().patients)
            inCrm += patient.contactId.isEmpty() ? 0 : 1;
        QCOMPARE(int(ids.size()), inCrm);
        QCOMPARE(pages, (inCrm + 199) / 200);
        QCOMPARE(m_crm->calls(), pages);
    }

    void theOutcomesOfOrdersComeFiftyAtATime()
    {
        QHash<QString, const sim::SeedAppointment *> seeds;
        for (const sim::SeedAppointment &each : m_crm->simulator().clinic().appointments) {
            if (!each.salesOrderId.isEmpty())
                seeds.insert(each.salesOrderId, &each);
        }
        QStringList orders = seeds.keys();
        QVERIFY(!orders.isEmpty());
        while (orders.size() < 60)
            orders.append(u"99999999999999%1"_s.arg(1000 + orders.size()));
        const auto outcomes =
            QCoro::waitFor(m_crm->client().outcomes(orders, u"Approved"_s, u"Cancelled"_s));
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().message));
        using Standing = OrderOutcome::Standing;
        int billed = 0;
        int closed = 0;
        for (const QString &order : std::as_const(orders)) {
            const sim::SeedAppointment *seed = seeds.value(order);
            const OrderOutcome outcome = outcomes->value(order);
            if (seed && !seed->invoiceId.isEmpty()) {
                ++billed;
                QCOMPARE(outcome.standing, Standing::Invoiced);
                QCOMPARE(outcome.invoiceId, seed->invoiceId);
                QCOMPARE(outcome.ledgerId, seed->quickBooksInvoiceId);
                QVERIFY(!outcome.invoiceNumber.isEmpty() && outcome.total.minor > 0);
            } else if (seed && (seed->status == u"cancelled"_s || seed->status == u"noShow"_s)) {
                ++closed;
                QCOMPARE(outcome.standing, Standing::Cancelled);
            } else {
                QCOMPARE(outcome.standing, Standing::Open);
            }
        }
        QVERIFY(billed > 0 && closed > 0);
        // Two of Factures; those that are not billed stand on one or two more.
        const int rest = int(orders.size()) - billed;
        QCOMPARE(m_crm->calls(), 2 + (rest + 49) / 50);
    }

    void onlyChangedContactsComeWithATime()
    {
        const QString since = zoho::timeText(m_crm->simulator().clock().now().addSecs(60), "UTC");
        const auto nothing = QCoro::waitFor(m_crm->client().contacts({}, since));
        QVERIFY2(nothing, nothing ? "" : qPrintable(nothing.error().message));
        QVERIFY(nothing->rows.isEmpty());
        QString id;
        for (const sim::SeedPatient &patient : m_crm->simulator().clinic().patients) {
            if (!patient.contactId.isEmpty())
                id = patient.contactId;
        }
        m_crm->simulator().clock().advance(120000);
        m_crm->edit(u"Contacts"_s, id, {{u"Phone"_s, u"+2302100000"_s}});
        const auto changed = QCoro::waitFor(m_crm->client().contacts({}, since));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(changed->rows.size(), 1);
        QCOMPARE(changed->rows.first().contactId, id);
        QCOMPARE(changed->rows.first().patient.phone, u"+2302100000"_s);
    }

    void theClinicsOwnFileNumberIsReadWhereTheSettingsNameIt()
    {
        zoho::Client client = m_crm->client();
        client.setRecordNumberField(u"Phone"_s);
        const auto page = QCoro::waitFor(client.contacts({}, {}));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        int numbered = 0;
        for (const RemotePatient &patient : page->rows) {
            QCOMPARE(patient.patient.recordNumber, patient.patient.phone);
            numbered += patient.patient.recordNumber.isEmpty() ? 0 : 1;
        }
        QVERIFY(numbered > 0);
        const auto without = QCoro::waitFor(m_crm->client().contacts({}, {}));
        QVERIFY(without && without->rows.first().patient.recordNumber.isEmpty());
    }

    void nobodyIsDeleted()
    {
        const auto deleted = QCoro::waitFor(m_crm->client().deletedContacts({}));
        QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().message));
        QVERIFY(deleted->isEmpty());
    }

    void theCatalogueHasPricesAndTaxes()
    {
        const auto products = QCoro::waitFor(m_crm->client().products());
        QVERIFY2(products, products ? "" : qPrintable(products.error().message));
        const auto &seeds = m_crm->simulator().clinic().products;
        QCOMPARE(products->size(), seeds.size());
        QHash<QString, Product> byId;
        for (const Product &product : *products)
            byId.insert(product.id.value, product);
        for (const sim::SeedProduct &seed : seeds) {
            const Product product = byId.value(seed.productId);
            QCOMPARE(product.code, seed.code);
            QCOMPARE(product.price.minor, seed.priceMinor);
            QCOMPARE(product.invoiceClass, seed.invoiceClass);
            QCOMPARE(product.taxes.size(), seed.taxName.isEmpty() ? 0 : 1);
            if (!product.taxes.isEmpty())
                QCOMPARE(product.taxes.first(), (LineTax{seed.taxName, seed.taxPercent * 1000}));
        }
    }

    void surgeonsComeWithTheirTwins()
    {
        const auto surgeons = QCoro::waitFor(m_crm->client().surgeons());
        QVERIFY2(surgeons, surgeons ? "" : qPrintable(surgeons.error().message));
        QCOMPARE(surgeons->size(), m_crm->simulator().clinic().providers.size());
        for (const Provider &surgeon : *surgeons) {
            QVERIFY(!surgeon.crmUser.isEmpty());
            QVERIFY(!surgeon.dentalTapId.isEmpty());
            QVERIFY(!surgeon.calendarId.isEmpty());
            QVERIFY(surgeon.active);
        }
    }

    void eventsOfAWindowComeByOneQuery()
    {
        const sim::Clinic &clinic = m_crm->simulator().clinic();
        QDateTime from = clinic.appointments.first().start;
        QDateTime to = from;
        int expected = 0;
        for (const sim::SeedAppointment &appointment : clinic.appointments) {
            from = qMin(from, appointment.start);
            to = qMax(to, appointment.end);
            expected += appointment.eventId.isEmpty() ? 0 : 1;
        }
        const auto page = QCoro::waitFor(m_crm->client().events(from, to, 0));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->rows.size(), expected);
        QCOMPARE(m_crm->calls(), 1);
        for (const RemoteAppointment &event : page->rows) {
            QVERIFY(!event.contactId.isEmpty());
            QVERIFY(event.slot.start.isValid());
            QVERIFY(!event.slot.provider.isEmpty());
        }
        const QDateTime soon = m_crm->simulator().clock().now().addSecs(60);
        const auto changed = QCoro::waitFor(m_crm->client().eventsModifiedSince(soon, from, to, 0));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        QVERIFY(changed->rows.isEmpty());
    }

    void aMissingOrderIsNotFound()
    {
        const auto order = QCoro::waitFor(m_crm->client().salesOrder(u"582900000099999999"_s));
        QVERIFY(!order);
        QCOMPARE(order.error().kind, Error::Kind::NotFound);
    }

    void theProbeAnswers() { QVERIFY(QCoro::waitFor(m_crm->connector().probe())); }
};

QTEST_GUILESS_MAIN(TestZohoClient)
#include "tst_zohoclient.moc"
