// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/invoice.h"
#include "app/domain/orderoutcome.h"
#include "app/domain/remotepatient.h"
#include "app/domain/remoteplan.h"
#include "app/domain/slotmerge.h"
#include "app/net/transport.h"
#include "app/settings/settings.h"

//! Typed endpoints of Zoho CRM v8 that the readings need (zoho-crm.md). Ids are text. The writing
//! side is in connector.h.
namespace zoho {

template <class T>
struct Page {
    QList<T> rows;
    QString nextToken; //!< empty = last page
};

//! What crm-schema.md demands and this organisation lacks.
struct SetupReport {
    QStringList problems; //!< words: "Contacts: field Vestibule_Ref (text, 40, unique) is missing";
                          //!< empty = ready
    QString invoicesModuleId; //!< for convert
    QString currency;
    QByteArray timeZone;
    QStringList subformFields; //!< of Ordered_Items that exist among ours: Vestibule_Item, Tooth
    QStringList optionalFields; //!< "Deals.Chirurgien", …: fields we can do without that exist

    //! Storage form, so that a desk that starts offline knows its CRM.
    QByteArray toJson() const;
    static Result<SetupReport> fromJson(const QByteArray &json);
};

class Client
{
public:
    //! transport outlives the client.
    Client(Transport *transport, Currency currency)
        : m_transport(transport), m_currency(std::move(currency))
    {
    }

    //! words: the picklist values of the settings, which the organisation's picklists must know.
    Task<SetupReport> setup(Settings::Zoho words);
    //! The Contact field that holds the clinic's own file number; empty = none.
    void setRecordNumberField(QString name) { m_recordNumberField = std::move(name); }
    //! Pages of 200; modifiedSince empty = all. token from the former page.
    Task<Page<RemotePatient>> contacts(QString token, QString modifiedSince);
    Task<QList<RemotePatient>> deletedContacts(QString since);
    Task<QList<Product>> products();
    Task<QList<Provider>> surgeons();
    //! Events with a Contact that start in [from, to), 200 a page by COQL; page counts from 0.
    Task<Page<RemoteAppointment>> events(QDateTime from, QDateTime to, int page);
    Task<Page<RemoteAppointment>> eventsModifiedSince(QDateTime since, QDateTime from, QDateTime to,
                                                      int page);
    //! How these orders ended, by Sales Order id; one that the CRM does not name is Open. approved,
    //! cancelled: the picklist's words. One query per 50 orders, and one per 50 of those that no
    //! posted Facture settles.
    Task<QHash<QString, OrderOutcome>> outcomes(QStringList orders, QString approved,
                                                QString cancelled);
    //! The Devis of plans that changed since then, oldest change first, in one call; the 200 oldest
    //! where there are more. words: what the stages mean.
    Task<QList<PlanQuote>> planQuotes(QDateTime since, Settings::Zoho words);
    Task<SalesOrder> salesOrder(QString id);
    Task<CrmInvoice> invoice(QString id);
    Task<void> probe();

private:
    Task<QJsonObject> get(QString path, QList<QPair<QString, QString>> query, QString modifiedSince,
                          QString purpose);
    Task<QJsonArray> fieldsOf(QString module);
    Task<Page<QJsonObject>> list(QString module, QString fields, QString token,
                                 QString modifiedSince, QString purpose);
    //! Rows of one query of the CRM's query language.
    Task<QJsonArray> coql(QString select, QString purpose);
    Task<Page<RemoteAppointment>> eventsWhere(QString condition, int page);

    Transport *m_transport;
    Currency m_currency;
    QString m_recordNumberField;
};

} // namespace zoho
