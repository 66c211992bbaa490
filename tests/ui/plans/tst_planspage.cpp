// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/planworkflow.h"
#include "app/workflow/proposalworkflow.h"
#include "tests/integration/chartdesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/plans/acceptdialog.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/planspage.h"
#include "ui/plans/signdialog.h"
#include "ui/settings/proposalbox.h"
#include "ui/settings/settingspage.h"
#include "ui/visit/notice.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

//! The Plans page in the whole window against the simulated clinic, by keys.
class TestPlansPage : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { calm(); }
    void cleanupTestCase();

    void controlFiveOpensThePageAndAsksForSomebody();
    void aPatientWithoutPlansIsToldSo();
    void dt20APatientsPlansAreReadAndShown();
    void dt20WhatWasReadStaysWhileDentalTapIsAway();
    void aPlanIsAcceptedAndSignedByKeys();
    void aPlanIsDeclinedWithAReasonAndTakenUpAgain();
    void theProposalIsSavedAndKept();
    void theClinicsTextsComeFromTheSettings();
    void signedOutNothingOfItStays();

private:
    PlansPage *page() { return m_window->plansPage(); }
    PlanWorkflow *plans() { return m_clinic->desk().plans(); }
    template <class T>
    T *opened(const QString &name)
    {
        T *dialog = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                dialog = m_window->findChild<T *>(name);
                return dialog && dialog->isVisible();
            },
            5000);
        // Its keys work once it is the active one.
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    QString explanation() { return page()->findChild<QLabel *>(u"plansExplanation"_s)->text(); }
    bool press(PlanPanel::Act act)
    {
        QPushButton *button = page()->sheet()->panel()->button(act);
        if (!button->isVisible() || !button->isEnabled())
            return false;
        QTest::keyClick(button, Qt::Key_Space);
        return true;
    }
    //! Shows the next patient who has an undecided plan that can be accepted.
    bool showUndecided();

    std::unique_ptr<MainWindow> m_window;
    QList<PatientId> m_without;
    QList<PatientId> m_with;
    QList<PatientId> m_undecided;
};

void TestPlansPage::initTestCase()
{
    openDesk();
    for (const Patient &patient : std::as_const(m_patients)) {
        const Result<PlanReading> read = await(plans()->read(patient.id));
        if (!read)
            continue;
        if (read->plans.isEmpty()) {
            m_without.append(patient.id);
            continue;
        }
        m_with.append(patient.id);
        const PlanVersion &version = read->plans.first().latest();
        if (version.blocked.isEmpty()
            && PlanPanel::fits(PlanPanel::Act::Accept, read->plans.first(), version))
            m_undecided.append(patient.id);
    }
    QVERIFY(!m_without.isEmpty());
    QVERIFY(m_with.size() >= 2);
    QVERIFY2(
        m_undecided.size() >= 2,
        qPrintable(u"only %1 of %2 are undecided"_s.arg(m_undecided.size()).arg(m_with.size())));
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->resize(1440, 900);
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPlansPage::cleanupTestCase()
{
    m_window.reset();
    closeDesk();
}

bool TestPlansPage::showUndecided()
{
    if (m_undecided.isEmpty())
        return false;
    m_window->showPlans(m_undecided.takeFirst());
    return QTest::qWaitFor(
        [this] {
            const PlanVersion *version = page()->sheet()->version();
            return version && version->decision == plans::Decision::Open
                && page()->sheet()->isVisible() && plans()->isIdle();
        },
        15000);
}

void TestPlansPage::controlFiveOpensThePageAndAsksForSomebody()
{
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    QVERIFY(page()->isVisible());
    QVERIFY(page()->findChild<QLineEdit *>(u"plansSearch"_s)->hasFocus());
    QVERIFY2(explanation().startsWith(u"Find a patient"_s), qPrintable(explanation()));
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!page()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    QVERIFY(page()->isVisible());
}

void TestPlansPage::aPatientWithoutPlansIsToldSo()
{
    m_window->showPlans(m_without.first());
    QTRY_VERIFY2_WITH_TIMEOUT(explanation().startsWith(u"There is no treatment plan"_s),
                              qPrintable(explanation()), 10000);
    QVERIFY(page()->findChild<QPushButton *>(u"plansAgain"_s)->isVisible());
}

void TestPlansPage::dt20APatientsPlansAreReadAndShown()
{
    m_window->showPlans(m_with.first());
    QTRY_VERIFY_WITH_TIMEOUT(page()->sheet()->version(), 10000);
    QTRY_VERIFY(page()->sheet()->isVisible());
    const Result<PlanReading> kept = await(plans()->cached(m_with.first()));
    QVERIFY(kept);
    int versions = 0;
    for (const PlanRecord &record : kept->plans)
        versions += int(record.versions.size());
    QCOMPARE(page()->sheet()->cards()->model()->rowCount(), versions);
    QVERIFY(page()->findChild<QLabel *>(u"plansPerson"_s)->text().contains(u"DentalTap"_s));
}

void TestPlansPage::dt20WhatWasReadStaysWhileDentalTapIsAway()
{
    m_window->showPlans(m_without.first());
    m_clinic->simulator().refuse(u"dentaltap"_s);
    m_window->showPlans(m_with.first());
    auto *old = page()->findChild<Notice *>(u"plansOld"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(old->isVisible() && old->text().startsWith(u"As last read on"_s),
                              qPrintable(old->text()), 20000);
    QVERIFY(page()->sheet()->version());
    m_clinic->simulator().resume(u"dentaltap"_s);
    m_window->showPlans(m_with.first());
    QTRY_VERIFY_WITH_TIMEOUT(!old->isVisible(), 20000);
}

void TestPlansPage::aPlanIsAcceptedAndSignedByKeys()
{
    QVERIFY(showUndecided());
    const PlanId id = page()->sheet()->record()->current.id;
    QVERIFY(press(PlanPanel::Act::Accept));
    auto *accept = opened<AcceptDialog>(u"acceptPlan"_s);
    QVERIFY(accept);
    QTest::keyClick(accept, Qt::Key_Return, Qt::ControlModifier);
    const QPointer<AcceptDialog> asked(accept);
    QTRY_VERIFY2_WITH_TIMEOUT(page()->sheet()->version()->decision == plans::Decision::Accepted,
                              qPrintable(asked ? asked->findChild<Notice *>(u"problem"_s)->text()
                                               : u"the dialog is gone"_s),
                              10000);

    QVERIFY(press(PlanPanel::Act::Sign));
    auto *sign = opened<SignDialog>(u"signPlan"_s);
    QVERIFY(sign);
    QTest::keyClick(sign, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->version()->signatures.size(), 1, 10000);
    QVERIFY(sign->isVisible());
    QTest::keyClick(sign, Qt::Key_Escape);
    const PlanSignature kept = page()->sheet()->version()->signatures.first();
    QCOMPARE(kept.by, plans::Signer::Patient);
    QVERIFY(!kept.witness.isEmpty());
    QVERIFY(kept.signedAt.isValid());

    const Result<PlanRecord> record = await(plans()->plan(id));
    QVERIFY(record);
    QCOMPARE(record->latest().signatures.size(), 1);
    QVERIFY(page()->sheet()->panel()->button(PlanPanel::Act::Book)->isVisible());
}

void TestPlansPage::aPlanIsDeclinedWithAReasonAndTakenUpAgain()
{
    QVERIFY(showUndecided());
    QVERIFY(press(PlanPanel::Act::Decline));
    auto *decline = opened<QDialog>(u"declinePlan"_s);
    QVERIFY(decline);
    QTest::keyClicks(decline->focusWidget(), u"Moves abroad"_s);
    QTest::keyClick(decline, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->version()->decision, plans::Decision::Declined,
                              10000);
    QCOMPARE(page()->sheet()->version()->reason, u"Moves abroad"_s);
    QVERIFY(press(PlanPanel::Act::Reopen));
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->version()->decision, plans::Decision::Open, 10000);
}

void TestPlansPage::theProposalIsSavedAndKept()
{
    m_window->showPlans(m_with.first());
    QTRY_VERIFY_WITH_TIMEOUT(page()->sheet()->version(), 10000);
    QTRY_VERIFY(page()->sheet()->isVisible());
    QVERIFY(press(PlanPanel::Act::Pdf));
    auto *save = opened<QFileDialog>(u"saveProposal"_s);
    QVERIFY(save);
    const QString file = m_clinic->directory() + u"/proposal.pdf"_s;
    Q_EMIT save->fileSelected(file);
    save->reject();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20000);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
}

void TestPlansPage::theClinicsTextsComeFromTheSettings()
{
    m_window->showPage(MainWindow::Page::Settings);
    ProposalBox *box = m_window->settingsPage()->proposals();
    QVERIFY(box);
    auto *sections = m_window->settingsPage()->findChild<QListWidget *>(u"settingsSections"_s);
    sections->setCurrentRow(1);
    auto *opening = box->findChild<QPlainTextEdit *>(u"opening-fr"_s);
    QTRY_VERIFY(opening->isVisible());
    QTRY_VERIFY(!opening->isReadOnly());
    QVERIFY(!box->saveButton()->isEnabled());
    opening->setFocus();
    QTest::keyClicks(opening, u"Merci de votre confiance."_s);
    QVERIFY(box->saveButton()->isEnabled());
    QTest::keyClick(box->saveButton(), Qt::Key_Space);
    QTRY_VERIFY(!box->saveButton()->isEnabled());
    const PlanId id = await(plans()->cached(m_with.first()))->plans.first().current.id;
    const Result<Proposal> french =
        await(m_clinic->desk().proposals()->proposal(ProposalRequest(id, 0, u"fr"_s)));
    QVERIFY2(french, qPrintable(french ? QString() : french.error().message));
    QCOMPARE(french->texts.opening, u"Merci de votre confiance."_s);
    QCOMPARE(french->language, u"fr"_s);
    QVERIFY(!french->patient.isEmpty());
    QVERIFY(!french->phases.isEmpty());
}

void TestPlansPage::signedOutNothingOfItStays()
{
    m_window->showPlans(m_with.first());
    QTRY_VERIFY_WITH_TIMEOUT(page()->sheet()->version(), 10000);
    m_clinic->desk().session()->signOut();
    QTRY_VERIFY(!page()->sheet()->version());
    QCOMPARE(explanation(), u"Sign in to see the plans."_s);
    QVERIFY(page()->findChild<QPushButton *>(u"plansSignIn"_s)->isVisible());
    QVERIFY(page()->findChild<QLabel *>(u"plansPatient"_s)->text().isEmpty());
    QVERIFY(await(m_clinic->desk().session()->signIn(u"Nadia"_s, u"1234"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(page()->sheet()->version(), 10000);
}

QTEST_MAIN(TestPlansPage)
#include "tst_planspage.moc"
