// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartaccessible.h"

#include "ui/toothchart/chartview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace {

//! One tooth.
class ToothAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ToothAccessible(ChartView *view, const teeth::Tooth &tooth) : m_view(view), m_tooth(tooth) { }

    bool isValid() const override { return m_view && m_view->scene().teeth().contains(m_tooth); }
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
        state.multiSelectable = true;
        state.selected = m_view->selected().contains(m_tooth);
        state.focused = m_view->current() == m_tooth && m_view->hasFocus();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenText(m_tooth) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->toothRect(m_tooth);
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
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
        m_view->select({m_tooth});
        if (name == pressAction())
            Q_EMIT m_view->activated(m_tooth);
        else
            m_view->setFocus();
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ChartView> m_view;
    teeth::Tooth m_tooth;
};

class ChartAccessible : public QAccessibleWidget
{
public:
    explicit ChartAccessible(ChartView *view)
        : QAccessibleWidget(view, QAccessible::List), m_view(view)
    {
    }

    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_teeth))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view->scene().teeth().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const QList<teeth::Tooth> all = m_view->scene().teeth();
        if (index < 0 || index >= all.size())
            return nullptr;
        const int key = Odontogram::mark(all.at(index));
        auto found = m_teeth.constFind(key);
        if (found == m_teeth.constEnd())
            found = m_teeth.insert(key,
                                   QAccessible::registerAccessibleInterface(
                                       new ToothAccessible(m_view, all.at(index))));
        return QAccessible::accessibleInterface(*found);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<teeth::Tooth> all = m_view->scene().teeth();
        for (int i = 0; i < all.size(); ++i) {
            const QAccessible::Id id = m_teeth.value(Odontogram::mark(all.at(i)));
            if (id && QAccessible::accessibleInterface(id) == child)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        const QList<teeth::Tooth> all = m_view->scene().teeth();
        for (int i = 0; i < all.size(); ++i) {
            if (m_view->toothRect(all.at(i)).contains(at))
                return child(i);
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? child(int(m_view->scene().teeth().indexOf(m_view->current())))
                                  : nullptr;
    }

private:
    ChartView *m_view;
    mutable QHash<int, QAccessible::Id> m_teeth;
};

QAccessibleInterface *makeChartAccessible(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ChartView *>(object))
        return new ChartAccessible(view);
    return nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeChartAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}
