// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What Open Dental answers when it does not do what was asked (open-dental-api.md section 1.6).

namespace opendental {

namespace {

constexpr qsizetype longestSentence = 200;

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

QString plainLine(const QString &text)
{
    QString line;
    for (const QChar sign : text.simplified()) {
        if (sign.isPrint())
            line.append(sign);
    }
    return line.size() > longestSentence ? QString(line.left(longestSentence) + u'…') : line;
}

} // namespace

QString sentenceOf(const Response &answer)
{
    const QByteArray body = answer.body.trimmed();
    // A JSON string alone is no document to Qt's parser: as a list it is.
    if (body.startsWith('"')) {
        const QJsonDocument document = QJsonDocument::fromJson('[' + body + ']');
        return plainLine(document.array().at(0).toString());
    }
    // A page of a proxy or an object of somebody else's is no sentence.
    if (body.startsWith('<') || body.startsWith('{') || body.startsWith('['))
        return {};
    return plainLine(QString::fromUtf8(body.left(longestSentence * 4)));
}

Error errorFrom(const Response &answer)
{
    const QString sentence = sentenceOf(answer);
    Error error = errorOf(answer, Service::OpenDental);
    switch (answer.status) {
    case 400:
        if (sentence.contains("eConnector"_L1, Qt::CaseInsensitive)) {
            error.kind = Error::Kind::Offline;
            error.unsent = true;
            error.message = words(QT_TRANSLATE_NOOP(
                "opendental",
                "The office's Open Dental cannot be reached: its eConnector is not running. It is "
                "tried again."));
        } else {
            error.message = words(QT_TRANSLATE_NOOP("opendental", "Open Dental refused this."));
        }
        break;
    case 401:
        error.message = words(QT_TRANSLATE_NOOP(
            "opendental",
            "Open Dental does not accept the keys, or they do not permit this. Look at the "
            "developer key, at the customer key and at its permissions in the office's API "
            "set-up."));
        break;
    case 404:
        error.message = words(QT_TRANSLATE_NOOP(
            "opendental",
            "Open Dental does not have this record, or the developer key does not open this part "
            "of it."));
        break;
    case 410:
        error.kind = Error::Kind::Invalid;
        error.message = words(QT_TRANSLATE_NOOP(
            "opendental", "Open Dental has given up this part of its interface."));
        break;
    case 429:
        error.message = words(QT_TRANSLATE_NOOP(
            "opendental", "Open Dental asks us to wait: too much was asked with this key."));
        break;
    case 504:
        error.kind = Error::Kind::Timeout;
        error.message = words(QT_TRANSLATE_NOOP(
            "opendental",
            "Open Dental did not finish within a minute. What was asked may have been done all "
            "the same."));
        break;
    default:
        break;
    }
    if (!sentence.isEmpty())
        error.message += QString(u'\n' + sentence);
    return error;
}

Error withoutDetail(Error error)
{
    error.message = error.message.section(u'\n', 0, 0);
    return error;
}

bool mayHaveHappened(const Error &error)
{
    if (error.unsent)
        return false;
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::Server:
    case Error::Kind::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace opendental
