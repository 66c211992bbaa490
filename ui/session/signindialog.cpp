// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/signindialog.h"

#include "app/session/session.h"
#include "ui/errortext.h"
#include "ui/theme/deskstyle.h"
#include "ui/theme/theme.h"
#include "ui_signindialog.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(const Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_ui(std::make_unique<Ui::SignInDialog>())
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.3);
    title.setWeight(QFont::DemiBold);
    m_ui->title->setFont(title);
    m_ui->name->lineEdit()->setMaxLength(60);
    m_ui->name->setInsertPolicy(QComboBox::NoInsert);
    m_ui->pin->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,12}"_s), m_ui->pin));
    for (QLabel *label : {m_ui->nameLabel, m_ui->pinLabel})
        setQuiet(label);
    m_ui->reason->setForegroundRole(QPalette::PlaceholderText);
    m_ui->message->hide();
    m_ui->reason->hide();
    setPrimary(m_ui->signIn);
    connect(m_ui->signIn, &QPushButton::clicked, this, &SignInDialog::signIn);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->name->lineEdit(), &QLineEdit::returnPressed, this,
            [this] { m_ui->pin->setFocus(); });
    m_ui->signIn->setDefault(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    m_ui->name->setFocus();
    offerNames();
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::setReason(const QString &text)
{
    m_ui->reason->setText(text);
    m_ui->reason->setVisible(!text.isEmpty());
}

void SignInDialog::offerNames()
{
    QCoro::connect(m_desk.session->list(), this, [this](const Result<QList<StaffMember>> &staff) {
        if (!staff) {
            say(errorText(staff.error()), true);
            return;
        }
        const QString typed = m_ui->name->currentText();
        for (const StaffMember &member : *staff) {
            if (!member.disabled)
                m_ui->name->addItem(member.name);
        }
        if (m_ui->name->count() == 0)
            say(tr("Nobody is on the staff list yet. Make the first administrator with\n"
                   "vestibule-cli staff add NAME --role administrator"),
                false);
        if (typed.isEmpty() && m_ui->name->count() == 1)
            m_ui->pin->setFocus();
        else
            m_ui->name->setCurrentText(typed);
        if (m_ui->name->currentText().isEmpty())
            m_ui->name->setCurrentIndex(-1);
    });
}

void SignInDialog::say(const QString &text, bool wrong)
{
    QPalette colours = palette();
    const Theme &theme = Theme::of(colours);
    colours.setColor(QPalette::WindowText, wrong ? theme.danger : theme.muted);
    m_ui->message->setPalette(colours);
    m_ui->message->setText(text);
    m_ui->message->setVisible(!text.isEmpty());
}

void SignInDialog::signIn()
{
    if (m_checking)
        return;
    const QString name = m_ui->name->currentText().trimmed();
    const QString pin = m_ui->pin->text();
    if (name.isEmpty() || pin.isEmpty()) {
        say(name.isEmpty() ? tr("Type or choose your name.") : tr("Type your PIN."), true);
        (name.isEmpty() ? static_cast<QWidget *>(m_ui->name) : m_ui->pin)->setFocus();
        return;
    }
    m_checking = true;
    m_ui->signIn->setEnabled(false);
    say(m_failures > 0 ? tr("Checking… After a wrong PIN this takes a little longer.")
                       : tr("Checking…"),
        false);
    QCoro::connect(m_desk.session->signIn(name, pin), this,
                   [this](const Result<StaffMember> &member) {
                       m_checking = false;
                       m_ui->signIn->setEnabled(true);
                       if (member) {
                           accept();
                           return;
                       }
                       ++m_failures;
                       say(errorText(member.error()), true);
                       m_ui->pin->clear();
                       m_ui->pin->setFocus();
                   });
}
