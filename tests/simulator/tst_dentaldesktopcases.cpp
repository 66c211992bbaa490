// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopfixture.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

//! Cases, their XML and their images.
class TestDentalDesktopCases : public DentalDesktopFixture
{
    Q_OBJECT

private:
    //! Ids of the first mapped patient's cases.
    QStringList cases(const QByteArray &filter = {}) { return texts(xml(filter), u"CaseId"_s); }
    QByteArray xml(const QByteArray &filter = {})
    {
        return get("GetCasesForPatient?IntegrationId=" + mappedId() + filter).body;
    }
    QByteArray imageTarget(int caseIndex = 0, int imageIndex = 0)
    {
        const QJsonValue one = records(u"cases"_s).at(caseIndex);
        return "GetAttachedImage?CaseId=" + one["CaseId"_L1].toString().toLatin1()
            + "&AttachedImageID="
            + one["AttachedImages"_L1][imageIndex]["Id"_L1].toString().toLatin1();
    }
    static QByteArray decoded(const QByteArray &answer)
    {
        return QByteArray::fromBase64(texts(answer, u"base64Binary"_s).value(0).toLatin1());
    }
    static QByteArray days(int ago)
    {
        return QDate(2026, 3, 5).addDays(-ago).toString(Qt::ISODate).toLatin1();
    }

private Q_SLOTS:
    void init() { open(); }

    void theSameSeedGivesTheSameCases()
    {
        const std::unique_ptr<sim::Service> again = made();
        QCOMPARE(again->records(u"cases"_s), records(u"cases"_s));
        QCOMPARE(again->records(u"patients"_s), records(u"patients"_s));
        QVERIFY(records(u"cases"_s).size() > 5);
    }

    void mappedPatientsAreTheCrmsPeople()
    {
        QStringList contacts;
        for (const sim::SeedPatient &one : m_clinic.patients)
            contacts.append(one.contactId);
        int unmapped = 0;
        for (const QJsonValue &one : records(u"patients"_s)) {
            const QString id = one["IntegrationId"_L1].toString();
            unmapped += id.isEmpty() ? 1 : 0;
            QVERIFY(id.isEmpty() || contacts.contains(id));
        }
        QVERIFY(unmapped > 0);
    }

    void theAnswerIsWhatDotNetWrites_3DD_18()
    {
        const QByteArray text = xml();
        QVERIFY(text.contains("<ArrayOfCaseInfo xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-"
                              "instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"));
        QCOMPARE(texts(text, u"CaseId"_s).size(), 5);
        QVERIFY(text.contains("<AttachedImages />"));
        QVERIFY(text.contains("<SurfaceScans />"));
        QVERIFY(text.contains("<CaseSentDate>0001-01-01T00:00:00</CaseSentDate>"));
        QVERIFY(text.contains("<DeliveryDate>0001-01-01T00:00:00+04:00</DeliveryDate>"));
        const QRegularExpression local(u"<CaseCreationDate>2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"
                                       "\\.\\d{1,7}\\+04:00</CaseCreationDate>"_s);
        QVERIFY(local.match(QString::fromUtf8(text)).hasMatch());
        const QRegularExpression universal(u"<DeliveryDate>[0-9T:.-]+Z</DeliveryDate>"_s);
        QVERIFY(universal.match(QString::fromUtf8(text)).hasMatch());
    }

    void optionalElementsMayBeAbsent_3DD_18()
    {
        flip(u"xml"_s, {{u"optionalElements"_s, false}});
        const QByteArray text = xml();
        QCOMPARE(texts(text, u"CaseId"_s).size(), 5);
        QVERIFY(!text.contains("CaseCreationDate"));
        QVERIFY(!text.contains("IsModelled"));
        // Of images only: scans keep theirs.
        QVERIFY(texts(text, u"AttachedImageInfo"_s).size() > 0);
        QCOMPARE(texts(text, u"TimeStamp"_s).size(), texts(text, u"SurfaceScanInfo"_s).size());
    }

    void everyMannerSaysTheSame_3DD_32_data()
    {
        QTest::addColumn<QJsonObject>("manner");
        QTest::addColumn<QByteArray>("trace");
        QTest::newRow("namespace") << QJsonObject{{u"defaultNamespace"_s, u"http://tempuri.org/"_s}}
                                   << QByteArray(" xmlns=\"http://tempuri.org/\"");
        QTest::newRow("prefix") << QJsonObject{{u"prefix"_s, u"d"_s}} << QByteArray("<d:CaseInfo>");
        QTest::newRow("nil") << QJsonObject{{u"nil"_s, true}}
                             << QByteArray("<Shade xsi:nil=\"true\" />");
        QTest::newRow("reversed") << QJsonObject{{u"reversed"_s, true}} << QByteArray();
        QTest::newRow("no empty lists") << QJsonObject{{u"emptyLists"_s, false}} << QByteArray();
        QTest::newRow("mark") << QJsonObject{{u"byteOrderMark"_s, true}}
                              << QByteArray("\xEF\xBB\xBF<?xml");
        QTest::newRow("padding") << QJsonObject{{u"padding"_s, u"all"_s}}
                                 << QByteArray("<CaseId>\r\n");
        QTest::newRow("no declaration")
            << QJsonObject{{u"declaration"_s, QString()}} << QByteArray();
    }
    void everyMannerSaysTheSame_3DD_32()
    {
        QFETCH(QJsonObject, manner);
        QFETCH(QByteArray, trace);
        QStringList usual = cases();
        std::sort(usual.begin(), usual.end());
        QCOMPARE(flip(u"xml"_s, manner), QString());
        QStringList now = cases();
        std::sort(now.begin(), now.end());
        QCOMPARE(now, usual);
        QVERIFY2(xml().contains(trace), xml().left(600).constData());
    }

    void theDeclarationMayLieAboutItsEncoding()
    {
        flip(u"xml"_s, {{u"declaration"_s, u"utf-16"_s}});
        QVERIFY(xml().startsWith("<?xml version=\"1.0\" encoding=\"utf-16\"?>"));
        QVERIFY(xml().contains("<CaseId>"));
    }

    void unknownElementsHoldKnownNames()
    {
        flip(u"xml"_s, {{u"unknownElements"_s, true}});
        QVERIFY(cases().contains(u"not-this-one"_s));
        QVERIFY(cases().size() > 5);
    }

    void rangesCrossTheMidlineAndPrimaryNumbersAreRaw_3DD_22()
    {
        const QByteArray text = xml();
        const QStringList from = texts(text, u"From"_s);
        const QStringList to = texts(text, u"To"_s);
        QStringList ranges;
        for (int i = 0; i < from.size(); ++i)
            ranges.append(QString(from.at(i) + u'-' + to.at(i)));
        for (const QString &range : {u"7-10"_s, u"22-27"_s, u"19-19"_s, u"54-55"_s})
            QVERIFY2(ranges.contains(range), qPrintable(range));
        const QStringList types = texts(text, u"ScanType"_s);
        for (const QString &type : {u"Unknown"_s, u"Jaw"_s, u"JawWithScanFlag"_s, u"Bite"_s,
                                    u"Waxup"_s, u"WaxRim"_s, u"Tooth"_s, u"Face"_s}) {
            QVERIFY2(types.contains(type), qPrintable(type));
        }
    }

    void statusFiltersAreAUnion_3DD_20_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<int>("found");
        QTest::newRow("none") << QByteArray() << 5;
        QTest::newRow("all false")
            << QByteArray("&IsCreated=False&IsScanned=false&IsModelled=False") << 5;
        QTest::newRow("created") << QByteArray("&IsCreated=True") << 1;
        QTest::newRow("scanned") << QByteArray("&IsScanned=True") << 2;
        QTest::newRow("modelled") << QByteArray("&IsModelled=True") << 2;
        QTest::newRow("two") << QByteArray("&IsCreated=True&IsModelled=true") << 3;
        QTest::newRow("all") << QByteArray("&IsCreated=True&IsScanned=True&IsModelled=True") << 5;
    }
    void statusFiltersAreAUnion_3DD_20()
    {
        QFETCH(QByteArray, filter);
        QFETCH(int, found);
        QCOMPARE(cases(filter).size(), found);
    }

    void dateFilters_3DD_19()
    {
        // Seeded 41, 6, 1, 90 and 20 days ago.
        QCOMPARE(cases("&CreationDateFrom=" + days(42)).size(), 4);
        QCOMPARE(cases("&CreationDateTo=" + days(19)).size(), 3);
        QCOMPARE(cases("&CreationDateFrom=" + days(6) + "&CreationDateTo=" + days(6)).size(), 1);
        QCOMPARE(cases("&CreationDateFrom=" + days(6) + "T00:00:00&CreationDateTo=" + days(6)
                       + "T00:00:00")
                     .size(),
                 0);
        QCOMPARE(cases("&DeliveryDateFrom=" + days(0)).size(), 1);
        QCOMPARE(get("GetCasesForPatient?IntegrationId=x&CreationDateFrom=2026-02-02"
                     "&CreationDateTo=2026-02-01")
                     .status,
                 400);
        QCOMPARE(get("GetCasesForPatient?IntegrationId=x&DeliveryDateFrom=2026-02-02"
                     "&DeliveryDateTo=2026-02-01")
                     .status,
                 400);
        QCOMPARE(get("GetCasesForPatient?IntegrationId=x&CreationDateFrom=2026-02-02"
                     "&DeliveryDateTo=2026-02-01")
                     .status,
                 200);
        flip(u"dates"_s, {{u"wholeDays"_s, false}});
        QCOMPARE(cases("&CreationDateFrom=" + days(6) + "&CreationDateTo=" + days(6)).size(), 0);
    }

    void theMisspeltBoundIsKnownToo_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<int>("spelt");
        QTest::addColumn<int>("misspelt");
        // Year 1 passes an upper bound, so the undelivered case stays.
        QTest::newRow("both") << u"both"_s << 2 << 2;
        QTest::newRow("correct") << u"correct"_s << 2 << 5;
        QTest::newRow("misspelt") << u"misspelt"_s << 5 << 2;
    }
    void theMisspeltBoundIsKnownToo()
    {
        QFETCH(QString, known);
        QFETCH(int, spelt);
        QFETCH(int, misspelt);
        flip(u"dates"_s, {{u"deliveryDateTo"_s, known}});
        QCOMPARE(cases("&DeliveryDateTo=" + days(40)).size(), spelt);
        QCOMPARE(cases("&DelivertyDateTo=" + days(40)).size(), misspelt);
    }

    void anUnknownPatientHasNoCases()
    {
        const sim::Answer answer = get("GetCasesForPatient?IntegrationId=nobody");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("<ArrayOfCaseInfo"));
        QVERIFY(texts(answer.body, u"CaseId"_s).isEmpty());
    }

    void imagesAreImages_3DD_24_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("base64") << u"base64"_s;
        QTest::newRow("lines") << u"lines"_s;
        QTest::newRow("raw") << u"raw"_s;
    }
    void imagesAreImages_3DD_24()
    {
        QFETCH(QString, form);
        flip(u"images"_s, {{u"form"_s, form}});
        QList<QByteArray> seen;
        for (int i = 0; i < 3; ++i) {
            const sim::Answer answer = get(imageTarget(0, i));
            QCOMPARE(answer.status, 200);
            const QByteArray bytes = form == u"raw" ? answer.body : decoded(answer.body);
            const QImage image = QImage::fromData(bytes);
            QCOMPARE(image.size(), QSize(800, 600));
            QCOMPARE(bytes.startsWith(i == 2 ? "\x89PNG" : "\xFF\xD8\xFF"), true);
            if (form == u"raw")
                QCOMPARE(answer.contentType, QByteArray(i == 2 ? "image/png" : "image/jpeg"));
            if (form == u"lines")
                QVERIFY(answer.body.count("\r\n") > 100);
            QVERIFY(!seen.contains(bytes));
            seen.append(bytes);
        }
    }

    void corruptBase64_3DD_24()
    {
        flip(u"images"_s, {{u"form"_s, u"corrupt"_s}});
        const QByteArray text =
            texts(get(imageTarget()).body, u"base64Binary"_s).value(0).toLatin1();
        const auto strict =
            QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        QVERIFY(!strict);
    }

    void twentyMegabytes_3DD_24()
    {
        const QString id = QString::fromLatin1(mappedId());
        QCOMPARE(m_server->edit(u"cases"_s, {},
                                {{u"PatientIntegrationId"_s, id},
                                 {u"AttachedImages"_s,
                                  QJsonObject{{u"count"_s, 2}, {u"bytes"_s, 20'000'000}}}}),
                 QString());
        const int last = int(records(u"cases"_s).size()) - 1;
        const QByteArray bytes = decoded(get(imageTarget(last, 1)).body);
        QVERIFY(bytes.size() >= 20'000'000);
        QVERIFY(bytes.size() < 20'001'000);
        QVERIFY(!QImage::fromData(bytes).isNull());
    }

    void unknownImages_3DD_24()
    {
        const QByteArray target = imageTarget().left(imageTarget().indexOf('&'))
            + "&AttachedImageId=77777777-7777-7777-7777-777777777777";
        QCOMPARE(get(target).status, 404);
        flip(u"images"_s, {{u"unknown"_s, u"empty"_s}});
        QCOMPARE(get(target).status, 200);
        QCOMPARE(decoded(get(target).body), QByteArray());
    }

    void scalarsMayBeBare()
    {
        QVERIFY(get("RemoveRequestById?Id=").body.contains("<boolean>false</boolean>"));
        flip(u"xml"_s, {{u"bareScalars"_s, true}});
        QCOMPARE(get("RemoveRequestById?Id=").body, QByteArray("false"));
    }

    void somebodyUndoesAMappingAtTheStation()
    {
        const QByteArray id = mappedId();
        QCOMPARE(m_server->edit(u"patients"_s, QString::fromLatin1(id),
                                {{u"IntegrationId"_s, QString()}}),
                 QString());
        QCOMPARE(statusOf("UpdatePatient?LastName=N&IntegrationId=" + id), 106);
        QVERIFY(!m_server->edit(u"patients"_s, u"nobody"_s, {}).isEmpty());
        QVERIFY(!m_server->edit(u"patients"_s, {}, {{u"Shoe"_s, u"38"_s}}).isEmpty());
        QVERIFY(!m_server->edit(u"cases"_s, {}, {{u"Stage"_s, u"Scanned"_s}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopCases)
#include "tst_dentaldesktopcases.moc"
