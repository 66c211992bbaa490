// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// A log line names ids, never a person; queries and bodies are never logged.
Q_DECLARE_LOGGING_CATEGORY(lcHttp) // vestibule.http
Q_DECLARE_LOGGING_CATEGORY(lcOutbox) // vestibule.outbox
Q_DECLARE_LOGGING_CATEGORY(lcStore) // vestibule.store
Q_DECLARE_LOGGING_CATEGORY(lcWorkflow) // vestibule.workflow
Q_DECLARE_LOGGING_CATEGORY(lcUi) // vestibule.ui
Q_DECLARE_LOGGING_CATEGORY(lcAuth) // vestibule.auth
