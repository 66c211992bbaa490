// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientspage.h"

#include "app/session/session.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"
#include "app/workflow/bookingworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/patientcard.h"
#include "ui/patients/patientform.h"
#include "ui/patients/patientlist.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PatientsPage::PatientsPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_search(new QLineEdit),
      m_list(new PatientList), m_count(new QLabel), m_stack(new QStackedWidget),
      m_empty(new QLabel), m_card(new PatientCard(m_zone))
{
    m_empty->setText(tr("Type a name, a phone number or a birth date to find a patient.\n"
                        "Accents, hyphens and the order of names do not matter."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_card);
    m_editor = makeEditor();
    m_stack->addWidget(m_editor);
    auto *splitter = new QSplitter;
    splitter->addWidget(makeSearch());
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_search);

    connect(m_card, &PatientCard::visitRequested, this, &PatientsPage::visitRequested);
    connect(m_card->editButton(), &QPushButton::clicked, this, &PatientsPage::edit);
    connect(m_card->chartButton(), &QPushButton::clicked, this,
            [this] { Q_EMIT chartRequested(m_patient.id); });
    m_card->chartButton()->setVisible(m_desk.charts);
    connect(m_card->plansButton(), &QPushButton::clicked, this,
            [this] { Q_EMIT plansRequested(m_patient.id); });
    m_card->plansButton()->setVisible(m_desk.plans);
    connect(m_card->walkInButton(), &QPushButton::clicked, this, [this] {
        PatientMatch match;
        match.id = m_patient.id;
        match.name = m_patient.displayName();
        match.birthDate = m_patient.birthDate;
        match.phone = m_patient.mobile.isEmpty() ? m_patient.phone : m_patient.mobile;
        match.archived = m_patient.archived;
        Q_EMIT walkInRequested(match);
    });
    connect(m_desk.patients, &PatientStore::changed, this, [this](const QList<Patient> &patients) {
        for (const Patient &patient : patients) {
            if (patient.id == m_id && m_stack->currentWidget() == m_card)
                read();
        }
    });
    connect(m_desk.visits, &VisitStore::changed, this, [this] {
        if (m_stack->currentWidget() == m_card)
            read();
    });
    updateRights();
}

QWidget *PatientsPage::makeSearch()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    auto *row = new QHBoxLayout;
    m_search->setPlaceholderText(tr("Name, phone or birth date"));
    m_search->setAccessibleName(tr("Find a patient"));
    m_search->setObjectName(u"patientSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(120);
    row->addWidget(m_search, 1);
    m_new = new QPushButton(tr("&New patient…"));
    m_new->setObjectName(u"newPatient"_s);
    row->addWidget(m_new);
    layout->addLayout(row);
    m_list->setDesk(m_desk, false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->attach(m_search);
    layout->addWidget(m_list, 1);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_count);
    connect(m_new, &QPushButton::clicked, this, &PatientsPage::startNew);
    const auto find = [this] {
        m_list->results()->search(m_search->text());
        if (!m_desk.patientIndex->isReady())
            m_count->setText(tr("The patients are still being read."));
        else if (m_search->text().trimmed().isEmpty())
            m_count->setText(tr("%n patient(s)", nullptr, m_desk.patientIndex->size()));
        else if (m_list->results()->isCapped())
            m_count->setText(tr("The first %n. Type more to narrow it down.", nullptr,
                                m_list->results()->rowCount()));
        else
            m_count->setText(tr("%n found", nullptr, m_list->results()->rowCount()));
    };
    connect(m_search, &QLineEdit::textChanged, this, find);
    connect(m_desk.patientIndex, &PatientIndex::ready, this, find);
    connect(m_list, &PatientList::chosen, this,
            [this](const PatientMatch &match) { showPatient(match.id); });
    find();
    return side;
}

QWidget *PatientsPage::makeEditor()
{
    auto *editor = new QWidget;
    auto *layout = new QVBoxLayout(editor);
    const int margin = fontMetrics().averageCharWidth() * 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(fontMetrics().height() / 2);
    m_formTitle = new QLabel;
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    title.setWeight(QFont::DemiBold);
    m_formTitle->setFont(title);
    layout->addWidget(m_formTitle);
    m_form = new PatientForm;
    m_form->setToday(m_desk.clock().toTimeZone(m_zone).date());
    layout->addWidget(m_form);
    m_similar = new Notice;
    m_similar->setObjectName(u"similar"_s);
    auto *other = m_similar->addButton(tr("This is &somebody else"), u"somebodyElse"_s);
    layout->addWidget(m_similar);
    m_similarList = new PatientList;
    m_similarList->setDesk(m_desk, false);
    m_similarList->setAccessibleName(tr("Similar patients"));
    m_similarList->setVisibleRows(5);
    m_similarList->hide();
    layout->addWidget(m_similarList);
    m_problem = new Notice;
    m_problem->setObjectName(u"problem"_s);
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setObjectName(u"cancelEdit"_s);
    m_save = new QPushButton(tr("&Save  Ctrl+↵"));
    m_save->setAccessibleName(tr("Save"));
    m_save->setObjectName(u"savePatient"_s);
    setPrimary(m_save);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(cancel, &QPushButton::clicked, this, &PatientsPage::leaveEditor);
    connect(m_save, &QPushButton::clicked, this, &PatientsPage::save);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), editor);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &PatientsPage::save);
    connect(other, &QPushButton::clicked, this, [this] {
        m_declined = true;
        checkSimilar();
        m_save->setFocus();
    });
    connect(m_form, &PatientForm::edited, this, [this] {
        m_problem->setText({});
        m_declined = false;
        checkSimilar();
    });
    const auto pick = [this](const PatientMatch &match) { showPatient(match.id); };
    connect(m_similarList, &PatientList::chosen, this, pick);
    connect(m_similarList, &QListView::activated, this, [this, pick](const QModelIndex &index) {
        if (const PatientMatch *match = m_similarList->results()->match(index))
            pick(PatientMatch(*match));
    });
    return editor;
}

void PatientsPage::showPatient(const PatientId &id)
{
    m_id = id;
    read();
}

void PatientsPage::read()
{
    if (m_id.isEmpty())
        return;
    const int reading = ++m_reading;
    QCoro::connect(m_desk.patients->patient(m_id), this,
                   [this, reading](const Result<Patient> &patient) {
                       if (reading != m_reading)
                           return;
                       if (!patient) {
                           Q_EMIT said({Message::Level::Warning,
                                        errorText(patient.error()),
                                        errorAdvice(patient.error()),
                                        {},
                                        {}});
                           return;
                       }
                       m_patient = *patient;
                       m_card->setPatient(*patient, m_desk.clock().toTimeZone(m_zone).date());
                       m_stack->setCurrentWidget(m_card);
                   });
    QCoro::connect(m_desk.visits->ofPatient(m_id), this,
                   [this, reading](const Result<QList<DayEntry>> &entries) {
                       if (reading == m_reading)
                           m_card->setAppointments(entries.value_or(QList<DayEntry>()));
                   });
    QCoro::connect(m_desk.patients->links(m_id), this, [this, reading](const Result<Links> &links) {
        if (reading == m_reading)
            m_card->setLinks(links.value_or(Links()), m_desk.settings);
    });
}

void PatientsPage::edit()
{
    if (m_desk.session && !m_desk.session->current()) {
        Q_EMIT signInNeeded([this] { edit(); });
        return;
    }
    m_isNew = false;
    m_declined = false;
    m_formTitle->setText(tr("Edit %1").arg(m_patient.displayName()));
    m_form->setPatient(m_patient);
    m_problem->setText({});
    checkSimilar();
    m_stack->setCurrentWidget(m_editor);
    m_form->focusFirst();
}

void PatientsPage::startNew()
{
    if (m_desk.session && !m_desk.session->current()) {
        Q_EMIT signInNeeded([this] { startNew(); });
        return;
    }
    m_isNew = true;
    m_declined = false;
    m_formTitle->setText(tr("New patient"));
    if (m_list->results()->rowCount() == 0)
        m_form->setFromSearch(m_search->text());
    else
        m_form->setPatient({});
    m_problem->setText({});
    m_stack->setCurrentWidget(m_editor);
    checkSimilar();
    m_form->focusFirst();
}

void PatientsPage::checkSimilar()
{
    const Patient typed = m_form->patient();
    QList<PatientMatch> similar;
    if (m_isNew && !m_declined && typed.lastName.size() > 1
        && (!typed.firstName.isEmpty() || typed.birthDate.isValid()))
        similar = m_desk.patientIndex->similar(typed);
    m_similarList->results()->setMatches(similar);
    m_similarList->setVisible(!similar.isEmpty());
    m_similar->setText(similar.isEmpty()
                           ? QString()
                           : tr("%n patient(s) of the clinic look(s) like this. Choose the right "
                                "one, or say that this is somebody else.",
                                nullptr, int(similar.size())));
}

void PatientsPage::save()
{
    if (m_saving || !m_form->checks())
        return;
    checkSimilar();
    if (!m_similar->text().isEmpty()) {
        m_similarList->setFocus();
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    QCoro::connect(m_desk.booking->savePatient(m_form->patient(), m_isNew, m_declined), this,
                   [this](const Result<Patient> &patient) { saved(patient); });
}

void PatientsPage::saved(const Result<Patient> &result)
{
    m_saving = false;
    m_save->setEnabled(true);
    if (!result) {
        if (result.error().kind == Error::Kind::Unauthorized)
            Q_EMIT signInNeeded([this] { save(); });
        else
            m_problem->setText(errorText(result.error()), Notice::Tone::Danger);
        return;
    }
    Q_EMIT said({Message::Level::Info,
                 m_isNew
                     ? tr("%1 is on the list. The CRM gets them with the first booking.")
                           .arg(result->displayName())
                     : tr("%1 is changed; the other systems are told.").arg(result->displayName()),
                 {},
                 {},
                 {}});
    showPatient(result->id);
    m_card->editButton()->setFocus();
}

void PatientsPage::leaveEditor()
{
    m_stack->setCurrentWidget(m_id.isEmpty() ? static_cast<QWidget *>(m_empty) : m_card);
    m_search->setFocus();
}

void PatientsPage::updateRights()
{
    // Nobody signed in: the buttons stay and ask for the sign-in.
    const auto may = [this](Permission permission) {
        const Result<void> allowed = m_desk.session->require(permission);
        return allowed || allowed.error().kind == Error::Kind::Unauthorized;
    };
    m_new->setEnabled(may(Permission::EditPatients));
    m_card->editButton()->setEnabled(may(Permission::EditPatients));
    m_card->walkInButton()->setEnabled(may(Permission::Book));
}
