// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daymodel.h"
#include "ui/day/dayview.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"file"_s, u"PNG to write"_s);
    parser.addOption({u"dark"_s, u"Dark palette"_s});
    parser.addOption({u"cards"_s, u"A full day of N cards"_s, u"n"_s});
    parser.addOption({u"days"_s, u"Days shown"_s, u"n"_s, u"1"_s});
    parser.addOption({u"size"_s, u"Width x height"_s, u"size"_s, u"1004x850"_s});
    parser.addOption({u"zoom"_s, u"Factor"_s, u"z"_s, u"1"_s});
    parser.addOption({u"rooms"_s, u"Columns by room"_s});
    parser.process(application);
    applyAppearance(application, parser.isSet(u"dark"_s) ? Appearance::Dark : Appearance::Light);

    DayModel model;
    model.setEntries(parser.isSet(u"cards"_s) ? syntheticday::full(parser.value(u"cards"_s).toInt())
                                              : syntheticday::design());
    DayView::Clinic clinic;
    clinic.zone = QTimeZone(syntheticday::zone());
    clinic.hours = syntheticday::hours();
    clinic.clock = syntheticday::now;
    DayView view(&model, clinic);
    QList<QDate> dates;
    for (int i = 0; i < parser.value(u"days"_s).toInt(); ++i)
        dates.append(QDate(2026, 11, 23).addDays(i));
    const auto grouping = parser.isSet(u"rooms"_s) ? DayGrouping::Room : DayGrouping::Surgeon;
    view.setColumns(dayColumns(dates, grouping, syntheticday::providers(), syntheticday::rooms(),
                               model.entries(), clinic.zone, {}, u"No surgeon"_s),
                    grouping);
    QHash<RoomId, QString> rooms;
    for (const Room &room : syntheticday::rooms())
        rooms.insert(room.id, room.name);
    view.setRoomNames(rooms);
    view.setBusy(syntheticday::busy());
    const QStringList size = parser.value(u"size"_s).split(u'x');
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.setZoom(parser.value(u"zoom"_s).toDouble());
    view.select(VisitId(u"v1"_s));
    view.show();
    view.scrollToNow();
    return view.grab().save(parser.positionalArguments().value(0)) ? 0 : 1;
}
