// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/events.h"
#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/perio.h"
#include "app/connectors/opendental/rules.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace opendental;

namespace {

QByteArray answer(const QString &name)
{
    QFile file(QString(QStringLiteral(OPENDENTAL_ANSWERS "/") + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject object(const QString &name)
{
    return QJsonDocument::fromJson(answer(name)).object();
}

Response response(int status, const QByteArray &body)
{
    Response made;
    made.status = status;
    made.body = body;
    return made;
}

PerioMeasure measure(const QString &kind, int tooth)
{
    PerioMeasure made;
    made.kind = kind;
    made.tooth = tooth;
    return made;
}

} // namespace

//! Values and JSON of Open Dental, the examples of the TreatPlans page among them.
class TestOpenDentalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesSurviveBothDirections_OD_05_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"treatplans-get.json", "treatplans-post.json",
                                 "treatplans-saved.json", "treatplans-put.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void examplesSurviveBothDirections_OD_05()
    {
        QFETCH(QString, file);
        const Result<QList<QJsonObject>> rows = rowsOf(response(200, answer(file)));
        QVERIFY(rows);
        QVERIFY(!rows->isEmpty());
        for (const QJsonObject &row : *rows) {
            const TreatPlan plan = treatPlanFromJson(row);
            QCOMPARE(treatPlanToJson(plan), row);
            QCOMPARE(treatPlanFromJson(treatPlanToJson(plan)), plan);
        }
    }

    void examplesOfRequestsAreWhatWeSend_OD_09_OD_11()
    {
        NewPlan made(31);
        made.heading = u"Fillings"_s;
        made.type = u"Insurance"_s;
        QCOMPARE(made.toJson(), object(u"treatplans-post-request.json"_s));
        PlanChange declined;
        declined.date = QDate(2024, 1, 27);
        declined.heading = u"Inactive Treatment Plan - Patient Declined"_s;
        QCOMPARE(declined.toJson(), object(u"treatplans-put-request-declined.json"_s));
        // The second example changes and signs in one; ours are two calls.
        const QJsonObject both = object(u"treatplans-put-request-signed.json"_s);
        PlanChange changed;
        changed.date = QDate(2024, 1, 27);
        changed.heading = both["Heading"_L1].toString();
        changed.note = both["Note"_L1].toString();
        changed.responsible = 712;
        QJsonObject sent = changed.toJson();
        sent.insert("SignatureText"_L1, u"Pamela Hoovey"_s);
        sent.insert("SignaturePracticeText"_L1, u"Dr. Ben Jeong"_s);
        sent.insert("isSigned"_L1, boolJson(true));
        sent.insert("isSignedPractice"_L1, boolJson(true));
        QCOMPARE(sent, both);
        QCOMPARE(object(u"treatplans-saved-request.json"_s)["UserNumPresenter"_L1].toInt(), 5);
    }

    void lenientReading_OD_05_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("flag");
        QTest::addColumn<qint64>("key");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QDateTime>("time");
        const QDate none;
        const QDateTime never;
        const QDate day(2022, 7, 2);
        const auto at = [&day](int hour, int minute, int second) {
            return QDateTime(day, QTime(hour, minute, second), Qt::UTC);
        };
        QTest::newRow("true") << QJsonValue(u"true"_s) << true << qint64(0) << none << never;
        QTest::newRow("True") << QJsonValue(u"True"_s) << true << qint64(0) << none << never;
        QTest::newRow("real boolean") << QJsonValue(true) << true << qint64(0) << none << never;
        QTest::newRow("False") << QJsonValue(u"False"_s) << false << qint64(0) << none << never;
        QTest::newRow("number") << QJsonValue(57) << false << qint64(57) << none << never;
        QTest::newRow("number as text")
            << QJsonValue(u"57"_s) << false << qint64(57) << none << never;
        QTest::newRow("random key") << QJsonValue(qint64(9007199254740993)) << false
                                    << qint64(9007199254740993) << none << never;
        QTest::newRow("null") << QJsonValue() << false << qint64(0) << none << never;
        QTest::newRow("no date") << QJsonValue(u"0001-01-01"_s) << false << qint64(0) << none
                                 << never;
        QTest::newRow("no time") << QJsonValue(u"0001-01-01 00:00:00"_s) << false << qint64(0)
                                 << none << never;
        QTest::newRow("empty") << QJsonValue(QString()) << false << qint64(0) << none << never;
        QTest::newRow("date") << QJsonValue(u"2022-07-02"_s) << false << qint64(0) << day
                              << at(0, 0, 0);
        QTest::newRow("time") << QJsonValue(u"2022-07-02 09:39:54"_s) << false << qint64(0) << day
                              << at(9, 39, 54);
        QTest::newRow("half a time")
            << QJsonValue(u"2022-07-02 09:xx"_s) << false << qint64(0) << day << never;
    }
    void lenientReading_OD_05()
    {
        QFETCH(QJsonValue, value);
        QTEST(boolOf(value), "flag");
        QTEST(keyOf(value), "key");
        QTEST(dateOf(value), "date");
        QTEST(timeOf(value), "time");
    }

    void moneyComesAsNumberOrText_OD_05()
    {
        const Currency rupee{u"MUR"_s, 2};
        QCOMPARE(moneyOf(QJsonValue(204.0), rupee)->minor, 20400);
        QCOMPARE(moneyOf(QJsonValue(u"130.00"_s), rupee)->minor, 13000);
        QCOMPARE(moneyOf(QJsonValue(u"17.5"_s), rupee)->minor, 1750);
        QCOMPARE(moneyOf(QJsonValue(), rupee)->minor, 0);
        QCOMPARE(moneyOf(QJsonValue(QString()), rupee)->minor, 0);
        QVERIFY(!moneyOf(QJsonValue(u"un peu"_s), rupee));
    }

    void caseOfLettersMatters_OD_05()
    {
        const PlanAttach attach = attachFromJson({{"TreatPlanAttachNum"_L1, 1},
                                                  {"Priority"_L1, 201},
                                                  {"priority"_L1, u"1"_s},
                                                  {"PRIORITY"_L1, 9}});
        QCOMPARE(attach.priority, 201);
        QCOMPARE(attach.priorityText, u"1"_s);
    }

    void officeTimeBecomesUtc_OD_08()
    {
        const QDateTime wall(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        QCOMPARE(instantOf(wall, "Indian/Mauritius"),
                 QDateTime(QDate(2026, 11, 22), QTime(5, 0), Qt::UTC));
        QVERIFY(!instantOf(QDateTime(), "Indian/Mauritius").isValid());
    }

    void errorsAreSentencesWithTheirDetail_OD_06_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("400") << 400 << QByteArray("Heading cannot be blank.")
                             << Error::Kind::Invalid << u"Heading cannot be blank."_s;
        QTest::newRow("400 as JSON") << 400 << QByteArray("\"TPType is \\\"odd\\\".\"")
                                     << Error::Kind::Invalid << u"TPType is \"odd\"."_s;
        QTest::newRow("400 eConnector")
            << 400 << QByteArray("The eConnector of this office is not running.")
            << Error::Kind::Offline << u"The eConnector of this office is not running."_s;
        QTest::newRow("401") << 401 << QByteArray("API key is disabled.")
                             << Error::Kind::Unauthorized << u"API key is disabled."_s;
        QTest::newRow("404") << 404 << QByteArray("PatNum not found.") << Error::Kind::NotFound
                             << u"PatNum not found."_s;
        QTest::newRow("410") << 410 << QByteArray("Gone.") << Error::Kind::Invalid << u"Gone."_s;
        QTest::newRow("429") << 429 << QByteArray("Slow down.") << Error::Kind::RateLimited
                             << u"Slow down."_s;
        QTest::newRow("504") << 504 << QByteArray("Timeout.") << Error::Kind::Timeout
                             << u"Timeout."_s;
        QTest::newRow("a proxy's page")
            << 503 << QByteArray("<html>x</html>") << Error::Kind::Server << QString();
        QTest::newRow("an object")
            << 400 << QByteArray("{\"a\":1}") << Error::Kind::Invalid << QString();
        QTest::newRow("nothing") << 400 << QByteArray() << Error::Kind::Invalid << QString();
        QTest::newRow("controls") << 400 << QByteArray("a\x1b[31m\nb") << Error::Kind::Invalid
                                  << u"a[31m b"_s;
    }
    void errorsAreSentencesWithTheirDetail_OD_06()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Error error = errorFrom(response(status, body));
        QTEST(error.kind, "kind");
        QTEST(error.message.section(u'\n', 1), "detail");
        QVERIFY(error.message.section(u'\n', 0, 0).contains(u"Open Dental"_s));
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!withoutDetail(error).message.contains(u'\n'));
    }

    void onlyWhatIsUncertainMayHaveHappened_OD_30()
    {
        Error error(Error::Kind::Timeout, QString());
        QVERIFY(mayHaveHappened(error));
        error.kind = Error::Kind::Offline;
        QVERIFY(mayHaveHappened(error));
        error.unsent = true;
        QVERIFY(!mayHaveHappened(error));
        QVERIFY(!mayHaveHappened(Error(Error::Kind::Invalid, QString())));
        QVERIFY(!mayHaveHappened(Error(Error::Kind::RateLimited, QString())));
    }

    void onlyThePagesFirstActiveCounts_OD_17()
    {
        QList<TreatPlan> plans(4);
        for (int i = 0; i < 4; ++i) {
            plans[i].number = i + 1;
            plans[i].patient = i < 3 ? 7 : 8;
            plans[i].status = i == 1 ? u"Saved"_s : u"Active"_s;
        }
        const QList<TreatPlan> one = withOneActive(plans);
        QVERIFY(one.at(0).isActive());
        QVERIFY(one.at(1).isSaved());
        QVERIFY(one.at(2).isInactive());
        QVERIFY(one.at(3).isActive());
    }

    void aPlanThatComesTwiceIsOne_OD_08()
    {
        TreatPlan early;
        early.number = 5;
        early.heading = u"avant"_s;
        early.changedAt = QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC);
        TreatPlan late = early;
        late.heading = u"apres"_s;
        const QList<TreatPlan> once = eachOnce({early, late});
        QCOMPARE(once.size(), 1);
        QCOMPARE(once.first().heading, u"apres"_s);
        late.changedAt = early.changedAt.addSecs(-1);
        QCOMPARE(eachOnce({early, late}).first().heading, u"avant"_s);
    }

    void everyStateHasItsWords_OD_33()
    {
        TreatPlan plan;
        plan.status = u"Saved"_s;
        plan.type = u"Discount"_s;
        QVERIFY(!statusWord(plan).isEmpty());
        QVERIFY(!typeWord(plan).isEmpty());
        QVERIFY(signatureWord(plan).isEmpty());
        plan.isSignedByPatient = true;
        plan.signedAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        QVERIFY(signatureWord(plan).contains(u"26"_s));
        plan.status = u"Newer"_s;
        QCOMPARE(statusWord(plan), u"Newer"_s);
    }

    void totalsAreWhatThePatientPays_OD_34()
    {
        const Currency euro{u"EUR"_s, 2};
        QList<ProcTp> items(3);
        items[0].patientAmount = {12050, euro};
        items[1].patientAmount = {1, euro};
        items[2].patientAmount = {-50, euro};
        QCOMPARE(patientTotal(items, euro), (Money{12001, euro}));
    }

    void marginsHaveASign_OD_24_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("stored");
        QTest::addColumn<int>("level"); // 99 = not known
        QTest::newRow("none") << 3 << 0 << 3;
        QTest::newRow("recession") << 3 << 2 << 5;
        QTest::newRow("overgrowth") << 5 << 102 << 3;
        QTest::newRow("margin not measured") << 4 << -1 << 99;
        QTest::newRow("depth not measured") << -1 << 2 << 99;
        QTest::newRow("deep") << 12 << 3 << 15;
        QTest::newRow("no margin at all") << 4 << 60 << 99;
    }
    void marginsHaveASign_OD_24()
    {
        QFETCH(int, depth);
        QFETCH(int, stored);
        PerioMeasure probing = measure(u"Probing"_s, 3);
        probing.at(dental::Site::MesioVestibular) = depth;
        PerioMeasure margin = measure(u"GingMargin"_s, 3);
        margin.at(dental::Site::MesioVestibular) = stored;
        const PeriodontalRecord record = recordOf(PerioExam(), {probing, margin});
        QCOMPARE(record.teeth.size(), 1);
        QCOMPARE(record.teeth.first().tooth.fdi, 16);
        const std::optional<int> level =
            dental::attachmentLevel(record.teeth.first().site(dental::Site::MesioVestibular));
        QTEST(level.value_or(99), "level");
        if (stored <= 19 || stored > 100)
            QCOMPARE(storedMargin(recessionOf(stored)), stored);
    }

    void flagsMobilityAndSkippedTeeth_OD_24()
    {
        PerioMeasure flags = measure(u"BleedSupPlaqCalc"_s, 19);
        flags.at(dental::Site::Oral) = 13;
        flags.at(dental::Site::MesioOral) = 0;
        PerioMeasure mobility = measure(u"Mobility"_s, 19);
        mobility.toothValue = 2;
        PerioMeasure furcation = measure(u"Furcation"_s, 19);
        furcation.at(dental::Site::Vestibular) = 2;
        PerioMeasure skipped = measure(u"SkipTooth"_s, 1);
        skipped.toothValue = 1;
        PerioMeasure ofSkipped = measure(u"Probing"_s, 1);
        ofSkipped.at(dental::Site::Oral) = 3;
        QList<int> left;
        const PeriodontalRecord record =
            recordOf(PerioExam(), {flags, mobility, furcation, skipped, ofSkipped}, &left);
        QCOMPARE(left, QList<int>{18});
        QCOMPARE(record.teeth.size(), 1);
        const ProbedTooth &tooth = record.teeth.first();
        QCOMPARE(tooth.tooth.fdi, 36);
        QCOMPARE(tooth.mobility, std::optional<int>(2));
        QCOMPARE(tooth.furcation.size(), 1);
        const ProbedSite &oral = tooth.site(dental::Site::Oral);
        QCOMPARE(oral.bleeding, std::optional<bool>(true));
        QCOMPARE(oral.suppuration, std::optional<bool>(false));
        QCOMPARE(oral.plaque, std::optional<bool>(true));
        QCOMPARE(oral.calculus, std::optional<bool>(true));
        QCOMPARE(tooth.site(dental::Site::MesioOral).bleeding, std::optional<bool>(false));
        QVERIFY(!tooth.site(dental::Site::DistoOral).bleeding);
    }

    void furcationsAreCheckedHere_OD_25()
    {
        PerioMeasure furcation = measure(u"Furcation"_s, 3); // FDI 16
        furcation.at(dental::Site::Vestibular) = 3;
        QVERIFY(mayWrite(furcation));
        furcation.at(dental::Site::Vestibular) = 4;
        QVERIFY(!mayWrite(furcation));
        PerioMeasure oneRoot = measure(u"Furcation"_s, 8); // FDI 11
        oneRoot.at(dental::Site::Vestibular) = 1;
        QVERIFY(!mayWrite(oneRoot));
        PerioMeasure premolar = measure(u"Furcation"_s, 5); // FDI 14
        premolar.at(dental::Site::MesioOral) = 1;
        QVERIFY(mayWrite(premolar));
        PerioMeasure lower = measure(u"Furcation"_s, 19); // FDI 36
        lower.at(dental::Site::MesioOral) = 1;
        QVERIFY(!mayWrite(lower));
        PerioMeasure mobility = measure(u"Mobility"_s, 3);
        mobility.toothValue = 4;
        QVERIFY(!mayWrite(mobility));
    }

    void eventsAreTakenOnce_OD_27()
    {
        EventReceiver receiver("OfficeKey");
        const QString table = u"WatchTable: Appointment"_s;
        const QByteArray two = R"([{"AptNum":1,"DateTStamp":"2026-11-22 09:00:00"},)"
                               R"({"AptNum":2,"DateTStamp":"2026-11-22 09:00:00"}])";
        QCOMPARE(receiver.take("OfficeKeY", u"PC1"_s, table, two).status, 401);
        QCOMPARE(receiver.take("ODFHIR OfficeKey", u"PC1"_s, table, two).status, 401);
        QCOMPARE(receiver.take("", u"PC1"_s, table, two).status, 401);
        const auto first = receiver.take("OfficeKey", u"PC1"_s, table, two);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.events.size(), 2);
        QCOMPARE(receiver.take("OfficeKey", u"PC2"_s, table, two).events.size(), 0);
        const QByteArray later = R"([{"AptNum":2,"DateTStamp":"2026-11-22 09:00:01"}])";
        QCOMPARE(receiver.take("OfficeKey", u"PC2"_s, table, later).events.size(), 1);
        const auto selected = receiver.take("OfficeKey", u"PC1"_s,
                                            u"UiEventType: PatientSelected"_s, R"({"PatNum":7})");
        QCOMPARE(selected.events.size(), 1);
        QCOMPARE(selected.events.first().row.value("PatNum"_L1).toInt(), 7);
        QCOMPARE(receiver.take("OfficeKey", u"PC1"_s, table, "[1,2]").status, 400);
        QCOMPARE(receiver.take("OfficeKey", u"PC1"_s, table, "x").status, 400);
        QByteArray thousand = "[";
        for (int i = 0; i < 1000; ++i)
            thousand += (i ? ",{\"AptNum\":" : "{\"AptNum\":") + QByteArray::number(5000 + i)
                + ",\"DateTStamp\":\"2026-11-22 09:00:00\"}";
        QCOMPARE(receiver.take("OfficeKey", u"PC1"_s, table, thousand + "]").events.size(), 1000);
        QCOMPARE(receiver.take("OfficeKey", u"PC1"_s, table, thousand + ",{}]").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalJson)
#include "tst_opendentaljson.moc"
