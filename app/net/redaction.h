// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

//! A URL as it may be logged: no query, no fragment, no user, ids in the path replaced by "{id}".
QString redactedUrl(QStringView url);
