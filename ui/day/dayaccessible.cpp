// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/dayaccessible.h"

#include "ui/day/daymodel.h"
#include "ui/day/dayview.h"
#include "ui/widgets/painteditems.h"

namespace {

//! One card. It keeps the visit's id, not the place: places change with every layout.
class CardAccessible : public PaintedItem
{
public:
    CardAccessible(DayView *view, VisitId id) : PaintedItem(view), m_view(view), m_id(std::move(id))
    {
    }

protected:
    bool isShown() const override { return index() >= 0; }
    void describe(QAccessible::State &state) const override
    {
        state.selected = m_view->selected() == m_id;
        state.focused = state.selected && m_view->hasFocus();
    }
    QString spokenText() const override { return m_view->spokenText(index()); }
    QRect place() const override { return m_view->cardRect(m_id); }
    void select() override { m_view->select(m_id); }
    void open() override { Q_EMIT m_view->opened(m_id); }

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

    DayView *m_view;
    VisitId m_id;
};

class DayAccessible : public PaintedList<VisitId>
{
public:
    explicit DayAccessible(DayView *view) : PaintedList(view), m_view(view) { }

protected:
    QList<VisitId> keys() const override
    {
        QList<VisitId> ids;
        for (const CardPlace &place : m_view->scene().places)
            ids.append(m_view->model()->entries().at(place.row).visit.id);
        return ids;
    }
    VisitId current() const override { return m_view->selected(); }
    QRect place(const VisitId &id) const override { return m_view->cardRect(id); }
    PaintedItem *newItem(const VisitId &id) const override
    {
        return new CardAccessible(m_view, id);
    }

private:
    DayView *m_view;
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
