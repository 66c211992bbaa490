// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/outbox/activitypage.h"
#include "ui/visit/ignoredialog.h"
#include "ui/visit/notice.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/visitpanel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

//! Acts that came after the exit, in the panel and on the Activity page, by keyboard.
class TestOpenItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aLateActIsBilledFromThePanel();
    void aLateActIsIgnoredWithAReason();
    void anUnknownActGetsItsProductAndIsBilledOnTheActivityPage();

private:
    VisitId invoiced(const QString &last);
    bool recordLate(const VisitId &id, const QJsonObject &act);
    template <class T>
    T *inPanel(const QString &name) const
    {
        return m_window->visitPanel()->findChild<T *>(name);
    }
    //! By keyboard: tabbed to and pressed.
    static bool press(QPushButton *button);

    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void TestOpenItems::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
    m_window = std::make_unique<MainWindow>(m_desk);
    m_window->resize(1300, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestOpenItems::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

VisitId TestOpenItems::invoiced(const QString &last)
{
    const Result<Visit> booked = m_clinic->bookNew(u"Test"_s, last);
    if (!booked)
        return {};
    const VisitId id = booked->id;
    SimulatedDesk::await(m_desk.visitWorkflow->checkIn(id));
    SimulatedDesk::await(m_desk.visitWorkflow->seat(id));
    if (!m_clinic->drained() || !SimulatedDesk::await(m_desk.liveSync->poll()))
        return {};
    const QByteArray digest = m_clinic->detail(id).lines.digest();
    SimulatedDesk::await(m_desk.visitWorkflow->exitTreatmentRoom(id, digest, false));
    if (!m_clinic->drained())
        return {};
    const QTimeZone zone(m_desk.settings.timeZone);
    const QDateTime start = m_clinic->detail(id).entry.appointment.slot.start;
    m_window->showVisit(id, start.toTimeZone(zone).date());
    return id;
}

bool TestOpenItems::recordLate(const VisitId &id, const QJsonObject &act)
{
    return m_clinic->record(id, {act})
        && QTest::qWaitFor(
               [this, &id] {
                   const auto &detail = m_window->visitPanel()->detail();
                   return detail && detail->entry.visit.id == id && !detail->openItems.isEmpty();
               },
               10000);
}

bool TestOpenItems::press(QPushButton *button)
{
    if (!button || !button->isEnabled() || !(button->focusPolicy() & Qt::TabFocus))
        return false;
    button->window()->activateWindow();
    // A dialog that has just been answered may still be the active window.
    if (!QTest::qWaitFor([button] { return QApplication::activeWindow() == button->window(); }))
        return false;
    button->setFocus(Qt::TabFocusReason);
    if (!button->hasFocus())
        return false;
    QTest::keyClick(button, Qt::Key_Space);
    return true;
}

void TestOpenItems::aLateActIsBilledFromThePanel()
{
    const VisitId id = invoiced(u"Billed"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(recordLate(id, {{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}}));
    auto *box = inPanel<Notice>(u"openItem"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->text().contains(u"26"_s), qPrintable(box->text()));
    auto *bill = inPanel<QPushButton>(u"billOpenItems"_s);
    QVERIFY(bill->isVisible());
    QVERIFY(!bill->accessibleName().isEmpty());
    QVERIFY(press(bill));
    QTRY_VERIFY_WITH_TIMEOUT(!m_clinic->detail(id).supplements.isEmpty(), 10000);
    QVERIFY(m_clinic->drained());
    const Supplement supplement = m_clinic->detail(id).supplements.first();
    QVERIFY(!supplement.quickBooksInvoiceNumber.isEmpty());
    auto *invoices = inPanel<Notice>(u"invoice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(invoices->text().contains(supplement.crmInvoiceNumber), 10000);
    QVERIFY(invoices->text().contains(m_clinic->detail(id).entry.visit.crmInvoiceNumber));
    QTRY_VERIFY(!inPanel<QWidget>(u"openItems"_s)->isVisible());
}

void TestOpenItems::aLateActIsIgnoredWithAReason()
{
    const VisitId id = invoiced(u"Ignored"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(recordLate(id, {{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"27"_s}}));
    QTRY_VERIFY(inPanel<QPushButton>(u"ignoreItem"_s));
    QVERIFY(press(inPanel<QPushButton>(u"ignoreItem"_s)));
    auto *dialog = m_window->findChild<IgnoreDialog *>();
    QVERIFY(dialog);
    auto *reason = dialog->findChild<QLineEdit *>(u"ignoreReason"_s);
    QTest::keyClick(reason, Qt::Key_Return); // without a reason nothing happens
    QVERIFY(dialog->isVisible());
    QTest::keyClicks(reason, u"courtesy"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_clinic->detail(id).openItems.isEmpty(), 10000);
    QTRY_VERIFY(!inPanel<QWidget>(u"openItems"_s)->isVisible());
    QVERIFY(m_clinic->detail(id).supplements.isEmpty());
}

void TestOpenItems::anUnknownActGetsItsProductAndIsBilledOnTheActivityPage()
{
    const VisitId id = invoiced(u"Office"_s);
    QVERIFY(!id.isEmpty());
    QVERIFY(recordLate(id,
                       {{u"unknown"_s, true},
                        {u"label"_s, u"Zzz membrane"_s},
                        {u"unitPrice"_s, u"4200.00"_s},
                        {u"tooth"_s, u"36"_s}}));
    QVERIFY(!inPanel<QPushButton>(u"billOpenItems"_s)->isVisible());
    m_window->showPage(MainWindow::Page::Activity);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *page = m_window->findChild<ActivityPage *>();
    QVERIFY(page);
    auto *table = page->findChild<QTableView *>(u"openItemTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() == 1, 10000);
    QVERIFY(table->model()->index(0, 0).data().toString().contains(u"Office"_s));
    table->setFocus(Qt::TabFocusReason);
    QTest::keyClick(table, Qt::Key_Down);
    table->selectRow(0);
    auto *bill = page->findChild<QPushButton *>(u"billChosen"_s);
    QVERIFY(!bill->isEnabled());
    QVERIFY(press(page->findChild<QPushButton *>(u"chooseForChosen"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<ProductPicker *>(), 10000);
    auto *picker = page->findChild<ProductPicker *>();
    QTRY_VERIFY(!picker->chosen().isEmpty());
    QTest::keyClick(picker, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_clinic->detail(id).openItems.value(0).isBillable(), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 1, 10000);
    // It is still chosen.
    QTRY_VERIFY_WITH_TIMEOUT(bill->isEnabled(), 10000);
    QVERIFY(press(bill));
    QTRY_VERIFY_WITH_TIMEOUT(!m_clinic->detail(id).supplements.isEmpty(), 10000);
    QVERIFY(m_clinic->drained());
    QVERIFY(!m_clinic->detail(id).supplements.first().quickBooksInvoiceNumber.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!table->isVisible(), 10000);
}

QTEST_MAIN(TestOpenItems)
#include "tst_openitems.moc"
