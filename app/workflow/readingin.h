// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/store/cataloguestore.h"
#include "app/store/patientindex.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"

#include <QTimer>

namespace zoho {
class Client;
struct SetupReport;
} // namespace zoho
namespace dentaltap {
class Client;
}
namespace quickbooks {
class Client;
struct Company;
} // namespace quickbooks
namespace googlecalendar {
class Client;
struct CalendarEvent;
} // namespace googlecalendar

class PlanStore;

//! Reads the outside systems in: set-up check, catalogue, surgeons, rooms, Contacts, appointments
//! and Events from −7 to +60 days, busy blocks. The first load is resumable: each page is stored
//! with its cursor. Later rounds ask for changes only.
class ReadingIn : public QObject
{
    Q_OBJECT

public:
    //! How one system's reading stands.
    struct Progress {
        Service service = Service::None;
        QString what; //!< words: "Patients", "Appointments", …
        int done = 0;
        int total = 0; //!< 0 = not known
        bool running = false;
        QDateTime last; //!< last complete round
        std::optional<Error> error;
    };

    ReadingIn(Settings settings, zoho::Client *crm, dentaltap::Client *dentalTap,
              quickbooks::Client *ledger, googlecalendar::Client *calendar, PatientStore *patients,
              VisitStore *visits, PlanStore *plans, CatalogueStore *catalogue, Clock clock,
              QObject *parent = nullptr);

    //! One whole round of a system (None = all, one after another where they depend, side by side
    //! where not).
    Task<void> run(Service service);
    //! Rounds by themselves from now on.
    void start();
    void stop();
    QList<Progress> progress() const { return m_progress.values(); }
    //! Asks the surgeons' calendars again now (window focused, before booking).
    void refreshCalendars();

Q_SIGNALS:
    void progressed(const ReadingIn::Progress &progress);
    //! A round ended: the system answered, or why not.
    void contacted(Service service, const std::optional<Error> &error);
    //! Facts that the connectors need, fresh from their system.
    void crmSetupRead(const zoho::SetupReport &setup);
    void companyRead(const quickbooks::Company &company);

private:
    QPair<QDateTime, QDateTime> window() const;
    Task<void> round(Service service);
    Task<void> readCrm();
    Task<void> readCrmSetup();
    Task<void> readCatalogue();
    Task<void> readContacts();
    Task<void> readEvents();
    //! Stages that people set on the Devis of plans.
    Task<void> readQuotes();
    Task<void> readRooms();
    Task<void> readDentalTap();
    //! Asks the CRM how visits ended that DentalTap calls completed.
    Task<void> settle();
    Task<void> settleNow();
    Task<void> nameStrangers(QList<RemoteAppointment> rows);
    Task<void> readLedgerSetup();
    Task<void> readCalendars();
    Task<void> readCalendar(Provider surgeon);
    Task<void> takeEvents(Provider surgeon, QList<googlecalendar::CalendarEvent> events, bool full);
    //! Vendor ids of surgeons and rooms become ours.
    void mapProviders(QList<RemoteAppointment> &remote, const QList<Provider> &providers,
                      const QList<Room> &rooms) const;
    void report(Service service, const QString &what, int done, int total, bool running);

    Settings m_settings;
    zoho::Client *m_crm;
    dentaltap::Client *m_dentalTap;
    quickbooks::Client *m_ledger;
    googlecalendar::Client *m_calendar;
    PatientStore *m_patients;
    VisitStore *m_visits;
    PlanStore *m_plans;
    CatalogueStore *m_catalogue;
    Clock m_clock;
    QHash<Service, Progress> m_progress;
    QTimer m_crmTimer;
    QTimer m_calendarTimer;
    QTimer m_dentalTapTimer;
    QSet<Service> m_running;
    QDateTime m_crmSetupAt;
    QDateTime m_roomsAt;
    QDateTime m_ledgerAt;
    QHash<QString, Patient>
        m_strangers; //!< DentalTap patient id → facts, of patients without external id
    bool m_dayChanged = false; //!< DentalTap's last round made or changed visits
    bool m_settling = false;
    bool m_stopped = false;
};
