// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>

namespace sim {

//! A dental profile (dentaltap.md section 5.4) drawn from the patient's id: the same at each call.
//! Without charts, plans, ids of appointments and version. \a dentition: permanent, primary or
//! mixed. One in twelve patients each has: a supernumerary tooth, a number that is no tooth, a word
//! of the clinic's own, a tooth that nobody recorded, a bridge, an impacted wisdom tooth, deep
//! pockets with mobility and furcation, figures that are wrong.
QJsonObject dentalProfile(const QString &patientId, const QString &dentition,
                          const QString &recordedOn);

//! The profile as it was on that day: what came later is not there yet, pockets differ.
QJsonObject profileAsOf(QJsonObject profile, const QDate &day);

//! The profile as it goes out: without what only profileAsOf() needs.
QJsonObject publicProfile(QJsonObject profile);

//! The profile as a picture: a group "tooth-<FDI>" for each tooth with its surfaces as
//! "tooth-<FDI>-<letter>". \a periodontal draws pocket depths instead of findings.
QByteArray chartSvg(const QJsonObject &profile, bool periodontal);
//! The same as a PNG, without numbers.
QByteArray chartPng(const QJsonObject &profile, bool periodontal);

constexpr int ChartWidth = 960;
constexpr int ChartHeight = 360;

} // namespace sim
