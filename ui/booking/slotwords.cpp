// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booking/slotwords.h"

#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace slotwords {

namespace {

struct SlotWords {
    Q_DECLARE_TR_FUNCTIONS(SlotWords)
};

} // namespace

QString heading(const QList<Slot> &free, const QTimeZone &zone, QDate today)
{
    if (free.isEmpty())
        return SlotWords::tr("No free time in the next %n day(s). Choose another room or act.",
                             nullptr, daysAhead);
    const bool hasToday = std::any_of(free.cbegin(), free.cend(), [&](const Slot &slot) {
        return slot.start.toTimeZone(zone).date() == today;
    });
    return hasToday ? SlotWords::tr("First free times today")
                    : SlotWords::tr("Nothing is free today any more. First free times");
}

QString bookButton(const std::optional<Slot> &slot, const QList<Provider> &providers,
                   const QTimeZone &zone, QDate today)
{
    if (!slot)
        return SlotWords::tr("Book");
    QString name = slot->provider.value;
    for (const Provider &provider : providers) {
        if (provider.id == slot->provider)
            name = provider.name;
    }
    const QDate date = slot->start.toTimeZone(zone).date();
    QString when = wording::time(slot->start, zone);
    if (date != today)
        when.prepend(QString(
            QLocale().toString(date, SlotWords::tr("ddd d MMM", "short date, see QDate::toString"))
            + u' '));
    return SlotWords::tr("Book %1 with %2", "time, surgeon").arg(when, name);
}

QString withKeys(const QString &text)
{
    return SlotWords::tr("%1  Ctrl+↵", "what a button does, and its keys").arg(text);
}

} // namespace slotwords
