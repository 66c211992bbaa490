// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/lateacts.h"

using namespace Qt::StringLiterals;

VisitId LateActs::inChair()
{
    const Result<Visit> booked = m_clinic.bookNew(u"Noé"_s, u"Garnier"_s);
    if (!booked)
        return {};
    VisitWorkflow *workflow = m_clinic.desk().visitWorkflow();
    SimulatedDesk::await(workflow->checkIn(booked->id));
    SimulatedDesk::await(workflow->seat(booked->id));
    if (!m_clinic.drained() || !m_clinic.record(booked->id, {act(u"36"_s), act(u"46"_s)})
        || !m_clinic.drained())
        return {};
    return booked->id;
}

bool LateActs::exit(const VisitId &id)
{
    const QByteArray digest = m_clinic.detail(id).lines.digest();
    return SimulatedDesk::await(
               m_clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, false))
               .has_value()
        && m_clinic.drained();
}

VisitId LateActs::invoiced()
{
    const VisitId id = inChair();
    return !id.isEmpty() && exit(id) ? id : VisitId();
}

VisitId LateActs::withLateAct()
{
    const VisitId id = invoiced();
    return !id.isEmpty() && m_clinic.record(id, {act(u"26"_s)}) ? id : VisitId();
}

Result<Visit> LateActs::bill(SimulatedDesk &desk, const VisitId &id)
{
    QList<OpenItem> chosen;
    QStringList ids;
    for (const OpenItem &item : desk.detail(id).openItems) {
        if (!item.isBillable())
            continue;
        chosen.append(item);
        ids.append(item.itemId);
    }
    const QByteArray digest = supplementLines(chosen, desk.settings().currency).digest();
    return SimulatedDesk::await(desk.desk().visitWorkflow()->bill(id, ids, digest));
}

QJsonObject LateActs::recordOf(const QString &system, const QString &collection, const QString &id)
{
    for (const QJsonValue &record : m_clinic.simulator().records(system, collection)) {
        if (record[u"id"_s].toString() == id || record[u"Id"_s].toString() == id)
            return record.toObject();
    }
    return {};
}

QJsonObject LateActs::act(const QString &tooth)
{
    return {{u"treatment"_s, u"any"_s}, {u"tooth"_s, tooth}};
}

QStringList LateActs::kindsOf(const VisitDetail &detail)
{
    QStringList kinds;
    for (const OpenItem &item : detail.openItems)
        kinds.append(enumName(item.kind));
    kinds.sort();
    return kinds;
}

QStringList LateActs::supplementKinds()
{
    return {u"Sales_Orders"_s, u"Invoices"_s, u"Invoice"_s};
}
