// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;

// Beyond any bill. Amounts read in stay within it and products are held to it, so that sums of
// whole documents cannot overflow; a total out there agrees with nobody else's and is refused.
constexpr qint64 largestAmount = 1'000'000'000'000'000;

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

qint64 roundedQuotient(Wide dividend, qint64 divisor)
{
    const bool negative = dividend < 0;
    const Wide size = negative ? -dividend : dividend;
    const Wide rounded = std::min<Wide>((size + divisor / 2) / divisor, largestAmount);
    return static_cast<qint64>(negative ? -rounded : rounded);
}

tl::unexpected<Error> notAnAmount()
{
    return failure(Error::Kind::Invalid,
                   QCoreApplication::translate("Money",
                                               "This is not an amount. Type digits with at most "
                                               "one decimal mark, such as 1234.50."));
}

tl::unexpected<Error> tooLarge()
{
    return failure(Error::Kind::Invalid,
                   QCoreApplication::translate("Money", "This amount is too large to be a price."));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

enum class SurplusDigits { Rounded, Refused };

//! Unsigned digits before and after the point as an integer in the last of `exponent` decimals.
Result<qint64> fromDigits(QStringView whole, QStringView decimals, int exponent,
                          SurplusDigits surplus)
{
    if ((whole.isEmpty() && decimals.isEmpty()) || !allDigits(whole) || !allDigits(decimals))
        return notAnAmount();
    if (surplus == SurplusDigits::Refused && decimals.size() > exponent)
        return notAnAmount();
    qint64 value = 0;
    const auto append = [&value](int digit) {
        value = value * 10 + digit;
        return value <= largestAmount;
    };
    for (const QChar c : whole) {
        if (!append(c.digitValue()))
            return tooLarge();
    }
    for (int i = 0; i < exponent; ++i) {
        if (!append(i < decimals.size() ? decimals.at(i).digitValue() : 0))
            return tooLarge();
    }
    if (decimals.size() > exponent && decimals.at(exponent) >= u'5')
        ++value;
    return value;
}

//! Machine text: an optional minus, digits, an optional point with digits.
Result<qint64> fromDecimalText(QStringView text, int exponent)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView decimals = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || (point >= 0 && decimals.isEmpty()))
        return notAnAmount();
    const Result<qint64> size = fromDigits(whole, decimals, exponent, SurplusDigits::Rounded);
    if (!size)
        return size;
    return negative ? -*size : *size;
}

Result<qint64> fromJson(const QJsonValue &value, int exponent)
{
    if (value.isString())
        return fromDecimalText(value.toString(), exponent);
    if (!value.isDouble())
        return notAnAmount();
    const double number = value.toDouble();
    if (!std::isfinite(number))
        return notAnAmount();
    if (std::abs(number) > static_cast<double>(largestAmount))
        return tooLarge();
    // The shortest text that reads back as this double is what the sender wrote.
    return fromDecimalText(QString::number(number, 'f', QLocale::FloatingPointShortest), exponent);
}

QJsonValue toJson(qint64 value, int exponent)
{
    const qint64 unit = powerOfTen(exponent);
    if (value % unit == 0)
        return QJsonValue(value / unit);
    // One division of two exact doubles gives the double nearest to the decimal.
    return QJsonValue(static_cast<double>(value) / static_cast<double>(unit));
}

struct Sign {
    QLatin1StringView code;
    QStringView sign;
};

constexpr std::array<Sign, 12> currencySigns{{{"EUR"_L1, u"€"},
                                              {"MUR"_L1, u"Rs"},
                                              {"MUR"_L1, u"₨"},
                                              {"MAD"_L1, u"DH"},
                                              {"TND"_L1, u"DT"},
                                              {"XOF"_L1, u"FCFA"},
                                              {"XAF"_L1, u"FCFA"},
                                              {"KMF"_L1, u"CF"},
                                              {"USD"_L1, u"$"},
                                              {"CAD"_L1, u"$"},
                                              {"GBP"_L1, u"£"},
                                              {"CHF"_L1, u"Fr."}}};

//! The typed text without the currency's code or sign at either end.
QString withoutSign(QString text, const Currency &currency)
{
    QStringList signs{currency.code};
    for (const Sign &known : currencySigns) {
        if (known.code == currency.code)
            signs.append(known.sign.toString());
    }
    for (const QString &sign : std::as_const(signs)) {
        if (sign.isEmpty())
            continue;
        if (text.endsWith(sign, Qt::CaseInsensitive))
            return text.chopped(sign.size()).trimmed();
        if (text.startsWith(sign, Qt::CaseInsensitive))
            return text.mid(sign.size()).trimmed();
    }
    return text;
}

//! "1 234" or "1,234" without its group marks; nothing where the groups are not of three digits.
std::optional<QString> ungrouped(const QString &text, QChar mark)
{
    const QStringList groups = text.split(mark);
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qsizetype size = groups.at(i).size();
        const bool fits = i == 0 ? groups.size() == 1 || (size >= 1 && size <= 3) : size == 3;
        if (!fits || !allDigits(groups.at(i)))
            return std::nullopt;
    }
    return groups.join(QString());
}

} // namespace

Result<Currency> currencyFromCode(QStringView code)
{
    const auto isLetter = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    };
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), isLetter)) {
        return failure(Error::Kind::Invalid,
                       QCoreApplication::translate(
                           "Money", "A currency is named by three letters, such as EUR or MUR."));
    }
    static const QStringList none{u"XOF"_s, u"XAF"_s, u"JPY"_s, u"KRW"_s, u"VND"_s, u"CLP"_s,
                                  u"PYG"_s, u"RWF"_s, u"UGX"_s, u"DJF"_s, u"GNF"_s, u"KMF"_s,
                                  u"VUV"_s, u"XPF"_s, u"BIF"_s, u"ISK"_s};
    static const QStringList three{u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s,
                                   u"LYD"_s, u"OMR"_s, u"TND"_s};
    const QString upper = code.toString().toUpper();
    return Currency{upper, none.contains(upper) ? 0 : three.contains(upper) ? 3 : 2};
}

Money scaled(const Money &amount, Thousandths factor)
{
    return Money{roundedQuotient(Wide(amount.minor) * factor, 1000), amount.currency};
}

Money percentOf(const Money &amount, Thousandths percent)
{
    return Money{roundedQuotient(Wide(amount.minor) * percent, 100'000), amount.currency};
}

QList<qint64> allotted(qint64 total, const QList<qint64> &weights)
{
    QList<qint64> parts(weights.size(), 0);
    if (weights.isEmpty())
        return parts;
    const auto size = [](Wide value) { return value < 0 ? -value : value; };
    // Weights count by their size: with mixed signs a part would otherwise exceed the whole.
    Wide sum = 0;
    for (const qint64 weight : weights)
        sum += size(weight);
    if (sum == 0) {
        parts.first() = total;
        return parts;
    }
    const Wide whole = size(total);
    QList<Wide> remainders;
    Wide left = whole;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const Wide product = whole * size(weights.at(i));
        const Wide part = product / sum;
        remainders.append(product % sum);
        left -= part;
        parts[i] = static_cast<qint64>(total < 0 ? -part : part);
    }
    QList<qsizetype> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&remainders](qsizetype a, qsizetype b) {
        return remainders.at(a) > remainders.at(b);
    });
    for (qsizetype i = 0; left > 0; ++i, --left)
        parts[order.at(i)] += total < 0 ? -1 : 1;
    return parts;
}

Result<Money> moneyFromJson(const QJsonValue &value, const Currency &currency)
{
    return fromJson(value, currency.exponent).map([&currency](qint64 minor) {
        return Money{minor, currency};
    });
}

QJsonValue moneyToJson(const Money &amount)
{
    return toJson(amount.minor, amount.currency.exponent);
}

Result<Thousandths> thousandthsFromJson(const QJsonValue &value)
{
    return fromJson(value, 3);
}

QJsonValue thousandthsToJson(Thousandths value)
{
    return toJson(value, 3);
}

QString moneyToText(const Money &amount)
{
    const int exponent = amount.currency.exponent;
    const bool negative = amount.minor < 0;
    const quint64 size = negative ? quint64(0) - quint64(amount.minor) : quint64(amount.minor);
    QString digits = QString::number(size).rightJustified(exponent + 1, u'0');
    if (exponent > 0)
        digits.insert(digits.size() - exponent, u'.');
    return negative ? QString(u'-' + digits) : digits;
}

Result<Money> moneyFromText(QStringView text, const Currency &currency)
{
    // Longer than any amount with its groups and currency: refused before it is copied about.
    if (text.size() > 60)
        return notAnAmount();
    QString typed = text.toString();
    for (QChar &c : typed) {
        if (c.isSpace())
            c = u' ';
        else if (c == u'\u2212')
            c = u'-';
    }
    typed = typed.simplified();
    typed.replace(u"F CFA"_s, u"FCFA"_s, Qt::CaseInsensitive);
    bool negative = typed.startsWith(u'-');
    if (negative)
        typed = typed.mid(1).trimmed();
    typed = withoutSign(typed, currency);
    if (!negative && typed.startsWith(u'-')) {
        negative = true;
        typed = typed.mid(1).trimmed();
    }

    const qsizetype comma = typed.lastIndexOf(u',');
    const qsizetype point = typed.lastIndexOf(u'.');
    qsizetype decimalMark = std::max(comma, point);
    QChar group = u' ';
    if (comma >= 0 && point >= 0) {
        group = comma > point ? u'.' : u',';
    } else if (decimalMark >= 0) {
        const QChar mark = typed.at(decimalMark);
        const bool grouping = typed.count(mark) > 1
            || (currency.exponent == 0 && typed.size() - decimalMark - 1 == 3);
        if (grouping) {
            group = mark;
            decimalMark = -1;
        }
    }
    const QString decimals = decimalMark < 0 ? QString() : typed.mid(decimalMark + 1);
    if (decimalMark >= 0 && decimals.isEmpty())
        return notAnAmount();
    const std::optional<QString> whole =
        ungrouped(decimalMark < 0 ? typed : typed.left(decimalMark), group);
    if (!whole)
        return notAnAmount();
    const Result<qint64> size =
        fromDigits(*whole, decimals, currency.exponent, SurplusDigits::Refused);
    if (!size)
        return tl::unexpected(size.error());
    return Money{negative ? -*size : *size, currency};
}
