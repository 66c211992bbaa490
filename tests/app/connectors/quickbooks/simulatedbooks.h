// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/quickbooks/connector.h"
#include "app/net/oauth2.h"
#include "tests/simulator/simulator.h"
#include "tests/support/fakesecrets.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

inline const Currency rupees{u"MUR"_s, 2};

//! The simulated QuickBooks company of a small clinic and a connector on it.
class SimulatedBooks
{
public:
    SimulatedBooks() : m_simulator(smallClinic())
    {
        if (!m_simulator.start())
            qFatal("no port for the simulator");
        for (const auto &[key, value] : m_simulator.secrets())
            m_secrets.values.insert(key, value);
        QFile file(m_directory.filePath(u"settings.ini"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_simulator.settings()) < 0)
            qFatal("no settings file");
        file.close();
        const QSettings ini(file.fileName(), QSettings::IniFormat);
        OAuth2Vendor vendor;
        vendor.service = Service::QuickBooks;
        vendor.tokenUrl = ini.value("quickbooks/tokenUrl").toUrl();
        vendor.clientId = ini.value("quickbooks/clientId").toString();
        vendor.secretKey = u"quickbooks.clientSecret"_s;
        vendor.refreshKey = u"quickbooks.refreshToken"_s;
        vendor.accessKey = u"quickbooks.accessToken"_s;
        vendor.basicAuthentication = true;
        m_settings.realmId = ini.value("quickbooks/realmId").toString();
        m_settings.taxCodes.exempt = ini.value("quickbooks/exemptTaxCode").toString();
        for (const QString &pair : ini.value("quickbooks/taxCodes").toStringList()) {
            m_settings.taxCodes.byName.insert(pair.section(u'=', 0, 0).trimmed(),
                                              pair.section(u'=', 1).trimmed());
        }
        m_authorizer = std::make_unique<OAuth2>(vendor, &m_secrets, &m_network,
                                                m_directory.filePath(u"books.lock"_s), systemClock);
        m_transport = std::make_unique<Transport>(
            Service::QuickBooks, m_simulator.url(u"quickbooks"_s), m_authorizer.get(), &m_network);
        m_connector =
            std::make_unique<quickbooks::Connector>(m_transport.get(), m_settings, rupees);
    }

    static sim::SimulatorOptions smallClinic()
    {
        sim::SimulatorOptions options;
        options.clinic.today = QDate(2026, 3, 5);
        options.clinic.patients = 40;
        options.clinic.appointmentsPerDay = 2;
        options.clinic.days = 1;
        return options;
    }

    //! Reads the company, tells the connector, and forgets the calls.
    Result<quickbooks::Company> setUp()
    {
        const auto company = QCoro::waitFor(client().company());
        if (company)
            m_connector->setCompany(*company);
        m_simulator.clearJournal();
        return company;
    }

    Result<OutboxItem> prepared(const Command &command, const Facts &facts)
    {
        OutboxItem item;
        item.key = m_connector->keyOf(command, facts);
        const auto payload = m_connector->prepare(command, facts, item.key);
        if (!payload)
            return tl::unexpected<Error>(payload.error());
        item.command = command;
        item.payload = *payload;
        return item;
    }
    //! The next attempt of a row.
    Result<Receipt> deliver(OutboxItem &item)
    {
        ++item.attempts;
        return QCoro::waitFor(m_connector->deliver(item));
    }
    Result<Receipt> run(const Command &command, const Facts &facts)
    {
        auto item = prepared(command, facts);
        if (!item)
            return tl::unexpected<Error>(item.error());
        return deliver(*item);
    }

    //! A visit with a Facture of two products in the CRM.
    Facts invoiced(const QString &factureId = u"582901000000000042"_s)
    {
        Facts facts;
        facts.patient.id = PatientId(u"0190c8e2-0000-7000-8000-000000000001"_s);
        facts.patient.firstName = u"Anaëlle"_s;
        facts.patient.lastName = u"O'Synthetic"_s;
        facts.patient.email = u"anaelle@mail.example"_s;
        facts.patient.mobile = u"+23052500000"_s;
        link(facts.patientLinks, RecordKind::Contact, u"582900000000700001"_s);
        facts.visit.id = VisitId(u"0190c8e2-0000-7000-8000-000000000002"_s);
        facts.visit.leftAt = QDateTime(QDate(2026, 1, 5), QTime(21, 30), Qt::UTC);
        facts.timeZone = "Indian/Mauritius";
        facts.currency = rupees;
        facts.invoice.id = factureId;
        facts.invoice.number = u"INV-000042"_s;
        facts.invoice.discount = Money{0, rupees};
        facts.invoice.adjustment = Money{0, rupees};
        add(facts, 0);
        for (int i = 1; i < int(m_simulator.clinic().products.size()); ++i) {
            if (seed(i).invoiceClass != seed(0).invoiceClass) {
                add(facts, i);
                break;
            }
        }
        for (int i = 1; i < int(m_simulator.clinic().products.size()); ++i) {
            if (!seed(i).taxName.isEmpty()) {
                add(facts, i);
                break;
            }
        }
        return facts;
    }
    const sim::SeedProduct &seed(int index) const
    {
        return m_simulator.clinic().products.at(index);
    }
    void add(Facts &facts, int index) const
    {
        OrderLine line;
        line.product = ProductId(seed(index).productId);
        line.label = seed(index).name;
        line.invoiceClass = seed(index).invoiceClass;
        line.quantity = 1000;
        line.unitPrice = Money{seed(index).priceMinor, rupees};
        line.discount = Money{0, rupees};
        if (!seed(index).taxName.isEmpty())
            line.taxes.append({seed(index).taxName, Thousandths(seed(index).taxPercent) * 1000});
        facts.invoice.lines.append(line);
        total(facts);
    }
    static void total(Facts &facts)
    {
        facts.invoice.grandTotal = Money{0, rupees};
        for (const OrderLine &line : facts.invoice.lines)
            facts.invoice.grandTotal.minor += line.net().minor + line.tax().minor;
    }
    static void link(Links &links, RecordKind kind, const QString &id)
    {
        RemoteLink link;
        link.kind = kind;
        link.remoteId = id;
        links.insert(kind, link);
    }
    //! Makes the customer and links it.
    Result<Receipt> makeCustomer(Facts &facts)
    {
        const auto receipt = run(PutQuickBooksCustomer{facts.patient.id}, facts);
        if (receipt)
            facts.patientLinks.insert(receipt->patientLinks);
        return receipt;
    }

    void fault(const QString &path, const QJsonObject &more)
    {
        QJsonObject line{{u"system"_s, u"quickbooks"_s}, {u"path"_s, path}};
        for (auto it = more.begin(); it != more.end(); ++it)
            line.insert(it.key(), it.value());
        QCOMPARE(m_simulator.addFault(line), QString());
    }
    void edit(const QString &entity, const QString &id, const QJsonObject &fields)
    {
        QCOMPARE(m_simulator.edit({{u"system"_s, u"quickbooks"_s},
                                   {u"collection"_s, entity},
                                   {u"id"_s, id},
                                   {u"fields"_s, fields}}),
                 QString());
    }
    QList<QJsonObject> where(const QString &entity, const QString &field, const QString &value)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &row : m_simulator.records(u"quickbooks"_s, entity)) {
            if (row[field].toString() == value)
                found.append(row.toObject());
        }
        return found;
    }
    int calls() const
    {
        int count = 0;
        for (const QJsonValue &entry : m_simulator.journal()) {
            const bool company = entry["path"_L1].toString().startsWith("/v3/"_L1);
            count += entry["system"_L1].toString() == "quickbooks"_L1 && company ? 1 : 0;
        }
        return count;
    }

    sim::Simulator &simulator() { return m_simulator; }
    quickbooks::Connector &connector() { return *m_connector; }
    quickbooks::Client client()
    {
        return quickbooks::Client(m_transport.get(), m_settings.realmId);
    }

private:
    sim::Simulator m_simulator;
    QTemporaryDir m_directory;
    QNetworkAccessManager m_network;
    FakeSecrets m_secrets;
    Settings::QuickBooks m_settings;
    std::unique_ptr<OAuth2> m_authorizer;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<quickbooks::Connector> m_connector;
};
