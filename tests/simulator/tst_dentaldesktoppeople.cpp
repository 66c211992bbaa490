// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopfixture.h"

#include <QTest>

//! The stations of the scan server and the people before them.
class TestDentalDesktopPeople : public DentalDesktopFixture
{
    Q_OBJECT

private:
    QByteArray create(const QByteArray &query, int station_ = 0)
    {
        const QByteArray id = nextId();
        get("CreatePatient?ClientId=" + station(station_) + "&RequestId=" + id + '&' + query);
        return id;
    }
    //! A merging call for a person whom the server knows unmapped, with another birth date.
    QByteArray merge(const QJsonObject &known)
    {
        return create("MergePatient=True&IntegrationId=m1&DateOfBirth=1990-01-02&PatientId=m1"
                      "&FirstName="
                      + encoded(known.value("FirstName"_L1).toString().toLower())
                      + "&LastName=" + encoded(known.value("LastName"_L1).toString().toLower()));
    }
    QJsonObject byId(const QJsonObject &known)
    {
        for (const QJsonValue &one : records(u"patients"_s)) {
            if (one["Id"_L1] == known.value("Id"_L1))
                return one.toObject();
        }
        return {};
    }
    QString dialog(int index = 0)
    {
        return records(u"clients"_s).at(index)["dialog"_L1].toString();
    }
    static constexpr int Long = 5000;

private Q_SLOTS:
    void init() { open(); }

    void aRequestWaitsIsTakenAndDone_3DD_06_13()
    {
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        QCOMPARE(status(id), -1);
        pass(220);
        QCOMPARE(status(id), 0);
        QVERIFY(byIntegration(u"n1"_s).isEmpty());
        pass(Long);
        QCOMPARE(status(id), 4);
        QCOMPARE(byIntegration(u"n1"_s).value("LastName"_L1).toString(), u"N"_s);
        QCOMPARE(records(u"requests"_s).at(0)["history"_L1].toArray(), QJsonArray({-1, 0, 4}));
    }

    void aStationMayBeAsQuickAsTheCall()
    {
        people(u"any"_s, {{u"fetchMs"_s, 0}, {u"navigateMs"_s, 0}, {u"thinkMs"_s, 0}});
        QCOMPARE(status(create("LastName=N&IntegrationId=n1")), 4);
    }

    void cancelLeavesNothing_3DD_06()
    {
        people(u"TRIOS-SALLE-1"_s, {{u"next"_s, u"cancel"_s}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(Long);
        QCOMPARE(status(id), 1);
        QVERIFY(byIntegration(u"n1"_s).isEmpty());
    }

    void assigningTakesWhatIsNew_3DD_07()
    {
        const QJsonObject known = patient(false);
        people(u"any"_s, {{u"next"_s, QJsonArray{u"assign 1"_s, u"takeNew"_s}}});
        const QByteArray id = merge(known);
        pass(Long);
        QCOMPARE(status(id), 4);
        const QJsonObject after = byIntegration(u"m1"_s);
        QCOMPARE(after.value("DateOfBirth"_L1).toString(), u"1990-01-02"_s);
        QCOMPARE(after.value("PatientId"_L1).toString(), u"m1"_s);
        QVERIFY(records(u"clients"_s).at(0)["next"_L1].toArray().isEmpty());
    }

    void assigningKeepsWhatIsOld_3DD_07()
    {
        const QJsonObject known = patient(false);
        people(u"any"_s, {{u"next"_s, QJsonArray{u"assign 1"_s, u"keepOld"_s}}});
        const QByteArray id = merge(known);
        pass(Long);
        QCOMPARE(status(id), 4);
        QJsonObject expected = known;
        expected.insert(u"IntegrationId"_s, u"m1"_s);
        QCOMPARE(byId(known), expected);
    }

    void oneFieldAloneMayBeTaken_3DD_07()
    {
        const QJsonObject known = patient(false);
        people(u"any"_s,
               {{u"next"_s,
                 QJsonArray{u"assign 1"_s,
                            QJsonObject{{u"press"_s, u"takeNew"_s},
                                        {u"fields"_s, QJsonArray{u"DateOfBirth"_s}}}}}});
        const QByteArray id = merge(known);
        pass(Long);
        QCOMPARE(status(id), 4);
        const QJsonObject after = byIntegration(u"m1"_s);
        QCOMPARE(after.value("DateOfBirth"_L1).toString(), u"1990-01-02"_s);
        QVERIFY(after.value("PatientId"_L1).toString() != u"m1"_s);
    }

    void aNewOneMayBeMadeAllTheSame_3DD_07()
    {
        const QJsonObject known = patient(false);
        const qsizetype before = records(u"patients"_s).size();
        people(u"any"_s, {{u"next"_s, u"createNew"_s}});
        const QByteArray id = merge(known);
        pass(Long);
        QCOMPARE(status(id), 4);
        QCOMPARE(records(u"patients"_s).size(), before + 1);
        QCOMPARE(byId(known).value("IntegrationId"_L1).toString(), QString());
    }

    void withNobodySimilarTheNewPatientDialogOpens_3DD_07()
    {
        people(u"any"_s, {{u"attended"_s, false}});
        const QByteArray id =
            create("MergePatient=True&IntegrationId=n1&FirstName=Xq&LastName=Wzyxwvut");
        pass(Long);
        QCOMPARE(status(id), 0);
        QCOMPARE(dialog(), u"newPatient"_s);
    }

    void aMappedPersonIsNoSuggestion_3DD_07()
    {
        people(u"any"_s, {{u"attended"_s, false}});
        merge(patient(false));
        pass(Long);
        QCOMPARE(dialog(), u"merge"_s);
        const QJsonArray suggested = records(u"clients"_s).at(0)["suggestions"_L1].toArray();
        QVERIFY(!suggested.isEmpty());
        for (const QJsonValue &one : records(u"patients"_s)) {
            if (suggested.contains(one["Id"_L1]))
                QCOMPARE(one["IntegrationId"_L1].toString(), QString());
        }
    }

    void cancellingTheSecondDialogUndoesTheFirst()
    {
        const QJsonObject known = patient(false);
        people(u"any"_s, {{u"next"_s, QJsonArray{u"assign 1"_s, u"cancel"_s}}});
        const QByteArray id = merge(known);
        pass(Long);
        QCOMPARE(status(id), 1);
        QCOMPARE(byId(known), known);
    }

    void theSynchroniseDialog_3DD_09_data()
    {
        QTest::addColumn<QString>("press");
        QTest::addColumn<int>("expected");
        QTest::addColumn<bool>("changed");
        QTest::newRow("keep old") << u"keepOld"_s << 4 << false;
        QTest::newRow("take new") << u"takeNew"_s << 4 << true;
        QTest::newRow("cancel") << u"cancel"_s << 1 << false;
    }
    void theSynchroniseDialog_3DD_09()
    {
        QFETCH(QString, press);
        QFETCH(int, expected);
        QFETCH(bool, changed);
        people(u"any"_s, {{u"next"_s, press}});
        const QByteArray mapped = mappedId();
        const QByteArray id = nextId();
        get("UpdatePatient?LastName=Nouveau&IntegrationId=" + mapped + "&ClientId=" + station(0)
            + "&RequestId=" + id);
        pass(Long);
        QCOMPARE(status(id), expected);
        const QJsonObject after = byIntegration(QString::fromLatin1(mapped));
        QCOMPARE(after.value("LastName"_L1) == u"Nouveau"_s, changed);
    }

    void nothingDiffersNobodyIsAsked_3DD_09()
    {
        people(u"any"_s, {{u"attended"_s, false}});
        const QJsonObject known = patient(true);
        const QByteArray id = nextId();
        get("UpdatePatient?FirstName=" + encoded(known.value("FirstName"_L1).toString())
            + "&LastName=" + encoded(known.value("LastName"_L1).toString())
            + "&DateOfBirth=" + known.value("DateOfBirth"_L1).toString().toLatin1()
            + "&PatientId=" + known.value("PatientId"_L1).toString().toLatin1()
            + "&IntegrationId=" + mappedId() + "&ClientId=" + station(0) + "&RequestId=" + id);
        pass(Long);
        QCOMPARE(status(id), 4);
    }

    void somebodyWalksAwayAndComesBack()
    {
        people(u"TRIOS-SALLE-1"_s, {{u"next"_s, u"walkAway"_s}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(3600 * 1000);
        QCOMPARE(status(id), 0);
        QVERIFY(!people(u"TRIOS-SALLE-1"_s, {{u"press"_s, u"keepOld"_s}}).isEmpty());
        QCOMPARE(people(u"TRIOS-SALLE-1"_s, {{u"press"_s, u"save"_s}}), QString());
        QCOMPARE(status(id), 4);
        QVERIFY(!people(u"TRIOS-SALLE-1"_s, {{u"press"_s, u"save"_s}}).isEmpty());
    }

    void aPressTakesItsTime()
    {
        people(u"any"_s,
               {{u"next"_s, QJsonObject{{u"press"_s, u"save"_s}, {u"afterMs"_s, 60000}}}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(59000);
        QCOMPARE(status(id), 0);
        pass(2000);
        QCOMPARE(status(id), 4);
    }

    void habitsAnswerWhenTheScriptIsEmpty()
    {
        people(u"any"_s, {{u"habits"_s, QJsonObject{{u"newPatient"_s, u"cancel"_s}}}});
        for (int i = 0; i < 2; ++i) {
            const QByteArray id = create("LastName=N&IntegrationId=n1");
            pass(Long);
            QCOMPARE(status(id), 1);
        }
        people(u"any"_s, {{u"forget"_s, true}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(Long);
        QCOMPARE(status(id), 4);
    }

    void aPressWithoutItsDialogIsRemarked()
    {
        people(u"TRIOS-SALLE-1"_s, {{u"next"_s, QJsonArray{u"assign 7"_s, u"cancel"_s}}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(Long);
        QCOMPARE(status(id), 1);
        QCOMPARE(records(u"clients"_s).at(0)["remarks"_L1].toArray().size(), 1);
        QVERIFY(!people(u"any"_s, {{u"next"_s, u"dance"_s}}).isEmpty());
        QVERIFY(!people(u"any"_s, {{u"hat"_s, true}}).isEmpty());
        QVERIFY(!people(u"NOWHERE"_s, {{u"next"_s, u"save"_s}}).isEmpty());
    }

    void aBusyStationExecutesABlockedOneDoesNot_3DD_11()
    {
        const auto newCase = [this](int index) {
            const QByteArray id = nextId();
            get("CreateCase?IntegrationId=" + mappedId() + "&ClientId=" + station(index)
                + "&RequestId=" + id);
            pass(Long);
            return status(id);
        };
        QCOMPARE(records(u"clients"_s).at(1)["IsBusy"_L1].toBool(), true);
        QCOMPARE(newCase(1), 4);
        people(u"TRIOS-SALLE-1"_s, {{u"blocked"_s, true}});
        QCOMPARE(newCase(0), 2);
    }

    void aCaseMayFollowANewCasePage()
    {
        people(u"any"_s, {{u"makesCases"_s, true}});
        const qsizetype before = records(u"cases"_s).size();
        get("CreateCase?IntegrationId=" + mappedId() + "&ClientId=" + station(0));
        pass(Long);
        QCOMPARE(records(u"cases"_s).size(), before + 1);
    }

    void selectingShowsThePage_3DD_10_12()
    {
        get("SelectPatient?IntegrationId=" + mappedId() + "&ClientId=" + station(0));
        pass(Long);
        QCOMPARE(records(u"clients"_s).at(0)["page"_L1].toString(),
                 QString(u"patient "_s + QString::fromLatin1(mappedId())));
        const QString wanted = records(u"cases"_s).at(0)["CaseId"_L1].toString();
        get("SelectCase?CaseId=" + wanted.toLatin1() + "&ClientId=" + station(0));
        pass(Long);
        QCOMPARE(records(u"clients"_s).at(0)["page"_L1].toString(), QString(u"case "_s + wanted));
    }

    void anUnknownStationNeverFetches_3DD_15()
    {
        const QByteArray id = nextId();
        get("SelectPatient?ClientId=12345678-0000-4000-8000-000000000000&IntegrationId="
            + mappedId() + "&RequestId=" + id);
        pass(24 * 3600 * 1000);
        QCOMPARE(status(id), -1);
        QCOMPARE(texts(get("RemoveRequestById?Id=" + id).body, u"boolean"_s),
                 QStringList(u"true"_s));
    }

    void aSilentStationIsGivenUp_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("before");
        QTest::newRow("switched off") << u"connected"_s << -1;
        QTest::newRow("hanging") << u"hangs"_s << 0;
    }
    void aSilentStationIsGivenUp()
    {
        QFETCH(QString, how);
        QFETCH(int, before);
        people(u"TRIOS-SALLE-1"_s, {{how, how == u"hangs"}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(10000);
        QCOMPARE(status(id), before);
        pass(30000);
        QCOMPARE(status(id), 6);
        QVERIFY(byIntegration(u"n1"_s).isEmpty());
    }

    void aSwitchedOffStationIsNotListed()
    {
        people(u"TRIOS-SALLE-3"_s, {{u"connected"_s, false}});
        QCOMPARE(texts(get("GetAvailableClientList").body, u"Hostname"_s).size(), 2);
    }

    void takenRequestsCannotBeRemoved_3DD_14()
    {
        people(u"any"_s, {{u"attended"_s, false}});
        const QByteArray id = create("LastName=N&IntegrationId=n1");
        pass(Long);
        QCOMPARE(texts(get("RemoveRequestById?Id=" + id).body, u"boolean"_s),
                 QStringList(u"false"_s));
        QCOMPARE(status(id), 0);
    }

    void twoStationsWorkSideBySide_3DD_31()
    {
        people(u"TRIOS-SALLE-1"_s, {{u"next"_s, u"walkAway"_s}});
        const QByteArray first = create("LastName=A&IntegrationId=a1", 0);
        const QByteArray second = create("LastName=B&IntegrationId=b1", 1);
        pass(Long);
        QCOMPARE(status(first), 0);
        QCOMPARE(status(second), 4);
    }

    void theSecondRequestOfAStationWaitsOrIsRefused()
    {
        people(u"TRIOS-SALLE-1"_s, {{u"next"_s, u"walkAway"_s}});
        create("LastName=A&IntegrationId=a1");
        pass(Long);
        const QByteArray waits = create("LastName=B&IntegrationId=b1");
        pass(Long);
        QCOMPARE(status(waits), -1);
        people(u"TRIOS-SALLE-1"_s, {{u"refusesWhileOpen"_s, true}});
        QCOMPARE(status(waits), 2);
    }

    void aRequestMayEndAsItWants_3DD_13()
    {
        people(
            u"TRIOS-SALLE-1"_s,
            {{u"next"_s,
              QJsonArray{u"end 108"_s, u"end 77"_s,
                         QJsonObject{{u"press"_s, u"end 10"_s}, {u"description"_s, u"Boom"_s}}}}});
        QList<int> ends;
        QByteArray last;
        for (int i = 0; i < 3; ++i) {
            last = nextId();
            get("SelectPatient?IntegrationId=" + mappedId() + "&ClientId=" + station(0)
                + "&RequestId=" + last);
            pass(Long);
            ends.append(status(last));
        }
        QCOMPARE(ends, QList<int>({108, 77, 10}));
        QCOMPARE(texts(get("GetRequestStatusById?Id=" + last).body, u"StatusDescription"_s),
                 QStringList(u"Boom"_s));
    }

    void whoIsQuickerGetsTheId()
    {
        people(u"any"_s, {{u"attended"_s, false}});
        const QByteArray slow = create("LastName=A&IntegrationId=a1", 0);
        pass(Long);
        QCOMPARE(statusOf("CreatePatient?LastName=A&IntegrationId=a1"), 4);
        people(u"TRIOS-SALLE-1"_s, {{u"press"_s, u"save"_s}});
        QCOMPARE(status(slow), 107);
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopPeople)
#include "tst_dentaldesktoppeople.moc"
