// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/zoho/connector.h"
#include "app/net/oauth2.h"
#include "tests/simulator/simulator.h"
#include "tests/support/fakesecrets.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

inline const Currency rupees{u"MUR"_s, 2};

//! The simulated CRM of a small clinic and a connector on it.
class SimulatedCrm
{
public:
    explicit SimulatedCrm(sim::SimulatorOptions options = smallClinic()) : m_simulator(options)
    {
        if (!m_simulator.start())
            qFatal("no port for the simulator");
        for (const auto &[key, value] : m_simulator.secrets())
            m_secrets.values.insert(key, value);
        OAuth2Vendor vendor;
        vendor.service = Service::Zoho;
        vendor.tokenUrl = m_simulator.url(u"accounts"_s);
        vendor.tokenUrl.setPath(u"/oauth/v2/token"_s);
        vendor.clientId = u"1000.VESTIBULESIMULATOR"_s;
        vendor.secretKey = u"zoho.clientSecret"_s;
        vendor.refreshKey = u"zoho.refreshToken"_s;
        vendor.accessKey = u"zoho.accessToken"_s;
        vendor.scheme = "Zoho-oauthtoken";
        m_authorizer = std::make_unique<OAuth2>(vendor, &m_secrets, &m_network,
                                                m_directory.filePath(u"zoho.lock"_s), systemClock);
        m_transport = std::make_unique<Transport>(Service::Zoho, m_simulator.url(u"zoho"_s),
                                                  m_authorizer.get(), &m_network);
        m_connector =
            std::make_unique<zoho::Connector>(m_transport.get(), Settings::Zoho(), rupees);
    }

    static sim::SimulatorOptions smallClinic()
    {
        sim::SimulatorOptions options;
        options.clinic.today = QDate(2026, 3, 5);
        options.clinic.patients = 240;
        options.clinic.appointmentsPerDay = 4;
        options.clinic.days = 2;
        return options;
    }

    //! Tells the connector the set-up of an ordinary clinic, read once per program.
    Result<zoho::SetupReport> setUp()
    {
        static Result<zoho::SetupReport> known = QCoro::waitFor(client().setup(Settings::Zoho()));
        if (known)
            m_connector->setSetup(*known);
        m_simulator.clearJournal();
        return known;
    }

    //! Prepares once and delivers once.
    Result<Receipt> run(const Command &command, const Facts &facts)
    {
        auto item = prepared(command, facts);
        if (!item)
            return tl::unexpected<Error>(item.error());
        return deliver(*item);
    }
    Result<OutboxItem> prepared(const Command &command, const Facts &facts)
    {
        const auto payload = m_connector->prepare(command, facts, u"key"_s);
        if (!payload)
            return tl::unexpected<Error>(payload.error());
        OutboxItem item;
        item.key = u"key"_s;
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

    //! A new patient's walk-in for the clinic's first consultation.
    Facts walkIn(const QString &visit) const
    {
        const sim::Clinic &clinic = m_simulator.clinic();
        Facts facts;
        facts.visit.id = VisitId(visit);
        facts.patient.id = PatientId(derivedUuid(visit));
        facts.patient.firstName = u"Anaëlle"_s;
        facts.patient.lastName = u"O'Synthetic"_s;
        facts.patient.mobile = u"+23052500000"_s;
        facts.patient.birthDate = QDate(1984, 2, 29);
        facts.contactIsNew = true;
        facts.product = product(0);
        facts.provider.id = ProviderId(clinic.providers.first().chirurgienId);
        facts.provider.crmUser = clinic.providers.first().userId;
        facts.room.name = clinic.rooms.first().name;
        facts.appointment.id = facts.visit.id;
        facts.appointment.patient = facts.patient.id;
        facts.appointment.product = facts.product.id;
        facts.appointment.slot.start = QDateTime(QDate(2026, 1, 5), QTime(6, 0), Qt::UTC);
        facts.appointment.slot.end = facts.appointment.slot.start.addSecs(1800);
        facts.currency = rupees;
        facts.timeZone = "Indian/Mauritius";
        return facts;
    }
    Product product(int index) const
    {
        const sim::SeedProduct &seed = m_simulator.clinic().products.at(index);
        Product product;
        product.id = ProductId(seed.productId);
        product.code = seed.code;
        product.name = seed.name;
        product.invoiceClass = seed.invoiceClass;
        product.price = Money{seed.priceMinor, rupees};
        if (!seed.taxName.isEmpty())
            product.taxes.append({seed.taxName, Thousandths(seed.taxPercent) * 1000});
        return product;
    }
    RecordedAct act(const QString &id, int productIndex, const QStringList &teeth = {}) const
    {
        RecordedAct act;
        act.itemId = id;
        act.product = product(productIndex).id;
        act.teeth = teeth;
        act.unitPrice = product(productIndex).price;
        act.status = u"completed"_s;
        return act;
    }
    //! What the panel would show for these acts.
    OrderLines shown(const Facts &facts, const QList<RecordedAct> &acts) const
    {
        QList<Product> catalogue;
        for (int i = 0; i < int(m_simulator.clinic().products.size()); ++i)
            catalogue.append(product(i));
        OrderLine booking;
        booking.mark = u"booking"_s;
        booking.product = facts.product.id;
        booking.unitPrice = facts.product.price;
        booking.discount = Money{0, rupees};
        booking.taxes = facts.product.taxes;
        return shownLines(facts.order, facts.lastSent, booking, acts, {}, catalogue, rupees);
    }

    //! Books, and takes the receipt into the facts.
    Result<Receipt> book(Facts &facts)
    {
        const auto receipt = run(BookInCrm{facts.visit.id}, facts);
        if (receipt)
            take(*receipt, facts);
        return receipt;
    }
    static void take(const Receipt &receipt, Facts &facts)
    {
        facts.patientLinks.insert(receipt.patientLinks);
        facts.visitLinks.insert(receipt.visitLinks);
        for (const RecordKind kind : receipt.unlinked)
            facts.visitLinks.remove(kind);
        if (receipt.order)
            facts.order = *receipt.order;
        if (receipt.agreed)
            facts.lastSent = *receipt.agreed;
        if (receipt.invoice)
            facts.invoice = *receipt.invoice;
        facts.contactIsNew = false;
    }
    static void link(Links &links, RecordKind kind, const QString &id)
    {
        RemoteLink link;
        link.kind = kind;
        link.remoteId = id;
        links.insert(kind, link);
    }

    void fault(const QString &path, const QJsonObject &more)
    {
        QJsonObject line{{u"system"_s, u"zoho"_s}, {u"path"_s, path}};
        for (auto it = more.begin(); it != more.end(); ++it)
            line.insert(it.key(), it.value());
        QCOMPARE(m_simulator.addFault(line), QString());
    }
    //! A person changes a record in the CRM's own window.
    void edit(const QString &module, const QString &id, const QJsonObject &fields)
    {
        QCOMPARE(m_simulator.edit({{u"system"_s, u"zoho"_s},
                                   {u"collection"_s, module},
                                   {u"id"_s, id},
                                   {u"fields"_s, fields}}),
                 QString());
    }
    //! Records of a module whose field has that value ("Deal_Name" compares the id).
    QList<QJsonObject> where(const QString &module, const QString &field, const QString &value)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &row : m_simulator.records(u"zoho"_s, module)) {
            if (zoho::idOf(row[field]) == value)
                found.append(row.toObject());
        }
        return found;
    }
    QJsonObject record(const QString &module, const QString &id)
    {
        return where(module, u"id"_s, id).value(0);
    }

    //! Requests to the CRM since the journal was cleared.
    int calls() const
    {
        int count = 0;
        for (const QJsonValue &entry : m_simulator.journal())
            count += entry["system"_L1].toString() == "zoho"_L1 ? 1 : 0;
        return count;
    }
    //! Fields that the CRM dropped without a word.
    QStringList dropped() const
    {
        QStringList fields;
        for (const QJsonValue &entry : m_simulator.journal()) {
            for (const QJsonValue &field : entry["dropped"_L1].toArray())
                fields.append(field.toString());
        }
        return fields;
    }

    sim::Simulator &simulator() { return m_simulator; }
    zoho::Connector &connector() { return *m_connector; }
    zoho::Client client() { return zoho::Client(m_transport.get(), rupees); }

private:
    sim::Simulator m_simulator;
    QTemporaryDir m_directory;
    QNetworkAccessManager m_network;
    FakeSecrets m_secrets;
    std::unique_ptr<OAuth2> m_authorizer;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<zoho::Connector> m_connector;
};
