// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planspage.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/cataloguestore.h"
#include "app/store/outboxstore.h"
#include "app/store/patientstore.h"
#include "app/workflow/proposalworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/patients/patienthead.h"
#include "ui/plans/planacts.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/planwords.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlansPage::PlansPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone),
      m_head(new PatientHead(desk, u"plans"_s)), m_stack(new QStackedWidget),
      m_sheet(new PlanSheet(desk.settings, desk.settings.currency)),
      m_acts(new PlanActs(desk, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(makeExplanation());
    m_stack->addWidget(m_sheet);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_head->finder());
    connect(m_head, &PatientHead::chosen, this, [this](const PatientId &id) {
        showPatient(id);
        m_sheet->cards()->setFocus();
    });
    connect(m_sheet, &PlanSheet::requested, this, [this](PlanPanel::Act act) {
        const PlanVersion *version = m_sheet->version();
        if (version)
            m_acts->perform(act, *m_sheet->record(), *version,
                            m_sheet->surgeon(version->content.provider));
    });
    const auto withRecord = [this](const auto &act) {
        if (const PlanRecord *record = m_sheet->record())
            act(*record);
    };
    connect(m_sheet, &PlanSheet::bookRequested, this, [this, withRecord](const QString &phase) {
        withRecord([&](const PlanRecord &record) { m_acts->book(record, phase); });
    });
    connect(m_sheet, &PlanSheet::productWanted, this, [this, withRecord](const PlanItem &item) {
        withRecord([&](const PlanRecord &record) { m_acts->chooseProduct(record, item); });
    });
    connect(m_sheet, &PlanSheet::differenceWanted, this, [this, withRecord] {
        withRecord([&](const PlanRecord &record) { m_acts->showDifference(record); });
    });
    connect(m_sheet, &PlanSheet::versionWanted, this, [this, withRecord] {
        withRecord([&](const PlanRecord &record) { m_acts->makeVersion(record); });
    });
    connect(m_acts, &PlanActs::said, this, &PlansPage::said);
    connect(m_acts, &PlanActs::signInNeeded, this, &PlansPage::signInNeeded);
    connect(m_acts, &PlanActs::done, this, &PlansPage::readKept);
    connect(m_acts, &PlanActs::booked, this,
            [this](const Visit &visit, const QDate &day) { Q_EMIT visitRequested(visit.id, day); });
    connect(m_desk.plans, &PlanWorkflow::changed, this, [this](const PatientId &patient) {
        if ((patient == m_id || patient.isEmpty()) && !m_asking)
            readKept();
    });
    m_deliverySoon.setSingleShot(true);
    m_deliverySoon.setInterval(100);
    connect(&m_deliverySoon, &QTimer::timeout, this, &PlansPage::readDelivery);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_desk.outboxStore, &OutboxStore::rowsAdded, &m_deliverySoon, soon);
    connect(m_desk.outboxStore, &OutboxStore::rowChanged, &m_deliverySoon, soon);
    connect(m_desk.outbox, &Outbox::rowFinished, &m_deliverySoon, soon);
    if (m_desk.proposals)
        connect(m_desk.proposals, &ProposalWorkflow::formChanged, this, &PlansPage::readForm);
    showExplanation();
}

QWidget *PlansPage::makeExplanation()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->addStretch(1);
    m_explanation = new QLabel;
    m_explanation->setObjectName(u"plansExplanation"_s);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_explanation);
    m_signIn = new QPushButton(tr("&Sign in…"));
    m_signIn->setObjectName(u"plansSignIn"_s);
    connect(m_signIn, &QPushButton::clicked, this,
            [this] { Q_EMIT signInNeeded([this] { read(); }); });
    layout->addWidget(m_signIn, 0, Qt::AlignHCenter);
    m_again = new QPushButton(tr("&Ask again"));
    m_again->setObjectName(u"plansAgain"_s);
    connect(m_again, &QPushButton::clicked, this, &PlansPage::read);
    layout->addWidget(m_again, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

bool PlansPage::mayLook() const
{
    return m_desk.session->require(Permission::Plans).has_value();
}

void PlansPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_id.isEmpty() && !m_asking)
        read();
    showExplanation();
}

void PlansPage::updateRights()
{
    if (!mayLook()) {
        // Nothing of it stays behind for whoever comes next.
        ++m_reading;
        m_asking = false;
        m_plans.clear();
        m_sheet->setPlans({});
        m_patient = {};
        showPerson();
    }
    if (isVisible() && !m_id.isEmpty())
        read();
    else
        showExplanation();
}

void PlansPage::setNotation(teeth::Notation notation)
{
    m_sheet->setNotation(notation);
    m_acts->setNotation(notation);
}

void PlansPage::showPatient(const PatientId &id, const PlanId &plan)
{
    m_wanted = plan;
    if (id == m_id && !plan.isEmpty())
        m_sheet->choose(plan);
    if (id != m_id) {
        m_plans.clear();
        m_patient = {};
        m_failed.clear();
        m_asked = false;
        m_sheet->setPlans({});
        m_sheet->setOld({});
    }
    m_id = id;
    read();
}

void PlansPage::read()
{
    ++m_reading;
    m_asking = false;
    showExplanation();
    if (m_id.isEmpty() || !mayLook())
        return;
    m_sheet->setMay(true, m_desk.session->require(Permission::Book).has_value());
    QCoro::connect(m_desk.patients->patient(m_id), this,
                   [this, reading = m_reading](const Result<Patient> &patient) {
                       if (reading != m_reading)
                           return;
                       m_patient = patient.value_or(Patient());
                       m_acts->setPatient(m_patient);
                       showPerson();
                   });
    QCoro::connect(m_desk.catalogue->providers(), this,
                   [this](const Result<QList<Provider>> &providers) {
                       if (providers)
                           m_sheet->setProviders(*providers);
                   });
    readForm();
    readDelivery();
    readKept();
    ask();
}

void PlansPage::readDelivery()
{
    if (m_id.isEmpty() || !isVisible())
        return;
    QCoro::connect(
        m_desk.outboxStore->list(), this, [this, id = m_id](const Result<QList<OutboxRow>> &rows) {
            if (!rows || id != m_id)
                return;
            planwords::Delivery delivery;
            for (const OutboxRow &row : *rows) {
                if (row.patient != id || !row.visit.isEmpty() || row.command != "PutQuote"_L1)
                    continue;
                if (row.state == OutboxRow::State::Failed && row.error)
                    delivery.failure = errorText(*row.error);
                else if (row.state == OutboxRow::State::Waiting
                         || row.state == OutboxRow::State::Sending)
                    delivery.waiting = true;
            }
            m_sheet->setDelivery(delivery);
        });
}

void PlansPage::readForm()
{
    if (!m_desk.proposals)
        return;
    QCoro::connect(m_desk.proposals->form(), this, [this](const Result<ProposalTemplate> &form) {
        if (!form)
            return;
        m_acts->setForm(*form);
        m_sheet->setOfficial(form->official);
    });
}

void PlansPage::readKept()
{
    if (m_id.isEmpty() || !mayLook())
        return;
    QCoro::connect(m_desk.plans->cached(m_id), this,
                   [this, reading = m_reading](const Result<PlanReading> &kept) {
                       if (reading != m_reading || !kept)
                           return;
                       if (!kept->plans.isEmpty() || m_asked)
                           take(*kept);
                   });
}

void PlansPage::ask()
{
    m_asking = true;
    QCoro::connect(m_desk.plans->read(m_id), this,
                   [this, reading = m_reading](const Result<PlanReading> &answer) {
                       if (reading != m_reading)
                           return;
                       m_asking = false;
                       m_asked = true;
                       m_failed.clear();
                       if (!answer) {
                           m_failed = errorText(answer.error());
                           if (!m_plans.isEmpty())
                               m_sheet->setOld(m_failed);
                           showExplanation();
                           return;
                       }
                       QDateTime oldest;
                       for (const PlanRecord &each : answer->plans) {
                           if (!oldest.isValid() || each.readAt < oldest)
                               oldest = each.readAt;
                       }
                       QString old;
                       if (!answer->unread.isEmpty()) {
                           old = answer->unread.join(u' ');
                           if (oldest.isValid())
                               old = tr("As last read on %1 at %2. %3", "date, time, why")
                                         .arg(dateText(oldest.toTimeZone(m_zone).date()),
                                              wording::time(oldest, m_zone), old);
                           m_failed = old;
                       }
                       m_sheet->setOld(old);
                       take(*answer);
                   });
}

void PlansPage::take(const PlanReading &reading)
{
    m_plans = reading.plans;
    m_sheet->setPlans(m_plans);
    if (!m_wanted.isEmpty()) {
        m_sheet->choose(m_wanted);
        if (m_asked)
            m_wanted = {};
    }
    showPerson();
    showExplanation();
}

void PlansPage::showPerson()
{
    QStringList about;
    if (!m_patient.lastName.isEmpty()) {
        about.append(ageText(m_patient.birthDate, m_desk.clock().toTimeZone(m_zone).date()));
        if (!m_plans.isEmpty()) {
            about.append(tr("%n plan(s)", nullptr, int(m_plans.size())));
            QStringList sources;
            for (const PlanRecord &each : std::as_const(m_plans)) {
                const QString source = planwords::source(each.current);
                if (!sources.contains(source))
                    sources.append(source);
            }
            about.append(sources.join(u", "_s));
        }
    }
    m_head->setPerson(m_patient.lastName.isEmpty() ? QString() : m_patient.displayName(), about);
}

void PlansPage::showExplanation()
{
    const bool someone = m_desk.session->current().has_value();
    const bool allowed = mayLook();
    QString text;
    bool again = false;
    if (m_id.isEmpty())
        text = tr("Find a patient above, or open the plans from a visit (Ctrl+P there), to see "
                  "what is proposed to them.");
    else if (!someone)
        text = tr("Sign in to see the plans.");
    else if (!allowed)
        text = tr("Treatment plans are not for your role.");
    else if (m_plans.isEmpty() && !m_asked)
        text = tr("Asking for the plans…");
    else if (m_plans.isEmpty() && !m_failed.isEmpty()) {
        text = m_failed;
        again = true;
    } else if (m_plans.isEmpty()) {
        text = tr("There is no treatment plan of this patient. Surgeons make them in the clinical "
                  "record; they are shown here as soon as they are read.");
        again = true;
    }
    m_explanation->setText(text);
    m_signIn->setVisible(!someone && !m_id.isEmpty());
    m_again->setVisible(again);
    m_stack->setCurrentIndex(text.isEmpty() ? 1 : 0);
}

#include "moc_planspage.cpp"
