// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothpanel.h"

#include "app/domain/dentalwords.h"
#include "ui/patients/datetext.h"
#include "ui/scans/scanwords.h"
#include "ui/toothchart/facttable.h"
#include "ui/toothchart/toothwords.h"
#include "ui/visit/chips.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

ToothPanel::ToothPanel(QTimeZone zone, QWidget *parent)
    : QScrollArea(parent), m_zone(std::move(zone)), m_states(new Chips), m_content(new QWidget),
      m_openScans(new QPushButton(tr("Scans…"))),
      m_proposal(new QPushButton(tr("&Use in proposal")))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Chosen tooth"));
    viewport()->setBackgroundRole(QPalette::Window);
    auto *whole = new QWidget;
    auto *outer = new QVBoxLayout(whole);
    const int margin = fontMetrics().averageCharWidth() * 2;
    outer->setContentsMargins(margin, margin, margin, margin);
    m_empty = addPlainLabel(outer, u"noTooth"_s, true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("Choose a tooth to see its history, what is planned and its probing.\n\n"
                        "Click it, walk there with the arrow keys, or type its number. Drag over "
                        "several, or hold Ctrl or Shift, to choose more than one."));
    // It has the whole panel: no need to ask how high it would be at each width.
    m_empty->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    outer->setStretchFactor(m_empty, 1);
    outer->addWidget(m_content);
    outer->addStretch(0);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 3);
    m_title = addPlainLabel(layout, u"toothTitle"_s);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.15);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    m_name = addPlainLabel(layout, u"toothName"_s, true);
    m_states->setObjectName(u"toothStates"_s);
    layout->addWidget(m_states);
    m_findings = addPlainLabel(layout, u"toothFindings"_s);
    m_history = addSection(layout, tr("History"), u"toothHistory"_s, &m_historyNote);
    m_planned = addSection(layout, tr("Planned"), u"toothPlanned"_s, &m_plannedNote);
    m_probing = addSection(layout, tr("Probing"), u"toothProbing"_s, &m_probingNote);
    m_scans = addSection(layout, tr("Scans touching this tooth"), u"toothScans"_s, &m_scansNote);
    m_openScans->setObjectName(u"toothOpenScans"_s);
    connect(m_openScans, &QPushButton::clicked, this, &ToothPanel::scansRequested);
    layout->addWidget(m_openScans, 0, Qt::AlignLeft);
    layout->addSpacing(fontMetrics().height() / 2);
    m_proposal->setObjectName(u"useInProposal"_s);
    m_proposal->setToolTip(tr("Keeps the findings and the picture of the chosen teeth for the "
                              "treatment proposal"));
    connect(m_proposal, &QPushButton::clicked, this, [this] { Q_EMIT proposalRequested(m_teeth); });
    layout->addWidget(m_proposal);
    layout->addStretch(1);
    setWidget(whole);
    refresh();
}

FactTable *ToothPanel::addSection(QVBoxLayout *layout, const QString &title, const QString &name,
                                  QLabel **note)
{
    layout->addSpacing(fontMetrics().height() / 2);
    QLabel *heading = addPlainLabel(layout, QString(name + u"Title"_s));
    heading->setText(title);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    auto *table = new FactTable(title);
    table->setObjectName(name);
    layout->addWidget(table);
    *note = addPlainLabel(layout, QString(name + u"Note"_s), true);
    return table;
}

QSize ToothPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 30};
}

void ToothPanel::setFacts(const Facts &facts)
{
    m_facts = facts;
    refresh();
}

void ToothPanel::setTeeth(const QList<teeth::Tooth> &teeth, teeth::Notation notation)
{
    m_teeth = teeth;
    m_notation = notation;
    refresh();
}

bool ToothPanel::concerns(const QList<teeth::Tooth> &teeth) const
{
    return std::any_of(teeth.cbegin(), teeth.cend(),
                       [this](const teeth::Tooth &each) { return m_teeth.contains(each); });
}

void ToothPanel::refresh()
{
    m_empty->setVisible(m_teeth.isEmpty());
    m_content->setVisible(!m_teeth.isEmpty());
    if (m_teeth.isEmpty())
        return;
    const bool one = m_teeth.size() == 1;
    const teeth::Tooth first = m_teeth.first();
    if (one) {
        m_title->setText(toothwords::title(first, m_notation));
        m_name->setText(
            u"%1 · %2"_s.arg(teeth::name(first), toothwords::otherNumber(first, m_notation)));
        const QStringList states = toothwords::states(m_facts.profile, first);
        const auto known = dental::toothOf(m_facts.profile, first);
        const bool sound =
            known && known->presence == dental::Presence::Present && known->conditions.isEmpty();
        m_states->setTexts(states, sound ? Chips::Tone::Quiet : Chips::Tone::Warning);
        QStringList findings;
        if (known) {
            for (const ToothCondition &each : known->conditions)
                findings.append(toothwords::condition(each, first.fdi));
            for (const ToothRestoration &each : known->restorations)
                findings.append(toothwords::restoration(each, first.fdi));
            if (!known->note.isEmpty())
                findings.append(known->note);
        }
        m_findings->setText(findings.join(u'\n'));
        m_findings->setVisible(!findings.isEmpty());
    } else {
        QStringList numbers;
        QStringList lines;
        for (const teeth::Tooth &tooth : std::as_const(m_teeth)) {
            const QString number = teeth::text(tooth, m_notation);
            numbers.append(number);
            lines.append(
                u"%1: %2"_s.arg(number, toothwords::states(m_facts.profile, tooth).join(u", "_s)));
        }
        m_title->setText(tr("%n teeth", nullptr, int(m_teeth.size())));
        m_name->setText(numbers.join(u", "_s));
        m_states->setTexts({}, Chips::Tone::Quiet);
        m_findings->setText(lines.join(u'\n'));
        m_findings->show();
    }
    showHistory();
    showPlanned();
    showProbing();
    showScans();
}

void ToothPanel::showHistory()
{
    QList<QStringList> rows;
    for (const ToothEvent &event : std::as_const(m_facts.history)) {
        if (!concerns(event.teeth))
            continue;
        QString what = event.label;
        const QString surfaces =
            dental::text(event.surfaces, event.teeth.isEmpty() ? 0 : event.teeth.first().fdi);
        if (!surfaces.isEmpty())
            what += u' ' + surfaces;
        if (event.source == ToothEvent::Source::DentalDesktop)
            what += u" (%1)"_s.arg(wording::system(Service::DentalDesktop));
        rows.append({event.date.isValid() ? dateText(event.date) : QString(), what,
                     event.amount ? wording::amount(*event.amount) : QString()});
    }
    m_history->setFacts({{{}}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}, rows);
    QStringList notes;
    if (rows.isEmpty())
        notes.append(tr("Nothing is recorded for it."));
    if (!m_facts.incomplete.isEmpty())
        notes.append(m_facts.incomplete);
    m_historyNote->setText(notes.join(u'\n'));
    m_historyNote->setVisible(!notes.isEmpty());
}

void ToothPanel::showPlanned()
{
    QList<QStringList> rows;
    for (const teeth::Tooth &tooth : std::as_const(m_teeth)) {
        const auto known = dental::toothOf(m_facts.profile, tooth);
        if (!known)
            continue;
        for (const PlannedCare &care : known->planned) {
            const Product treatment = m_facts.treatments.value(care.treatmentId);
            QString what = treatment.name.isEmpty() ? tr("An act that the catalogue does not know")
                                                    : treatment.name;
            const QString surfaces = dental::text(care.surfaces, tooth.fdi);
            if (!surfaces.isEmpty())
                what += u' ' + surfaces;
            if (m_teeth.size() > 1)
                what = teeth::text(tooth, m_notation) + u": "_s + what;
            const QString plan = m_facts.plans.value(
                care.planId, care.planId.isEmpty() ? QString() : tr("plan %1").arg(care.planId));
            rows.append({what, plan,
                         treatment.name.isEmpty() ? QString() : wording::amount(treatment.price)});
        }
    }
    m_planned->setFacts({{{}, Qt::AlignLeft, true}, {{}}, {{}, Qt::AlignRight}}, rows);
    m_plannedNote->setText(tr("Nothing is planned."));
    m_plannedNote->setVisible(rows.isEmpty());
}

void ToothPanel::showProbing()
{
    const ProbedTooth *probe = nullptr;
    if (m_teeth.size() == 1 && m_facts.profile.periodontal) {
        for (const ProbedTooth &each : m_facts.profile.periodontal->teeth) {
            if (each.tooth == m_teeth.first())
                probe = &each;
        }
    }
    const int fdi = m_teeth.first().fdi;
    QList<QStringList> rows;
    QList<FactTable::Column> columns{{tr("Site", "periodontal")}};
    QString note;
    if (m_teeth.size() > 1) {
        note = tr("Choose one tooth to see its probing.");
    } else if (!probe) {
        note = tr("It was not probed.");
    } else {
        const auto number = [](const std::optional<int> &value) {
            return value ? QString::number(*value) : u"·"_s;
        };
        const auto mark = [](const std::optional<bool> &value) {
            return value.value_or(false) ? u"●"_s : u"·"_s;
        };
        const bool upper = teeth::isUpper(fdi);
        const QStringList codes{u"MV"_s,
                                u"V"_s,
                                u"DV"_s,
                                upper ? u"MP"_s : u"ML"_s,
                                upper ? u"P"_s : u"L"_s,
                                upper ? u"DP"_s : u"DL"_s};
        QStringList depth{tr("Depth mm")};
        QStringList recession{tr("Recession")};
        QStringList level{tr("Attachment")};
        QStringList bleeding{tr("Bleeding")};
        QStringList plaque{tr("Plaque")};
        QStringList pus{tr("Suppuration")};
        bool hasPus = false;
        for (int i = 0; i < dental::SiteCount; ++i) {
            const ProbedSite &site = probe->site(dental::Site(i));
            columns.append({codes.at(i), Qt::AlignHCenter});
            depth.append(number(site.depth));
            recession.append(number(site.recession));
            level.append(number(dental::attachmentLevel(site)));
            bleeding.append(mark(site.bleeding));
            plaque.append(mark(site.plaque));
            pus.append(mark(site.suppuration));
            hasPus = hasPus || site.suppuration.value_or(false);
        }
        rows = {depth, recession, level, bleeding, plaque};
        if (hasPus)
            rows.append(pus);
        QStringList notes;
        if (m_facts.profile.periodontal->date.isValid())
            notes.append(tr("Probed on %1.").arg(dateText(m_facts.profile.periodontal->date)));
        for (const Furcation &each : probe->furcation)
            notes.append(tr("Furcation %1: grade %2.").arg(each.site).arg(each.grade));
        for (const FigureDifference &each : dental::differences(m_facts.profile)) {
            if (each.figure == dental::Figure::Attachment && each.tooth == m_teeth.first())
                notes.append(dental::text(each, m_notation));
        }
        note = notes.join(u'\n');
    }
    if (!columns.isEmpty())
        columns.first().stretches = true;
    m_probing->setFacts(columns, rows);
    m_probingNote->setText(note);
    m_probingNote->setVisible(!note.isEmpty());
}

void ToothPanel::showScans()
{
    const auto touches = [this](const teeth::Range &range) {
        return std::any_of(m_teeth.cbegin(), m_teeth.cend(), [&](const teeth::Tooth &tooth) {
            return range.fdi.contains(tooth.fdi);
        });
    };
    QList<QStringList> rows;
    for (const ScanCase &each : std::as_const(m_facts.cases)) {
        const bool here = std::any_of(each.indications.cbegin(), each.indications.cend(),
                                      [&](const ScanIndication &one) { return touches(one.teeth); })
            || std::any_of(each.scans.cbegin(), each.scans.cend(), [&](const SurfaceScan &one) {
                              // A whole jaw is no scan of one tooth.
                              return one.type == ScanType::Tooth && touches(one.teeth);
                          });
        if (here)
            rows.append({scanwords::day(each.created, m_zone), scanwords::indications(each),
                         scanwords::content(each)});
    }
    m_scans->setFacts({{{}}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}, rows);
    m_scansNote->setText(m_facts.casesMissing.isEmpty() ? tr("No case touches it.")
                                                        : m_facts.casesMissing);
    m_scansNote->setVisible(rows.isEmpty());
    m_openScans->setVisible(!rows.isEmpty());
}

#include "moc_toothpanel.cpp"
