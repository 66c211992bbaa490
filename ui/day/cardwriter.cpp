// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/cardwriter.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

using namespace Qt::StringLiterals;

//! One line of text, shaped once for measuring and drawing: shaping is most of what a full day's
//! cards cost.
class TextRun
{
public:
    TextRun(const QString &text, const QFont &font) : m_layout(text, font)
    {
        m_layout.setCacheEnabled(true);
        m_layout.beginLayout();
        QTextLine line = m_layout.createLine();
        if (line.isValid()) {
            line.setNumColumns(int(text.size()));
            m_width = qCeil(line.naturalTextWidth());
        }
        m_layout.endLayout();
    }

    int width() const { return m_width; }

    //! At the left edge, elided where it does not fit; answers the width it took.
    int draw(QPainter &painter, const QRect &where) const
    {
        if (m_width <= where.width()) {
            m_layout.draw(&painter, where.topLeft());
            return m_width;
        }
        const QFontMetrics metrics(m_layout.font());
        const TextRun elided(metrics.elidedText(m_layout.text(), Qt::ElideRight, where.width()),
                             m_layout.font());
        elided.m_layout.draw(&painter, where.topLeft());
        return elided.m_width;
    }

private:
    QTextLayout m_layout;
    int m_width = 0;
};

namespace {

const QString separator = u" · "_s;

//! The stage, the sum and the notes in one line.
QString standingOf(const CardText &text, const QString &stage)
{
    QStringList standing{stage};
    if (!text.total.isEmpty())
        standing.append(text.total);
    return (standing + text.notes).join(separator);
}

} // namespace

CardWriter::CardWriter(QPainter &painter, const QRect &card, const StageColours &colours,
                       const QFont &font)
    : m_painter(painter), m_colours(colours), m_font(font), m_card(card)
{
    const int height = QFontMetrics(font).height();
    const int padding = qMin(5, qMax(0, (card.height() - height) / 2));
    m_line = QRect(card.left() + 10, card.top() + padding, card.width() - 14, height);
    m_lines = qMax(1, (card.height() - padding + 2) / height);
}

void CardWriter::write(const CardText &text, const QFont &nameFont, int marks)
{
    QRect line = m_line;
    line.setRight(line.right() - marks);
    const int x = writeName(text, nameFont, line);
    QString standingText = standingOf(text, text.stage);
    const int room = m_line.width();
    std::optional<TextRun> standing(std::in_place, standingText, m_font);
    const QFontMetrics metrics(m_font);
    if (standing->width() > room && metrics.horizontalAdvance(text.stage) > room) {
        standingText = standingOf(text, text.shortStage);
        standing.emplace(standingText, m_font);
    }
    if (m_lines == 1) {
        line.setLeft(x);
        if (line.width() > metrics.averageCharWidth() * 6)
            writeMuted(line, QString(separator + standingText));
        return;
    }
    m_line.translate(0, m_line.height());
    writeRest(text, *standing, standingText);
}

int CardWriter::writeName(const CardText &text, const QFont &nameFont, const QRect &where)
{
    const int blank = QFontMetrics(m_font).horizontalAdvance(u' ') + 1;
    const TextRun name(text.name, nameFont);
    std::optional<TextRun> when(std::in_place, text.span, m_font);
    if (name.width() + blank + when->width() > where.width())
        when.emplace(text.time, m_font);
    // The name comes first: on a narrow card its place says the time.
    const int rest = where.width() - when->width() - blank;
    const bool narrow = where.width() < QFontMetrics(m_font).averageCharWidth() * 30;
    const bool withTime = rest > (narrow ? name.width() : qMin(name.width(), where.width() / 2));
    QRect room = where;
    if (withTime)
        room.setWidth(rest);
    m_painter.setPen(m_colours.text);
    room.setLeft(room.left() + name.draw(m_painter, room) + blank);
    if (!withTime)
        return room.left();
    room.setRight(where.right());
    when->draw(m_painter, room);
    return room.left() + when->width();
}

void CardWriter::writeRest(const CardText &text, const TextRun &standing,
                           const QString &standingText)
{
    if (text.reason.isEmpty()) {
        m_painter.setPen(m_colours.muted);
        standing.draw(m_painter, m_line);
        return;
    }
    if (m_lines == 2) {
        // The stage must not be lost behind a long reason.
        const QFontMetrics metrics(m_font);
        const QString after = QString(separator + standingText);
        const int room =
            qMax(m_line.width() / 2, m_line.width() - metrics.horizontalAdvance(after));
        writeMuted(m_line, QString(metrics.elidedText(text.reason, Qt::ElideRight, room) + after));
        return;
    }
    m_painter.setPen(m_colours.text);
    TextRun(text.reason, m_font).draw(m_painter, m_line);
    m_line.translate(0, m_line.height());
    if (standing.width() > m_line.width()) {
        writeWrapped(standingText, m_lines - 2);
        return;
    }
    m_painter.setPen(m_colours.muted);
    standing.draw(m_painter, m_line);
}

void CardWriter::writeWrapped(const QString &text, int lines)
{
    // What does not fit into one line goes on in the next ones; the last says when there is more.
    QTextOption wrapped;
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, m_font);
    layout.setTextOption(wrapped);
    layout.beginLayout();
    for (int left = lines; left > 0; --left) {
        QTextLine piece = layout.createLine();
        if (!piece.isValid())
            break;
        piece.setLineWidth(m_line.width());
        const qsizetype length = left == 1 ? -1 : piece.textLength();
        QString words = text.mid(piece.textStart(), length).trimmed();
        // No separator at the end or the beginning of a line.
        if (words.endsWith(u'·'))
            words.chop(1);
        if (words.startsWith(u'·'))
            words.remove(0, 1);
        writeMuted(m_line, words.trimmed());
        m_line.translate(0, m_line.height());
    }
    layout.endLayout();
}

void CardWriter::writeMuted(const QRect &where, const QString &text)
{
    m_painter.setPen(m_colours.muted);
    TextRun(text, m_font).draw(m_painter, where);
}
