// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/visitacts.h"

#include "app/workflow/bookingworkflow.h"
#include "app/workflow/matchworkflow.h"
#include "app/workflow/visitworkflow.h"
#include "ui/day/canceldialog.h"
#include "ui/day/daymodel.h"
#include "ui/errortext.h"
#include "ui/patients/matchdialog.h"
#include "ui/widgets/wording.h"

#include <QGridLayout>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

//! A question that is never clipped and never blocks: it deletes itself when answered.
QMessageBox *question(QWidget *window, const QString &title, const QString &text,
                      const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    // Wide enough that a name and a time stay on one line.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout())) {
        grid->setContentsMargins(18, 16, 18, 14);
        const int width = window->fontMetrics().averageCharWidth() * 62;
        grid->addItem(new QSpacerItem(width, 0), grid->rowCount(), 0, 1, grid->columnCount());
    }
    return box;
}

} // namespace

VisitActs::VisitActs(Desk desk, DayModel *model, QWidget *window)
    : QObject(window), m_desk(std::move(desk)), m_model(model), m_window(window)
{
}

QString VisitActs::slotText(const Slot &slot) const
{
    const QTimeZone zone(m_desk.settings.timeZone);
    const QDate date = slot.start.toTimeZone(zone).date();
    return tr("%1, %2–%3", "day, start, end")
        .arg(QLocale().toString(date, tr("dddd d MMMM", "date format, see QDate::toString")),
             wording::time(slot.start, zone), wording::time(slot.end, zone));
}

void VisitActs::refused(const Error &error)
{
    Q_EMIT said({Message::Level::Warning, errorText(error), errorAdvice(error), {}, {}});
}

void VisitActs::run(const VisitId &id, const QString &what, bool undoable, const Start &start)
{
    QCoro::connect(start(), this, [this, id, what, undoable](const Result<Visit> &result) {
        Q_EMIT done(id);
        if (!result) {
            refused(result.error());
            return;
        }
        Message message{Message::Level::Info, what, {}, {}, {}};
        if (undoable && result->undo) {
            message.actionText = tr("Undo");
            message.action = [this, id] { perform(VisitActions::Undo, id); };
        }
        Q_EMIT said(message);
    });
}

void VisitActs::perform(VisitActions::Act act, const VisitId &id)
{
    const DayEntry *found = m_model->entry(id);
    if (!found)
        return;
    const DayEntry entry = *found;
    const QString name = wording::patientName(entry);
    VisitWorkflow *workflow = m_desk.visitWorkflow;
    switch (act) {
    case VisitActions::CheckIn:
        whenKnown(id, entry, [this, id, entry] { checkIn(id, entry); });
        return;
    case VisitActions::Seat:
        whenKnown(id, entry, [this, id, name, workflow] {
            run(id, tr("%1 is in the chair.").arg(name), true,
                [workflow, id] { return workflow->seat(id); });
        });
        return;
    case VisitActions::NoShow:
        run(id, tr("%1 did not come.").arg(name), true,
            [workflow, id] { return workflow->noShow(id); });
        return;
    case VisitActions::Undo:
        run(id, tr("The last step for %1 is undone.").arg(name), false,
            [workflow, id] { return workflow->undo(id); });
        return;
    case VisitActions::Cancel:
        cancel(id, entry);
        return;
    case VisitActions::Decide:
        decide(id, entry);
        return;
    case VisitActions::Match:
        match(id, {});
        return;
    case VisitActions::Unmatch:
        unmatch(id);
        return;
    case VisitActions::Open:
    case VisitActions::Next:
    case VisitActions::Exit:
    case VisitActions::Move:
    case VisitActions::Chart:
    case VisitActions::Plans:
        return;
    }
}

void VisitActs::checkIn(const VisitId &id, const DayEntry &entry)
{
    const QString name = wording::patientName(entry);
    const auto start = [this, id, name] {
        VisitWorkflow *workflow = m_desk.visitWorkflow;
        run(id, tr("%1 has arrived.").arg(name), true,
            [workflow, id] { return workflow->checkIn(id); });
    };
    const QTimeZone zone(m_desk.settings.timeZone);
    const QDate day = entry.appointment.slot.start.toTimeZone(zone).date();
    if (day == m_desk.clock().toTimeZone(zone).date()) {
        start();
        return;
    }
    QMessageBox *box = question(m_window, tr("Check in on another day?"),
                                tr("The appointment of %1 is not today but on %2.")
                                    .arg(name, slotText(entry.appointment.slot)),
                                tr("Checking in counts the waiting time from now."));
    box->addButton(tr("Check &in now"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::accepted, this, start);
    box->open();
}

void VisitActs::whenKnown(const VisitId &id, const DayEntry &entry,
                          const std::function<void()> &then)
{
    if (entry.appointment.patient.isEmpty())
        match(id, then);
    else
        then();
}

void VisitActs::match(const VisitId &id, const std::function<void()> &then)
{
    auto *dialog = new MatchDialog(m_desk, id, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id, then, dialog] {
        Q_EMIT done(id);
        Message message{Message::Level::Info,
                        tr("The appointment belongs to %1.").arg(dialog->matchedName()),
                        {},
                        tr("Undo"),
                        {}};
        message.action = [this, id] { unmatch(id); };
        Q_EMIT said(message);
        if (then)
            then();
    });
    dialog->open();
}

void VisitActs::unmatch(const VisitId &id)
{
    run(id, tr("The match is taken back."), false,
        [matching = m_desk.matchWorkflow, id] { return matching->unmatch(id); });
}

void VisitActs::cancel(const VisitId &id, const DayEntry &entry)
{
    const QString name = wording::patientName(entry);
    auto *dialog = new CancelDialog(name, slotText(entry.appointment.slot), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id, name, dialog] {
        VisitWorkflow *workflow = m_desk.visitWorkflow;
        const QString why = dialog->reason();
        run(id, tr("The appointment of %1 is cancelled.").arg(name), true,
            [workflow, id, why] { return workflow->cancel(id, why); });
    });
    dialog->open();
}

void VisitActs::decide(const VisitId &id, const DayEntry &entry)
{
    if (!entry.visit.conflict)
        return;
    const SlotConflict &conflict = *entry.visit.conflict;
    const QString system = wording::system(conflict.service);
    QMessageBox *box = question(
        m_window, tr("Which time holds?"),
        tr("The appointment of %1 was changed here and in %2.")
            .arg(wording::patientName(entry), system),
        tr("Here: %1\n%2: %3\n\nNothing was sent yet. The time you choose goes to every system.")
            .arg(slotText(entry.appointment.slot), system, slotText(conflict.theirs)));
    QPushButton *ours = box->addButton(tr("&Keep ours"), QMessageBox::AcceptRole);
    QPushButton *theirs = box->addButton(tr("&Take theirs"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, id, ours, theirs](QAbstractButton *pressed) {
                if (pressed != ours && pressed != theirs)
                    return;
                VisitWorkflow *workflow = m_desk.visitWorkflow;
                const bool take = pressed == theirs;
                run(id, tr("The time is decided."), false,
                    [workflow, id, take] { return workflow->decideSlot(id, take); });
            });
    box->open();
}

void VisitActs::move(const VisitId &id, const Slot &slot)
{
    QCoro::connect(m_desk.booking->problems(slot, id), this,
                   [this, id, slot](const Result<QList<SlotProblem>> &problems) {
                       if (!problems)
                           refused(problems.error());
                       else if (problems->isEmpty())
                           startMove(id, slot, false);
                       else
                           askMove(id, slot, *problems);
                   });
}

void VisitActs::askMove(const VisitId &id, const Slot &slot, const QList<SlotProblem> &problems)
{
    const DayEntry *entry = m_model->entry(id);
    if (!entry)
        return;
    const QTimeZone zone(m_desk.settings.timeZone);
    QStringList reasons;
    bool possible = true;
    for (const SlotProblem &problem : problems) {
        QString reason = wording::slotProblem(problem.kind);
        if (const DayEntry *other = m_model->entry(problem.with)) {
            // One line for each visit that is in the way, whatever it takes.
            const auto takes = [&](SlotProblem::Kind kind) {
                return problems.contains(SlotProblem{kind, problem.with});
            };
            const bool surgeon = takes(SlotProblem::Kind::SurgeonTaken);
            const bool room = takes(SlotProblem::Kind::RoomTaken);
            reason =
                (surgeon && room
                     ? tr("%1, %2–%3: surgeon and room are taken", "who is there, start, end")
                     : surgeon ? tr("%1, %2–%3: the surgeon is taken", "who is there, start, end")
                               : tr("%1, %2–%3: the room is taken", "who is there, start, end"))
                    .arg(wording::patientName(*other),
                         wording::time(other->appointment.slot.start, zone),
                         wording::time(other->appointment.slot.end, zone));
        }
        if (!reasons.contains(reason))
            reasons.append(reason);
        possible = possible && problem.kind != SlotProblem::Kind::EndsBeforeStart;
    }
    QMessageBox *box = question(m_window, tr("Move here all the same?"),
                                tr("%1 to %2?").arg(wording::patientName(*entry), slotText(slot)),
                                reasons.join(u'\n'));
    if (possible) {
        box->addButton(tr("&Move all the same"), QMessageBox::AcceptRole);
        connect(box, &QMessageBox::accepted, this, [this, id, slot] { startMove(id, slot, true); });
    }
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->open();
}

void VisitActs::startMove(const VisitId &id, const Slot &slot, bool despite)
{
    const DayEntry *entry = m_model->entry(id);
    const QString name = entry ? wording::patientName(*entry) : QString();
    BookingWorkflow *booking = m_desk.booking;
    run(id, tr("%1 is moved to %2.").arg(name, slotText(slot)), true,
        [booking, id, slot, despite] { return booking->move(id, slot, despite); });
}

#include "moc_visitacts.cpp"
