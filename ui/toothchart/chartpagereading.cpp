// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ChartPage asks the workflows, and what it does with a chart: keep, print, propose.
#include "app/session/session.h"
#include "app/store/cataloguestore.h"
#include "app/store/patientstore.h"
#include "app/workflow/planworkflow.h"
#include "app/workflow/scanworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/plans/planwords.h"
#include "ui/toothchart/charthistorymodel.h"
#include "ui/toothchart/chartpage.h"
#include "ui/toothchart/facttable.h"
#include "ui/toothchart/toothwords.h"
#include "ui/visit/miniprofile.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr double clipboardFactor = 2;

} // namespace

void ChartPage::read()
{
    ++m_reading;
    showExplanation();
    if (m_id.isEmpty()) {
        m_pane->setOwner({});
        return;
    }
    readPerson();
    if (!mayLook()) {
        readSummary();
        return;
    }
    m_pane->setOwner(ChartOwner(m_id, m_visit));
    readVisits();
    readHistory();
    readTreatments();
    readPlans();
    readCases();
}

void ChartPage::readPerson()
{
    QCoro::connect(m_desk.patients->patient(m_id), this,
                   [this, reading = m_reading](const Result<Patient> &patient) {
                       if (reading != m_reading)
                           return;
                       if (patient)
                           m_patient = *patient;
                       else
                           tell(patient.error());
                       showPerson();
                   });
}

void ChartPage::readVisits()
{
    QCoro::connect(m_desk.charts->visits(m_id), this,
                   [this, reading = m_reading](const Result<QList<ChartVisit>> &visits) {
                       if (reading != m_reading || !visits)
                           return;
                       m_visits = *visits;
                       m_pane->setVisits(m_visits);
                       m_other->setVisits(m_visits);
                   });
}

void ChartPage::readHistory()
{
    if (m_facts.history.isEmpty()) {
        QCoro::connect(m_desk.charts->cachedHistory(m_id), this,
                       [this, reading = m_reading](const Result<QList<ToothEvent>> &kept) {
                           if (reading == m_reading && kept && m_facts.history.isEmpty())
                               takeHistory(*kept);
                       });
    }
    m_facts.incomplete.clear();
    m_historyNote->hide();
    QCoro::connect(m_desk.charts->history(m_id), this,
                   [this, reading = m_reading](const Result<QList<ToothEvent>> &events) {
                       if (reading != m_reading)
                           return;
                       if (events) {
                           takeHistory(*events);
                           return;
                       }
                       m_facts.incomplete = errorText(events.error());
                       m_historyNote->setText(m_facts.incomplete);
                       m_historyNote->show();
                       showFacts();
                   });
}

void ChartPage::takeHistory(const QList<ToothEvent> &events)
{
    m_facts.history = events;
    m_model->setEvents(events);
    showFacts();
}

void ChartPage::readTreatments()
{
    QCoro::connect(m_desk.catalogue->products(), this,
                   [this, reading = m_reading](const Result<QList<Product>> &products) {
                       if (reading != m_reading || !products)
                           return;
                       m_facts.treatments.clear();
                       for (const Product &product : *products) {
                           if (!product.treatmentId.isEmpty())
                               m_facts.treatments.insert(product.treatmentId, product);
                       }
                       showFacts();
                   });
}

void ChartPage::readPlans()
{
    if (!m_desk.plans)
        return;
    QCoro::connect(m_desk.plans->cached(m_id), this,
                   [this, reading = m_reading](const Result<PlanReading> &kept) {
                       if (reading != m_reading || !kept)
                           return;
                       m_facts.plans.clear();
                       for (const PlanRecord &record : kept->plans) {
                           const PlanVersion &version = record.latest();
                           QString words = planwords::title(record, version);
                           if (!version.quote.number.isEmpty())
                               words += u" · "_s + planwords::quote(version);
                           m_facts.plans.insert(record.current.remoteId(), words);
                       }
                       showFacts();
                   });
}

void ChartPage::readCases()
{
    if (!m_desk.scans || m_desk.scans->sites().isEmpty()) {
        m_facts.casesMissing = tr("Dental Desktop is not set up.");
        return;
    }
    for (const QString &site : m_desk.scans->sites()) {
        QCoro::connect(
            m_desk.scans->link(m_id, site), this,
            [this, reading = m_reading, site](const Result<std::optional<ScanLink>> &link) {
                if (reading != m_reading)
                    return;
                if (!link.value_or(std::nullopt)) {
                    if (m_facts.cases.isEmpty())
                        m_facts.casesMissing = tr("Not linked with Dental Desktop.");
                    showFacts();
                    return;
                }
                QCoro::connect(m_desk.scans->cases(m_id, site, {}, false), this,
                               [this, reading](const Result<QList<ScanCase>> &cases) {
                                   if (reading != m_reading)
                                       return;
                                   if (cases) {
                                       takeCases(*cases);
                                   } else {
                                       m_facts.casesMissing = errorText(cases.error());
                                       showFacts();
                                   }
                               });
            });
    }
}

void ChartPage::takeCases(const QList<ScanCase> &cases)
{
    for (const ScanCase &each : cases) {
        if (!m_facts.cases.contains(each))
            m_facts.cases.append(each);
    }
    m_facts.casesMissing.clear();
    showFacts();
}

void ChartPage::readSummary()
{
    if (!m_desk.session->current())
        return;
    m_mini->setWords(tr("Asking DentalTap…"));
    QCoro::connect(m_desk.charts->summary(ChartOwner(m_id, m_visit)), this,
                   [this, reading = m_reading](const Result<ChartReading> &summary) {
                       if (reading != m_reading)
                           return;
                       if (summary)
                           m_mini->setProfile(summary->profile, m_bar->look().notation);
                       else
                           m_mini->setWords(errorText(summary.error()));
                   });
}

void ChartPage::connectBar()
{
    const ChartBar::Actions &acts = m_bar->actions();
    connect(m_bar, &ChartBar::lookChanged, this, &ChartPage::showLook);
    const auto zoom = [this](double factor) {
        return [this, factor] {
            m_pane->view()->zoomBy(factor);
            m_other->view()->setZoom(m_pane->view()->zoom());
        };
    };
    constexpr double step = 1.25;
    connect(acts.zoomIn, &QAction::triggered, this, zoom(step));
    connect(acts.zoomOut, &QAction::triggered, this, zoom(1 / step));
    connect(acts.fit, &QAction::triggered, this, [this] {
        m_pane->view()->fit();
        m_other->view()->fit();
    });
    connect(acts.compare, &QAction::triggered, this, &ChartPage::compare);
    connect(acts.print, &QAction::triggered, this, &ChartPage::print);
    connect(acts.copy, &QAction::triggered, this, &ChartPage::copy);
    connect(acts.png, &QAction::triggered, this,
            [this] { keep(u"png"_s, tr("PNG picture (*.png)"), chartsheet::savePng); });
    connect(acts.svg, &QAction::triggered, this,
            [this] { keep(u"svg"_s, tr("SVG drawing (*.svg)"), chartsheet::saveSvg); });
    connect(acts.pdf, &QAction::triggered, this,
            [this] { keep(u"pdf"_s, tr("PDF document (*.pdf)"), chartsheet::savePdf); });
    showLook();
}

ChartSheet ChartPage::sheet() const
{
    ChartSheet sheet;
    const auto add = [&](const ChartPane *pane) {
        if (pane->isHidden() || pane->view()->scene().isEmpty())
            return;
        Odontogram::Marks marks = pane->view()->marks();
        // What is chosen at this moment is nobody's finding.
        marks.selected.clear();
        marks.hovered = 0;
        sheet.charts.append({pane->view()->scene(), pane->view()->profile(), marks,
                             u"%1 · %2"_s.arg(pane->dateText(), pane->sourceText())});
    };
    add(m_pane);
    add(m_other);
    sheet.patient = m_patient.displayName();
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    QStringList person;
    if (m_patient.birthDate.isValid())
        person = {dateText(m_patient.birthDate), ageText(m_patient.birthDate, today)};
    if (!m_desk.settings.clinicName.isEmpty())
        person.append(m_desk.settings.clinicName);
    sheet.person = person.join(u" · "_s);
    sheet.printed = tr("Printed on %1").arg(dateText(today));
    sheet.layers = m_bar->look().layers;
    if (sheet.charts.size() > 1) {
        for (int row = 0; row < m_changes->rowCount(); ++row)
            sheet.changes.append(m_changes->row(row).join(u"  "_s).trimmed());
    }
    return sheet;
}

void ChartPage::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<teeth::Tooth> chosen = m_pane->view()->selected();
    QAction *propose = menu->addAction(tr("&Use in proposal"));
    propose->setEnabled(!chosen.isEmpty());
    connect(propose, &QAction::triggered, this, [this, chosen] { useInProposal(chosen); });
    menu->addSeparator();
    m_bar->fill(menu);
    menu->popup(at);
}

void ChartPage::copy()
{
    auto *picture = new QMimeData;
    picture->setImageData(chartsheet::picture(sheet(), clipboardFactor));
    QApplication::clipboard()->setMimeData(picture);
    Q_EMIT said(
        {Message::Level::Info, tr("The chart is on the clipboard, as a picture."), {}, {}, {}});
}

void ChartPage::keep(const QString &suffix, const QString &filter,
                     Result<void> (*save)(const ChartSheet &, const QString &))
{
    auto *dialog = new QFileDialog(this, tr("Save the chart"));
    dialog->setObjectName(u"saveChart"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(filter);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDate today = m_desk.clock().toTimeZone(m_zone).date();
    dialog->selectFile(
        u"%1-%2.%3"_s.arg(tr("chart", "file name"), today.toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &file) {
        if (const Result<void> saved = save(sheet(), file); !saved)
            tell(saved.error());
        else
            Q_EMIT said({Message::Level::Info,
                         tr("The chart is in %1.").arg(QDir::toNativeSeparators(file)),
                         {},
                         {},
                         {}});
    });
    dialog->open();
}

void ChartPage::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(tr("Chart", "document"));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printChart"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // It lives as long as the dialog.
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (const Result<void> printed = chartsheet::print(sheet(), printer.get()); !printed)
            tell(printed.error());
    });
    dialog->open();
}

void ChartPage::useInProposal(const QList<teeth::Tooth> &teeth)
{
    if (teeth.isEmpty())
        return;
    QStringList numbers;
    for (const teeth::Tooth &tooth : teeth)
        numbers.append(teeth::text(tooth, m_bar->look().notation));
    QCoro::connect(m_desk.charts->keepForProposal(m_pane->owner(), teeth), this,
                   [this, numbers, teeth](const Result<void> &kept) {
                       if (!kept) {
                           if (kept.error().kind == Error::Kind::Unauthorized)
                               Q_EMIT signInNeeded([this, teeth] { useInProposal(teeth); });
                           else
                               tell(kept.error());
                           return;
                       }
                       Q_EMIT said({Message::Level::Info,
                                    tr("Kept for the treatment proposal: findings and picture of "
                                       "%1, as of %2.")
                                        .arg(numbers.join(u", "_s), m_pane->dateText()),
                                    {},
                                    {},
                                    {}});
                   });
}
