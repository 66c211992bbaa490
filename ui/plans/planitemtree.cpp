// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planitemtree.h"

#include "ui/plans/planwords.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

#include <QHeaderView>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int mostRows = 14; //!< higher it scrolls

} // namespace

PlanItemTree::PlanItemTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(4);
    setHeaderLabels({tr("Treatment", "column"), tr("Tooth", "column"), tr("Qty", "column"),
                     tr("Amount", "column")});
    headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionsMovable(false);
    setAccessibleName(tr("Items of the plan"));
    setObjectName(u"items"_s);
    setTabKeyNavigation(false);
    setAllColumnsShowFocus(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QTreeWidget::itemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT checkedChanged();
    });
}

void PlanItemTree::setItems(const QList<PlanPhase> &phases, const QStringList &offered,
                            teeth::Notation notation)
{
    m_filling = true;
    clear();
    m_amounts.clear();
    int number = 0;
    for (const PlanPhase &phase : phases) {
        ++number;
        QTreeWidgetItem *head = nullptr;
        for (const PlanItem &item : phase.items) {
            if (!offered.contains(item.id))
                continue;
            if (!head) {
                const QString title = planwords::phaseTitle(phase, number);
                head = new QTreeWidgetItem(this, {title});
                head->setFlags(head->flags() | Qt::ItemIsAutoTristate | Qt::ItemIsUserCheckable);
                head->setCheckState(0, Qt::Unchecked);
                head->setData(0, idRole, phase.id);
                QFont bold = font();
                bold.setWeight(QFont::DemiBold);
                head->setFont(0, bold);
            }
            auto *row = new QTreeWidgetItem(head,
                                            {item.label, planwords::teeth(item, notation),
                                             visitwords::quantity(item.quantity),
                                             wording::amount(item.amount())});
            row->setFlags(row->flags() | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
            row->setCheckState(0, Qt::Unchecked);
            row->setData(0, idRole, item.id);
            row->setToolTip(0, item.label);
            row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
            row->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
            m_amounts.insert(item.id, item.amount());
        }
    }
    expandAll();
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
    m_filling = false;
    updateGeometry();
    Q_EMIT checkedChanged();
}

void PlanItemTree::checkAll(bool checked)
{
    check(checked ? QStringList(m_amounts.keyBegin(), m_amounts.keyEnd()) : QStringList());
}

void PlanItemTree::check(const QStringList &items)
{
    m_filling = true;
    const QSet<QString> wanted(items.cbegin(), items.cend());
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *phase = topLevelItem(i);
        for (int j = 0; j < phase->childCount(); ++j) {
            QTreeWidgetItem *row = phase->child(j);
            row->setCheckState(
                0, wanted.contains(row->data(0, idRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_filling = false;
    Q_EMIT checkedChanged();
}

QStringList PlanItemTree::checked() const
{
    QStringList ids;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *phase = topLevelItem(i);
        for (int j = 0; j < phase->childCount(); ++j) {
            if (phase->child(j)->checkState(0) == Qt::Checked)
                ids.append(phase->child(j)->data(0, idRole).toString());
        }
    }
    return ids;
}

QString PlanItemTree::phaseOfChecked() const
{
    QString phase;
    int touched = 0;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->checkState(0) == Qt::Unchecked)
            continue;
        ++touched;
        phase = topLevelItem(i)->data(0, idRole).toString();
    }
    return touched == 1 ? phase : QString();
}

Money PlanItemTree::total(const Currency &currency) const
{
    Money sum{0, currency};
    for (const QString &id : checked())
        sum.minor += m_amounts.value(id).minor;
    return sum;
}

int PlanItemTree::itemCount() const
{
    return int(m_amounts.size());
}

QSize PlanItemTree::sizeHint() const
{
    const int rows = qBound(2, itemCount() + topLevelItemCount(), mostRows);
    const int row = topLevelItemCount() > 0 ? rowHeight(indexFromItem(topLevelItem(0)))
                                            : fontMetrics().height() * 2;
    return {fontMetrics().averageCharWidth() * 80,
            header()->sizeHint().height() + rows * qMax(row, fontMetrics().height()) + 6};
}

#include "moc_planitemtree.cpp"
