// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/salesorder.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using Standing = ShownLine::Standing;

namespace {

constexpr QLatin1StringView bookingMark = "booking"_L1;
constexpr QLatin1StringView planPrefix = "plan:"_L1;

bool counts(const ShownLine &shown)
{
    return shown.standing != Standing::Planned && shown.standing != Standing::Unknown;
}

//! One field of the digest. Its length goes first, so that no text can pass for two fields.
void append(QByteArray &row, const QString &field)
{
    const QByteArray bytes = field.toUtf8();
    row += QByteArray::number(bytes.size()) + ':' + bytes;
}

QByteArray digestRow(const ShownLine &shown)
{
    const OrderLine &line = shown.line;
    const bool unknown = shown.standing == Standing::Unknown;
    QByteArray row;
    append(row, unknown ? QString(u"unknown:"_s + line.mark) : QString());
    append(row, line.product.isEmpty() ? line.label : line.product.value);
    append(row, line.tooth);
    append(row, QString::number(line.quantity));
    append(row, QString::number(line.unitPrice.minor));
    append(row, QString::number(line.discount.minor));
    QStringList taxes;
    for (const LineTax &tax : charged(line.taxes))
        taxes.append(QString(tax.name + u'=' + QString::number(tax.percent)));
    taxes.sort();
    for (const QString &tax : std::as_const(taxes))
        append(row, tax);
    return row;
}

//! The FDI numbers of a line's tooth text, whatever stands around them.
QSet<QString> teethOf(const QString &tooth)
{
    static const QRegularExpression number(u"(?<!\\d)[1-8][1-8](?!\\d)"_s);
    QSet<QString> teeth;
    for (auto it = number.globalMatch(tooth); it.hasNext();)
        teeth.insert(it.next().captured());
    return teeth;
}

//! Joins order, acts and choices: one use, one call.
class Joining
{
public:
    Joining(const SalesOrder &order, const SalesOrder &lastSent,
            const QList<OrderLine> &bookedLines, const QList<Product> &catalogue,
            const Currency &currency)
        : m_lastSent(lastSent), m_currency(currency)
    {
        m_lines = order.id.isEmpty() ? bookedLines : order.lines;
        for (const OrderLine &line : bookedLines) {
            if (line.mark == bookingMark)
                m_booking = line;
        }
        m_used.fill(false, m_lines.size());
        for (const Product &product : catalogue)
            m_products.insert(product.id, product);
    }

    QList<ShownLine> join(const QList<RecordedAct> &acts, const QList<ActChoice> &choices)
    {
        sort(acts, choices);
        reviveBooking();
        // Lines that carry an act's own mark are taken first, so that no other act takes them over.
        QHash<QString, qsizetype> own;
        for (const Performed &performed : std::as_const(m_performed)) {
            const qsizetype index = unusedWithMark(performed.act.itemId);
            if (index >= 0) {
                own.insert(performed.act.itemId, index);
                m_used[index] = true;
            }
        }
        QList<ShownLine> recorded;
        for (const Performed &performed : std::as_const(m_performed)) {
            qsizetype index = own.value(performed.act.itemId, -1);
            if (index < 0)
                index = lineToTakeOver(performed);
            if (index >= 0)
                m_used[index] = true;
            recorded.append(recordedLine(performed, index));
        }
        QList<ShownLine> planned = plannedActs();
        QList<ShownLine> shown = remaining(Standing::Booked);
        shown += recorded;
        shown += remaining(Standing::AddedInCrm);
        shown += remaining(Standing::Planned);
        shown += planned;
        shown += m_unknown;
        return shown;
    }

private:
    struct Performed {
        RecordedAct act;
        Product product;
    };

    void sort(const QList<RecordedAct> &acts, const QList<ActChoice> &choices)
    {
        QHash<QString, ProductId> chosen;
        for (const ActChoice &choice : choices)
            chosen.insert(choice.itemId, choice.product);
        for (const RecordedAct &act : acts) {
            if (act.status == u"cancelled"_s)
                continue;
            ProductId product = act.product;
            if (!m_products.contains(product)) {
                const bool isChosen = chosen.contains(act.itemId);
                product = chosen.value(act.itemId);
                if (isChosen && product.isEmpty())
                    continue; // left for the office
            }
            const auto known = m_products.constFind(product);
            if (act.status == u"planned"_s)
                m_planned.append({act, known == m_products.cend() ? Product() : *known});
            else if (known == m_products.cend())
                m_unknown.append(unknownLine(act));
            else
                m_performed.append({act, *known});
        }
    }

    //! A booking's line that an act took over, and whose act is gone since, stands again for the
    //! booking: whether an update was sent in between must not matter.
    void reviveBooking()
    {
        if (m_booking.product.isEmpty() || unusedWithMark(bookingMark) >= 0)
            return;
        QSet<QString> living;
        for (const Performed &performed : std::as_const(m_performed)) {
            if (performed.product.id == m_booking.product)
                return;
            living.insert(performed.act.itemId);
        }
        for (const Performed &planned : std::as_const(m_planned))
            living.insert(planned.act.itemId);
        for (const ShownLine &unknown : std::as_const(m_unknown))
            living.insert(unknown.line.mark);
        for (OrderLine &line : m_lines) {
            const bool ofAct = !line.mark.isEmpty() && !line.mark.startsWith(planPrefix);
            if (ofAct && line.product == m_booking.product && !living.contains(line.mark)) {
                line.mark = bookingMark;
                return;
            }
        }
    }

    qsizetype unusedWithMark(const QString &mark) const
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (!m_used.at(i) && m_lines.at(i).mark == mark)
                return i;
        }
        return -1;
    }

    //! The booking's or a plan's line that this act turns into; one of the very tooth before one
    //! without a tooth.
    qsizetype lineToTakeOver(const Performed &performed) const
    {
        const qsizetype itsPlan = unusedWithMark(planPrefix + performed.act.itemId);
        if (itsPlan >= 0)
            return itsPlan;
        const QSet<QString> teeth(performed.act.teeth.begin(), performed.act.teeth.end());
        qsizetype toothless = -1;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const OrderLine &line = m_lines.at(i);
            const bool ours = line.mark == bookingMark
                || (line.mark.startsWith(planPrefix) && line.mark != depositMark);
            if (m_used.at(i) || !ours || line.product != performed.product.id)
                continue;
            const QSet<QString> wanted = teethOf(line.tooth);
            if (!wanted.isEmpty() && wanted == teeth)
                return i;
            if (wanted.isEmpty() && toothless < 0)
                toothless = i;
        }
        return toothless;
    }

    //! The line as we last agreed on it with the CRM.
    const OrderLine *agreed(const OrderLine &line) const
    {
        for (const OrderLine &sent : m_lastSent.lines) {
            if (!sent.mark.isEmpty() && sent.mark == line.mark)
                return &sent;
        }
        for (const OrderLine &sent : m_lastSent.lines) {
            if (!sent.remoteId.isEmpty() && sent.remoteId == line.remoteId)
                return &sent;
        }
        return nullptr;
    }

    ShownLine recordedLine(const Performed &performed, qsizetype index) const
    {
        const RecordedAct &act = performed.act;
        const Product &product = performed.product;
        ShownLine shown;
        OrderLine &line = shown.line;
        line.mark = act.itemId;
        line.product = product.id;
        line.label = product.name;
        line.tooth = toothText(act.teeth, act.surfaces);
        line.invoiceClass = product.invoiceClass;
        line.quantity = act.quantity;
        line.taxes = product.taxes;
        line.unitPrice = priceOf(performed);
        const OrderLine *existing = index < 0 ? nullptr : &m_lines.at(index);
        const OrderLine *sent = existing == nullptr ? nullptr : agreed(*existing);
        if (existing != nullptr)
            line.remoteId = existing->remoteId;
        if (sent != nullptr && existing->unitPrice.minor != sent->unitPrice.minor
            && existing->unitPrice.minor != line.unitPrice.minor) {
            line.unitPrice = existing->unitPrice;
            shown.pricedByHand = true;
        }
        line.discount = percentOf(scaled(line.unitPrice, line.quantity), act.discountPercent);
        if (sent != nullptr && existing->discount.minor != sent->discount.minor
            && existing->discount.minor != line.discount.minor) {
            line.discount = existing->discount;
            shown.pricedByHand = true;
        }
        return shown;
    }

    //! DentalTap's own price where it names one; an act that the catalogue did not know brings one
    //! only if it is above zero.
    Money priceOf(const Performed &performed) const
    {
        const Money &own = performed.act.unitPrice;
        const bool named = own.currency.code == m_currency.code && !own.currency.code.isEmpty();
        const bool byChoice = performed.act.product != performed.product.id;
        if (named && (own.minor > 0 || !byChoice))
            return own;
        return Money{performed.product.price.minor, m_currency};
    }

    ShownLine unknownLine(const RecordedAct &act) const
    {
        ShownLine shown;
        shown.standing = Standing::Unknown;
        shown.line.mark = act.itemId;
        shown.line.label = act.label;
        shown.line.tooth = toothText(act.teeth, act.surfaces);
        shown.line.quantity = act.quantity;
        shown.line.unitPrice = Money{act.unitPrice.minor, m_currency};
        shown.line.discount =
            percentOf(scaled(shown.line.unitPrice, act.quantity), act.discountPercent);
        return shown;
    }

    //! Acts that DentalTap only plans, unless a line of the order stands for them already.
    QList<ShownLine> plannedActs()
    {
        QList<ShownLine> shown;
        for (const Performed &planned : std::as_const(m_planned)) {
            const qsizetype own = unusedWithMark(planned.act.itemId);
            if (own < 0 && !planned.product.id.isEmpty() && lineToTakeOver(planned) >= 0)
                continue;
            ShownLine line = planned.product.id.isEmpty() ? unknownLine(planned.act)
                                                          : recordedLine(planned, own);
            line.standing = Standing::Planned;
            line.line.mark = planPrefix + planned.act.itemId;
            if (own >= 0)
                m_used[own] = true;
            shown.append(line);
        }
        return shown;
    }

    //! What no act has taken. A line of an act that DentalTap no longer has is not among it.
    QList<ShownLine> remaining(Standing standing) const
    {
        QList<ShownLine> shown;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const OrderLine &line = m_lines.at(i);
            const bool fits = standing == Standing::Booked ? line.mark == bookingMark
                : standing == Standing::Planned            ? line.mark.startsWith(planPrefix)
                                                           : line.mark.isEmpty();
            if (m_used.at(i) || !fits)
                continue;
            ShownLine each{line, standing, false};
            const auto product = m_products.constFind(line.product);
            if (product != m_products.cend()) {
                if (each.line.invoiceClass.isEmpty())
                    each.line.invoiceClass = product->invoiceClass;
                if (each.line.label.isEmpty())
                    each.line.label = product->name;
            }
            const OrderLine *sent = standing == Standing::AddedInCrm ? nullptr : agreed(line);
            each.pricedByHand = sent != nullptr
                && (line.unitPrice.minor != sent->unitPrice.minor
                    || line.discount.minor != sent->discount.minor);
            shown.append(each);
        }
        return shown;
    }

    const SalesOrder &m_lastSent;
    OrderLine m_booking; //!< without product: there is none
    const Currency &m_currency;
    QList<OrderLine> m_lines;
    QList<bool> m_used;
    QHash<ProductId, Product> m_products;
    QList<Performed> m_performed;
    QList<Performed> m_planned;
    QList<ShownLine> m_unknown;
};

} // namespace

QString toothText(const QStringList &teeth, const QStringList &surfaces)
{
    QStringList parts;
    if (!teeth.isEmpty())
        parts.append(teeth.join(u", "_s));
    if (!surfaces.isEmpty())
        parts.append(surfaces.join(QString()));
    return parts.join(u' ');
}

QList<LineTax> charged(const QList<LineTax> &taxes)
{
    QList<LineTax> list;
    std::copy_if(taxes.begin(), taxes.end(), std::back_inserter(list),
                 [](const LineTax &tax) { return tax.percent != 0; });
    return list;
}

Money OrderLine::net() const
{
    Money amount = scaled(unitPrice, quantity);
    amount.minor -= discount.minor;
    return amount;
}

Money OrderLine::tax() const
{
    const Money base = net();
    Money sum{0, base.currency};
    for (const LineTax &each : taxes)
        sum.minor += percentOf(base, each.percent).minor;
    return sum;
}

Money OrderLines::total() const
{
    Money sum{adjustment.minor - discount.minor, discount.currency};
    for (const ShownLine &shown : lines) {
        if (!counts(shown))
            continue;
        if (sum.currency.code.isEmpty())
            sum.currency = shown.line.unitPrice.currency;
        sum.minor += shown.line.net().minor + shown.line.tax().minor;
    }
    return sum;
}

bool OrderLines::hasUnknown() const
{
    return std::any_of(lines.begin(), lines.end(),
                       [](const ShownLine &shown) { return shown.standing == Standing::Unknown; });
}

QByteArray OrderLines::digest() const
{
    // Planned lines are on no invoice: their coming and going is nobody's surprise.
    QList<QByteArray> rows;
    for (const ShownLine &shown : lines) {
        if (shown.standing != Standing::Planned)
            rows.append(digestRow(shown));
    }
    std::sort(rows.begin(), rows.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &row : std::as_const(rows)) {
        hash.addData(QByteArray(QByteArray::number(row.size()) + '|'));
        hash.addData(row);
    }
    hash.addData(QByteArray(QByteArray::number(discount.minor) + '/'
                            + QByteArray::number(adjustment.minor)));
    return hash.result();
}

OrderLines shownLines(const SalesOrder &order, const SalesOrder &lastSent,
                      const OrderLine &bookingLine, const QList<RecordedAct> &acts,
                      const QList<ActChoice> &choices, const QList<Product> &catalogue,
                      const Currency &currency)
{
    QList<OrderLine> booked;
    if (!bookingLine.product.isEmpty() || !bookingLine.label.isEmpty())
        booked.append(bookingLine);
    return shownLines(order, lastSent, booked, acts, choices, catalogue, currency);
}

OrderLines shownLines(const SalesOrder &order, const SalesOrder &lastSent,
                      const QList<OrderLine> &bookedLines, const QList<RecordedAct> &acts,
                      const QList<ActChoice> &choices, const QList<Product> &catalogue,
                      const Currency &currency)
{
    OrderLines shown;
    shown.lines = Joining(order, lastSent, bookedLines, catalogue, currency).join(acts, choices);
    shown.discount = Money{order.discount.minor, currency};
    shown.adjustment = Money{order.adjustment.minor, currency};
    return shown;
}
