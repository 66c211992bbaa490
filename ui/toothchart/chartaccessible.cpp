// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartaccessible.h"

#include "ui/toothchart/chartview.h"
#include "ui/widgets/painteditems.h"

namespace {

//! One tooth.
class ToothAccessible : public PaintedItem
{
public:
    ToothAccessible(ChartView *view, const teeth::Tooth &tooth)
        : PaintedItem(view), m_view(view), m_tooth(tooth)
    {
    }

protected:
    bool isShown() const override { return m_view->scene().teeth().contains(m_tooth); }
    void describe(QAccessible::State &state) const override
    {
        state.multiSelectable = true;
        state.selected = m_view->selected().contains(m_tooth);
        state.focused = m_view->current() == m_tooth && m_view->hasFocus();
    }
    QString spokenText() const override { return m_view->spokenText(m_tooth); }
    QRect place() const override { return m_view->toothRect(m_tooth); }
    void select() override { m_view->select({m_tooth}); }
    void open() override { Q_EMIT m_view->activated(m_tooth); }

private:
    ChartView *m_view;
    teeth::Tooth m_tooth;
};

//! Teeth are known by their mark.
class ChartAccessible : public PaintedList<int>
{
public:
    explicit ChartAccessible(ChartView *view) : PaintedList(view), m_view(view) { }

protected:
    QList<int> keys() const override
    {
        QList<int> marks;
        for (const teeth::Tooth &tooth : m_view->scene().teeth())
            marks.append(Odontogram::mark(tooth));
        return marks;
    }
    int current() const override { return Odontogram::mark(m_view->current()); }
    QRect place(const int &mark) const override { return m_view->toothRect(tooth(mark)); }
    PaintedItem *newItem(const int &mark) const override
    {
        return new ToothAccessible(m_view, tooth(mark));
    }

private:
    teeth::Tooth tooth(int mark) const
    {
        for (const teeth::Tooth &tooth : m_view->scene().teeth()) {
            if (Odontogram::mark(tooth) == mark)
                return tooth;
        }
        return {};
    }

    ChartView *m_view;
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
