// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/availability.h"
#include "app/domain/dayentry.h"
#include "app/domain/orderoutcome.h"
#include "app/domain/remotepatient.h"
#include "app/domain/slotmerge.h"
#include "app/store/database.h"

#include <QObject>
#include <functional>

//! Appointments, visits, their orders and acts. Tasks resume on the GUI thread. The rule of a
//! commit runs inside the transaction, so that what it looked at is what it changes.
class VisitStore : public QObject
{
    Q_OBJECT

public:
    using Rule = std::function<Result<Transition>(const VisitContext &)>;

    //! Which automation the clinic has, for the contexts; timeZone decides what a day is.
    struct Rules {
        bool weWriteCalendar = true;
        bool weCreateTwins = true;
        QByteArray timeZone;
        Currency currency;
    };

    VisitStore(Database *database, Rules rules, Clock clock, QObject *parent = nullptr);

    //! The cards of a clinic-local day (or of [from, to) days), by start. Names are empty while the
    //! seal is locked.
    Task<QList<DayEntry>> day(QDate date);
    Task<QList<DayEntry>> days(QDate from, QDate to);
    //! The same, synchronously on the calling thread with a connection of its own: only for the
    //! start-up worker.
    static Result<QList<DayEntry>> readDay(QSqlDatabase &db, const Seal &seal, QDate date,
                                           const QByteArray &timeZone, const Currency &currency);
    //! Booked appointments that wait for a slot.
    Task<QList<DayEntry>> buffered();
    Task<VisitDetail> detail(VisitId id);
    Task<VisitContext> context(VisitId id);
    //! Slots that take time in [from, to).
    Task<QList<Taken>> taken(QDateTime from, QDateTime to);
    //! Every appointment of a patient, newest first.
    Task<QList<DayEntry>> ofPatient(PatientId id);
    //! A visit that DentalTap has, too.
    struct InDentalTap {
        VisitId visit;
        QDateTime start; //!< UTC
        ProviderId provider;
        QString appointmentId; //!< DentalTap's
    };
    //! Those of a patient that have begun, newest first; no-shows and cancelled ones are left out.
    Task<QList<InDentalTap>> seenInDentalTap(PatientId patient);
    //! Next and last appointment of patients, for search results: id → (last seen, next).
    Task<QHash<PatientId, QPair<QDateTime, QDateTime>>> lastAndNext(QList<PatientId> ids);

    //! Applies a rule: visit and appointment (revision checked), audit row, outbox rows, dropped
    //! rows, in one transaction. Conflict when somebody else changed the visit meanwhile.
    Task<Visit> commit(VisitId id, Rule rule, StaffId by);
    //! A new booking: patient (when new), appointment, visit and the rule's commands in one
    //! transaction.
    Task<Visit> create(Patient patient, bool patientIsNew, Appointment appointment, Rule rule,
                       StaffId by);

    //! A person says who a DentalTap patient is (stranger: their id and facts there), for every
    //! appointment of theirs; isNew: the patient is made with it. Conflict where either record
    //! belongs to somebody else already.
    Task<Visit> match(VisitId id, RemotePatient stranger, Patient patient, bool isNew, StaffId by);
    //! Takes it back while nothing was sent; a patient made for it is archived.
    Task<Visit> unmatch(VisitId id, StaffId by);

    //! A fresh read of acts (keyed by visit) from DentalTap; returns the visits whose shown lines
    //! changed.
    Task<QList<VisitId>> putActs(QHash<VisitId, QList<RecordedAct>> acts, QDateTime readAt);
    //! Marks acts of these visits as freshly read without change.
    Task<void> touchActs(QList<VisitId> visits, QDateTime readAt);
    Task<void> putOrder(VisitId id, SalesOrder order);

    //! What one reading of an outside system means, in one transaction: new visits, taken-over
    //! slots and statuses, conflicts; follow-up commands towards the other systems through the
    //! rules. Returns how many visits were made or changed.
    Task<int> merge(QList<RemoteAppointment> remote);
    //! Visits from that time on which DentalTap calls completed and whose end nobody here knows,
    //! each with its Sales Order id; empty where it has no order. Those with rows on their way to
    //! the CRM are left out: their receipts are the next thing we know.
    Task<QHash<VisitId, QString>> unsettled(QDateTime from);
    //! What the CRM says of them, in one transaction. Returns how many visits changed.
    Task<int> settle(QList<OrderOutcome> outcomes);
    //! Visits that are InTreatment with their DentalTap appointment id: what the live poll looks
    //! at.
    Task<QHash<QString, VisitId>> inChair();
    //! The appointments among them that the surgeon has completed in DentalTap.
    Task<QStringList> finishedInChair();
    //! What the live poll has to know besides: whether anybody left within the last days, and the
    //! newest time of an activity that any process of this database has read (DentalTap's clock;
    //! invalid = none).
    struct Watch {
        bool anybodyLeft = false;
        QDateTime since;
    };
    Task<Watch> watch();
    Task<void> putWatchedSince(QDateTime since);
    //! Of these DentalTap appointments those whose visit is over.
    Task<QStringList> thoseOver(QStringList appointments);
    //! A fresh read of acts by DentalTap appointment id: those of visits that are over become open
    //! items where no invoice carries them; all others are left alone. Returns the visits whose
    //! items changed.
    Task<QList<VisitId>> putLaterActs(QHash<QString, QList<RecordedAct>> acts, QDateTime readAt);
    //! The open items of every visit, oldest first.
    Task<QList<OpenItemOfVisit>> openItems();
    //! The visit that a DentalTap appointment id, Sales Order id, our id, … belongs to.
    Task<VisitId> find(QString anyId);

Q_SIGNALS:
    void changed(const VisitId &id); //!< one visit
    void daysChanged(); //!< many, or unknown which

private:
    Database *m_database;
    Rules m_rules;
    Clock m_clock;
};
