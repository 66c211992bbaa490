// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/opendentalplans.h"

using namespace Qt::StringLiterals;

namespace {

QString subjectOf(opendental::Key number)
{
    return QString(u"plan:opendental:"_s + QString::number(number));
}

} // namespace

OpenDentalPlans::OpenDentalPlans(Session *session, Settings::OpenDental settings,
                                 opendental::Client *client, AuditLog *audit, QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_client(client),
      m_audit(audit)
{
}

Task<QList<opendental::Client::Finding>> OpenDentalPlans::examine()
{
    return m_client->examine(m_settings.url, m_settings.mode);
}

Result<void> OpenDentalPlans::ready() const
{
    if (const Result<void> allowed = m_session->require(Permission::Plans); !allowed)
        return allowed;
    if (m_client)
        return {};
    return failure(Error::Kind::Invalid,
                   tr("This clinic has no Open Dental: its address is missing in the settings."),
                   Service::OpenDental);
}

Task<QList<opendental::TreatPlan>> OpenDentalPlans::list(opendental::PlanFilter filter)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await m_client->treatPlans(filter);
}

Task<opendental::TreatPlan> OpenDentalPlans::audited(QString action,
                                                     Task<opendental::TreatPlan> change)
{
    const Result<opendental::TreatPlan> done = co_await std::move(change);
    if (!done)
        co_return done;
    const StaffId by = m_session->currentId();
    const QString subject = subjectOf(done->number);
    const QString detail;
    const Result<void> kept = co_await m_audit->append(by, action, subject, detail);
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    co_return done;
}

Task<opendental::TreatPlan> OpenDentalPlans::create(opendental::NewPlan plan)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString action = u"opendental-create"_s;
    co_return co_await audited(action, m_client->create(plan));
}

Task<opendental::TreatPlan> OpenDentalPlans::save(opendental::Key number,
                                                  std::optional<QString> heading,
                                                  opendental::Key presenter)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString action = u"opendental-save"_s;
    co_return co_await audited(action, m_client->save(number, heading, presenter));
}

Task<opendental::TreatPlan> OpenDentalPlans::update(opendental::Key number,
                                                    opendental::PlanChange change)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString action = u"opendental-update"_s;
    co_return co_await audited(action, m_client->update(number, change));
}

Task<opendental::TreatPlan> OpenDentalPlans::sign(opendental::Key number, opendental::Signer signer,
                                                  QString name)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString action = u"opendental-sign"_s;
    co_return co_await audited(action, m_client->sign(number, signer, name));
}

Task<opendental::TreatPlan> OpenDentalPlans::unsign(opendental::Key number,
                                                    opendental::Signer signer)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString action = u"opendental-unsign"_s;
    co_return co_await audited(action, m_client->unsign(number, signer));
}

Task<void> OpenDentalPlans::remove(opendental::Key number, bool confirmed)
{
    const Result<void> allowed = ready();
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<void> done = co_await m_client->remove(number, confirmed);
    if (!done)
        co_return done;
    const StaffId by = m_session->currentId();
    const QString action = u"opendental-delete"_s;
    const QString subject = subjectOf(number);
    const QString detail;
    co_return co_await m_audit->append(by, action, subject, detail);
}
