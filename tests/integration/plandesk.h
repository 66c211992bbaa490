// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

//! What tests do with treatment plans on a simulated desk.
class PlanDesk : public SimulatedDesk
{
public:
    //! Of a day with few visits: it starts faster still.
    PlanDesk() : SimulatedDesk(quietClinic()) { }
    static sim::SimulatorOptions quietClinic()
    {
        sim::SimulatorOptions options = smallClinic();
        options.clinic.patients = 12;
        options.clinic.appointmentsPerDay = 3;
        options.clinic.days = 1;
        return options;
    }
    //! A new patient at a consultation, in the chair; everything of it is sent.
    VisitId consultation()
    {
        const Result<Visit> booked = bookNew(QStringLiteral("Noé"), QStringLiteral("Garnier"));
        if (!booked)
            qFatal("consultation: %s", qPrintable(booked.error().message));
        await(desk().visitWorkflow()->checkIn(booked->id));
        await(desk().visitWorkflow()->seat(booked->id));
        if (!drained())
            qFatal("consultation not sent");
        return booked->id;
    }
    static QJsonObject act(const char *code, const char *tooth)
    {
        return {{QStringLiteral("treatment"), QString::fromLatin1(code)},
                {QStringLiteral("tooth"), QString::fromLatin1(tooth)}};
    }
    static QJsonObject planned(const char *code, const char *tooth, int phase)
    {
        QJsonObject told = act(code, tooth);
        told.insert(QStringLiteral("order"), phase);
        return told;
    }
    //! The surgeon plans two acts in a first phase and one in a second; the desk has read it.
    PlanId plan(const VisitId &consultation)
    {
        const VisitDetail visit = detail(consultation);
        const QString patient = visit.patientLinks.value(RecordKind::DentalTapPatient).remoteId;
        const QString appointment =
            visit.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
        const QString refused = simulator().tell(
            QJsonObject{{QStringLiteral("plan"), QStringLiteral("new")},
                        {QStringLiteral("patient"), patient},
                        {QStringLiteral("appointment"), appointment},
                        {QStringLiteral("title"), QStringLiteral("Réhabilitation")},
                        {QStringLiteral("records"),
                         QJsonArray{planned("SOI01", "36", 1), planned("SOI02", "46", 1),
                                    planned("END03", "16", 2)}}});
        if (!refused.isEmpty())
            qFatal("story: %s", qPrintable(refused));
        const QSet<QString> before = known(consultation);
        const Result<PlanReading> read = await(desk().plans()->readVisit(consultation));
        if (!read)
            qFatal("plans: %s", qPrintable(read.error().message));
        for (const PlanRecord &each : read->plans) {
            if (!before.contains(each.current.id.value))
                return each.current.id;
        }
        qFatal("the plan was not read");
        return {};
    }
    PlanVersion version(const PlanId &id)
    {
        const Result<PlanRecord> record = await(desk().plans()->plan(id));
        if (!record)
            qFatal("plan: %s", qPrintable(record.error().message));
        return record->latest();
    }
    Result<PlanRecord> accept(const PlanId &id, const QStringList &items = {})
    {
        const QByteArray shown = planDigest(version(id), QStringLiteral("fr"), settings().currency);
        return await(desk().plans()->accept(id, items, shown, QStringLiteral("fr")));
    }
    //! The n-th phase (from 0), or those items, in the next free slot.
    InterventionRequest request(const PlanId &id, int phase, const QStringList &items = {})
    {
        InterventionRequest request;
        request.part.plan = id;
        request.part.phase = version(id).content.phases.value(phase).id;
        request.part.items = items;
        request.slot = freeSlot();
        return request;
    }
    Result<Visit> book(const InterventionRequest &request)
    {
        return await(desk().plans()->book(request));
    }
    //! The plan's item of that tooth.
    QString item(const PlanId &id, const char *tooth)
    {
        for (const PlanItem &each : version(id).content.items()) {
            if (each.teeth.contains(QString::fromLatin1(tooth)))
                return each.id;
        }
        return {};
    }
    QJsonObject record(const char *system, const char *collection, const QString &id)
    {
        const QJsonArray rows =
            simulator().records(QString::fromLatin1(system), QString::fromLatin1(collection));
        for (const QJsonValue &row : rows) {
            if (row[QStringLiteral("id")].toString() == id)
                return row.toObject();
        }
        return {};
    }
    using SimulatedDesk::record;
    QJsonObject quote(const PlanId &id) { return record("zoho", "Quotes", version(id).quote.id); }
    QJsonObject order(const VisitId &id)
    {
        return record("zoho", "Sales_Orders",
                      detail(id).visitLinks.value(RecordKind::SalesOrder).remoteId);
    }
    //! Fields that the CRM dropped without a word.
    QStringList dropped() const
    {
        QStringList fields;
        for (const QJsonValue &call : calls()) {
            for (const QJsonValue &field : call[QStringLiteral("dropped")].toArray())
                fields.append(field.toString());
        }
        return fields;
    }

private:
    QSet<QString> known(const VisitId &consultation)
    {
        const PatientId patient = detail(consultation).entry.appointment.patient;
        const Result<PlanReading> cached = await(desk().plans()->cached(patient));
        QSet<QString> ids;
        for (const PlanRecord &each : cached ? cached->plans : QList<PlanRecord>())
            ids.insert(each.current.id.value);
        return ids;
    }
};
