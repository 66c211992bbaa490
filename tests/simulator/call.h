// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/simulator.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace sim {

//! What a call from a test got back.
struct Called {
    int status = 0; //!< 0 = no answer
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QJsonObject json;
    QList<QNetworkReply::RawHeaderPair> headers;

    QJsonObject first() const
    {
        return json.value(QLatin1String("data")).toArray().at(0).toObject();
    }
    QString firstId() const
    {
        return first().value(QLatin1String("details"))[QLatin1String("id")].toString();
    }
    QString code() const { return first().value(QLatin1String("code")).toString(); }
};

using CallHeaders = QList<QPair<QByteArray, QByteArray>>;

//! One HTTP call, waited for at most five seconds. For tests of the simulator alone.
inline Called call(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                   const CallHeaders &headers = {}, int timeoutMs = 5000)
{
    static QNetworkAccessManager *const manager =
        new QNetworkAccessManager(QCoreApplication::instance());
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(timeoutMs);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/json"));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(manager->sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Called called;
    called.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    called.error = reply->error();
    called.body = reply->isOpen() ? reply->readAll() : QByteArray();
    called.json = QJsonDocument::fromJson(called.body).object();
    called.headers = reply->rawHeaderPairs();
    return called;
}

//! A small clinic on a fixed day: quick to make, the same in every run.
inline SimulatorOptions smallClinic()
{
    SimulatorOptions options;
    options.clinic.today = QDate(2026, 3, 5);
    options.clinic.patients = 60;
    options.clinic.appointmentsPerDay = 6;
    options.clinic.days = 2;
    return options;
}

//! The CRM as a signed-in client: fetches a token once, then calls /crm/v8.
class CrmCaller
{
public:
    explicit CrmCaller(Simulator &simulator) : m_simulator(simulator) { signIn(); }

    void signIn()
    {
        QUrl url = m_simulator.url(QStringLiteral("accounts"));
        url.setPath(QStringLiteral("/oauth/v2/token"));
        QString form = QStringLiteral("grant_type=refresh_token&client_id=1000.VESTIBULESIMULATOR");
        const auto secrets = m_simulator.secrets();
        for (const auto &[key, value] : secrets) {
            if (key == QLatin1String("zoho.clientSecret"))
                form += QStringLiteral("&client_secret=") + value;
            if (key == QLatin1String("zoho.refreshToken"))
                form += QStringLiteral("&refresh_token=") + value;
        }
        const Called answer = call("POST", url, form.toUtf8(),
                                   {{"Content-Type", "application/x-www-form-urlencoded"}});
        m_token = answer.json.value(QLatin1String("access_token")).toString().toLatin1();
    }
    Called operator()(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                      const CallHeaders &headers = {})
    {
        const QByteArray text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        return raw(method, path, text, headers);
    }
    Called raw(const QByteArray &method, const QString &path, const QByteArray &body,
               const CallHeaders &headers = {})
    {
        const QUrl url(QString(m_simulator.url(QStringLiteral("zoho")).toString()
                               + QStringLiteral("/crm/v8/") + path));
        CallHeaders all = headers;
        all.append({"Authorization", authorization()});
        return call(method, url, body, all);
    }
    Called coql(const QString &query)
    {
        return (*this)("POST", QStringLiteral("coql"), {{QStringLiteral("select_query"), query}});
    }
    Called create(const QString &module, const QJsonObject &record)
    {
        return (*this)("POST", module,
                       {{QStringLiteral("data"), QJsonArray{record}},
                        {QStringLiteral("trigger"), QJsonArray{}}});
    }
    Called update(const QString &module, const QString &id, const QJsonObject &record,
                  const CallHeaders &headers = {})
    {
        return (*this)("PUT", QString(module + QLatin1Char('/') + id),
                       {{QStringLiteral("data"), QJsonArray{record}},
                        {QStringLiteral("trigger"), QJsonArray{}}},
                       headers);
    }
    QJsonObject get(const QString &module, const QString &id)
    {
        return (*this)("GET", QString(module + QLatin1Char('/') + id)).first();
    }

    QByteArray authorization() const { return "Zoho-oauthtoken " + m_token; }

private:
    Simulator &m_simulator;
    QByteArray m_token;
};

} // namespace sim
