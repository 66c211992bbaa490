// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booking/slotboard.h"

#include "ui/theme/deskstyle.h"
#include "ui/widgets/wording.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

SlotBoard::SlotBoard(QWidget *parent)
    : QWidget(parent), m_zone(QTimeZone::utc()), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 3);
    for (int column = 1; column <= columns; ++column)
        m_grid->setColumnStretch(column, 2);
    setFocusPolicy(Qt::NoFocus);
}

void SlotBoard::setSlots(const QList<Slot> &free, const QList<Provider> &providers, QDate today,
                         const std::optional<Slot> &wished)
{
    const std::optional<Slot> before = m_byHand ? chosen() : std::nullopt;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->removeEventFilter(this);
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_cells.clear();
    m_chosen = -1;
    QHash<ProviderId, int> rows;
    QHash<ProviderId, int> used;
    for (const Slot &slot : free) {
        if (used.value(slot.provider) >= columns)
            continue;
        if (!rows.contains(slot.provider)) {
            const int row = int(rows.size());
            rows.insert(slot.provider, row);
            QString name = slot.provider.value;
            for (const Provider &provider : providers) {
                if (provider.id == slot.provider)
                    name = provider.name;
            }
            auto *label = new QLabel(name);
            label->setTextFormat(Qt::PlainText);
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            label->setFont(bold);
            label->setToolTip(name);
            m_grid->addWidget(label, row, 0);
        }
        const int row = rows.value(slot.provider);
        const int column = used[slot.provider]++;
        const QDateTime start = slot.start.toTimeZone(m_zone);
        QString text = wording::time(slot.start, m_zone);
        if (start.date() != today)
            text.prepend(QString(
                QLocale().toString(start.date(), tr("ddd d", "short date, see QDate::toString"))
                + u' '));
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::ClickFocus);
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 9);
        const auto *label = qobject_cast<QLabel *>(m_grid->itemAtPosition(row, 0)->widget());
        button->setAccessibleName(tr("%1 with %2", "time, surgeon").arg(text, label->text()));
        button->installEventFilter(this);
        const int index = int(m_cells.size());
        connect(button, &QPushButton::clicked, this, [this, index] {
            m_byHand = true;
            choose(index, false);
        });
        m_grid->addWidget(button, row, column + 1);
        m_cells.append({slot, button, row, column});
    }
    const auto place = [this](const std::optional<Slot> &slot) {
        for (int i = 0; slot && i < m_cells.size(); ++i) {
            const Slot &each = m_cells.at(i).slot;
            if (each.provider == slot->provider && each.start == slot->start)
                return i;
        }
        return -1;
    };
    const int kept = place(before);
    m_byHand = kept >= 0;
    const int wanted = kept >= 0 ? kept : place(wished);
    choose(wanted < 0 && !m_cells.isEmpty() ? 0 : wanted, hadFocus);
}

std::optional<Slot> SlotBoard::chosen() const
{
    return m_chosen < 0 ? std::optional<Slot>() : m_cells.at(m_chosen).slot;
}

QList<QPushButton *> SlotBoard::buttons() const
{
    QList<QPushButton *> result;
    for (const Cell &cell : m_cells)
        result.append(cell.button);
    return result;
}

void SlotBoard::choose(int index, bool focus)
{
    for (int i = 0; i < m_cells.size(); ++i) {
        QPushButton *button = m_cells.at(i).button;
        const bool on = i == index;
        button->setChecked(on);
        button->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
        setPrimary(button, on);
        button->update();
        if (on && focus)
            button->setFocus(Qt::OtherFocusReason);
    }
    m_chosen = index;
    Q_EMIT chosenChanged();
}

void SlotBoard::walk(int rowStep, int columnStep)
{
    if (m_chosen < 0)
        return;
    const Cell &from = m_cells.at(m_chosen);
    const int row = from.row + rowStep;
    int best = -1;
    for (int i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells.at(i);
        if (cell.row != row)
            continue;
        if (columnStep != 0 ? cell.column == from.column + columnStep
                            : best < 0
                    || qAbs(cell.column - from.column)
                        < qAbs(m_cells.at(best).column - from.column))
            best = i;
    }
    if (best < 0)
        return;
    m_byHand = true;
    choose(best, true);
}

bool SlotBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Left:
            walk(0, -1);
            return true;
        case Qt::Key_Right:
            walk(0, 1);
            return true;
        case Qt::Key_Up:
            walk(-1, 0);
            return true;
        case Qt::Key_Down:
            walk(1, 0);
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SlotBoard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_chosen >= 0)
        m_cells.at(m_chosen).button->setFocus();
}
