// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/quickbooks/json.h"
#include "app/domain/invoice.h"
#include "app/net/transport.h"

#include <QJsonArray>

//! Typed endpoints of QuickBooks Online that the set-up check needs (quickbooks-online.md).
namespace quickbooks {

//! What invoices need to know of the company; read rarely, kept.
struct Company {
    QStringList problems; //!< words: class tracking per line is off, … ; empty = ready
    QString itemId; //!< the generic service item
    bool customNumbers = true; //!< CustomTxnNumbers: our DocNumber is used
    bool usesSalesTax = true;
    QHash<QString, QString> classes; //!< name → id
    QHash<QString, QPair<QString, Thousandths>> taxCodes; //!< id → (name, percent)
    QString homeCurrency;
    bool multiCurrency = false; //!< records then name their currency

    QByteArray toJson() const;
    static Result<Company> fromJson(const QByteArray &json);
};

class Client
{
public:
    //! transport outlives the client. itemId: the generic service item; empty = found by its name,
    //! or made.
    Client(Transport *transport, QString realmId, QString itemId = {})
        : m_transport(transport), m_realm(std::move(realmId)), m_itemId(std::move(itemId))
    {
    }

    //! What the company's settings are; makes the generic item where there is none.
    Task<Company> company();
    Task<void> probe();

    //! GET of a resource below the company's address.
    Task<Outcome> get(QString resource, QString purpose);
    //! All rows of an entity that the statement finds.
    Task<QJsonArray> query(QString statement, QString entity, QString purpose);
    //! Creates; the same requestId again does nothing and brings the first answer (section 9).
    Task<Outcome> create(QString resource, QJsonObject body, QString requestId, QString purpose);

private:
    Task<QString> serviceItem();
    Request request(QByteArray method, const QString &resource, const QString &purpose) const;

    Transport *m_transport;
    QString m_realm;
    QString m_itemId;
};

} // namespace quickbooks
