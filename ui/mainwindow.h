// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tooth.h"
#include "ui/day/daypage.h"
#include "ui/desk.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

class ActivityPage;
class ChartPage;
class ExitAct;
class ExitSheet;
class MessageBar;
class NavigationRail;
class PatientsPage;
class PlansPage;
class QActionGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class ScansPage;
class SearchField;
class SettingsPage;
class SignInDialog;
class SystemLight;
class VisitPanel;
class WalkInDialog;
struct PatientMatch;

//! The one window: pages at the left, the day first; what happens is said in a bar, never in a box
//! that stops the work.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! In the order of the keys Ctrl+1 … Ctrl+7.
    enum class Page { Day = 1, Patients, Chart, Scans, Plans, Activity, Settings };
    Q_ENUM(Page)

    explicit MainWindow(const Desk &desk, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! The day that the start-up worker has read, so that the first picture is complete.
    void setFirstDay(const DayPage::FirstDay &first) { m_day->setFirstDay(first); }
    //! After the first picture: readings, lights, counts.
    void startUpdating();
    void showPage(Page page);
    void say(const Message &message);
    //! A finished call to a system, for "calls today".
    void countCall(Service service);

    DayPage *dayPage() const { return m_day; }
    ActivityPage *activityPage() const { return m_activity; }
    MessageBar *messageBar() const { return m_messages; }
    SearchField *searchField() const { return m_search; }
    VisitPanel *visitPanel() const { return m_visitPanel; }
    //! Null while they are not open.
    WalkInDialog *walkInDialog() const;
    SignInDialog *signInDialog() const;
    ExitSheet *exitSheet() const;
    //! Made when it is asked for first.
    PatientsPage *patientsPage();
    ScansPage *scansPage();
    ChartPage *chartPage();
    PlansPage *plansPage();
    SettingsPage *settingsPage();
    //! Dental Desktop is set up.
    bool hasScans() const;

    void showPatient(const PatientId &id);
    void showScans(const PatientId &id);
    //! The patient's chart; as it was at the visit, where there is one.
    void showChart(const PatientId &id, const VisitId &visit = {});
    void showPlans(const PatientId &id, const PlanId &plan = {});
    void showVisit(const VisitId &id, const QDate &day);
    //! Asks who is there; then, when it was given, goes on with what needed it.
    void signIn(const std::function<void()> &then);

Q_SIGNALS:
    void walkInRequested(const Slot &slot);
    void signInRequested();
    void exitRequested(const VisitId &id);
    void searchRequested(const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    //! page's widget is made when it is shown first.
    void addPage(Page page, const QString &text, const QString &icon,
                 std::function<QWidget *()> make);
    QWidget *makeTopBar();
    void makeStatusBar();
    void makeMenus();
    void makeVisitParts();
    void makeSearchPopup();
    //! patient: chosen already; null = to be typed.
    void walkIn(const Slot &slot, const PatientMatch *patient);
    void makeDateMenu();
    void setAppearance(Appearance appearance);
    void showDate();
    void showCounts();
    void showSystem(Service service);
    void explainSystem(Service service);
    void showUnsent();
    void showWho();
    teeth::Notation chartNotation() const;
    void restoreWindow();
    void saveWindow() const;
    QString stateFile() const;

    Desk m_desk;
    QTimeZone m_zone;
    NavigationRail *m_rail;
    QStackedWidget *m_stack;
    MessageBar *m_messages;
    QActionGroup *m_pageActions;
    QHash<Page, std::function<QWidget *()>> m_makers;
    QHash<Page, QWidget *> m_pages;
    DayPage *m_day;
    ActivityPage *m_activity = nullptr;
    PatientsPage *m_patients = nullptr;
    ScansPage *m_scans = nullptr;
    ChartPage *m_chart = nullptr;
    PlansPage *m_plans = nullptr;
    SettingsPage *m_settings = nullptr;
    QVariantMap m_chartState; //!< how charts were looked at last
    VisitPanel *m_visitPanel = nullptr;
    ExitAct *m_exit = nullptr;
    QPointer<WalkInDialog> m_walkInDialog;
    QPointer<SignInDialog> m_signInDialog;

    QToolButton *m_date = nullptr;
    QLabel *m_counts = nullptr;
    QWidget *m_dayBar = nullptr; //!< what belongs to the day in the top bar
    QLabel *m_pageTitle = nullptr; //!< in its place on the other pages
    SearchField *m_search = nullptr;
    QAction *m_walkIn = nullptr;
    QAction *m_signIn = nullptr;
    QHash<Service, SystemLight *> m_lights;
    QPushButton *m_unsent = nullptr;
    QPushButton *m_who = nullptr;
    Appearance m_appearance = Appearance::System;
    QHash<Service, int> m_calls;
    QDate m_callDate;
    QTimer m_unsentSoon;
};
