// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/domain/tooth.h"

#include <QSet>
#include <optional>

// What Dental Desktop (3DD) knows: stations, cases, photos, scans (dental-desktop-3dd.md sections 2
// to 4). Values only; times are UTC and invalid when "never".

//! A computer on which Dental Desktop runs.
struct ScanStation {
    struct Module {
        QString id; //!< persistent, e.g. "ThreeShape.TRIOS"
        QString title;
        friend bool operator==(const Module &, const Module &) = default;
    };

    QString id; //!< where requests for it are addressed
    QString hostname;
    bool busy = false; //!< only a mark: a busy station still takes requests
    QString operatorName; //!< empty = nobody signed in
    QString operatorId;
    QList<Module> modules;
    QDateTime seenAt;
    friend bool operator==(const ScanStation &, const ScanStation &) = default;
};

namespace scans {
Q_NAMESPACE

enum class CaseStatus { Created, Scanned, Modelled };
Q_ENUM_NS(CaseStatus)

enum class ScanType { Unknown, Jaw, JawWithScanFlag, Bite, Waxup, WaxRim, Tooth, Face };
Q_ENUM_NS(ScanType)
} // namespace scans
using scans::CaseStatus;
using scans::ScanType;

struct ScanIndication {
    teeth::Range teeth; //!< raw where the numbers are no permanent teeth of one jaw
    QString name;
    QString shade; //!< with its material, e.g. "Zirconia A2"
    friend bool operator==(const ScanIndication &, const ScanIndication &) = default;
};

struct ScanImage {
    QString id;
    QString name; //!< a file name
    QDateTime takenAt;
    friend bool operator==(const ScanImage &, const ScanImage &) = default;
};

struct SurfaceScan {
    QString id;
    teeth::Range teeth;
    ScanType type = ScanType::Unknown;
    bool sectioned = false;
    bool prepared = false;
    QDateTime changedAt;
    friend bool operator==(const SurfaceScan &, const SurfaceScan &) = default;
};

//! One order of work at the scanner. Dental Desktop gives what was scanned and when, and photos;
//! meshes stay there.
struct ScanCase {
    QString id;
    QString patientName;
    QString integrationId;
    CaseStatus status = CaseStatus::Created;
    bool statusAsked = false; //!< from a search by status; otherwise derived for display
    QDateTime created;
    QDateTime sent;
    QDateTime delivery;
    QString receiver; //!< laboratory; "In-house" when not sent out
    std::optional<bool> modelled;
    QList<ScanIndication> indications;
    QList<ScanImage> images;
    QList<SurfaceScan> scans;
    friend bool operator==(const ScanCase &, const ScanCase &) = default;
};

//! Which cases are wanted. Dates are the clinic's, inclusive; invalid = open.
struct CaseFilter {
    QDate createdFrom;
    QDate createdTo;
    QDate deliveryFrom;
    QDate deliveryTo;
    QSet<CaseStatus> statuses; //!< empty = all
    friend bool operator==(const CaseFilter &, const CaseFilter &) = default;
};

//! What Dental Desktop says of one request (section 5): decide on the number only.
struct ScanRequestStatus {
    static constexpr int Waiting = -1;
    static constexpr int Accepted = 0;
    static constexpr int Cancelled = 1;
    static constexpr int Removed = 3;
    static constexpr int Done = 4;
    static constexpr int StationSilent = 6;
    static constexpr int PatientIdTaken = 105;
    static constexpr int PatientUnknown = 106;
    static constexpr int AlreadyLinked = 107;
    static constexpr int Unknown = 404;

    QString request;
    int code = Unknown;
    QString description; //!< technical, English: never the only text for people
    //! True when nothing more will come; 404 is final as an answer, not as an outcome.
    bool isFinal() const { return code != Waiting && code != Accepted; }
    friend bool operator==(const ScanRequestStatus &, const ScanRequestStatus &) = default;
};

//! A patient as Dental Desktop is told: always whole, since whatever is left out is erased there.
struct ScanPatient {
    QString firstName; //!< empty = has none
    QString lastName;
    QDate birthDate; //!< invalid = unknown
    QString patientId; //!< the number people see; unique there
    QString integrationId;
    friend bool operator==(const ScanPatient &, const ScanPatient &) = default;
};

//! Something asked of Dental Desktop that it carries out under an id of ours (section 4).
struct ScanRequest {
    Q_GADGET

public:
    enum class Kind { CreatePatient, UpdatePatient, SelectPatient, CreateCase, SelectCase };
    Q_ENUM(Kind)

    Kind kind = Kind::SelectPatient;
    QString id; //!< a new GUID each time
    QString station; //!< empty = the server itself
    ScanPatient patient; //!< only its integration id where nothing else is asked for
    QString caseId;
    bool merge = false; //!< let the station look for the patient among those not yet linked

    ScanRequest() = default;
    friend bool operator==(const ScanRequest &, const ScanRequest &) = default;
};
