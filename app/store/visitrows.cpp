// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/planjson.h"
#include "app/store/planrows.h"
#include "app/store/rows.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rows {

namespace {

QString visitPlace(const VisitId &id)
{
    return u"visit/sealed/"_s + id.value;
}

QString orderPlace(const QString &column, const VisitId &id)
{
    return u"visit_order/"_s + column + u'/' + id.value;
}

//! Every text of a visit that may say something about a person.
QByteArray textsOf(const VisitRow &row)
{
    QJsonObject object;
    const auto put = [&object](const QString &name, const QString &text) {
        if (!text.isEmpty())
            object.insert(name, text);
    };
    put(u"reason"_s, row.appointment.reason);
    put(u"note"_s, row.appointment.note);
    put(u"stranger"_s, row.appointment.strangerName);
    put(u"strangerId"_s, row.appointment.strangerId);
    if (!row.appointment.stranger.lastName.isEmpty()) {
        const QByteArray facts = rowjson::fromPatient(row.appointment.stranger);
        object.insert(u"strangerFacts"_s, QJsonDocument::fromJson(facts).object());
    }
    if (row.appointment.part)
        object.insert(u"part"_s, planjson::fromPart(*row.appointment.part));
    put(u"cancelReason"_s, row.visit.cancelReason);
    put(u"attention"_s, row.visit.attention);
    if (!row.visit.choices.isEmpty())
        object.insert(u"choices"_s, rowjson::fromChoices(row.visit.choices));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void setTexts(VisitRow &row, const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    row.appointment.reason = object.value("reason"_L1).toString();
    row.appointment.note = object.value("note"_L1).toString();
    row.appointment.strangerName = object.value("stranger"_L1).toString();
    row.appointment.strangerId = object.value("strangerId"_L1).toString();
    if (const QJsonValue facts = object.value("strangerFacts"_L1); facts.isObject())
        row.appointment.stranger = rowjson::toPatient(QJsonDocument(facts.toObject()).toJson());
    if (const QJsonValue part = object.value("part"_L1); part.isObject())
        row.appointment.part = planjson::toPart(part.toObject());
    row.visit.cancelReason = object.value("cancelReason"_L1).toString();
    row.visit.attention = object.value("attention"_L1).toString();
    row.visit.choices = rowjson::toChoices(object.value("choices"_L1).toArray());
}

//! The values of all columns but id and revision, in the order of visitColumns().
Result<QVariantList> valuesOf(const Seal &seal, const VisitRow &row)
{
    const Appointment &appointment = row.appointment;
    const Visit &visit = row.visit;
    const Result<QByteArray> cell = seal.seal(textsOf(row), visitPlace(visit.id));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    const auto bound = [](const auto &value) { return Statement::bound(value); };
    return QVariantList{
        bound(appointment.patient),
        bound(appointment.slot.provider),
        bound(appointment.slot.room),
        bound(slotCell(appointment.slot.start)),
        bound(slotCell(appointment.slot.end)),
        bound(enumName(appointment.kind)),
        bound(enumName(appointment.origin)),
        bound(appointment.product),
        bound(enumName(visit.state)),
        bound(visit.confirmed),
        bound(visit.readyToExit),
        bound(visit.linesChanged),
        bound(visit.arrivedAt),
        bound(visit.seatedAt),
        bound(visit.leftAt),
        bound(visit.confirmedDigest),
        bound(visit.confirmedTotal.minor),
        bound(visit.confirmedTotal.currency.code),
        bound(visit.confirmedTotal.currency.exponent),
        bound(visit.asShown),
        bound(visit.calendarGeneration),
        bound(QString::fromUtf8(rowjson::fromUndo(visit.undo))),
        bound(QString::fromUtf8(rowjson::fromConflict(visit.conflict))),
        bound(visit.crmInvoiceNumber),
        bound(visit.quickBooksInvoiceNumber),
        bound(*cell),
    };
}

const QStringList &writtenColumns()
{
    static const QStringList names{u"patient"_s,
                                   u"provider"_s,
                                   u"room"_s,
                                   u"start_ms"_s,
                                   u"end_ms"_s,
                                   u"kind"_s,
                                   u"origin"_s,
                                   u"product"_s,
                                   u"state"_s,
                                   u"confirmed"_s,
                                   u"ready_to_exit"_s,
                                   u"lines_changed"_s,
                                   u"arrived_ms"_s,
                                   u"seated_ms"_s,
                                   u"left_ms"_s,
                                   u"confirmed_digest"_s,
                                   u"confirmed_minor"_s,
                                   u"confirmed_currency"_s,
                                   u"confirmed_exponent"_s,
                                   u"as_shown"_s,
                                   u"calendar_generation"_s,
                                   u"undo_step"_s,
                                   u"slot_conflict"_s,
                                   u"crm_invoice_number"_s,
                                   u"ledger_invoice_number"_s,
                                   u"sealed"_s};
    return names;
}

Result<void> putCell(QSqlDatabase &db, const Seal &seal, const VisitId &id, const QString &column,
                     const QByteArray &json)
{
    const Result<QByteArray> cell = seal.seal(json, orderPlace(column, id));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    const QString sql = u"INSERT INTO visit_order (visit, %1) VALUES (?, ?) ON CONFLICT (visit) "
                        "DO UPDATE SET %1 = excluded.%1"_s.arg(column);
    Statement put(db, sql);
    return put.run(id, *cell);
}

} // namespace

QString visitColumns()
{
    static const QString columns = u"v.id, v.revision, v."_s + writtenColumns().join(u", v."_s);
    return columns;
}

int visitColumnCount()
{
    return int(writtenColumns().size()) + 2;
}

VisitRow visitAt(const Statement &query, const Seal &seal, int first)
{
    VisitRow row;
    int column = first;
    row.visit.id.value = query.text(column++);
    row.appointment.id = row.visit.id;
    row.visit.revision = query.integer(column++);
    Appointment &appointment = row.appointment;
    Visit &visit = row.visit;
    appointment.patient.value = query.text(column++);
    appointment.slot.provider.value = query.text(column++);
    appointment.slot.room.value = query.text(column++);
    appointment.slot.start = slotTime(query, column++);
    appointment.slot.end = slotTime(query, column++);
    appointment.kind =
        enumFromName<Appointment::Kind>(query.text(column++)).value_or(Appointment::Kind::Other);
    appointment.origin =
        enumFromName<Appointment::Origin>(query.text(column++)).value_or(Appointment::Origin::Desk);
    appointment.product.value = query.text(column++);
    visit.state = enumFromName<VisitState>(query.text(column++)).value_or(VisitState::Booked);
    visit.confirmed = query.flag(column++);
    visit.readyToExit = query.flag(column++);
    visit.linesChanged = query.flag(column++);
    visit.arrivedAt = query.time(column++);
    visit.seatedAt = query.time(column++);
    visit.leftAt = query.time(column++);
    visit.confirmedDigest = query.bytes(column++);
    visit.confirmedTotal.minor = query.integer(column++);
    visit.confirmedTotal.currency.code = query.text(column++);
    visit.confirmedTotal.currency.exponent = query.number(column++);
    visit.asShown = query.flag(column++);
    visit.calendarGeneration = query.number(column++);
    visit.undo = rowjson::toUndo(query.text(column++).toUtf8());
    visit.conflict = rowjson::toConflict(query.text(column++).toUtf8());
    visit.crmInvoiceNumber = query.text(column++);
    visit.quickBooksInvoiceNumber = query.text(column++);
    if (!seal.isLocked()) {
        if (const Result<QByteArray> json = seal.open(query.bytes(column), visitPlace(visit.id)))
            setTexts(row, *json);
    }
    return row;
}

Result<VisitRow> visit(QSqlDatabase &db, const Seal &seal, const VisitId &id)
{
    Statement query(db, u"SELECT "_s + visitColumns() + u" FROM visit v WHERE v.id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    if (!query.next())
        return notFound();
    return visitAt(query, seal);
}

Result<void> insertVisit(QSqlDatabase &db, const Seal &seal, const VisitRow &row)
{
    const Result<QVariantList> values = valuesOf(seal, row);
    if (!values)
        return tl::unexpected<Error>(values.error());
    static const QString sql = u"INSERT INTO visit (id, revision, "_s
        + writtenColumns().join(u", "_s) + u") VALUES (?, ?"_s
        + u", ?"_s.repeated(writtenColumns().size()) + u") ON CONFLICT (id) DO NOTHING"_s;
    Statement insert(db, sql);
    const QVariantList keys{Statement::bound(row.visit.id), Statement::bound(row.visit.revision)};
    if (Result<void> done = insert.execute(keys + *values); !done)
        return done;
    if (insert.affected() != 1)
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate("Store", "This appointment exists already."));
    return putPlanBooking(db, row.appointment);
}

Result<void> updateVisit(QSqlDatabase &db, const Seal &seal, const VisitRow &row)
{
    const Result<QVariantList> values = valuesOf(seal, row);
    if (!values)
        return tl::unexpected<Error>(values.error());
    static const QString sql = u"UPDATE visit SET "_s + writtenColumns().join(u" = ?, "_s)
        + u" = ?, revision = revision + 1 WHERE id = ? AND revision = ?"_s;
    Statement update(db, sql);
    const QVariantList keys{Statement::bound(row.visit.id), Statement::bound(row.visit.revision)};
    if (Result<void> done = update.execute(*values + keys); !done)
        return done;
    if (update.affected() != 1)
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate(
                           "Store", "Somebody else changed this visit meanwhile. Look again."));
    return putPlanBooking(db, row.appointment);
}

Result<OrderRow> order(QSqlDatabase &db, const Seal &seal, const VisitId &id)
{
    Statement query(db,
                    u"SELECT sales_order, last_sent, invoice, acts, confirmed_lines, later_acts, "
                    "read_ms "
                    "FROM visit_order WHERE visit = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    OrderRow row;
    if (!query.next())
        return row;
    QList<QByteArray> plain;
    const QStringList columns{u"sales_order"_s, u"last_sent"_s,       u"invoice"_s,
                              u"acts"_s,        u"confirmed_lines"_s, u"later_acts"_s};
    for (int i = 0; i < int(columns.size()); ++i) {
        const Result<QByteArray> json = opened(seal, query.bytes(i), orderPlace(columns.at(i), id));
        if (!json)
            return tl::unexpected<Error>(json.error());
        plain.append(*json);
    }
    row.order = rowjson::toOrder(plain.at(0));
    row.lastSent = rowjson::toOrder(plain.at(1));
    row.invoice = rowjson::toInvoice(plain.at(2));
    row.acts = rowjson::toActs(plain.at(3));
    row.confirmed = rowjson::toConfirmed(plain.at(4));
    if (!query.bytes(5).isEmpty())
        row.laterActs = rowjson::toActs(plain.at(5));
    row.readAt = query.time(6);
    return row;
}

Result<void> putOrder(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                      const SalesOrder &order, const SalesOrder &lastSent)
{
    if (Result<void> put = putCell(db, seal, id, u"sales_order"_s, rowjson::fromOrder(order)); !put)
        return put;
    return putCell(db, seal, id, u"last_sent"_s, rowjson::fromOrder(lastSent));
}

Result<void> putInvoice(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                        const CrmInvoice &invoice)
{
    return putCell(db, seal, id, u"invoice"_s, rowjson::fromInvoice(invoice));
}

Result<void> putActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                     const QList<RecordedAct> &acts, const QDateTime &readAt)
{
    if (Result<void> put = putCell(db, seal, id, u"acts"_s, rowjson::fromActs(acts)); !put)
        return put;
    return touchActs(db, id, readAt);
}

Result<void> putLaterActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                          const std::optional<QList<RecordedAct>> &acts)
{
    if (acts)
        return putCell(db, seal, id, u"later_acts"_s, rowjson::fromActs(*acts));
    Statement clear(db, u"UPDATE visit_order SET later_acts = NULL WHERE visit = ?"_s);
    return clear.run(id);
}

Result<void> putConfirmed(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                          const rowjson::Confirmed &confirmed)
{
    return putCell(db, seal, id, u"confirmed_lines"_s, rowjson::fromConfirmed(confirmed));
}

Result<void> touchActs(QSqlDatabase &db, const VisitId &id, const QDateTime &readAt)
{
    Statement put(db,
                  u"INSERT INTO visit_order (visit, read_ms) VALUES (?, ?) ON CONFLICT (visit) "
                  "DO UPDATE SET read_ms = excluded.read_ms"_s);
    return put.run(id, readAt);
}

} // namespace rows
