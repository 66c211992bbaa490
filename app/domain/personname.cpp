// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/personname.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

bool isApostrophe(QChar c)
{
    switch (c.unicode()) {
    case u'\'':
    case u'`':
    case u'\u00B4':
    case u'\u02B9':
    case u'\u02BB':
    case u'\u02BC':
    case u'\u2018':
    case u'\u2019':
    case u'\u201B':
    case u'\u2032':
    case u'\uFF07':
        return true;
    default:
        return false;
    }
}

bool isHyphen(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c == u'\u2212' || c == u'\u00AD';
}

//! Letters that Unicode decomposition leaves whole (domain-fr.md section 6.1), in upper case.
QLatin1StringView spelledOut(QChar c)
{
    switch (c.unicode()) {
    case u'\u0152':
    case u'\u0153':
        return "OE"_L1;
    case u'\u00C6':
    case u'\u00E6':
        return "AE"_L1;
    case u'\u00DF':
    case u'\u1E9E':
        return "SS"_L1;
    case u'\u0141':
    case u'\u0142':
        return "L"_L1;
    case u'\u00D8':
    case u'\u00F8':
        return "O"_L1;
    case u'\u0110':
    case u'\u0111':
    case u'\u00D0':
    case u'\u00F0':
        return "D"_L1;
    case u'\u00DE':
    case u'\u00FE':
        return "TH"_L1;
    case u'\u0126':
    case u'\u0127':
        return "H"_L1;
    case u'\u0131':
        return "I"_L1;
    default:
        return {};
    }
}

const QSet<QString> &particles()
{
    static const QSet<QString> all{
        u"DE"_s,  u"LA"_s,  u"LE"_s,  u"LES"_s, u"DU"_s,  u"DES"_s, u"D"_s,   u"L"_s,     u"VAN"_s,
        u"VON"_s, u"DER"_s, u"DEN"_s, u"TER"_s, u"TEN"_s, u"EL"_s,  u"AL"_s,  u"BEN"_s,   u"BIN"_s,
        u"DI"_s,  u"DA"_s,  u"DO"_s,  u"DOS"_s, u"DAS"_s, u"DEL"_s, u"DAL"_s, u"DELLA"_s, u"ZU"_s};
    return all;
}

} // namespace

QString foldedName(QStringView name)
{
    QString folded;
    folded.reserve(name.size());
    const auto fold = [&folded](QChar c) {
        // Before the marks: compatibility forms turn a free-standing acute into blank and mark.
        if (isApostrophe(c) || isHyphen(c) || c.isSpace()) {
            folded += u' ';
            return;
        }
        const QChar::Category category = c.category();
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
            || category == QChar::Other_Control || category == QChar::Other_Format)
            return;
        const QLatin1StringView letters = spelledOut(c);
        if (letters.isEmpty())
            folded += c;
        else
            folded += letters;
    };
    // Character by character: normalising a whole text takes time in the square of its length,
    // and the order of marks does not matter where all of them go.
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (c.unicode() < 0x80 || isApostrophe(c)) {
            fold(c);
            continue;
        }
        const bool pair = c.isHighSurrogate() && i + 1 < name.size();
        const QString parts =
            name.mid(i, pair ? 2 : 1).toString().normalized(QString::NormalizationForm_KD);
        for (const QChar part : parts)
            fold(part);
        i += pair ? 1 : 0;
    }
    return folded.simplified().toUpper();
}

QString withoutParticles(const QString &folded)
{
    qsizetype from = 0;
    while (true) {
        const qsizetype blank = folded.indexOf(u' ', from);
        // The last word is the name itself, whatever it looks like.
        if (blank < 0 || !particles().contains(folded.mid(from, blank - from)))
            return folded.mid(from);
        from = blank + 1;
    }
}

QString withCapitals(const QString &typed)
{
    // Whoever used the capitals at all wrote a particle small on purpose.
    const bool careless = typed == typed.toLower();
    QString result = typed;
    qsizetype start = 0;
    while (start < result.size()) {
        qsizetype end = result.indexOf(u' ', start);
        if (end < 0)
            end = result.size();
        const QString word = result.mid(start, end - start);
        const bool small = word == word.toLower();
        if (small && (careless || !particles().contains(foldedName(word)))) {
            bool first = true;
            for (qsizetype i = start; i < end; ++i) {
                const QChar c = result.at(i);
                // Not QString::toUpper: the word must keep its length, as of a sharp s.
                if (first && c.isLetter())
                    result[i] = c.toUpper();
                first = isApostrophe(c) || isHyphen(c) || (first && !c.isLetter());
            }
        }
        start = end + 1;
    }
    return result;
}

QString phoneKey(QStringView phone)
{
    // Enough for two numbers in one field; a pasted book is not a phone number.
    phone = phone.left(80);
    QString digits;
    bool international = false;
    for (const QChar c : phone) {
        if (c == u'+' && digits.isEmpty())
            international = true;
        else if (c.isDigit())
            digits += QChar(char16_t(u'0' + c.digitValue()));
        else if (c.isLetter() && digits.size() >= 6)
            break; // "poste 12" and the like
    }
    if (!international && digits.startsWith("00"_L1)) {
        international = true;
        digits = digits.mid(2);
    }
    if (international) {
        // Country codes of domain-fr.md section 7: without them a short national number and its
        // international form would not meet.
        static constexpr std::array<QLatin1StringView, 14> codes{
            "230"_L1, "262"_L1, "261"_L1, "248"_L1, "269"_L1, "212"_L1, "216"_L1,
            "221"_L1, "225"_L1, "352"_L1, "33"_L1,  "32"_L1,  "41"_L1,  "1"_L1};
        for (const QLatin1StringView code : codes) {
            if (digits.startsWith(code)) {
                digits = digits.mid(code.size());
                break;
            }
        }
    }
    digits = digits.right(9);
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits.at(zeros) == u'0')
        ++zeros;
    return digits.mid(zeros);
}

QString nameProblem(QStringView name)
{
    const QStringView trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return QCoreApplication::translate("PersonName", "A name is needed.");
    const QString tooLong = QCoreApplication::translate(
        "PersonName", "This name is longer than 60 characters. Shorten it.");
    if (trimmed.size() > 2 * 60)
        return tooLong;
    const QString hidden = QCoreApplication::translate(
        "PersonName", "This name holds characters that cannot be seen. Type it anew.");
    bool hasLetter = false;
    const QList<uint> points = trimmed.toUcs4();
    if (points.size() > 60)
        return tooLong;
    for (const uint point : points) {
        if (point == QChar::ReplacementCharacter) // half of a surrogate pair, too
            return hidden;
        switch (QChar::category(char32_t(point))) {
        case QChar::Other_Format:
            // The two joiners shape letters in some scripts; direction marks only mislead.
            if (point == 0x200C || point == 0x200D)
                break;
            return hidden;
        case QChar::Other_Control:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return hidden;
        default:
            hasLetter = hasLetter || QChar::isLetter(char32_t(point));
        }
    }
    if (!hasLetter)
        return QCoreApplication::translate("PersonName", "A name needs at least one letter.");
    return {};
}
