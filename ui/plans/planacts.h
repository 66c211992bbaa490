// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"
#include "app/workflow/planworkflow.h"
#include "ui/desk.h"
#include "ui/plans/planpanel.h"
#include "ui/widgets/messagebar.h"

#include <QThreadPool>

class PlanDialog;
class QPrinter;

//! What staff do with a plan from the window: asks what has to be asked, starts the act, says what
//! became of it.
class PlanActs : public QObject
{
    Q_OBJECT

public:
    //! window: over which dialogs open.
    PlanActs(const Desk &desk, QWidget *window);
    ~PlanActs() override;

    //! Whose plans they are, and how the clinic writes proposals.
    void setPatient(const Patient &patient) { m_patient = patient; }
    void setForm(const ProposalTemplate &form) { m_form = form; }
    void setNotation(teeth::Notation notation) { m_notation = notation; }
    //! Of a document for this patient: "fr", "en".
    QString language() const;

    void perform(PlanPanel::Act act, const PlanRecord &record, const PlanVersion &version,
                 const QString &surgeon);
    //! phase empty = all that is left.
    void book(const PlanRecord &record, const QString &phase);
    void showDifference(const PlanRecord &record);
    void makeVersion(const PlanRecord &record, PlanDialog *from = nullptr);
    void chooseProduct(const PlanRecord &record, const PlanItem &item);

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);
    //! Something may have changed; read again.
    void done();
    void booked(const Visit &visit, const QDate &day);

private:
    void accept(const PlanRecord &record, bool whole);
    void decline(const PlanRecord &record);
    void reopen(const PlanRecord &record);
    void sign(const PlanRecord &record, const QString &surgeon);
    void openQuote(const PlanVersion &version);
    //! On paper or into a file: planproposals.cpp.
    void print(const PlanRecord &record, int version);
    void savePdf(const PlanRecord &record, int version);
    void withProposal(const PlanId &plan, int version,
                      const std::function<void(const Proposal &)> &then);
    void preview(const Proposal &proposal, const PlanId &plan, int version);
    //! Makes the document beside the window's thread, writes it (file empty = nowhere) and keeps it
    //! with its quote.
    void keep(const Proposal &proposal, const PlanId &plan, int version, const QString &file);

    void run(Task<PlanRecord> task, PlanDialog *dialog, const QString &success,
             const std::function<void()> &again);
    void fail(const Error &error, PlanDialog *dialog, const std::function<void()> &again);
    void say(const QString &what, const QString &meaning = {});

    Desk m_desk;
    QWidget *m_window;
    Patient m_patient;
    ProposalTemplate m_form;
    teeth::Notation m_notation = teeth::Notation::Fdi;
    QThreadPool m_pool; //!< documents are made here
};
