// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/domain/tooth.h"

#include <QDateTime>
#include <QSize>
#include <array>
#include <optional>

// A patient's mouth as it was found (dentaltap.md section 5.4, tooth-notation.md sections 5 and 8).
// Values only. What was not recorded stays unknown: it is never taken for healthy.

namespace dental {
Q_NAMESPACE

enum class Presence { Unknown, Present, Missing, Extracted, Impacted, Unerupted, Implant, Pontic };
Q_ENUM_NS(Presence)

enum class Dentition { Unknown, Permanent, Primary, Mixed };
Q_ENUM_NS(Dentition)

//! In the order in which they are written (tooth-notation.md section 5). Oral = palatal on upper
//! teeth, lingual on lower ones.
enum class Surface { Mesial, Occlusal, Incisal, Distal, Vestibular, Cervical, Oral };
Q_ENUM_NS(Surface)

//! Where a probe is read, and the index into ProbedTooth::sites.
enum class Site { MesioVestibular, Vestibular, DistoVestibular, MesioOral, Oral, DistoOral };
Q_ENUM_NS(Site)
constexpr int SiteCount = 6;

//! The two pictures of a mouth that DentalTap draws.
enum class ChartKind { Dental, Periodontal };
Q_ENUM_NS(ChartKind)

//! What does not fit in a profile as it came.
enum class Oddity {
    UnknownTooth, //!< no tooth number that we know
    UnknownPresence, //!< a word of the vendor's own
    PresenceTwice, //!< one tooth came twice, with two different words
    UnknownSurface, //!< a letter that names no surface
    UnfitSurface, //!< an occlusal surface on a front tooth, an incisal one on a back tooth
    UnknownSite, //!< a place where no probe is read
    OutOfRange, //!< a measure that cannot be: in no figure
    Implausible, //!< measures that cannot both be: their attachment level is in no figure
};
Q_ENUM_NS(Oddity)

//! A figure that we compute and the vendor states.
enum class Figure { Attachment, BleedingPercent, PlaquePercent };
Q_ENUM_NS(Figure)

} // namespace dental

struct ToothCondition {
    QString code; //!< "caries"; an open set
    QString icd10; //!< "K02.1"
    QString label; //!< the vendor's words, in the clinic's language
    QList<dental::Surface> surfaces; //!< in writing order
    QDate since; //!< invalid = unknown
    friend bool operator==(const ToothCondition &, const ToothCondition &) = default;
};

struct ToothRestoration {
    QString type; //!< "filling", "crown", "rootCanal"; an open set
    QString permanence; //!< "permanent", "temporary"
    QList<dental::Surface> surfaces; //!< empty = the whole tooth
    QString material;
    QDate date; //!< invalid = unknown
    QString treatmentId; //!< DentalTap's
    friend bool operator==(const ToothRestoration &, const ToothRestoration &) = default;
};

//! An item of a treatment plan that concerns a tooth.
struct PlannedCare {
    QString planId;
    QString itemId;
    QString treatmentId;
    QList<dental::Surface> surfaces; //!< empty = the whole tooth
    friend bool operator==(const PlannedCare &, const PlannedCare &) = default;
};

//! One tooth as the profile has it.
struct ToothProfile {
    teeth::Tooth tooth; //!< fdi 0 = what came is no tooth: see raw
    QString raw; //!< as it came, where it is no tooth that we know
    dental::Presence presence = dental::Presence::Unknown;
    QString presenceWord; //!< as it came, where the word is not ours
    std::optional<int> mobility; //!< 0-3
    QList<ToothCondition> conditions;
    QList<ToothRestoration> restorations;
    QList<PlannedCare> planned;
    QString note;
    friend bool operator==(const ToothProfile &, const ToothProfile &) = default;
};

//! One site of the probe; nothing = not measured, which is never 0.
struct ProbedSite {
    std::optional<int> depth; //!< mm, 0-20
    std::optional<int> recession; //!< mm, -10..20; negative = overgrowth
    std::optional<int> statedAttachment; //!< the vendor's attachment level in mm
    std::optional<bool> bleeding;
    std::optional<bool> plaque;
    std::optional<bool> calculus;
    std::optional<bool> suppuration;
    friend bool operator==(const ProbedSite &, const ProbedSite &) = default;
};

struct Furcation {
    QString site; //!< "buccal"; the vendor's word
    int grade = 0; //!< 0-3
    friend bool operator==(const Furcation &, const Furcation &) = default;
};

struct ProbedTooth {
    teeth::Tooth tooth;
    std::optional<int> mobility; //!< 0-3
    QList<Furcation> furcation;
    std::array<ProbedSite, dental::SiteCount> sites; //!< by dental::Site
    const ProbedSite &site(dental::Site where) const
    {
        return sites.at(static_cast<std::size_t>(where));
    }
    friend bool operator==(const ProbedTooth &, const ProbedTooth &) = default;
};

struct PeriodontalRecord {
    QString appointmentId; //!< DentalTap's
    QDate date;
    QList<ProbedTooth> teeth;
    std::optional<int> statedBleedingPercent; //!< the vendor's
    std::optional<int> statedPlaquePercent;
    friend bool operator==(const PeriodontalRecord &, const PeriodontalRecord &) = default;
};

//! A chart as DentalTap draws it: where the picture is, not the picture (section 6).
struct ChartLink {
    QString url; //!< may be a signed link: never in a log
    QString format; //!< "svg", "png"
    QSize size;
    QString etag;
    QDateTime updatedAt;
    QString appointmentId; //!< empty = the current state
    friend bool operator==(const ChartLink &, const ChartLink &) = default;
};

//! Kept as it came and shown to people; nothing is lost because it does not fit.
struct ProfileFlag {
    dental::Oddity what = dental::Oddity::UnknownTooth;
    teeth::Tooth tooth; //!< fdi 0 = no tooth that we know
    QString raw; //!< as it came: "36x", "depth 44"
    friend bool operator==(const ProfileFlag &, const ProfileFlag &) = default;
};

struct DentalProfile {
    QString patientId; //!< DentalTap's
    QString appointmentId; //!< DentalTap's; empty = the current state
    QDateTime recordedAt;
    dental::Dentition dentition = dental::Dentition::Unknown;
    int version = 0;
    QList<ToothProfile> teeth; //!< sorted by teeth::ordinal; what is no tooth stands at the end
    std::optional<PeriodontalRecord> periodontal;
    ChartLink dentalChart;
    ChartLink periodontalChart;
    QList<ProfileFlag> flags;
    friend bool operator==(const DentalProfile &, const DentalProfile &) = default;
};

//! A figure of the vendor's that is not ours.
struct FigureDifference {
    dental::Figure figure = dental::Figure::Attachment;
    teeth::Tooth tooth; //!< of an attachment level
    dental::Site site = dental::Site::Vestibular;
    int stated = 0; //!< mm or percent
    int ours = 0;
    friend bool operator==(const FigureDifference &, const FigureDifference &) = default;
};

namespace dental {

// -- Surfaces.

//! M D O I V L P C; B and F are V. Nothing for another letter.
std::optional<Surface> surfaceFromText(QStringView letter);
//! The letter: Oral is P on upper teeth and L on lower ones.
QString text(Surface surface, int fdi);
//! "MOD"
QString text(const QList<Surface> &surfaces, int fdi);
//! Each once, in writing order.
QList<Surface> ordered(QList<Surface> surfaces);
//! False for an occlusal surface on a front tooth and an incisal one on a back tooth.
bool fits(Surface surface, int fdi);

// -- Teeth.

//! Takes room in the mouth and can be probed: not missing, extracted, unerupted, impacted or
//! a pontic. What is unknown may be there.
bool mayBeProbed(Presence presence);
//! Nothing where the profile does not mention it.
std::optional<ToothProfile> toothOf(const DentalProfile &profile, const teeth::Tooth &tooth);
//! The teeth that a chart shows, sorted: the 32 or the 20 of the dentition and whatever else the
//! profile has. Mixed: the permanent ones, and the primary ones that the profile has. Where the
//! dentition is not said, the profile's teeth say it.
QList<teeth::Tooth> shownTeeth(const DentalProfile &profile);
Dentition dentitionOf(const DentalProfile &profile);
//! Upper right to lower right, primary after permanent, a supernumerary right after its neighbour.
bool standsBefore(const teeth::Tooth &one, const teeth::Tooth &other);
//! Sorts the teeth and makes one of those that came twice: findings of both, each once.
void arrange(DentalProfile &profile);

// -- Figures (tooth-notation.md section 8): always ours.

//! Depth + recession in mm. Nothing where either was not measured or the sum cannot be.
std::optional<int> attachmentLevel(const ProbedSite &site);
//! Both measured, and yet no attachment level can be so: below 0.
bool isImplausible(const ProbedSite &site);
//! Of the sites where it was looked for, rounded; nothing where it was looked for nowhere.
std::optional<int> bleedingPercent(const DentalProfile &profile);
std::optional<int> plaquePercent(const DentalProfile &profile);
//! Sites at least so deep, of teeth that may be probed.
int deepSites(const DentalProfile &profile, int millimetres);
//! Where the vendor's figures are not ours. A percentage rounded the other way is no difference.
QList<FigureDifference> differences(const DentalProfile &profile);

} // namespace dental
