// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/dayaccessible.h"

#include "ui/day/daymodel.h"
#include "ui/day/dayview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace {

//! One card. It keeps the visit's id, not the place: places change with every layout.
class CardAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardAccessible(DayView *view, VisitId id) : m_view(view), m_id(std::move(id)) { }

    bool isValid() const override { return m_view && index() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_view->selected() == m_id;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenText(index()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->cardRect(m_id);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->select(m_id);
        if (name == pressAction())
            Q_EMIT m_view->opened(m_id);
        else
            m_view->setFocus();
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    int index() const
    {
        const int row = m_view->model()->rowOf(m_id);
        const QList<CardPlace> &places = m_view->scene().places;
        for (int i = 0; row >= 0 && i < places.size(); ++i) {
            if (places[i].row == row)
                return i;
        }
        return -1;
    }

    QPointer<DayView> m_view;
    VisitId m_id;
};

class DayAccessible : public QAccessibleWidget
{
public:
    explicit DayAccessible(DayView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view)
    {
    }

    ~DayAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cards))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view->scene().places.size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const VisitId id = idOf(index);
        auto found = m_cards.constFind(id);
        if (found == m_cards.constEnd())
            found = m_cards.insert(
                id, QAccessible::registerAccessibleInterface(new CardAccessible(m_view, id)));
        return QAccessible::accessibleInterface(*found);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessible::accessibleInterface(m_cards.value(idOf(i))) == child)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i) {
            if (m_view->cardRect(idOf(i)).contains(at))
                return child(i);
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        for (int i = 0; m_view->hasFocus() && i < childCount(); ++i) {
            if (idOf(i) == m_view->selected())
                return child(i);
        }
        return nullptr;
    }

private:
    VisitId idOf(int index) const
    {
        return m_view->model()->entries().at(m_view->scene().places.at(index).row).visit.id;
    }

    DayView *m_view;
    mutable QHash<VisitId, QAccessible::Id> m_cards;
};

QAccessibleInterface *makeDayAccessible(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<DayView *>(object))
        return new DayAccessible(view);
    return nullptr;
}

} // namespace

void installDayAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeDayAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}
