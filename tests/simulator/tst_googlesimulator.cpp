// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendarevent.h"
#include "tests/simulator/services.h"
#include "tests/simulator/testcalls.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

const QByteArray lea = "/calendar/v3/calendars/lea%40clinic.example.com/";
const QByteArray client =
    "&client_id=vestibule-desktop.apps.example.com&client_secret=simulated-google-secret";

//! JSON text written with apostrophes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

//! The calendar simulator against its contract, and the exact wire forms of the vendor's client.
class TestGoogleSimulator : public QObject
{
    Q_OBJECT

private:
    sim::Clinic m_clinic;
    sim::SimClock m_clock;
    std::unique_ptr<sim::Service> m_google;
    QByteArray m_bearer;

    sim::Answer token(const QByteArray &form)
    {
        return m_google->handle(sim::makeCall("POST", "/token", form + client));
    }
    sim::Answer raw(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                    Headers headers = {})
    {
        headers.append({"authorization", m_bearer});
        return m_google->handle(sim::makeCall(method, target, body, headers));
    }
    QJsonObject get(const QByteArray &target) { return sim::jsonOf(raw("GET", target)); }
    sim::Answer insert(const QByteArray &id, const QByteArray &more = {})
    {
        return raw("POST", lea + "events",
                   json("{'id':'") + id
                       + json("','start':{'dateTime':'2026-03-02T09:00:00+01:00'},") + more
                       + json("'end':{'dateTime':'2026-03-02T09:30:00+01:00'}}"));
    }
    static QString reasonOf(const sim::Answer &answer)
    {
        return sim::jsonOf(answer).value(u"error"_s)[u"errors"][0][u"reason"].toString();
    }
    static QStringList idsOf(const QJsonObject &list)
    {
        QStringList ids;
        for (const QJsonValue &event : list.value(u"items"_s).toArray())
            ids.append(event[u"id"].toString());
        return ids;
    }
    QByteArray syncToken(const QByteArray &query = "events?singleEvents=true")
    {
        return get(lea + query).value(u"nextSyncToken"_s).toString().toUtf8().toPercentEncoding();
    }

private Q_SLOTS:
    void init()
    {
        m_clinic = {};
        m_clinic.options.timeZone = u"Europe/Paris"_s;
        sim::SeedProvider provider;
        provider.calendarId = u"lea@clinic.example.com"_s;
        provider.name = u"Dr Léa Fontaine"_s;
        m_clinic.providers.append(provider);
        provider.calendarId = u"noe@clinic.example.com"_s;
        provider.name = u"Dr Noé Pillay"_s;
        m_clinic.providers.append(provider);
        m_clinic.patients.append(sim::SeedPatient{});
        sim::SeedAppointment seeded;
        seeded.googleEventId = u"seeded00001"_s;
        seeded.vestibuleRef = u"A-1"_s;
        seeded.start = QDateTime(QDate(2026, 3, 2), QTime(13, 0), Qt::UTC);
        seeded.end = seeded.start.addSecs(1800);
        m_clinic.appointments.append(seeded);
        sim::SeedBusyBlock block;
        block.provider = 1;
        block.eventId = u"busy0000001"_s;
        block.summary = u"Congé"_s;
        block.start = seeded.start;
        block.end = seeded.end;
        m_clinic.busyBlocks.append(block);
        m_clock = {};
        m_google = sim::makeGoogleCalendar(m_clinic, m_clock, {});
        const sim::Answer answer =
            token("grant_type=refresh_token&refresh_token=1%2F%2Fsimulated-first");
        m_bearer = "bearer " + sim::jsonOf(answer).value(u"access_token"_s).toString().toLatin1();
    }

    void refreshTokensNeverRotateAndCanBeRevoked()
    {
        const QByteArray form = "grant_type=refresh_token&refresh_token=1%2F%2Fsimulated-first";
        const QJsonObject again = sim::jsonOf(token(form));
        QCOMPARE(again.value(u"expires_in"_s).toInt(), 3599);
        QVERIFY(!again.contains(u"refresh_token"_s));
        QCOMPARE(
            m_google->handle(sim::makeCall("POST", "/revoke?token=1%2F%2Fsimulated-first")).status,
            200);
        QCOMPARE(token(form).status, 400);
        QCOMPARE(raw("GET", lea + "events").status, 401);
    }

    void aCodeNeedsItsVerifierAndServesOnce_data()
    {
        QTest::addColumn<QByteArray>("verifier");
        QTest::addColumn<int>("status");
        QTest::newRow("right") << QByteArray(64, 'v') << 200;
        QTest::newRow("wrong") << QByteArray(64, 'w') << 400;
        QTest::newRow("short") << QByteArray("v") << 400;
    }
    void aCodeNeedsItsVerifierAndServesOnce()
    {
        QFETCH(QByteArray, verifier);
        QFETCH(int, status);
        const QByteArray challenge =
            QCryptographicHash::hash(QByteArray(64, 'v'), QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QByteArray back = "http%3A%2F%2F127.0.0.1%3A40123%2F";
        const sim::Answer page = m_google->handle(
            sim::makeCall("GET",
                          "/o/oauth2/v2/auth?response_type=code&state=s&redirect_uri=" + back
                              + "&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcalendar.events"
                                "&code_challenge_method=S256&code_challenge="
                              + challenge + client));
        QCOMPARE(page.status, 302);
        const QByteArray location = page.headers.first().second;
        const qsizetype at = location.indexOf("code=") + 5;
        const QByteArray form = "grant_type=authorization_code&redirect_uri=" + back
            + "&code_verifier=" + verifier
            + "&code=" + location.mid(at, location.indexOf('&', at) - at);
        QCOMPARE(token(form).status, status);
        QCOMPARE(token(form).status, 400);
    }

    void aRedirectOutsideLoopbackIsRefused()
    {
        QCOMPARE(m_google
                     ->handle(sim::makeCall("GET",
                                            "/o/oauth2/v2/auth?response_type=code&scope=x"
                                            "&redirect_uri=https%3A%2F%2Fexample.com"
                                                + client))
                     .status,
                 400);
    }

    void missingScopesAreForbidden()
    {
        m_google->edit(
            u"switch"_s, u"scopes"_s,
            {{u"granted"_s, QJsonArray{u"https://www.googleapis.com/auth/calendar.freebusy"_s}}});
        const sim::Answer answer =
            token("grant_type=refresh_token&refresh_token=1%2F%2Fsimulated-first");
        m_bearer = "Bearer " + sim::jsonOf(answer).value(u"access_token"_s).toString().toLatin1();
        QCOMPARE(reasonOf(raw("GET", lea + "events")), u"insufficientPermissions"_s);
    }

    void seededAppointmentsCarryTheirVisit()
    {
        const QJsonObject found = get(lea + "events?privateExtendedProperty=vestibuleVisit%3DA-1");
        QCOMPARE(idsOf(found), QStringList{u"seeded00001"_s});
        QVERIFY(!found.contains(u"nextSyncToken"_s));
        QCOMPARE(found.value(u"items"_s)[0][u"start"][u"dateTime"].toString(),
                 u"2026-03-02T14:00:00+01:00"_s);
        QVERIFY(idsOf(get(lea + "events?privateExtendedProperty=vestibuleVisit%3DA-2")).isEmpty());
        QCOMPARE(m_google->state().value(u"events"_s).toArray().size(), 2);
    }

    void clientIdsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("status");
        QTest::newRow("base32hex") << QByteArray("c320av9") << 200;
        QTest::newRow("short") << QByteArray("abcd") << 400;
        QTest::newRow("letter beyond v") << QByteArray("abcdw") << 400;
        QTest::newRow("hyphen") << QByteArray("abc-def") << 400;
        QTest::newRow("capital") << QByteArray("Abcdef") << 400;
        QTest::newRow("new line") << QByteArray("abcdef\\n") << 400;
    }
    void clientIdsAreChecked()
    {
        QFETCH(QByteArray, id);
        QFETCH(int, status);
        QCOMPARE(insert(id).status, status);
    }

    void aTimeNeedsAnOffsetOrAZone()
    {
        const sim::Answer answer = raw("POST", lea + "events",
                                       json("{'start':{'dateTime':'2026-03-02T09:00:00'},"
                                            "'end':{'dateTime':'2026-03-02T10:00:00'}}"));
        QCOMPARE(answer.status, 400);
    }

    void anIdIsNeverFreeAgain()
    {
        QCOMPARE(insert("abcde").status, 200);
        QCOMPARE(reasonOf(insert("abcde")), u"duplicate"_s);
        QCOMPARE(raw("DELETE", lea + "events/abcde").status, 204);
        QCOMPARE(reasonOf(raw("DELETE", lea + "events/abcde")), u"deleted"_s);
        QCOMPARE(insert("abcde").status, 409);
        QCOMPARE(get(lea + "events/abcde").value(u"status"_s).toString(), u"cancelled"_s);
        QCOMPARE(raw("PATCH", lea + "events/abcde", json("{'summary':'x'}")).status, 403);
        QCOMPARE(raw("PATCH", lea + "events/abcde", json("{'status':'confirmed'}")).status, 200);
    }

    void aWriteWithAnOldEtagIsRefused()
    {
        const QByteArray old = sim::jsonOf(insert("abcde")).value(u"etag"_s).toString().toLatin1();
        QCOMPARE(raw("GET", lea + "events/abcde", {}, {{"If-None-Match", old}}).status, 304);
        m_google->edit(u"events"_s, u"abcde"_s, {{u"summary"_s, u"moved by phone"_s}});
        for (const QByteArray method : {"PATCH", "PUT", "DELETE"}) {
            const sim::Answer answer = raw(method, lea + "events/abcde", "{}", {{"If-Match", old}});
            QCOMPARE(answer.status, 412);
            QCOMPARE(reasonOf(answer), u"conditionNotMet"_s);
        }
        QCOMPARE(raw("GET", lea + "events/abcde", {}, {{"If-None-Match", old}}).status, 200);
        const QByteArray now = get(lea + "events/abcde").value(u"etag"_s).toString().toLatin1();
        QCOMPARE(raw("DELETE", lea + "events/abcde", {}, {{"If-Match", now}}).status, 204);
    }

    void aPatchMergesAndAPutReplaces()
    {
        insert("abcde", json("'summary':'s','extendedProperties':{'private':{'a':'1','b':'2'}},"));
        const QJsonObject merged =
            sim::jsonOf(raw("PATCH", lea + "events/abcde",
                            json("{'extendedProperties':{'private':{'a':null,'c':'3'}}}")));
        const QJsonObject left{{u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}};
        QCOMPARE(merged.value(u"extendedProperties"_s)[u"private"].toObject(), left);
        QCOMPARE(merged.value(u"summary"_s).toString(), u"s"_s);
        const QJsonObject replaced =
            sim::jsonOf(raw("PUT", lea + "events/abcde",
                            json("{'start':{'date':'2026-03-02'},'end':{'date':'2026-03-03'}}")));
        QVERIFY(!replaced.contains(u"summary"_s));
        QVERIFY(!replaced.contains(u"extendedProperties"_s));
        QCOMPARE(replaced.value(u"start"_s)[u"date"].toString(), u"2026-03-02"_s);
        QCOMPARE(reasonOf(raw("PUT", lea + "events/abcde", json("{'summary':'x'}"))),
                 u"required"_s);
    }

    void longExtendedPropertiesAreLostOrCut()
    {
        const QByteArray body = json("'extendedProperties':{'private':{'") + QByteArray(45, 'k')
            + json("':'x','k':'") + QByteArray(1030, 'v') + json("'}},");
        const QJsonObject kept = sim::jsonOf(insert("abcde", body))
                                     .value(u"extendedProperties"_s)[u"private"]
                                     .toObject();
        QCOMPARE(kept.keys(), QStringList{u"k"_s});
        QCOMPARE(kept.value(u"k"_s).toString().size(), 1024);
    }

    void changesComeOnceAndDeletionsAsStubs()
    {
        const QByteArray token = syncToken();
        QVERIFY(!token.isEmpty());
        insert("abcde");
        m_google->edit(u"events"_s, u"seeded00001"_s, {{u"deleted"_s, true}});
        const QJsonObject changes = get(lea + "events?singleEvents=true&syncToken=" + token);
        QCOMPARE(idsOf(changes), (QStringList{u"seeded00001"_s, u"abcde"_s}));
        QCOMPARE(changes.value(u"items"_s)[0][u"status"].toString(), u"cancelled"_s);
        QVERIFY(changes.value(u"items"_s)[0][u"summary"].isUndefined());
        const QByteArray next =
            changes.value(u"nextSyncToken"_s).toString().toUtf8().toPercentEncoding();
        QVERIFY(idsOf(get(lea + "events?singleEvents=true&syncToken=" + next)).isEmpty());
        QCOMPARE(idsOf(get(lea + "events")), QStringList{u"abcde"_s});
    }

    void badListingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        const auto row = [](const char *query, int status) {
            QTest::newRow(query) << QByteArray(query) << status;
        };
        row("syncToken=T&timeMin=2026-01-01T00:00:00Z", 400);
        row("syncToken=T&orderBy=updated", 400);
        row("syncToken=T&privateExtendedProperty=a%3Db", 400);
        row("syncToken=T&showDeleted=false", 400);
        row("syncToken=nonsense", 410);
        row("pageToken=nonsense", 400);
        row("orderBy=startTime", 400);
        row("timeMin=2026-01-01T00:00:00", 400);
        row("timeMin=2026-01-02T00:00:00Z&timeMax=2026-01-01T00:00:00Z", 400);
        row("maxResults=0", 400);
        row("singleEvents=yes", 400);
        row("updatedMin=2001-01-01T00:00:00Z", 410);
    }
    void badListingsAreRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        query.replace("=T&", QByteArray("=" + syncToken() + "&"));
        QCOMPARE(raw("GET", lea + "events?" + query).status, status);
    }

    void anExpiredSyncTokenAsksForAFullSync()
    {
        const QByteArray token = syncToken();
        m_google->edit(u"switch"_s, u"expireSyncTokens"_s, {});
        const sim::Answer answer = raw("GET", lea + "events?singleEvents=true&syncToken=" + token);
        QCOMPARE(answer.status, 410);
        QCOMPARE(reasonOf(answer), u"fullSyncRequired"_s);
        const QByteArray fresh = syncToken();
        insert("abcde");
        QCOMPARE(idsOf(get(lea + "events?singleEvents=true&syncToken=" + fresh)),
                 QStringList{u"abcde"_s});
    }

    void onlyTheLastPageHasTheSyncToken()
    {
        insert("abcde");
        insert("abcdf");
        const QJsonObject first = get(lea + "events?maxResults=2");
        QCOMPARE(first.value(u"items"_s).toArray().size(), 2);
        QVERIFY(!first.contains(u"nextSyncToken"_s));
        const QByteArray page = first.value(u"nextPageToken"_s).toString().toUtf8();
        const QJsonObject last = get(lea + "events?maxResults=2&pageToken=" + page);
        QCOMPARE(idsOf(last), QStringList{u"abcdf"_s});
        QVERIFY(last.contains(u"nextSyncToken"_s));
        QCOMPARE(raw("GET", lea + "events?maxResults=1&pageToken=" + page).status, 400);
    }

    void aSeriesKeepsItsWallClockAcrossTheChangeOfHour()
    {
        const sim::Answer made =
            raw("POST", lea + "events",
                json("{'id':'series','start':{'dateTime':'2026-03-23T09:00:00','timeZone':'Europe/"
                     "Paris'},"
                     "'end':{'dateTime':'2026-03-23T10:00:00','timeZone':'Europe/Paris'},"
                     "'recurrence':['RRULE:FREQ=WEEKLY;COUNT=4',"
                     "'EXDATE;TZID=Europe/Paris:20260406T090000']}"));
        QCOMPARE(made.status, 200);
        const QByteArray window = "&timeMin=2026-03-20T00:00:00Z&timeMax=2026-05-01T00:00:00Z";
        const QJsonObject list = get(lea + "events?singleEvents=true&orderBy=startTime" + window);
        QCOMPARE(idsOf(list),
                 (QStringList{u"series_20260323T080000Z"_s, u"series_20260330T070000Z"_s,
                              u"series_20260413T070000Z"_s}));
        QCOMPARE(list.value(u"items"_s)[1][u"start"][u"dateTime"].toString(),
                 u"2026-03-30T09:00:00+02:00"_s);
        const QByteArray token = syncToken();
        QCOMPARE(raw("DELETE", lea + "events/series_20260330T070000Z").status, 204);
        QCOMPARE(raw("PATCH", lea + "events/series_20260413T070000Z", json("{'summary':'other'}"))
                     .status,
                 200);
        const QJsonObject changes = get(lea + "events?singleEvents=true&syncToken=" + token);
        QCOMPARE(changes.value(u"items"_s).toArray().size(), 2);
        QCOMPARE(get(lea + "events/series/instances").value(u"items"_s).toArray().size(), 2);
        QCOMPARE(raw("DELETE", lea + "events/series").status, 204);
        QVERIFY(idsOf(get(lea + "events?singleEvents=true" + window)).isEmpty());
    }

    void rulesAreExpanded_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("daily count") << u"RRULE:FREQ=DAILY;COUNT=3"_s << qsizetype(3);
        QTest::newRow("until is inclusive")
            << u"RRULE:FREQ=DAILY;UNTIL=20260304T090000Z"_s << qsizetype(3);
        QTest::newRow("every other day")
            << u"RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260308T235959Z"_s << qsizetype(4);
        QTest::newRow("two days a week")
            << u"RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5"_s << qsizetype(5);
        QTest::newRow("to the horizon") << u"RRULE:FREQ=WEEKLY"_s << qsizetype(5);
    }
    void rulesAreExpanded()
    {
        QFETCH(QString, rule);
        QFETCH(qsizetype, count);
        QVERIFY(sim::isRecurrence({rule}));
        const QDateTime first(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
        QCOMPARE(sim::occurrences({rule}, first, first.addDays(30)).size(), count);
    }

    void freeBusyTellsWhatItCannotSee()
    {
        const QJsonObject answer = sim::jsonOf(raw(
            "POST", "/calendar/v3/freeBusy",
            json("{'timeMin':'2026-03-02T00:00:00Z','timeMax':'2026-03-03T00:00:00Z',"
                 "'items':[{'id':'noe@clinic.example.com'},{'id':'nobody@clinic.example.com'}]}")));
        const QJsonObject calendars = answer.value(u"calendars"_s).toObject();
        const QJsonValue seen = calendars.value(u"noe@clinic.example.com"_s);
        QCOMPARE(seen[u"busy"][0][u"start"].toString(), u"2026-03-02T13:00:00Z"_s);
        QCOMPARE(
            calendars.value(u"nobody@clinic.example.com"_s)[u"errors"][0][u"reason"].toString(),
            u"notFound"_s);
    }

    void aMoveLeavesAStub()
    {
        insert("abcde", json("'extendedProperties':{'private':{'vestibuleVisit':'A-9'}},"));
        const sim::Answer moved =
            raw("POST", lea + "events/abcde/move?destination=noe%40clinic.example.com");
        QCOMPARE(moved.status, 200);
        QCOMPARE(sim::jsonOf(moved).value(u"organizer"_s)[u"email"].toString(),
                 u"noe@clinic.example.com"_s);
        QCOMPARE(get(lea + "events/abcde").value(u"status"_s).toString(), u"cancelled"_s);
        QCOMPARE(raw("POST",
                     "/calendar/v3/calendars/noe%40clinic.example.com/events/abcde/move"
                     "?destination=lea%40clinic.example.com")
                     .status,
                 200);
        QCOMPARE(get(lea + "events/abcde").value(u"status"_s).toString(), u"confirmed"_s);
    }

    void rightsDecideWhatIsSeenAndWritten()
    {
        QCOMPARE(get("/calendar/v3/users/me/calendarList?minAccessRole=writer")
                     .value(u"items"_s)
                     .toArray()
                     .size(),
                 3);
        m_google->edit(u"acl"_s, u"lea@clinic.example.com"_s,
                       {{u"reception@clinic.example.com"_s, u"reader"_s}});
        QCOMPARE(reasonOf(insert("abcde")), u"forbidden"_s);
        const QJsonObject seen = get(lea + "events/seeded00001");
        QCOMPARE(seen.value(u"visibility"_s).toString(), u"private"_s);
        QVERIFY(!seen.contains(u"summary"_s));
        m_google->edit(u"acl"_s, u"lea@clinic.example.com"_s,
                       {{u"reception@clinic.example.com"_s, u"none"_s}});
        QCOMPARE(raw("GET", lea + "events").status, 404);
    }

    void aSurgeonOnAPhoneBlocksTime()
    {
        const QJsonObject edge{{u"dateTime"_s, u"2026-03-05T08:00:00Z"_s}};
        const QJsonObject later{{u"dateTime"_s, u"2026-03-05T09:00:00Z"_s}};
        const QByteArray token = syncToken();
        QCOMPARE(m_google->edit(u"events"_s, {},
                                {{u"calendarId"_s, u"lea@clinic.example.com"_s},
                                 {u"summary"_s, u"privé"_s},
                                 {u"visibility"_s, u"private"_s},
                                 {u"start"_s, edge},
                                 {u"end"_s, later}}),
                 QString());
        const QJsonObject changes = get(lea + "events?singleEvents=true&syncToken=" + token);
        QCOMPARE(changes.value(u"items"_s)[0][u"creator"][u"email"].toString(),
                 u"lea@clinic.example.com"_s);
        QVERIFY(!m_google->edit(u"events"_s, u"nosuchid"_s, {}).isEmpty());
    }

    void quotaComesInBothNumbers_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("403") << 403;
        QTest::newRow("429") << 429;
    }
    void quotaComesInBothNumbers()
    {
        QFETCH(int, status);
        m_google->edit(u"switch"_s, u"quota"_s,
                       {{u"status"_s, status}, {u"reason"_s, u"rateLimitExceeded"_s}});
        const sim::Answer answer = raw("GET", lea + "events");
        QCOMPARE(answer.status, status);
        QCOMPARE(reasonOf(answer), u"rateLimitExceeded"_s);
        QCOMPARE(raw("GET", lea + "events").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestGoogleSimulator)
#include "tst_googlesimulator.moc"
