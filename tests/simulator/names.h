// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/seedrandom.h"

#include <QString>

namespace sim {

//! Where a name comes from; a family keeps its kind.
enum class NameKind { Mauritian, French, Indian, Chinese, Arabic, Other };

//! Draws a kind with the shares of an island clinic that also treats visitors.
NameKind drawNameKind(SeedRandom &random);

//! A family name: accents, hyphens, particles, both apostrophes (domain-fr.md section 6.1).
QString drawLastName(SeedRandom &random, NameKind kind);

//! A first name; one in eight is a double one ("Jean-Marc", "Marie Anne").
QString drawFirstName(SeedRandom &random, NameKind kind, bool female);

//! A name of exactly sixty characters, as some registers produce.
QString longLastName(SeedRandom &random);

//! Lower case ASCII letters of a name, for e-mail addresses.
QString asciiName(const QString &name);

} // namespace sim
