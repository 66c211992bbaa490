// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tooth.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace teeth {

namespace {

constexpr int permanentCount = 32;
constexpr int primaryCount = 20;
//! Primary teeth continue the permanent ones where teeth are walked along.
constexpr int firstPrimary = permanentCount + 1;
//! Universal numbers of supernumerary permanent teeth: the neighbour's plus this (the ADA's rule).
constexpr int supernumeraryOffset = 50;

//! Index of a letter A = 0 to FDI.
int fdiFromLetterIndex(int index)
{
    if (index < 5)
        return 55 - index;
    if (index < 10)
        return 56 + index;
    if (index < 15)
        return 85 - index;
    return 66 + index;
}

std::optional<int> letterIndexFromFdi(int fdi)
{
    if (!isPrimary(fdi))
        return std::nullopt;
    const int tooth = fdi % 10;
    switch (fdi / 10) {
    case 5:
        return 5 - tooth;
    case 6:
        return 4 + tooth;
    case 7:
        return 15 - tooth;
    default:
        return 14 + tooth;
    }
}

//! A tooth's place on the walk: 1-32 permanent, 33-52 primary.
std::optional<int> placeOf(int fdi)
{
    if (const auto universal = universalFromFdi(fdi))
        return universal;
    if (const auto letter = letterIndexFromFdi(fdi))
        return firstPrimary + *letter;
    return std::nullopt;
}

int fdiAt(int place)
{
    return place < firstPrimary ? fdiFromUniversal(place).value_or(0)
                                : fdiFromLetterIndex(place - firstPrimary);
}

//! Upper and lower arch of either dentition: 0 to 3.
int archOf(int place)
{
    if (place < firstPrimary)
        return place <= 16 ? 0 : 1;
    return place - firstPrimary < primaryCount / 2 ? 2 : 3;
}

std::optional<int> plainNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > 2 || text.startsWith(u'0'))
        return std::nullopt;
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

std::optional<int> letterIndex(QChar letter)
{
    const QChar upper = letter.toUpper();
    if (upper < u'A' || upper > u'T')
        return std::nullopt;
    return upper.unicode() - u'A';
}

tl::unexpected<Error> refused(QStringView text, const char *words)
{
    return failure(Error::Kind::Invalid,
                   QCoreApplication::translate("Tooth", words).arg(text.left(20)));
}

Result<int> fdiFromText(QStringView text)
{
    const std::optional<int> number = plainNumber(text);
    if (!number || !isFdi(*number))
        return refused(text, QT_TRANSLATE_NOOP("Tooth", "“%1” is not a tooth in FDI numbers."));
    return *number;
}

QList<int> walk(int from, int to)
{
    QList<int> fdi;
    for (int place = from; place <= to; ++place)
        fdi.append(fdiAt(place));
    return fdi;
}

//! Upper right, upper left, lower left, lower right, as FDI counts quadrants.
constexpr std::array<QLatin1StringView, 4> quadrants{"UR"_L1, "UL"_L1, "LL"_L1, "LR"_L1};

QString palmerText(int fdi)
{
    const bool primary = isPrimary(fdi);
    const int quadrant = fdi / 10 - (primary ? 5 : 1);
    const int tooth = fdi % 10;
    const QChar sign(primary ? u'A' + tooth - 1 : u'0' + tooth);
    return QString(quadrants.at(std::size_t(quadrant)) + sign);
}

//! What stands before a supernumerary's "S", if it is one.
std::pair<QStringView, bool> withoutMark(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() > 1 && trimmed.endsWith(u's', Qt::CaseInsensitive))
        return {trimmed.chopped(1).trimmed(), true};
    return {trimmed, false};
}

} // namespace

bool isPrimary(int fdi)
{
    return fdi >= 51 && fdi <= 85 && fdi % 10 >= 1 && fdi % 10 <= 5;
}

bool isAnterior(int fdi)
{
    return isFdi(fdi) && fdi % 10 <= 3;
}

bool isUpper(int fdi)
{
    const int quadrant = fdi / 10;
    return quadrant == 1 || quadrant == 2 || quadrant == 5 || quadrant == 6;
}

int successor(int fdi)
{
    return isPrimary(fdi) ? fdi - 40 : 0;
}

QList<int> permanentTeeth()
{
    return walk(1, permanentCount);
}

QList<int> primaryTeeth()
{
    return walk(firstPrimary, firstPrimary + primaryCount - 1);
}

bool isFdi(int number)
{
    return isPrimary(number)
        || (number >= 11 && number <= 48 && number % 10 >= 1 && number % 10 <= 8);
}

std::optional<int> fdiFromUniversal(int number)
{
    if (number < 1 || number > permanentCount)
        return std::nullopt;
    if (number <= 8)
        return 19 - number;
    if (number <= 16)
        return number + 12;
    if (number <= 24)
        return 55 - number;
    return number + 16;
}

std::optional<int> universalFromFdi(int fdi)
{
    if (!isFdi(fdi) || isPrimary(fdi))
        return std::nullopt;
    const int tooth = fdi % 10;
    switch (fdi / 10) {
    case 1:
        return 9 - tooth;
    case 2:
        return 8 + tooth;
    case 3:
        return 25 - tooth;
    default:
        return 24 + tooth;
    }
}

std::optional<Tooth> toothFromUniversal(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (const auto number = plainNumber(trimmed)) {
        if (const auto fdi = fdiFromUniversal(*number))
            return Tooth{*fdi, false};
        if (const auto fdi = fdiFromUniversal(*number - supernumeraryOffset))
            return Tooth{*fdi, true};
        return std::nullopt;
    }
    if (trimmed.isEmpty())
        return std::nullopt;
    if (trimmed.size() <= 3 && trimmed.endsWith(u'd', Qt::CaseInsensitive)) {
        const auto number = plainNumber(trimmed.chopped(1));
        if (number && *number >= 1 && *number <= primaryCount)
            return Tooth{fdiFromLetterIndex(*number - 1), false};
    }
    const auto letter = letterIndex(trimmed.front());
    if (!letter || trimmed.size() > 2)
        return std::nullopt;
    const bool besideIt = trimmed.size() == 2;
    if (besideIt && trimmed.back().toUpper() != u'S')
        return std::nullopt;
    return Tooth{fdiFromLetterIndex(*letter), besideIt};
}

std::optional<Tooth> toothFromPalmer(QStringView text)
{
    const auto [whole, besideIt] = withoutMark(text);
    if (whole.size() != 3)
        return std::nullopt;
    for (std::size_t quadrant = 0; quadrant < quadrants.size(); ++quadrant) {
        if (whole.left(2).compare(quadrants.at(quadrant), Qt::CaseInsensitive) != 0)
            continue;
        const char16_t sign = whole.back().toUpper().unicode();
        const bool primary = sign >= u'A' && sign <= u'E';
        if (!primary && (sign < u'1' || sign > u'8'))
            return std::nullopt;
        const int tooth = primary ? sign - u'A' + 1 : sign - u'0';
        return Tooth{(int(quadrant) + (primary ? 5 : 1)) * 10 + tooth, besideIt};
    }
    return std::nullopt;
}

std::optional<Tooth> toothFromText(QStringView text, Notation notation)
{
    if (notation == Notation::Universal)
        return toothFromUniversal(text);
    if (notation == Notation::Palmer)
        return toothFromPalmer(text);
    const auto [whole, besideIt] = withoutMark(text);
    const std::optional<int> number = plainNumber(whole);
    if (!number || !isFdi(*number))
        return std::nullopt;
    return Tooth{*number, besideIt};
}

Range universalRange(int from, int to)
{
    Range range;
    range.raw = from == to ? QString::number(from)
                           : QString(QString::number(from) + u'-' + QString::number(to));
    if (!fdiFromUniversal(from) || !fdiFromUniversal(to) || archOf(from) != archOf(to))
        return range;
    range.swapped = from > to;
    range.fdi = walk(std::min(from, to), std::max(from, to));
    return range;
}

Result<QList<int>> teethFromText(QStringView text)
{
    static const QRegularExpression listed(u"[,;]"_s);
    static const QRegularExpression dash(
        u"^(\\S+)\\s*(?:[-\\x{2010}-\\x{2014}]|\\s(?:à|a|to)\\s)\\s*(\\S+)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<int> fdi;
    for (const QString &part : text.toString().split(listed)) {
        const QString piece = part.simplified();
        if (piece.isEmpty())
            continue;
        const QRegularExpressionMatch match = dash.match(piece);
        const Result<int> first = fdiFromText(match.hasMatch() ? match.captured(1) : piece);
        if (!first)
            return tl::unexpected<Error>(first.error());
        if (!match.hasMatch()) {
            fdi.append(*first);
            continue;
        }
        const Result<int> last = fdiFromText(match.captured(2));
        if (!last)
            return tl::unexpected<Error>(last.error());
        const int from = placeOf(*first).value_or(0);
        const int to = placeOf(*last).value_or(0);
        if (archOf(from) != archOf(to)) {
            return refused(piece,
                           QT_TRANSLATE_NOOP("Tooth",
                                             "“%1” goes from one jaw or dentition to another. "
                                             "Write one range for each."));
        }
        fdi += walk(std::min(from, to), std::max(from, to));
    }
    if (fdi.isEmpty())
        return refused(text, QT_TRANSLATE_NOOP("Tooth", "“%1” names no tooth."));
    return fdi;
}

QString text(const Tooth &tooth, Notation notation)
{
    if (!isFdi(tooth.fdi))
        return {};
    const auto universal = universalFromFdi(tooth.fdi);
    const QString mark = tooth.supernumerary ? u" S"_s : QString();
    if (notation == Notation::Fdi)
        return QString(QString::number(tooth.fdi) + mark);
    if (notation == Notation::Palmer)
        return QString(palmerText(tooth.fdi) + mark);
    if (universal)
        return QString::number(*universal + (tooth.supernumerary ? supernumeraryOffset : 0));
    const QChar letter(u'A' + letterIndexFromFdi(tooth.fdi).value_or(0));
    return tooth.supernumerary ? QString(letter + u"S"_s) : QString(letter);
}

QString text(const QList<int> &fdi, Notation notation)
{
    QList<int> places;
    for (const int tooth : fdi) {
        if (const auto place = placeOf(tooth))
            places.append(*place);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QStringList parts;
    for (qsizetype start = 0; start < places.size();) {
        qsizetype end = start;
        while (end + 1 < places.size() && places.at(end + 1) == places.at(end) + 1
               && archOf(places.at(end + 1)) == archOf(places.at(start)))
            ++end;
        const auto word = [&](qsizetype at) {
            return text(Tooth{fdiAt(places.at(at)), false}, notation);
        };
        if (end - start >= 2) {
            parts.append(QString(word(start) + u'–' + word(end)));
        } else {
            for (qsizetype at = start; at <= end; ++at)
                parts.append(word(at));
        }
        start = end + 1;
    }
    return parts.join(u", "_s);
}

QString text(const Range &range, Notation notation)
{
    return range.fdi.isEmpty() ? range.raw : text(range.fdi, notation);
}

int ordinal(int fdi)
{
    return placeOf(fdi).value_or(firstPrimary + primaryCount);
}

} // namespace teeth
