// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaldesktop/xml.h"
#include "app/net/basickey.h"
#include "app/net/servertrust.h"
#include "app/net/transport.h"
#include "app/settings/settings.h"

#include <QThreadPool>

namespace dentaldesktop {

//! One server of Dental Desktop with its trust, password and nine methods (dental-desktop-3dd.md
//! section 2). All are GETs, also those that change something: each is sent once, never repeated,
//! never redirected; addresses hold names and are never logged. GUI thread, as long as the program.
class Client : public QObject
{
    Q_OBJECT

public:
    //! timeZone: of times that come without an offset. secrets outlives the client.
    Client(Settings::DentalDesktop settings, QByteArray timeZone, SecretStore *secrets,
           QObject *parent = nullptr);

    const Settings::DentalDesktop &settings() const { return m_settings; }
    QUrl address() const { return m_base; }
    ServerTrust *trust() { return &m_trust; }
    Transport *transport() { return &m_transport; }

    Task<QList<ScanStation>> stations();
    //! Hands a request to the server or a station. What came of it says its status, whatever this
    //! answers; an error without httpStatus that is not transient means that nothing was sent.
    Task<void> send(ScanRequest request);
    Task<ScanRequestStatus> status(QString request);
    //! True: it was still waiting and is gone now.
    Task<bool> remove(QString request);
    //! One search; several statuses are a union. Dates are searched by day, both ends inclusive.
    Task<QList<ScanCase>> cases(QString integrationId, CaseFilter filter);
    //! A photo as it was answered, at most 20 MB; NotFound when it is gone.
    Task<Response> image(QString caseId, QString imageId);
    //! Its bytes, unpacked in the background: the next photo may be asked for meanwhile.
    Task<QByteArray> unpacked(Response image);
    //! Ends photos under way with Cancelled.
    void cancelImages();
    void abortAll();
    //! No call takes longer.
    void setPatience(std::chrono::milliseconds longest);

    //! Which product answered: section 1.4.
    QString productOf(const ShownCertificate &certificate) const;

Q_SIGNALS:
    void called(const CallRecord &call);

private:
    using Query = QList<QPair<QString, QString>>;
    Request request(const QString &method, Query query, const QString &purpose) const;
    Task<Response> fetch(Request request, bool forImage);
    Error errorFrom(const Response &response) const;
    Error inWords(Error error) const;
    void makeImageTransport();

    Settings::DentalDesktop m_settings;
    QTimeZone m_zone;
    QUrl m_base;
    ServerTrust m_trust;
    BasicKey m_password;
    Transport m_transport;
    std::unique_ptr<Transport> m_images;
    std::optional<std::chrono::milliseconds> m_patience;
    bool m_aborted = false;
    QThreadPool m_pool; //!< photos are unpacked here; Qt's own pool is for painting
};

} // namespace dentaldesktop
