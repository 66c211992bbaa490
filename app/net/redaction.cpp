// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/redaction.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

//! Words of an interface are short and carry at most a version number.
bool looksLikeId(QStringView segment)
{
    static const QRegularExpression digits(u"^[0-9]+$|[0-9]{3}|@|%"_s);
    return segment.size() > 24 || digits.match(segment).hasMatch();
}

} // namespace

QString redactedUrl(QStringView url)
{
    QString text = url.toString();
    text.truncate(text.indexOf(QRegularExpression(u"[?#]"_s)) < 0
                      ? text.size()
                      : text.indexOf(QRegularExpression(u"[?#]"_s)));
    QString origin;
    const qsizetype scheme = text.indexOf("://"_L1);
    if (scheme >= 0) {
        qsizetype pathStart = text.indexOf(u'/', scheme + 3);
        if (pathStart < 0)
            pathStart = text.size();
        QString host = text.mid(scheme + 3, pathStart - scheme - 3);
        host = host.mid(host.lastIndexOf(u'@') + 1);
        origin = QString(text.left(scheme + 3) + host);
        text = text.mid(pathStart);
    }
    QStringList segments = text.split(u'/');
    for (QString &segment : segments) {
        if (looksLikeId(segment))
            segment = u"{id}"_s;
    }
    return QString(origin + segments.join(u'/'));
}
