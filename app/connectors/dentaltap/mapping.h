// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! Every name of DentalTap's interface, and nothing else (dentaltap.md: the vendor's own may
//! differ, and then this file changes).
namespace dentaltap {

namespace path {
constexpr QLatin1StringView patients{"patients"};
constexpr QLatin1StringView appointments{"appointments"};
constexpr QLatin1StringView activities{"treatment-activities"};
constexpr QLatin1StringView plans{"treatment-plans"};
constexpr QLatin1StringView providers{"providers"};
constexpr QLatin1StringView rooms{"rooms"};
constexpr QLatin1StringView profile{"dental-profile"}; //!< of a patient or an appointment
constexpr QLatin1StringView backgrounds{"settings/chart-backgrounds"};
} // namespace path

namespace query {
constexpr QLatin1StringView from{"from"};
constexpr QLatin1StringView to{"to"};
constexpr QLatin1StringView limit{"limit"};
constexpr QLatin1StringView cursor{"cursor"};
constexpr QLatin1StringView updatedSince{"updatedSince"};
constexpr QLatin1StringView includeDeleted{"includeDeleted"};
constexpr QLatin1StringView externalId{"externalId"};
constexpr QLatin1StringView appointmentId{"appointmentId"};
constexpr QLatin1StringView status{"status"};
constexpr QLatin1StringView allowOverlap{"allowOverlap"};
constexpr QLatin1StringView patientId{"patientId"};
constexpr QLatin1StringView format{"format"};
} // namespace query

namespace field {
constexpr QLatin1StringView data{"data"};
constexpr QLatin1StringView page{"page"};
constexpr QLatin1StringView nextCursor{"nextCursor"};
constexpr QLatin1StringView id{"id"};
constexpr QLatin1StringView version{"version"};
constexpr QLatin1StringView updatedAt{"updatedAt"};
constexpr QLatin1StringView deletedAt{"deletedAt"};
constexpr QLatin1StringView mergedIntoId{"mergedIntoId"};
constexpr QLatin1StringView externalId{"externalId"};
constexpr QLatin1StringView name{"name"};
constexpr QLatin1StringView colour{"colour"};
constexpr QLatin1StringView active{"active"};
constexpr QLatin1StringView googleCalendarId{"googleCalendarId"};
constexpr QLatin1StringView lastName{"lastName"};
constexpr QLatin1StringView firstName{"firstName"};
constexpr QLatin1StringView sex{"sex"};
constexpr QLatin1StringView birthDate{"birthDate"};
constexpr QLatin1StringView phones{"phones"};
constexpr QLatin1StringView type{"type"};
constexpr QLatin1StringView value{"value"};
constexpr QLatin1StringView raw{"raw"};
constexpr QLatin1StringView primary{"primary"};
constexpr QLatin1StringView email{"email"};
constexpr QLatin1StringView language{"language"};
constexpr QLatin1StringView patientId{"patientId"};
constexpr QLatin1StringView patientExternalId{"patientExternalId"};
constexpr QLatin1StringView providerId{"providerId"};
constexpr QLatin1StringView roomId{"roomId"};
constexpr QLatin1StringView start{"start"};
constexpr QLatin1StringView end{"end"};
constexpr QLatin1StringView timeZone{"timeZone"};
constexpr QLatin1StringView kind{"kind"};
constexpr QLatin1StringView treatmentPlanId{"treatmentPlanId"};
constexpr QLatin1StringView planPhaseId{"planPhaseId"};
constexpr QLatin1StringView group{"group"};
constexpr QLatin1StringView note{"note"};
constexpr QLatin1StringView status{"status"};
constexpr QLatin1StringView statusTimes{"statusTimes"};
constexpr QLatin1StringView arrivedAt{"arrivedAt"};
constexpr QLatin1StringView seatedAt{"seatedAt"};
constexpr QLatin1StringView completedAt{"completedAt"};
constexpr QLatin1StringView appointmentId{"appointmentId"};
constexpr QLatin1StringView appointmentExternalId{"appointmentExternalId"};
constexpr QLatin1StringView items{"items"};
constexpr QLatin1StringView treatmentId{"treatmentId"};
constexpr QLatin1StringView treatmentCode{"treatmentCode"};
constexpr QLatin1StringView treatmentExternalId{"treatmentExternalId"};
constexpr QLatin1StringView label{"label"};
constexpr QLatin1StringView teeth{"teeth"};
constexpr QLatin1StringView performedAt{"performedAt"};
constexpr QLatin1StringView surfaces{"surfaces"};
constexpr QLatin1StringView quantity{"quantity"};
constexpr QLatin1StringView unitPrice{"unitPrice"};
constexpr QLatin1StringView discountPercent{"discountPercent"};
constexpr QLatin1StringView amount{"amount"};
constexpr QLatin1StringView currency{"currency"};
constexpr QLatin1StringView code{"code"};
constexpr QLatin1StringView error{"error"};
constexpr QLatin1StringView errors{"errors"};
constexpr QLatin1StringView fieldName{"field"};
constexpr QLatin1StringView existingId{"existingId"};
constexpr QLatin1StringView scope{"scope"};
// Of a treatment plan (section 5.6).
constexpr QLatin1StringView title{"title"};
constexpr QLatin1StringView statusReason{"statusReason"};
constexpr QLatin1StringView phases{"phases"};
constexpr QLatin1StringView order{"order"};
constexpr QLatin1StringView plannedDate{"plannedDate"};
constexpr QLatin1StringView durationMinutes{"durationMinutes"};
constexpr QLatin1StringView total{"total"};
constexpr QLatin1StringView validUntil{"validUntil"};
// Of a dental profile (section 5.4).
constexpr QLatin1StringView recordedAt{"recordedAt"};
constexpr QLatin1StringView dentition{"dentition"};
constexpr QLatin1StringView fdi{"fdi"};
constexpr QLatin1StringView presence{"presence"};
constexpr QLatin1StringView mobility{"mobility"};
constexpr QLatin1StringView conditions{"conditions"};
constexpr QLatin1StringView restorations{"restorations"};
constexpr QLatin1StringView planned{"planned"};
constexpr QLatin1StringView icd10{"icd10"};
constexpr QLatin1StringView since{"since"};
constexpr QLatin1StringView permanence{"permanence"};
constexpr QLatin1StringView material{"material"};
constexpr QLatin1StringView date{"date"};
constexpr QLatin1StringView planId{"planId"};
constexpr QLatin1StringView itemId{"itemId"};
constexpr QLatin1StringView periodontal{"periodontal"};
constexpr QLatin1StringView furcation{"furcation"};
constexpr QLatin1StringView site{"site"};
constexpr QLatin1StringView grade{"grade"};
constexpr QLatin1StringView sites{"sites"};
constexpr QLatin1StringView depth{"depth"};
constexpr QLatin1StringView recession{"recession"};
constexpr QLatin1StringView attachment{"cal"};
constexpr QLatin1StringView bleeding{"bleeding"};
constexpr QLatin1StringView plaque{"plaque"};
constexpr QLatin1StringView calculus{"calculus"};
constexpr QLatin1StringView suppuration{"suppuration"};
constexpr QLatin1StringView indices{"indices"};
constexpr QLatin1StringView bleedingPercent{"bleedingPercent"};
constexpr QLatin1StringView plaquePercent{"plaquePercent"};
constexpr QLatin1StringView charts{"charts"};
constexpr QLatin1StringView dental{"dental"};
constexpr QLatin1StringView url{"url"};
constexpr QLatin1StringView format{"format"};
constexpr QLatin1StringView width{"width"};
constexpr QLatin1StringView height{"height"};
constexpr QLatin1StringView etag{"etag"};
} // namespace field

namespace code {
constexpr QLatin1StringView externalIdConflict{"external_id_conflict"};
constexpr QLatin1StringView slotTaken{"slot_taken"};
constexpr QLatin1StringView keyReused{"idempotency_key_reused"};
} // namespace code

namespace word {
constexpr QLatin1StringView scheduled{"scheduled"};
constexpr QLatin1StringView confirmed{"confirmed"};
constexpr QLatin1StringView arrived{"arrived"};
constexpr QLatin1StringView inTreatment{"inTreatment"};
constexpr QLatin1StringView completed{"completed"};
constexpr QLatin1StringView cancelled{"cancelled"};
constexpr QLatin1StringView noShow{"noShow"};
constexpr QLatin1StringView buffered{"buffered"};
constexpr QLatin1StringView walkIn{"walkIn"};
constexpr QLatin1StringView intervention{"intervention"};
constexpr QLatin1StringView control{"control"};
constexpr QLatin1StringView other{"other"};
constexpr QLatin1StringView unknown{"unknown"};
constexpr QLatin1StringView draft{"draft"};
constexpr QLatin1StringView proposed{"proposed"};
constexpr QLatin1StringView accepted{"accepted"};
constexpr QLatin1StringView partiallyAccepted{"partiallyAccepted"};
constexpr QLatin1StringView declined{"declined"};
constexpr QLatin1StringView inProgress{"inProgress"};
constexpr QLatin1StringView archived{"archived"};
constexpr QLatin1StringView mobile{"mobile"};
constexpr QLatin1StringView home{"home"};
constexpr QLatin1StringView dental{"dental"};
constexpr QLatin1StringView periodontal{"periodontal"};
constexpr QLatin1StringView svg{"svg"};
constexpr QLatin1StringView png{"png"};
} // namespace word

} // namespace dentaltap
