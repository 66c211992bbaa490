// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zoholines.h"
#include "tests/simulator/zohoorg.h"

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

//! Sets a value unless it is empty: absent is how an empty field is kept.
void put(Record &record, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        record.fields.insert(name, value);
}

class Seeding
{
public:
    Seeding(Org &org, const Clinic &clinic) : m_org(org), m_clinic(clinic) { }

    void run()
    {
        const QDate day = m_clinic.options.today.addDays(-m_clinic.options.days - 60);
        m_stocked = day.startOfDay(m_org.zone()).toSecsSinceEpoch();
        for (const SeedProvider &provider : m_clinic.providers)
            add(provider);
        for (const SeedProduct &product : m_clinic.products)
            add(product);
        for (const SeedPatient &patient : m_clinic.patients)
            add(patient);
        for (const SeedAppointment &appointment : m_clinic.appointments)
            add(appointment);
    }

private:
    Record record(const QString &id, qint64 created) const
    {
        Record made;
        made.id = id;
        made.created = created;
        made.modified = created;
        return made;
    }
    void store(const QString &module, const Record &record)
    {
        m_org.store(*m_org.metadata().module(module), record);
    }
    void add(const SeedProvider &provider)
    {
        Record made = record(provider.chirurgienId, m_stocked);
        put(made, u"Name"_s, provider.name);
        put(made, u"User"_s, provider.userId);
        put(made, u"DentalTap_Provider"_s, provider.dentalTapId);
        put(made, u"Google_Calendar"_s, provider.calendarId);
        put(made, u"Colour"_s, provider.colour);
        made.fields[u"Active"_s] = true;
        store(u"Chirurgiens"_s, made);
    }
    void add(const SeedProduct &product)
    {
        Record made = record(product.productId, m_stocked);
        put(made, u"Product_Name"_s, product.name);
        put(made, u"Product_Code"_s, product.code);
        put(made, u"Act_Code"_s, product.code);
        put(made, u"Invoice_Class"_s, product.invoiceClass);
        put(made, u"DentalTap_ID"_s, product.dentalTapId);
        made.fields[u"Unit_Price"_s] = m_org.amount(product.priceMinor);
        made.fields[u"Duration_Minutes"_s] = product.durationMinutes;
        made.fields[u"Product_Active"_s] = true;
        made.fields[u"Taxable"_s] = !product.taxName.isEmpty();
        if (!product.taxName.isEmpty()) {
            made.fields[u"Tax"_s] = QJsonArray{QJsonObject{
                {u"id"_s, taxId(product.taxName)},
                {u"value"_s, u"%1 - %2 %"_s.arg(product.taxName).arg(product.taxPercent)}}};
        }
        store(u"Products"_s, made);
    }
    void add(const SeedPatient &patient)
    {
        if (patient.contactId.isEmpty())
            return;
        Record made = record(patient.contactId, m_stocked);
        put(made, u"Last_Name"_s, patient.lastName);
        put(made, u"First_Name"_s, patient.firstName);
        put(made, u"Date_of_Birth"_s, patient.birthDate.toString(Qt::ISODate));
        put(made, u"Mobile"_s, patient.mobile);
        put(made, u"Phone"_s, patient.phone);
        put(made, u"Email"_s, patient.email);
        put(made, u"Patient_Language"_s, patient.language);
        put(made, u"Patient_Alerts"_s, patient.alert);
        put(made, u"DentalTap_ID"_s, patient.dentalTapId);
        put(made, u"QuickBooks_ID"_s, patient.quickBooksId);
        store(u"Contacts"_s, made);
    }
    void add(const SeedAppointment &appointment)
    {
        const qint64 start = appointment.start.toSecsSinceEpoch();
        m_made = qMin(start - 7 * 86400, m_org.nowSeconds() - 3600);
        if (!appointment.dealId.isEmpty())
            addDeal(appointment);
        if (!appointment.quoteId.isEmpty())
            addDocument(u"Quotes"_s, appointment.quoteId, appointment);
        if (!appointment.salesOrderId.isEmpty())
            addDocument(u"Sales_Orders"_s, appointment.salesOrderId, appointment);
        if (!appointment.invoiceId.isEmpty())
            addDocument(u"Invoices"_s, appointment.invoiceId, appointment);
        if (!appointment.eventId.isEmpty())
            addEvent(appointment);
    }
    void addDeal(const SeedAppointment &appointment)
    {
        const SeedProvider &provider = m_clinic.providers.at(appointment.provider);
        Record made = record(appointment.dealId, m_made);
        put(made, u"Deal_Name"_s, subject(appointment));
        put(made, u"Stage"_s,
            appointment.invoiceId.isEmpty() ? u"Qualification"_s : u"Closed Won"_s);
        put(made, u"Pipeline"_s, u"Standard (Standard)"_s);
        put(made, u"Closing_Date"_s, localDay(appointment));
        put(made, u"Contact_Name"_s, contact(appointment));
        put(made, u"Chirurgien"_s, provider.chirurgienId);
        put(made, u"Vestibule_Ref"_s, reference(appointment, u'1'));
        store(u"Deals"_s, made);
    }
    void addDocument(const QString &module, const QString &id, const SeedAppointment &appointment)
    {
        Record made = record(id, m_made);
        put(made, u"Subject"_s, subject(appointment));
        put(made, u"Contact_Name"_s, contact(appointment));
        const bool isInvoice = module == "Invoices"_L1;
        const bool isOrder = module == "Sales_Orders"_L1;
        put(made, isInvoice ? u"Deal_Name__s"_s : u"Deal_Name"_s, appointment.dealId);
        if (isOrder) {
            put(made, u"Quote_Name"_s, appointment.quoteId);
            put(made, u"Status"_s, orderStatus(appointment));
            put(made, u"DentalTap_Appointment"_s, appointment.dentalTapId);
            put(made, u"Google_Event"_s, appointment.googleEventId);
            put(made, u"Visit_Start"_s, m_org.stamp(appointment.start.toSecsSinceEpoch()));
            put(made, u"Vestibule_Ref"_s, reference(appointment, u'3'));
            made.converted = !appointment.invoiceId.isEmpty();
        } else if (isInvoice) {
            put(made, u"Sales_Order"_s, appointment.salesOrderId);
            put(made, u"Status"_s, u"Created"_s);
            put(made, u"Invoice_Date"_s, localDay(appointment));
            put(made, u"QuickBooks_ID"_s, appointment.quickBooksInvoiceId);
        } else {
            put(made, u"Quote_Stage"_s,
                appointment.invoiceId.isEmpty() ? u"Draft"_s : u"Closed Won"_s);
            put(made, u"Vestibule_Ref"_s, reference(appointment, u'2'));
        }
        const Module &definition = *m_org.metadata().module(module);
        for (const Field &field : definition.fields) {
            if (field.type == Type::AutoNumber)
                made.fields[field.name] = m_org.autoNumber(field.name);
        }
        addLines(made, appointment, !appointment.invoiceId.isEmpty() && module != "Quotes"_L1);
        computeTotals(m_org, made);
        m_org.store(definition, made);
    }
    //! The booking's line, and once billed the acts: the first act of the booked product takes
    //! the booking's line over.
    void addLines(Record &document, const SeedAppointment &appointment, bool isBilled)
    {
        QList<SeedActivityItem> acts;
        if (isBilled) {
            for (const SeedActivityItem &item : appointment.activity) {
                if (item.completed && item.product >= 0)
                    acts.append(item);
            }
        }
        const auto booked = [&appointment](const SeedActivityItem &item) {
            return item.product == appointment.product;
        };
        if (std::none_of(acts.cbegin(), acts.cend(), booked))
            document.lines.append(line(document, appointment.product, 1, u"booking"_s, {}));
        for (const SeedActivityItem &item : std::as_const(acts))
            document.lines.append(line(document, item.product, item.quantity, item.id, item));
    }
    QJsonObject line(const Record &parent, int index, int quantity, const QString &mark,
                     const SeedActivityItem &item)
    {
        const SeedProduct &product = m_clinic.products.at(index);
        QJsonObject made{{u"id"_s, m_org.newId()},
                         {u"Product_Name"_s,
                          QJsonObject{{u"name"_s, product.name}, {u"id"_s, product.productId}}},
                         {u"Quantity"_s, quantity},
                         {u"List_Price"_s, m_org.amount(product.priceMinor)},
                         {u"Discount"_s, 0},
                         {u"Description"_s, QJsonValue::Null},
                         {u"Price_Book_Name"_s, QJsonValue::Null},
                         {u"Parent_Id"_s, QJsonObject{{u"id"_s, parent.id}}},
                         {u"Created_Time"_s, m_org.stamp(parent.created)},
                         {u"Modified_Time"_s, m_org.stamp(parent.created)},
                         {u"Vestibule_Item"_s, mark},
                         {u"Tooth"_s,
                          item.teeth.isEmpty() ? QJsonValue(QJsonValue::Null)
                                               : QJsonValue(item.teeth.join(u' '))}};
        if (!product.taxName.isEmpty()) {
            made[u"Line_Tax"_s] = QJsonArray{QJsonObject{{u"name"_s, product.taxName},
                                                         {u"id"_s, taxId(product.taxName)},
                                                         {u"percentage"_s, product.taxPercent}}};
        }
        return made;
    }
    void addEvent(const SeedAppointment &appointment)
    {
        const SeedProvider &provider = m_clinic.providers.at(appointment.provider);
        Record made = record(appointment.eventId, m_made);
        put(made, u"Event_Title"_s, subject(appointment));
        put(made, u"Start_DateTime"_s, m_org.stamp(appointment.start.toSecsSinceEpoch()));
        put(made, u"End_DateTime"_s, m_org.stamp(appointment.end.toSecsSinceEpoch()));
        put(made, u"Who_Id"_s, contact(appointment));
        put(made, u"Owner"_s, provider.userId);
        put(made, u"Description"_s, appointment.note);
        if (!appointment.salesOrderId.isEmpty()) {
            put(made, u"What_Id"_s, appointment.salesOrderId);
            put(made, u"$se_module"_s, u"Sales_Orders"_s);
        }
        store(u"Events"_s, made);
    }
    QString subject(const SeedAppointment &appointment) const
    {
        return QString(m_clinic.products.at(appointment.product).name + u' '
                       + localDay(appointment));
    }
    QString localDay(const SeedAppointment &appointment) const
    {
        return appointment.start.toTimeZone(m_org.zone()).date().toString(Qt::ISODate);
    }
    QString contact(const SeedAppointment &appointment) const
    {
        return m_clinic.patients.at(appointment.patient).contactId;
    }
    QString taxId(const QString &name) const
    {
        for (const Tax &tax : m_org.taxes()) {
            if (tax.name == name)
                return tax.id;
        }
        return {};
    }
    //! The booking's reference, made different in every module.
    static QString reference(const SeedAppointment &appointment, QChar module)
    {
        QString text = appointment.vestibuleRef;
        if (!text.isEmpty())
            text[text.size() - 1] = module;
        return text;
    }
    static QString orderStatus(const SeedAppointment &appointment)
    {
        if (!appointment.invoiceId.isEmpty())
            return u"Delivered"_s;
        const bool over = appointment.status == "noShow"_L1 || appointment.status == "cancelled"_L1;
        return over ? u"Cancelled"_s : u"Created"_s;
    }

    Org &m_org;
    const Clinic &m_clinic;
    qint64 m_stocked = 0; //!< when the lasting records were made, seconds
    qint64 m_made = 0; //!< when the booking at hand was made
};

} // namespace

void seed(Org &org, const Clinic &clinic)
{
    Seeding(org, clinic).run();
}

} // namespace sim::zoho
