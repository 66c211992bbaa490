// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/syntheticplans.h"
#include "ui/booking/slotboard.h"
#include "ui/plans/acceptdialog.h"
#include "ui/plans/declinedialog.h"
#include "ui/plans/differencesheet.h"
#include "ui/plans/interventiondialog.h"
#include "ui/plans/planphases.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/planwords.h"
#include "ui/plans/signaturepad.h"
#include "ui/plans/signdialog.h"
#include "ui/toothchart/facttable.h"
#include "ui/visit/notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The Plans page's parts and dialogs on values, by keys alone.
class TestPlanWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cardsSayEachVersionInColourAndWord();
    void arrowsWalkTheCards();
    void phasesShowWhatStandsInThem();
    void teethAreWrittenInTheClinicsNotation();
    void theSumsFollowWhatWasDone();
    void aSignatureSaysWhatItIsFor();
    void aSignatureOfAnotherVersionIsAmber();
    void whatTheSourceChangedIsSaidWithAWayOut();
    void anUnknownActSaysSoWithAWayOut();
    void whatFitsFollowsFromTheDecision_data();
    void whatFitsFollowsFromTheDecision();
    void acceptingAllTakesOneKey();
    void acceptingAPartFollowsTheBoxes();
    void decliningAsksWhy();
    void theDifferenceSheetShowsOldAndNew();
    void bothSignersSignOneAfterTheOther();
    void aSignatureIsDrawnByPenFingerOrMouse_data();
    void aSignatureIsDrawnByPenFingerOrMouse();
    void theInterventionStartsWithThePlansSurgeon();
    void aVersionMadeMeanwhileIsShown();

private:
    PlanSheet *sheet(const QList<PlanRecord> &plans);
    static QString text(const QWidget *in, const QString &name);

    std::unique_ptr<PlanSheet> m_sheet;
    Settings m_settings;
};

void TestPlanWidgets::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_sheet.reset();
    m_settings.currency = syntheticplans::rupees();
    m_settings.timeZone = syntheticplans::zone();
    m_settings.zoho.webUrl = QUrl(u"https://crm.example.org/crm/org1"_s);
}

PlanSheet *TestPlanWidgets::sheet(const QList<PlanRecord> &plans)
{
    m_sheet = std::make_unique<PlanSheet>(m_settings, m_settings.currency);
    m_sheet->resize(1300, 800);
    m_sheet->setProviders(syntheticplans::providers());
    m_sheet->setMay(true, true);
    m_sheet->setPlans(plans);
    m_sheet->show();
    return QTest::qWaitForWindowActive(m_sheet.get()) ? m_sheet.get() : nullptr;
}

QString TestPlanWidgets::text(const QWidget *in, const QString &name)
{
    const auto *label = in->findChild<QLabel *>(name);
    return label && label->isVisible() ? label->text() : QString();
}

void TestPlanWidgets::cardsSayEachVersionInColourAndWord()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    const QAbstractItemModel *model = page->cards()->model();
    QCOMPARE(model->rowCount(), 3);
    const auto said = [model](int row) {
        return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(said(0),
             u"Plan B · version 2, accepted 02/11/2026, Two implants, two crowns, Quote "
             "D-1989, Rs\u00a04,260.00"_s);
    QVERIFY(said(1).startsWith(u"Plan B · version 1, replaced"_s));
    QVERIFY(said(2).startsWith(u"Plan A, declined"_s));
    const auto tone = [model](int row) {
        return Chips::Tone(model->index(row, 0).data(PlanCardsModel::Tone).toInt());
    };
    QCOMPARE(tone(0), Chips::Tone::Good);
    QCOMPARE(tone(1), Chips::Tone::Quiet);
    QCOMPARE(tone(2), Chips::Tone::Warning);
}

void TestPlanWidgets::arrowsWalkTheCards()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    page->cards()->setFocus();
    QCOMPARE(page->version()->number, 2);
    QTest::keyClick(page->cards(), Qt::Key_Right);
    QCOMPARE(page->version()->number, 1);
    QTest::keyClick(page->cards(), Qt::Key_Right);
    QCOMPARE(page->record()->current.title, u"Plan A"_s);
    QCOMPARE(text(page, u"planTitle"_s), u"Plan A"_s);
    QCOMPARE(text(page, u"planReason"_s), u"Declined: Chose another plan"_s);
    QTest::keyClick(page->cards(), Qt::Key_Home);
    QCOMPARE(page->version()->number, 2);
}

void TestPlanWidgets::phasesShowWhatStandsInThem()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    const QList<FactTable *> tables = page->phases()->tables();
    QCOMPARE(tables.size(), 2);
    QCOMPARE(tables.at(0)->accessibleName(), u"Phase 1 · Surgery"_s);
    QCOMPARE(tables.at(0)->row(2),
             QStringList({u"36, 46"_s, u"Healing abutment"_s, u"—"_s, u"2"_s, u"90.00"_s,
                          u"180.00"_s, u"done"_s}));
    QCOMPARE(tables.at(1)->row(0),
             QStringList({u"36"_s, u"Zirconia crown on implant"_s, u"OV"_s, u"1"_s, u"890.00"_s,
                          u"890.00"_s, u"planned"_s}));
    // Columns of both stand below each other.
    for (int column = 0; column < 7; ++column)
        QCOMPARE(tables.at(0)->columnViewportPosition(column),
                 tables.at(1)->columnViewportPosition(column));
    QList<QPushButton *> book = page->phases()->findChildren<QPushButton *>(u"bookPhase"_s);
    QCOMPARE(book.size(), 2);
    QVERIFY(!book.at(0)->isVisible());
    QVERIFY(book.at(1)->isVisible());
    const QSignalSpy wanted(page, &PlanSheet::bookRequested);
    QTest::keyClick(book.at(1), Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), u"2"_s);
}

void TestPlanWidgets::teethAreWrittenInTheClinicsNotation()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    page->setNotation(teeth::Notation::Universal);
    QCOMPARE(page->phases()->tables().at(0)->row(2).first(), u"19, 30"_s);
    page->setNotation(teeth::Notation::Palmer);
    QCOMPARE(page->phases()->tables().at(0)->row(0).first(), u"LL6"_s);
}

void TestPlanWidgets::theSumsFollowWhatWasDone()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    const auto *figures = page->findChild<FactTable *>(u"planFigures"_s);
    QCOMPARE(figures->row(0).last(), u"Rs\u00a04,260.00"_s);
    QCOMPARE(figures->row(1).last(), u"2,480.00"_s);
    QCOMPARE(figures->row(2).last(), u"1,780.00"_s);
    QCOMPARE(figures->row(3).last(), u"31/12/2026"_s);
}

void TestPlanWidgets::aSignatureSaysWhatItIsFor()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    const auto *signatures = page->findChild<FactTable *>(u"planSignatures"_s);
    QCOMPARE(signatures->rowCount(), 2);
    QCOMPARE(signatures->row(0),
             QStringList({u"Patient"_s, u"Jean-Baptiste Lefèvre"_s, u"02/11/2026 11:39"_s}));
    QCOMPARE(text(page, u"planSigned"_s),
             u"Signed for version 2, French, 5 item(s), Rs\u00a04,260.00."_s);
    QVERIFY(!page->findChild<Chips *>(u"planSignedOther"_s)->isVisible());
}

void TestPlanWidgets::aSignatureOfAnotherVersionIsAmber()
{
    PlanRecord record = syntheticplans::open();
    record.versions.last().signatures = {
        syntheticplans::signatureOf(record.latest(), plans::Signer::Patient)};
    record.versions.last().content.phases[1].items[0].unitPrice.minor += 1;
    record.current = record.latest().content;
    PlanSheet *page = sheet({record});
    QVERIFY(page);
    const auto *other = page->findChild<Chips *>(u"planSignedOther"_s);
    QVERIFY(other->isVisible());
    QCOMPARE(other->texts(), QStringList{u"Signed for another version"_s});
    QVERIFY(text(page, u"planSigned"_s).isEmpty());
}

void TestPlanWidgets::whatTheSourceChangedIsSaidWithAWayOut()
{
    PlanSheet *page = sheet(syntheticplans::design());
    QVERIFY(page);
    auto *changed = page->findChild<Notice *>(u"planChanged"_s);
    QVERIFY(changed->isVisible());
    QVERIFY2(changed->text().contains(u"46 · Zirconia crown on implant now 920.00"_s),
             qPrintable(changed->text()));
    auto *make = page->findChild<QPushButton *>(u"planMakeVersion"_s);
    QCOMPARE(make->text(), u"&Make version 3"_s);
    const QSignalSpy made(page, &PlanSheet::versionWanted);
    const QSignalSpy seen(page, &PlanSheet::differenceWanted);
    QTest::keyClick(make, Qt::Key_Space);
    QTest::keyClick(page->findChild<QPushButton *>(u"planDifference"_s), Qt::Key_Space);
    QCOMPARE(made.count(), 1);
    QCOMPARE(seen.count(), 1);
    page->choose(page->record()->current.id, 1);
    QVERIFY(!changed->isVisible());
}

void TestPlanWidgets::anUnknownActSaysSoWithAWayOut()
{
    PlanSheet *page = sheet({syntheticplans::unknown()});
    QVERIFY(page);
    auto *blocked = page->findChild<Notice *>(u"planBlocked"_s);
    QVERIFY(blocked->isVisible());
    QVERIFY(blocked->text().contains(u"Membrane 20×30"_s));
    const QSignalSpy wanted(page, &PlanSheet::productWanted);
    QTest::keyClick(page->findChild<QPushButton *>(u"planProduct"_s), Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<PlanItem>().id, u"3"_s);
    QCOMPARE(page->phases()->tables().at(0)->row(2).last(), u"not in the catalogue"_s);
}

void TestPlanWidgets::whatFitsFollowsFromTheDecision_data()
{
    using Act = PlanPanel::Act;
    QTest::addColumn<PlanRecord>("record");
    QTest::addColumn<QList<Act>>("fitting");
    QTest::newRow("undecided") << syntheticplans::open()
                               << QList<Act>{Act::Print,  Act::Pdf,     Act::OpenQuote,
                                             Act::Accept, Act::Decline, Act::AcceptPart,
                                             Act::Sign};
    QTest::newRow("accepted") << syntheticplans::accepted()
                              << QList<Act>{Act::Print, Act::Pdf,  Act::OpenQuote,
                                            Act::Sign,  Act::Book, Act::Reopen};
    PlanRecord automatic = syntheticplans::open();
    automatic.versions.last().content.automatic = true;
    automatic.versions.last().quote = {};
    QTest::newRow("automatic") << automatic << QList<Act>{Act::Print, Act::Pdf};
    PlanRecord emptied = automatic;
    emptied.versions.last().content.phases.clear();
    QTest::newRow("without items") << emptied << QList<Act>{};
}

void TestPlanWidgets::whatFitsFollowsFromTheDecision()
{
    QFETCH(PlanRecord, record);
    QFETCH(QList<PlanPanel::Act>, fitting);
    PlanSheet *page = sheet({record});
    QVERIFY(page);
    for (const auto act :
         {PlanPanel::Act::Print, PlanPanel::Act::Pdf, PlanPanel::Act::OpenQuote,
          PlanPanel::Act::Accept, PlanPanel::Act::AcceptPart, PlanPanel::Act::Decline,
          PlanPanel::Act::Reopen, PlanPanel::Act::Sign, PlanPanel::Act::Book})
        QVERIFY2(page->panel()->button(act)->isVisible() == fitting.contains(act),
                 qPrintable(enumName(act)));
    // A role that may not only looks.
    page->setMay(false, false);
    QVERIFY(!page->panel()->button(PlanPanel::Act::Accept)->isEnabled());
}

void TestPlanWidgets::acceptingAllTakesOneKey()
{
    AcceptDialog dialog(syntheticplans::open(), AcceptDialog::How::Whole, teeth::Notation::Fdi,
                        syntheticplans::rupees());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(text(&dialog, u"total"_s), u"Rs\u00a04,260.00"_s);
    const QSignalSpy wanted(&dialog, &AcceptDialog::acceptWanted);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.first().first().toStringList().isEmpty());
    // A refusal is said and nothing is lost.
    dialog.showProblem(u"The plan has changed meanwhile."_s);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<Notice *>(u"problem"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestPlanWidgets::acceptingAPartFollowsTheBoxes()
{
    AcceptDialog dialog(syntheticplans::open(), AcceptDialog::How::Part, teeth::Notation::Fdi,
                        syntheticplans::rupees());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(dialog.tree()->hasFocus());
    QVERIFY(!dialog.goButton()->isEnabled());
    const QSignalSpy wanted(&dialog, &AcceptDialog::acceptWanted);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0);
    // The phase's box takes all of its items, an item's box one more.
    QTest::keyClick(dialog.tree(), Qt::Key_Space);
    QCOMPARE(dialog.tree()->checked(), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(text(&dialog, u"total"_s), u"3 of 5 items: Rs\u00a02,480.00"_s);
    QTest::keyClick(dialog.tree(), Qt::Key_Down);
    QTest::keyClick(dialog.tree(), Qt::Key_Space);
    QCOMPARE(text(&dialog, u"total"_s), u"2 of 5 items: Rs\u00a01,330.00"_s);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toStringList(), QStringList({u"2"_s, u"3"_s}));
}

void TestPlanWidgets::decliningAsksWhy()
{
    DeclineDialog dialog(u"Plan B"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClicks(dialog.focusWidget(), u"Moves abroad"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.reason(), u"Moves abroad"_s);
}

void TestPlanWidgets::theDifferenceSheetShowsOldAndNew()
{
    PlanRecord record = syntheticplans::design().first();
    record.current.phases[1].items.append(record.current.phases[1].items.first());
    record.current.phases[1].items.last().id = u"6"_s;
    record.current.phases[1].items.last().teeth = {u"47"_s};
    record.current.phases[0].items.removeFirst();
    DifferenceSheet dialog(record, teeth::Notation::Fdi, syntheticplans::rupees(), true);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *table = dialog.findChild<FactTable *>(u"differences"_s);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->row(0),
             QStringList({u"Changed"_s, u"46"_s, u"Zirconia crown on implant"_s, u"890.00"_s,
                          u"920.00"_s}));
    QCOMPARE(table->row(1).mid(0, 2), QStringList({u"Added"_s, u"47"_s}));
    QCOMPARE(table->row(1).at(3), u"—"_s);
    QCOMPARE(table->row(2).mid(0, 2), QStringList({u"Taken off"_s, u"36"_s}));
    QVERIFY(text(&dialog, u"total"_s).contains(u"4,260.00"_s));
    const QSignalSpy wanted(&dialog, &DifferenceSheet::versionWanted);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
}

void TestPlanWidgets::bothSignersSignOneAfterTheOther()
{
    SignDialog::Signing signing;
    signing.record = syntheticplans::open();
    signing.language = u"fr"_s;
    signing.patient = u"Jean-Baptiste Lefèvre"_s;
    signing.surgeon = u"Dr Léa Fontaine"_s;
    signing.witness = u"Nadia"_s;
    SignDialog dialog(signing, syntheticplans::rupees());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    // Exactly what is signed.
    QCOMPARE(
        text(&dialog, u"whatIsSigned"_s),
        u"What is signed: our proposal “Plan B”, version 1, French, 5 item(s), Rs\u00a04,260.00."_s);
    auto *name = dialog.findChild<QLineEdit *>(u"name"_s);
    QVERIFY(name->hasFocus());
    QCOMPARE(name->text(), signing.patient);
    QList<PlanSignature> given;
    connect(&dialog, &SignDialog::signWanted, this,
            [&given](const PlanSignature &signature) { given.append(signature); });
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().by, plans::Signer::Patient);
    QCOMPARE(given.first().name, signing.patient);
    QCOMPARE(given.first().language, u"fr"_s);
    QVERIFY(given.first().drawing.isEmpty());

    PlanRecord kept = signing.record;
    kept.versions.last().signatures = {
        syntheticplans::signatureOf(kept.latest(), plans::Signer::Patient)};
    dialog.setKept(kept);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<QRadioButton *>(u"signPractice"_s)->isChecked());
    QCOMPARE(name->text(), signing.surgeon);
    name->clear();
    QVERIFY(!dialog.goButton()->isEnabled());
    QTest::keyClicks(name, u"L. Fontaine"_s);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(given.last().by, plans::Signer::Practice);
    QCOMPARE(given.last().name, u"L. Fontaine"_s);
    kept.versions.last().signatures.append(
        syntheticplans::signatureOf(kept.latest(), plans::Signer::Practice));
    dialog.setKept(kept);
    QVERIFY(!dialog.isVisible());
}

void TestPlanWidgets::aSignatureIsDrawnByPenFingerOrMouse_data()
{
    QTest::addColumn<QString>("with");
    QTest::newRow("mouse") << u"mouse"_s;
    QTest::newRow("finger") << u"finger"_s;
    QTest::newRow("pen") << u"pen"_s;
}

void TestPlanWidgets::aSignatureIsDrawnByPenFingerOrMouse()
{
    QFETCH(QString, with);
    SignaturePad pad;
    pad.resize(600, 200);
    pad.show();
    QVERIFY(QTest::qWaitForWindowActive(&pad));
    QVERIFY(pad.drawing().isEmpty());
    const QSignalSpy changed(&pad, &SignaturePad::changed);
    const QPoint from(60, 100);
    const QPoint to(300, 40);
    if (with == "mouse"_L1) {
        QTest::mousePress(&pad, Qt::LeftButton, {}, from);
        QTest::mouseMove(&pad, to);
        QTest::mouseRelease(&pad, Qt::LeftButton, {}, to);
    } else if (with == "finger"_L1) {
        const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        QTest::touchEvent(&pad, screen.get()).press(0, from, &pad);
        QTest::touchEvent(&pad, screen.get()).move(0, to, &pad);
        QTest::touchEvent(&pad, screen.get()).release(0, to, &pad);
    } else {
        const auto *device = QPointingDevice::primaryPointingDevice();
        for (const auto &[type, at] :
             {std::pair(QEvent::TabletPress, from), std::pair(QEvent::TabletMove, to),
              std::pair(QEvent::TabletRelease, to)}) {
            QTabletEvent event(type, device, at, pad.mapToGlobal(at), 0.7, 0, 0, 0, 0, 0, {},
                               Qt::LeftButton, Qt::LeftButton);
            QCoreApplication::sendEvent(&pad, &event);
            QVERIFY(event.isAccepted());
        }
    }
    QCOMPARE(pad.drawing(), QByteArray("M60 100L300 40"));
    QVERIFY(changed.count() >= 2);
    QTest::keyClick(&pad, Qt::Key_Delete);
    QVERIFY(pad.drawing().isEmpty());
}

void TestPlanWidgets::theInterventionStartsWithThePlansSurgeon()
{
    Desk desk;
    desk.settings = m_settings;
    const QDateTime now(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC);
    desk.clock = [now] { return now; };
    InterventionDialog dialog(desk, syntheticplans::accepted(), u"2"_s, teeth::Notation::Fdi,
                              m_settings.currency);
    dialog.setProviders(syntheticplans::providers());
    dialog.setPlannedMinutes(90);
    Slot early{ProviderId(u"marchand"_s), {}, now.addSecs(3600), now.addSecs(9000)};
    Slot own{ProviderId(u"fontaine"_s), {}, now.addSecs(7200), now.addSecs(12600)};
    dialog.showSlots({early, own});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(dialog.tree()->checked(), QStringList({u"4"_s, u"5"_s}));
    QVERIFY(dialog.board()->chosen());
    QCOMPARE(dialog.board()->chosen()->provider, own.provider);
    QVERIFY(dialog.goButton()->text().contains(u"11:00 with Dr Léa Fontaine"_s));
    // Another time by arrows alone.
    QTest::keyClick(dialog.board()->buttons().first(), Qt::Key_Down);
    QCOMPARE(dialog.board()->chosen()->provider, early.provider);
    QCOMPARE(text(&dialog, u"total"_s), u"Rs\u00a01,780.00"_s);
    dialog.tree()->check({});
    QVERIFY(!dialog.goButton()->isEnabled());
}

void TestPlanWidgets::aVersionMadeMeanwhileIsShown()
{
    PlanSheet *page = sheet({syntheticplans::accepted()});
    QVERIFY(page);
    QCOMPARE(page->version()->number, 1);
    PlanRecord next = syntheticplans::accepted();
    PlanVersion second = syntheticplans::open().latest();
    second.number = 2;
    next.versions.append(second);
    page->setPlans({next});
    QCOMPARE(page->version()->number, 2);
    QCOMPARE(text(page, u"planTitle"_s), u"Plan B · version 2"_s);
}

QTEST_MAIN(TestPlanWidgets)
#include "tst_planwidgets.moc"
