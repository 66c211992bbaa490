// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/datetext.h"

#include <QCoreApplication>
#include <QList>

using namespace Qt::StringLiterals;

namespace {

struct DateText {
    Q_DECLARE_TR_FUNCTIONS(DateText)
};

//! Longer than any date; what was pasted by mistake is not looked at.
constexpr qsizetype longest = 20;

int wholeYear(int typed, qsizetype digits, QDate today)
{
    if (digits > 2)
        return typed;
    const int year = today.year() / 100 * 100 + typed;
    return year > today.year() ? year - 100 : year;
}

} // namespace

QDate dateFromText(QStringView typed, QDate today)
{
    typed = typed.trimmed();
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    QList<QString> parts{QString()};
    for (const QChar c : typed) {
        if (const int digit = c.digitValue(); c.isDigit() && digit >= 0)
            parts.last() += QChar(u'0' + digit);
        else if (!QStringView(u"./- ").contains(c))
            return {};
        else if (!parts.last().isEmpty())
            parts.append(QString());
    }
    if (parts.last().isEmpty())
        parts.removeLast();
    if (parts.size() == 1) {
        const QString digits = parts.first();
        if (digits.size() != 8 && digits.size() != 6)
            return {};
        parts = {digits.left(2), digits.mid(2, 2), digits.mid(4)};
    }
    if (parts.size() != 3)
        return {};
    if (parts.at(0).size() == 4)
        std::swap(parts[0], parts[2]);
    if (parts.at(0).size() > 2 || parts.at(1).size() > 2
        || (parts.at(2).size() != 4 && parts.at(2).size() != 2))
        return {};
    const int year = wholeYear(parts.at(2).toInt(), parts.at(2).size(), today);
    return QDate(year, parts.at(1).toInt(), parts.at(0).toInt());
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(DateText::tr("dd/MM/yyyy", "date format")) : QString();
}

QString ageText(QDate birth, QDate today)
{
    if (!birth.isValid() || birth > today)
        return {};
    int months = (today.year() - birth.year()) * 12 + today.month() - birth.month();
    if (today.day() < birth.day())
        --months;
    if (months < 24)
        return DateText::tr("%1 months", "age").arg(months);
    return DateText::tr("%1 y", "age in years").arg(months / 12);
}
