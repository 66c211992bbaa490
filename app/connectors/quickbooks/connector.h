// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/quickbooks/client.h"
#include "app/settings/settings.h"

namespace quickbooks {

//! The patient's Customer and the Facture in the ledger, one line per (Class, tax code)
//! (quickbooks-online.md sections 3 and 7). Exactly once by requestid, DisplayName and DocNumber.
class Connector : public ::Connector
{
public:
    //! transport outlives the connector.
    Connector(Transport *transport, const Settings::QuickBooks &settings, Currency currency);

    //! What the set-up check found. Until it is there prepare() of an invoice answers Offline, so
    //! that its row waits; with problems it is Invalid and names them.
    void setCompany(Company company) { m_company = std::move(company); }

    Service service() const override { return Service::QuickBooks; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override;
    //! From the Contact's or the Facture's id; empty while there is none.
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    Result<QJsonObject> prepared(const PutQuickBooksCustomer &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const PostQuickBooksInvoice &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const PostSupplement &command, const Facts &facts) const;
    template <class Other>
    Result<QJsonObject> prepared(const Other &command, const Facts &facts) const;
    //! The settings' tax codes as ids, whether they are given as ids or as names.
    TaxCodes taxCodes() const;

    Task<Receipt> putCustomer(QJsonObject payload, QString key);
    Task<Receipt> postInvoice(QJsonObject payload, QString key, int attempts);
    Task<Receipt> adoptInvoice(QJsonObject payload);
    Receipt posted(const QJsonObject &invoice, const QJsonObject &payload) const;
    //! The Class of that name, made when QuickBooks lacks it.
    Task<QString> classOf(QString name);

    Client m_client;
    TaxCodes m_taxCodes;
    Currency m_currency;
    Company m_company;
};

} // namespace quickbooks
