// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/xml.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dentaldesktop;

class TestDentalDesktopXml : public QObject
{
    Q_OBJECT

    const QTimeZone m_zone{"Indian/Mauritius"};

    static QByteArray instance()
    {
        return " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
               " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";
    }
    static QByteArray cases(const QByteArray &inside)
    {
        return "<?xml version=\"1.0\"?><ArrayOfCaseInfo" + instance() + "><CaseInfo>" + inside
            + "</CaseInfo></ArrayOfCaseInfo>";
    }

private Q_SLOTS:
    void stationsAreReadWithPaddingFractionsAndEmptyLists_3DD_04()
    {
        const QByteArray body = "<ArrayOfClientInfo" + instance() + R"(>
  <ClientInfo>
    <ClientId>
      {0B6F2A52-5D0E-4C0E-9A6C-2F6B1D0F7A11}
    </ClientId>
    <Hostname>SALLE-1</Hostname>
    <IsBusy>True</IsBusy>
    <Modules><ModuleInfo><Id>ThreeShape.TRIOS</Id><Title>TRIOS</Title></ModuleInfo></Modules>
    <OperatorName>Op</OperatorName>
    <OperatorId>
      aaaa_bbbb
    </OperatorId>
    <TimeStamp>2026-01-12T08:41:07.7395144+04:00</TimeStamp>
  </ClientInfo>
  <ClientInfo><ClientId>1b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</ClientId><Modules /></ClientInfo>
  <ClientInfo><Hostname>without an address</Hostname></ClientInfo>
</ArrayOfClientInfo>)";
        const auto stations = stationsFrom(body, m_zone);
        QVERIFY(stations);
        QCOMPARE(stations->size(), 2);
        const ScanStation &first = stations->first();
        QCOMPARE(first.id, u"0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11"_s);
        QVERIFY(first.busy);
        QCOMPARE(first.operatorId, u"aaaa_bbbb"_s);
        QCOMPARE(first.modules.size(), 1);
        QCOMPARE(first.modules.first().id, u"ThreeShape.TRIOS"_s);
        QCOMPARE(first.seenAt, QDateTime(QDate(2026, 1, 12), QTime(4, 41, 7, 739), Qt::UTC));
        QVERIFY(stations->last().modules.isEmpty());
        QVERIFY(!stations->last().busy);
    }

    void everyOptionalElementMayBeAbsent_3DD_18()
    {
        const auto found =
            casesFrom(cases("<CaseId>0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</CaseId>"), m_zone);
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        const ScanCase &only = found->first();
        QVERIFY(!only.created.isValid());
        QVERIFY(!only.modelled);
        QCOMPARE(only.status, CaseStatus::Created);
        QVERIFY(only.indications.isEmpty() && only.images.isEmpty() && only.scans.isEmpty());
    }

    void aWholeCaseIsRead_3DD_18()
    {
        const auto found = casesFrom(
            cases("<CaseId>0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</CaseId>"
                  "<PatientName>A &amp; "
                  "B</PatientName><PatientIntegrationId>77</PatientIntegrationId>"
                  "<SentToLab>In-house</SentToLab>"
                  "<CaseCreationDate>2026-01-12T08:41:07.1234567+01:00</CaseCreationDate>"
                  "<CaseSentDate>0001-01-01T00:00:00</CaseSentDate>"
                  "<DeliveryDate>2026-01-26T11:00:00Z</DeliveryDate><IsModelled>false</IsModelled>"
                  "<Indications><IndicationInfo><From>7</From><To>10</To>"
                  "<IndicationName>Bridge</IndicationName><Shade>Zirconia A2</Shade>"
                  "</IndicationInfo></Indications><AttachedImages><AttachedImageInfo>"
                  "<Id>1b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</Id><Name>a.jpg</Name>"
                  "</AttachedImageInfo></AttachedImages><SurfaceScans><SurfaceScanInfo>"
                  "<Id>2b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</Id><From>17</From><To>32</To>"
                  "<ScanType>Jaw</ScanType><Sectioned>0</Sectioned>"
                  "<PhysicallyPrepared>1</PhysicallyPrepared><TimeStamp>2026-01-12T09:00:00"
                  "</TimeStamp></SurfaceScanInfo></SurfaceScans>"),
            m_zone);
        QVERIFY(found);
        const ScanCase &only = found->first();
        QCOMPARE(only.patientName, u"A & B"_s);
        QCOMPARE(only.receiver, u"In-house"_s);
        QCOMPARE(only.created, QDateTime(QDate(2026, 1, 12), QTime(7, 41, 7, 123), Qt::UTC));
        QVERIFY(!only.sent.isValid());
        QCOMPARE(only.indications.first().teeth.fdi, (QList<int>{12, 11, 21, 22}));
        QCOMPARE(only.images.first().name, u"a.jpg"_s);
        QCOMPARE(only.scans.first().type, ScanType::Jaw);
        QVERIFY(only.scans.first().prepared);
        QVERIFY(!only.scans.first().sectioned);
        // Without an offset it is the clinic's time.
        QCOMPARE(only.scans.first().changedAt, QDateTime(QDate(2026, 1, 12), QTime(5, 0), Qt::UTC));
    }

    void labelsAreDerivedWhereNobodyAskedByStatus_3DD_21()
    {
        const QByteArray id = "<CaseId>0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11</CaseId>";
        const QByteArray scan = "<SurfaceScans><SurfaceScanInfo/></SurfaceScans>";
        const auto statusOf = [&](const QByteArray &inside) {
            return casesFrom(cases(id + inside), m_zone)->first().status;
        };
        QCOMPARE(statusOf({}), CaseStatus::Created);
        QCOMPARE(statusOf("<SurfaceScans />"), CaseStatus::Created);
        QCOMPARE(statusOf(scan), CaseStatus::Scanned);
        QCOMPARE(statusOf(scan + "<IsModelled>true</IsModelled>"), CaseStatus::Modelled);
        QCOMPARE(statusOf("<IsModelled xsi:nil=\"true\" />"), CaseStatus::Created);
    }

    void namespacesOrderAndUnknownElementsAreTolerated_3DD_32_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray plain = "<StatusCode>4</StatusCode>";
        QTest::newRow("plain") << "<RequestStatus>" + plain + "</RequestStatus>";
        QTest::newRow("default namespace")
            << "<RequestStatus xmlns=\"http://tempuri.org/\">" + plain + "</RequestStatus>";
        QTest::newRow("prefix") << QByteArray(
            "<a:RequestStatus xmlns:a=\"x\"><a:StatusCode>4</a:StatusCode></a:RequestStatus>");
        QTest::newRow("undeclared prefix")
            << QByteArray("<a:RequestStatus><a:StatusCode>4</a:StatusCode></a:RequestStatus>");
        QTest::newRow("order and unknown") << QByteArray(
            "<RequestStatus><StatusDescription>\n ok \n</StatusDescription><New><StatusCode>9"
            "</StatusCode></New><!-- c --><StatusCode> 4 </StatusCode></RequestStatus>");
        QTest::newRow("nil before value") << QByteArray(
            "<RequestStatus><StatusCode nil=\"1\"/><StatusCode>4</StatusCode></RequestStatus>");
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF<RequestStatus>" + plain + "</RequestStatus>";
        QTest::newRow("declared utf-16, is utf-8")
            << "<?xml version=\"1.0\" encoding=\"utf-16\"?><RequestStatus>" + plain
                + "</RequestStatus>";
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray wide =
            utf16(u"<?xml version=\"1.0\" encoding=\"utf-16\"?><R><StatusCode>4</StatusCode></R>");
        QTest::newRow("really utf-16") << wide;
    }
    void namespacesOrderAndUnknownElementsAreTolerated_3DD_32()
    {
        QFETCH(QByteArray, body);
        const auto status = statusFrom(body);
        QVERIFY(status);
        QCOMPARE(status->code, 4);
    }

    void whatIsNoAnswerIsRefused_3DD_32_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray("<RequestStatus><StatusCode>4</StatusCode>");
        QTest::newRow("text") << QByteArray("Service unavailable");
        QTest::newRow("no code") << QByteArray("<RequestStatus></RequestStatus>");
        QTest::newRow("word for code") << QByteArray("<R><StatusCode>done</StatusCode></R>");
        QTest::newRow("two roots")
            << QByteArray("<R><StatusCode>4</StatusCode></R><R><StatusCode>4</StatusCode></R>");
        QTest::newRow("DTD") << QByteArray(
            "<!DOCTYPE R [<!ENTITY e \"4\">]><R><StatusCode>&e;</StatusCode></R>");
        QTest::newRow("outside entity") << QByteArray(
            "<!DOCTYPE R SYSTEM \"file:///etc/passwd\"><R><StatusCode>4</StatusCode></R>");
        QTest::newRow("deep") << QByteArray("<a>").repeated(40) + QByteArray("</a>").repeated(40);
        QTest::newRow("html") << QByteArray("<html><body><br></body></html>");
    }
    void whatIsNoAnswerIsRefused_3DD_32()
    {
        QFETCH(QByteArray, body);
        const auto status = statusFrom(body);
        QVERIFY(!status);
        QCOMPARE(status.error().kind, Error::Kind::Protocol);
        QVERIFY(!status.error().message.isEmpty());
    }

    void booleansComeInAnyForm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("value");
        QTest::newRow("element") << QByteArray("<boolean>true</boolean>") << true;
        QTest::newRow("namespace") << QByteArray("<boolean xmlns=\"x\">false</boolean>") << false;
        QTest::newRow("upper") << QByteArray("<boolean> True </boolean>") << true;
        QTest::newRow("digit") << QByteArray("<boolean>1</boolean>") << true;
        QTest::newRow("bare") << QByteArray("true") << true;
        QTest::newRow("bare line") << QByteArray("False\r\n") << false;
    }
    void booleansComeInAnyForm()
    {
        QFETCH(QByteArray, body);
        const auto answer = booleanFrom(body);
        QVERIFY(answer);
        QTEST(*answer, "value");
    }

    void neverIsNoTime_3DD_23_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("time");
        const QDateTime never;
        const QDateTime noon(QDate(2026, 4, 5), QTime(12, 0), Qt::UTC);
        const auto row = [](const char *text, const QDateTime &time) {
            QTest::newRow(text) << QString::fromLatin1(text) << time;
        };
        row("0001-01-01T00:00:00", never);
        row("0001-01-01T00:00:00Z", never);
        row("0001-01-01T00:00:00+14:00", never);
        row("0000-12-31T23:00:00-01:00", never);
        row("2026-04-05T12:00:00Z", noon);
        row("2026-04-05T12:00Z", noon);
        row("2026-04-05T14:00:00.0000000+02:00", noon);
        row("2026-04-05T07:30:00-04:30", noon);
        row("2026-04-05T16:00:00", noon);
        row("2026-04-05T12:00:00.7Z", noon.addMSecs(700));
        row("2026-04-05T12:00:00.7395144Z", noon.addMSecs(739));
        row("2026-04-05T12:00:00.73951449999Z", noon.addMSecs(739));
        row("2026-04-05", QDateTime(QDate(2026, 4, 4), QTime(20, 0), Qt::UTC));
        for (const char *wrong : {"", "x", "2026-13-01T00:00:00", "2026-04-05T25:00:00",
                                  "05/04/2026", "2026-04-05T12:00:00+99:00",
                                  "2026-04-05T12:00:00+2", "2026-04-05T", "2026-04-05T12:00:00ZZ"})
            row(wrong, never);
    }
    void neverIsNoTime_3DD_23()
    {
        QFETCH(QString, text);
        QTEST(timeFrom(text, m_zone), "time");
    }

    void imagesComeInEveryForm_3DD_24_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a464946");
        const QByteArray text = jpeg.toBase64();
        const QByteArray xml("application/xml");
        QTest::newRow("base64") << "<base64Binary>" + text + "</base64Binary>" << xml;
        QTest::newRow("declaration and namespace")
            << "<?xml version=\"1.0\"?>\r\n<base64Binary xmlns=\"x\">" + text
                + "</base64Binary>\r\n"
            << xml;
        QTest::newRow("line breaks") << "<base64Binary>\r\n" + text.left(4) + "\r\n " + text.mid(4)
                + "\n</base64Binary>" << xml;
        QTest::newRow("character data")
            << "<base64Binary><![CDATA[" + text + "]]></base64Binary>" << xml;
        QTest::newRow("raw by type") << jpeg << QByteArray("image/jpeg; x=1");
        QTest::newRow("raw by its bytes") << jpeg << QByteArray("application/octet-stream");
    }
    void imagesComeInEveryForm_3DD_24()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto image = imageFrom(body, type);
        QVERIFY2(image, image ? "" : qPrintable(image.error().message));
        QCOMPARE(image->toHex(), QByteArray("ffd8ffe000104a464946"));
    }

    void damagedAndMissingImagesAreTold_3DD_24()
    {
        const QByteArray xml("application/xml");
        const auto corrupt = imageFrom("<base64Binary>/9j/4AA*</base64Binary>", xml);
        QVERIFY(!corrupt);
        QCOMPARE(corrupt.error().kind, Error::Kind::Protocol);
        for (const QByteArray &none : {QByteArray("<base64Binary />"),
                                       QByteArray("<base64Binary></base64Binary>"), QByteArray()}) {
            const auto missing = imageFrom(none, xml);
            QVERIFY(!missing);
            QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        }
        QVERIFY(!imageFrom("<base64Binary>/9j/4AAQ", xml));
        QVERIFY(!imageFrom("<a><b>/9j/4AAQ</b></a>", xml));
    }

    void aPhotoOfTwentyMegabytesIsTakenAndALargerOneRefused_3DD_24()
    {
        const QByteArray largest(largestImage, 'x');
        const auto image =
            imageFrom("<base64Binary>" + largest.toBase64() + "</base64Binary>", "text/xml");
        QVERIFY(image);
        QCOMPARE(image->size(), largest.size());
        const QByteArray larger(largestImage + 1, 'x');
        const auto refused =
            imageFrom("<base64Binary>" + larger.toBase64() + "</base64Binary>", "text/xml");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    }

    void guidsAreReadInAnySpelling()
    {
        const QString guid = u"0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11"_s;
        QCOMPARE(guidFrom(guid.toUpper()), guid);
        QCOMPARE(guidFrom(QString(u'{' + guid + u'}')), guid);
        QCOMPARE(guidFrom(u"00000000-0000-0000-0000-000000000000"_s),
                 u"00000000-0000-0000-0000-000000000000"_s);
        QVERIFY(guidFrom(u"aaaa_bbbb"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopXml)
#include "tst_dentaldesktopxml.moc"
