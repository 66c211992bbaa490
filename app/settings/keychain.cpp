// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychain.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QEventLoop>
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

//! Starts a job, which deletes itself when it ends. The future ends with its answer or after two
//! seconds; an answer that comes later is nobody's any more.
template <class T, class Answer>
QFuture<Result<T>> started(QKeychain::Job *job, Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto finish = [promise](const Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
    };
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [finish, answer](QKeychain::Job *done) { finish(answer(done)); });
    QTimer::singleShot(patienceMs, job, [finish] { finish(tl::unexpected<Error>(timedOut())); });
    job->start();
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

Task<QString> Keychain::read(QString key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    const QFuture<Result<QString>> answer = started<QString>(job, textOf);
    co_return co_await answer;
}

Task<void> Keychain::write(QString key, QString value)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setTextData(value);
    const QFuture<Result<void>> answer = started<void>(job, outcomeOf);
    co_return co_await answer;
}

Task<void> Keychain::remove(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    const QFuture<Result<void>> answer = started<void>(job, outcomeOf);
    const Result<void> removed = co_await answer;
    // What is not there need not be removed.
    if (!removed && removed.error().kind == Error::Kind::NotFound)
        co_return Result<void>();
    co_return removed;
}

Result<QString> Keychain::readBlocking(const QString &serviceName, const QString &key,
                                       int timeoutMs)
{
    QEventLoop loop;
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(key);
    Result<QString> result = tl::unexpected<Error>(timedOut());
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *done) {
        result = textOf(done);
        loop.quit();
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    job->start();
    loop.exec();
    return result;
}
