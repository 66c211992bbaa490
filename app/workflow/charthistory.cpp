// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/chartworkflow.h"
#include "app/workflow/scanworkflow.h"

#include <QJsonDocument>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// What happened to a patient's teeth, from every system that knows of it.

namespace {

constexpr QLatin1StringView historyKind{"history"};

//! Our own form of events in the cache; money as minor units.
QByteArray jsonOf(const QList<ToothEvent> &events)
{
    QJsonArray array;
    for (const ToothEvent &event : events) {
        QJsonArray numbers;
        for (const teeth::Tooth &tooth : event.teeth)
            numbers.append(teeth::text(tooth));
        QJsonArray surfaces;
        for (const dental::Surface surface : event.surfaces)
            surfaces.append(enumName(surface));
        QJsonObject json{{"date"_L1, event.date.toString(Qt::ISODate)},
                         {"teeth"_L1, numbers},
                         {"raw"_L1, QJsonArray::fromStringList(event.rawTeeth)},
                         {"surfaces"_L1, surfaces},
                         {"label"_L1, event.label},
                         {"provider"_L1, event.provider},
                         {"source"_L1, enumName(event.source)},
                         {"visit"_L1, event.visit.value},
                         {"case"_L1, event.caseId}};
        if (event.amount) {
            json.insert("minor"_L1, event.amount->minor);
            json.insert("currency"_L1, event.amount->currency.code);
            json.insert("exponent"_L1, event.amount->currency.exponent);
        }
        array.append(json);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<ToothEvent> eventsOf(const QByteArray &text, const QDate &today)
{
    QList<ToothEvent> events;
    for (const QJsonValue &json : QJsonDocument::fromJson(text).array()) {
        ToothEvent event;
        event.date = QDate::fromString(json["date"_L1].toString(), Qt::ISODate);
        for (const QJsonValue &number : json["teeth"_L1].toArray()) {
            if (const auto tooth = teeth::toothFromText(number.toString(), teeth::Notation::Fdi))
                event.teeth.append(*tooth);
        }
        for (const QJsonValue &raw : json["raw"_L1].toArray())
            event.rawTeeth.append(raw.toString());
        for (const QJsonValue &name : json["surfaces"_L1].toArray()) {
            if (const auto surface = enumFromName<dental::Surface>(name.toString()))
                event.surfaces.append(*surface);
        }
        event.label = json["label"_L1].toString();
        event.provider = json["provider"_L1].toString();
        event.source = enumFromName<ToothEvent::Source>(json["source"_L1].toString())
                           .value_or(ToothEvent::Source::DentalTap);
        event.visit = VisitId(json["visit"_L1].toString());
        event.caseId = json["case"_L1].toString();
        if (json["currency"_L1].isString()) {
            Money amount;
            amount.minor = json["minor"_L1].toInteger();
            amount.currency.code = json["currency"_L1].toString();
            amount.currency.exponent = json["exponent"_L1].toInt();
            event.amount = amount;
        }
        event.doneToday = event.date == today;
        events.append(event);
    }
    return events;
}

void sortNewestFirst(QList<ToothEvent> &events)
{
    std::stable_sort(
        events.begin(), events.end(),
        [](const ToothEvent &one, const ToothEvent &other) { return one.date > other.date; });
}

Money amountOf(const RecordedAct &act)
{
    OrderLine line;
    line.quantity = act.quantity;
    line.unitPrice = act.unitPrice;
    line.discount = percentOf(scaled(act.unitPrice, act.quantity), act.discountPercent);
    return line.net();
}

QDate dayOf(const QDateTime &time, const QByteArray &zone)
{
    return time.isValid() ? time.toTimeZone(QTimeZone(zone)).date() : QDate();
}

} // namespace

QList<teeth::Tooth> ChartWorkflow::teethOf(const QStringList &numbers, QStringList &unknown) const
{
    QList<teeth::Tooth> list;
    for (const QString &number : numbers) {
        const std::optional<teeth::Tooth> tooth = teeth::toothFromText(number, numbering());
        if (!tooth)
            unknown.append(number);
        else if (!list.contains(*tooth))
            list.append(*tooth);
    }
    return list;
}

Task<QList<dentaltap::Activity>> ChartWorkflow::activities(QString patientId,
                                                           QList<VisitStore::InDentalTap> visits)
{
    const Result<std::optional<QList<dentaltap::Activity>>> all =
        co_await m_client->activitiesOfPatient(patientId);
    if (!all)
        co_return tl::unexpected<Error>(all.error());
    if (*all)
        co_return **all;
    // This DentalTap does not know the filter: one visit after another.
    QList<dentaltap::Activity> list;
    for (const VisitStore::InDentalTap &visit : std::as_const(visits)) {
        const QString appointment = visit.appointmentId;
        const Result<QList<dentaltap::Activity>> some =
            co_await m_client->activitiesOf(appointment);
        if (!some)
            co_return some;
        list += *some;
    }
    co_return list;
}

Task<QList<ToothEvent>> ChartWorkflow::acts(PatientId patient)
{
    QList<ToothEvent> events;
    const Result<Links> links = co_await m_patients->links(patient);
    if (!links)
        co_return tl::unexpected<Error>(links.error());
    const QString patientId = links->value(RecordKind::DentalTapPatient).remoteId;
    if (patientId.isEmpty())
        co_return events;
    const Result<QList<VisitStore::InDentalTap>> visits =
        co_await m_visits->seenInDentalTap(patient);
    if (!visits)
        co_return tl::unexpected<Error>(visits.error());
    const QList<VisitStore::InDentalTap> known = *visits;
    const Result<QList<dentaltap::Activity>> all = co_await activities(patientId, known);
    if (!all)
        co_return tl::unexpected<Error>(all.error());
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    if (!providers)
        co_return tl::unexpected<Error>(providers.error());
    QHash<QString, VisitStore::InDentalTap> visitOf;
    for (const VisitStore::InDentalTap &visit : known)
        visitOf.insert(visit.appointmentId, visit);
    QHash<ProviderId, QString> nameOf;
    for (const Provider &provider : *providers)
        nameOf.insert(provider.id, provider.name);
    QHash<QString, QList<dentaltap::Activity>> byAppointment;
    for (const dentaltap::Activity &activity : *all)
        byAppointment[activity.appointmentId].append(activity);
    const QDate today = dayOf(m_clock(), m_settings.timeZone);
    for (auto entry = byAppointment.cbegin(); entry != byAppointment.cend(); ++entry) {
        const VisitStore::InDentalTap visit = visitOf.value(entry.key());
        for (const RecordedAct &act : dentaltap::mergedActs(entry.value())) {
            if (!isPerformed(act))
                continue;
            ToothEvent event;
            event.date = dayOf(act.performedAt.isValid() ? act.performedAt : visit.start,
                               m_settings.timeZone);
            event.teeth = teethOf(act.teeth, event.rawTeeth);
            for (const QString &letter : act.surfaces) {
                if (const auto surface = dental::surfaceFromText(letter))
                    event.surfaces.append(*surface);
            }
            event.surfaces = dental::ordered(event.surfaces);
            event.label = act.label;
            event.provider = nameOf.value(visit.provider);
            event.amount = amountOf(act);
            event.visit = visit.visit;
            event.doneToday = event.date == today;
            events.append(event);
        }
    }
    co_return events;
}

Task<QList<ToothEvent>> ChartWorkflow::scanEvents(PatientId patient)
{
    QList<ToothEvent> events;
    if (!m_scans)
        co_return events;
    const QDate today = dayOf(m_clock(), m_settings.timeZone);
    for (const QString &each : m_scans->sites()) {
        const QString site = each;
        const Result<std::optional<ScanLink>> link = co_await m_scans->link(patient, site);
        if (!link)
            co_return tl::unexpected<Error>(link.error());
        if (!*link)
            continue;
        const CaseFilter every;
        const Result<QList<ScanCase>> cases = co_await m_scans->cases(patient, site, every, false);
        if (!cases)
            co_return tl::unexpected<Error>(cases.error());
        for (const ScanCase &found : *cases) {
            ToothEvent event;
            QStringList names;
            const auto take = [&event](const teeth::Range &range) {
                for (const int fdi : range.fdi) {
                    const teeth::Tooth tooth{fdi, false};
                    if (!event.teeth.contains(tooth))
                        event.teeth.append(tooth);
                }
            };
            for (const ScanIndication &indication : found.indications) {
                take(indication.teeth);
                if (!names.contains(indication.name))
                    names.append(indication.name);
            }
            for (const SurfaceScan &scan : found.scans) {
                if (scan.type == ScanType::Tooth)
                    take(scan.teeth);
            }
            if (event.teeth.isEmpty())
                continue;
            std::sort(event.teeth.begin(), event.teeth.end(), dental::standsBefore);
            event.date = dayOf(found.created, m_settings.timeZone);
            event.label = names.isEmpty() ? tr("Scan") : tr("Scan: %1").arg(names.join(u", "_s));
            event.source = ToothEvent::Source::DentalDesktop;
            event.caseId = found.id;
            event.doneToday = event.date == today;
            events.append(event);
        }
    }
    co_return events;
}

Task<QList<ToothEvent>> ChartWorkflow::history(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QDate today = dayOf(m_clock(), m_settings.timeZone);
    const QString owner = patient.value;
    const Result<ChartStore::Document> document = co_await m_store->document(owner, historyKind);
    const QList<ToothEvent> last = document ? eventsOf(document->json, today) : QList<ToothEvent>();
    const auto ofSource = [&last](ToothEvent::Source source) {
        QList<ToothEvent> some = last;
        some.removeIf([source](const ToothEvent &event) { return event.source != source; });
        return some;
    };
    const Result<QList<ToothEvent>> acts = co_await this->acts(patient);
    if (!acts && !acts.error().isTransient())
        co_return acts;
    const Result<QList<ToothEvent>> scans = co_await scanEvents(patient);
    QList<ToothEvent> events = acts ? *acts : ofSource(ToothEvent::Source::DentalTap);
    events += scans ? *scans : ofSource(ToothEvent::Source::DentalDesktop);
    sortNewestFirst(events);
    const QByteArray text = jsonOf(events);
    (void)co_await m_store->put(owner, historyKind, text);
    if (!acts)
        Q_EMIT historyIncomplete(patient, acts.error().message);
    if (!scans)
        Q_EMIT historyIncomplete(patient, scans.error().message);
    co_return events;
}

Task<QList<ToothEvent>> ChartWorkflow::cachedHistory(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString owner = patient.value;
    const Result<ChartStore::Document> document = co_await m_store->document(owner, historyKind);
    if (!document)
        co_return tl::unexpected<Error>(document.error());
    co_return eventsOf(document->json, dayOf(m_clock(), m_settings.timeZone));
}

Task<QList<ChartVisit>> ChartWorkflow::visits(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<QList<VisitStore::InDentalTap>> seen = co_await m_visits->seenInDentalTap(patient);
    if (!seen)
        co_return tl::unexpected<Error>(seen.error());
    QList<ChartVisit> list;
    for (const VisitStore::InDentalTap &visit : *seen)
        list.append(ChartVisit{visit.visit, visit.start});
    co_return list;
}
