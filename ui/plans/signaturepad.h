// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QWidget>

//! A piece of paper to sign on with pen, finger or mouse. What is drawn is kept as lines on a
//! ground of 600 × 200, whatever the size on the screen. Delete takes it off.
class SignaturePad : public QWidget
{
    Q_OBJECT

public:
    static constexpr int groundWidth = 600;
    static constexpr int groundHeight = 200;

    explicit SignaturePad(QWidget *parent = nullptr);

    //! SVG path data: "M12 30L13 33…"; empty = nothing is drawn.
    QByteArray drawing() const;
    bool isEmpty() const { return m_strokes.isEmpty(); }
    void clear();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * groundHeight / groundWidth; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF ground() const;
    void begin(const QPointF &at);
    void move(const QPointF &at);
    void end();
    QPointF onGround(const QPointF &at) const;

    QList<QPolygonF> m_strokes; //!< on the ground
    bool m_drawing = false;
};
