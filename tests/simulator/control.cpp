// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/control.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int DefaultFlowDelayMs = 3000;

Answer done(const QString &reason)
{
    if (reason.isEmpty())
        return Answer::json(200, {{u"ok"_s, true}});
    return Answer::json(400, {{u"error"_s, reason}});
}

Answer list(const QJsonArray &array)
{
    Answer answer = Answer::json(200, {});
    answer.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return answer;
}

} // namespace

Answer Control::handle(const Request &request)
{
    if (request.segments.size() < 2 || request.segments.at(0) != "_sim"_L1)
        return Answer::json(404, {{u"error"_s, u"only /_sim/ is served here"_s}});
    const QString &what = request.segments.at(1);
    if (request.method == "GET") {
        if (what == "journal"_L1)
            return list(m_simulator.journal());
        if (what == "state"_L1 && request.segments.size() >= 3) {
            if (!m_simulator.systems().contains(request.segments.at(2)))
                return Answer::json(404, {{u"error"_s, u"no such system"_s}});
            if (request.segments.size() == 3)
                return Answer::json(200, m_simulator.state(request.segments.at(2)));
            return list(m_simulator.records(request.segments.at(2), request.segments.at(3)));
        }
        if (what == "settings"_L1)
            return Answer::text(200, m_simulator.settings());
    }
    if (request.method == "DELETE") {
        if (what == "faults"_L1) {
            m_simulator.clearFaults();
            return done({});
        }
        if (what == "journal"_L1) {
            m_simulator.clearJournal();
            return done({});
        }
    }
    if (request.method == "POST") {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(request.body, &error);
        if (!document.isObject())
            return done(u"the body is no JSON object: %1"_s.arg(error.errorString()));
        return command(what, document.object());
    }
    return Answer::json(404, {{u"error"_s, u"no such control"_s}});
}

Answer Control::command(const QString &what, const QJsonObject &body)
{
    if (what == "faults"_L1)
        return done(m_simulator.addFault(body));
    if (what == "story"_L1)
        return done(m_simulator.tell(body));
    if (what == "edit"_L1)
        return done(m_simulator.edit(body));
    if (what == "people"_L1) {
        QJsonObject fields = body;
        const QString station = fields.take("station"_L1).toString();
        const QString system = fields.take("system"_L1).toString(u"dentaldesktop"_s);
        return done(m_simulator.edit({{u"system"_s, system},
                                      {u"collection"_s, u"people"_s},
                                      {u"id"_s, station},
                                      {u"fields"_s, fields}}));
    }
    if (what == "flow"_L1) {
        m_simulator.setFlow(body.value("on"_L1).toBool(),
                            body.value("delayMs"_L1).toInt(DefaultFlowDelayMs));
        return done({});
    }
    if (what == "clock"_L1) {
        if (!body.value("advanceMs"_L1).isDouble())
            return done(u"advanceMs is missing"_s);
        m_simulator.clock().advance(body.value("advanceMs"_L1).toInteger());
        return done({});
    }
    if (what == "refuse"_L1 || what == "resume"_L1) {
        const QString system = body.value("system"_L1).toString();
        if (!m_simulator.systems().contains(system))
            return done(u"no such system"_s);
        if (what == "refuse"_L1)
            m_simulator.refuse(system);
        else
            m_simulator.resume(system);
        return done({});
    }
    return Answer::json(404, {{u"error"_s, u"no such control"_s}});
}

} // namespace sim
