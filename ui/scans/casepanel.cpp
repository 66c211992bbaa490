// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/casepanel.h"

#include "ui/patients/datetext.h"
#include "ui/scans/scanwords.h"
#include "ui/scans/stationmenu.h"
#include "ui/visit/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CasePanel::CasePanel(ScanWorkflow *scans, QTimeZone zone, QWidget *parent)
    : QScrollArea(parent), m_scans(scans), m_zone(std::move(zone)), m_case(new QWidget),
      m_mapping(new QWidget)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Case and link"));
    viewport()->setBackgroundRole(QPalette::Window);
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    const int margin = fontMetrics().averageCharWidth() * 2;
    outer->setContentsMargins(margin, margin, margin, margin);
    outer->setSpacing(fontMetrics().height());

    auto *layout = new QVBoxLayout(m_case);
    layout->setContentsMargins(0, 0, 0, 0);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title = addPlainLabel(layout, u"caseTitle"_s);
    m_title->setFont(bold);
    m_status = new Chips;
    m_status->setObjectName(u"caseStatus"_s);
    layout->addWidget(m_status);
    m_facts = addPlainLabel(layout, u"caseFacts"_s, true);
    m_indications = addPlainLabel(layout, u"caseIndications"_s);
    m_scansTitle = addPlainLabel(layout, u"caseScansTitle"_s);
    m_scansTitle->setText(tr("Scans"));
    m_scansTitle->setFont(bold);
    m_scansList = addPlainLabel(layout, u"caseScans"_s);
    m_meshes = addPlainLabel(layout, u"meshes"_s, true);
    m_meshes->setText(
        tr("Dental Desktop gives what was scanned and when, and photos; the 3D models "
           "stay there. Open the case at a station to see them."));
    auto *opening = new QHBoxLayout;
    addStations(opening, tr("&Open the case at…"), u"openCaseAt"_s, Act::OpenCase);
    opening->addStretch(1);
    layout->addLayout(opening);
    outer->addWidget(m_case);

    auto *mapping = new QVBoxLayout(m_mapping);
    mapping->setContentsMargins(0, 0, 0, 0);
    QLabel *heading = addPlainLabel(mapping, u"linkTitle"_s);
    heading->setText(tr("Link with Dental Desktop"));
    heading->setFont(bold);
    m_link = addPlainLabel(mapping, u"linkText"_s, true);
    const auto add = [&](QBoxLayout *row, const QString &text, const QString &name, Act act) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this,
                [this, act] { Q_EMIT requested(act, ScanWorkflow::Target(m_site)); });
        row->addWidget(button);
        return button;
    };
    auto *acts = new QVBoxLayout;
    m_create = add(acts, tr("Create on the &server"), u"createOnServer"_s, Act::Create);
    m_createAt = addStations(acts, tr("Create at a stat&ion…"), u"createAt"_s, Act::Create);
    m_update = add(acts, tr("Send change&s"), u"sendChanges"_s, Act::Update);
    m_update->setToolTip(tr("Name, birth date and number, all four, to the server; nobody there is "
                            "asked"));
    m_updateAt = addStations(acts, tr("Com&pare at a station…"), u"compareAt"_s, Act::Update);
    m_wrong = new QPushButton(tr("Linked with the wrong patient?"));
    m_wrong->setObjectName(u"wrongLink"_s);
    acts->addWidget(m_wrong);
    mapping->addLayout(acts);
    m_undo = new Notice;
    m_undo->setObjectName(u"undoLink"_s);
    connect(m_undo->addButton(tr("&Forget the link here"), u"forgetLink"_s), &QPushButton::clicked,
            this, [this] {
                m_undo->setText({});
                Q_EMIT requested(Act::Forget, ScanWorkflow::Target(m_site));
            });
    mapping->addWidget(m_undo);
    connect(m_wrong, &QPushButton::clicked, this, [this] {
        m_undo->setText(m_undo->text().isEmpty() ? ScanWorkflow::undoText() : QString());
    });
    outer->addWidget(m_mapping);
    outer->addStretch(1);
    setWidget(content);
    setCase(nullptr);
    setLink(false, std::nullopt);
}

QPushButton *CasePanel::addStations(QBoxLayout *layout, const QString &text, const QString &name,
                                    Act act)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    auto *menu = new StationMenu(m_scans, button);
    connect(menu, &StationMenu::chosen, this,
            [this, act](const ScanWorkflow::Target &target) { Q_EMIT requested(act, target); });
    connect(menu, &StationMenu::failed, this, &CasePanel::failed);
    button->setMenu(menu);
    m_menus.append(menu);
    layout->addWidget(button);
    return button;
}

QSize CasePanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, fontMetrics().height() * 30};
}

void CasePanel::setSite(const QString &site)
{
    m_site = site;
    for (StationMenu *menu : std::as_const(m_menus))
        menu->setSite(site);
}

void CasePanel::setCase(const ScanCase *scanCase)
{
    m_case->setVisible(scanCase);
    if (!scanCase)
        return;
    m_title->setText(tr("Case of %1", "date").arg(scanwords::day(scanCase->created, m_zone)));
    m_status->setTexts({scanwords::status(scanCase->status)}, scanwords::tone(scanCase->status));
    QStringList facts;
    if (!scanCase->receiver.isEmpty())
        facts.append(scanwords::receiver(*scanCase));
    if (scanCase->sent.isValid())
        facts.append(tr("Sent on %1").arg(scanwords::day(scanCase->sent, m_zone)));
    if (scanCase->delivery.isValid())
        facts.append(tr("Delivery on %1").arg(scanwords::day(scanCase->delivery, m_zone)));
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
    QStringList indications;
    for (const ScanIndication &each : scanCase->indications) {
        QStringList parts{teeth::text(each.teeth), each.name, each.shade};
        parts.removeAll(QString());
        indications.append(parts.join(u" · "_s));
    }
    m_indications->setText(indications.join(u'\n'));
    m_indications->setVisible(!indications.isEmpty());
    QStringList scans;
    for (const SurfaceScan &each : scanCase->scans) {
        QStringList parts{scanwords::scan(each), teeth::text(each.teeth)};
        if (each.changedAt.isValid())
            parts.append(tr("%1 at %2", "date, time")
                             .arg(scanwords::day(each.changedAt, m_zone),
                                  wording::time(each.changedAt, m_zone)));
        parts.removeAll(QString());
        scans.append(parts.join(u" · "_s));
    }
    m_scansList->setText(scans.isEmpty() ? tr("Nothing has been scanned yet.") : scans.join(u'\n'));
}

void CasePanel::setLink(bool hasPatient, const std::optional<ScanLink> &link)
{
    m_mapping->setVisible(hasPatient);
    m_link->setText(
        link
            ? tr("Integration id %1 (CRM contact).").arg(link->integrationId)
            : tr("Dental Desktop does not know this patient under this desk's id yet. At a station "
                 "somebody can choose among similar patients there (“Find or create here…”); or "
                 "create them new."));
    m_create->setVisible(!link);
    m_createAt->setVisible(!link);
    m_update->setVisible(link.has_value());
    m_updateAt->setVisible(link.has_value());
    m_wrong->setVisible(link.has_value());
    if (!link)
        m_undo->setText({});
}

#include "moc_casepanel.cpp"
