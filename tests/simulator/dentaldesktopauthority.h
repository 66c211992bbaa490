// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <memory>
#include <optional>

namespace sim {

//! What the scan server shows to a client that connects (dental-desktop-3dd.md sections 1.2, 1.4).
enum class ScanTrust {
    WithRoot, //!< leaf, intermediate and root: as the service should be
    WithoutRoot, //!< leaf and intermediate: the pinned certificate is not sent
    LeafOnly, //!< the intermediate is missing too
    Renewed, //!< another leaf of the same authority
    OtherHost, //!< genuine, but for another host
    WrongAuthority, //!< a whole chain of an authority with the same names
    Forged, //!< a leaf of that other authority with the genuine ones appended
    Expired,
    NotYetValid,
    SelfSigned, //!< a certificate that is its own authority, for this host
    SelfSignedOtherHost, //!< the same without any host, as the newer product's
    OldTls, //!< TLS 1.0 and nothing else: today's clients get an alert
    Plain, //!< no TLS on the port
};

//! Makes the certificates of the scan servers: one authority, one intermediate, and a leaf for each
//! way to show them. Keys follow the seed, signatures differ from run to run; validity counts
//! from the real clock, since clients verify by it.
class DentalDesktopAuthority
{
public:
    explicit DentalDesktopAuthority(quint64 seed);
    ~DentalDesktopAuthority();
    Q_DISABLE_COPY_MOVE(DentalDesktopAuthority)

    //! None for Plain. The same object for the same question.
    std::optional<QSslConfiguration> configuration(ScanTrust trust) const;
    QSslCertificate root() const;

    //! The word of the mode in scripts: "withRoot", "selfSignedOtherHost", …
    static QString word(ScanTrust trust);
    static std::optional<ScanTrust> fromWord(const QString &word);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sim
