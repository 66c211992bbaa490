// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/interventiondialog.h"

#include "app/outbox/outbox.h"
#include "ui/booking/noteedit.h"
#include "ui/booking/slotboard.h"
#include "ui/booking/slotwords.h"
#include "ui/errortext.h"
#include "ui/plans/planwords.h"
#include "ui/theme/deskstyle.h"
#include "ui/widgets/wording.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMinutes = 60; //!< where neither plan nor catalogue say how long it takes
constexpr int longestNote = 2000; //!< as BookingWorkflow allows

} // namespace

InterventionDialog::InterventionDialog(const Desk &desk, const PlanRecord &record,
                                       const QString &phase, teeth::Notation notation,
                                       const Currency &currency, QWidget *parent)
    : PlanDialog(tr("Book an intervention"), QString(), parent), m_desk(desk),
      m_zone(desk.settings.timeZone), m_record(record), m_currency(currency),
      m_tree(new PlanItemTree), m_total(new QLabel), m_length(new QComboBox), m_room(new QComboBox),
      m_deposit(new QLineEdit), m_heading(new QLabel), m_board(new SlotBoard), m_note(new NoteEdit),
      m_offline(new Chips)
{
    const PlanVersion &version = record.latest();
    setAbout(tr("%1. Makes the order of these items, the DentalTap appointment and the calendar "
                "event together.",
                "plan's title")
                 .arg(planwords::title(record, version)));
    QStringList offered;
    QStringList wanted;
    for (const PlanItem &item : version.toBook())
        offered.append(item.id);
    for (const PlanPhase &each : version.content.phases) {
        for (const PlanItem &item : each.items) {
            if (each.id == phase)
                wanted.append(item.id);
        }
    }
    addLabel(tr("&What is done"), m_tree);
    body()->addWidget(m_tree, 1);
    m_total->setAlignment(Qt::AlignRight);
    m_total->setObjectName(u"total"_s);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_total->setFont(bold);
    body()->addWidget(m_total);
    body()->addWidget(makeChoices());
    m_heading->setWordWrap(true);
    m_heading->setObjectName(u"slotsLabel"_s);
    setQuiet(m_heading);
    body()->addWidget(m_heading);
    m_board->setZone(m_zone);
    m_board->setObjectName(u"slotBoard"_s);
    body()->addWidget(m_board);
    m_note->setMaxLength(longestNote);
    m_note->setObjectName(u"note"_s);
    m_note->setAccessibleName(tr("Note for the surgeon"));
    addLabel(tr("&Note for the surgeon"), m_note);
    body()->addWidget(m_note);
    m_offline->setObjectName(u"offline"_s);
    foot()->addWidget(m_offline);
    connect(m_note, &NoteEdit::cut, this, [this] {
        showProblem(tr("The note takes %n character(s) at most; the rest was left out.", nullptr,
                       m_note->maxLength()));
    });
    m_slotsSoon.setSingleShot(true);
    m_slotsSoon.setInterval(0);
    connect(&m_slotsSoon, &QTimer::timeout, this, &InterventionDialog::readSlots);
    connect(m_tree, &PlanItemTree::checkedChanged, this, &InterventionDialog::showChosen);
    connect(m_room, &QComboBox::currentIndexChanged, &m_slotsSoon, qOverload<>(&QTimer::start));
    connect(m_length, &QComboBox::currentIndexChanged, &m_slotsSoon, qOverload<>(&QTimer::start));
    connect(m_length, &QComboBox::activated, this, [this] { m_lengthByHand = true; });
    connect(m_board, &SlotBoard::chosenChanged, this, &InterventionDialog::showButton);
    showOffline();
    m_tree->setItems(version.content.phases, offered, notation);
    m_tree->check(wanted.isEmpty() ? offered : wanted);
    setMinimumWidth(fontMetrics().averageCharWidth() * 118);
    readCatalogue();
    m_board->setFocus();
}

QWidget *InterventionDialog::makeChoices()
{
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 6, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    m_length->setObjectName(u"length"_s);
    m_length->setAccessibleName(tr("Length"));
    for (const int minutes : {15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240})
        m_length->addItem(wording::minutes(minutes), minutes);
    m_room->setObjectName(u"room"_s);
    m_room->setAccessibleName(tr("Room"));
    m_room->addItem(tr("Any free room"), QString());
    m_room->setMinimumContentsLength(12);
    m_deposit->setObjectName(u"deposit"_s);
    m_deposit->setAccessibleName(tr("Deposit"));
    m_deposit->setPlaceholderText(tr("none", "deposit"));
    m_deposit->setMaxLength(20);
    const QList<std::pair<QString, QWidget *>> fields{
        {tr("L&ength"), m_length}, {tr("R&oom"), m_room}, {tr("&Deposit on the order"), m_deposit}};
    int column = 0;
    for (const auto &[text, field] : fields) {
        auto *label = new QLabel(text);
        setQuiet(label);
        label->setBuddy(field);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, 1);
        ++column;
    }
    return row;
}

void InterventionDialog::setProviders(const QList<Provider> &providers)
{
    m_providers = providers;
    m_slotsSoon.start();
}

void InterventionDialog::setRooms(const QList<Room> &rooms)
{
    for (const Room &room : rooms) {
        if (room.active)
            m_room->addItem(room.name, room.id.value);
    }
}

PlannedPart InterventionDialog::part() const
{
    PlannedPart part;
    part.plan = m_record.current.id;
    part.version = m_record.latest().number;
    part.phase = m_tree->phaseOfChecked();
    part.items = m_tree->checked();
    return part;
}

int InterventionDialog::minutes() const
{
    return m_length->currentData().toInt();
}

void InterventionDialog::setPlannedMinutes(int planned)
{
    if (m_lengthByHand)
        return;
    const int wanted = planned > 0 ? planned : usualMinutes;
    int index = m_length->findData(wanted);
    if (index < 0) {
        index = 0;
        while (index < m_length->count() && m_length->itemData(index).toInt() < wanted)
            ++index;
        m_length->insertItem(index, wording::minutes(wanted), wanted);
    }
    m_length->setCurrentIndex(index);
    m_slotsSoon.start();
}

std::optional<Money> InterventionDialog::deposit()
{
    const QString typed = m_deposit->text().trimmed();
    if (typed.isEmpty())
        return Money{0, m_currency};
    const Result<Money> amount = moneyFromText(typed, m_currency);
    if (!amount || amount->minor < 0) {
        showProblem(tr("The deposit is not an amount. Write it like 500 or 500.50."));
        m_deposit->setFocus();
        return std::nullopt;
    }
    return *amount;
}

void InterventionDialog::showChosen()
{
    m_total->setText(wording::money(m_tree->total(m_currency)));
    readMinutes();
    showButton();
}

void InterventionDialog::showSlots(const QList<Slot> &free)
{
    const ProviderId own = m_record.latest().content.provider;
    // The plan's surgeon stands first; the others in the order of their first free time.
    QList<Slot> ordered = free;
    std::stable_sort(ordered.begin(), ordered.end(), [&own](const Slot &a, const Slot &b) {
        return (a.provider == own) > (b.provider == own);
    });
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    m_board->setSlots(ordered, m_providers, today);
    m_heading->setText(slotwords::heading(free, m_zone, today));
    showButton();
    fitHeight();
}

void InterventionDialog::showButton()
{
    const std::optional<Slot> slot = m_board->chosen();
    setGo(
        slotwords::bookButton(slot, m_providers, m_zone, m_desk.clock().toTimeZone(m_zone).date()),
        slot && !m_tree->checked().isEmpty());
}

void InterventionDialog::showOffline()
{
    const Outbox::ServiceState crm =
        m_desk.outbox ? m_desk.outbox->state(Service::Zoho) : Outbox::ServiceState();
    m_offline->setTexts(!crm.reachable || crm.signInNeeded
                            ? QStringList{tr("Works offline: sent when the CRM answers")}
                            : QStringList(),
                        Chips::Tone::Warning);
}

void InterventionDialog::go()
{
    book(false);
}

#include "moc_interventiondialog.cpp"
