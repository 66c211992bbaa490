// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

#include <QTimeZone>
#include <QWidget>

//! How far a visit has come: five points on a line, with the times kept under them.
class StageLine : public QWidget
{
    Q_OBJECT

public:
    explicit StageLine(QTimeZone zone, QWidget *parent = nullptr);
    void setEntry(const DayEntry &entry);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    //! What stands under each point, and how many points are done; the current one is the last of
    //! them. No point for visits that never take place.
    struct Stages {
        QStringList words;
        QStringList times;
        int current = 0;
    };
    static Stages stages(const DayEntry &entry, const QTimeZone &zone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont(bool strong) const;

    QTimeZone m_zone;
    Stages m_stages;
};
