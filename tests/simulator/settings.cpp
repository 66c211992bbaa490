// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/settings.h"

namespace sim {

namespace {

QString quoted(const QString &value)
{
    const bool syntax = value.contains(u';') || value.contains(u'"') || value.contains(u'\\')
        || value.startsWith(u' ') || value.endsWith(u' ');
    if (!syntax)
        return value;
    QString text = value;
    text.replace(QStringLiteral("\\"), QStringLiteral("\\\\"));
    text.replace(QStringLiteral("\""), QStringLiteral("\\\""));
    return QString(u'"' + text + u'"');
}

} // namespace

QByteArray iniText(const Pairs &settings)
{
    QStringList groups;
    QHash<QString, QString> lines;
    for (const auto &[key, value] : settings) {
        const QString group = key.section(u'/', 0, 0);
        if (!groups.contains(group))
            groups.append(group);
        lines[group] += QString(key.section(u'/', 1) + u'=' + quoted(value) + u'\n');
    }
    QString text;
    for (const QString &group : groups) {
        if (!text.isEmpty())
            text += u'\n';
        text += QString(u'[' + group + QStringLiteral("]\n") + lines.value(group));
    }
    return text.toUtf8();
}

QString secretsList(const Pairs &secrets)
{
    QStringList list;
    for (const auto &[key, value] : secrets)
        list.append(QString(key + u'=' + value));
    return list.join(QStringLiteral(", "));
}

} // namespace sim
