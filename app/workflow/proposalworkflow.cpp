// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/proposalworkflow.h"

#include "app/workflow/chartworkflow.h"
#include "app/workflow/planworkflow.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString documentKind()
{
    return u"proposal"_s;
}

constexpr int longestText = 8000;
constexpr int mostValidityDays = 3650;
constexpr qsizetype digestCharacters = 12;

} // namespace

ProposalWorkflow::ProposalWorkflow(Session *session, Settings settings, ChartStore *store,
                                   PlanWorkflow *plans, ChartWorkflow *charts,
                                   PatientStore *patients, CatalogueStore *catalogue, Clock clock,
                                   QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_store(store),
      m_plans(plans), m_charts(charts), m_patients(patients), m_catalogue(catalogue),
      m_clock(std::move(clock))
{
}

Task<ProposalTemplate> ProposalWorkflow::kept()
{
    const QString clinic = ChartStore::clinic();
    const QString kind = documentKind();
    const Result<ChartStore::Document> document = co_await m_store->document(clinic, kind);
    if (!document && document.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected<Error>(document.error());
    if (!document)
        co_return ProposalTemplate();
    co_return proposalTemplateFromJson(QJsonDocument::fromJson(document->json).object());
}

Task<ProposalTemplate> ProposalWorkflow::form()
{
    const Running running(this);
    co_return co_await kept();
}

Task<void> ProposalWorkflow::setForm(ProposalTemplate form)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    if (form.validityDays < 1 || form.validityDays > mostValidityDays)
        co_return failure(
            Error::Kind::Invalid,
            tr("A proposal is valid for between 1 and %1 days.").arg(mostValidityDays));
    for (const ProposalTexts &texts : std::as_const(form.texts)) {
        for (const QString &text : {texts.letterhead, texts.opening, texts.closing, texts.legal}) {
            if (text.size() > longestText)
                co_return failure(
                    Error::Kind::Invalid,
                    tr("A text of the proposal takes %1 characters at most.").arg(longestText));
        }
    }
    const QString clinic = ChartStore::clinic();
    const QString kind = documentKind();
    const QByteArray json =
        QJsonDocument(proposalTemplateToJson(form)).toJson(QJsonDocument::Compact);
    const Result<void> put = co_await m_store->put(clinic, kind, json);
    if (put)
        Q_EMIT formChanged();
    co_return put;
}

Proposal ProposalWorkflow::pageOf(const PlanVersion &version, const ProposalTemplate &form,
                                  const QString &language, const Currency &currency,
                                  const QTimeZone &zone, QDate today)
{
    Proposal page;
    page.language = language;
    page.texts = form.textsOf(language);
    page.conventional = form.conventional;
    page.notation = form.notation;
    page.title = version.content.title;
    page.version = version.number;
    page.quote = version.quote.number;
    page.date = today;
    page.validUntil = version.content.validUntil.isValid() ? version.content.validUntil
                                                           : today.addDays(form.validityDays);
    QList<int> concerned;
    for (const PlanPhase &phase : version.content.phases) {
        Proposal::Phase part;
        part.title = phase.title;
        part.date = phase.plannedDate;
        part.minutes = phase.minutes;
        part.amount = Money{0, currency};
        for (const PlanItem &item : phase.items) {
            if (item.state == plans::ItemState::Cancelled)
                continue;
            Proposal::Line line;
            line.code = item.code;
            line.label = item.label;
            line.teeth = proposals::teeth(item.teeth, form.notation);
            for (const QString &number : item.teeth) {
                if (const auto tooth = teeth::toothFromText(number, teeth::Notation::Fdi))
                    concerned.append(tooth->fdi);
            }
            line.surfaces = item.surfaces.join(QString());
            line.quantity = item.quantity;
            line.price = item.unitPrice;
            line.discountPercent = item.discountPercent;
            line.amount = item.amount();
            part.amount.minor += line.amount.minor;
            part.lines.append(line);
        }
        if (!part.lines.isEmpty())
            page.phases.append(part);
    }
    page.total = version.content.total(currency);
    if (form.chart) {
        std::sort(concerned.begin(), concerned.end());
        concerned.erase(std::unique(concerned.begin(), concerned.end()), concerned.end());
        for (const int fdi : std::as_const(concerned))
            page.mouth.append({fdi, dental::Presence::Unknown, true});
    }
    const QByteArray digest = planDigest(version, language, currency);
    page.digest = QString::fromLatin1(digest.toHex().left(digestCharacters));
    for (const PlanSignature &each : version.signatures) {
        if (each.digest != digest)
            continue;
        Proposal::Signature signature;
        signature.by = each.by;
        signature.name = each.name;
        signature.drawing = each.drawing;
        signature.signedAt = each.signedAt.toTimeZone(zone).toString(u"dd/MM/yyyy HH:mm"_s);
        signature.witness = each.witness.value;
        page.signatures.append(signature);
    }
    return page;
}

Task<Proposal> ProposalWorkflow::withChart(Proposal page, PatientId patient)
{
    if (page.mouth.isEmpty() || !m_charts)
        co_return page;
    const Result<QList<KeptTeeth>> list = co_await m_charts->keptForProposal(patient);
    if (list) {
        for (const KeptTeeth &each : *list) {
            if (!each.picture || each.picture->bytes.isEmpty())
                continue;
            page.picture.bytes = each.picture->bytes;
            page.picture.format = each.picture->format;
            page.picture.date =
                each.picture->date.toTimeZone(QTimeZone(m_settings.timeZone)).date();
            page.mouth.clear();
            co_return page;
        }
    }
    const ChartOwner owner(patient);
    const Result<ChartReading> mouth = co_await m_charts->summary(owner);
    if (!mouth) {
        // Nobody knows this mouth: a drawing full of question marks tells a patient nothing.
        page.mouth.clear();
        co_return page;
    }
    const QList<Proposal::Tooth> concerned = page.mouth;
    page.mouth.clear();
    for (const ToothProfile &tooth : mouth->profile.teeth) {
        if (tooth.tooth.supernumerary || tooth.tooth.fdi == 0)
            continue;
        const bool planned = std::any_of(
            concerned.cbegin(), concerned.cend(),
            [&tooth](const Proposal::Tooth &each) { return each.fdi == tooth.tooth.fdi; });
        page.mouth.append({tooth.tooth.fdi, tooth.presence, planned});
    }
    co_return page;
}

Task<Proposal> ProposalWorkflow::withNames(Proposal page, PlanVersion version,
                                           ProposalTemplate form)
{
    page.clinic = m_settings.clinicName;
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    if (providers) {
        for (const Provider &provider : *providers) {
            if (provider.id == version.content.provider)
                page.practitioner = provider.name;
        }
    }
    page.registration = form.registrations.value(version.content.provider.value);
    const Result<QList<StaffMember>> staff = co_await m_session->list();
    for (Proposal::Signature &signature : page.signatures) {
        QString name;
        if (staff) {
            for (const StaffMember &member : *staff) {
                if (member.id.value == signature.witness)
                    name = member.name;
            }
        }
        signature.witness = name;
    }
    co_return page;
}

Task<Proposal> ProposalWorkflow::proposal(ProposalRequest request)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const PlanId id = request.plan;
    const Result<PlanRecord> record = co_await m_plans->plan(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    std::optional<PlanVersion> version;
    for (const PlanVersion &each : record->versions) {
        if (each.number == request.version || request.version == 0)
            version = each;
    }
    if (!version) {
        co_return failure(Error::Kind::NotFound,
                          tr("This plan has no version %1.").arg(request.version));
    }
    const Result<ProposalTemplate> form = co_await kept();
    if (!form)
        co_return tl::unexpected<Error>(form.error());
    const PatientId patientId = record->current.patient;
    if (patientId.isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          tr("Nobody at this desk is matched with the plan's patient yet."));
    }
    const Result<Patient> patient = co_await m_patients->patient(patientId);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const QString desk = m_settings.language.isEmpty() ? QLocale().name() : m_settings.language;
    const QString wished = request.language.isEmpty() ? patient->language : request.language;
    const QTimeZone zone(m_settings.timeZone);
    Proposal page = pageOf(*version, *form, proposalLanguage(wished, desk), m_settings.currency,
                           zone, m_clock().toTimeZone(zone).date());
    page.patient = patient->displayName();
    page.birthDate = patient->birthDate;
    const PlanVersion shown = *version;
    const ProposalTemplate words = *form;
    const Result<Proposal> named = co_await withNames(page, shown, words);
    if (!named)
        co_return named;
    const Proposal whole = *named;
    co_return co_await withChart(whole, patientId);
}
