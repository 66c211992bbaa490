// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"

//! What is wrong with a patient's data as typed, in words for people; empty = fine. Names per
//! nameProblem(); birth date between 1900 and today; phones made of digits and the usual marks; a
//! plausible e-mail address.
QStringList patientProblems(const Patient &patient, QDate today);

//! The number in E.164 when it is valid in the country (ISO 3166), else the text as typed, trimmed
//! (domain-fr.md section 7).
QString normalisedPhone(const QString &typed, const QString &country);
