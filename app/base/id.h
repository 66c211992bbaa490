// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHashFunctions>
#include <QString>
#include <compare>

//! A local identity. Distinct types keep a patient's id out of a visit's place.
template <class Tag>
struct Id {
    QString value;

    // Constructors, because an aggregate temporary inside a co_await expression is destroyed twice
    // by this compiler.
    Id() = default;
    explicit Id(QString text) : value(std::move(text)) { }

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using PatientId = Id<struct PatientTag>;
using VisitId = Id<struct VisitTag>; //!< an appointment and its visit are one record with one id
using ProviderId = Id<struct ProviderTag>; //!< a surgeon: the CRM `Chirurgiens` record id
using RoomId = Id<struct RoomTag>; //!< the DentalTap room id
using ProductId = Id<struct ProductTag>; //!< the CRM Product id
using StaffId = Id<struct StaffTag>;
using PlanId = Id<struct PlanTag>; //!< "<source>:<its id there>", as in the CRM's Plan_ID

//! A new time-ordered UUID (version 7, RFC 9562) as 36 characters of lower-case text.
QString newUuid(const QDateTime &now);

//! The same UUID (version 5) for the same text on every desk: keys from remote facts.
QString derivedUuid(QStringView text);
