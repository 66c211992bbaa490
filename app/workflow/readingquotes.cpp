// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/readingin.h"

#include "app/base/logcategories.h"
#include "app/connectors/zoho/client.h"
#include "app/store/planstore.h"

using namespace Qt::StringLiterals;

// What people did with the Devis of plans in the CRM: one call a round.

namespace {

constexpr auto quotesNewest = "zoho.quotes.newest";

} // namespace

Task<void> ReadingIn::readQuotes()
{
    const QString name = QString::fromLatin1(quotesNewest);
    const Result<QString> newest = co_await m_catalogue->value(name);
    if (!newest)
        co_return tl::unexpected<Error>(newest.error());
    QDateTime latest = QDateTime::fromString(*newest, Qt::ISODate).toUTC();
    // The first time all of them: a lost desk finds its links again, the oldest first.
    if (!latest.isValid())
        latest = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime since = latest.addSecs(-2);
    const Result<QList<PlanQuote>> quotes = co_await m_crm->planQuotes(since, m_settings.zoho);
    if (!quotes && !quotes.error().isTransient()
        && quotes.error().kind != Error::Kind::Unauthorized) {
        // An organisation without these fields has no plans' Devis: the set-up check says so.
        qCWarning(lcWorkflow) << "quotes of plans cannot be read:" << quotes.error().message;
        co_return Result<void>();
    }
    if (!quotes)
        co_return tl::unexpected<Error>(quotes.error());
    const QDateTime former = latest;
    for (const PlanQuote &quote : *quotes) {
        const QDateTime stamp =
            QDateTime::fromString(quote.quote.modifiedTime, Qt::ISODate).toUTC();
        if (stamp > latest)
            latest = stamp;
    }
    if (quotes->isEmpty())
        co_return Result<void>();
    const Result<QList<PatientId>> taken = co_await m_plans->takeQuotes(*quotes);
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    if (latest == former)
        co_return Result<void>();
    const QString text = latest.toString(Qt::ISODate);
    co_return co_await m_catalogue->putValue(name, text);
}
