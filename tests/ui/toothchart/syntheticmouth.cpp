// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using dental::Presence;
using dental::Site;
using dental::Surface;

namespace syntheticmouth {

namespace {

QList<int> allTeeth(dental::Dentition dentition)
{
    QList<int> result;
    for (int fdi = 11; fdi <= 85; ++fdi) {
        if (teeth::isFdi(fdi)
            && (dentition == dental::Dentition::Mixed
                || teeth::isPrimary(fdi) == (dentition == dental::Dentition::Primary)))
            result.append(fdi);
    }
    std::sort(result.begin(), result.end(),
              [](int a, int b) { return teeth::ordinal(a) < teeth::ordinal(b); });
    return result;
}

void condition(DentalProfile &profile, int fdi, const QString &code,
               const QList<Surface> &surfaces = {})
{
    tooth(profile, fdi).conditions.append({code, {}, code, surfaces, {}});
}

void restore(DentalProfile &profile, int fdi, const QString &type,
             const QList<Surface> &surfaces = {}, const QString &permanence = u"permanent"_s)
{
    tooth(profile, fdi).restorations.append({type, permanence, surfaces, {}, {}, {}});
}

void plan(DentalProfile &profile, int fdi, const QList<Surface> &surfaces = {})
{
    tooth(profile, fdi).planned.append({u"310"_s, u"5"_s, u"88"_s, surfaces});
}

void setPresence(DentalProfile &profile, Presence presence, const QList<int> &fdi)
{
    for (const int each : fdi)
        tooth(profile, each).presence = presence;
}

void forget(DentalProfile &profile, const QList<int> &fdi)
{
    profile.teeth.removeIf(
        [&fdi](const ToothProfile &each) { return fdi.contains(each.tooth.fdi); });
}

} // namespace

ToothProfile &tooth(DentalProfile &profile, int fdi)
{
    const auto found =
        std::find_if(profile.teeth.begin(), profile.teeth.end(), [fdi](const ToothProfile &each) {
            return each.tooth == teeth::Tooth{fdi, false};
        });
    Q_ASSERT(found != profile.teeth.end());
    return *found;
}

DentalProfile complete(dental::Dentition dentition)
{
    DentalProfile profile;
    profile.dentition = dentition;
    for (const int fdi : allTeeth(dentition)) {
        ToothProfile each;
        each.tooth = {fdi, false};
        each.presence = Presence::Present;
        profile.teeth.append(each);
    }
    return profile;
}

DentalProfile healthyAdult()
{
    return complete(dental::Dentition::Permanent);
}

DentalProfile cariesAndFillings()
{
    DentalProfile profile = healthyAdult();
    setPresence(profile, Presence::Missing, {18, 48});
    setPresence(profile, Presence::Extracted, {36});
    condition(profile, 16, u"caries"_s, {Surface::Mesial, Surface::Occlusal});
    condition(profile, 11, u"caries"_s, {Surface::Mesial, Surface::Incisal});
    condition(profile, 23, u"caries"_s, {Surface::Cervical});
    condition(profile, 42, u"caries"_s, {Surface::Distal});
    condition(profile, 45, u"caries"_s, {Surface::Vestibular});
    condition(profile, 31, u"fracture"_s, {Surface::Incisal});
    condition(profile, 33, u"erosion"_s);
    condition(profile, 27, u"caries"_s, {Surface::Occlusal});
    restore(profile, 27, u"filling"_s, {Surface::Mesial, Surface::Occlusal, Surface::Distal});
    restore(profile, 17, u"filling"_s, {Surface::Occlusal});
    restore(profile, 15, u"filling"_s, {Surface::Mesial, Surface::Occlusal, Surface::Distal});
    restore(profile, 13, u"filling"_s, {Surface::Vestibular});
    restore(profile, 25, u"filling"_s, {Surface::Occlusal, Surface::Distal}, u"temporary"_s);
    restore(profile, 46, u"crown"_s);
    restore(profile, 46, u"rootCanal"_s);
    restore(profile, 26, u"rootCanal"_s);
    condition(profile, 26, u"apicalPeriodontitis"_s);
    restore(profile, 44, u"crown"_s, {}, u"temporary"_s);
    restore(profile, 47, u"inlay"_s, {Surface::Occlusal, Surface::Oral});
    restore(profile, 21, u"veneer"_s);
    restore(profile, 34, u"filling"_s);
    restore(profile, 22, u"filling"_s, {Surface::Distal, Surface::Oral});
    plan(profile, 36);
    plan(profile, 16, {Surface::Mesial, Surface::Occlusal});
    tooth(profile, 41).mobility = 2;
    tooth(profile, 31).mobility = 1;
    return profile;
}

DentalProfile implants()
{
    DentalProfile profile = healthyAdult();
    for (ToothProfile &each : profile.teeth)
        each.presence = Presence::Missing;
    setPresence(profile, Presence::Implant, {16, 14, 12, 22, 24, 26, 36, 33, 43, 46});
    for (const int fdi : {16, 14, 12, 22, 24, 26})
        restore(profile, fdi, u"crown"_s);
    plan(profile, 33);
    plan(profile, 43);
    return profile;
}

DentalProfile bridge()
{
    DentalProfile profile = healthyAdult();
    setPresence(profile, Presence::Pontic, {15, 35, 36, 11});
    for (const int fdi : {16, 14, 34, 37})
        restore(profile, fdi, u"crown"_s);
    restore(profile, 37, u"rootCanal"_s);
    setPresence(profile, Presence::Extracted, {46});
    setPresence(profile, Presence::Missing, {18, 28, 38, 48});
    plan(profile, 46);
    return profile;
}

DentalProfile primary()
{
    DentalProfile profile = complete(dental::Dentition::Primary);
    condition(profile, 54, u"caries"_s, {Surface::Distal, Surface::Occlusal});
    condition(profile, 55, u"caries"_s, {Surface::Mesial});
    restore(profile, 74, u"filling"_s, {Surface::Occlusal});
    restore(profile, 84, u"crown"_s);
    restore(profile, 84, u"rootCanal"_s);
    setPresence(profile, Presence::Missing, {61});
    tooth(profile, 71).mobility = 3;
    return profile;
}

DentalProfile mixed()
{
    DentalProfile profile = complete(dental::Dentition::Mixed);
    setPresence(profile, Presence::Missing, {51, 52, 61, 62, 71, 72, 81, 82});
    setPresence(profile, Presence::Unerupted,
                {17, 15, 14, 13, 23, 24, 25, 27, 37, 35, 34, 33, 43, 44, 45, 47});
    forget(profile, {18, 28, 38, 48});
    condition(profile, 65, u"caries"_s, {Surface::Mesial, Surface::Occlusal});
    restore(profile, 75, u"filling"_s, {Surface::Occlusal, Surface::Distal});
    restore(profile, 16, u"sealant"_s, {Surface::Occlusal});
    return profile;
}

DentalProfile hidden()
{
    DentalProfile profile = healthyAdult();
    setPresence(profile, Presence::Impacted, {18, 28, 48, 13, 33});
    setPresence(profile, Presence::Unerupted, {38, 23});
    forget(profile, {17, 26, 27, 35, 36, 41, 42});
    setPresence(profile, Presence::Unknown, {15});
    condition(profile, 15, u"caries"_s, {Surface::Occlusal});
    for (const teeth::Tooth extra : {teeth::Tooth{11, true}, teeth::Tooth{28, true}}) {
        ToothProfile each;
        each.tooth = extra;
        each.presence = Presence::Present;
        profile.teeth.append(each);
    }
    ToothProfile none;
    none.raw = u"99"_s;
    profile.teeth.append(none);
    none.raw = u"4x"_s;
    profile.teeth.append(none);
    return profile;
}

DentalProfile periodontitis()
{
    DentalProfile profile = healthyAdult();
    setPresence(profile, Presence::Missing, {18, 28, 38, 46});
    restore(profile, 26, u"crown"_s);
    PeriodontalRecord record;
    record.date = QDate(2026, 11, 23);
    // The same pseudo-random mouth each time.
    unsigned seed = 20;
    const auto next = [&seed](int below) {
        seed = seed * 1103515245U + 12345U;
        return int((seed >> 16) % unsigned(below));
    };
    for (const ToothProfile &each : profile.teeth) {
        const int fdi = each.tooth.fdi;
        if (each.presence == Presence::Missing || fdi == 48)
            continue;
        ProbedTooth probed;
        probed.tooth = each.tooth;
        const int number = fdi % 10;
        const bool bad = number >= 6 || fdi / 10 == 3;
        for (int site = 0; site < dental::SiteCount; ++site) {
            ProbedSite &where = probed.sites.at(std::size_t(site));
            const bool between = site % 3 != 1;
            where.depth = 1 + next(2) + (between ? 1 : 0) + (bad ? next(between ? 5 : 3) : 0);
            where.recession = bad ? next(4) : next(2);
            where.bleeding = *where.depth >= 4 ? next(3) > 0 : next(6) == 0;
            where.suppuration = *where.depth >= 6 && next(2) == 0;
            where.plaque = next(4) == 0;
            where.calculus = next(9) == 0;
        }
        if (bad && number >= 6)
            probed.mobility = next(3);
        if (fdi == 16 || fdi == 36)
            probed.furcation = {{u"buccal"_s, 2}, {u"lingual"_s, 1}};
        if (fdi == 17)
            probed.furcation = {{u"buccal"_s, 3}, {u"distal"_s, 1}, {u"mesial"_s, 2}};
        if (fdi == 47)
            probed.furcation = {{u"lingual"_s, 3}};
        record.teeth.append(probed);
    }
    auto site = [&record](int fdi, Site where) -> ProbedSite & {
        for (ProbedTooth &probed : record.teeth) {
            if (probed.tooth.fdi == fdi)
                return probed.sites.at(std::size_t(where));
        }
        Q_UNREACHABLE();
    };
    site(37, Site::DistoVestibular).depth = 11;
    site(21, Site::Vestibular).recession = -2; // overgrowth
    site(22, Site::MesioVestibular) = {}; // not measured
    site(12, Site::Vestibular).recession.reset();
    profile.periodontal = record;
    return profile;
}

} // namespace syntheticmouth
