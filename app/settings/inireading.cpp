// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/inireading.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace settings {

namespace {

//! A host inside the building: loopback, or an address of a private network.
bool isLocal(const QString &host)
{
    if (host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    static const QList<QPair<QHostAddress, int>> privateNetworks{
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/10"_s)};
    if (address.isLoopback())
        return true;
    return std::any_of(privateNetworks.begin(), privateNetworks.end(),
                       [&](const auto &network) { return address.isInSubnet(network); });
}

} // namespace

QString words(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

void Reading::read(const QString &key, QString &value)
{
    // A comma makes a list of an unquoted INI value.
    if (m_ini.contains(key))
        value = m_ini.value(key).toStringList().join(u", "_s).trimmed();
}

void Reading::read(const QString &key, QByteArray &value)
{
    QString text = QString::fromUtf8(value);
    read(key, text);
    value = text.toUtf8();
}

void Reading::read(const QString &key, QStringList &value)
{
    if (!m_ini.contains(key))
        return;
    value.clear();
    for (const QString &part : m_ini.value(key).toStringList().join(u',').split(u',')) {
        if (!part.trimmed().isEmpty())
            value.append(part.trimmed());
    }
}

void Reading::read(const QString &key, bool &value)
{
    QString text;
    read(key, text);
    if (text == u"true"_s || text == u"1"_s)
        value = true;
    else if (text == u"false"_s || text == u"0"_s)
        value = false;
    else if (!text.isEmpty())
        refuse(key, words(QT_TRANSLATE_NOOP("Settings", "it is true or false")));
}

void Reading::read(const QString &key, int &value, int least, int most)
{
    QString text;
    read(key, text);
    if (text.isEmpty())
        return;
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok && number >= least && number <= most)
        value = number;
    else
        refuse(key,
               words(QT_TRANSLATE_NOOP("Settings", "it is a number from %1 to %2"))
                   .arg(least)
                   .arg(most));
}

void Reading::read(const QString &key, QUrl &value)
{
    QString text;
    read(key, text);
    if (text.isEmpty())
        return;
    const QUrl url(text, QUrl::StrictMode);
    const bool plain = url.scheme() == u"http"_s;
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != u"https"_s))
        refuse(key,
               words(QT_TRANSLATE_NOOP("Settings", "it is an address that begins with https://")));
    else if (!url.userInfo().isEmpty())
        refuse(key,
               words(QT_TRANSLATE_NOOP(
                   "Settings",
                   "a name or password does not belong into an address, but into the key "
                   "store")));
    else if (plain && !isLocal(url.host()))
        refuse(key,
               words(QT_TRANSLATE_NOOP(
                   "Settings",
                   "without encryption (http) only this computer or the clinic's own network "
                   "may be addressed; write https")));
    else
        value = url;
}

void Reading::readWord(const QString &key, QString &value, const QStringList &allowed)
{
    QString text = value;
    read(key, text);
    if (allowed.contains(text))
        value = text;
    else
        refuse(key,
               words(QT_TRANSLATE_NOOP("Settings", "it is one of %1")).arg(allowed.join(u", "_s)));
}

void Reading::refuse(const QString &key, const QString &why)
{
    if (m_error)
        return;
    m_error = Error(Error::Kind::Invalid,
                    words(QT_TRANSLATE_NOOP("Settings", "%1 in %2 is wrong: %3."))
                        .arg(QString(key).replace(u'/', u'.'), m_file, why));
}

} // namespace settings
