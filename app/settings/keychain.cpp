// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychain.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFuture>
#include <QPromise>
#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {

// Some key stores never answer (qt64-notes.md section 3).
constexpr int patienceMs = 2000;

Error timedOut()
{
    return Error(Error::Kind::Timeout,
                 QCoreApplication::translate(
                     "Keychain",
                     "The key store does not answer. If it asks for its password, give it, then "
                     "try again."));
}

Error errorOf(const QKeychain::Job *job)
{
    if (job->error() == QKeychain::EntryNotFound)
        return Error(Error::Kind::NotFound,
                     QCoreApplication::translate("Keychain",
                                                 "The key store has no entry %1, or it is locked.")
                         .arg(job->key()));
    return Error(Error::Kind::Storage,
                 QCoreApplication::translate("Keychain", "The key store cannot be reached (%1).")
                     .arg(job->errorString()));
}

//! Starts a job of makeJob() in the worker's thread. The future ends with its answer or after two
//! seconds; an answer that comes later is nobody's any more.
template <class T, class MakeJob, class Answer>
QFuture<Result<T>> started(QObject *worker, MakeJob makeJob, Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto finish = [promise](const Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    QMetaObject::invokeMethod(worker, [finish, makeJob, answer] {
        QKeychain::Job *job = makeJob();
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [finish, answer](QKeychain::Job *done) { finish(answer(done)); });
        QTimer::singleShot(patienceMs, job,
                           [finish] { finish(tl::unexpected<Error>(timedOut())); });
        job->start();
    });
    return promise->future();
}

Result<void> outcomeOf(QKeychain::Job *job)
{
    if (job->error() != QKeychain::NoError)
        return tl::unexpected<Error>(errorOf(job));
    return {};
}

Result<QString> textOf(QKeychain::Job *job)
{
    if (job->error() != QKeychain::NoError)
        return tl::unexpected<Error>(errorOf(job));
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    return read == nullptr ? QString() : read->textData();
}

} // namespace

Keychain::Keychain(QString serviceName)
    : m_service(std::move(serviceName)), m_worker(std::make_unique<QObject>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

Keychain::~Keychain()
{
    m_thread.quit();
    m_thread.wait();
}

Task<QString> Keychain::read(QString key)
{
    const auto makeJob = [service = m_service, key]() -> QKeychain::Job * {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    };
    const QFuture<Result<QString>> answer = started<QString>(m_worker.get(), makeJob, textOf);
    co_return co_await answer;
}

Task<void> Keychain::write(QString key, QString value)
{
    const auto makeJob = [service = m_service, key, value]() -> QKeychain::Job * {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setTextData(value);
        return job;
    };
    const QFuture<Result<void>> answer = started<void>(m_worker.get(), makeJob, outcomeOf);
    co_return co_await answer;
}

Task<void> Keychain::remove(QString key)
{
    const auto makeJob = [service = m_service, key]() -> QKeychain::Job * {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return job;
    };
    const QFuture<Result<void>> answer = started<void>(m_worker.get(), makeJob, outcomeOf);
    const Result<void> removed = co_await answer;
    // What is not there need not be removed.
    if (!removed && removed.error().kind == Error::Kind::NotFound)
        co_return Result<void>();
    co_return removed;
}

std::future<Result<QString>> Keychain::request(const QString &key)
{
    const auto makeJob = [service = m_service, key]() -> QKeychain::Job * {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    };
    auto promise = std::make_shared<std::promise<Result<QString>>>();
    const auto answered = [promise](QKeychain::Job *job) {
        const Result<QString> text = textOf(job);
        promise->set_value(text);
        return text;
    };
    started<QString>(m_worker.get(), makeJob, answered);
    return promise->get_future();
}
