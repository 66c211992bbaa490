// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartdifferences.h"

#include "app/domain/dentalwords.h"
#include "ui/toothchart/toothwords.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ChartChanges {
    Q_DECLARE_TR_FUNCTIONS(ChartChanges)
};

const ProbedTooth *probed(const DentalProfile &profile, const teeth::Tooth &tooth)
{
    if (!profile.periodontal)
        return nullptr;
    const auto &list = profile.periodontal->teeth;
    const auto found = std::find_if(list.cbegin(), list.cend(),
                                    [&](const ProbedTooth &each) { return each.tooth == tooth; });
    return found == list.cend() ? nullptr : &*found;
}

QString presenceOf(const ToothProfile &tooth)
{
    const bool own = tooth.presence == dental::Presence::Unknown && !tooth.presenceWord.isEmpty();
    return own ? tooth.presenceWord : dental::name(tooth.presence);
}

//! What the one list has and the other has not, as words.
template <typename Finding, typename Words>
void lists(const QList<Finding> &before, const QList<Finding> &after, const Words &words,
           QStringList &out)
{
    for (const Finding &each : after) {
        if (!before.contains(each))
            out.append(ChartChanges::tr("new: %1", "finding").arg(words(each)));
    }
    for (const Finding &each : before) {
        if (!after.contains(each))
            out.append(ChartChanges::tr("no longer: %1", "finding").arg(words(each)));
    }
}

void figures(const ProbedTooth &before, const ProbedTooth &after, int fdi, QStringList &out)
{
    const auto number = [](const std::optional<int> &value) {
        return value ? QString::number(*value) : ChartChanges::tr("not measured");
    };
    for (int i = 0; i < dental::SiteCount; ++i) {
        const auto where = dental::Site(i);
        const ProbedSite &was = before.site(where);
        const ProbedSite &is = after.site(where);
        const QString name = dental::name(where, fdi);
        if (was.depth != is.depth)
            out.append(ChartChanges::tr("depth %1: %2 → %3 mm", "site, before, after")
                           .arg(name, number(was.depth), number(is.depth)));
        if (was.recession != is.recession)
            out.append(ChartChanges::tr("recession %1: %2 → %3 mm", "site, before, after")
                           .arg(name, number(was.recession), number(is.recession)));
        if (was.bleeding.value_or(false) != is.bleeding.value_or(false))
            out.append((is.bleeding.value_or(false)
                            ? ChartChanges::tr("bleeds now: %1", "site")
                            : ChartChanges::tr("bleeds no longer: %1", "site"))
                           .arg(name));
    }
}

} // namespace

QList<ToothChange> chartChanges(const DentalProfile &before, const DentalProfile &after)
{
    QList<teeth::Tooth> all;
    const auto gather = [&all](const DentalProfile &profile) {
        for (const ToothProfile &each : profile.teeth) {
            if (each.tooth.fdi > 0 && !all.contains(each.tooth))
                all.append(each.tooth);
        }
        if (!profile.periodontal)
            return;
        for (const ProbedTooth &each : profile.periodontal->teeth) {
            if (each.tooth.fdi > 0 && !all.contains(each.tooth))
                all.append(each.tooth);
        }
    };
    gather(before);
    gather(after);
    std::sort(all.begin(), all.end(), dental::standsBefore);
    QList<ToothChange> changes;
    for (const teeth::Tooth &tooth : std::as_const(all)) {
        const ToothProfile was = dental::toothOf(before, tooth).value_or(ToothProfile());
        const ToothProfile is = dental::toothOf(after, tooth).value_or(ToothProfile());
        ToothChange change{tooth, {}};
        if (presenceOf(was) != presenceOf(is))
            change.words.append(u"%1 → %2"_s.arg(presenceOf(was), presenceOf(is)));
        lists(
            was.conditions, is.conditions,
            [&](const ToothCondition &each) { return toothwords::condition(each, tooth.fdi); },
            change.words);
        lists(
            was.restorations, is.restorations,
            [&](const ToothRestoration &each) { return toothwords::restoration(each, tooth.fdi); },
            change.words);
        if (was.planned.size() != is.planned.size())
            change.words.append(ChartChanges::tr("planned: %1 → %2", "counts")
                                    .arg(was.planned.size())
                                    .arg(is.planned.size()));
        if (was.mobility.value_or(0) != is.mobility.value_or(0))
            change.words.append(ChartChanges::tr("mobility: %1 → %2")
                                    .arg(was.mobility.value_or(0))
                                    .arg(is.mobility.value_or(0)));
        const ProbedTooth *probedBefore = probed(before, tooth);
        const ProbedTooth *probedAfter = probed(after, tooth);
        if (probedBefore && probedAfter)
            figures(*probedBefore, *probedAfter, tooth.fdi, change.words);
        if (!change.words.isEmpty())
            changes.append(change);
    }
    return changes;
}
