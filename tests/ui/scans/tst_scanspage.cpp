// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scandesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/outbox/systemboard.h"
#include "ui/patients/datetext.h"
#include "ui/scans/photodialog.h"
#include "ui/scans/photogallery.h"
#include "ui/scans/scanspage.h"
#include "ui/visit/notice.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
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
        return rows.isEmpty() ? QString()
                              : QString(rows.last()->heading() + u' ' + rows.last()->text());
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

    //! A menu of stations opened and one chosen; false when it is not among them.
    bool choose(QPushButton *button, const QString &stationName)
    {
        // A click would run an event loop of its own.
        Q_EMIT button->menu()->aboutToShow();
        QAction *found = nullptr;
        const bool offered = QTest::qWaitFor(
            [&] {
                for (QAction *action : button->menu()->actions())
                    found = action->data().toString() == stationName ? action : found;
                return found != nullptr;
            },
            10000);
        if (offered)
            found->trigger();
        return offered;
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

    // 3DD-19
    void casesAreFoundByTheirDates_3dd19()
    {
        const Patient patient = linked();
        const QString contact = contactOf(patient.id);
        for (const QString &day : {u"2026-03-18"_s, u"2026-10-02"_s, u"2026-11-12"_s}) {
            edit(u"cases"_s, {},
                 {{u"PatientIntegrationId"_s, contact},
                  {u"Stage"_s, u"Scanned"_s},
                  {u"CaseCreationDate"_s, QString(day + u"T10:00:00Z"_s)},
                  {u"DeliveryDate"_s, QString(day + u"T12:00:00Z"_s)}});
        }
        show(patient.id, true);
        auto *table = child<QTableView>(u"cases"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 10000);
        const auto type = [&](const QString &name, const QString &text) {
            auto *field = child<QLineEdit>(name);
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, text.isEmpty() ? u" "_s : text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        type(u"createdFrom"_s, u"02.10.2026"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10000);
        // Both ends belong to the span.
        type(u"createdTo"_s, u"2.10.26"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10000);
        QCOMPARE(child<QLineEdit>(u"createdTo"_s)->text(), dateText(QDate(2026, 10, 2)));
        type(u"deliveryFrom"_s, u"03.10.2026"_s);
        QTRY_COMPARE_WITH_TIMEOUT(words(u"noCases"_s), u"No case fits the filter."_s, 10000);
        // What is no date is said, and the list stays.
        const QSignalSpy said(page(), &ScansPage::said);
        type(u"deliveryFrom"_s, u"soon"_s);
        QCOMPARE(said.size(), 1);
        type(u"deliveryFrom"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10000);
    }

    // 3DD-12
    void aCaseIsOpenedAtAStation_3dd12()
    {
        const Patient patient = linked();
        edit(u"cases"_s, {},
             {{u"PatientIntegrationId"_s, contactOf(patient.id)}, {u"Stage"_s, u"Scanned"_s}});
        show(patient.id, true);
        QTRY_COMPARE_WITH_TIMEOUT(child<QTableView>(u"cases"_s)->model()->rowCount(), 1, 10000);
        auto *button = child<QPushButton>(u"openCaseAt"_s);
        QVERIFY(button->isVisible());
        const QString name = m_stations.at(0).hostname;
        QVERIFY(choose(button, name));
        QTRY_VERIFY2_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(4))
                                      && activity().contains(name),
                                  qPrintable(activity()), 20000);
        QVERIFY(records(u"people"_s).first()["page"_L1].toString().startsWith(u"case "_s));
    }

    void aRunningRequestTellsItsSeconds()
    {
        const Patient patient = linked();
        show(patient.id, true);
        people(m_stations.at(0).hostname, {{u"connected"_s, false}});
        pressAtStation(0, u"openPatient"_s);
        QTRY_VERIFY_WITH_TIMEOUT(activity().contains(ScanWorkflow::statusText(-1)), 10000);
        Notice *row = page()->findChildren<Notice *>(u"scanActivity"_s).last();
        const QString words = row->text();
        // A busy machine may skip one of them.
        const auto seconds = [row] { return row->aside().section(u' ', 0, 0).toInt(); };
        QTRY_VERIFY_WITH_TIMEOUT(seconds() >= 2 && row->aside().endsWith(u" s"_s), 10000);
        QCOMPARE(row->text(), words);
        press(row->findChild<QPushButton *>(u"withdraw"_s));
        QTRY_VERIFY_WITH_TIMEOUT(row->aside().isEmpty(), 10000);
        people(m_stations.at(0).hostname, {{u"connected"_s, true}});
    }

    // 3DD-24, 3DD-25: loading is stopped and taken up again, one is saved, all are printed.
    void photosAreStoppedSavedAndPrinted_3dd24_3dd25()
    {
        const Patient patient = linked();
        edit(u"cases"_s, {},
             {{u"PatientIntegrationId"_s, contactOf(patient.id)},
              {u"Stage"_s, u"Scanned"_s},
              {u"AttachedImages"_s, QJsonObject{{u"count"_s, 6}, {u"bytes"_s, 30000}}}});
        fault(u"GetAttachedImage"_s, u"delay"_s, {{u"ms"_s, 1500}, {u"times"_s, 100}});
        show(patient.id, true);
        auto *stop = child<QPushButton>(u"stopLoading"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 10000);
        press(stop);
        QTRY_COMPARE(stop->text(), u"&Load photos"_s);
        const int loaded = page()->gallery()->loaded();
        QVERIFY(loaded < 6);
        m_clinic->simulator().clearFaults();
        // A photo that was asked for after all would have come before these answers.
        for (int i = 0; i < 6; ++i)
            QVERIFY(await(scans()->stations({})));
        QCOMPARE(page()->gallery()->loaded(), loaded);
        press(stop);
        QTRY_COMPARE_WITH_TIMEOUT(page()->gallery()->loaded(), 6, 20000);
        QVERIFY(!stop->isVisible());

        QTemporaryDir directory;
        auto *save = child<QPushButton>(u"savePhotos"_s);
        QVERIFY(!save->isEnabled());
        page()->gallery()->list()->setCurrentRow(2);
        press(save);
        auto *dialog = page()->gallery()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString file = directory.filePath(u"photo.jpg"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->reject();
        QTRY_VERIFY(QFileInfo(file).size() >= 30000);
        QVERIFY(!QImage(file).isNull());
        // Where nobody may write, that is said.
        const QSignalSpy said(page(), &ScansPage::said);
        press(save);
        dialog = page()->gallery()->findChildren<QFileDialog *>().last();
        Q_EMIT dialog->fileSelected(directory.filePath(u"no folder/photo.jpg"_s));
        dialog->reject();
        QTRY_COMPARE(said.size(), 1);

        const QSignalSpy printed(page()->gallery(), &PhotoGallery::printed);
        page()->gallery()->list()->clearSelection();
        const QString paper = directory.filePath(u"photos.pdf"_s);
        QVERIFY(page()->gallery()->printTo(std::make_shared<QPdfWriter>(paper)));
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 20000);
        QCOMPARE(printed.first().first().toInt(), 6);
        QFile pdf(paper);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.readAll().count("/Type /Page\n"), 6);
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

    // 3DD-03: the fingerprint is compared, the server confirmed, and it answers from then on.
    void ourOwnServerIsConfirmed_3dd03()
    {
        flip(u"certificate"_s, {{u"is"_s, u"selfSigned"_s}});
        m_window->showPage(MainWindow::Page::Day);
        m_window->showPage(MainWindow::Page::Scans);
        QTRY_VERIFY_WITH_TIMEOUT(child<Notice>(u"scanProblem"_s)->isVisible(), 20000);
        press(child<QPushButton>(u"checkConnection"_s));
        auto *trust = child<QPushButton>(u"trustServer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(trust->isVisible(), 20000);
        const QString shown = records(u"trust"_s).first()["leafSha256"_L1].toString();
        QVERIFY(child<Notice>(u"scanProblem"_s)->text().contains(shown, Qt::CaseInsensitive));
        press(trust);
        QTRY_VERIFY_WITH_TIMEOUT(!child<Notice>(u"scanProblem"_s)->isVisible(), 20000);
        QVERIFY(!trust->isVisible());
        QVERIFY(await(scans()->stations({})));
        flip(u"certificate"_s, {{u"is"_s, u"withRoot"_s}});
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
