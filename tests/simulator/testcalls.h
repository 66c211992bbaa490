// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QJsonDocument>
#include <QUrl>

namespace sim {

//! A request as the server would hand it over, from a target such as "/v3/x?y=%27z".
inline Request makeCall(const QByteArray &method, const QByteArray &target,
                        const QByteArray &body = {},
                        QList<QPair<QByteArray, QByteArray>> headers = {})
{
    Request request;
    request.method = method;
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    request.path = QString::fromLatin1(path);
    for (const QByteArray &piece : path.split('/')) {
        if (!piece.isEmpty())
            request.segments.append(QUrl::fromPercentEncoding(piece));
    }
    if (mark >= 0) {
        request.rawQuery = target.mid(mark + 1);
        request.query = parseQuery(request.rawQuery);
    }
    request.headers = std::move(headers);
    request.body = body;
    return request;
}

inline QJsonObject jsonOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace sim
