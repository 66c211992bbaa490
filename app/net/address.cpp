// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/address.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

bool mayCarryPatients(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == "https"_L1)
        return true;
    if (url.scheme() != "http"_L1)
        return false;
    if (url.host() == "localhost"_L1)
        return true;
    const QHostAddress address(url.host());
    if (address.isNull())
        return false;
    if (address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast())
        return true;
    // RFC 1918
    return address.isInSubnet(QHostAddress(u"10.0.0.0"_s), 8)
        || address.isInSubnet(QHostAddress(u"172.16.0.0"_s), 12)
        || address.isInSubnet(QHostAddress(u"192.168.0.0"_s), 16);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return one.isValid() && !one.host().isEmpty() && one.scheme() == other.scheme()
        && one.host() == other.host() && port(one) == port(other);
}

QUrl joinedUrl(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query)
{
    QByteArray text =
        base.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (!path.isEmpty()) {
        if (!path.startsWith(u'/'))
            text += '/';
        text += path.toUtf8();
    }
    char separator = '?';
    for (const auto &[name, value] : query) {
        text += separator;
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(text, QUrl::StrictMode);
}
