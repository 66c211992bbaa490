// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QSettings>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace settings {

//! The settings' words for people.
QString words(const char *text);

//! Reads the keys of one file and remembers the first that is wrong.
class Reading
{
public:
    explicit Reading(const QString &file) : m_file(file), m_ini(file, QSettings::IniFormat) { }

    // An absent key leaves the value as it is.
    void read(const QString &key, QString &value);
    void read(const QString &key, QByteArray &value);
    void read(const QString &key, QStringList &value);
    void read(const QString &key, bool &value);
    void read(const QString &key, int &value, int least, int most);
    void read(const QString &key, QUrl &value);
    void readWord(const QString &key, QString &value, const QStringList &allowed);
    void refuse(const QString &key, const QString &why);

    QStringList groups() const { return m_ini.childGroups(); }
    const std::optional<Error> &error() const { return m_error; }
    bool isReadable() const { return m_ini.status() == QSettings::NoError; }

private:
    QString m_file;
    QSettings m_ini;
    std::optional<Error> m_error;
};

} // namespace settings
