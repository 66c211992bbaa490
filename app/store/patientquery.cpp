// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientquery.h"

#include "app/domain/personname.h"
#include "app/store/patientwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QDate dateOf(const QString &token)
{
    for (const QString &form : {u"d/M/yyyy"_s, u"d.M.yyyy"_s, u"d-M-yyyy"_s, u"yyyy-M-d"_s}) {
        const QDate date = QDate::fromString(token, form);
        if (date.isValid())
            return date;
    }
    return {};
}

bool isNumberPart(const QString &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](QChar c) {
        return c.isDigit() || c == u'+' || c == u'.' || c == u'-' || c == u'(' || c == u')';
    }) && std::any_of(token.begin(), token.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

PatientQuery PatientQuery::parsed(QStringView text)
{
    PatientQuery query;
    QString number;
    const QString typed = text.left(200).toString().simplified();
    for (const QString &token : typed.split(u' ', Qt::SkipEmptyParts)) {
        const QDate date = dateOf(token);
        if (date.isValid())
            query.birth = date;
        else if (isNumberPart(token))
            number += token;
        else {
            for (const QString &word : foldedName(token).split(u' ', Qt::SkipEmptyParts))
                query.words.append(word.toUtf8());
        }
    }
    const QString raw = digitsOf(number);
    if (raw.isEmpty())
        return query;
    query.digits.append(raw.toLatin1());
    const QString key = phoneKey(number);
    if (key.size() >= 7 && key != raw)
        query.digits.append(key.toLatin1());
    if (raw.size() == 8)
        query.maybeBirth = QDate::fromString(raw, u"ddMMyyyy"_s);
    return query;
}
