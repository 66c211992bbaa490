// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/clinic.h"

#include "tests/simulator/catalogue.h"
#include "tests/simulator/diary.h"
#include "tests/simulator/register.h"
#include "tests/simulator/seedids.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QList<SeedProvider> surgeons(const SeedIds &ids)
{
    struct Surgeon {
        const char16_t *name;
        const char *address;
        const char *colour;
    };
    static constexpr Surgeon Surgeons[] = {
        {u"Dr Léa Fontaine", "lea.fontaine", "#2E7D6B"},
        {u"Dr Hugo Marchand", "hugo.marchand", "#3B6FB6"},
        {u"Dr Inès Belkacem", "ines.belkacem", "#A8572F"},
        {u"Dr Paul Nguyên", "paul.nguyen", "#7A4E9C"},
    };
    QList<SeedProvider> providers;
    for (const Surgeon &surgeon : Surgeons) {
        const int serial = static_cast<int>(providers.size()) + 1;
        SeedProvider provider;
        provider.dentalTapId = QString::number(10 + serial);
        provider.chirurgienId = ids.crm(CrmKind::Chirurgien, serial);
        provider.userId = ids.crm(CrmKind::User, serial);
        provider.name = QString::fromUtf16(surgeon.name);
        provider.calendarId = QLatin1String(surgeon.address) + "@calendar.example.com"_L1;
        provider.colour = QLatin1String(surgeon.colour);
        providers.append(provider);
    }
    return providers;
}

// The last one is nobody's own: theatre, and refuge for an emergency.
QList<SeedRoom> roomsOfTheHouse()
{
    QList<SeedRoom> rooms;
    for (const QString &name : {u"Cabinet 1"_s, u"Cabinet 2"_s, u"Cabinet 3"_s, u"Cabinet 4"_s,
                                u"Salle de chirurgie"_s}) {
        rooms.append({QString::number(21 + rooms.size()), name});
    }
    return rooms;
}

SeedActivityItem plannedAct(const Clinic &clinic, QStringView code, const QString &tooth,
                            const QString &id)
{
    SeedActivityItem item;
    item.id = id;
    item.completed = false;
    for (int i = 0; i < clinic.products.size(); ++i) {
        if (clinic.products.at(i).code == code) {
            item.product = i;
            item.label = clinic.products.at(i).name;
        }
    }
    if (!tooth.isEmpty()) {
        item.teeth.append(tooth);
    }
    return item;
}

// Plans of whole patients who have an appointment, so that the day's patients have some.
QList<SeedPlan> treatmentPlans(const Clinic &clinic, SeedRandom &random)
{
    using Codes = QList<QStringView>;
    static const QList<std::pair<QString, QList<Codes>>> kinds{
        {u"Implant unitaire"_s, {{u"IMA03", u"CHI01"}, {u"IMP01", u"IMP13"}, {u"IMP02", u"IMP03"}}},
        {u"Assainissement"_s, {{u"PRE01", u"SOI02"}, {u"SOI03", u"END02"}}},
        {u"Couronne"_s, {{u"END03", u"END09"}, {u"PRO10", u"PRO01"}}},
        {u"Sourire"_s, {{u"EST05"}, {u"EST01", u"EST03"}}},
        {u"Parodontie"_s, {{u"PAR02", u"PAR01"}, {u"PAR03"}}},
        {u"Dents de sagesse"_s, {{u"IMA02", u"CHI03"}, {u"CHI06"}}},
    };
    static const QStringList teeth{u"16"_s, u"26"_s, u"36"_s, u"46"_s, u"11"_s, u"24"_s};
    static const QStringList states{
        u"proposed"_s,   u"proposed"_s, u"accepted"_s, u"accepted"_s,
        u"inProgress"_s, u"draft"_s,    u"declined"_s, u"completed"_s,
    };
    QList<SeedPlan> plans;
    QSet<int> served;
    for (const SeedAppointment &appointment : clinic.appointments) {
        const SeedPatient &patient = clinic.patients.at(appointment.patient);
        if (patient.dentalTapId.isEmpty() || patient.contactId.isEmpty()
            || served.contains(appointment.patient) || !random.chance(180)) {
            continue;
        }
        served.insert(appointment.patient);
        const auto &[title, phases] = random.pick(kinds);
        SeedPlan plan;
        plan.id = QString::number(301 + plans.size());
        plan.patient = appointment.patient;
        plan.provider = appointment.provider;
        plan.title = title;
        plan.status = random.pick(states);
        const QString tooth = random.pick(teeth);
        int serial = 0;
        for (const Codes &codes : phases) {
            QList<SeedActivityItem> phase;
            for (const QStringView code : codes) {
                const QString id = u"P%1-%2"_s.arg(plan.id).arg(++serial);
                SeedActivityItem item = plannedAct(clinic, code, tooth, id);
                const QString &scope = clinic.products.at(item.product).toothScope;
                if (scope != "tooth"_L1 && scope != "surface"_L1) {
                    item.teeth.clear();
                }
                phase.append(item);
            }
            plan.phases.append(phase);
        }
        plans.append(plan);
    }
    return plans;
}

} // namespace

Clinic Clinic::generate(const ClinicOptions &options)
{
    Clinic clinic;
    clinic.options = options;
    if (!clinic.options.today.isValid()) {
        const QTimeZone zone(options.timeZone.toLatin1());
        clinic.options.today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
    }
    clinic.currencyExponent = sim::currencyExponent(options.currency);

    SeedRandom random(options.seed);
    SeedIds ids(options.seed);
    clinic.providers = surgeons(ids);
    clinic.rooms = roomsOfTheHouse();
    clinic.products = catalogue(clinic.currencyExponent);
    for (int i = 0; i < clinic.products.size(); ++i) {
        clinic.products[i].productId = ids.crm(CrmKind::Product, i + 1);
        clinic.products[i].dentalTapId = QString::number(71 + i);
    }
    clinic.patients = patientRegister(clinic.options, random, ids);
    Diary(clinic, random, ids).fill();
    clinic.plans = treatmentPlans(clinic, random);
    return clinic;
}

} // namespace sim
