// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartpage.h"

#include "app/domain/dentalwords.h"
#include "app/session/session.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/patients/patienthead.h"
#include "ui/toothchart/chartdifferences.h"
#include "ui/toothchart/charthistorymodel.h"
#include "ui/toothchart/facttable.h"
#include "ui/toothchart/toothwords.h"
#include "ui/visit/miniprofile.h"
#include "ui/visit/notice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int changesShown = 5;

} // namespace

ChartPage::ChartPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone),
      m_head(new PatientHead(desk, u"chart"_s)), m_stack(new QStackedWidget),
      m_bar(new ChartBar(this)), m_pane(new ChartPane(desk, tr("Tooth chart"))),
      m_other(new ChartPane(desk, tr("Tooth chart of the other date"))), m_panes(new QSplitter),
      m_changes(new FactTable(tr("Differences between the two dates"))), m_hint(new QLabel),
      m_figures(new Notice), m_model(new ChartHistoryModel(this)), m_history(new QTableView),
      m_historyNote(new QLabel), m_panel(new ToothPanel(m_zone))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(makeExplanation());
    m_stack->addWidget(makeChart());
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_head->finder());
    connect(m_head, &PatientHead::chosen, this, [this](const PatientId &id) {
        showPatient(id);
        m_pane->view()->setFocus();
    });
    connectPane(m_pane);
    connectPane(m_other);
    connectBar();
    m_other->hide();
    connect(m_panel, &ToothPanel::proposalRequested, this, &ChartPage::useInProposal);
    connect(m_panel, &ToothPanel::scansRequested, this, [this] { Q_EMIT scansRequested(m_id); });
    connect(m_desk.charts, &ChartWorkflow::backgroundChanged, this, [this] {
        if (isVisible())
            read();
    });
    connect(m_desk.charts, &ChartWorkflow::historyIncomplete, this,
            [this](const PatientId &patient, const QString &why) {
                if (patient != m_id)
                    return;
                m_facts.incomplete = why;
                m_historyNote->setText(why);
                m_historyNote->show();
                showFacts();
            });
    showExplanation();
}

QWidget *ChartPage::makeExplanation()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->addStretch(1);
    m_explanation = new QLabel;
    m_explanation->setObjectName(u"chartExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_explanation);
    m_signIn = new QPushButton(tr("&Sign in…"));
    m_signIn->setObjectName(u"chartSignIn"_s);
    connect(m_signIn, &QPushButton::clicked, this,
            [this] { Q_EMIT signInNeeded([this] { read(); }); });
    layout->addWidget(m_signIn, 0, Qt::AlignHCenter);
    m_mini = new MiniProfile;
    m_mini->setObjectName(u"chartMiniProfile"_s);
    m_mini->setFixedWidth(fontMetrics().averageCharWidth() * 60);
    layout->addSpacing(fontMetrics().height());
    layout->addWidget(m_mini, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

QTableView *ChartPage::makeHistory()
{
    m_history->setModel(m_model);
    m_history->setObjectName(u"chartHistory"_s);
    m_history->setAccessibleName(tr("History of all teeth"));
    m_history->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_history->setSelectionMode(QAbstractItemView::SingleSelection);
    m_history->setShowGrid(false);
    m_history->setTabKeyNavigation(false);
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_history->verticalHeader()->hide();
    m_history->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.6));
    m_history->horizontalHeader()->setHighlightSections(false);
    m_history->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_history->horizontalHeader()->setSectionResizeMode(ChartHistoryModel::Treatment,
                                                        QHeaderView::Stretch);
    // Some rows tell how wide all are: there may be hundreds.
    m_history->horizontalHeader()->setResizeContentsPrecision(30);
    m_history->setMinimumHeight(fontMetrics().height() * 5);
    connect(m_history, &QTableView::clicked, this, [this](const QModelIndex &index) {
        m_pane->view()->select(m_model->events().at(index.row()).teeth);
    });
    connect(m_history, &QTableView::activated, this, [this](const QModelIndex &index) {
        m_pane->view()->select(m_model->events().at(index.row()).teeth);
        m_pane->view()->setFocus();
    });
    return m_history;
}

QWidget *ChartPage::makeChart()
{
    auto *main = new QWidget;
    auto *layout = new QVBoxLayout(main);
    layout->addWidget(m_bar);
    m_panes->addWidget(m_pane);
    m_panes->addWidget(m_other);
    m_panes->setChildrenCollapsible(false);
    auto *below = new QWidget;
    auto *facts = new QVBoxLayout(below);
    facts->setContentsMargins(0, 0, 0, 0);
    m_hint->setObjectName(u"chartHint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    facts->addWidget(m_hint);
    m_changes->setObjectName(u"chartChanges"_s);
    m_changes->setMostRows(changesShown);
    m_changes->hide();
    facts->addWidget(m_changes);
    m_figures->setObjectName(u"chartFigures"_s);
    facts->addWidget(m_figures);
    facts->addWidget(makeHistory(), 1);
    m_historyNote->setObjectName(u"chartHistoryNote"_s);
    m_historyNote->setTextFormat(Qt::PlainText);
    m_historyNote->setWordWrap(true);
    m_historyNote->setForegroundRole(QPalette::PlaceholderText);
    m_historyNote->hide();
    facts->addWidget(m_historyNote);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_panes);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    layout->addWidget(split, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(main);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    connect(m_changes, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const auto tooth =
            teeth::toothFromText(m_changes->row(index.row()).value(0), m_bar->look().notation);
        if (tooth)
            m_pane->view()->select({*tooth});
    });
    return splitter;
}

void ChartPage::connectPane(ChartPane *pane)
{
    ChartView *view = pane->view();
    connect(pane, &ChartPane::readingChanged, this, [this, pane] {
        // A visit of which DentalTap has no state yet: the mouth as it is now.
        if (pane->error() && pane->error()->kind == Error::Kind::NotFound
            && !pane->owner().visit.isEmpty() && !pane->reading()) {
            tell(*pane->error());
            pane->setOwner(ChartOwner(m_id));
            return;
        }
        if (pane == m_pane)
            m_visit = pane->owner().visit;
        showPerson();
        showFacts();
        showFigures();
        showChanges();
        // What is chosen here is chosen there.
        if (pane == m_other)
            m_other->view()->select(m_pane->view()->selected());
        showExplanation();
    });
    connect(pane, &ChartPane::sceneShown, this, [this] {
        m_bar->setChartShown(!m_pane->view()->scene().isEmpty());
        m_bar->setPictureShown(m_pane->view()->scene().hasPicture());
    });
    connect(view, &ChartView::selectionChanged, this, [this, pane] { choose(pane); });
    connect(view, &ChartView::hoveredChanged, this, &ChartPage::showHint);
    connect(view, &ChartView::zoomChanged, this,
            [this] { m_bar->setZoom(m_pane->view()->zoom()); });
    connect(view, &ChartView::menuRequested, this, &ChartPage::showMenu);
    connect(view, &ChartView::activated, this, [this] { m_panel->proposalButton()->setFocus(); });
}

bool ChartPage::mayLook() const
{
    return m_desk.session->require(Permission::Chart).has_value();
}

void ChartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showExplanation();
}

void ChartPage::updateRights()
{
    if (!mayLook()) {
        // Nothing of it stays behind for whoever comes next.
        m_pane->setOwner({});
        m_other->setOwner({});
        m_facts = {};
        takeHistory({});
    }
    if (isVisible() && !m_id.isEmpty())
        read();
    else
        showExplanation();
}

void ChartPage::showOwner(const ChartOwner &owner)
{
    if (owner.patient != m_id) {
        m_facts = {};
        m_visits.clear();
        m_patient = {};
        m_bar->actions().compare->setChecked(false);
        compare(false);
        m_pane->setVisits({});
        m_pane->view()->select({});
        takeHistory({});
        m_historyNote->hide();
    }
    m_id = owner.patient;
    m_visit = owner.visit;
    read();
}

void ChartPage::showExplanation()
{
    const bool allowed = mayLook();
    QString text;
    const bool someone = m_desk.session->current().has_value();
    if (m_id.isEmpty())
        text = tr("Find a patient above, or open the chart from a visit (Ctrl+H there), to see "
                  "their teeth.");
    else if (!someone)
        text = tr("Sign in to see the chart.");
    else if (!allowed)
        text = tr("Charts are for surgeons and administrators. Which teeth there are and what is "
                  "planned can be seen here:");
    m_explanation->setText(text);
    m_signIn->setVisible(!someone && !m_id.isEmpty());
    m_mini->setVisible(someone && !allowed && !m_id.isEmpty());
    m_stack->setCurrentIndex(text.isEmpty() ? 1 : 0);
}

void ChartPage::showPerson()
{
    QStringList parts;
    if (!m_id.isEmpty()) {
        parts.append(ageText(m_patient.birthDate, m_desk.clock().toTimeZone(m_zone).date()));
        if (m_pane->reading() && !m_pane->view()->scene().isEmpty()) {
            parts.append(tr("chart of %1", "date").arg(m_pane->dateText()));
            parts.append(tr("DentalTap"));
        }
    }
    m_head->setPerson(m_id.isEmpty() ? QString() : m_patient.displayName(), parts);
}

void ChartPage::showLook()
{
    const ChartLook &look = m_bar->look();
    m_pane->setLook(look);
    m_other->setLook(look);
    m_model->setNotation(look.notation);
    m_panel->setTeeth(m_pane->view()->selected(), look.notation);
    showFigures();
    showChanges();
    showHint();
}

void ChartPage::showFacts()
{
    m_facts.profile = m_pane->reading() ? m_pane->reading()->profile : DentalProfile();
    m_panel->setFacts(m_facts);
    showMarks();
}

void ChartPage::showMarks()
{
    QSet<int> today;
    QSet<int> scanned;
    for (const ToothEvent &event : std::as_const(m_facts.history)) {
        for (const teeth::Tooth &tooth : event.teeth) {
            if (event.doneToday && event.source == ToothEvent::Source::DentalTap)
                today.insert(Odontogram::mark(tooth));
        }
    }
    for (const ScanCase &each : std::as_const(m_facts.cases)) {
        for (const ScanIndication &one : each.indications)
            scanned.unite(QSet<int>(one.teeth.fdi.cbegin(), one.teeth.fdi.cend()));
        for (const SurfaceScan &one : each.scans) {
            // A whole jaw is no mark of its teeth.
            if (one.type == ScanType::Tooth)
                scanned.unite(QSet<int>(one.teeth.fdi.cbegin(), one.teeth.fdi.cend()));
        }
    }
    m_pane->view()->setMarked(today, scanned);
    m_other->view()->setMarked(today, scanned);
}

void ChartPage::showFigures()
{
    QStringList lines;
    if (m_pane->reading()) {
        const DentalProfile &profile = m_pane->reading()->profile;
        for (const FigureDifference &each : dental::differences(profile))
            lines.append(dental::text(each, m_bar->look().notation));
        for (const ProfileFlag &flag : profile.flags)
            lines.append(dental::text(flag, m_bar->look().notation));
    }
    constexpr qsizetype most = 3;
    const qsizetype more = lines.size() - most;
    if (more > 0)
        lines = lines.mid(0, most) << tr("… and %n more", nullptr, int(more));
    m_figures->setText(lines.join(u'\n'), Notice::Tone::Warning);
}

void ChartPage::showHint()
{
    const ChartView *view = m_other->view()->hovered() ? m_other->view() : m_pane->view();
    const auto &hit = view->hovered();
    if (hit)
        m_hint->setText(toothwords::tip(view->profile(), *hit, m_bar->look().notation)
                            .replace(u'\n', u" · "_s));
    else
        m_hint->setText(tr("Arrow keys walk the teeth; a typed number jumps there; Ctrl+wheel "
                           "zooms; Space and drag moves the chart."));
}

void ChartPage::choose(ChartPane *from)
{
    if (m_choosing)
        return;
    m_choosing = true;
    const QList<teeth::Tooth> teeth = from->view()->selected();
    for (ChartPane *pane : {m_pane, m_other}) {
        if (pane != from && pane->isVisibleTo(this))
            pane->view()->select(teeth);
    }
    m_panel->setTeeth(teeth, m_bar->look().notation);
    m_choosing = false;
}

void ChartPage::compare(bool on)
{
    if (on && m_visits.isEmpty()) {
        m_bar->actions().compare->setChecked(false);
        Q_EMIT said({Message::Level::Info,
                     tr("DentalTap has kept no other state of this patient to compare with. There "
                        "is one as soon as a visit is over."),
                     {},
                     {},
                     {}});
        return;
    }
    m_other->setVisible(on);
    if (!on) {
        m_other->setOwner({});
    } else {
        // The visit before what is shown.
        VisitId before;
        bool next = m_pane->owner().visit.isEmpty();
        for (const ChartVisit &visit : std::as_const(m_visits)) {
            if (next) {
                before = visit.visit;
                break;
            }
            next = visit.visit == m_pane->owner().visit;
        }
        m_other->setVisits(m_visits);
        m_other->setLook(m_bar->look());
        m_other->setOwner(ChartOwner(m_id, before));
    }
    m_panes->setSizes({1000, 1000});
    showChanges();
}

void ChartPage::showChanges()
{
    QSet<int> different;
    QList<QStringList> rows;
    const bool both = !m_other->isHidden() && m_pane->reading() && m_other->reading();
    if (both) {
        // The older one comes first, wherever it stands; nothing is newer than the present.
        const DentalProfile *before = &m_other->reading()->profile;
        const DentalProfile *after = &m_pane->reading()->profile;
        const bool otherIsNow = m_other->owner().visit.isEmpty();
        const bool thisIsNow = m_pane->owner().visit.isEmpty();
        if (!thisIsNow && (otherIsNow || before->recordedAt > after->recordedAt))
            std::swap(before, after);
        for (const ToothChange &change : chartChanges(*before, *after)) {
            different.insert(Odontogram::mark(change.tooth));
            rows.append(
                {teeth::text(change.tooth, m_bar->look().notation), change.words.join(u" · "_s)});
        }
        if (rows.isEmpty())
            rows.append({QString(), tr("No differences between the two dates.")});
    }
    m_pane->view()->setDifferent(different);
    m_other->view()->setDifferent(different);
    m_changes->setFacts({{tr("Tooth", "column")}, {tr("What changed"), Qt::AlignLeft, true}}, rows);
}

void ChartPage::tell(const Error &error)
{
    Q_EMIT said({Message::Level::Warning, errorText(error), errorAdvice(error), {}, {}});
}

#include "moc_chartpage.cpp"
