// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/flow.h"

#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! An id as text, whether the system writes it as text or as a number.
QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

//! The id of the first record of an answer: bare, or in the list under `list`.
QString foundId(const QJsonObject &answer, QLatin1StringView list)
{
    const QString own = idText(answer.value("id"_L1));
    return own.isEmpty() ? idText(answer.value(list).toArray().at(0)["id"_L1]) : own;
}

QString quotedForQuery(QString text)
{
    return text.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s);
}

} // namespace

Flow::Flow(Find find, bool on, int delayMs) : m_find(std::move(find)), m_on(on), m_delayMs(delayMs)
{
    Service *crm = m_find(u"zoho"_s);
    if (!crm)
        return;
    crm->setObserver([this](const QString &module, const QString &id) {
        if (m_on)
            QTimer::singleShot(m_delayMs, this, [this, module, id] { createdInCrm(module, id); });
    });
}

void Flow::set(bool on, int delayMs)
{
    m_on = on;
    m_delayMs = delayMs;
}

void Flow::createdInCrm(const QString &module, const QString &id)
{
    if (!m_on)
        return;
    if (module == "Contacts"_L1)
        twinContact(id);
    else if (module == "Sales_Orders"_L1)
        twinOrder(id);
}

void Flow::twinContact(const QString &id)
{
    // The record may be gone: a composite that was rolled back made it.
    const QJsonObject contact = crmRecord(u"Contacts"_s, id);
    if (contact.isEmpty())
        return;
    if (contact.value("DentalTap_ID"_L1).isNull())
        writeBack(u"Contacts"_s, id, u"DentalTap_ID"_s, patientOf(contact));
    if (contact.value("QuickBooks_ID"_L1).isNull())
        writeBack(u"Contacts"_s, id, u"QuickBooks_ID"_s, customerOf(contact));
}

QString Flow::patientOf(const QJsonObject &contact)
{
    const QString id = contact.value("id"_L1).toString();
    const QString known = foundId(
        ask(u"dentaltap"_s, "GET", u"/api/v1/patients"_s, {{u"externalId"_s, id}}, {}), "data"_L1);
    if (!known.isEmpty())
        return known;
    QJsonObject patient{{u"externalId"_s, id},
                        {u"lastName"_s, contact.value("Last_Name"_L1)},
                        {u"firstName"_s, contact.value("First_Name"_L1).toString(u"-"_s)}};
    if (contact.value("Date_of_Birth"_L1).isString())
        patient[u"birthDate"_s] = contact.value("Date_of_Birth"_L1);
    return foundId(ask(u"dentaltap"_s, "POST", u"/api/v1/patients"_s, {}, patient), "data"_L1);
}

QString Flow::customerOf(const QJsonObject &contact)
{
    QString company;
    const Service *books = m_find(u"quickbooks"_s);
    if (!books)
        return {};
    for (const auto &[key, value] : books->settings()) {
        if (key == "quickbooks/realmId"_L1)
            company = QString(u"/v3/company/"_s + value);
    }
    const QString name = QString(contact.value("Full_Name"_L1).toString() + u' '
                                 + contact.value("id"_L1).toString());
    const auto idOf = [](const QJsonValue &customer) { return idText(customer["Id"_L1]); };
    const QString query =
        u"select * from Customer where DisplayName = '%1'"_s.arg(quotedForQuery(name));
    const QJsonObject found =
        ask(u"quickbooks"_s, "GET", QString(company + u"/query"_s), {{u"query"_s, query}}, {});
    const QString known = idOf(found.value("QueryResponse"_L1)["Customer"_L1].toArray().at(0));
    if (!known.isEmpty())
        return known;
    const QJsonObject customer{{u"DisplayName"_s, name},
                               {u"GivenName"_s, contact.value("First_Name"_L1).toString()},
                               {u"FamilyName"_s, contact.value("Last_Name"_L1)}};
    return idOf(ask(u"quickbooks"_s, "POST", QString(company + u"/customer"_s), {}, customer)
                    .value("Customer"_L1));
}

void Flow::twinOrder(const QString &id)
{
    const QJsonObject order = crmRecord(u"Sales_Orders"_s, id);
    const QString contactId = order.value("Contact_Name"_L1)["id"_L1].toString();
    if (order.isEmpty() || contactId.isEmpty())
        return;
    twinContact(contactId);
    if (!order.value("DentalTap_Appointment"_L1).isNull())
        return;
    const QString known =
        foundId(ask(u"dentaltap"_s, "GET", u"/api/v1/appointments"_s, {{u"externalId"_s, id}}, {}),
                "data"_L1);
    if (!known.isEmpty()) {
        writeBack(u"Sales_Orders"_s, id, u"DentalTap_Appointment"_s, known);
        return;
    }
    const QJsonObject event = crmRow(
        u"select Start_DateTime, End_DateTime, Owner from Events where What_Id = '%1'"_s.arg(id));
    if (event.isEmpty())
        return;
    // The surgeon is the one of the Affaire, else the owner of the meeting.
    const QString deal = order.value("Deal_Name"_L1)["id"_L1].toString();
    const QString surgeon = crmRecord(u"Deals"_s, deal).value("Chirurgien"_L1)["id"_L1].toString();
    const QString owner = event.value("Owner"_L1)["id"_L1].toString();
    const QJsonObject chirurgien = surgeon.isEmpty()
        ? crmRow(u"select DentalTap_Provider from Chirurgiens where User = '%1'"_s.arg(owner))
        : crmRecord(u"Chirurgiens"_s, surgeon);
    const QJsonObject rooms = ask(u"dentaltap"_s, "GET", u"/api/v1/rooms"_s, {}, {});
    const QJsonObject contact = crmRecord(u"Contacts"_s, contactId);
    const QJsonObject appointment{{u"externalId"_s, id},
                                  {u"patientId"_s, contact.value("DentalTap_ID"_L1)},
                                  {u"providerId"_s, chirurgien.value("DentalTap_Provider"_L1)},
                                  {u"roomId"_s, foundId(rooms, "data"_L1)},
                                  {u"start"_s, event.value("Start_DateTime"_L1)},
                                  {u"end"_s, event.value("End_DateTime"_L1)}};
    writeBack(u"Sales_Orders"_s, id, u"DentalTap_Appointment"_s,
              foundId(ask(u"dentaltap"_s, "POST", u"/api/v1/appointments"_s, {}, appointment),
                      "data"_L1));
}

QJsonObject Flow::ask(const QString &system, const QByteArray &method, const QString &path,
                      const Pairs &query, const QJsonObject &body)
{
    Service *service = m_find(system);
    if (!service)
        return {};
    Request request;
    request.method = method;
    request.path = path;
    request.segments = path.split(u'/').mid(1);
    request.query = query;
    const QByteArray call = QByteArray::number(++m_calls);
    request.headers = {{"Authorization", service->automationAuthorization()},
                       {"Accept", "application/json"},
                       {"User-Agent", "Flow/1 (clinic automation)"},
                       {"X-Request-Id", "flow-" + call}};
    if (!body.isEmpty()) {
        request.headers.append(
            qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
        request.headers.append(
            qMakePair(QByteArray("Idempotency-Key"), QByteArray("flow-" + call)));
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    const Answer answer = service->handle(request);
    if (answer.status >= 300)
        return {};
    return QJsonDocument::fromJson(answer.body).object();
}

QJsonObject Flow::crmRecord(const QString &module, const QString &id)
{
    if (id.isEmpty())
        return {};
    const QJsonObject answer = ask(u"zoho"_s, "GET", u"/crm/v8/%1/%2"_s.arg(module, id), {}, {});
    return answer.value("data"_L1).toArray().at(0).toObject();
}

QJsonObject Flow::crmRow(const QString &query)
{
    const QJsonObject answer =
        ask(u"zoho"_s, "POST", u"/crm/v8/coql"_s, {}, {{u"select_query"_s, query}});
    return answer.value("data"_L1).toArray().at(0).toObject();
}

void Flow::writeBack(const QString &module, const QString &id, const QString &field,
                     const QString &value)
{
    if (value.isEmpty())
        return;
    ask(u"zoho"_s, "PUT", u"/crm/v8/%1/%2"_s.arg(module, id), {},
        {{u"data"_s, QJsonArray{QJsonObject{{field, value}}}}, {u"trigger"_s, QJsonArray()}});
}

} // namespace sim
