// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/recordlinks.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace recordlinks {

namespace {

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString whole = url.path();
    if (!whole.endsWith(u'/'))
        whole += u'/';
    url.setPath(QString(whole + path));
    return url;
}

//! The CRM's page of a module's records, as its addresses in the browser spell it; the vendor
//! documents no such address (unconfirmed).
QString crmTab(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Contact:
        return u"Contacts"_s;
    case RecordKind::Deal:
        return u"Potentials"_s;
    case RecordKind::Quote:
        return u"Quotes"_s;
    case RecordKind::SalesOrder:
        return u"SalesOrders"_s;
    case RecordKind::CrmEvent:
        return u"Events"_s;
    case RecordKind::CrmInvoice:
        return u"Invoices"_s;
    default:
        return {};
    }
}

QUrl ledgerUrl(const QUrl &base, const QString &path, const QString &parameter, const QString &id)
{
    QUrl url = below(base, path);
    QUrlQuery query;
    query.addQueryItem(parameter, id);
    url.setQuery(query);
    return url;
}

} // namespace

Page page(RecordKind kind, const QString &id, const Settings &settings)
{
    Page page;
    const Service service = serviceOf(kind);
    const bool inCrm = service == Service::Zoho;
    if (id.isEmpty() || (!inCrm && service != Service::QuickBooks))
        return page;
    const QUrl &base = inCrm ? settings.zoho.webUrl : settings.quickbooks.webUrl;
    if (base.isEmpty()) {
        page.missing = QCoreApplication::translate(
                           "RecordLinks",
                           "Cannot be opened from here: the settings do not name the web "
                           "address (%1).")
                           .arg(inCrm ? u"[zoho] webUrl"_s : u"[quickbooks] webUrl"_s);
        return page;
    }
    if (inCrm)
        page.url = below(base, QString(u"tab/"_s + crmTab(kind) + u'/' + id));
    else if (kind == RecordKind::QuickBooksInvoice)
        page.url = ledgerUrl(base, u"app/invoice"_s, u"txnId"_s, id);
    else
        page.url = ledgerUrl(base, u"app/customerdetail"_s, u"nameId"_s, id);
    return page;
}

} // namespace recordlinks
