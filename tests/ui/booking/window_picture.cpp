// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/canceldialog.h"
#include "ui/day/daymodel.h"
#include "ui/day/slotqueue.h"
#include "ui/mainwindow.h"
#include "ui/outbox/activitypage.h"
#include "ui/outbox/discarddialog.h"
#include "ui/patients/matchdialog.h"
#include "ui/patients/patientlist.h"
#include "ui/patients/patientspage.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/planspage.h"
#include "ui/session/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/ignoredialog.h"
#include "ui/visit/visitpanel.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

//! Goes through the window on a simulated clinic and keeps a picture of every place.
class Tour
{
public:
    explicit Tour(const QDir &directory);
    void walk();

private:
    void draw(QWidget *widget, const QString &name);
    //! The dialog or question that is open now; closes it afterwards.
    void drawOpen(const QString &name);
    VisitId any(const std::function<bool(const DayEntry &)> &wanted) const;
    void select(const VisitId &id);
    //! Somebody in the chair; charged = acts were recorded.
    VisitId seated(const QString &last, bool charged);

    void layouts();
    void dragging();
    void patients();
    void dialogs();
    void exits();
    void lateActs();
    void activity();
    void scans();
    void plans();

    QDir m_directory;
    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<MainWindow> m_window;
    VisitId m_late;
};

Tour::Tour(const QDir &directory) : m_directory(directory)
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.clinic.patients = 400;
    options.clinic.appointmentsPerDay = 40;
    m_clinic = std::make_unique<SimulatedDesk>(options);
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
    m_window = std::make_unique<MainWindow>(m_desk);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->startUpdating();
    QTest::qWait(800);
}

void Tour::draw(QWidget *widget, const QString &name)
{
    QTest::qWait(300);
    widget->grab().save(m_directory.filePath(name + u".png"_s));
}

void Tour::drawOpen(const QString &name)
{
    QWidget *open = QApplication::activeModalWidget();
    if (!open) {
        qWarning("nothing is open for %s", qPrintable(name));
        return;
    }
    draw(open, name);
    // Past its own question about what was typed.
    static_cast<QDialog *>(open)->done(QDialog::Rejected);
    QTest::qWait(50);
}

VisitId Tour::any(const std::function<bool(const DayEntry &)> &wanted) const
{
    for (const DayEntry &entry : m_window->dayPage()->model()->entries()) {
        if (wanted(entry))
            return entry.visit.id;
    }
    return {};
}

void Tour::select(const VisitId &id)
{
    m_window->dayPage()->view()->select(id);
    QTest::qWait(200);
}

VisitId Tour::seated(const QString &last, bool charged)
{
    const Result<Visit> booked = m_clinic->bookNew(u"Test"_s, last);
    if (!booked)
        return {};
    SimulatedDesk::await(m_desk.visitWorkflow->checkIn(booked->id));
    SimulatedDesk::await(m_desk.visitWorkflow->seat(booked->id));
    m_clinic->drained();
    if (charged)
        m_clinic->record(booked->id,
                         {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}}});
    SimulatedDesk::await(m_desk.liveSync->poll());
    QTest::qWait(300);
    return booked->id;
}

void Tour::layouts()
{
    DayPage *day = m_window->dayPage();
    select(any([](const DayEntry &entry) { return entry.visit.state == VisitState::InTreatment; }));
    draw(m_window.get(), u"window"_s);
    day->actions().byRoom->trigger();
    draw(m_window.get(), u"rooms"_s);
    day->actions().byRoom->trigger();
    day->actions().threeDays->trigger();
    draw(m_window.get(), u"threedays"_s);
    day->actions().week->trigger();
    draw(m_window.get(), u"week"_s);
    day->actions().day->trigger();
    day->actions().waiting->trigger();
    draw(m_window.get(), u"waiting"_s);
    day->actions().waiting->trigger();
    select({});
    draw(m_window.get(), u"nothing"_s);
    day->showDate(day->today().addDays(200));
    draw(m_window.get(), u"emptyday"_s);
    day->showDate(day->today());
    QTest::qWait(300);
}

void Tour::dragging()
{
    const VisitId id = any([](const DayEntry &entry) {
        return entry.visit.state == VisitState::Booked && !entry.appointment.patient.isEmpty();
    });
    select(id);
    DayView *view = m_window->dayPage()->view();
    const QPoint from = view->cardRect(id).center();
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view->viewport(), from + QPoint(40, 40));
    QTest::mouseMove(view->viewport(), from + QPoint(180, 76));
    draw(m_window.get(), u"drag"_s);
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, from + QPoint(180, 76));
    QTest::qWait(300);
    if (QApplication::activeModalWidget())
        drawOpen(u"moveanyway"_s);
    else
        draw(m_window.get(), u"moved"_s);
    m_window->dayPage()->perform(VisitActions::CheckIn);
    draw(m_window.get(), u"undobar"_s);
    const VisitId queued = any([](const DayEntry &entry) {
        return entry.visit.state == VisitState::Booked
            && entry.appointment.origin == Appointment::Origin::DentalTap
            && !entry.appointment.patient.isEmpty();
    });
    const QString record =
        m_clinic->detail(queued).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                {u"collection"_s, u"appointments"_s},
                                {u"id"_s, record},
                                {u"fields"_s, QJsonObject{{u"status"_s, u"buffered"_s}}}});
    SimulatedDesk::await(m_desk.readingIn->run(Service::DentalTap));
    m_window->dayPage()->reload();
    QTest::qWait(300);
    select(queued);
    draw(m_window.get(), u"slotqueue"_s);
    m_window->dayPage()->perform(VisitActions::Move);
    draw(m_window.get(), u"pickedup"_s);
    QTest::keyClick(view, Qt::Key_Escape);
    select({});
}

void Tour::patients()
{
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    const Patient known = all ? all->value(7) : Patient();
    m_window->searchField()->setFocus();
    m_window->searchField()->setText(known.lastName.left(3));
    draw(m_window.get(), u"search"_s);
    m_window->searchField()->clear();
    m_window->showPage(MainWindow::Page::Patients);
    draw(m_window.get(), u"nopatient"_s);
    m_window->showPatient(known.id);
    m_window->patientsPage()->searchField()->setText(known.lastName.left(1));
    draw(m_window.get(), u"patients"_s);
    m_window->patientsPage()->startNew();
    draw(m_window.get(), u"newpatient"_s);
    m_window->showPage(MainWindow::Page::Day);

    auto *dialog = new WalkInDialog(m_desk, {}, m_window.get());
    dialog->open();
    draw(dialog, u"walkin-empty"_s);
    auto *field = dialog->findChild<QLineEdit *>(u"patient"_s);
    QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, known.lastName.left(2), {});
    draw(dialog, u"walkin"_s);
    auto *results = dialog->findChild<PatientList *>(u"results"_s);
    Q_EMIT results->newChosen(known.displayName());
    draw(dialog, u"walkin-new"_s);
    if (const PatientMatch *match = results->results()->match(results->results()->index(0)))
        dialog->pickPatient(PatientMatch(*match));
    draw(dialog, u"walkin-known"_s);
    dialog->reject();
    drawOpen(u"leavewalkin"_s);
    delete dialog;
}

void Tour::dialogs()
{
    DayPage *day = m_window->dayPage();
    const VisitId booked = any([](const DayEntry &entry) {
        return entry.visit.state == VisitState::Booked && !entry.appointment.patient.isEmpty()
            && entry.appointment.slot.isGiven();
    });
    select(booked);
    day->perform(VisitActions::Cancel);
    drawOpen(u"cancel"_s);
    const VisitId stranger = any([](const DayEntry &entry) {
        return entry.visit.state == VisitState::Booked && entry.appointment.patient.isEmpty();
    });
    if (!stranger.isEmpty()) {
        select(stranger);
        draw(m_window.get(), u"stranger"_s);
        day->perform(VisitActions::Match);
        QTest::qWait(500);
        drawOpen(u"match"_s);
    }
    m_desk.session->signOut();
    m_window->signIn([] {});
    drawOpen(u"signin"_s);
    draw(m_window.get(), u"signedout"_s);
    SimulatedDesk::await(m_desk.session->signIn(u"Nadia"_s, u"1234"_s));
}

void Tour::exits()
{
    const VisitId free = seated(u"Freed"_s, false);
    const VisitId charged = seated(u"Charged"_s, true);
    for (const auto &[id, name] : {std::pair(free, u"free"_s), std::pair(charged, u"charged"_s)}) {
        select(id);
        draw(m_window.get(), u"seated-"_s + name);
        const VisitDetail detail = m_clinic->detail(id);
        auto *sheet = new ExitSheet(m_desk, detail, m_window.get());
        sheet->open();
        draw(sheet, u"exit-"_s + name);
        delete sheet;
        SimulatedDesk::await(
            m_desk.visitWorkflow->exitTreatmentRoom(id, detail.lines.digest(), false));
        QTest::qWait(100);
        draw(m_window.get(), u"exiting-"_s + name);
        m_clinic->drained();
        draw(m_window.get(), u"exited-"_s + name);
    }
    m_late = charged;
}

void Tour::lateActs()
{
    m_clinic->record(m_late,
                     {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"27"_s}},
                      QJsonObject{{u"unknown"_s, true},
                                  {u"label"_s, u"Membrane 20×30"_s},
                                  {u"unitPrice"_s, u"4200.00"_s},
                                  {u"tooth"_s, u"36"_s}}});
    select({});
    select(m_late);
    QTest::qWait(500);
    draw(m_window.get(), u"lateacts"_s);
    auto *dialog = new IgnoreDialog({u"36 · Membrane 20×30 · 4 200.00"_s}, m_window.get());
    dialog->open();
    drawOpen(u"ignore"_s);
}

void Tour::activity()
{
    m_clinic->simulator().addFault({{u"system"_s, u"dentaltap"_s},
                                    {u"path"_s, u"/patients"_s},
                                    {u"method"_s, u"POST"_s},
                                    {u"times"_s, 100},
                                    {u"kind"_s, u"status"_s},
                                    {u"status"_s, 422}});
    m_clinic->bookNew(u"Test"_s, u"Refused"_s);
    m_clinic->simulator().refuse(u"quickbooks"_s);
    m_clinic->bookNew(u"Test"_s, u"Waiting"_s);
    QTest::qWait(2500);
    m_window->showPage(MainWindow::Page::Activity);
    draw(m_window.get(), u"activity"_s);
    ActivityPage *page = m_window->activityPage();
    QAbstractItemModel *model = page->table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(OutboxModel::RowRole).value<OutboxRow>().state
            == OutboxRow::State::Failed)
            page->table()->selectRow(row);
    }
    draw(m_window.get(), u"activity-chosen"_s);
    page->discardButton()->click();
    drawOpen(u"discard"_s);
    m_window->showPage(MainWindow::Page::Day);
    m_clinic->simulator().refuse(u"zoho"_s);
    SimulatedDesk::await(m_desk.readingIn->run(Service::Zoho));
    draw(m_window.get(), u"offline"_s);
}

//! Nobody, somebody without plans, plans, every dialog, DentalTap away.
void Tour::plans()
{
    m_window->showPage(MainWindow::Page::Plans);
    draw(m_window.get(), u"plans-nobody"_s);
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    bool none = false;
    PatientId proposed;
    for (const Patient &patient : all.value_or(QList<Patient>())) {
        const auto read = SimulatedDesk::await(m_desk.plans->read(patient.id));
        if (!read)
            continue;
        if (read->plans.isEmpty() && !none) {
            none = true;
            m_window->showPlans(patient.id);
            QTest::qWait(800);
            draw(m_window.get(), u"plans-none"_s);
        }
        if (proposed.isEmpty() && !read->plans.isEmpty()
            && PlanPanel::fits(PlanPanel::Act::Accept, read->plans.first(),
                               read->plans.first().latest()))
            proposed = patient.id;
        if (none && !proposed.isEmpty())
            break;
    }
    if (proposed.isEmpty())
        return;
    m_window->showPlans(proposed);
    QTest::qWait(1500);
    draw(m_window.get(), u"plans"_s);
    PlanPanel *panel = m_window->plansPage()->sheet()->panel();
    for (const auto act : {PlanPanel::Act::AcceptPart, PlanPanel::Act::Decline,
                           PlanPanel::Act::Sign, PlanPanel::Act::Print}) {
        panel->button(act)->click();
        QTest::qWait(600);
        drawOpen(u"plans-"_s + enumName(act).toLower());
    }
    const PlanRecord record = *m_window->plansPage()->sheet()->record();
    SimulatedDesk::await(m_desk.plans->accept(
        record.current.id, {}, planDigest(record.latest(), u"fr"_s, m_desk.settings.currency),
        u"fr"_s));
    QTest::qWait(600);
    draw(m_window.get(), u"plans-accepted"_s);
    panel->button(PlanPanel::Act::Book)->click();
    QTest::qWait(600);
    drawOpen(u"plans-book"_s);
    m_clinic->simulator().refuse(u"dentaltap"_s);
    m_window->showPlans(proposed);
    QTest::qWait(2500);
    m_window->resize(1024, 768);
    draw(m_window.get(), u"plans-offline"_s);
    m_window->resize(1440, 900);
    m_clinic->simulator().resume(u"dentaltap"_s);
    m_window->showPage(MainWindow::Page::Settings);
    m_window->findChild<QListWidget *>(u"settingsSections"_s)->setCurrentRow(1);
    draw(m_window.get(), u"settings-proposals"_s);
    m_window->showPage(MainWindow::Page::Day);
}

//! A linked patient with cases in every status, one request running and one waiting.
void Tour::scans()
{
    const QString system = u"dentaldesktop"_s;
    sim::Simulator &simulator = m_clinic->simulator();
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    PatientId id;
    ScanWorkflow::Target server{QString()};
    for (const Patient &patient : all.value_or(QList<Patient>())) {
        id = patient.id;
        const auto linked = SimulatedDesk::await(m_desk.scans->linkPatient(id, server, false));
        if (linked && linked->isDone())
            break;
    }
    const auto link = SimulatedDesk::await(m_desk.scans->link(id, {}));
    if (!link || !*link)
        return;
    const QJsonArray indication{QJsonObject{{u"From"_s, 7},
                                            {u"To"_s, 10},
                                            {u"IndicationName"_s, u"Bridge"_s},
                                            {u"Shade"_s, u"Zirconia A2"_s}}};
    for (const QString &stage : {u"Created"_s, u"Modelled"_s, u"Scanned"_s}) {
        const QJsonObject fields{
            {u"PatientIntegrationId"_s, (*link)->integrationId},
            {u"Stage"_s, stage},
            {u"Indications"_s, indication},
            {u"AttachedImages"_s, QJsonObject{{u"count"_s, 5}, {u"bytes"_s, 60000}}}};
        simulator.edit({{u"system"_s, system},
                        {u"collection"_s, u"cases"_s},
                        {u"id"_s, QString()},
                        {u"fields"_s, fields}});
    }
    const auto stations = SimulatedDesk::await(m_desk.scans->stations({}));
    for (const ScanActivity &each : m_desk.scans->activities())
        m_desk.scans->dismiss(each.request.id);
    m_window->showScans(id);
    QTest::qWait(1500);
    simulator.edit({{u"system"_s, system},
                    {u"collection"_s, u"people"_s},
                    {u"id"_s, u"any"_s},
                    {u"fields"_s, QJsonObject{{u"fetchMs"_s, 60000}}}});
    for (const ScanStation &station : stations.value_or(QList<ScanStation>()).mid(0, 2)) {
        const ScanWorkflow::Target at({}, station.id, station.hostname);
        QCoro::connect(m_desk.scans->openPatient(id, at), m_window.get(), [](const auto &) {});
    }
    QTest::qWait(4000);
    draw(m_window.get(), u"scans"_s);
    m_window->resize(1024, 768);
    draw(m_window.get(), u"scans-small"_s);
    m_window->resize(1440, 900);
    m_window->showPage(MainWindow::Page::Day);
}

void Tour::walk()
{
    if (QCoreApplication::arguments().contains(u"scans"_s)) {
        scans();
        return;
    }
    if (QCoreApplication::arguments().contains(u"plans"_s)) {
        plans();
        return;
    }
    layouts();
    dragging();
    patients();
    dialogs();
    exits();
    lateActs();
    plans();
    activity();
    scans();
}

} // namespace

//! Draws the window and its dialogs on a simulated clinic, for looking at them:
//! window_picture DIRECTORY [dark] [scans|plans] [translation.qm]; scans, plans = that page alone.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTranslator translator;
    if (translator.load(arguments.constLast())) {
        QLocale::setDefault(QLocale(u"fr_FR"_s));
        QCoreApplication::installTranslator(&translator);
    }
    applyAppearance(application,
                    arguments.contains(u"dark"_s) ? Appearance::Dark : Appearance::Light);
    Tour(QDir(arguments.value(1))).walk();
    return 0;
}
