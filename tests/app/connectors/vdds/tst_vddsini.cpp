// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/ini.h"

#include <QTest>

using namespace Qt::StringLiterals;
using vdds::Charset;
using vdds::Ini;

namespace {

QByteArray wide(const QString &text, bool little)
{
    QByteArray bytes = little ? QByteArray("\xFF\xFE") : QByteArray("\xFE\xFF");
    for (const QChar c : text) {
        const char low = char(c.unicode() & 0xFF);
        const char high = char(c.unicode() >> 8);
        bytes.append(little ? low : high).append(little ? high : low);
    }
    return bytes;
}

} // namespace

//! INI files of others: read in every encoding, changed without touching the rest.
class TestVddsIni : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void VDDS_06_whatIsNotChangedKeepsEveryByte_data();
    void VDDS_06_whatIsNotChangedKeepsEveryByte();
    void VDDS_06_aChangeTouchesOneLine_data();
    void VDDS_06_aChangeTouchesOneLine();
    void VDDS_06_namesCompareWithoutCase();
    void VDDS_06_linesThatAreNoValuesAreNoValues();
    void VDDS_06_noValueBreaksOutOfItsLine();
    void VDDS_06_removalTakesTheWholeSection();
    void VDDS_09_everyEncodingIsRead_data();
    void VDDS_09_everyEncodingIsRead();
    void VDDS_09_lettersBeyondTheEncodingAreSpelled_data();
    void VDDS_09_lettersBeyondTheEncodingAreSpelled();
    void VDDS_09_everyByteOf1252ComesBack();
};

void TestVddsIni::VDDS_06_whatIsNotChangedKeepsEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QTest::newRow("VDDS-06 nothing") << QByteArray();
    QTest::newRow("VDDS-06 every byte") << all;
    QTest::newRow("VDDS-06 comments, blank lines, odd order") << QByteArray(
        "; ours\r\n\r\nstray=1\r\n[ BVS ]\r\n NAME3 = X \r\n;NAME1=Y\r\n\r\n[PVS]\r\n");
    QTest::newRow("VDDS-06 mixed line ends") << QByteArray("[A]\nb=1\r\nc=2\rd=3\n\r");
    QTest::newRow("VDDS-06 no end of line") << QByteArray("[A]\r\nb=1");
    QTest::newRow("VDDS-09 1252 letters") << QByteArray("[A]\r\nNAME=M\xFCller \x80\x81\r\n");
    QTest::newRow("VDDS-09 UTF-8") << QByteArray("[A]\r\nNAME=M\xC3\xBCller\r\n");
    QTest::newRow("VDDS-09 UTF-8 with mark") << QByteArray("\xEF\xBB\xBF[A]\r\nb=1\r\n");
    QTest::newRow("VDDS-09 UTF-16LE") << wide(u"[A]\r\nNAME=Müller Ċ\r\n"_s, true);
    QTest::newRow("VDDS-09 UTF-16BE") << wide(u"[A]\r\nNAME=Müller Ċ\r\n"_s, false);
    QTest::newRow("VDDS-09 UTF-16 cut in a letter")
        << QByteArray(wide(u"[A]\r\nb=1"_s, true) + 'x');
    QTest::newRow("VDDS-09 only a mark") << QByteArray("\xFF\xFE");
}

void TestVddsIni::VDDS_06_whatIsNotChangedKeepsEveryByte()
{
    QFETCH(QByteArray, bytes);
    Ini ini = Ini::fromBytes(bytes);
    QCOMPARE(ini.toBytes(), bytes);
    // A value set to what it is changes nothing either.
    for (const QString &section : ini.sections()) {
        for (const QString &key : ini.keys(section))
            ini.setValue(section, key, ini.text(section, key));
    }
    QCOMPARE(ini.toBytes(), bytes);
}

void TestVddsIni::VDDS_06_aChangeTouchesOneLine_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const QByteArray file("; head\r\n[PVS]\r\nNAME1 = Other\r\n\r\n[OTHER]\r\nNAME=M\xFCller\r\n");
    QTest::newRow("VDDS-06 a new key at the section's end")
        << file << u"pvs"_s << u"NAME2"_s << u"VESTIBULE"_s
        << QByteArray("; head\r\n[PVS]\r\nNAME1 = Other\r\nNAME2=VESTIBULE\r\n\r\n[OTHER]\r\n"
                      "NAME=M\xFCller\r\n");
    QTest::newRow("VDDS-06 a changed value")
        << file << u"Other"_s << u"name"_s << u"Meyer"_s
        << QByteArray("; head\r\n[PVS]\r\nNAME1 = Other\r\n\r\n[OTHER]\r\nNAME=Meyer\r\n");
    QTest::newRow("VDDS-06 a new section at the end")
        << file << u"VESTIBULE"_s << u"NAME"_s << u"Vestibule"_s
        << QByteArray(file + "[VESTIBULE]\r\nNAME=Vestibule\r\n");
    QTest::newRow("VDDS-06 after a last line without end")
        << QByteArray("[A]\nb=1") << u"A"_s << u"c"_s << u"2"_s << QByteArray("[A]\nb=1\nc=2\n");
    QTest::newRow("VDDS-06 the last line itself keeps having no end")
        << QByteArray("[A]\r\nb=1") << u"A"_s << u"b"_s << u"2"_s << QByteArray("[A]\r\nb=2");
    QTest::newRow("VDDS-06 the first of two sections of a name")
        << QByteArray("[A]\r\n[B]\r\n[A]\r\nx=1\r\n") << u"A"_s << u"y"_s << u"2"_s
        << QByteArray("[A]\r\ny=2\r\n[B]\r\n[A]\r\nx=1\r\n");
    QTest::newRow("VDDS-06 an empty file")
        << QByteArray() << u"A"_s << u"b"_s << u"1"_s << QByteArray("[A]\r\nb=1\r\n");
    QTest::newRow("VDDS-09 in UTF-16") << wide(u"[A]\r\nb=é\r\n"_s, true) << u"A"_s << u"c"_s
                                       << u"Ŵ"_s << wide(u"[A]\r\nb=é\r\nc=Ŵ\r\n"_s, true);
    QTest::newRow("VDDS-09 in UTF-8")
        << QByteArray("[A]\r\nb=\xC3\xA9\r\n") << u"A"_s << u"c"_s << u"è"_s
        << QByteArray("[A]\r\nb=\xC3\xA9\r\nc=\xC3\xA8\r\n");
    QTest::newRow("VDDS-09 in 1252") << QByteArray("[A]\r\nb=\xE9\r\n") << u"A"_s << u"c"_s
                                     << u"è"_s << QByteArray("[A]\r\nb=\xE9\r\nc=\xE8\r\n");
}

void TestVddsIni::VDDS_06_aChangeTouchesOneLine()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, section);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, after);
    Ini ini = Ini::fromBytes(before);
    ini.setValue(section, key, value);
    QCOMPARE(ini.toBytes(), after);
    QCOMPARE(ini.text(section, key), value);
    ini.setValue(section, key, value);
    QCOMPARE(ini.toBytes(), after);
}

void TestVddsIni::VDDS_06_namesCompareWithoutCase()
{
    const Ini ini = Ini::fromBytes("[Vdds ]\r\nName= a=b \r\nNAME=second\r\n");
    QCOMPARE(ini.text(u"VDDS"_s, u"name"_s), u"a=b"_s);
    QVERIFY(ini.hasSection(u"vdds"_s));
    QVERIFY(!ini.hasSection(u"other"_s));
    QCOMPARE(ini.value(u"VDDS"_s, u"missing"_s), std::nullopt);
    QCOMPARE(ini.sections(), QStringList{u"Vdds"_s});
}

void TestVddsIni::VDDS_06_linesThatAreNoValuesAreNoValues()
{
    const Ini ini = Ini::fromBytes("a=1\r\n[S]\r\n;b=2\r\n=3\r\nword\r\n[T\r\nc=4\r\n[]\r\n");
    QCOMPARE(ini.keys(u"S"_s), QStringList{u"c"_s});
    QVERIFY(!ini.value(u"S"_s, u"a"_s));
    QVERIFY(!ini.value(u"S"_s, u"b"_s));
}

void TestVddsIni::VDDS_06_noValueBreaksOutOfItsLine()
{
    Ini ini = Ini::fromBytes("[A]\r\n");
    ini.setValue(u"A"_s, u"b"_s, u"1\r\n[PVS]\r\nNAME1=EVIL"_s);
    const Ini again = Ini::fromBytes(ini.toBytes());
    QVERIFY(!again.hasSection(u"PVS"_s));
    QCOMPARE(again.text(u"A"_s, u"b"_s), u"1  [PVS]  NAME1=EVIL"_s);
}

void TestVddsIni::VDDS_06_removalTakesTheWholeSection()
{
    Ini ini = Ini::fromBytes("x=0\r\n[A]\r\nb=1\r\n; of a\r\n[C]\r\nd=1\r\n");
    ini.removeSection(u"a"_s);
    QCOMPARE(ini.toBytes(), QByteArray("x=0\r\n[C]\r\nd=1\r\n"));
    ini.removeKey(u"C"_s, u"D"_s);
    QCOMPARE(ini.toBytes(), QByteArray("x=0\r\n[C]\r\n"));
    ini.removeSection(QString());
    QCOMPARE(ini.toBytes(), QByteArray("x=0\r\n[C]\r\n"));
}

void TestVddsIni::VDDS_09_everyEncodingIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Charset>("charset");
    const QString text = u"[A]\r\nNAME=Müller Œuvré\r\n"_s;
    QTest::newRow("VDDS-09 Windows-1252")
        << QByteArray("[A]\r\nNAME=M\xFCller \x8Cuvr\xE9\r\n") << Charset::Windows1252;
    QTest::newRow("VDDS-09 UTF-8") << text.toUtf8() << Charset::Utf8;
    QTest::newRow("VDDS-09 UTF-8 with mark")
        << QByteArray("\xEF\xBB\xBF" + text.toUtf8()) << Charset::Utf8;
    QTest::newRow("VDDS-09 UTF-16LE with mark") << wide(text, true) << Charset::Utf16LE;
    QTest::newRow("VDDS-09 UTF-16BE with mark") << wide(text, false) << Charset::Utf16BE;
}

void TestVddsIni::VDDS_09_everyEncodingIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Charset, charset);
    const Ini ini = Ini::fromBytes(bytes);
    QCOMPARE(ini.charset(), charset);
    QCOMPARE(ini.text(u"A"_s, u"NAME"_s), u"Müller Œuvré"_s);
}

void TestVddsIni::VDDS_09_lettersBeyondTheEncodingAreSpelled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("VDDS-09 in the encoding")
        << u"Élodie D’Alembert-Ôrès €"_s << u"Élodie D’Alembert-Ôrès €"_s;
    QTest::newRow("VDDS-09 mark apart") << u"E\u0301lodie"_s << u"Élodie"_s;
    QTest::newRow("VDDS-09 Polish") << u"Łukasz Wałęsa"_s << u"Lukasz Walesa"_s;
    QTest::newRow("VDDS-09 Czech") << u"Dvořák Škoda"_s << u"Dvorák Škoda"_s;
    QTest::newRow("VDDS-09 Turkish") << u"İbrahim Işık"_s << u"Ibrahim Isik"_s;
    QTest::newRow("VDDS-09 Vietnamese") << u"Nguyễn"_s << u"Nguyen"_s;
    QTest::newRow("VDDS-09 an unbreakable hyphen") << u"Anne\u2011Marie"_s << u"Anne-Marie"_s;
    QTest::newRow("VDDS-09 no Latin letter") << u"王 𝒜"_s << u"? ?"_s;
}

void TestVddsIni::VDDS_09_lettersBeyondTheEncodingAreSpelled()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    QCOMPARE(vdds::transliterated(text), plain);
    QCOMPARE(vdds::decoded(vdds::encoded(text, Charset::Windows1252), Charset::Windows1252), plain);
}

void TestVddsIni::VDDS_09_everyByteOf1252ComesBack()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    const QString text = vdds::decoded(all, Charset::Windows1252);
    QCOMPARE(text.at(0x80), QChar(0x20AC));
    QCOMPARE(vdds::encoded(text, Charset::Windows1252), all);
}

QTEST_GUILESS_MAIN(TestVddsIni)
#include "tst_vddsini.moc"
