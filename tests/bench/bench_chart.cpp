// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of the chart: first picture beside a bare QSvgRenderer on the same file, hovering,
// opening from what is kept, memory. Without a screen: the widgets paint into memory.

#include "app/workflow/chartworkflow.h"
#include "tests/bench/figure.h"
#include "tests/integration/simulateddesk.h"
#include "tests/simulator/dentaltapprofile.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/toothchart/chartpage.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgRenderer>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 61;
constexpr QSize viewSize(1200, 560);

//! A chart as rich as a vendor's: five surfaces and a root for each of 32 teeth, all with ids.
QByteArray richChart()
{
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 360\">\n";
    const QList<int> all = teeth::permanentTeeth();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QByteArray number = QByteArray::number(all.at(i));
        const qsizetype column = i < 16 ? i : 31 - i;
        svg += "<g id=\"tooth-" + number + "\" transform=\"translate("
            + QByteArray::number(24 + column * 56) + (i < 16 ? " 60" : " 200") + ")\">";
        svg += "<path id=\"tooth-" + number
            + "-root\" d=\"M6 40 C8 90 14 96 18 60 C22 96 30 96 34 40 Z\" fill=\"#fbf8f0\" "
              "stroke=\"#6b7280\"/>";
        int surface = 0;
        for (const char *letter : {"M", "D", "O", "V", "L"}) {
            svg += "<path id=\"tooth-" + number + '-' + letter + "\" d=\"M"
                + QByteArray::number(4 + surface * 7)
                + " 4 q4 -4 7 0 v30 q-4 4 -7 0 Z\" "
                  "fill=\"#e8edf3\" stroke=\"#6b7280\" stroke-width=\"0.8\"/>";
            ++surface;
        }
        svg += "<text x=\"10\" y=\"-6\" font-size=\"12\">" + number + "</text></g>\n";
    }
    return svg + "</svg>\n";
}

DentalProfile somebody()
{
    DentalProfile profile;
    profile.patientId = u"1"_s;
    profile.dentition = dental::Dentition::Permanent;
    for (const int fdi : teeth::permanentTeeth()) {
        ToothProfile tooth;
        tooth.tooth = {fdi, false};
        tooth.presence = dental::Presence::Present;
        profile.teeth.append(tooth);
    }
    return profile;
}

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

//! From proved bytes to a painted view, beside parsing and painting the same bytes into a picture
//! of the same size.
bool firstPaint()
{
    const QByteArray bytes = richChart();
    const DentalProfile profile = somebody();
    ChartView view;
    view.resize(viewSize);
    view.show();
    QTest::qWait(50);
    QList<double> bare;
    QList<double> ours;
    QImage target(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    for (int i = 0; i < rounds; ++i) {
        bare.append(milliseconds([&] {
            QSvgRenderer renderer(bytes);
            target.fill(Qt::white);
            QPainter painter(&target);
            painter.setRenderHint(QPainter::Antialiasing);
            const QSizeF fitted = renderer.viewBoxF().size().scaled(target.size() - QSize(24, 24),
                                                                    Qt::KeepAspectRatio);
            renderer.render(&painter, QRectF(QPointF(12, 12), fitted));
        }));
        view.setChart({}, {});
        view.viewport()->repaint();
        ours.append(milliseconds([&] {
            ChartScene scene;
            if (!scene.addPicture(bytes, u"svg"_s, profile, {}))
                qFatal("no picture");
            view.setChart(scene, profile);
            view.viewport()->repaint();
        }));
        QCoreApplication::processEvents();
    }
    return figure("chart: parse and first paint", median(ours), "ms", median(bare), {0, 1.3});
}

//! The pointer from one tooth to the next until the window is painted again.
bool hovering(const char *name, const ChartScene &scene)
{
    ChartView view;
    view.resize(viewSize);
    view.show();
    view.setChart(scene, somebody());
    QTest::qWait(100);
    QList<double> each;
    double slowest = 0;
    for (int round = 0; round < 3; ++round) {
        for (const teeth::Tooth &tooth : view.scene().teeth()) {
            const QPoint at = view.toothRect(tooth).center();
            QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            const double time = milliseconds([&] {
                QCoreApplication::sendEvent(view.viewport(), &move);
                QCoreApplication::processEvents();
            });
            each.append(time);
            slowest = std::max(slowest, time);
        }
    }
    std::printf("%-52s %10.2f ms\n", "  the slowest of them", slowest);
    return figure(name, median(each), "ms", 0, {4, 0});
}

//! A patient with ten years of acts on every tooth, opened while DentalTap is away.
bool opening(SimulatedDesk &clinic, const QList<PatientId> &patients)
{
    const Result<Visit> booked = clinic.bookNew(u"Ida"_s, u"Decennie"_s);
    if (!booked)
        qFatal("not booked");
    SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(booked->id));
    SimulatedDesk::await(clinic.desk().visitWorkflow()->seat(booked->id));
    clinic.drained();
    QJsonArray acts;
    for (int year = 0; year < 10; ++year) {
        for (const int fdi : teeth::permanentTeeth())
            acts.append(
                QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, QString::number(fdi)}});
    }
    clinic.record(booked->id, acts);
    const PatientId old = clinic.detail(booked->id).patient.id;

    ChartPage page(deskOfWindows(clinic.desk()));
    page.resize(1300, 860);
    page.show();
    auto *history = page.findChild<QTableView *>(u"chartHistory"_s);
    const auto shown = [&](const PatientId &id, int rows) {
        QElapsedTimer timer;
        timer.start();
        page.showPatient(id);
        while (timer.elapsed() < 20000
               && (page.pane()->view()->scene().isEmpty()
                   || !page.pane()->view()->scene().hasPicture()
                   || history->model()->rowCount() < rows))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        page.repaint();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    shown(old, int(acts.size()));
    shown(patients.first(), 0);
    QTest::qWait(500);
    clinic.simulator().refuse(u"dentaltap"_s);
    QList<double> times;
    for (int i = 0; i < 9; ++i) {
        times.append(shown(old, int(acts.size())));
        QTest::qWait(200);
        shown(patients.first(), 0);
        QTest::qWait(200);
    }
    clinic.simulator().resume(u"dentaltap"_s);
    return figure("chart: 32 teeth and ten years, opened from cache", median(times), "ms", 0,
                  {100, 0});
}

//! A hundred charts one after another.
bool memory(SimulatedDesk &clinic, const QList<PatientId> &patients)
{
    ChartPage page(deskOfWindows(clinic.desk()));
    page.resize(1300, 860);
    page.show();
    const auto look = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            page.showPatient(patients.at(i % patients.size()));
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < 5000
                   && (page.pane()->isReading() || !page.pane()->view()->scene().hasPicture()))
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
    };
    // Every patient once, so that what is kept of them is there.
    look(0, int(patients.size()));
    const double before = residentMegabytes();
    look(0, 100);
    const double after = residentMegabytes();
    figure("chart: resident memory before", before, "MiB", 0);
    return figure("chart: more after 100 charts", std::max(0.0, after - before), "MiB", 0, {4, 0});
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"vestibule.*=false"_s);
    bool kept = firstPaint();
    const DentalProfile profile = somebody();
    ChartScene picture;
    picture.addPicture(richChart(), u"svg"_s, profile, {});
    kept = hovering("chart: hovering on DentalTap's picture", picture) && kept;
    const ChartScene drawing(profile, Odontogram::View::Both, teeth::Notation::Fdi);
    kept = hovering("chart: hovering on the own drawing", drawing) && kept;

    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    QList<PatientId> patients;
    const Result<QList<Patient>> all = SimulatedDesk::await(clinic.desk().patients()->all());
    for (const Patient &patient : all.value_or(QList<Patient>())) {
        const Result<Links> links =
            SimulatedDesk::await(clinic.desk().patients()->links(patient.id));
        if (links && links->contains(RecordKind::DentalTapPatient) && patients.size() < 25)
            patients.append(patient.id);
    }
    if (patients.isEmpty())
        qFatal("nobody is in DentalTap");
    kept = opening(clinic, patients) && kept;
    kept = memory(clinic, patients) && kept;
    return kept ? 0 : 1;
}
