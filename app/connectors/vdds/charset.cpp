// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/charset.h"

#include <QHash>
#include <QStringDecoder>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vdds {

namespace {

//! Windows-1252, 0x80 to 0x9F; the bytes it does not use stand for the controls of their number.
constexpr std::array<char16_t, 32> upper{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

//! The byte of a letter, or -1.
int byteOf(QChar c)
{
    const char16_t unicode = c.unicode();
    if (unicode < 0x80 || (unicode >= 0xA0 && unicode <= 0xFF))
        return unicode;
    for (size_t i = 0; i < upper.size(); ++i) {
        if (upper.at(i) == unicode)
            return int(0x80 + i);
    }
    return -1;
}

//! Letters that have no mark to take off.
QString spelled(QChar c)
{
    static const QHash<char16_t, QString> letters{
        {u'\u0141', u"L"_s},  {u'\u0142', u"l"_s},  {u'\u0110', u"D"_s}, {u'\u0111', u"d"_s},
        {u'\u0126', u"H"_s},  {u'\u0127', u"h"_s},  {u'\u0131', u"i"_s}, {u'\u0130', u"I"_s},
        {u'\u0166', u"T"_s},  {u'\u0167', u"t"_s},  {u'\u014A', u"N"_s}, {u'\u014B', u"n"_s},
        {u'\u1E9E', u"SS"_s}, {u'\u2010', u"-"_s},  {u'\u2011', u"-"_s}, {u'\u2012', u"-"_s},
        {u'\u2212', u"-"_s},  {u'\u02BC', u"'"_s},  {u'\u02BB', u"'"_s}, {u'\u2032', u"'"_s},
        {u'\u02B9', u"'"_s},  {u'\u202F', u" "_s},  {u'\u2009', u" "_s}, {u'\u3000', u" "_s},
        {u'\u0132', u"IJ"_s}, {u'\u0133', u"ij"_s}, {u'\u018F', u"E"_s}, {u'\u0259', u"e"_s}};
    return letters.value(c.unicode());
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes;
}

} // namespace

QByteArray markOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8:
        return QByteArrayLiteral("\xEF\xBB\xBF");
    case Charset::Utf16LE:
        return QByteArrayLiteral("\xFF\xFE");
    case Charset::Utf16BE:
        return QByteArrayLiteral("\xFE\xFF");
    case Charset::Windows1252:
        break;
    }
    return {};
}

Charset charsetOf(const QByteArray &bytes, bool *marked)
{
    if (marked)
        *marked = true;
    for (const Charset charset : {Charset::Utf8, Charset::Utf16LE, Charset::Utf16BE}) {
        if (bytes.startsWith(markOf(charset)))
            return charset;
    }
    if (marked)
        *marked = false;
    const bool plain = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
    // Only plain letters: what is added later is to be what old programs read.
    return !plain && isUtf8(bytes) ? Charset::Utf8 : Charset::Windows1252;
}

QString decoded(const QByteArray &bytes, Charset charset)
{
    switch (charset) {
    case Charset::Utf8:
        return QString::fromUtf8(bytes);
    case Charset::Utf16LE:
    case Charset::Utf16BE: {
        QString text;
        text.reserve(bytes.size() / 2);
        const bool little = charset == Charset::Utf16LE;
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
            const auto first = uchar(bytes.at(i));
            const auto second = uchar(bytes.at(i + 1));
            text += QChar(little ? char16_t(second << 8 | first) : char16_t(first << 8 | second));
        }
        return text;
    }
    case Charset::Windows1252:
        break;
    }
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto code = uchar(byte);
        text += QChar(code >= 0x80 && code < 0xA0 ? upper.at(code - 0x80U) : char16_t(code));
    }
    return text;
}

QString transliterated(const QString &text)
{
    QString out;
    // A letter and its mark may come apart: put together they are often in the encoding.
    const QString whole = text.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const QChar c = whole.at(i);
        if (byteOf(c) >= 0) {
            out += c;
            continue;
        }
        const bool pair = c.isHighSurrogate() && i + 1 < whole.size();
        const QString spelling = spelled(c);
        QString plain;
        if (spelling.isEmpty() && !pair) {
            for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD)) {
                if (byteOf(part) >= 0)
                    plain += part;
                else
                    plain += spelled(part);
            }
        }
        if (!spelling.isEmpty() || !plain.isEmpty())
            out += spelling.isEmpty() ? plain : spelling;
        else if (c.category() != QChar::Mark_NonSpacing)
            out += u'?';
        i += pair ? 1 : 0;
    }
    return out;
}

QByteArray encoded(const QString &text, Charset charset)
{
    QByteArray bytes;
    switch (charset) {
    case Charset::Utf8:
        return text.toUtf8();
    case Charset::Utf16LE:
    case Charset::Utf16BE:
        for (const QChar c : text) {
            const char low = char(c.unicode() & 0xFF);
            const char high = char(c.unicode() >> 8);
            bytes += charset == Charset::Utf16LE ? low : high;
            bytes += charset == Charset::Utf16LE ? high : low;
        }
        return bytes;
    case Charset::Windows1252:
        break;
    }
    for (const QChar c : transliterated(text))
        bytes += char(byteOf(c) & 0xFF);
    return bytes;
}

} // namespace vdds
