// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/quickbooksledger.h"
#include "tests/simulator/quickbooksquery.h"
#include "tests/simulator/quickbookstokens.h"
#include "tests/simulator/service.h"

#include <QQueue>

namespace sim {

//! QuickBooks Online Accounting API v3, minor version 75 (contract quickbooks-online.md).
//!
//! edit() reaches what a bookkeeper or the vendor can change: the collections of state(),
//! "Preferences" and "CompanyInfo" (members merge), "deleted": true on an invoice; and the
//! collection "switch" with the ids "throttle" {status, times, retryAfter}, "faultIn200" {times,
//! code, message} and "invalidGrant" {on}.
class QuickBooks final : public Service
{
public:
    QuickBooks(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    QJsonArray records(const QString &collection) const override;
    void expireTokens() override;
    std::optional<Answer> enter(const Request &request) override;
    void leave(const Request &request) override;
    Answer failure(int status) const override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    Pairs settings() const override;
    Pairs secrets() const override;
    QByteArray automationAuthorization() override;

private:
    struct Replay {
        Answer answer;
        QByteArray body;
    };
    struct Throttle {
        int status = 429;
        int times = 0;
        int retryAfter = -1; //!< seconds; -1 = no header
    };

    Answer route(const Request &request);
    Answer company(const Request &request);
    std::optional<Answer> limit(const Request &request);
    Answer serve(const Request &request);
    Answer read(const Request &request, const QString &entity, const QString &id);
    Answer write(const Request &request, const QString &entity);
    Answer query(const QString &statement);
    Answer batch(const Request &request);
    Answer changes(const Request &request);
    //! The words of "include" or "optionsData".
    static QStringList options(const QString &text);
    QJsonObject queryResponse(const QString &statement, std::optional<BookFault> &fault);
    BookResult act(const QString &entity, const QString &operation, const QStringList &options,
                   const QJsonObject &body);
    Answer wrapped(const QString &entity, const QJsonObject &record) const;
    Answer refused(const BookFault &fault) const;
    static Answer gateway(int status, const QString &code, const QString &what,
                          const QString &detail, const QString &type);
    QString flip(const QString &what, const QJsonObject &fields);

    const SimClock &m_clock;
    bool m_strict;
    Ledger m_ledger;
    QuickBooksTokens m_tokens;
    QHash<QString, Replay> m_replays; //!< by requestid
    QStringList m_warnings;
    Throttle m_throttle;
    int m_faultsIn200 = 0;
    BookFault m_faultIn200;
    int m_inside = 0;
    int m_tid = 0;
    QQueue<QDateTime> m_calls; //!< of the last minute
    QQueue<QDateTime> m_batches;
};

//! The JSON answer as XML, for callers who did not ask for JSON.
QByteArray quickBooksXml(const QJsonObject &body);

} // namespace sim
