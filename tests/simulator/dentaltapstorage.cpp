// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapstorage.h"

#include "tests/simulator/dentaltap.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace sim {

QByteArray DentalTapStorage::signature(const QString &path, qint64 expires)
{
    return QMessageAuthenticationCode::hash(path.toUtf8() + '\n' + QByteArray::number(expires),
                                            "dentaltap-storage", QCryptographicHash::Sha256)
        .toHex();
}

// "/hop/<n>/…" redirects to "/hop/<n-1>/…", and "/hop/1/…" to "/…".
Answer DentalTapStorage::handle(const Request &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name).toLower(), QString::fromLatin1(value));
    m_requests.append(QJsonObject{{"path"_L1, request.path}, {"headers"_L1, headers}});
    const QStringList &path = request.segments;
    if (path.value(0) == "hop"_L1) {
        const int left = path.value(1).toInt() - 1;
        QStringList rest = path.mid(2);
        if (left > 0)
            rest = QStringList{u"hop"_s, QString::number(left)} + rest;
        Answer answer = Answer::empty(302);
        answer.headers.append(
            {"Location", '/' + rest.join(u'/').toUtf8() + '?' + request.rawQuery});
        return answer;
    }
    const qint64 expires = request.queryValue(u"expires").toLongLong();
    const bool known = path.value(0) == "charts"_L1 && path.size() == 4
        && request.queryValue(u"signature").toLatin1() == signature(request.path, expires);
    if (request.method != "GET" || !known || m_clock.now().toSecsSinceEpoch() > expires) {
        return Answer::text(m_owner.delivery().refusal, "AccessDenied");
    }
    return m_owner.chartPicture(request, path.at(1), path.at(2), path.at(3));
}

QJsonObject DentalTapStorage::state() const
{
    return {{"requests"_L1, m_requests}};
}

} // namespace sim
