// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/facttable.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! A thin line under each row.
class RuledDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setPen(Theme::of(option.palette).frame);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
};

} // namespace

FactTable::FactTable(const QString &name, QWidget *parent)
    : QTableView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setAccessibleName(name);
    setItemDelegate(new RuledDelegate(this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 2);
    viewport()->setAutoFillBackground(false);
    // Rows know how high they are only once the columns know how wide.
    connect(verticalHeader(), &QHeaderView::sectionResized, this, [this] { updateGeometry(); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactTable::setFacts(const QList<Column> &columns, const QList<QStringList> &rows)
{
    m_model->clear();
    QStringList titles;
    bool titled = false;
    for (const Column &column : columns) {
        titles.append(column.title);
        titled = titled || !column.title.isEmpty();
    }
    m_model->setHorizontalHeaderLabels(titles);
    horizontalHeader()->setVisible(titled);
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            auto *item = new QStandardItem(row.value(i));
            item->setTextAlignment(columns.at(i).alignment | Qt::AlignVCenter);
            item->setToolTip(row.value(i));
            items.append(item);
        }
        m_model->appendRow(items);
    }
    for (int i = 0; i < int(columns.size()); ++i) {
        m_model->setHeaderData(i, Qt::Horizontal, int(columns.at(i).alignment | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
        horizontalHeader()->setSectionResizeMode(
            i, columns.at(i).stretches ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    setVisible(!rows.isEmpty());
    updateGeometry();
}

QStringList FactTable::row(int index) const
{
    QStringList texts;
    for (int column = 0; column < m_model->columnCount(); ++column)
        texts.append(m_model->index(index, column).data().toString());
    return texts;
}

int FactTable::rowCount() const
{
    return m_model->rowCount();
}

void FactTable::align(const QList<FactTable *> &tables)
{
    int columns = 0;
    for (const FactTable *table : tables)
        columns = std::max(columns, table->m_model->columnCount());
    for (int column = 0; column < columns; ++column) {
        int width = 0;
        for (const FactTable *table : tables)
            width = std::max({width, table->sizeHintForColumn(column),
                              table->horizontalHeader()->sectionSizeHint(column)});
        for (FactTable *table : tables) {
            QHeaderView *header = table->horizontalHeader();
            if (header->sectionResizeMode(column) == QHeaderView::Stretch)
                continue;
            header->setSectionResizeMode(column, QHeaderView::Fixed);
            header->resizeSection(column, width);
        }
    }
}

QSize FactTable::sizeHint() const
{
    int height = horizontalHeader()->isHidden() ? 2 : horizontalHeader()->sizeHint().height() + 2;
    const int rows = m_mostRows > 0 ? qMin(m_mostRows, m_model->rowCount()) : m_model->rowCount();
    for (int row = 0; row < rows; ++row)
        height += qMax(rowHeight(row), verticalHeader()->minimumSectionSize());
    return {fontMetrics().averageCharWidth() * 30, height};
}

QSize FactTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
}

#include "moc_facttable.cpp"
