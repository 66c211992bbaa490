// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow joins: the day with the visit panel, walk-in, exit, sign-in and search.
#include "app/session/session.h"
#include "app/workflow/scanworkflow.h"
#include "ui/booking/walkindialog.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientspage.h"
#include "ui/patients/searchpopup.h"
#include "ui/plans/planspage.h"
#include "ui/scans/scanspage.h"
#include "ui/session/signindialog.h"
#include "ui/settings/settingspage.h"
#include "ui/toothchart/chartpage.h"
#include "ui/visit/exitact.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/visitpanel.h"
#include "ui/widgets/searchfield.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

void MainWindow::makeVisitParts()
{
    m_visitPanel = new VisitPanel(m_desk, m_day->visitActions());
    m_day->setVisitPanel(m_visitPanel);
    m_exit = new ExitAct(m_desk, this);
    connect(m_day, &DayPage::selectionChanged, m_visitPanel, &VisitPanel::showVisit);
    connect(m_day, &DayPage::opened, this, [this] { m_visitPanel->nextButton()->setFocus(); });
    connect(m_visitPanel, &VisitPanel::requested, m_day, &DayPage::perform);
    connect(m_visitPanel, &VisitPanel::said, this, &MainWindow::say);
    connect(m_visitPanel, &VisitPanel::signInNeeded, this, &MainWindow::signIn);
    connect(m_visitPanel, &VisitPanel::focusReleased, this, [this] { m_day->setFocus(); });
    connect(m_visitPanel, &VisitPanel::patientRequested, this, &MainWindow::showPatient);
    connect(m_visitPanel, &VisitPanel::scansRequested, this, &MainWindow::showScans);
    connect(m_visitPanel, &VisitPanel::chartRequested, this, &MainWindow::showChart);
    connect(m_day, &DayPage::chartRequested, this, &MainWindow::showChart);
    connect(m_day, &DayPage::plansRequested, this, [this](const PatientId &id) { showPlans(id); });
    connect(m_exit, &ExitAct::said, this, &MainWindow::say);
    connect(m_exit, &ExitAct::signInNeeded, this, &MainWindow::signIn);
    connect(this, &MainWindow::exitRequested, this, [this](const VisitId &id) {
        const auto &shown = m_visitPanel->detail();
        m_exit->start(id, shown ? &*shown : nullptr);
    });
    connect(this, &MainWindow::walkInRequested, this,
            [this](const Slot &slot) { walkIn(slot, nullptr); });
    connect(this, &MainWindow::signInRequested, this, [this] { signIn({}); });
    connect(this, &MainWindow::searchRequested, this, [this](const QString &text) {
        auto *page = patientsPage();
        page->searchField()->setText(text);
        showPage(Page::Patients);
    });
}

void MainWindow::makeSearchPopup()
{
    auto *popup = new SearchPopup(m_desk, m_search);
    connect(popup, &SearchPopup::patientChosen, this, &MainWindow::showPatient);
    connect(popup, &SearchPopup::visitChosen, this, &MainWindow::showVisit);
}

PatientsPage *MainWindow::patientsPage()
{
    if (!m_patients) {
        m_patients = new PatientsPage(m_desk);
        connect(m_patients, &PatientsPage::said, this, &MainWindow::say);
        connect(m_patients, &PatientsPage::signInNeeded, this, &MainWindow::signIn);
        connect(m_patients, &PatientsPage::visitRequested, this, &MainWindow::showVisit);
        connect(m_patients, &PatientsPage::chartRequested, this,
                [this](const PatientId &id) { showChart(id); });
        connect(m_patients, &PatientsPage::plansRequested, this,
                [this](const PatientId &id) { showPlans(id); });
        connect(m_patients, &PatientsPage::walkInRequested, this,
                [this](const PatientMatch &match) { walkIn({}, &match); });
    }
    return m_patients;
}

bool MainWindow::hasScans() const
{
    return m_desk.scans && !m_desk.scans->sites().isEmpty();
}

ScansPage *MainWindow::scansPage()
{
    if (!m_scans) {
        m_scans = new ScansPage(m_desk);
        connect(m_scans, &ScansPage::said, this, &MainWindow::say);
        connect(m_scans, &ScansPage::signInNeeded, this, &MainWindow::signIn);
    }
    return m_scans;
}

void MainWindow::showScans(const PatientId &id)
{
    scansPage()->showPatient(id);
    showPage(Page::Scans);
}

ChartPage *MainWindow::chartPage()
{
    if (!m_chart) {
        m_chart = new ChartPage(m_desk);
        m_chart->bar()->restore(m_chartState);
        connect(m_chart, &ChartPage::said, this, &MainWindow::say);
        connect(m_chart, &ChartPage::signInNeeded, this, &MainWindow::signIn);
        connect(m_chart, &ChartPage::scansRequested, this, &MainWindow::showScans);
    }
    return m_chart;
}

void MainWindow::showChart(const PatientId &id, const VisitId &visit)
{
    if (!m_desk.charts)
        return;
    chartPage()->showOwner(ChartOwner(id, visit));
    showPage(Page::Chart);
    chartPage()->pane()->view()->setFocus();
}

teeth::Notation MainWindow::chartNotation() const
{
    const QVariantMap state = m_chart ? m_chart->bar()->state() : m_chartState;
    return teeth::Notation(qBound(0, state.value(u"notation"_s).toInt(), 2));
}

PlansPage *MainWindow::plansPage()
{
    if (!m_plans) {
        m_plans = new PlansPage(m_desk);
        connect(m_plans, &PlansPage::said, this, &MainWindow::say);
        connect(m_plans, &PlansPage::signInNeeded, this, &MainWindow::signIn);
        connect(m_plans, &PlansPage::visitRequested, this, &MainWindow::showVisit);
    }
    return m_plans;
}

void MainWindow::showPlans(const PatientId &id, const PlanId &plan)
{
    if (!m_desk.plans)
        return;
    plansPage()->showPatient(id, plan);
    showPage(Page::Plans);
}

SettingsPage *MainWindow::settingsPage()
{
    if (!m_settings) {
        m_settings = new SettingsPage(m_desk);
        connect(m_settings, &SettingsPage::said, this, &MainWindow::say);
        connect(m_settings, &SettingsPage::signInNeeded, this, &MainWindow::signIn);
    }
    return m_settings;
}

WalkInDialog *MainWindow::walkInDialog() const
{
    return m_walkInDialog;
}

SignInDialog *MainWindow::signInDialog() const
{
    return m_signInDialog;
}

ExitSheet *MainWindow::exitSheet() const
{
    return m_exit->sheet();
}

void MainWindow::showPatient(const PatientId &id)
{
    patientsPage()->showPatient(id);
    showPage(Page::Patients);
}

void MainWindow::showVisit(const VisitId &id, const QDate &day)
{
    showPage(Page::Day);
    m_day->showVisit(id, day);
    m_day->setFocus();
}

void MainWindow::walkIn(const Slot &slot, const PatientMatch *patient)
{
    if (m_walkInDialog) {
        m_walkInDialog->raise();
        m_walkInDialog->activateWindow();
        return;
    }
    if (const Result<void> allowed = m_desk.session->require(Permission::Book); !allowed) {
        if (allowed.error().kind == Error::Kind::Unauthorized) {
            const auto wanted = patient ? std::optional<PatientMatch>(*patient) : std::nullopt;
            signIn([this, slot, wanted] { walkIn(slot, wanted ? &*wanted : nullptr); });
        } else {
            say({Message::Level::Warning, allowed.error().message, {}, {}, {}});
        }
        return;
    }
    m_walkInDialog = new WalkInDialog(m_desk, slot, this);
    m_walkInDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_walkInDialog, &WalkInDialog::signInNeeded, this, &MainWindow::signIn);
    connect(m_walkInDialog, &WalkInDialog::booked, this,
            [this](const Visit &visit, const QDate &day) {
                showVisit(visit.id, day);
                m_day->reload();
                say({Message::Level::Info,
                     tr("Booked. Every system is told as soon as it answers."),
                     {},
                     {},
                     {}});
            });
    if (patient)
        m_walkInDialog->pickPatient(*patient);
    m_walkInDialog->open();
}

void MainWindow::signIn(const std::function<void()> &then)
{
    if (m_signInDialog) {
        m_signInDialog->raise();
        m_signInDialog->activateWindow();
        return;
    }
    // Over the dialog whose act needs it, so that this one takes the keys.
    QWidget *above = this;
    if (m_walkInDialog)
        above = m_walkInDialog;
    else if (m_exit->sheet())
        above = m_exit->sheet();
    m_signInDialog = new SignInDialog(m_desk, above);
    m_signInDialog->setAttribute(Qt::WA_DeleteOnClose);
    if (then) {
        m_signInDialog->setReason(tr("Sign in; then it goes on with what you wanted."));
        connect(m_signInDialog, &QDialog::accepted, this, then);
    }
    m_signInDialog->open();
}
