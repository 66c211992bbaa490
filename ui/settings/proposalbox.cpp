// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/proposalbox.h"

#include "app/store/cataloguestore.h"
#include "app/workflow/proposalworkflow.h"
#include "ui/booking/noteedit.h"
#include "ui/errortext.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 8000; //!< as ProposalWorkflow allows
constexpr int mostValidityDays = 3650;
constexpr int longestRegistration = 300;

} // namespace

ProposalBox::ProposalBox(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_languages(new QTabWidget), m_days(new QSpinBox),
      m_official(new QComboBox), m_notation(new QComboBox),
      m_chart(new QCheckBox(tr("With the tooth &chart"))),
      m_conventional(new QCheckBox(tr("As a French “devis &conventionnel”: codes, insurance, "
                                      "place of manufacture, 100 % Santé"))),
      m_registrationForm(new QFormLayout), m_problem(new Notice),
      m_save(new QPushButton(tr("&Save"))), m_revert(new QPushButton(tr("&Take back")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    auto *facts = new QFormLayout;
    facts->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_official->setObjectName(u"officialDocument"_s);
    m_official->addItem(tr("Vestibule's proposal"), int(proposals::Official::Vestibule));
    m_official->addItem(tr("The CRM's own document of the quote"), int(proposals::Official::Crm));
    facts->addRow(tr("&Document that is signed"), m_official);
    m_days->setObjectName(u"validityDays"_s);
    m_days->setRange(1, mostValidityDays);
    m_days->setSuffix(tr(" days", "after a number"));
    facts->addRow(tr("&Valid for"), m_days);
    m_notation->setObjectName(u"proposalNotation"_s);
    m_notation->addItem(tr("FDI (36)"), int(teeth::Notation::Fdi));
    m_notation->addItem(tr("Universal (#19)"), int(teeth::Notation::Universal));
    m_notation->addItem(tr("Palmer (LL6)"), int(teeth::Notation::Palmer));
    facts->addRow(tr("&Numbers of teeth"), m_notation);
    for (QWidget *field : std::initializer_list<QWidget *>{m_official, m_days, m_notation}) {
        const auto *label = qobject_cast<QLabel *>(facts->labelForField(field));
        field->setAccessibleName(QString(label->text()).remove(u'&'));
    }
    layout->addLayout(facts);
    m_chart->setObjectName(u"proposalChart"_s);
    m_conventional->setObjectName(u"proposalConventional"_s);
    layout->addWidget(m_chart);
    layout->addWidget(m_conventional);
    m_languages->setObjectName(u"proposalLanguages"_s);
    m_languages->setDocumentMode(true);
    m_languages->addTab(makeTexts(u"fr"_s), tr("French"));
    m_languages->addTab(makeTexts(u"en"_s), tr("English"));
    layout->addWidget(m_languages);
    auto *numbers = new QGroupBox(tr("Registration numbers of the practitioners"));
    numbers->setLayout(m_registrationForm);
    layout->addWidget(numbers);
    m_problem->setObjectName(u"proposalProblem"_s);
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    m_save->setObjectName(u"saveProposalForm"_s);
    setPrimary(m_save);
    m_revert->setObjectName(u"revertProposalForm"_s);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    const auto note = [this] { changed(); };
    connect(m_days, &QSpinBox::valueChanged, this, note);
    connect(m_official, &QComboBox::currentIndexChanged, this, note);
    connect(m_notation, &QComboBox::currentIndexChanged, this, note);
    connect(m_chart, &QCheckBox::toggled, this, note);
    connect(m_conventional, &QCheckBox::toggled, this, note);
    connect(m_save, &QPushButton::clicked, this, &ProposalBox::save);
    connect(m_revert, &QPushButton::clicked, this, [this] { show(m_kept); });
    show({});
}

QWidget *ProposalBox::makeTexts(const QString &language)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    Texts texts{};
    const auto add = [&](const QString &name, const QString &word) {
        auto *label = new QLabel(word);
        setQuiet(label);
        auto *edit = new NoteEdit;
        edit->setObjectName(u"%1-%2"_s.arg(name, language));
        edit->setAccessibleName(QString(word).remove(u'&'));
        edit->setMaxLength(longestText);
        label->setBuddy(edit);
        layout->addWidget(label);
        layout->addWidget(edit);
        connect(edit, &QPlainTextEdit::textChanged, this, &ProposalBox::changed);
        return edit;
    };
    texts.letterhead = add(u"letterhead"_s, tr("&Letterhead: address, telephone, numbers"));
    texts.opening = add(u"opening"_s, tr("O&pening text"));
    texts.closing = add(u"closing"_s, tr("C&losing text: payment, changes, appointments"));
    texts.legal = add(u"legal"_s, tr("Le&gal lines"));
    m_texts.insert(language, texts);
    return page;
}

void ProposalBox::read()
{
    if (!m_desk.proposals)
        return;
    QCoro::connect(m_desk.catalogue->providers(), this,
                   [this](const Result<QList<Provider>> &providers) {
                       if (providers)
                           showProviders(*providers);
                   });
    QCoro::connect(m_desk.proposals->form(), this, [this](const Result<ProposalTemplate> &kept) {
        if (!kept) {
            m_problem->setText(errorText(kept.error()));
            return;
        }
        // What is being written stays.
        const bool writing = form() != m_kept;
        m_kept = *kept;
        if (!writing)
            show(m_kept);
        changed();
    });
}

void ProposalBox::showProviders(const QList<Provider> &providers)
{
    m_filling = true;
    for (const Provider &provider : providers) {
        if (!provider.active || m_registrations.contains(provider.id.value))
            continue;
        auto *edit = new QLineEdit(m_kept.registrations.value(provider.id.value));
        edit->setMaxLength(longestRegistration);
        edit->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
        edit->setAccessibleName(tr("Registration numbers of %1").arg(provider.name));
        edit->setReadOnly(!m_editable);
        connect(edit, &QLineEdit::textChanged, this, &ProposalBox::changed);
        m_registrationForm->addRow(provider.name, edit);
        m_registrations.insert(provider.id.value, edit);
    }
    m_filling = false;
}

void ProposalBox::show(const ProposalTemplate &form)
{
    m_filling = true;
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        const ProposalTexts texts = form.texts.value(it.key());
        it->letterhead->setPlainText(texts.letterhead);
        it->opening->setPlainText(texts.opening);
        it->closing->setPlainText(texts.closing);
        it->legal->setPlainText(texts.legal);
    }
    m_days->setValue(form.validityDays);
    m_official->setCurrentIndex(m_official->findData(int(form.official)));
    m_notation->setCurrentIndex(m_notation->findData(int(form.notation)));
    m_chart->setChecked(form.chart);
    m_conventional->setChecked(form.conventional);
    for (auto it = m_registrations.cbegin(); it != m_registrations.cend(); ++it)
        it.value()->setText(form.registrations.value(it.key()));
    m_filling = false;
    changed();
}

ProposalTemplate ProposalBox::form() const
{
    // What is not shown here stays.
    ProposalTemplate form = m_kept;
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        const ProposalTexts texts{it->letterhead->toPlainText(), it->opening->toPlainText(),
                                  it->closing->toPlainText(), it->legal->toPlainText()};
        if (texts == ProposalTexts())
            form.texts.remove(it.key());
        else
            form.texts.insert(it.key(), texts);
    }
    form.validityDays = m_days->value();
    form.official = proposals::Official(m_official->currentData().toInt());
    form.notation = teeth::Notation(m_notation->currentData().toInt());
    form.chart = m_chart->isChecked();
    form.conventional = m_conventional->isChecked();
    for (auto it = m_registrations.cbegin(); it != m_registrations.cend(); ++it) {
        if (it.value()->text().trimmed().isEmpty())
            form.registrations.remove(it.key());
        else
            form.registrations.insert(it.key(), it.value()->text().trimmed());
    }
    return form;
}

void ProposalBox::changed()
{
    if (m_filling)
        return;
    const bool differs = m_editable && form() != m_kept;
    m_save->setEnabled(differs);
    m_revert->setEnabled(differs);
}

void ProposalBox::setEditable(bool editable)
{
    m_editable = editable;
    for (const Texts &texts : std::as_const(m_texts)) {
        for (NoteEdit *edit : {texts.letterhead, texts.opening, texts.closing, texts.legal})
            edit->setReadOnly(!editable);
    }
    for (QLineEdit *edit : std::as_const(m_registrations))
        edit->setReadOnly(!editable);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_days, m_official, m_notation, m_chart, m_conventional})
        field->setEnabled(editable);
    changed();
}

void ProposalBox::save()
{
    const ProposalTemplate wanted = form();
    m_save->setEnabled(false);
    QCoro::connect(m_desk.proposals->setForm(wanted), this,
                   [this, wanted](const Result<void> &set) {
                       m_problem->setText(set ? QString() : errorText(set.error()));
                       if (set) {
                           m_kept = wanted;
                           Q_EMIT said({Message::Level::Info,
                                        tr("Proposals are written like this from now on."),
                                        {},
                                        {},
                                        {}});
                       }
                       changed();
                   });
}

#include "moc_proposalbox.cpp"
