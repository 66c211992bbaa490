// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/moneytext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace moneytext {

namespace {

QString currencySign(const QString &code)
{
    static const QHash<QString, QString> signs{{u"EUR"_s, u"€"_s},   {u"GBP"_s, u"£"_s},
                                               {u"USD"_s, u"$"_s},   {u"MUR"_s, u"Rs"_s},
                                               {u"CHF"_s, u"CHF"_s}, {u"JPY"_s, u"¥"_s}};
    return signs.value(code, code);
}

} // namespace

QString amount(const Money &money, const QLocale &locale)
{
    qint64 unit = 1;
    for (int i = 0; i < money.currency.exponent; ++i)
        unit *= 10;
    const qint64 magnitude = qAbs(money.minor);
    QString text = locale.toString(magnitude / unit);
    if (money.currency.exponent > 0)
        text += locale.decimalPoint()
            + QString::number(magnitude % unit).rightJustified(money.currency.exponent, u'0');
    return money.minor < 0 ? QString(QChar(0x2212) + text) : text;
}

QString money(const Money &money, const QLocale &locale)
{
    const QString sign = currencySign(money.currency.code);
    // A no-break space, so that the sign never stands on another line than its amount.
    if (locale.language() != QLocale::English)
        return QString(amount(money, locale) + QChar(0xa0) + sign);
    // English writes the sign first: "Rs 1,500.00", "€90.00", "−€90.00".
    Money magnitude = money;
    magnitude.minor = qAbs(money.minor);
    QString text = sign;
    if (!text.isEmpty() && text.back().isLetter())
        text += QChar(0xa0);
    text += amount(magnitude, locale);
    return money.minor < 0 ? QString(QChar(0x2212) + text) : text;
}

QString quantity(Thousandths value, const QLocale &locale)
{
    QString text = QString::number(qAbs(value / 1000));
    if (const qint64 rest = qAbs(value % 1000); rest != 0) {
        QString digits = QString::number(rest).rightJustified(3, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += locale.decimalPoint() + digits;
    }
    return value < 0 ? QString(QChar(0x2212) + text) : text;
}

} // namespace moneytext
