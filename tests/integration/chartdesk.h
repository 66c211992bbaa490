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
    //! Charts come as in the contract's first form again, everybody answers.
    void calm()
    {
        m_clinic->simulator().clearFaults();
        m_clinic->simulator().clearJournal();
        m_clinic->simulator().resume(QStringLiteral("dentaltap"));
        deliver({{QStringLiteral("delivery"), QStringLiteral("token")},
                 {QStringLiteral("redirectTo"), QString()},
                 {QStringLiteral("hops"), 0},
                 {QStringLiteral("expiresSeconds"), 300},
                 {QStringLiteral("refusal"), 403},
                 {QStringLiteral("picture"), QStringLiteral("good")},
                 {QStringLiteral("pngForm"), true},
                 {QStringLiteral("inProfile"), true}});
    }
    void closeDesk() { m_clinic.reset(); }

    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        const QString problem =
            m_clinic->simulator().edit({{QStringLiteral("system"), QStringLiteral("dentaltap")},
                                        {QStringLiteral("collection"), collection},
                                        {QStringLiteral("id"), id},
                                        {QStringLiteral("fields"), fields}});
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
    }
    void deliver(const QJsonObject &how)
    {
        edit(QStringLiteral("charts"), QStringLiteral("all"), how);
    }
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
    //! Statuses of the requests whose path has that at its end.
    QList<int> answers(const QString &ending, const QString &system = QStringLiteral("dentaltap"))
    {
        QList<int> statuses;
        for (const QJsonValue &call : m_clinic->simulator().journal()) {
            if (call[QLatin1String("system")].toString() == system
                && call[QLatin1String("path")].toString().endsWith(ending))
                statuses.append(call[QLatin1String("status")].toInt());
        }
        return statuses;
    }

    QString dentalTapId(const PatientId &patient)
    {
        return await(m_clinic->desk().patients()->links(patient))
            ->value(RecordKind::DentalTapPatient)
            .remoteId;
    }
    //! Another patient each time, with 32 teeth of their own, whom DentalTap knows.
    Patient somebody()
    {
        while (!m_patients.isEmpty()) {
            const Patient patient = m_patients.takeFirst();
            const bool adult = patient.birthDate.isValid() && patient.birthDate.year() < 2000;
            if (adult && !dentalTapId(patient.id).isEmpty())
                return patient;
        }
        qFatal("no patient left");
    }
    //! One who has been here and whose visits DentalTap has.
    Patient guest()
    {
        for (qsizetype i = 0; i < m_patients.size(); ++i) {
            const PatientId id = m_patients.at(i).id;
            const auto visits = await(charts()->visits(id));
            const bool adult =
                m_patients.at(i).birthDate.isValid() && m_patients.at(i).birthDate.year() < 2000;
            if (adult && visits && !visits->isEmpty() && !dentalTapId(id).isEmpty())
                return m_patients.takeAt(i);
        }
        qFatal("no guest left");
    }

    std::unique_ptr<SimulatedDesk> m_clinic;
    QList<Patient> m_patients;
};
