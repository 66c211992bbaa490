// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <variant>

namespace sim {

//! A refusal in the accounting API's own words (contract quickbooks-online.md section 11).
struct BookFault {
    QString code;
    QString message;
    QString detail;
    QString element;
    int status = 400;
    QString type = QStringLiteral("ValidationFault");

    //! The service-level body, without "time".
    QJsonObject body() const
    {
        const QJsonObject error{{QStringLiteral("Message"), message},
                                {QStringLiteral("Detail"), detail},
                                {QStringLiteral("code"), code},
                                {QStringLiteral("element"), element}};
        return {{QStringLiteral("Fault"),
                 QJsonObject{{QStringLiteral("Error"), QJsonArray{error}},
                             {QStringLiteral("type"), type}}}};
    }

    static BookFault missing(const QString &name)
    {
        return {.code = QStringLiteral("2020"),
                .message = QStringLiteral("Required param missing, need to supply the required "
                                          "value for the API"),
                .detail =
                    QStringLiteral("Required parameter %1 is missing in the request").arg(name),
                .element = name};
    }
    static BookFault tooLong(const QString &name, int most)
    {
        return {.code = QStringLiteral("2050"),
                .message = QStringLiteral("String length specified does not match the supported "
                                          "length"),
                .detail = QStringLiteral("String length specified does not match the supported "
                                         "length. Min:0 Max:%1 supported for %2")
                              .arg(most)
                              .arg(name),
                .element = name};
    }
    static BookFault badNumber(const QString &name)
    {
        return {.code = QStringLiteral("2080"),
                .message = QStringLiteral("Invalid Number"),
                .detail = QStringLiteral("Invalid Number : %1").arg(name),
                .element = name};
    }
    static BookFault badWord(const QString &name)
    {
        return {.code = QStringLiteral("2170"),
                .message = QStringLiteral("Invalid Enumeration"),
                .detail = QStringLiteral("Invalid Enumeration : %1").arg(name),
                .element = name};
    }
    static BookFault unknownProperty(const QString &name)
    {
        return {
            .code = QStringLiteral("2010"),
            .message = QStringLiteral("Request has invalid or unsupported property"),
            .detail =
                QStringLiteral("Property Name:%1 specified is unsupported or invalid").arg(name),
            .element = name};
    }
    static BookFault badReference(const QString &what, const QString &id)
    {
        return {
            .code = QStringLiteral("2500"),
            .message = QStringLiteral("Invalid Reference Id"),
            .detail =
                QStringLiteral("Invalid Reference Id : %1 element id %2 not found").arg(what, id),
            .element = what};
    }
    static BookFault notFound()
    {
        return {.code = QStringLiteral("610"),
                .message = QStringLiteral("Object Not Found"),
                .detail = QStringLiteral("Object Not Found : Something you're trying to use has "
                                         "been made inactive. Check the fields with accounts, "
                                         "customers, items, vendors or employees."),
                .element = {}};
    }
    static BookFault stale()
    {
        return {.code = QStringLiteral("5010"),
                .message = QStringLiteral("Stale Object Error"),
                .detail = QStringLiteral("Stale Object Error : You and another user were working "
                                         "on this at the same time. The other one finished "
                                         "before you did, so your work was not saved."),
                .element = {}};
    }
    static BookFault duplicateName(const QString &whose)
    {
        return {.code = QStringLiteral("6240"),
                .message = QStringLiteral("Duplicate Name Exists Error"),
                .detail = QStringLiteral("The name supplied already exists. : Another %1 is "
                                         "already using this name. Please use a different name.")
                              .arg(whose),
                .element = {}};
    }
    static BookFault business(const QString &why)
    {
        return {.code = QStringLiteral("6000"),
                .message = QStringLiteral("A business validation error has occurred while "
                                          "processing your request"),
                .detail = QStringLiteral("Business Validation Error: %1").arg(why),
                .element = {}};
    }
    static BookFault unsupported(const QString &what)
    {
        return {.code = QStringLiteral("500"),
                .message = QStringLiteral("Unsupported Operation"),
                .detail = QStringLiteral("Operation %1 is not supported.").arg(what),
                .element = {},
                .status = 500,
                .type = QStringLiteral("SystemFault")};
    }
};

//! A record, or why not.
using BookResult = std::variant<QJsonObject, BookFault>;

inline const BookFault *faultOf(const BookResult &result)
{
    return std::get_if<BookFault>(&result);
}

inline const QJsonObject &recordOf(const BookResult &result)
{
    return *std::get_if<QJsonObject>(&result);
}

} // namespace sim
