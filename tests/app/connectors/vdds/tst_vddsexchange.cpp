// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/exchange.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vdds;

namespace {

ImagingPatient elodie()
{
    ImagingPatient patient;
    patient.id = u"4876000000012345001"_s;
    patient.number = u"000417"_s;
    patient.firstName = u"Élodie"_s;
    patient.lastName = u"Lefèvre"_s;
    patient.sex = u"female"_s;
    patient.birthDate = QDate(1988, 4, 5);
    return patient;
}

Route route()
{
    return {u"VESTIBULE"_s, u"THREESHAPE"_s, QString()};
}

Ini images()
{
    return Ini::fromBytes("[PATID]\r\nREADY=1\r\nERRORLEVEL=0\r\nPATID=77\r\n"
                          "[MMOS]\r\nCOUNT=3\r\n"
                          "[MMO1]\r\nMMOID=A-1\r\nTYPE=Photo\r\nTYPENR=7\r\nTEETH=11 21\r\n"
                          "DATE=20261120\r\nTIME=09:30\r\nEXT=jpg\r\nCOLORTYPE=COLOR\r\n"
                          "COMMENT=avant\r\n"
                          "[MMO3]\r\nMMOID=A-3\r\nTYPENR=0\r\n"
                          "[MMO2]\r\nMMOID=A-2\r\nDATE=2026-11-21\r\nTYPENR=x\r\nEXT=.PNG\r\n");
}

} // namespace

//! The files of the exchange, as bytes.
class TestVddsExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void VDDS_18_thePatientIsWrittenAsTheContractHasIt();
    void VDDS_16_17_whatIsNotKnownIsLeftOut_data();
    void VDDS_16_17_whatIsNotKnownIsLeftOut();
    void VDDS_09_namesAreWrittenIn1252_data();
    void VDDS_09_namesAreWrittenIn1252();
    void VDDS_18_noNameBreaksOutOfItsLine();
    void VDDS_19_20_requestsForImages();
    void VDDS_10_theAnswerIsRead_data();
    void VDDS_10_theAnswerIsRead();
    void VDDS_19_descriptionsAreRead();
    void VDDS_10_halfAListIsNoticed_data();
    void VDDS_10_halfAListIsNoticed();
    void VDDS_20_pathsAreReadByNumber();
    void VDDS_16_datesAreRead_data();
    void VDDS_16_datesAreRead();
    void VDDS_08_24_aCallIsKnownByItsSections_data();
    void VDDS_08_24_aCallIsKnownByItsSections();
    void VDDS_24_theAnswerGoesIntoTheSameFile();
    void VDDS_22_theMaskedFileNamesNobody();
};

void TestVddsExchange::VDDS_18_thePatientIsWrittenAsTheContractHasIt()
{
    const Request request = patientRequest(elodie(), route());
    QCOMPARE(request.section, u"PATIENT"_s);
    QVERIFY(!request.changedLetters);
    QCOMPARE(request.bytes,
             QByteArray("[PATIENT]\r\nPVS=VESTIBULE\r\nBVS=THREESHAPE\r\n"
                        "PATID=4876000000012345001\r\nPATSHOWNR=000417\r\nLASTNAME=Lef\xE8vre\r\n"
                        "FIRSTNAME=\xC9lodie\r\nSEX=W\r\nBIRTHDAY=19880405\r\n"
                        "READY=0\r\nERRORLEVEL=0\r\nERRORTEXT=\r\n"));
}

void TestVddsExchange::VDDS_16_17_whatIsNotKnownIsLeftOut_data()
{
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QString>("sexLine");
    QTest::addColumn<QString>("birthLine");
    QTest::newRow("VDDS-17 a woman")
        << u"female"_s << QDate(2001, 12, 31) << u"W"_s << u"20011231"_s;
    QTest::newRow("VDDS-17 a man") << u"male"_s << QDate(2001, 1, 2) << u"M"_s << u"20010102"_s;
    QTest::newRow("VDDS-17 other") << u"other"_s << QDate(2001, 1, 2) << QString() << u"20010102"_s;
    QTest::newRow("VDDS-17 unknown")
        << QString() << QDate(2001, 1, 2) << QString() << u"20010102"_s;
    QTest::newRow("VDDS-16 no date") << u"male"_s << QDate() << u"M"_s << QString();
    QTest::newRow("VDDS-16 year one") << u"male"_s << QDate(1, 1, 1) << u"M"_s << QString();
}

void TestVddsExchange::VDDS_16_17_whatIsNotKnownIsLeftOut()
{
    QFETCH(QString, sex);
    QFETCH(QDate, birth);
    QFETCH(QString, sexLine);
    QFETCH(QString, birthLine);
    ImagingPatient patient = elodie();
    patient.sex = sex;
    patient.birthDate = birth;
    patient.number.clear();
    const Ini ini = Ini::fromBytes(patientRequest(patient, route()).bytes);
    const auto lineOr = [&ini](const QString &key) {
        return ini.value(u"PATIENT"_s, key).value_or(u"left out"_s);
    };
    QCOMPARE(lineOr(u"SEX"_s), sexLine.isEmpty() ? u"left out"_s : sexLine);
    QCOMPARE(lineOr(u"BIRTHDAY"_s), birthLine.isEmpty() ? u"left out"_s : birthLine);
    QCOMPARE(lineOr(u"PRXNR"_s), u"left out"_s);
    QCOMPARE(lineOr(u"PATSHOWNR"_s), patient.id);
}

void TestVddsExchange::VDDS_09_namesAreWrittenIn1252_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("changed");
    QTest::newRow("VDDS-09 in the encoding")
        << u"Œuvré D’Ângelo"_s << QByteArray("LASTNAME=\x8Cuvr\xE9 D\x92\xC2ngelo\r\n") << false;
    QTest::newRow("VDDS-09 marks apart are the same name")
        << u"Lefe\u0300vre"_s << QByteArray("LASTNAME=Lef\xE8vre\r\n") << false;
    QTest::newRow("VDDS-09 spelled otherwise")
        << u"Łukasz"_s << QByteArray("LASTNAME=Lukasz\r\n") << true;
    QTest::newRow("VDDS-09 not to be spelled") << u"王"_s << QByteArray("LASTNAME=?\r\n") << true;
}

void TestVddsExchange::VDDS_09_namesAreWrittenIn1252()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, line);
    QFETCH(bool, changed);
    ImagingPatient patient = elodie();
    patient.lastName = name;
    const Request request = patientRequest(patient, route());
    QVERIFY2(request.bytes.contains(line), request.bytes.constData());
    QCOMPARE(request.changedLetters, changed);
}

void TestVddsExchange::VDDS_18_noNameBreaksOutOfItsLine()
{
    ImagingPatient patient = elodie();
    patient.lastName = u"Roy\r\nPATID=1\r\n[PATID]\u0085\u2028x=1"_s;
    const Ini ini = Ini::fromBytes(patientRequest(patient, route()).bytes);
    QCOMPARE(ini.sections(), QStringList{u"PATIENT"_s});
    QCOMPARE(ini.text(u"PATIENT"_s, u"PATID"_s), patient.id);
    QCOMPARE(ini.keys(u"PATIENT"_s).count(u"PATID"_s), 1);
}

void TestVddsExchange::VDDS_19_20_requestsForImages()
{
    Route numbered = route();
    numbered.practiceNumber = u"12"_s;
    const Request list = imagesRequest(elodie(), numbered, QDate(2026, 11, 1));
    QCOMPARE(list.section, u"PATID"_s);
    QCOMPARE(list.bytes,
             QByteArray("[PATID]\r\nPVS=VESTIBULE\r\nBVS=THREESHAPE\r\nPRXNR=12\r\n"
                        "PATID=4876000000012345001\r\nPATSHOWNR=000417\r\nDATE=20261101\r\n"
                        "READY=0\r\nERRORLEVEL=0\r\nERRORTEXT=\r\n"));
    const Request copies = copiesRequest({u"A-1"_s, u"A-2"_s}, u"JPG"_s, route());
    QCOMPARE(copies.section, u"MMOIDS"_s);
    QCOMPARE(copies.bytes,
             QByteArray("[MMOIDS]\r\nPVS=VESTIBULE\r\nBVS=THREESHAPE\r\nCOUNT=2\r\nEXT=JPG\r\n"
                        "MMOID1=A-1\r\nMMOID2=A-2\r\nREADY=0\r\nERRORLEVEL=0\r\nERRORTEXT=\r\n"));
}

void TestVddsExchange::VDDS_10_theAnswerIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("there");
    QTest::addColumn<bool>("ready");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("text");
    QTest::newRow("VDDS-10 not yet")
        << QByteArray("[P]\r\nREADY=0\r\nERRORLEVEL=0\r\n") << true << false << 0 << QString();
    QTest::newRow("VDDS-10 done") << QByteArray("[P]\r\nREADY=1\r\nERRORLEVEL=0\r\n") << true
                                  << true << 0 << QString();
    QTest::newRow("VDDS-10 blanks and case")
        << QByteArray("[p]\r\nReady = 1 \r\nErrorLevel= 0\r\n") << true << true << 0 << QString();
    QTest::newRow("VDDS-10 an error") << QByteArray("[P]\r\nREADY=1\r\nERRORLEVEL=12\r\n"
                                                    "ERRORTEXT=Absturz\r\n")
                                      << true << true << 12 << u"Absturz"_s;
    QTest::newRow("VDDS-10 the other spelling of the text")
        << QByteArray("[P]\r\nREADY=1\r\nERRORLEVEL=1\r\nERROR-TEXT=no\r\n") << true << true << 1
        << u"no"_s;
    QTest::newRow("VDDS-10 a word for a level")
        << QByteArray("[P]\r\nREADY=1\r\nERRORLEVEL=bad\r\n") << true << true << 1 << QString();
    QTest::newRow("VDDS-10 no level")
        << QByteArray("[P]\r\nREADY=1\r\n") << true << true << 0 << QString();
    QTest::newRow("VDDS-10 emptied while it is written")
        << QByteArray() << false << false << 0 << QString();
    QTest::newRow("VDDS-10 cut before the handshake")
        << QByteArray("[P]\r\nPATID=7\r\nREA") << false << false << 0 << QString();
    QTest::newRow("VDDS-10 in another section")
        << QByteArray("[X]\r\nREADY=1\r\n[P]\r\n") << false << false << 0 << QString();
}

void TestVddsExchange::VDDS_10_theAnswerIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, there);
    QFETCH(bool, ready);
    QFETCH(int, level);
    QFETCH(QString, text);
    const std::optional<Answer> answer = answerIn(Ini::fromBytes(bytes), u"P"_s);
    QCOMPARE(answer.has_value(), there);
    if (!answer)
        return;
    QCOMPARE(answer->ready, ready);
    QCOMPARE(answer->level, level);
    QCOMPARE(answer->text, text);
}

void TestVddsExchange::VDDS_19_descriptionsAreRead()
{
    const QList<ImageDescription> read = imagesIn(images());
    QCOMPARE(read.size(), 3);
    const ImageDescription first = read.first();
    QCOMPARE(first.id, u"A-1"_s);
    QCOMPARE(first.type, u"Photo"_s);
    QCOMPARE(first.typeNumber, 7);
    QCOMPARE(first.teeth, u"11 21"_s);
    QCOMPARE(first.date, QDate(2026, 11, 20));
    QCOMPARE(first.time, QTime(9, 30));
    QCOMPARE(first.extension, u"JPG"_s);
    QCOMPARE(first.colour, u"COLOR"_s);
    QCOMPARE(first.comment, u"avant"_s);
    QCOMPARE(read.at(1).id, u"A-2"_s);
    QCOMPARE(read.at(1).typeNumber, -1);
    QCOMPARE(read.at(1).extension, u"PNG"_s);
    QCOMPARE(read.at(2).typeNumber, int(ImageDescription::Deleted));
}

void TestVddsExchange::VDDS_10_halfAListIsNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("whole");
    QTest::newRow("VDDS-10 whole") << images().toBytes() << true;
    QTest::newRow("VDDS-10 the last image is missing")
        << images().toBytes().replace("[MMO2]\r\nMMOID", "[MMO2]\r\nX") << false;
    QTest::newRow("VDDS-10 none") << QByteArray("[MMOS]\r\nCOUNT=0\r\n") << true;
    QTest::newRow("VDDS-10 no count") << QByteArray("[PATID]\r\nREADY=1\r\n") << false;
    QTest::newRow("VDDS-10 a count beyond reason")
        << QByteArray("[MMOS]\r\nCOUNT=2000000000\r\n[MMO1]\r\nMMOID=1\r\n") << false;
}

void TestVddsExchange::VDDS_10_halfAListIsNoticed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, whole);
    QCOMPARE(areImagesWhole(Ini::fromBytes(bytes)), whole);
}

void TestVddsExchange::VDDS_20_pathsAreReadByNumber()
{
    const Ini ini = Ini::fromBytes("[MMOIDS]\r\nREADY=1\r\nMMOID1=A-1\r\nMMOID2=A-2\r\n"
                                   "[MMOPATH]\r\nMMOID2=C:\\t\\\xE9.jpg\r\nMMOID9=C:\\x\r\n");
    QCOMPARE(pathsIn(ini, 2), (QStringList{QString(), u"C:\\t\\é.jpg"_s}));
    QCOMPARE(pathsIn(ini, 0), QStringList());
}

void TestVddsExchange::VDDS_16_datesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("VDDS-16 as documented") << u"20261123"_s << QDate(2026, 11, 23);
    QTest::newRow("VDDS-16 ISO") << u" 2026-11-23 "_s << QDate(2026, 11, 23);
    QTest::newRow("VDDS-16 ISO with time") << u"2026-11-23T10:30:00"_s << QDate(2026, 11, 23);
    QTest::newRow("VDDS-16 year one") << u"00010101"_s << QDate();
    QTest::newRow("VDDS-16 no such day") << u"20260230"_s << QDate();
    QTest::newRow("VDDS-16 another form is not guessed") << u"23.11.2026"_s << QDate();
    QTest::newRow("VDDS-16 nothing") << QString() << QDate();
}

void TestVddsExchange::VDDS_16_datesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    QCOMPARE(dateFrom(text), date);
}

void TestVddsExchange::VDDS_08_24_aCallIsKnownByItsSections_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("section");
    QTest::addColumn<bool>("supported");
    QTest::addColumn<int>("count");
    const QByteArray call("[PatId]\r\nPATID=77\r\nBVS=NNT\r\nREADY=0\r\n[MMOS]\r\nCOUNT=1\r\n"
                          "[MMO1]\r\nMMOID=A-1\r\n");
    QTest::newRow("VDDS-24 images announced") << call << u"PatId"_s << true << 1;
    QTest::newRow("VDDS-24 in UTF-16")
        << QByteArray("\xFF\xFE" + encoded(QString::fromLatin1(call), Charset::Utf16LE))
        << u"PatId"_s << true << 1;
    QTest::newRow("VDDS-08 another request")
        << QByteArray("[PATIENT]\r\nPATID=77\r\nREADY=0\r\n") << u"PATIENT"_s << false << 0;
    QTest::newRow("VDDS-08 no request") << QByteArray("[A]\r\nb=1\r\n") << QString() << false << 0;
    QTest::newRow("VDDS-08 no text at all")
        << QByteArray("\x89PNG\r\n\x1A\n") << QString() << false << 0;
}

void TestVddsExchange::VDDS_08_24_aCallIsKnownByItsSections()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, section);
    QFETCH(bool, supported);
    QFETCH(int, count);
    const Incoming incoming = incomingIn(Ini::fromBytes(bytes));
    QCOMPARE(incoming.section, section);
    QCOMPARE(incoming.supported, supported);
    QCOMPARE(incoming.images.size(), count);
    if (supported)
        QCOMPARE(incoming.patientId, u"77"_s);
}

void TestVddsExchange::VDDS_24_theAnswerGoesIntoTheSameFile()
{
    const QByteArray call(
        "; theirs\r\n[PATID]\r\nPATID=77\r\nREADY=0\r\nX=M\xFCller\r\n[MMOS]\r\n");
    const QByteArray done = answered(call, u"PATID"_s, true, 0, QString());
    QCOMPARE(done,
             QByteArray("; theirs\r\n[PATID]\r\nPATID=77\r\nREADY=1\r\nX=M\xFCller\r\n"
                        "ERRORLEVEL=0\r\nERRORTEXT=\r\n[MMOS]\r\n"));
    const QByteArray refused = answered(call, u"PATID"_s, true, 1, u"patient inconnu"_s);
    const std::optional<Answer> answer = answerIn(Ini::fromBytes(refused), u"PATID"_s);
    QVERIFY(answer && answer->ready);
    QCOMPARE(answer->level, 1);
    QCOMPARE(answer->text, u"patient inconnu"_s);
}

void TestVddsExchange::VDDS_22_theMaskedFileNamesNobody()
{
    const QString text = masked(QByteArray(patientRequest(elodie(), route()).bytes
                                           + "[MMO1]\r\nCOMMENT=Lef\xE8vre\r\n"
                                             "MMOID=77\r\nTYPENR=7\r\n"));
    for (const QString &secret : {u"Lef"_s, u"lodie"_s, u"1988"_s, u"000417"_s, u"4876"_s, u"77"_s})
        QVERIFY2(!text.contains(secret), qPrintable(secret));
    for (const QString &shown :
         {u"[PATIENT]"_s, u"PVS=VESTIBULE"_s, u"LASTNAME=…"_s, u"READY=0"_s, u"TYPENR=7"_s})
        QVERIFY2(text.contains(shown), qPrintable(shown));
}

QTEST_GUILESS_MAIN(TestVddsExchange)
#include "tst_vddsexchange.moc"
