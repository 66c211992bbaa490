// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/recordlinks.h"
#include "ui/visit/recordlist.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

//! Where a linked record opens in the browser.
class TestRecordLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsOpenBelowTheWebAddress_data();
    void recordsOpenBelowTheWebAddress();
    void withoutAnAddressTheReasonIsSaid();
    void theListShowsEither();
};

void TestRecordLinks::recordsOpenBelowTheWebAddress_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("url");
    QTest::newRow("Contact") << RecordKind::Contact
                             << u"https://crm.example/crm/org1/tab/Contacts/77"_s;
    QTest::newRow("order") << RecordKind::SalesOrder
                           << u"https://crm.example/crm/org1/tab/SalesOrders/77"_s;
    QTest::newRow("CRM invoice") << RecordKind::CrmInvoice
                                 << u"https://crm.example/crm/org1/tab/Invoices/77"_s;
    QTest::newRow("customer") << RecordKind::QuickBooksCustomer
                              << u"https://ledger.example/app/customerdetail?nameId=77"_s;
    QTest::newRow("ledger invoice")
        << RecordKind::QuickBooksInvoice << u"https://ledger.example/app/invoice?txnId=77"_s;
    QTest::newRow("no page there") << RecordKind::DentalTapPatient << QString();
}

void TestRecordLinks::recordsOpenBelowTheWebAddress()
{
    QFETCH(RecordKind, kind);
    Settings settings;
    settings.zoho.webUrl = QUrl(u"https://crm.example/crm/org1"_s);
    settings.quickbooks.webUrl = QUrl(u"https://ledger.example/"_s);
    const recordlinks::Page page = recordlinks::page(kind, u"77"_s, settings);
    QTEST(page.url.toString(), "url");
    QCOMPARE(page.missing, QString());
    QCOMPARE(recordlinks::page(kind, {}, settings).url, QUrl());
}

void TestRecordLinks::withoutAnAddressTheReasonIsSaid()
{
    const Settings settings;
    const recordlinks::Page contact = recordlinks::page(RecordKind::Contact, u"77"_s, settings);
    QVERIFY(contact.url.isEmpty());
    QVERIFY(contact.missing.contains(u"[zoho] webUrl"_s));
    QVERIFY(recordlinks::page(RecordKind::QuickBooksInvoice, u"77"_s, settings)
                .missing.contains(u"[quickbooks] webUrl"_s));
    QVERIFY(recordlinks::page(RecordKind::Contact, {}, settings).missing.isEmpty());
}

void TestRecordLinks::theListShowsEither()
{
    visitwords::RecordLine open;
    open.what = u"Contact"_s;
    open.service = Service::Zoho;
    open.url = QUrl(u"https://crm.example/tab/Contacts/77"_s);
    visitwords::RecordLine closed;
    closed.what = u"Invoice"_s;
    closed.service = Service::QuickBooks;
    closed.noUrl = u"no address"_s;
    RecordList list;
    list.setRecords({open, closed});
    QLabel *link = nullptr;
    QLabel *off = nullptr;
    for (QLabel *label : list.findChildren<QLabel *>()) {
        if (label->openExternalLinks())
            link = label;
        if (label->toolTip() == closed.noUrl)
            off = label;
    }
    QVERIFY(link && link->text().contains(open.url.toString()));
    QVERIFY(off && !off->openExternalLinks());
    QCOMPARE(off->accessibleDescription(), closed.noUrl);
}

QTEST_MAIN(TestRecordLinks)
#include "tst_recordlinks.moc"
