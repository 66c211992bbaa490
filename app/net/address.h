// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

//! True for https anywhere, and for plain http to this computer or to a private address of the
//! local network. Names other than localhost are refused over http: nobody knows where they lead.
bool mayCarryPatients(const QUrl &url);

//! The same scheme, host and port: what a token may go to.
bool isSameOrigin(const QUrl &one, const QUrl &other);

//! base, a slash, and the percent-encoded path as it stands; the query's values are encoded so that
//! a blank is %20 and a plus %2B.
QUrl joinedUrl(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query);
