// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/zohoaccounts.h"
#include "tests/simulator/zohoattachments.h"
#include "tests/simulator/zohoorg.h"
#include "tests/simulator/zohorecords.h"

namespace sim {

//! The CRM's REST API, version 8: authorisation, limits and routes; the rest is in zoho*.cpp.
class Zoho : public Service
{
public:
    Zoho(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options,
         ZohoAccounts &accounts);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    QJsonArray records(const QString &collection) const override;
    void expireTokens() override;
    std::optional<Answer> enter(const Request &request) override;
    void leave(const Request &request) override;
    Answer failure(int status) const override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    QByteArray automationAuthorization() override;

private:
    std::optional<Answer> unauthorized(const Request &request) const;
    Answer route(const Request &request);
    Answer routeModule(const zoho::Module &module, const Request &request, const QStringList &path);
    QString editLines(zoho::Record &record, const QJsonArray &lines, const zoho::Module &module);
    int slotsOf(const Request &request) const;

    ZohoAccounts &m_accounts;
    const SimulatorOptions &m_options;
    SimClock &m_clock;
    zoho::Org m_org;
    zoho::Records m_records;
    zoho::Attachments m_attachments{m_org};
    int m_slots = 0; //!< taken by requests under way
    qint64 m_credits = 0; //!< used since the start
};

} // namespace sim
