// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace sim {

//! A synthetic patient. Nobody real: names are drawn from lists and combined.
struct SeedPatient {
    QString contactId; //!< CRM Contact id, 18 digits; empty = not in the CRM
    QString dentalTapId; //!< empty = no twin
    QString quickBooksId; //!< empty = no twin
    QString lastName;
    QString firstName;
    QString sex; //!< "female" or "male"
    QDate birthDate; //!< invalid = unknown
    QString mobile; //!< E.164 or as typed by somebody
    QString phone;
    QString email;
    QString language; //!< "fr" or "en"
    QString alert; //!< one warning, mostly empty
};

struct SeedProvider {
    QString dentalTapId;
    QString chirurgienId; //!< CRM custom module record
    QString userId; //!< CRM user
    QString name; //!< "Dr Léa Fontaine"
    QString calendarId; //!< Google calendar, e-mail-like
    QString colour;
};

struct SeedRoom {
    QString dentalTapId;
    QString name;
};

struct SeedProduct {
    QString productId; //!< CRM Product id
    QString dentalTapId; //!< Treatment id
    QString code; //!< house code, unique, e.g. "IMP01"
    QString name; //!< French label
    QString category; //!< DentalTap category word
    QString invoiceClass; //!< CRM Invoice_Class = QuickBooks Class name
    QString toothScope;
    qint64 priceMinor = 0; //!< in the clinic's currency
    int durationMinutes = 0;
    QString taxName; //!< empty = exempt
    int taxPercent = 0;
};

enum class SeedOrigin {
    Vestibule, //!< whole: CRM records, DentalTap and Google all linked
    DentalTapBorn, //!< only a DentalTap appointment; the patient may lack an external id
    CrmBorn, //!< only a CRM Event with a Contact
};

struct SeedActivityItem {
    QString id;
    int product = -1; //!< index into products; -1 = an act the catalogue does not know
    QString label;
    QStringList teeth; //!< FDI
    QStringList surfaces;
    int quantity = 1;
    bool completed = true;
};

struct SeedAppointment {
    SeedOrigin origin = SeedOrigin::Vestibule;
    int patient = 0; //!< index into patients
    int provider = 0;
    int room = 0;
    int product = 0; //!< the reason; usually a consultation
    QDateTime start; //!< UTC
    QDateTime end;
    QString status; //!< DentalTap word, section 5.3.1 of dentaltap.md
    QString note;
    QString dentalTapId, dealId, quoteId, salesOrderId, eventId, invoiceId, googleEventId,
        quickBooksInvoiceId; //!< empty where it does not exist
    QString vestibuleRef; //!< base UUID of the booking's records
    QList<SeedActivityItem> activity;
};

//! A busy block in a surgeon's own calendar: leave, lunch meeting.
struct SeedBusyBlock {
    int provider = 0;
    QString eventId;
    QString summary;
    QDateTime start;
    QDateTime end;
};

//! A treatment plan: phases of items.
struct SeedPlan {
    QString id;
    int patient = 0;
    int provider = 0;
    QString title;
    QString status;
    QList<QList<SeedActivityItem>> phases;
};

struct ClinicOptions {
    quint64 seed = 1;
    QDate today; //!< the clinic's local day; invalid = the real today in the clinic's zone
    int patients = 30000;
    int appointmentsPerDay = 48;
    int days = 30; //!< on each side of today
    QString currency = QStringLiteral("MUR");
    QString timeZone = QStringLiteral("Indian/Mauritius");
};

//! The seeded clinic: the same options give the same clinic, byte for byte.
struct Clinic {
    ClinicOptions options;
    int currencyExponent = 2;
    QList<SeedPatient> patients;
    QList<SeedProvider> providers; //!< four
    QList<SeedRoom> rooms; //!< five
    QList<SeedProduct> products; //!< 120; index 0 is the first consultation
    QList<SeedAppointment> appointments;
    QList<SeedBusyBlock> busyBlocks;
    QList<SeedPlan> plans;

    static Clinic generate(const ClinicOptions &options);
};

} // namespace sim
