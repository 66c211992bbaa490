// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

#include <QStringList>

//! What changed at one tooth between two dates, in words.
struct ToothChange {
    teeth::Tooth tooth;
    QStringList words;
    friend bool operator==(const ToothChange &, const ToothChange &) = default;
};

//! Teeth that stand differently in two profiles of one patient, sorted; each difference once.
QList<ToothChange> chartChanges(const DentalProfile &before, const DentalProfile &after);
