// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/statuswalk.h"

#include "app/connectors/dentaltap/mapping.h"

#include <QStringList>

using Kind = dentaltap::StatusStep::Kind;

namespace dentaltap {

namespace {

const QStringList &line()
{
    static const QStringList words{word::scheduled, word::confirmed, word::arrived,
                                   word::inTreatment, word::completed};
    return words;
}

constexpr qsizetype confirmedPlace = 1;
constexpr qsizetype arrivedPlace = 2;
constexpr qsizetype completedPlace = 4;

bool isCalledOff(const QString &status)
{
    return status == word::cancelled || status == word::noShow;
}

StatusStep set(const QString &next)
{
    return {Kind::Set, next};
}

StatusStep towardsCalledOff(qsizetype at, const QString &current, const QString &target)
{
    if (at == completedPlace)
        return {Kind::Blocked, {}};
    if (at > arrivedPlace)
        return set(line().at(at - 1));
    if (isCalledOff(current) || current == word::buffered)
        return set(word::scheduled);
    return set(target);
}

} // namespace

StatusStep nextStatusStep(const QString &current, const QString &target, bool back)
{
    if (current == target)
        return {};
    const qsizetype at = line().indexOf(current);
    const qsizetype wanted = line().indexOf(target);
    if (isCalledOff(target))
        return towardsCalledOff(at, current, target);
    if (isCalledOff(current)) {
        if (!back || wanted < 0)
            return {Kind::Blocked, {}};
        return set(line().at(qMin(wanted, arrivedPlace)));
    }
    if (current == word::buffered)
        return set(word::scheduled);
    if (at < 0 || wanted < 0)
        return set(target);
    if (wanted > at) {
        // "confirmed" may be skipped.
        const bool skips = at == 0 && wanted > confirmedPlace;
        return set(line().at(skips ? arrivedPlace : at + 1));
    }
    if (!back)
        return {};
    if (at == completedPlace)
        return {Kind::Blocked, {}};
    return set(line().at(at - 1));
}

bool isStepBack(const QString &agreed, const QString &target)
{
    if (isCalledOff(target))
        return false;
    if (isCalledOff(agreed))
        return true;
    return line().indexOf(agreed) > line().indexOf(target);
}

} // namespace dentaltap
