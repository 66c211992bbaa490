// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What scripts see and change of the scan server.
#include "tests/simulator/dentaldesktop.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString generationWord(ScanGeneration generation)
{
    switch (generation) {
    case ScanGeneration::Current:
        break;
    case ScanGeneration::Older:
        return u"older"_s;
    case ScanGeneration::Newer:
        return u"newer"_s;
    }
    return u"current"_s;
}

//! The first member that is not among the known ones, as a reason.
QString stranger(const QString &what, const QJsonObject &fields, const QStringList &known)
{
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        if (!known.contains(member.key()))
            return u"the switch %1 has no %2"_s.arg(what, member.key());
    }
    return {};
}

} // namespace

QJsonArray DentalDesktop::records(const QString &collection) const
{
    m_floor->settle();
    if (collection == u"patients")
        return m_store->patientsJson();
    if (collection == u"cases")
        return m_store->casesJson();
    if (collection == u"requests")
        return m_floor->requestsJson();
    if (collection == u"clients" || collection == u"people")
        return m_floor->stationsJson();
    if (collection == u"calls")
        return m_calls;
    if (collection == u"switch")
        return {switchesJson()};
    if (collection == u"trust")
        return {trustJson()};
    return {};
}

QJsonObject DentalDesktop::state() const
{
    QJsonObject state;
    for (const QString &collection :
         {u"patients"_s, u"cases"_s, u"requests"_s, u"clients"_s, u"calls"_s}) {
        state.insert(collection, records(collection));
    }
    QJsonObject most;
    for (auto method = m_mostAtOnce.begin(); method != m_mostAtOnce.end(); ++method)
        most.insert(method.key(), *method);
    state.insert(u"atOnce"_s, most);
    state.insert(u"switch"_s, switchesJson());
    state.insert(u"trust"_s, trustJson());
    return state;
}

QJsonObject DentalDesktop::trustJson() const
{
    const QSslCertificate root = m_authority->root();
    const auto hex = [](const QSslCertificate &certificate, QCryptographicHash::Algorithm how) {
        return QString::fromLatin1(certificate.digest(how).toHex());
    };
    QJsonObject trust{{u"certificate"_s, DentalDesktopAuthority::word(m_switches.trust)},
                      {u"authoritySha1"_s, hex(root, QCryptographicHash::Sha1)},
                      {u"authoritySha256"_s, hex(root, QCryptographicHash::Sha256)},
                      {u"authorityPem"_s, QString::fromLatin1(root.toPem())}};
    if (const auto configuration = tls()) {
        const QSslCertificate leaf = configuration->localCertificateChain().value(0);
        trust.insert(u"leafSha1"_s, hex(leaf, QCryptographicHash::Sha1));
        trust.insert(u"leafSha256"_s, hex(leaf, QCryptographicHash::Sha256));
    }
    return trust;
}

QJsonObject DentalDesktop::switchesJson() const
{
    const DentalDesktopSwitches &now = m_switches;
    return {
        {u"certificate"_s, QJsonObject{{u"is"_s, DentalDesktopAuthority::word(now.trust)}}},
        {u"generation"_s, QJsonObject{{u"is"_s, generationWord(now.generation)}}},
        {u"credentials"_s, QJsonObject{{u"user"_s, now.user}, {u"latin1"_s, now.latin1}}},
        {u"http"_s,
         QJsonObject{{u"failure"_s, now.failureStatus},
                     {u"unparseable"_s, now.unparseableStatus},
                     {u"done"_s, now.doneStatus},
                     {u"challenge"_s, now.challenge}}},
        {u"dates"_s,
         QJsonObject{{u"deliveryDateTo"_s, now.deliveryDateTo}, {u"wholeDays"_s, now.wholeDays}}},
        {u"images"_s, QJsonObject{{u"form"_s, now.imageForm}, {u"unknown"_s, now.unknownImage}}},
        {u"memory"_s, QJsonObject{{u"slots"_s, now.slots}, {u"perClient"_s, now.slotsPerClient}}},
        {u"breakdown"_s, QJsonObject{{u"code"_s, now.breakdownCode}, {u"times"_s, now.breakdowns}}},
        {u"xml"_s, now.xml.toJson()}};
}

QString DentalDesktop::flip(const QString &what, const QJsonObject &fields)
{
    static const QHash<QString, QStringList> known{
        {u"certificate"_s, {u"is"_s}},
        {u"generation"_s, {u"is"_s}},
        {u"credentials"_s, {u"user"_s, u"password"_s, u"latin1"_s}},
        {u"http"_s, {u"failure"_s, u"unparseable"_s, u"done"_s, u"challenge"_s}},
        {u"dates"_s, {u"deliveryDateTo"_s, u"wholeDays"_s}},
        {u"images"_s, {u"form"_s, u"unknown"_s}},
        {u"memory"_s, {u"slots"_s, u"perClient"_s}},
        {u"breakdown"_s, {u"code"_s, u"times"_s, u"description"_s}}};
    if (what == u"xml")
        return m_switches.xml.set(fields);
    if (!known.contains(what))
        return u"there is no switch %1"_s.arg(what);
    const QString reason = stranger(what, fields, known.value(what));
    if (!reason.isEmpty())
        return reason;
    DentalDesktopSwitches &now = m_switches;
    const auto number = [&](const QString &name, int &value) {
        value = fields.value(name).toInt(value);
    };
    const auto flag = [&](const QString &name, bool &value) {
        value = fields.value(name).toBool(value);
    };
    const auto text = [&](const QString &name, QString &value) {
        value = fields.value(name).toString(value);
    };
    if (what == u"certificate") {
        const auto trust = DentalDesktopAuthority::fromWord(fields.value(u"is"_s).toString());
        if (!trust)
            return u"no such certificate"_s;
        now.trust = *trust;
    } else if (what == u"generation") {
        for (const auto generation :
             {ScanGeneration::Current, ScanGeneration::Older, ScanGeneration::Newer}) {
            if (generationWord(generation) == fields.value(u"is"_s).toString()) {
                now.generation = generation;
                return {};
            }
        }
        return u"no such generation"_s;
    } else if (what == u"credentials") {
        text(u"user"_s, now.user);
        text(u"password"_s, now.password);
        flag(u"latin1"_s, now.latin1);
    } else if (what == u"http") {
        number(u"failure"_s, now.failureStatus);
        number(u"unparseable"_s, now.unparseableStatus);
        number(u"done"_s, now.doneStatus);
        flag(u"challenge"_s, now.challenge);
    } else if (what == u"dates") {
        text(u"deliveryDateTo"_s, now.deliveryDateTo);
        flag(u"wholeDays"_s, now.wholeDays);
    } else if (what == u"images") {
        text(u"form"_s, now.imageForm);
        text(u"unknown"_s, now.unknownImage);
    } else if (what == u"memory") {
        number(u"slots"_s, now.slots);
        flag(u"perClient"_s, now.slotsPerClient);
        m_floor->setMemory(now.slots, now.slotsPerClient);
    } else {
        number(u"code"_s, now.breakdownCode);
        now.breakdowns = fields.value(u"times"_s).toInt(1);
        now.breakdownText = fields.value(u"description"_s).toString();
    }
    return {};
}

QString DentalDesktop::edit(const QString &collection, const QString &id, const QJsonObject &fields)
{
    m_floor->settle();
    if (collection == u"patients")
        return m_store->editPatient(id, fields);
    if (collection == u"cases")
        return m_store->editCase(id, fields, m_clock.now());
    if (collection == u"people" || collection == u"clients")
        return m_floor->instruct(id, fields);
    if (collection == u"switch")
        return flip(id, fields);
    return u"the scan server has no %1"_s.arg(collection);
}

} // namespace sim
