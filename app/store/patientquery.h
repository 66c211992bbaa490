// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QStringView>

//! What somebody typed, taken apart.
struct PatientQuery {
    QList<QByteArray> words; //!< folded
    QList<QByteArray> digits; //!< any of these forms
    QDate birth;
    QDate maybeBirth; //!< eight digits may be a date as well as a number

    static PatientQuery parsed(QStringView text);
    bool isEmpty() const { return words.isEmpty() && digits.isEmpty() && !birth.isValid(); }
};
