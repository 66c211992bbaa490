// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/outbox/activitypage.h"
#include "ui/outbox/discarddialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

//! What was refused, on the Activity page: words, another try, and giving up with all that waits
//! for it.
class TestActivityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRefusedChangeIsTriedAgain();
    void aDiscardNamesWhatGoesWithItAndAsksWhy();
    void receptionMayRetryButNotDiscard();

private:
    bool selectFailed();
    std::optional<OutboxRow> failedRow();

    std::unique_ptr<SimulatedDesk> m_clinic;
    std::unique_ptr<MainWindow> m_window;
    ActivityPage *m_page = nullptr;
};

void TestActivityPage::init()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    // The clinical record refuses every new patient.
    QCOMPARE(m_clinic->simulator().addFault(QJsonObject{{u"system"_s, u"dentaltap"_s},
                                                        {u"path"_s, u"/patients"_s},
                                                        {u"method"_s, u"POST"_s},
                                                        {u"times"_s, 100},
                                                        {u"kind"_s, u"status"_s},
                                                        {u"status"_s, 422}}),
             QString());
    QVERIFY(m_clinic->bookNew(u"Test"_s, u"Refused"_s));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    m_page = m_window->activityPage();
    QVERIFY(m_page && m_page->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(failedRow(), 20000);
    QVERIFY(selectFailed());
}

void TestActivityPage::cleanup()
{
    m_window.reset();
    m_clinic.reset();
}

std::optional<OutboxRow> TestActivityPage::failedRow()
{
    const Result<QList<OutboxRow>> rows =
        SimulatedDesk::await(m_clinic->desk().outboxStore()->list());
    for (const OutboxRow &row : rows.value_or(QList<OutboxRow>())) {
        if (row.state == OutboxRow::State::Failed)
            return row;
    }
    return std::nullopt;
}

//! By a click on the row, found by its state's word.
bool TestActivityPage::selectFailed()
{
    QTableView *table = m_page->table();
    return QTest::qWaitFor(
        [&] {
            const QAbstractItemModel *model = table->model();
            for (int i = 0; i < model->rowCount(); ++i) {
                const auto row = model->index(i, 0).data(OutboxModel::RowRole).value<OutboxRow>();
                if (row.state != OutboxRow::State::Failed)
                    continue;
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                  table->visualRect(model->index(i, 0)).center());
                return !table->selectionModel()->selectedRows().isEmpty();
            }
            return false;
        },
        10000);
}

void TestActivityPage::aRefusedChangeIsTriedAgain()
{
    const QModelIndex row = m_page->table()->selectionModel()->selectedRows().first();
    QString words;
    for (int column = 0; column < m_page->table()->model()->columnCount(); ++column)
        words += row.siblingAtColumn(column).data().toString() + u'|';
    QVERIFY2(words.contains(u"DentalTap"_s), qPrintable(words));
    QVERIFY2(!words.contains(u"Refused|"_s) && !words.contains(u"PutDentalTapPatient"_s),
             qPrintable(words));
    QVERIFY(m_page->retryButton()->isEnabled());
    m_clinic->simulator().clearFaults();
    QTest::mouseClick(m_page->retryButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!failedRow(), 20000);
    QVERIFY(m_clinic->drained());
}

void TestActivityPage::aDiscardNamesWhatGoesWithItAndAsksWhy()
{
    QVERIFY(m_page->discardButton()->isEnabled());
    QTest::mouseClick(m_page->discardButton(), Qt::LeftButton);
    auto *dialog = m_page->findChild<DiscardDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *with = dialog->findChild<QListWidget *>();
    QVERIFY(with);
    QVERIFY(with->count() >= 1); // the appointment waits for its patient
    QPushButton *go = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"&Discard"_s)
            go = button;
    }
    QVERIFY(go && !go->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"entered there by hand"_s);
    QVERIFY(go->isEnabled());
    const int dependents = with->count();
    const auto left = [this] {
        return SimulatedDesk::await(m_clinic->desk().outboxStore()->list())->size();
    };
    const qsizetype before = left();
    QTest::mouseClick(go, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!failedRow(), 10000);
    QCOMPARE(before - left(), dependents + 1);
    QVERIFY(m_window->messageBar()->text().contains(u"discarded"_s));
}

void TestActivityPage::receptionMayRetryButNotDiscard()
{
    Session *session = m_clinic->desk().session();
    QVERIFY(SimulatedDesk::await(session->add(u"Rani"_s, Role::Reception, u"1234"_s)));
    session->signOut();
    QVERIFY(!m_page->retryButton()->isEnabled());
    QVERIFY(SimulatedDesk::await(session->signIn(u"Rani"_s, u"1234"_s)));
    QVERIFY(selectFailed());
    QVERIFY(m_page->retryButton()->isEnabled());
    QVERIFY(!m_page->discardButton()->isEnabled());
    QVERIFY(m_page->discardButton()->toolTip().contains(u"administrator"_s));
}

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
