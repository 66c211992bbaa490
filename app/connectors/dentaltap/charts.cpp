// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/charts.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"
#include "app/connectors/dentaltap/profilejson.h"
#include "app/net/address.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

constexpr int pictureDeadlineMs = 30000;
//! How much of a picture is looked at to see what it is.
constexpr qsizetype beginning = 4096;
constexpr char pngSignature[] = "\x89PNG\r\n\x1a\n";

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Protocol, QCoreApplication::translate("dentaltap", text),
                   Service::DentalTap);
}

//! The way to a picture is wrong: another form of it would be no better.
tl::unexpected<Error> unsafe()
{
    return failure(Error::Kind::Invalid,
                   QCoreApplication::translate("dentaltap",
                                               "DentalTap's chart is at an address that is not "
                                               "safe. It is not fetched."),
                   Service::DentalTap);
}

//! As it may stand in a header.
QByteArray plainEtag(const QString &etag)
{
    const bool isPlain = std::all_of(etag.cbegin(), etag.cend(),
                                     [](QChar c) { return c >= u' ' && c < QChar(0x7f); });
    return isPlain ? etag.toLatin1() : QByteArray();
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool hasChart(const QJsonObject &record)
{
    const QJsonValue charts = record[field::charts];
    return !charts[field::dental][field::url].toString().isEmpty()
        || !charts[field::periodontal][field::url].toString().isEmpty();
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString backgroundPath(dental::ChartKind kind)
{
    return QString(path::backgrounds + u'/' + wordOf(kind));
}

//! The link with "format=png" in place of another format.
QUrl asPng(const QUrl &url)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(query::format);
    query.addQueryItem(query::format, word::png);
    QUrl changed = url;
    changed.setQuery(query);
    return changed;
}

} // namespace

Result<QString> formatOf(const QByteArray &bytes, const QByteArray &contentType)
{
    const QByteArray declared = contentType.split(';').first().trimmed().toLower();
    const bool isPng = bytes.startsWith(pngSignature);
    QByteArray start = bytes.left(beginning);
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    start = start.trimmed();
    const bool isSvg = start.startsWith('<') && start.contains("<svg");
    if (isPng && declared == "image/png")
        return QString(word::png);
    if (isSvg && declared == "image/svg+xml")
        return QString(word::svg);
    if (!isPng && !isSvg) {
        return refused(QT_TRANSLATE_NOOP("dentaltap",
                                         "What DentalTap sent as a chart is neither an SVG nor a "
                                         "PNG picture. It is not shown."));
    }
    return refused(QT_TRANSLATE_NOOP("dentaltap",
                                     "DentalTap sent a chart that is not what it says it is. It "
                                     "is not shown."));
}

Task<QJsonObject> Charts::record(QString path, QString logged)
{
    Request request(QByteArray("GET"), path, logged);
    request.headers.emplaceBack("Accept", "application/json");
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return answer->json(Service::DentalTap);
}

Task<QJsonObject> Charts::profile(ProfileOwner owner)
{
    const bool ofVisit = !owner.appointmentId.isEmpty();
    const QLatin1StringView collection = ofVisit ? path::appointments : path::patients;
    const QString id = ofVisit ? owner.appointmentId : owner.patientId;
    const QString itself = QString(collection + u'/' + encoded(id));
    const QString logged = QString(collection + u"/{id}"_s);
    const QString itsProfile = QString(itself + u'/' + path::profile);
    const QString loggedProfile = QString(logged + u'/' + path::profile);
    Result<QJsonObject> profile = co_await record(itsProfile, loggedProfile);
    if (!profile || hasChart(*profile))
        co_return profile;
    const Result<QJsonObject> whole = co_await record(itself, logged);
    if (whole && hasChart(*whole))
        profile->insert(field::charts, whole->value(field::charts));
    co_return profile;
}

Result<void> Charts::mayFetch(const QUrl &url) const
{
    const QUrl base = m_transport->base();
    const bool hasName = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty();
    if (hasName && isSameOrigin(url, base))
        return {};
    // Tests and a demo stand on one computer; nobody else is sent to a server of this computer.
    if (hasName
        && (url.scheme() == "https"_L1
            || (url.scheme() == "http"_L1 && isLoopback(url) && isLoopback(base))))
        return {};
    return unsafe();
}

Task<FetchedChart> Charts::picture(QString url, QString knownEtag, bool png)
{
    const QUrl first(url, QUrl::StrictMode);
    QUrl target = png ? asPng(first) : first;
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        const Result<void> allowed = mayFetch(target);
        if (!allowed)
            co_return tl::unexpected(allowed.error());
        Request request;
        request.url = target.adjusted(QUrl::RemoveFragment);
        request.signedIn = redirects == 0;
        // Nothing of the link: it may carry its own key.
        request.pathTemplate = u"(chart link)"_s;
        request.deadlineMs = pictureDeadlineMs;
        request.largestAnswer = largestPicture;
        request.headers.emplaceBack(
            "Accept", png ? QByteArray("image/png") : QByteArray("image/svg+xml, image/png;q=0.5"));
        const QByteArray etag = plainEtag(knownEtag);
        if (!etag.isEmpty())
            request.headers.emplaceBack("If-None-Match", etag);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (isRedirect(answer->status)) {
            const QUrl next = QUrl::fromEncoded(answer->header("Location"), QUrl::StrictMode);
            const bool leavesHttps =
                target.scheme() == "https"_L1 && target.resolved(next).scheme() != "https"_L1;
            if (next.isEmpty() || leavesHttps)
                co_return unsafe();
            target = target.resolved(next);
            continue;
        }
        FetchedChart chart;
        chart.etag = QString::fromLatin1(answer->header("ETag"));
        if (answer->status == 304 && !etag.isEmpty()) {
            chart.unchanged = true;
            co_return chart;
        }
        if (!answer->isSuccess())
            co_return tl::unexpected(errorFrom(*answer));
        const Result<QString> format = formatOf(answer->body, answer->header("Content-Type"));
        if (!format)
            co_return tl::unexpected(format.error());
        chart.bytes = answer->body;
        chart.format = *format;
        co_return chart;
    }
    co_return failure(
        Error::Kind::Invalid,
        QCoreApplication::translate(
            "dentaltap",
            "DentalTap sends from one address to the next for a chart. It is not fetched."),
        Service::DentalTap);
}

Task<FetchedChart> Charts::background(dental::ChartKind kind)
{
    Request request(QByteArray("GET"), backgroundPath(kind), backgroundPath(kind));
    request.deadlineMs = pictureDeadlineMs;
    request.largestAnswer = largestPicture;
    request.headers.emplaceBack("Accept", "image/svg+xml, image/png");
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QString> format = formatOf(answer->body, answer->header("Content-Type"));
    if (!format)
        co_return tl::unexpected(format.error());
    FetchedChart chart;
    chart.bytes = answer->body;
    chart.format = *format;
    chart.etag = QString::fromLatin1(answer->header("ETag"));
    co_return chart;
}

Task<void> Charts::putBackground(dental::ChartKind kind, QByteArray bytes, QString format)
{
    Request request(QByteArray("PUT"), backgroundPath(kind), backgroundPath(kind));
    request.deadlineMs = pictureDeadlineMs;
    request.contentType =
        format == word::png ? QByteArray("image/png") : QByteArray("image/svg+xml");
    request.body = bytes;
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return Result<void>();
}

Task<void> Charts::removeBackground(dental::ChartKind kind)
{
    const Request request(QByteArray("DELETE"), backgroundPath(kind), backgroundPath(kind));
    const Result<Response> answer = co_await m_transport->send(request);
    if (!answer)
        co_return tl::unexpected(answer.error());
    // Gone is gone.
    if (!answer->isSuccess() && answer->status != 404)
        co_return tl::unexpected(errorFrom(*answer));
    co_return Result<void>();
}

} // namespace dentaltap
