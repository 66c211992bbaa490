// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What PlanActs does with proposals: preview, printer, PDF.
#include "app/workflow/proposalworkflow.h"
#include "ui/plans/planacts.h"
#include "ui/plans/proposal.h"

#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

Result<void> written(const QByteArray &bytes, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return failure(Error::Kind::Storage,
                       PlanActs::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(file)));
    return {};
}

} // namespace

void PlanActs::withProposal(const PlanId &plan, int version,
                            const std::function<void(const Proposal &)> &then)
{
    if (!m_desk.proposals)
        return;
    QCoro::connect(m_desk.proposals->proposal(ProposalRequest(plan, version)), this,
                   [this, plan, version, then](const Result<Proposal> &proposal) {
                       if (proposal)
                           then(*proposal);
                       else
                           fail(proposal.error(), nullptr,
                                [this, plan, version, then] { withProposal(plan, version, then); });
                   });
}

void PlanActs::print(const PlanRecord &record, int version)
{
    withProposal(record.current.id, version,
                 [this, id = record.current.id, version](const Proposal &proposal) {
                     preview(proposal, id, version);
                 });
}

void PlanActs::preview(const Proposal &proposal, const PlanId &plan, int version)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    // A name in a printer's queue is seen by everybody: it names nobody.
    printer->setDocName(tr("Proposal", "document"));
    auto *dialog = new QPrintPreviewDialog(printer.get(), m_window);
    dialog->setObjectName(u"proposalPreview"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Proposal"));
    dialog->resize(m_window->fontMetrics().averageCharWidth() * 130,
                   m_window->fontMetrics().height() * 46);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, proposal](QPrinter *device) {
        if (const Result<void> painted = proposaldocument::paint(proposal, device); !painted)
            fail(painted.error(), nullptr, {});
    });
    // It lives as long as the dialog.
    connect(dialog, &QDialog::accepted, this,
            [this, printer, proposal, plan, version] { keep(proposal, plan, version, {}); });
    dialog->open();
}

void PlanActs::savePdf(const PlanRecord &record, int version)
{
    withProposal(record.current.id, version,
                 [this, id = record.current.id, version](const Proposal &proposal) {
                     auto *dialog = new QFileDialog(m_window, tr("Save the proposal"));
                     dialog->setObjectName(u"saveProposal"_s);
                     dialog->setAttribute(Qt::WA_DeleteOnClose);
                     dialog->setAcceptMode(QFileDialog::AcceptSave);
                     dialog->setDefaultSuffix(u"pdf"_s);
                     dialog->setNameFilter(tr("PDF document (*.pdf)"));
                     dialog->setDirectory(
                         QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
                     dialog->selectFile(u"%1-%2-%3.pdf"_s.arg(tr("proposal", "file name"),
                                                              id.value.section(u':', 1),
                                                              QString::number(version)));
                     connect(dialog, &QFileDialog::fileSelected, this,
                             [this, proposal, id, version](const QString &file) {
                                 keep(proposal, id, version, file);
                             });
                     dialog->open();
                 });
}

void PlanActs::keep(const Proposal &proposal, const PlanId &plan, int version, const QString &file)
{
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, plan, version, file] {
        watcher->deleteLater();
        const Result<QByteArray> document = watcher->result();
        if (!document) {
            fail(document.error(), nullptr, {});
            return;
        }
        if (!file.isEmpty()) {
            if (const Result<void> saved = written(*document, file); !saved) {
                fail(saved.error(), nullptr, {});
                return;
            }
            say(tr("The proposal is in %1.").arg(QDir::toNativeSeparators(file)),
                tr("It is attached to the quote in the CRM too."));
        }
        QCoro::connect(m_desk.plans->keepProposal(plan, version, *document), this,
                       [this](const Result<void> &kept) {
                           if (!kept)
                               fail(kept.error(), nullptr, {});
                           Q_EMIT done();
                       });
    });
    watcher->setFuture(
        QtConcurrent::run(&m_pool, [proposal] { return proposaldocument::pdf(proposal); }));
}
