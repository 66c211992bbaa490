// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/signaturepad.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTabletEvent>
#include <QTouchEvent>

using namespace Qt::StringLiterals;

namespace {

//! Points nearer to each other say nothing more; on the ground.
constexpr qreal nearest = 1.2;
//! More is no signature.
constexpr qsizetype mostPoints = 6000;
constexpr qreal penWidth = 2.4;

QByteArray number(qreal value)
{
    QByteArray text = QByteArray::number(value, 'f', 1);
    if (text.endsWith(".0"))
        text.chop(2);
    return text;
}

} // namespace

SignaturePad::SignaturePad(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAccessibleName(tr("Signature, drawn with pen, finger or mouse"));
    setAccessibleDescription(tr("Delete takes off what is drawn"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::CrossCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize SignaturePad::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 76;
    return {width, heightForWidth(width)};
}

QRectF SignaturePad::ground() const
{
    QRectF place({}, QSizeF(groundWidth, groundHeight).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(QRectF(rect()).center());
    return place;
}

QPointF SignaturePad::onGround(const QPointF &at) const
{
    const QRectF place = ground();
    const QPointF inside = (at - place.topLeft()) * (groundWidth / place.width());
    return {qBound(0.0, inside.x(), qreal(groundWidth)),
            qBound(0.0, inside.y(), qreal(groundHeight))};
}

QByteArray SignaturePad::drawing() const
{
    QByteArray path;
    for (const QPolygonF &stroke : m_strokes) {
        char command = 'M';
        for (const QPointF &point : stroke) {
            path += command + number(point.x()) + ' ' + number(point.y());
            command = 'L';
        }
        // A dot is a line to itself.
        if (stroke.size() == 1)
            path += 'L' + number(stroke.first().x() + 0.1) + ' ' + number(stroke.first().y());
    }
    return path;
}

void SignaturePad::clear()
{
    m_drawing = false;
    m_strokes.clear();
    update();
    Q_EMIT changed();
}

void SignaturePad::begin(const QPointF &at)
{
    m_drawing = true;
    m_strokes.append(QPolygonF{{onGround(at)}});
    update();
    Q_EMIT changed();
}

void SignaturePad::move(const QPointF &at)
{
    if (!m_drawing || m_strokes.isEmpty())
        return;
    const QPointF point = onGround(at);
    qsizetype points = 0;
    for (const QPolygonF &stroke : std::as_const(m_strokes))
        points += stroke.size();
    if (points >= mostPoints || QLineF(m_strokes.last().last(), point).length() < nearest)
        return;
    m_strokes.last().append(point);
    update();
}

void SignaturePad::end()
{
    if (!m_drawing)
        return;
    m_drawing = false;
    Q_EMIT changed();
}

bool SignaturePad::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd: {
        const auto *touch = static_cast<QTouchEvent *>(event);
        // One finger writes; a hand that rests on the glass does not.
        const QEventPoint &point = touch->points().first();
        if (event->type() == QEvent::TouchBegin)
            begin(point.position());
        else if (event->type() == QEvent::TouchUpdate)
            move(point.position());
        else
            end();
        event->accept();
        return true;
    }
    case QEvent::TouchCancel:
        end();
        return true;
    default:
        return QWidget::event(event);
    }
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    move(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *)
{
    end();
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    switch (event->type()) {
    case QEvent::TabletPress:
        begin(event->position());
        break;
    case QEvent::TabletMove:
        move(event->position());
        break;
    case QEvent::TabletRelease:
        end();
        break;
    default:
        break;
    }
    event->accept();
}

void SignaturePad::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        clear();
    else
        QWidget::keyPressEvent(event);
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = ground();
    // Paper is white whatever the window wears.
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2)
                              : QPen(Theme::of(palette()).frame, 1));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6);
    painter.translate(place.topLeft());
    const qreal factor = place.width() / groundWidth;
    painter.scale(factor, factor);
    painter.setPen(QPen(QColor(0xb8, 0xc0, 0xca), 1));
    painter.drawLine(QPointF(40, 150), QPointF(groundWidth - 40, 150));
    if (m_strokes.isEmpty()) {
        QFont hint = font();
        hint.setPointSizeF(hint.pointSizeF() / factor);
        painter.setFont(hint);
        painter.setPen(QColor(0x6a, 0x74, 0x82));
        painter.drawText(QRectF(20, 20, groundWidth - 40, 120), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Sign here with a pen, a finger or the mouse. Left empty, the typed "
                            "name is the signature."));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(QColor(0x10, 0x1c, 0x58), penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : std::as_const(m_strokes)) {
        if (stroke.size() == 1)
            painter.drawPoint(stroke.first());
        else
            painter.drawPolyline(stroke);
    }
}

#include "moc_signaturepad.cpp"
