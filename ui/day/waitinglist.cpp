// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/waitinglist.h"

#include "ui/day/daymodel.h"
#include "ui/widgets/wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

WaitingModel::WaitingModel(DayModel *day, QTimeZone zone, Clock clock, QObject *parent)
    : QSortFilterProxyModel(parent), m_day(day), m_zone(std::move(zone)), m_clock(std::move(clock))
{
    setSourceModel(day);
    setDynamicSortFilter(true);
    sort(0);
}

const DayEntry *WaitingModel::entry(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? &m_day->entries().at(source.row()) : nullptr;
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QSortFilterProxyModel::data(index, role);
    const DayEntry *shown = entry(index);
    if (!shown)
        return {};
    const int row = mapToSource(index).row();
    return spokenCard(*shown, cardText(*shown, m_day->isHomonym(row), m_clock(), m_zone));
}

bool WaitingModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const DayEntry &entry = m_day->entries().at(row);
    if (entry.visit.state != VisitState::Arrived)
        return false;
    const QDate today = m_clock().toTimeZone(m_zone).date();
    return entry.appointment.slot.start.toTimeZone(m_zone).date() == today
        || entry.visit.arrivedAt.toTimeZone(m_zone).date() == today;
}

bool WaitingModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return m_day->entries().at(left.row()).visit.arrivedAt
        < m_day->entries().at(right.row()).visit.arrivedAt;
}

WaitingDelegate::WaitingDelegate(WaitLimits limits, QTimeZone zone, Clock clock, QObject *parent)
    : QStyledItemDelegate(parent), m_limits(limits), m_zone(std::move(zone)),
      m_clock(std::move(clock))
{
}

QSize WaitingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40, qRound(option.fontMetrics.height() * 1.7)};
}

void WaitingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto entry = index.data(DayModel::EntryRole).value<DayEntry>();
    const QDateTime now = m_clock();
    const WaitLevel level = waitLevel(entry, now, m_limits);
    const StageColours &colours =
        stageColours(Theme::of(option.palette), VisitState::Arrived, level);
    const QRect rect = option.rect.adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    painter->setPen(option.state & QStyle::State_Selected
                        ? QPen(option.palette.color(QPalette::Highlight), 2)
                        : QPen(Qt::NoPen));
    painter->setBrush(colours.fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
    painter->fillRect(rect.adjusted(2, 3, 0, -3)
                          .intersected(QRect(rect.left() + 2, rect.top(), 4, rect.height())),
                      colours.edge);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics boldMetrics(bold);
    const int inset = 14;
    const int minutesWidth = boldMetrics.horizontalAdvance(wording::minutes(599)) + 8;
    const QRect minutes(rect.left() + inset, rect.top(), minutesWidth, rect.height());
    const int nameWidth =
        qMin((rect.width() - minutesWidth) * 2 / 5, option.fontMetrics.averageCharWidth() * 32);
    const QRect name(minutes.right() + 8, rect.top(), nameWidth, rect.height());
    const QRect rest(name.right() + 12, rect.top(), rect.right() - name.right() - 20,
                     rect.height());
    painter->setFont(bold);
    painter->setPen(colours.text);
    painter->drawText(minutes, Qt::AlignLeft | Qt::AlignVCenter,
                      wording::minutes(qMax(0, waitingMinutes(entry, now))));
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        boldMetrics.elidedText(wording::patientName(entry), Qt::ElideRight, name.width()));
    painter->setFont(option.font);
    painter->setPen(colours.muted);
    QStringList parts{wording::time(entry.appointment.slot.start, m_zone),
                      m_providers.value(entry.appointment.slot.provider), entry.appointment.reason};
    parts += entry.alerts;
    parts.removeAll(QString());
    painter->drawText(
        rest, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(parts.join(u" · "_s), Qt::ElideRight, rest.width()));
    painter->restore();
}

WaitingList::WaitingList(DayModel *day, WaitLimits limits, QTimeZone zone, Clock clock,
                         QWidget *parent)
    : QWidget(parent), m_model(new WaitingModel(day, zone, clock, this)),
      m_delegate(new WaitingDelegate(limits, zone, clock, this)), m_title(new QLabel),
      m_list(new QListView)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setContentsMargins(6, 6, 6, 2);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Waiting room"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 4);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    const auto idOf = [this](const QModelIndex &index) {
        const DayEntry *entry = m_model->entry(index);
        return entry ? entry->visit.id : VisitId();
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, idOf](const QModelIndex &index) {
                if (index.isValid())
                    Q_EMIT selected(idOf(index));
            });
    connect(m_list, &QListView::doubleClicked, this,
            [this, idOf](const QModelIndex &index) { Q_EMIT seatRequested(idOf(index)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &WaitingList::updateTitle);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &WaitingList::updateTitle);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &WaitingList::updateTitle);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WaitingList::updateTitle);
    updateTitle();
    startTimer(15'000);
}

void WaitingList::setProviderNames(const QHash<ProviderId, QString> &names)
{
    m_delegate->setProviderNames(names);
    m_list->viewport()->update();
}

int WaitingList::count() const
{
    return m_model->rowCount();
}

QSize WaitingList::sizeHint() const
{
    constexpr int rowsShown = 5;
    const int line = fontMetrics().height();
    return {line * 30, m_title->sizeHint().height() + rowsShown * qRound(line * 1.7) + 8};
}

QSize WaitingList::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 12, m_title->sizeHint().height() + qRound(line * 1.7) + 8};
}

void WaitingList::updateTitle()
{
    m_title->setText(count() == 0 ? tr("Waiting room · nobody")
                                  : tr("Waiting room · %n patient(s)", nullptr, count()));
}

void WaitingList::timerEvent(QTimerEvent *)
{
    m_list->viewport()->update();
}

bool WaitingList::eventFilter(QObject *object, QEvent *event)
{
    // Not QListView::activated: on some desktops one click activates, and that must not seat.
    if (object == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            if (const DayEntry *entry = m_model->entry(m_list->currentIndex()))
                Q_EMIT seatRequested(entry->visit.id);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

#include "moc_waitinglist.cpp"
