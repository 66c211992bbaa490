// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using plans::Decision;

// The Devis of a treatment plan's version: made once (found again by Vestibule_Ref, zoho-crm.md
// section 5.5), brought to the version's lines by line id (section 2.11) and to its decision's
// stage.

namespace zoho {

namespace {

constexpr int MergeRounds = 3;
constexpr int SubjectLength = 120; // Subject and Deal_Name (zoho-crm.md section 2.1)
constexpr qsizetype MostLines = 100; // of a subform (zoho-crm.md section 2.11)

QString reviewNote()
{
    return Words::tr("The treatment plan has no acts any more. Decide what becomes of this quote.");
}

QString replacedNote()
{
    return Words::tr("Replaced by a later version of the treatment plan.");
}

//! A person's words with ours behind them; words of ours that no longer hold are taken out.
QString withNote(const QString &there, const QString &note)
{
    QStringList kept;
    for (const QString &line : there.split(u'\n')) {
        const bool stale = line == reviewNote() || line == replacedNote();
        if (!stale || line == note)
            kept.append(line);
    }
    if (!note.isEmpty() && !there.contains(note))
        kept.append(note);
    return kept.join(u'\n').trimmed();
}

QString localDay(const QDateTime &time, const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    return time.toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).date().toString(Qt::ISODate);
}

OrderLines wantedLines(const QList<OrderLine> &lines)
{
    OrderLines wanted;
    for (const OrderLine &line : lines)
        wanted.lines.append(ShownLine{line, ShownLine::Standing::Recorded, false});
    return wanted;
}

} // namespace

Result<QJsonObject> Connector::prepared(const PutQuote &command, const Facts &facts) const
{
    if (!facts.plan) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The treatment plan of this quote is not known here any more."),
                       Service::Zoho);
    }
    if (const Result<void> ready = setupReady(); !ready)
        return tl::unexpected<Error>(ready.error());
    const PlanVersion &version = facts.plan->version;
    const QList<OrderLine> &lines = facts.plan->lines;
    for (const OrderLine &line : lines) {
        if (line.product.isEmpty()) {
            return failure(Error::Kind::Invalid,
                           Words::tr("The catalogue does not know an act of this plan: %1. Choose "
                                     "its product, then retry.")
                               .arg(line.label),
                           Service::Zoho);
        }
    }
    if (lines.size() > MostLines) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The plan has %1 acts, and a quote in the CRM takes %2. Divide "
                                 "the plan, then retry.")
                           .arg(lines.size())
                           .arg(MostLines),
                       Service::Zoho);
    }
    const bool open = version.decision == Decision::Open;
    const bool review = lines.isEmpty();
    QString stage = m_words.quoteDraft;
    QString note = review && open ? reviewNote() : QString();
    switch (version.decision) {
    case Decision::Open:
        break;
    case Decision::Accepted:
        stage = m_words.quoteWon;
        break;
    case Decision::PartiallyAccepted:
        stage = m_words.quoteConfirmed;
        break;
    case Decision::Declined:
        stage = m_words.quoteLost;
        if (!version.reason.isEmpty())
            note = Words::tr("Declined: %1").arg(version.reason.simplified());
        break;
    case Decision::Replaced:
        stage = m_words.quoteLost;
        note = replacedNote();
        break;
    }
    const QString key = QString(command.plan.value + u':' + QString::number(command.version));
    const QString title = version.content.title.isEmpty() ? Words::tr("Treatment plan")
                                                          : version.content.title.simplified();
    QJsonObject quote{
        {u"Subject"_s,
         QString(title + u" v" + QString::number(command.version) + u" · " + command.plan.value)
             .left(SubjectLength)},
        {u"Quote_Stage"_s, stage},
        {u"Plan_ID"_s, command.plan.value},
        {u"Plan_Version"_s, command.version},
        {u"Vestibule_Ref"_s, derivedUuid(QString(key + u":quote"))}};
    QJsonArray items;
    for (const OrderLine &line : lines)
        items.append(newLine(line, quoteLineFields()));
    quote.insert(u"Quoted_Items"_s, items);
    if (!note.isEmpty())
        quote.insert(u"Description"_s, note);
    const QDate until = version.content.validUntil;
    if (until.isValid())
        quote.insert(u"Valid_Till"_s, until.toString(Qt::ISODate));

    // The Affaire of a plan without a consultation here is its own, for every version.
    QJsonObject deal{
        {u"Deal_Name"_s,
         QString(facts.patient.displayName() + u' ' + title).trimmed().left(SubjectLength)},
        {u"Stage"_s, m_words.dealBooked},
        {u"Vestibule_Ref"_s, derivedUuid(QString(command.plan.value + u":deal"))}};
    if (until.isValid())
        deal.insert(u"Closing_Date"_s, until.toString(Qt::ISODate));
    else if (version.content.updatedAt.isValid())
        deal.insert(u"Closing_Date"_s, localDay(version.content.updatedAt, facts.timeZone));
    if (!m_words.dealPipeline.isEmpty())
        deal.insert(u"Pipeline"_s, m_words.dealPipeline);
    if (has(u"Deals.Chirurgien"_s) && !version.content.provider.isEmpty())
        deal.insert(u"Chirurgien"_s, lookup(version.content.provider.value));

    QJsonObject contact = contactRecord(facts.patient, false);
    contact.insert(u"Vestibule_Ref"_s, facts.patient.id.value);

    SalesOrder agreed;
    agreed.lines = version.quote.agreed;
    const QString hangsOn = facts.plan->deal.isEmpty() ? version.quote.deal : facts.plan->deal;
    return QJsonObject{{u"quote"_s, version.quote.id},
                       {u"knownStage"_s, version.quote.stage},
                       {u"open"_s, open},
                       {u"review"_s, review},
                       {u"note"_s, note},
                       {u"record"_s, quote},
                       {u"lines"_s, packed(wantedLines(lines))},
                       {u"agreed"_s, packed(agreed)},
                       {u"deal"_s, hangsOn},
                       {u"dealRecord"_s, deal},
                       {u"contact"_s, idIn(facts.patientLinks, RecordKind::Contact)},
                       {u"contactRecord"_s, contact}};
}

Task<QString> Connector::quoteWithRef(QString ref)
{
    const QString select = QString(u"select id from Quotes where Vestibule_Ref = "_s + quoted(ref));
    const Result<QJsonArray> rows = co_await query(select, u"find quote"_s);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    co_return rows->at(0)["id"_L1].toString();
}

Task<Receipt> Connector::putQuote(QJsonObject payload, int attempts)
{
    QString id = payload.value("quote"_L1).toString();
    const bool review = payload.value("review"_L1).toBool();
    if (id.isEmpty() && (attempts > 1 || review)) {
        // An earlier send may have arrived.
        const QString ref = payload.value("record"_L1)["Vestibule_Ref"_L1].toString();
        const Result<QString> found = co_await quoteWithRef(ref);
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        id = *found;
    }
    if (!id.isEmpty())
        co_return co_await bringQuote(id, payload);
    // A plan that lost its acts before it had a Devis needs none.
    if (review)
        co_return Receipt();
    co_return co_await makeQuote(payload);
}

Task<Receipt> Connector::makeQuote(QJsonObject payload)
{
    const bool automation = automates(u"plan"_s);
    QString dealId = payload.value("deal"_L1).toString();
    const QString contactId = payload.value("contact"_L1).toString();
    for (int round = 0; round < 2; ++round) {
        QList<SubRequest> requests;
        QJsonObject contact = lookup(contactId);
        if (contactId.isEmpty()) {
            QJsonObject body = recordBody(payload.value("contactRecord"_L1).toObject(), automation);
            body.insert(u"duplicate_check_fields"_s, QJsonArray{u"Vestibule_Ref"_s});
            requests.append(SubRequest("POST", u"Contacts/upsert"_s, body));
            contact = referenceTo(int(requests.size()));
        }
        QJsonObject deal = lookup(dealId);
        if (dealId.isEmpty()) {
            QJsonObject record = payload.value("dealRecord"_L1).toObject();
            record.insert(u"Contact_Name"_s, contact);
            requests.append(SubRequest("POST", u"Deals"_s, recordBody(record, automation)));
            deal = referenceTo(int(requests.size()));
        }
        const qsizetype dealAt = dealId.isEmpty() ? requests.size() - 1 : -1;
        QJsonObject quote = payload.value("record"_L1).toObject();
        quote.insert(u"Contact_Name"_s, contact);
        quote.insert(u"Deal_Name"_s, deal);
        requests.append(SubRequest("POST", u"Quotes"_s, recordBody(quote, automation)));
        const qsizetype quoteAt = requests.size() - 1;
        const QString made = idOf(referenceTo(int(requests.size())));
        requests.append(SubRequest("GET", u"Quotes/"_s + made));
        const QJsonObject body = compositeBody(requests, true);
        const Result<QList<SubAnswer>> answers = co_await composite(body, u"make quote"_s);
        if (!answers)
            co_return tl::unexpected<Error>(answers.error());
        if (const SubAnswer *culprit = culpritOf(*answers)) {
            const qsizetype at = culprit - answers->constData();
            const QString existing = culprit->item.id();
            const bool twin = culprit->item.code == "DUPLICATE_DATA"_L1
                && culprit->item.field() == "Vestibule_Ref"_L1 && !existing.isEmpty();
            if (twin && at == quoteAt)
                co_return co_await bringQuote(existing, payload);
            if (twin && at == dealAt) {
                dealId = existing;
                continue;
            }
            co_return tl::unexpected<Error>(culprit->item.error());
        }
        Receipt links;
        if (contactId.isEmpty()) {
            links.patientLinks.insert(RecordKind::Contact,
                                      linkOf(RecordKind::Contact, answers->first().item));
        }
        const QJsonObject row = answers->last().body.value("data"_L1).toArray().at(0).toObject();
        const Result<SalesOrder> stands = quoteFrom(row, m_currency);
        if (!stands)
            co_return tl::unexpected<Error>(stands.error());
        const OrderLines sent = unpackedLines(payload.value("lines"_L1).toObject(), m_currency);
        const SalesOrder none;
        const QList<OrderLine> agreed = agreedOrder(*stands, none, sent).lines;
        Result<Receipt> receipt = quoteReceipt(row, payload, agreed);
        if (receipt)
            receipt->patientLinks = links.patientLinks;
        co_return receipt;
    }
    co_return failure(Error::Kind::Conflict,
                      Words::tr("The CRM holds another record with this plan's reference. Look at "
                                "the patient in the CRM, then retry."),
                      Service::Zoho);
}

QJsonObject Connector::quoteHead(const QJsonObject &record, const QJsonObject &payload) const
{
    QJsonObject head;
    const QJsonObject wished = payload.value("record"_L1).toObject();
    const QString now = record.value("Quote_Stage"_L1).toString();
    const QString stage = wished.value("Quote_Stage"_L1).toString();
    const bool review = payload.value("review"_L1).toBool();
    const bool decidedThere = isDecided(now);
    // A decision that a person entered in the CRM since we last looked is theirs, and follows to
    // the plan; so is a stage on the way to one while nothing is decided here.
    const bool theirs = decidedThere && now != payload.value("knownStage"_L1).toString();
    const bool onTheWay = payload.value("open"_L1).toBool() && !review && !decidedThere;
    if (now != stage && !theirs && !onTheWay)
        head.insert(u"Quote_Stage"_s, stage);
    const QString words = record.value("Description"_L1).toString();
    const QString wanted = withNote(words, payload.value("note"_L1).toString());
    if (wanted != words.trimmed())
        head.insert(u"Description"_s, wanted);
    const QString until = wished.value("Valid_Till"_L1).toString();
    if (!until.isEmpty() && record.value("Valid_Till"_L1).toString() != until)
        head.insert(u"Valid_Till"_s, until);
    return head;
}

bool Connector::isDecided(const QString &stage) const
{
    return stage == m_words.quoteWon || stage == m_words.quoteLost
        || stage == m_words.quoteConfirmed;
}

Result<Receipt> Connector::quoteReceipt(const QJsonObject &record, const QJsonObject &payload,
                                        const QList<OrderLine> &agreed) const
{
    const Result<SalesOrder> stands = quoteFrom(record, m_currency);
    if (!stands)
        return tl::unexpected<Error>(stands.error());
    Receipt receipt;
    receipt.quote = QuoteReading();
    receipt.quote->id = stands->id;
    receipt.quote->number = stands->number;
    receipt.quote->modifiedTime = stands->modifiedTime;
    receipt.quote->total = stands->grandTotal;
    receipt.quote->converted = stands->converted;
    receipt.quote->deal = idOf(record.value("Deal_Name"_L1));
    receipt.quote->agreed = agreed;
    // A person's decision is for the reading of stages to take over: it looks for a stage that
    // changed since.
    const QString ours = payload.value("record"_L1)["Quote_Stage"_L1].toString();
    const bool theirs = isDecided(stands->status) && stands->status != ours;
    receipt.quote->stage = theirs ? payload.value("knownStage"_L1).toString() : stands->status;
    return receipt;
}

Task<Receipt> Connector::bringQuote(QString id, QJsonObject payload)
{
    const QString module = u"Quotes"_s;
    const QString purpose = u"update quote"_s;
    const bool review = payload.value("review"_L1).toBool();
    const OrderLines wanted = unpackedLines(payload.value("lines"_L1).toObject(), m_currency);
    const SalesOrder agreed = unpackedOrder(payload.value("agreed"_L1).toObject(), m_currency);
    const Result<QJsonObject> first = co_await read(module, id, purpose);
    if (!first)
        co_return tl::unexpected<Error>(first.error());
    QJsonObject record = *first;
    QString number;
    for (int round = 0; round < MergeRounds; ++round) {
        const Result<SalesOrder> there = quoteFrom(record, m_currency);
        if (!there)
            co_return tl::unexpected<Error>(there.error());
        number = there->number;
        // A converted Devis takes no more changes: it stands as it is.
        if (there->converted)
            co_return quoteReceipt(record, payload, agreed.lines);
        if (!there->currency.isEmpty() && there->currency != m_currency.code) {
            co_return failure(Error::Kind::Invalid,
                              Words::tr("The quote %1 is in %2, the clinic bills in %3. Correct "
                                        "the quote's currency in the CRM, then retry.")
                                  .arg(number, there->currency, m_currency.code),
                              Service::Zoho);
        }
        const OrderLines merged = withPricesOf(*there, agreed, wanted);
        // A document must keep a line: what the plan lost altogether is for a person to decide.
        const OrderDelta delta = review ? OrderDelta() : orderDelta(*there, merged, false);
        const SalesOrder settled = agreedOrder(*there, agreed, merged);
        QJsonObject changes = quoteHead(record, payload);
        if (!delta.isEmpty)
            changes.insert(u"Quoted_Items"_s, lineItems(there->lines, delta, quoteLineFields()));
        if (changes.isEmpty()) {
            Result<Receipt> receipt =
                quoteReceipt(record, payload, review ? agreed.lines : settled.lines);
            if (receipt && review)
                receipt->note = reviewNote();
            co_return receipt;
        }
        QJsonObject headers;
        if (!there->modifiedTime.isEmpty())
            headers.insert(u"If-Unmodified-Since"_s, there->modifiedTime);
        QList<SubRequest> requests;
        requests.append(SubRequest("PUT", u"Quotes/"_s + id,
                                   recordBody(changes, automates(u"plan"_s)), headers));
        requests.append(SubRequest("GET", u"Quotes/"_s + id));
        const QJsonObject body = compositeBody(requests, false);
        const Result<QList<SubAnswer>> answers = co_await composite(body, purpose);
        if (!answers)
            co_return tl::unexpected<Error>(answers.error());
        const Item &put = answers->at(0).item;
        const Item &get = answers->at(1).item;
        const bool stale = put.code == "ALREADY_MODIFIED"_L1 || put.status == 412;
        if (!get.ok)
            co_return tl::unexpected<Error>(put.ok || stale ? get.error() : put.error());
        record = answers->at(1).body.value("data"_L1).toArray().at(0).toObject();
        const bool locked =
            record.value("$converted"_L1).toBool() || record.value("Converted__s"_L1).toBool();
        if (!put.ok && !stale && !locked)
            co_return tl::unexpected<Error>(put.error());
        if (put.ok) {
            const Result<SalesOrder> stands = quoteFrom(record, m_currency);
            if (!stands)
                co_return tl::unexpected<Error>(stands.error());
            const QList<OrderLine> lines =
                review ? agreed.lines : agreedOrder(*stands, agreed, merged).lines;
            Result<Receipt> receipt = quoteReceipt(record, payload, lines);
            if (receipt && review)
                receipt->note = reviewNote();
            co_return receipt;
        }
    }
    co_return failure(Error::Kind::Conflict,
                      Words::tr("Somebody keeps changing the quote %1 in the CRM. Retry when they "
                                "are done.")
                          .arg(number),
                      Service::Zoho);
}

} // namespace zoho
