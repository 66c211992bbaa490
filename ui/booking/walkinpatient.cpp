// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who the walk-in is for: found, new, or like somebody known.
#include "app/store/patientstore.h"
#include "ui/booking/walkindialog.h"
#include "ui/patients/datetext.h"
#include "ui/visit/notice.h"
#include "ui/widgets/wording.h"
#include "ui_walkindialog.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

void WalkInDialog::makePatientPart()
{
    m_similar->setObjectName(u"similar"_s);
    QPushButton *other = m_similar->addButton(tr("This is &somebody else"), u"somebodyElse"_s);
    m_ui->similarPlace->addWidget(m_similar);
    m_ui->results->setDesk(m_desk, true);
    m_ui->similarList->setDesk(m_desk, false);
    m_ui->results->attach(m_ui->patient);
    m_ui->results->setFixedRows(5);
    m_ui->results->setHint(tr("The patients of the clinic appear here while you type. Enter takes "
                              "the chosen one."));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_ui->knownName->setFont(strong);
    m_ui->knownPage->setFrameShape(QFrame::StyledPanel);
    m_ui->alerts->setObjectName(u"knownAlerts"_s);
    m_ui->similarList->setVisibleRows(5);
    m_ui->similarList->setAccessibleName(tr("Similar patients"));
    m_ui->form->setBrief(true);
    m_ui->form->setToday(m_desk.clock().toTimeZone(m_zone).date());

    connect(m_ui->patient, &QLineEdit::textEdited, this, &WalkInDialog::searchChanged);
    connect(m_ui->patient, &QLineEdit::inputRejected, this, [this] {
        say(tr("The search takes %n character(s) at most; the rest was left out.", nullptr,
               m_ui->patient->maxLength()));
    });
    connect(m_ui->results, &PatientList::chosen, this,
            [this](const PatientMatch &match) { pickPatient(match); });
    connect(m_ui->results, &PatientList::newChosen, this, &WalkInDialog::startNewPatient);
    connect(m_ui->similarList, &PatientList::chosen, this,
            [this](const PatientMatch &match) { pickPatient(match); });
    // A list without a field of its own: its Enter is the view's.
    connect(m_ui->similarList, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const PatientMatch *match = m_ui->similarList->results()->match(index))
            pickPatient(PatientMatch(*match));
    });
    connect(other, &QPushButton::clicked, this, [this] {
        m_declined = m_ui->form->patient();
        m_hasDeclined = true;
        checkSimilar(false);
        m_ui->book->setFocus();
    });
    connect(m_ui->form, &PatientForm::edited, this, [this] {
        checkSimilar(false);
        say({});
    });
    connect(m_ui->change, &QPushButton::clicked, this, [this] {
        forgetPatient();
        m_ui->patient->selectAll();
        m_ui->patient->setFocus();
    });
}

void WalkInDialog::searchChanged(const QString &text)
{
    say({});
    if (m_who != Who::Nobody)
        m_who = Who::Nobody;
    m_ui->results->results()->search(text);
    showWho();
}

void WalkInDialog::pickPatient(const PatientMatch &match)
{
    m_match = match;
    m_who = Who::Known;
    m_ui->patient->setText(match.name);
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    QStringList parts;
    if (match.birthDate.isValid())
        parts.append(ageText(match.birthDate, today));
    for (const QString &part : {dateText(match.birthDate), wording::phone(match.phone)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (match.archived)
        parts.append(tr("archived"));
    m_ui->knownName->setText(match.name);
    m_ui->known->setText(parts.join(u" · "_s));
    m_ui->alerts->setTexts({}, Chips::Tone::Danger);
    QCoro::connect(m_desk.patients->patient(match.id), this,
                   [this, id = match.id](const Result<Patient> &patient) {
                       if (patient && m_who == Who::Known && m_match.id == id)
                           m_ui->alerts->setTexts(patient->alerts, Chips::Tone::Danger);
                   });
    say({});
    showWho();
    m_ui->slotBoard->setFocus();
    if (const QList<QPushButton *> times = m_ui->slotBoard->buttons(); !times.isEmpty()) {
        for (QPushButton *time : times) {
            if (time->isChecked())
                time->setFocus(Qt::OtherFocusReason);
        }
    }
}

void WalkInDialog::startNewPatient(const QString &text)
{
    m_who = Who::New;
    m_hasDeclined = false;
    m_ui->form->setFromSearch(text);
    showWho();
    checkSimilar(false);
    m_ui->form->focusFirst();
}

void WalkInDialog::forgetPatient()
{
    m_who = Who::Nobody;
    m_match = {};
    m_ui->results->results()->search(m_ui->patient->text());
    showWho();
}

//! asked: the person wants to book; otherwise a look while typing, once there is enough to compare.
void WalkInDialog::checkSimilar(bool asked)
{
    const Patient typed = m_ui->form->patient();
    const bool enough = typed.lastName.size() > 1
        && (asked || !typed.firstName.isEmpty() || typed.birthDate.isValid());
    if (m_hasDeclined
        && (typed.firstName != m_declined.firstName || typed.lastName != m_declined.lastName
            || typed.birthDate != m_declined.birthDate))
        m_hasDeclined = false;
    QList<PatientMatch> similar;
    if (m_who == Who::New && enough && !m_hasDeclined)
        similar = m_desk.patientIndex->similar(typed);
    m_ui->similarList->results()->setMatches(similar);
    m_ui->similarList->setVisible(!similar.isEmpty());
    m_similar->setText(similar.isEmpty()
                           ? QString()
                           : tr("%n patient(s) of the clinic look(s) like this. Choose the right "
                                "one, or say that this is somebody else.",
                                nullptr, int(similar.size())));
    fitHeightSoon();
    if (asked && !similar.isEmpty())
        m_ui->similarList->setFocus();
}

void WalkInDialog::showWho()
{
    const bool searching = m_who == Who::Nobody;
    // One area for the three, so that nothing below it moves.
    m_ui->who->setCurrentWidget(searching               ? static_cast<QWidget *>(m_ui->results)
                                    : m_who == Who::New ? static_cast<QWidget *>(m_ui->form)
                                                        : m_ui->knownPage);
    m_ui->change->setVisible(!searching);
    m_ui->change->setText(m_who == Who::New ? tr("&Back to search") : tr("C&hange"));
    m_ui->newLabel->setVisible(m_who == Who::New);
    m_ui->patient->setReadOnly(false);
    m_ui->patient->setVisible(m_who != Who::New);
    m_ui->patientLabel->setVisible(m_who != Who::New);
    if (m_who != Who::New) {
        m_similar->setText({});
        m_ui->similarList->setVisible(false);
    }
    fitHeightSoon();
}
