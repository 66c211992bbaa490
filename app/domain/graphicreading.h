// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/graphiccheck.h"

//! The two readers behind inspectGraphic(); sizes and signatures have been looked at before.
namespace graphics {

GraphicFinding inspectSvg(const QByteArray &bytes, const GraphicLimits &limits);
GraphicFinding inspectPng(const QByteArray &bytes, const GraphicLimits &limits);

inline GraphicFinding refused(GraphicFault fault, const QString &subject = {})
{
    return {fault, subject, {}};
}

//! What a style sheet or a `style` attribute may not contain; None = nothing of it.
GraphicFault styleFault(QStringView css);
//! The same for any other attribute: references by url(…) alone.
GraphicFault referenceFault(QStringView value);
//! The largest number of a text by its absolute value. Of a style neither names nor colours count;
//! in a path every letter ends a number.
double largestNumber(QStringView text, bool style);

} // namespace graphics
