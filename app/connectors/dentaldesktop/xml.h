// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/scancase.h"

#include <QCoreApplication>
#include <QTimeZone>

//! Dental Desktop's XML (dental-desktop-3dd.md section 3): answers only, it is asked by addresses.
//! Elements count by their local name in any order, unknown ones are ignored, a DTD is refused.
//! Pure functions, no network.
namespace dentaldesktop {

//! Words for people of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(dentaldesktop::Words)
};

//! A photo larger than this is refused; an answer that carries one is a third longer.
constexpr qint64 largestImage = 20 * 1024 * 1024;
constexpr qint64 largestImageAnswer = 30 * 1024 * 1024;

// Times without an offset are the clinic's. Protocol in words where the answer cannot be read.
Result<QList<ScanStation>> stationsFrom(const QByteArray &body, const QTimeZone &zone);
Result<QList<ScanCase>> casesFrom(const QByteArray &body, const QTimeZone &zone);
Result<ScanRequestStatus> statusFrom(const QByteArray &body);
//! `<boolean>true</boolean>`, or the bare word.
Result<bool> booleanFrom(const QByteArray &body);
//! The bytes of an image: base64 in XML, or as they are. NotFound when there are none.
Result<QByteArray> imageFrom(const QByteArray &body, const QByteArray &contentType);

//! A time as .NET writes it, with 0 to 7 or more digits of fraction, cut to milliseconds; invalid
//! for the year 1 ("never") and for what is no time.
QDateTime timeFrom(QStringView text, const QTimeZone &zone);
//! true, True, 1; false, False, 0.
std::optional<bool> boolFrom(QStringView text);
//! Lower case with hyphens; empty for what is no GUID.
QString guidFrom(QStringView text);

} // namespace dentaldesktop
