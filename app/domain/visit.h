// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/appointment.h"
#include "app/domain/command.h"
#include "app/domain/openitem.h"
#include "app/domain/salesorder.h"

#include <QSet>
#include <optional>

namespace visits {
Q_NAMESPACE

//! The one table of architecture.md section 3, "Visit states".
enum class VisitState {
    Booked,
    Arrived,
    InTreatment,
    AwaitingInvoice,
    Invoiced,
    ClosedNoCharge,
    NoShow,
    Cancelled
};
Q_ENUM_NS(VisitState)

//! The patient has left the room for good: AwaitingInvoice, Invoiced, ClosedNoCharge.
bool isOver(VisitState state);
} // namespace visits
using visits::VisitState;

//! What an undo returns to.
struct UndoStep {
    VisitState state = VisitState::Booked;
    bool moved = false; //!< the step was a move: slot is where it was
    Slot slot;
    bool eventDeleted = false; //!< the step asked for the calendar event's deletion
    friend bool operator==(const UndoStep &, const UndoStep &) = default;
};

//! A system's time or surgeon differs from ours and both sides changed: a person decides.
struct SlotConflict {
    Service service = Service::None;
    Slot theirs;
    friend bool operator==(const SlotConflict &, const SlotConflict &) = default;
};

//! What happens to a patient on one appointment.
struct Visit {
    VisitId id;
    VisitState state = VisitState::Booked;
    bool confirmed = false; //!< the patient said they will come
    bool readyToExit = false; //!< DentalTap says completed; never exits by itself
    bool linesChanged = false; //!< came back from an exit: confirm again
    QString attention; //!< why the exit stopped, in words; empty = nothing
    QDateTime arrivedAt; //!< UTC; kept for every visit
    QDateTime seatedAt;
    QDateTime leftAt;
    QString cancelReason;
    QByteArray confirmedDigest; //!< of the lines staff confirmed at exit
    Money confirmedTotal;
    bool asShown = false; //!< staff confirmed "invoice what is shown": no fresh read is demanded
    int calendarGeneration = 1; //!< of the Google event's id
    std::optional<UndoStep> undo;
    std::optional<SlotConflict> conflict;
    QList<ActChoice> choices; //!< unknown acts settled by hand
    QString crmInvoiceNumber; //!< shown to staff after the exit
    QString quickBooksInvoiceNumber;
    qint64 revision = 0; //!< checked at commit: two clicks are one
    friend bool operator==(const Visit &, const Visit &) = default;
};

//! How far a command of this visit has come; a rule must know before it plans another. Of several
//! rows with one name the one that came furthest counts.
enum class Sent {
    No, //!< never asked for, or dropped unsent
    Unsent, //!< in the outbox, certainly not sent
    Maybe, //!< prepared: it may have arrived
    Done,
};

//! What the rules below look at. Pure values, read in the transaction that commits their answer.
struct VisitContext {
    Visit visit;
    Appointment appointment;
    OrderLines lines; //!< as shown now
    bool contactLinked = false;
    bool dentalTapPatientLinked = false;
    bool customerLinked = false;
    bool orderLinked = false; //!< a Commande exists
    bool orderRead = true; //!< its lines were read at least once: another desk may have made it
    bool crmEventLinked = false;
    bool dentalTapLinked = false; //!< a DentalTap appointment exists
    bool calendarLinked = false;
    bool converted = false; //!< ConvertToInvoice was sent from here, or its Facture is known
    bool orderConverted = false; //!< the Commande as last read is converted: maybe by another desk
    QHash<QString, Sent> sent; //!< by commandName
    QString orderCurrency; //!< of the Commande, ISO code; empty = not known
    QSet<QString> waiting; //!< commandNames with a row certainly not sent yet, whatever came before
    QList<OpenItem> openItems; //!< and the settled ones; of a visit that is over
    bool hasSupplement = false; //!< a supplementary invoice was asked for
    bool weWriteCalendar = true; //!< [googlecalendar] writer = vestibule
    bool weCreateTwins = true; //!< [twins] creator = vestibule

    Sent sentOf(const QString &name) const { return sent.value(name, Sent::No); }
    bool waits(const QString &name) const
    {
        return waiting.contains(name) || sentOf(name) == Sent::Unsent;
    }
};

//! A command and the commands of the same transition that must be delivered before it.
struct Planned {
    Command command;
    QList<int> after;
    friend bool operator==(const Planned &, const Planned &) = default;
};

//! What one act of staff changes: written in one transaction with its audit row.
struct Transition {
    Visit visit;
    Appointment appointment;
    QList<Planned> commands;
    QStringList dropUnsent; //!< commandNames whose unsent rows of this visit go
    QString action; //!< audit word: "check-in", "move", …
    QList<OpenItem> items = {}; //!< open items that it settles or changes
    std::optional<Supplement> supplement = {}; //!< a new one
    QString reason = {}; //!< for the audit; empty = none was asked
    friend bool operator==(const Transition &, const Transition &) = default;
};

//! The clinic's rules. Each returns what to write, or Invalid/Conflict in words why not.
Result<Transition> booked(const VisitContext &context);
Result<Transition> checkIn(const VisitContext &context, const QDateTime &now);
Result<Transition> seat(const VisitContext &context, const QDateTime &now);
//! Moves to another slot. Same slot = nothing to do (no commands).
Result<Transition> moveTo(const VisitContext &context, const Slot &slot);
//! DentalTap has taken its slot away: it waits for another one.
Result<Transition> intoWaitingList(const VisitContext &context);
Result<Transition> markNoShow(const VisitContext &context);
Result<Transition> cancel(const VisitContext &context, const QString &why);
//! One step back; of an exit only until ConvertToInvoice was first sent.
Result<Transition> undo(const VisitContext &context);
//! A visit that was called off stands again because DentalTap says so: booked, with its records in
//! the CRM and the calendar as after an undo.
Result<Transition> revived(const VisitContext &context);
//! The exit. The lines must be those shown (digest); unknown acts without a choice are refused; a
//! total of zero closes without charge. asShown: no fresh read is demanded.
Result<Transition> exitTreatmentRoom(const VisitContext &context, const QByteArray &shownDigest,
                                     bool asShown, const QDateTime &now);
//! The lines of a visit in the chair changed: one UpdateSalesOrder, coalesced.
std::optional<Transition> orderChanged(const VisitContext &context);
//! A visit in the chair whose Commande another desk made: its lines are read, or nobody here would
//! know the booking's.
std::optional<Transition> orderUnread(const VisitContext &context);
//! Makes the missing CRM and DentalTap records of an appointment that others made (check-in and
//! exit use it).
QList<Planned> missingRecords(const VisitContext &context);

//! A person says who a DentalTap patient without external id is. claims: there is a Contact, whose
//! id DentalTap is told; without one the telling waits for the visit's order.
Result<Transition> matchPatient(const VisitContext &context, const PatientId &patient, bool claims);
//! Takes a match back, while nothing of it can have reached another system.
Result<Transition> unmatchPatient(const VisitContext &context);

//! True when exit may go with one click: lines fresh (under 60 s at now), known, and nothing
//! against the plan.
bool exitsWithOneClick(const OrderLines &lines, const QDateTime &now);
//! DentalTap's word for a state; empty where it has none.
QString dentalTapStatus(VisitState state, bool confirmed);
