// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

//! Dental profiles and charts through vestibule-cli.
class TestChartCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void theProfileIsPrintedToTheTooth_DT_15();
    void theFiguresAreOursAndDifferencesAreSaid_DT_15();
    void chartsAreWrittenAsFiles_DT_06_data();
    void chartsAreWrittenAsFiles_DT_06();
    void anAppointmentsChartIsOfThatDay_DT_16();
    void whatCannotBeIsRefusedWithItsCode_data();
    void whatCannotBeIsRefusedWithItsCode();
    void withoutDentalTapTheKeptIsPrinted();
    void theLinkIsNeverPrinted();

private:
    QString out(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        const QString problem = m_desk->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                                          {u"collection"_s, collection},
                                                          {u"id"_s, id},
                                                          {u"fields"_s, fields}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    Answer image(const QString &id, const QString &kind, const QString &file)
    {
        return m_desk->as(u"Omar"_s,
                          {u"chart"_s, u"image"_s, id, u"--kind"_s, kind, u"--out"_s, file});
    }

    std::unique_ptr<CommandLineDesk> m_desk;
    QTemporaryDir m_folder;
    QString m_patient; //!< DentalTap's id, of a grown person with a visit behind them
    QString m_visit; //!< DentalTap's
};

void TestChartCommands::initTestCase()
{
    m_desk = std::make_unique<CommandLineDesk>();
    const QString problem = m_desk->setUp();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const sim::Clinic &clinic = m_desk->simulator().clinic();
    for (const sim::SeedAppointment &appointment : clinic.appointments) {
        const sim::SeedPatient &patient = clinic.patients.at(appointment.patient);
        if (appointment.status == u"completed"_s && appointment.origin == sim::SeedOrigin::Vestibule
            && patient.birthDate.isValid() && patient.birthDate.year() < 2000) {
            m_patient = patient.dentalTapId;
            m_visit = appointment.dentalTapId;
            break;
        }
    }
    QVERIFY(!m_patient.isEmpty() && !m_visit.isEmpty());
}

void TestChartCommands::init()
{
    m_desk->simulator().resume(u"dentaltap"_s);
    edit(u"charts"_s, {}, {{u"delivery"_s, u"token"_s}, {u"picture"_s, u"good"_s}});
}

void TestChartCommands::cleanupTestCase()
{
    m_desk.reset();
}

void TestChartCommands::theProfileIsPrintedToTheTooth_DT_15()
{
    edit(
        u"profiles"_s, m_patient,
        {{u"teeth"_s,
          QJsonArray{QJsonObject{
              {u"fdi"_s, u"26"_s},
              {u"presence"_s, u"present"_s},
              {u"conditions"_s,
               QJsonArray{QJsonObject{{u"code"_s, u"caries"_s},
                                      {u"icd10"_s, u"K02.1"_s},
                                      {u"label"_s, u"Carie de la dentine"_s},
                                      {u"surfaces"_s, QJsonArray{u"O"_s, u"M"_s}}}}},
              {u"planned"_s, QJsonArray{QJsonObject{{u"planId"_s, u"310"_s}, {u"itemId"_s, 5}}}}}}},
         {u"drop"_s, QJsonArray{u"37"_s}}});
    const Answer answer = m_desk->as(u"Omar"_s, {u"chart"_s, u"profile"_s, m_patient});
    QVERIFY2(answer.code == 0, answer.told());
    QVERIFY(answer.isOneDocument());
    const QJsonObject profile = answer.object();
    for (const QString &member : {u"patient"_s, u"date"_s, u"teeth"_s, u"periodontal"_s})
        QVERIFY2(profile.contains(member), qPrintable(member));
    QCOMPARE(profile[u"offline"_s], QJsonValue(false));
    QCOMPARE(profile[u"dentition"_s].toString(), u"permanent"_s);
    QJsonObject tooth;
    for (const QJsonValue &each : profile[u"teeth"_s].toArray()) {
        for (const QString &member :
             {u"fdi"_s, u"presence"_s, u"conditions"_s, u"restorations"_s, u"planned"_s})
            QVERIFY2(each.toObject().contains(member), qPrintable(member));
        QVERIFY(each[u"fdi"_s].toString() != u"37"_s);
        if (each[u"fdi"_s].toString() == u"26"_s)
            tooth = each.toObject();
    }
    QCOMPARE(tooth[u"conditions"_s][0][u"icd10"_s].toString(), u"K02.1"_s);
    QCOMPARE(tooth[u"conditions"_s][0][u"surfaces"_s].toArray(), (QJsonArray{u"M"_s, u"O"_s}));
    QCOMPARE(tooth[u"planned"_s][0][u"item"_s].toString(), u"5"_s);
    const QJsonArray probed = profile[u"periodontal"_s].toArray();
    QVERIFY(probed.size() >= 20);
    QCOMPARE(probed[0][u"sites"_s].toObject().size(), 6);
    // Readable, too.
    QStringList words{u"--pin-stdin"_s, u"--staff"_s, u"Omar"_s, u"chart"_s, u"profile"_s};
    const Answer text = m_desk->run(words + QStringList{m_patient}, "1234\n");
    QVERIFY2(text.code == 0, text.told());
    QVERIFY(text.out.contains("teeth"));
}

void TestChartCommands::theFiguresAreOursAndDifferencesAreSaid_DT_15()
{
    const QJsonObject site{
        {u"depth"_s, 6}, {u"recession"_s, 1}, {u"cal"_s, 9}, {u"bleeding"_s, true}};
    edit(u"profiles"_s, m_patient,
         {{u"periodontal"_s,
           QJsonObject{{u"date"_s, u"2026-03-05"_s},
                       {u"teeth"_s,
                        QJsonArray{QJsonObject{{u"fdi"_s, u"26"_s},
                                               {u"sites"_s, QJsonObject{{u"ML"_s, site}}}}}},
                       {u"indices"_s, QJsonObject{{u"bleedingPercent"_s, 22}}}}}});
    const Answer answer = m_desk->as(u"Omar"_s, {u"chart"_s, u"profile"_s, m_patient});
    QVERIFY2(answer.code == 0, answer.told());
    const QJsonObject profile = answer.object();
    QCOMPARE(profile[u"figures"_s][u"bleedingPercent"_s].toInt(), 100);
    QVERIFY(profile[u"figures"_s][u"plaquePercent"_s].isNull());
    QCOMPARE(profile[u"figures"_s][u"sitesFrom6"_s].toInt(), 1);
    QCOMPARE(profile[u"periodontal"_s][0][u"sites"_s][u"MP"_s][u"attachment"_s].toInt(), 7);
    QVERIFY(profile[u"periodontal"_s][0][u"sites"_s][u"V"_s][u"depth"_s].isNull());
    QCOMPARE(profile[u"differences"_s].toArray().size(), 2);
    QVERIFY(profile[u"differences"_s][0].toString().contains(u"26"_s));
}

void TestChartCommands::chartsAreWrittenAsFiles_DT_06_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("delivery");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("format");
    QTest::newRow("dental") << u"dental"_s << u"token"_s << u"good"_s << u"svg"_s;
    QTest::newRow("perio") << u"perio"_s << u"token"_s << u"good"_s << u"svg"_s;
    QTest::newRow("signed") << u"dental"_s << u"signed"_s << u"good"_s << u"svg"_s;
    QTest::newRow("redirected") << u"perio"_s << u"redirect"_s << u"good"_s << u"svg"_s;
    QTest::newRow("hostile") << u"dental"_s << u"token"_s << u"script"_s << u"png"_s;
}

void TestChartCommands::chartsAreWrittenAsFiles_DT_06()
{
    QFETCH(QString, kind);
    QFETCH(QString, delivery);
    QFETCH(QString, picture);
    QFETCH(QString, format);
    edit(u"charts"_s, {},
         {{u"delivery"_s, delivery}, {u"picture"_s, picture}, {u"redrawn"_s, true}});
    const QString file = out(QString(kind + u'-' + delivery + u'-' + picture));
    const Answer answer = image(m_patient, kind, file);
    QVERIFY2(answer.code == 0, answer.told());
    QCOMPARE(answer.object()[u"format"_s].toString(), format);
    QCOMPARE(answer.object()[u"bytes"_s].toInt(), int(QFile(file).size()));
    QVERIFY(format == u"svg"_s ? read(file).contains("tooth-11") : read(file).contains("PNG"));
}

void TestChartCommands::anAppointmentsChartIsOfThatDay_DT_16()
{
    const Answer now = image(m_patient, u"perio"_s, out(u"now.svg"_s));
    const Answer then = image(m_visit, u"perio"_s, out(u"then.svg"_s));
    QVERIFY2(now.code == 0 && then.code == 0, then.told());
    QVERIFY(now.object()[u"date"_s] != then.object()[u"date"_s]);
    QVERIFY(!read(out(u"then.svg"_s)).isEmpty());
    QVERIFY(read(out(u"now.svg"_s)) != read(out(u"then.svg"_s)));
}

void TestChartCommands::whatCannotBeIsRefusedWithItsCode_data()
{
    QTest::addColumn<QString>("staff");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString patient = u"PATIENT"_s;
    const QString file = u"FILE"_s;
    const auto row = [](const char *name, const QString &staff, const QStringList &words,
                        int code) {
        QTest::newRow(name) << staff << QStringList{u"chart"_s} + words << code;
    };
    row("reception", u"Rani"_s, {u"profile"_s, patient}, 4);
    row("reception's picture", u"Rani"_s,
        {u"image"_s, patient, u"--kind"_s, u"dental"_s, u"--out"_s, file}, 4);
    row("nobody", u"Omar"_s, {u"profile"_s, u"nobody"_s}, 5);
    row("no such appointment", u"Omar"_s,
        {u"image"_s, u"nobody"_s, u"--kind"_s, u"dental"_s, u"--out"_s, file}, 5);
    row("no patient", u"Omar"_s, {u"profile"_s}, 2);
    row("no kind", u"Omar"_s, {u"image"_s, patient, u"--out"_s, file}, 2);
    row("another kind", u"Omar"_s, {u"image"_s, patient, u"--kind"_s, u"hair"_s, u"--out"_s, file},
        2);
    row("no file", u"Omar"_s, {u"image"_s, patient, u"--kind"_s, u"dental"_s}, 2);
    row("no such folder", u"Omar"_s,
        {u"image"_s, patient, u"--kind"_s, u"dental"_s, u"--out"_s, u"/nowhere/at/all.svg"_s}, 1);
    row("no such verb", u"Omar"_s, {u"paint"_s, patient}, 2);
}

void TestChartCommands::whatCannotBeIsRefusedWithItsCode()
{
    QFETCH(QString, staff);
    QFETCH(QStringList, words);
    QFETCH(int, code);
    words.replaceInStrings(u"PATIENT"_s, m_patient);
    words.replaceInStrings(u"FILE"_s, out(u"refused.svg"_s));
    const Answer answer = m_desk->as(staff, words);
    QVERIFY2(answer.code == code, answer.told());
    QVERIFY(!answer.words().isEmpty());
    QVERIFY(!QFile::exists(out(u"refused.svg"_s)));
}

void TestChartCommands::withoutDentalTapTheKeptIsPrinted()
{
    const QString file = out(u"kept.svg"_s);
    QCOMPARE(image(m_patient, u"dental"_s, out(u"before.svg"_s)).code, 0);
    m_desk->simulator().refuse(u"dentaltap"_s);
    const Answer profile = m_desk->as(u"Omar"_s, {u"chart"_s, u"profile"_s, m_patient});
    QVERIFY2(profile.code == 3, profile.told());
    QCOMPARE(profile.object()[u"offline"_s], QJsonValue(true));
    QVERIFY(!profile.words().isEmpty());
    const Answer answer = image(m_patient, u"dental"_s, file);
    QVERIFY2(answer.code == 3, answer.told());
    QCOMPARE(read(file), read(out(u"before.svg"_s)));
}

void TestChartCommands::theLinkIsNeverPrinted()
{
    edit(u"charts"_s, {}, {{u"delivery"_s, u"signed"_s}, {u"expiresSeconds"_s, -10}});
    const Answer profile = m_desk->as(u"Omar"_s, {u"chart"_s, u"profile"_s, m_patient});
    const Answer lapsed = image(m_patient, u"dental"_s, out(u"lapsed.svg"_s));
    edit(u"charts"_s, {}, {{u"expiresSeconds"_s, 300}});
    QCOMPARE(profile.code, 0);
    QVERIFY2(lapsed.code == 1, lapsed.told());
    for (const Answer &answer : {profile, lapsed}) {
        for (const QByteArray &secret : {QByteArray("signature"), QByteArray("expires=")}) {
            QVERIFY(!answer.out.contains(secret));
            QVERIFY(!answer.err.contains(secret));
        }
    }
}

QTEST_GUILESS_MAIN(TestChartCommands)
#include "tst_chartcommands.moc"
