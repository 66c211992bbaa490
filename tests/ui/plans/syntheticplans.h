// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"

//! Treatment plans of an invented patient, for tests and pictures of the Plans page.
namespace syntheticplans {

Currency rupees();
QByteArray zone();
//! Two plans: A declined; B with version 1 replaced and version 2 accepted, signed by both, its
//! first phase done, and changed in DentalTap since.
QList<PlanRecord> design();
//! One plan that nobody has decided on: two phases, five items.
PlanRecord open();
//! The same, accepted; nothing booked.
PlanRecord accepted();
//! The same with an act that the catalogue does not know.
PlanRecord unknown();
//! That many plans of 40 items.
QList<PlanRecord> many(int count);
QList<Provider> providers();
//! A signature of exactly what stands in the version.
PlanSignature signatureOf(const PlanVersion &version, plans::Signer by);
//! Letterhead, texts and legal lines in both languages.
ProposalTemplate form();
//! The open plan on paper.
Proposal page(const QString &language);

} // namespace syntheticplans
