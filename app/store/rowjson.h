// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"

#include <QJsonArray>
#include <QJsonObject>

// Our own storage form of values that are kept as one cell: nobody else reads it. Money is integer
// minor units with its currency; members that are missing get their defaults, so that older rows
// stay readable.
namespace rowjson {

QJsonArray fromMoney(const Money &money);
Money toMoney(const QJsonValue &value);
QJsonArray fromLines(const QList<OrderLine> &lines);
QList<OrderLine> toLines(const QJsonValue &value);
QByteArray fromPatient(const Patient &patient);
Patient toPatient(const QByteArray &json);
QByteArray fromProduct(const Product &product);
Product toProduct(const QByteArray &json);
QByteArray fromProvider(const Provider &provider);
Provider toProvider(const QByteArray &json);
QByteArray fromRoom(const Room &room);
Room toRoom(const QByteArray &json);
QByteArray fromOrder(const SalesOrder &order);
SalesOrder toOrder(const QByteArray &json);
QByteArray fromInvoice(const CrmInvoice &invoice);
CrmInvoice toInvoice(const QByteArray &json);
QByteArray fromActs(const QList<RecordedAct> &acts);
QList<RecordedAct> toActs(const QByteArray &json);

//! What staff confirmed at an exit, with the digest of the acts it rests on.
struct Confirmed {
    OrderLines lines;
    QString actsDigest;
};
QByteArray fromConfirmed(const Confirmed &confirmed);
Confirmed toConfirmed(const QByteArray &json);

QByteArray fromUndo(const std::optional<UndoStep> &undo);
std::optional<UndoStep> toUndo(const QByteArray &json);
QByteArray fromConflict(const std::optional<SlotConflict> &conflict);
std::optional<SlotConflict> toConflict(const QByteArray &json);
QJsonArray fromChoices(const QList<ActChoice> &choices);
QList<ActChoice> toChoices(const QJsonArray &array);

} // namespace rowjson
