// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/json.h"
#include "tests/app/connectors/opendental/opendentaldesk.h"

using namespace opendental;

//! Signatures in Open Dental, and what they protect.
class TestOpenDentalSigning : public QObject, private OpenDentalDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { shut(); }

    void thePatientSignsAndTakesItBack_OD_13()
    {
        const TreatPlan copy = saved();
        const auto done = wait(m_client->sign(copy.number, Signer::Patient, u"Pamela Hoovey"_s));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QVERIFY(done->isSignedByPatient);
        QVERIFY(!done->isSignedByPractice);
        QVERIFY(done->signedAt.isValid());
        QVERIFY(!done->practiceSignedAt.isValid());
        QCOMPARE(done->signatureText, u"Pamela Hoovey"_s);
        const auto other = wait(m_client->sign(copy.number, Signer::Patient, u"Ben Hoovey"_s));
        QVERIFY(other);
        QCOMPARE(other->signatureText, u"Ben Hoovey"_s);
        const auto cleared = wait(m_client->unsign(copy.number, Signer::Patient));
        QVERIFY(cleared);
        QVERIFY(!cleared->isSignedByPatient);
        QVERIFY(!cleared->signedAt.isValid());
    }

    void onlySavedPlansAreSigned_OD_13()
    {
        m_world->simulator().clearJournal();
        for (const QString &status : {u"Active"_s, u"Inactive"_s}) {
            const qint64 number = planOf(status, false);
            QVERIFY(!wait(m_client->sign(number, Signer::Patient, QString())));
            QVERIFY(!wait(m_client->unsign(number, Signer::Patient)));
        }
        QCOMPARE(requests(u"PUT"_s), 0);
    }

    void thePracticeSignsWhereTheSheetHasABox_OD_14()
    {
        const TreatPlan copy = saved();
        const auto done = wait(m_client->sign(copy.number, Signer::Practice, u"Dr. Ben Jeong"_s));
        QVERIFY(done);
        QVERIFY(done->isSignedByPractice);
        QCOMPARE(done->practiceText, u"Dr. Ben Jeong"_s);
        QVERIFY(!done->isSignedByPatient);
        option(u"sheet"_s, QJsonArray());
        const auto noBox = wait(m_client->sign(copy.number, Signer::Practice, QString()));
        QVERIFY(!noBox);
        QVERIFY(noBox.error().message.contains(u"isSignedPractice"_s));
        const auto noText = wait(m_client->sign(copy.number, Signer::Patient, u"Pamela"_s));
        QVERIFY(!noText);
        QCOMPARE(noText.error().kind, Error::Kind::Invalid);
        QVERIFY(noText.error().message.contains(u"SignatureText"_s));
        // The patient's own box is on every sheet.
        QVERIFY(wait(m_client->sign(copy.number, Signer::Patient, QString())));
    }

    void aSignedPlanIsProtected_OD_15()
    {
        const TreatPlan copy = saved();
        QVERIFY(wait(m_client->sign(copy.number, Signer::Practice, QString())));
        m_world->simulator().clearJournal();
        PlanChange change;
        change.note = u"Après coup"_s;
        const auto refused = wait(m_client->update(copy.number, change));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        const auto items = wait(m_client->items(copy.number, copy.patient));
        QVERIFY(items && !items->isEmpty());
        ItemChange dearer;
        dearer.patientAmount = Money{100, m_currency};
        QVERIFY(!wait(m_client->changeItem(copy.number, items->first().number, dearer)));
        QVERIFY(!wait(m_client->removeItem(copy.number, items->first().number)));
        const auto deleted = wait(m_client->remove(copy.number, false));
        QVERIFY(!deleted);
        QCOMPARE(requests(u"PUT"_s), 0);
        QCOMPARE(requests(u"DELETE"_s), 0);
        QVERIFY(wait(m_client->unsign(copy.number, Signer::Practice)));
        QVERIFY(wait(m_client->update(copy.number, change)));
    }

    void aSignedPlanIsDeletedOnTheSecondWord_OD_16()
    {
        const TreatPlan copy = saved();
        QVERIFY(wait(m_client->sign(copy.number, Signer::Patient, QString())));
        QVERIFY(!wait(m_client->remove(copy.number, false)));
        option(u"deletesSigned"_s, false);
        const auto refused = wait(m_client->remove(copy.number, true));
        QVERIFY(!refused);
        QCOMPARE(refused.error().httpStatus, 400);
        option(u"deletesSigned"_s, true);
        QVERIFY(wait(m_client->remove(copy.number, true)));
    }

    void theSimulatorRefusesWhatWeNeverSend_OD_15()
    {
        const TreatPlan copy = saved();
        QVERIFY(wait(m_client->sign(copy.number, Signer::Patient, QString())));
        Calls calls(m_lane.get());
        const auto put = [&calls](Key number, const QJsonObject &body) {
            const QString path = u"treatplans/"_s + QString::number(number);
            return QCoro::waitFor(calls.write("PUT", path, path, body));
        };
        QVERIFY(!put(copy.number, {{"Note"_L1, u"x"_s}}));
        QVERIFY(!put(copy.number, {{"isSigned"_L1, true}})); // a text is wanted
        QVERIFY(put(copy.number, {{"isSigned"_L1, u"false"_s}}));
        QVERIFY(put(copy.number, {{"Note"_L1, u"x"_s}}));
        QVERIFY(!put(planOf(u"Active"_s), {{"DateTP"_L1, u"2026-01-27"_s}}));
        QVERIFY(!put(planOf(u"Active"_s), {{"isSigned"_L1, u"true"_s}}));
    }

    void aStoredPdfHasANumber_OD_13()
    {
        option(u"savePdf"_s, true);
        const TreatPlan copy = saved();
        const auto done = wait(m_client->sign(copy.number, Signer::Patient, QString()));
        QVERIFY(done);
        QVERIFY(done->document > 0);
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalSigning)
#include "tst_opendentalsigning.moc"
