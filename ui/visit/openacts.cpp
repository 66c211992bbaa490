// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/openacts.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/cataloguestore.h"
#include "app/workflow/visitworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/visit/ignoredialog.h"
#include "ui/visit/productpicker.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

OpenActs::OpenActs(Desk desk, QWidget *window)
    : QObject(window), m_desk(std::move(desk)), m_window(window)
{
}

QString OpenActs::what(const OpenItem &item)
{
    const OrderLine &line = item.shown.line;
    QStringList parts;
    if (!line.tooth.isEmpty())
        parts.append(line.tooth);
    parts.append(line.label);
    const QString price = wording::amount(line.unitPrice);
    parts.append(
        line.quantity == 1000
            ? price
            : tr("%1 × %2", "quantity, price").arg(visitwords::quantity(line.quantity), price));
    if (!line.discount.isZero())
        parts.append(tr("discount %1").arg(wording::amount(line.discount)));
    return parts.join(u" · "_s);
}

QString OpenActs::how(const OpenItem &item, const QTimeZone &zone, QDate today)
{
    const QDateTime at = item.act.performedAt.isValid() ? item.act.performedAt : item.seenAt;
    const QDate date = at.toTimeZone(zone).date();
    const QString when = date == today
        ? wording::time(at, zone)
        : tr("%1, %2", "date, time").arg(dateText(date), wording::time(at, zone));
    switch (item.kind) {
    case OpenItem::Kind::AfterExit:
        return tr("After the exit: recorded %1.").arg(when);
    case OpenItem::Kind::ForOffice:
        return tr("Left for the office at the exit; recorded %1.").arg(when);
    case OpenItem::Kind::Changed:
        return tr("Changed in DentalTap after it was invoiced; this is how it stands there. The "
                  "invoice stays as it is.");
    case OpenItem::Kind::Removed:
        return tr("Taken off in DentalTap after it was invoiced. The invoice stays as it is.");
    }
    return {};
}

Money OpenActs::total(const QList<OpenItem> &items)
{
    const Currency currency =
        items.isEmpty() ? Currency() : items.first().shown.line.unitPrice.currency;
    return supplementLines(items, currency).total();
}

bool OpenActs::isForbidden() const
{
    return m_desk.session && m_desk.session->current()
        && !m_desk.session->require(Permission::RunVisit);
}

void OpenActs::run(Task<Visit> task, const Message &success, const std::function<void()> &again)
{
    QCoro::connect(std::move(task), this, [this, success, again](const Result<Visit> &visit) {
        if (visit)
            Q_EMIT said(success);
        else if (visit.error().kind == Error::Kind::Unauthorized)
            Q_EMIT signInNeeded(again);
        else
            Q_EMIT said({Message::Level::Warning,
                         errorText(visit.error()),
                         errorAdvice(visit.error()),
                         {},
                         {}});
        Q_EMIT done();
    });
}

void OpenActs::bill(const VisitId &visit, const QList<OpenItem> &items)
{
    if (items.isEmpty())
        return;
    QStringList ids;
    for (const OpenItem &item : items)
        ids.append(item.itemId);
    const Currency currency = items.first().shown.line.unitPrice.currency;
    Message message;
    message.level = Message::Level::Info;
    message.what =
        tr("The supplementary invoice of %1 is being made.").arg(wording::money(total(items)));
    if (m_desk.outbox && !m_desk.outbox->state(Service::Zoho).reachable)
        message.meaning = tr("The CRM cannot be reached now; it is made when the CRM answers.");
    run(m_desk.visitWorkflow->bill(visit, ids, supplementLines(items, currency).digest()), message,
        [this, visit, items] { bill(visit, items); });
}

void OpenActs::ignore(const VisitId &visit, const QList<OpenItem> &items)
{
    if (items.isEmpty())
        return;
    QStringList ids;
    QStringList acts;
    for (const OpenItem &item : items) {
        ids.append(item.itemId);
        acts.append(what(item));
    }
    auto *dialog = new IgnoreDialog(acts, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, visit, ids, items, dialog] {
        const Message message{Message::Level::Info, tr("It stays off the invoice."), {}, {}, {}};
        run(m_desk.visitWorkflow->ignore(visit, ids, dialog->reason()), message,
            [this, visit, items] { ignore(visit, items); });
    });
    dialog->open();
}

void OpenActs::choose(const VisitId &visit, const OpenItem &item)
{
    QCoro::connect(
        m_desk.catalogue->products(), this,
        [this, visit, item](const Result<QList<Product>> &products) {
            if (!products) {
                Q_EMIT said({Message::Level::Warning,
                             errorText(products.error()),
                             errorAdvice(products.error()),
                             {},
                             {}});
                return;
            }
            auto *picker = new ProductPicker(item.act.label, *products, m_window);
            picker->setAttribute(Qt::WA_DeleteOnClose);
            connect(picker, &QDialog::accepted, this, [this, visit, item, picker] {
                if (picker->chosen().isEmpty())
                    return;
                const Message message{Message::Level::Info,
                                      tr("The act has its product; it can be billed now."),
                                      {},
                                      {},
                                      {}};
                run(m_desk.visitWorkflow->chooseProduct(visit, item.itemId, picker->chosen()),
                    message, [this, visit, item] { choose(visit, item); });
            });
            picker->open();
        });
}

#include "moc_openacts.cpp"
