// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Treatment plans through vestibule-cli.
class TestPlanCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandLineDesk> m_desk;
    QString m_patient; //!< DentalTap's id
    int m_made = 0;

    //! A new plan of the patient with these acts; "dentaltap:<id>".
    QString planned(const QStringList &codes)
    {
        const QString title = QString(u"Plan "_s + QString::number(++m_made));
        QJsonArray records;
        for (const QString &code : codes)
            records.append(QJsonObject{{u"treatment"_s, code}, {u"tooth"_s, u"36"_s}});
        m_desk->simulator().tell({{u"plan"_s, u"new"_s},
                                  {u"patient"_s, m_patient},
                                  {u"title"_s, title},
                                  {u"records"_s, records}});
        for (const QJsonValue &plan :
             m_desk->simulator().records(u"dentaltap"_s, u"treatmentPlans"_s)) {
            if (plan[u"title"_s].toString() == title)
                return QString(u"dentaltap:"_s + plan[u"id"_s].toString());
        }
        return {};
    }
    Answer plan(const QStringList &words, const QString &staff = u"Rani"_s)
    {
        return m_desk->as(staff, QStringList(u"plan"_s) + words);
    }
    static QString itemOf(const QJsonObject &plan, qsizetype index)
    {
        return plan[u"items"_s].toArray().at(index)[u"id"_s].toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<CommandLineDesk>();
        const QString problem = m_desk->setUp();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const sim::SeedPatient &patient : m_desk->simulator().clinic().patients) {
            if (!patient.dentalTapId.isEmpty() && !patient.contactId.isEmpty())
                m_patient = patient.dentalTapId;
        }
        QVERIFY(!m_patient.isEmpty());
    }
    void init() { m_desk->simulator().resume(u"dentaltap"_s); }
    void cleanupTestCase() { m_desk.reset(); }

    void plansOfAPatientAreListed_DT_20()
    {
        const QString id = planned({u"CHI01"_s, u"IMP01"_s});
        const Answer answer = plan({u"list"_s, m_patient});
        QVERIFY2(answer.code == 0, answer.told());
        QVERIFY(answer.isOneDocument());
        QJsonObject found;
        for (const QJsonValue &each : answer.list()) {
            if (each[u"id"_s].toString() == id)
                found = each.toObject();
        }
        for (const QString &member :
             {u"id"_s, u"source"_s, u"status"_s, u"items"_s, u"total"_s, u"quote"_s})
            QVERIFY2(found.contains(member), qPrintable(member));
        QCOMPARE(found[u"source"_s].toString(), u"dentaltap"_s);
        QCOMPARE(found[u"status"_s].toString(), u"proposed"_s);
        QCOMPARE(found[u"items"_s].toArray().size(), 2);
        QCOMPARE(found[u"items"_s][0][u"teeth"_s].toArray(), QJsonArray{u"36"_s});
        const Answer one = plan({u"show"_s, id});
        QVERIFY2(one.code == 0, one.told());
        QCOMPARE(one.object()[u"items"_s], found[u"items"_s]);
        QCOMPARE(one.object()[u"total"_s], found[u"total"_s]);
        // DentalTap's number alone will do.
        QCOMPARE(plan({u"show"_s, id.section(u':', 1)}).object()[u"id"_s].toString(), id);
    }

    void planIsAcceptedInPart()
    {
        const QString id = planned({u"CHI01"_s, u"IMP01"_s});
        const QJsonObject before = plan({u"show"_s, id}).object();
        const Answer unknown = plan({u"accept"_s, id, u"--items"_s, u"nothing"_s});
        QCOMPARE(unknown.code, 1);
        const QString wanted = itemOf(before, 1);
        const Answer answer = plan({u"accept"_s, id, u"--items"_s, wanted});
        const QJsonObject after = plan({u"show"_s, id}).object();
        QVERIFY2(answer.isOneDocument(), answer.told());
        QCOMPARE(after[u"status"_s].toString(), u"partiallyAccepted"_s);
        QCOMPARE(after[u"items"_s][0][u"accepted"_s].toBool(), false);
        QCOMPARE(after[u"items"_s][1][u"accepted"_s].toBool(), true);
        QCOMPARE(after[u"items"_s][1][u"toBook"_s].toBool(), true);
    }

    void planIsSignedThenDeclined()
    {
        const QString id = planned({u"CHI01"_s});
        plan({u"list"_s, m_patient});
        plan({u"sign"_s, id, u"--name"_s, u"Somebody"_s});
        QJsonObject after = plan({u"show"_s, id}).object();
        QCOMPARE(after[u"signatures"_s].toArray().size(), 1);
        QCOMPARE(after[u"signatures"_s][0][u"as"_s].toString(), u"patient"_s);
        QCOMPARE(after[u"signatures"_s][0][u"current"_s].toBool(), true);
        plan({u"decline"_s, id, u"--why"_s, u"too dear"_s});
        after = plan({u"show"_s, id}).object();
        QCOMPARE(after[u"status"_s].toString(), u"declined"_s);
        const Answer again = plan({u"decline"_s, id, u"--why"_s, u"too dear"_s});
        QCOMPARE(again.code, 1);
        QVERIFY(again.isOneDocument());
    }

    void whatCannotBeIsRefusedWithItsCode_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("no such plan") << QStringList{u"show"_s, u"dentaltap:nothing"_s} << 5;
        QTest::newRow("nobody's plan") << QStringList{u"accept"_s, u"dentaltap:nothing"_s} << 5;
        QTest::newRow("no such patient") << QStringList{u"list"_s, u"nothing"_s} << 5;
        QTest::newRow("no reason") << QStringList{u"decline"_s, u"dentaltap:1"_s} << 2;
        QTest::newRow("no name") << QStringList{u"sign"_s, u"dentaltap:1"_s} << 2;
        QTest::newRow("no plan") << QStringList{u"show"_s} << 2;
        QTest::newRow("empty items")
            << QStringList{u"accept"_s, u"dentaltap:301"_s, u"--items"_s, u","_s} << 1;
    }
    void whatCannotBeIsRefusedWithItsCode()
    {
        QFETCH(const QStringList, words);
        const Answer answer = plan(words);
        QVERIFY2(answer.isOneDocument(), answer.told());
        QTEST(answer.code, "code");
        QVERIFY(!answer.err.isEmpty());
    }

    void nobodySignedInIsRefused()
    {
        const Answer answer = m_desk->run({u"plan"_s, u"list"_s, m_patient, u"--json"_s});
        QCOMPARE(answer.code, 4);
    }

    void withoutDentalTapTheKeptIsPrinted()
    {
        const QString id = planned({u"CHI01"_s});
        QCOMPARE(plan({u"list"_s, m_patient}).code, 0);
        m_desk->simulator().refuse(u"dentaltap"_s);
        const Answer answer = plan({u"show"_s, id});
        QCOMPARE(answer.code, 3);
        QCOMPARE(answer.object()[u"id"_s].toString(), id);
        QVERIFY(answer.words().contains(u"DentalTap"_s));
    }

    void theProposalIsPrinted()
    {
        const QString id = planned({u"CHI01"_s});
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"proposal.pdf"_s);
        const Answer answer = plan({u"print"_s, id, u"--out"_s, file, u"--language"_s, u"fr"_s});
        QVERIFY2(answer.code == 0, answer.told());
        QCOMPARE(answer.object()[u"language"_s].toString(), u"fr"_s);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        const Answer nowhere =
            plan({u"print"_s, id, u"--out"_s, directory.filePath(u"no/such/folder.pdf"_s)});
        QVERIFY(nowhere.code != 0);
        QVERIFY2(nowhere.words().contains(u"folder.pdf"_s), nowhere.told());
        QCOMPARE(plan({u"print"_s, id, u"--out"_s, file, u"--language"_s, u"de"_s}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestPlanCommands)
#include "tst_plancommands.moc"
