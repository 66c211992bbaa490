// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/remoteplan.h"

#include <QJsonObject>

// Our own storage form of plans, like rowjson: nobody else reads it, and missing members get their
// defaults.
namespace planjson {

QByteArray fromPlan(const TreatmentPlan &plan);
TreatmentPlan toPlan(const QByteArray &json);

//! What of a version is sealed, but its signatures and its Devis. same: its content is that of the
//! plan's current state, which is kept once.
QByteArray fromVersion(const PlanVersion &version, bool same);
//! Into the version; current stands for the content that was not kept twice.
void toVersion(const QByteArray &json, const TreatmentPlan &current, PlanVersion &version);

//! Without its id, time and witness, which are columns.
QByteArray fromSignature(const PlanSignature &signature);
PlanSignature toSignature(const QByteArray &json);

QByteArray fromQuote(const QuoteReading &quote);
QuoteReading toQuote(const QByteArray &json);

QJsonObject fromPart(const PlannedPart &part);
PlannedPart toPart(const QJsonObject &object);

} // namespace planjson
