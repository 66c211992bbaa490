// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/receipt.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

template <class T>
bool is(const Command &command)
{
    return std::holds_alternative<T>(command);
}

bool isFinalUpdate(const Command &command)
{
    const auto *update = std::get_if<UpdateSalesOrder>(&command);
    return update != nullptr && update->final;
}

void append(QByteArray &row, const QString &field)
{
    const QByteArray bytes = field.toUtf8();
    row += QByteArray::number(bytes.size()) + ':' + bytes;
}

} // namespace

bool isPartOfExit(const Command &command)
{
    if (const auto *status = std::get_if<PutDentalTapStatus>(&command))
        return status->status == u"completed"_s;
    return isFinalUpdate(command) || is<ConfirmLines>(command) || is<ConvertToInvoice>(command)
        || is<PostQuickBooksInvoice>(command) || is<CloseInCrm>(command);
}

ReceiptEffect effectOf(const Visit &visit, const Command &command, const Receipt &receipt)
{
    ReceiptEffect effect;
    effect.visit = visit;
    Visit &after = effect.visit;
    const bool awaits = visit.state == VisitState::AwaitingInvoice;
    if (receipt.outcome == Receipt::Outcome::Done) {
        if (is<PostQuickBooksInvoice>(command) && awaits) {
            after.state = VisitState::Invoiced;
            after.attention.clear();
            after.undo.reset();
        } else if (is<CancelInCrm>(command) && receipt.invoice) {
            after.attention = receipt.note;
            // Closed here without charge and billed elsewhere: an exit of somebody else's, whose
            // end the readings bring. A visit that was called off stays so until a person decides.
            if (visit.state == VisitState::ClosedNoCharge) {
                after.state = VisitState::AwaitingInvoice;
                after.confirmedDigest.clear();
                after.confirmedTotal = receipt.invoice->grandTotal;
                after.undo.reset();
            }
        }
    } else if (awaits && (is<ConfirmLines>(command) || isFinalUpdate(command))) {
        after.state = VisitState::InTreatment;
        after.linesChanged = true;
        after.attention = receipt.note;
        after.leftAt = QDateTime();
        after.confirmedDigest.clear();
        after.confirmedTotal = Money();
        after.asShown = false;
        after.undo.reset();
        effect.endsExit = true;
    } else if (awaits && isPartOfExit(command)) {
        after.attention = receipt.note;
        effect.holdsLedger = is<ConvertToInvoice>(command);
    }
    if (receipt.invoice && !receipt.invoice->number.isEmpty())
        after.crmInvoiceNumber = receipt.invoice->number;
    const auto crm = receipt.visitLinks.constFind(RecordKind::CrmInvoice);
    if (crm != receipt.visitLinks.cend() && !crm->number.isEmpty())
        after.crmInvoiceNumber = crm->number;
    const auto ledger = receipt.visitLinks.constFind(RecordKind::QuickBooksInvoice);
    if (ledger != receipt.visitLinks.cend())
        after.quickBooksInvoiceNumber =
            ledger->number.isEmpty() ? ledger->remoteId : ledger->number;
    return effect;
}

Visit withReceipt(const Visit &visit, const Command &command, const Receipt &receipt)
{
    return effectOf(visit, command, receipt).visit;
}

Supplement withReceipt(const Supplement &supplement, const Command &command, const Receipt &receipt)
{
    Supplement after = supplement;
    if (receipt.outcome != Receipt::Outcome::Done)
        after.attention = receipt.note;
    else if (is<PostSupplement>(command))
        after.attention.clear();
    if (receipt.invoice && !receipt.invoice->number.isEmpty())
        after.crmInvoiceNumber = receipt.invoice->number;
    const auto ledger = receipt.visitLinks.constFind(RecordKind::QuickBooksInvoice);
    if (ledger != receipt.visitLinks.cend())
        after.quickBooksInvoiceNumber =
            ledger->number.isEmpty() ? ledger->remoteId : ledger->number;
    return after;
}

Visit afterSupplement(const Visit &visit, const Supplement &supplement)
{
    if (visit.state != VisitState::ClosedNoCharge)
        return visit;
    Visit after = visit;
    after.state = VisitState::Invoiced;
    after.confirmedTotal = supplement.total;
    after.crmInvoiceNumber = supplement.crmInvoiceNumber;
    after.quickBooksInvoiceNumber = supplement.quickBooksInvoiceNumber;
    after.undo.reset();
    return after;
}

QString actsDigest(const QList<RecordedAct> &acts)
{
    QList<QByteArray> rows;
    for (const RecordedAct &act : acts) {
        if (act.status == u"cancelled"_s)
            continue;
        QByteArray row;
        append(row, act.itemId);
        append(row, act.treatmentId);
        append(row, act.product.value);
        append(row, act.teeth.join(u','));
        append(row, act.surfaces.join(u','));
        append(row, QString::number(act.quantity));
        append(row, QString::number(act.unitPrice.minor));
        append(row, QString::number(act.discountPercent));
        append(row, act.status);
        rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &row : std::as_const(rows)) {
        hash.addData(QByteArray(QByteArray::number(row.size()) + '|'));
        hash.addData(row);
    }
    return QString::fromLatin1(hash.result().toHex());
}
