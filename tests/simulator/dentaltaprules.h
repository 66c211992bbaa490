// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace sim {

//! Collections that clients write (dentaltap.md sections 5.1 to 5.3).
enum class Writable { Patient, Treatment, Appointment };

//! {"field", "code", "message"} of one thing that is wrong.
QJsonObject fieldError(const QString &field, const QString &code, const QString &message);

//! What is wrong with the fields given; \a whole also asks for those that must be there.
QJsonArray fieldErrors(Writable kind, const QJsonObject &fields, bool whole);

//! The fields of \a given that a client may write; others are passed over.
QJsonObject writableFields(Writable kind, const QJsonObject &given);

//! Every writable field as null, but for those that a full replacement leaves alone.
QJsonObject blankFields(Writable kind);

//! An instant with offset (RFC 3339); invalid without one.
QDateTime strictInstant(const QString &text);

bool statusKnown(const QString &status);
//! The moves of section 5.3.1: forward, one step back, undo of cancelled and noShow.
bool statusMoveAllowed(const QString &from, const QString &to);
//! Times of the states reached; those that a step back leaves are cleared.
QJsonObject movedStatusTimes(QJsonObject times, const QString &to, const QString &now);
//! Does an appointment of that status take its slot?
bool takesSlot(const QString &status);

} // namespace sim
