// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/delivery.h"

Service serviceOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Contact:
    case RecordKind::Deal:
    case RecordKind::Quote:
    case RecordKind::SalesOrder:
    case RecordKind::CrmEvent:
    case RecordKind::CrmInvoice:
        return Service::Zoho;
    case RecordKind::DentalTapPatient:
    case RecordKind::DentalTapAppointment:
        return Service::DentalTap;
    case RecordKind::QuickBooksCustomer:
    case RecordKind::QuickBooksInvoice:
        return Service::QuickBooks;
    case RecordKind::CalendarEvent:
        return Service::GoogleCalendar;
    case RecordKind::DentalDesktopPatient:
        return Service::DentalDesktop;
    case RecordKind::OpenDentalPatient:
        return Service::OpenDental;
    }
    return Service::None;
}
