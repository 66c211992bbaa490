// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/chartworkflow.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QObject>

//! A desk whose surgeon looks at charts.
class ChartDesk : public QObject
{
protected:
    ChartWorkflow *charts() { return m_clinic->desk().charts(); }
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
        m_patients = *await(m_clinic->desk().patients()->all());
    }
    void calm()
    {
        m_clinic->simulator().clearFaults();
        m_clinic->simulator().clearJournal();
    }
    void closeDesk() { m_clinic.reset(); }

    void fault(const QString &path, const QString &kind, const QJsonObject &more = {})
    {
        QJsonObject line = more;
        line.insert(QStringLiteral("system"), QStringLiteral("dentaltap"));
        line.insert(QStringLiteral("path"), path);
        line.insert(QStringLiteral("kind"), kind);
        const QString problem = m_clinic->simulator().addFault(line);
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
    }
    QString dentalTapId(const PatientId &patient)
    {
        return await(m_clinic->desk().patients()->links(patient))
            ->value(RecordKind::DentalTapPatient)
            .remoteId;
    }
    //! Another patient each time whom DentalTap knows.
    Patient somebody()
    {
        while (!m_patients.isEmpty()) {
            const Patient patient = m_patients.takeFirst();
            if (!dentalTapId(patient.id).isEmpty())
                return patient;
        }
        qFatal("no patient left");
    }

    std::unique_ptr<SimulatedDesk> m_clinic;
    QList<Patient> m_patients;
};
