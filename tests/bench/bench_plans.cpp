// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of treatment plans: 500 plans of 40 items each, read and listed, beside reading the same
// rows bare; opening one of them. Without a screen: the widgets paint into memory.

#include "app/store/planstore.h"
#include "app/store/statement.h"
#include "tests/bench/figure.h"
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "tests/ui/plans/syntheticplans.h"
#include "ui/plans/planphases.h"
#include "ui/plans/plansheet.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int plansInAll = 500;
constexpr int rounds = 15;

//! Every row of the patient's plans as it lies in the database, not opened.
qint64 bareBytes(SimulatedDesk &clinic, const QString &patient)
{
    auto work = [patient](QSqlDatabase &db) -> Result<qint64> {
        qint64 bytes = 0;
        Statement plans(db, u"SELECT id, sealed FROM plan WHERE patient = ?"_s);
        if (const Result<void> read = plans.run(patient); !read)
            return tl::unexpected<Error>(read.error());
        while (plans.next())
            bytes += plans.bytes(1).size();
        Statement versions(db,
                           u"SELECT v.number, v.decision, v.sealed FROM plan_version v "
                           "JOIN plan p ON p.id = v.plan WHERE p.patient = ?"_s);
        if (const Result<void> read = versions.run(patient); !read)
            return tl::unexpected<Error>(read.error());
        while (versions.next())
            bytes += versions.bytes(2).size();
        return bytes;
    };
    QFuture<Result<qint64>> read = clinic.desk().database()->run(std::move(work));
    read.waitForFinished();
    return read.result().value_or(0);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"vestibule.*=false"_s);
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const Desk desk = deskOfWindows(clinic.desk());
    const Result<QList<Patient>> all = SimulatedDesk::await(desk.patients->all());
    const PatientId patient = all->first().id;
    PlanStore store(clinic.desk().database(), desk.settings.currency, desk.clock);
    QList<RemotePlan> remote;
    for (const PlanRecord &record : syntheticplans::many(plansInAll)) {
        RemotePlan one;
        one.plan = record.current;
        one.plan.patient = patient;
        // Nothing is sent for it.
        one.plan.automatic = true;
        remote.append(one);
    }
    if (!SimulatedDesk::await(store.take(remote)))
        qFatal("not kept");

    PlanSheet sheet(desk.settings, desk.settings.currency);
    sheet.resize(1380, 820);
    sheet.setMay(true, true);
    sheet.show();
    QList<double> bare;
    QList<double> read;
    QList<double> listed;
    QList<double> opened;
    bareBytes(clinic, patient.value);
    for (int i = 0; i < rounds; ++i) {
        bare.append(milliseconds([&] {
            if (bareBytes(clinic, patient.value) == 0)
                qFatal("no rows");
        }));
        PlanReading kept;
        read.append(milliseconds([&] {
            const auto cached = SimulatedDesk::await(desk.plans->cached(patient));
            kept = cached.value_or(PlanReading());
        }));
        if (kept.plans.size() < plansInAll)
            qFatal("plans are missing");
        sheet.setPlans({});
        listed.append(milliseconds([&] {
            sheet.setPlans(kept.plans);
            sheet.repaint();
        }));
        opened.append(milliseconds([&] {
            sheet.choose(kept.plans.at(1 + i * 7).current.id);
            sheet.repaint();
            QCoreApplication::processEvents();
        }));
    }
    bool kept =
        figure("plans: 500 of 40 items, read and unsealed", median(read), "ms", median(bare));
    kept =
        figure("plans: the same listed and painted", median(listed), "ms", median(bare), {150, 0})
        && kept;
    kept = figure("plans: one of them opened", median(opened), "ms", 0, {60, 0}) && kept;
    return kept ? 0 : 1;
}
