// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A desk in a process of its own, to be killed: does one step of the day (or finishes what a killed
// one left) and ends when everything is sent.
//   killed-desk SETTINGS DATA SECRETS SHIFT book|exit|bill|intervene|finish [VISIT or PLAN]
// SECRETS: a JSON file of the simulator's secrets and the data key; SHIFT: milliseconds added to
// the system clock.

#include "app/frontdesk.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

//! Secrets in a file, so that the next process has the data key of the one that was killed.
class FileSecrets : public SecretStore
{
public:
    explicit FileSecrets(QString file) : m_file(std::move(file)) { }

    Task<QString> read(QString key) override
    {
        const QJsonObject all = load();
        if (!all.contains(key))
            co_return failure(Error::Kind::NotFound, u"no such secret"_s);
        co_return all.value(key).toString();
    }
    Task<void> write(QString key, QString value) override
    {
        QJsonObject all = load();
        all.insert(key, value);
        QFile file(QString(m_file + u".new"_s));
        if (!file.open(QIODevice::WriteOnly))
            co_return failure(Error::Kind::Storage, u"secrets file"_s);
        file.write(QJsonDocument(all).toJson());
        file.close();
        QFile::remove(m_file);
        QFile::rename(file.fileName(), m_file);
        co_return Result<void>();
    }
    Task<void> remove(QString) override { co_return Result<void>(); }

private:
    QJsonObject load() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    QString m_file;
};

int complain(const Error &error)
{
    std::fputs(qPrintable(QString(error.message + u'\n')), stderr);
    return 1;
}

QCoro::Task<void> run(FrontDesk *desk, QStringList words, int *code)
{
    *code = 1;
    const Result<void> opened = co_await desk->open();
    if (!opened)
        *code = complain(opened.error());
    const Result<StaffMember> nadia = co_await desk->session()->signIn(u"Nadia"_s, u"1234"_s);
    if (!nadia)
        *code = complain(nadia.error());
    const QString step = words.value(0);
    Result<Visit> done = Visit();
    if (step == u"book"_s) {
        AvailabilityQuery query;
        query.from = desk->clock()().addSecs(1800);
        query.until = query.from.addDays(2);
        const Result<QList<Slot>> slots = co_await desk->booking()->slots(query);
        WalkInRequest request;
        request.patient.firstName = u"Noé"_s;
        request.patient.lastName = u"Garnier"_s;
        request.newDespiteSimilar = true;
        if (slots && !slots->isEmpty())
            request.slot = slots->first();
        done = co_await desk->booking()->book(request);
    } else if (step == u"exit"_s) {
        const VisitId id(words.value(1));
        const Result<VisitDetail> detail = co_await desk->visits()->detail(id);
        if (!detail) {
            *code = complain(detail.error());
            QCoreApplication::quit();
            co_return;
        }
        const QByteArray digest = detail->lines.digest();
        done = co_await desk->visitWorkflow()->exitTreatmentRoom(id, digest, false);
    } else if (step == u"bill"_s) {
        const VisitId id(words.value(1));
        const Result<VisitDetail> detail = co_await desk->visits()->detail(id);
        const QList<OpenItem> open = detail ? detail->openItems : QList<OpenItem>();
        QStringList items;
        for (const OpenItem &item : open)
            items.append(item.itemId);
        const Currency currency = desk->settings().currency;
        const QByteArray digest = supplementLines(open, currency).digest();
        done = co_await desk->visitWorkflow()->bill(id, items, digest);
    } else if (step == u"intervene"_s) {
        // The patient accepts and is given an appointment for the first phase.
        const PlanId id(words.value(1));
        const Result<PlanRecord> record = co_await desk->plans()->plan(id);
        if (!record) {
            *code = complain(record.error());
            QCoreApplication::quit();
            co_return;
        }
        const QString language = u"fr"_s;
        const QByteArray shown = planDigest(record->latest(), language, desk->settings().currency);
        const QStringList all;
        const Result<PlanRecord> accepted =
            co_await desk->plans()->accept(id, all, shown, language);
        if (!accepted)
            *code = complain(accepted.error());
        AvailabilityQuery query;
        query.from = desk->clock()().addSecs(1800);
        query.until = query.from.addDays(2);
        const Result<QList<Slot>> slots = co_await desk->booking()->slots(query);
        InterventionRequest request;
        request.part.plan = id;
        request.part.phase = record->latest().content.phases.value(0).id;
        if (slots && !slots->isEmpty())
            request.slot = slots->first();
        done = co_await desk->plans()->book(request);
    }
    if (!done) {
        *code = complain(done.error());
    } else {
        desk->outbox()->start();
        for (const Service service :
             {Service::Zoho, Service::DentalTap, Service::QuickBooks, Service::GoogleCalendar})
            desk->outbox()->resumeService(service);
        const std::chrono::milliseconds patience(30000);
        const Result<bool> empty = co_await desk->outbox()->drain(patience);
        *code = empty && *empty ? 0 : 2;
    }
    co_await desk->shutdown();
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    Result<Settings> settings = Settings::load(words.value(1));
    if (!settings)
        return complain(settings.error());
    settings->dataDirectory = words.value(2);
    settings->dentaltap.requestsPerSecond = 0;
    const qint64 shift = words.value(4).toLongLong();
    const Clock clock = [shift] { return QDateTime::currentDateTimeUtc().addMSecs(shift); };
    FrontDesk desk(*settings, std::make_unique<FileSecrets>(words.value(3)), clock);
    int code = 1;
    QTimer::singleShot(0, &desk, [&] { run(&desk, words.mid(5), &code); });
    QCoreApplication::exec();
    return code;
}
