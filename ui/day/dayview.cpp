// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/dayview.h"

#include "ui/day/dayaccessible.h"
#include "ui/day/daymodel.h"
#include "ui/widgets/wording.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

using namespace std::chrono_literals;

namespace {

constexpr double minimumZoom = 0.5;
constexpr double maximumZoom = 5;

} // namespace

DayView::DayView(DayModel *model, Clinic clinic, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_clinic(std::move(clinic))
{
    installDayAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Day"));
    setAccessibleDescription(tr("Arrow keys walk the appointments, Enter opens one"));
    viewport()->setMouseTracking(true);
    m_scene.zone = m_clinic.zone;
    m_scene.hours = m_clinic.hours;
    m_scene.limits = m_clinic.limits;
    m_scene.now = m_clinic.clock();
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &DayView::relayout);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &DayView::relayout);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &DayView::relayout);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DayView::relayout);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DayView::relayout);
    m_tick.start(15'000, this);
    relayout();
}

QSize DayView::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 110, metrics.height() * 40};
}

void DayView::setColumns(const QList<DayColumn> &columns, DayGrouping grouping)
{
    m_scene.columns = columns;
    m_scene.grouping = grouping;
    relayout();
}

void DayView::setBusy(const QList<BusyBlock> &blocks)
{
    m_scene.busy = blocks;
    viewport()->update();
}

void DayView::setRoomNames(const QHash<RoomId, QString> &names)
{
    m_scene.roomNames = names;
    viewport()->update();
}

void DayView::setShowsCancelled(bool shows)
{
    m_showsCancelled = shows;
    relayout();
}

void DayView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void DayView::relayout()
{
    const QFontMetrics metrics(font());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int boldHeight = QFontMetrics(bold).height();
    QList<QDate> dates;
    for (const DayColumn &column : m_scene.columns) {
        if (!dates.contains(column.date))
            dates.append(column.date);
    }
    QList<QPair<int, int>> open;
    for (const OpeningSpan &span : m_scene.hours) {
        for (const QDate &date : dates) {
            if (span.weekday == date.dayOfWeek())
                open.append({span.from.msecsSinceStartOfDay() / 60000,
                             span.to.msecsSinceStartOfDay() / 60000});
        }
    }
    DayFrame &frame = m_scene.frame;
    const auto [first, last] = shownMinutes(m_model->entries(), dates, open, m_scene.zone);
    m_scene.headerHeight =
        (dates.size() > 1 ? boldHeight + 2 : 0) + boldHeight + 1 + metrics.height() + 10;
    frame.left = metrics.horizontalAdvance(QStringLiteral("00:00")) + 18;
    frame.columns = int(m_scene.columns.size());
    const int room = viewport()->width() - frame.left;
    const int least = metrics.averageCharWidth() * 16;
    frame.columnWidth = frame.columns > 0 ? qMax(least, room / frame.columns) : room;
    frame.firstMinute = first;
    frame.lastMinute = last;
    frame.pixelsPerMinute = metrics.height() * 8.0 / 60 * m_zoom;
    frame.minimumHeight = metrics.height() + 1;
    m_scene.places = layoutDay(m_model->entries(), m_scene.columns, frame, m_scene.grouping,
                               m_scene.zone, m_showsCancelled);
    if (m_scene.ghost && !m_model->entry(m_scene.ghost->visit))
        abortGhost();
    if (!m_scene.selected.isEmpty() && !m_model->entry(m_scene.selected))
        select({});
    updateScrollBars();
    viewport()->update();
}

void DayView::updateScrollBars()
{
    const int page = viewport()->height() - m_scene.headerHeight;
    verticalScrollBar()->setRange(0, qMax(0, m_scene.frame.height() - page));
    verticalScrollBar()->setPageStep(qMax(1, page));
    verticalScrollBar()->setSingleStep(qMax(1, m_scene.frame.y(m_scene.frame.firstMinute + 15)));
    horizontalScrollBar()->setRange(0, qMax(0, m_scene.frame.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_scene.frame.columnWidth / 2);
}

void DayView::setZoom(double factor)
{
    factor = qBound(minimumZoom, factor, maximumZoom);
    if (qFuzzyCompare(factor, m_zoom))
        return;
    // What is in the middle stays there.
    const int page = viewport()->height() - m_scene.headerHeight;
    const int middle = m_scene.frame.minuteAt(verticalScrollBar()->value() + page / 2);
    m_zoom = factor;
    relayout();
    verticalScrollBar()->setValue(m_scene.frame.y(middle) - page / 2);
    Q_EMIT zoomChanged(m_zoom);
}

void DayView::scrollToNow()
{
    const QDate today = m_scene.now.toTimeZone(m_scene.zone).date();
    const bool showsToday =
        std::any_of(m_scene.columns.begin(), m_scene.columns.end(),
                    [&](const DayColumn &column) { return column.date == today; });
    int minute = m_scene.frame.firstMinute;
    if (showsToday)
        minute = minuteOf(m_scene.now, today, m_scene.zone) - 75;
    else if (!m_scene.places.isEmpty())
        minute = std::min_element(m_scene.places.begin(), m_scene.places.end(),
                                  [](const CardPlace &a, const CardPlace &b) {
                                      return a.startMinute < b.startMinute;
                                  })
                     ->startMinute
            - 30;
    verticalScrollBar()->setValue(m_scene.frame.y(minute));
}

void DayView::scrollToDate(QDate date)
{
    for (int column = 0; column < m_scene.columns.size(); ++column) {
        if (m_scene.columns[column].date == date) {
            horizontalScrollBar()->setValue(m_scene.frame.x(column) - m_scene.frame.left);
            return;
        }
    }
}

QPoint DayView::toGrid(const QPoint &at) const
{
    return at
        + QPoint(horizontalScrollBar()->value(),
                 verticalScrollBar()->value() - m_scene.headerHeight);
}

const CardPlace *DayView::placeOf(const VisitId &id) const
{
    const int row = m_model->rowOf(id);
    for (const CardPlace &place : m_scene.places) {
        if (place.row == row)
            return &place;
    }
    return nullptr;
}

const CardPlace *DayView::placeAt(const QPoint &at) const
{
    for (auto it = m_scene.places.crbegin(); it != m_scene.places.crend(); ++it) {
        if (it->rect.contains(at))
            return &*it;
    }
    return nullptr;
}

QRect DayView::cardRect(const VisitId &id) const
{
    const CardPlace *place = placeOf(id);
    return place ? place->rect.translated(-toGrid({})) : QRect();
}

QString DayView::spokenText(int index) const
{
    const int row = m_scene.places.at(index).row;
    const DayEntry &entry = m_model->entries().at(row);
    return spokenCard(entry, cardText(entry, m_model->isHomonym(row), m_scene.now, m_scene.zone));
}

void DayView::select(const VisitId &id)
{
    if (m_scene.selected == id)
        return;
    m_scene.selected = id;
    if (const CardPlace *place = placeOf(id))
        ensureVisible(place->rect);
    viewport()->update();
    announceFocus();
    Q_EMIT selectionChanged(id);
}

void DayView::ensureVisible(const QRect &rect)
{
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height() - m_scene.headerHeight;
    if (rect.top() < bar->value())
        bar->setValue(rect.top() - m_scene.frame.gap);
    else if (rect.bottom() > bar->value() + page)
        bar->setValue(
            qMin(rect.top() - m_scene.frame.gap, rect.bottom() - page + m_scene.frame.gap));
    QScrollBar *across = horizontalScrollBar();
    const int left = rect.left() - m_scene.frame.left;
    if (left < across->value())
        across->setValue(left - m_scene.frame.gap);
    else if (rect.right() > across->value() + viewport()->width())
        across->setValue(rect.right() - viewport()->width() + m_scene.frame.gap);
}

void DayView::announceFocus()
{
#if QT_CONFIG(accessibility)
    const CardPlace *place = placeOf(m_scene.selected);
    if (!place || !hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(int(place - m_scene.places.constData()));
    QAccessible::updateAccessibility(&event);
#endif
}

void DayView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const DayPainter day(m_scene, *m_model, palette(), font());
    const QRect whole = viewport()->rect();
    const int header = m_scene.headerHeight;
    const int left = m_scene.frame.left;
    const QPoint origin = toGrid({});

    painter.save();
    const QRect grid = whole.adjusted(left, header, 0, 0);
    painter.setClipRect(grid);
    painter.translate(-origin);
    day.paintGrid(painter, grid.translated(origin));
    painter.restore();

    painter.save();
    painter.setClipRect(QRect(0, header, left + 1, whole.height() - header));
    painter.translate(0, -origin.y());
    day.paintGutter(painter, QRect(0, origin.y() + header, left + 1, whole.height() - header));
    painter.restore();

    painter.save();
    painter.translate(-origin.x(), 0);
    day.paintHeader(painter, QRect(origin.x(), 0, whole.width(), header));
    painter.restore();
    painter.fillRect(0, 0, left, header - 1, palette().color(QPalette::Base));

    if (m_scene.places.isEmpty()) {
        painter.setPen(Theme::of(palette()).muted);
        const QString text = !m_emptyText.isEmpty() ? m_emptyText
            : m_scene.columns.isEmpty()
            ? tr("No surgeons are known yet. They come with the first reading from the CRM.")
            : tr(
                "No appointments. Ctrl+N books a walk-in; a double click on a free time does too.");
        constexpr int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
        const QRect box = grid.adjusted(24, 24, -24, -24);
        const QRect words = fontMetrics().boundingRect(box, flags, text).adjusted(-10, -6, 10, 6);
        painter.fillRect(words, palette().color(QPalette::Base));
        painter.drawText(box, flags, text);
    }
}

void DayView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void DayView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        relayout();
    else if (event->type() == QEvent::PaletteChange
             || event->type() == QEvent::ApplicationPaletteChange)
        viewport()->update();
}

bool DayView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPoint at = toGrid(help->pos());
    const CardPlace *place =
        help->pos().y() > m_scene.headerHeight && !m_scene.ghost ? placeAt(at) : nullptr;
    if (!place) {
        QToolTip::hideText();
        return true;
    }
    const DayEntry &entry = m_model->entries().at(place->row);
    const CardText text =
        cardText(entry, m_model->isHomonym(place->row), m_scene.now, m_scene.zone);
    QToolTip::showText(help->globalPos(), cardTip(entry, text), viewport(),
                       place->rect.translated(-toGrid({})));
    return true;
}

void DayView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId()) {
        m_scene.now = m_clinic.clock();
        viewport()->update();
    } else if (event->timerId() == m_autoScroll.timerId()) {
        constexpr int margin = 24;
        const int top = m_scene.headerHeight;
        const int step = m_scene.frame.y(m_scene.frame.firstMinute + 5);
        if (m_dragAt.y() < top + margin)
            verticalScrollBar()->setValue(verticalScrollBar()->value() - step);
        else if (m_dragAt.y() > viewport()->height() - margin)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
        dragGhost(m_dragAt);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void DayView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_scene.focused = true;
    // Tabbed to: a card takes the keys. Whoever gave the focus otherwise chooses one or knows why
    // not.
    const bool tabbed =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (tabbed && !placeOf(m_scene.selected) && !m_scene.places.isEmpty())
        select(m_model->entries().at(m_scene.places.first().row).visit.id);
    viewport()->update();
    announceFocus();
}

void DayView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.focused = false;
    viewport()->update();
}

void DayView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (!placeOf(m_scene.selected))
            return;
        const QRect rect = cardRect(m_scene.selected);
        Q_EMIT menuRequested(m_scene.selected, viewport()->mapToGlobal(rect.center()));
        return;
    }
    const QPoint at = viewport()->mapFromGlobal(event->globalPos());
    if (const CardPlace *place = placeAt(toGrid(at)); place && at.y() >= m_scene.headerHeight) {
        const VisitId id = m_model->entries().at(place->row).visit.id;
        select(id);
        Q_EMIT menuRequested(id, event->globalPos());
    }
}

#include "moc_dayview.cpp"
