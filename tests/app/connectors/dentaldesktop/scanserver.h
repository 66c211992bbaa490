// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaldesktop/client.h"
#include "tests/support/simulated.h"

#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>

//! The simulated scan server and clients of it, each with its own trust.
class ScanServer
{
public:
    //! The settings that go with the server.
    Settings::DentalDesktop settings()
    {
        Settings::DentalDesktop settings;
        settings.url = QUrl(m_clinic.setting(QStringLiteral("dentaldesktop/url")));
        settings.user = m_clinic.setting(QStringLiteral("dentaldesktop/user"));
        settings.thumbprints = {m_clinic.setting(QStringLiteral("dentaldesktop/thumbprints"))};
        return settings;
    }
    std::unique_ptr<dentaldesktop::Client> client(const Settings::DentalDesktop &settings)
    {
        return std::make_unique<dentaldesktop::Client>(settings, "Indian/Mauritius",
                                                       &m_clinic.secrets());
    }
    std::unique_ptr<dentaldesktop::Client> client() { return client(settings()); }
    support::Simulated &clinic() { return m_clinic; }

    //! A switch of the server; an empty text or why not.
    QString flip(const QString &what, const QJsonObject &fields)
    {
        return edit(QStringLiteral("switch"), what, fields);
    }
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        return m_clinic.simulator().edit(
            {{QStringLiteral("system"), QStringLiteral("dentaldesktop")},
             {QStringLiteral("collection"), collection},
             {QStringLiteral("id"), id},
             {QStringLiteral("fields"), fields}});
    }
    QString show(const QString &certificate)
    {
        return flip(QStringLiteral("certificate"), {{QStringLiteral("is"), certificate}});
    }
    QJsonArray records(const QString &collection) const
    {
        return m_clinic.simulator().records(QStringLiteral("dentaldesktop"), collection);
    }
    //! A file with the authority's certificate.
    QString authorityFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("authority.pem"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(records(QStringLiteral("trust"))
                           .at(0)[QLatin1String("authorityPem")]
                           .toString()
                           .toLatin1());
        }
        return path;
    }
    int requests(const QString &method = {}) const
    {
        return m_clinic.requests(QStringLiteral("dentaldesktop"), QStringLiteral("GET"), method);
    }

    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return QCoro::waitFor(std::move(task));
    }

private:
    mutable support::Simulated m_clinic;
    QTemporaryDir m_folder;
};
