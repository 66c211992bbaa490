// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

// The same clinic as everywhere: its patients, acts, appointments and plans.

namespace sim {

using opendental::dateTimeText;

namespace {

//! FDI as the office's database writes it: Universal, letters for primary teeth.
QString universalOf(const QString &fdi)
{
    const int number = fdi.toInt();
    const int quadrant = number / 10;
    const int digit = number % 10;
    static const QString letters = u"ABCDEFGHIJKLMNOPQRST"_s;
    switch (quadrant) {
    case 1:
        return QString::number(9 - digit);
    case 2:
        return QString::number(8 + digit);
    case 3:
        return QString::number(25 - digit);
    case 4:
        return QString::number(24 + digit);
    case 5:
        return letters.mid(5 - digit, 1);
    case 6:
        return letters.mid(4 + digit, 1);
    case 7:
        return letters.mid(15 - digit, 1);
    case 8:
        return letters.mid(14 + digit, 1);
    default:
        return {};
    }
}

QString areaOf(const QString &scope)
{
    return scope == "tooth"_L1 || scope == "surface"_L1 || scope == "arch"_L1
            || scope == "quadrant"_L1
        ? scope
        : u"none"_s;
}

//! An act that only the office's own list knows: nobody has matched it to a product.
constexpr auto foreignCode = "D0350"_L1;

} // namespace

void OpenDental::seedCodes()
{
    qint64 number = 0;
    for (const SeedProduct &product : m_clinic.products) {
        m_codes.insert(
            product.code,
            {++number, product.code, product.name, areaOf(product.toothScope), product.priceMinor});
    }
    qint64 unit = 1;
    for (int i = 0; i < m_clinic.currencyExponent; ++i) {
        unit *= 10;
    }
    m_codes.insert(foreignCode,
                   {++number, foreignCode, u"Photographies cliniques 2D"_s, u"none"_s, 900 * unit});
    m_codes.insert(
        u"D2391"_s,
        {++number, u"D2391"_s, u"Composite postérieur, une face"_s, u"surface"_s, 2600 * unit});
    m_priorities = {{201, u"1"_s}, {202, u"2"_s}, {203, u"3"_s}, {204, u"Attente"_s}};
}

void OpenDental::seed()
{
    seedCodes();
    for (int i = 0; i < m_clinic.plans.size(); ++i) {
        const qint64 patient = m_clinic.plans.at(i).patient + 1;
        if (i % 7 == 6) {
            m_discountPlans.insert(patient);
        }
        seedPlan(m_clinic.plans.at(i), i);
    }
    const QTimeZone zone(m_clinic.options.timeZone.toLatin1());
    static const QHash<QString, QString> words{
        {u"completed"_s, u"Complete"_s}, {u"cancelled"_s, u"Broken"_s}, {u"noShow"_s, u"Broken"_s}};
    for (const SeedAppointment &seed : m_clinic.appointments) {
        const qint64 signs = std::max<qint64>(1, seed.start.secsTo(seed.end) / 300);
        m_appointments.add({{"PatNum"_L1, seed.patient + 1},
                            {"AptStatus"_L1, words.value(seed.status, u"Scheduled"_s)},
                            {"Pattern"_L1, QString(signs, u'X')},
                            {"Confirmed"_L1, 19},
                            {"confirmed"_L1, u"None"_s},
                            {"Op"_L1, seed.room + 1},
                            {"Note"_L1, QString()},
                            {"ProvNum"_L1, seed.provider + 1},
                            {"provAbbr"_L1, u"DR%1"_s.arg(seed.provider + 1)},
                            {"ProvHyg"_L1, 0},
                            {"AptDateTime"_L1, dateTimeText(seed.start.toTimeZone(zone))},
                            {"IsNewPatient"_L1, u"false"_s},
                            {"IsHygiene"_L1, u"false"_s},
                            {"Priority"_L1, u"Normal"_s},
                            {"ClinicNum"_L1, 0},
                            {"DateTStamp"_L1, stampNow()}});
    }
}

// The first plan of a patient: its acts live, the plan of the kind that its word means; of an
// accepted one a signed copy as well.
void OpenDental::seedPlan(const SeedPlan &plan, int index)
{
    const qint64 patient = plan.patient + 1;
    const bool active = plan.status != "draft"_L1 && plan.status != "declined"_L1;
    const Row made = m_plans.add(newPlan(patient, active ? u"Active"_s : u"Inactive"_s,
                                         active ? u"Active Treatment Plan"_s : plan.title));
    const qint64 number = made.value("TreatPlanNum"_L1).toInteger();
    const qint64 firstProcedure = m_procedures.next;
    qint64 priority = 201;
    for (const QList<SeedActivityItem> &phase : plan.phases) {
        for (const SeedActivityItem &item : phase) {
            const SeedProduct &product = m_clinic.products.at(item.product);
            Row row = newProcedure(patient, product.code, active ? u"TP"_s : u"TPi"_s);
            row.insert("ProvNum"_L1, plan.provider + 1);
            row.insert("provAbbr"_L1, u"DR%1"_s.arg(plan.provider + 1));
            const bool onTooth =
                product.toothScope == "tooth"_L1 || product.toothScope == "surface"_L1;
            row.insert("ToothNum"_L1, onTooth ? universalOf(item.teeth.value(0)) : QString());
            if (product.toothScope == "surface"_L1) {
                row.insert("Surf"_L1, u"MO"_s);
            }
            row.insert("Priority"_L1, priority);
            row.insert("priority"_L1, m_priorities.value(priority));
            const Row kept = m_procedures.add(row);
            hang(number, kept.value("ProcNum"_L1).toInteger(), priority);
        }
        ++priority;
    }
    if (index % 5 == 4) {
        const Row kept = m_procedures.add(newProcedure(patient, foreignCode, u"TPi"_s));
        m_plans.add(newPlan(patient, u"Inactive"_s, u"Unassigned"_s));
        hang(m_plans.next - 1, kept.value("ProcNum"_L1).toInteger(), 0);
    }
    if (plan.status == "accepted"_L1 || plan.status == "inProgress"_L1) {
        savePlan({{"TreatPlanNum"_L1, number}, {"Heading"_L1, plan.title}});
        const qint64 saved = m_plans.next - 1;
        updatePlan(saved,
                   {{"isSigned"_L1, u"true"_s}, {"SignatureText"_L1, u"Signature lisible"_s}});
    }
    // Nothing of this is news of today.
    const QString before = dateTimeText(localNow().addDays(-20));
    for (auto row = m_procedures.rows.lowerBound(firstProcedure); row != m_procedures.rows.end();
         ++row) {
        row->insert("DateTStamp"_L1, before);
    }
    for (auto row = m_plans.rows.lowerBound(number); row != m_plans.rows.end(); ++row) {
        row->insert("SecDateTEdit"_L1, before);
    }
}

} // namespace sim
