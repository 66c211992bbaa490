// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/cataloguestore.h"
#include "app/store/patientindex.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"

//! What the walk-in dialog, or `book walk-in`, asks for.
struct WalkInRequest {
    Patient patient; //!< with id: a known one; without: a new one
    bool newDespiteSimilar = false; //!< similar patients were shown and declined
    Slot slot; //!< room may be empty: first free one
    ProductId product; //!< empty = the first consultation
    QString reason; //!< empty = the product's name
    QString note;
    Appointment::Kind kind = Appointment::Kind::WalkIn;
    bool despiteConflicts = false; //!< slot problems were shown and accepted
};

//! Booking, moving and finding slots. Works without any network: every answer comes from the local
//! database.
class BookingWorkflow : public QObject
{
    Q_OBJECT

public:
    BookingWorkflow(Session *session, Settings settings, PatientStore *patients,
                    PatientIndex *index, VisitStore *visits, CatalogueStore *catalogue, Clock clock,
                    QObject *parent = nullptr);

    //! One act: patient, appointment and every outward command in one transaction. Invalid in
    //! words: bad names or dates, the CRM set-up lacks a field, similar patients not looked at,
    //! slot taken (Conflict).
    Task<Visit> book(WalkInRequest request);
    Task<QList<Slot>> slots(AvailabilityQuery query);
    Task<QList<SlotProblem>> problems(Slot slot, VisitId except);
    //! Conflict when the slot has problems and despite is false.
    Task<Visit> move(VisitId visit, Slot slot, bool despiteConflicts);
    //! Adds or edits a patient without a booking.
    Task<Patient> savePatient(Patient patient, bool isNew, bool despiteSimilar);
    //! The slot with a room where none was asked for.
    Task<Slot> roomed(Slot slot, VisitId except);
    //! The patient as it may be stored: names and phones tidied, and for a new one an id. Invalid
    //! in words for bad names or dates; Conflict when similar patients were not looked at.
    Task<Patient> checkedPatient(Patient patient, bool isNew, bool despiteSimilar);
    //! The first consultation's product.
    Task<Product> consultation();
    //! Invalid in words while the CRM lacks a field that it must have, or has never been checked.
    Task<void> requireCrmSetup();
    //! The slot with a room, as it can be booked now: Invalid in the past, Conflict where it has
    //! problems and despite is false.
    Task<Slot> bookable(Slot slot, bool despiteConflicts);
    //! A note as it may be stored and sent; Invalid when it is too long.
    static Result<QString> cleanNote(const QString &typed);

private:
    QDate today() const;
    Task<void> requireFree(Slot slot, VisitId except, bool despiteConflicts);

    Session *m_session;
    Settings m_settings;
    PatientStore *m_patients;
    PatientIndex *m_index;
    VisitStore *m_visits;
    CatalogueStore *m_catalogue;
    Clock m_clock;
};
