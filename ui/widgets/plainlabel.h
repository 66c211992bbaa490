// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QBoxLayout;

//! Adds a label for words of outside systems: never read as rich text, wrapped, to be selected and
//! copied. quiet: in the colour of secondary text.
QLabel *addPlainLabel(QBoxLayout *layout, const QString &name, bool quiet = false);
