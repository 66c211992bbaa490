// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"

#include "app/workflow/scanworkflow.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

//! A clinic with a second scan server at a site of its own.
class TestScanSites : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedDesk> m_clinic;

    ScanWorkflow *scans() { return m_clinic->desk().scans(); }
    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return SimulatedDesk::await(std::move(task));
    }
    QJsonObject stored(const QString &system, const QString &integrationId)
    {
        for (const QJsonValue &each : m_clinic->simulator().records(system, u"patients"_s)) {
            if (each["IntegrationId"_L1] == integrationId)
                return each.toObject();
        }
        return {};
    }
    //! A patient of the CRM whom neither server knows.
    Patient stranger()
    {
        const auto all = await(m_clinic->desk().patients()->all());
        for (const Patient &patient : all.value()) {
            const PatientId id = patient.id;
            const QString contact = contactOf(id);
            if (!contact.isEmpty() && stored(u"dentaldesktop"_s, contact).isEmpty()
                && stored(u"dentaldesktop.nord"_s, contact).isEmpty())
                return patient;
        }
        qFatal("no patient left");
    }
    QString contactOf(const PatientId &patient)
    {
        return await(m_clinic->desk().patients()->links(patient))
            ->value(RecordKind::Contact)
            .remoteId;
    }

private Q_SLOTS:
    void initTestCase()
    {
        sim::SimulatorOptions options = SimulatedDesk::smallClinic();
        options.dentalDesktopSites = {u"nord"_s};
        m_clinic = std::make_unique<SimulatedDesk>(options);
        m_clinic->open();
        m_clinic->readIn();
    }
    void cleanupTestCase() { m_clinic.reset(); }

    void everySiteHasItsOwnServer_3DD_01()
    {
        QCOMPARE(scans()->sites(), (QStringList{QString(), u"nord"_s}));
        m_clinic->simulator().clearJournal();
        QVERIFY(await(scans()->stations(u"nord"_s)));
        QCOMPARE(m_clinic->calls(u"dentaldesktop.nord"_s).size(), 1);
        QCOMPARE(m_clinic->calls(u"dentaldesktop"_s).size(), 0);
        const auto nowhere = await(scans()->stations(u"sud"_s));
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().message.contains(u"sud"_s));
        m_clinic->simulator().refuse(u"dentaldesktop.nord"_s);
        QVERIFY(!await(scans()->stations(u"nord"_s)));
        QVERIFY(await(scans()->stations({})));
        m_clinic->simulator().resume(u"dentaldesktop.nord"_s);
    }

    void aPatientIsLinkedAtEachSiteByItself_3DD_34()
    {
        Patient patient = stranger();
        const PatientId id = patient.id;
        const QString contact = contactOf(id);
        const ScanWorkflow::Target north(u"nord"_s);
        const auto first = await(scans()->linkPatient(id, north, false));
        QVERIFY2(first && first->isDone(), first ? qPrintable(first->text) : "error");
        QVERIFY(await(scans()->link(id, u"nord"_s)).value());
        QVERIFY(!await(scans()->link(id, {})).value());
        QVERIFY(stored(u"dentaldesktop"_s, contact).isEmpty());
        const ScanWorkflow::Target main{QString()};
        QVERIFY(await(scans()->linkPatient(id, main, false))->isDone());

        // A change is told to both.
        patient = *await(m_clinic->desk().patients()->patient(id));
        patient.lastName = u"Partout"_s;
        QVERIFY(await(m_clinic->desk().booking()->savePatient(patient, false, true)));
        QVERIFY(m_clinic->drained());
        for (const QString &system : {u"dentaldesktop"_s, u"dentaldesktop.nord"_s}) {
            QCOMPARE(stored(system, contact).value("LastName"_L1).toString(), u"Partout"_s);
            QCOMPARE(stored(system, contact).value("FirstName"_L1).toString(), patient.firstName);
        }

        // Forgetting one leaves the other.
        QVERIFY(await(scans()->forgetLink(id, u"nord"_s)));
        QVERIFY(!await(scans()->link(id, u"nord"_s)).value());
        QVERIFY(await(scans()->link(id, {})).value());
    }

    void aCertificateIsConfirmedForOneSite_3DD_03()
    {
        const QJsonObject selfSigned{{u"system"_s, u"dentaldesktop.nord"_s},
                                     {u"collection"_s, u"switch"_s},
                                     {u"id"_s, u"certificate"_s},
                                     {u"fields"_s, QJsonObject{{u"is"_s, u"selfSigned"_s}}}};
        QCOMPARE(m_clinic->simulator().edit(selfSigned), QString());
        const auto report = await(scans()->checkConnection(u"nord"_s));
        QVERIFY(report && report->mayConfirm && report->certificate);
        const ShownCertificate certificate = *report->certificate;
        QVERIFY(await(scans()->confirmCertificate(u"nord"_s, certificate)));
        QVERIFY(await(scans()->stations(u"nord"_s)));
        QVERIFY(await(scans()->stations({})));
    }
};

QTEST_GUILESS_MAIN(TestScanSites)
#include "tst_scansites.moc"
