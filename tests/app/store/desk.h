// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/auditlog.h"
#include "app/store/cataloguestore.h"
#include "app/store/outboxstore.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

//! One desk on a temporary database, with the clock in the test's hand. Two of them on one file are
//! two processes, as far as the database can tell.
struct Desk {
    inline static const QByteArray key = QByteArray(32, 'k');
    QDateTime now{QDate(2030, 5, 6), QTime(6, 0), Qt::UTC};
    Clock clock = [this] { return now; };
    Database database;
    PatientStore patients;
    CatalogueStore catalogue;
    VisitStore visits;
    OutboxStore outbox;
    AuditLog audit;

    explicit Desk(const QString &file)
        : database(file), patients(&database, clock), catalogue(&database),
          visits(&database, rules(), clock), outbox(&database, clock), audit(&database, clock)
    {
    }

    static VisitStore::Rules rules()
    {
        VisitStore::Rules rules;
        rules.timeZone = "Indian/Mauritius";
        rules.currency = Currency{QStringLiteral("MUR"), 2};
        return rules;
    }

    bool open()
    {
        database.setSeal(Seal(key, 1));
        return wait(database.open()).has_value();
    }

    template <class T>
    static T wait(QFuture<T> future)
    {
        future.waitForFinished();
        return future.result();
    }
    template <class T>
    static T wait(QCoro::Task<T> task)
    {
        return QCoro::waitFor(std::move(task));
    }

    static Product consultation()
    {
        Product product;
        product.id = ProductId(QStringLiteral("product-1"));
        product.code = QStringLiteral("C1");
        product.name = QStringLiteral("First consultation");
        product.invoiceClass = QStringLiteral("Consultation");
        product.price = Money{120000, rules().currency};
        return product;
    }

    Appointment appointment(int hour = 9) const
    {
        Appointment appointment;
        appointment.slot.provider = ProviderId(QStringLiteral("surgeon-1"));
        appointment.slot.room = RoomId(QStringLiteral("room-1"));
        appointment.slot.start = QDateTime(QDate(2030, 5, 6), QTime(hour, 0), Qt::UTC);
        appointment.slot.end = appointment.slot.start.addSecs(1800);
        appointment.product = consultation().id;
        appointment.reason = QStringLiteral("Zebulon toothache");
        return appointment;
    }

    static Patient zebulon()
    {
        Patient patient;
        patient.firstName = QStringLiteral("Zebulon");
        patient.lastName = QStringLiteral("Quartzovski");
        patient.mobile = QStringLiteral("5251 9876");
        patient.birthDate = QDate(1980, 3, 12);
        return patient;
    }

    //! A booking of a new patient, as the desk makes it.
    Result<Visit> book(int hour = 9)
    {
        return wait(visits.create(zebulon(), true, appointment(hour), booked,
                                  StaffId(QStringLiteral("staff-1"))));
    }

    Result<QList<OutboxItem>> claim(int limit = 50)
    {
        return wait(outbox.claim(outbox.owner(), limit, {}));
    }
    //! Names of what is due now.
    QStringList claimedNames()
    {
        QStringList names;
        for (const OutboxItem &item : claim().value_or(QList<OutboxItem>()))
            names.append(commandName(item.command));
        return names;
    }
};
