// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/chartscene.h"

#include <QAbstractScrollArea>
#include <QTimer>

//! A chart that is looked at and worked on: zoomed, moved, its teeth chosen by mouse and keys. What
//! a chosen tooth means is decided by whoever listens. Teeth are exposed to screen readers one by
//! one.
class ChartView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    //! What is shown from now on. Chosen teeth stay chosen where they are still there.
    void setChart(const ChartScene &scene, const DentalProfile &profile);
    //! Words in place of a chart.
    void setEmptyText(const QString &text);
    void setNotation(teeth::Notation notation);
    void setLayers(const ChartLayers &layers);
    //! Teeth treated today, touched by a scan, different from another date, by Odontogram::mark().
    void setMarked(const QSet<int> &doneToday, const QSet<int> &scanned);
    void setDifferent(const QSet<int> &different);

    const ChartScene &scene() const { return m_scene; }
    const DentalProfile &profile() const { return m_profile; }
    const ChartLayers &layers() const { return m_layers; }
    const Odontogram::Marks &marks() const { return m_marks; }
    teeth::Notation notation() const { return m_notation; }

    //! In the order of the arrow keys.
    QList<teeth::Tooth> selected() const;
    void select(const QList<teeth::Tooth> &teeth);
    //! The one the keys are at; fdi 0 = none.
    teeth::Tooth current() const { return m_current; }
    void setCurrent(const teeth::Tooth &tooth);
    const std::optional<ToothHit> &hovered() const { return m_hovered; }

    double zoom() const { return m_scale; }
    bool isFitted() const { return m_fitted; }
    void setZoom(double scale);
    void zoomBy(double factor);
    //! As large as the room allows, and so when the room changes.
    void fit();

    //! A tooth's place in coordinates of the viewport; empty when it is not on the chart.
    QRect toothRect(const teeth::Tooth &tooth) const;
    //! From the chart's own units to the viewport.
    QPointF toViewport(QPointF point) const;
    //! What a screen reader says of a tooth.
    QString spokenText(const teeth::Tooth &tooth) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void selectionChanged();
    //! A press of the left button on a tooth.
    void clicked(const ToothHit &hit);
    //! Enter or a double click.
    void activated(const teeth::Tooth &tooth);
    void hoveredChanged();
    void zoomChanged();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Drag { None, Choosing, Panning };

    QPointF origin() const;
    QPointF toScene(QPoint viewportPosition) const;
    QRect toViewport(const QRectF &area) const;
    void layOut();
    //! Where the keys are, once the teeth are known.
    void settle();
    void repaintAll();
    void drawBase();
    void drawFocus(QPainter &painter);
    void hover(const std::optional<ToothHit> &hit);
    void updateTooth(const teeth::Tooth &tooth);
    void zoomAt(double scale, QPoint viewportPosition);
    void ensureVisible(const teeth::Tooth &tooth);
    void setSelected(const QSet<int> &marks);
    void press(const teeth::Tooth &tooth, Qt::KeyboardModifiers modifiers);
    void chooseWithin(const QRect &marquee);
    //! Whether the key moved from tooth to tooth.
    bool walk(int key, Qt::KeyboardModifiers modifiers);
    std::optional<teeth::Tooth> neighbour(int key, bool whole) const;
    std::optional<teeth::Tooth> nearestBeyond(bool below) const;
    bool type(const QString &text);
    void goTo(const teeth::Tooth &tooth, Qt::KeyboardModifiers modifiers);
    void announceFocus();

    ChartScene m_scene;
    DentalProfile m_profile;
    QString m_emptyText;
    teeth::Notation m_notation = teeth::Notation::Fdi;
    ChartLayers m_layers;
    Odontogram::Marks m_marks;
    teeth::Tooth m_current;
    teeth::Tooth m_anchor; //!< where a range begins
    std::optional<ToothHit> m_hovered;
    double m_scale = 1;
    bool m_fitted = true;
    QPixmap m_base; //!< what is in the viewport, without hovering and focus
    bool m_baseStale = true;
    Drag m_drag = Drag::None;
    bool m_space = false; //!< held: the left button pans
    bool m_pressed = false;
    QPoint m_from;
    QPoint m_to;
    QSet<int> m_before; //!< chosen when a marquee began
    QString m_typed;
    QTimer m_typedFor;
    QTimer m_settleSoon;
};
