// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! vestibule-cli opendental: documents and exit codes of cli.md.
class TestOpenDentalCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandLineDesk> m_desk;

    Answer plans(const QStringList &words)
    {
        return m_desk->as(u"Nadia"_s, QStringList{u"opendental"_s, u"plans"_s} + words);
    }
    QJsonArray records(const QString &collection)
    {
        return m_desk->simulator().records(u"opendental"_s, collection);
    }
    QJsonObject row(qint64 number)
    {
        for (const QJsonValue &plan : records(u"treatplans"_s)) {
            if (plan["TreatPlanNum"_L1].toInteger() == number)
                return plan.toObject();
        }
        return {};
    }
    qint64 active()
    {
        for (const QJsonValue &plan : records(u"treatplans"_s)) {
            if (plan["TPStatus"_L1].toString() == "Active"_L1)
                return plan["TreatPlanNum"_L1].toInteger();
        }
        return 0;
    }
    static qint64 number(const Answer &answer)
    {
        return answer.object().value("TreatPlanNum"_L1).toInteger();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<CommandLineDesk>();
        const QString problem = m_desk->setUp();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(active() > 0);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void plansAreListedAsTheApiHasThem_OD_07()
    {
        const Answer all = plans({u"list"_s});
        QVERIFY2(all.code == 0, all.told());
        QVERIFY(all.isOneDocument());
        QCOMPARE(all.list(), records(u"treatplans"_s));
        const QString patient = QString::number(row(active()).value("PatNum"_L1).toInteger());
        const Answer own = plans({u"list"_s, u"--patient"_s, patient, u"--status"_s, u"Active"_s});
        QVERIFY2(own.code == 0, own.told());
        QCOMPARE(own.list().size(), 1);
        const Answer late = plans({u"list"_s, u"--since"_s, u"2999-01-01T00:00:00"_s});
        QVERIFY2(late.code == 0, late.told());
        QVERIFY(late.list().isEmpty());
        QCOMPARE(plans({u"list"_s, u"--status"_s, u"active"_s}).code, 2);
        QCOMPARE(plans({u"list"_s, u"--patient"_s, u"x"_s}).code, 1);
        QCOMPARE(plans({u"list"_s, u"--since"_s, u"hier"_s}).code, 1);
        QCOMPARE(plans({u"find"_s}).code, 2);
    }

    void aPlanLivesFromMakingToDeleting_OD_09_OD_10_OD_13_OD_16()
    {
        const QString patient = QString::number(row(active()).value("PatNum"_L1).toInteger());
        const Answer made = plans({u"create"_s, u"--patient"_s, patient, u"--heading"_s, u"Essai"_s,
                                   u"--note"_s, u"Deux temps"_s, u"--type"_s, u"Insurance"_s});
        QVERIFY2(made.code == 0, made.told());
        QCOMPARE(made.object(), row(number(made)));
        QCOMPARE(made.object().value("TPStatus"_L1).toString(), u"Inactive"_s);

        const Answer copy = plans({u"save"_s, QString::number(active()), u"--heading"_s, u"Figé"_s,
                                   u"--presenter"_s, u"5"_s});
        QVERIFY2(copy.code == 0, copy.told());
        const QString saved = QString::number(number(copy));
        QCOMPARE(copy.object(), row(number(copy)));
        QCOMPARE(copy.object().value("UserNumPresenter"_L1).toInt(), 5);

        const Answer changed = plans({u"update"_s, saved, u"--date"_s, u"2026-11-20"_s, u"--note"_s,
                                      u"Relu"_s, u"--responsible"_s, u"4"_s});
        QVERIFY2(changed.code == 0, changed.told());
        QCOMPARE(changed.object().value("DateTP"_L1).toString(), u"2026-11-20"_s);
        QCOMPARE(changed.object().value("ResponsParty"_L1).toInt(), 4);

        const Answer done =
            plans({u"sign"_s, saved, u"--as"_s, u"patient"_s, u"--name"_s, u"Pamela Hoovey"_s});
        QVERIFY2(done.code == 0, done.told());
        QCOMPARE(done.object().value("isSigned"_L1).toString(), u"true"_s);
        const Answer locked = plans({u"update"_s, saved, u"--note"_s, u"Non"_s});
        QVERIFY2(locked.code == 1, locked.told());
        QCOMPARE(plans({u"sign"_s, saved, u"--as"_s, u"nobody"_s, u"--name"_s, u"X"_s}).code, 2);
        QCOMPARE(plans({u"sign"_s, saved, u"--as"_s, u"patient"_s}).code, 2);

        const Answer kept = plans({u"delete"_s, saved});
        QVERIFY2(kept.code == 1, kept.told());
        QVERIFY(!row(number(copy)).isEmpty());
        const Answer bare = plans({u"unsign"_s, saved, u"--as"_s, u"patient"_s});
        QVERIFY2(bare.code == 0, bare.told());
        QCOMPARE(bare.object().value("isSigned"_L1).toString(), u"false"_s);
        QVERIFY(plans({u"sign"_s, saved, u"--as"_s, u"practice"_s, u"--name"_s, u"Dr Jeong"_s}).code
                == 0);
        const Answer gone = plans({u"delete"_s, saved, u"--yes"_s});
        QVERIFY2(gone.code == 0, gone.told());
        QVERIFY(row(number(copy)).isEmpty());
        const Answer again = plans({u"delete"_s, saved, u"--yes"_s});
        QVERIFY2(again.code == 5, again.told());
    }

    void refusalsSayWhy_OD_12_OD_15_OD_16()
    {
        const QString live = QString::number(active());
        for (const QStringList &words :
             {QStringList{u"update"_s, live, u"--date"_s, u"2026-11-20"_s},
              QStringList{u"sign"_s, live, u"--as"_s, u"patient"_s, u"--name"_s, u"X"_s},
              QStringList{u"delete"_s, live, u"--yes"_s}, QStringList{u"update"_s, live}}) {
            const Answer refused = plans(words);
            QVERIFY2(refused.code == 1, refused.told());
            QVERIFY(!refused.words().isEmpty());
            QVERIFY(refused.object().contains("error"_L1));
        }
        QCOMPARE(plans({u"save"_s, u"99999999"_s}).code, 5);
        QCOMPARE(plans({u"save"_s, u"x"_s}).code, 1);
        const Answer surgeon = m_desk->run({u"--json"_s, u"opendental"_s, u"plans"_s, u"list"_s});
        QVERIFY2(surgeon.code == 4, surgeon.told());
    }

    void anAbsentOfficeIsAPassingReason_OD_30()
    {
        m_desk->simulator().refuse(u"opendental"_s);
        const Answer away = plans({u"list"_s});
        m_desk->simulator().resume(u"opendental"_s);
        QVERIFY2(away.code == 3, away.told());
    }

    void theSetUpIsChecked_OD_01()
    {
        const Answer good = m_desk->run({u"--json"_s, u"config"_s, u"check"_s});
        QVERIFY2(good.code == 0, good.told());
        QStringList steps;
        bool warned = false;
        for (const QJsonValue &check : good.object().value("checks"_L1).toArray()) {
            if (check["system"_L1].toString() != "OpenDental"_L1)
                continue;
            steps.append(check["what"_L1].toString());
            warned = warned || !check["message"_L1].toString().isEmpty();
        }
        QCOMPARE(steps.size(), 4);
        QVERIFY(warned); // http
        m_desk->simulator().edit(
            {{"system"_L1, u"opendental"_s},
             {"collection"_L1, u"options"_s},
             {"fields"_L1, QJsonObject{{"notEntitled"_L1, QJsonArray{u"treatplans"_s}}}}});
        const Answer bad = m_desk->run({u"--json"_s, u"config"_s, u"check"_s});
        m_desk->simulator().edit({{"system"_L1, u"opendental"_s},
                                  {"collection"_L1, u"options"_s},
                                  {"fields"_L1, QJsonObject{{"notEntitled"_L1, QJsonArray()}}}});
        QVERIFY2(bad.code == 1, bad.told());
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalCommands)
#include "tst_opendentalcommands.moc"
