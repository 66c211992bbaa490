// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/connector.h"
#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"
#include "app/connectors/dentaltap/payload.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

// A patient made in DentalTap whom a person has matched with a Contact (dentaltap.md section 4.2).

namespace dentaltap {

namespace {

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Conflict, QCoreApplication::translate("dentaltap", text),
                   Service::DentalTap);
}

Request request(const QByteArray &method, const QString &id)
{
    const QString part = QString::fromLatin1(QUrl::toPercentEncoding(id));
    Request request(method, QString(path::patients + u'/' + part),
                    QString(path::patients + u"/{id}"_s));
    request.headers.emplaceBack("Accept", "application/json");
    return request;
}

Receipt linkedTo(const QString &id, const QString &stamp)
{
    Receipt receipt;
    receipt.patientLinks.insert(RecordKind::DentalTapPatient,
                                RemoteLink{RecordKind::DentalTapPatient, id, stamp, {}});
    return receipt;
}

} // namespace

Task<Receipt> Connector::claimPatient(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    // Somebody may be writing there at the same moment: then it is read again, and that is enough.
    for (int i = 0; i < 3; ++i) {
        const Result<Response> read = co_await m_transport->send(request("GET", payload.id));
        if (!read)
            co_return tl::unexpected(read.error());
        if (!read->isSuccess())
            co_return tl::unexpected(errorFrom(*read));
        const Result<QJsonObject> record = read->json(Service::DentalTap);
        if (!record)
            co_return tl::unexpected(record.error());
        const QString owner = textOf(record->value(field::externalId));
        const QString stamp = stampOf(*record, *read);
        if (owner == payload.externalId)
            co_return linkedTo(payload.id, stamp);
        if (!owner.isEmpty()) {
            co_return refused(QT_TRANSLATE_NOOP(
                "dentaltap",
                "This DentalTap patient belongs to another Contact by now. Look at "
                "the record there."));
        }
        Request patch = request("PATCH", payload.id);
        patch.contentType = "application/merge-patch+json";
        patch.body = QJsonDocument(payload.body).toJson(QJsonDocument::Compact);
        if (!stamp.isEmpty())
            patch.headers.emplaceBack("If-Match", stamp.toLatin1());
        const Result<Response> answer = co_await m_transport->send(std::move(patch));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->status == 412 || answer->status == 428)
            continue;
        if (codeOf(*answer) == code::externalIdConflict) {
            co_return refused(QT_TRANSLATE_NOOP(
                "dentaltap",
                "DentalTap has another record of this patient already. Merge the two "
                "records there."));
        }
        if (!answer->isSuccess())
            co_return tl::unexpected(errorFrom(*answer));
        const Result<QJsonObject> written = answer->json(Service::DentalTap);
        if (!written)
            co_return tl::unexpected(written.error());
        co_return linkedTo(payload.id, stampOf(*written, *answer));
    }
    co_return refused(QT_TRANSLATE_NOOP(
        "dentaltap", "Somebody is changing this patient in DentalTap. Try again in a moment."));
}

} // namespace dentaltap
