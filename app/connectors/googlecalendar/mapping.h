// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! Names of Google Calendar v3 (google-calendar.md sections 2 to 4).
namespace googlecalendar {

namespace query {
constexpr QLatin1StringView sendUpdates{"sendUpdates"};
constexpr QLatin1StringView singleEvents{"singleEvents"};
constexpr QLatin1StringView showDeleted{"showDeleted"};
constexpr QLatin1StringView maxResults{"maxResults"};
constexpr QLatin1StringView timeMin{"timeMin"};
constexpr QLatin1StringView timeMax{"timeMax"};
constexpr QLatin1StringView syncToken{"syncToken"};
constexpr QLatin1StringView pageToken{"pageToken"};
} // namespace query

namespace field {
constexpr QLatin1StringView items{"items"};
constexpr QLatin1StringView nextPageToken{"nextPageToken"};
constexpr QLatin1StringView nextSyncToken{"nextSyncToken"};
constexpr QLatin1StringView id{"id"};
constexpr QLatin1StringView etag{"etag"};
constexpr QLatin1StringView status{"status"};
constexpr QLatin1StringView summary{"summary"};
constexpr QLatin1StringView location{"location"};
constexpr QLatin1StringView start{"start"};
constexpr QLatin1StringView end{"end"};
constexpr QLatin1StringView date{"date"};
constexpr QLatin1StringView dateTime{"dateTime"};
constexpr QLatin1StringView timeZone{"timeZone"};
constexpr QLatin1StringView transparency{"transparency"};
constexpr QLatin1StringView eventType{"eventType"};
constexpr QLatin1StringView attendees{"attendees"};
constexpr QLatin1StringView self{"self"};
constexpr QLatin1StringView responseStatus{"responseStatus"};
constexpr QLatin1StringView extendedProperties{"extendedProperties"};
constexpr QLatin1StringView privateProperties{"private"};
constexpr QLatin1StringView vestibuleVisit{"vestibuleVisit"};
constexpr QLatin1StringView vestibuleRev{"vestibuleRev"};
constexpr QLatin1StringView error{"error"};
constexpr QLatin1StringView errors{"errors"};
constexpr QLatin1StringView reason{"reason"};
} // namespace field

namespace word {
constexpr QLatin1StringView none{"none"};
constexpr QLatin1StringView cancelled{"cancelled"};
constexpr QLatin1StringView opaque{"opaque"};
constexpr QLatin1StringView transparent{"transparent"};
constexpr QLatin1StringView outOfOffice{"outOfOffice"};
constexpr QLatin1StringView workingLocation{"workingLocation"};
constexpr QLatin1StringView declined{"declined"};
} // namespace word

} // namespace googlecalendar
