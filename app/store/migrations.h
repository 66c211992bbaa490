// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QSqlDatabase>

//! Brings the schema up to this program's version: every numbered file of resources/migrations in a
//! transaction of its own. A database of a newer program is refused in words and left alone.
Result<void> migrate(QSqlDatabase &db);

//! The newest schema that this program knows.
int newestSchema();

//! The statements of a migration file: a semicolon at the end of a line ends one; lines that start
//! with "--" are comments.
QStringList statementsOf(const QString &sql);
