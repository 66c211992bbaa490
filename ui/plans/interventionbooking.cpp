// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What InterventionDialog asks the workflows.
#include "app/store/cataloguestore.h"
#include "app/store/visitstore.h"
#include "app/workflow/bookingworkflow.h"
#include "ui/booking/noteedit.h"
#include "ui/booking/slotboard.h"
#include "ui/booking/slotwords.h"
#include "ui/errortext.h"
#include "ui/plans/interventiondialog.h"

#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

void InterventionDialog::readCatalogue()
{
    if (!m_desk.catalogue)
        return;
    QCoro::connect(m_desk.catalogue->rooms(), this, [this](const Result<QList<Room>> &rooms) {
        setRooms(rooms.value_or(QList<Room>()));
    });
    QCoro::connect(m_desk.catalogue->providers(), this,
                   [this](const Result<QList<Provider>> &providers) {
                       setProviders(providers.value_or(QList<Provider>()));
                   });
    connect(m_desk.visits, &VisitStore::changed, &m_slotsSoon, qOverload<>(&QTimer::start));
    connect(m_desk.visits, &VisitStore::daysChanged, &m_slotsSoon, qOverload<>(&QTimer::start));
}

void InterventionDialog::readMinutes()
{
    const PlannedPart chosen = part();
    if (!m_desk.plans || chosen.items.isEmpty())
        return;
    const int reading = ++m_minutesReading;
    QCoro::connect(m_desk.plans->minutesOf(chosen), this,
                   [this, reading](const Result<int> &minutes) {
                       if (reading == m_minutesReading)
                           setPlannedMinutes(minutes.value_or(0));
                   });
}

void InterventionDialog::readSlots()
{
    if (!m_desk.booking)
        return;
    AvailabilityQuery query;
    query.from = m_desk.clock();
    query.until = query.from.addDays(slotwords::daysAhead);
    query.minutes = minutes();
    query.room = RoomId(m_room->currentData().toString());
    query.limitPerProvider = SlotBoard::columns;
    const int reading = ++m_slotReading;
    QCoro::connect(m_desk.booking->slots(query), this,
                   [this, reading](const Result<QList<Slot>> &free) {
                       if (reading != m_slotReading)
                           return;
                       if (free)
                           showSlots(*free);
                       else
                           showProblem(errorText(free.error()));
                   });
}

void InterventionDialog::book(bool despiteConflicts)
{
    const std::optional<Slot> slot = m_board->chosen();
    showProblem({});
    const std::optional<Money> money = deposit();
    if (m_booking || !slot || !money)
        return;
    InterventionRequest request;
    request.part = part();
    request.slot = *slot;
    request.note = m_note->toPlainText();
    request.deposit = *money;
    request.despiteConflicts = despiteConflicts;
    m_booking = true;
    setBusy(true);
    const QDate day = slot->start.toTimeZone(m_zone).date();
    QCoro::connect(m_desk.plans->book(request), this, [this, day](const Result<Visit> &visit) {
        m_booking = false;
        setBusy(false);
        if (!visit) {
            refused(visit.error());
            return;
        }
        Q_EMIT booked(*visit, day);
        accept();
    });
}

void InterventionDialog::refused(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized && error.service == Service::None) {
        Q_EMIT signInNeeded([this] { book(false); });
        return;
    }
    showProblem(errorText(error));
    // A time that went meanwhile: show what is free now.
    if (error.kind == Error::Kind::Conflict)
        readSlots();
}
