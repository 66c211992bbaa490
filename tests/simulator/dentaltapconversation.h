// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/services.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QObject>

//! Speaks to a DentalTap service of a small clinic as the server does, without sockets.
class DentalTapConversation : public QObject
{
protected:
    using Answer = sim::Answer;
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    static constexpr char Token[] = "dentaltap-simulator-1";

    //! A fresh service.
    void open()
    {
        m_options = {};
        m_options.strictLimits = false;
        m_options.clinic.patients = 400;
        m_options.clinic.today = QDate(2026, 3, 5);
        m_options.clinic.days = 7;
        // Made once: the service never changes its clinic.
        static const sim::Clinic seeded = sim::Clinic::generate(m_options.clinic);
        m_clinic = seeded;
        m_clock = {};
        m_clock.setDate(m_options.clinic.today, "Indian/Mauritius");
        m_service = sim::makeDentalTap(m_clinic, m_clock, m_options);
        for (const sim::SeedPatient &patient : m_clinic.patients) {
            if (!patient.dentalTapId.isEmpty()) {
                m_patient = patient.dentalTapId;
                break;
            }
        }
    }

    Answer send(const QByteArray &method, const QString &target, const QJsonObject &body = {},
                const Headers &headers = {})
    {
        return sendBytes(method, target, QJsonDocument(body).toJson(QJsonDocument::Compact),
                         "application/json", headers);
    }

    Answer sendBytes(const QByteArray &method, const QString &target, const QByteArray &body,
                     const QByteArray &type, const Headers &headers = {})
    {
        sim::Request request;
        request.method = method;
        const QString path = QStringLiteral("/api/v1/") + target.section(u'?', 0, 0);
        request.path = path;
        request.segments = path.split(u'/', Qt::SkipEmptyParts);
        request.query = sim::parseQuery(target.section(u'?', 1).toUtf8());
        request.headers = headers;
        if (request.header("Authorization").isNull()) {
            request.headers.append({"Authorization", QByteArray("Bearer ") + Token});
        }
        request.headers.append({"Content-Type", type});
        request.body = body;
        if (const std::optional<Answer> refused = m_service->enter(request)) {
            return *refused;
        }
        return m_service->handle(request);
    }

    static QJsonObject json(const Answer &answer)
    {
        return QJsonDocument::fromJson(answer.body).object();
    }

    static QByteArray headerOf(const Answer &answer, const QByteArray &name)
    {
        for (const auto &[key, value] : answer.headers) {
            if (key == name) {
                return value;
            }
        }
        return {};
    }

    static QString code(const Answer &answer)
    {
        return json(answer).value(QLatin1String("code")).toString();
    }

    QJsonObject newPatient(const QString &externalId = {})
    {
        QJsonObject patient{{QLatin1String("lastName"), QStringLiteral("Test")},
                            {QLatin1String("firstName"), QStringLiteral("Une")}};
        if (!externalId.isEmpty()) {
            patient.insert(QLatin1String("externalId"), externalId);
        }
        return patient;
    }

    //! On a Sunday, when nobody else comes.
    QJsonObject newAppointment(const QString &start = QStringLiteral("2026-03-15T08:00:00+04:00"),
                               const QString &end = QStringLiteral("2026-03-15T08:30:00+04:00"))
    {
        return {{QLatin1String("patientId"), m_patient},
                {QLatin1String("providerId"), QStringLiteral("11")},
                {QLatin1String("roomId"), QStringLiteral("21")},
                {QLatin1String("start"), start},
                {QLatin1String("end"), end}};
    }

    QString made(const Answer &answer)
    {
        return json(answer).value(QLatin1String("id")).toString();
    }

    QString appointmentOf(const QString &status) const
    {
        for (const sim::SeedAppointment &appointment : m_clinic.appointments) {
            if (appointment.status == status && !appointment.dentalTapId.isEmpty()) {
                return appointment.dentalTapId;
            }
        }
        return {};
    }

    sim::SimClock m_clock;
    sim::SimulatorOptions m_options;
    sim::Clinic m_clinic;
    std::unique_ptr<sim::Service> m_service;
    QString m_patient;
};
