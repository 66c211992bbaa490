// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QObject>

//! A desk beside a scan server with three stations and people at them.
class ScanDesk : public QObject
{
protected:
    ScanWorkflow *scans() { return m_clinic->desk().scans(); }
    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return SimulatedDesk::await(std::move(task));
    }

    void openDesk()
    {
        m_clinic = std::make_unique<SimulatedDesk>();
        m_clinic->open();
        m_clinic->readIn();
        const auto stations = await(scans()->stations({}));
        if (!stations)
            qFatal("stations: %s", qPrintable(stations.error().message));
        m_stations = *stations;
    }
    //! People act by habit again, the server is as it should be.
    void calm()
    {
        m_clinic->simulator().clearFaults();
        people(QStringLiteral("any"), {{QStringLiteral("forget"), true}});
        m_clinic->simulator().clearJournal();
    }
    void closeDesk() { m_clinic.reset(); }

    ScanWorkflow::Target server() const { return ScanWorkflow::Target(QString()); }
    ScanWorkflow::Target station(int index) const
    {
        const ScanStation &at = m_stations.at(index);
        return ScanWorkflow::Target({}, at.id, at.hostname);
    }

    QString edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        return m_clinic->simulator().edit(
            {{QStringLiteral("system"), QStringLiteral("dentaldesktop")},
             {QStringLiteral("collection"), collection},
             {QStringLiteral("id"), id},
             {QStringLiteral("fields"), fields}});
    }
    QString flip(const QString &what, const QJsonObject &fields)
    {
        return edit(QStringLiteral("switch"), what, fields);
    }
    QString people(const QString &where, const QJsonObject &fields)
    {
        return edit(QStringLiteral("people"), where, fields);
    }
    //! What is pressed at the next dialogs of a station.
    QString next(int index, const QJsonArray &presses)
    {
        return people(m_stations.at(index).hostname, {{QStringLiteral("next"), presses}});
    }
    void fault(const QString &path, const QString &kind, const QJsonObject &more = {})
    {
        QJsonObject line = more;
        line.insert(QStringLiteral("system"), QStringLiteral("dentaldesktop"));
        line.insert(QStringLiteral("path"), path);
        line.insert(QStringLiteral("kind"), kind);
        const QString problem = m_clinic->simulator().addFault(line);
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
    }
    QJsonArray records(const QString &collection)
    {
        return m_clinic->simulator().records(QStringLiteral("dentaldesktop"), collection);
    }
    QList<QJsonObject> scanPatients(const QString &integrationId)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &each : records(QStringLiteral("patients"))) {
            if (each[QLatin1String("IntegrationId")].toString() == integrationId)
                found.append(each.toObject());
        }
        return found;
    }
    int requests(const QString &method)
    {
        int count = 0;
        for (const QJsonValue &call : m_clinic->calls(QStringLiteral("dentaldesktop")))
            count += call[QLatin1String("path")].toString().endsWith(method) ? 1 : 0;
        return count;
    }

    QString contactOf(const PatientId &patient)
    {
        return await(m_clinic->desk().patients()->links(patient))
            ->value(RecordKind::Contact)
            .remoteId;
    }
    //! Another patient each time: known to the scan server or not.
    Patient some(bool known)
    {
        if (m_patients.isEmpty())
            m_patients = *await(m_clinic->desk().patients()->all());
        for (qsizetype i = 0; i < m_patients.size(); ++i) {
            const QString contact = contactOf(m_patients.at(i).id);
            if (!contact.isEmpty() && scanPatients(contact).isEmpty() != known)
                return m_patients.takeAt(i);
        }
        qFatal("no patient left");
    }
    //! One who is linked here and there.
    Patient linked()
    {
        const Patient patient = some(false);
        const PatientId id = patient.id;
        const auto done = await(scans()->linkPatient(id, server(), false));
        if (!done || !done->isDone())
            qFatal("not linked: %s",
                   done ? qPrintable(done->text) : qPrintable(done.error().message));
        return patient;
    }

    std::unique_ptr<SimulatedDesk> m_clinic;
    QList<ScanStation> m_stations;
    QList<Patient> m_patients;
};
