// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dentalwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Name {
    int fdi;
    const char *words;
};

constexpr std::array<Name, 52> names{{
    {11, QT_TRANSLATE_NOOP("Tooth", "upper right central incisor")},
    {12, QT_TRANSLATE_NOOP("Tooth", "upper right lateral incisor")},
    {13, QT_TRANSLATE_NOOP("Tooth", "upper right canine")},
    {14, QT_TRANSLATE_NOOP("Tooth", "upper right first premolar")},
    {15, QT_TRANSLATE_NOOP("Tooth", "upper right second premolar")},
    {16, QT_TRANSLATE_NOOP("Tooth", "upper right first molar")},
    {17, QT_TRANSLATE_NOOP("Tooth", "upper right second molar")},
    {18, QT_TRANSLATE_NOOP("Tooth", "upper right third molar (wisdom tooth)")},
    {21, QT_TRANSLATE_NOOP("Tooth", "upper left central incisor")},
    {22, QT_TRANSLATE_NOOP("Tooth", "upper left lateral incisor")},
    {23, QT_TRANSLATE_NOOP("Tooth", "upper left canine")},
    {24, QT_TRANSLATE_NOOP("Tooth", "upper left first premolar")},
    {25, QT_TRANSLATE_NOOP("Tooth", "upper left second premolar")},
    {26, QT_TRANSLATE_NOOP("Tooth", "upper left first molar")},
    {27, QT_TRANSLATE_NOOP("Tooth", "upper left second molar")},
    {28, QT_TRANSLATE_NOOP("Tooth", "upper left third molar (wisdom tooth)")},
    {31, QT_TRANSLATE_NOOP("Tooth", "lower left central incisor")},
    {32, QT_TRANSLATE_NOOP("Tooth", "lower left lateral incisor")},
    {33, QT_TRANSLATE_NOOP("Tooth", "lower left canine")},
    {34, QT_TRANSLATE_NOOP("Tooth", "lower left first premolar")},
    {35, QT_TRANSLATE_NOOP("Tooth", "lower left second premolar")},
    {36, QT_TRANSLATE_NOOP("Tooth", "lower left first molar")},
    {37, QT_TRANSLATE_NOOP("Tooth", "lower left second molar")},
    {38, QT_TRANSLATE_NOOP("Tooth", "lower left third molar (wisdom tooth)")},
    {41, QT_TRANSLATE_NOOP("Tooth", "lower right central incisor")},
    {42, QT_TRANSLATE_NOOP("Tooth", "lower right lateral incisor")},
    {43, QT_TRANSLATE_NOOP("Tooth", "lower right canine")},
    {44, QT_TRANSLATE_NOOP("Tooth", "lower right first premolar")},
    {45, QT_TRANSLATE_NOOP("Tooth", "lower right second premolar")},
    {46, QT_TRANSLATE_NOOP("Tooth", "lower right first molar")},
    {47, QT_TRANSLATE_NOOP("Tooth", "lower right second molar")},
    {48, QT_TRANSLATE_NOOP("Tooth", "lower right third molar (wisdom tooth)")},
    {51, QT_TRANSLATE_NOOP("Tooth", "upper right primary central incisor")},
    {52, QT_TRANSLATE_NOOP("Tooth", "upper right primary lateral incisor")},
    {53, QT_TRANSLATE_NOOP("Tooth", "upper right primary canine")},
    {54, QT_TRANSLATE_NOOP("Tooth", "upper right primary first molar")},
    {55, QT_TRANSLATE_NOOP("Tooth", "upper right primary second molar")},
    {61, QT_TRANSLATE_NOOP("Tooth", "upper left primary central incisor")},
    {62, QT_TRANSLATE_NOOP("Tooth", "upper left primary lateral incisor")},
    {63, QT_TRANSLATE_NOOP("Tooth", "upper left primary canine")},
    {64, QT_TRANSLATE_NOOP("Tooth", "upper left primary first molar")},
    {65, QT_TRANSLATE_NOOP("Tooth", "upper left primary second molar")},
    {71, QT_TRANSLATE_NOOP("Tooth", "lower left primary central incisor")},
    {72, QT_TRANSLATE_NOOP("Tooth", "lower left primary lateral incisor")},
    {73, QT_TRANSLATE_NOOP("Tooth", "lower left primary canine")},
    {74, QT_TRANSLATE_NOOP("Tooth", "lower left primary first molar")},
    {75, QT_TRANSLATE_NOOP("Tooth", "lower left primary second molar")},
    {81, QT_TRANSLATE_NOOP("Tooth", "lower right primary central incisor")},
    {82, QT_TRANSLATE_NOOP("Tooth", "lower right primary lateral incisor")},
    {83, QT_TRANSLATE_NOOP("Tooth", "lower right primary canine")},
    {84, QT_TRANSLATE_NOOP("Tooth", "lower right primary first molar")},
    {85, QT_TRANSLATE_NOOP("Tooth", "lower right primary second molar")},
}};

QString words(const char *text)
{
    return QCoreApplication::translate("Tooth", text);
}

} // namespace

namespace teeth {

QString name(const Tooth &tooth)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&tooth](const Name &each) { return each.fdi == tooth.fdi; });
    if (found == names.end())
        return {};
    const QString own = words(found->words);
    if (!tooth.supernumerary)
        return own;
    return words(QT_TRANSLATE_NOOP("Tooth", "supernumerary tooth beside the %1")).arg(own);
}

} // namespace teeth

namespace dental {

QString name(Surface surface, int fdi)
{
    switch (surface) {
    case Surface::Mesial:
        return words(QT_TRANSLATE_NOOP("Tooth", "mesial"));
    case Surface::Occlusal:
        return words(QT_TRANSLATE_NOOP("Tooth", "occlusal"));
    case Surface::Incisal:
        return words(QT_TRANSLATE_NOOP("Tooth", "incisal"));
    case Surface::Distal:
        return words(QT_TRANSLATE_NOOP("Tooth", "distal"));
    case Surface::Vestibular:
        return words(QT_TRANSLATE_NOOP("Tooth", "vestibular"));
    case Surface::Cervical:
        return words(QT_TRANSLATE_NOOP("Tooth", "cervical"));
    case Surface::Oral:
        return teeth::isUpper(fdi) ? words(QT_TRANSLATE_NOOP("Tooth", "palatal"))
                                   : words(QT_TRANSLATE_NOOP("Tooth", "lingual"));
    }
    return {};
}

QString name(Site site, int fdi)
{
    const bool upper = teeth::isUpper(fdi);
    switch (site) {
    case Site::MesioVestibular:
        return words(QT_TRANSLATE_NOOP("Tooth", "mesio-vestibular"));
    case Site::Vestibular:
        return words(QT_TRANSLATE_NOOP("Tooth", "vestibular"));
    case Site::DistoVestibular:
        return words(QT_TRANSLATE_NOOP("Tooth", "disto-vestibular"));
    case Site::MesioOral:
        return upper ? words(QT_TRANSLATE_NOOP("Tooth", "mesio-palatal"))
                     : words(QT_TRANSLATE_NOOP("Tooth", "mesio-lingual"));
    case Site::Oral:
        return upper ? words(QT_TRANSLATE_NOOP("Tooth", "palatal"))
                     : words(QT_TRANSLATE_NOOP("Tooth", "lingual"));
    case Site::DistoOral:
        return upper ? words(QT_TRANSLATE_NOOP("Tooth", "disto-palatal"))
                     : words(QT_TRANSLATE_NOOP("Tooth", "disto-lingual"));
    }
    return {};
}

QString name(Presence presence)
{
    switch (presence) {
    case Presence::Unknown:
        return words(QT_TRANSLATE_NOOP("Tooth", "not recorded"));
    case Presence::Present:
        return words(QT_TRANSLATE_NOOP("Tooth", "present"));
    case Presence::Missing:
        return words(QT_TRANSLATE_NOOP("Tooth", "missing"));
    case Presence::Extracted:
        return words(QT_TRANSLATE_NOOP("Tooth", "extracted"));
    case Presence::Impacted:
        return words(QT_TRANSLATE_NOOP("Tooth", "impacted"));
    case Presence::Unerupted:
        return words(QT_TRANSLATE_NOOP("Tooth", "not yet erupted"));
    case Presence::Implant:
        return words(QT_TRANSLATE_NOOP("Tooth", "implant"));
    case Presence::Pontic:
        return words(QT_TRANSLATE_NOOP("Tooth", "bridge pontic"));
    }
    return {};
}

QString text(const ProfileFlag &flag, teeth::Notation notation)
{
    const QString tooth = teeth::text(flag.tooth, notation);
    const auto saying = [&](const char *sentence) { return words(sentence).arg(tooth, flag.raw); };
    switch (flag.what) {
    case Oddity::UnknownTooth:
        return words(QT_TRANSLATE_NOOP("Tooth", "“%1” is no tooth that we know.")).arg(flag.raw);
    case Oddity::UnknownPresence:
        return saying(QT_TRANSLATE_NOOP("Tooth", "Tooth %1: DentalTap says “%2”."));
    case Oddity::PresenceTwice:
        return saying(QT_TRANSLATE_NOOP(
            "Tooth", "Tooth %1 came twice from DentalTap, the second time as “%2”."));
    case Oddity::UnknownSurface:
        return saying(QT_TRANSLATE_NOOP("Tooth", "Tooth %1: “%2” is no surface that we know."));
    case Oddity::UnfitSurface:
        return saying(
            QT_TRANSLATE_NOOP("Tooth", "Tooth %1: surface %2 does not belong to this tooth."));
    case Oddity::UnknownSite:
        return saying(
            QT_TRANSLATE_NOOP("Tooth", "Tooth %1: “%2” is no probing site that we know."));
    case Oddity::OutOfRange:
        return saying(
            QT_TRANSLATE_NOOP("Tooth", "Tooth %1: %2 cannot be right; it is in no figure."));
    case Oddity::Implausible:
        return saying(QT_TRANSLATE_NOOP(
            "Tooth",
            "Tooth %1: depth and recession (%2) do not go together; their attachment "
            "level is in no figure."));
    }
    return {};
}

QString text(const FigureDifference &difference, teeth::Notation notation)
{
    const QString stated = QString::number(difference.stated);
    const QString ours = QString::number(difference.ours);
    switch (difference.figure) {
    case Figure::Attachment:
        return words(QT_TRANSLATE_NOOP("Tooth",
                                       "Tooth %1, %2: DentalTap states an attachment level of %3 "
                                       "mm, the measures give %4 mm."))
            .arg(teeth::text(difference.tooth, notation),
                 name(difference.site, difference.tooth.fdi), stated, ours);
    case Figure::BleedingPercent:
        return words(QT_TRANSLATE_NOOP("Tooth",
                                       "Bleeding: DentalTap states %1 %, the measured sites give "
                                       "%2 %."))
            .arg(stated, ours);
    case Figure::PlaquePercent:
        return words(QT_TRANSLATE_NOOP("Tooth",
                                       "Plaque: DentalTap states %1 %, the measured sites give "
                                       "%2 %."))
            .arg(stated, ours);
    }
    return {};
}

} // namespace dental
