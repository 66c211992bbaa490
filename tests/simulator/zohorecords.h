// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

#include <optional>

namespace sim::zoho {

//! Create, update, upsert and delete (zoho-crm.md 2.3 to 2.5, 2.10, 5.4).
class Records
{
public:
    using Created = std::function<void(const QString &module, const QString &id)>;

    Records(Org &org, Created created) : m_org(org), m_created(std::move(created)) { }

    //! POST, PUT and POST …/upsert of a module; `id` is the record named in the path or empty.
    Answer write(const Module &module, const Request &request, const QString &id, bool upsert);
    Answer remove(const Module &module, const Request &request, const QString &id);

    //! Records that were written with automation left on (no empty `trigger` list).
    qint64 automated() const { return m_automated; }

private:
    struct Outcome {
        QJsonObject json;
        bool ok = false;
        int status = 200; //!< where it is the only record
    };
    Outcome one(const Module &module, const QJsonObject &sent, int index, const Request &request,
                const QString &id, bool upsert, const QJsonObject &body, QStringList &dropped);
    std::optional<Problem> take(const Module &module, const QJsonObject &sent, const QString &path,
                                Record &record, bool isNew, QStringList &dropped);
    std::optional<Problem> duplicate(const Module &module, const Record &record,
                                     const QString &path) const;
    QString existing(const Module &module, const QJsonObject &sent, const QJsonObject &body,
                     QString &field) const;
    QJsonObject details(const Record &record) const;

    Org &m_org;
    Created m_created;
    qint64 m_automated = 0;
};

//! A request error with its own HTTP status.
Answer refusal(const Problem &problem);

} // namespace sim::zoho
