// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

#include <QImage>
#include <QMap>
#include <QPointF>

//! A chart as a vendor might draw it, with a known place for each tooth and surface.
class DrawnMouth
{
public:
    //! numbers: ids in Universal numbering. Primary and mixed mouths too.
    explicit DrawnMouth(dental::Dentition dentition, bool universal = false);

    //! With an id on each tooth and surface, or on nothing.
    QByteArray svg(bool withIds) const;
    QImage png() const;
    QList<int> teeth() const { return m_teeth; }
    //! The middle of a surface, in the picture's units.
    QMap<dental::Surface, QPointF> surfaces(int fdi) const;

    static constexpr int width = 960;
    static constexpr int height = 360;

private:
    QRectF box(int fdi) const;

    dental::Dentition m_dentition;
    bool m_universal;
    QList<int> m_teeth;
};
