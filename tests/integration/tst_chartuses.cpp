// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/scanworkflow.h"
#include "tests/integration/chartdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using dental::ChartKind;

namespace {

QByteArray drawing(const QByteArray &content)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\" "
           "viewBox=\"0 0 90 30\">"
        + content + "</svg>";
}

} // namespace

//! What is done with charts: the history of teeth, what is kept for a proposal, backgrounds.
class TestChartUses : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openDesk(); }
    void init() { calm(); }
    void cleanupTestCase() { closeDesk(); }

    void theHistoryHasEveryActNewestFirst();
    void theHistoryComesWithoutTheFilterToo();
    void todaysActIsMarked();
    void scansThatTouchTeethAreInTheHistory();
    void withoutDentalTapTheHistoryIsAsLastRead();
    void teethAreKeptForAProposal_DT_27();
    void nothingChosenIsNothingKept_DT_27();
    void aBackgroundIsShownAndSent_DT_24();
    void aBackgroundWaitsForDentalTap_DT_24();
    void aHostileBackgroundChangesNothing_DT_24_data();
    void aHostileBackgroundChangesNothing_DT_24();
    void anotherDeskGetsTheBackground_DT_24();

private:
    //! Completed items of the patient's activities, as the simulator has them.
    int actsOf(const PatientId &patient)
    {
        const QString id = dentalTapId(patient);
        int count = 0;
        for (const QJsonValue &activity :
             m_clinic->simulator().records(u"dentaltap"_s, u"treatmentActivities"_s)) {
            if (activity["patientId"_L1].toString() != id)
                continue;
            for (const QJsonValue &item : activity["items"_L1].toArray())
                count += item["status"_L1].toString() == u"completed"_s ? 1 : 0;
        }
        return count;
    }
    Patient treated()
    {
        for (qsizetype i = 0; i < m_patients.size(); ++i) {
            if (!dentalTapId(m_patients.at(i).id).isEmpty() && actsOf(m_patients.at(i).id) > 0)
                return m_patients.takeAt(i);
        }
        qFatal("nobody was treated");
    }
    QJsonObject background(const QString &kind)
    {
        for (const QJsonValue &call : m_clinic->simulator().journal()) {
            if (call["path"_L1].toString().endsWith(QString(u"chart-backgrounds/"_s + kind)))
                return call.toObject();
        }
        return {};
    }
};

void TestChartUses::theHistoryHasEveryActNewestFirst()
{
    const Patient patient = treated();
    QVERIFY(!await(charts()->cachedHistory(patient.id)));
    const auto history = await(charts()->history(patient.id));
    QVERIFY2(history, history ? "" : qPrintable(history.error().message));
    QCOMPARE(int(history->size()), actsOf(patient.id));
    for (qsizetype i = 1; i < history->size(); ++i)
        QVERIFY(history->at(i - 1).date >= history->at(i).date);
    for (const ToothEvent &event : *history) {
        QVERIFY(event.date.isValid() && !event.label.isEmpty());
        QVERIFY(event.amount && event.amount->currency.code == u"MUR"_s);
        QCOMPARE(event.source, ToothEvent::Source::DentalTap);
        if (!event.visit.isEmpty())
            QVERIFY(!event.provider.isEmpty());
    }
    QCOMPARE(answers(u"/treatment-activities"_s).size(), 1);
    const auto kept = await(charts()->cachedHistory(patient.id));
    QVERIFY(kept);
    QCOMPARE(*kept, *history);
}

void TestChartUses::theHistoryComesWithoutTheFilterToo()
{
    const Patient patient = treated();
    const auto known = await(charts()->history(patient.id));
    edit(u"options"_s, {}, {{"withoutPatientFilter"_L1, true}});
    const auto history = await(charts()->history(patient.id));
    edit(u"options"_s, {}, {{"withoutPatientFilter"_L1, false}});
    QVERIFY(known && history);
    QVERIFY(!history->isEmpty());
    QCOMPARE(history->size(), known->size());
}

void TestChartUses::todaysActIsMarked()
{
    const auto booked = m_clinic->bookNew(u"Today"_s, u"Patient"_s);
    QVERIFY(booked);
    QVERIFY(m_clinic->drained());
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    const VisitId visit = booked->id;
    QVERIFY(await(workflow->checkIn(visit)));
    QVERIFY(await(workflow->seat(visit)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(
        visit, QJsonArray{QJsonObject{{"treatment"_L1, u"any"_s}, {"tooth"_L1, u"36"_s}}}));
    const PatientId patient = m_clinic->detail(visit).patient.id;
    const auto history = await(charts()->history(patient));
    QVERIFY2(history, history ? "" : qPrintable(history.error().message));
    QCOMPARE(history->size(), 1);
    QVERIFY(history->first().doneToday);
    QCOMPARE(history->first().teeth, (QList<teeth::Tooth>{{36, false}}));
    QVERIFY(history->first().amount->minor > 0);
}

void TestChartUses::scansThatTouchTeethAreInTheHistory()
{
    ScanWorkflow *scans = m_clinic->desk().scans();
    const ScanWorkflow::Target server{QString()};
    QSet<QString> linked;
    for (const QJsonValue &each :
         m_clinic->simulator().records(u"dentaldesktop"_s, u"patients"_s)) {
        linked.insert(each["IntegrationId"_L1].toString());
    }
    PatientId patient;
    const auto all = *await(m_clinic->desk().patients()->all());
    for (const Patient &each : all) {
        const PatientId id = each.id;
        const QString contact =
            await(m_clinic->desk().patients()->links(id))->value(RecordKind::Contact).remoteId;
        if (contact.isEmpty() || linked.contains(contact))
            continue;
        const auto done = await(scans->linkPatient(id, server, false));
        if (done && done->isDone()) {
            patient = id;
            const QString problem = m_clinic->simulator().edit(
                {{"system"_L1, u"dentaldesktop"_s},
                 {"collection"_L1, u"cases"_s},
                 {"id"_L1, QString()},
                 {"fields"_L1,
                  QJsonObject{
                      {"PatientIntegrationId"_L1, contact},
                      {"Indications"_L1,
                       QJsonArray{QJsonObject{
                           {"From"_L1, 3}, {"To"_L1, 3}, {"IndicationName"_L1, u"Crown"_s}}}}}}});
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            break;
        }
    }
    QVERIFY(!patient.isEmpty());
    const CaseFilter every;
    const auto cases = await(scans->cases(patient, {}, every, false));
    QVERIFY(cases && !cases->isEmpty());
    const auto history = await(charts()->history(patient));
    QVERIFY2(history, history ? "" : qPrintable(history.error().message));
    int found = 0;
    for (const ToothEvent &event : *history) {
        if (event.source != ToothEvent::Source::DentalDesktop)
            continue;
        ++found;
        QVERIFY(!event.teeth.isEmpty() && !event.caseId.isEmpty());
    }
    QVERIFY(found > 0);
    // Without the scan server they are as they were, and it is said.
    const QSignalSpy incomplete(charts(), &ChartWorkflow::historyIncomplete);
    m_clinic->simulator().refuse(u"dentaldesktop"_s);
    const auto again = await(charts()->history(patient));
    m_clinic->simulator().resume(u"dentaldesktop"_s);
    QVERIFY(again);
    QCOMPARE(*again, *history);
    QCOMPARE(incomplete.size(), 1);
}

void TestChartUses::withoutDentalTapTheHistoryIsAsLastRead()
{
    const Patient patient = treated();
    const auto before = await(charts()->history(patient.id));
    QVERIFY(before && !before->isEmpty());
    const QSignalSpy incomplete(charts(), &ChartWorkflow::historyIncomplete);
    m_clinic->simulator().refuse(u"dentaltap"_s);
    const auto after = await(charts()->history(patient.id));
    QVERIFY(after);
    QCOMPARE(*after, *before);
    QCOMPARE(incomplete.size(), 1);
    QVERIFY(!incomplete.first().at(1).toString().isEmpty());
}

void TestChartUses::teethAreKeptForAProposal_DT_27()
{
    const Patient patient = somebody();
    const QJsonObject caries{{"code"_L1, u"caries"_s}, {"icd10"_L1, u"K02.1"_s}};
    edit(u"profiles"_s, dentalTapId(patient.id),
         {{"teeth"_L1,
           QJsonArray{QJsonObject{{"fdi"_L1, u"26"_s},
                                  {"presence"_L1, u"present"_s},
                                  {"conditions"_L1, QJsonArray{caries}}},
                      QJsonObject{{"fdi"_L1, u"18 S"_s}, {"presence"_L1, u"impacted"_s}}}}});
    const ChartOwner owner(patient.id);
    const QList<teeth::Tooth> chosen{{26, false}, {18, true}};
    // Also where nobody has looked before.
    QVERIFY(await(charts()->keepForProposal(owner, chosen)));
    const auto drawn = await(charts()->picture(owner, ChartKind::Dental));
    QVERIFY(drawn);
    QVERIFY(await(charts()->keepForProposal(owner, chosen)));
    // What is read later changes nothing of what was kept.
    edit(u"profiles"_s, dentalTapId(patient.id), {{"drop"_L1, QJsonArray{u"26"_s}}});
    QVERIFY(await(charts()->read(owner)));
    m_clinic->close();
    m_clinic->open();
    const auto kept = await(charts()->keptForProposal(patient.id));
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    QCOMPARE(kept->size(), 2);
    QVERIFY(!kept->last().picture);
    const KeptTeeth &latest = kept->first();
    QCOMPARE(latest.teeth, chosen);
    QCOMPARE(latest.profile.teeth.size(), 2);
    const auto tooth = dental::toothOf(latest.profile, teeth::Tooth{26, false});
    QVERIFY(tooth);
    QCOMPARE(tooth->conditions.first().icd10, u"K02.1"_s);
    QVERIFY(latest.profile.periodontal->teeth.size() <= 1);
    QVERIFY(latest.picture);
    QCOMPARE(latest.picture->bytes, drawn->bytes);
    QCOMPARE(latest.picture->format, u"svg"_s);
    QCOMPARE(latest.by, m_clinic->desk().session()->currentId());
    QVERIFY(qAbs(latest.keptAt.secsTo(m_clinic->clock()())) < 120);
    QVERIFY(await(charts()->keptForProposal(somebody().id))->isEmpty());
}

void TestChartUses::nothingChosenIsNothingKept_DT_27()
{
    const ChartOwner owner(somebody().id);
    const auto refused = await(charts()->keepForProposal(owner, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    m_clinic->simulator().refuse(u"dentaltap"_s);
    QVERIFY(!await(charts()->keepForProposal(owner, {teeth::Tooth{26, false}})));
    QVERIFY(await(charts()->keptForProposal(owner.patient))->isEmpty());
}

void TestChartUses::aBackgroundIsShownAndSent_DT_24()
{
    const QByteArray svg = drawing("<rect width=\"90\" height=\"30\" fill=\"#eef\"/>");
    const QSignalSpy changed(charts(), &ChartWorkflow::backgroundChanged);
    const auto none = await(charts()->background(ChartKind::Dental));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    const auto set = await(charts()->setBackground(ChartKind::Dental, svg, u"svg"_s));
    QVERIFY2(set, set ? "" : qPrintable(set.error().message));
    QCOMPARE(changed.size(), 1);
    const auto shown = await(charts()->background(ChartKind::Dental));
    QVERIFY(shown);
    QCOMPARE(shown->bytes, svg);
    QCOMPARE(shown->format, u"svg"_s);
    QCOMPARE(answers(u"chart-backgrounds/dental"_s), (QList<int>{404, 200}));
    // The other chart has none.
    QVERIFY(!await(charts()->background(ChartKind::Periodontal)));
    QVERIFY(await(charts()->clearBackground(ChartKind::Dental)));
    QCOMPARE(changed.size(), 2);
    QVERIFY(!await(charts()->background(ChartKind::Dental)));
    QCOMPARE(answers(u"chart-backgrounds/dental"_s), (QList<int>{404, 200, 204}));
}

void TestChartUses::aBackgroundWaitsForDentalTap_DT_24()
{
    const QByteArray svg = drawing("<circle cx=\"9\" cy=\"9\" r=\"4\"/>");
    m_clinic->simulator().refuse(u"dentaltap"_s);
    const auto set = await(charts()->setBackground(ChartKind::Periodontal, svg, u"svg"_s));
    QVERIFY(!set);
    QVERIFY(set.error().isTransient());
    // Used here all the same, now and after a restart.
    QCOMPARE(await(charts()->background(ChartKind::Periodontal))->bytes, svg);
    m_clinic->close();
    m_clinic->open();
    m_clinic->simulator().resume(u"dentaltap"_s);
    m_clinic->simulator().clearJournal();
    QCOMPARE(await(charts()->background(ChartKind::Periodontal))->bytes, svg);
    QCOMPARE(answers(u"chart-backgrounds/periodontal"_s), (QList<int>{200}));
    QCOMPARE(background(u"periodontal"_s)["method"_L1].toString(), u"PUT"_s);
    // Sent once.
    QVERIFY(await(charts()->background(ChartKind::Periodontal)));
    QCOMPARE(answers(u"chart-backgrounds/periodontal"_s).size(), 1);
}

void TestChartUses::aHostileBackgroundChangesNothing_DT_24_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::newRow("script") << drawing("<script>alert(1)</script>") << u"svg"_s;
    QTest::newRow("file") << drawing("<image href=\"file:///etc/hostname\" width=\"9\" "
                                     "height=\"9\"/>")
                          << u"svg"_s;
    QTest::newRow("another type") << drawing("<rect width=\"9\" height=\"9\"/>") << u"png"_s;
    QTest::newRow("another format") << QByteArray("GIF89a") << u"gif"_s;
    QTest::newRow("empty") << QByteArray() << u"svg"_s;
    QTest::newRow("too large") << QByteArray(drawing("") + QByteArray(3'000'000, ' ')) << u"svg"_s;
}

void TestChartUses::aHostileBackgroundChangesNothing_DT_24()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    const QSignalSpy changed(charts(), &ChartWorkflow::backgroundChanged);
    const auto before = await(charts()->background(ChartKind::Periodontal));
    QVERIFY(before);
    const auto refused = await(charts()->setBackground(ChartKind::Periodontal, bytes, format));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(changed.isEmpty());
    QCOMPARE(await(charts()->background(ChartKind::Periodontal))->bytes, before->bytes);
    QVERIFY(answers(u"chart-backgrounds/periodontal"_s).isEmpty());
}

void TestChartUses::anotherDeskGetsTheBackground_DT_24()
{
    const auto mine = await(charts()->background(ChartKind::Periodontal));
    QVERIFY(mine);
    const auto neighbour = m_clinic->neighbour();
    neighbour->open();
    const auto theirs = await(neighbour->desk().charts()->background(ChartKind::Periodontal));
    QVERIFY2(theirs, theirs ? "" : qPrintable(theirs.error().message));
    QCOMPARE(theirs->bytes, mine->bytes);
}

QTEST_GUILESS_MAIN(TestChartUses)
#include "tst_chartuses.moc"
