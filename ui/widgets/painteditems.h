// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

// What a view paints by itself, as screen readers walk it: a list whose items have a name, a place
// and an action. Key is what an item is known by however the view is laid out.

//! One item. It stays valid as long as the view shows it.
class PaintedItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit PaintedItem(QAbstractScrollArea *view) : m_area(view) { }

    bool isValid() const override { return m_area && isShown(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    // Asked only while the view lives; all but the first only of an item that is shown.
    virtual bool isShown() const = 0;
    //! Sets selected, focused and what else there is.
    virtual void describe(QAccessible::State &state) const = 0;
    virtual QString spokenText() const = 0;
    virtual QRect place() const = 0; //!< in the viewport
    virtual void select() = 0;
    virtual void open() = 0;

private:
    QPointer<QAbstractScrollArea> m_area;
};

template <class Key>
class PaintedList : public QAccessibleWidget
{
public:
    explicit PaintedList(QAbstractScrollArea *view)
        : QAccessibleWidget(view, QAccessible::List), m_area(view)
    {
    }
    ~PaintedList() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(keys().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const QList<Key> all = keys();
        if (index < 0 || index >= all.size())
            return nullptr;
        const Key &key = all.at(index);
        auto found = m_items.constFind(key);
        if (found == m_items.constEnd())
            found = m_items.insert(key, QAccessible::registerAccessibleInterface(newItem(key)));
        return QAccessible::accessibleInterface(*found);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<Key> all = keys();
        for (int i = 0; i < all.size(); ++i) {
            const QAccessible::Id id = m_items.value(all.at(i));
            if (id && QAccessible::accessibleInterface(id) == child)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = m_area->viewport()->mapFromGlobal(QPoint(x, y));
        const QList<Key> all = keys();
        for (int i = 0; i < all.size(); ++i) {
            if (place(all.at(i)).contains(at))
                return child(i);
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_area->hasFocus() ? child(int(keys().indexOf(current()))) : nullptr;
    }

protected:
    virtual QList<Key> keys() const = 0; //!< in reading order
    virtual Key current() const = 0; //!< what the keyboard is at
    virtual QRect place(const Key &key) const = 0; //!< in the viewport
    virtual PaintedItem *newItem(const Key &key) const = 0;

private:
    QAbstractScrollArea *m_area;
    mutable QHash<Key, QAccessible::Id> m_items;
};
