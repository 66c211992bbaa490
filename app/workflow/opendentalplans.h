// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/client.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/auditlog.h"

//! What an administrator or a script does with treatment plans in Open Dental itself. At once,
//! without the outbox; whoever acts needs the right to plans, and every change is audited. GUI
//! thread.
class OpenDentalPlans : public QObject
{
    Q_OBJECT

public:
    //! client null = this clinic has no Open Dental. All outlive this.
    OpenDentalPlans(Session *session, Settings::OpenDental settings, opendental::Client *client,
                    AuditLog *audit, QObject *parent = nullptr);

    bool isSetUp() const { return m_client != nullptr; }
    //! Address, keys and rights, step by step; needs nobody signed in.
    Task<QList<opendental::Client::Finding>> examine();

    Task<QList<opendental::TreatPlan>> list(opendental::PlanFilter filter);
    Task<opendental::TreatPlan> create(opendental::NewPlan plan);
    Task<opendental::TreatPlan> save(opendental::Key number, std::optional<QString> heading,
                                     opendental::Key presenter);
    Task<opendental::TreatPlan> update(opendental::Key number, opendental::PlanChange change);
    Task<opendental::TreatPlan> sign(opendental::Key number, opendental::Signer signer,
                                     QString name);
    Task<opendental::TreatPlan> unsign(opendental::Key number, opendental::Signer signer);
    //! confirmed: a signed one too.
    Task<void> remove(opendental::Key number, bool confirmed);

private:
    Result<void> ready() const;
    Task<opendental::TreatPlan> audited(QString action, Task<opendental::TreatPlan> change);

    Session *m_session;
    Settings::OpenDental m_settings;
    opendental::Client *m_client;
    AuditLog *m_audit;
};
