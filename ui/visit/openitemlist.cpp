// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/openitemlist.h"

#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"
#include "ui/visit/openacts.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QList<OpenItem> billable(const QList<OpenItem> &items)
{
    QList<OpenItem> found;
    for (const OpenItem &item : items) {
        if (item.isBillable())
            found.append(item);
    }
    return found;
}

} // namespace

OpenItemList::OpenItemList(OpenActs *acts, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_acts(acts), m_zone(zone), m_title(new QLabel(tr("Not on the invoice"))),
      m_boxes(new QVBoxLayout), m_bill(new QPushButton)
{
    setObjectName(u"openItems"_s);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_boxes->setContentsMargins(0, 0, 0, 0);
    m_bill->setObjectName(u"billOpenItems"_s);
    m_bill->setAutoDefault(false);
    setPrimary(m_bill);
    connect(m_bill, &QPushButton::clicked, this,
            [this] { m_acts->bill(m_visit, billable(m_items)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addLayout(m_boxes);
    layout->addWidget(m_bill);
    hide();
}

void OpenItemList::setDetail(const VisitDetail &detail, QDate today)
{
    const VisitState state = detail.entry.visit.state;
    const bool forbidden = m_acts->isForbidden();
    if (detail.entry.visit.id == m_visit && detail.openItems == m_items && today == m_today
        && state == m_state && forbidden == m_forbidden)
        return; // The button under somebody's finger stays.
    m_visit = detail.entry.visit.id;
    m_items = detail.openItems;
    m_today = today;
    m_state = state;
    m_forbidden = forbidden;
    while (QLayoutItem *item = m_boxes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const OpenItem &item : std::as_const(m_items))
        addItem(item, today);
    updateBill(state);
    setVisible(!m_items.isEmpty());
}

void OpenItemList::addItem(const OpenItem &item, QDate today)
{
    const QString what = OpenActs::what(item);
    auto *box = new Notice(this);
    m_boxes->addWidget(box);
    box->setObjectName(u"openItem"_s);
    const bool unknown = item.isUnbilled() && !item.isBillable();
    QStringList lines{what, OpenActs::how(item, m_zone, today)};
    if (unknown)
        lines.append(tr("The catalogue does not have this act."));
    box->setText(lines.join(u'\n'));
    if (unknown) {
        auto *choose = box->addButton(tr("C&hoose a product…"), u"chooseForItem"_s);
        choose->setAccessibleName(tr("Choose a product for %1").arg(what));
        choose->setEnabled(!m_forbidden);
        connect(choose, &QPushButton::clicked, this,
                [this, item] { m_acts->choose(m_visit, item); });
    }
    auto *ignore = box->addButton(tr("&Ignore…"), u"ignoreItem"_s);
    ignore->setAccessibleName(tr("Ignore %1").arg(what));
    ignore->setEnabled(!m_forbidden);
    connect(ignore, &QPushButton::clicked, this, [this, item] { m_acts->ignore(m_visit, {item}); });
}

void OpenItemList::updateBill(VisitState state)
{
    const QList<OpenItem> items = billable(m_items);
    m_bill->setVisible(!items.isEmpty());
    if (items.isEmpty())
        return;
    const QString amount = wording::money(OpenActs::total(items));
    m_bill->setText(tr("&Bill  →  supplementary invoice %1").arg(amount));
    m_bill->setAccessibleName(tr("Make a supplementary invoice of %1").arg(amount));
    const bool first = state == VisitState::AwaitingInvoice;
    m_bill->setEnabled(!first && !m_forbidden);
    m_bill->setToolTip(first ? tr("The first invoice is still on its way.") : QString());
}

#include "moc_openitemlist.cpp"
