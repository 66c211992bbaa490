// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/status.h"

#include "app/connectors/dentaldesktop/xml.h"

using namespace std::chrono_literals;

namespace dentaldesktop {

QString statusText(int code)
{
    switch (code) {
    case -1:
        return Words::tr("Handed over; the 3Shape station has not taken it yet");
    case 0:
        return Words::tr("Taken up by the station");
    case 1:
        return Words::tr("Cancelled at the 3Shape station");
    case 2:
        return Words::tr("The station could not open the page. Leave the case that is open there, "
                         "then try again");
    case 3:
        return Words::tr("Request withdrawn");
    case 4:
        return Words::tr("Done in Dental Desktop");
    case 5:
        return Words::tr("This cannot be done there: choose a station");
    case 6:
        return Words::tr("The station does not answer. Check that Dental Desktop is open there");
    case 10:
        return Words::tr("Dental Desktop had a fault of its own. Try again; if it stays, tell "
                         "3Shape support");
    case 101:
        return Words::tr("The integration id is missing");
    case 102:
        return Words::tr("The last name is missing");
    case 103:
        return Words::tr("The case id is missing");
    case 104:
        return Words::tr("Dental Desktop does not have this case");
    case 105:
        return Words::tr("Another patient of Dental Desktop already has this patient number. "
                         "Correct the number, then try again");
    case 106:
        return Words::tr("This patient is not linked with Dental Desktop yet");
    case 107:
        return Words::tr("This patient is already linked with Dental Desktop");
    case 108:
        return Words::tr("The station had a fault of its own");
    case 404:
        return Words::tr("Dental Desktop no longer knows this request, or never did");
    default:
        return Words::tr("Dental Desktop gave a status that is not known here (%1)").arg(code);
    }
}

std::chrono::milliseconds pollDelay(std::chrono::milliseconds elapsed)
{
    if (elapsed < 3s)
        return 300ms;
    return elapsed < 60s ? 1000ms : 2000ms;
}

} // namespace dentaldesktop
