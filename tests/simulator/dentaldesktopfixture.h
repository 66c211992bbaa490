// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/dentaldesktopauthority.h"
#include "tests/simulator/services.h"
#include "tests/simulator/testcalls.h"

#include <QObject>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

//! The scan server without sockets: calls go straight in, time is moved by hand.
class DentalDesktopFixture : public QObject
{
    Q_OBJECT

protected:
    static sim::ClinicOptions smallOptions()
    {
        sim::ClinicOptions options;
        options.today = QDate(2026, 3, 5);
        options.patients = 60;
        options.appointmentsPerDay = 12;
        options.days = 2;
        return options;
    }

    void open()
    {
        m_clinic = sim::Clinic::generate(smallOptions());
        m_clock = sim::SimClock();
        m_clock.setDate(m_clinic.options.today, m_clinic.options.timeZone.toLatin1());
        m_server = made();
    }
    std::unique_ptr<sim::Service> made()
    {
        static const auto authority = std::make_shared<const sim::DentalDesktopAuthority>(1U);
        return sim::makeDentalDesktop(m_clinic, m_clock, {}, authority, {});
    }

    //! "Method?query" as the signed-in user.
    sim::Answer get(const QByteArray &target)
    {
        return m_server->handle(sim::makeCall("GET", "/DentalDesktop/WebService/" + target, {},
                                              {{"Authorization", authorization()}}));
    }
    static QByteArray authorization()
    {
        return "Basic " + QByteArray("Vestibule:simulated-scan-password").toBase64();
    }
    static QByteArray encoded(const QString &text) { return QUrl::toPercentEncoding(text); }

    //! Trimmed texts of every element with that local name, in document order.
    static QStringList texts(const QByteArray &xml, const QString &name)
    {
        QStringList found;
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == name)
                found.append(
                    reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
        if (reader.hasError())
            return {QString(u"no XML: "_s + reader.errorString())};
        return found;
    }
    //! StatusCode of that request.
    int status(const QByteArray &id)
    {
        const sim::Answer answer = get("GetRequestStatusById?Id=" + id);
        return texts(answer.body, u"StatusCode"_s).value(0).toInt();
    }
    //! A new request id for each call.
    QByteArray nextId()
    {
        return "aaaaaaaa-0000-4000-8000-" + QByteArray::number(++m_ids).rightJustified(12, '0');
    }
    //! Makes the call under a new id and returns the status it has at once.
    int statusOf(const QByteArray &target)
    {
        const QByteArray id = nextId();
        get(target + "&RequestId=" + id);
        return status(id);
    }

    QJsonArray records(const QString &collection) { return m_server->records(collection); }
    //! The n-th patient that is mapped, or that is not.
    QJsonObject patient(bool mapped, int index = 0)
    {
        for (const QJsonValue &one : records(u"patients"_s)) {
            if (one["IntegrationId"_L1].toString().isEmpty() != mapped && index-- == 0)
                return one.toObject();
        }
        return {};
    }
    QJsonObject byIntegration(const QString &id)
    {
        for (const QJsonValue &one : records(u"patients"_s)) {
            if (one["IntegrationId"_L1] == id)
                return one.toObject();
        }
        return {};
    }
    QByteArray mappedId(int index = 0)
    {
        return patient(true, index).value("IntegrationId"_L1).toString().toLatin1();
    }
    QByteArray station(int index)
    {
        return records(u"clients"_s).at(index)["ClientId"_L1].toString().toLatin1();
    }
    QString flip(const QString &what, const QJsonObject &fields)
    {
        return m_server->edit(u"switch"_s, what, fields);
    }
    QString people(const QString &station, const QJsonObject &fields)
    {
        return m_server->edit(u"people"_s, station, fields);
    }
    void pass(int ms) { m_clock.advance(ms); }

    sim::Clinic m_clinic;
    sim::SimClock m_clock;
    std::unique_ptr<sim::Service> m_server;
    int m_ids = 0;
};
