// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/connector.h"

#include "app/base/id.h"
#include "app/connectors/dentaldesktop/status.h"

#include <QCoroTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace dentaldesktop {

Result<ScanPatient> scanPatientOf(const Patient &patient, const Links &links)
{
    const QString contact = links.value(RecordKind::Contact).remoteId;
    if (contact.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The patient is not in the CRM yet, and Dental Desktop knows "
                                 "patients by their number there. It comes with the first "
                                 "booking."),
                       Service::DentalDesktop);
    }
    if (patient.lastName.trimmed().isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The patient's record is not complete here, and Dental Desktop "
                                 "would lose what is not sent. Nothing was sent."),
                       Service::DentalDesktop);
    }
    ScanPatient whole;
    whole.firstName = patient.firstName;
    whole.lastName = patient.lastName;
    whole.birthDate = patient.birthDate;
    whole.patientId = patient.recordNumber.isEmpty() ? contact : patient.recordNumber;
    const QString linked = links.value(RecordKind::DentalDesktopPatient).remoteId;
    whole.integrationId = linked.isEmpty() ? contact : linked;
    return whole;
}

Client *Connector::clientOf(const QString &site) const
{
    for (Client *client : m_clients) {
        if (client->settings().site == site)
            return client;
    }
    return nullptr;
}

Result<QByteArray> Connector::prepare(const Command &command, const Facts &facts,
                                      const QString &) const
{
    const auto *update = std::get_if<PutDentalDesktopPatient>(&command);
    if (update == nullptr) {
        return failure(Error::Kind::Invalid, Words::tr("This is not Dental Desktop's to do."),
                       Service::DentalDesktop);
    }
    const Result<ScanPatient> whole = scanPatientOf(facts.patient, facts.patientLinks);
    if (!whole)
        return tl::unexpected<Error>(whole.error());
    const QJsonObject payload{
        {u"site"_s, update->site},          {u"first"_s, whole->firstName},
        {u"last"_s, whole->lastName},       {u"birth"_s, whole->birthDate.toString(Qt::ISODate)},
        {u"patientId"_s, whole->patientId}, {u"integrationId"_s, whole->integrationId}};
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

Task<Receipt> Connector::deliver(OutboxItem item)
{
    const QJsonObject payload = QJsonDocument::fromJson(item.payload).object();
    Client *client = clientOf(payload.value("site"_L1).toString());
    if (client == nullptr) {
        co_return failure(Error::Kind::Invalid,
                          Words::tr("The settings no longer name this Dental Desktop server."),
                          Service::DentalDesktop);
    }
    ScanRequest request;
    request.kind = ScanRequest::Kind::UpdatePatient;
    request.patient.firstName = payload.value("first"_L1).toString();
    request.patient.lastName = payload.value("last"_L1).toString();
    request.patient.birthDate =
        QDate::fromString(payload.value("birth"_L1).toString(), Qt::ISODate);
    request.patient.patientId = payload.value("patientId"_L1).toString();
    request.patient.integrationId = payload.value("integrationId"_L1).toString();
    // Every send has an id of its own (section 4: never reuse one).
    request.id = derivedUuid(QString(item.key + u'/' + QString::number(item.keyCounter) + u'/'
                                     + QString::number(item.attempts)));
    const QString id = request.id;
    const Result<void> sent = co_await client->send(std::move(request));
    const bool neverLeft = !sent && sent.error().httpStatus == 0 && !sent.error().isTransient();
    if (neverLeft) {
        Error error = sent.error();
        // A server that is not trusted waits for a person, with all that waits for it.
        if (client->trust()->refused())
            error.kind = Error::Kind::Unauthorized;
        co_return tl::unexpected<Error>(error);
    }
    if (!sent && sent.error().kind == Error::Kind::Unauthorized)
        co_return tl::unexpected<Error>(sent.error());
    const Result<ScanRequestStatus> status = co_await settled(client, id);
    if (!status)
        co_return tl::unexpected<Error>(sent ? status.error() : sent.error());
    if (status->code == ScanRequestStatus::Done)
        co_return Receipt();
    if (status->code == ScanRequestStatus::Unknown) {
        if (!sent)
            co_return tl::unexpected<Error>(sent.error());
        co_return failure(Error::Kind::Server,
                          Words::tr("Dental Desktop has not said yet what came of the change. It "
                                    "is sent again."),
                          Service::DentalDesktop);
    }
    co_return failure(Error::Kind::Invalid,
                      Words::tr("Dental Desktop did not take the patient's change: %1.")
                          .arg(statusText(status->code)),
                      Service::DentalDesktop);
}

Task<ScanRequestStatus> Connector::settled(Client *client, QString request)
{
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        const Result<ScanRequestStatus> status = co_await client->status(request);
        const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
        const bool open =
            status && (!status->isFinal() || status->code == ScanRequestStatus::Unknown);
        if (!open || elapsed >= unknownPatience)
            co_return status;
        co_await QCoro::sleepFor(pollDelay(elapsed));
    }
}

Task<void> Connector::probe()
{
    for (Client *client : m_clients) {
        const Result<QList<ScanStation>> stations = co_await client->stations();
        if (!stations)
            co_return tl::unexpected<Error>(stations.error());
    }
    co_return Result<void>();
}

QString Connector::keyOf(const Command &, const Facts &) const
{
    return {};
}

} // namespace dentaldesktop
