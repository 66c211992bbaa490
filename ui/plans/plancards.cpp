// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plancards.h"

#include "ui/plans/planwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 10; //!< between two cards
constexpr int padding = 12;
constexpr qreal radius = 7;

class CardDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int height(const QFontMetrics &metrics) { return metrics.height() * 9 / 2 + padding; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const QListView *view = qobject_cast<const QListView *>(option.widget);
        const bool chosen = view && view->currentIndex() == index;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF card = QRectF(option.rect).adjusted(1.5, 1.5, -gap + 0.5, -1.5);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->setPen(chosen ? QPen(option.palette.color(QPalette::Highlight), 2)
                               : QPen(theme.frame, 1));
        painter->drawRoundedRect(card, radius, radius);

        const QRect inner = card.toRect().adjusted(padding, padding - 2, -padding, -padding + 2);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics strong(bold);
        const QString standing = index.data(PlanCardsModel::Standing).toString();
        const QSize chip = standing.isEmpty() ? QSize() : Chips::sizeOf(standing, option.font);
        const int chipWidth = qMin(chip.width(), inner.width() * 11 / 20);
        const int room = inner.width() - (standing.isEmpty() ? 0 : chipWidth + 8);
        const QString title = strong.elidedText(index.data().toString(), Qt::ElideRight, room);
        const int line = qMax(strong.height(), chip.height());
        painter->setFont(bold);
        painter->setPen(option.palette.color(QPalette::WindowText));
        painter->drawText(QRect(inner.x(), inner.y(), room, line), Qt::AlignVCenter, title);
        if (!standing.isEmpty()) {
            painter->setFont(option.font);
            const QRect place(inner.x() + strong.horizontalAdvance(title) + 8,
                              inner.y() + (line - chip.height()) / 2, chipWidth, chip.height());
            Chips::paint(painter, place, standing,
                         Chips::Tone(index.data(PlanCardsModel::Tone).toInt()), option.palette);
        }
        painter->setFont(option.font);
        painter->setPen(theme.muted);
        const int text = option.fontMetrics.height();
        painter->drawText(
            QRect(inner.x(), inner.y() + line + (inner.height() - line - 2 * text) / 2,
                  inner.width(), text),
            Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(PlanCardsModel::Summary).toString(),
                                          Qt::ElideRight, inner.width()));
        const QRect foot(inner.x(), inner.bottom() - text + 1, inner.width(), text);
        const QString total = index.data(PlanCardsModel::Total).toString();
        painter->drawText(foot, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(
                              index.data(PlanCardsModel::Quote).toString(), Qt::ElideRight,
                              foot.width() - strong.horizontalAdvance(total) - 8));
        painter->setFont(bold);
        painter->setPen(option.palette.color(QPalette::WindowText));
        painter->drawText(foot, Qt::AlignVCenter | Qt::AlignRight, total);
        if (chosen && (option.state & QStyle::State_HasFocus)) {
            QPen ring(option.palette.color(QPalette::Highlight), 1, Qt::DotLine);
            painter->setPen(ring);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(card.adjusted(3, 3, -3, -3), radius - 2, radius - 2);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const auto *view = qobject_cast<const QListView *>(option.widget);
        // Three side by side where there is room for three.
        const int least = option.fontMetrics.averageCharWidth() * 36;
        const int across = view ? view->viewport()->width() : least * 3;
        const int count = view && view->model() ? view->model()->rowCount() : 1;
        const int beside = qBound(1, qMin(3, count), qMax(1, across / least));
        const int most = option.fontMetrics.averageCharWidth() * 62;
        return {qBound(least, across / beside, most), height(option.fontMetrics)};
    }
};

} // namespace

PlanCardsModel::PlanCardsModel(const Currency &currency, const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent), m_currency(currency), m_zone(zone)
{
}

void PlanCardsModel::setPlans(const QList<PlanRecord> &plans)
{
    beginResetModel();
    m_plans = plans;
    m_places.clear();
    for (qsizetype plan = 0; plan < m_plans.size(); ++plan) {
        for (qsizetype version = m_plans.at(plan).versions.size() - 1; version >= 0; --version)
            m_places.append({plan, version});
    }
    endResetModel();
}

const PlanRecord *PlanCardsModel::record(int row) const
{
    return row < 0 || row >= m_places.size() ? nullptr : &m_plans.at(m_places.at(row).plan);
}

const PlanVersion *PlanCardsModel::version(int row) const
{
    const PlanRecord *of = record(row);
    return of ? &of->versions.at(m_places.at(row).version) : nullptr;
}

int PlanCardsModel::rowOf(const PlanId &plan, int number) const
{
    for (int row = 0; row < int(m_places.size()); ++row) {
        if (record(row)->current.id == plan && (number == 0 || version(row)->number == number))
            return row;
    }
    return -1;
}

int PlanCardsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

QVariant PlanCardsModel::data(const QModelIndex &index, int role) const
{
    const PlanVersion *of = version(index.row());
    if (!of)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return planwords::title(*record(index.row()), *of);
    case Standing:
        return planwords::decision(*of, m_currency, m_zone).text;
    case Tone:
        return int(planwords::decision(*of, m_currency, m_zone).tone);
    case Summary:
        return planwords::summary(of->content);
    case Quote:
        return planwords::quote(*of);
    case Total:
        return wording::money(of->content.total(m_currency));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return QStringList{data(index, Qt::DisplayRole).toString(),
                           data(index, Standing).toString(), data(index, Summary).toString(),
                           data(index, Quote).toString(), data(index, Total).toString()}
            .join(role == Qt::ToolTipRole ? u"\n"_s : u", "_s);
    default:
        return {};
    }
}

PlanCards::PlanCards(PlanCardsModel *model, QWidget *parent) : QListView(parent)
{
    setModel(model);
    setItemDelegate(new CardDelegate(this));
    setAccessibleName(tr("Plans and their versions"));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setResizeMode(Adjust);
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
}

QSize PlanCards::sizeHint() const
{
    // The bar's place is kept, so that nothing below moves when it comes.
    return {fontMetrics().averageCharWidth() * 60,
            CardDelegate::height(fontMetrics()) + horizontalScrollBar()->sizeHint().height()};
}

QSize PlanCards::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void PlanCards::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid())
        Q_EMIT chosen(current.row());
}

void PlanCards::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void PlanCards::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void PlanCards::wheelEvent(QWheelEvent *event)
{
    // There is nothing below to scroll to.
    if (event->angleDelta().y() != 0 && event->angleDelta().x() == 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
    else
        QListView::wheelEvent(event);
}

#include "moc_plancards.cpp"
