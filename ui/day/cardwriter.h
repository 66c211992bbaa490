// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/day/daywords.h"

#include <QFont>
#include <QRect>

class QPainter;
class TextRun;

//! Writes a card's words, as many lines as its rectangle holds. The painter is clipped to the card.
class CardWriter
{
public:
    CardWriter(QPainter &painter, const QRect &card, const StageColours &colours,
               const QFont &font);

    //! Where the first line goes; marks may take some of its right end.
    const QRect &firstLine() const { return m_line; }
    //! marks: the width that they took.
    void write(const CardText &text, const QFont &nameFont, int marks);

private:
    //! Name and time; answers where the line goes on.
    int writeName(const CardText &text, const QFont &nameFont, const QRect &where);
    void writeRest(const CardText &text, const TextRun &standing, const QString &standingText);
    void writeWrapped(const QString &text, int lines);
    void writeMuted(const QRect &where, const QString &text);

    QPainter &m_painter;
    const StageColours &m_colours;
    QFont m_font;
    QRect m_card;
    QRect m_line; //!< the next one
    int m_lines = 1;
};
