// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/systemname.h"

using namespace Qt::StringLiterals;

QString systemName(Service service)
{
    switch (service) {
    case Service::None:
        return u"Vestibule"_s;
    case Service::Zoho:
        return u"Zoho CRM"_s;
    case Service::DentalTap:
        return u"DentalTap"_s;
    case Service::QuickBooks:
        return u"QuickBooks"_s;
    case Service::GoogleCalendar:
        return u"Google Calendar"_s;
    case Service::DentalDesktop:
        return u"Dental Desktop"_s;
    case Service::OpenDental:
        return u"Open Dental"_s;
    case Service::Julie:
        return u"Julie"_s;
    }
    return {};
}
