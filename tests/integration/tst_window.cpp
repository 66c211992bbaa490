// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxstore.h"
#include "tests/integration/census.h"
#include "tests/integration/linkedset.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/slotboard.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientlist.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/notice.h"
#include "ui/visit/visitpanel.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

//! A clinic's day through the window alone: every step is a key or a click, the desk's services run
//! as in the program, and only the surgeon is told from outside.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aWalkInIsBookedTreatedAndInvoiced();

private:
    //! Letters beyond ASCII too, which QTest::keyClicks refuses.
    static void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown,
                                QString(c), Qt::NoModifier);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static QString problemIn(const QWidget *dialog)
    {
        QStringList texts;
        if (!dialog)
            return {};
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u" | "_s);
    }
    QPushButton *next() const { return m_window->visitPanel()->nextButton(); }
    VisitState shownState() const
    {
        const auto &detail = m_window->visitPanel()->detail();
        return detail ? detail->entry.visit.state : VisitState::Cancelled;
    }

    std::unique_ptr<SimulatedDesk> m_clinic;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->show();
    m_window->startUpdating();
    m_clinic->desk().startServices();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestWindow::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

void TestWindow::aWalkInIsBookedTreatedAndInvoiced()
{
    DayPage *day = m_window->dayPage();
    QTRY_VERIFY_WITH_TIMEOUT(day->counts().appointments > 0, 20000);
    const QJsonObject before = census(m_clinic->simulator());

    // The walk-in, by keys.
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->walkInDialog(), 5000);
    WalkInDialog *dialog = m_window->walkInDialog();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *book = dialog->findChild<QPushButton *>(u"book"_s);
    QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QWidget *>(u"patient"_s));
    type(u"Maëlle D’Alembert"_s);
    auto *results = dialog->findChild<PatientList *>(u"results"_s);
    QTRY_VERIFY_WITH_TIMEOUT(results->isVisible() && results->model()->rowCount() > 0, 10000);
    for (int i = 0; i < 20 && !results->results()->isNew(results->currentIndex()); ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(dialog->findChild<QWidget *>(u"form"_s)->isVisible());
    type(u"02111984"_s);
    press(Qt::Key_Tab);
    type(u"5251 2345"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        book->isEnabled() && dialog->findChild<SlotBoard *>(u"slotBoard"_s)->chosen(), 20000);
    press(Qt::Key_Return, Qt::ControlModifier);
    // What keeps the dialog open stands in it.
    QTRY_VERIFY2_WITH_TIMEOUT(!m_window->walkInDialog(),
                              qPrintable(problemIn(m_window->walkInDialog())), 20000);

    // The day shows the new card; a click selects it.
    VisitId id;
    QStringList names;
    const auto appeared = [&] {
        names.clear();
        for (const DayEntry &entry : day->model()->entries()) {
            names.append(entry.patientName);
            if (entry.patientName.contains(u"D’Alembert"_s))
                id = entry.visit.id;
        }
        return !id.isEmpty() && !day->view()->cardRect(id).isEmpty();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(
        appeared(), qPrintable(QString(day->date().toString(Qt::ISODate) + names.join(u", "_s))),
        20000);
    QTest::mouseClick(day->view()->viewport(), Qt::LeftButton, {},
                      day->view()->cardRect(id).center());
    QCOMPARE(day->view()->selected(), id);
    QTRY_VERIFY_WITH_TIMEOUT(next()->isVisible() && shownState() == VisitState::Booked, 10000);

    // Check in by the mouse, to the chair by the keyboard.
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), VisitState::Arrived, 10000);
    next()->setFocus();
    QTest::keyClick(next(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), VisitState::InTreatment, 10000);

    // The surgeon records two acts as soon as the clinical record knows the appointment.
    const auto appointment = [this] {
        return m_window->visitPanel()
            ->detail()
            ->visitLinks.value(RecordKind::DentalTapAppointment)
            .remoteId;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!appointment().isEmpty(), 20000);
    QVERIFY(m_clinic->drained()); // and knows that the patient sits
    QCOMPARE(m_clinic->simulator().tell(QJsonObject{
                 {u"appointment"_s, appointment()},
                 {u"records"_s,
                  QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                             QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}}},
                 {u"complete"_s, true}}),
             QString());
    auto *lines = m_window->visitPanel()->findChild<QTableView *>(u"orderLines"_s);
    QVERIFY(lines);
    QTRY_COMPARE_WITH_TIMEOUT(lines->model()->rowCount(), 3, 30000);
    QVERIFY(lines->isVisible());

    // Exit; where the lines want a look, they are confirmed by a key.
    QTRY_VERIFY_WITH_TIMEOUT(next()->isEnabled() && next()->text().contains(u"invoice"_s), 10000);
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->exitSheet() || shownState() != VisitState::InTreatment,
                             10000);
    if (ExitSheet *sheet = m_window->exitSheet()) {
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(shownState(), VisitState::Invoiced, 30000);
    const QString number = m_window->visitPanel()->detail()->entry.visit.crmInvoiceNumber;
    auto *notice = m_window->visitPanel()->findChild<Notice *>(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        !number.isEmpty() && notice->isVisible() && notice->text().count(number) >= 1, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_window->visitPanel()->detail()->entry.visit.quickBooksInvoiceNumber.isEmpty(), 20000);
    QVERIFY(!next()->isVisible());

    QVERIFY(m_clinic->drained());
    QCOMPARE(problemOfInvoicedVisit(*m_clinic, id), QString());
    QCOMPARE(m_clinic->detail(id).patient.lastName, u"D’Alembert"_s);
    QCOMPARE(inWords(census(m_clinic->simulator())),
             inWords(withOneMore(withOneMore(before, bookingKinds()), invoiceKinds())));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
