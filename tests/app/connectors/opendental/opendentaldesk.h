// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/client.h"
#include "app/connectors/opendental/keys.h"
#include "tests/support/simulated.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

inline const QString officeName = u"opendental"_s;

//! A client of the simulated office, whose clock it does not know.
class OpenDentalDesk
{
protected:
    //! Without waiting between calls, whatever the mode.
    void open(int pageSize = 1000)
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_world = std::make_unique<support::Simulated>();
        const QUrl url(m_world->setting(u"opendental/url"_s));
        m_keys = std::make_unique<opendental::Keys>(&m_world->secrets());
        m_transport = std::make_unique<Transport>(Service::OpenDental, url, m_keys.get(),
                                                  &m_world->network());
        opendental::Pace pace;
        pace.pageSize = pageSize;
        m_lane = std::make_unique<opendental::Lane>(m_transport.get(), pace);
        m_currency = {m_world->clinic().options.currency, m_world->clinic().currencyExponent};
        m_client = std::make_unique<opendental::Client>(m_lane.get(), m_currency);
    }
    void shut()
    {
        m_client.reset();
        m_lane.reset();
        m_transport.reset();
        m_keys.reset();
        m_world.reset();
    }

    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        const QString problem = m_world->simulator().edit({{"system"_L1, officeName},
                                                           {"collection"_L1, collection},
                                                           {"id"_L1, id},
                                                           {"fields"_L1, fields}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void option(const QString &name, const QJsonValue &value)
    {
        edit(u"options"_s, QString(), {{name, value}});
    }
    QJsonArray rows(const QString &collection) const
    {
        return m_world->simulator().records(officeName, collection);
    }
    QJsonObject row(const QString &collection, const QString &key, qint64 number) const
    {
        for (const QJsonValue &each : rows(collection)) {
            if (each[key].toInteger() == number)
                return each.toObject();
        }
        return {};
    }
    QJsonObject planRow(qint64 number) const
    {
        return row(u"treatplans"_s, u"TreatPlanNum"_s, number);
    }
    //! A seeded plan of that status; its number.
    qint64 planOf(const QString &status, bool withItems = true) const
    {
        for (const QJsonValue &plan : rows(u"treatplans"_s)) {
            const qint64 number = plan["TreatPlanNum"_L1].toInteger();
            const bool automatic = plan["Heading"_L1].toString() == "Unassigned"_L1;
            if (plan["TPStatus"_L1].toString() == status && !automatic
                && plan["isSigned"_L1].toString() == "false"_L1
                && (!withItems || status == "Saved"_L1
                    || !row(u"treatplanattaches"_s, u"TreatPlanNum"_s, number).isEmpty()))
                return number;
        }
        return 0;
    }
    qint64 patientOf(qint64 plan) const { return planRow(plan)["PatNum"_L1].toInteger(); }
    //! An unsigned saved copy of an active plan.
    opendental::TreatPlan saved()
    {
        const qint64 source = planOf(u"Active"_s);
        const auto copy = wait(m_client->save(source, std::optional<QString>(u"Figé"_s), 0));
        return copy.value_or(opendental::TreatPlan());
    }
    int requests(const QString &method, const QString &path = {}) const
    {
        return m_world->requests(officeName, method, path);
    }

    template <class T>
    static Result<T> wait(Task<T> &&task)
    {
        return QCoro::waitFor(std::move(task));
    }

    std::unique_ptr<support::Simulated> m_world;
    std::unique_ptr<opendental::Keys> m_keys;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<opendental::Lane> m_lane;
    std::unique_ptr<opendental::Client> m_client;
    Currency m_currency;
};
