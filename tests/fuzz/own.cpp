// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/money.h"
#include "app/domain/command.h"
#include "app/net/redaction.h"
#include "app/net/tokenanswer.h"
#include "app/settings/settings.h"
#include "app/store/rowjson.h"
#include "tests/fuzz/targets.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace fuzz {

void settings(const QByteArray &bytes)
{
    QTemporaryFile file;
    if (!file.open())
        return;
    file.write(bytes);
    file.close();
    const Result<Settings> loaded = Settings::load(file.fileName());
    require(loaded || !loaded.error().message.isEmpty());
    Settings::fileOf(QString::fromUtf8(bytes));
}

void rows(const QByteArray &bytes)
{
    const Result<Command> command = commandFromJson(bytes);
    if (command) {
        // What is read is what is stored.
        const Result<Command> again = commandFromJson(commandToJson(*command));
        require(again && *again == *command);
        streamOf(*command);
    }
    const Patient patient = rowjson::toPatient(bytes);
    require(rowjson::toPatient(rowjson::fromPatient(patient)) == patient);
    rowjson::fromProduct(rowjson::toProduct(bytes));
    rowjson::fromProvider(rowjson::toProvider(bytes));
    rowjson::fromRoom(rowjson::toRoom(bytes));
    rowjson::fromOrder(rowjson::toOrder(bytes));
    rowjson::fromInvoice(rowjson::toInvoice(bytes));
    rowjson::fromActs(rowjson::toActs(bytes));
    const rowjson::Confirmed confirmed = rowjson::toConfirmed(bytes);
    confirmed.lines.digest();
    rowjson::fromConfirmed(confirmed);
    rowjson::fromUndo(rowjson::toUndo(bytes));
    rowjson::fromConflict(rowjson::toConflict(bytes));
    rowjson::toChoices(QJsonDocument::fromJson(bytes).array());
}

void tokens(const QByteArray &bytes)
{
    const Split split = statusAndBody(bytes);
    Response response;
    response.status = split.status;
    response.body = split.body;
    response.headers = {{"Retry-After", split.body.left(12)}};
    const QDateTime now(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC);
    const TokenAnswer answer = readTokenAnswer(response, Service::Zoho, now);
    require(!answer.access.value.isEmpty() || answer.signInNeeded || answer.error);
    accessTokenFromJson(split.body);
    redactedUrl(QString::fromUtf8(split.body));
}

void money(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    for (const int exponent : {0, 2, 3}) {
        const Currency currency{u"XTS"_s, exponent};
        const Result<Money> typed = moneyFromText(text, currency);
        if (typed) {
            const Result<Money> again = moneyFromText(moneyToText(*typed), currency);
            require(again && *again == *typed);
        }
        moneyFromJson(text, currency);
        moneyFromJson(text.toDouble(), currency);
    }
    thousandthsFromJson(text);
    thousandthsFromJson(text.toDouble());
    currencyFromCode(text);
}

} // namespace fuzz
