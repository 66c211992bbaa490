// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse and keyboard of DayView: choosing, walking, dragging and moving cards.
#include "ui/day/daymodel.h"
#include "ui/day/dayview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace {

constexpr int snapMinutes = 5;
constexpr int coarseMinutes = 15;
constexpr int queuedMinutes = 30;

int snapped(int minute)
{
    return (minute + snapMinutes / 2) / snapMinutes * snapMinutes;
}

} // namespace

bool DayView::isResizeEdge(const CardPlace &place, const QPoint &at) const
{
    const int grip = qMin(6, place.rect.height() / 4);
    return at.y() > place.rect.bottom() - grip;
}

void DayView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() != Qt::LeftButton || position.y() < m_scene.headerHeight
        || position.x() < m_scene.frame.left)
        return;
    if (isPlacing()) {
        dragQueued(position);
        dropGhost();
        return;
    }
    if (m_scene.ghost)
        abortGhost();
    const QPoint at = toGrid(position);
    const CardPlace *place = placeAt(at);
    if (!place) {
        select({});
        return;
    }
    const DayEntry &entry = m_model->entries().at(place->row);
    if (m_editable && isMovable(entry.visit.state))
        m_press = Press{entry.visit.id, at, isResizeEdge(*place, at)};
    select(entry.visit.id);
}

void DayView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (isPlacing()) {
        dragQueued(position);
        return;
    }
    if (!m_press) {
        const CardPlace *place = placeAt(toGrid(position));
        const bool edge = place && m_editable && position.y() > m_scene.headerHeight
            && isResizeEdge(*place, toGrid(position))
            && isMovable(m_model->entries().at(place->row).visit.state);
        viewport()->setCursor(edge ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_scene.ghost
        && (toGrid(position) - m_press->at).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_scene.ghost)
        m_autoScroll.start(60, this);
    dragGhost(position);
}

void DayView::dragGhost(const QPoint &position)
{
    if (!m_press)
        return;
    const CardPlace *place = placeOf(m_press->visit);
    if (!place)
        return;
    m_dragAt = position;
    const QPoint at = toGrid(position);
    const DayFrame &frame = m_scene.frame;
    const int shift = qRound((at.y() - m_press->at.y()) / frame.pixelsPerMinute);
    CardGhost ghost{m_press->visit, place->column, place->startMinute, place->endMinute, false};
    if (m_press->resize) {
        ghost.endMinute = qMax(ghost.startMinute + snapMinutes, snapped(place->endMinute + shift));
    } else {
        const int length = place->endMinute - place->startMinute;
        if (const int column = frame.columnAt(at.x()); column >= 0)
            ghost.column = column;
        ghost.startMinute = qBound(frame.firstMinute, snapped(place->startMinute + shift),
                                   frame.lastMinute - length);
        ghost.endMinute = ghost.startMinute + length;
    }
    setGhost(ghost);
}

//! What is picked up has no card yet: it comes from the waiting list for a slot.
bool DayView::isPlacing() const
{
    return m_scene.ghost && !placeOf(m_scene.ghost->visit);
}

void DayView::dragQueued(const QPoint &position)
{
    const QPoint at = toGrid(position);
    CardGhost ghost = *m_scene.ghost;
    const int length = ghost.endMinute - ghost.startMinute;
    if (const int column = m_scene.frame.columnAt(at.x()); column >= 0)
        ghost.column = column;
    ghost.startMinute = qBound(m_scene.frame.firstMinute, snapped(m_scene.frame.minuteAt(at.y())),
                               m_scene.frame.lastMinute - length);
    ghost.endMinute = ghost.startMinute + length;
    setGhost(ghost);
}

bool DayView::isInGrid(const QPoint &position) const
{
    return viewport()->rect().contains(position) && position.y() >= m_scene.headerHeight
        && position.x() >= m_scene.frame.left;
}

void DayView::dragIn(const VisitId &id, const QPoint &globalPosition)
{
    const QPoint position = viewport()->mapFromGlobal(globalPosition);
    const DayEntry *entry = m_model->entry(id);
    if (!m_editable || !entry || m_scene.columns.isEmpty() || !isInGrid(position)) {
        if (m_scene.ghost)
            abortGhost();
        return;
    }
    if (!m_scene.ghost || m_scene.ghost->visit != id)
        pickUpQueued(*entry);
    dragQueued(position);
}

void DayView::dropIn(const QPoint &globalPosition)
{
    if (m_scene.ghost && isInGrid(viewport()->mapFromGlobal(globalPosition)))
        dropGhost();
    else if (m_scene.ghost)
        abortGhost();
}

void DayView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_autoScroll.stop();
    const bool pressed = m_press.has_value();
    m_press.reset();
    if (m_scene.ghost && pressed)
        dropGhost();
}

void DayView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() != Qt::LeftButton || position.y() < m_scene.headerHeight
        || position.x() < m_scene.frame.left)
        return;
    m_press.reset();
    const QPoint at = toGrid(position);
    if (const CardPlace *place = placeAt(at)) {
        Q_EMIT opened(m_model->entries().at(place->row).visit.id);
        return;
    }
    const int column = m_scene.frame.columnAt(at.x());
    if (column < 0 || !m_editable)
        return;
    const int start = m_scene.frame.minuteAt(at.y()) / coarseMinutes * coarseMinutes;
    Q_EMIT slotChosen(slotOf({VisitId(), column, start, start + 30, false}));
}

void DayView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.15, event->angleDelta().y() / 120.0));
    event->accept();
}

void DayView::keyPressEvent(QKeyEvent *event)
{
    if (m_scene.ghost && moveGhost(event))
        return;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::AltModifier) {
            pickUp();
            moveGhost(event);
        } else {
            walk(event->key());
        }
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        walk(event->key());
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_PageUp
                                               ? QAbstractSlider::SliderPageStepSub
                                               : QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        if (placeOf(m_scene.selected))
            Q_EMIT opened(m_scene.selected);
        return;
    default:
        break;
    }
    event->ignore();
}

void DayView::walk(int key)
{
    if (m_scene.places.isEmpty())
        return;
    const CardPlace *current = placeOf(m_scene.selected);
    const CardPlace *target = nullptr;
    if (!current) {
        target = &m_scene.places.first();
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        // The nearest column with cards, and there the card nearest in time.
        const int step = key == Qt::Key_Left ? -1 : 1;
        for (int column = current->column + step;
             !target && column >= 0 && column < m_scene.columns.size(); column += step) {
            for (const CardPlace &place : m_scene.places) {
                if (place.column == column
                    && (!target
                        || qAbs(place.startMinute - current->startMinute)
                            < qAbs(target->startMinute - current->startMinute)))
                    target = &place;
            }
        }
    } else {
        QList<const CardPlace *> column;
        for (const CardPlace &place : m_scene.places) {
            if (place.column == current->column)
                column.append(&place);
        }
        const qsizetype at = column.indexOf(current);
        if (key == Qt::Key_Home)
            target = column.first();
        else if (key == Qt::Key_End)
            target = column.last();
        else if (key == Qt::Key_Up && at > 0)
            target = column[at - 1];
        else if (key == Qt::Key_Down && at + 1 < column.size())
            target = column[at + 1];
    }
    if (target)
        select(m_model->entries().at(target->row).visit.id);
}

//! Half an hour of the surgeon's own column, from the next quarter of an hour that is in sight.
void DayView::pickUpQueued(const DayEntry &entry)
{
    if (m_scene.columns.isEmpty())
        return;
    int column = 0;
    for (int i = 0; i < int(m_scene.columns.size()); ++i) {
        if (m_scene.columns.at(i).provider == entry.appointment.slot.provider) {
            column = i;
            break;
        }
    }
    const DayFrame &frame = m_scene.frame;
    const int middle = frame.minuteAt(verticalScrollBar()->value() + (viewport()->height() / 2));
    const int start = qBound(frame.firstMinute, middle / coarseMinutes * coarseMinutes,
                             qMax(frame.firstMinute, frame.lastMinute - queuedMinutes));
    setFocus();
    setGhost({entry.visit.id, column, start, start + queuedMinutes, false});
}

void DayView::pickUp()
{
    const CardPlace *place = placeOf(m_scene.selected);
    const DayEntry *entry = m_model->entry(m_scene.selected);
    if (m_editable && entry && !entry->appointment.slot.isGiven()) {
        pickUpQueued(*entry);
        return;
    }
    if (!m_editable || !place || !isMovable(m_model->entries().at(place->row).visit.state))
        return;
    setFocus();
    setGhost({m_scene.selected, place->column, place->startMinute, place->endMinute, false});
}

bool DayView::moveGhost(QKeyEvent *event)
{
    if (!m_scene.ghost)
        return false;
    CardGhost ghost = *m_scene.ghost;
    const int step = event->modifiers() & Qt::ShiftModifier ? coarseMinutes : snapMinutes;
    const bool length = event->modifiers() & Qt::ControlModifier;
    int shift = 0;
    switch (event->key()) {
    case Qt::Key_Up:
        shift = -step;
        break;
    case Qt::Key_Down:
        shift = step;
        break;
    case Qt::Key_PageUp:
        shift = -60;
        break;
    case Qt::Key_PageDown:
        shift = 60;
        break;
    case Qt::Key_Left:
        ghost.column = qMax(0, ghost.column - 1);
        break;
    case Qt::Key_Right:
        ghost.column = qMin(int(m_scene.columns.size()) - 1, ghost.column + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        dropGhost();
        return true;
    case Qt::Key_Escape:
        abortGhost();
        return true;
    default:
        return false;
    }
    if (length) {
        ghost.endMinute = qBound(ghost.startMinute + snapMinutes, ghost.endMinute + shift,
                                 m_scene.frame.lastMinute);
    } else {
        const int span = ghost.endMinute - ghost.startMinute;
        ghost.startMinute = qBound(m_scene.frame.firstMinute, ghost.startMinute + shift,
                                   m_scene.frame.lastMinute - span);
        ghost.endMinute = ghost.startMinute + span;
    }
    setGhost(ghost);
    const DayFrame &frame = m_scene.frame;
    ensureVisible({frame.x(ghost.column), frame.y(ghost.startMinute), frame.columnWidth,
                   frame.y(ghost.endMinute) - frame.y(ghost.startMinute)});
    return true;
}

void DayView::setGhost(CardGhost ghost)
{
    const int own = m_model->rowOf(ghost.visit);
    ghost.taken =
        std::any_of(m_scene.places.begin(), m_scene.places.end(), [&](const CardPlace &place) {
            const VisitState state = m_model->entries().at(place.row).visit.state;
            return place.row != own && place.column == ghost.column
                && state != VisitState::Cancelled && state != VisitState::NoShow
                && place.startMinute < ghost.endMinute && ghost.startMinute < place.endMinute;
        });
    m_scene.ghost = ghost;
    viewport()->update();
}

void DayView::dropGhost()
{
    const CardGhost ghost = *m_scene.ghost;
    abortGhost();
    const CardPlace *place = placeOf(ghost.visit);
    const DayEntry *entry = m_model->entry(ghost.visit);
    if (entry && !entry->appointment.slot.isGiven()) {
        Q_EMIT moveRequested(ghost.visit, slotOf(ghost));
        return;
    }
    if (!place
        || (place->column == ghost.column && place->startMinute == ghost.startMinute
            && place->endMinute == ghost.endMinute))
        return;
    Q_EMIT moveRequested(ghost.visit, slotOf(ghost));
}

void DayView::abortGhost()
{
    m_autoScroll.stop();
    m_press.reset();
    m_scene.ghost.reset();
    viewport()->update();
}

RoomId DayView::roomOf(int column) const
{
    return liveLine(m_scene.columns[column], m_scene.grouping, m_model->entries(), m_scene.busy,
                    m_scene.now, m_scene.zone)
        .room;
}

Slot DayView::slotOf(const CardGhost &ghost) const
{
    const DayColumn &column = m_scene.columns[ghost.column];
    Slot slot;
    if (const DayEntry *entry = m_model->entry(ghost.visit))
        slot = entry->appointment.slot;
    if (m_scene.grouping == DayGrouping::Room) {
        slot.room = column.room;
    } else if (slot.provider != column.provider) {
        // Another surgeon means that surgeon's room.
        slot.provider = column.provider;
        slot.room = roomOf(ghost.column);
    }
    slot.start = momentOf(column.date, ghost.startMinute, m_scene.zone);
    slot.end = momentOf(column.date, ghost.endMinute, m_scene.zone);
    return slot;
}
