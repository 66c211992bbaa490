// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painteditems.h"

QAccessibleInterface *PaintedItem::parent() const
{
    return QAccessible::queryAccessibleInterface(m_area);
}

QAccessible::State PaintedItem::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    describe(state);
    return state;
}

QString PaintedItem::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid() ? spokenText() : QString();
}

QRect PaintedItem::rect() const
{
    if (!isValid())
        return {};
    const QRect inside = place();
    return {m_area->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
}

void *PaintedItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

void PaintedItem::doAction(const QString &name)
{
    if (!isValid())
        return;
    select();
    if (name == pressAction())
        open();
    else
        m_area->setFocus();
}
