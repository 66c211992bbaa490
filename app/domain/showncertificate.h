// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

//! The certificate that a server showed, for the person who decides on it.
struct ShownCertificate {
    QString host;
    int port = 0;
    QString subject;
    QString issuer;
    QDateTime validFrom;
    QDateTime validUntil;
    QByteArray sha1; //!< lower-case hex
    QByteArray sha256; //!< lower-case hex

    //! The form in which the settings keep a confirmed one.
    QString pin() const
    {
        return QString(host + QLatin1Char(':') + QString::number(port) + QLatin1Char('=')
                       + QString::fromLatin1(sha256));
    }
    friend bool operator==(const ShownCertificate &, const ShownCertificate &) = default;
};
