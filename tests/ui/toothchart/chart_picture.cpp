// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/theme.h"
#include "ui/toothchart/chartpage.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QPainter>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

//! Goes through the chart's page, and what belongs to it, on a simulated clinic.
class Tour
{
public:
    explicit Tour(const QDir &directory);
    void walk();

private:
    void draw(QWidget *widget, const QString &name);
    //! Somebody in the chair with an act on tooth 26.
    VisitId seated();

    QDir m_directory;
    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<MainWindow> m_window;
};

Tour::Tour(const QDir &directory) : m_directory(directory)
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
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

VisitId Tour::seated()
{
    const Result<Visit> booked = m_clinic->bookNew(u"Test"_s, u"Molar"_s);
    if (!booked)
        return {};
    SimulatedDesk::await(m_desk.visitWorkflow->checkIn(booked->id));
    SimulatedDesk::await(m_desk.visitWorkflow->seat(booked->id));
    m_clinic->drained();
    m_clinic->record(booked->id, {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}}});
    QTest::qWait(300);
    return booked->id;
}

void Tour::walk()
{
    m_window->showPage(MainWindow::Page::Chart);
    draw(m_window.get(), u"chart-nopatient"_s);
    const VisitId visit = seated();
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    PatientId known;
    for (const DayEntry &entry : m_window->dayPage()->model()->entries()) {
        const auto seen = SimulatedDesk::await(m_desk.charts->visits(entry.appointment.patient));
        if (known.isEmpty() && seen && !seen->isEmpty())
            known = entry.appointment.patient;
    }
    if (known.isEmpty())
        known = all->first().id;
    const Result<Links> links = SimulatedDesk::await(m_desk.patients->links(known));
    const QJsonArray since{QJsonObject{{u"fdi"_s, u"36"_s}, {u"presence"_s, u"extracted"_s}},
                           QJsonObject{{u"fdi"_s, u"22"_s}, {u"mobility"_s, 2}}};
    m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                {u"collection"_s, u"profiles"_s},
                                {u"id"_s, links->value(RecordKind::DentalTapPatient).remoteId},
                                {u"fields"_s, QJsonObject{{u"teeth"_s, since}}}});
    ChartPage *page = m_window->chartPage();
    m_window->showChart(known);
    QTest::qWait(2500);
    draw(m_window.get(), u"chart-vendor"_s);
    const auto look = [page](Odontogram::View view, bool own) {
        ChartLook wanted = page->bar()->look();
        wanted.view = view;
        wanted.ownDrawing = own;
        page->bar()->setLook(wanted);
        QTest::qWait(600);
    };
    ChartView *view = page->pane()->view();
    look(Odontogram::View::Dental, true);
    draw(m_window.get(), u"chart-own"_s);
    view->select({{16, false}});
    draw(m_window.get(), u"chart-tooth"_s);
    view->select({{16, false}, {15, false}, {14, false}});
    draw(m_window.get(), u"chart-teeth"_s);
    look(Odontogram::View::Periodontal, true);
    draw(m_window.get(), u"chart-perio"_s);
    look(Odontogram::View::Both, true);
    draw(m_window.get(), u"chart-both"_s);
    look(Odontogram::View::Both, false);
    draw(m_window.get(), u"chart-both-vendor"_s);
    look(Odontogram::View::Dental, true);
    page->bar()->actions().compare->trigger();
    QTest::qWait(1500);
    draw(m_window.get(), u"chart-compare"_s);
    page->bar()->actions().compare->trigger();
    view->setZoom(3);
    draw(m_window.get(), u"chart-zoomed"_s);
    view->fit();
    m_window->showChart(m_clinic->detail(visit).patient.id);
    QTest::qWait(1500);
    view->select({{26, false}});
    draw(m_window.get(), u"chart-today"_s);
    QImage paper(1754, 1240, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    chartsheet::paintPage(&painter, QRectF(60, 60, 1634, 1120), page->sheet());
    painter.end();
    paper.save(m_directory.filePath(u"chart-paper.png"_s));
    m_clinic->simulator().refuse(u"dentaltap"_s);
    m_window->showChart(known);
    QTest::qWait(1500);
    draw(m_window.get(), u"chart-offline"_s);
    m_clinic->simulator().resume(u"dentaltap"_s);
    m_window->showPage(MainWindow::Page::Settings);
    draw(m_window.get(), u"settings"_s);
    m_desk.session->signOut();
    draw(m_window.get(), u"settings-signedout"_s);
    SimulatedDesk::await(m_desk.session->signIn(u"Nadia"_s, u"1234"_s));
    SimulatedDesk::await(m_desk.session->add(u"Rosa"_s, Role::Reception, u"4321"_s));
    m_desk.session->signOut();
    SimulatedDesk::await(m_desk.session->signIn(u"Rosa"_s, u"4321"_s));
    m_window->showChart(known);
    QTest::qWait(1000);
    draw(m_window.get(), u"chart-reception"_s);
    m_desk.session->signOut();
    SimulatedDesk::await(m_desk.session->signIn(u"Nadia"_s, u"1234"_s));
    m_window->showPage(MainWindow::Page::Day);
    m_window->dayPage()->view()->select(visit);
    QTest::qWait(1000);
    draw(m_window.get(), u"visit-mini"_s);
}

} // namespace

//! Draws the chart's page on a simulated clinic, for looking at it:
//! chart_picture DIRECTORY [dark] [translation.qm]
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
