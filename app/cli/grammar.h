// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What may be said after AREA VERB (cli.md); the one place that knows.
struct VerbForm {
    QString area;
    QString verb;
    int least = 0; //!< positional arguments
    int most = 0;
    QStringList options; //!< --name VALUE
    QStringList required; //!< of these
    QStringList flags; //!< --name
    QString words; //!< the arguments as usage shows them
};

//! All verbs of all areas, in the order of the usage text.
const QList<VerbForm> &verbForms();
//! The form of that verb, or none.
const VerbForm *verbForm(const QString &area, const QString &verb);
//! One line: "vestibule-cli visit cancel ID --why W".
QString usageOf(const VerbForm &form);
//! The verbs of an area, or the areas when there is none of that name.
QString usageOfArea(const QString &area);
//! Everything that --help prints.
QString usageText();
