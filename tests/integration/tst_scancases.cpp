// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scandesk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

//! Cases, photos and the test of the connection.
class TestScanCases : public ScanDesk
{
    Q_OBJECT

    //! The patient with a case of every kind.
    QString m_showcase;

    QString stageOf(const QString &caseId)
    {
        for (const QJsonValue &each : records(u"cases"_s)) {
            if (each["CaseId"_L1].toString() == caseId)
                return each["Stage"_L1].toString().toLower();
        }
        return {};
    }
    //! A case with so many photos, of a patient of its own.
    QPair<QString, QStringList> gallery(int count)
    {
        const QString contact = contactOf(linked().id);
        edit(u"cases"_s, {},
             {{u"PatientIntegrationId"_s, contact},
              {u"Stage"_s, u"Scanned"_s},
              {u"AttachedImages"_s, QJsonObject{{u"count"_s, count}, {u"bytes"_s, 60000}}}});
        const auto cases = await(scans()->casesOf(contact, {}, {}, false));
        QStringList images;
        for (const ScanImage &image : cases->first().images)
            images.append(image.id);
        return {cases->first().id, images};
    }

private Q_SLOTS:
    void initTestCase()
    {
        openDesk();
        QHash<QString, int> count;
        for (const QJsonValue &each : records(u"cases"_s))
            ++count[each["PatientIntegrationId"_L1].toString()];
        for (auto it = count.cbegin(); it != count.cend(); ++it) {
            if (!it.key().isEmpty() && it.value() > count.value(m_showcase))
                m_showcase = it.key();
        }
    }
    void init() { calm(); }
    void cleanup()
    {
        flip(u"certificate"_s, {{u"is"_s, u"withRoot"_s}});
        flip(u"dates"_s, {{u"deliveryDateTo"_s, u"both"_s}});
    }
    void cleanupTestCase() { closeDesk(); }

    void everyCaseCarriesItsStatus_3DD_21()
    {
        const auto cases = await(scans()->casesOf(m_showcase, {}, {}, true));
        QVERIFY2(cases, cases ? "" : qPrintable(cases.error().message));
        QVERIFY(cases->size() >= 5);
        QCOMPARE(requests(u"GetCasesForPatient"_s), 3);
        QSet<CaseStatus> seen;
        QDateTime last;
        for (const ScanCase &each : *cases) {
            QVERIFY(each.statusAsked);
            QCOMPARE(enumName(each.status).toLower(), stageOf(each.id));
            QVERIFY(!last.isValid() || each.created <= last);
            last = each.created;
            seen.insert(each.status);
        }
        QCOMPARE(seen.size(), 3);
        // Without labels it is one call.
        m_clinic->simulator().clearJournal();
        QCOMPARE(await(scans()->casesOf(m_showcase, {}, {}, false))->size(), cases->size());
        QCOMPARE(requests(u"GetCasesForPatient"_s), 1);
    }

    void statusFiltersCombine_3DD_20()
    {
        CaseFilter filter;
        filter.statuses = {CaseStatus::Created, CaseStatus::Modelled};
        const auto cases = await(scans()->casesOf(m_showcase, {}, filter, false));
        QVERIFY(cases && !cases->isEmpty());
        for (const ScanCase &each : *cases)
            QVERIFY(each.status != CaseStatus::Scanned);
    }

    void datesAreAppliedHereToo_3DD_19_data()
    {
        QTest::addColumn<QString>("known");
        for (const char *known : {"both", "correct", "misspelt"})
            QTest::newRow(known) << QString::fromLatin1(known);
    }
    void datesAreAppliedHereToo_3DD_19()
    {
        QFETCH(QString, known);
        QCOMPARE(flip(u"dates"_s, {{u"deliveryDateTo"_s, known}}), QString());
        const auto all = await(scans()->casesOf(m_showcase, {}, {}, false));
        QVERIFY(all);
        const QTimeZone zone(m_clinic->settings().timeZone);
        CaseFilter filter;
        filter.deliveryTo = m_clinic->clock()().toTimeZone(zone).date();
        qsizetype expected = 0;
        for (const ScanCase &each : *all) {
            expected += each.delivery.isValid()
                    && each.delivery.toTimeZone(zone).date() <= filter.deliveryTo
                ? 1
                : 0;
        }
        QVERIFY(expected > 0 && expected < all->size());
        QCOMPARE(await(scans()->casesOf(m_showcase, {}, filter, false))->size(), expected);
        // The day of a case is within a span of that day alone.
        CaseFilter day;
        day.createdFrom = all->first().created.toTimeZone(zone).date();
        day.createdTo = day.createdFrom;
        const auto ofDay = await(scans()->casesOf(m_showcase, {}, day, false));
        QVERIFY(ofDay && !ofDay->isEmpty());
        QCOMPARE(ofDay->first().id, all->first().id);
    }

    void casesWithoutADayOfTheirOwnAreNotLost_3DD_19()
    {
        const auto all = await(scans()->casesOf(m_showcase, {}, {}, false));
        QVERIFY(all);
        const QTimeZone zone(m_clinic->settings().timeZone);
        CaseFilter day;
        day.createdFrom = all->first().created.toTimeZone(zone).date();
        day.createdTo = day.createdFrom;
        const auto told = await(scans()->casesOf(m_showcase, {}, day, false));
        // The guide's own example leaves the day of creation out; the server has searched by it.
        QCOMPARE(flip(u"xml"_s, {{u"optionalElements"_s, false}}), QString());
        const auto untold = await(scans()->casesOf(m_showcase, {}, day, false));
        QCOMPARE(flip(u"xml"_s, {{u"optionalElements"_s, true}}), QString());
        QVERIFY(told && untold && !untold->isEmpty());
        QVERIFY(!untold->first().created.isValid());
        QCOMPARE(untold->size(), told->size());
    }

    void aSpanThatEndsBeforeItBeginsIsRefusedHere_3DD_19()
    {
        CaseFilter filter;
        filter.deliveryFrom = QDate(2026, 3, 5);
        filter.deliveryTo = QDate(2026, 3, 4);
        const auto refused = await(scans()->casesOf(m_showcase, {}, filter, true));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(requests(u"GetCasesForPatient"_s), 0);
    }

    void casesAreShownOfLinkedPatientsOnly_3DD_18()
    {
        const PatientId stranger = some(false).id;
        const auto refused = await(scans()->cases(stranger, {}, {}, true));
        QVERIFY(!refused);
        const PatientId id = linked().id;
        const auto none = await(scans()->cases(id, {}, {}, true));
        QVERIFY(none && none->isEmpty());
    }

    void photosAreLoadedTwoAtATimeAndKeptSealed_3DD_25()
    {
        const auto [caseId, images] = gallery(6);
        QCOMPARE(images.size(), 6);
        fault(u"GetAttachedImage"_s, u"delay"_s, {{u"ms"_s, 300}, {u"times"_s, 6}});
        QHash<QString, QByteArray> loaded;
        QElapsedTimer timer;
        timer.start();
        for (const QString &image : images) {
            QCoro::connect(scans()->image({}, caseId, image), this,
                           [&loaded, image](const Result<QByteArray> &bytes) {
                               loaded.insert(image, bytes.value_or(QByteArray()));
                           });
        }
        QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 6, 15000);
        // Three pairs, one after another.
        QVERIFY2(timer.elapsed() >= 850, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(requests(u"GetAttachedImage"_s), 6);

        const QString first = images.first();
        QCOMPARE(*await(scans()->image({}, caseId, first)), loaded.value(first));
        QCOMPARE(requests(u"GetAttachedImage"_s), 6);
        const QDir cache(QDir(m_clinic->settings().dataDirectory).filePath(u"photos"_s));
        QVERIFY(cache.entryList(QDir::Files).size() >= 6);
        for (const QFileInfo &info : cache.entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(loaded.value(first).mid(0, 12)));
            QVERIFY(!info.fileName().contains(first));
        }
    }

    void loadingIsCancelled_3DD_25()
    {
        const auto [caseId, images] = gallery(8);
        fault(u"GetAttachedImage"_s, u"delay"_s, {{u"ms"_s, 2000}, {u"times"_s, 8}});
        QList<Result<QByteArray>> ends;
        for (const QString &image : images) {
            QCoro::connect(scans()->image({}, caseId, image), this,
                           [&](const Result<QByteArray> &end) { ends.append(end); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(requests(u"GetAttachedImage"_s), 2, 5000);
        scans()->cancelImages({});
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 8, 1500);
        for (const Result<QByteArray> &end : std::as_const(ends)) {
            QVERIFY(!end);
            QCOMPARE(end.error().kind, Error::Kind::Cancelled);
        }
        m_clinic->simulator().clearFaults();
        const QString first = images.first();
        QVERIFY(await(scans()->image({}, caseId, first)));
    }

    void aPhotoOfTwentyMegabytesIsLoaded_3DD_24()
    {
        const QString contact = contactOf(linked().id);
        QCOMPARE(
            edit(u"cases"_s, {},
                 {{u"PatientIntegrationId"_s, contact},
                  {u"Stage"_s, u"Scanned"_s},
                  {u"AttachedImages"_s, QJsonObject{{u"count"_s, 1}, {u"bytes"_s, 20000000}}}}),
            QString());
        const auto cases = await(scans()->casesOf(contact, {}, {}, false));
        const QString caseId = cases->first().id;
        const QString image = cases->first().images.first().id;
        const auto bytes = await(scans()->image({}, caseId, image));
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().message));
        QVERIFY(bytes->size() >= 20000000);
    }

    void theConnectionTestNamesThePartThatFails_3DD_01_3DD_35()
    {
        using Part = ScanConnection::Part;
        auto report = await(scans()->checkConnection({}));
        QVERIFY(report && report->isGood());
        QCOMPARE(report->findings.size(), 5);
        QVERIFY(report->certificate);

        QCOMPARE(flip(u"credentials"_s, {{u"password"_s, u"changed"_s}}), QString());
        report = await(scans()->checkConnection({}));
        QCOMPARE(report->findings.last().part, Part::Password);
        QVERIFY(!report->isGood());
        flip(u"credentials"_s, {{u"password"_s, u"simulated-scan-password"_s}});

        m_clinic->simulator().refuse(u"dentaldesktop"_s);
        report = await(scans()->checkConnection({}));
        m_clinic->simulator().resume(u"dentaldesktop"_s);
        QCOMPARE(report->findings.last().part, Part::Port);

        QCOMPARE(flip(u"certificate"_s, {{u"is"_s, u"forged"_s}}), QString());
        report = await(scans()->checkConnection({}));
        QCOMPARE(report->findings.last().part, Part::Certificate);
        QVERIFY(!report->mayConfirm);
    }

    void aConfirmedCertificateIsRememberedByTheDesk_3DD_03()
    {
        QCOMPARE(flip(u"certificate"_s, {{u"is"_s, u"selfSignedOtherHost"_s}}), QString());
        const auto report = await(scans()->checkConnection({}));
        QVERIFY(report && !report->isGood());
        QVERIFY(report->mayConfirm && report->certificate);
        QVERIFY(!await(scans()->stations({})));
        const ShownCertificate certificate = *report->certificate;
        QVERIFY(await(scans()->confirmCertificate({}, certificate)));
        QVERIFY(await(scans()->stations({})));
        m_clinic->close();
        m_clinic->open();
        QVERIFY(await(scans()->stations({})));
        QCOMPARE(flip(u"certificate"_s, {{u"is"_s, u"selfSigned"_s}}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!await(scans()->stations({})), 5000);
    }
};

QTEST_GUILESS_MAIN(TestScanCases)
#include "tst_scancases.moc"
