// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/outbox/outbox.h"
#include "app/settings/settings.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class SystemLight;

//! How each outside system fares: light, last contact, calls of today against the allowance.
class SystemBoard : public QWidget
{
    Q_OBJECT

public:
    SystemBoard(const Settings &settings, Clock clock, QWidget *parent = nullptr);
    //! allowance: calls per day; 0 = none known.
    void show(Service service, const Outbox::ServiceState &state, int calls, int allowance);

    //! The systems this desk speaks with, in the order of the lights.
    static QList<Service> systems(const Settings &settings);

Q_SIGNALS:
    void tryAgain(Service service);

private:
    struct Line {
        SystemLight *light = nullptr;
        QLabel *contact = nullptr;
        QLabel *calls = nullptr;
    };

    QTimeZone m_zone;
    Clock m_clock;
    QHash<Service, Line> m_lines;
};

//! Sets a light from what the outbox knows.
void showState(SystemLight *light, const Outbox::ServiceState &state, const QDateTime &now,
               const QTimeZone &zone);
