// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"

#include <QJsonObject>

// The JSON documents of cli.md, one function each.

QString moneyWord(const Money &amount);
QJsonObject dayRow(const CommandLine &line, const DayEntry &entry, const QList<Provider> &providers,
                   const QList<Room> &rooms);
QJsonObject patientDocument(const Patient &patient, const Links &links);
QJsonObject visitDocument(const VisitDetail &detail);
//! The surgeon or room of that id or name; NotFound in words, naming those there are.
Result<Provider> providerNamed(const QList<Provider> &providers, const QString &text);
Result<Room> roomNamed(const QList<Room> &rooms, const QString &text);
//! A date as yyyy-MM-dd; Invalid in words, which name the option and not what was typed: it may be
//! somebody's birth date.
Result<QDate> dateFrom(const QString &option, const QString &text);
