// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/desk.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestPatientStore : public QObject
{
    Q_OBJECT

private:
    static RemotePatient contact(const QString &id, const QString &name)
    {
        RemotePatient remote;
        remote.contactId = id;
        remote.modifiedTime = u"t1"_s;
        remote.patient.firstName = u"Anne"_s;
        remote.patient.lastName = name;
        return remote;
    }
    Result<QList<Patient>> put(const RemotePatient &remote)
    {
        const QList<RemotePatient> page(1, remote);
        return Desk::wait(m_desk->patients.putRemote(page));
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_directory->filePath(u"desk.sqlite"_s));
        QVERIFY(m_desk->open());
    }
    void cleanup()
    {
        m_desk.reset();
        m_directory.reset();
    }

    void aContactIsTakenOverOnce()
    {
        RemotePatient remote = contact(u"c1"_s, u"Œdipe"_s);
        remote.dentalTapId = u"tap1"_s;
        QCOMPARE(put(remote)->size(), 1);
        QCOMPARE(put(remote)->size(), 0);
        const PatientId id = *Desk::wait(m_desk->patients.find(u"tap1"_s));
        QCOMPARE(id.value, derivedUuid(u"zoho:contact:c1"));
        QCOMPARE(Desk::wait(m_desk->patients.patient(id))->lastName, u"Œdipe"_s);
        remote.deleted = true;
        QCOMPARE(put(remote)->size(), 1);
        QVERIFY(Desk::wait(m_desk->patients.patient(id))->archived);
    }

    void ourReferenceFindsOurPatientUnlessAnotherContactHasIt()
    {
        const Patient ours =
            *Desk::wait(m_desk->patients.save(Desk::zebulon(), true, StaffId(u"s"_s)));
        RemotePatient remote = contact(u"c1"_s, u"Quartzovski"_s);
        remote.vestibuleRef = ours.id.value;
        QVERIFY(put(remote));
        QCOMPARE(*Desk::wait(m_desk->patients.find(u"c1"_s)), ours.id);
        RemotePatient copy = contact(u"c2"_s, u"Copy"_s);
        copy.vestibuleRef = ours.id.value;
        QVERIFY(put(copy));
        QVERIFY(*Desk::wait(m_desk->patients.find(u"c2"_s)) != ours.id);
        QCOMPARE(*Desk::wait(m_desk->patients.count()), 2);
    }

    void anUnsentChangeOfOursWins()
    {
        QVERIFY(put(contact(u"c1"_s, u"Old"_s)));
        const PatientId id = *Desk::wait(m_desk->patients.find(u"c1"_s));
        Patient edited = *Desk::wait(m_desk->patients.patient(id));
        edited.lastName = u"New"_s;
        const QSignalSpy rows(&m_desk->outbox, &OutboxStore::rowsAdded);
        const auto saved = Desk::wait(m_desk->patients.save(edited, false, StaffId(u"s"_s)));
        QVERIFY(saved);
        QCOMPARE(rows.size(), 1);
        QVERIFY(!Desk::wait(m_desk->patients.save(edited, false, StaffId(u"s"_s)))); // stale
        QCOMPARE(put(contact(u"c1"_s, u"Old"_s))->size(), 0);
        QCOMPARE(Desk::wait(m_desk->patients.patient(id))->lastName, u"New"_s);
        const auto claimed = m_desk->claim();
        for (const OutboxItem &item : *claimed)
            QVERIFY(Desk::wait(m_desk->outbox.complete(item, Receipt())));
        QCOMPARE(put(contact(u"c1"_s, u"Theirs"_s))->size(), 1);
    }

    void hostileTextComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("quote") << u"O'; DROP TABLE patient; --"_s;
        QTest::newRow("direction") << QString(u"a\u202Eb"_s);
        QTest::newRow("emoji") << u"\U0001F9B7 \U0001F600"_s;
        QTest::newRow("null inside") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("long") << QString(5000, u'x');
        QTest::newRow("markup") << u"<b>&amp;</b>"_s;
    }
    void hostileTextComesBackAsItWas()
    {
        QFETCH(QString, name);
        QVERIFY(put(contact(u"c1"_s, name)));
        const PatientId id = *Desk::wait(m_desk->patients.find(u"c1"_s));
        QCOMPARE(Desk::wait(m_desk->patients.patient(id))->lastName, name);
    }

    void allPatientsComeInBatches()
    {
        QElapsedTimer timer;
        qint64 slowest = 0;
        for (int page = 0; page < 13; ++page) {
            QList<RemotePatient> contacts;
            for (int i = 0; i < 200; ++i)
                contacts.append(contact(u"c%1"_s.arg(page * 200 + i), u"Name%1"_s.arg(i)));
            timer.start();
            QCOMPARE(Desk::wait(m_desk->patients.putRemote(contacts))->size(), 200);
            slowest = std::max(slowest, timer.elapsed());
        }
        qInfo("slowest page of 200: %lld ms", static_cast<long long>(slowest));
        QCOMPARE(Desk::wait(m_desk->patients.all())->size(), 2600);
        QCOMPARE(*Desk::wait(m_desk->patients.count()), 2600);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestPatientStore)
#include "tst_patientstore.moc"
