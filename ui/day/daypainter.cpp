// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/daypainter.h"

#include "ui/day/cardwriter.h"
#include "ui/day/daymodel.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace {

QFont bolder(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

DayPainter::DayPainter(const DayScene &scene, const DayModel &model, const QPalette &palette,
                       const QFont &font)
    : m_scene(scene), m_model(model), m_palette(palette), m_theme(Theme::of(palette)), m_font(font),
      m_bold(bolder(font)), m_small(smallFont(font))
{
}

void DayPainter::paintGrid(QPainter &painter, const QRect &clip) const
{
    painter.fillRect(clip, m_palette.color(QPalette::Base));
    paintOffHours(painter);
    paintLines(painter, clip);
    paintBusy(painter, clip);
    paintNow(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CardPlace &place : m_scene.places) {
        if (place.rect.intersects(clip))
            paintCard(painter, place);
    }
    // Over the cards only as a hint: what they say must stay readable.
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setOpacity(0.4);
    paintNow(painter);
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGhost(painter);
}

void DayPainter::paintOffHours(QPainter &painter) const
{
    const DayFrame &frame = m_scene.frame;
    for (int column = 0; column < m_scene.columns.size(); ++column) {
        const auto shade = [&](int from, int to) {
            if (to > from)
                painter.fillRect(QRect(frame.x(column), frame.y(from), frame.columnWidth,
                                       frame.y(to) - frame.y(from)),
                                 m_theme.offHours);
        };
        QList<QPair<int, int>> open;
        for (const OpeningSpan &span : m_scene.hours) {
            if (span.weekday == m_scene.columns[column].date.dayOfWeek())
                open.append({span.from.msecsSinceStartOfDay() / 60000,
                             span.to.msecsSinceStartOfDay() / 60000});
        }
        std::sort(open.begin(), open.end());
        int closedSince = frame.firstMinute;
        for (const auto &[from, to] : std::as_const(open)) {
            shade(closedSince, qMin(from, frame.lastMinute));
            closedSince = qMax(closedSince, to);
        }
        shade(closedSince, frame.lastMinute);
    }
}

void DayPainter::paintLines(QPainter &painter, const QRect &clip) const
{
    const DayFrame &frame = m_scene.frame;
    const int right = frame.width();
    // Five-minute lines only where they are far enough apart to be told from each other.
    const int step = frame.pixelsPerMinute * 5 >= 14 ? 5
        : frame.pixelsPerMinute * 15 >= 26           ? 15
                                                     : 30;
    for (int minute = frame.firstMinute; minute <= frame.lastMinute; minute += step) {
        const int y = frame.y(minute);
        if (y < clip.top() - 1 || y > clip.bottom() + 1)
            continue;
        painter.setPen(minute % 30 == 0 ? m_theme.grid : m_theme.gridFine);
        painter.drawLine(frame.left, y, right, y);
    }
    for (int column = 0; column <= m_scene.columns.size(); ++column) {
        const bool newDay = column > 0 && column < m_scene.columns.size()
            && m_scene.columns[column].date != m_scene.columns[column - 1].date;
        painter.setPen(newDay ? QPen(m_palette.color(QPalette::Mid), 2) : QPen(m_theme.grid));
        painter.drawLine(frame.x(column), clip.top(), frame.x(column), clip.bottom());
    }
}

void DayPainter::paintBusy(QPainter &painter, const QRect &clip) const
{
    if (m_scene.grouping != DayGrouping::Surgeon)
        return;
    const DayFrame &frame = m_scene.frame;
    for (int column = 0; column < m_scene.columns.size(); ++column) {
        const DayColumn &shown = m_scene.columns[column];
        for (const BusyBlock &block : m_scene.busy) {
            if (block.provider != shown.provider)
                continue;
            const int from =
                qMax(frame.firstMinute, minuteOf(block.start, shown.date, m_scene.zone));
            const int to = qMin(frame.lastMinute, minuteOf(block.end, shown.date, m_scene.zone));
            const QRect rect(frame.x(column) + 1, frame.y(from), frame.columnWidth - 1,
                             frame.y(to) - frame.y(from));
            if (to <= from || !rect.intersects(clip))
                continue;
            painter.fillRect(rect, m_theme.offHours);
            painter.fillRect(rect, QBrush(m_theme.hatch, Qt::BDiagPattern));
            const QString word = QCoreApplication::translate("DayPainter", "Busy");
            const QFontMetrics metrics(m_small);
            if (rect.height() > metrics.height() + 6) {
                const QRect label(rect.left() + frame.gap + 4, rect.top() + 4,
                                  metrics.horizontalAdvance(word) + 8, metrics.height() + 2);
                painter.fillRect(label, m_theme.offHours);
                painter.setFont(m_small);
                painter.setPen(m_theme.muted);
                painter.drawText(label, Qt::AlignCenter, word);
            }
        }
    }
}

void DayPainter::paintCard(QPainter &painter, const CardPlace &place) const
{
    const DayEntry &entry = m_model.entries().at(place.row);
    const WaitLevel level = waitLevel(entry, m_scene.now, m_scene.limits);
    const StageColours &colours = stageColours(m_theme, entry.visit.state, level);
    const bool lifted = m_scene.ghost && m_scene.ghost->visit == entry.visit.id;
    painter.save();
    if (lifted)
        painter.setOpacity(0.45);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(place.rect), 4, 4);
    painter.fillPath(shape, colours.fill);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    const bool dashed =
        entry.visit.state == VisitState::NoShow || entry.visit.state == VisitState::Cancelled;
    const QRect edge(place.rect.left(), place.rect.top(), 4, place.rect.height());
    painter.fillRect(edge, dashed ? QBrush(colours.edge, Qt::Dense4Pattern) : QBrush(colours.edge));
    painter.restore();
    if (entry.visit.id == m_scene.selected) {
        const qreal width = m_scene.focused ? 2 : 1.5;
        painter.setPen(QPen(m_palette.color(QPalette::Highlight), width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(place.rect).adjusted(-0.5, -0.5, 0.5, 0.5), 4.5, 4.5);
    }
    const CardText text = cardText(entry, m_model.isHomonym(place.row), m_scene.now, m_scene.zone);
    QFont bold = m_bold;
    if (entry.visit.state == VisitState::Cancelled)
        bold.setStrikeOut(true);
    painter.setClipRect(place.rect, Qt::IntersectClip);
    CardWriter writer(painter, place.rect, colours, m_font);
    writer.write(text, bold, paintMarks(painter, writer.firstLine(), text));
    painter.restore();
}

int DayPainter::paintMarks(QPainter &painter, const QRect &line, const CardText &text) const
{
    const int size = qMax(10, line.height() - 3);
    int right = line.right();
    // On a narrow card the name needs the room; the notes below say the rest.
    const bool narrow = line.width() < QFontMetrics(m_font).averageCharWidth() * 20;
    const auto badge = [&](const QColor &colour, const QString &glyph) {
        const QRectF round(right - size + 1, line.top() + (line.height() - size) / 2.0, size, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(round);
        QFont font = m_bold;
        font.setPixelSize(qMax(8, size * 7 / 10));
        painter.setFont(font);
        painter.setPen(m_palette.color(QPalette::Base));
        painter.drawText(round, Qt::AlignCenter, glyph);
        right -= size + 3;
    };
    if (text.failed)
        badge(m_theme.danger, u"!"_s);
    if (text.decide)
        badge(m_theme.warning, u"?"_s);
    if (text.alert) {
        // A triangle: told from the round marks without its colour.
        const QRectF box(right - size + 1, line.top() + (line.height() - size) / 2.0, size, size);
        QPainterPath triangle;
        triangle.moveTo(box.center().x(), box.top());
        triangle.lineTo(box.bottomRight());
        triangle.lineTo(box.bottomLeft());
        triangle.closeSubpath();
        painter.fillPath(triangle, m_theme.danger);
        QFont font = m_bold;
        font.setPixelSize(qMax(7, size * 6 / 10));
        painter.setFont(font);
        painter.setPen(m_palette.color(QPalette::Base));
        painter.drawText(box.adjusted(0, size * 0.22, 0, 0), Qt::AlignCenter, u"!"_s);
        right -= size + 3;
    }
    if (text.homonym && !narrow)
        badge(m_theme.muted, u"2"_s);
    if (text.sending && !text.failed && !narrow)
        badge(m_theme.muted, u"↑"_s);
    return line.right() - right;
}

void DayPainter::paintGhost(QPainter &painter) const
{
    if (!m_scene.ghost)
        return;
    const CardGhost &ghost = *m_scene.ghost;
    const DayFrame &frame = m_scene.frame;
    const QRect rect(
        frame.x(ghost.column) + frame.gap, frame.y(ghost.startMinute) + 1,
        frame.columnWidth - 2 * frame.gap,
        qMax(frame.minimumHeight, frame.y(ghost.endMinute) - frame.y(ghost.startMinute) - 2));
    const QColor line = ghost.taken ? m_theme.danger : m_palette.color(QPalette::Highlight);
    QColor fill = line;
    fill.setAlpha(40);
    painter.setPen(QPen(line, 2, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
    const DayColumn &column = m_scene.columns[ghost.column];
    const QString span = QString(
        wording::time(momentOf(column.date, ghost.startMinute, m_scene.zone), m_scene.zone) + u'–'
        + wording::time(momentOf(column.date, ghost.endMinute, m_scene.zone), m_scene.zone));
    const QFontMetrics metrics(m_bold);
    const QRect label(rect.left() + 8, rect.top() + 4, metrics.horizontalAdvance(span) + 10,
                      metrics.height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawRoundedRect(label, 3, 3);
    painter.setFont(m_bold);
    painter.setPen(m_palette.color(ghost.taken ? QPalette::Base : QPalette::HighlightedText));
    painter.drawText(label, Qt::AlignCenter, span);
}

void DayPainter::paintNow(QPainter &painter) const
{
    const DayFrame &frame = m_scene.frame;
    const QDate today = m_scene.now.toTimeZone(m_scene.zone).date();
    const int minute = minuteOf(m_scene.now, today, m_scene.zone);
    if (minute < frame.firstMinute || minute > frame.lastMinute)
        return;
    const int y = frame.y(minute);
    painter.setPen(QPen(m_theme.nowLine, 2));
    for (int column = 0; column < m_scene.columns.size(); ++column) {
        if (m_scene.columns[column].date == today)
            painter.drawLine(frame.x(column), y, frame.x(column) + frame.columnWidth, y);
    }
}

void DayPainter::paintGutter(QPainter &painter, const QRect &clip) const
{
    const DayFrame &frame = m_scene.frame;
    painter.fillRect(QRect(0, clip.top(), frame.left, clip.height()),
                     m_palette.color(QPalette::Base));
    painter.setPen(m_theme.frame);
    painter.drawLine(frame.left, clip.top(), frame.left, clip.bottom());
    painter.setFont(m_small);
    const QFontMetrics metrics(m_small);
    const int step = frame.pixelsPerMinute * 15 >= metrics.height() * 2 ? 15 : 60;
    const QDate today = m_scene.now.toTimeZone(m_scene.zone).date();
    const bool showsToday =
        std::any_of(m_scene.columns.begin(), m_scene.columns.end(),
                    [&](const DayColumn &column) { return column.date == today; });
    const int nowMinute = minuteOf(m_scene.now, today, m_scene.zone);
    for (int minute = frame.firstMinute; minute <= frame.lastMinute; minute += step) {
        const int y = frame.y(minute);
        // The label of the moment takes the place of one that it would cover.
        if (y < clip.top() - metrics.height() || y > clip.bottom() + metrics.height()
            || (showsToday && qAbs(frame.y(nowMinute) - y) < metrics.height()))
            continue;
        painter.setPen(m_theme.muted);
        const QString label =
            u"%1:%2"_s.arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
        const int top = qMax(y - metrics.height() / 2, 1);
        painter.drawText(QRect(0, top, frame.left - 7, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, label);
    }
    if (showsToday && nowMinute >= frame.firstMinute && nowMinute <= frame.lastMinute) {
        const int y = frame.y(nowMinute);
        painter.setFont(smallFont(m_bold));
        painter.setPen(m_theme.nowLine);
        painter.drawText(QRect(0, y - metrics.height() / 2, frame.left - 7, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         wording::time(m_scene.now, m_scene.zone));
    }
}

void DayPainter::paintHeader(QPainter &painter, const QRect &clip) const
{
    const DayFrame &frame = m_scene.frame;
    painter.fillRect(clip, m_palette.color(QPalette::Base));
    const QFontMetrics metrics(m_font);
    const QFontMetrics boldMetrics(m_bold);
    QSet<QDate> dates;
    for (const DayColumn &column : m_scene.columns)
        dates.insert(column.date);
    const QDate today = m_scene.now.toTimeZone(m_scene.zone).date();
    for (int index = 0; index < m_scene.columns.size(); ++index) {
        const DayColumn &column = m_scene.columns[index];
        const int left = frame.x(index);
        if (left > clip.right() || left + frame.columnWidth < clip.left())
            continue;
        QRect cell(left + 10, 5, frame.columnWidth - 14, boldMetrics.height());
        if (dates.size() > 1) {
            const bool first = index == 0 || m_scene.columns[index - 1].date != column.date;
            if (first) {
                painter.setFont(m_bold);
                painter.setPen(column.date == today ? m_palette.color(QPalette::Link)
                                                    : m_theme.muted);
                int last = index;
                while (last + 1 < m_scene.columns.size()
                       && m_scene.columns[last + 1].date == column.date)
                    ++last;
                QRect day = cell;
                day.setRight(frame.x(last + 1) - 4);
                painter.drawText(day, Qt::AlignLeft | Qt::AlignVCenter,
                                 boldMetrics.elidedText(wording::longDate(column.date),
                                                        Qt::ElideRight, day.width()));
            }
            cell.translate(0, boldMetrics.height() + 2);
        }
        painter.setFont(m_bold);
        painter.setPen(m_palette.color(QPalette::WindowText));
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                         boldMetrics.elidedText(column.title, Qt::ElideRight, cell.width()));
        cell.translate(0, boldMetrics.height() + 1);
        const LiveLine line = liveLine(column, m_scene.grouping, m_model.entries(), m_scene.busy,
                                       m_scene.now, m_scene.zone);
        const QString room = m_scene.grouping == DayGrouping::Surgeon
            ? m_scene.roomNames.value(line.room)
            : QString();
        painter.setFont(m_font);
        painter.setPen(line.kind == LiveLine::Kind::Late ? m_theme.danger : m_theme.muted);
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(liveLineText(line, room, m_scene.zone), Qt::ElideRight,
                                            cell.width()));
        painter.setPen(m_theme.grid);
        const bool newDay = index == 0 || m_scene.columns[index - 1].date != column.date;
        painter.drawLine(left, dates.size() > 1 && !newDay ? boldMetrics.height() + 7 : 0, left,
                         m_scene.headerHeight);
    }
    painter.setPen(m_theme.frame);
    painter.drawLine(clip.left(), m_scene.headerHeight - 1, clip.right(), m_scene.headerHeight - 1);
}
