// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/events.h"

#include "app/connectors/opendental/json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

constexpr auto watched = "WatchTable: "_L1;
constexpr qsizetype mostRows = 1000;
//! Beyond that the memory of rows begins anew: an event may then come twice, none is lost.
constexpr qsizetype mostStamps = 100000;

//! The row's primary key: the member that a table's rows are named by.
Key keyIn(const QJsonObject &row, const QString &table)
{
    const QString name = table == u"Appointment"_s || table == u"AppointmentDeleted"_s ? u"AptNum"_s
        : table == u"Patient"_s                                                        ? u"PatNum"_s
                                : QString(table + u"Num"_s);
    return keyOf(row.value(name));
}

} // namespace

// In constant time: every byte of both digests is looked at, whatever came.
bool EventReceiver::isKey(const QByteArray &given) const
{
    const QByteArray one = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const QByteArray other = QCryptographicHash::hash(m_key, QCryptographicHash::Sha256);
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= one.at(i) ^ other.at(i);
    return !m_key.isEmpty() && difference == 0;
}

bool EventReceiver::isNews(const Event &event)
{
    if (!event.type.startsWith(watched))
        return true;
    const QString table = event.type.mid(watched.size());
    const QString row = QString(table + u'/' + QString::number(keyIn(event.row, table)));
    const QString stamp = event.row.value("DateTStamp"_L1).toString();
    if (!stamp.isEmpty() && m_stamps.value(row) == stamp)
        return false;
    if (m_stamps.size() >= mostStamps)
        m_stamps.clear();
    m_stamps.insert(row, stamp);
    return true;
}

EventReceiver::Answer EventReceiver::take(const QByteArray &authorization,
                                          const QString &workstation, const QString &eventType,
                                          const QByteArray &body)
{
    Answer answer;
    if (!isKey(authorization)) {
        answer.status = 401;
        return answer;
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QJsonArray rows = document.array();
    if (document.isObject())
        rows = {document.object()};
    bool whole = (document.isArray() || document.isObject()) && rows.size() <= mostRows;
    for (const QJsonValue &row : std::as_const(rows))
        whole = whole && row.isObject();
    if (!whole) {
        answer.status = 400;
        return answer;
    }
    for (const QJsonValue &row : std::as_const(rows)) {
        Event event{eventType, workstation, row.toObject()};
        if (isNews(event))
            answer.events.append(std::move(event));
    }
    return answer;
}

} // namespace opendental
