// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/scans/scanacts.h"
#include "ui/scans/scanspage.h"
#include "ui/visit/notice.h"
#include "ui/visit/visitpanel.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! Dental Desktop in the panel of a visit, at a clinic of two sites.
class TestScanActs : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedDesk> m_clinic;
    std::unique_ptr<MainWindow> m_window;
    PatientId m_patient;

    ScanActs *acts() { return m_window->findChild<ScanActs *>(); }
    QPushButton *button(const QString &name) { return acts()->findChild<QPushButton *>(name); }
    //! The menu of a site, opened.
    QMenu *stationsOf(const QString &name, const QString &site)
    {
        QMenu *sites = button(name)->menu();
        Q_EMIT sites->aboutToShow();
        for (QAction *action : sites->actions()) {
            if (action->text() == site) {
                Q_EMIT action->menu()->aboutToShow();
                return action->menu();
            }
        }
        return nullptr;
    }
    static QAction *station(const QMenu *menu)
    {
        QAction *found = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                for (QAction *action : menu->actions()) {
                    if (!found && !action->data().toString().isEmpty())
                        found = action;
                }
                return found != nullptr;
            },
            10000);
        return found;
    }
    QString activity()
    {
        const auto rows = acts()->findChildren<Notice *>(u"scanActivity"_s);
        return rows.isEmpty() ? QString()
                              : QString(rows.last()->heading() + u' ' + rows.last()->text());
    }

private Q_SLOTS:
    void initTestCase()
    {
        sim::SimulatorOptions options = SimulatedDesk::smallClinic();
        options.dentalDesktopSites = {u"nord"_s};
        m_clinic = std::make_unique<SimulatedDesk>(options);
        m_clinic->open();
        m_clinic->readIn();
        m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
        m_window->resize(1440, 900);
        m_window->show();
        m_window->startUpdating();
        const Result<Visit> booked = m_clinic->bookNew(u"Noé"_s, u"Banc"_s);
        QVERIFY(booked);
        QVERIFY(m_clinic->drained());
        m_patient = m_clinic->detail(booked->id).entry.appointment.patient;
        const VisitId visit = booked->id;
        m_window->dayPage()->reload();
        QTRY_VERIFY(m_window->dayPage()->view()->cardRect(visit).isValid());
        m_window->dayPage()->view()->select(visit);
        QTRY_VERIFY_WITH_TIMEOUT(acts() && acts()->isVisible(), 10000);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_clinic.reset();
    }

    void severalSitesAreChosenFirst_3dd01()
    {
        QStringList sites;
        for (const QAction *action : button(u"openInDentalDesktop"_s)->menu()->actions())
            sites.append(action->text());
        QCOMPARE(sites, (QStringList{u"Main site"_s, u"nord"_s}));
        // Looking at one site's stations asks that server alone.
        m_clinic->simulator().clearJournal();
        QVERIFY(station(stationsOf(u"newScan"_s, u"nord"_s)));
        QCOMPARE(m_clinic->calls(u"dentaldesktop.nord"_s).size(), 1);
        QCOMPARE(m_clinic->calls(u"dentaldesktop"_s).size(), 0);
    }

    void aPatientIsOpenedAtTheSiteThatWasChosen_3dd10()
    {
        const PatientId patient = m_patient;
        const ScanWorkflow::Target nord(u"nord"_s);
        const auto linked =
            SimulatedDesk::await(m_clinic->desk().scans()->linkPatient(patient, nord, false));
        QVERIFY(linked && linked->isDone());
        QAction *at = station(stationsOf(u"openInDentalDesktop"_s, u"nord"_s));
        QVERIFY(at);
        m_clinic->simulator().clearJournal();
        const QString name = at->data().toString();
        at->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(activity().contains(name)
                                      && activity().contains(ScanWorkflow::statusText(4)),
                                  qPrintable(activity()), 20000);
        QCOMPARE(m_clinic->calls(u"dentaldesktop"_s).size(), 0);
    }

    void whoIsNotLinkedThereIsShownTheWay_3dd34()
    {
        QAction *at = station(stationsOf(u"openInDentalDesktop"_s, u"Main site"_s));
        QVERIFY(at);
        const QSignalSpy said(acts(), &ScanActs::said);
        at->trigger();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.first().first().value<Message>().actionText, u"Scans…"_s);
    }

    void aNewScanOpensPatientAndCase_3dd11()
    {
        QAction *at = station(stationsOf(u"newScan"_s, u"nord"_s));
        QVERIFY(at);
        at->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(activity().contains(u"New case"_s)
                                      && activity().contains(ScanWorkflow::statusText(4)),
                                  qPrintable(activity()), 30000);
    }

    void theCasesAreOneButtonAway()
    {
        QTest::mouseClick(button(u"showScans"_s), Qt::LeftButton);
        QTRY_VERIFY(m_window->scansPage()->isVisible());
        QTRY_VERIFY(m_window->scansPage()
                        ->findChild<QLabel *>(u"scanPatient"_s)
                        ->text()
                        .contains(u"Banc"_s));
    }
};

QTEST_MAIN(TestScanActs)
#include "tst_scanacts.moc"
