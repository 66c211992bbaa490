// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! Names of the Open Dental API (open-dental-api.md). Letter case matters: `Priority` is a number,
//! `priority` its text.
namespace opendental {

namespace path {
constexpr QLatin1StringView treatPlans{"treatplans"};
constexpr QLatin1StringView savedPlans{"treatplans/Saved"};
constexpr QLatin1StringView attaches{"treatplanattaches"};
constexpr QLatin1StringView procTps{"proctps"};
constexpr QLatin1StringView procedureLogs{"procedurelogs"};
constexpr QLatin1StringView patients{"patients"};
constexpr QLatin1StringView patientsSimple{"patients/Simple"};
constexpr QLatin1StringView appointments{"appointments"};
constexpr QLatin1StringView slots{"appointments/Slots"};
constexpr QLatin1StringView perioExams{"perioexams"};
constexpr QLatin1StringView perioMeasures{"periomeasures"};
constexpr QLatin1StringView subscriptions{"subscriptions"};
} // namespace path

namespace query {
constexpr QLatin1StringView limit{"Limit"};
constexpr QLatin1StringView offset{"Offset"};
} // namespace query

namespace field {
// Treatment plans.
constexpr QLatin1StringView treatPlanNum{"TreatPlanNum"};
constexpr QLatin1StringView patNum{"PatNum"};
constexpr QLatin1StringView dateTp{"DateTP"};
constexpr QLatin1StringView heading{"Heading"};
constexpr QLatin1StringView note{"Note"};
constexpr QLatin1StringView sigIsTopaz{"SigIsTopaz"};
constexpr QLatin1StringView responsParty{"ResponsParty"};
constexpr QLatin1StringView docNum{"DocNum"};
constexpr QLatin1StringView tpStatus{"TPStatus"};
constexpr QLatin1StringView secUserNumEntry{"SecUserNumEntry"};
constexpr QLatin1StringView secDateEntry{"SecDateEntry"};
constexpr QLatin1StringView secDateTEdit{"SecDateTEdit"};
constexpr QLatin1StringView userNumPresenter{"UserNumPresenter"};
constexpr QLatin1StringView tpType{"TPType"};
constexpr QLatin1StringView dateTSigned{"DateTSigned"};
constexpr QLatin1StringView dateTPracticeSigned{"DateTPracticeSigned"};
constexpr QLatin1StringView signatureText{"SignatureText"};
constexpr QLatin1StringView signaturePracticeText{"SignaturePracticeText"};
constexpr QLatin1StringView isSigned{"isSigned"};
constexpr QLatin1StringView isSignedPractice{"isSignedPractice"};
// What they hold.
constexpr QLatin1StringView treatPlanAttachNum{"TreatPlanAttachNum"};
constexpr QLatin1StringView procNum{"ProcNum"};
constexpr QLatin1StringView priorityNum{"Priority"};
constexpr QLatin1StringView priorityText{"priority"};
constexpr QLatin1StringView procTpNum{"ProcTPNum"};
constexpr QLatin1StringView procNumOrig{"ProcNumOrig"};
constexpr QLatin1StringView itemOrder{"ItemOrder"};
constexpr QLatin1StringView toothNumTp{"ToothNumTP"};
constexpr QLatin1StringView surf{"Surf"};
constexpr QLatin1StringView procCodeTp{"ProcCode"};
constexpr QLatin1StringView descriptTp{"Descript"};
constexpr QLatin1StringView feeAmt{"FeeAmt"};
constexpr QLatin1StringView patAmt{"PatAmt"};
constexpr QLatin1StringView priInsAmt{"PriInsAmt"};
constexpr QLatin1StringView secInsAmt{"SecInsAmt"};
constexpr QLatin1StringView discount{"Discount"};
constexpr QLatin1StringView provNum{"ProvNum"};
// Procedures.
constexpr QLatin1StringView aptNum{"AptNum"};
constexpr QLatin1StringView procDate{"ProcDate"};
constexpr QLatin1StringView procFee{"ProcFee"};
constexpr QLatin1StringView toothNum{"ToothNum"};
constexpr QLatin1StringView toothRange{"ToothRange"};
constexpr QLatin1StringView procStatus{"ProcStatus"};
constexpr QLatin1StringView codeNum{"CodeNum"};
constexpr QLatin1StringView procCode{"procCode"};
constexpr QLatin1StringView descript{"descript"};
constexpr QLatin1StringView unitQty{"UnitQty"};
constexpr QLatin1StringView dateTStamp{"DateTStamp"};
constexpr QLatin1StringView serverDateTime{"serverDateTime"};
// People and appointments.
constexpr QLatin1StringView lName{"LName"};
constexpr QLatin1StringView fName{"FName"};
constexpr QLatin1StringView birthdate{"Birthdate"};
constexpr QLatin1StringView chartNumber{"ChartNumber"};
constexpr QLatin1StringView patStatus{"PatStatus"};
constexpr QLatin1StringView zip{"Zip"};
constexpr QLatin1StringView address2{"Address2"};
constexpr QLatin1StringView email{"Email"};
constexpr QLatin1StringView wirelessPhone{"WirelessPhone"};
constexpr QLatin1StringView aptStatus{"AptStatus"};
constexpr QLatin1StringView aptDateTime{"AptDateTime"};
constexpr QLatin1StringView pattern{"Pattern"};
constexpr QLatin1StringView op{"Op"};
// Periodontal exams.
constexpr QLatin1StringView perioExamNum{"PerioExamNum"};
constexpr QLatin1StringView perioMeasureNum{"PerioMeasureNum"};
constexpr QLatin1StringView examDate{"ExamDate"};
constexpr QLatin1StringView sequenceType{"SequenceType"};
constexpr QLatin1StringView intTooth{"IntTooth"};
constexpr QLatin1StringView toothValue{"ToothValue"};
// Subscriptions.
constexpr QLatin1StringView subscriptionNum{"SubscriptionNum"};
constexpr QLatin1StringView endPointUrl{"EndPointUrl"};
constexpr QLatin1StringView workstation{"Workstation"};
constexpr QLatin1StringView watchTable{"WatchTable"};
constexpr QLatin1StringView pollingSeconds{"PollingSeconds"};
constexpr QLatin1StringView uiEventType{"UiEventType"};
} // namespace field

namespace word {
constexpr QLatin1StringView saved{"Saved"};
constexpr QLatin1StringView active{"Active"};
constexpr QLatin1StringView inactive{"Inactive"};
constexpr QLatin1StringView insurance{"Insurance"};
constexpr QLatin1StringView discountPlan{"Discount"};
//! Heading of the plan in which the program collects what no plan has.
constexpr QLatin1StringView unassigned{"Unassigned"};
constexpr QLatin1StringView planned{"TP"};
constexpr QLatin1StringView plannedInactive{"TPi"};
constexpr QLatin1StringView complete{"C"};
constexpr QLatin1StringView deleted{"D"};
} // namespace word

} // namespace opendental
