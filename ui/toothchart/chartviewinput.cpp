// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse and keyboard of ChartView: choosing, walking, typing, zooming and moving.
#include "ui/toothchart/chartview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.2;
//! A notch of a mouse wheel, in Qt's eighths of a degree.
constexpr double notch = 120;
constexpr qsizetype longestTyped = 4;

//! Teeth that stand side by side.
int rowOf(const teeth::Tooth &tooth)
{
    return (teeth::isUpper(tooth.fdi) ? 0 : 2) + (teeth::isPrimary(tooth.fdi) ? 1 : 0);
}

} // namespace

void ChartView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_from = m_to = at;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        m_drag = Drag::Panning;
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    const std::optional<ToothHit> hit = m_scene.at(toScene(at));
    if (event->button() == Qt::RightButton) {
        // The menu is about what was clicked.
        if (hit && !m_marks.selected.contains(Odontogram::mark(hit->tooth)))
            press(hit->tooth, Qt::NoModifier);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    const bool extends = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    m_before = extends ? m_marks.selected : QSet<int>();
    if (hit) {
        press(hit->tooth, event->modifiers());
        Q_EMIT clicked(*hit);
    } else if (!extends) {
        setSelected({});
    }
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_drag == Drag::Panning) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (at - m_to).x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (at - m_to).y());
        m_to = at;
        return;
    }
    if (m_pressed && m_drag == Drag::None
        && (at - m_from).manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Choosing;
    if (m_drag == Drag::Choosing) {
        m_to = at;
        hover(std::nullopt);
        chooseWithin(QRect(m_from, m_to).normalized());
        viewport()->update();
        return;
    }
    hover(m_scene.at(toScene(at)));
    viewport()->setCursor(m_space         ? Qt::OpenHandCursor
                              : m_hovered ? Qt::PointingHandCursor
                                          : Qt::ArrowCursor);
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = false;
    if (m_drag == Drag::None)
        return;
    m_drag = Drag::None;
    viewport()->setCursor(m_space ? Qt::OpenHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto hit = m_scene.at(toScene(event->position().toPoint()));
    if (hit && event->button() == Qt::LeftButton)
        Q_EMIT activated(hit->tooth);
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomAt(m_scale * std::pow(zoomStep, event->angleDelta().y() / notch),
           event->position().toPoint());
    event->accept();
}

void ChartView::press(const teeth::Tooth &tooth, Qt::KeyboardModifiers modifiers)
{
    setCurrent(tooth);
    const int key = Odontogram::mark(tooth);
    QSet<int> chosen = m_marks.selected;
    const QList<teeth::Tooth> all = m_scene.teeth();
    const qsizetype anchor = all.indexOf(m_anchor);
    if (modifiers & Qt::ShiftModifier && anchor >= 0) {
        const qsizetype here = all.indexOf(tooth);
        for (qsizetype i = std::min(anchor, here); i <= std::max(anchor, here); ++i)
            chosen.insert(Odontogram::mark(all.at(i)));
    } else if (modifiers & Qt::ControlModifier) {
        if (!chosen.remove(key))
            chosen.insert(key);
        m_anchor = tooth;
    } else {
        chosen = {key};
        m_anchor = tooth;
    }
    setSelected(chosen);
}

void ChartView::chooseWithin(const QRect &marquee)
{
    QSet<int> chosen = m_before;
    // A line has an extent too.
    const QRectF area(toScene(marquee.topLeft()), toScene(marquee.bottomRight() + QPoint(1, 1)));
    for (const teeth::Tooth &tooth : m_scene.within(area))
        chosen.insert(Odontogram::mark(tooth));
    setSelected(chosen);
}

void ChartView::goTo(const teeth::Tooth &tooth, Qt::KeyboardModifiers modifiers)
{
    setCurrent(tooth);
    ensureVisible(tooth);
    if (modifiers & Qt::ShiftModifier) {
        QSet<int> chosen = m_marks.selected;
        chosen.insert(Odontogram::mark(tooth));
        setSelected(chosen);
    } else if (!(modifiers & Qt::ControlModifier)) {
        m_anchor = tooth;
        setSelected({Odontogram::mark(tooth)});
    }
}

//! In the next row, whoever stands closest.
std::optional<teeth::Tooth> ChartView::nearestBeyond(bool below) const
{
    const QList<teeth::Tooth> all = m_scene.teeth();
    QHash<int, QList<teeth::Tooth>> rows;
    for (const teeth::Tooth &tooth : all)
        rows[rowOf(tooth)].append(tooth);
    const auto height = [&](int row) {
        qreal sum = 0;
        const QList<teeth::Tooth> &teeth = rows[row];
        for (const teeth::Tooth &tooth : teeth)
            sum += m_scene.area(tooth).center().y();
        return sum / qreal(std::max<qsizetype>(teeth.size(), 1));
    };
    const qreal from = height(rowOf(m_current));
    int next = -1;
    qreal best = 0;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const qreal off = below ? height(it.key()) - from : from - height(it.key());
        if (off > 0 && (next < 0 || off < best)) {
            next = it.key();
            best = off;
        }
    }
    if (next < 0)
        return std::nullopt;
    const qreal x = m_scene.area(m_current).center().x();
    const QList<teeth::Tooth> row = rows.value(next);
    return *std::min_element(row.cbegin(), row.cend(), [&](const auto &a, const auto &b) {
        return std::abs(m_scene.area(a).center().x() - x)
            < std::abs(m_scene.area(b).center().x() - x);
    });
}

//! The tooth to which an arrow, Home or End leads; whole: of all teeth, not of the row.
std::optional<teeth::Tooth> ChartView::neighbour(int key, bool whole) const
{
    const QList<teeth::Tooth> all = m_scene.teeth();
    if (all.isEmpty())
        return std::nullopt;
    if (!all.contains(m_current))
        return all.first();
    if (whole && key == Qt::Key_Home)
        return all.first();
    if (whole && key == Qt::Key_End)
        return all.last();
    const QPointF here = m_scene.area(m_current).center();
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        return nearestBeyond(key == Qt::Key_Down);
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    std::optional<teeth::Tooth> found;
    qreal best = 0;
    const auto consider = [&](const teeth::Tooth &tooth, qreal cost) {
        if (!found || cost < best) {
            found = tooth;
            best = cost;
        }
    };
    for (const teeth::Tooth &tooth : all) {
        const QPointF there = m_scene.area(tooth).center();
        const bool sameRow = rowOf(tooth) == rowOf(m_current);
        if (key == Qt::Key_Home && sameRow)
            consider(tooth, there.x());
        else if (key == Qt::Key_End && sameRow)
            consider(tooth, -there.x());
        else if (across && sameRow && tooth != m_current) {
            const qreal off = key == Qt::Key_Right ? there.x() - here.x() : here.x() - there.x();
            if (off > 0
                || (off == 0 && tooth.supernumerary != m_current.supernumerary
                    && (key == Qt::Key_Right) == tooth.supernumerary))
                consider(tooth, off);
        }
    }
    return found;
}

bool ChartView::walk(int key, Qt::KeyboardModifiers modifiers)
{
    const auto next = neighbour(key, modifiers & Qt::ControlModifier);
    if (!next)
        return false;
    const bool ends = key == Qt::Key_Home || key == Qt::Key_End;
    goTo(*next, ends ? modifiers & ~Qt::ControlModifier : modifiers);
    return true;
}

bool ChartView::type(const QString &text)
{
    const auto toothOf = [this](const QString &typed) -> std::optional<teeth::Tooth> {
        const bool universal = typed.startsWith(u'#');
        const QString number = universal ? typed.mid(1) : typed;
        const auto tooth =
            teeth::toothFromText(number, universal ? teeth::Notation::Universal : m_notation);
        return tooth && m_scene.teeth().contains(*tooth) ? tooth : std::nullopt;
    };
    const QChar first = text.at(0).toUpper();
    if (!first.isLetterOrNumber() && first != u'#')
        return false;
    const bool isLetter = first.isLetter();
    if (isLetter && m_notation == teeth::Notation::Fdi && (first != u'S' || m_typed.isEmpty())
        && !m_typed.startsWith(u'#'))
        return false;
    QString typed = first == u'#' ? QString() : m_typed;
    typed.append(first);
    auto tooth = toothOf(typed);
    // What leads nowhere with what was typed before begins anew.
    if (!tooth && (typed.size() > longestTyped || toothOf(m_typed).has_value())) {
        typed = first;
        tooth = toothOf(typed);
    }
    m_typed = typed;
    m_typedFor.start();
    viewport()->update();
    if (tooth)
        goTo(*tooth, Qt::NoModifier);
    return true;
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (m_settleSoon.isActive())
        settle();
    const Qt::KeyboardModifiers modifiers = event->modifiers();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (modifiers & Qt::AltModifier || !walk(event->key(), modifiers))
            event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current.fdi > 0)
            Q_EMIT activated(m_current);
        return;
    case Qt::Key_Escape:
        if (m_typed.isEmpty() && m_marks.selected.isEmpty()) {
            event->ignore();
            return;
        }
        m_typed.clear();
        m_drag = Drag::None;
        m_pressed = false;
        setSelected({});
        viewport()->update();
        return;
    case Qt::Key_Space:
        if (event->isAutoRepeat())
            return;
        if (modifiers & Qt::ControlModifier) {
            press(m_current, Qt::ControlModifier);
        } else {
            m_space = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        QSet<int> all;
        for (const teeth::Tooth &tooth : m_scene.teeth())
            all.insert(Odontogram::mark(tooth));
        setSelected(all);
        return;
    }
    const bool plain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || event->text().isEmpty() || !type(event->text()))
        event->ignore();
}

void ChartView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QAbstractScrollArea::keyReleaseEvent(event);
        return;
    }
    m_space = false;
    if (m_drag != Drag::Panning)
        viewport()->setCursor(Qt::ArrowCursor);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceFocus();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_space = false;
    m_typed.clear();
    viewport()->update();
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        Q_EMIT menuRequested(event->globalPos());
        return;
    }
    if (m_marks.selected.isEmpty() && m_current.fdi > 0)
        press(m_current, Qt::NoModifier);
    const QRect place = toothRect(m_current);
    Q_EMIT menuRequested(
        viewport()->mapToGlobal(place.isEmpty() ? viewport()->rect().center() : place.center()));
}
