// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/values.h"

#include <QStringList>

//! Open Dental's teeth and surfaces in our terms (tooth-notation.md sections 3 to 7). Live
//! procedures have Universal numbers, always; saved plans have display text in the numbering that
//! the office has chosen, which is a setting and never guessed.
namespace opendental {

struct ToothText {
    QStringList teeth; //!< FDI; what is no tooth stays as it came
    QStringList surfaces; //!< "M", "O", "P"
    QStringList dropped; //!< surfaces that the tooth does not have
    friend bool operator==(const ToothText &, const ToothText &) = default;
};

//! Of a live procedure: tooth, range of teeth, quadrant, sextant or arch.
ToothText toothTextOf(const Procedure &procedure);
//! Of a frozen item. numbering: universal, fdi, palmer, haderup.
ToothText toothTextOf(const ProcTp &item, const QString &numbering);

//! "2,3,13-15" as FDI numbers; nothing where a part is no tooth.
std::optional<QStringList> teethOfRange(const QString &range);
//! One tooth's display text as FDI ("16", "18 S"); nothing where it is none.
std::optional<QString> fdiOf(const QString &display, const QString &numbering);
//! One of our surfaces as the database writes it: V is B behind and F in front, P is L.
QString surfaceCode(const QString &surface, int fdi);

} // namespace opendental
