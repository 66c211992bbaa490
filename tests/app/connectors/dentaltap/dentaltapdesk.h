// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaltap/connector.h"
#include "app/domain/receipt.h"
#include "tests/support/faultrows.h"
#include "tests/support/simulated.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

inline const QString dentaltapName = u"dentaltap"_s;
inline const QString orderId = u"5820000000000099001"_s;
inline const QString contactId = u"5820000000000099002"_s;

inline QDateTime at(int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, 30), QTime(hour, minute), Qt::UTC);
}

//! A connector on a simulated DentalTap, and the facts of a booking that it does not have yet.
class DentalTapDesk
{
protected:
    void open()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_world = std::make_unique<support::Simulated>();
        Transport *transport = m_world->transport(Service::DentalTap);
        const Currency currency{m_world->clinic().options.currency,
                                m_world->clinic().currencyExponent};
        m_connector = std::make_unique<dentaltap::Connector>(transport, currency);
    }
    void shut()
    {
        m_connector.reset();
        m_world.reset();
    }

    //! A booking of somebody whom DentalTap does not have yet, on an empty day.
    Facts facts() const
    {
        const sim::Clinic &clinic = m_world->clinic();
        Facts facts;
        facts.patient.firstName = u"Maëlle"_s;
        facts.patient.lastName = u"D'Alembert-Ôrès"_s;
        facts.patient.sex = u"female"_s;
        facts.patient.birthDate = QDate(1984, 11, 2);
        facts.patient.mobile = u"+230 5251 2345"_s;
        facts.visit.id = VisitId(u"visit-1"_s);
        facts.appointment.id = facts.visit.id;
        facts.appointment.kind = Appointment::Kind::WalkIn;
        facts.appointment.reason = u"Consultation"_s;
        facts.appointment.slot.room = RoomId(clinic.rooms.at(0).dentalTapId);
        facts.appointment.slot.start = at(6);
        facts.appointment.slot.end = at(6, 30);
        facts.provider.id = ProviderId(clinic.providers.at(0).chirurgienId);
        facts.provider.dentalTapId = clinic.providers.at(0).dentalTapId;
        facts.timeZone = clinic.options.timeZone.toLatin1();
        facts.currency = Currency{clinic.options.currency, clinic.currencyExponent};
        link(facts.patientLinks, RecordKind::Contact, contactId);
        link(facts.visitLinks, RecordKind::SalesOrder, orderId);
        return facts;
    }
    static void link(Links &links, RecordKind kind, const QString &id, const QString &stamp = {})
    {
        links.insert(kind, RemoteLink{kind, id, stamp, {}});
    }

    OutboxItem item(const Command &command, const Facts &given) const
    {
        OutboxItem row;
        row.command = command;
        row.key = m_connector->keyOf(command, given);
        if (row.key.isEmpty())
            row.key = newUuid(at(0));
        row.attempts = 1;
        const Result<QByteArray> payload = m_connector->prepare(command, given, row.key);
        row.payload = payload.value_or(QByteArray());
        return row;
    }
    Result<Receipt> deliver(OutboxItem row, int attempt = 1)
    {
        row.attempts = attempt;
        return QCoro::waitFor(m_connector->deliver(std::move(row)));
    }
    Result<Receipt> run(const Command &command, const Facts &given)
    {
        return deliver(item(command, given));
    }

    static PutDentalTapAppointment put(bool create)
    {
        return PutDentalTapAppointment{VisitId(u"visit-1"_s), create};
    }
    static PutDentalTapStatus status(const QString &word)
    {
        return PutDentalTapStatus{VisitId(u"visit-1"_s), word};
    }
    //! Patient and appointment of facts() are there and linked.
    Facts booked()
    {
        Facts given = facts();
        const auto patient = run(PutDentalTapPatient{}, given);
        given.patientLinks.insert(patient.value_or(Receipt()).patientLinks);
        const auto appointment = run(put(true), given);
        given.visitLinks.insert(appointment.value_or(Receipt()).visitLinks);
        given.agreed.insert(Service::DentalTap,
                            AgreedState{given.appointment.slot, u"scheduled"_s});
        return given;
    }
    static LinkInDentalTap linkThere() { return LinkInDentalTap{VisitId(u"visit-1"_s)}; }
    //! An appointment of DentalTap's own that we have read with that version.
    Facts bornThere(const QString &stamp)
    {
        QString id;
        for (const sim::SeedAppointment &appointment : m_world->clinic().appointments) {
            if (appointment.salesOrderId.isEmpty() && !appointment.dentalTapId.isEmpty())
                id = appointment.dentalTapId;
        }
        Facts given = facts();
        link(given.visitLinks, RecordKind::DentalTapAppointment, id, stamp);
        return given;
    }
    static QString appointmentId(const Facts &given)
    {
        return given.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    }
    QJsonObject appointment(const Facts &given) const
    {
        return m_world->record(dentaltapName, u"appointments"_s, appointmentId(given));
    }
    void option(const QString &name, const QJsonValue &value)
    {
        edit(u"options"_s, QString(), {{name, value}});
    }
    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        const QString problem = m_world->simulator().edit({{"system"_L1, dentaltapName},
                                                           {"collection"_L1, collection},
                                                           {"id"_L1, id},
                                                           {"fields"_L1, fields}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void tell(const Facts &given, const QString &tooth)
    {
        const QJsonObject record{
            {"treatment"_L1, u"any"_s}, {"tooth"_L1, tooth}, {"quantity"_L1, 1}};
        const QString problem = m_world->simulator().tell(
            {{"appointment"_L1, appointmentId(given)}, {"records"_L1, QJsonArray{record}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    //! The fault strikes the first write; the same row again leaves one record.
    void oneRecordAfterFault(const Command &command, const Facts &given, const QString &collection,
                             const QString &externalId)
    {
        const bool creates =
            m_world->records(dentaltapName, collection, u"externalId"_s, externalId).isEmpty();
        oneRecordAfterFault(command, given, collection, externalId,
                            creates ? u"POST"_s : u"PATCH"_s);
    }
    void oneRecordAfterFault(const Command &command, const Facts &given, const QString &collection,
                             const QString &externalId, const QString &method)
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, more);
        QFETCH(std::optional<Error::Kind>, error);
        QJsonObject line = more;
        line.insert("method"_L1, method);
        m_world->fault(dentaltapName, collection, kind, line);
        const OutboxItem row = item(command, given);
        support::limitPatience(*m_world->transport(Service::DentalTap), error);
        const auto first = deliver(row);
        QCOMPARE(first.has_value(), !error.has_value());
        if (error) {
            QCOMPARE(first.error().kind, *error);
            QCOMPARE(first.error().service, Service::DentalTap);
            const bool says = more.contains("retryAfter"_L1);
            QCOMPARE(first.error().retryAfter.has_value(), says);
        }
        support::limitPatience(*m_world->transport(Service::DentalTap), {});
        const auto second = deliver(row, 2);
        QVERIFY(second);
        QCOMPARE(m_world->records(dentaltapName, collection, u"externalId"_s, externalId).size(),
                 1);
    }

    std::unique_ptr<support::Simulated> m_world;
    std::unique_ptr<dentaltap::Connector> m_connector;
};
