// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/connector.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// What goes beside the Devis of a plan, and what people did with it in the CRM.

namespace zoho {

namespace {

constexpr qsizetype LargestFile = 20 * 1024 * 1024;

//! A name that no other document of the same Devis has: the CRM keeps two files of one name.
QString fileName(const QString &name, const QString &document)
{
    QString stem = name.section(u'.', 0, 0);
    stem.removeIf([](QChar c) { return !c.isLetterOrNumber() && c != u'-' && c != u'_'; });
    if (stem.isEmpty())
        stem = u"proposal"_s;
    const QByteArray digest =
        QCryptographicHash::hash(document.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString(stem + u'-' + QString::fromLatin1(digest.left(12)) + u".pdf");
}

//! multipart/form-data with one part "file".
Request uploadRequest(const QString &path, const QString &logged, const QString &name,
                      const QByteArray &bytes)
{
    // A boundary that the document cannot hold by accident.
    const QByteArray boundary =
        "vestibule-" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(40);
    Request request("POST", path, logged);
    request.contentType = "multipart/form-data; boundary=" + boundary;
    request.body = "--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8()
        + "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes + "\r\n--" + boundary + "--\r\n";
    request.purpose = u"attach proposal"_s;
    return request;
}

} // namespace

Result<QJsonObject> Connector::prepared(const AttachProposal &command, const Facts &facts) const
{
    if (!facts.plan || facts.plan->document.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The proposal's document is not kept here any more. Print it "
                                 "again."),
                       Service::Zoho);
    }
    if (facts.plan->document.size() > LargestFile) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The proposal is larger than 20 MB. Print it without pictures."),
                       Service::Zoho);
    }
    if (facts.plan->version.quote.id.isEmpty()) {
        return failure(Error::Kind::Offline,
                       Words::tr("The plan's quote is not in the CRM yet. It is tried again."),
                       Service::Zoho);
    }
    return QJsonObject{{u"quote"_s, facts.plan->version.quote.id},
                       {u"name"_s, fileName(facts.plan->documentName, command.document)},
                       {u"bytes"_s, QString::fromLatin1(facts.plan->document.toBase64())}};
}

Task<Receipt> Connector::attach(QJsonObject payload, int attempts)
{
    const QString quote = payload.value("quote"_L1).toString();
    const QString name = payload.value("name"_L1).toString();
    const QString path = u"crm/v8/Quotes/%1/Attachments"_s.arg(quote);
    const QString logged = u"crm/v8/Quotes/{id}/Attachments"_s;
    if (attempts > 1) {
        // The CRM takes the same file twice without a word.
        Request look("GET", path, logged);
        look.query.append({u"fields"_s, u"id,File_Name,Size"_s});
        look.query.append({u"per_page"_s, u"200"_s});
        look.purpose = u"find proposal"_s;
        const Result<Response> listed = co_await m_transport->send(std::move(look));
        if (!listed)
            co_return tl::unexpected<Error>(listed.error());
        const Result<QJsonArray> files = rowsOf(*listed);
        if (!files)
            co_return tl::unexpected<Error>(files.error());
        for (const QJsonValue &file : *files) {
            if (file["File_Name"_L1].toString() == name)
                co_return Receipt();
        }
    }
    const QByteArray bytes =
        QByteArray::fromBase64(payload.value("bytes"_L1).toString().toLatin1());
    Request request = uploadRequest(path, logged, name, bytes);
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    const Result<Item> item = itemOf(*response);
    if (!item)
        co_return tl::unexpected<Error>(item.error());
    if (!item->ok)
        co_return tl::unexpected<Error>(item->error());
    co_return Receipt();
}

Task<QList<PlanQuote>> Client::planQuotes(QDateTime since, Settings::Zoho words)
{
    const QString select =
        QString(u"select id, Quote_Number, Quote_Stage, Plan_ID, Plan_Version, Deal_Name, "
                "Grand_Total, Modified_Time from Quotes where (Plan_ID is not null and "
                "Modified_Time > "_s
                + quoted(timeText(since, "UTC")) + u") order by Modified_Time asc limit 200");
    const Result<QJsonArray> rows = co_await coql(select, u"read quotes"_s);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    QList<PlanQuote> news;
    for (const QJsonValue &row : *rows) {
        const Result<Money> total = amountFrom(row["Grand_Total"_L1], m_currency);
        if (!total)
            co_return tl::unexpected<Error>(total.error());
        PlanQuote one;
        one.plan = PlanId(row["Plan_ID"_L1].toString());
        one.version = row["Plan_Version"_L1].toInt();
        one.quote.id = row["id"_L1].toString();
        one.quote.number = row["Quote_Number"_L1].toString();
        one.quote.stage = row["Quote_Stage"_L1].toString();
        one.quote.modifiedTime = row["Modified_Time"_L1].toString();
        one.quote.deal = idOf(row["Deal_Name"_L1]);
        one.quote.total = *total;
        if (one.quote.stage == words.quoteWon)
            one.meaning = PlanQuote::Meaning::Won;
        else if (one.quote.stage == words.quoteLost)
            one.meaning = PlanQuote::Meaning::Lost;
        news.append(one);
    }
    co_return news;
}

} // namespace zoho
