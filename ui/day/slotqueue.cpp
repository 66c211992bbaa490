// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/slotqueue.h"

#include "ui/day/daymodel.h"
#include "ui/widgets/wording.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

SlotQueueModel::SlotQueueModel(DayModel *day, QObject *parent)
    : QSortFilterProxyModel(parent), m_day(day)
{
    setSourceModel(day);
    setDynamicSortFilter(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    sort(0);
}

void SlotQueueModel::setProviderNames(const QHash<ProviderId, QString> &names)
{
    m_providers = names;
}

VisitId SlotQueueModel::visit(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? m_day->entries().at(source.row()).visit.id : VisitId();
}

QVariant SlotQueueModel::data(const QModelIndex &index, int role) const
{
    const bool words = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    const QModelIndex source = mapToSource(index);
    if (!words || !source.isValid())
        return QSortFilterProxyModel::data(index, role);
    const DayEntry &entry = m_day->entries().at(source.row());
    QStringList parts{wording::patientName(entry),
                      m_providers.value(entry.appointment.slot.provider), entry.appointment.reason};
    parts.removeAll(QString());
    return parts.join(role == Qt::DisplayRole ? u" · "_s : u", "_s);
}

bool SlotQueueModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const DayEntry &entry = m_day->entries().at(row);
    return !entry.appointment.slot.isGiven() && entry.visit.state == VisitState::Booked;
}

SlotQueue::SlotQueue(DayModel *day, QWidget *parent)
    : QWidget(parent), m_model(new SlotQueueModel(day, this)), m_title(new QLabel),
      m_list(new QListView)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setContentsMargins(6, 6, 6, 2);
    m_list->setObjectName(u"slotQueue"_s);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Waiting for a slot"));
    m_list->setToolTip(
        tr("Drag the appointment to its place in the day. By keyboard: Enter picks it "
           "up, the arrows move it, Enter sets it down."));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 4);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && m_list->hasFocus())
                    Q_EMIT selected(m_model->visit(index));
            });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT selected(m_model->visit(index)); });
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT pickUpRequested(m_model->visit(index)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &SlotQueue::update);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &SlotQueue::update);
    // Counting also makes the proxy look again: after a move in the day it knows no rows, and of
    // rows that it does not know it tells nothing.
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &SlotQueue::update);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SlotQueue::update);
    update();
}

void SlotQueue::setProviderNames(const QHash<ProviderId, QString> &names)
{
    m_model->setProviderNames(names);
    m_list->viewport()->update();
}

QSize SlotQueue::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 30, m_title->sizeHint().height() + qMin(4, count()) * line * 3 / 2 + 12};
}

void SlotQueue::update()
{
    m_title->setText(tr("Waiting for a slot · %n appointment(s)", nullptr, count()));
    setVisible(count() > 0);
    updateGeometry();
}

//! Not QDrag: what is dragged shows itself in the day as a card does that is moved there.
bool SlotQueue::mouseEvent(QEvent *event)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_pressed = mouse->button() == Qt::LeftButton
            ? m_model->visit(m_list->indexAt(mouse->position().toPoint()))
            : VisitId();
        m_pressedAt = mouse->position().toPoint();
        m_dragging = false;
        return false;
    case QEvent::MouseMove:
        if (m_pressed.isEmpty() || !(mouse->buttons() & Qt::LeftButton))
            return false;
        if (!m_dragging
            && (mouse->position().toPoint() - m_pressedAt).manhattanLength()
                < QApplication::startDragDistance())
            return true;
        m_dragging = true;
        Q_EMIT dragged(m_pressed, mouse->globalPosition().toPoint());
        return true;
    case QEvent::MouseButtonRelease:
        if (!m_dragging)
            return false;
        m_dragging = false;
        Q_EMIT dropped(std::exchange(m_pressed, VisitId()), mouse->globalPosition().toPoint());
        return true;
    default:
        return false;
    }
}

bool SlotQueue::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_list->viewport() && mouseEvent(event))
        return true;
    // Not QListView::activated: on some desktops one click activates.
    if (object == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier && m_list->currentIndex().isValid()) {
            Q_EMIT pickUpRequested(m_model->visit(m_list->currentIndex()));
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

#include "moc_slotqueue.cpp"
