// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/chartdesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientcard.h"
#include "ui/patients/patientspage.h"
#include "ui/toothchart/chartpage.h"
#include "ui/toothchart/facttable.h"
#include "ui/visit/miniprofile.h"
#include "ui/visit/notice.h"
#include "ui/visit/visitpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPushButton>
#include <QSvgRenderer>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

//! The chart's page by mouse and keys, against the simulated clinic.
class TestChartPage : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void controlThreeOpensThePageWithANextStep();
    void thePictureIsShownWithItsTeeth();
    void theOwnDrawingIsChosen();
    void aToothIsChosenByMouseKeysAndNumber();
    void notationGoesThroughTheWholePage();
    void layersAndViewsAreChosen();
    void theHistoryRowChoosesItsTeeth();
    void whatIsKeptIsShownWhileDentalTapIsAway();
    void aRefusedPictureIsSaidAndDrawnByUs();
    void twoDatesStandBesideEachOther();
    void theChartIsCopiedSavedAndPrinted();
    void chosenTeethGoIntoAProposal();
    void theMenuHasEveryAct();
    void receptionIsToldAndSeesWhichTeethThereAre();
    void nobodySignedInSeesNothing();
    void aVisitsChartIsOneKeyAway();
    void theVisitPanelShowsTheMouth();
    void thePatientsPageLeadsToTheChart();
    void aPatientWithoutDentalTapIsExplained();

private:
    ChartPage *page() { return m_window->chartPage(); }
    ChartView *view() { return page()->pane()->view(); }
    template <class T>
    T *child(const QString &name)
    {
        return page()->findChild<T *>(name);
    }
    void press(const QString &button)
    {
        auto *found = child<QPushButton>(button);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), qPrintable(button));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    QString source() { return page()->pane()->sourceText(); }
    //! The page with this patient's chart, everything read.
    void show(const PatientId &patient)
    {
        m_window->showChart(patient);
        QTRY_VERIFY_WITH_TIMEOUT(!page()->pane()->isReading(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(page()->pane()->reading().has_value(), 10000);
    }
    //! And with DentalTap's picture.
    void showPicture(const PatientId &patient)
    {
        show(patient);
        QTRY_VERIFY_WITH_TIMEOUT(view()->scene().hasPicture(), 20000);
    }
    QString bar() { return m_window->messageBar()->text(); }
    //! Somebody of the day who can be chosen there.
    DayEntry someVisit()
    {
        for (const DayEntry &entry : m_window->dayPage()->model()->entries()) {
            if (!entry.appointment.patient.isEmpty()
                && !dentalTapId(entry.appointment.patient).isEmpty())
                return entry;
        }
        return {};
    }

    std::unique_ptr<MainWindow> m_window;
    Patient m_patient;
};

void TestChartPage::initTestCase()
{
    openDesk();
    m_patient = somebody();
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->resize(1440, 900);
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->dayPage()->counts().appointments > 0, 20000);
}

void TestChartPage::init()
{
    calm();
    m_window->messageBar()->clear();
    if (!m_clinic->desk().session()->current())
        QVERIFY(await(m_clinic->desk().session()->signIn(u"Nadia"_s, u"1234"_s)));
    page()->bar()->setLook({});
    // A menu or a dialog of the test before may have had the keys.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestChartPage::cleanupTestCase()
{
    m_window.reset();
    closeDesk();
}

void TestChartPage::controlThreeOpensThePageWithANextStep()
{
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(page()->isVisible());
    auto *text = child<QLabel>(u"chartExplanation"_s);
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"Find a patient"_s));
    // And the search is where the keys are: a name leads on.
    auto *search = child<QLineEdit>(u"chartSearch"_s);
    QVERIFY(search->hasFocus());
    QTRY_VERIFY_WITH_TIMEOUT(m_clinic->desk().patientIndex()->isReady(), 10000);
    QTest::keyClicks(search, m_patient.displayName());
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"chartFound"_s)->isVisible(), 5000);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(u"chartPatient"_s)->text(), m_patient.displayName(),
                              10000);
    QTRY_VERIFY_WITH_TIMEOUT(!view()->scene().isEmpty(), 10000);
}

void TestChartPage::thePictureIsShownWithItsTeeth()
{
    showPicture(m_patient.id);
    QTRY_VERIFY2(source().contains(u"From DentalTap's picture"_s), qPrintable(source()));
    QVERIFY(view()->scene().teeth().size() >= 20);
    QVERIFY(child<QLabel>(u"chartPerson"_s)->text().contains(u"chart of"_s));
}

void TestChartPage::theOwnDrawingIsChosen()
{
    showPicture(m_patient.id);
    press(u"ownDrawing"_s);
    QVERIFY(!view()->scene().hasPicture());
    QTRY_VERIFY(source().contains(u"Drawn by Vestibule"_s));
    press(u"ownDrawing"_s);
    QVERIFY(view()->scene().hasPicture());
}

void TestChartPage::aToothIsChosenByMouseKeysAndNumber()
{
    showPicture(m_patient.id);
    const QList<teeth::Tooth> all = view()->scene().teeth();
    for (const teeth::Tooth &tooth : all) {
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                          view()->toothRect(tooth).center());
        QCOMPARE(page()->toothPanel()->teeth(), QList{tooth});
        QVERIFY(child<QLabel>(u"toothTitle"_s)->text().endsWith(teeth::text(tooth)));
    }
    view()->setFocus();
    const QString number = teeth::text(all.at(3));
    QTest::keyClicks(view(), number);
    QCOMPARE(page()->toothPanel()->teeth(), QList{all.at(3)});
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(page()->toothPanel()->teeth().size(), 1);
    QVERIFY(page()->toothPanel()->teeth().first() != all.at(3));
    QVERIFY(child<QLabel>(u"toothName"_s)->text().contains(u"Universal"_s));
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(child<QLabel>(u"noTooth"_s)->isVisible());
}

void TestChartPage::notationGoesThroughTheWholePage()
{
    showPicture(m_patient.id);
    const teeth::Tooth tooth = view()->scene().teeth().first();
    view()->select({tooth});
    auto *notation = child<QComboBox>(u"notation"_s);
    notation->setFocus();
    QTest::keyClick(notation, Qt::Key_Down);
    QCOMPARE(page()->bar()->look().notation, teeth::Notation::Universal);
    QVERIFY(child<QLabel>(u"toothTitle"_s)
                ->text()
                .endsWith(teeth::text(tooth, teeth::Notation::Universal)));
    QVERIFY(child<QLabel>(u"toothName"_s)->text().contains(u"FDI"_s));
    QVERIFY(view()->spokenText(tooth).startsWith(
        u"Tooth %1,"_s.arg(teeth::text(tooth, teeth::Notation::Universal))));
}

void TestChartPage::layersAndViewsAreChosen()
{
    showPicture(m_patient.id);
    press(u"layerScans"_s);
    QVERIFY(page()->bar()->look().layers.scans);
    // What exists is part of DentalTap's picture.
    QVERIFY(!child<QPushButton>(u"layerExisting"_s)->isEnabled());
    press(u"ownDrawing"_s);
    QTRY_VERIFY(child<QPushButton>(u"layerExisting"_s)->isEnabled());
    press(u"layerExisting"_s);
    QVERIFY(!view()->layers().existing);
    const QSizeF dental = view()->scene().size();
    press(u"chartBoth"_s);
    QVERIFY(view()->scene().size().height() > dental.height());
    press(u"chartPeriodontal"_s);
    QCOMPARE(page()->bar()->look().view, Odontogram::View::Periodontal);
    press(u"zoomIn"_s);
    QVERIFY(!view()->isFitted());
    press(u"fit"_s);
    QVERIFY(view()->isFitted());
}

void TestChartPage::theHistoryRowChoosesItsTeeth()
{
    // Somebody who was treated.
    auto *table = child<QTableView>(u"chartHistory"_s);
    const Result<Visit> booked = m_clinic->bookNew(u"Ida"_s, u"Chartier"_s);
    QVERIFY(booked);
    QVERIFY(await(m_clinic->desk().visitWorkflow()->checkIn(booked->id)));
    QVERIFY(await(m_clinic->desk().visitWorkflow()->seat(booked->id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(booked->id,
                             {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}}}));
    const PatientId patient = m_clinic->detail(booked->id).patient.id;
    show(patient);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 10000);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 1)).center());
    QCOMPARE(view()->selected(), (QList<teeth::Tooth>{{26, false}}));
    QVERIFY(child<FactTable>(u"toothHistory"_s)->rowCount() > 0);
    QVERIFY(view()->marks().doneToday.contains(26));
}

void TestChartPage::whatIsKeptIsShownWhileDentalTapIsAway()
{
    const Patient patient = somebody();
    showPicture(patient.id);
    m_window->showChart(m_patient.id);
    m_clinic->simulator().refuse(u"dentaltap"_s);
    show(patient.id);
    auto *offline = page()->pane()->findChild<Notice *>(u"chartOffline"_s);
    QTRY_VERIFY_WITH_TIMEOUT(offline->isVisible(), 20000);
    QVERIFY(offline->text().contains(u"Offline"_s));
    QTRY_VERIFY_WITH_TIMEOUT(view()->scene().hasPicture(), 10000);
    m_clinic->simulator().resume(u"dentaltap"_s);
    page()->pane()->read();
    QTRY_VERIFY_WITH_TIMEOUT(!offline->isVisible(), 20000);
}

void TestChartPage::aRefusedPictureIsSaidAndDrawnByUs()
{
    fault(u"/charts/"_s, u"status"_s, {{u"status"_s, 404}, {u"times"_s, 50}});
    show(somebody().id);
    QTRY_VERIFY2_WITH_TIMEOUT(source().contains(u"Drawn by Vestibule"_s)
                                  && source().size()
                                      > u"Drawn by Vestibule from the profile"_s.size()
                                  && !source().contains(u"on its way"_s),
                              qPrintable(source()), 20000);
    QVERIFY(!view()->scene().isEmpty());
}

void TestChartPage::twoDatesStandBesideEachOther()
{
    PatientId patient;
    for (const DayEntry &entry : m_window->dayPage()->model()->entries()) {
        const auto seen = await(charts()->visits(entry.appointment.patient));
        if (patient.isEmpty() && seen && !seen->isEmpty())
            patient = entry.appointment.patient;
    }
    QVERIFY(!patient.isEmpty());
    // Since then a tooth was taken out.
    const QJsonArray teeth{QJsonObject{{u"fdi"_s, u"36"_s}, {u"presence"_s, u"extracted"_s}},
                           QJsonObject{{u"fdi"_s, u"35"_s}, {u"mobility"_s, 2}}};
    QCOMPARE(m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                         {u"collection"_s, u"profiles"_s},
                                         {u"id"_s, dentalTapId(patient)},
                                         {u"fields"_s, QJsonObject{{u"teeth"_s, teeth}}}}),
             QString());
    showPicture(patient);
    QTRY_VERIFY_WITH_TIMEOUT(page()->pane()->dates()->count() > 1, 10000);
    press(u"compare"_s);
    QVERIFY(page()->otherPane()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(page()->otherPane()->reading().has_value(), 10000);
    QTRY_VERIFY(page()->changes()->rowCount() >= 2);
    QVERIFY(view()->marks().different.contains(36));
    QVERIFY(page()->otherPane()->view()->marks().different.contains(36));
    QString words;
    for (int row = 0; row < page()->changes()->rowCount(); ++row)
        words += page()->changes()->row(row).join(u' ') + u'\n';
    QVERIFY2(words.contains(u"36 "_s) && words.contains(u"→ extracted"_s), qPrintable(words));
    QVERIFY2(words.contains(u"35 mobility: 0 → 2"_s), qPrintable(words));
    // A tooth chosen in one is chosen in the other.
    const teeth::Tooth tooth = view()->scene().teeth().at(2);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->toothRect(tooth).center());
    QCOMPARE(page()->otherPane()->view()->selected(), QList{tooth});
    QCOMPARE(page()->sheet().charts.size(), 2);
    press(u"compare"_s);
    QVERIFY(!page()->otherPane()->isVisible());
    QCOMPARE(page()->sheet().charts.size(), 1);
}

void TestChartPage::theChartIsCopiedSavedAndPrinted()
{
    showPicture(m_patient.id);
    QApplication::clipboard()->clear();
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(!QApplication::clipboard()->image().isNull());
    const QString file = QDir(m_clinic->directory()).filePath(u"kept.svg"_s);
    page()->bar()->actions().svg->trigger();
    auto *dialog = page()->findChild<QFileDialog *>(u"saveChart"_s);
    QVERIFY(dialog);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    QVERIFY(!dialog->selectedFiles().isEmpty());
    QVERIFY(!dialog->selectedFiles().constFirst().contains(m_patient.lastName));
    dialog->selectFile(file);
    static_cast<QDialog *>(dialog)->accept();
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(QSvgRenderer(file).isValid());
    QVERIFY(bar().contains(u"kept.svg"_s));
    page()->bar()->actions().print->trigger();
    QTRY_VERIFY(page()->findChild<QPrintDialog *>(u"printChart"_s));
    page()->findChild<QPrintDialog *>(u"printChart"_s)->reject();
}

void TestChartPage::chosenTeethGoIntoAProposal()
{
    showPicture(m_patient.id);
    view()->select({view()->scene().teeth().at(1), view()->scene().teeth().at(2)});
    press(u"useInProposal"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bar().contains(u"Kept for the treatment proposal"_s), 10000);
    QVERIFY(bar().contains(teeth::text(view()->scene().teeth().at(1))));
    const auto kept = await(charts()->keptForProposal(m_patient.id));
    QVERIFY(kept && kept->size() == 1);
    QCOMPARE(kept->first().teeth.size(), 2);
}

void TestChartPage::theMenuHasEveryAct()
{
    showPicture(m_patient.id);
    view()->select({view()->scene().teeth().at(5)});
    view()->setFocus();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(view()->viewport(), &asked);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const ChartBar::Actions &acts = page()->bar()->actions();
    for (QAction *action : {acts.both, acts.scans, acts.fit, acts.compare, acts.print, acts.copy,
                            acts.png, acts.svg, acts.pdf})
        QVERIFY(menu->actions().contains(action));
    menu->close();
}

void TestChartPage::receptionIsToldAndSeesWhichTeethThereAre()
{
    showPicture(m_patient.id);
    QVERIFY(await(m_clinic->desk().session()->add(u"Rosa"_s, Role::Reception, u"4321"_s)));
    m_clinic->desk().session()->signOut();
    QVERIFY(await(m_clinic->desk().session()->signIn(u"Rosa"_s, u"4321"_s)));
    QTRY_VERIFY(child<QLabel>(u"chartExplanation"_s)->isVisible());
    QVERIFY(child<QLabel>(u"chartExplanation"_s)->text().contains(u"surgeons"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page()->miniProfile()->profile().has_value(), 10000);
    QVERIFY(!page()->pane()->reading());
    QVERIFY(!view()->isVisible());
    m_clinic->desk().session()->signOut();
}

void TestChartPage::nobodySignedInSeesNothing()
{
    showPicture(m_patient.id);
    m_clinic->desk().session()->signOut();
    QTRY_VERIFY(child<QPushButton>(u"chartSignIn"_s)->isVisible());
    QVERIFY(view()->scene().isEmpty());
    QVERIFY(!view()->isVisible());
}

void TestChartPage::aVisitsChartIsOneKeyAway()
{
    const DayEntry entry = someVisit();
    m_window->showVisit(entry.visit.id, m_window->dayPage()->today());
    QTRY_COMPARE(m_window->dayPage()->view()->selected(), entry.visit.id);
    QTest::keyClick(m_window->dayPage()->view(), Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(page()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(page()->pane()->reading().has_value(), 10000);
    QCOMPARE(page()->pane()->owner().visit, entry.visit.id);
    QVERIFY(view()->hasFocus());
}

void TestChartPage::theVisitPanelShowsTheMouth()
{
    const DayEntry entry = someVisit();
    m_window->showVisit(entry.visit.id, m_window->dayPage()->today());
    auto *mini = m_window->visitPanel()->findChild<MiniProfile *>(u"miniProfile"_s);
    QTRY_VERIFY(m_window->visitPanel()->findChild<MiniProfile *>(u"miniProfile"_s));
    mini = m_window->visitPanel()->findChild<MiniProfile *>(u"miniProfile"_s);
    QTRY_VERIFY(mini->isVisible());
    const int height = mini->height();
    QTRY_VERIFY_WITH_TIMEOUT(mini->profile().has_value(), 10000);
    QCOMPARE(mini->height(), height);
    QTest::mouseClick(mini, Qt::LeftButton);
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(page()->pane()->owner().visit, entry.visit.id);
}

void TestChartPage::thePatientsPageLeadsToTheChart()
{
    m_window->showPatient(m_patient.id);
    auto *button = m_window->patientsPage()->card()->chartButton();
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(page()->isVisible());
    QTRY_COMPARE(child<QLabel>(u"chartPatient"_s)->text(), m_patient.displayName());
}

void TestChartPage::aPatientWithoutDentalTapIsExplained()
{
    // Booked while DentalTap is away: it does not know them yet.
    m_clinic->simulator().refuse(u"dentaltap"_s);
    const Result<Visit> booked = m_clinic->bookNew(u"Nadine"_s, u"Nouvelle"_s);
    QVERIFY(booked);
    const PatientId stranger = m_clinic->detail(booked->id).patient.id;
    QVERIFY(dentalTapId(stranger).isEmpty());
    m_window->showChart(stranger);
    QTRY_VERIFY_WITH_TIMEOUT(page()->pane()->error().has_value(), 10000);
    QVERIFY(view()->scene().isEmpty());
    QVERIFY(page()->pane()->error()->message.contains(u"DentalTap"_s));
    m_clinic->simulator().resume(u"dentaltap"_s);
}

QTEST_MAIN(TestChartPage)
#include "tst_chartpage.moc"
