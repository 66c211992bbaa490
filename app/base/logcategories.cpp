// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logcategories.h"

Q_LOGGING_CATEGORY(lcHttp, "vestibule.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOutbox, "vestibule.outbox", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "vestibule.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkflow, "vestibule.workflow", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "vestibule.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "vestibule.auth", QtInfoMsg)
