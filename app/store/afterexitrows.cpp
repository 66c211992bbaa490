// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/afterexitrows.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace rows {

namespace {

QString itemPlace(const VisitId &visit, const QString &item)
{
    return u"open_item/sealed/"_s + visit.value + u'/' + item;
}

QString supplementPlace(const QString &column, const QString &id)
{
    return u"supplement/"_s + column + u'/' + id;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray actsArray(const QList<RecordedAct> &acts)
{
    return QJsonDocument::fromJson(rowjson::fromActs(acts)).array();
}

QList<RecordedAct> actsFrom(const QJsonValue &array)
{
    return rowjson::toActs(QJsonDocument(array.toArray()).toJson(QJsonDocument::Compact));
}

QByteArray fromItem(const OpenItem &item)
{
    QJsonObject object{{u"kind"_s, enumName(item.kind)},
                       {u"act"_s, actsArray({item.act})},
                       {u"product"_s, item.product.value},
                       {u"reason"_s, item.reason}};
    if (item.billed)
        object.insert(u"billed"_s, actsArray({*item.billed}));
    return compact(object);
}

void setItem(OpenItem &item, const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    item.kind = enumFromName<OpenItem::Kind>(object.value("kind"_L1).toString())
                    .value_or(OpenItem::Kind::AfterExit);
    item.act = actsFrom(object.value("act"_L1)).value(0);
    item.product.value = object.value("product"_L1).toString();
    item.reason = object.value("reason"_L1).toString();
    if (object.contains("billed"_L1))
        item.billed = actsFrom(object.value("billed"_L1)).value(0);
}

//! In the form in which an exit's confirmed lines are kept.
QByteArray fromSupplement(const Supplement &supplement)
{
    const rowjson::Confirmed lines{supplement.lines, QString()};
    return compact({{u"items"_s, QJsonArray::fromStringList(supplement.items)},
                    {u"lines"_s, QString::fromUtf8(rowjson::fromConfirmed(lines))},
                    {u"attention"_s, supplement.attention}});
}

void setSupplement(Supplement &supplement, const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const QJsonValue &item : object.value("items"_L1).toArray())
        supplement.items.append(item.toString());
    supplement.lines = rowjson::toConfirmed(object.value("lines"_L1).toString().toUtf8()).lines;
    supplement.total = supplement.lines.total();
    supplement.attention = object.value("attention"_L1).toString();
}

QString supplementColumns()
{
    return u"id, billed_ms, crm_invoice_number, ledger_invoice_number, sealed"_s;
}

Result<Supplement> supplementAt(const Statement &query, const Seal &seal)
{
    Supplement supplement;
    supplement.id = query.text(0);
    supplement.billedAt = query.time(1);
    supplement.crmInvoiceNumber = query.text(2);
    supplement.quickBooksInvoiceNumber = query.text(3);
    const Result<QByteArray> json =
        seal.open(query.bytes(4), supplementPlace(u"sealed"_s, supplement.id));
    if (!json)
        return tl::unexpected<Error>(json.error());
    setSupplement(supplement, *json);
    return supplement;
}

Result<void> removeOpenItem(QSqlDatabase &db, const VisitId &visit, const QString &item)
{
    Statement remove(db, u"DELETE FROM open_item WHERE visit = ? AND item = ?"_s);
    return remove.run(visit, item);
}

//! The visit went back into the chair: whatever came meanwhile is a line like any other.
Result<bool> endOpenItems(QSqlDatabase &db, const Seal &seal, const VisitRow &row)
{
    const Result<OrderRow> stored = order(db, seal, row.visit.id);
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    if (stored->laterActs) {
        if (Result<void> put = putActs(db, seal, row.visit.id, *stored->laterActs, stored->readAt);
            !put)
            return tl::unexpected<Error>(put.error());
        if (Result<void> cleared = putLaterActs(db, seal, row.visit.id, std::nullopt); !cleared)
            return tl::unexpected<Error>(cleared.error());
    }
    Statement remove(db, u"DELETE FROM open_item WHERE visit = ? AND supplement = ''"_s);
    if (Result<void> done = remove.run(row.visit.id); !done)
        return tl::unexpected<Error>(done.error());
    return remove.affected() > 0 || stored->laterActs;
}

Result<void> dropSupplement(QSqlDatabase &db, const Seal &seal, const QString &id,
                            const QDateTime &now)
{
    const Result<VisitId> visit = visitOfSupplement(db, id);
    if (!visit)
        return tl::unexpected<Error>(visit.error());
    {
        Statement drop(db, u"UPDATE supplement SET dropped = 1 WHERE id = ?"_s);
        if (Result<void> done = drop.run(id); !done)
            return done;
    }
    const Result<QList<OpenItem>> items = openItems(db, seal, *visit);
    if (!items)
        return tl::unexpected<Error>(items.error());
    for (OpenItem item : *items) {
        if (item.supplement != id)
            continue;
        item.supplement.clear();
        item.billed.reset();
        item.state = OpenItem::State::Open;
        item.kind = OpenItem::Kind::AfterExit;
        if (Result<void> put = putOpenItem(db, seal, *visit, item); !put)
            return put;
    }
    const Result<VisitRow> row = rows::visit(db, seal, *visit);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Result<bool> refreshed = refreshOpenItems(db, seal, *row, now);
    return refreshed ? Result<void>() : tl::unexpected<Error>(refreshed.error());
}

} // namespace

Result<QList<OpenItem>> openItems(QSqlDatabase &db, const Seal &seal, const VisitId &visit)
{
    Statement query(db,
                    u"SELECT item, state, supplement, seen_ms, sealed FROM open_item "
                    "WHERE visit = ? ORDER BY seen_ms, item"_s);
    if (Result<void> read = query.run(visit); !read)
        return tl::unexpected<Error>(read.error());
    QList<OpenItem> items;
    while (query.next()) {
        OpenItem item;
        item.itemId = query.text(0);
        item.state = enumFromName<OpenItem::State>(query.text(1)).value_or(OpenItem::State::Open);
        item.supplement = query.text(2);
        item.seenAt = query.time(3);
        const Result<QByteArray> json = seal.open(query.bytes(4), itemPlace(visit, item.itemId));
        if (!json)
            return tl::unexpected<Error>(json.error());
        setItem(item, *json);
        items.append(item);
    }
    return items;
}

Result<void> putOpenItem(QSqlDatabase &db, const Seal &seal, const VisitId &visit,
                         const OpenItem &item)
{
    const Result<QByteArray> cell = seal.seal(fromItem(item), itemPlace(visit, item.itemId));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO open_item (visit, item, state, supplement, seen_ms, sealed) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (visit, item) DO UPDATE SET "
                  "state = excluded.state, supplement = excluded.supplement, "
                  "sealed = excluded.sealed"_s);
    return put.run(visit, item.itemId, enumName(item.state), item.supplement, item.seenAt, *cell);
}

Result<bool> refreshOpenItems(QSqlDatabase &db, const Seal &seal, const VisitRow &row,
                              const QDateTime &now)
{
    const VisitId id = row.visit.id;
    if (!visits::isOver(row.visit.state))
        return endOpenItems(db, seal, row);
    const Result<OrderRow> stored = order(db, seal, id);
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    const Result<QList<OpenItem>> known = openItems(db, seal, id);
    if (!known)
        return tl::unexpected<Error>(known.error());
    QList<RecordedAct> invoiced;
    if (!stored->confirmed.actsDigest.isEmpty()) {
        invoiced = actsOnLines(stored->acts, stored->confirmed.lines);
    } else {
        // The exit was not this desk's: what it first read of the acts is what was billed there.
        std::copy_if(stored->acts.begin(), stored->acts.end(), std::back_inserter(invoiced),
                     isPerformed);
    }
    const QList<OpenItem> items =
        ::openItems(invoiced, stored->acts, stored->laterActs.value_or(stored->acts), *known, now);
    bool changed = false;
    for (const OpenItem &item : *known) {
        const bool stays = std::any_of(items.begin(), items.end(), [&item](const OpenItem &each) {
            return each.itemId == item.itemId;
        });
        if (stays)
            continue;
        changed = true;
        if (Result<void> removed = removeOpenItem(db, id, item.itemId); !removed)
            return tl::unexpected<Error>(removed.error());
    }
    for (const OpenItem &item : items) {
        if (known->contains(item))
            continue;
        changed = true;
        if (Result<void> put = putOpenItem(db, seal, id, item); !put)
            return tl::unexpected<Error>(put.error());
    }
    return changed;
}

Result<bool> takeLaterActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                           const QList<RecordedAct> &acts, const QDateTime &readAt,
                           const QDateTime &now)
{
    const Result<VisitRow> row = visit(db, seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Result<OrderRow> stored = order(db, seal, id);
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    const bool firstReading =
        stored->confirmed.actsDigest.isEmpty() && stored->acts.isEmpty() && !stored->laterActs;
    const Result<void> put =
        firstReading ? putActs(db, seal, id, acts, readAt) : putLaterActs(db, seal, id, acts);
    if (!put)
        return tl::unexpected<Error>(put.error());
    return refreshOpenItems(db, seal, *row, now);
}

Result<QList<Supplement>> supplements(QSqlDatabase &db, const Seal &seal, const VisitId &visit)
{
    Statement query(db,
                    u"SELECT "_s + supplementColumns()
                        + u" FROM supplement WHERE visit = ? AND dropped = 0 "
                          "ORDER BY billed_ms, id"_s);
    if (Result<void> read = query.run(visit); !read)
        return tl::unexpected<Error>(read.error());
    QList<Supplement> list;
    while (query.next()) {
        const Result<Supplement> supplement = supplementAt(query, seal);
        if (!supplement)
            return tl::unexpected<Error>(supplement.error());
        list.append(*supplement);
    }
    return list;
}

Result<SupplementRow> supplement(QSqlDatabase &db, const Seal &seal, const QString &id)
{
    Statement query(db,
                    u"SELECT "_s + supplementColumns()
                        + u", visit, invoice FROM supplement WHERE id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    if (!query.next())
        return notFound();
    SupplementRow row;
    const Result<Supplement> supplement = supplementAt(query, seal);
    if (!supplement)
        return tl::unexpected<Error>(supplement.error());
    row.supplement = *supplement;
    row.visit.value = query.text(5);
    const Result<QByteArray> json = opened(seal, query.bytes(6), supplementPlace(u"invoice"_s, id));
    if (!json)
        return tl::unexpected<Error>(json.error());
    row.invoice = rowjson::toInvoice(*json);
    return row;
}

Result<void> insertSupplement(QSqlDatabase &db, const Seal &seal, const VisitId &visit,
                              const Supplement &supplement)
{
    const Result<QByteArray> cell =
        seal.seal(fromSupplement(supplement), supplementPlace(u"sealed"_s, supplement.id));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement insert(db,
                     u"INSERT INTO supplement (id, visit, billed_ms, crm_invoice_number, "
                     "ledger_invoice_number, sealed) VALUES (?, ?, ?, ?, ?, ?)"_s);
    return insert.run(supplement.id, visit, supplement.billedAt, supplement.crmInvoiceNumber,
                      supplement.quickBooksInvoiceNumber, *cell);
}

Result<void> updateSupplement(QSqlDatabase &db, const Seal &seal, const SupplementRow &row)
{
    const Supplement &supplement = row.supplement;
    const Result<QByteArray> cell =
        seal.seal(fromSupplement(supplement), supplementPlace(u"sealed"_s, supplement.id));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    const Result<QByteArray> invoice =
        seal.seal(rowjson::fromInvoice(row.invoice), supplementPlace(u"invoice"_s, supplement.id));
    if (!invoice)
        return tl::unexpected<Error>(invoice.error());
    Statement update(db,
                     u"UPDATE supplement SET crm_invoice_number = ?, ledger_invoice_number = ?, "
                     "sealed = ?, invoice = ? WHERE id = ?"_s);
    return update.run(supplement.crmInvoiceNumber, supplement.quickBooksInvoiceNumber, *cell,
                      *invoice, supplement.id);
}

Result<void> discarded(QSqlDatabase &db, const Seal &seal, const Command &command,
                       const QDateTime &now)
{
    const QString id = supplementOf(command);
    if (id.isEmpty())
        return {};
    if (std::holds_alternative<AddSupplement>(command))
        return dropSupplement(db, seal, id, now);
    Result<SupplementRow> row = supplement(db, seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    row->supplement.attention = QCoreApplication::translate(
        "Store", "The rest of this invoice was discarded at the desk. Finish it by hand.");
    return updateSupplement(db, seal, *row);
}

Result<VisitId> visitOfSupplement(QSqlDatabase &db, const QString &id)
{
    Statement query(db, u"SELECT visit FROM supplement WHERE id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    return query.next() ? VisitId(query.text(0)) : VisitId();
}

} // namespace rows
