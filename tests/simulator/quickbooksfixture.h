// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/services.h"
#include "tests/simulator/testcalls.h"

#include <QObject>

using namespace Qt::StringLiterals;

//! A small company with two customers of the same name, two classes and an access token.
class QuickBooksFixture : public QObject
{
    Q_OBJECT

protected:
    static sim::Clinic smallClinic(const QString &currency, int exponent)
    {
        sim::Clinic clinic;
        clinic.options.currency = currency;
        clinic.currencyExponent = exponent;
        sim::SeedPatient patient;
        patient.contactId = u"487600000000000001"_s;
        patient.quickBooksId = u"1001"_s;
        patient.lastName = u"O'Neil"_s;
        patient.firstName = u"Ada"_s;
        clinic.patients.append(patient);
        patient.contactId = u"487600000000000002"_s;
        patient.quickBooksId = u"1002"_s;
        clinic.patients.append(patient);
        sim::SeedProduct product;
        product.invoiceClass = u"Chirurgie"_s;
        product.priceMinor = 12'345;
        clinic.products.append(product);
        product.invoiceClass = u"Esthétique"_s;
        product.taxName = u"VAT"_s;
        product.taxPercent = 15;
        clinic.products.append(product);
        return clinic;
    }

    static QByteArray company() { return "/v3/company/9130350000000001/"; }
    static QByteArray basic()
    {
        return "Basic " + QByteArray("vestibule-quickbooks:simulated-quickbooks-secret").toBase64();
    }

    sim::Clinic m_clinic;
    sim::SimClock m_clock;
    std::unique_ptr<sim::Service> m_books;
    QByteArray m_bearer;
    QString m_refresh;

    void open(const QString &currency = u"MUR"_s, int exponent = 2)
    {
        m_clinic = smallClinic(currency, exponent);
        sim::SimulatorOptions options;
        m_clock = {};
        m_books = sim::makeQuickBooks(m_clinic, m_clock, options);
        m_refresh = u"RT1-simulated-first"_s;
        m_bearer = "bearer " + refreshed().value(u"access_token"_s).toString().toLatin1();
    }
    QJsonObject refreshed()
    {
        const QByteArray form = "grant_type=refresh_token&refresh_token=" + m_refresh.toLatin1();
        return sim::jsonOf(m_books->handle(sim::makeCall(
            "POST", "/oauth2/v1/tokens/bearer", form,
            {{"Authorization", basic()}, {"Content-Type", "application/x-www-form-urlencoded"}})));
    }
    sim::Answer raw(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return m_books->handle(sim::makeCall(method, QByteArray(company() + target), body,
                                             {{"Authorization", m_bearer},
                                              {"Accept", "application/json"},
                                              {"Content-Type", "application/json"}}));
    }
    QJsonObject post(const QByteArray &target, const QJsonObject &body)
    {
        return sim::jsonOf(raw("POST", target, QJsonDocument(body).toJson()));
    }
    QJsonObject get(const QByteArray &target) { return sim::jsonOf(raw("GET", target)); }
    QJsonObject ask(const QByteArray &statement)
    {
        return get("query?query=" + statement.toPercentEncoding())
            .value(u"QueryResponse"_s)
            .toObject();
    }
    static QString codeOf(const QJsonObject &answer)
    {
        return answer.value(u"Fault"_s)[u"Error"][0][u"code"].toString();
    }
    static QJsonObject ref(const QString &id) { return {{u"value"_s, id}}; }
    static QJsonObject line(double amount, const QString &taxCode, const QString &bookClass = {},
                            const QString &item = u"19"_s)
    {
        QJsonObject detail{{u"Qty"_s, 1}, {u"UnitPrice"_s, amount}};
        if (!item.isEmpty())
            detail.insert(u"ItemRef"_s, ref(item));
        if (!taxCode.isEmpty())
            detail.insert(u"TaxCodeRef"_s, ref(taxCode));
        if (!bookClass.isEmpty())
            detail.insert(u"ClassRef"_s, ref(bookClass));
        return {{u"Amount"_s, amount},
                {u"DetailType"_s, u"SalesItemLineDetail"_s},
                {u"SalesItemLineDetail"_s, detail}};
    }
    static QJsonObject invoice(const QJsonArray &lines, const QString &number = {})
    {
        QJsonObject body{{u"CustomerRef"_s, ref(u"1001"_s)}, {u"Line"_s, lines}};
        if (!number.isEmpty())
            body.insert(u"DocNumber"_s, number);
        return body;
    }
    static QJsonObject created(const QJsonObject &answer, const QString &entity)
    {
        return answer.value(entity).toObject();
    }
};
