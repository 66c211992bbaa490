// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/patients/matchdialog.h"
#include "ui/patients/patientlist.h"
#include "ui/session/signindialog.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/notice.h"
#include "ui/visit/visitpanel.h"
#include "ui/visit/visitwords.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The visit panel, the exit and the sign-in in the window, on a whole desk.
class TestExit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void freshLinesExitWithOneClick();
    void aVisitOfAnotherDayIsSelectedOnceItsDayIsRead();
    void anUnknownActStopsTheInvoiceUntilItIsSettled();
    void staleLinesOpenTheSheet();
    void withoutSignInTheNextStepAsksForItAndGoesOn();
    void checkInOfAStrangerAsksWhoItIs();

private:
    VisitId seated(const QString &last);
    QPushButton *next() const { return m_window->visitPanel()->nextButton(); }
    bool shows(const VisitId &id) const
    {
        const auto &detail = m_window->visitPanel()->detail();
        return detail && detail->entry.visit.id == id;
    }
    VisitState stateOf(const VisitId &id) { return m_clinic->detail(id).entry.visit.state; }

    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void TestExit::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
    m_desk.settings.quickbooks.webUrl = QUrl(u"https://ledger.example"_s);
    m_window = std::make_unique<MainWindow>(m_desk);
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestExit::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

void TestExit::init()
{
    if (!m_desk.session->current())
        QVERIFY(SimulatedDesk::await(m_desk.session->signIn(u"Nadia"_s, u"1234"_s)));
}

void TestExit::cleanup()
{
    delete m_window->exitSheet();
}

//! Books somebody and brings them to the chair by the panel's one large button.
VisitId TestExit::seated(const QString &last)
{
    const Result<Visit> visit = m_clinic->bookNew(u"Test"_s, last);
    if (!visit)
        return {};
    m_window->showVisit(
        visit->id,
        m_clinic->detail(visit->id)
            .entry.appointment.slot.start.toTimeZone(QTimeZone(m_desk.settings.timeZone))
            .date());
    for (const VisitState wanted : {VisitState::Arrived, VisitState::InTreatment}) {
        if (!QTest::qWaitFor(
                [&] {
                    return shows(visit->id) && next()->isVisible()
                        && m_window->dayPage()->model()->entry(visit->id)
                        && m_window->visitPanel()->detail()->entry.visit.state != wanted;
                },
                10000))
            return {};
        QTest::mouseClick(next(), Qt::LeftButton);
        if (!QTest::qWaitFor(
                [&] {
                    return m_window->visitPanel()->detail()
                        && m_window->visitPanel()->detail()->entry.visit.state == wanted;
                },
                10000))
            return {};
    }
    // What the CRM answers to the booking may change the lines that are shown.
    return m_clinic->drained() ? visit->id : VisitId();
}

void TestExit::freshLinesExitWithOneClick()
{
    const VisitId id = seated(u"Oneclick"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_clinic->record(id, {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}}}));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->visitPanel()->detail()->lines.lines.size() >= 2, 20000);
    QVERIFY(next()->text().contains(u"invoice"_s));
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(id) != VisitState::InTreatment, 10000);
    QVERIFY(!m_window->exitSheet());
    // The button is gone; the day has the keys, not a stray neighbour.
    QTRY_COMPARE(QApplication::focusWidget(), m_window->dayPage()->view());
    QVERIFY(m_clinic->drained());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->visitPanel()->detail()->entry.visit.state,
                              VisitState::Invoiced, 20000);
    const QString said = m_window->visitPanel()->findChild<Notice *>(u"invoice"_s)->text();
    const Visit visit = m_clinic->detail(id).entry.visit;
    QVERIFY2(said.contains(visit.crmInvoiceNumber), qPrintable(said));
    QVERIFY2(said.contains(visit.quickBooksInvoiceNumber), qPrintable(said));
    QTRY_VERIFY(m_window->visitPanel()->findChild<QPushButton *>(u"openInvoice"_s)->isVisible());
    QVERIFY(!next()->isVisible());
}

void TestExit::aVisitOfAnotherDayIsSelectedOnceItsDayIsRead()
{
    const Result<Visit> visit = m_clinic->bookNew(u"Test"_s, u"Otherday"_s);
    QVERIFY(visit);
    const QDate day =
        m_clinic->detail(visit->id)
            .entry.appointment.slot.start.toTimeZone(QTimeZone(m_desk.settings.timeZone))
            .date();
    DayPage *page = m_window->dayPage();
    page->showDate(day.addDays(1));
    QTRY_VERIFY(!page->model()->entry(visit->id));
    m_window->showVisit(visit->id, day);
    QTRY_COMPARE(page->view()->selected(), visit->id);
    QTRY_VERIFY(shows(visit->id));
}

void TestExit::anUnknownActStopsTheInvoiceUntilItIsSettled()
{
    const VisitId id = seated(u"Unknown"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(m_clinic->record(id,
                             {QJsonObject{{u"unknown"_s, true},
                                          {u"label"_s, u"Membrane 20×30"_s},
                                          {u"tooth"_s, u"36"_s},
                                          {u"unitPrice"_s, u"420.00"_s}}}));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->visitPanel()->detail()->lines.hasUnknown(), 20000);
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->exitSheet(), 10000);
    ExitSheet *sheet = m_window->exitSheet();
    sheet->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(sheet));
    auto *confirm = sheet->findChild<QPushButton *>(u"confirm"_s);
    QVERIFY(!confirm->isEnabled());
    QCOMPARE(sheet->focusWidget()->objectName(), u"choose"_s);
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stateOf(id), VisitState::InTreatment);
    QTest::mouseClick(sheet->findChild<QPushButton *>(u"leave"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), 10000);
    QCOMPARE(sheet->focusWidget(), confirm);
    QCOMPARE(QApplication::activeWindow(), sheet);
    QSignalSpy exited(sheet, &ExitSheet::exited);
    QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(exited.size(), 1, 10000);
    QTRY_VERIFY(!m_window->exitSheet());
    QVERIFY(m_clinic->drained());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), VisitState::Invoiced, 10000);
}

void TestExit::staleLinesOpenTheSheet()
{
    const VisitId id = seated(u"Stale"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(SimulatedDesk::await(m_desk.visits->touchActs({id}, m_desk.clock().addSecs(-300))));
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->exitSheet(), 10000);
    ExitSheet *sheet = m_window->exitSheet();
    QVERIFY(sheet->findChild<QCheckBox *>(u"asShown"_s)->isVisible());
    QVERIFY(!sheet->findChild<QCheckBox *>(u"asShown"_s)->isChecked());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->exitSheet());
    QCOMPARE(stateOf(id), VisitState::InTreatment);
}

void TestExit::withoutSignInTheNextStepAsksForItAndGoesOn()
{
    const VisitId id = seated(u"Signin"_s);
    QVERIFY(!id.isEmpty());
    m_desk.session->signOut();
    QVERIFY(next()->isEnabled());
    QTest::mouseClick(next(), Qt::LeftButton);
    SignInDialog *dialog = m_window->signInDialog();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"name"_s)->setCurrentText(u"Nadia"_s);
    auto *pin = dialog->findChild<QLineEdit *>(u"pin"_s);
    QTest::keyClicks(pin, u"99ab99"_s);
    QCOMPARE(pin->text(), u"9999"_s); // letters are no part of a PIN
    QTest::keyClick(pin, Qt::Key_Return);
    auto *message = dialog->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"do not belong together"_s), 10000);
    QVERIFY(pin->text().isEmpty());
    QTest::keyClicks(pin, u"1234"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.session->current(), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->exitSheet() || stateOf(id) != VisitState::InTreatment,
                             10000);
}

void TestExit::checkInOfAStrangerAsksWhoItIs()
{
    const QDate today = SimulatedDesk::smallClinic().clinic.today;
    const Result<QList<DayEntry>> days =
        SimulatedDesk::await(m_desk.visits->days(today, today.addDays(7)));
    const DayEntry *stranger = nullptr;
    for (const DayEntry &entry : *days) {
        if (entry.appointment.patient.isEmpty() && entry.visit.state == VisitState::Booked)
            stranger = &entry;
    }
    if (!stranger)
        QSKIP("the small clinic of this seed has no patient without external id");
    const VisitId id = stranger->visit.id;
    const QTimeZone zone(m_desk.settings.timeZone);
    m_window->showVisit(id, stranger->appointment.slot.start.toTimeZone(zone).date());
    QTRY_VERIFY_WITH_TIMEOUT(shows(id) && m_window->dayPage()->model()->entry(id), 10000);
    QVERIFY(m_window->visitPanel()->findChild<QPushButton *>(u"matchPatient"_s)->isVisible());
    QVERIFY(next()->isEnabled());
    QTest::mouseClick(next(), Qt::LeftButton);
    QPointer<MatchDialog> dialog;
    QTRY_VERIFY((dialog = m_window->findChild<MatchDialog *>()) && dialog->isVisible());
    auto *facts = dialog->findChild<QLabel *>(u"facts"_s);
    QTRY_VERIFY(facts->text().contains(stranger->patientName));
    // Keys alone: search, choose, match.
    Patient somebody;
    const Result<QList<Patient>> everybody = SimulatedDesk::await(m_desk.patients->all());
    for (const Patient &patient : *everybody) {
        const Result<Links> links = SimulatedDesk::await(m_desk.patients->links(patient.id));
        if (links && !links->contains(RecordKind::DentalTapPatient))
            somebody = patient;
    }
    QVERIFY(!somebody.id.isEmpty());
    auto *search = dialog->findChild<QLineEdit *>(u"search"_s);
    QCOMPARE(dialog->focusWidget(), search);
    search->setText(somebody.displayName());
    auto *list = dialog->findChild<PatientList *>(u"results"_s);
    QTRY_VERIFY(list->results()->rowCount() > 0);
    auto *match = dialog->findChild<QPushButton *>(u"match"_s);
    QVERIFY(!match->isEnabled());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(match->isEnabled());
    QCOMPARE(dialog->focusWidget(), match);
    const PatientMatch *first = list->results()->match(list->currentIndex());
    QVERIFY(first);
    const PatientId chosen = first->id;
    QCOMPARE(chosen, somebody.id);
    for (const QWidget *part : {static_cast<QWidget *>(search), static_cast<QWidget *>(list)})
        QVERIFY(!part->accessibleName().isEmpty());
    QTest::keyClick(match, Qt::Key_Return);
    const bool matched = QTest::qWaitFor(
        [&] { return m_clinic->detail(id).entry.appointment.patient == chosen; }, 5000);
    QVERIFY2(matched,
             qPrintable(dialog ? dialog->findChild<Notice *>(u"notice"_s)->text() : QString()));
    // The check-in goes on; on another day it asks first.
    const QDate visitDay = stranger->appointment.slot.start.toTimeZone(zone).date();
    if (visitDay == m_desk.clock().toTimeZone(zone).date())
        QTRY_COMPARE(stateOf(id), VisitState::Arrived);
    else
        QTRY_VERIFY(m_window->findChild<QMessageBox *>());
}

QTEST_MAIN(TestExit)
#include "tst_exit.moc"
