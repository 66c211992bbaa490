// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/interventionlines.h"

using namespace Qt::StringLiterals;

QList<OrderLine> interventionLines(const PlannedPart &part, const TreatmentPlan &content,
                                   const QList<Product> &catalogue, const Currency &currency)
{
    QList<OrderLine> lines;
    for (const PlanItem &item : content.items()) {
        if (part.items.contains(item.id))
            lines.append(planLine(item, catalogue, currency));
    }
    if (part.deposit.minor <= 0 || part.depositProduct.isEmpty())
        return lines;
    OrderLine deposit;
    deposit.mark = depositMark;
    deposit.product = part.depositProduct;
    deposit.unitPrice = Money{part.deposit.minor, currency};
    deposit.discount = deposit.unitPrice;
    for (const Product &product : catalogue) {
        if (product.id != part.depositProduct)
            continue;
        deposit.label = product.name;
        deposit.invoiceClass = product.invoiceClass;
    }
    lines.append(deposit);
    return lines;
}
