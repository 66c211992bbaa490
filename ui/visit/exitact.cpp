// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/exitact.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/visitstore.h"
#include "app/workflow/visitworkflow.h"
#include "ui/errortext.h"
#include "ui/visit/exitsheet.h"
#include "ui/widgets/wording.h"

ExitAct::ExitAct(const Desk &desk, QWidget *window)
    : QObject(window), m_desk(desk), m_window(window)
{
}

ExitSheet *ExitAct::sheet() const
{
    return m_sheet;
}

void ExitAct::start(const VisitId &id, const VisitDetail *shown)
{
    if (m_exiting)
        return;
    if (m_sheet) {
        m_sheet->raise();
        m_sheet->activateWindow();
        return;
    }
    if (const Result<void> allowed = m_desk.session->require(Permission::RunVisit); !allowed) {
        if (allowed.error().kind == Error::Kind::Unauthorized)
            Q_EMIT signInNeeded([this, id] { start(id, nullptr); });
        else
            Q_EMIT said({Message::Level::Warning,
                         errorText(allowed.error()),
                         errorAdvice(allowed.error()),
                         {},
                         {}});
        return;
    }
    const bool plain = shown && shown->entry.visit.id == id && !shown->entry.visit.linesChanged
        && shown->entry.visit.attention.isEmpty()
        && exitsWithOneClick(shown->lines, m_desk.clock());
    if (plain)
        exitAtOnce(*shown);
    else
        readAndOpen(id, {});
}

void ExitAct::exitAtOnce(const VisitDetail &shown)
{
    m_exiting = true;
    const VisitId id = shown.entry.visit.id;
    const QString name = wording::patientName(shown.entry);
    QCoro::connect(m_desk.visitWorkflow->exitTreatmentRoom(id, shown.lines.digest(), false), this,
                   [this, id, name](const Result<Visit> &visit) {
                       m_exiting = false;
                       if (visit)
                           sayDone(*visit, name);
                       else
                           readAndOpen(id, errorText(visit.error()));
                   });
}

void ExitAct::readAndOpen(const VisitId &id, const QString &problem)
{
    QCoro::connect(m_desk.visits->detail(id), this,
                   [this, problem](const Result<VisitDetail> &detail) {
                       if (!detail) {
                           Q_EMIT said({Message::Level::Warning,
                                        errorText(detail.error()),
                                        errorAdvice(detail.error()),
                                        {},
                                        {}});
                       } else if (detail->entry.visit.state == VisitState::InTreatment) {
                           openSheet(*detail, problem);
                       } else {
                           Q_EMIT said({Message::Level::Info,
                                        tr("%1 is not in the treatment room any more.")
                                            .arg(wording::patientName(detail->entry)),
                                        {},
                                        {},
                                        {}});
                       }
                   });
}

void ExitAct::openSheet(const VisitDetail &detail, const QString &problem)
{
    if (m_sheet)
        return;
    m_sheet = new ExitSheet(m_desk, detail, m_window);
    m_sheet->setAttribute(Qt::WA_DeleteOnClose);
    m_sheet->showProblem(problem);
    const QString name = wording::patientName(detail.entry);
    connect(m_sheet, &ExitSheet::exited, this,
            [this, name](const Visit &visit) { sayDone(visit, name); });
    connect(m_sheet, &ExitSheet::signInNeeded, this, &ExitAct::signInNeeded);
    m_sheet->open();
}

void ExitAct::sayDone(const Visit &visit, const QString &name)
{
    Message message;
    if (visit.state == VisitState::ClosedNoCharge) {
        message.what = tr("%1 has left: closed without charge.").arg(name);
    } else {
        message.what = tr("%1 has left: the invoice of %2 is being made.")
                           .arg(name, wording::money(visit.confirmedTotal));
        if (!m_desk.outbox->state(Service::Zoho).reachable)
            message.meaning = tr("The CRM cannot be reached now; it is made when the CRM answers. "
                                 "Nothing else needs to be done.");
    }
    if (visit.undo) {
        message.actionText = tr("Undo");
        message.action = [this, id = visit.id] {
            QCoro::connect(m_desk.visitWorkflow->undo(id), this,
                           [this](const Result<Visit> &undone) {
                               if (!undone)
                                   Q_EMIT said({Message::Level::Warning,
                                                errorText(undone.error()),
                                                errorAdvice(undone.error()),
                                                {},
                                                {}});
                           });
        };
    }
    Q_EMIT said(message);
}
