// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>
#include <QUuid>
#include <optional>

namespace sim {

//! What CreatePatient and UpdatePatient write.
struct ScanFields {
    QString firstName;
    QString lastName;
    QDate birthDate; //!< invalid = none
    QString patientId; //!< the visual one

    bool operator==(const ScanFields &) const = default;
};

struct ScanPatient {
    QUuid id; //!< the scan system's own, never on the wire
    QString integrationId; //!< empty = unmapped
    ScanFields fields;
};

struct ScanIndication {
    int from = 0; //!< as in the answer: UNN 1 to 32, or a number nobody defined
    int to = 0;
    QString name;
    QString shade;
};

struct ScanImage {
    QUuid id;
    QString name; //!< the ending decides the format
    QDateTime time;
    qint64 bytes = 0; //!< at least this many; 0 = as it is drawn
};

struct SurfaceScan {
    QUuid id;
    int from = 0;
    int to = 0;
    QString type;
    bool sectioned = false;
    bool prepared = false;
    QDateTime time;
};

enum class ScanStage { Created, Scanned, Modelled };

struct ScanCase {
    QUuid id;
    QUuid patient;
    ScanStage stage = ScanStage::Created;
    QDateTime created;
    QDateTime sent; //!< invalid = never
    QDateTime delivery; //!< invalid = never
    QString lab; //!< "In-house" when not sent out
    QList<ScanIndication> indications;
    QList<ScanImage> images;
    QList<SurfaceScan> scans;
};

//! The database of the scan server.
class ScanStore
{
public:
    ScanStore(const Clinic &clinic, const QString &site);

    QTimeZone zone() const { return m_zone; }
    ScanPatient *patient(const QUuid &id);
    ScanPatient *mapped(const QString &integrationId);
    const ScanCase *scanCase(const QUuid &id) const;
    //! Another patient than \a except has that visual id.
    bool isPatientIdTaken(const QString &patientId, const QUuid &except = {}) const;
    //! Unmapped patients whose first and last names are similar, the nearest first.
    QList<QUuid> suggestions(const QString &firstName, const QString &lastName) const;
    void add(const ScanPatient &patient) { m_patients.append(patient); }
    void add(const ScanCase &newCase) { m_cases.append(newCase); }
    const QList<ScanPatient> &patients() const { return m_patients; }
    const QList<ScanCase> &cases() const { return m_cases; }
    QUuid newId();

    QJsonArray patientsJson() const;
    QJsonArray casesJson() const;
    //! What somebody at a station changes there; an empty id adds. Empty or the reason why not.
    QString editPatient(const QString &id, const QJsonObject &fields);
    QString editCase(const QString &id, const QJsonObject &fields, const QDateTime &now);

private:
    void seed(const Clinic &clinic);
    void seedCases(const Clinic &clinic);

    QTimeZone m_zone;
    QString m_label;
    int m_serial = 0;
    QList<ScanPatient> m_patients;
    QList<ScanCase> m_cases;
};

//! "Created", "Scanned", "Modelled".
QString word(ScanStage stage);

//! Hyphenated, lower case, without braces, as everywhere on the wire.
QString plain(const QUuid &id);

//! Names of the four fields that differ, as their parameters are called.
QStringList differing(const ScanFields &left, const ScanFields &right);

} // namespace sim
