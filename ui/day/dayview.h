// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "ui/day/daypainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

class DayModel;

//! The painted day: a column per surgeon or room, a card per appointment. It shows and asks; what a
//! move or an opened card means is decided by whoever listens. Cards are walked by the arrow keys
//! and exposed to screen readers one by one.
class DayView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    //! What stays the same while the program runs.
    struct Clinic {
        QTimeZone zone = QTimeZone::utc();
        QList<OpeningSpan> hours;
        WaitLimits limits;
        Clock clock = systemClock;
    };

    DayView(DayModel *model, Clinic clinic, QWidget *parent = nullptr);

    void setColumns(const QList<DayColumn> &columns, DayGrouping grouping);
    void setBusy(const QList<BusyBlock> &blocks);
    void setRoomNames(const QHash<RoomId, QString> &names);
    //! Whether cards may be moved and slots chosen.
    void setEditable(bool editable) { m_editable = editable; }
    void setShowsCancelled(bool shows);
    //! Words in place of the usual ones while there are no cards.
    void setEmptyText(const QString &text);

    VisitId selected() const { return m_scene.selected; }
    void select(const VisitId &id);
    //! Scrolls so that now (or the first card) is in sight.
    void scrollToNow();
    //! Brings the date's first column to the left where not all columns fit.
    void scrollToDate(QDate date);

    double zoom() const { return m_zoom; }
    void setZoom(double factor);
    //! Takes the selected card up for moving by the arrow keys; Enter puts it down, Escape leaves
    //! it where it was.
    void pickUp();
    //! Somebody who waits for a slot is dragged over the view, then dropped; outside the grid it
    //! stays where it was. The view need not be under the mouse.
    void dragIn(const VisitId &id, const QPoint &globalPosition);
    void dropIn(const QPoint &globalPosition);
    bool isMoving() const { return m_scene.ghost.has_value(); }

    const DayScene &scene() const { return m_scene; }
    DayModel *model() const { return m_model; }
    //! A card's place in coordinates of the viewport; empty when it is not shown.
    QRect cardRect(const VisitId &id) const;
    QString spokenText(int place) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void selectionChanged(const VisitId &id);
    void opened(const VisitId &id);
    //! A card was dropped elsewhere, or made longer or shorter.
    void moveRequested(const VisitId &id, const Slot &slot);
    //! An empty place was double-clicked: half an hour from there.
    void slotChosen(const Slot &slot);
    void menuRequested(const VisitId &id, const QPoint &globalPosition);
    void zoomChanged(double factor);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    //! A press that may become a drag.
    struct Press {
        VisitId visit;
        QPoint at; //!< in the grid
        bool resize = false;
    };

    void relayout();
    void updateScrollBars();
    QPoint toGrid(const QPoint &viewportPosition) const;
    const CardPlace *placeOf(const VisitId &id) const;
    const CardPlace *placeAt(const QPoint &gridPosition) const;
    bool isResizeEdge(const CardPlace &place, const QPoint &gridPosition) const;
    void ensureVisible(const QRect &gridRect);
    void walk(int key);
    bool moveGhost(QKeyEvent *event);
    void dragGhost(const QPoint &viewportPosition);
    bool isPlacing() const;
    bool isInGrid(const QPoint &viewportPosition) const;
    void dragQueued(const QPoint &viewportPosition);
    void pickUpQueued(const DayEntry &entry);
    void setGhost(CardGhost ghost);
    void dropGhost();
    void abortGhost();
    Slot slotOf(const CardGhost &ghost) const;
    RoomId roomOf(int column) const;
    void announceFocus();

    DayModel *m_model;
    Clinic m_clinic;
    DayScene m_scene;
    double m_zoom = 1;
    bool m_editable = true;
    bool m_showsCancelled = true;
    QString m_emptyText;
    std::optional<Press> m_press;
    QPoint m_dragAt;
    QBasicTimer m_tick; //!< waiting and treatment minutes, now-line
    QBasicTimer m_autoScroll; //!< while dragging near an edge
};
