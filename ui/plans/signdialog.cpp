// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/signdialog.h"

#include "ui/plans/planwords.h"
#include "ui/plans/signaturepad.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 120;

} // namespace

SignDialog::SignDialog(const Signing &signing, const Currency &currency, QWidget *parent)
    : PlanDialog(tr("Sign the plan"), QString(), parent), m_signing(signing), m_currency(currency),
      m_kept(new Notice), m_patient(new QRadioButton(tr("The &patient"))),
      m_practice(new QRadioButton(tr("The p&ractice"))), m_name(new QLineEdit),
      m_pad(new SignaturePad), m_clear(new QPushButton(tr("C&lear the drawing")))
{
    const PlanVersion &version = signing.record.latest();
    auto *what = new QLabel;
    what->setObjectName(u"whatIsSigned"_s);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    const QString shown =
        planwords::shown(version.number, signing.language, planwords::itemCount(version.content),
                         version.content.total(currency));
    const QString name = version.content.title.isEmpty()
        ? tr("Plan %1", "number").arg(version.content.remoteId())
        : version.content.title;
    what->setText(
        signing.official == proposals::Official::Crm
            ? tr("What is signed: the CRM's document (%1) of “%2”, %3.",
                 "quote, plan's title, what")
                  .arg(planwords::quote(version), name, shown)
            : tr("What is signed: our proposal “%1”, %2.", "plan's title, what").arg(name, shown));
    body()->addSpacing(4);
    body()->addWidget(what);
    setAbout(tr("The signature is bound to exactly these items, prices and words. If the plan "
                "changes later, it says “signed for another version”."));
    m_kept->setObjectName(u"kept"_s);
    body()->addWidget(m_kept);
    auto *who = new QHBoxLayout;
    m_patient->setObjectName(u"signPatient"_s);
    m_practice->setObjectName(u"signPractice"_s);
    who->addWidget(m_patient);
    who->addWidget(m_practice);
    who->addStretch(1);
    body()->addSpacing(4);
    body()->addLayout(who);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(longestName);
    m_name->setAccessibleName(tr("Name of whoever signs"));
    addLabel(tr("&Name of whoever signs"), m_name);
    body()->addWidget(m_name);
    m_pad->setObjectName(u"pad"_s);
    addLabel(tr("Signature"), nullptr);
    body()->addWidget(m_pad);
    m_clear->setAutoDefault(false);
    m_clear->setObjectName(u"clearDrawing"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_clear);
    row->addStretch(1);
    auto *witness =
        new QLabel(signing.witness.isEmpty() ? QString() : tr("Witness: %1").arg(signing.witness));
    witness->setTextFormat(Qt::PlainText);
    witness->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(witness);
    body()->addLayout(row);
    connect(m_patient, &QRadioButton::toggled, this, &SignDialog::showSigner);
    connect(m_name, &QLineEdit::textChanged, this, &SignDialog::showGo);
    connect(m_pad, &SignaturePad::changed, this, &SignDialog::showGo);
    connect(m_clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    m_patient->setChecked(!hasSigned(plans::Signer::Patient));
    m_practice->setChecked(!m_patient->isChecked());
    showSigner();
    m_name->setFocus();
    m_name->selectAll();
}

plans::Signer SignDialog::signer() const
{
    return m_practice->isChecked() ? plans::Signer::Practice : plans::Signer::Patient;
}

bool SignDialog::hasSigned(plans::Signer by) const
{
    const PlanVersion &version = m_signing.record.latest();
    return std::any_of(version.signatures.cbegin(), version.signatures.cend(),
                       [&](const PlanSignature &each) {
                           return each.by == by && planwords::isOfThis(each, version, m_currency);
                       });
}

void SignDialog::showSigner()
{
    m_pad->clear();
    m_name->setText(signer() == plans::Signer::Patient ? m_signing.patient : m_signing.surgeon);
    showGo();
}

void SignDialog::showGo()
{
    m_clear->setEnabled(!m_pad->isEmpty());
    setGo(signer() == plans::Signer::Patient ? tr("Sign as the patient")
                                             : tr("Sign for the practice"),
          !m_name->text().trimmed().isEmpty());
}

void SignDialog::go()
{
    showProblem({});
    PlanSignature signature;
    signature.by = signer();
    signature.name = m_name->text().trimmed();
    signature.drawing = m_pad->drawing();
    signature.language = m_signing.language;
    Q_EMIT signWanted(signature);
}

void SignDialog::setKept(const PlanRecord &record)
{
    m_signing.record = record;
    const bool patient = hasSigned(plans::Signer::Patient);
    const bool practice = hasSigned(plans::Signer::Practice);
    if (patient && practice) {
        accept();
        return;
    }
    m_kept->setText(patient ? tr("The patient has signed. Now the practice; or close, and it signs "
                                 "later.")
                            : tr("The practice has signed. Now the patient; or close, and they "
                                 "sign later."),
                    Notice::Tone::Info);
    (patient ? m_practice : m_patient)->setChecked(true);
    showSigner();
    m_name->setFocus();
    m_name->selectAll();
    fitHeight();
}

#include "moc_signdialog.cpp"
