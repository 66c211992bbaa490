// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QFile>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

//! vestibule-cli 3dd: documents and exit codes of cli.md.
class TestScanCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandLineDesk> m_desk;

    Answer scans(const QStringList &words)
    {
        return m_desk->as(u"Nadia"_s, QStringList{u"3dd"_s} + words);
    }
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        return m_desk->simulator().edit({{u"system"_s, u"dentaldesktop"_s},
                                         {u"collection"_s, collection},
                                         {u"id"_s, id},
                                         {u"fields"_s, fields}});
    }
    QJsonArray records(const QString &collection)
    {
        return m_desk->simulator().records(u"dentaldesktop"_s, collection);
    }
    QString mappedId()
    {
        for (const QJsonValue &each : records(u"patients"_s)) {
            if (!each["IntegrationId"_L1].toString().isEmpty())
                return each["IntegrationId"_L1].toString();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<CommandLineDesk>();
        const QString problem = m_desk->setUp();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_desk.reset(); }

    void clientsAreListed_3DD_04()
    {
        const Answer answer = scans({u"clients"_s});
        QVERIFY2(answer.code == 0, answer.told());
        QVERIFY(answer.isOneDocument());
        QCOMPARE(answer.list().size(), 3);
        const QJsonObject first = answer.list().first().toObject();
        for (const char *member : {"id", "hostname", "busy", "operator", "operatorId", "modules"})
            QVERIFY2(first.contains(QLatin1StringView(member)), member);
        QVERIFY(first.value("modules"_L1)[0]["title"_L1].isString());
    }

    void exitCodesFollowTheStatus_3DD_05()
    {
        const QStringList create{
            u"create-patient"_s, u"--integration-id"_s, u"880001"_s, u"--last-name"_s,
            u"Essai"_s,          u"--first-name"_s,     u"Anne"_s,   u"--birth"_s,
            u"1988-04-05"_s};
        const Answer made = scans(create);
        QVERIFY2(made.code == 0, made.told());
        QCOMPARE(made.object().value("status"_L1).toInt(), 4);
        QVERIFY(!QUuid::fromString(made.object().value("request"_L1).toString()).isNull());
        QVERIFY(!made.object().value("text"_L1).toString().isEmpty());

        const Answer again = scans(create);
        QVERIFY2(again.code == 1, again.told());
        QCOMPARE(again.object().value("status"_L1).toInt(), 107);

        const QString request = made.object().value("request"_L1).toString();
        const Answer status = scans({u"status"_s, request});
        QVERIFY2(status.code == 0, status.told());
        QCOMPARE(status.object().value("request"_L1).toString(), request);
        const Answer removed = scans({u"remove"_s, request});
        QVERIFY2(removed.code == 0, removed.told());
        QCOMPARE(removed.object().value("removed"_L1), QJsonValue(false));
        const Answer unknown =
            scans({u"status"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)});
        QCOMPARE(unknown.code, 1);
        QCOMPARE(unknown.object().value("status"_L1).toInt(), 404);
    }

    void aPartialUpdateIsRefusedHere_3DD_08()
    {
        m_desk->simulator().clearJournal();
        const Answer partial = scans(
            {u"update-patient"_s, u"--integration-id"_s, mappedId(), u"--last-name"_s, u"Neuf"_s});
        QVERIFY2(partial.code == 1, partial.told());
        QVERIFY(partial.words().contains(u"--first-name"_s));
        QVERIFY(partial.object().contains("error"_L1));
        for (const QJsonValue &call : m_desk->simulator().journal())
            QVERIFY(!call["path"_L1].toString().contains(u"UpdatePatient"_s));
    }

    void stationsAreNamedByIdOrName_3DD_10()
    {
        const QString id = mappedId();
        const QString station = records(u"clients"_s).at(0)["ClientId"_L1].toString();
        for (const QString &client : {station, u"TRIOS-SALLE-1"_s}) {
            const Answer opened =
                scans({u"select-patient"_s, u"--integration-id"_s, id, u"--client"_s, client});
            QVERIFY2(opened.code == 0, opened.told());
            QCOMPARE(opened.object().value("status"_L1).toInt(), 4);
        }
        const Answer nowhere =
            scans({u"select-patient"_s, u"--integration-id"_s, id, u"--client"_s, u"NOWHERE"_s});
        QVERIFY2(nowhere.code == 5, nowhere.told());
        const Answer missing = scans({u"select-patient"_s, u"--integration-id"_s, id});
        QVERIFY2(missing.code == 2, missing.told());
    }

    void withoutWaitingTheAnswerIsNoneYet_3DD_13()
    {
        const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Answer handed = scans({u"create-case"_s, u"--integration-id"_s, mappedId(),
                                     u"--client"_s, nobody, u"--no-wait"_s});
        QVERIFY2(handed.code == 3, handed.told());
        QCOMPARE(handed.object().value("status"_L1).toInt(), -1);
        const QString request = handed.object().value("request"_L1).toString();
        const Answer removed = scans({u"remove"_s, request});
        QCOMPARE(removed.object().value("removed"_L1), QJsonValue(true));
        const Answer late = m_desk->as(u"Nadia"_s,
                                       {u"--timeout"_s, u"1"_s, u"3dd"_s, u"create-case"_s,
                                        u"--integration-id"_s, mappedId(), u"--client"_s, nobody});
        QVERIFY2(late.code == 3, late.told());
        QVERIFY(!late.object().value("request"_L1).toString().isEmpty());
    }

    void casesAndPhotosComeOut_3DD_18_3DD_24()
    {
        QString id;
        for (const QJsonValue &each : records(u"cases"_s)) {
            if (!each["AttachedImages"_L1].toArray().isEmpty())
                id = each["PatientIntegrationId"_L1].toString();
        }
        const Answer cases = scans({u"cases"_s, u"--integration-id"_s, id});
        QVERIFY2(cases.code == 0, cases.told());
        QString caseId;
        QString imageId;
        for (const QJsonValue &each : cases.list()) {
            for (const char *member : {"id", "patient", "status", "created", "sent", "delivery",
                                       "receiver", "indications", "images", "scans"})
                QVERIFY2(each.toObject().contains(QLatin1StringView(member)), member);
            if (!each["images"_L1].toArray().isEmpty()) {
                caseId = each["id"_L1].toString();
                imageId = each["images"_L1][0]["id"_L1].toString();
            }
        }
        QTemporaryDir folder;
        const QString file = folder.filePath(u"photo"_s);
        const Answer image =
            scans({u"image"_s, u"--case"_s, caseId, u"--image"_s, imageId, u"--out"_s, file});
        QVERIFY2(image.code == 0, image.told());
        QVERIFY(QFile(file).size() > 100);
        const QString gone = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Answer none =
            scans({u"image"_s, u"--case"_s, caseId, u"--image"_s, gone, u"--out"_s, file});
        QVERIFY2(none.code == 5, none.told());
        const Answer created =
            scans({u"cases"_s, u"--integration-id"_s, id, u"--status"_s, u"modelled"_s});
        for (const QJsonValue &each : created.list())
            QCOMPARE(each["status"_L1].toString(), u"modelled"_s);
        const Answer dates = scans({u"cases"_s, u"--integration-id"_s, id, u"--created-from"_s,
                                    u"2026-03-05"_s, u"--created-to"_s, u"2026-03-04"_s});
        QVERIFY2(dates.code == 1, dates.told());
    }

    void everyStatusIsToldInFrench_3DD_26()
    {
        const QList<QPair<int, QString>> words{{1, u"annulée sur le poste"_s},
                                               {2, u"pas pu ouvrir la page"_s},
                                               {3, u"retirée"_s},
                                               {4, u"Opération réussie"_s},
                                               {5, u"choisissez un poste"_s},
                                               {6, u"ne répond pas"_s},
                                               {10, u"Erreur propre"_s},
                                               {77, u"statut inconnu"_s},
                                               {101, u"d’intégration manque"_s},
                                               {102, u"nom de famille manque"_s},
                                               {103, u"du cas manque"_s},
                                               {104, u"Cas introuvable"_s},
                                               {105, u"déjà utilisé"_s},
                                               {106, u"non encore lié"_s},
                                               {107, u"déjà lié"_s},
                                               {108, u"Erreur interne du poste"_s}};
        QStringList presses;
        for (const auto &[code, text] : words)
            presses.append(QString(u"end "_s + QString::number(code)));
        QCOMPARE(edit(u"people"_s, u"TRIOS-SALLE-1"_s,
                      {{u"next"_s, QJsonArray::fromStringList(presses)}}),
                 QString());
        const QString id = mappedId();
        m_desk->setLocale(u"fr_FR.UTF-8"_s);
        QList<Answer> answers;
        for (qsizetype i = 0; i < words.size(); ++i) {
            answers.append(scans({u"select-patient"_s, u"--integration-id"_s, id, u"--client"_s,
                                  u"TRIOS-SALLE-1"_s}));
        }
        const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Answer waiting = scans({u"select-patient"_s, u"--integration-id"_s, id, u"--client"_s,
                                      nobody, u"--no-wait"_s});
        const Answer unknown = scans({u"status"_s, nobody});
        m_desk->setLocale(u"C.UTF-8"_s);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QJsonObject told = answers.at(i).object();
            QCOMPARE(told.value("status"_L1).toInt(), words.at(i).first);
            QVERIFY2(told.value("text"_L1).toString().contains(words.at(i).second),
                     answers.at(i).told());
            QCOMPARE(answers.at(i).code, words.at(i).first == 4 ? 0 : 1);
        }
        QVERIFY2(waiting.object().value("text"_L1).toString().contains(u"en attente du poste"_s),
                 waiting.told());
        QVERIFY2(unknown.object().value("text"_L1).toString().contains(u"ne connaît plus"_s),
                 unknown.told());
    }

    void linksAreListedForOtherPrograms_3DD_34()
    {
        const Answer found = m_desk->as(u"Nadia"_s, {u"patient"_s, u"search"_s, u"a"_s});
        QVERIFY2(found.code == 0, found.told());
        QString patient;
        QString contact;
        for (const QJsonValue &each : found.list()) {
            const QString id = each["id"_L1].toString();
            const Answer shown = m_desk->as(u"Nadia"_s, {u"patient"_s, u"show"_s, id});
            contact = shown.object().value("links"_L1)["zoho"_L1].toString();
            bool there = contact.isEmpty();
            for (const QJsonValue &known : records(u"patients"_s))
                there = there || known["IntegrationId"_L1] == contact;
            if (!there) {
                patient = id;
                break;
            }
        }
        QVERIFY(!patient.isEmpty());
        const Answer made = scans(
            {u"create-patient"_s, u"--integration-id"_s, contact, u"--last-name"_s, u"Essai"_s});
        QVERIFY2(made.code == 0, made.told());
        const Answer links = scans({u"links"_s});
        QVERIFY2(links.code == 0, links.told());
        QCOMPARE(links.list().size(), 1);
        const QJsonObject link = links.list().first().toObject();
        QCOMPARE(link.value("patient"_L1).toString(), patient);
        QCOMPARE(link.value("integrationId"_L1).toString(), contact);
        QVERIFY(!link.value("since"_L1).toString().isEmpty());
        const Answer shown = m_desk->as(u"Nadia"_s, {u"patient"_s, u"show"_s, patient});
        QCOMPARE(shown.object().value("links"_L1)["dentaldesktop"_L1].toString(), contact);
    }

    void checksNameThePart_3DD_35()
    {
        const Answer good = scans({u"check"_s});
        QVERIFY2(good.code == 0, good.told());
        QCOMPARE(good.object().value("findings"_L1).toArray().size(), 5);
        const Answer status = m_desk->as(u"Nadia"_s, {u"sync"_s, u"status"_s});
        QVERIFY2(status.out.contains("\"dentaldesktop\""), status.told());
        const Answer config = m_desk->as(u"Nadia"_s, {u"config"_s, u"check"_s});
        QVERIFY2(config.out.contains("DentalDesktop"), config.told());

        QCOMPARE(edit(u"switch"_s, u"certificate"_s, {{u"is"_s, u"selfSigned"_s}}), QString());
        const Answer refused = scans({u"clients"_s});
        QVERIFY2(refused.code == 1, refused.told());
        const Answer shown = scans({u"check"_s});
        QCOMPARE(shown.code, 1);
        const QString print = shown.object().value("certificate"_L1)["sha256"_L1].toString();
        QCOMPARE(print.size(), 64);
        const Answer wrong = scans({u"trust"_s, u"--fingerprint"_s, QString(64, u'0')});
        QVERIFY2(wrong.code == 1, wrong.told());
        const Answer trusted = scans({u"trust"_s, u"--fingerprint"_s, print});
        QVERIFY2(trusted.code == 0, trusted.told());
        QCOMPARE(scans({u"clients"_s}).code, 0);
        QCOMPARE(edit(u"switch"_s, u"certificate"_s, {{u"is"_s, u"withRoot"_s}}), QString());
        QCOMPARE(scans({u"clients"_s}).code, 0);

        m_desk->simulator().refuse(u"dentaldesktop"_s);
        const Answer down = scans({u"clients"_s});
        m_desk->simulator().resume(u"dentaldesktop"_s);
        QVERIFY2(down.code == 3, down.told());
    }
};

QTEST_GUILESS_MAIN(TestScanCommands)
#include "tst_scancommands.moc"
