// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/invoice.h"
#include "app/net/transport.h"

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

    QByteArray toJson() const;
    static Result<Company> fromJson(const QByteArray &json);
};

class Client
{
public:
    Client(Transport *transport, QString realmId)
        : m_transport(transport), m_realm(std::move(realmId))
    {
    }

    Task<Company> company();
    Task<void> probe();

private:
    Transport *m_transport;
    QString m_realm;
};

} // namespace quickbooks
