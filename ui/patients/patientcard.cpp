// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientcard.h"

#include "ui/patients/datetext.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/chips.h"
#include "ui/visit/recordlinks.h"
#include "ui/visit/recordlist.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Column { Day, Time, Reason, Stage, Total, ColumnCount };
constexpr int idRole = Qt::UserRole + 1;
constexpr int dayRole = Qt::UserRole + 2;

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

PatientCard::PatientCard(QTimeZone zone, QWidget *parent)
    : QScrollArea(parent), m_zone(std::move(zone)), m_name(plainLabel()), m_person(plainLabel()),
      m_contact(plainLabel()), m_alerts(new Chips), m_edit(new QPushButton(tr("&Edit…"))),
      m_walkIn(new QPushButton(tr("&Book an appointment…"))),
      m_chart(new QPushButton(tr("Ch&art"))), m_plans(new QPushButton(tr("P&lans"))),
      m_model(new QStandardItemModel(0, ColumnCount, this)), m_appointments(new QTreeView),
      m_none(plainLabel()), m_links(new RecordList)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    QFont title = strong;
    title.setPointSizeF(title.pointSizeF() * 1.3);
    m_name->setFont(title);
    m_name->setWordWrap(false);
    const auto heading = [&strong](const QString &text) {
        auto *label = new QLabel(text);
        label->setFont(strong);
        return label;
    };
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    const int margin = fontMetrics().averageCharWidth() * 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(fontMetrics().height() / 2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name);
    head->addWidget(m_person);
    head->addStretch(1);
    head->addWidget(m_walkIn);
    m_chart->setObjectName(u"patientChart"_s);
    head->addWidget(m_chart);
    m_plans->setObjectName(u"patientPlans"_s);
    head->addWidget(m_plans);
    head->addWidget(m_edit);
    setPrimary(m_walkIn);
    layout->addLayout(head);
    layout->addWidget(m_contact);
    layout->addWidget(m_alerts);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(heading(tr("Appointments")));
    m_none->setText(tr("None between last week and the next two months."));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_none);
    m_model->setHorizontalHeaderLabels(
        {tr("Day"), tr("Time"), tr("Reason"), tr("Stage"), tr("Order")});
    m_appointments->setModel(m_model);
    m_appointments->setAccessibleName(tr("Appointments"));
    m_appointments->setRootIsDecorated(false);
    m_appointments->setUniformRowHeights(true);
    m_appointments->setAllColumnsShowFocus(true);
    m_appointments->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_appointments->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_appointments->header()->setStretchLastSection(false);
    m_appointments->header()->setSectionResizeMode(Reason, QHeaderView::Stretch);
    m_appointments->setMinimumHeight(fontMetrics().height() * 8);
    connect(m_appointments, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QModelIndex first = index.siblingAtColumn(0);
        Q_EMIT visitRequested(VisitId(first.data(idRole).toString()), first.data(dayRole).toDate());
    });
    layout->addWidget(m_appointments, 1);
    layout->addWidget(heading(tr("Linked records")));
    layout->addWidget(m_links);
    // Takes what is left when the table of appointments is not there.
    layout->addStretch(0);
    setWidget(content);
}

void PatientCard::setPatient(const Patient &patient, QDate today)
{
    m_name->setText(patient.displayName());
    QStringList person;
    if (patient.birthDate.isValid())
        person = {ageText(patient.birthDate, today), dateText(patient.birthDate)};
    if (patient.sex == u"female"_s)
        person.append(tr("female", "sex"));
    else if (patient.sex == u"male"_s)
        person.append(tr("male", "sex"));
    if (patient.archived)
        person.append(tr("archived"));
    m_person->setText(person.isEmpty() ? QString() : QString(u"· "_s + person.join(u" · "_s)));
    m_person->setWordWrap(false);
    QStringList contact;
    for (const QString &part :
         {wording::phone(patient.mobile), wording::phone(patient.phone), patient.email}) {
        if (!part.isEmpty())
            contact.append(part);
    }
    m_contact->setText(contact.isEmpty() ? tr("No phone number and no e-mail address are known.")
                                         : contact.join(u" · "_s));
    m_alerts->setTexts(patient.alerts, Chips::Tone::Danger);
}

void PatientCard::setAppointments(const QList<DayEntry> &entries)
{
    m_model->removeRows(0, m_model->rowCount());
    for (const DayEntry &entry : entries) {
        const QDate day = entry.appointment.slot.start.toTimeZone(m_zone).date();
        const bool given = entry.appointment.slot.isGiven();
        auto *first = new QStandardItem(given ? dateText(day) : tr("waits for a slot"));
        first->setData(entry.visit.id.value, idRole);
        first->setData(day, dayRole);
        auto *total = new QStandardItem(
            entry.total.currency.code.isEmpty() ? QString() : wording::money(entry.total));
        total->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow(
            {first,
             new QStandardItem(
                 given ? u"%1–%2"_s.arg(wording::time(entry.appointment.slot.start, m_zone),
                                        wording::time(entry.appointment.slot.end, m_zone))
                       : QString()),
             new QStandardItem(entry.appointment.reason),
             new QStandardItem(wording::state(entry.visit.state, entry.visit.confirmed)), total});
    }
    m_none->setVisible(entries.isEmpty());
    m_appointments->setVisible(!entries.isEmpty());
}

void PatientCard::setLinks(const Links &links, const Settings &settings)
{
    QList<visitwords::RecordLine> lines;
    const auto add = [&](RecordKind kind, const QString &what) {
        visitwords::RecordLine line;
        line.what = what;
        line.service = serviceOf(kind);
        const bool linked = !links.value(kind).remoteId.isEmpty();
        const recordlinks::Page page =
            recordlinks::page(kind, links.value(kind).remoteId, settings);
        line.url = page.url;
        line.noUrl = page.missing;
        line.standing = linked ? visitwords::RecordLine::Standing::InStep
                               : visitwords::RecordLine::Standing::Absent;
        line.words = linked ? tr("linked") : tr("made with the first order");
        lines.append(line);
    };
    add(RecordKind::Contact, tr("Contact"));
    add(RecordKind::DentalTapPatient, tr("Patient"));
    add(RecordKind::QuickBooksCustomer, tr("Customer"));
    m_links->setRecords(lines);
}
