// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "app/session/session.h"
#include "ui/settings/backgroundbox.h"
#include "ui/settings/proposalbox.h"
#include "ui/visit/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_sections(new QListWidget), m_stack(new QStackedWidget),
      m_rights(new Notice)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_sections->setObjectName(u"settingsSections"_s);
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setFixedWidth(fontMetrics().averageCharWidth() * 30);
    layout->addWidget(m_sections);
    auto *right = new QVBoxLayout;
    const int margin = fontMetrics().averageCharWidth() * 3;
    right->setContentsMargins(margin, margin, margin, margin);
    m_rights->setObjectName(u"settingsRights"_s);
    m_signIn = m_rights->addButton(tr("&Sign in…"), u"settingsSignIn"_s);
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT signInNeeded({}); });
    right->addWidget(m_rights);
    right->addWidget(m_stack, 1);
    layout->addLayout(right, 1);
    setFocusProxy(m_sections);
    connect(m_sections, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    addSection(tr("Chart backgrounds"), makeBackgrounds());
    if (m_desk.proposals)
        addSection(tr("Treatment proposals"), makeProposals());
    m_sections->setCurrentRow(0);
    updateRights();
}

void SettingsPage::addSection(const QString &title, QWidget *content)
{
    m_sections->addItem(title);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->viewport()->setBackgroundRole(QPalette::Window);
    area->setWidget(content);
    m_stack->addWidget(area);
}

QVBoxLayout *SettingsPage::makeSection(QWidget *section, const QString &title, const QString &about)
{
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height());
    auto *head = new QLabel(title);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    head->setFont(bold);
    layout->addWidget(head);
    auto *text = new QLabel(about);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(text);
    return layout;
}

QWidget *SettingsPage::makeProposals()
{
    auto *section = new QWidget;
    QVBoxLayout *layout = makeSection(
        section, tr("Treatment proposals"),
        tr("What stands on the proposal that a patient takes home, around the plan itself. It is "
           "written in the patient's language; where a language has no texts, the English ones "
           "are used. Plain text; an empty line begins a paragraph."));
    m_proposals = new ProposalBox(m_desk);
    connect(m_proposals, &ProposalBox::said, this, &SettingsPage::said);
    layout->addWidget(m_proposals);
    layout->addStretch(1);
    return section;
}

QWidget *SettingsPage::makeBackgrounds()
{
    auto *section = new QWidget;
    QVBoxLayout *layout = makeSection(
        section, tr("Chart backgrounds"),
        tr("A picture of the clinic's own below the teeth: an SVG drawing or a PNG picture, at "
           "most 2 MiB and 4096 pixels wide and high. It is shown on this desk at once and sent "
           "to DentalTap, which may draw it below its own charts."));
    for (const auto kind : {dental::ChartKind::Dental, dental::ChartKind::Periodontal}) {
        auto *box = new BackgroundBox(m_desk, kind);
        box->setObjectName(u"background"_s + enumName(kind));
        connect(box, &BackgroundBox::said, this, &SettingsPage::said);
        layout->addWidget(box);
        m_backgrounds.insert(kind, box);
    }
    layout->addStretch(1);
    return section;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (BackgroundBox *box : std::as_const(m_backgrounds))
        box->read();
    if (m_proposals)
        m_proposals->read();
}

void SettingsPage::updateRights()
{
    const bool someone = m_desk.session->current().has_value();
    const bool allowed = m_desk.session->require(Permission::Settings).has_value();
    m_rights->setText(allowed       ? QString()
                          : someone ? tr("Settings are changed by an administrator; they can be "
                                         "looked at here.")
                                    : tr("Sign in as an administrator to change settings."),
                      Notice::Tone::Info);
    m_signIn->setVisible(!someone);
    for (BackgroundBox *box : std::as_const(m_backgrounds))
        box->setEditable(allowed);
    if (m_proposals)
        m_proposals->setEditable(allowed);
}

#include "moc_settingspage.cpp"
