// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Seen = std::optional<Error::Kind>;

namespace support {

void addFaultRows()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<Seen>("error");
    QTest::newRow("401 then a new token") << u"expiredToken"_s << QJsonObject() << Seen();
    QTest::newRow("429 with Retry-After")
        << u"429"_s << QJsonObject{{"retryAfter"_L1, 7}} << Seen(Error::Kind::RateLimited);
    QTest::newRow("429 without Retry-After")
        << u"429"_s << QJsonObject() << Seen(Error::Kind::RateLimited);
    QTest::newRow("500") << u"status"_s << QJsonObject{{"status"_L1, 500}}
                         << Seen(Error::Kind::Server);
    QTest::newRow("503") << u"status"_s << QJsonObject{{"status"_L1, 503}}
                         << Seen(Error::Kind::Server);
    QTest::newRow("never answered")
        << u"blackHole"_s << QJsonObject() << Seen(Error::Kind::Timeout);
    QTest::newRow("answered too late")
        << u"delay"_s << QJsonObject{{"ms"_L1, 3000}} << Seen(Error::Kind::Timeout);
    QTest::newRow("malformed") << u"malformed"_s << QJsonObject() << Seen(Error::Kind::Protocol);
    QTest::newRow("cut body") << u"cutBody"_s << QJsonObject() << Seen(Error::Kind::Offline);
    QTest::newRow("lost answer") << u"lostAnswer"_s << QJsonObject() << Seen(Error::Kind::Offline);
}

void limitPatience(Transport &transport, std::optional<Error::Kind> expected)
{
    const bool waits = expected == Error::Kind::Timeout;
    transport.setPatience(std::chrono::milliseconds(waits ? 600 : 60000));
}

} // namespace support
