// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scandesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/outbox/systemboard.h"
#include "ui/scans/photodialog.h"
#include "ui/scans/photogallery.h"
#include "ui/scans/scanspage.h"
#include "ui/visit/notice.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

//! The guide's workflows by the window's buttons, with people at the stations.
class TestScansPage : public ScanDesk
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    ScansPage *page() { return m_window->scansPage(); }
    QWidget *stationCard(int index)
    {
        return child<QWidget>(u"station"_s + m_stations.at(index).hostname);
    }
    bool offers(const QString &button)
    {
        const QWidget *card = stationCard(0);
        return card && card->findChild<QPushButton *>(button)->isVisible();
    }
    template <class T>
    T *child(const QString &name)
    {
        return page()->findChild<T *>(name);
    }
    QString words(const QString &label) { return child<QLabel>(label)->text(); }
    //! What the newest request says.
    QString activity()
    {
        const auto rows = page()->findChildren<Notice *>(u"scanActivity"_s);
        return rows.isEmpty() ? QString() : rows.last()->text();
    }
    void press(QPushButton *button)
    {
        QVERIFY(button);
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(button->objectName()));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void pressAtStation(int index, const QString &name)
    {
        QVERIFY(stationCard(index));
        press(stationCard(index)->findChild<QPushButton *>(name));
    }
    //! The page with this patient, everything read.
    void show(const PatientId &patient, bool isLinked)
    {
        for (const ScanActivity &each : scans()->activities())
            scans()->dismiss(each.request.id);
        m_window->showScans(patient);
        QTRY_VERIFY_WITH_TIMEOUT(offers(isLinked ? u"openPatient"_s : u"linkHere"_s), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(child<QPushButton>(u"sendChanges"_s)->isVisible(), isLinked,
                                  10000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        openDesk();
        m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
        m_window->resize(1440, 900);
        m_window->show();
        m_window->startUpdating();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void init() { calm(); }
    void cleanupTestCase()
    {
        m_window.reset();
        closeDesk();
    }

    // 3DD-04, 3DD-07, 3DD-34: workflow 1 of the guide.
    void wf1APatientIsMappedAtAStation_3dd04_3dd07_3dd34()
    {
        const Patient patient = some(false);
        show(patient.id, false);
        QCOMPARE(next(0, {u"createNew"_s, u"save"_s}), QString());
        pressAtStation(0, u"linkHere"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(4)), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(words(u"scanPerson"_s).contains(m_stations.at(0).hostname), 10000);
        QCOMPARE(scanPatients(contactOf(patient.id)).size(), 1);
        QTRY_VERIFY(child<QPushButton>(u"sendChanges"_s)->isVisible());
        QVERIFY(!child<QPushButton>(u"createOnServer"_s)->isVisible());
    }

    // 3DD-05, 3DD-10, 3DD-11
    void createdOnTheServerThenOpenedAtAStation_3dd05_3dd10_3dd11()
    {
        const Patient patient = some(false);
        show(patient.id, false);
        press(child<QPushButton>(u"createOnServer"_s));
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"sendChanges"_s)->isVisible(), 20000);
        pressAtStation(1, u"openPatient"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(4))
                                     && activity().contains(m_stations.at(1).hostname),
                                 20000);
        pressAtStation(2, u"newCase"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(4))
                                     && activity().contains(m_stations.at(2).hostname),
                                 20000);
    }

    // 3DD-08, 3DD-26: workflow 2 of the guide.
    void wf2AnUpdateWithATakenNumberIsExplainedAndRepeated_3dd08_3dd26()
    {
        const Patient patient = linked();
        const QString contact = contactOf(patient.id);
        show(patient.id, true);
        // Somebody else there has this number.
        edit(u"patients"_s, contact, {{u"PatientId"_s, u"free"_s}});
        const Patient other = some(true);
        const QString rival = contactOf(other.id);
        const QString number = scanPatients(rival).first()["PatientId"_L1].toString();
        QCOMPARE(edit(u"patients"_s, rival, {{u"PatientId"_s, contact}}), QString());
        press(child<QPushButton>(u"sendChanges"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(105)),
                                  qPrintable(activity()), 20000);
        QCOMPARE(edit(u"patients"_s, rival, {{u"PatientId"_s, number}}), QString());
        press(child<QPushButton>(u"sendChanges"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(4)),
                                  qPrintable(activity()), 20000);
        QCOMPARE(scanPatients(contact).first()["LastName"_L1].toString(), patient.lastName);
    }

    // 3DD-18, 3DD-20, 3DD-21, 3DD-22, 3DD-24, 3DD-25: workflow 3 of the guide.
    void wf3CasesAreFilteredAndTheirPhotosShown_3dd18_3dd20_3dd21_3dd22_3dd24_3dd25()
    {
        const Patient patient = linked();
        const QString contact = contactOf(patient.id);
        const QJsonArray indication{QJsonObject{{u"From"_s, 7},
                                                {u"To"_s, 10},
                                                {u"IndicationName"_s, u"Bridge"_s},
                                                {u"Shade"_s, u"Zirconia A2"_s}}};
        edit(u"cases"_s, {},
             {{u"PatientIntegrationId"_s, contact},
              {u"Stage"_s, u"Scanned"_s},
              {u"Indications"_s, indication},
              {u"AttachedImages"_s, QJsonObject{{u"count"_s, 5}, {u"bytes"_s, 30000}}}});
        edit(u"cases"_s, {}, {{u"PatientIntegrationId"_s, contact}, {u"Stage"_s, u"Created"_s}});
        show(patient.id, true);
        auto *table = child<QTableView>(u"cases"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10000);
        QTest::mouseClick(child<QCheckBox>(u"only1"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10000);
        const QString teeth = table->model()->index(0, 2).data().toString();
        QVERIFY2(teeth.contains(u"Bridge 12–22"_s), qPrintable(teeth));
        QVERIFY(child<QLabel>(u"meshes"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(page()->gallery()->loaded(), 5, 20000);
        QListWidget *photos = page()->gallery()->list();
        photos->setCurrentRow(0);
        photos->setFocus();
        QTest::keyClick(photos, Qt::Key_Return);
        QTRY_VERIFY(page()->gallery()->photoDialog());
        const QString first = photos->item(0)->text();
        QTRY_COMPARE(page()->gallery()->photoDialog()->windowTitle(), first);
        QTest::keyClick(page()->gallery()->photoDialog(), Qt::Key_Right);
        QCOMPARE(photos->currentRow(), 1);
        page()->gallery()->photoDialog()->close();
    }

    // 3DD-14, 3DD-15
    void aWaitingRequestIsWithdrawn_3dd14_3dd15()
    {
        const Patient patient = linked();
        show(patient.id, true);
        people(m_stations.at(0).hostname, {{u"connected"_s, false}});
        pressAtStation(0, u"openPatient"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(-1)), 10000);
        const auto rows = page()->findChildren<Notice *>(u"scanActivity"_s);
        QVERIFY(!rows.last()->findChild<QPushButton *>(u"stopWaiting"_s)->isVisible());
        press(rows.last()->findChild<QPushButton *>(u"withdraw"_s));
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(3)), 10000);
        people(m_stations.at(0).hostname, {{u"connected"_s, true}});
    }

    // 3DD-07, 3DD-14: once taken, one can only stop waiting.
    void aTakenRequestIsNoLongerWaitedFor_3dd07_3dd14()
    {
        const Patient patient = some(false);
        show(patient.id, false);
        QCOMPARE(next(0, {u"walkAway"_s}), QString());
        pressAtStation(0, u"linkHere"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(0)), 10000);
        const auto rows = page()->findChildren<Notice *>(u"scanActivity"_s);
        QVERIFY(!rows.last()->findChild<QPushButton *>(u"withdraw"_s)->isVisible());
        press(rows.last()->findChild<QPushButton *>(u"stopWaiting"_s));
        QTRY_VERIFY(rows.last()->findChild<QPushButton *>(u"closeActivity"_s)->isVisible());
        people(u"any"_s, {{u"press"_s, u"cancel"_s}});
    }

    // 3DD-34
    void aWrongLinkSaysHowItIsUndone_3dd34()
    {
        const Patient patient = linked();
        show(patient.id, true);
        press(child<QPushButton>(u"wrongLink"_s));
        QCOMPARE(child<Notice>(u"undoLink"_s)->text(), ScanWorkflow::undoText());
        press(child<QPushButton>(u"forgetLink"_s));
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"createOnServer"_s)->isVisible(), 10000);
    }

    // 3DD-03, 3DD-33
    void aServerThatIsNotTrustedIsSaidInWords_3dd03_3dd33()
    {
        flip(u"certificate"_s, {{u"is"_s, u"selfSigned"_s}});
        m_window->showPage(MainWindow::Page::Day);
        m_window->showPage(MainWindow::Page::Scans);
        QTRY_VERIFY_WITH_TIMEOUT(child<Notice>(u"scanProblem"_s)->isVisible(), 20000);
        press(child<QPushButton>(u"checkConnection"_s));
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"trustServer"_s)->isVisible(), 20000);
        flip(u"certificate"_s, {{u"is"_s, u"withRoot"_s}});
        press(child<QPushButton>(u"tryAgain"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!child<Notice>(u"scanProblem"_s)->isVisible(), 20000);
    }

    void withoutAServerThereIsNoPageAndNoLight()
    {
        QVERIFY(SystemBoard::systems(m_clinic->settings()).contains(Service::DentalDesktop));
        QVERIFY(!SystemBoard::systems(Settings()).contains(Service::DentalDesktop));
        Desk desk = deskOfWindows(m_clinic->desk());
        desk.scans = nullptr;
        MainWindow window(desk);
        QVERIFY(!window.hasScans());
        window.showPage(MainWindow::Page::Scans);
        QVERIFY(!window.findChild<ScansPage *>());
    }
};

QTEST_MAIN(TestScansPage)
#include "tst_scanspage.moc"
