// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/patientcheck.h"

#include "app/domain/personname.h"

#include <QCoreApplication>
#include <QRegularExpression>
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <phonenumbers/phonenumberutil.h>
#pragma GCC diagnostic pop

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("PatientCheck", text);
}

//! "poste 12" and the like would be read as letters on a keypad (domain-fr.md section 7).
QString withoutExtension(const QString &typed)
{
    static const QRegularExpression extension(u"\\s*(poste|ext\\.?|x)\\s*\\d+\\s*$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    QString number = typed.trimmed();
    number.remove(extension);
    return number;
}

bool readable(const QString &typed)
{
    const QString number = withoutExtension(typed);
    if (number.size() > 40)
        return false;
    int digits = 0;
    for (const QChar c : number) {
        if (c.isDigit())
            ++digits;
        else if (!c.isSpace() && !QStringView(u"+().-/").contains(c))
            return false;
    }
    return digits >= 3 && digits <= 17;
}

} // namespace

QString normalisedPhone(const QString &typed, const QString &country)
{
    const QString number = withoutExtension(typed);
    if (number.isEmpty() || number.size() > 40)
        return typed.trimmed();
    const auto *util = i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber parsed;
    if (util->Parse(number.toStdString(), country.toStdString(), &parsed)
            != i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR
        || !util->IsValidNumber(parsed)) {
        return typed.trimmed();
    }
    std::string text;
    util->Format(parsed, i18n::phonenumbers::PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

QStringList patientProblems(const Patient &patient, QDate today)
{
    QStringList problems;
    if (const QString last = nameProblem(patient.lastName); !last.isEmpty())
        problems.append(words(QT_TRANSLATE_NOOP("PatientCheck", "Last name: %1")).arg(last));
    if (!patient.firstName.isEmpty()) {
        if (const QString first = nameProblem(patient.firstName); !first.isEmpty())
            problems.append(words(QT_TRANSLATE_NOOP("PatientCheck", "First name: %1")).arg(first));
    }
    if (patient.birthDate.isValid()) {
        if (patient.birthDate > today)
            problems.append(
                words(QT_TRANSLATE_NOOP("PatientCheck", "The birth date lies in the future.")));
        else if (patient.birthDate.year() < 1900)
            problems.append(words(QT_TRANSLATE_NOOP(
                "PatientCheck", "The birth date is before 1900. Please check the year.")));
    }
    for (const QString &phone : {patient.mobile, patient.phone}) {
        if (!phone.isEmpty() && !readable(phone)) {
            problems.append(
                words(QT_TRANSLATE_NOOP("PatientCheck",
                                        "The phone number cannot be read. Use digits, blanks and a "
                                        "leading +, one number per field.")));
        }
    }
    static const QRegularExpression mail(
        u"^[^@\\s\\p{C}]{1,64}@[^@\\s\\p{C}]{1,190}\\.[^@\\s.\\p{C}]{2,}$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (!patient.email.isEmpty()
        && (patient.email.size() > 100 || !mail.match(patient.email).hasMatch())) {
        problems.append(words(QT_TRANSLATE_NOOP(
            "PatientCheck",
            "The e-mail address needs one @ and a domain, such as name@example.com.")));
    }
    return problems;
}
