// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/visit/syntheticvisit.h"
#include "ui/theme/theme.h"
#include "ui/visit/exitsheet.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/visitpanel.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTest>

using namespace Qt::StringLiterals;

//! Draws the panel or the exit sheet into a file, for looking at it:
//! visit_picture panel|exit FILE [--dark] [--troubled] [--state Booked]
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s, u"panel or exit"_s);
    parser.addPositionalArgument(u"file"_s, u"PNG to write"_s);
    parser.addOption({u"dark"_s, u"Dark palette"_s});
    parser.addOption({u"troubled"_s, u"Every mark there is"_s});
    parser.addOption({u"state"_s, u"The visit's state"_s, u"state"_s});
    parser.process(application);
    applyAppearance(application, parser.isSet(u"dark"_s) ? Appearance::Dark : Appearance::Light);
    VisitDetail detail =
        parser.isSet(u"troubled"_s) ? syntheticvisit::troubled() : syntheticvisit::design();
    if (const auto state = enumFromName<VisitState>(parser.value(u"state"_s)))
        detail = syntheticvisit::inState(*state);
    Desk desk;
    desk.settings.timeZone = syntheticvisit::zone();
    desk.settings.quickbooks.webUrl = QUrl(u"https://qbo.example"_s);
    desk.clock = syntheticvisit::now;
    const QString file = parser.positionalArguments().value(1);
    if (parser.positionalArguments().value(0) == u"exit"_s) {
        ExitSheet sheet(desk, detail);
        sheet.show();
        QTest::qWait(50);
        sheet.adjustSize();
        return sheet.grab().save(file) ? 0 : 1;
    }
    QWidget scope;
    VisitActions actions(&scope, &scope);
    VisitPanel panel(desk, &actions);
    panel.setDetail(detail);
    panel.resize(panel.sizeHint().width(), panel.fontMetrics().height() * 52);
    panel.show();
    QTest::qWait(50);
    return panel.grab().save(file) ? 0 : 1;
}
