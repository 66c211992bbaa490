// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"

class QPagedPaintDevice;
class QPainterPath;

//! A proposal as a document: in the patient's language, whatever the desk's is. Needs no window
//! and no network; on any thread.
namespace proposaldocument {

//! Every text out of other systems escaped.
QString html(const Proposal &proposal);
//! On as many pages as it needs. Storage in words where the device takes nothing.
Result<void> paint(const Proposal &proposal, QPagedPaintDevice *device);
//! A4, with its fonts.
Result<QByteArray> pdf(const Proposal &proposal);

//! The lines of a drawn signature; empty where it is anything but moves and lines.
QPainterPath signaturePath(const QByteArray &drawing);

} // namespace proposaldocument
