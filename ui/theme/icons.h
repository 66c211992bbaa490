// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

//! A monochrome icon of resources/icons by name ("day", "patients", …), drawn in the palette's text
//! colour of the moment. Parsed when first painted, not when made.
QIcon themedIcon(const QString &name);
