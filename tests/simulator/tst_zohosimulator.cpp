// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

//! Records, lines, totals, locking and conversion as zoho-crm.md 2, 3 and 5.4 describe them.
class TestZohoSimulator : public QObject
{
    Q_OBJECT

private:
    QString product(int index) const { return m_simulator->clinic().products.at(index).productId; }
    QJsonObject line(int index, double price, double quantity = 1) const
    {
        return {{u"Product_Name"_s, QJsonObject{{u"id"_s, product(index)}}},
                {u"Quantity"_s, quantity},
                {u"List_Price"_s, price}};
    }
    QString order(const QJsonArray &lines)
    {
        return m_crm
            ->create(u"Sales_Orders"_s, {{u"Subject"_s, u"Essai"_s}, {u"Ordered_Items"_s, lines}})
            .firstId();
    }
    QJsonArray linesOf(const QString &id)
    {
        return m_crm->get(u"Sales_Orders"_s, id).value("Ordered_Items"_L1).toArray();
    }
    QString moduleId(const QString &name)
    {
        const Called answer = (*m_crm)("GET", QString(u"settings/modules/"_s + name));
        return answer.json.value("modules"_L1).toArray().at(0)["id"_L1].toString();
    }
    Called convert(const QString &id, const QString &moduleIdOfInvoices)
    {
        const QJsonObject module{{u"api_name"_s, u"Invoices"_s}, {u"id"_s, moduleIdOfInvoices}};
        const QJsonObject target{{u"module"_s, module}};
        const QJsonObject data{{u"convert_to"_s, QJsonArray{target}}};
        return (*m_crm)("POST", u"Sales_Orders/%1/actions/convert"_s.arg(id),
                        {{u"data"_s, QJsonArray{data}}});
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<CrmCaller> m_crm;

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(smallClinic());
        QVERIFY(m_simulator->start());
        m_crm = std::make_unique<CrmCaller>(*m_simulator);
    }

    void uniqueFieldRefusesASecondRecordAndNamesTheFirst()
    {
        const QJsonObject deal{{u"Deal_Name"_s, u"A"_s},
                               {u"Stage"_s, u"Qualification"_s},
                               {u"Vestibule_Ref"_s, u"0190c8e2"_s}};
        const QString id = m_crm->create(u"Deals"_s, deal).firstId();
        QVERIFY(!id.isEmpty());
        const Called second = m_crm->create(u"Deals"_s, deal);
        QCOMPARE(second.status, 400);
        QCOMPARE(second.code(), u"DUPLICATE_DATA"_s);
        const QJsonValue details = second.first().value("details"_L1);
        QCOMPARE(details["id"_L1].toString(), id);
        QCOMPARE(details["duplicate_record"_L1]["id"_L1].toString(), id);
        QCOMPARE(details["api_name"_L1].toString(), u"Vestibule_Ref"_s);
    }

    void upsertWritesTheSameRecordTwice()
    {
        const QJsonObject body{
            {u"data"_s,
             QJsonArray{QJsonObject{{u"Last_Name"_s, u"Essai"_s}, {u"Vestibule_Ref"_s, u"abc"_s}}}},
            {u"duplicate_check_fields"_s, QJsonArray{u"Vestibule_Ref"_s}}};
        const Called first = (*m_crm)("POST", u"Contacts/upsert"_s, body);
        QCOMPARE(first.first().value("action"_L1).toString(), u"insert"_s);
        QVERIFY(first.first().value("duplicate_field"_L1).isNull());
        const Called second = (*m_crm)("POST", u"Contacts/upsert"_s, body);
        QCOMPARE(second.first().value("action"_L1).toString(), u"update"_s);
        QCOMPARE(second.first().value("duplicate_field"_L1).toString(), u"Vestibule_Ref"_s);
        QCOMPARE(second.firstId(), first.firstId());
    }

    void upsertWithoutFieldsMergesTwoPatientsWithOneAddress()
    {
        const auto upsert = [this](const QString &name) {
            const QJsonObject record{{u"Last_Name"_s, name},
                                     {u"Email"_s, u"family@clinic.example"_s}};
            return (*m_crm)("POST", u"Contacts/upsert"_s, {{u"data"_s, QJsonArray{record}}})
                .firstId();
        };
        QCOMPARE(upsert(u"Parent"_s), upsert(u"Enfant"_s));
    }

    void badValuesAreRefused_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QJsonObject>("record");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto contact = [](const QString &key, const QJsonValue &value) {
            return QJsonObject{{u"Last_Name"_s, u"A"_s}, {key, value}};
        };
        const QString contacts = u"Contacts"_s;
        const QString invalid = u"INVALID_DATA"_s;
        QTest::newRow("no name") << contacts << QJsonObject{{u"First_Name"_s, u"A"_s}}
                                 << u"MANDATORY_NOT_FOUND"_s << u"Last_Name"_s;
        QTest::newRow("too long") << contacts << contact(u"Vestibule_Ref"_s, QString(41, u'x'))
                                  << invalid << u"Vestibule_Ref"_s;
        QTest::newRow("number as text")
            << contacts << contact(u"Mobile"_s, 5) << invalid << u"Mobile"_s;
        QTest::newRow("e-mail") << contacts << contact(u"Email"_s, u"nobody"_s) << invalid
                                << u"Email"_s;
        QTest::newRow("date") << contacts << contact(u"Date_of_Birth"_s, u"1.2.2000"_s) << invalid
                              << u"Date_of_Birth"_s;
        QTest::newRow("lookup as text") << u"Deals"_s
                                        << QJsonObject{{u"Deal_Name"_s, u"A"_s},
                                                       {u"Stage"_s, u"B"_s},
                                                       {u"Contact_Name"_s, u"1"_s}}
                                        << invalid << u"Contact_Name"_s;
        QTest::newRow("unknown contact")
            << u"Deals"_s
            << QJsonObject{{u"Deal_Name"_s, u"A"_s},
                           {u"Stage"_s, u"B"_s},
                           {u"Contact_Name"_s, QJsonObject{{u"id"_s, u"1"_s}}}}
            << invalid << u"id"_s;
        QTest::newRow("time with milliseconds")
            << u"Events"_s
            << QJsonObject{{u"Event_Title"_s, u"A"_s},
                           {u"Start_DateTime"_s, u"2026-03-05T09:00:00.000+04:00"_s},
                           {u"End_DateTime"_s, u"2026-03-05T09:30:00+04:00"_s}}
            << invalid << u"Start_DateTime"_s;
        QTest::newRow("no lines") << u"Quotes"_s << QJsonObject{{u"Subject"_s, u"A"_s}}
                                  << u"MANDATORY_NOT_FOUND"_s << u"Quoted_Items"_s;
    }
    void badValuesAreRefused()
    {
        QFETCH(QString, module);
        QFETCH(QJsonObject, record);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const Called answer = m_crm->create(module, record);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.first().value("details"_L1)["api_name"_L1].toString(), field);
    }

    void whatIdNeedsItsModule()
    {
        const QString id = order({line(0, 10)});
        QJsonObject event{{u"Event_Title"_s, u"A"_s},
                          {u"Start_DateTime"_s, u"2026-03-05T09:00:00+04:00"_s},
                          {u"End_DateTime"_s, u"2026-03-05T09:30:00+04:00"_s},
                          {u"What_Id"_s, QJsonObject{{u"id"_s, id}}}};
        QCOMPARE(m_crm->create(u"Events"_s, event).code(), u"DEPENDENT_FIELD_MISSING"_s);
        event[u"$se_module"_s] = u"Sales_Orders"_s;
        QCOMPARE(m_crm->create(u"Events"_s, event).code(), u"SUCCESS"_s);
    }

    void staleWriterIsRefused()
    {
        const QString id = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}}).firstId();
        const QByteArray seen =
            m_crm->get(u"Contacts"_s, id).value("Modified_Time"_L1).toString().toLatin1();
        const CallHeaders since{{"If-Unmodified-Since", seen}};
        QCOMPARE(m_crm->update(u"Contacts"_s, id, {{u"Last_Name"_s, u"B"_s}}, since).status, 200);
        QCOMPARE(m_simulator->edit({{u"system"_s, u"zoho"_s},
                                    {u"collection"_s, u"Contacts"_s},
                                    {u"id"_s, id},
                                    {u"fields"_s, QJsonObject{{u"Last_Name"_s, u"C"_s}}}}),
                 QString());
        const Called late = m_crm->update(u"Contacts"_s, id, {{u"Last_Name"_s, u"D"_s}}, since);
        QCOMPARE(late.status, 412);
        QCOMPARE(late.code(), u"ALREADY_MODIFIED"_s);
        QCOMPARE(late.firstId(), id);
        QCOMPARE(m_crm->get(u"Contacts"_s, id).value("Last_Name"_L1).toString(), u"C"_s);
    }

    void totalsAreExact()
    {
        QJsonObject taxed = line(0, 0.1, 3);
        const SeedProduct *withTax = nullptr;
        for (const SeedProduct &candidate : m_simulator->clinic().products) {
            if (!candidate.taxName.isEmpty())
                withTax = &candidate;
        }
        QVERIFY(withTax);
        taxed[u"Line_Tax"_s] = QJsonArray{
            QJsonObject{{u"name"_s, withTax->taxName}, {u"percentage"_s, withTax->taxPercent}}};
        const QString id = order({taxed, line(1, 1234.56)});
        const QJsonObject document = m_crm->get(u"Sales_Orders"_s, id);
        // 3 × 0.10 with tax, halves away from zero, and 1234.56.
        const qint64 expected = 30 + (30 * withTax->taxPercent + 50) / 100 + 123456;
        QCOMPARE(qRound64(document.value("Grand_Total"_L1).toDouble() * 100), expected);
        QCOMPARE(document.value("Ordered_Items"_L1).toArray().at(0)["Total"_L1].toDouble(), 0.3);
        QVERIFY(document.value("SO_Number"_L1).toString().startsWith("SO-"_L1));
    }

    void linesWithoutIdAreAppendedAndDeletedByMark()
    {
        const QString id = order({line(0, 10), line(1, 20)});
        const QJsonArray before = linesOf(id);
        QCOMPARE(before.size(), 2);
        QJsonArray sent{line(2, 30)};
        m_crm->update(u"Sales_Orders"_s, id, {{u"Ordered_Items"_s, sent}});
        QCOMPARE(linesOf(id).size(), 3);
        sent = {QJsonObject{{u"id"_s, before.at(0)["id"_L1]}, {u"_delete"_s, QJsonValue::Null}},
                QJsonObject{{u"id"_s, before.at(1)["id"_L1]}, {u"List_Price"_s, 25}}};
        m_crm->update(u"Sales_Orders"_s, id, {{u"Ordered_Items"_s, sent}});
        const QJsonArray after = linesOf(id);
        QCOMPARE(after.size(), 2);
        QCOMPARE(after.at(0)["id"_L1], before.at(1)["id"_L1]);
        QCOMPARE(after.at(0)["List_Price"_L1].toDouble(), 25.0);
        QCOMPARE(m_crm->get(u"Sales_Orders"_s, id).value("Grand_Total"_L1).toDouble(), 55.0);
        const Called none =
            m_crm->update(u"Sales_Orders"_s, id, {{u"Ordered_Items"_s, QJsonArray()}});
        QCOMPARE(none.status, 400);
    }

    void anotherPersonEditsLinesInTheWindow()
    {
        const QString id = order({line(0, 10)});
        const QString lineId = linesOf(id).at(0)["id"_L1].toString();
        const QJsonObject changed{{u"id"_s, lineId}, {u"List_Price"_s, 12.5}};
        QCOMPARE(m_simulator->edit(
                     {{u"system"_s, u"zoho"_s},
                      {u"collection"_s, u"Sales_Orders"_s},
                      {u"id"_s, id},
                      {u"fields"_s, QJsonObject{{u"lines"_s, QJsonArray{changed, line(1, 7)}}}}}),
                 QString());
        QCOMPARE(m_crm->get(u"Sales_Orders"_s, id).value("Grand_Total"_L1).toDouble(), 19.5);
        QVERIFY(linesOf(id).at(1)["Vestibule_Item"_L1].isNull());
    }

    void listsNeedFieldsAndCarryNoLines()
    {
        QCOMPARE((*m_crm)("GET", u"Sales_Orders"_s).json.value("code"_L1).toString(),
                 u"REQUIRED_PARAM_MISSING"_s);
        order({line(0, 10)});
        const Called list =
            (*m_crm)("GET", u"Sales_Orders?fields=Subject,Ordered_Items&per_page=1"_s);
        QCOMPARE(list.status, 200);
        QVERIFY(!list.first().contains("Ordered_Items"_L1));
        QCOMPARE(list.first().value("Subject"_L1).toString(), u"Essai"_s);
    }

    void pageTokensLeadThroughEveryRecordOnce()
    {
        QStringList ids;
        QString path = u"Contacts?fields=Last_Name&per_page=25"_s;
        for (int page = 0; page < 10; ++page) {
            const Called list = (*m_crm)("GET", path);
            QCOMPARE(list.status, 200);
            for (const QJsonValue &record : list.json.value("data"_L1).toArray())
                ids.append(record["id"_L1].toString());
            const QJsonValue info = list.json.value("info"_L1);
            if (!info["more_records"_L1].toBool())
                break;
            path = QString(u"Contacts?fields=Last_Name&per_page=25&page_token="_s
                           + info["next_page_token"_L1].toString());
        }
        QCOMPARE(ids.size(), m_simulator->records(u"zoho"_s, u"Contacts"_s).size());
        ids.removeDuplicates();
        QCOMPARE(ids.size(), m_simulator->records(u"zoho"_s, u"Contacts"_s).size());
        const QString other = path.replace(u"Last_Name"_s, u"Email"_s);
        QCOMPARE((*m_crm)("GET", other).json.value("code"_L1).toString(),
                 u"TOKEN_BOUND_DATA_MISMATCH"_s);
        QCOMPARE((*m_crm)("GET", u"Contacts?fields=id&page=11"_s).json.value("code"_L1).toString(),
                 u"DISCRETE_PAGINATION_LIMIT_EXCEEDED"_s);
    }

    void quietPollAnswers304()
    {
        const CallHeaders since{{"If-Modified-Since", "2026-03-06T00:00:00+04:00"}};
        const Called quiet = (*m_crm)("GET", u"Deals?fields=id"_s, {}, since);
        QCOMPARE(quiet.status, 304);
        QVERIFY(quiet.body.isEmpty());
        QCOMPARE((*m_crm)("GET", u"Deals/1"_s).status, 204);
    }

    void deletedRecordsAreListed()
    {
        const QString id = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}}).firstId();
        QCOMPARE((*m_crm)("DELETE", QString(u"Contacts/"_s + id)).status, 200);
        const Called again = (*m_crm)("DELETE", QString(u"Contacts/"_s + id));
        QCOMPARE(again.first().value("message"_L1).toString(), u"record not deleted"_s);
        const Called list = (*m_crm)("GET", u"Contacts/deleted?type=all"_s);
        QCOMPARE(list.first().value("id"_L1).toString(), id);
    }

    void conversionMakesOneInvoice()
    {
        const QString contact = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}}).firstId();
        QJsonObject marked = line(0, 10);
        marked[u"Vestibule_Item"_s] = u"booking"_s;
        const QString id = m_crm
                               ->create(u"Sales_Orders"_s,
                                        {{u"Subject"_s, u"Essai"_s},
                                         {u"Contact_Name"_s, QJsonObject{{u"id"_s, contact}}},
                                         {u"Vestibule_Ref"_s, u"ref"_s},
                                         {u"Ordered_Items"_s, QJsonArray{marked}}})
                               .firstId();
        QCOMPARE(convert(id, u"1"_s).code(), u"AMBIGUITY_DURING_PROCESSING"_s);
        const Called done = convert(id, moduleId(u"Invoices"_s));
        QCOMPARE(done.status, 200);
        const QString invoice = done.first().value("details"_L1)["Invoices"_L1]["id"_L1].toString();
        const QJsonObject made = m_crm->get(u"Invoices"_s, invoice);
        QCOMPARE(made.value("Sales_Order"_L1)["id"_L1].toString(), id);
        QCOMPARE(made.value("Contact_Name"_L1)["id"_L1].toString(), contact);
        QCOMPARE(made.value("Grand_Total"_L1).toDouble(), 10.0);
        QVERIFY(made.value("Vestibule_Ref"_L1).isNull());
        QVERIFY(made.value("Invoice_Number"_L1).toString().startsWith("INV-"_L1));
        const QJsonValue copied = made.value("Invoiced_Items"_L1).toArray().at(0);
        QCOMPARE(copied["Vestibule_Item"_L1].toString(), u"booking"_s);
        QVERIFY(copied["id"_L1] != linesOf(id).at(0)["id"_L1]);

        const Called again = convert(id, moduleId(u"Invoices"_s));
        QCOMPARE(again.status, 400);
        QCOMPARE(again.json.value("code"_L1).toString(), u"ID_ALREADY_CONVERTED"_s);
        QCOMPARE(m_crm->update(u"Sales_Orders"_s, id, {{u"Status"_s, u"Delivered"_s}}).status, 400);
    }

    void setUpThatWasNotDoneDropsTheReference()
    {
        SimulatorOptions options = smallClinic();
        options.missingCrmFields = true;
        Simulator bare(options);
        QVERIFY(bare.start());
        CrmCaller crm(bare);
        const QJsonObject contact{{u"Last_Name"_s, u"A"_s}, {u"Vestibule_Ref"_s, u"r"_s}};
        QCOMPARE(crm.create(u"Contacts"_s, contact).code(), u"SUCCESS"_s);
        QCOMPARE(crm.create(u"Contacts"_s, contact).code(), u"SUCCESS"_s);
        QCOMPARE(bare.journal().last()["dropped"_L1].toArray().at(0).toString(),
                 u"Contacts.Vestibule_Ref"_s);
    }

    void automationIsCountedUnlessSwitchedOff()
    {
        m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}});
        QCOMPARE(m_simulator->state(u"zoho"_s).value("automation"_L1).toInt(), 0);
        const QJsonArray data{QJsonObject{{u"Last_Name"_s, u"B"_s}}};
        (*m_crm)("POST", u"Contacts"_s, {{u"data"_s, data}});
        QCOMPARE(m_simulator->state(u"zoho"_s).value("automation"_L1).toInt(), 1);
    }

    // What the vendor's own Node SDK 8.0 sends and needs (zoho-crm.md 9.1), seen on this simulator.
    void bodyWithoutContentTypeIsJson()
    {
        const Called answer = m_crm->raw("POST", u"Contacts"_s, R"({"data":[{"Last_Name":"A"}]})",
                                         {{"Content-Type", "text/plain"}});
        QCOMPARE(answer.status, 201);
    }
    void strayAmpersandEndsTheQuery()
    {
        const Called answer = (*m_crm)("GET", u"settings/fields?module=Quotes&"_s);
        QCOMPARE(answer.status, 200);
    }
    void fieldMetadataFitsTheVendorsParser()
    {
        for (const auto module : {"Quotes"_L1, "Quoted_Items"_L1, "Deals"_L1, "Chirurgiens"_L1}) {
            const Called answer = (*m_crm)("GET", QString(u"settings/fields?module="_s + module));
            const QJsonArray fields = answer.json.value("fields"_L1).toArray();
            QVERIFY(!fields.isEmpty());
            for (const QJsonValue &field : fields) {
                // An object with "length": 0 is taken for an empty list there, and lost.
                QVERIFY2(field["length"_L1].toInt() > 0,
                         qPrintable(field["api_name"_L1].toString()));
                if (field["data_type"_L1].toString() == "subform"_L1)
                    QVERIFY(field["associated_module"_L1]["module"_L1].isString());
                if (field["api_name"_L1].toString() == "Contact_Name"_L1)
                    QCOMPARE(field["lookup"_L1]["module"_L1]["api_name"_L1].toString(),
                             u"Contacts"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestZohoSimulator)
#include "tst_zohosimulator.moc"
