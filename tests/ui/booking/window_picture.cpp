// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/noteedit.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"
#include "ui/patients/patientlist.h"
#include "ui/patients/patientspage.h"
#include "ui/session/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

//! Draws the window and its dialogs on a simulated clinic, for looking at them:
//! window_picture DIRECTORY [dark] [translation.qm]
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir directory(arguments.value(1));
    QTranslator translator;
    if (translator.load(arguments.constLast())) {
        QLocale::setDefault(QLocale(u"fr_FR"_s));
        QCoreApplication::installTranslator(&translator);
    }
    applyAppearance(application,
                    arguments.contains(u"dark"_s) ? Appearance::Dark : Appearance::Light);
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.clinic.patients = 400;
    options.clinic.appointmentsPerDay = 40;
    SimulatedDesk clinic(options);
    clinic.open();
    clinic.readIn();
    const Desk desk = deskOfWindows(clinic.desk());
    MainWindow window(desk);
    window.resize(1440, 900);
    window.show();
    window.startUpdating();
    QTest::qWait(800);
    const auto draw = [&directory](QWidget *widget, const QString &name) {
        QTest::qWait(300);
        widget->grab().save(directory.filePath(name + u".png"_s));
    };
    const Result<QList<Patient>> all = SimulatedDesk::await(desk.patients->all());
    const Patient known = all ? all->value(7) : Patient();
    const QList<DayEntry> entries = window.dayPage()->model()->entries();
    for (const DayEntry &entry : entries) {
        if (entry.visit.state == VisitState::InTreatment)
            window.dayPage()->view()->select(entry.visit.id);
    }
    draw(&window, u"window"_s);
    window.searchField()->setFocus();
    window.searchField()->setText(known.lastName.left(3));
    draw(&window, u"search"_s);
    window.searchField()->clear();
    window.showPatient(known.id);
    window.patientsPage()->searchField()->setText(known.lastName.left(2));
    draw(&window, u"patients"_s);
    window.patientsPage()->startNew();
    draw(&window, u"newpatient"_s);

    WalkInDialog dialog(desk, {});
    dialog.show();
    QTest::qWait(300);
    auto *field = dialog.findChild<QLineEdit *>(u"patient"_s);
    QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, known.lastName.left(2), {});
    draw(&dialog, u"walkin"_s);
    auto *results = dialog.findChild<PatientList *>(u"results"_s);
    Q_EMIT results->newChosen(known.displayName());
    draw(&dialog, u"walkin-new"_s);
    if (const PatientMatch *match = results->results()->match(results->results()->index(0)))
        dialog.pickPatient(PatientMatch(*match));
    draw(&dialog, u"walkin-known"_s);
    SignInDialog signIn(desk);
    signIn.setReason(u"…"_s);
    signIn.show();
    draw(&signIn, u"signin"_s);
    return 0;
}
