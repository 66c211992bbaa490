// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/proposal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QJsonObject textsToJson(const ProposalTexts &texts)
{
    return {{u"letterhead"_s, texts.letterhead},
            {u"opening"_s, texts.opening},
            {u"closing"_s, texts.closing},
            {u"legal"_s, texts.legal}};
}

ProposalTexts textsFromJson(const QJsonObject &json)
{
    return {json["letterhead"_L1].toString(), json["opening"_L1].toString(),
            json["closing"_L1].toString(), json["legal"_L1].toString()};
}

//! Minor units and not decimals: it is our own document.
QJsonObject moneyPair(const Money &money)
{
    return {{u"minor"_s, QString::number(money.minor)}, {u"currency"_s, money.currency.code}};
}

Money moneyOf(const QJsonValue &json)
{
    Money money;
    money.minor = json["minor"_L1].toString().toLongLong();
    money.currency =
        currencyFromCode(json["currency"_L1].toString()).value_or(Currency{QString(), 2});
    return money;
}

QString dateWord(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QDate dateOf(const QJsonValue &json)
{
    return QDate::fromString(json.toString(), Qt::ISODate);
}

QJsonObject lineToJson(const Proposal::Line &line)
{
    return {{u"code"_s, line.code},
            {u"label"_s, line.label},
            {u"teeth"_s, line.teeth},
            {u"surfaces"_s, line.surfaces},
            {u"quantity"_s, line.quantity},
            {u"price"_s, moneyPair(line.price)},
            {u"discount"_s, line.discountPercent},
            {u"amount"_s, moneyPair(line.amount)}};
}

Proposal::Line lineFromJson(const QJsonValue &json)
{
    Proposal::Line line;
    line.code = json["code"_L1].toString();
    line.label = json["label"_L1].toString();
    line.teeth = json["teeth"_L1].toString();
    line.surfaces = json["surfaces"_L1].toString();
    line.quantity = json["quantity"_L1].toInteger();
    line.price = moneyOf(json["price"_L1]);
    line.discountPercent = json["discount"_L1].toInteger();
    line.amount = moneyOf(json["amount"_L1]);
    return line;
}

QJsonObject phaseToJson(const Proposal::Phase &phase)
{
    QJsonArray lines;
    for (const Proposal::Line &line : phase.lines)
        lines.append(lineToJson(line));
    return {{u"title"_s, phase.title},
            {u"date"_s, dateWord(phase.date)},
            {u"minutes"_s, phase.minutes},
            {u"lines"_s, lines},
            {u"amount"_s, moneyPair(phase.amount)}};
}

Proposal::Phase phaseFromJson(const QJsonValue &json)
{
    Proposal::Phase phase;
    phase.title = json["title"_L1].toString();
    phase.date = dateOf(json["date"_L1]);
    phase.minutes = json["minutes"_L1].toInt();
    for (const QJsonValue &line : json["lines"_L1].toArray())
        phase.lines.append(lineFromJson(line));
    phase.amount = moneyOf(json["amount"_L1]);
    return phase;
}

} // namespace

QString proposals::teeth(const QStringList &numbers, ::teeth::Notation notation)
{
    QStringList parts;
    QList<int> known;
    for (const QString &each : numbers) {
        const auto tooth = ::teeth::toothFromText(each, ::teeth::Notation::Fdi);
        if (!tooth)
            parts.append(each);
        else if (tooth->supernumerary)
            parts.append(::teeth::text(*tooth, notation));
        else
            known.append(tooth->fdi);
    }
    if (!known.isEmpty())
        parts.prepend(::teeth::text(known, notation));
    return parts.join(u", "_s);
}

ProposalTexts ProposalTemplate::textsOf(const QString &language) const
{
    const ProposalTexts own = texts.value(language);
    return own == ProposalTexts() ? texts.value(u"en"_s) : own;
}

QJsonObject proposalTemplateToJson(const ProposalTemplate &form)
{
    QJsonObject texts;
    for (auto it = form.texts.cbegin(); it != form.texts.cend(); ++it)
        texts.insert(it.key(), textsToJson(it.value()));
    QJsonObject registrations;
    for (auto it = form.registrations.cbegin(); it != form.registrations.cend(); ++it)
        registrations.insert(it.key(), it.value());
    return {{u"texts"_s, texts},
            {u"registrations"_s, registrations},
            {u"validityDays"_s, form.validityDays},
            {u"notation"_s, enumName(form.notation)},
            {u"chart"_s, form.chart},
            {u"conventional"_s, form.conventional},
            {u"official"_s, enumName(form.official)}};
}

ProposalTemplate proposalTemplateFromJson(const QJsonObject &json)
{
    ProposalTemplate form;
    const QJsonObject texts = json["texts"_L1].toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        form.texts.insert(it.key(), textsFromJson(it.value().toObject()));
    const QJsonObject registrations = json["registrations"_L1].toObject();
    for (auto it = registrations.begin(); it != registrations.end(); ++it)
        form.registrations.insert(it.key(), it.value().toString());
    form.validityDays = json["validityDays"_L1].toInt(form.validityDays);
    form.notation =
        enumFromName<teeth::Notation>(json["notation"_L1].toString()).value_or(form.notation);
    form.chart = json["chart"_L1].toBool(form.chart);
    form.conventional = json["conventional"_L1].toBool(form.conventional);
    form.official =
        enumFromName<proposals::Official>(json["official"_L1].toString()).value_or(form.official);
    return form;
}

QString proposalLanguage(const QString &wished, const QString &desk)
{
    for (const QString &each : {wished, desk}) {
        const QString language = each.left(2).toLower();
        if (language == "fr"_L1 || language == "en"_L1)
            return language;
    }
    return u"en"_s;
}

QJsonObject proposalToJson(const Proposal &proposal)
{
    QJsonArray phases;
    for (const Proposal::Phase &phase : proposal.phases)
        phases.append(phaseToJson(phase));
    QJsonArray mouth;
    for (const Proposal::Tooth &tooth : proposal.mouth)
        mouth.append(QJsonObject{{u"fdi"_s, tooth.fdi},
                                 {u"presence"_s, enumName(tooth.presence)},
                                 {u"planned"_s, tooth.planned}});
    QJsonArray signatures;
    for (const Proposal::Signature &each : proposal.signatures)
        signatures.append(QJsonObject{{u"by"_s, enumName(each.by)},
                                      {u"name"_s, each.name},
                                      {u"drawing"_s, QString::fromLatin1(each.drawing)},
                                      {u"signedAt"_s, each.signedAt},
                                      {u"witness"_s, each.witness}});
    return {{u"language"_s, proposal.language},
            {u"clinic"_s, proposal.clinic},
            {u"texts"_s, textsToJson(proposal.texts)},
            {u"conventional"_s, proposal.conventional},
            {u"notation"_s, enumName(proposal.notation)},
            {u"patient"_s, proposal.patient},
            {u"birthDate"_s, dateWord(proposal.birthDate)},
            {u"practitioner"_s, proposal.practitioner},
            {u"registration"_s, proposal.registration},
            {u"title"_s, proposal.title},
            {u"version"_s, proposal.version},
            {u"quote"_s, proposal.quote},
            {u"date"_s, dateWord(proposal.date)},
            {u"validUntil"_s, dateWord(proposal.validUntil)},
            {u"phases"_s, phases},
            {u"total"_s, moneyPair(proposal.total)},
            {u"picture"_s,
             QJsonObject{{u"bytes"_s, QString::fromLatin1(proposal.picture.bytes.toBase64())},
                         {u"format"_s, proposal.picture.format},
                         {u"date"_s, dateWord(proposal.picture.date)}}},
            {u"mouth"_s, mouth},
            {u"signatures"_s, signatures},
            {u"digest"_s, proposal.digest}};
}

Result<Proposal> proposalFromJson(const QJsonObject &json)
{
    Proposal proposal;
    proposal.language = json["language"_L1].toString();
    if (proposal.language.isEmpty() || !json["phases"_L1].isArray())
        return failure(Error::Kind::Invalid, u"This is no proposal."_s);
    proposal.clinic = json["clinic"_L1].toString();
    proposal.texts = textsFromJson(json["texts"_L1].toObject());
    proposal.conventional = json["conventional"_L1].toBool();
    proposal.notation =
        enumFromName<teeth::Notation>(json["notation"_L1].toString()).value_or(proposal.notation);
    proposal.patient = json["patient"_L1].toString();
    proposal.birthDate = dateOf(json["birthDate"_L1]);
    proposal.practitioner = json["practitioner"_L1].toString();
    proposal.registration = json["registration"_L1].toString();
    proposal.title = json["title"_L1].toString();
    proposal.version = json["version"_L1].toInt();
    proposal.quote = json["quote"_L1].toString();
    proposal.date = dateOf(json["date"_L1]);
    proposal.validUntil = dateOf(json["validUntil"_L1]);
    for (const QJsonValue &phase : json["phases"_L1].toArray())
        proposal.phases.append(phaseFromJson(phase));
    proposal.total = moneyOf(json["total"_L1]);
    const QJsonValue picture = json["picture"_L1];
    proposal.picture = {QByteArray::fromBase64(picture["bytes"_L1].toString().toLatin1()),
                        picture["format"_L1].toString(), dateOf(picture["date"_L1])};
    for (const QJsonValue &tooth : json["mouth"_L1].toArray())
        proposal.mouth.append({tooth["fdi"_L1].toInt(),
                               enumFromName<dental::Presence>(tooth["presence"_L1].toString())
                                   .value_or(dental::Presence::Unknown),
                               tooth["planned"_L1].toBool()});
    for (const QJsonValue &each : json["signatures"_L1].toArray())
        proposal.signatures.append(
            {enumFromName<plans::Signer>(each["by"_L1].toString()).value_or(plans::Signer::Patient),
             each["name"_L1].toString(), each["drawing"_L1].toString().toLatin1(),
             each["signedAt"_L1].toString(), each["witness"_L1].toString()});
    proposal.digest = json["digest"_L1].toString();
    return proposal;
}
