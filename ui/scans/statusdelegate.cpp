// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/statusdelegate.h"

#include "ui/scans/casesmodel.h"
#include "ui/scans/scanwords.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int margin = 4;

} // namespace

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    painter->setFont(item.font);
    QRect chip({}, Chips::sizeOf(text, item.font));
    chip.setWidth(qMin(chip.width(), item.rect.width() - 2 * margin));
    chip.moveTo(item.rect.left() + margin, item.rect.center().y() - chip.height() / 2);
    const auto status = index.data(CasesModel::StatusRole).value<CaseStatus>();
    Chips::paint(painter, chip, text, scanwords::tone(status), item.palette);
    painter->restore();
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize chip = Chips::sizeOf(index.data().toString(), option.font);
    return {chip.width() + 2 * margin, chip.height() + margin};
}

#include "moc_statusdelegate.cpp"
