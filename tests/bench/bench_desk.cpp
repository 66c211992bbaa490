// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of the desk without a window, each beside a floor measured in the same run. One line
// each: name value unit ratio.

#include "tests/bench/figure.h"
#include "tests/integration/simulateddesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

sim::SimulatorOptions wholeClinic()
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.clinic.patients = 30000;
    options.clinic.appointmentsPerDay = 48;
    options.clinic.days = 30;
    return options;
}

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

//! The rows that an exit writes, in one bare transaction on a database of the same settings.
double bareTransaction(const QString &file)
{
    QList<double> times;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        db.setDatabaseName(file);
        db.open();
        QSqlQuery query(db);
        query.exec(u"PRAGMA journal_mode=WAL"_s);
        query.exec(u"PRAGMA synchronous=FULL"_s);
        query.exec(
            u"CREATE TABLE visit(id TEXT PRIMARY KEY, state TEXT, cell BLOB, revision INTEGER)"_s);
        query.exec(u"CREATE TABLE audit(id INTEGER PRIMARY KEY, at INTEGER, text TEXT)"_s);
        query.exec(
            u"CREATE TABLE outbox(id INTEGER PRIMARY KEY, stream TEXT, command TEXT, visit TEXT, state TEXT)"_s);
        query.exec(u"CREATE TABLE outbox_after(row INTEGER, after_row INTEGER)"_s);
        query.exec(u"INSERT INTO visit VALUES('v', 'InTreatment', x'00', 1)"_s);
        QSqlQuery update(db);
        update.prepare(
            u"UPDATE visit SET state = ?, cell = ?, revision = revision + 1 WHERE id = 'v'"_s);
        QSqlQuery audit(db);
        audit.prepare(u"INSERT INTO audit(at, text) VALUES(?, ?)"_s);
        QSqlQuery row(db);
        row.prepare(
            u"INSERT INTO outbox(stream, command, visit, state) VALUES(?, ?, 'v', 'waiting')"_s);
        QSqlQuery after(db);
        after.prepare(u"INSERT INTO outbox_after VALUES(?, ?)"_s);
        for (int round = 0; round < 51; ++round) {
            times.append(milliseconds([&] {
                query.exec(u"BEGIN IMMEDIATE"_s);
                update.addBindValue(u"AwaitingInvoice"_s);
                update.addBindValue(QByteArray(600, 'x'));
                update.exec();
                audit.addBindValue(round);
                audit.addBindValue(u"exit"_s);
                audit.exec();
                for (int i = 0; i < 6; ++i) {
                    row.addBindValue(u"visit:v/Zoho"_s);
                    row.addBindValue(u"ConvertToInvoice"_s);
                    row.exec();
                    after.addBindValue(row.lastInsertId());
                    after.addBindValue(row.lastInsertId());
                    after.exec();
                }
                query.exec(u"COMMIT"_s);
            }));
        }
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
    return median(times);
}

void acceptance(const char *name, const QString &how)
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    QList<VisitId> visits;
    for (int i = 0; i < 7; ++i)
        visits.append(inChair(clinic, u"Mesure %1"_s.arg(QChar(u'A' + i))));
    for (const QString &system :
         {u"zoho"_s, u"dentaltap"_s, u"quickbooks"_s, u"googlecalendar"_s}) {
        if (how == u"refused"_s)
            clinic.simulator().refuse(system);
        else
            clinic.simulator().addFault(QJsonObject{{u"system"_s, system},
                                                    {u"path"_s, u"."_s},
                                                    {u"times"_s, 100000},
                                                    {u"kind"_s, u"blackHole"_s}});
    }
    QList<double> times;
    for (const VisitId &id : std::as_const(visits)) {
        const QByteArray digest = clinic.detail(id).lines.digest();
        times.append(milliseconds([&] {
            const Result<Visit> gone = SimulatedDesk::await(
                clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, true));
            if (!gone)
                qFatal("exit: %s", qPrintable(gone.error().message));
        }));
    }
    figure(name, median(times), "ms",
           bareTransaction(QString(clinic.directory() + u"/bare.sqlite"_s)));
    clinic.close();
}

//! Exit to confirmed invoice with 100 ms per call, beside the same calls made back to back by a
//! bare client.
void confirmation()
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.latencyMs = 100;
    SimulatedDesk clinic(options);
    clinic.open();
    clinic.readIn();
    QList<double> ours;
    QList<double> bare;
    for (int i = 0; i < 3; ++i) {
        const VisitId id = inChair(clinic, u"Durée %1"_s.arg(QChar(u'A' + i)));
        const QByteArray digest = clinic.detail(id).lines.digest();
        clinic.simulator().clearJournal();
        ours.append(milliseconds([&] {
            SimulatedDesk::await(
                clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
            while (clinic.detail(id).entry.visit.state != VisitState::Invoiced)
                QTest::qWait(1);
        }));
        int calls = 0;
        for (const QJsonValue &call : clinic.calls()) {
            ++calls;
            // What is invoiced is confirmed; closing the books in the CRM comes after.
            if (call[u"system"_s].toString() == u"quickbooks"_s)
                break;
        }
        clinic.drained();
        QNetworkAccessManager network;
        bare.append(milliseconds([&] {
            for (int call = 0; call < calls; ++call) {
                QNetworkReply *reply = network.get(QNetworkRequest(
                    QUrl(clinic.simulator().url(u"zoho"_s).toString() + u"/crm/v8/org"_s)));
                while (!reply->isFinished())
                    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
                reply->deleteLater();
            }
        }));
    }
    figure("exit to invoice confirmed, 100 ms a call", median(ours), "ms", median(bare));
    clinic.close();
}

//! Search per keystroke over 30 000 patients beside one plain scan of the same names, and the first
//! load's page calls.
void searchAndFirstLoad()
{
    SimulatedDesk clinic(wholeClinic());
    clinic.open();
    clinic.simulator().clearJournal();
    const double load = milliseconds([&] { clinic.readIn(); });
    const QJsonArray calls = clinic.calls();
    // The least: pages of 200 Contacts and Events, 100 appointments; one page each of products,
    // surgeons, rooms, calendars.
    const Result<int> patients = SimulatedDesk::await(clinic.desk().patients()->count());
    const QDateTime now = clinic.clock()();
    int appointments = 0;
    for (const sim::SeedAppointment &appointment : clinic.simulator().clinic().appointments) {
        const qint64 days = now.daysTo(appointment.start);
        appointments += days >= -7 && days <= 60 ? 1 : 0;
    }
    const double least = std::ceil(*patients / 200.0) + std::ceil(appointments / 200.0)
        + std::ceil(appointments / 100.0) + 3 + 4;
    figure("first load, calls", double(calls.size()), "calls", least);
    figure("first load, time", load, "ms", 0);

    const Result<QList<Patient>> all = SimulatedDesk::await(clinic.desk().patients()->all());
    QStringList names;
    for (const Patient &patient : *all)
        names.append(patient.displayName().toUpper());
    QList<double> keystrokes;
    QList<double> scans;
    double slowest = 0;
    for (const QString &word :
         {u"lefevre jean"_s, u"d'arc"_s, u"ramgoolam"_s, u"0639"_s, u"14031974"_s, u"zzzz"_s}) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            const QString typed = word.left(length);
            const double one = milliseconds([&] { clinic.desk().patientIndex()->search(typed); });
            keystrokes.append(one);
            slowest = std::max(slowest, one);
            const QString upper = typed.toUpper();
            int hits = 0;
            scans.append(milliseconds([&] {
                for (const QString &name : std::as_const(names))
                    hits += name.contains(upper) ? 1 : 0;
            }));
        }
    }
    figure("search per keystroke, median", median(keystrokes), "ms", median(scans));
    figure("search per keystroke, slowest", slowest, "ms", median(scans));
    clinic.close();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    acceptance("exit click to accepted, systems refused", u"refused"_s);
    acceptance("exit click to accepted, systems black-holed", u"blackHole"_s);
    confirmation();
    searchAndFirstLoad();
    return 0;
}
