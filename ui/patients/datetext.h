// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

//! A date as a person types it, day first: "14031979", "5/3/2026", "05.03.79", "1979-03-14". Two
//! digits of a year mean the latest such year that is not after today. Invalid for anything else,
//! impossible days included.
QDate dateFromText(QStringView typed, QDate today);

//! The date with all its digits, day first; empty for an invalid one.
QString dateText(QDate date);

//! "52 y", below two years in months; empty when the birth date is not known.
QString ageText(QDate birth, QDate today);
