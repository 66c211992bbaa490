// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/settings/settings.h"
#include "ui/day/visitactions.h"

#include <QDate>
#include <QTimeZone>
#include <QUrl>

//! The words of the visit panel and the exit sheet, as plain values.
namespace visitwords {

//! "1", "1.5" in the language's way.
QString quantity(Thousandths value);
//! "live from DentalTap · 12 s ago", or that nothing was read yet.
QString freshness(const OrderLines &lines, const QDateTime &now);
//! "12 s", "4 min", "2 h".
QString age(qint64 seconds);
//! "as planned", "added in CRM", … for the sheet's last column.
//! Whether the lines can be held against a plan at all.
bool hasPlan(const OrderLines &lines);
QString standing(const ShownLine &line);
//! What the panel adds to a line that is not simply an act; empty for those that are.
QString remark(const ShownLine &line);
//! "Surgery 2 300.00 · Prosthetics 180.00": what QuickBooks gets per class.
QString perClass(const OrderLines &lines);
//! What of the lines' total is tax.
Money tax(const OrderLines &lines);

//! The large button.
struct Next {
    VisitActions::Act act = VisitActions::Open;
    QString text; //!< empty = nothing is left to do
};
Next nextStep(const VisitDetail &detail);

//! How one linked record stands.
struct RecordLine {
    enum class Standing { InStep, Sending, Attention, Absent };
    QString what; //!< "Contact", "Order SO-1187"
    Service service = Service::None;
    Standing standing = Standing::InStep;
    QString words; //!< "in step"
    QString tip; //!< why it needs attention
    QUrl url; //!< where a person opens it; empty = nowhere known
    QString noUrl; //!< why not, where it could be opened
    friend bool operator==(const RecordLine &, const RecordLine &) = default;
};
QList<RecordLine> records(const VisitDetail &detail, const Settings &settings);

//! What stands about the invoice after the exit; empty before it.
QString invoiceText(const VisitDetail &detail);
//! Where a person opens the QuickBooks invoice; empty when it is not known.
QUrl invoiceUrl(const VisitDetail &detail, const Settings &settings);

} // namespace visitwords
