// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/remotepatient.h"
#include "app/domain/slotmerge.h"

#include <QJsonObject>

//! CRM records as the desk's own values (crm-schema.md).
namespace zoho {

RemotePatient patientFrom(const QJsonObject &contact);
//! taxes: the organisation's taxes by id and by name, for the rate of the product's tax.
Result<Product> productFrom(const QJsonObject &record, const QHash<QString, LineTax> &taxes,
                            const Currency &currency);
Provider providerFrom(const QJsonObject &surgeon);
//! Provider and room of the slot are the CRM's owner and venue: ReadingIn maps them.
RemoteAppointment eventFrom(const QJsonObject &event);
QHash<QString, LineTax> taxesFrom(const QJsonObject &answer);

} // namespace zoho
