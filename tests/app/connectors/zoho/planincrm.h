// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/connectors/zoho/simulatedcrm.h"

//! A treatment plan of two acts and its Devis in the simulated CRM; base of the tests about them.
class PlanInCrm : public QObject
{
protected:
    std::unique_ptr<SimulatedCrm> m_crm;
    const PlanId m_plan{u"dentaltap:310"_s};
    const QString m_anyWrite = u"__composite"_s;

    PlanItem item(const QString &id, int product, const QString &tooth)
    {
        PlanItem item;
        item.id = id;
        item.product = m_crm->product(product).id;
        item.label = m_crm->product(product).name;
        item.teeth = QStringList{tooth};
        item.unitPrice = m_crm->product(product).price;
        return item;
    }
    //! A proposed plan of two acts for a patient whom the CRM knows.
    Facts proposed()
    {
        Facts facts = m_crm->walkIn(u"0190c8e2-0000-7000-8000-0000000000e1"_s);
        SimulatedCrm::link(facts.patientLinks, RecordKind::Contact,
                           m_crm->simulator().clinic().patients.first().contactId);
        facts.plan = PlanFacts();
        PlanVersion &version = facts.plan->version;
        version.plan = m_plan;
        version.content.id = m_plan;
        version.content.title = u"Réhabilitation"_s;
        version.content.patient = facts.patient.id;
        version.content.updatedAt = QDateTime(QDate(2026, 1, 5), QTime(6, 0), Qt::UTC);
        version.content.validUntil = QDate(2026, 4, 5);
        version.content.phases = {
            PlanPhase{u"310-1"_s,
                      1,
                      u"Phase 1"_s,
                      {},
                      60,
                      {item(u"it-1"_s, 3, u"36"_s), item(u"it-2"_s, 5, u"46"_s)}}};
        lay(facts);
        return facts;
    }
    //! The version's content as the lines that it wants.
    void lay(Facts &facts)
    {
        QList<Product> catalogue;
        for (int i = 0; i < int(m_crm->simulator().clinic().products.size()); ++i)
            catalogue.append(m_crm->product(i));
        facts.plan->lines.clear();
        for (const PlanItem &each : facts.plan->version.content.items())
            facts.plan->lines.append(planLine(each, catalogue, rupees));
    }
    PutQuote put() const { return PutQuote{PatientId(), m_plan, 1}; }
    Result<Receipt> sent(Facts &facts)
    {
        auto receipt = m_crm->run(put(), facts);
        if (receipt)
            take(*receipt, facts);
        return receipt;
    }
    static void take(const Receipt &receipt, Facts &facts)
    {
        if (receipt.quote)
            facts.plan->version.quote = *receipt.quote;
        facts.patientLinks.insert(receipt.patientLinks);
    }
    QJsonObject quote() { return m_crm->where(u"Quotes"_s, u"Plan_ID"_s, m_plan.value).value(0); }
    int quotes() { return int(m_crm->where(u"Quotes"_s, u"Plan_ID"_s, m_plan.value).size()); }
    QJsonArray lines() { return quote().value(u"Quoted_Items"_s).toArray(); }
    QStringList marks()
    {
        QStringList found;
        for (const QJsonValue &line : lines())
            found.append(line[u"Vestibule_Item"_s].toString());
        return found;
    }
    static QString words(const Result<Receipt> &receipt)
    {
        return receipt ? QString() : receipt.error().message;
    }

    void open()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_crm = std::make_unique<SimulatedCrm>();
        const auto report = m_crm->setUp();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->problems, QStringList());
    }
    void close()
    {
        QCOMPARE(m_crm->dropped(), QStringList());
        m_crm.reset();
    }
};
