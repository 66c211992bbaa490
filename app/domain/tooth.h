// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QList>
#include <QString>
#include <optional>

// Tooth numbers (tooth-notation.md). Inside the desk a tooth is its FDI number; every other system
// of numbering is converted at the connector that declares it, never guessed from the number.

namespace teeth {
Q_NAMESPACE

//! How a clinic writes a tooth.
enum class Notation {
    Fdi, //!< 36
    Universal, //!< 19; letters A to T for primary teeth
    Palmer, //!< LL6; letters A to E for primary teeth
};
Q_ENUM_NS(Notation)

//! One tooth: FDI 11-48 permanent, 51-85 primary; supernumerary = beside that tooth.
struct Tooth {
    int fdi = 0;
    bool supernumerary = false;
    friend bool operator==(const Tooth &, const Tooth &) = default;
};

//! Teeth between two ends of one arch.
struct Range {
    QList<int> fdi; //!< from the patient's right to left; empty = incoherent, show raw
    bool swapped = false; //!< the ends came the wrong way round
    QString raw; //!< both ends as they came
    friend bool operator==(const Range &, const Range &) = default;
};

bool isFdi(int number);
bool isPrimary(int fdi);
//! Canine to canine: its edge is incisal, not occlusal.
bool isAnterior(int fdi);
bool isUpper(int fdi);
//! The permanent tooth that takes a primary one's place; 0 for a permanent one.
int successor(int fdi);
//! All teeth of a dentition from upper right to upper left, then lower left to lower right.
QList<int> permanentTeeth();
QList<int> primaryTeeth();

//! Universal 1-32; nothing for any other number (a number alone never means a primary tooth).
std::optional<int> fdiFromUniversal(int number);
//! Universal 1-32 of a permanent tooth.
std::optional<int> universalFromFdi(int fdi);
//! "1"-"32", "A"-"T", "1d"-"20d", supernumerary "51"-"82" and "AS"-"TS"; a leading zero is refused.
std::optional<Tooth> toothFromUniversal(QStringView text);

//! "UR6", "LLE"; with "S" behind it a supernumerary one.
std::optional<Tooth> toothFromPalmer(QStringView text);
//! One tooth as somebody types it in that notation: "36", "18 S", "19", "AS", "LL6".
std::optional<Tooth> toothFromText(QStringView text, Notation notation);

//! Both ends in Universal 1-32, as Dental Desktop sends them.
Range universalRange(int from, int to);
//! "13-23", "48 à 38", "11;12", "14,15": Invalid in words where a number is no tooth or a range
//! leaves its arch or its dentition.
Result<QList<int>> teethFromText(QStringView text);

//! Runs of three or more joined by an en dash, fewer by commas; a run never leaves its arch.
QString text(const QList<int> &fdi, Notation notation = Notation::Fdi);
//! One tooth as that notation writes it; empty when it is none.
QString text(const Tooth &tooth, Notation notation = Notation::Fdi);
//! The range's teeth, or its raw ends where they are incoherent.
QString text(const Range &range, Notation notation = Notation::Fdi);

//! Where a tooth stands when teeth are sorted: upper right to upper left, lower left to lower
//! right, primary after permanent.
int ordinal(int fdi);

} // namespace teeth
