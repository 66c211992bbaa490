// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/quickbooks/json.h"

#include "app/base/id.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace quickbooks {

namespace {

constexpr int NameLength = 100; // GivenName, FamilyName
constexpr int DisplayLength = 500;
constexpr int PhoneLength = 30;
constexpr int EmailLength = 100;

struct Meaning {
    QLatin1StringView code;
    Error::Kind kind;
    const char *words; //!< %1 is the field
};

// Codes of quickbooks-online.md section 11.
const Meaning meanings[] = {
    {"6240"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks already has a record of this name.")},
    {"6140"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks already has an invoice of this number.")},
    {"5010"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "Somebody changed the record in QuickBooks meanwhile. Retry.")},
    {"610"_L1, Error::Kind::NotFound,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "QuickBooks no longer has a record that this needs, or it is inactive.")},
    {"2500"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "QuickBooks does not know a record that this names (%1). Check the "
                       "QuickBooks settings.")},
    {"6000"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "QuickBooks' rules refuse it. Often a tax code is missing: check the tax "
                       "codes in the settings.")},
    {"6190"_L1, Error::Kind::Forbidden,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "The QuickBooks subscription has ended. Tell the administrator.")},
    {"6210"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "The books in QuickBooks are closed for the day of the visit. Ask the "
                       "accountant to open them, then retry.")},
    {"2020"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks demands the field %1.")},
    {"2050"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words", "The field %1 is too long for QuickBooks.")},
    {"2080"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks does not accept the field %1.")},
    {"2170"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks does not accept the field %1.")},
    {"2210"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks does not accept the e-mail address.")},
    {"3200"_L1, Error::Kind::Unauthorized,
     QT_TRANSLATE_NOOP("quickbooks::Words", "QuickBooks wants a new sign-in.")},
    {"120"_L1, Error::Kind::Unauthorized,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "Whoever connected QuickBooks is no administrator of it any more. Connect "
                       "again as an administrator.")},
    {"3100"_L1, Error::Kind::Forbidden,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "QuickBooks does not let this desk into the company. Check the keys and "
                       "connect again.")},
    {"3001"_L1, Error::Kind::RateLimited,
     QT_TRANSLATE_NOOP("quickbooks::Words",
                       "QuickBooks is asked too often. It is tried again later.")},
};

QJsonValue anyCase(const QJsonObject &object, QLatin1StringView key)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return {};
}

std::optional<Fault> faultOf(const QJsonObject &body, int status)
{
    const QJsonValue value = anyCase(body, "Fault"_L1);
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject first = anyCase(value.toObject(), "Error"_L1).toArray().at(0).toObject();
    Fault fault;
    fault.status = status;
    fault.element = anyCase(first, "element"_L1).toString();
    fault.code = anyCase(first, "code"_L1).toVariant().toString();
    while (fault.code.startsWith(u'0') && fault.code.size() > 1)
        fault.code.remove(0, 1);
    return fault;
}

} // namespace

Error Fault::error() const
{
    for (const Meaning &meaning : meanings) {
        if (code != meaning.code)
            continue;
        const QString words = Words::tr(meaning.words);
        const QString field = element.isEmpty() ? Words::tr("unnamed", "field") : element;
        return Error(meaning.kind, words.contains("%1"_L1) ? words.arg(field) : words,
                     Service::QuickBooks, status);
    }
    if (code == "500"_L1 || code == "10000"_L1 || status >= 500) {
        return Error(Error::Kind::Server,
                     Words::tr("QuickBooks has a fault of its own. It is tried again."),
                     Service::QuickBooks, status);
    }
    return Error(Error::Kind::Invalid, Words::tr("QuickBooks refused (code %1).").arg(code),
                 Service::QuickBooks, status);
}

Result<Outcome> outcomeOf(const Response &response)
{
    const Result<QJsonObject> body = response.json(Service::QuickBooks);
    const std::optional<Fault> fault =
        body ? faultOf(*body, response.status) : std::optional<Fault>();
    const Error plain = response.isSuccess() ? Error() : errorOf(response, Service::QuickBooks);
    if (fault) {
        Error worded = fault->error();
        worded.retryAfter = plain.retryAfter;
        if (worded.isTransient() || worded.kind == Error::Kind::Unauthorized)
            return tl::unexpected<Error>(worded);
        if (!response.isSuccess() && (plain.isTransient() || response.status == 401))
            return tl::unexpected<Error>(plain);
        Outcome outcome;
        outcome.fault = fault;
        return outcome;
    }
    if (!response.isSuccess())
        return tl::unexpected<Error>(plain);
    if (!body)
        return tl::unexpected<Error>(body.error());
    Outcome outcome;
    outcome.body = *body;
    return outcome;
}

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return QString(u'\'' + escaped + u'\'');
}

QJsonObject reference(const QString &id)
{
    return {{u"value"_s, id}};
}

QString nameText(const QString &text, int length)
{
    QString clean = text;
    for (QChar &character : clean) {
        if (character == u':' || character.category() == QChar::Other_Control)
            character = u' ';
    }
    return clean.simplified().left(length);
}

QString displayName(const Patient &patient, const QString &contactId, int candidate)
{
    const QString hash = derivedUuid(contactId).remove(u'-').toUpper();
    const QString suffix = u" (%1)"_s.arg(hash.left(4 + 2 * candidate));
    const QString name =
        nameText(QString(patient.lastName.toUpper() + u' ' + patient.firstName), DisplayLength);
    return QString(name.left(DisplayLength - suffix.size()).trimmed() + suffix);
}

QString contactMark(const QString &contactId)
{
    return QString(u"CRM:" + contactId);
}

QJsonObject customerBody(const Patient &patient, const QString &contactId)
{
    QJsonObject body{{u"DisplayName"_s, displayName(patient, contactId, 0)},
                     {u"FamilyName"_s, nameText(patient.lastName, NameLength)},
                     {u"Notes"_s, contactMark(contactId)}};
    if (!patient.firstName.isEmpty())
        body.insert(u"GivenName"_s, nameText(patient.firstName, NameLength));
    const QString email = patient.email.trimmed();
    if (email.contains(u'@') && email.contains(u'.') && !email.contains(u' ')
        && email.size() <= EmailLength)
        body.insert(u"PrimaryEmailAddr"_s, QJsonObject{{u"Address"_s, email}});
    const auto number = [&](const QString &field, const QString &text) {
        if (!text.isEmpty() && text.size() <= PhoneLength)
            body.insert(field, QJsonObject{{u"FreeFormNumber"_s, text}});
    };
    number(u"Mobile"_s, patient.mobile);
    number(u"PrimaryPhone"_s, patient.phone);
    return body;
}

} // namespace quickbooks
