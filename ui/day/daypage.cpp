// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/daypage.h"

#include "app/session/session.h"
#include "app/store/cataloguestore.h"
#include "app/store/visitstore.h"
#include "ui/day/daymodel.h"
#include "ui/day/slotqueue.h"
#include "ui/day/visitacts.h"
#include "ui/day/waitinglist.h"
#include "ui/errortext.h"

#include <QActionGroup>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

//! Columns keep their places: the systems list what changed last first.
template <typename Named>
QList<Named> byName(QList<Named> list)
{
    std::stable_sort(list.begin(), list.end(), [](const Named &a, const Named &b) {
        return QString::compare(a.name.normalized(QString::NormalizationForm_D),
                                b.name.normalized(QString::NormalizationForm_D),
                                Qt::CaseInsensitive)
            < 0;
    });
    return list;
}

} // namespace

DayPage::DayPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_model(new DayModel(this)),
      m_visitActions(new VisitActions(this, this)), m_acts(new VisitActs(desk, m_model, this))
{
    const WaitLimits limits{desk.settings.waitAmberMinutes, desk.settings.waitRedMinutes};
    m_view = new DayView(m_model, {m_zone, desk.settings.hours, limits, desk.clock});
    m_waiting = new WaitingList(m_model, limits, m_zone, desk.clock);
    m_waiting->hide();
    m_slotQueue = new SlotQueue(m_model);
    m_columns = new QSplitter(Qt::Vertical);
    m_columns->addWidget(m_view);
    m_columns->addWidget(m_waiting);
    m_columns->addWidget(m_slotQueue);
    m_columns->setStretchFactor(0, 1);
    m_columns->setChildrenCollapsible(false);
    m_side = new QSplitter(Qt::Horizontal);
    m_side->addWidget(m_columns);
    m_side->setStretchFactor(0, 1);
    m_side->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_side);
    setFocusProxy(m_view);

    m_date = today();
    makeActions();
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(0);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DayPage::readEntries);

    connect(m_view, &DayView::selectionChanged, this, [this](const VisitId &id) {
        if (!id.isEmpty())
            m_wanted = {};
        updateVisitActions();
        Q_EMIT selectionChanged(id);
    });
    connect(m_view, &DayView::opened, this, &DayPage::opened);
    connect(m_view, &DayView::moveRequested, m_acts, &VisitActs::move);
    connect(m_view, &DayView::slotChosen, this, &DayPage::walkInRequested);
    connect(m_view, &DayView::menuRequested, this, &DayPage::showMenu);
    connect(m_waiting, &WaitingList::selected, m_view, &DayView::select);
    connect(m_slotQueue, &SlotQueue::selected, m_view, &DayView::select);
    connect(m_slotQueue, &SlotQueue::pickUpRequested, this, [this](const VisitId &id) {
        m_view->select(id);
        if (m_visitActions->action(VisitActions::Move)->isEnabled())
            m_view->pickUp();
    });
    connect(m_slotQueue, &SlotQueue::dragged, this, [this](const VisitId &id, const QPoint &at) {
        m_view->select(id);
        if (m_visitActions->action(VisitActions::Move)->isEnabled())
            m_view->dragIn(id, at);
    });
    connect(m_slotQueue, &SlotQueue::dropped, m_view,
            [this](const VisitId &, const QPoint &at) { m_view->dropIn(at); });
    connect(m_waiting, &WaitingList::seatRequested, this, [this](const VisitId &id) {
        if (m_visitActions->action(VisitActions::Seat)->isEnabled())
            m_acts->perform(VisitActions::Seat, id);
    });
    connect(m_visitActions, &VisitActions::requested, this, &DayPage::perform);
    connect(m_acts, &VisitActs::said, this, &DayPage::said);
    connect(m_acts, &VisitActs::done, this, &DayPage::reload);

    connect(m_desk.visits, &VisitStore::changed, this, &DayPage::reload);
    connect(m_desk.visits, &VisitStore::daysChanged, this, &DayPage::reload);
    connect(m_desk.catalogue, &CatalogueStore::changed, this, &DayPage::readCatalogue);
    updateRights();
}

QDate DayPage::today() const
{
    return m_desk.clock().toTimeZone(m_zone).date();
}

void DayPage::setFirstDay(const FirstDay &first)
{
    m_date = first.date;
    m_providers = byName(first.providers);
    m_rooms = byName(first.rooms);
    makeSurgeonMenu();
    setEntries(first.entries);
}

void DayPage::setVisitPanel(QWidget *panel)
{
    m_side->addWidget(panel);
    m_side->setStretchFactor(1, 0);
    const int panelWidth = fontMetrics().averageCharWidth() * 52;
    m_side->setSizes({qMax(panelWidth, width() - panelWidth), panelWidth});
}

void DayPage::showDate(QDate date)
{
    if (!date.isValid() || date == m_date)
        return;
    m_date = date;
    m_scrolled = false;
    m_acrossSoon = true;
    m_view->select({});
    Q_EMIT dateChanged();
    readEntries();
}

void DayPage::showVisit(const VisitId &id, QDate date)
{
    m_wanted = id;
    showDate(date);
    selectWanted();
}

void DayPage::selectWanted()
{
    // Another day's cards come a moment later.
    if (!m_wanted.isEmpty() && m_model->entry(m_wanted)) {
        const VisitId wanted = m_wanted;
        m_wanted = {};
        m_view->select(wanted);
    }
}

void DayPage::setSpan(Span span)
{
    if (m_span == span)
        return;
    m_span = span;
    m_acrossSoon = true;
    for (QAction *action : m_spanGroup->actions())
        action->setChecked(action
                           == (span == Span::Day             ? m_actions.day
                                   : span == Span::ThreeDays ? m_actions.threeDays
                                                             : m_actions.week));
    Q_EMIT dateChanged();
    readEntries();
}

void DayPage::step(int direction)
{
    switch (m_span) {
    case Span::Day:
        showDate(m_date.addDays(direction));
        break;
    case Span::ThreeDays:
        showDate(m_date.addDays(3 * direction));
        break;
    case Span::Week:
        showDate(m_date.addDays(7 * direction));
        break;
    }
}

void DayPage::zoom(double factor)
{
    m_view->setZoom(m_view->zoom() * factor);
}

QList<QDate> DayPage::dates() const
{
    if (m_span == Span::Day)
        return {m_date};
    if (m_span == Span::ThreeDays)
        return {m_date, m_date.addDays(1), m_date.addDays(2)};
    QList<QDate> week;
    const QDate monday = m_date.addDays(1 - m_date.dayOfWeek());
    for (int i = 0; i < 7; ++i) {
        const QDate date = monday.addDays(i);
        const auto &hours = m_desk.settings.hours;
        const bool open = std::any_of(hours.begin(), hours.end(), [&](const OpeningSpan &span) {
            return span.weekday == date.dayOfWeek();
        });
        const auto &entries = m_model->entries();
        const bool used = std::any_of(entries.begin(), entries.end(), [&](const DayEntry &entry) {
            return entry.appointment.slot.start.toTimeZone(m_zone).date() == date;
        });
        if (open || used || (hours.isEmpty() && i < 6))
            week.append(date);
    }
    return week;
}

void DayPage::reload()
{
    // Several news in a row are one reading.
    m_reloadSoon.start();
}

void DayPage::readEntries()
{
    const bool week = m_span == Span::Week;
    const QDate from = week ? m_date.addDays(1 - m_date.dayOfWeek()) : m_date;
    const QDate to = from.addDays(week ? 7 : m_span == Span::ThreeDays ? 3 : 1);
    const int reading = ++m_reading;
    QCoro::connect(m_desk.visits->days(from, to), this,
                   [this, reading](const Result<QList<DayEntry>> &entries) {
                       if (reading != m_reading)
                           return;
                       if (entries)
                           readQueue(*entries, reading);
                       else
                           Q_EMIT said({Message::Level::Danger, errorText(entries.error()),
                                        errorAdvice(entries.error()), tr("Read again"),
                                        [this] { reload(); }});
                   });
    const QDateTime start = momentOf(from, 0, m_zone);
    QCoro::connect(m_desk.catalogue->busy(start, momentOf(to, 0, m_zone)), this,
                   [this, reading](const Result<QList<BusyBlock>> &blocks) {
                       if (reading == m_reading && blocks)
                           m_view->setBusy(*blocks);
                   });
    if (m_providers.isEmpty())
        readCatalogue();
}

//! Whoever waits for a slot stands in no day: they come after it.
void DayPage::readQueue(const QList<DayEntry> &day, int reading)
{
    QCoro::connect(m_desk.visits->buffered(), this,
                   [this, day, reading](const Result<QList<DayEntry>> &queue) {
                       if (reading == m_reading)
                           setEntries(day + queue.value_or(QList<DayEntry>()));
                   });
}

void DayPage::readCatalogue()
{
    QCoro::connect(m_desk.catalogue->providers(), this,
                   [this](const Result<QList<Provider>> &providers) {
                       if (!providers || byName(*providers) == m_providers)
                           return;
                       m_providers = byName(*providers);
                       makeSurgeonMenu();
                       updateColumns();
                   });
    QCoro::connect(m_desk.catalogue->rooms(), this, [this](const Result<QList<Room>> &rooms) {
        if (!rooms || byName(*rooms) == m_rooms)
            return;
        m_rooms = byName(*rooms);
        updateColumns();
    });
}

void DayPage::setDayVisible(bool visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    m_view->setEmptyText(visible ? QString() : tr("Sign in to see the day."));
    if (visible)
        reload();
    else
        setEntries({});
}

void DayPage::setEntries(const QList<DayEntry> &entries)
{
    m_model->setEntries(m_visible ? entries : QList<DayEntry>());
    updateColumns();
    updateVisitActions();
    if (!m_scrolled && (!entries.isEmpty() || !m_providers.isEmpty())) {
        m_scrolled = true;
        m_view->scrollToNow();
    }
    if (m_acrossSoon) {
        m_acrossSoon = false;
        m_view->scrollToDate(m_date);
    }
    selectWanted();
    Q_EMIT countsChanged();
}

void DayPage::updateColumns()
{
    const bool rooms = m_actions.byRoom->isChecked();
    const auto grouping = rooms ? DayGrouping::Room : DayGrouping::Surgeon;
    m_view->setColumns(dayColumns(dates(), grouping, m_providers, m_rooms, m_model->entries(),
                                  m_zone, m_onlySurgeon,
                                  rooms ? tr("No room yet") : tr("No surgeon yet")),
                       grouping);
    QHash<RoomId, QString> roomNames;
    for (const Room &room : std::as_const(m_rooms))
        roomNames.insert(room.id, room.name);
    m_view->setRoomNames(roomNames);
    QHash<ProviderId, QString> providerNames;
    for (const Provider &provider : std::as_const(m_providers))
        providerNames.insert(provider.id, provider.name);
    m_waiting->setProviderNames(providerNames);
    m_slotQueue->setProviderNames(providerNames);
}

DayPage::Counts DayPage::counts() const
{
    Counts counts;
    const QList<QDate> shown = dates();
    for (const DayEntry &entry : m_model->entries()) {
        if (!shown.contains(entry.appointment.slot.start.toTimeZone(m_zone).date()))
            continue;
        counts.appointments += entry.visit.state != VisitState::Cancelled;
        counts.waiting += entry.visit.state == VisitState::Arrived;
        counts.inTreatment += entry.visit.state == VisitState::InTreatment;
    }
    return counts;
}

void DayPage::updateRights()
{
    m_view->setEditable(m_desk.session->require(Permission::Book).has_value());
    updateVisitActions();
}

void DayPage::updateVisitActions()
{
    m_visitActions->setVisit(m_model->entry(m_view->selected()), [this](Permission permission) {
        return m_desk.session->require(permission).has_value();
    });
}

void DayPage::showMenu(const VisitId &, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_visitActions->fill(menu);
    menu->popup(position);
}

void DayPage::perform(VisitActions::Act act)
{
    const VisitId id = m_view->selected();
    const DayEntry *entry = m_model->entry(id);
    if (!entry)
        return;
    switch (act) {
    case VisitActions::Open:
        Q_EMIT opened(id);
        break;
    case VisitActions::Next:
        if (const auto next = VisitActions::nextAct(*entry); next != VisitActions::Next)
            perform(next);
        break;
    case VisitActions::Exit:
        // Nobody can be billed before somebody has said who it is.
        if (entry->appointment.patient.isEmpty())
            m_acts->perform(VisitActions::Match, id);
        else
            Q_EMIT exitRequested(id);
        break;
    case VisitActions::Move:
        m_view->pickUp();
        break;
    case VisitActions::Chart:
        Q_EMIT chartRequested(entry->appointment.patient, id);
        break;
    case VisitActions::Plans:
        Q_EMIT plansRequested(entry->appointment.patient);
        break;
    default:
        m_acts->perform(act, id);
        break;
    }
}

#include "moc_daypage.cpp"
