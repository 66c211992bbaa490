// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of "Exit treatment room", each beside a floor measured in the same run.

#include "tests/bench/barecaller.h"
#include "tests/bench/bareexit.h"
#include "tests/bench/figure.h"
#include "tests/integration/simulateddesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace {

constexpr int exits = 15;
constexpr int confirmations = 5;

//! A patient in the chair with two acts recorded and delivered.
VisitId inChair(SimulatedDesk &clinic, const QString &last)
{
    const Result<Visit> booked = clinic.bookNew(u"Noé"_s, last);
    if (!booked)
        qFatal("booking: %s", qPrintable(booked.error().message));
    const VisitId id = booked->id;
    SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(id));
    SimulatedDesk::await(clinic.desk().visitWorkflow()->seat(id));
    if (!clinic.drained())
        qFatal("not drained");
    clinic.record(id,
                  QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                             QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}});
    if (!clinic.drained())
        qFatal("not drained");
    return id;
}

//! Exit click to accepted while no system answers, beside the same rows in one plain transaction.
bool acceptance(const char *name, bool blackHole)
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    QList<VisitId> visits;
    for (int i = 0; i <= exits; ++i)
        visits.append(inChair(clinic, u"Banc %1"_s.arg(QChar(u'A' + i))));
    BareExit bareExit(clinic, visits.takeFirst());
    for (const QString &system :
         {u"zoho"_s, u"dentaltap"_s, u"quickbooks"_s, u"googlecalendar"_s}) {
        if (blackHole)
            clinic.simulator().addFault(QJsonObject{{u"system"_s, system},
                                                    {u"path"_s, u"."_s},
                                                    {u"times"_s, 100000},
                                                    {u"kind"_s, u"blackHole"_s}});
        else
            clinic.simulator().refuse(system);
    }
    QList<double> ours;
    QList<double> bare;
    for (const VisitId &id : std::as_const(visits)) {
        const QByteArray digest = clinic.detail(id).lines.digest();
        ours.append(milliseconds([&] {
            const Result<Visit> gone = SimulatedDesk::await(
                clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, true));
            if (!gone)
                qFatal("exit: %s", qPrintable(gone.error().message));
        }));
        bare.append(bareExit.run());
    }
    const bool kept = figure(name, median(ours), "ms", median(bare), {0, 5});
    clinic.close();
    return kept;
}

//! Runs the event loop until the visit is invoiced.
void invoiced(SimulatedDesk &clinic, const VisitId &id)
{
    bool news = true;
    const QMetaObject::Connection connection =
        QObject::connect(clinic.desk().visits(), &VisitStore::changed,
                         [&](const VisitId &changed) { news = news || changed == id; });
    while (true) {
        while (!news)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        news = false;
        if (clinic.detail(id).entry.visit.state == VisitState::Invoiced)
            break;
    }
    QObject::disconnect(connection);
}

//! Exit to confirmed invoice with 100 ms for each call, beside the same calls made back to back by
//! a plain client.
bool confirmation()
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.latencyMs = 100;
    SimulatedDesk clinic(options);
    clinic.open();
    clinic.readIn();
    QList<double> ours;
    QList<double> bare;
    qsizetype calls = 0;
    for (int i = 0; i < confirmations; ++i) {
        const VisitId id = inChair(clinic, u"Durée %1"_s.arg(QChar(u'A' + i)));
        const QByteArray digest = clinic.detail(id).lines.digest();
        clinic.simulator().clearJournal();
        ours.append(milliseconds([&] {
            const Result<Visit> gone = SimulatedDesk::await(
                clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
            if (!gone)
                qFatal("exit: %s", qPrintable(gone.error().message));
            invoiced(clinic, id);
        }));
        QJsonArray made = clinic.calls();
        if (!clinic.drained())
            qFatal("not drained");
        // Closing the books in the CRM comes after what is measured.
        while (!made.isEmpty() && made.last()[u"system"_s].toString() != u"quickbooks"_s)
            made.removeLast();
        calls = made.size();
        BareCaller caller;
        bare.append(milliseconds([&] {
            for (const QJsonValue &call : std::as_const(made)) {
                caller.call(clinic.simulator().url(call[u"system"_s].toString()),
                            call[u"method"_s].toString().toLatin1(), call[u"path"_s].toString());
            }
        }));
        if (qEnvironmentVariableIsSet("BENCH_VERBOSE")) {
            for (const QJsonValue &call : std::as_const(made)) {
                qInfo().noquote() << call[u"time"_s].toString() << call[u"system"_s].toString()
                                  << call[u"method"_s].toString() << call[u"path"_s].toString();
            }
        }
    }
    const bool kept = figure("exit to invoice confirmed, 100 ms a call", median(ours), "ms",
                             median(bare), {0, 1.15});
    figure("  calls in it", double(calls), "calls", 0);
    clinic.close();
    return kept;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"vestibule.*=false"_s);
    bool kept = acceptance("exit click to accepted, systems refused", false);
    kept = acceptance("exit click to accepted, systems black-holed", true) && kept;
    kept = confirmation() && kept;
    return kept ? 0 : 1;
}
