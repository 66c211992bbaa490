// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/linestable.h"

#include "ui/theme/theme.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

class FlatHeader : public QHeaderView
{
public:
    explicit FlatHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
        setHighlightSections(false);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::of(palette());
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Window));
        painter->setPen(theme.muted);
        const auto alignment = Qt::Alignment(
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        painter->drawText(rect.adjusted(4, 0, -4, 0), alignment | Qt::AlignVCenter,
                          model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        painter->setPen(theme.frame);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->restore();
    }
};

class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        painter->save();
        if (index.data(LinesModel::Marked).toBool())
            painter->fillRect(option.rect, theme.warningFill);
        painter->setPen(theme.frame);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const bool counted = index.data(LinesModel::Counted).toBool();
        painter->setPen(counted ? option.palette.color(QPalette::WindowText) : theme.muted);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        QRect rect = option.rect.adjusted(4, 0, -4, 0);
        const QString remark = index.data(LinesModel::Remark).toString();
        if (remark.isEmpty() || index.column() != LinesModel::Treatment) {
            if (index.column() == LinesModel::Standing)
                painter->setPen(theme.muted);
            painter->drawText(rect, alignment | Qt::AlignVCenter,
                              option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                            rect.width()));
        } else {
            const int line = option.fontMetrics.height();
            rect.adjust(0, line / 4, 0, -line / 4);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop,
                              option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                            rect.width()));
            const QFont small = smallFont(option.font);
            painter->setFont(small);
            painter->setPen(theme.muted);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignBottom,
                              QFontMetrics(small).elidedText(remark, Qt::ElideRight, rect.width()));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(option.palette.color(QPalette::Highlight));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        const bool two = !index.data(LinesModel::Remark).toString().isEmpty();
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 12,
                (two ? 2 * line : line) + line / 2};
    }
};

} // namespace

LinesModel::LinesModel(bool withRemarks, QObject *parent)
    : QAbstractTableModel(parent), m_withRemarks(withRemarks)
{
}

void LinesModel::setLines(const OrderLines &lines)
{
    if (lines.lines == m_lines.lines) {
        m_lines = lines;
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.lines.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ShownLine &shown = m_lines.lines.at(index.row());
    const OrderLine &line = shown.line;
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case Tooth:
            return line.tooth.isEmpty() ? u"—"_s : line.tooth;
        case Treatment:
            return line.label;
        case Class:
            return line.invoiceClass;
        case Quantity:
            return visitwords::quantity(line.quantity);
        case Price:
            return wording::amount(line.unitPrice);
        case Amount:
            return wording::amount(line.net());
        case Standing:
            return visitwords::standing(shown);
        case ColumnCount:
            break;
        }
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == Quantity || index.column() == Price || index.column() == Amount
            ? int(Qt::AlignRight)
            : int(Qt::AlignLeft);
    case Remark:
        return m_withRemarks ? visitwords::remark(shown) : QString();
    case Marked:
        return shown.standing == ShownLine::Standing::Unknown
            || shown.standing == ShownLine::Standing::AddedInCrm || shown.pricedByHand;
    case Counted:
        return shown.standing != ShownLine::Standing::Unknown
            && shown.standing != ShownLine::Standing::Planned;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList parts{line.label, visitwords::standing(shown)};
        if (!line.discount.isZero())
            parts.append(tr("discount %1").arg(wording::money(line.discount)));
        for (const LineTax &tax : line.taxes)
            parts.append(tr("tax %1").arg(tax.name));
        return parts.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Quantity || section == Price || section == Amount ? int(Qt::AlignRight)
                                                                            : int(Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Tooth:
        return tr("Tooth", "column");
    case Treatment:
        return tr("Treatment", "column");
    case Class:
        return tr("Class", "column");
    case Quantity:
        return tr("Qty", "column");
    case Price:
        return tr("Price", "column");
    case Amount:
        return tr("Amount", "column");
    case Standing:
        return visitwords::hasPlan(m_lines) ? tr("Against the plan", "column")
                                            : tr("Where from", "column");
    case ColumnCount:
        break;
    }
    return {};
}

LinesTable::LinesTable(LinesModel *model, bool allColumns, QWidget *parent) : QTableView(parent)
{
    setHorizontalHeader(new FlatHeader(this));
    setModel(model);
    setItemDelegate(new LineDelegate(this));
    setAccessibleName(tr("Order lines"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(LinesModel::Treatment, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 5);
    viewport()->setAutoFillBackground(false);
    for (const auto column : {LinesModel::Class, LinesModel::Price, LinesModel::Standing})
        setColumnHidden(column, !allColumns);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
}

void LinesTable::setMostLines(int lines)
{
    m_mostLines = lines;
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

QSize LinesTable::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += sizeHintForRow(row) + 1;
    if (m_mostLines > 0)
        height = qMin(height, m_mostLines * fontMetrics().height());
    return {fontMetrics().averageCharWidth() * 40, height};
}

QSize LinesTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}
