// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartview.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/chartaccessible.h"
#include "ui/toothchart/toothwords.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr double smallestScale = 0.2;
constexpr double largestScale = 10;
//! Around the chart, in pixels.
constexpr int margin = 12;
//! A longer pause between two keys begins another tooth.
constexpr auto typingPause = 1200ms;

} // namespace

ChartView::ChartView(QWidget *parent) : QAbstractScrollArea(parent)
{
    installChartAccessibility();
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tooth chart"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    m_settleSoon.setSingleShot(true);
    m_settleSoon.setInterval(0);
    connect(&m_settleSoon, &QTimer::timeout, this, &ChartView::settle);
    m_typedFor.setSingleShot(true);
    m_typedFor.setInterval(typingPause);
    connect(&m_typedFor, &QTimer::timeout, this, [this] {
        m_typed.clear();
        viewport()->update();
    });
}

QSize ChartView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 22};
}

void ChartView::setChart(const ChartScene &scene, const DentalProfile &profile)
{
    m_scene = scene;
    m_hovered.reset();
    layOut();
    if (!m_marks.selected.isEmpty()) {
        QSet<int> kept;
        for (const teeth::Tooth &tooth : m_scene.teeth()) {
            if (m_marks.selected.contains(Odontogram::mark(tooth)))
                kept.insert(Odontogram::mark(tooth));
        }
        setSelected(kept);
    }
    if (m_profile.patientId != profile.patientId)
        m_current = {};
    m_profile = profile;
    repaintAll();
    // Looking the teeth up is dear: the picture comes first.
    m_settleSoon.start();
}

void ChartView::settle()
{
    m_settleSoon.stop();
    if (m_scene.area(m_current).isNull())
        m_current = m_scene.teeth().value(0);
    viewport()->update();
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
    announceFocus();
}

void ChartView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ChartView::setNotation(teeth::Notation notation)
{
    m_notation = notation;
    m_typed.clear();
    repaintAll();
}

void ChartView::setLayers(const ChartLayers &layers)
{
    m_layers = layers;
    repaintAll();
}

void ChartView::setMarked(const QSet<int> &doneToday, const QSet<int> &scanned)
{
    m_marks.doneToday = doneToday;
    m_marks.scanned = scanned;
    repaintAll();
}

void ChartView::setDifferent(const QSet<int> &different)
{
    m_marks.different = different;
    repaintAll();
}

QList<teeth::Tooth> ChartView::selected() const
{
    QList<teeth::Tooth> found;
    for (const teeth::Tooth &tooth : m_scene.teeth()) {
        if (m_marks.selected.contains(Odontogram::mark(tooth)))
            found.append(tooth);
    }
    return found;
}

void ChartView::select(const QList<teeth::Tooth> &teeth)
{
    QSet<int> keys;
    for (const teeth::Tooth &tooth : teeth)
        keys.insert(Odontogram::mark(tooth));
    if (!teeth.isEmpty() && m_scene.teeth().contains(teeth.first())) {
        setCurrent(teeth.first());
        m_anchor = teeth.first();
    }
    setSelected(keys);
}

void ChartView::setSelected(const QSet<int> &keys)
{
    if (keys == m_marks.selected)
        return;
    m_marks.selected = keys;
    repaintAll();
    Q_EMIT selectionChanged();
}

void ChartView::setCurrent(const teeth::Tooth &tooth)
{
    if (tooth == m_current)
        return;
    updateTooth(m_current);
    m_current = tooth;
    updateTooth(m_current);
    announceFocus();
}

void ChartView::announceFocus()
{
    const qsizetype index = m_scene.teeth().indexOf(m_current);
    if (!hasFocus() || index < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(int(index));
    QAccessible::updateAccessibility(&event);
}

QPointF ChartView::origin() const
{
    const QSizeF shown = m_scene.size() * m_scale;
    const QSize room = viewport()->size();
    const qreal x = shown.width() + 2 * margin <= room.width()
        ? (room.width() - shown.width()) / 2
        : margin - horizontalScrollBar()->value();
    const qreal y = shown.height() + 2 * margin <= room.height()
        ? (room.height() - shown.height()) / 2
        : margin - verticalScrollBar()->value();
    return {x, y};
}

QPointF ChartView::toViewport(QPointF point) const
{
    return origin() + point * m_scale;
}

QPointF ChartView::toScene(QPoint position) const
{
    return (QPointF(position) - origin()) / m_scale;
}

QRect ChartView::toViewport(const QRectF &area) const
{
    return QRectF(toViewport(area.topLeft()), area.size() * m_scale).toAlignedRect();
}

QRect ChartView::toothRect(const teeth::Tooth &tooth) const
{
    const QRectF area = m_scene.area(tooth);
    return area.isNull() ? QRect() : toViewport(area);
}

void ChartView::layOut()
{
    const QSize room = viewport()->size();
    if (m_fitted && !m_scene.size().isEmpty()) {
        const double across = (room.width() - 2 * margin) / m_scene.size().width();
        const double down = (room.height() - 2 * margin) / m_scene.size().height();
        const double scale = qBound(smallestScale, qMin(across, down), largestScale);
        if (!qFuzzyCompare(scale, m_scale)) {
            m_scale = scale;
            Q_EMIT zoomChanged();
        }
    }
    const QSize shown = (m_scene.size() * m_scale).toSize() + QSize(2 * margin, 2 * margin);
    const auto set = [](QScrollBar *bar, int whole, int page) {
        bar->setRange(0, qMax(0, whole - page));
        bar->setPageStep(page);
        bar->setSingleStep(qMax(1, page / 20));
    };
    // A fitted chart has no bars, and rounding must not bring them.
    set(horizontalScrollBar(), m_fitted ? 0 : shown.width(), room.width());
    set(verticalScrollBar(), m_fitted ? 0 : shown.height(), room.height());
    m_baseStale = true;
}

void ChartView::repaintAll()
{
    m_baseStale = true;
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void ChartView::scrollContentsBy(int, int)
{
    repaintAll();
}

void ChartView::setZoom(double scale)
{
    zoomAt(scale, viewport()->rect().center());
}

void ChartView::zoomBy(double factor)
{
    setZoom(m_scale * factor);
}

void ChartView::zoomAt(double scale, QPoint position)
{
    const QPointF kept = toScene(position);
    m_fitted = false;
    m_scale = qBound(smallestScale, scale, largestScale);
    layOut();
    // What was under the pointer stays there.
    const QPointF off = toViewport(kept) - QPointF(position);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(off.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(off.y()));
    repaintAll();
    Q_EMIT zoomChanged();
}

void ChartView::fit()
{
    m_fitted = true;
    layOut();
    repaintAll();
    Q_EMIT zoomChanged();
}

void ChartView::ensureVisible(const teeth::Tooth &tooth)
{
    const QRect place = toothRect(tooth);
    const QRect room = viewport()->rect();
    const auto bring = [](QScrollBar *bar, int from, int to, int length) {
        if (from < margin)
            bar->setValue(bar->value() + from - margin);
        else if (to > length - margin)
            bar->setValue(bar->value() + to - length + margin);
    };
    bring(horizontalScrollBar(), place.left(), place.right(), room.width());
    bring(verticalScrollBar(), place.top(), place.bottom(), room.height());
}

void ChartView::updateTooth(const teeth::Tooth &tooth)
{
    const QRect place = toothRect(tooth);
    if (!place.isEmpty())
        viewport()->update(place.adjusted(-5, -5, 5, 5));
}

void ChartView::drawBase()
{
    const qreal ratio = devicePixelRatioF();
    const QSize wanted = (QSizeF(viewport()->size()) * ratio).toSize();
    if (m_base.size() != wanted || m_base.devicePixelRatio() != ratio) {
        m_base = QPixmap(wanted);
        m_base.setDevicePixelRatio(ratio);
        m_baseStale = true;
    }
    if (!m_baseStale)
        return;
    m_baseStale = false;
    m_base.fill(palette().color(QPalette::Base));
    QPainter painter(&m_base);
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin());
    painter.scale(m_scale, m_scale);
    m_scene.paint(&painter, Theme::of(palette()), palette(), m_layers, m_marks, m_profile);
}

void ChartView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_scene.isEmpty()) {
        painter.fillRect(event->rect(), palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const int aside = viewport()->width() / 6;
        painter.drawText(viewport()->rect().adjusted(aside, 0, -aside, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    drawBase();
    const qreal ratio = m_base.devicePixelRatio();
    const QRect part = event->rect();
    painter.drawPixmap(
        part, m_base,
        QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio).toRect());
    drawFocus(painter);
}

void ChartView::drawFocus(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    if (m_hovered) {
        QColor fill = accent;
        fill.setAlpha(30);
        painter.setPen(QPen(accent, 1.2));
        painter.setBrush(fill);
        painter.drawRoundedRect(toothRect(m_hovered->tooth), 4, 4);
        if (m_hovered->surface) {
            fill.setAlpha(70);
            painter.save();
            painter.translate(origin());
            painter.scale(m_scale, m_scale);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPath(m_scene.surfaceArea(m_hovered->tooth, *m_hovered->surface));
            painter.restore();
        }
    }
    if (hasFocus()) {
        // Until the teeth are known the whole chart has the ring.
        const bool known = m_current.fdi > 0 && !m_settleSoon.isActive();
        const QRect place = known ? toothRect(m_current) : QRect();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Link), 2, Qt::DashLine));
        painter.drawRoundedRect(place.isEmpty() ? viewport()->rect().adjusted(2, 2, -2, -2)
                                                : place.adjusted(-3, -3, 3, 3),
                                5, 5);
    }
    if (m_drag == Drag::Choosing) {
        QColor fill = accent;
        fill.setAlpha(26);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.setBrush(fill);
        painter.drawRect(QRect(m_from, m_to).normalized());
    }
    if (!m_typed.isEmpty()) {
        const QString text = tr("Tooth %1…", "being typed").arg(m_typed);
        const int width = fontMetrics().horizontalAdvance(text) + 20;
        const QRect box(margin, margin, width, fontMetrics().height() + 10);
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(palette().color(QPalette::ToolTipBase));
        painter.drawRoundedRect(box, 5, 5);
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void ChartView::hover(const std::optional<ToothHit> &hit)
{
    const bool same = hit.has_value() == m_hovered.has_value()
        && (!hit || (hit->tooth == m_hovered->tooth && hit->surface == m_hovered->surface));
    if (same)
        return;
    if (m_hovered)
        updateTooth(m_hovered->tooth);
    m_hovered = hit;
    if (m_hovered)
        updateTooth(m_hovered->tooth);
    Q_EMIT hoveredChanged();
}

QString ChartView::spokenText(const teeth::Tooth &tooth) const
{
    return toothwords::spoken(m_profile, tooth, m_notation);
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationPaletteChange)
        repaintAll();
    QAbstractScrollArea::changeEvent(event);
}

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        hover(std::nullopt);
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::optional<ToothHit> hit = m_scene.at(toScene(help->pos()));
        if (hit)
            QToolTip::showText(help->globalPos(), toothwords::tip(m_profile, *hit, m_notation),
                               viewport(), toothRect(hit->tooth));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

#include "moc_chartview.cpp"
