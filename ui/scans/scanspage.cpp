// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/scanspage.h"

#include "app/session/session.h"
#include "app/store/patientstore.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/patients/patientfinder.h"
#include "ui/patients/patientlist.h"
#include "ui/scans/activitylist.h"
#include "ui/scans/casefilterbar.h"
#include "ui/scans/casesmodel.h"
#include "ui/scans/photogallery.h"
#include "ui/scans/scanwords.h"
#include "ui/scans/statusdelegate.h"
#include "ui/visit/notice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Who is at a station changes slowly; each look is a call.
constexpr auto stationsEvery = 30s;

} // namespace

ScansPage::ScansPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_sites(new QComboBox),
      m_name(new QLabel), m_person(new QLabel), m_search(new PatientFinder(desk)),
      m_problem(new Notice), m_stations(new StationCards),
      m_activities(new ActivityList(desk.scans, desk.clock)),
      m_filter(new CaseFilterBar(
          [clock = desk.clock, zone = m_zone] { return clock().toTimeZone(zone).date(); })),
      m_model(new CasesModel(m_zone, this)), m_table(new QTableView), m_empty(new QLabel),
      m_gallery(new PhotoGallery(desk.scans)), m_panel(new CasePanel(desk.scans, m_zone))
{
    auto *main = new QWidget;
    auto *layout = new QVBoxLayout(main);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    layout->addWidget(makeHead());
    m_problem->setObjectName(u"scanProblem"_s);
    connect(m_problem->addButton(tr("&Try again"), u"tryAgain"_s), &QPushButton::clicked, this,
            &ScansPage::read);
    connect(m_problem->addButton(tr("&Check the connection"), u"checkConnection"_s),
            &QPushButton::clicked, this, &ScansPage::check);
    m_confirm = m_problem->addButton(tr("This is o&ur server"), u"trustServer"_s);
    connect(m_confirm, &QPushButton::clicked, this, &ScansPage::trust);
    m_confirm->hide();
    layout->addWidget(m_problem);
    layout->addWidget(m_stations);
    layout->addWidget(m_activities);
    layout->addWidget(makeCases(), 2);
    layout->addWidget(m_gallery, 2);
    auto *splitter = new QSplitter;
    splitter->addWidget(main);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter);
    setFocusProxy(m_search);

    connect(
        m_stations, &StationCards::requested, this,
        [this](StationCards::Act act, const ScanWorkflow::Target &target) { press(act, target); });
    connect(m_panel, &CasePanel::requested, this,
            [this](CasePanel::Act act, const ScanWorkflow::Target &target) { press(act, target); });
    connect(m_panel, &CasePanel::failed, this, &ScansPage::tell);
    connect(m_activities, &ActivityList::failed, this, &ScansPage::tell);
    connect(m_gallery, &PhotoGallery::failed, this, &ScansPage::tell);
    connect(m_filter, &CaseFilterBar::changed, this, &ScansPage::readCases);
    connect(m_filter, &CaseFilterBar::misunderstood, this, [this](const QString &text) {
        Q_EMIT said({Message::Level::Warning, text, {}, {}, {}});
    });
    connect(m_desk.scans, &ScanWorkflow::linkChanged, this, [this](const PatientId &patient) {
        if (patient == m_id)
            read();
    });
    m_stationTimer.setInterval(stationsEvery);
    connect(&m_stationTimer, &QTimer::timeout, this, &ScansPage::readStations);
    showLink(std::nullopt);
}

QWidget *ScansPage::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.15);
    title.setWeight(QFont::DemiBold);
    m_name->setFont(title);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setObjectName(u"scanPatient"_s);
    row->addWidget(m_name);
    m_person->setTextFormat(Qt::PlainText);
    m_person->setForegroundRole(QPalette::PlaceholderText);
    m_person->setObjectName(u"scanPerson"_s);
    row->addWidget(m_person);
    row->addStretch(1);
    m_sites->setAccessibleName(tr("Site"));
    m_sites->setObjectName(u"scanSite"_s);
    for (const QString &each : m_desk.scans->sites())
        m_sites->addItem(scanwords::site(each), each);
    if (m_sites->count() < 2)
        m_sites->hide();
    connect(m_sites, &QComboBox::currentIndexChanged, this, &ScansPage::read);
    row->addWidget(m_sites);
    m_search->setObjectName(u"scanSearch"_s);
    row->addWidget(m_search);
    layout->addLayout(row);
    m_search->found()->setObjectName(u"scanFound"_s);
    layout->addWidget(m_search->found());
    connect(m_search, &PatientFinder::chosen, this, &ScansPage::showPatient);
    return head;
}

QWidget *ScansPage::makeCases()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    m_table->setModel(m_model);
    m_table->setObjectName(u"cases"_s);
    m_table->setAccessibleName(tr("Cases"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(CasesModel::Status, new StatusDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(CasesModel::Indications,
                                                      QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    layout->addWidget(m_table, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setObjectName(u"noCases"_s);
    layout->addWidget(m_empty, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ScansPage::showCase);
    return box;
}

QString ScansPage::site() const
{
    return m_sites->currentData().toString();
}

void ScansPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_stationTimer.start();
    m_activities->refresh();
    readStations();
}

void ScansPage::hideEvent(QHideEvent *event)
{
    m_stationTimer.stop();
    QWidget::hideEvent(event);
}

void ScansPage::updateRights()
{
    if (isVisible() && m_desk.session->current())
        read();
}

void ScansPage::showPatient(const PatientId &id)
{
    if (id != m_id) {
        m_filter->clear();
        m_model->setCases({});
        showLink(std::nullopt);
    }
    m_id = id;
    m_activities->setPatient(id);
    read();
}

void ScansPage::read()
{
    m_panel->setSite(site());
    readStations();
    if (m_id.isEmpty())
        return;
    const int reading = ++m_reading;
    QCoro::connect(m_desk.patients->patient(m_id), this,
                   [this, reading](const Result<Patient> &patient) {
                       if (reading != m_reading)
                           return;
                       if (!patient) {
                           tell(patient.error());
                           return;
                       }
                       m_patient = *patient;
                       showLink(m_link);
                   });
    QCoro::connect(m_desk.scans->link(m_id, site()), this,
                   [this, reading](const Result<std::optional<ScanLink>> &link) {
                       if (reading != m_reading)
                           return;
                       showLink(link.value_or(std::nullopt));
                       readCases();
                   });
}

void ScansPage::showLink(const std::optional<ScanLink> &link)
{
    m_link = link;
    m_name->setText(m_id.isEmpty() ? QString() : m_patient.displayName());
    QStringList parts;
    if (!m_id.isEmpty()) {
        parts.append(ageText(m_patient.birthDate, m_desk.clock().toTimeZone(m_zone).date()));
        parts.append(
            !link ? tr("not linked with Dental Desktop")
                : link->station.isEmpty()
                ? tr("linked with Dental Desktop since %1").arg(scanwords::day(link->since, m_zone))
                : tr("linked with Dental Desktop since %1 (%2)", "date, station")
                      .arg(scanwords::day(link->since, m_zone), link->station));
        parts.removeAll(QString());
    }
    m_person->setText(parts.join(u" · "_s));
    m_stations->setPatient(!m_id.isEmpty(), link.has_value());
    m_panel->setLink(!m_id.isEmpty(), link);
    showEmpty();
}

void ScansPage::readStations()
{
    QCoro::connect(m_desk.scans->stations(site()), this,
                   [this, at = site()](const Result<QList<ScanStation>> &stations) {
                       if (at != site())
                           return;
                       if (!stations) {
                           unavailable(stations.error());
                           return;
                       }
                       m_problem->setText({});
                       m_confirm->hide();
                       m_stations->setStations(at, *stations);
                       m_stations->show();
                   });
}

void ScansPage::readCases()
{
    const int reading = ++m_readingCases;
    if (m_id.isEmpty() || !m_link) {
        m_model->setCases({});
        showCase();
        showEmpty();
        return;
    }
    m_casesAsked = true;
    showEmpty();
    const ScanCase *chosen = m_model->at(m_table->currentIndex().row());
    const QString before = chosen ? chosen->id : QString();
    QCoro::connect(m_desk.scans->cases(m_id, site(), m_filter->filter(), true), this,
                   [this, reading, before](const Result<QList<ScanCase>> &cases) {
                       if (reading != m_readingCases)
                           return;
                       m_casesAsked = false;
                       if (!cases) {
                           unavailable(cases.error());
                           showEmpty();
                           return;
                       }
                       m_model->setCases(*cases);
                       const int row = std::max(0, m_model->rowOf(before));
                       m_table->setCurrentIndex(m_model->index(row, 0));
                       showCase();
                       showEmpty();
                   });
}

void ScansPage::showEmpty()
{
    const bool any = m_model->rowCount() > 0;
    QString text;
    if (m_id.isEmpty())
        text = tr("Find a patient above, or come here from a visit, to see their cases.");
    else if (m_casesAsked)
        text = tr("Asking Dental Desktop for the cases…");
    else if (!m_link)
        text = tr("Cases are seen once the patient is linked with Dental Desktop.");
    else if (m_filter->isNarrow())
        text = tr("No case fits the filter.");
    else
        text = tr("Dental Desktop has no case of this patient. “New case” opens one at a station.");
    m_empty->setText(text);
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    m_filter->setVisible(m_link.has_value());
}

void ScansPage::showCase()
{
    const ScanCase *scanCase = m_model->at(m_table->currentIndex().row());
    m_panel->setCase(scanCase);
    PhotoGallery::Texts texts;
    if (scanCase) {
        const QString day = scanwords::day(scanCase->created, m_zone);
        texts.title = tr("Photos of the case of %1").arg(day);
        texts.patient = m_patient.displayName();
        texts.scanCase = tr("Case of %1", "date").arg(day);
    }
    m_gallery->setCase(site(), scanCase, texts);
}

void ScansPage::tell(const Error &error)
{
    Q_EMIT said({Message::Level::Warning, errorText(error), errorAdvice(error), {}, {}});
}

void ScansPage::unavailable(const Error &error)
{
    QString text = errorText(error);
    const QString advice = errorAdvice(error);
    if (!advice.isEmpty() && !text.contains(advice))
        text += u' ' + advice;
    m_problem->setText(text, Notice::Tone::Warning);
}

void ScansPage::check()
{
    QCoro::connect(
        m_desk.scans->checkConnection(site()), this, [this](const Result<ScanConnection> &report) {
            if (!report) {
                unavailable(report.error());
                return;
            }
            QStringList lines;
            for (const ScanConnection::Finding &finding : report->findings)
                lines.append(QString((finding.ok ? u"✓ "_s : u"✗ "_s) + finding.text));
            m_certificate = report->mayConfirm ? report->certificate : std::nullopt;
            if (m_certificate) {
                lines.append(
                    tr("It shows the certificate “%1” with the fingerprint "
                       "(SHA-256) %2. Compare it at the server; only if it is "
                       "the same may it be trusted.")
                        .arg(m_certificate->subject, QString::fromLatin1(m_certificate->sha256)));
            }
            m_confirm->setVisible(m_certificate.has_value());
            m_problem->setText(lines.join(u'\n'),
                               report->isGood() ? Notice::Tone::Info : Notice::Tone::Warning);
        });
}

void ScansPage::trust()
{
    if (!m_certificate)
        return;
    QCoro::connect(m_desk.scans->confirmCertificate(site(), *m_certificate), this,
                   [this](const Result<void> &confirmed) {
                       if (confirmed)
                           read();
                       else if (confirmed.error().kind == Error::Kind::Unauthorized)
                           Q_EMIT signInNeeded([this] { trust(); });
                       else
                           tell(confirmed.error());
                   });
}

void ScansPage::start(const std::function<Task<ScanActivity>()> &act)
{
    if (!m_desk.session->current()) {
        Q_EMIT signInNeeded([this, act] { start(act); });
        return;
    }
    // How it goes stands in the list of what is under way.
    QCoro::connect(act(), this, [this](const Result<ScanActivity> &activity) {
        if (!activity)
            tell(activity.error());
    });
}

void ScansPage::press(StationCards::Act act, const ScanWorkflow::Target &target)
{
    start([scans = m_desk.scans, patient = m_id, act, target] {
        switch (act) {
        case StationCards::Act::Link:
            return scans->linkPatient(patient, target, true);
        case StationCards::Act::NewCase:
            return scans->newCase(patient, target);
        case StationCards::Act::OpenPatient:
            break;
        }
        return scans->openPatient(patient, target);
    });
}

void ScansPage::press(CasePanel::Act act, const ScanWorkflow::Target &target)
{
    const ScanCase *chosen = m_model->at(m_table->currentIndex().row());
    const QString caseId = chosen ? chosen->id : QString();
    if (act == CasePanel::Act::Forget) {
        QCoro::connect(m_desk.scans->forgetLink(m_id, target.site), this,
                       [this](const Result<void> &forgotten) {
                           if (!forgotten)
                               tell(forgotten.error());
                           else
                               read();
                       });
        return;
    }
    start([scans = m_desk.scans, patient = m_id, caseId, act, target] {
        if (act == CasePanel::Act::Create)
            return scans->linkPatient(patient, target, false);
        if (act == CasePanel::Act::Update)
            return scans->updatePatient(patient, target);
        return scans->openCase(caseId, target);
    });
}

#include "moc_scanspage.cpp"
