// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/calls.h"
#include "app/domain/dentalprofile.h"

#include <array>

namespace opendental {

//! One row of an exam: one kind of measure of one tooth (open-dental-api.md section 8).
struct PerioMeasure {
    Key number = 0;
    Key exam = 0;
    QString kind; //!< Probing, GingMargin, MGJ, Furcation, Mobility, SkipTooth, BleedSupPlaqCalc
    int tooth = 0; //!< Universal 1-32
    int toothValue = -1;
    std::array<int, dental::SiteCount> sites{-1, -1, -1, -1, -1, -1}; //!< by dental::Site

    PerioMeasure() = default;
    int &at(dental::Site site) { return sites.at(static_cast<std::size_t>(site)); }
    int at(dental::Site site) const { return sites.at(static_cast<std::size_t>(site)); }
    friend bool operator==(const PerioMeasure &, const PerioMeasure &) = default;
};

struct PerioExam {
    Key number = 0;
    Key patient = 0;
    QDate date;
    QString note;
    friend bool operator==(const PerioExam &, const PerioExam &) = default;
};

PerioMeasure measureFromJson(const QJsonObject &row);
QJsonObject measureToJson(const PerioMeasure &measure);
PerioExam examFromJson(const QJsonObject &row);

//! Recession in mm out of a stored margin: 0-19 as it is, 101-119 is overgrowth and negative.
//! Nothing for "not measured" and what the contract does not know.
std::optional<int> recessionOf(int storedMargin);
//! What the database keeps for a recession of -19 to 19 mm; -1 for nothing.
int storedMargin(std::optional<int> recession);

//! The exam's rows as a record of ours: depths, margins, flags, mobility, furcation. Skipped teeth
//! are left out and listed in skipped (FDI).
PeriodontalRecord recordOf(const PerioExam &exam, const QList<PerioMeasure> &measures,
                           QList<int> *skipped = nullptr);

//! Where a furcation is entered on that tooth; empty = it has one root.
QList<dental::Site> furcationSites(int fdi);
//! Why a row must not be written, in words: the office's program checks less than it should.
Result<void> mayWrite(const PerioMeasure &measure);

//! Periodontal exams of one office.
class Perio
{
public:
    //! lane outlives this.
    explicit Perio(Lane *lane) : m_calls(lane) { }

    Task<QList<PerioExam>> exams(Key patient);
    Task<PeriodontalRecord> record(PerioExam exam);
    Task<QList<PerioMeasure>> measures(Key exam);
    Task<PerioExam> makeExam(Key patient, QDate date);
    Task<void> removeExam(Key exam);
    //! Makes the row, or changes the one of that tooth and kind that is there.
    Task<PerioMeasure> write(PerioMeasure measure);

private:
    Calls m_calls;
};

} // namespace opendental
