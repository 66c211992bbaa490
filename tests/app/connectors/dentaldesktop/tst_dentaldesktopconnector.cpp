// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/connector.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDentalDesktopConnector : public QObject
{
    Q_OBJECT

    static Patient patient()
    {
        Patient patient;
        patient.id = PatientId(u"p"_s);
        patient.firstName = u"Test"_s;
        patient.lastName = u"Somebody"_s;
        patient.birthDate = QDate(1988, 4, 5);
        return patient;
    }
    static Links contact()
    {
        Links links;
        links[RecordKind::Contact].remoteId = u"4876"_s;
        return links;
    }

private Q_SLOTS:
    void theContactIsTheIntegrationIdAndTheNumber_3DD_34()
    {
        const auto whole = dentaldesktop::scanPatientOf(patient(), contact());
        QVERIFY(whole);
        QCOMPARE(whole->integrationId, u"4876"_s);
        QCOMPARE(whole->patientId, u"4876"_s);
        QCOMPARE(whole->birthDate, QDate(1988, 4, 5));
        // The clinic's own number where it keeps one, never instead of the id.
        Patient numbered = patient();
        numbered.recordNumber = u"F-12"_s;
        const auto other = dentaldesktop::scanPatientOf(numbered, contact());
        QCOMPARE(other->patientId, u"F-12"_s);
        QCOMPARE(other->integrationId, u"4876"_s);
        // Whoever is linked stays linked under the same id.
        Links linked = contact();
        linked[RecordKind::DentalDesktopPatient].remoteId = u"former"_s;
        QCOMPARE(dentaldesktop::scanPatientOf(numbered, linked)->integrationId, u"former"_s);
    }

    void anIncompleteRecordIsRefusedHere_3DD_08()
    {
        Patient nameless = patient();
        nameless.lastName = u"  "_s;
        const auto refused = dentaldesktop::scanPatientOf(nameless, contact());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QVERIFY(refused.error().message.contains(u"Nothing was sent"_s));
        const auto stranger = dentaldesktop::scanPatientOf(patient(), Links());
        QVERIFY(!stranger);
        QVERIFY(stranger.error().message.contains(u"CRM"_s));
    }

    void thePayloadCarriesAllFourFieldsAndTheSite_3DD_08()
    {
        const dentaldesktop::Connector connector({});
        Facts facts;
        facts.patient = patient();
        facts.patientLinks = contact();
        const Command update = PutDentalDesktopPatient{facts.patient.id, u"nord"_s};
        const auto payload = connector.prepare(update, facts, {});
        QVERIFY(payload);
        for (const char *word : {"nord", "Test", "Somebody", "1988-04-05", "4876"})
            QVERIFY2(payload->contains(word), word);
        const Command foreign = PutContact{facts.patient.id};
        QVERIFY(!connector.prepare(foreign, facts, {}));
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopConnector)
#include "tst_dentaldesktopconnector.moc"
