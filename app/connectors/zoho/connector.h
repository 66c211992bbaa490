// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/json.h"
#include "app/settings/settings.h"

namespace zoho {

//! The writing side of the CRM: a booking is one call, a live update one, an invoice three
//! (zoho-crm.md sections 4 and 5.5). Payloads hold everything that deliver() needs.
class Connector : public ::Connector
{
public:
    //! transport outlives the connector. words: picklist values and triggers of the organisation.
    Connector(Transport *transport, Settings::Zoho words, Currency currency);

    //! What the set-up check found. Until it is there every prepare() of a command that depends on
    //! it answers Offline, so that its row waits; with problems it is Invalid and names them.
    void setSetup(SetupReport setup) { m_setup = std::move(setup); }

    Service service() const override { return Service::Zoho; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override;
    //! Always empty: the CRM takes no key; Vestibule_Ref and the look-ups stand for it.
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    // Payloads.
    Result<QJsonObject> prepared(const BookInCrm &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const PutCrmEvent &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const LinkInCrm &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const CancelInCrm &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const ReviveInCrm &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const PutContact &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const UpdateSalesOrder &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const ConvertToInvoice &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const CloseInCrm &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const AddSupplement &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const ConvertSupplement &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const CloseSupplement &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const PutQuote &command, const Facts &facts) const;
    Result<QJsonObject> prepared(const AttachProposal &command, const Facts &facts) const;
    template <class Other>
    Result<QJsonObject> prepared(const Other &command, const Facts &facts) const;

    // Deliveries, by the command's name.
    Task<Receipt> book(QJsonObject payload, int attempts);
    Task<Receipt> adoptBooking(QJsonObject payload);
    Task<Receipt> putEvent(QJsonObject payload, int attempts);
    Task<Receipt> link(QJsonObject payload);
    Task<Receipt> cancel(QJsonObject payload);
    Task<Receipt> revive(QJsonObject payload);
    Task<Receipt> putContact(QJsonObject payload);
    Task<Receipt> updateOrder(QJsonObject payload, int attempts);
    Task<SalesOrder> readOrder(QString id);
    Receipt updated(const SalesOrder &order, const SalesOrder &agreed,
                    const QJsonObject &payload) const;
    Task<Receipt> convert(QJsonObject payload, int attempts);
    Task<QString> invoiceOf(QString orderId);
    Task<CrmInvoice> readInvoice(QString id, QJsonObject classes);
    Task<Receipt> close(QJsonObject payload);
    Task<Receipt> addSupplement(QJsonObject payload);
    Task<Receipt> adoptSupplement(QJsonObject payload, QString deal);

    Task<Receipt> putQuote(QJsonObject payload, int attempts);
    Task<Receipt> makeQuote(QJsonObject payload);
    Task<Receipt> bringQuote(QString id, QJsonObject payload);
    Task<QString> quoteWithRef(QString ref);
    //! Stage and words of the Devis that differ from what the version wants.
    QJsonObject quoteHead(const QJsonObject &record, const QJsonObject &payload) const;
    //! The stage says how the plan stands: won, lost or confirmed.
    bool isDecided(const QString &stage) const;
    Result<Receipt> quoteReceipt(const QJsonObject &record, const QJsonObject &payload,
                                 const QList<OrderLine> &agreed) const;
    Task<Receipt> attach(QJsonObject payload, int attempts);

    // Building blocks.
    Task<QList<SubAnswer>> composite(QJsonObject body, QString purpose);
    Task<QJsonArray> query(QString coql, QString purpose);
    Task<QJsonObject> read(QString module, QString id, QString purpose);
    Task<Item> write(QByteArray method, QString module, QString id, QJsonObject body,
                     QString unmodifiedSince, QString purpose);
    Task<Item> post(QString path, QString logged, QJsonObject body, QString purpose);
    Result<void> setupReady() const;
    bool automates(const QString &operation) const { return m_words.triggers.contains(operation); }
    bool has(const QString &field) const { return m_setup.optionalFields.contains(field); }
    LineFields lineFields() const;
    LineFields quoteLineFields() const;
    QJsonObject contactRecord(const Patient &patient, bool clearEmpty) const;
    QJsonObject eventTimes(const Facts &facts) const;
    //! The booked act as a line of Devis or Commande.
    QJsonObject bookedLine(const Facts &facts, const QString &subform) const;
    //! What the Commande begins with: that act, or all of an intervention's.
    QJsonArray bookedLines(const Facts &facts) const;

    Transport *m_transport;
    Settings::Zoho m_words;
    Currency m_currency;
    SetupReport m_setup;
};

//! A price that a person changed in the CRM since we last agreed stays theirs.
OrderLines withPricesOf(const SalesOrder &fresh, const SalesOrder &agreed, OrderLines wanted);
//! The receipt's link to a record that a write answered for.
RemoteLink linkOf(RecordKind kind, const Item &item);
RemoteLink orderLink(const SalesOrder &order);
//! The id of that record, empty when there is none.
QString idIn(const Links &links, RecordKind kind);
//! An amount with its currency for a sentence.
QString amountWords(const Money &amount);

} // namespace zoho
