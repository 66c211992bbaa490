// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace sim {

//! A dental profile (dentaltap.md section 5.4) drawn from the patient's id: the same at each call.
//! Without charts, ids of appointments and version. \a dentition: permanent, primary or mixed.
QJsonObject dentalProfile(const QString &patientId, const QString &dentition,
                          const QString &recordedOn);

//! The profile as a picture: one element "tooth-<FDI>" for each tooth. \a periodontal draws pocket
//! depths instead of findings.
QByteArray chartSvg(const QJsonObject &profile, bool periodontal);

constexpr int ChartWidth = 960;
constexpr int ChartHeight = 360;

} // namespace sim
