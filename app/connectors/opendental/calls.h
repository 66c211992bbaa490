// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/lane.h"

#include <functional>

namespace opendental {

using Query = QList<QPair<QString, QString>>;

//! A query's parameter.
QPair<QString, QString> parameter(QLatin1StringView name, const QString &value);

//! The kinds of calls that the API has: lists in pages, one row, a change.
class Calls
{
public:
    //! Whether a row is one that was asked for: the API passes silently over a filter that it does
    //! not know, and then sends the whole table (open-dental-api.md section 11).
    using Check = std::function<bool(const QJsonObject &)>;

    //! lane outlives this.
    explicit Calls(Lane *lane) : m_lane(lane) { }

    //! Every page. key: the primary key, by which a row that comes twice is known. Protocol, and
    //! nothing taken over, on the first row that does not belong.
    Task<QList<QJsonObject>> list(QString path, Query query, QString key, Check belongs);
    //! One page of a list at that place.
    Task<QList<QJsonObject>> page(QString path, Query query, qint64 offset, int limit);
    Task<QJsonObject> one(QString path, QString logged);
    //! The row that the answer holds; an empty object where it holds none.
    Task<QJsonObject> write(QByteArray method, QString path, QString logged, QJsonObject body);
    Task<void> remove(QString path, QString logged);
    int pageSize() const { return m_lane->pageSize(); }

private:
    Lane *m_lane;
};

//! Rows of somebody else came: the filter was overlooked.
Error foreignRows();

} // namespace opendental
