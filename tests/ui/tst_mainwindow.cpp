// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientcard.h"
#include "ui/patients/patientspage.h"
#include "ui/session/signindialog.h"
#include "ui/visit/visitpanel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/systemlight.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The window as a whole: keys, status bar, rights, pages, and names for screen readers.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void keysOpenPagesAndSearch();
    void keysWalkTheDays();
    void refreshReadsInAgain();
    void aPatientIsFoundAndShown();
    void beforeSignInTheDayIsReadOnly();
    void aSurgeonIsToldWhoBooks();
    void theStatusBarSaysWhichSystemIsAway();
    void everyFocusableWidgetHasAName_data();
    void everyFocusableWidgetHasAName();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                        key, modifiers);
    }
    static QStringList nameless(QWidget *root);
    //! The status bar's; the Activity page has lights of its own.
    SystemLight *light(Service service) const;
    void signIn(const QString &name);

    std::unique_ptr<SimulatedDesk> m_clinic;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    QVERIFY(
        SimulatedDesk::await(m_clinic->desk().session()->add(u"Omar"_s, Role::Surgeon, u"1234"_s)));
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->dayPage()->counts().appointments > 0, 20000);
}

void TestMainWindow::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

void TestMainWindow::init()
{
    signIn(u"Nadia"_s);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showPage(MainWindow::Page::Day);
}

void TestMainWindow::signIn(const QString &name)
{
    QVERIFY(SimulatedDesk::await(m_clinic->desk().session()->signIn(name, u"1234"_s)));
}

SystemLight *TestMainWindow::light(Service service) const
{
    for (SystemLight *each : m_window->findChildren<SystemLight *>()) {
        if (each->isVisible() && each->service() == service)
            return each;
    }
    return nullptr;
}

void TestMainWindow::keysOpenPagesAndSearch()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_window->patientsPage()->isVisible());
    QVERIFY(!m_window->dayPage()->isVisible());
    press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!m_window->patientsPage()->isVisible());
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_window->dayPage()->isVisible());
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(m_window->searchField()));
}

void TestMainWindow::keysWalkTheDays()
{
    DayPage *day = m_window->dayPage();
    const QDate today = day->today();
    QCOMPARE(day->date(), today);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(day->date(), today.addDays(1));
    press(Qt::Key_Left, Qt::AltModifier);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(day->date(), today.addDays(-1));
    press(Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(day->date(), today);
    press(Qt::Key_R, Qt::NoModifier);
    QTRY_COMPARE(day->view()->scene().grouping, DayGrouping::Room);
    press(Qt::Key_R, Qt::NoModifier);
    QTRY_COMPARE(day->view()->scene().grouping, DayGrouping::Surgeon);
    const double before = day->view()->zoom();
    press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(day->view()->zoom() > before);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(day->view()->zoom(), 1.0);
}

void TestMainWindow::refreshReadsInAgain()
{
    QSignalSpy progressed(m_clinic->desk().readingIn(), &ReadingIn::progressed);
    press(Qt::Key_F5, Qt::NoModifier);
    const auto over = [&progressed] {
        for (const QList<QVariant> &call : progressed) {
            const auto progress = call.first().value<ReadingIn::Progress>();
            if (progress.service == Service::QuickBooks && !progress.running)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(over(), 30000);
    QVERIFY(m_window->dayPage()->counts().appointments > 0);
}

void TestMainWindow::aPatientIsFoundAndShown()
{
    const Result<QList<Patient>> all = SimulatedDesk::await(m_clinic->desk().patients()->all());
    QVERIFY(all && !all->isEmpty());
    const Patient known = all->first();
    press(Qt::Key_2, Qt::ControlModifier);
    PatientsPage *page = m_window->patientsPage();
    page->searchField()->setFocus();
    page->searchField()->clear();
    for (const QChar c : known.displayName())
        QTest::sendKeyEvent(QTest::Click, page->searchField(), Qt::Key_unknown, QString(c),
                            Qt::NoModifier);
    QTest::keyClick(page->searchField(), Qt::Key_Return);
    const auto shows = [&] {
        for (const QLabel *label : page->card()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(known.lastName))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(page->card()->isVisible() && shows(), 10000);
    QVERIFY(page->card()->editButton()->isEnabled());
}

void TestMainWindow::beforeSignInTheDayIsReadOnly()
{
    m_clinic->desk().session()->signOut();
    DayPage *day = m_window->dayPage();
    QVERIFY(day->isVisible());
    QVERIFY(day->counts().appointments > 0);
    // The walk-in asks who is there first, and opens when that is known.
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!m_window->walkInDialog());
    SignInDialog *dialog = m_window->signInDialog();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->signInDialog());
    QVERIFY(!m_window->walkInDialog());
    QVERIFY(!m_clinic->desk().session()->current());
}

void TestMainWindow::aSurgeonIsToldWhoBooks()
{
    signIn(u"Omar"_s);
    Q_EMIT m_window->walkInRequested({});
    QVERIFY(!m_window->walkInDialog());
    QVERIFY2(m_window->messageBar()->text().contains(u"Reception"_s),
             qPrintable(m_window->messageBar()->text()));
}

void TestMainWindow::theStatusBarSaysWhichSystemIsAway()
{
    SystemLight *dentalTap = light(Service::DentalTap);
    QVERIFY(dentalTap);
    QCOMPARE(dentalTap->accessibleName(), u"DentalTap"_s); // fine: no further words
    m_clinic->simulator().refuse(u"dentaltap"_s);
    QVERIFY(m_clinic->bookNew(u"Test"_s, u"Away"_s));
    QTRY_VERIFY_WITH_TIMEOUT(dentalTap->accessibleName() != u"DentalTap"_s, 20000);
    QTest::mouseClick(dentalTap, Qt::LeftButton);
    QVERIFY2(m_window->messageBar()->text().contains(u"waits and is sent later"_s),
             qPrintable(m_window->messageBar()->text()));
    QVERIFY(m_window->messageBar()->actionButton()->isVisible());
    QCOMPARE(light(Service::GoogleCalendar)->accessibleName().contains(u"retry"_s), false);
    const auto unsent = [this] {
        for (const QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"waiting to be sent"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(unsent(), 10000);
    m_clinic->simulator().resume(u"dentaltap"_s);
    QTest::mouseClick(m_window->messageBar()->actionButton(), Qt::LeftButton);
    QVERIFY(m_clinic->drained());
    QTRY_VERIFY_WITH_TIMEOUT(!unsent(), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(dentalTap->accessibleName(), u"DentalTap"_s, 10000);
}

//! Class and object name of what the Tab key reaches but nothing names.
QStringList TestMainWindow::nameless(QWidget *root)
{
    QStringList found;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.append(root);
    for (QWidget *widget : std::as_const(all)) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || !widget->isEnabled()
            || widget->focusProxy())
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            found.append(QString(QLatin1String(widget->metaObject()->className()) + u' '
                                 + widget->objectName()));
    }
    return found;
}

void TestMainWindow::everyFocusableWidgetHasAName_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place :
         {"day", "patients", "new patient", "scans", "activity", "walk-in", "sign-in", "visit"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestMainWindow::everyFocusableWidgetHasAName()
{
    QFETCH(QString, place);
    QWidget *root = m_window.get();
    if (place == u"patients"_s || place == u"new patient"_s) {
        m_window->showPage(MainWindow::Page::Patients);
        if (place == u"new patient"_s)
            m_window->patientsPage()->startNew();
    } else if (place == u"scans"_s) {
        m_window->showPage(MainWindow::Page::Scans);
    } else if (place == u"activity"_s) {
        m_window->showPage(MainWindow::Page::Activity);
    } else if (place == u"visit"_s) {
        const DayEntry entry = m_window->dayPage()->model()->entries().first();
        m_window->dayPage()->view()->select(entry.visit.id);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->visitPanel()->detail(), 10000);
    } else if (place == u"walk-in"_s) {
        Q_EMIT m_window->walkInRequested({});
        root = m_window->walkInDialog();
    } else if (place == u"sign-in"_s) {
        m_clinic->desk().session()->signOut();
        m_window->signIn({});
        root = m_window->signInDialog();
    }
    QVERIFY(root);
    QTRY_VERIFY(root->isVisible());
    const QStringList found = nameless(root);
    if (root != m_window.get())
        delete root;
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u", "_s)));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
