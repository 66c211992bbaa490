// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/connector.h"
#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"
#include "app/connectors/dentaltap/payload.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

// The Devis of a treatment plan, named in the plan (dentaltap.md section 5.6). Nothing rests on it:
// the link is kept in the CRM and here anyway.

namespace dentaltap {

namespace {

//! A DentalTap that has no such field, call or plan: it cannot keep the link, which is no fault.
bool cannotKeep(const Response &answer)
{
    return answer.status == 404 || answer.status == 405 || answer.status == 410
        || answer.status == 422 || answer.status == 501
        || codeOf(answer) == code::externalIdConflict;
}

Request request(const QByteArray &method, const QString &id)
{
    const QString part = QString::fromLatin1(QUrl::toPercentEncoding(id));
    Request request(method, QString(path::plans + u'/' + part), QString(path::plans + u"/{id}"_s));
    request.headers.emplaceBack("Accept", "application/json");
    return request;
}

} // namespace

Task<Receipt> Connector::claimPlan(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    for (int i = 0; i < 3; ++i) {
        const Result<Response> read = co_await m_transport->send(request("GET", payload.id));
        if (!read)
            co_return tl::unexpected(read.error());
        if (cannotKeep(*read))
            co_return Receipt();
        if (!read->isSuccess())
            co_return tl::unexpected(errorFrom(*read));
        const Result<QJsonObject> record = read->json(Service::DentalTap);
        if (!record)
            co_return tl::unexpected(record.error());
        const QString named = textOf(record->value(field::externalId));
        // What others wrote there stays; a later version's Devis takes the place of our own.
        if (named == payload.externalId || (!named.isEmpty() && !payload.replaces))
            co_return Receipt();
        Request patch = request("PATCH", payload.id);
        patch.contentType = "application/merge-patch+json";
        patch.body = QJsonDocument(payload.body).toJson(QJsonDocument::Compact);
        const QString stamp = stampOf(*record, *read);
        if (!stamp.isEmpty())
            patch.headers.emplaceBack("If-Match", stamp.toLatin1());
        const Result<Response> answer = co_await m_transport->send(std::move(patch));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->status == 412 || answer->status == 428)
            continue;
        if (answer->isSuccess() || cannotKeep(*answer))
            co_return Receipt();
        co_return tl::unexpected(errorFrom(*answer));
    }
    co_return failure(Error::Kind::Conflict,
                      QCoreApplication::translate("dentaltap",
                                                  "Somebody is changing this plan in DentalTap. "
                                                  "Try again in a moment."),
                      Service::DentalTap);
}

} // namespace dentaltap
