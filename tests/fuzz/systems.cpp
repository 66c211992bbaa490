// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/status.h"
#include "app/connectors/dentaldesktop/xml.h"
#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/profilejson.h"
#include "app/connectors/googlecalendar/json.h"
#include "app/connectors/quickbooks/client.h"
#include "app/connectors/quickbooks/json.h"
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/json.h"
#include "app/connectors/zoho/readings.h"
#include "app/domain/dentalwords.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

Response responseOf(const QByteArray &bytes)
{
    const Split split = statusAndBody(bytes);
    Response response;
    response.status = split.status;
    response.body = split.body;
    // What Retry-After says comes from outside as well.
    response.headers = {{"Retry-After", split.body.left(12)}, {"ETag", split.body.left(20)}};
    return response;
}

//! Every object of a body: itself, and whatever its lists hold, one level down.
QList<QJsonObject> recordsOf(const QJsonObject &body)
{
    QList<QJsonObject> records{body};
    for (const QJsonValue &member : body) {
        if (member.isObject())
            records.append(member.toObject());
        for (const QJsonValue &element : member.toArray())
            records.append(element.toObject());
    }
    return records;
}

const Currency rupee{u"MUR"_s, 2};
const Currency dinar{u"KWD"_s, 3};

} // namespace

void zoho(const QByteArray &bytes)
{
    const Response response = responseOf(bytes);
    const Result<::zoho::Item> item = ::zoho::itemOf(response);
    if (item && !item->ok) {
        item->error();
        item->isGone();
    }
    ::zoho::errorOfAnswer(response);
    ::zoho::rowsOf(response);
    const Result<QList<::zoho::SubAnswer>> answers = ::zoho::compositeAnswers(response, 3);
    if (answers)
        ::zoho::culpritOf(*answers);
    ::zoho::SetupReport::fromJson(response.body);
    const Result<QJsonObject> body = response.json(Service::Zoho);
    if (!body)
        return;
    const QHash<QString, LineTax> taxes = ::zoho::taxesFrom(*body);
    for (const QJsonObject &record : recordsOf(*body)) {
        ::zoho::patientFrom(record);
        ::zoho::productFrom(record, taxes, rupee);
        ::zoho::providerFrom(record);
        ::zoho::eventFrom(record);
        ::zoho::invoiceFrom(record, dinar);
        const Result<SalesOrder> order = ::zoho::salesOrderFrom(record, rupee);
        if (order) {
            // What was read survives our own storage form.
            const SalesOrder again = ::zoho::unpackedOrder(::zoho::packed(*order), rupee);
            require(again.lines.size() == order->lines.size());
            for (const OrderLine &line : order->lines) {
                line.net();
                line.tax();
            }
            ::zoho::lineItems(order->lines, {}, {true, true});
        }
        ::zoho::unpackedLines(record, rupee).digest();
    }
}

void dentaltap(const QByteArray &bytes)
{
    const Response response = responseOf(bytes);
    ::dentaltap::codeOf(response);
    ::dentaltap::existingIdOf(response);
    ::dentaltap::errorFrom(response);
    const Result<QJsonObject> body = response.json(Service::DentalTap);
    if (!body)
        return;
    for (const QJsonObject &record : recordsOf(*body)) {
        ::dentaltap::stampOf(record, response);
        ::dentaltap::appointmentFromJson(record);
        ::dentaltap::providerFromJson(record);
        ::dentaltap::roomFromJson(record);
        ::dentaltap::patientFromJson(record);
        ::dentaltap::activityFromJson(record, rupee);
        ::dentaltap::activityFromJson(record, dinar);
    }
}

//! Whatever comes is a profile in which every measure can be, and every tooth is one or is flagged.
void profile(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    for (const auto numbering : {teeth::Notation::Fdi, teeth::Notation::Universal}) {
        const DentalProfile profile = ::dentaltap::profileFromJson(json, numbering);
        for (const ToothProfile &tooth : profile.teeth) {
            require(tooth.tooth.fdi == 0 || teeth::isFdi(tooth.tooth.fdi));
            require(!tooth.mobility || (*tooth.mobility >= 0 && *tooth.mobility <= 3));
        }
        const PeriodontalRecord record = profile.periodontal.value_or(PeriodontalRecord());
        for (const ProbedTooth &tooth : record.teeth) {
            for (const ProbedSite &site : tooth.sites) {
                require(!site.depth || (*site.depth >= 0 && *site.depth <= 20));
                require(dental::attachmentLevel(site).value_or(0) >= 0);
            }
        }
        for (const auto &percent :
             {dental::bleedingPercent(profile), dental::plaquePercent(profile)})
            require(percent.value_or(0) >= 0 && percent.value_or(0) <= 100);
        for (const ProfileFlag &flag : profile.flags)
            require(!dental::text(flag, numbering).isEmpty());
        for (const FigureDifference &difference : dental::differences(profile))
            require(!dental::text(difference, numbering).isEmpty());
        require(dental::shownTeeth(profile).size() >= teeth::primaryTeeth().size());
        // The same again changes nothing.
        DentalProfile again = profile;
        dental::arrange(again);
        require(again == profile);
    }
}

void quickbooks(const QByteArray &bytes)
{
    const Response response = responseOf(bytes);
    const Result<::quickbooks::Outcome> outcome = ::quickbooks::outcomeOf(response);
    if (outcome && outcome->fault)
        outcome->fault->error();
    ::quickbooks::Company::fromJson(response.body);
    const QString text = QString::fromUtf8(response.body);
    ::quickbooks::quoted(text);
    const QString name = ::quickbooks::nameText(text, 100);
    require(name.size() <= 100);
    Patient patient;
    patient.lastName = text;
    patient.firstName = text.left(40);
    for (int candidate = 0; candidate < 3; ++candidate)
        ::quickbooks::displayName(patient, text.left(20), candidate);
    ::quickbooks::customerBody(patient, text.left(20));
}

void googlecalendar(const QByteArray &bytes)
{
    const Response response = responseOf(bytes);
    ::googlecalendar::reasonOf(response);
    ::googlecalendar::errorFrom(response);
    const Result<QJsonObject> body = response.json(Service::GoogleCalendar);
    if (!body)
        return;
    for (const QJsonObject &record : recordsOf(*body)) {
        ::googlecalendar::eventFromJson(record, "Indian/Mauritius");
        ::googlecalendar::eventFromJson(record, "Nowhere/Land");
    }
}

void dentaldesktop(const QByteArray &bytes)
{
    const QTimeZone zone("Indian/Mauritius");
    if (const auto stations = ::dentaldesktop::stationsFrom(bytes, zone)) {
        for (const ScanStation &station : *stations)
            require(!station.id.isEmpty());
    }
    if (const auto cases = ::dentaldesktop::casesFrom(bytes, zone)) {
        for (const ScanCase &found : *cases) {
            require(!found.id.isEmpty());
            require(!found.created.isValid() || found.created.date().year() >= 1);
            for (const ScanIndication &indication : found.indications) {
                for (const int fdi : indication.teeth.fdi)
                    require(teeth::isFdi(fdi));
                teeth::text(indication.teeth);
            }
        }
    }
    if (const auto status = ::dentaldesktop::statusFrom(bytes))
        require(!::dentaldesktop::statusText(status->code).isEmpty());
    ::dentaldesktop::booleanFrom(bytes);
    for (const QByteArray &type : {QByteArray("text/xml"), QByteArray("image/png")}) {
        if (const auto image = ::dentaldesktop::imageFrom(bytes, type))
            require(image->size() <= ::dentaldesktop::largestImage);
    }
    const QString text = QString::fromUtf8(bytes.left(200));
    ::dentaldesktop::timeFrom(text, zone);
    ::dentaldesktop::guidFrom(text);
    if (const auto typed = teeth::teethFromText(text))
        require(!teeth::text(*typed).isEmpty());
    if (const auto tooth = teeth::toothFromUniversal(text))
        require(teeth::isFdi(tooth->fdi));
}

} // namespace fuzz
