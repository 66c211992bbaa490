// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/readings.h"

#include "app/connectors/zoho/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zoho {

namespace {

QString text(const QJsonObject &record, QLatin1StringView field)
{
    return record.value(field).toString().trimmed();
}

} // namespace

RemotePatient patientFrom(const QJsonObject &contact)
{
    RemotePatient remote;
    remote.contactId = text(contact, "id"_L1);
    remote.vestibuleRef = text(contact, "Vestibule_Ref"_L1);
    remote.modifiedTime = text(contact, "Modified_Time"_L1);
    remote.dentalTapId = text(contact, "DentalTap_ID"_L1);
    remote.quickBooksId = text(contact, "QuickBooks_ID"_L1);
    Patient &patient = remote.patient;
    patient.firstName = text(contact, "First_Name"_L1);
    patient.lastName = text(contact, "Last_Name"_L1);
    patient.birthDate = QDate::fromString(text(contact, "Date_of_Birth"_L1), Qt::ISODate);
    patient.mobile = text(contact, "Mobile"_L1);
    patient.phone = text(contact, "Phone"_L1);
    patient.email = text(contact, "Email"_L1);
    patient.language = text(contact, "Patient_Language"_L1);
    for (const QString &alert : text(contact, "Patient_Alerts"_L1).split(u'\n')) {
        if (!alert.trimmed().isEmpty())
            patient.alerts.append(alert.trimmed());
    }
    return remote;
}

QHash<QString, LineTax> taxesFrom(const QJsonObject &answer)
{
    QHash<QString, LineTax> taxes;
    const QJsonValue list = answer.value("org_taxes"_L1);
    const QJsonArray rows = list.isArray() ? list.toArray() : list["taxes"_L1].toArray();
    for (const QJsonValue &row : rows) {
        const auto percent = thousandthsFromJson(row["value"_L1]);
        if (!percent)
            continue;
        const LineTax tax{row["name"_L1].toString(), *percent};
        taxes.insert(row["id"_L1].toString(), tax);
        taxes.insert(tax.name, tax);
    }
    return taxes;
}

Result<Product> productFrom(const QJsonObject &record, const QHash<QString, LineTax> &taxes,
                            const Currency &currency)
{
    Product product;
    product.id = ProductId(text(record, "id"_L1));
    product.code = text(record, "Act_Code"_L1);
    if (product.code.isEmpty())
        product.code = text(record, "Product_Code"_L1);
    product.name = text(record, "Product_Name"_L1);
    product.invoiceClass = text(record, "Invoice_Class"_L1);
    const auto price = amountFrom(record.value("Unit_Price"_L1), currency);
    if (!price)
        return tl::unexpected<Error>(price.error());
    product.price = *price;
    product.durationMinutes = record.value("Duration_Minutes"_L1).toInt();
    product.treatmentId = text(record, "DentalTap_ID"_L1);
    product.active = record.value("Product_Active"_L1).toBool(true);
    if (!record.value("Taxable"_L1).toBool())
        return product;
    for (const QJsonValue &tax : record.value("Tax"_L1).toArray()) {
        const QString id = tax["id"_L1].toString();
        const QString name = tax["value"_L1].toString();
        if (taxes.contains(id))
            product.taxes.append(taxes.value(id));
        else if (taxes.contains(name))
            product.taxes.append(taxes.value(name));
    }
    return product;
}

Provider providerFrom(const QJsonObject &surgeon)
{
    Provider provider;
    provider.id = ProviderId(text(surgeon, "id"_L1));
    provider.name = text(surgeon, "Name"_L1);
    provider.dentalTapId = text(surgeon, "DentalTap_Provider"_L1);
    provider.calendarId = text(surgeon, "Google_Calendar"_L1);
    provider.crmUser = idOf(surgeon.value("User"_L1));
    provider.colour = text(surgeon, "Colour"_L1);
    provider.active = surgeon.value("Active"_L1).toBool(true);
    return provider;
}

//! The act in an Event's title: without the patient's name that our own titles begin with, and
//! without the date that clinics append to tell the entries of a list from each other.
static QString reasonIn(const QJsonObject &event)
{
    QString title = text(event, "Event_Title"_L1).trimmed();
    const QString name = event["Who_Id"_L1]["name"_L1].toString();
    if (const QString start = name + u" – "_s; !name.isEmpty() && title.startsWith(start))
        title.remove(0, start.size());
    static const QRegularExpression date(u"\\s+\\d{4}-\\d{2}-\\d{2}$"_s);
    return title.remove(date);
}

RemoteAppointment eventFrom(const QJsonObject &event)
{
    RemoteAppointment appointment;
    appointment.system = Service::Zoho;
    appointment.remoteId = text(event, "id"_L1);
    appointment.stamp = text(event, "Modified_Time"_L1);
    appointment.updatedAt = timeFrom(appointment.stamp);
    const QJsonValue what = event.value("What_Id"_L1);
    const QString module = what["module"_L1]["api_name"_L1].toString();
    if (module.isEmpty() || module == "Sales_Orders"_L1)
        appointment.salesOrderId = idOf(what);
    appointment.contactId = idOf(event.value("Who_Id"_L1));
    appointment.slot.provider = ProviderId(idOf(event.value("Owner"_L1)));
    appointment.slot.room = RoomId(text(event, "Venue"_L1));
    appointment.slot.start = timeFrom(text(event, "Start_DateTime"_L1));
    appointment.slot.end = timeFrom(text(event, "End_DateTime"_L1));
    appointment.reason = reasonIn(event);
    appointment.note = text(event, "Description"_L1);
    return appointment;
}

} // namespace zoho
