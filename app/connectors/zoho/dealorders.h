// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/salesorder.h"
#include "app/net/transport.h"

namespace zoho {

//! The orders that hang on the same Affaire as others, with their lines: where another desk's
//! supplementary order is found (zoho-crm.md section 4.2). An order that was read is not read again
//! while it is unchanged.
class DealOrders
{
public:
    //! transport outlives it.
    DealOrders(Transport *transport, Currency currency)
        : m_transport(transport), m_currency(std::move(currency))
    {
    }

    //! By Sales Order id of these: the other orders of its Affaire, the newest 200 per 50 Affaires.
    //! One query, one more for orders asked for the first time, and a call for each order not read
    //! before.
    Task<QHash<QString, QList<SalesOrder>>> beside(QStringList orders);
    void forget();

private:
    struct Row {
        QString id;
        QString deal;
        QString stamp; //!< Modified_Time as the CRM wrote it
    };
    struct Seen {
        QString stamp;
        SalesOrder order; //!< id empty = the CRM would not say
    };

    Task<QList<Row>> rowsWhere(QString field, QStringList ids);
    Task<void> read(Row row);

    Transport *m_transport;
    Currency m_currency;
    QHash<QString, QString> m_deals; //!< Sales Order id → its Affaire; empty = it has none
    QHash<QString, Seen> m_seen; //!< by Sales Order id
};

} // namespace zoho
