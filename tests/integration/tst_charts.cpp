// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/chartdesk.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using dental::ChartKind;

//! Dental profiles and charts from DentalTap to the desk.
class TestCharts : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDesk(); }
    void init() { calm(); }
    void cleanupTestCase() { closeDesk(); }

    void theProfileComesDownToTheTooth_DT_15();
    void everyDentitionComesWhole_DT_15_data();
    void everyDentitionComesWhole_DT_15();
    void wrongFiguresOfTheVendorAreFound_DT_15();
    void whatDoesNotFitIsKept_DT_15();
    void idsMayBeNumbers_DT_15();
    void aPictureComesAndIsKept_DT_06();
    void aPictureThatIsStillRightIsNotFetchedAgain_DT_06();
    void aLapsedLinkIsReadAnewOnce_DT_06_data();
    void aLapsedLinkIsReadAnewOnce_DT_06();
    void aRefusedPictureComesInItsOtherForm_DT_06_data();
    void aRefusedPictureComesInItsOtherForm_DT_06();
    void withoutTheOtherFormItIsRefusedInWords_DT_06();
    void aVisitHasItsOwnStateAndPicture_DT_16();
    void withoutDentalTapTheKeptIsShownAndSaysSo();
    void aSlowChartIsWaitedFor();
    void receptionSeesWhatIsThereAndPlanned();
    void whatDentalTapDoesNotKnowIsSaid();
};

void TestCharts::theProfileComesDownToTheTooth_DT_15()
{
    const Patient patient = somebody();
    const ChartOwner owner(patient.id);
    const auto nothing = await(charts()->cached(owner));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, Error::Kind::NotFound);
    edit(u"profiles"_s, dentalTapId(patient.id),
         {{"teeth"_L1,
           QJsonArray{
               QJsonObject{{"fdi"_L1, u"26"_s},
                           {"presence"_L1, u"present"_s},
                           {"mobility"_L1, 1},
                           {"conditions"_L1,
                            QJsonArray{QJsonObject{{"code"_L1, u"caries"_s},
                                                   {"icd10"_L1, u"K02.1"_s},
                                                   {"label"_L1, u"Carie de la dentine"_s},
                                                   {"surfaces"_L1, QJsonArray{u"O"_s, u"M"_s}},
                                                   {"since"_L1, u"2026-03-05"_s}}}}}}},
          {"drop"_L1, QJsonArray{u"37"_s}}});
    const auto reading = await(charts()->read(owner));
    QVERIFY2(reading, reading ? "" : qPrintable(reading.error().message));
    QVERIFY(!reading->offline);
    QVERIFY(qAbs(reading->readAt.secsTo(m_clinic->clock()())) < 60);
    const auto tooth = dental::toothOf(reading->profile, teeth::Tooth{26, false});
    QVERIFY(tooth);
    QCOMPARE(tooth->mobility, std::optional(1));
    QCOMPARE(tooth->conditions.size(), 1);
    QCOMPARE(tooth->conditions.first().icd10, u"K02.1"_s);
    QCOMPARE(dental::text(tooth->conditions.first().surfaces, 26), u"MO"_s);
    // Nobody recorded 37: it is shown, and nothing is known of it.
    QVERIFY(!dental::toothOf(reading->profile, teeth::Tooth{37, false}));
    QVERIFY(dental::shownTeeth(reading->profile).contains(teeth::Tooth{37, false}));
    QVERIFY(dental::differences(reading->profile).isEmpty()
            || !reading->profile.periodontal->teeth.isEmpty());
    const auto kept = await(charts()->cached(owner));
    QVERIFY(kept);
    QCOMPARE(kept->profile, reading->profile);
    QCOMPARE(answers(u"/dental-profile"_s).size(), 1);
}

void TestCharts::everyDentitionComesWhole_DT_15_data()
{
    QTest::addColumn<QString>("dentition");
    QTest::addColumn<int>("teeth");
    QTest::addColumn<bool>("probed");
    QTest::newRow("permanent") << u"permanent"_s << 32 << true;
    QTest::newRow("primary") << u"primary"_s << 20 << false;
    QTest::newRow("mixed") << u"mixed"_s << 44 << false;
}

void TestCharts::everyDentitionComesWhole_DT_15()
{
    QFETCH(QString, dentition);
    QFETCH(int, teeth);
    QFETCH(bool, probed);
    const Patient patient = somebody();
    edit(u"patients"_s, dentalTapId(patient.id), {{"dentition"_L1, dentition}});
    const ChartOwner owner(patient.id);
    const auto reading = await(charts()->read(owner));
    QVERIFY(reading);
    const DentalProfile &profile = reading->profile;
    QCOMPARE(enumName(profile.dentition).toLower(), dentition);
    QSet<int> known;
    for (const ToothProfile &tooth : profile.teeth) {
        if (tooth.tooth.fdi != 0 && !tooth.tooth.supernumerary)
            known.insert(tooth.tooth.fdi);
    }
    QVERIFY2(known.size() == teeth || known.size() == teeth - 1, qPrintable(dentition));
    QVERIFY(dental::shownTeeth(profile).size() >= teeth);
    QCOMPARE(profile.periodontal.has_value(), probed);
    if (probed) {
        QVERIFY(dental::bleedingPercent(profile) && dental::plaquePercent(profile));
        for (const ProbedTooth &tooth : profile.periodontal->teeth) {
            for (const ProbedSite &site : tooth.sites)
                QCOMPARE(dental::attachmentLevel(site), site.statedAttachment);
        }
    }
    for (const ChartKind kind : {ChartKind::Dental, ChartKind::Periodontal}) {
        const auto picture = await(charts()->picture(owner, kind));
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().message));
    }
}

void TestCharts::wrongFiguresOfTheVendorAreFound_DT_15()
{
    const Patient patient = somebody();
    const QJsonObject site{{"depth"_L1, 4},
                           {"recession"_L1, 1},
                           {"cal"_L1, 7},
                           {"bleeding"_L1, true},
                           {"plaque"_L1, false}};
    const QJsonObject well{{"depth"_L1, 2},
                           {"recession"_L1, 0},
                           {"cal"_L1, 2},
                           {"bleeding"_L1, false},
                           {"plaque"_L1, false}};
    edit(
        u"profiles"_s, dentalTapId(patient.id),
        {{"periodontal"_L1,
          QJsonObject{
              {"date"_L1, u"2026-03-05"_s},
              {"teeth"_L1,
               QJsonArray{QJsonObject{{"fdi"_L1, u"16"_s},
                                      {"sites"_L1, QJsonObject{{"MB"_L1, site}, {"B"_L1, well}}}}}},
              {"indices"_L1, QJsonObject{{"bleedingPercent"_L1, 22}, {"plaquePercent"_L1, 0}}}}},
         {"teeth"_L1,
          QJsonArray{QJsonObject{{"fdi"_L1, u"16"_s}, {"presence"_L1, u"present"_s}}}}});
    const ChartOwner owner(patient.id);
    const auto reading = await(charts()->read(owner));
    QVERIFY(reading);
    const QList<FigureDifference> list = dental::differences(reading->profile);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).ours, 5);
    QCOMPARE(list.at(0).stated, 7);
    QCOMPARE(list.at(1).ours, 50);
    QCOMPARE(dental::deepSites(reading->profile, 4), 1);
}

void TestCharts::whatDoesNotFitIsKept_DT_15()
{
    const Patient patient = somebody();
    edit(u"profiles"_s, dentalTapId(patient.id),
         {{"teeth"_L1,
           QJsonArray{QJsonObject{{"fdi"_L1, u"19"_s}, {"presence"_L1, u"present"_s}},
                      QJsonObject{{"fdi"_L1, u"46"_s}, {"presence"_L1, u"hemisected"_s}},
                      QJsonObject{{"fdi"_L1, u"11"_s}, {"mobility"_L1, 9}}}}});
    const ChartOwner owner(patient.id);
    const auto reading = await(charts()->read(owner));
    QVERIFY(reading);
    QCOMPARE(reading->profile.teeth.last().raw, u"19"_s);
    QCOMPARE(dental::toothOf(reading->profile, teeth::Tooth{46, false})->presenceWord,
             u"hemisected"_s);
    QVERIFY(!dental::toothOf(reading->profile, teeth::Tooth{11, false})->mobility);
    QSet<dental::Oddity> kinds;
    for (const ProfileFlag &flag : reading->profile.flags)
        kinds.insert(flag.what);
    QVERIFY(kinds.contains(dental::Oddity::UnknownTooth)
            && kinds.contains(dental::Oddity::UnknownPresence)
            && kinds.contains(dental::Oddity::OutOfRange));
}

void TestCharts::idsMayBeNumbers_DT_15()
{
    const Patient patient = guest();
    edit(u"options"_s, {}, {{"integerIds"_L1, true}});
    const VisitId visit = await(charts()->visits(patient.id))->first().visit;
    const ChartOwner owner(patient.id);
    const ChartOwner then(patient.id, visit);
    const auto now = await(charts()->read(owner));
    const auto before = await(charts()->read(then));
    edit(u"options"_s, {}, {{"integerIds"_L1, false}});
    QVERIFY(now && before);
    QCOMPARE(now->profile.patientId, dentalTapId(patient.id));
    QVERIFY(!before->profile.appointmentId.isEmpty());
}

void TestCharts::aPictureComesAndIsKept_DT_06()
{
    const ChartOwner owner(somebody().id);
    for (const ChartKind kind : {ChartKind::Dental, ChartKind::Periodontal}) {
        QVERIFY(!await(charts()->cachedPicture(owner, kind)));
        const auto picture = await(charts()->picture(owner, kind));
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().message));
        QCOMPARE(picture->format, u"svg"_s);
        QVERIFY(picture->bytes.contains("tooth-11"));
        QVERIFY(picture->date.isValid() && !picture->offline);
        const auto kept = await(charts()->cachedPicture(owner, kind));
        QVERIFY(kept);
        QCOMPARE(kept->bytes, picture->bytes);
        QCOMPARE(kept->date, picture->date);
    }
}

void TestCharts::aPictureThatIsStillRightIsNotFetchedAgain_DT_06()
{
    const ChartOwner owner(somebody().id);
    const auto first = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(first);
    const auto again = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(again);
    QCOMPARE(again->bytes, first->bytes);
    QCOMPARE(answers(u"/charts/dental"_s), (QList<int>{200, 304}));
    deliver({{"redrawn"_L1, true}});
    QVERIFY(await(charts()->picture(owner, ChartKind::Dental)));
    QCOMPARE(answers(u"/charts/dental"_s), (QList<int>{200, 304, 200}));
}

void TestCharts::aLapsedLinkIsReadAnewOnce_DT_06_data()
{
    QTest::addColumn<int>("refusal");
    QTest::addColumn<int>("secondLife");
    QTest::newRow("403") << 403 << 300;
    QTest::newRow("404") << 404 << 300;
    QTest::newRow("403 for ever") << 403 << -10;
}

void TestCharts::aLapsedLinkIsReadAnewOnce_DT_06()
{
    QFETCH(int, refusal);
    QFETCH(int, secondLife);
    const QString storage = u"dentaltapstorage"_s;
    deliver({{"delivery"_L1, u"signed"_s}, {"refusal"_L1, refusal}, {"expiresSeconds"_L1, 60}});
    const ChartOwner owner(somebody().id);
    QVERIFY(await(charts()->read(owner)));
    m_clinic->simulator().clock().advance(120000);
    deliver({{"expiresSeconds"_L1, secondLife}});
    const auto picture = await(charts()->picture(owner, ChartKind::Dental));
    const bool comes = secondLife > 0;
    QCOMPARE(picture.has_value(), comes);
    QCOMPARE(answers(u"/charts/dental"_s), QList<int>());
    QCOMPARE(answers(u"/dental-profile"_s).size(), 2);
    QList<int> statuses;
    for (const QJsonValue &call : m_clinic->simulator().journal()) {
        if (call["system"_L1].toString() == storage)
            statuses.append(call["status"_L1].toInt());
    }
    QCOMPARE(statuses, (QList<int>{refusal, comes ? 200 : refusal}));
    if (!comes)
        QVERIFY(!picture.error().message.isEmpty());
}

void TestCharts::aRefusedPictureComesInItsOtherForm_DT_06_data()
{
    QTest::addColumn<QString>("picture");
    for (const char *picture : {"script", "external", "pngAsSvg", "page", "huge"})
        QTest::newRow(picture) << QString::fromLatin1(picture);
}

void TestCharts::aRefusedPictureComesInItsOtherForm_DT_06()
{
    QFETCH(QString, picture);
    deliver({{"picture"_L1, picture}});
    const ChartOwner owner(somebody().id);
    const auto shown = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY2(shown, shown ? "" : qPrintable(shown.error().message));
    QCOMPARE(shown->format, u"png"_s);
    QVERIFY(shown->bytes.startsWith("\x89PNG"));
    QCOMPARE(await(charts()->cachedPicture(owner, ChartKind::Dental))->format, u"png"_s);
    QCOMPARE(answers(u"/charts/dental"_s).size(), 2);
}

void TestCharts::withoutTheOtherFormItIsRefusedInWords_DT_06()
{
    deliver({{"picture"_L1, u"script"_s}, {"pngForm"_L1, false}});
    const ChartOwner owner(somebody().id);
    const auto refused = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(!refused);
    QVERIFY(!refused.error().isTransient());
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(!await(charts()->cachedPicture(owner, ChartKind::Dental)));
    // A good one that is known is not forgotten for a bad one, and not shown in its place.
    deliver({{"picture"_L1, u"good"_s}});
    QVERIFY(await(charts()->picture(owner, ChartKind::Dental)));
    deliver({{"picture"_L1, u"external"_s}, {"redrawn"_L1, true}});
    QVERIFY(!await(charts()->picture(owner, ChartKind::Dental)));
    QVERIFY(await(charts()->cachedPicture(owner, ChartKind::Dental)));
}

void TestCharts::aVisitHasItsOwnStateAndPicture_DT_16()
{
    const Patient patient = guest();
    const auto visits = await(charts()->visits(patient.id));
    QVERIFY(visits && !visits->isEmpty());
    for (qsizetype i = 1; i < visits->size(); ++i)
        QVERIFY(visits->at(i - 1).start >= visits->at(i).start);
    const ChartVisit last = visits->last();
    QVERIFY(last.start <= m_clinic->clock()());
    const ChartOwner now(patient.id);
    const ChartOwner then(patient.id, last.visit);
    const auto present = await(charts()->read(now));
    const auto frozen = await(charts()->read(then));
    QVERIFY(present && frozen);
    QVERIFY(present->profile.appointmentId.isEmpty());
    QVERIFY(!frozen->profile.appointmentId.isEmpty());
    QVERIFY(frozen->profile.recordedAt != present->profile.recordedAt);
    QVERIFY(frozen->profile.teeth != present->profile.teeth
            || frozen->profile.periodontal != present->profile.periodontal);
    QCOMPARE(frozen->profile.dentalChart.appointmentId, frozen->profile.appointmentId);
    const auto picture = await(charts()->picture(then, ChartKind::Periodontal));
    QVERIFY2(picture, picture ? "" : qPrintable(picture.error().message));
    QCOMPARE(picture->date, frozen->profile.periodontalChart.updatedAt);
    // Kept apart from the present one.
    QVERIFY(!await(charts()->cachedPicture(now, ChartKind::Periodontal)));
    QCOMPARE(await(charts()->cached(then))->profile, frozen->profile);
    QCOMPARE(await(charts()->cached(now))->profile, present->profile);
}

void TestCharts::withoutDentalTapTheKeptIsShownAndSaysSo()
{
    const ChartOwner owner(somebody().id);
    const ChartOwner stranger(somebody().id);
    const auto before = await(charts()->read(owner));
    const auto drawn = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(before && drawn);
    m_clinic->simulator().refuse(u"dentaltap"_s);
    const auto after = await(charts()->read(owner));
    QVERIFY2(after, after ? "" : qPrintable(after.error().message));
    QVERIFY(after->offline);
    QCOMPARE(after->profile, before->profile);
    // To the millisecond that the database keeps.
    QVERIFY(qAbs(after->readAt.msecsTo(before->readAt)) < 1000);
    const auto picture = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(picture && picture->offline);
    QCOMPARE(picture->bytes, drawn->bytes);
    QCOMPARE(picture->date, drawn->date);
    const auto nothing = await(charts()->read(stranger));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, Error::Kind::Offline);
    m_clinic->simulator().resume(u"dentaltap"_s);
    // It survives the desk.
    m_clinic->close();
    m_clinic->open();
    const auto kept = await(charts()->cached(owner));
    QVERIFY(kept);
    QCOMPARE(kept->profile, before->profile);
    QCOMPARE(await(charts()->cachedPicture(owner, ChartKind::Dental))->bytes, drawn->bytes);
}

void TestCharts::aSlowChartIsWaitedFor()
{
    const ChartOwner owner(somebody().id);
    fault(u"charts/dental"_s, u"delay"_s, {{"ms"_L1, 700}});
    const auto picture = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(picture && !picture->offline);
}

void TestCharts::receptionSeesWhatIsThereAndPlanned()
{
    const Patient patient = somebody();
    edit(u"profiles"_s, dentalTapId(patient.id),
         {{"teeth"_L1,
           QJsonArray{QJsonObject{
               {"fdi"_L1, u"36"_s},
               {"presence"_L1, u"implant"_s},
               {"planned"_L1,
                QJsonArray{QJsonObject{{"planId"_L1, u"310"_s}, {"itemId"_L1, u"5"_s}}}}}}}});
    const ChartOwner owner(patient.id);
    Session *session = m_clinic->desk().session();
    QVERIFY(await(session->add(u"Rani"_s, Role::Reception, u"4321"_s)));
    QVERIFY(await(session->signIn(u"Rani"_s, u"4321"_s)));
    const auto refused = [&](const auto &result) {
        return !result && result.error().kind == Error::Kind::Forbidden;
    };
    QVERIFY(refused(await(charts()->read(owner))));
    QVERIFY(refused(await(charts()->cached(owner))));
    QVERIFY(refused(await(charts()->picture(owner, ChartKind::Dental))));
    QVERIFY(refused(await(charts()->cachedPicture(owner, ChartKind::Dental))));
    QVERIFY(refused(await(charts()->history(patient.id))));
    QVERIFY(refused(await(charts()->visits(patient.id))));
    QVERIFY(refused(await(charts()->keepForProposal(owner, {teeth::Tooth{36, false}}))));
    const QByteArray svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    QVERIFY(refused(await(charts()->setBackground(ChartKind::Dental, svg, u"svg"_s))));
    QVERIFY(refused(await(charts()->clearBackground(ChartKind::Dental))));
    QVERIFY(answers(u"/dental-profile"_s).isEmpty());
    const auto summary = await(charts()->summary(owner));
    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().message));
    const auto implant = dental::toothOf(summary->profile, teeth::Tooth{36, false});
    QVERIFY(implant);
    QCOMPARE(implant->presence, dental::Presence::Implant);
    QCOMPARE(implant->planned.size(), 1);
    QVERIFY(!summary->profile.periodontal);
    QVERIFY(summary->profile.dentalChart.url.isEmpty());
    for (const ToothProfile &tooth : summary->profile.teeth) {
        QVERIFY(tooth.conditions.isEmpty() && tooth.restorations.isEmpty() && !tooth.mobility
                && tooth.note.isEmpty());
    }
    // A second look within minutes asks nobody.
    QVERIFY(await(charts()->summary(owner)));
    QCOMPARE(answers(u"/dental-profile"_s).size(), 1);
    QVERIFY(await(session->signIn(u"Nadia"_s, u"1234"_s)));
}

void TestCharts::whatDentalTapDoesNotKnowIsSaid()
{
    // A patient whom only the CRM knows is a normal state.
    Patient unknown;
    const auto all = *await(m_clinic->desk().patients()->all());
    for (const Patient &patient : all) {
        if (unknown.id.isEmpty() && dentalTapId(patient.id).isEmpty())
            unknown = patient;
    }
    if (unknown.id.isEmpty()) {
        unknown.lastName = u"Nowhere"_s;
        unknown = *await(m_clinic->desk().patients()->save(unknown, true, {}));
    }
    const ChartOwner owner(unknown.id);
    const auto reading = await(charts()->read(owner));
    QVERIFY(!reading);
    QCOMPARE(reading.error().kind, Error::Kind::NotFound);
    QVERIFY(reading.error().message.contains(u"DentalTap"_s));
    QVERIFY(answers(u"/dental-profile"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestCharts)
#include "tst_charts.moc"
