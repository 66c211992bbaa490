// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scandesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! What Dental Desktop learns by itself of a linked patient, through faults and refusals.
class TestScanUpdates : public ScanDesk
{
    Q_OBJECT

    PatientId m_patient;
    QString m_contact;

    void rename(const QString &lastName)
    {
        Patient patient = *await(m_clinic->desk().patients()->patient(m_patient));
        patient.lastName = lastName;
        const auto saved = await(m_clinic->desk().booking()->savePatient(patient, false, true));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    }
    QString nameThere() { return scanPatients(m_contact).first()["LastName"_L1].toString(); }
    //! The rows for Dental Desktop that are not over.
    QList<OutboxRow> open()
    {
        QList<OutboxRow> rows = *await(m_clinic->desk().outboxStore()->list());
        rows.removeIf([](const OutboxRow &row) { return row.service != Service::DentalDesktop; });
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        openDesk();
        m_patient = linked().id;
        m_contact = contactOf(m_patient);
    }
    void init() { calm(); }
    void cleanup() { QVERIFY(m_clinic->drained()); }
    void cleanupTestCase() { closeDesk(); }

    void aLostAnswerIsOneUpdate_3DD_30_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("sent");
        QTest::newRow("answer lost") << u"lostAnswer"_s << 1;
        QTest::newRow("answer cut") << u"cutBody"_s << 1;
        QTest::newRow("never done") << u"status"_s << 2;
    }
    void aLostAnswerIsOneUpdate_3DD_30()
    {
        QFETCH(QString, kind);
        QFETCH(int, sent);
        fault(u"UpdatePatient"_s, kind, {{u"status"_s, 503}});
        const QString name = QString(u"Après-"_s + kind);
        rename(name);
        QVERIFY(m_clinic->drained());
        QCOMPARE(nameThere(), name);
        QCOMPARE(requests(u"UpdatePatient"_s), sent);
    }

    void whatChangedWhileTheServerWasDownIsToldOnce_3DD_33()
    {
        m_clinic->simulator().refuse(u"dentaldesktop"_s);
        rename(u"Premier"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!open().isEmpty() && open().first().attempts > 0, 10000);
        rename(u"Second"_s);
        QVERIFY(nameThere() != u"Second"_s);
        m_clinic->simulator().resume(u"dentaldesktop"_s);
        m_clinic->simulator().clearJournal();
        QVERIFY(m_clinic->drained());
        // In the order in which it was said.
        QCOMPARE(nameThere(), u"Second"_s);
        QVERIFY(requests(u"UpdatePatient"_s) <= 2);
    }

    void aNumberThatAnotherHasNeedsAPerson_3DD_08()
    {
        const QString other = contactOf(linked().id);
        QCOMPARE(edit(u"patients"_s, m_contact, {{u"PatientId"_s, u"mine"_s}}), QString());
        QCOMPARE(edit(u"patients"_s, other, {{u"PatientId"_s, m_contact}}), QString());
        rename(u"Doublon"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            !open().isEmpty() && open().first().state == OutboxRow::State::Failed, 10000);
        const OutboxRow row = open().first();
        QVERIFY(row.error && row.error->message.contains(u"patient number"_s));
        QVERIFY(nameThere() != u"Doublon"_s);
        // Corrected at the station, then sent again.
        QCOMPARE(edit(u"patients"_s, other, {{u"PatientId"_s, other}}), QString());
        const qint64 id = row.id;
        const StaffId by = m_clinic->desk().session()->currentId();
        QVERIFY(await(m_clinic->desk().outboxStore()->retry(id, by)));
        QVERIFY(m_clinic->drained());
        QCOMPARE(nameThere(), u"Doublon"_s);
    }

    void whatAnUntrustedServerMustLearnWaitsForAPerson_3DD_03()
    {
        QCOMPARE(flip(u"certificate"_s, {{u"is"_s, u"selfSigned"_s}}), QString());
        rename(u"Attente"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_clinic->desk().outbox()->state(Service::DentalDesktop).signInNeeded, 10000);
        QVERIFY(!open().isEmpty());
        QVERIFY(open().first().state != OutboxRow::State::Failed);
        QCOMPARE(requests(u"UpdatePatient"_s), 0);
        const auto report = await(scans()->checkConnection({}));
        QVERIFY(report && report->certificate);
        const ShownCertificate certificate = *report->certificate;
        QVERIFY(await(scans()->confirmCertificate({}, certificate)));
        QVERIFY(await(scans()->stations({})));
        QVERIFY(m_clinic->drained());
        QCOMPARE(nameThere(), u"Attente"_s);
        QCOMPARE(flip(u"certificate"_s, {{u"is"_s, u"withRoot"_s}}), QString());
    }
};

QTEST_GUILESS_MAIN(TestScanUpdates)
#include "tst_scanupdates.moc"
