// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/toothtext.h"

#include "app/domain/dentalprofile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

//! Quadrants, arches and sextants where the database has surfaces (section 4).
QString areaOf(const QString &surfaces)
{
    static const QHash<QString, QString> areas{
        {u"UR"_s, u"10"_s}, {u"UL"_s, u"20"_s}, {u"LL"_s, u"30"_s}, {u"LR"_s, u"40"_s},
        {u"U"_s, u"01"_s},  {u"L"_s, u"02"_s},  {u"1"_s, u"03"_s},  {u"2"_s, u"04"_s},
        {u"3"_s, u"05"_s},  {u"4"_s, u"06"_s},  {u"5"_s, u"07"_s},  {u"6"_s, u"08"_s}};
    return areas.value(surfaces);
}

std::optional<dental::Surface> surfaceOf(QChar code)
{
    switch (code.unicode()) {
    case u'M':
        return dental::Surface::Mesial;
    case u'D':
        return dental::Surface::Distal;
    case u'O':
        return dental::Surface::Occlusal;
    case u'I':
        return dental::Surface::Incisal;
    case u'B':
    case u'F':
        return dental::Surface::Vestibular;
    case u'L':
        return dental::Surface::Oral;
    case u'V': // Class V: the neck of the tooth, not "vestibulaire".
        return dental::Surface::Cervical;
    default:
        return std::nullopt;
    }
}

void readSurfaces(const QString &codes, int fdi, ToothText &text)
{
    QList<dental::Surface> surfaces;
    for (const QChar code : codes) {
        const std::optional<dental::Surface> surface = surfaceOf(code);
        if (surface && dental::fits(*surface, fdi))
            surfaces.append(*surface);
        else
            text.dropped.append(code);
    }
    for (const dental::Surface surface : dental::ordered(surfaces))
        text.surfaces.append(dental::text(surface, fdi));
}

//! "8+", "+8", "8-", "-8"; primary teeth with a nought before the figure: "05+".
std::optional<teeth::Tooth> fromHaderup(const QString &text)
{
    static const QRegularExpression form(u"^(?:(0?)([1-8])([+-])|([+-])(0?)([1-8]))$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool right = !match.captured(3).isEmpty();
    const bool upper = match.captured(right ? 3 : 4) == u"+"_s;
    const bool primary = !match.captured(right ? 1 : 5).isEmpty();
    const int digit = match.captured(right ? 2 : 6).toInt();
    const int quadrant = (upper ? (right ? 1 : 2) : (right ? 4 : 3)) + (primary ? 4 : 0);
    const int fdi = quadrant * 10 + digit;
    return teeth::isFdi(fdi) ? std::optional(teeth::Tooth{fdi, false}) : std::nullopt;
}

std::optional<teeth::Tooth> toothOf(const QString &text, const QString &numbering)
{
    const QString plain = text.trimmed();
    if (numbering == u"haderup"_s)
        return fromHaderup(plain);
    if (numbering == u"fdi"_s)
        return teeth::toothFromText(plain, teeth::Notation::Fdi);
    if (numbering == u"palmer"_s)
        return teeth::toothFromPalmer(plain);
    return teeth::toothFromUniversal(plain);
}

//! The first tooth by which surfaces are judged; 0 = none.
int firstFdi(const ToothText &text)
{
    const std::optional<teeth::Tooth> tooth =
        teeth::toothFromText(text.teeth.value(0), teeth::Notation::Fdi);
    return tooth ? tooth->fdi : 0;
}

} // namespace

std::optional<QString> fdiOf(const QString &display, const QString &numbering)
{
    const std::optional<teeth::Tooth> tooth = toothOf(display, numbering);
    return tooth ? std::optional(teeth::text(*tooth)) : std::nullopt;
}

std::optional<QStringList> teethOfRange(const QString &range)
{
    QStringList teeth;
    for (const QString &part : range.split(u',', Qt::SkipEmptyParts)) {
        const QString from = part.section(u'-', 0, 0).trimmed();
        const QString to = part.section(u'-', -1).trimmed();
        bool numeric = false;
        bool toNumeric = false;
        const int first = from.toInt(&numeric);
        const int last = to.toInt(&toNumeric);
        if (numeric && toNumeric && from != to) {
            const teeth::Range run = teeth::universalRange(first, last);
            if (run.fdi.isEmpty())
                return std::nullopt;
            for (const int fdi : run.fdi)
                teeth.append(QString::number(fdi));
            continue;
        }
        const std::optional<QString> one = from == to ? fdiOf(from, u"universal"_s) : std::nullopt;
        if (!one)
            return std::nullopt;
        teeth.append(*one);
    }
    return teeth;
}

ToothText toothTextOf(const Procedure &procedure)
{
    ToothText text;
    if (!procedure.tooth.isEmpty()) {
        text.teeth = {fdiOf(procedure.tooth, u"universal"_s).value_or(procedure.tooth)};
        if (const int fdi = firstFdi(text))
            readSurfaces(procedure.surfaces, fdi, text);
        return text;
    }
    if (!procedure.toothRange.isEmpty()) {
        text.teeth = teethOfRange(procedure.toothRange).value_or(QStringList{procedure.toothRange});
        return text;
    }
    const QString area = areaOf(procedure.surfaces);
    if (!area.isEmpty())
        text.teeth = {area};
    return text;
}

ToothText toothTextOf(const ProcTp &item, const QString &numbering)
{
    ToothText text;
    if (item.tooth.isEmpty()) {
        const QString area = areaOf(item.surfaces);
        if (!area.isEmpty())
            text.teeth = {area};
        return text;
    }
    text.teeth = {fdiOf(item.tooth, numbering).value_or(item.tooth)};
    if (const int fdi = firstFdi(text))
        readSurfaces(item.surfaces, fdi, text);
    return text;
}

QString surfaceCode(const QString &surface, int fdi)
{
    if (surface == u"V"_s)
        return teeth::isAnterior(fdi) ? u"F"_s : u"B"_s;
    if (surface == u"P"_s)
        return u"L"_s;
    if (surface == u"C"_s)
        return u"V"_s;
    return surface;
}

} // namespace opendental
