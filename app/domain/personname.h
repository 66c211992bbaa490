// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! A name folded for comparison: no marks, œ → oe, apostrophes and hyphens to blanks, upper case
//! (domain-fr.md section 6.1).
QString foldedName(QStringView name);
//! The folded name without leading particles (de, la, le, du, van, von, el, ben …).
QString withoutParticles(const QString &folded);
//! What somebody typed in small letters only, with the capitals of a name: "jean-marc" →
//! "Jean-Marc", "d’alembert" → "D’Alembert". A word with a capital of its own is a person's
//! spelling and stays, as does a small particle beside one: "van der Berg" (domain-fr.md
//! section 6.1).
QString withCapitals(const QString &typed);
//! The digits that identify a phone number whatever its form: the last nine.
QString phoneKey(QStringView phone);

//! What may be wrong with a name a person typed; empty = fine. Words for people. Length 1–60 after
//! trimming, no control or direction characters, at least one letter.
QString nameProblem(QStringView name);
