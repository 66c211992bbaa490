// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/chartworkflow.h"

using namespace Qt::StringLiterals;

// The clinic's own backgrounds of the charts (dentaltap.md section 5.7).

namespace {

constexpr qsizetype largestBackground = 2 * 1024 * 1024;

QString backgroundKind(dental::ChartKind kind)
{
    return u"background."_s + enumName(kind);
}

//! Noted while DentalTap has not been told what is kept here.
QString pendingKind(dental::ChartKind kind)
{
    return u"unsent."_s + backgroundKind(kind);
}

} // namespace

Task<ChartPicture> ChartWorkflow::background(dental::ChartKind kind)
{
    const Running running(this);
    const QString clinic = ChartStore::clinic();
    const QString name = backgroundKind(kind);
    const QString pending = pendingKind(kind);
    const Result<ChartStore::Document> unsent = co_await m_store->document(clinic, pending);
    if (unsent)
        (void)co_await pushBackground(kind);
    const Result<ChartStore::Picture> own = co_await m_store->picture(clinic, name);
    if (own) {
        ChartPicture picture;
        picture.bytes = own->bytes;
        picture.format = own->format;
        picture.date = own->date;
        co_return picture;
    }
    // Another desk may have set one; asked once a day at most.
    const QString asked = u"asked."_s + name;
    const Result<ChartStore::Document> before = co_await m_store->document(clinic, asked);
    const Error none(Error::Kind::NotFound, tr("The clinic has no background of its own."));
    if (before && before->readAt.secsTo(m_clock()) < 24 * 60 * 60)
        co_return tl::unexpected<Error>(none);
    const Result<dentaltap::FetchedChart> theirs = co_await m_charts->background(kind);
    if (!theirs && theirs.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected<Error>(theirs.error());
    const QByteArray nothing("{}");
    (void)co_await m_store->put(clinic, asked, nothing);
    if (!theirs)
        co_return tl::unexpected<Error>(none);
    const QByteArray bytes = theirs->bytes;
    const QString format = theirs->format;
    const Result<void> good = co_await proved(bytes, format, GraphicUse::Background);
    if (!good)
        co_return tl::unexpected<Error>(good.error());
    ChartStore::Picture picture;
    picture.bytes = bytes;
    picture.format = format;
    picture.date = m_clock();
    (void)co_await m_store->putPicture(clinic, name, picture);
    ChartPicture result;
    result.bytes = picture.bytes;
    result.format = picture.format;
    result.date = picture.date;
    co_return result;
}

Task<void> ChartWorkflow::setBackground(dental::ChartKind kind, QByteArray bytes, QString format)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        co_return allowed;
    if (bytes.size() > largestBackground) {
        co_return failure(Error::Kind::Invalid,
                          tr("The picture is too large: DentalTap takes backgrounds up to 2 MiB."));
    }
    const Result<void> good = co_await proved(bytes, format, GraphicUse::Background);
    if (!good)
        co_return good;
    const QString clinic = ChartStore::clinic();
    const QString name = backgroundKind(kind);
    ChartStore::Picture picture;
    picture.bytes = bytes;
    picture.format = format;
    picture.date = m_clock();
    const Result<void> kept = co_await m_store->putPicture(clinic, name, picture);
    if (!kept)
        co_return kept;
    const QString pending = pendingKind(kind);
    const QByteArray put("{\"act\":\"put\"}");
    const Result<void> noted = co_await m_store->put(clinic, pending, put);
    if (!noted)
        co_return noted;
    Q_EMIT backgroundChanged(kind);
    co_return co_await pushBackground(kind);
}

Task<void> ChartWorkflow::clearBackground(dental::ChartKind kind)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        co_return allowed;
    const QString clinic = ChartStore::clinic();
    const QString name = backgroundKind(kind);
    const Result<void> gone = co_await m_store->remove(clinic, name);
    if (!gone)
        co_return gone;
    const QString pending = pendingKind(kind);
    const QByteArray removal("{\"act\":\"remove\"}");
    const Result<void> noted = co_await m_store->put(clinic, pending, removal);
    if (!noted)
        co_return noted;
    const QString asked = u"asked."_s + name;
    const QByteArray nothing("{}");
    (void)co_await m_store->put(clinic, asked, nothing);
    Q_EMIT backgroundChanged(kind);
    co_return co_await pushBackground(kind);
}

Task<void> ChartWorkflow::pushBackground(dental::ChartKind kind)
{
    const QString clinic = ChartStore::clinic();
    const QString name = backgroundKind(kind);
    const QString pending = pendingKind(kind);
    const Result<ChartStore::Picture> own = co_await m_store->picture(clinic, name);
    Result<void> pushed;
    if (own) {
        const QByteArray bytes = own->bytes;
        const QString format = own->format;
        pushed = co_await m_charts->putBackground(kind, bytes, format);
    } else {
        pushed = co_await m_charts->removeBackground(kind);
    }
    if (!pushed && pushed.error().isTransient())
        co_return pushed;
    // Sent, or refused for good: it is used here either way.
    const Result<void> settled = co_await m_store->remove(clinic, pending);
    if (!settled)
        co_return settled;
    co_return pushed;
}
