// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/patientindex.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"

namespace dentaltap {
class Client;
}
class BookingWorkflow;

//! A DentalTap patient without external id is matched by a person, or becomes a new Contact
//! (architecture.md section 3). Nothing matches by itself: two people may share name and birth
//! date. Needs Permission::EditPatients.
class MatchWorkflow : public QObject
{
    Q_OBJECT

public:
    MatchWorkflow(Session *session, dentaltap::Client *dentalTap, PatientStore *patients,
                  PatientIndex *index, BookingWorkflow *booking, VisitStore *visits,
                  QObject *parent = nullptr);

    //! What DentalTap knows of the visit's patient: as read in, else asked there now (Offline and
    //! the like when it does not answer). Conflict when the patient is known by now.
    Task<RemotePatient> stranger(VisitId visit);
    //! Who it may be, most alike first.
    QList<PatientMatch> candidates(const Patient &facts) const;
    //! The visit and every other appointment of that DentalTap patient belong to this patient;
    //! DentalTap is told the Contact id by the outbox, at once or once there is a Contact.
    Task<Visit> match(VisitId visit, PatientId patient);
    //! The same with a new patient of DentalTap's facts; the Contact is made with the visit's
    //! order. Conflict in words while similar patients were not looked at.
    Task<Visit> matchNew(VisitId visit, bool despiteSimilar);
    //! Takes a match back as long as nothing of it was sent.
    Task<Visit> unmatch(VisitId visit);

private:
    Session *m_session;
    dentaltap::Client *m_dentalTap;
    PatientStore *m_patients;
    PatientIndex *m_index;
    BookingWorkflow *m_booking;
    VisitStore *m_visits;
};
