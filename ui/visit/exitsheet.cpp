// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/exitsheet.h"

#include "app/outbox/outbox.h"
#include "app/store/cataloguestore.h"
#include "app/store/visitstore.h"
#include "app/workflow/visitworkflow.h"
#include "ui/day/daywords.h"
#include "ui/errortext.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/chips.h"
#include "ui/visit/linestable.h"
#include "ui/visit/notice.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"
#include "ui_exitsheet.h"

#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 freshSeconds = 60; //!< architecture.md section 5, step 1

QFont sized(const QFont &font, qreal factor)
{
    QFont result = font;
    result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(QFont::DemiBold);
    return result;
}

} // namespace

ExitSheet::ExitSheet(const Desk &desk, const VisitDetail &detail, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_ui(std::make_unique<Ui::ExitSheet>()),
      m_lines(new LinesModel(false, this)), m_unknown(new QVBoxLayout), m_changed(new Notice),
      m_problem(new Notice)
{
    m_ui->setupUi(this);
    m_ui->title->setFont(sized(font(), 1.3));
    m_ui->total->setFont(sized(font(), 1.5));
    auto *table = new LinesTable(m_lines, true);
    table->setObjectName(u"lines"_s);
    table->setMostLines(26);
    m_ui->linesPlace->addWidget(table);
    m_changed->setObjectName(u"changed"_s);
    m_problem->setObjectName(u"problem"_s);
    m_ui->notices->addWidget(m_changed);
    m_ui->notices->addLayout(m_unknown);
    m_ui->notices->addWidget(m_problem);
    setPrimary(m_ui->confirm);
    m_ui->confirm->setFont(sized(font(), 1));
    m_ui->back->setAutoDefault(false);
    m_ui->confirm->setAutoDefault(false);
    connect(m_ui->back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirm, &QPushButton::clicked, this, &ExitSheet::confirm);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &ExitSheet::confirm);
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &ExitSheet::tick);
    m_ticker.start();
    if (m_desk.visits) {
        connect(m_desk.visits, &VisitStore::changed, this, [this](const VisitId &id) {
            if (id == m_detail.entry.visit.id)
                read();
        });
    }
    setMinimumWidth(fontMetrics().averageCharWidth() * 112);
    m_detail = detail;
    setDetail(detail);
}

ExitSheet::~ExitSheet() = default;

void ExitSheet::read()
{
    QCoro::connect(m_desk.visits->detail(m_detail.entry.visit.id), this,
                   [this](const Result<VisitDetail> &detail) {
                       if (!detail)
                           return;
                       if (detail->entry.visit.state != VisitState::InTreatment) {
                           // Another desk, or the surgeon's undo, was faster.
                           if (!m_confirming)
                               reject();
                           return;
                       }
                       if (detail->lines.digest() != m_detail.lines.digest())
                           m_changed->setText(tr("The lines have just changed. Look at them again "
                                                 "before you make the invoice."));
                       setDetail(*detail);
                   });
}

void ExitSheet::setDetail(const VisitDetail &detail)
{
    m_detail = detail;
    const OrderLines &lines = detail.lines;
    m_lines->setLines(lines);
    const QString classes = visitwords::perClass(lines);
    const Money tax = visitwords::tax(lines);
    QStringList summary;
    if (!classes.isEmpty())
        summary.append(tr("QuickBooks: %1").arg(classes));
    summary.append(tax.isZero() ? tr("No tax (health care)")
                                : tr("Tax: %1").arg(wording::amount(tax)));
    if (!lines.discount.isZero())
        summary.append(tr("Discount on the whole order: %1").arg(wording::amount(lines.discount)));
    if (!lines.adjustment.isZero())
        summary.append(tr("Adjustment: %1").arg(wording::amount(lines.adjustment)));
    m_ui->classes->setText(summary.join(u'\n'));
    const Money total = lines.total();
    const QString number = detail.order.number.isEmpty()
        ? detail.visitLinks.value(RecordKind::SalesOrder).number
        : detail.order.number;
    if (total.isZero())
        m_ui->becomes->setText(tr("Nothing to pay: the order is closed without an invoice."));
    else
        m_ui->becomes->setText(number.isEmpty() ? tr("The order becomes an invoice of")
                                                : tr("Order %1 becomes an invoice of").arg(number));
    m_ui->total->setText(wording::money(total));
    m_ui->confirm->setText(total.isZero() ? tr("Close without charge  Ctrl+↵")
                                          : tr("Make the invoice  Ctrl+↵"));
    m_ui->confirm->setAccessibleName(total.isZero()
                                         ? tr("Close without charge")
                                         : tr("Make the invoice of %1").arg(wording::money(total)));
    if (detail.entry.visit.linesChanged && m_changed->text().isEmpty())
        m_changed->setText(tr("The acts recorded in DentalTap differ from what was confirmed. "
                              "Look at the lines and confirm again."));
    showUnknown();
    tick();
}

void ExitSheet::showUnknown()
{
    QList<OrderLine> unknown;
    for (const ShownLine &shown : m_detail.lines.lines) {
        if (shown.standing == ShownLine::Standing::Unknown)
            unknown.append(shown.line);
    }
    // Every reading comes here: what is on screen stays, with the keys where they are.
    if (unknown == m_unknownLines && isVisible())
        return;
    m_unknownLines = unknown;
    bool free = !isVisible() || !focusWidget();
    while (QLayoutItem *item = m_unknown->takeAt(0)) {
        // A button of it may be the one whose click led here.
        free = free || item->widget()->isAncestorOf(focusWidget());
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QPushButton *blocking = nullptr;
    for (const OrderLine &line : std::as_const(unknown)) {
        const QString name = line.tooth.isEmpty()
            ? line.label
            : tr("%1, tooth %2", "act").arg(line.label, line.tooth);
        // With a parent from the start: a text shows it, and a widget alone would be a window.
        auto *notice = new Notice(this);
        notice->setObjectName(u"unknown"_s);
        auto *choose = notice->addButton(tr("&Choose a product…"), u"choose"_s);
        choose->setAccessibleName(tr("Choose a product for %1").arg(name));
        connect(choose, &QPushButton::clicked, this, [this, line] { chooseProduct(line); });
        auto *leave = notice->addButton(tr("&Leave it for the office"), u"leave"_s);
        leave->setAccessibleName(tr("Leave %1 for the office").arg(name));
        connect(leave, &QPushButton::clicked, this, [this, line] { settle(line.mark, {}); });
        m_unknown->addWidget(notice);
        // Last: the text shows the notice, and its buttons with it can take the keys.
        notice->setText(
            tr("The catalogue does not have this act: “%1”. It is on no order yet.").arg(name));
        if (!blocking)
            blocking = choose;
    }
    // The keys go to what stops the invoice, then to the invoice.
    tick();
    if (free)
        (blocking ? blocking : m_ui->confirm)->setFocus();
}

void ExitSheet::chooseProduct(const OrderLine &line)
{
    QCoro::connect(m_desk.catalogue->products(), this,
                   [this, line](const Result<QList<Product>> &products) {
                       if (!products) {
                           showProblem(errorText(products.error()));
                           return;
                       }
                       auto *picker = new ProductPicker(line.label, *products, this);
                       picker->setAttribute(Qt::WA_DeleteOnClose);
                       connect(picker, &QDialog::accepted, this, [this, line, picker] {
                           if (!picker->chosen().isEmpty())
                               settle(line.mark, picker->chosen());
                       });
                       picker->open();
                   });
}

void ExitSheet::settle(const QString &itemId, const ProductId &product)
{
    showProblem({});
    QCoro::connect(m_desk.visitWorkflow->chooseProduct(m_detail.entry.visit.id, itemId, product),
                   this, [this, itemId, product](const Result<Visit> &visit) {
                       if (visit) {
                           read();
                       } else if (visit.error().kind == Error::Kind::Unauthorized) {
                           Q_EMIT signInNeeded(
                               [this, itemId, product] { settle(itemId, product); });
                       } else {
                           showProblem(errorText(visit.error()));
                       }
                   });
}

bool ExitSheet::isStale() const
{
    const QDateTime read = m_detail.lines.readAt;
    return !read.isValid() || read.secsTo(m_desk.clock()) >= freshSeconds;
}

void ExitSheet::tick()
{
    const QDateTime now = m_desk.clock();
    QStringList parts{wording::patientName(m_detail.entry)};
    if (!m_detail.provider.name.isEmpty())
        parts.append(m_detail.provider.name);
    if (const int minutes = treatmentMinutes(m_detail.entry, now); minutes >= 0)
        parts.append(tr("in treatment %1").arg(wording::hoursMinutes(minutes)));
    parts.append(visitwords::freshness(m_detail.lines, now));
    m_ui->subtitle->setText(parts.join(u" · "_s));

    const bool stale = isStale();
    m_ui->asShown->setVisible(stale);
    m_ui->stale->setVisible(stale);
    if (stale)
        m_ui->stale->setText(
            tr("The acts shown are not fresh. Vestibule reads DentalTap once more before anything "
               "is invoiced, and asks you again if they differ. When DentalTap cannot be reached, "
               "the invoice waits for it, unless you choose:"));
    const bool offline = m_desk.outbox && !m_desk.outbox->state(Service::Zoho).reachable;
    m_ui->offline->setTexts(
        offline ? QStringList{tr("Works offline: the invoice is made when the CRM answers")}
                : QStringList(),
        Chips::Tone::Warning);
    m_ui->confirm->setEnabled(!m_confirming && !m_detail.lines.hasUnknown());
    m_ui->confirm->setToolTip(m_detail.lines.hasUnknown()
                                  ? tr("Settle the act that the catalogue does not have first.")
                                  : QString());
}

void ExitSheet::showProblem(const QString &text)
{
    m_problem->setText(text, Notice::Tone::Danger);
}

void ExitSheet::confirm()
{
    if (m_confirming || m_detail.lines.hasUnknown())
        return;
    m_confirming = true;
    showProblem({});
    tick();
    const bool asShown = isStale() && m_ui->asShown->isChecked();
    QCoro::connect(m_desk.visitWorkflow->exitTreatmentRoom(m_detail.entry.visit.id,
                                                           m_detail.lines.digest(), asShown),
                   this, [this](const Result<Visit> &visit) {
                       m_confirming = false;
                       if (visit) {
                           Q_EMIT exited(*visit);
                           accept();
                           return;
                       }
                       if (visit.error().kind == Error::Kind::Unauthorized) {
                           Q_EMIT signInNeeded([this] { confirm(); });
                       } else {
                           showProblem(errorText(visit.error()));
                           if (visit.error().kind == Error::Kind::Conflict)
                               read();
                       }
                       tick();
                   });
}
