// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "app/net/transport.h"

//! Dental profiles, their pictures and the pictures' backgrounds (dentaltap.md sections 5.4, 5.7
//! and 6).
namespace dentaltap {

//! Whose profile: an appointment's where its id is given, else the patient's of now. DentalTap's
//! ids.
struct ProfileOwner {
    QString patientId;
    QString appointmentId;

    ProfileOwner() = default;
    ProfileOwner(QString patient, QString appointment)
        : patientId(std::move(patient)), appointmentId(std::move(appointment))
    {
    }
};

//! A picture as it came: nobody has looked into it yet.
struct FetchedChart {
    QByteArray bytes;
    QString format; //!< "svg", "png": what it is declared and begins as
    QString etag;
    bool unchanged = false; //!< the one known under the given etag is still right: no bytes
};

//! The picture's type where its declared media type and its first bytes agree; else Protocol in
//! words.
Result<QString> formatOf(const QByteArray &bytes, const QByteArray &contentType);

class Charts
{
public:
    //! Of a picture, and of an answer with one (section 6).
    static constexpr qint64 largestPicture = 8 * 1024 * 1024;
    static constexpr int mostRedirects = 3;

    //! transport outlives it.
    explicit Charts(Transport *transport) : m_transport(transport) { }

    //! As DentalTap wrote it: see profileFromJson(). Where the profile does not say where its
    //! charts are, the patient's or appointment's own record is read for it.
    Task<QJsonObject> profile(ProfileOwner owner);

    //! The picture at a link. With the token only where the link leads to DentalTap's own host;
    //! redirects are followed without it. asPng: the other form. Forbidden and NotFound may mean
    //! that a signed link has expired: read the owner again.
    Task<FetchedChart> picture(QString url, QString knownEtag, bool asPng);

    //! NotFound where DentalTap has its own.
    Task<FetchedChart> background(dental::ChartKind kind);
    Task<void> putBackground(dental::ChartKind kind, QByteArray bytes, QString format);
    Task<void> removeBackground(dental::ChartKind kind);

private:
    Task<QJsonObject> record(QString path, QString logged);
    Result<void> mayFetch(const QUrl &url) const;

    Transport *m_transport;
};

} // namespace dentaltap
