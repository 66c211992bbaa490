// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

// What teeth, surfaces and findings are called, in the language of the desk.

namespace teeth {

//! "lower left first molar"; empty for no tooth.
QString name(const Tooth &tooth);

} // namespace teeth

namespace dental {

//! "mesial"; of the oral side "palatal" or "lingual".
QString name(Surface surface, int fdi);
QString name(Site site, int fdi);
QString name(Presence presence);
//! A whole sentence.
QString text(const ProfileFlag &flag, teeth::Notation notation);
QString text(const FigureDifference &difference, teeth::Notation notation);

} // namespace dental
