// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphicreading.h"

#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

// What stands in the attributes and style sheets of an SVG. Nothing is interpreted: whatever could
// mean a reference is one.

namespace graphics {

namespace {

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_';
}

//! True for what stands between the brackets of url(…) when it names an element of its own.
bool isOwnElement(QStringView argument)
{
    argument = argument.trimmed();
    if (argument.size() >= 2 && (argument.front() == u'"' || argument.front() == u'\'')
        && argument.back() == argument.front())
        argument = argument.sliced(1, argument.size() - 2).trimmed();
    if (argument.size() < 2 || argument.front() != u'#')
        return false;
    return std::none_of(argument.begin() + 1, argument.end(), [](QChar c) {
        return c.isSpace() || c == u'#' || c == u'"' || c == u'\'' || c == u'(';
    });
}

//! The functions that a chart's style sheet may call; what else there is in CSS either fetches or
//! is unknown to QtSvg.
bool isKnownFunction(const QString &name)
{
    static const QSet<QString> known{u"url"_s,    u"rgb"_s,       u"rgba"_s,      u"hsl"_s,
                                     u"hsla"_s,   u"matrix"_s,    u"translate"_s, u"scale"_s,
                                     u"rotate"_s, u"skewx"_s,     u"skewy"_s,     u"not"_s,
                                     u"lang"_s,   u"nth-child"_s, u"calc"_s,      u"var"_s};
    return known.contains(name);
}

//! The word before an opening bracket, in lower case.
QString functionBefore(QStringView text, qsizetype bracket)
{
    qsizetype end = bracket;
    while (end > 0 && text.at(end - 1).isSpace())
        --end;
    qsizetype begin = end;
    while (begin > 0 && isNamePart(text.at(begin - 1)))
        --begin;
    return text.sliced(begin, end - begin).toString().toLower();
}

//! Without its comments; nothing when one does not end.
std::optional<QString> withoutComments(QStringView css)
{
    QString plain;
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = css.indexOf("/*"_L1, at);
        if (begin < 0) {
            plain += css.sliced(at);
            return plain;
        }
        plain += css.sliced(at, begin - at);
        const qsizetype end = css.indexOf("*/"_L1, begin + 2);
        if (end < 0)
            return std::nullopt;
        at = end + 2;
    }
}

//! Calls \a judge with the name and the rest of every call in the text until it finds a fault.
template <class F>
GraphicFault everyCall(QStringView text, F judge)
{
    for (qsizetype at = text.indexOf(u'('); at >= 0; at = text.indexOf(u'(', at + 1)) {
        const GraphicFault fault = judge(functionBefore(text, at), text.sliced(at + 1));
        if (fault != GraphicFault::None)
            return fault;
    }
    return GraphicFault::None;
}

GraphicFault urlFault(const QString &function, QStringView rest)
{
    // "xurl(" too: nobody needs it.
    if (!function.endsWith("url"_L1))
        return GraphicFault::None;
    const qsizetype end = rest.indexOf(u')');
    return end >= 0 && isOwnElement(rest.first(end)) ? GraphicFault::None : GraphicFault::External;
}

} // namespace

GraphicFault styleFault(QStringView css)
{
    // An escape could spell any of the words below; no exporter of charts writes one.
    if (css.contains(u'\\'))
        return GraphicFault::External;
    const std::optional<QString> plain = withoutComments(css);
    if (!plain)
        return GraphicFault::Damaged;
    // @import and @font-face fetch; QtSvg understands no other.
    if (plain->contains(u'@'))
        return GraphicFault::External;
    const GraphicFault commented = everyCall(css, urlFault);
    if (commented != GraphicFault::None)
        return commented;
    return everyCall(*plain, [](const QString &function, QStringView rest) {
        if (!function.isEmpty() && !isKnownFunction(function))
            return function == "expression"_L1 ? GraphicFault::Active : GraphicFault::Unsupported;
        return urlFault(function, rest);
    });
}

GraphicFault referenceFault(QStringView value)
{
    if (value.contains(u'\\') && value.contains(u'('))
        return GraphicFault::External;
    return everyCall(value, urlFault);
}

double largestNumber(QStringView text, bool style)
{
    double largest = 0;
    qsizetype at = 0;
    const auto digitAt = [text](qsizetype i) {
        return i < text.size() && text.at(i) >= u'0' && text.at(i) <= u'9';
    };
    while (at < text.size()) {
        if (text.at(at) == u'#' || (style && (text.at(at).isLetter() || text.at(at) == u'_'))) {
            for (++at; at < text.size() && isNamePart(text.at(at));)
                ++at;
            continue;
        }
        if (!digitAt(at)) {
            ++at;
            continue;
        }
        // Only the order of magnitude is wanted.
        double number = 0;
        for (; digitAt(at); ++at)
            number = number * 10 + (text.at(at).unicode() - u'0');
        if (at < text.size() && text.at(at) == u'.') {
            for (++at; digitAt(at);)
                ++at;
            number += 1;
        }
        if (at < text.size() && (text.at(at) == u'e' || text.at(at) == u'E')) {
            qsizetype power = at + 1;
            const bool negative = power < text.size() && text.at(power) == u'-';
            if (negative || (power < text.size() && text.at(power) == u'+'))
                ++power;
            if (digitAt(power)) {
                int exponent = 0;
                for (; digitAt(power); ++power)
                    exponent = std::min(exponent * 10 + (text.at(power).unicode() - u'0'), 400);
                // "0.5e9" counts as at least 1e9.
                number = negative ? number : std::max(number, 1.0) * std::pow(10.0, exponent);
                at = power;
            }
        }
        largest = std::max(largest, number);
    }
    return largest;
}

} // namespace graphics
