// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/client.h"

#include "app/connectors/zoho/json.h"
#include "app/connectors/zoho/readings.h"

using namespace Qt::StringLiterals;

namespace zoho {

namespace {

constexpr int PageSize = 200; // the most that lists and queries give (zoho-crm.md 2.7, 2.9)

using Query = QList<QPair<QString, QString>>;

QString utcText(const QDateTime &time)
{
    return timeText(time, "UTC");
}

} // namespace

Task<QJsonObject> Client::get(QString path, Query query, QString modifiedSince, QString purpose)
{
    Request request("GET", path, path);
    request.query = query;
    request.purpose = purpose;
    if (!modifiedSince.isEmpty())
        request.headers.append({"If-Modified-Since", modifiedSince.toLatin1()});
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    if (response->status == 204 || response->status == 304)
        co_return QJsonObject();
    if (!response->isSuccess())
        co_return tl::unexpected<Error>(errorOfAnswer(*response));
    co_return response->json(Service::Zoho);
}

Task<Page<QJsonObject>> Client::list(QString module, QString fields, QString token,
                                     QString modifiedSince, QString purpose)
{
    Query query;
    query.append({u"fields"_s, fields});
    query.append({u"per_page"_s, QString::number(PageSize)});
    if (!modifiedSince.isEmpty()) {
        query.append({u"sort_by"_s, u"Modified_Time"_s});
        query.append({u"sort_order"_s, u"asc"_s});
    }
    if (!token.isEmpty())
        query.append({u"page_token"_s, token});
    const QString path = u"crm/v8/"_s + module;
    const Result<QJsonObject> answer = co_await get(path, query, modifiedSince, purpose);
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    Page<QJsonObject> page;
    for (const QJsonValue &row : answer->value("data"_L1).toArray())
        page.rows.append(row.toObject());
    const QJsonValue info = answer->value("info"_L1);
    if (info["more_records"_L1].toBool())
        page.nextToken = info["next_page_token"_L1].toString();
    co_return page;
}

Task<Page<RemotePatient>> Client::contacts(QString token, QString modifiedSince)
{
    QString fields =
        u"Last_Name,First_Name,Email,Phone,Mobile,Date_of_Birth,Patient_Language,Patient_Alerts,"
        "Vestibule_Ref,DentalTap_ID,QuickBooks_ID,Modified_Time"_s;
    if (!m_recordNumberField.isEmpty())
        fields += QString(u',' + m_recordNumberField);
    const QString module = u"Contacts"_s;
    const Result<Page<QJsonObject>> rows =
        co_await list(module, fields, token, modifiedSince, u"read patients"_s);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    Page<RemotePatient> page;
    page.nextToken = rows->nextToken;
    for (const QJsonObject &row : rows->rows) {
        RemotePatient patient = patientFrom(row);
        if (!m_recordNumberField.isEmpty())
            patient.patient.recordNumber =
                row.value(m_recordNumberField).toVariant().toString().trimmed();
        page.rows.append(patient);
    }
    co_return page;
}

Task<QList<RemotePatient>> Client::deletedContacts(QString since)
{
    QList<RemotePatient> patients;
    for (int number = 1;; ++number) {
        Query query;
        query.append({u"type"_s, u"all"_s});
        query.append({u"page"_s, QString::number(number)});
        query.append({u"per_page"_s, QString::number(PageSize)});
        const Result<QJsonObject> answer =
            co_await get(u"crm/v8/Contacts/deleted"_s, query, since, u"read deleted patients"_s);
        if (!answer)
            co_return tl::unexpected<Error>(answer.error());
        const QJsonArray rows = answer->value("data"_L1).toArray();
        for (const QJsonValue &row : rows) {
            RemotePatient patient;
            patient.contactId = row["id"_L1].toString();
            patient.modifiedTime = row["deleted_time"_L1].toString();
            patient.deleted = true;
            patients.append(patient);
        }
        if (rows.isEmpty() || !answer->value("info"_L1)["more_records"_L1].toBool())
            break;
    }
    co_return patients;
}

Task<QList<Product>> Client::products()
{
    const QString fields =
        u"Product_Name,Product_Code,Unit_Price,Product_Active,Taxable,Tax,Invoice_Class,"
        "DentalTap_ID,Duration_Minutes,Act_Code,Modified_Time"_s;
    const QString module = u"Products"_s;
    QList<QJsonObject> records;
    QString token;
    bool taxed = false;
    do {
        const Result<Page<QJsonObject>> page =
            co_await list(module, fields, token, QString(), u"read catalogue"_s);
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        for (const QJsonObject &row : page->rows)
            taxed = taxed || !row.value("Tax"_L1).toArray().isEmpty();
        records += page->rows;
        token = page->nextToken;
    } while (!token.isEmpty());
    QHash<QString, LineTax> taxes;
    if (taxed) {
        Query none;
        const Result<QJsonObject> answer =
            co_await get(u"crm/v8/org/taxes"_s, none, QString(), u"read taxes"_s);
        if (!answer)
            co_return tl::unexpected<Error>(answer.error());
        taxes = taxesFrom(*answer);
    }
    QList<Product> products;
    for (const QJsonObject &record : records) {
        const Result<Product> product = productFrom(record, taxes, m_currency);
        if (!product)
            co_return tl::unexpected<Error>(product.error());
        products.append(*product);
    }
    co_return products;
}

Task<QList<Provider>> Client::surgeons()
{
    const QString fields =
        u"Name,User,DentalTap_Provider,Google_Calendar,Colour,Active,Modified_Time"_s;
    const QString module = u"Chirurgiens"_s;
    QList<Provider> surgeons;
    QString token;
    do {
        const Result<Page<QJsonObject>> page =
            co_await list(module, fields, token, QString(), u"read surgeons"_s);
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        for (const QJsonObject &row : page->rows)
            surgeons.append(providerFrom(row));
        token = page->nextToken;
    } while (!token.isEmpty());
    co_return surgeons;
}

Task<QJsonArray> Client::coql(QString select, QString purpose)
{
    Request request = coqlRequest(select, purpose);
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return rowsOf(*response);
}

Task<Page<RemoteAppointment>> Client::eventsWhere(QString condition, int page)
{
    const QString select = QString(
        u"select id, Event_Title, Start_DateTime, End_DateTime, Who_Id, What_Id, Owner, Venue, "
        "Description, Modified_Time from Events where "_s
        + condition
        + u" order by Start_DateTime asc limit %1 offset %2"_s.arg(PageSize).arg(page * PageSize));
    const Result<QJsonArray> rows = co_await coql(select, u"read events"_s);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    Page<RemoteAppointment> events;
    for (const QJsonValue &row : *rows)
        events.rows.append(eventFrom(row.toObject()));
    if (rows->size() == PageSize)
        events.nextToken = QString::number(page + 1);
    co_return events;
}

Task<Page<RemoteAppointment>> Client::events(QDateTime from, QDateTime to, int page)
{
    // "between" holds both ends.
    const QString condition =
        QString(u"Start_DateTime between "_s + quoted(utcText(from)) + u" and "
                + quoted(utcText(to.addSecs(-1))) + u" and Who_Id is not null");
    co_return co_await eventsWhere(condition, page);
}

Task<Page<RemoteAppointment>> Client::eventsModifiedSince(QDateTime since, QDateTime from,
                                                          QDateTime to, int page)
{
    const QString condition =
        QString(u"((Modified_Time > "_s + quoted(utcText(since)) + u" and Start_DateTime between "
                + quoted(utcText(from)) + u" and " + quoted(utcText(to.addSecs(-1)))
                + u") and Who_Id is not null)");
    co_return co_await eventsWhere(condition, page);
}

Task<SalesOrder> Client::salesOrder(QString id)
{
    Request request("GET", u"crm/v8/Sales_Orders/"_s + id, u"crm/v8/Sales_Orders/{id}"_s);
    request.purpose = u"order lines"_s;
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    const Result<QJsonArray> rows = rowsOf(*response);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    if (rows->isEmpty())
        co_return failure(Error::Kind::NotFound,
                          Words::tr("The CRM no longer has the record. Was it deleted there?"),
                          Service::Zoho);
    co_return salesOrderFrom(rows->at(0).toObject(), m_currency);
}

Task<CrmInvoice> Client::invoice(QString id)
{
    Request request("GET", u"crm/v8/Invoices/"_s + id, u"crm/v8/Invoices/{id}"_s);
    request.purpose = u"read invoice"_s;
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    const Result<QJsonArray> rows = rowsOf(*response);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    if (rows->isEmpty())
        co_return failure(Error::Kind::NotFound,
                          Words::tr("The CRM no longer has the record. Was it deleted there?"),
                          Service::Zoho);
    co_return invoiceFrom(rows->at(0).toObject(), m_currency);
}

Task<void> Client::probe()
{
    Query none;
    const Result<QJsonObject> answer = co_await get(u"crm/v8/org"_s, none, QString(), u"probe"_s);
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    co_return Result<void>();
}

} // namespace zoho
