// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientform.h"

#include "app/domain/personname.h"
#include "app/workflow/bookingworkflow.h"
#include "app/workflow/patientcheck.h"
#include "ui/patients/datetext.h"
#include "ui/theme/deskstyle.h"
#include "ui/theme/theme.h"
#include "ui_patientform.h"

#include <QLocale>

using namespace Qt::StringLiterals;

PatientForm::PatientForm(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PatientForm>())
{
    m_ui->setupUi(this);
    m_ui->birthDate->setPlaceholderText(tr("14031979 or 14/3/1979"));
    m_ui->sex->addItem(tr("not said", "sex"), QString());
    m_ui->sex->addItem(tr("female", "sex"), u"female"_s);
    m_ui->sex->addItem(tr("male", "sex"), u"male"_s);
    m_ui->sex->addItem(tr("other", "sex"), u"other"_s);
    m_ui->language->addItem(tr("not said", "language"), QString());
    m_ui->language->addItem(tr("French"), u"fr"_s);
    m_ui->language->addItem(tr("English"), u"en"_s);
    m_ui->problem->hide();
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->buddy())
            setQuiet(label);
    }
    // What is too high for the fields stays below them.
    m_ui->layout->setRowStretch(m_ui->layout->rowCount(), 1);
    for (QLineEdit *line : lines()) {
        connect(line, &QLineEdit::textEdited, this, [this, line] {
            if (line->text().size() < line->maxLength())
                m_cut.clear();
            showProblems({});
            Q_EMIT edited();
        });
        // Sent when a text longer than the field was typed or pasted.
        connect(line, &QLineEdit::inputRejected, this, [this, line] {
            m_cut = tr("%1: only the first %n character(s) fit; the rest was left out.", nullptr,
                       line->maxLength())
                        .arg(line->accessibleName());
            showProblems({});
        });
        connect(line, &QLineEdit::editingFinished, this, [this] {
            QStringList typed = problems();
            // An empty name is no fault before the form is sent.
            if (m_ui->lastName->text().trimmed().isEmpty() && !typed.isEmpty())
                typed.removeFirst();
            showProblems(typed);
        });
    }
    for (QComboBox *box : {m_ui->sex, m_ui->language})
        connect(box, &QComboBox::activated, this, &PatientForm::edited);
    m_today = QDate(9999, 1, 1);
}

PatientForm::~PatientForm() = default;

QList<QLineEdit *> PatientForm::lines() const
{
    return {m_ui->firstName, m_ui->lastName, m_ui->birthDate,
            m_ui->mobile,    m_ui->email,    m_ui->phone};
}

void PatientForm::setBrief(bool brief)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->sex), static_cast<QWidget *>(m_ui->sexLabel),
          static_cast<QWidget *>(m_ui->phone), static_cast<QWidget *>(m_ui->phoneLabel),
          static_cast<QWidget *>(m_ui->language), static_cast<QWidget *>(m_ui->languageLabel)})
        widget->setVisible(!brief);
}

void PatientForm::setPatient(const Patient &patient)
{
    m_patient = patient;
    m_ui->firstName->setText(patient.firstName);
    m_ui->lastName->setText(patient.lastName);
    m_ui->birthDate->setText(dateText(patient.birthDate));
    m_ui->mobile->setText(patient.mobile);
    m_ui->phone->setText(patient.phone);
    m_ui->email->setText(patient.email);
    const auto choose = [](QComboBox *box, const QString &value) {
        int index = box->findData(value);
        if (index < 0) {
            box->addItem(value, value);
            index = box->count() - 1;
        }
        box->setCurrentIndex(index);
    };
    choose(m_ui->sex, patient.sex);
    choose(m_ui->language, patient.language);
    m_cut.clear();
    showProblems({});
}

void PatientForm::setFromSearch(const QString &text)
{
    Patient patient;
    QStringList words;
    QString number;
    for (const QString &word : withCapitals(text.simplified()).split(u' ', Qt::SkipEmptyParts)) {
        const QDate date = dateFromText(word, m_today);
        const bool digits =
            std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        if (date.isValid() && number.isEmpty())
            patient.birthDate = date;
        else if (digits)
            number += (number.isEmpty() ? QString() : u" "_s) + word;
        else
            words.append(word);
    }
    patient.mobile = number.left(m_ui->mobile->maxLength());
    if (words.size() > 1)
        patient.firstName = words.takeFirst().left(m_ui->firstName->maxLength());
    patient.lastName = words.join(u' ').left(m_ui->lastName->maxLength());
    setPatient(patient);
    // What a form was filled with by itself is a change too.
    m_patient = {};
}

Patient PatientForm::patient() const
{
    Patient result = m_patient;
    result.firstName = m_ui->firstName->text().simplified();
    result.lastName = m_ui->lastName->text().simplified();
    result.birthDate = dateFromText(m_ui->birthDate->text(), m_today);
    result.mobile = m_ui->mobile->text().trimmed();
    result.phone = m_ui->phone->text().trimmed();
    result.email = m_ui->email->text().trimmed();
    result.sex = m_ui->sex->currentData().toString();
    result.language = m_ui->language->currentData().toString();
    return result;
}

QStringList PatientForm::problems() const
{
    QStringList result = patientProblems(patient(), m_today);
    if (const QString typed = m_ui->birthDate->text().trimmed();
        !typed.isEmpty() && !dateFromText(typed, m_today).isValid())
        result.append(tr("There is no such birth date. Type day, month and year: 14031979."));
    return result;
}

bool PatientForm::checks()
{
    const QStringList found = problems();
    if (found.isEmpty()) {
        showProblems({});
        return true;
    }
    const Patient typed = patient();
    if (typed.lastName.isEmpty())
        m_ui->lastName->setFocus();
    else if (!m_ui->birthDate->text().trimmed().isEmpty() && !typed.birthDate.isValid())
        m_ui->birthDate->setFocus();
    else if (!isAncestorOf(focusWidget()))
        m_ui->firstName->setFocus();
    // Last: a field that loses the focus shows what it thinks of the form itself.
    showProblems(found);
    return false;
}

bool PatientForm::isChanged() const
{
    return !(patient() == m_patient);
}

void PatientForm::focusFirst()
{
    for (QLineEdit *line : lines()) {
        if (line->isVisibleTo(this) && line->text().isEmpty()) {
            line->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_ui->firstName->setFocus(Qt::OtherFocusReason);
}

void PatientForm::showProblems(const QStringList &problems)
{
    QStringList all = problems;
    if (!m_cut.isEmpty())
        all.prepend(m_cut);
    m_ui->problem->setText(all.join(u'\n'));
    m_ui->problem->setVisible(!all.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).danger);
    m_ui->problem->setPalette(colours);
}
