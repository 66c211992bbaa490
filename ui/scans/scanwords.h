// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/scanactivity.h"
#include "ui/visit/chips.h"

#include <QTimeZone>

//! What Dental Desktop's values are called at the desk.
namespace scanwords {

QString status(CaseStatus status);
Chips::Tone tone(CaseStatus status);
//! "Upper jaw, prepared": what was scanned.
QString scan(const SurfaceScan &scan);
//! "Crown 36 · Bridge 12–22 · Zirconia A2": what a case is for, teeth in FDI.
QString indications(const ScanCase &scanCase);
//! "3 photos · 2 scans".
QString content(const ScanCase &scanCase);
QString receiver(const ScanCase &scanCase);
//! The day in the clinic; a dash for never.
QString day(const QDateTime &utc, const QTimeZone &zone);
//! "4 s", "2 min 05".
QString elapsed(qint64 seconds);
//! "Opening the patient".
QString act(const ScanRequest &request);
//! The name of a place with a server of its own; "" is the main one.
QString site(const QString &site);
//! Who is at it, what it has.
QString station(const ScanStation &station);

} // namespace scanwords
