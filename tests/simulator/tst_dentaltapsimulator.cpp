// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapconversation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

class TestDentalTapSimulator : public DentalTapConversation
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

    void aMissingOrWrongTokenIsRefused()
    {
        QCOMPARE(send("GET", u"patients"_s, {}, {{"Authorization", "Bearer nonsense"}}).status,
                 401);
        QCOMPARE(send("GET", u"patients"_s, {}, {{"Authorization", ""}}).status, 401);
        m_service->expireTokens();
        QCOMPARE(send("GET", u"patients"_s).status, 401);
        const QByteArray fresh = m_service->secrets().first().second.toLatin1();
        QCOMPARE(send("GET", u"patients"_s, {}, {{"Authorization", "Bearer " + fresh}}).status,
                 200);
    }

    void aReadingTokenLacksTheScopeToWrite()
    {
        const Headers reader{{"Authorization", QByteArray("Bearer ") + Token + "-read"}};
        QCOMPARE(send("GET", u"patients"_s, {}, reader).status, 200);
        const Answer refused = send("POST", u"patients"_s, newPatient(), reader);
        QCOMPARE(refused.status, 403);
        QCOMPARE(json(refused).value("scope"_L1).toString(), u"patients:write"_s);
    }

    void requestIdComesBackAndErrorsAreProblems()
    {
        const Answer answer = send("GET", u"patients/none"_s, {}, {{"X-Request-Id", "abc"}});
        QCOMPARE(answer.status, 404);
        QCOMPARE(headerOf(answer, "X-Request-Id"), "abc");
        QCOMPARE(answer.contentType, "application/problem+json");
        QCOMPARE(json(answer).value("requestId"_L1).toString(), u"abc"_s);
    }

    void aPatientIsMadeReadAndFoundByExternalId()
    {
        const Answer answer = send("POST", u"patients"_s, newPatient(u"5820000001234567890"_s));
        QCOMPARE(answer.status, 201);
        QCOMPARE(headerOf(answer, "ETag"), "\"v1\"");
        QCOMPARE(headerOf(answer, "Location"), "/api/v1/patients/" + made(answer).toLatin1());
        QVERIFY(json(answer)["charts"_L1]["dental"_L1]["url"_L1].toString().contains(made(answer)));
        QCOMPARE(json(send("GET", u"patients/"_s + made(answer))), json(answer));
        const QJsonObject found = json(send("GET", u"patients?externalId=5820000001234567890"_s));
        QCOMPARE(found["data"_L1].toArray().size(), 1);
        QCOMPARE(json(send("GET", u"patients?externalId=1"_s))["data"_L1].toArray().size(), 0);
    }

    void badFieldsAreNamed_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QString &resource, const QString &field,
                            const QJsonValue &value) {
            QTest::newRow(name) << resource << QJsonObject{{field, value}} << field;
        };
        row("no last name", u"patients"_s, u"lastName"_s, QJsonValue::Null);
        row("blank first name", u"patients"_s, u"firstName"_s, u"  "_s);
        row("impossible date", u"patients"_s, u"birthDate"_s, u"2026-02-30"_s);
        row("number as external id", u"patients"_s, u"externalId"_s, 5);
        row("long external id", u"patients"_s, u"externalId"_s, u"123456789012345678901"_s);
        row("empty external id", u"patients"_s, u"externalId"_s, QString());
        row("external id with blank", u"patients"_s, u"externalId"_s, u" 1"_s);
        row("external id not ASCII", u"patients"_s, u"externalId"_s, u"é"_s);
        row("sex", u"patients"_s, u"sex"_s, u"F"_s);
        row("phones", u"patients"_s, u"phones"_s, u"123"_s);
        row("overlong name", u"patients"_s, u"lastName"_s, QString(256, u'x'));
        row("no price", u"treatments"_s, u"price"_s, 12);
        row("another currency", u"treatments"_s, u"price"_s,
            QJsonObject{{"amount"_L1, u"1.00"_s}, {"currency"_L1, u"EUR"_s}});
        row("too many decimals", u"treatments"_s, u"price"_s,
            QJsonObject{{"amount"_L1, u"1.001"_s}, {"currency"_L1, u"MUR"_s}});
        row("code taken", u"treatments"_s, u"code"_s, u"CON01"_s);
        row("code too long", u"treatments"_s, u"code"_s, QString(33, u'x'));
        row("scope", u"treatments"_s, u"toothScope"_s, u"jaw"_s);
        row("start without offset", u"appointments"_s, u"start"_s, u"2026-03-15T08:00:00"_s);
        row("end before start", u"appointments"_s, u"end"_s, u"2026-03-15T07:00:00+04:00"_s);
        row("unknown patient", u"appointments"_s, u"patientId"_s, u"1"_s);
        row("unknown surgeon", u"appointments"_s, u"providerId"_s, u"1"_s);
        row("unknown room", u"appointments"_s, u"roomId"_s, u"1"_s);
        row("kind", u"appointments"_s, u"kind"_s, u"party"_s);
    }

    void badFieldsAreNamed()
    {
        QFETCH(QString, resource);
        QFETCH(QJsonObject, change);
        QFETCH(QString, field);
        QJsonObject body = newPatient();
        if (resource == "appointments"_L1) {
            body = newAppointment();
        } else if (resource == "treatments"_L1) {
            body = {{"code"_L1, u"NEW01"_s},
                    {"name"_L1, u"Neuf"_s},
                    {"price"_L1, QJsonObject{{"amount"_L1, u"1.00"_s}, {"currency"_L1, u"MUR"_s}}}};
        }
        body.insert(field, change.value(field));
        const Answer refused = send("POST", resource, body);
        QCOMPARE(refused.status, 422);
        QCOMPARE(json(refused)["errors"_L1][0]["field"_L1].toString(), field);
        if (field == "externalId"_L1) {
            QVERIFY(code(refused).startsWith("external_id"_L1));
        }
    }

    void malformedBodiesAreRefused()
    {
        QCOMPARE(sendBytes("POST", u"patients"_s, "{", "application/json").status, 400);
        QCOMPARE(sendBytes("POST", u"patients"_s, "[]", "application/json").status, 400);
        QCOMPARE(sendBytes("POST", u"patients"_s, "{}", "text/plain").status, 415);
        QCOMPARE(send("DELETE", u"patients/"_s + m_patient).status, 405);
    }

    void externalIdsAreUniqueAndNullClears()
    {
        const QString first = made(send("POST", u"patients"_s, newPatient(u"77"_s)));
        const Answer taken = send("POST", u"patients"_s, newPatient(u"77"_s));
        QCOMPARE(taken.status, 409);
        QCOMPARE(code(taken), u"external_id_conflict"_s);
        QCOMPARE(json(taken).value("existingId"_L1).toString(), first);
        QCOMPARE(
            send("PATCH", u"patients/"_s + first, {{"externalId"_L1, QJsonValue::Null}}).status,
            200);
        QCOMPARE(send("POST", u"patients"_s, newPatient(u"77"_s)).status, 201);
    }

    void patchChangesOnlyWhatIsGivenAndPutTheWhole()
    {
        const QString target = u"patients/"_s + made(send("POST", u"patients"_s, [this] {
                                   QJsonObject patient = newPatient(u"78"_s);
                                   patient.insert("email"_L1, u"a@example.com"_s);
                                   return patient;
                               }()));
        QJsonObject record = json(send("PATCH", target, {{"lastName"_L1, u"Autre"_s}}));
        QCOMPARE(record["lastName"_L1].toString(), u"Autre"_s);
        QCOMPARE(record["email"_L1].toString(), u"a@example.com"_s);
        QCOMPARE(record["version"_L1].toInt(), 2);
        record = json(send("PUT", target, newPatient()));
        QVERIFY(record["email"_L1].isNull());
        QCOMPARE(record["externalId"_L1].toString(), u"78"_s);
        QCOMPARE(send("PUT", target, {{"lastName"_L1, u"Seul"_s}}).status, 422);
    }

    void versionsGuardChanges()
    {
        const QString target = u"patients/"_s + m_patient;
        const QJsonObject change{{"lastName"_L1, u"Neu"_s}};
        QCOMPARE(send("PATCH", target, change, {{"If-Match", "\"v9\""}}).status, 412);
        QCOMPARE(send("PATCH", target, change, {{"If-Match", "\"v1\""}}).status, 200);
        QCOMPARE(send("PATCH", target, change, {{"If-Match", "\"v1\""}}).status, 412);
        QCOMPARE(send("GET", target, {}, {{"If-None-Match", "\"v2\""}}).status, 304);
        QCOMPARE(send("GET", target, {}, {{"If-None-Match", "\"v1\""}}).status, 200);
        QCOMPARE(send("PATCH", target, {{"lastName"_L1, u"Nou"_s}}).status, 200);
        QCOMPARE(m_service->edit(u"options"_s, {}, {{"requireIfMatch"_L1, true}}), QString());
        QCOMPARE(send("PATCH", target, change).status, 428);
    }

    void theSameKeyGivesTheSameAnswer()
    {
        const Headers key{{"Idempotency-Key", "k1"}};
        const Answer first = send("POST", u"patients"_s, newPatient(u"5"_s), key);
        const Answer again = send("POST", u"patients"_s, newPatient(u"5"_s), key);
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 200);
        QCOMPARE(json(again), json(first));
        const Answer other = send("POST", u"patients"_s, newPatient(u"6"_s), key);
        QCOMPARE(other.status, 422);
        QCOMPARE(code(other), u"idempotency_key_reused"_s);
    }

    void pagesHoldEveryRecordOnce()
    {
        QStringList ids;
        QString last;
        QString cursor;
        do {
            const QString more = cursor.isEmpty() ? QString() : QString(u"&cursor="_s + cursor);
            const QJsonObject page = json(send("GET", u"patients?limit=90"_s + more));
            for (const QJsonValue &record : page["data"_L1].toArray()) {
                ids.append(record["id"_L1].toString());
                QVERIFY(record["updatedAt"_L1].toString() >= last);
                last = record["updatedAt"_L1].toString();
            }
            QCOMPARE(page["page"_L1]["hasNext"_L1].toBool(),
                     page["page"_L1]["nextCursor"_L1].isString());
            cursor = page["page"_L1]["nextCursor"_L1].toString();
        } while (!cursor.isEmpty());
        QStringList expected;
        for (const SeedPatient &patient : m_clinic.patients) {
            if (!patient.dentalTapId.isEmpty()) {
                expected.append(patient.dentalTapId);
            }
        }
        ids.sort();
        expected.sort();
        QCOMPARE(ids, expected);
    }

    void defaultPageHoldsFifty()
    {
        QCOMPARE(json(send("GET", u"patients"_s))["data"_L1].toArray().size(), 50);
    }

    void badListParametersAreRefused_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("limit 0") << u"patients?limit=0"_s;
        QTest::newRow("limit 101") << u"patients?limit=101"_s;
        QTest::newRow("limit in words") << u"patients?limit=many"_s;
        QTest::newRow("cursor") << u"patients?cursor=zzz"_s;
        QTest::newRow("local time") << u"patients?updatedSince=2026-03-05T00:00:00"_s;
        QTest::newRow("plus lost") << u"patients?updatedSince=2026-03-05T00:00:00+04:00"_s;
        QTest::newRow("from") << u"appointments?from=today"_s;
    }

    void badListParametersAreRefused()
    {
        QFETCH(QString, target);
        QCOMPARE(send("GET", target).status, 400);
    }

    void updatedSinceIncludesItsInstant()
    {
        const QJsonObject record =
            json(send("PATCH", u"patients/"_s + m_patient, {{"lastName"_L1, u"Neu"_s}}));
        const QString stamp = record["updatedAt"_L1].toString();
        const QJsonArray found =
            json(send("GET", u"patients?updatedSince="_s + stamp))["data"_L1].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0]["id"_L1].toString(), m_patient);
    }

    void goneRecordsAreTombstones()
    {
        QCOMPARE(m_service->edit(u"patients"_s, m_patient, {{"mergedIntoId"_L1, u"40009"_s}}),
                 QString());
        const QString since = m_clock.now().addSecs(-60).toString(Qt::ISODate);
        const QString target = u"patients?updatedSince="_s + since;
        QCOMPARE(json(send("GET", target))["data"_L1].toArray().size(), 0);
        const QJsonArray stones =
            json(send("GET", target + u"&includeDeleted=true"_s))["data"_L1].toArray();
        QCOMPARE(stones.size(), 1);
        QCOMPARE(stones[0].toObject(),
                 QJsonObject({{"id"_L1, m_patient}, {"mergedIntoId"_L1, u"40009"_s}}));
        QCOMPARE(send("GET", u"patients/"_s + m_patient).status, 410);
    }

    void aTakenSlotIsRefusedUnlessForced()
    {
        const QString first = made(send("POST", u"appointments"_s, newAppointment()));
        QVERIFY(!first.isEmpty());
        QJsonObject second =
            newAppointment(u"2026-03-15T08:29:00+04:00"_s, u"2026-03-15T09:00:00+04:00"_s);
        const Answer taken = send("POST", u"appointments"_s, second);
        QCOMPARE(taken.status, 409);
        QCOMPARE(code(taken), u"slot_taken"_s);
        QCOMPARE(json(taken)["conflictingIds"_L1].toArray(), QJsonArray{first});
        QCOMPARE(send("POST", u"appointments?allowOverlap=true"_s, second).status, 201);
        second.insert("providerId"_L1, u"12"_s);
        QCOMPARE(send("POST", u"appointments"_s, second).status, 409);
        second.insert("roomId"_L1, u"22"_s);
        QCOMPARE(send("POST", u"appointments"_s, second).status, 201);
        const QJsonObject moved{{"roomId"_L1, u"21"_s}};
        QCOMPARE(send("PATCH", u"appointments/"_s + first, {{"note"_L1, u"n"_s}}).status, 200);
        QCOMPARE(send("PATCH", u"appointments/"_s + first, {{"status"_L1, u"cancelled"_s}}).status,
                 200);
        QCOMPARE(send("PATCH", u"appointments/"_s + first, {{"roomId"_L1, u"22"_s}}).status, 200);
    }

    void statusMovesFollowTheTable_data()
    {
        QTest::addColumn<QStringList>("moves");
        QTest::addColumn<int>("last");
        const auto row = [](const QString &moves, int last) {
            QTest::newRow(qPrintable(moves)) << moves.split(u' ') << last;
        };
        row(u"confirmed arrived inTreatment completed"_s, 200);
        row(u"arrived inTreatment arrived scheduled"_s, 200);
        row(u"arrived confirmed scheduled"_s, 200);
        row(u"arrived cancelled arrived"_s, 200);
        row(u"noShow scheduled"_s, 200);
        row(u"buffered scheduled"_s, 200);
        row(u"inTreatment"_s, 422);
        row(u"completed"_s, 422);
        row(u"arrived completed"_s, 422);
        row(u"arrived inTreatment cancelled"_s, 422);
        row(u"arrived inTreatment confirmed"_s, 422);
        row(u"arrived inTreatment completed inTreatment"_s, 422);
        row(u"cancelled completed"_s, 422);
        row(u"arrived buffered"_s, 422);
        row(u"resting"_s, 422);
    }

    void statusMovesFollowTheTable()
    {
        QFETCH(QStringList, moves);
        QFETCH(int, last);
        const QString target =
            u"appointments/"_s + made(send("POST", u"appointments"_s, newAppointment()));
        const QString final = moves.takeLast();
        for (const QString &move : std::as_const(moves)) {
            QCOMPARE(send("PATCH", target, {{"status"_L1, move}}).status, 200);
        }
        const Answer answer = send("PATCH", target, {{"status"_L1, final}});
        QCOMPARE(answer.status, last);
        if (last == 200) {
            QCOMPARE(json(answer)["status"_L1].toString(), final);
        }
    }

    void statusTimesAreStampedAndTakenBack()
    {
        const QString target =
            u"appointments/"_s + made(send("POST", u"appointments"_s, newAppointment()));
        send("PATCH", target, {{"status"_L1, u"arrived"_s}});
        QJsonObject record = json(send("PATCH", target, {{"status"_L1, u"inTreatment"_s}}));
        QVERIFY(record["statusTimes"_L1]["arrivedAt"_L1].isString());
        QVERIFY(record["statusTimes"_L1]["seatedAt"_L1].isString());
        record = json(send("PATCH", target, {{"status"_L1, u"arrived"_s}}));
        QVERIFY(record["statusTimes"_L1]["seatedAt"_L1].isNull());
        record = json(send("PATCH", target, {{"status"_L1, u"noShow"_s}}));
        QVERIFY(record["statusTimes"_L1]["noShowAt"_L1].isString());
    }

    void appointmentsAreFilteredByDay()
    {
        qsizetype expected = 0;
        const QDateTime from(m_options.clinic.today, QTime(0, 0), Qt::OffsetFromUTC, 4 * 3600);
        for (const SeedAppointment &a : m_clinic.appointments) {
            const bool here = a.start >= from && a.start < from.addDays(1);
            expected += here && !a.dentalTapId.isEmpty() ? 1 : 0;
        }
        const QJsonObject page =
            json(send("GET", u"appointments?from=2026-03-05&to=2026-03-05&limit=100"_s));
        QCOMPARE(page["data"_L1].toArray().size(), expected);
        QVERIFY(expected > 20);
    }

    void tooManyCallsAreTurnedAway()
    {
        m_options.strictLimits = true;
        m_service = makeDentalTap(m_clinic, m_clock, m_options);
        Answer answer;
        int served = 0;
        while (served < 1000 && (answer = send("GET", u"settings"_s)).status == 200) {
            ++served;
        }
        QVERIFY(served >= 100 && served < 1000);
        QCOMPARE(answer.status, 429);
        QCOMPARE(headerOf(answer, "Retry-After"), "1");
        m_clock.advance(1000);
        QCOMPARE(send("GET", u"settings"_s).status, 200);
    }

    void integerIdsAndUnknownWordsCanBeSwitchedOn()
    {
        m_service->edit(u"options"_s, {},
                        {{"integerIds"_L1, true},
                         {"unknownStatus"_L1, u"dreaming"_s},
                         {"withoutETag"_L1, true}});
        const Answer answer = send("GET", u"appointments/"_s + appointmentOf(u"inTreatment"_s));
        QVERIFY(json(answer)["id"_L1].isDouble());
        QVERIFY(json(answer)["patientId"_L1].isDouble());
        QCOMPARE(json(answer)["status"_L1].toString(), u"dreaming"_s);
        QVERIFY(headerOf(answer, "ETag").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDentalTapSimulator)
#include "tst_dentaltapsimulator.moc"
