// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <array>

namespace fuzz {

const QList<Target> &targets()
{
    static const QList<Target> all{{"zoho", zoho},
                                   {"dentaltap", dentaltap},
                                   {"profile", profile},
                                   {"quickbooks", quickbooks},
                                   {"googlecalendar", googlecalendar},
                                   {"dentaldesktop", dentaldesktop},
                                   {"settings", settings},
                                   {"rows", rows},
                                   {"tokens", tokens},
                                   {"money", money},
                                   {"vdds", vdds},
                                   {"graphics", graphics},
                                   {"opendental", opendental}};
    return all;
}

bool run(QByteArrayView name, const QByteArray &bytes)
{
    const auto found = std::find_if(targets().begin(), targets().end(),
                                    [name](const Target &target) { return name == target.name; });
    if (found == targets().end())
        return false;
    found->run(bytes);
    return true;
}

Split statusAndBody(const QByteArray &bytes)
{
    // Letters, so that a corpus file can be typed: "a" is 200, "b" is 201, …
    constexpr std::array statuses{200, 201, 202, 204, 207, 304, 400, 401, 403,
                                  404, 408, 409, 410, 412, 422, 429, 500, 503};
    Split split;
    if (bytes.isEmpty())
        return split;
    const auto letter = static_cast<unsigned char>(bytes.front());
    split.status = statuses.at(static_cast<unsigned char>(letter - 'a') % statuses.size());
    split.body = bytes.sliced(1);
    return split;
}

} // namespace fuzz
