// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitpanel.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/visitstore.h"
#include "app/workflow/chartworkflow.h"
#include "app/workflow/visitworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/scans/scanacts.h"
#include "ui/visit/chips.h"
#include "ui/visit/linestable.h"
#include "ui/visit/miniprofile.h"
#include "ui/visit/notice.h"
#include "ui/visit/openitemlist.h"
#include "ui/visit/recordlist.h"
#include "ui/visit/stageline.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Somebody walking through the day does not ask DentalTap at each card.
constexpr auto profilePause = 150ms;

} // namespace

VisitPanel::VisitPanel(const Desk &desk, VisitActions *actions, QWidget *parent)
    : QScrollArea(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_actions(actions),
      m_content(new QWidget), m_empty(new QLabel)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Selected visit"));
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    build();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &VisitPanel::tick);
    m_profileSoon.setSingleShot(true);
    m_profileSoon.setInterval(profilePause);
    connect(&m_profileSoon, &QTimer::timeout, this, &VisitPanel::readProfile);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(0);
    connect(&m_readSoon, &QTimer::timeout, this, &VisitPanel::read);
    const auto soon = [this] { m_readSoon.start(); };
    if (m_desk.visits) {
        connect(m_desk.visits, &VisitStore::changed, this, [this](const VisitId &id) {
            if (id == m_id)
                m_readSoon.start();
        });
        connect(m_desk.visits, &VisitStore::daysChanged, this, soon);
    }
    if (m_desk.outbox) {
        connect(m_desk.outbox, &Outbox::rowFinished, this, soon);
        connect(m_desk.outbox, &Outbox::stateChanged, this, soon);
    }
    if (m_desk.session)
        connect(m_desk.session, &Session::changed, this, [this] {
            m_profileVisit = {};
            showActs();
            showProfile();
        });
    clear();
}

QSize VisitPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 54, fontMetrics().height() * 40};
}

void VisitPanel::showVisit(const VisitId &id)
{
    if (id == m_id && m_detail)
        return;
    m_id = id;
    if (id.isEmpty())
        clear();
    else
        read();
}

QPushButton *VisitPanel::nextButton()
{
    fill();
    return m_next;
}

void VisitPanel::read()
{
    if (m_id.isEmpty())
        return;
    const int reading = ++m_reading;
    QCoro::connect(m_desk.visits->detail(m_id), this,
                   [this, reading](const Result<VisitDetail> &detail) {
                       if (reading != m_reading)
                           return;
                       if (detail)
                           setDetail(*detail);
                       else
                           Q_EMIT said({Message::Level::Warning,
                                        errorText(detail.error()),
                                        errorAdvice(detail.error()),
                                        {},
                                        {}});
                   });
}

void VisitPanel::clear()
{
    ++m_reading;
    m_id = {};
    m_detail.reset();
    m_content->hide();
    m_empty->show();
}

void VisitPanel::setDetail(const VisitDetail &detail)
{
    m_id = detail.entry.visit.id;
    m_detail = detail;
    fill();
    showHead();
    showNotices();
    showOrder();
    showActs();
    if (m_scanActs)
        m_scanActs->setPatient(detail.entry.appointment.patient);
    showProfile();
    m_empty->hide();
    m_content->show();
    tick();
}

void VisitPanel::showHead()
{
    const DayEntry &entry = m_detail->entry;
    const Patient &patient = m_detail->patient;
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    m_name->setText(wording::patientName(entry));
    const bool stranger = entry.appointment.patient.isEmpty();
    m_name->setAccessibleName(
        (stranger ? tr("%1: say who this patient is") : tr("%1: open the patient's record"))
            .arg(m_name->text()));
    m_name->setToolTip(stranger ? tr("Say who this patient is") : tr("Open the patient's record"));
    QStringList person;
    const QDate birth = patient.birthDate.isValid() ? patient.birthDate : entry.birthDate;
    if (birth.isValid())
        person.append(ageText(birth, today));
    if (patient.sex == u"female"_s)
        person.append(tr("F", "female, short"));
    else if (patient.sex == u"male"_s)
        person.append(tr("M", "male, short"));
    m_person->setText(person.isEmpty() ? QString() : QString(u"· "_s + person.join(u" · "_s)));
    QStringList contact;
    if (birth.isValid())
        contact.append(dateText(birth));
    for (const QString &number :
         {patient.mobile.isEmpty() ? entry.phone : patient.mobile, patient.phone}) {
        const QString part = wording::phone(number);
        if (!part.isEmpty() && !contact.contains(part))
            contact.append(part);
    }
    m_contact->setText(contact.join(u" · "_s));
    m_contact->setVisible(!contact.isEmpty());
    const QStringList alerts = patient.alerts.isEmpty() ? entry.alerts : patient.alerts;
    m_alerts->setTexts(alerts, Chips::Tone::Danger);

    const Slot &slot = entry.appointment.slot;
    QStringList when;
    if (slot.isGiven())
        when.append(
            u"%1–%2"_s.arg(wording::time(slot.start, m_zone), wording::time(slot.end, m_zone)));
    const QDate date = slot.start.toTimeZone(m_zone).date();
    if (slot.isGiven() && date != today)
        when.prepend(dateText(date));
    for (const QString &part : {m_detail->provider.name, m_detail->room.name}) {
        if (!part.isEmpty())
            when.append(part);
    }
    QStringList lines{when.join(u" · "_s), entry.appointment.reason};
    lines.removeAll(QString());
    m_when->setText(lines.join(u'\n'));
    m_note->setText(entry.appointment.note);
    m_note->setVisible(!entry.appointment.note.isEmpty());
    m_stages->setEntry(entry);
}

void VisitPanel::showNotices()
{
    const DayEntry &entry = m_detail->entry;
    const Visit &visit = entry.visit;
    QString decide;
    if (visit.conflict) {
        const auto span = [this](const Slot &slot) {
            return tr("%1, %2–%3", "date, start, end")
                .arg(dateText(slot.start.toTimeZone(m_zone).date()),
                     wording::time(slot.start, m_zone), wording::time(slot.end, m_zone));
        };
        decide = tr("To decide: changed here (%1) and in %2 (%3). The time you choose goes to "
                    "every system.")
                     .arg(span(entry.appointment.slot), wording::system(visit.conflict->service),
                          span(visit.conflict->theirs));
    }
    m_decide->setText(decide);

    QStringList attention;
    if (visit.linesChanged)
        attention.append(
            tr("The acts changed after the exit. Look at the lines and confirm again."));
    if (!visit.attention.isEmpty())
        attention.append(visit.attention);
    for (const Supplement &supplement : m_detail->supplements) {
        if (!supplement.attention.isEmpty())
            attention.append(supplement.attention);
    }
    for (const OutboxRow &row : m_detail->rows) {
        if (row.state == OutboxRow::State::Failed && row.error) {
            attention.append(tr("%1 (%2): %3", "command, system, error")
                                 .arg(wording::command(row.command), wording::system(row.service),
                                      errorText(*row.error)));
        }
    }
    if (visit.readyToExit && visit.state == VisitState::InTreatment && attention.isEmpty())
        m_attention->setText(tr("The surgeon has finished: ready to exit."), Notice::Tone::Info);
    else
        m_attention->setText(attention.join(u'\n'), Notice::Tone::Danger);

    const bool stranger = entry.appointment.patient.isEmpty();
    m_stranger->setText(
        stranger ? tr("DentalTap calls this patient “%1” and no patient at this desk is matched "
                      "with them. Say who they are, and check-in can go on.")
                       .arg(entry.appointment.strangerName)
                 : QString());
    const bool open = visit.state == VisitState::Booked || visit.state == VisitState::Arrived
        || visit.state == VisitState::InTreatment;
    QString noOrder;
    if (visit.state == VisitState::Booked && !entry.appointment.slot.isGiven())
        noOrder = tr("Waits for a slot. Choose a time, or drag it from the list below the day to "
                     "its place.");
    else if (!entry.hasOrder && open && !stranger)
        noOrder = visit.state == VisitState::Booked
            ? tr("No order yet: check-in makes the deal and the order in the CRM.")
            : tr("No order yet: the exit makes the deal and the order in the CRM first.");
    m_noOrder->setText(noOrder, Notice::Tone::Info);
}

void VisitPanel::showOrder()
{
    const OrderLines &lines = m_detail->lines;
    m_lines->setLines(lines);
    const QString number = m_detail->order.number.isEmpty()
        ? m_detail->visitLinks.value(RecordKind::SalesOrder).number
        : m_detail->order.number;
    m_orderNumber->setText(number.isEmpty() ? tr("Sales order") : tr("Sales order %1").arg(number));
    const Money total = lines.total();
    m_total->setText(total.currency.code.isEmpty() ? QString() : wording::money(total));
    QStringList words{tr("Total")};
    if (const Money tax = visitwords::tax(lines); !tax.isZero())
        words.append(tr("tax %1").arg(wording::amount(tax)));
    if (!lines.discount.isZero())
        words.append(tr("discount %1").arg(wording::amount(lines.discount)));
    if (!lines.adjustment.isZero())
        words.append(tr("adjustment %1").arg(wording::amount(lines.adjustment)));
    m_totalWord->setText(words.join(u" · "_s));
    m_order->setVisible(!lines.lines.isEmpty());

    m_invoice->setText(visitwords::invoiceText(*m_detail), Notice::Tone::Info);
    m_open->setVisible(!visitwords::invoiceUrl(*m_detail, m_desk.settings).isEmpty());

    const auto records = visitwords::records(*m_detail, m_desk.settings);
    m_records->setRecords(records);
    m_recordsTitle->setVisible(!records.isEmpty());
}

void VisitPanel::showActs()
{
    if (!m_detail)
        return;
    m_openItems->setDetail(*m_detail, m_desk.clock().toTimeZone(m_zone).date());
    const visitwords::Next next = visitwords::nextStep(*m_detail);
    QWidget *focused = m_next->hasFocus() ? m_next : nullptr;
    for (QPushButton *button : std::as_const(m_secondary)) {
        if (button->hasFocus())
            focused = button;
    }
    m_next->setText(next.text);
    m_next->setAccessibleName(next.text);
    m_next->setVisible(!next.text.isEmpty());
    // Signed in with a role that may not: the button says so by being off; nobody signed in: it
    // asks for the sign-in and goes on.
    const bool forbidden = m_desk.session && m_desk.session->current()
        && !m_desk.session->require(Permission::RunVisit);
    m_next->setEnabled(!forbidden);
    int shown = 0;
    QPushButton *last = nullptr;
    for (QPushButton *button : std::as_const(m_secondary)) {
        const auto act = VisitActions::Act(button->property("act").toInt());
        const bool fits = act != next.act && VisitActions::fits(act, m_detail->entry);
        button->setVisible(fits);
        button->setEnabled(fits && !forbidden);
        m_secondaryGrid->removeWidget(button);
        if (fits) {
            m_secondaryGrid->addWidget(button, shown / 2, shown % 2);
            last = button;
            ++shown;
        }
    }
    // The last of an odd number takes the whole row.
    if (shown % 2 == 1)
        m_secondaryGrid->addWidget(last, shown / 2, 0, 1, 2);
    // A button that went with the step must not leave the keys to a stray neighbour.
    if (focused && (focused->isHidden() || !focused->isEnabled()))
        Q_EMIT focusReleased();
}

void VisitPanel::showProfile()
{
    if (!m_profile || !m_detail)
        return;
    const PatientId patient = m_detail->entry.appointment.patient;
    m_profileTitle->setVisible(!patient.isEmpty());
    m_profile->setVisible(!patient.isEmpty());
    if (patient.isEmpty() || (patient == m_profilePatient && m_id == m_profileVisit))
        return;
    m_profilePatient = patient;
    m_profileVisit = m_id;
    m_profile->setWords(tr("Asking DentalTap…"));
    m_profileSoon.start();
}

void VisitPanel::readProfile()
{
    // A visit that DentalTap does not have yet has no state of its own.
    const bool known = m_detail
        && !m_detail->visitLinks.value(RecordKind::DentalTapAppointment).remoteId.isEmpty();
    const ChartOwner owner(m_profilePatient, known ? m_profileVisit : VisitId());
    QCoro::connect(m_desk.charts->summary(owner), this,
                   [this, visit = m_profileVisit](const Result<ChartReading> &summary) {
                       if (visit != m_profileVisit)
                           return;
                       if (summary)
                           m_profile->setProfile(summary->profile, teeth::Notation::Fdi);
                       else
                           m_profile->setWords(errorText(summary.error()));
                   });
}

void VisitPanel::tick()
{
    if (m_detail) {
        // Before the chair there is nothing to read: silence, not "nothing yet".
        m_fresh->setText(m_detail->entry.visit.state == VisitState::Booked
                                 && !m_detail->lines.readAt.isValid()
                             ? QString()
                             : visitwords::freshness(m_detail->lines, m_desk.clock()));
    }
}

void VisitPanel::pressNext()
{
    if (m_detail)
        request(visitwords::nextStep(*m_detail).act);
}

void VisitPanel::pressMatch()
{
    if (m_detail)
        request(VisitActions::Match);
}

void VisitPanel::request(VisitActions::Act act)
{
    const auto go = [this, act, id = m_id] {
        if (id == m_id)
            Q_EMIT requested(act);
    };
    if (m_desk.session && !m_desk.session->current())
        Q_EMIT signInNeeded(go);
    else
        go();
}

void VisitPanel::decide(bool takeTheirs)
{
    const VisitId id = m_id;
    const auto go = [this, id, takeTheirs] {
        QCoro::connect(m_desk.visitWorkflow->decideSlot(id, takeTheirs), this,
                       [this](const Result<Visit> &visit) {
                           if (visit)
                               Q_EMIT said({Message::Level::Info,
                                            tr("The time is decided; every system is told."),
                                            {},
                                            {},
                                            {}});
                           else
                               Q_EMIT said({Message::Level::Warning,
                                            errorText(visit.error()),
                                            errorAdvice(visit.error()),
                                            {},
                                            {}});
                           m_readSoon.start();
                       });
    };
    if (m_desk.session && !m_desk.session->current())
        Q_EMIT signInNeeded(go);
    else
        go();
}

void VisitPanel::showEvent(QShowEvent *event)
{
    m_ticker.start();
    tick();
    QScrollArea::showEvent(event);
}

void VisitPanel::hideEvent(QHideEvent *event)
{
    m_ticker.stop();
    QScrollArea::hideEvent(event);
}

void VisitPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        updateColours();
    QScrollArea::changeEvent(event);
}
