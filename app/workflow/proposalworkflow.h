// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/proposal.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/cataloguestore.h"
#include "app/store/chartstore.h"
#include "app/store/patientstore.h"

class ChartWorkflow;
class PlanWorkflow;

//! Which proposal is wanted.
struct ProposalRequest {
    PlanId plan;
    int version = 0; //!< 0 = the latest
    QString language; //!< empty = the patient's, else the desk's

    ProposalRequest() = default;
    explicit ProposalRequest(PlanId id, int number = 0, QString code = {})
        : plan(std::move(id)), version(number), language(std::move(code))
    {
    }
};

//! What stands on a proposal: the clinic's template, the plan, what was kept of the chart, who
//! signed. It makes no document; that is for those who can paint. GUI thread.
class ProposalWorkflow : public QObject
{
    Q_OBJECT

public:
    //! All outlive the workflow; charts may be null.
    ProposalWorkflow(Session *session, Settings settings, ChartStore *store, PlanWorkflow *plans,
                     ChartWorkflow *charts, PatientStore *patients, CatalogueStore *catalogue,
                     Clock clock, QObject *parent = nullptr);

    //! The clinic's own; the defaults where it has written none.
    Task<ProposalTemplate> form();
    //! Needs the right to change settings. Invalid in words where it cannot be used.
    Task<void> setForm(ProposalTemplate form);
    //! Needs the right to plans; never the network, but for the mouth to draw where no picture was
    //! kept.
    Task<Proposal> proposal(ProposalRequest request);

    //! No call is under way.
    bool isIdle() const { return m_running == 0; }

    //! One version as it stands on paper, without what has to be read for it.
    static Proposal pageOf(const PlanVersion &version, const ProposalTemplate &form,
                           const QString &language, const Currency &currency, const QTimeZone &zone,
                           QDate today);

Q_SIGNALS:
    void formChanged();

private:
    class Running
    {
    public:
        explicit Running(ProposalWorkflow *workflow) : m_workflow(workflow)
        {
            ++m_workflow->m_running;
        }
        ~Running() { --m_workflow->m_running; }
        Running(const Running &) = delete;
        Running &operator=(const Running &) = delete;

    private:
        ProposalWorkflow *m_workflow;
    };

    Task<ProposalTemplate> kept();
    //! The picture that a surgeon kept for it, else the teeth to draw.
    Task<Proposal> withChart(Proposal page, PatientId patient);
    Task<Proposal> withNames(Proposal page, PlanVersion version, ProposalTemplate form);

    Session *m_session;
    Settings m_settings;
    ChartStore *m_store;
    PlanWorkflow *m_plans;
    ChartWorkflow *m_charts;
    PatientStore *m_patients;
    CatalogueStore *m_catalogue;
    Clock m_clock;
    int m_running = 0;
};
