// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Letters alone, lower case, without accents.
QString folded(const QString &name)
{
    QString letters;
    for (const QChar character : name.normalized(QString::NormalizationForm_D)) {
        if (character.isLetter())
            letters += character.toLower();
    }
    return letters;
}

//! Edit distance.
int distance(const QString &left, const QString &right)
{
    QList<int> row(right.size() + 1);
    for (int i = 0; i < row.size(); ++i)
        row[i] = i;
    for (int i = 1; i <= left.size(); ++i) {
        int corner = row[0];
        row[0] = i;
        for (int j = 1; j < row.size(); ++j) {
            const int changed = corner + (left.at(i - 1) == right.at(j - 1) ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.last();
}

std::optional<QDateTime> timeOf(const QJsonValue &value)
{
    if (value.isNull() || value.toString().isEmpty())
        return QDateTime();
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

QJsonValue jsonTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QJsonArray indicationsJson(const ScanCase &one)
{
    QJsonArray list;
    for (const ScanIndication &indication : one.indications) {
        list.append(QJsonObject{{u"From"_s, indication.from},
                                {u"To"_s, indication.to},
                                {u"IndicationName"_s, indication.name},
                                {u"Shade"_s, indication.shade}});
    }
    return list;
}

QJsonArray imagesJson(const ScanCase &one)
{
    QJsonArray list;
    for (const ScanImage &image : one.images) {
        list.append(QJsonObject{{u"Id"_s, plain(image.id)},
                                {u"Name"_s, image.name},
                                {u"TimeStamp"_s, jsonTime(image.time)},
                                {u"bytes"_s, image.bytes}});
    }
    return list;
}

QJsonArray scansJson(const ScanCase &one)
{
    QJsonArray list;
    for (const SurfaceScan &scan : one.scans) {
        list.append(QJsonObject{{u"Id"_s, plain(scan.id)},
                                {u"From"_s, scan.from},
                                {u"To"_s, scan.to},
                                {u"ScanType"_s, scan.type},
                                {u"Sectioned"_s, scan.sectioned},
                                {u"PhysicallyPrepared"_s, scan.prepared},
                                {u"TimeStamp"_s, jsonTime(scan.time)}});
    }
    return list;
}

std::optional<ScanStage> stageFrom(const QString &text)
{
    for (const ScanStage stage : {ScanStage::Created, ScanStage::Scanned, ScanStage::Modelled}) {
        if (text.compare(word(stage), Qt::CaseInsensitive) == 0)
            return stage;
    }
    return std::nullopt;
}

//! One member of a changed case; an empty string or the reason why not.
QString setMember(ScanStore &store, ScanCase &changed, const QString &name, const QJsonValue &value,
                  const QDateTime &now)
{
    const auto setTime = [&](QDateTime &time) {
        const auto given = timeOf(value);
        if (!given)
            return u"%1 is no ISO date-time"_s.arg(name);
        time = *given;
        return QString();
    };
    if (name == u"CaseCreationDate")
        return setTime(changed.created);
    if (name == u"CaseSentDate")
        return setTime(changed.sent);
    if (name == u"DeliveryDate")
        return setTime(changed.delivery);
    if (name == u"SentToLab") {
        changed.lab = value.toString();
    } else if (name == u"Stage") {
        const auto stage = stageFrom(value.toString());
        if (!stage)
            return u"Stage is Created, Scanned or Modelled"_s;
        changed.stage = *stage;
    } else if (name == u"PatientIntegrationId") {
        const ScanPatient *patient = store.mapped(value.toString());
        if (!patient)
            return u"no patient with that IntegrationId"_s;
        changed.patient = patient->id;
    } else if (name == u"Indications") {
        changed.indications.clear();
        for (const QJsonValue &one : value.toArray()) {
            changed.indications.append({.from = one["From"_L1].toInt(),
                                        .to = one["To"_L1].toInt(),
                                        .name = one["IndicationName"_L1].toString(),
                                        .shade = one["Shade"_L1].toString()});
        }
    } else if (name == u"SurfaceScans") {
        changed.scans.clear();
        for (const QJsonValue &one : value.toArray()) {
            changed.scans.append({.id = store.newId(),
                                  .from = one["From"_L1].toInt(),
                                  .to = one["To"_L1].toInt(),
                                  .type = one["ScanType"_L1].toString(),
                                  .sectioned = one["Sectioned"_L1].toBool(),
                                  .prepared = one["PhysicallyPrepared"_L1].toBool(),
                                  .time = now});
        }
    } else if (name == u"AttachedImages") {
        changed.images.clear();
        const int count = value.isArray() ? int(value.toArray().size()) : value["count"_L1].toInt();
        for (int i = 0; i < count; ++i) {
            const QJsonValue one = value.isArray() ? value.toArray().at(i) : value;
            changed.images.append({.id = store.newId(),
                                   .name = one["Name"_L1].toString(u"photo-%1.jpg"_s.arg(i + 1)),
                                   .time = now,
                                   .bytes = one["bytes"_L1].toInteger()});
        }
    } else {
        return u"a case has no %1"_s.arg(name);
    }
    return {};
}

} // namespace

QString word(ScanStage stage)
{
    switch (stage) {
    case ScanStage::Created:
        return u"Created"_s;
    case ScanStage::Scanned:
        return u"Scanned"_s;
    case ScanStage::Modelled:
        break;
    }
    return u"Modelled"_s;
}

QString plain(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QStringList differing(const ScanFields &left, const ScanFields &right)
{
    QStringList names;
    if (left.firstName != right.firstName)
        names.append(u"FirstName"_s);
    if (left.lastName != right.lastName)
        names.append(u"LastName"_s);
    if (left.birthDate != right.birthDate)
        names.append(u"DateOfBirth"_s);
    if (left.patientId != right.patientId)
        names.append(u"PatientId"_s);
    return names;
}

ScanStore::ScanStore(const Clinic &clinic, const QString &site)
    : m_zone(clinic.options.timeZone.toLatin1()),
      m_label(u"scans/%1/%2/"_s.arg(clinic.options.seed).arg(site))
{
    seed(clinic);
}

ScanPatient *ScanStore::patient(const QUuid &id)
{
    const auto found = std::find_if(m_patients.begin(), m_patients.end(),
                                    [&](const ScanPatient &one) { return one.id == id; });
    return found == m_patients.end() ? nullptr : &*found;
}

ScanPatient *ScanStore::mapped(const QString &integrationId)
{
    if (integrationId.isEmpty())
        return nullptr;
    const auto found =
        std::find_if(m_patients.begin(), m_patients.end(),
                     [&](const ScanPatient &one) { return one.integrationId == integrationId; });
    return found == m_patients.end() ? nullptr : &*found;
}

const ScanCase *ScanStore::scanCase(const QUuid &id) const
{
    const auto found = std::find_if(m_cases.begin(), m_cases.end(),
                                    [&](const ScanCase &one) { return one.id == id; });
    return found == m_cases.end() ? nullptr : &*found;
}

bool ScanStore::isPatientIdTaken(const QString &patientId, const QUuid &except) const
{
    return !patientId.isEmpty()
        && std::any_of(m_patients.begin(), m_patients.end(), [&](const ScanPatient &one) {
               return one.fields.patientId == patientId && one.id != except;
           });
}

QList<QUuid> ScanStore::suggestions(const QString &firstName, const QString &lastName) const
{
    constexpr int Near = 2;
    const QString first = folded(firstName);
    const QString last = folded(lastName);
    QList<QPair<int, QUuid>> found;
    for (const ScanPatient &one : m_patients) {
        if (!one.integrationId.isEmpty())
            continue;
        const QString otherFirst = folded(one.fields.firstName);
        const int lastAway = distance(last, folded(one.fields.lastName));
        int firstAway = distance(first, otherFirst);
        // "Jean" and "Jean-Marc" may be one person.
        if (!first.isEmpty() && (otherFirst.startsWith(first) || first.startsWith(otherFirst)))
            firstAway = qMin(firstAway, Near);
        if (lastAway <= Near && firstAway <= Near)
            found.append({lastAway + firstAway, one.id});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    QList<QUuid> ids;
    for (const auto &pair : std::as_const(found))
        ids.append(pair.second);
    return ids;
}

QUuid ScanStore::newId()
{
    static const QUuid space(u"7d1f4f0a-3c53-4d0e-9a51-6c1f6b1e2d77"_s);
    return QUuid::createUuidV5(space, QString(m_label + QString::number(++m_serial)));
}

QJsonArray ScanStore::patientsJson() const
{
    QJsonArray list;
    for (const ScanPatient &one : m_patients) {
        list.append(QJsonObject{{u"Id"_s, plain(one.id)},
                                {u"IntegrationId"_s, one.integrationId},
                                {u"PatientId"_s, one.fields.patientId},
                                {u"FirstName"_s, one.fields.firstName},
                                {u"LastName"_s, one.fields.lastName},
                                {u"DateOfBirth"_s, one.fields.birthDate.toString(Qt::ISODate)}});
    }
    return list;
}

QJsonArray ScanStore::casesJson() const
{
    QHash<QUuid, const ScanPatient *> byId;
    for (const ScanPatient &one : m_patients)
        byId.insert(one.id, &one);
    QJsonArray list;
    for (const ScanCase &one : m_cases) {
        const ScanPatient *owner = byId.value(one.patient);
        list.append(
            QJsonObject{{u"CaseId"_s, plain(one.id)},
                        {u"Patient"_s, plain(one.patient)},
                        {u"PatientIntegrationId"_s, owner ? owner->integrationId : QString()},
                        {u"Stage"_s, word(one.stage)},
                        {u"CaseCreationDate"_s, jsonTime(one.created)},
                        {u"CaseSentDate"_s, jsonTime(one.sent)},
                        {u"DeliveryDate"_s, jsonTime(one.delivery)},
                        {u"SentToLab"_s, one.lab},
                        {u"Indications"_s, indicationsJson(one)},
                        {u"AttachedImages"_s, imagesJson(one)},
                        {u"SurfaceScans"_s, scansJson(one)}});
    }
    return list;
}

QString ScanStore::editPatient(const QString &id, const QJsonObject &fields)
{
    ScanPatient *known = patient(QUuid(id));
    if (!known)
        known = mapped(id);
    if (!known && !id.isEmpty())
        return u"no patient %1"_s.arg(id);
    if (fields.value("deleted"_L1).toBool()) {
        if (known)
            m_patients.removeAt(known - m_patients.data());
        return {};
    }
    ScanPatient changed =
        known ? *known : ScanPatient{.id = newId(), .integrationId = {}, .fields = {}};
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        const QString text = member->toString();
        if (member.key() == u"FirstName") {
            changed.fields.firstName = text;
        } else if (member.key() == u"LastName") {
            changed.fields.lastName = text;
        } else if (member.key() == u"PatientId") {
            changed.fields.patientId = text;
        } else if (member.key() == u"IntegrationId") {
            changed.integrationId = text;
        } else if (member.key() == u"DateOfBirth") {
            changed.fields.birthDate = QDate::fromString(text, Qt::ISODate);
        } else if (member.key() != u"deleted") {
            return u"a patient has no %1"_s.arg(member.key());
        }
    }
    if (isPatientIdTaken(changed.fields.patientId, changed.id))
        return u"that PatientId is taken"_s;
    const ScanPatient *other = mapped(changed.integrationId);
    if (other && other->id != changed.id)
        return u"that IntegrationId is taken"_s;
    if (known)
        *known = changed;
    else
        m_patients.append(changed);
    return {};
}

QString ScanStore::editCase(const QString &id, const QJsonObject &fields, const QDateTime &now)
{
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        if (m_cases.at(i).id == QUuid(id))
            at = i;
    }
    if (at < 0 && !id.isEmpty())
        return u"no case %1"_s.arg(id);
    ScanCase changed;
    if (at >= 0) {
        changed = m_cases.at(at);
    } else {
        changed.id = newId();
        changed.created = now;
        changed.lab = u"In-house"_s;
    }
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        if (member.key() == u"deleted")
            continue;
        const QString reason = setMember(*this, changed, member.key(), *member, now);
        if (!reason.isEmpty())
            return reason;
    }
    if (fields.value("deleted"_L1).toBool()) {
        if (at >= 0)
            m_cases.removeAt(at);
        return {};
    }
    if (changed.patient.isNull())
        return u"a new case needs a PatientIntegrationId"_s;
    if (at >= 0)
        m_cases[at] = changed;
    else
        m_cases.append(changed);
    return {};
}

} // namespace sim
