// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planacts.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/cataloguestore.h"
#include "ui/errortext.h"
#include "ui/plans/acceptdialog.h"
#include "ui/plans/declinedialog.h"
#include "ui/plans/differencesheet.h"
#include "ui/plans/interventiondialog.h"
#include "ui/plans/planwords.h"
#include "ui/plans/signdialog.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/recordlinks.h"
#include "ui/widgets/wording.h"

#include <QDesktopServices>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

PlanActs::PlanActs(const Desk &desk, QWidget *window)
    : QObject(window), m_desk(desk), m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

PlanActs::~PlanActs()
{
    m_pool.waitForDone();
}

QString PlanActs::language() const
{
    const QString desk = m_desk.settings.language;
    return proposalLanguage(m_patient.language, desk.isEmpty() ? QLocale().name() : desk);
}

void PlanActs::perform(PlanPanel::Act act, const PlanRecord &record, const PlanVersion &version,
                       const QString &surgeon)
{
    switch (act) {
    case PlanPanel::Act::Print:
        print(record, version.number);
        break;
    case PlanPanel::Act::Pdf:
        savePdf(record, version.number);
        break;
    case PlanPanel::Act::OpenQuote:
        openQuote(version);
        break;
    case PlanPanel::Act::Accept:
        accept(record, true);
        break;
    case PlanPanel::Act::AcceptPart:
        accept(record, false);
        break;
    case PlanPanel::Act::Decline:
        decline(record);
        break;
    case PlanPanel::Act::Reopen:
        reopen(record);
        break;
    case PlanPanel::Act::Sign:
        sign(record, surgeon);
        break;
    case PlanPanel::Act::Book:
        book(record, {});
        break;
    }
}

void PlanActs::say(const QString &what, const QString &meaning)
{
    QString more = meaning;
    if (more.isEmpty() && m_desk.outbox && !m_desk.outbox->state(Service::Zoho).reachable)
        more = tr("The CRM cannot be reached now; it is told when it answers.");
    Q_EMIT said({Message::Level::Info, what, more, {}, {}});
}

void PlanActs::fail(const Error &error, PlanDialog *dialog, const std::function<void()> &again)
{
    if (error.kind == Error::Kind::Unauthorized && error.service == Service::None)
        Q_EMIT signInNeeded(again);
    else if (dialog)
        dialog->showProblem(errorText(error));
    else
        Q_EMIT said({Message::Level::Warning, errorText(error), errorAdvice(error), {}, {}});
}

void PlanActs::run(Task<PlanRecord> task, PlanDialog *dialog, const QString &success,
                   const std::function<void()> &again)
{
    if (dialog)
        dialog->setBusy(true);
    QCoro::connect(std::move(task), this,
                   [this, open = QPointer<PlanDialog>(dialog), success,
                    again](const Result<PlanRecord> &record) {
                       if (open)
                           open->setBusy(false);
                       if (!record) {
                           fail(record.error(), open, again);
                       } else {
                           if (open)
                               open->accept();
                           say(success);
                       }
                       Q_EMIT done();
                   });
}

void PlanActs::accept(const PlanRecord &record, bool whole)
{
    const Currency &currency = m_desk.settings.currency;
    auto *dialog =
        new AcceptDialog(record, whole ? AcceptDialog::How::Whole : AcceptDialog::How::Part,
                         m_notation, currency, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"acceptPlan"_s);
    const QString code = language();
    const QByteArray shown = planDigest(record.latest(), code, currency);
    connect(dialog, &AcceptDialog::acceptWanted, this,
            [this, dialog, id = record.current.id, shown, code](const QStringList &items) {
                const QPointer<AcceptDialog> open(dialog);
                run(m_desk.plans->accept(id, items, shown, code), dialog,
                    tr("Accepted. What is accepted can be booked now."), [open] {
                        if (open)
                            open->goButton()->click();
                    });
            });
    dialog->open();
}

void PlanActs::decline(const PlanRecord &record)
{
    auto *dialog = new DeclineDialog(planwords::title(record, record.latest()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"declinePlan"_s);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = record.current.id] {
        const QString why = dialog->reason();
        const auto go = [this, id, why](const auto &self) -> void {
            run(m_desk.plans->decline(id, why), nullptr, tr("The plan is declined."),
                [self] { self(self); });
        };
        go(go);
    });
    dialog->open();
}

void PlanActs::reopen(const PlanRecord &record)
{
    run(m_desk.plans->reopen(record.current.id), nullptr,
        tr("The plan is undecided again and follows %1.", "system")
            .arg(planwords::source(record.current)),
        [this, record] { reopen(record); });
}

void PlanActs::sign(const PlanRecord &record, const QString &surgeon)
{
    SignDialog::Signing signing;
    signing.record = record;
    signing.language = language();
    signing.official = m_form.official;
    signing.patient = m_patient.displayName();
    signing.surgeon = surgeon;
    if (const auto who = m_desk.session->current())
        signing.witness = who->name;
    auto *dialog = new SignDialog(signing, m_desk.settings.currency, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"signPlan"_s);
    const QByteArray shown =
        planDigest(record.latest(), signing.language, m_desk.settings.currency);
    connect(dialog, &SignDialog::signWanted, this,
            [this, dialog, id = record.current.id, shown](const PlanSignature &signature) {
                dialog->setBusy(true);
                QCoro::connect(m_desk.plans->sign(id, signature, shown), this,
                               [this, open = QPointer<SignDialog>(dialog)](
                                   const Result<PlanRecord> &signedOne) {
                                   if (open)
                                       open->setBusy(false);
                                   if (!signedOne) {
                                       fail(signedOne.error(), open, [open] {
                                           if (open)
                                               open->goButton()->click();
                                       });
                                   } else {
                                       say(tr("Signed and kept, with what was shown."));
                                       if (open)
                                           open->setKept(*signedOne);
                                   }
                                   Q_EMIT done();
                               });
            });
    dialog->open();
}

void PlanActs::openQuote(const PlanVersion &version)
{
    const auto page = recordlinks::page(RecordKind::Quote, version.quote.id, m_desk.settings);
    if (!page.url.isEmpty())
        QDesktopServices::openUrl(page.url);
    else if (!page.missing.isEmpty())
        Q_EMIT said({Message::Level::Warning, page.missing, {}, {}, {}});
}

void PlanActs::book(const PlanRecord &record, const QString &phase)
{
    if (const Result<void> allowed = m_desk.session->require(Permission::Book); !allowed) {
        fail(allowed.error(), nullptr, [this, record, phase] { book(record, phase); });
        return;
    }
    auto *dialog = new InterventionDialog(m_desk, record, phase, m_notation,
                                          m_desk.settings.currency, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"bookIntervention"_s);
    connect(dialog, &InterventionDialog::signInNeeded, this, &PlanActs::signInNeeded);
    connect(dialog, &InterventionDialog::booked, this,
            [this](const Visit &visit, const QDate &day) {
                say(tr("Booked. Every system is told as soon as it answers."));
                Q_EMIT done();
                Q_EMIT booked(visit, day);
            });
    dialog->open();
}

void PlanActs::showDifference(const PlanRecord &record)
{
    const bool may = m_desk.session->require(Permission::Plans).has_value();
    auto *dialog = new DifferenceSheet(record, m_notation, m_desk.settings.currency, may, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"planDifferences"_s);
    connect(dialog, &DifferenceSheet::versionWanted, this,
            [this, dialog, record] { makeVersion(record, dialog); });
    dialog->open();
}

void PlanActs::makeVersion(const PlanRecord &record, PlanDialog *from)
{
    run(m_desk.plans->makeVersion(record.current.id), from,
        tr("Version %1 is made; it has a quote of its own.").arg(record.latest().number + 1),
        [this, record, open = QPointer<PlanDialog>(from)] { makeVersion(record, open); });
}

void PlanActs::chooseProduct(const PlanRecord &record, const PlanItem &item)
{
    QCoro::connect(m_desk.catalogue->products(), this,
                   [this, id = record.current.id, item](const Result<QList<Product>> &products) {
                       if (!products) {
                           fail(products.error(), nullptr, {});
                           return;
                       }
                       auto *picker = new ProductPicker(item.label, *products, m_window);
                       picker->setAttribute(Qt::WA_DeleteOnClose);
                       picker->setObjectName(u"planProductPicker"_s);
                       connect(picker, &QDialog::accepted, this, [this, picker, id, item] {
                           const ProductId chosen = picker->chosen();
                           if (chosen.isEmpty())
                               return;
                           const auto go = [this, id, item, chosen](const auto &self) -> void {
                               run(m_desk.plans->chooseProduct(id, item.id, chosen), nullptr,
                                   tr("“%1” is known from now on, in every plan.").arg(item.label),
                                   [self] { self(self); });
                           };
                           go(go);
                       });
                       picker->open();
                   });
}

#include "moc_planacts.cpp"
