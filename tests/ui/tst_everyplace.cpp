// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "tests/ui/plans/syntheticplans.h"
#include "tests/ui/visit/syntheticvisit.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/canceldialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/outbox/discarddialog.h"
#include "ui/patients/matchdialog.h"
#include "ui/patients/patientlist.h"
#include "ui/patients/patientspage.h"
#include "ui/plans/acceptdialog.h"
#include "ui/plans/declinedialog.h"
#include "ui/plans/differencesheet.h"
#include "ui/plans/interventiondialog.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/planspage.h"
#include "ui/plans/signdialog.h"
#include "ui/session/signindialog.h"
#include "ui/settings/settingspage.h"
#include "ui/toothchart/chartpage.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/ignoredialog.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/visitpanel.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

//! Every page and dialog without a mouse: Tab reaches each control, each has a name for screen
//! readers, each marked label leads to a field, Escape leaves and Enter goes on.
class TestEveryPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tabReachesEveryNamedControl_data();
    void tabReachesEveryNamedControl();
    void dialogsAnswerEscapeAndEnter_data();
    void dialogsAnswerEscapeAndEnter();

private:
    static void addDialogs();
    //! The place's root, shown and active; dialogs belong to the caller.
    QWidget *open(const QString &place);
    QWidget *made(const QString &place);
    //! A dialog about a plan; null where it is none.
    QWidget *madeOfPlan(const QString &place);
    PatientId somebodyWithPlan();
    static QList<QWidget *> controls(QWidget *root);
    static QString described(const QWidget *widget);

    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void TestEveryPlace::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
    m_window = std::make_unique<MainWindow>(m_desk);
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->dayPage()->counts().appointments > 0, 20000);
}

void TestEveryPlace::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

void TestEveryPlace::addDialogs()
{
    for (const char *place :
         {"walk-in", "new patient's walk-in", "sign-in", "exit", "cancel", "discard", "ignore",
          "match", "product", "accept a plan", "accept a part", "decline a plan",
          "a plan's differences", "sign a plan", "intervention"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

QWidget *TestEveryPlace::made(const QString &place)
{
    if (place.endsWith("walk-in"_L1)) {
        auto *dialog = new WalkInDialog(m_desk, {}, m_window.get());
        if (place != "walk-in"_L1)
            Q_EMIT dialog->findChild<PatientList *>(u"results"_s)->newChosen(u"Zoé Untel"_s);
        return dialog;
    }
    if (place == "sign-in"_L1)
        return new SignInDialog(m_desk, m_window.get());
    if (place == "exit"_L1)
        return new ExitSheet(m_desk, syntheticvisit::design(), m_window.get());
    if (place == "cancel"_L1)
        return new CancelDialog(u"Zoé Untel"_s, u"Monday, 10:00"_s, m_window.get());
    if (place == "discard"_L1) {
        OutboxRow row;
        row.command = u"PutDentalTapPatient"_s;
        row.service = Service::DentalTap;
        return new DiscardDialog(row, {row, row}, m_window.get());
    }
    if (place == "ignore"_L1)
        return new IgnoreDialog({u"36 · Membrane"_s}, m_window.get());
    if (place == "match"_L1)
        return new MatchDialog(m_desk, m_window->dayPage()->model()->entries().first().visit.id,
                               m_window.get());
    if (place == "product"_L1) {
        const Result<QList<Product>> products = SimulatedDesk::await(m_desk.catalogue->products());
        return new ProductPicker(u"Membrane"_s, *products, m_window.get());
    }
    if (QWidget *dialog = madeOfPlan(place))
        return dialog;
    m_window->showPage(place == "activity"_L1             ? MainWindow::Page::Activity
                           : place == "scans"_L1          ? MainWindow::Page::Scans
                           : place == "settings"_L1       ? MainWindow::Page::Settings
                           : place.contains("plan"_L1)    ? MainWindow::Page::Plans
                           : place.contains("chart"_L1)   ? MainWindow::Page::Chart
                           : place.contains("patient"_L1) ? MainWindow::Page::Patients
                                                          : MainWindow::Page::Day);
    if (place == "a plan"_L1) {
        m_window->showPlans(somebodyWithPlan());
        PlanSheet *sheet = m_window->plansPage()->sheet();
        (void)QTest::qWaitFor([sheet] { return sheet->isVisible() && sheet->version(); }, 10000);
    } else if (place == "proposals' settings"_L1) {
        m_window->showPage(MainWindow::Page::Settings);
        m_window->settingsPage()->findChild<QListWidget *>(u"settingsSections"_s)->setCurrentRow(1);
    } else if (place == "a visit"_L1) {
        const DayEntry entry = m_window->dayPage()->model()->entries().first();
        m_window->dayPage()->view()->select(entry.visit.id);
    } else if (place == "a patient"_L1) {
        const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
        m_window->showPatient(all->first().id);
    } else if (place.endsWith(" chart"_L1) || place == "two charts"_L1) {
        const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
        m_window->showChart(all->first().id);
        ChartPage *page = m_window->chartPage();
        (void)QTest::qWaitFor([page] { return !page->pane()->view()->scene().isEmpty(); }, 10000);
        page->pane()->view()->select({page->pane()->view()->scene().teeth().value(0)});
        if (page->bar()->actions().compare->isChecked() != (place == "two charts"_L1))
            page->bar()->actions().compare->trigger();
        (void)QTest::qWaitFor(
            [page] {
                return page->otherPane()->isHidden()
                    || !page->otherPane()->view()->scene().isEmpty();
            },
            10000);
    } else if (place == "a new patient"_L1) {
        m_window->patientsPage()->startNew();
    }
    return m_window.get();
}

PatientId TestEveryPlace::somebodyWithPlan()
{
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    for (const Patient &patient : all.value_or(QList<Patient>())) {
        const Result<PlanReading> read = SimulatedDesk::await(m_desk.plans->read(patient.id));
        if (read && !read->plans.isEmpty())
            return patient.id;
    }
    return {};
}

QWidget *TestEveryPlace::madeOfPlan(const QString &place)
{
    const Currency money = syntheticplans::rupees();
    const auto fdi = teeth::Notation::Fdi;
    if (place == "accept a plan"_L1 || place == "accept a part"_L1)
        return new AcceptDialog(syntheticplans::open(),
                                place == "accept a plan"_L1 ? AcceptDialog::How::Whole
                                                            : AcceptDialog::How::Part,
                                fdi, money, m_window.get());
    if (place == "decline a plan"_L1)
        return new DeclineDialog(u"Plan B"_s, m_window.get());
    if (place == "a plan's differences"_L1)
        return new DifferenceSheet(syntheticplans::design().first(), fdi, money, true,
                                   m_window.get());
    if (place == "sign a plan"_L1) {
        SignDialog::Signing signing;
        signing.record = syntheticplans::open();
        signing.patient = u"Zoé Untel"_s;
        return new SignDialog(signing, money, m_window.get());
    }
    if (place == "intervention"_L1)
        return new InterventionDialog(m_desk, syntheticplans::accepted(), u"2"_s, fdi, money,
                                      m_window.get());
    return nullptr;
}

QWidget *TestEveryPlace::open(const QString &place)
{
    QWidget *root = made(place);
    root->show();
    root->activateWindow();
    // Catalogue, names and lists come a moment later.
    QTest::qWait(300);
    return QTest::qWaitForWindowActive(root) ? root : nullptr;
}

QList<QWidget *> TestEveryPlace::controls(QWidget *root)
{
    QList<QWidget *> found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()
            && !widget->focusProxy() && widget->window() == root)
            found.append(widget);
    }
    return found;
}

QString TestEveryPlace::described(const QWidget *widget)
{
    return u"%1 “%2”"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
}

void TestEveryPlace::tabReachesEveryNamedControl_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place :
         {"the day", "a visit", "patients", "a patient", "a new patient", "scans", "activity",
          "chart", "a chart", "two charts", "settings", "plans", "a plan", "proposals' settings"})
        QTest::newRow(place) << QString::fromLatin1(place);
    addDialogs();
}

void TestEveryPlace::tabReachesEveryNamedControl()
{
    QFETCH(QString, place);
    QWidget *root = open(place);
    QVERIFY(root);
    const std::unique_ptr<QWidget> dialog(root == m_window.get() ? nullptr : root);
    const QList<QWidget *> wanted = controls(root);
    QVERIFY(!wanted.isEmpty());
    QSet<QWidget *> reached;
    for (int i = 0; i < 3 * wanted.size() + 10; ++i) {
        QWidget *at = QApplication::focusWidget();
        reached.insert(at);
        QTest::keyClick(at ? at : root, Qt::Key_Tab);
    }
    QStringList faults;
    for (QWidget *widget : wanted) {
        // Of times that exclude each other Tab takes the chosen one; arrows take the others.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool grouped = button && button->isCheckable() && button->autoExclusive();
        if (!reached.contains(widget) && !grouped)
            faults.append(u"not reached: "_s + described(widget));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(u"no name: "_s + described(widget));
    }
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        static const QRegularExpression marked(u"&\\w"_s);
        if (label->isVisible() && label->text().contains(marked) && !label->buddy()
            && label->textFormat() == Qt::AutoText)
            faults.append(u"leads nowhere: "_s + label->text());
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestEveryPlace::dialogsAnswerEscapeAndEnter_data()
{
    QTest::addColumn<QString>("place");
    addDialogs();
}

void TestEveryPlace::dialogsAnswerEscapeAndEnter()
{
    QFETCH(QString, place);
    const std::unique_ptr<QWidget> dialog(open(place));
    QVERIFY(dialog);
    // The walk-in and the exit go with Ctrl+Enter, so that no stray Enter books or bills.
    const bool byControl = place.endsWith("walk-in"_L1) || place == "exit"_L1
        || place == "intervention"_L1 || (place.contains("a p"_L1) && place != "decline a plan"_L1);
    bool hasDefault = false;
    for (const QPushButton *button : dialog->findChildren<QPushButton *>())
        hasDefault = hasDefault || (button->isDefault() && button->isVisible());
    QVERIFY(hasDefault || byControl);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    if (place == "new patient's walk-in"_L1) {
        // Something was typed: it asks, and a second Escape goes on booking.
        QTRY_VERIFY(QApplication::activeModalWidget() != dialog.get());
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        return;
    }
    QTRY_VERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestEveryPlace)
#include "tst_everyplace.moc"
