// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/availability.h"
#include "ui/day/daylayout.h"
#include "ui/day/daywords.h"

#include <QFont>
#include <QPalette>

class DayModel;
class QPainter;

//! Where a card would land while it is dragged or moved by keyboard.
struct CardGhost {
    VisitId visit;
    int column = 0;
    int startMinute = 0;
    int endMinute = 0;
    bool taken = false; //!< somebody else is there
    friend bool operator==(const CardGhost &, const CardGhost &) = default;
};

//! Everything that the picture of the day depends on.
struct DayScene {
    QList<DayColumn> columns;
    QList<CardPlace> places;
    DayFrame frame;
    DayGrouping grouping = DayGrouping::Surgeon;
    QTimeZone zone;
    QList<OpeningSpan> hours;
    QList<BusyBlock> busy;
    QHash<RoomId, QString> roomNames;
    WaitLimits limits;
    QDateTime now;
    VisitId selected;
    bool focused = false;
    std::optional<CardGhost> ghost;
    int headerHeight = 0;
};

//! Paints a DayScene: reads values, changes nothing.
class DayPainter
{
public:
    DayPainter(const DayScene &scene, const DayModel &model, const QPalette &palette,
               const QFont &font);

    //! The grid with its cards; the painter's origin is the grid's. Only what meets clip is drawn.
    void paintGrid(QPainter &painter, const QRect &clip) const;
    //! The hours beside the grid, same origin.
    void paintGutter(QPainter &painter, const QRect &clip) const;
    //! Names and live lines over the grid; the painter's origin is the header's left upper corner,
    //! shifted by horizontal scrolling.
    void paintHeader(QPainter &painter, const QRect &clip) const;

private:
    void paintOffHours(QPainter &painter) const;
    void paintLines(QPainter &painter, const QRect &clip) const;
    void paintBusy(QPainter &painter, const QRect &clip) const;
    void paintCard(QPainter &painter, const CardPlace &place) const;
    int paintMarks(QPainter &painter, const QRect &line, const CardText &text) const;
    void paintGhost(QPainter &painter) const;
    void paintNow(QPainter &painter) const;

    const DayScene &m_scene;
    const DayModel &m_model;
    const QPalette &m_palette;
    const Theme &m_theme;
    QFont m_font;
    QFont m_bold;
    QFont m_small;
};
