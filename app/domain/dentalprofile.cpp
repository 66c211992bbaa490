// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dentalprofile.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace dental {

namespace {

constexpr std::array<Site, SiteCount> allSites{
    Site::MesioVestibular, Site::Vestibular, Site::DistoVestibular,
    Site::MesioOral,       Site::Oral,       Site::DistoOral};

//! Findings of both, those of the first first.
template <class T>
QList<T> joined(QList<T> list, const QList<T> &more)
{
    for (const T &one : more) {
        if (!list.contains(one))
            list.append(one);
    }
    return list;
}

void absorb(ToothProfile &tooth, const ToothProfile &again, QList<ProfileFlag> &flags)
{
    if (tooth.presence == Presence::Unknown && tooth.presenceWord.isEmpty()) {
        tooth.presence = again.presence;
        tooth.presenceWord = again.presenceWord;
    } else if (again.presence != Presence::Unknown && again.presence != tooth.presence) {
        ProfileFlag flag;
        flag.what = Oddity::PresenceTwice;
        flag.tooth = tooth.tooth;
        flag.raw = enumName(again.presence).toLower();
        flags.append(flag);
    }
    if (!tooth.mobility)
        tooth.mobility = again.mobility;
    tooth.conditions = joined(tooth.conditions, again.conditions);
    tooth.restorations = joined(tooth.restorations, again.restorations);
    tooth.planned = joined(tooth.planned, again.planned);
    if (tooth.note.isEmpty())
        tooth.note = again.note;
    else if (!again.note.isEmpty() && again.note != tooth.note)
        tooth.note += u'\n' + again.note;
}

void absorb(ProbedTooth &tooth, const ProbedTooth &again)
{
    const auto take = [](auto &value, const auto &other) {
        if (!value)
            value = other;
    };
    take(tooth.mobility, again.mobility);
    tooth.furcation = joined(tooth.furcation, again.furcation);
    for (std::size_t i = 0; i < tooth.sites.size(); ++i) {
        ProbedSite &site = tooth.sites.at(i);
        const ProbedSite &other = again.sites.at(i);
        take(site.depth, other.depth);
        take(site.recession, other.recession);
        take(site.statedAttachment, other.statedAttachment);
        take(site.bleeding, other.bleeding);
        take(site.plaque, other.plaque);
        take(site.calculus, other.calculus);
        take(site.suppuration, other.suppuration);
    }
}

//! The first of each tooth absorbs the later ones; what is no tooth stays as it is.
template <class T, class Absorb>
QList<T> eachOnce(const QList<T> &all, Absorb absorbInto)
{
    QList<T> once;
    for (const T &each : all) {
        const auto same = [&each](const T &other) { return other.tooth == each.tooth; };
        const auto place = std::find_if(once.begin(), once.end(), same);
        if (each.tooth.fdi == 0 || place == once.end())
            once.append(each);
        else
            absorbInto(*place, each);
    }
    std::stable_sort(once.begin(), once.end(), [](const T &one, const T &other) {
        return standsBefore(one.tooth, other.tooth);
    });
    return once;
}

//! A finding that was looked for: how often it was, how often it was there.
struct Share {
    int found = 0;
    int looked = 0;
};

//! What was probed on teeth that can be.
QList<ProbedTooth> probedTeeth(const DentalProfile &profile)
{
    QList<ProbedTooth> list;
    if (!profile.periodontal)
        return list;
    for (const ProbedTooth &tooth : profile.periodontal->teeth) {
        const std::optional<ToothProfile> known = toothOf(profile, tooth.tooth);
        if (tooth.tooth.fdi != 0 && (!known || mayBeProbed(known->presence)))
            list.append(tooth);
    }
    return list;
}

template <class Member>
Share shareOf(const DentalProfile &profile, Member member)
{
    Share share;
    for (const ProbedTooth &tooth : probedTeeth(profile)) {
        for (const ProbedSite &site : tooth.sites) {
            const std::optional<bool> &mark = site.*member;
            share.looked += mark ? 1 : 0;
            share.found += mark && *mark ? 1 : 0;
        }
    }
    return share;
}

std::optional<int> percentOf(const Share &share)
{
    if (share.looked == 0)
        return std::nullopt;
    return (200 * share.found + share.looked) / (2 * share.looked);
}

void comparePercent(Figure figure, const Share &share, const std::optional<int> &stated,
                    QList<FigureDifference> &list)
{
    // Less than one percent off is another way of rounding.
    if (!stated || share.looked == 0
        || std::abs(qint64(*stated) * share.looked - 100 * share.found) < share.looked)
        return;
    FigureDifference difference;
    difference.figure = figure;
    difference.stated = *stated;
    difference.ours = *percentOf(share);
    list.append(difference);
}

} // namespace

std::optional<Surface> surfaceFromText(QStringView letter)
{
    if (letter.size() != 1)
        return std::nullopt;
    switch (letter.front().toUpper().unicode()) {
    case u'M':
        return Surface::Mesial;
    case u'O':
        return Surface::Occlusal;
    case u'I':
        return Surface::Incisal;
    case u'D':
        return Surface::Distal;
    case u'V':
    case u'B':
    case u'F':
        return Surface::Vestibular;
    case u'C':
        return Surface::Cervical;
    case u'L':
    case u'P':
        return Surface::Oral;
    default:
        return std::nullopt;
    }
}

QString text(Surface surface, int fdi)
{
    switch (surface) {
    case Surface::Mesial:
        return u"M"_s;
    case Surface::Occlusal:
        return u"O"_s;
    case Surface::Incisal:
        return u"I"_s;
    case Surface::Distal:
        return u"D"_s;
    case Surface::Vestibular:
        return u"V"_s;
    case Surface::Cervical:
        return u"C"_s;
    case Surface::Oral:
        return teeth::isUpper(fdi) ? u"P"_s : u"L"_s;
    }
    return {};
}

QString text(const QList<Surface> &surfaces, int fdi)
{
    QString letters;
    for (const Surface surface : ordered(surfaces))
        letters += text(surface, fdi);
    return letters;
}

QList<Surface> ordered(QList<Surface> surfaces)
{
    std::sort(surfaces.begin(), surfaces.end());
    surfaces.erase(std::unique(surfaces.begin(), surfaces.end()), surfaces.end());
    return surfaces;
}

bool fits(Surface surface, int fdi)
{
    if (surface == Surface::Occlusal)
        return !teeth::isAnterior(fdi);
    if (surface == Surface::Incisal)
        return teeth::isAnterior(fdi);
    return true;
}

bool mayBeProbed(Presence presence)
{
    switch (presence) {
    case Presence::Unknown:
    case Presence::Present:
    case Presence::Implant:
        return true;
    case Presence::Missing:
    case Presence::Extracted:
    case Presence::Impacted:
    case Presence::Unerupted:
    case Presence::Pontic:
        return false;
    }
    return true;
}

std::optional<ToothProfile> toothOf(const DentalProfile &profile, const teeth::Tooth &tooth)
{
    if (tooth.fdi == 0)
        return std::nullopt;
    for (const ToothProfile &each : profile.teeth) {
        if (each.tooth == tooth)
            return each;
    }
    return std::nullopt;
}

Dentition dentitionOf(const DentalProfile &profile)
{
    if (profile.dentition != Dentition::Unknown)
        return profile.dentition;
    bool primary = false;
    bool permanent = false;
    for (const ToothProfile &each : profile.teeth) {
        primary = primary || teeth::isPrimary(each.tooth.fdi);
        permanent =
            permanent || (teeth::isFdi(each.tooth.fdi) && !teeth::isPrimary(each.tooth.fdi));
    }
    if (primary)
        return permanent ? Dentition::Mixed : Dentition::Primary;
    return permanent ? Dentition::Permanent : Dentition::Unknown;
}

QList<teeth::Tooth> shownTeeth(const DentalProfile &profile)
{
    const bool primaryOnly = dentitionOf(profile) == Dentition::Primary;
    QList<teeth::Tooth> shown;
    for (const int fdi : primaryOnly ? teeth::primaryTeeth() : teeth::permanentTeeth())
        shown.append(teeth::Tooth{fdi, false});
    for (const ToothProfile &each : profile.teeth) {
        if (each.tooth.fdi != 0 && !shown.contains(each.tooth))
            shown.append(each.tooth);
    }
    if (profile.periodontal) {
        for (const ProbedTooth &each : profile.periodontal->teeth) {
            if (each.tooth.fdi != 0 && !shown.contains(each.tooth))
                shown.append(each.tooth);
        }
    }
    std::sort(shown.begin(), shown.end(), standsBefore);
    return shown;
}

bool standsBefore(const teeth::Tooth &one, const teeth::Tooth &other)
{
    const int place = teeth::ordinal(one.fdi);
    const int otherPlace = teeth::ordinal(other.fdi);
    return place != otherPlace ? place < otherPlace : one.supernumerary < other.supernumerary;
}

void arrange(DentalProfile &profile)
{
    QList<ProfileFlag> &flags = profile.flags;
    profile.teeth =
        eachOnce(profile.teeth, [&flags](ToothProfile &tooth, const ToothProfile &again) {
            absorb(tooth, again, flags);
        });
    if (profile.periodontal) {
        profile.periodontal->teeth =
            eachOnce(profile.periodontal->teeth,
                     [](ProbedTooth &tooth, const ProbedTooth &again) { absorb(tooth, again); });
    }
}

std::optional<int> attachmentLevel(const ProbedSite &site)
{
    if (!site.depth || !site.recession || isImplausible(site))
        return std::nullopt;
    return *site.depth + *site.recession;
}

bool isImplausible(const ProbedSite &site)
{
    return site.depth && site.recession && *site.depth + *site.recession < 0;
}

std::optional<int> bleedingPercent(const DentalProfile &profile)
{
    return percentOf(shareOf(profile, &ProbedSite::bleeding));
}

std::optional<int> plaquePercent(const DentalProfile &profile)
{
    return percentOf(shareOf(profile, &ProbedSite::plaque));
}

int deepSites(const DentalProfile &profile, int millimetres)
{
    int count = 0;
    for (const ProbedTooth &tooth : probedTeeth(profile)) {
        for (const ProbedSite &site : tooth.sites)
            count += site.depth && *site.depth >= millimetres ? 1 : 0;
    }
    return count;
}

QList<FigureDifference> differences(const DentalProfile &profile)
{
    QList<FigureDifference> list;
    if (!profile.periodontal)
        return list;
    for (const ProbedTooth &tooth : std::as_const(profile.periodontal->teeth)) {
        for (const Site where : allSites) {
            const ProbedSite &site = tooth.site(where);
            const std::optional<int> level = attachmentLevel(site);
            if (!level || !site.statedAttachment || *level == *site.statedAttachment)
                continue;
            FigureDifference difference;
            difference.tooth = tooth.tooth;
            difference.site = where;
            difference.stated = *site.statedAttachment;
            difference.ours = *level;
            list.append(difference);
        }
    }
    comparePercent(Figure::BleedingPercent, shareOf(profile, &ProbedSite::bleeding),
                   profile.periodontal->statedBleedingPercent, list);
    comparePercent(Figure::PlaquePercent, shareOf(profile, &ProbedSite::plaque),
                   profile.periodontal->statedPlaquePercent, list);
    return list;
}

} // namespace dental
