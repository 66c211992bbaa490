// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogramfindings.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace odontogram {

namespace {

bool names(const QString &word, std::initializer_list<QLatin1StringView> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&word](QLatin1StringView part) {
        return word.contains(part, Qt::CaseInsensitive);
    });
}

void addCondition(Findings &findings, const ToothCondition &condition)
{
    // K02 is caries, K04 sickness of the pulp and of what lies around the apex (ICD-10).
    const bool caries =
        names(condition.code, {"caries"_L1, "decay"_L1}) || condition.icd10.startsWith("K02"_L1);
    if (caries) {
        findings.caries += condition.surfaces;
        findings.wholeCaries = findings.wholeCaries || condition.surfaces.isEmpty();
    } else if (names(condition.code, {"apical"_L1, "abscess"_L1})
               || names(condition.icd10, {"K04.4"_L1, "K04.5"_L1, "K04.6"_L1, "K04.7"_L1})) {
        findings.apical = true;
    } else {
        findings.conditions += condition.surfaces;
        findings.wholeCondition = findings.wholeCondition || condition.surfaces.isEmpty();
    }
}

void addRestoration(Findings &findings, const ToothRestoration &restoration)
{
    const bool temporary = names(restoration.permanence, {"temporary"_L1, "provisional"_L1});
    const QString &type = restoration.type;
    if (names(type, {"canal"_L1, "endo"_L1})) {
        findings.rootCanal = true;
    } else if (names(type, {"post"_L1, "core"_L1})) {
        findings.post = true;
    } else if (names(type, {"veneer"_L1})) {
        findings.veneer = true;
    } else if (names(type, {"crown"_L1, "bridge"_L1, "retainer"_L1, "abutment"_L1})) {
        findings.crown = true;
        findings.temporaryCrown = temporary;
    } else if (restoration.surfaces.isEmpty()) {
        findings.wholeFilling = true;
    } else {
        (temporary ? findings.temporaryFillings : findings.fillings) += restoration.surfaces;
    }
}

} // namespace

Findings findingsOf(const ToothProfile &tooth)
{
    Findings findings;
    for (const ToothCondition &condition : tooth.conditions)
        addCondition(findings, condition);
    for (const ToothRestoration &restoration : tooth.restorations)
        addRestoration(findings, restoration);
    for (const PlannedCare &planned : tooth.planned) {
        findings.planned += planned.surfaces;
        findings.wholePlanned = findings.wholePlanned || planned.surfaces.isEmpty();
    }
    return findings;
}

} // namespace odontogram
