// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booking/walkindialog.h"

#include "app/outbox/outbox.h"
#include "app/store/cataloguestore.h"
#include "app/store/visitstore.h"
#include "ui/booking/slotwords.h"
#include "ui/errortext.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"
#include "ui/widgets/wording.h"
#include "ui_walkindialog.h"

#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMinutes = 30; //!< where the catalogue does not say how long an act takes
constexpr int longestNote = 2000; //!< as BookingWorkflow allows

} // namespace

WalkInDialog::WalkInDialog(const Desk &desk, const Slot &wished, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_wished(wished),
      m_ui(std::make_unique<Ui::WalkInDialog>()), m_problem(new Notice), m_similar(new Notice)
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    title.setWeight(QFont::DemiBold);
    m_ui->title->setFont(title);
    m_problem->setObjectName(u"problem"_s);
    m_ui->problemPlace->addWidget(m_problem);
    m_ui->slotBoard->setZone(m_zone);
    m_ui->note->setMaxLength(longestNote);
    setPrimary(m_ui->book);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_ui->book->setFont(strong);
    for (QLabel *label : {m_ui->patientLabel, m_ui->reasonLabel, m_ui->roomLabel, m_ui->feeLabel,
                          m_ui->slotsLabel, m_ui->noteLabel})
        setQuiet(label);
    m_ui->subtitle->setForegroundRole(QPalette::PlaceholderText);
    makePatientPart();

    connect(m_ui->reason, &QComboBox::currentIndexChanged, this, &WalkInDialog::readSlots);
    connect(m_ui->room, &QComboBox::currentIndexChanged, this, &WalkInDialog::readSlots);
    connect(m_ui->slotBoard, &SlotBoard::chosenChanged, this, &WalkInDialog::showButton);
    connect(m_ui->note, &NoteEdit::cut, this, [this] {
        say(tr("The note takes %n character(s) at most; the rest was left out.", nullptr,
               m_ui->note->maxLength()));
    });
    connect(m_ui->cancel, &QPushButton::clicked, this, &WalkInDialog::reject);
    connect(m_ui->book, &QPushButton::clicked, this, &WalkInDialog::book);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &WalkInDialog::book);
    m_slotsSoon.setSingleShot(true);
    m_slotsSoon.setInterval(0);
    connect(&m_slotsSoon, &QTimer::timeout, this, &WalkInDialog::readSlots);
    connect(m_desk.visits, &VisitStore::changed, &m_slotsSoon, qOverload<>(&QTimer::start));
    connect(m_desk.visits, &VisitStore::daysChanged, &m_slotsSoon, qOverload<>(&QTimer::start));
    if (m_desk.outbox)
        connect(m_desk.outbox, &Outbox::stateChanged, this, &WalkInDialog::showOffline);
    showOffline();
    showWho();
    showButton();
    readCatalogue();
    resize(fontMetrics().averageCharWidth() * 118, sizeHint().height());
    m_heightSoon.setSingleShot(true);
    m_heightSoon.setInterval(0);
    connect(&m_heightSoon, &QTimer::timeout, this, &WalkInDialog::fitHeight);
    m_ui->patient->setFocus();
}

WalkInDialog::~WalkInDialog() = default;

void WalkInDialog::fitHeight()
{
    // A notice that went must not leave a hole above the buttons.
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalSizeHint().height();
    if (isVisible() && wanted != height())
        resize(width(), wanted);
}

void WalkInDialog::readCatalogue()
{
    const auto failed = [this](const Error &error) { say(errorText(error)); };
    QCoro::connect(m_desk.catalogue->rooms(), this, [this](const Result<QList<Room>> &rooms) {
        m_ui->room->clear();
        m_ui->room->addItem(tr("Any free room"), QString());
        for (const Room &room : rooms.value_or(QList<Room>())) {
            if (room.active)
                m_ui->room->addItem(room.name, room.id.value);
        }
        if (const int wished = m_ui->room->findData(m_wished.room.value); wished > 0)
            m_ui->room->setCurrentIndex(wished);
    });
    QCoro::connect(m_desk.catalogue->providers(), this,
                   [this](const Result<QList<Provider>> &providers) {
                       m_providers = providers.value_or(QList<Provider>());
                       m_slotsSoon.start();
                   });
    QCoro::connect(
        m_desk.catalogue->products(), this, [this, failed](const Result<QList<Product>> &products) {
            if (!products) {
                failed(products.error());
                return;
            }
            QCoro::connect(m_desk.booking->consultation(), this,
                           [this, failed, all = *products](const Result<Product> &first) {
                               if (!first)
                                   failed(first.error());
                               fillReasons(all, first ? first->id : ProductId());
                           });
        });
}

void WalkInDialog::fillReasons(const QList<Product> &products, const ProductId &first)
{
    m_products = products;
    m_products.removeIf([](const Product &product) { return !product.active; });
    QString consultations;
    for (const Product &product : std::as_const(m_products)) {
        if (product.id == first)
            consultations = product.invoiceClass;
    }
    // The first consultation, then its class, then the others by class and name.
    const auto rank = [&](const Product &product) {
        return product.id == first ? 0 : product.invoiceClass == consultations ? 1 : 2;
    };
    std::stable_sort(m_products.begin(), m_products.end(), [&](const Product &a, const Product &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        const int byClass = QString::localeAwareCompare(a.invoiceClass, b.invoiceClass);
        return byClass != 0 ? byClass < 0 : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    const QSignalBlocker quiet(m_ui->reason);
    m_ui->reason->clear();
    for (const Product &product : std::as_const(m_products)) {
        const int length = product.durationMinutes > 0 ? product.durationMinutes : usualMinutes;
        m_ui->reason->addItem(tr("%1 · %2 min", "act and its length").arg(product.name).arg(length),
                              product.id.value);
    }
    readSlots();
}

int WalkInDialog::minutes() const
{
    if (m_wished.start.isValid() && m_wished.end > m_wished.start
        && m_ui->reason->currentIndex() <= 0)
        return m_wished.minutes();
    const int index = m_ui->reason->currentIndex();
    if (index < 0 || index >= m_products.size())
        return usualMinutes;
    const int length = m_products.at(index).durationMinutes;
    return length > 0 ? length : usualMinutes;
}

void WalkInDialog::readSlots()
{
    const int index = m_ui->reason->currentIndex();
    m_ui->fee->setText(index >= 0 && index < m_products.size()
                           ? wording::money(m_products.at(index).price)
                           : QString());
    AvailabilityQuery query;
    query.from = m_desk.clock();
    const bool later = m_wished.start.isValid() && m_wished.start > query.from;
    if (later)
        query.from = m_wished.start;
    query.until = query.from.addDays(slotwords::daysAhead);
    query.minutes = minutes();
    query.stepMinutes = later ? 5 : 15;
    query.room = RoomId(m_ui->room->currentData().toString());
    query.limitPerProvider = SlotBoard::columns;
    const int reading = ++m_slotReading;
    QCoro::connect(m_desk.booking->slots(query), this,
                   [this, reading](const Result<QList<Slot>> &free) {
                       if (reading != m_slotReading)
                           return;
                       if (free)
                           showSlots(*free);
                       else
                           say(errorText(free.error()));
                   });
}

void WalkInDialog::showSlots(const QList<Slot> &free)
{
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    std::optional<Slot> wished;
    for (const Slot &slot : free) {
        const bool fits = m_wished.provider.isEmpty() ? true : slot.provider == m_wished.provider;
        if (fits && (!wished || slot.start < wished->start))
            wished = slot;
    }
    m_ui->slotBoard->setSlots(free, m_providers, today, wished);
    m_ui->slotsLabel->setText(slotwords::heading(free, m_zone, today));
    showButton();
}

void WalkInDialog::showButton()
{
    const std::optional<Slot> slot = m_ui->slotBoard->chosen();
    const QString text = slotwords::withKeys(
        slotwords::bookButton(slot, m_providers, m_zone, m_desk.clock().toTimeZone(m_zone).date()));
    m_ui->book->setText(text);
    m_ui->book->setAccessibleName(text);
    m_ui->book->setEnabled(slot && !m_booking);
}

void WalkInDialog::showOffline()
{
    const Outbox::ServiceState crm =
        m_desk.outbox ? m_desk.outbox->state(Service::Zoho) : Outbox::ServiceState();
    m_ui->offline->setTexts(!crm.reachable || crm.signInNeeded
                                ? QStringList{tr("Works offline: sent when the CRM answers")}
                                : QStringList(),
                            Chips::Tone::Warning);
}

void WalkInDialog::say(const QString &problem)
{
    m_problem->setText(problem, Notice::Tone::Danger);
    fitHeightSoon();
}

void WalkInDialog::book()
{
    if (m_booking)
        return;
    say({});
    const std::optional<Slot> slot = m_ui->slotBoard->chosen();
    WalkInRequest request;
    switch (m_who) {
    case Who::Nobody:
        say(tr("Who is it? Type a name and choose the patient, or make a new one."));
        m_ui->patient->setFocus();
        return;
    case Who::Known:
        request.patient.id = m_match.id;
        break;
    case Who::New:
        if (!m_ui->form->checks())
            return;
        checkSimilar(true);
        if (!m_similar->text().isEmpty())
            return;
        request.patient = m_ui->form->patient();
        request.newDespiteSimilar = m_hasDeclined;
        break;
    }
    if (!slot) {
        say(tr("No time is chosen."));
        return;
    }
    request.slot = *slot;
    request.product = ProductId(m_ui->reason->currentData().toString());
    request.note = m_ui->note->toPlainText();
    m_booking = true;
    showButton();
    const QDate day = slot->start.toTimeZone(m_zone).date();
    QCoro::connect(m_desk.booking->book(request), this, [this, day](const Result<Visit> &visit) {
        m_booking = false;
        showButton();
        if (!visit) {
            refused(visit.error());
            return;
        }
        Q_EMIT booked(*visit, day);
        accept();
    });
}

void WalkInDialog::refused(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized && error.service == Service::None) {
        Q_EMIT signInNeeded([this] { book(); });
        return;
    }
    say(errorText(error));
    // A time that went meanwhile: show what is free now.
    if (error.kind == Error::Kind::Conflict)
        readSlots();
}

bool WalkInDialog::hasInput() const
{
    return m_who != Who::Nobody || !m_ui->patient->text().trimmed().isEmpty()
        || !m_ui->note->toPlainText().trimmed().isEmpty();
}

void WalkInDialog::reject()
{
    if (!hasInput() || m_booking) {
        if (!m_booking)
            QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Leave the booking?"),
                                tr("Nothing is booked yet. What you typed would be lost."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"leaveQuestion"_s);
    box->addButton(tr("&Leave"), QMessageBox::DestructiveRole);
    QPushButton *stay = box->addButton(tr("&Go on booking"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, stay](QAbstractButton *pressed) {
        if (pressed != stay)
            QDialog::reject();
    });
    box->open();
}
