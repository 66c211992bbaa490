// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/flow.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace sim {

Flow::Flow(Find find, bool on, int delayMs) : m_find(std::move(find)), m_on(on), m_delayMs(delayMs)
{
    if (Service *crm = m_find(u"zoho"_s)) {
        crm->setObserver([this](const QString &module, const QString &id) {
            if (m_on)
                QTimer::singleShot(m_delayMs, this,
                                   [this, module, id] { createdInCrm(module, id); });
        });
    }
}

void Flow::set(bool on, int delayMs)
{
    m_on = on;
    m_delayMs = delayMs;
}

void Flow::createdInCrm(const QString &, const QString &) { }

} // namespace sim
