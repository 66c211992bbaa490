// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/charts.h"
#include "app/connectors/dentaltap/profilejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using dental::Oddity;
using dental::Surface;

namespace {

DentalProfile read(const QByteArray &json, teeth::Notation numbering = teeth::Notation::Fdi)
{
    // Apostrophes for quotation marks: it can be read.
    const QByteArray quoted = QByteArray(json).replace('\'', '"');
    return dentaltap::profileFromJson(QJsonDocument::fromJson(quoted).object(), numbering);
}

//! A profile with one tooth, of which \a more is said.
DentalProfile oneTooth(const QByteArray &fdi, const QByteArray &more,
                       teeth::Notation numbering = teeth::Notation::Fdi)
{
    return read("{\"teeth\":[{\"fdi\":" + fdi + more + "}]}", numbering);
}

DentalProfile oneSite(const QByteArray &where, const QByteArray &measures)
{
    return read("{\"periodontal\":{\"teeth\":[{\"fdi\":\"26\",\"sites\":{\"" + where + "\":{"
                + measures + "}}}]}}");
}

} // namespace

//! A dental profile as DentalTap writes it, and as it might (dentaltap.md section 5.4).
class TestProfileJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeProfileIsRead_DT_15()
    {
        const DentalProfile profile = read(
            "{'patientId':48213,'appointmentId':'99120','recordedAt':'2026-03-05T10:00:00+04:00','"
            "dentition':'permanent','version':12,'teeth':[{'fdi':'26','presence':'present','"
            "mobility':1,'conditions':[{'code':'caries','icd10':'K02.1','label':'Carie','surfaces':"
            "['O','M'],'since':'2026-03-05'}],'restorations':[{'type':'crown','permanence':'"
            "temporary','surfaces':[],'material':'resin','date':'2025-11-20','treatmentId':71}],'"
            "planned':[{'planId':310,'itemId':'5','treatmentId':'88'}],'note':'x'}],'periodontal':{"
            "'appointmentId':99120,'date':'2026-03-05','teeth':[{'fdi':'26','mobility':1,'"
            "furcation':[{'site':'buccal','grade':1}],'sites':{'MB':{'depth':4,'recession':1,'cal':"
            "5,'bleeding':true,'plaque':false,'calculus':false,'suppuration':null}}}],'indices':{'"
            "bleedingPercent':22,'plaquePercent':31}},'charts':{'dental':{'url':'https://x/"
            "y','format':'SVG','width':960,'height':360,'etag':'v3','updatedAt':'2026-03-05T06:00:"
            "00Z','appointmentId':99120}}}");
        QVERIFY(profile.flags.isEmpty());
        QCOMPARE(profile.patientId, u"48213"_s);
        QCOMPARE(profile.recordedAt, QDateTime(QDate(2026, 3, 5), QTime(6, 0), Qt::UTC));
        QCOMPARE(profile.dentition, dental::Dentition::Permanent);
        const ToothProfile tooth = profile.teeth.value(0);
        QCOMPARE(tooth.tooth.fdi, 26);
        QCOMPARE(tooth.presence, dental::Presence::Present);
        QCOMPARE(tooth.mobility, std::optional(1));
        QCOMPARE(tooth.conditions.value(0).icd10, u"K02.1"_s);
        QCOMPARE(tooth.conditions.value(0).surfaces,
                 (QList<Surface>{Surface::Mesial, Surface::Occlusal}));
        QCOMPARE(tooth.conditions.value(0).since, QDate(2026, 3, 5));
        QCOMPARE(tooth.restorations.value(0).treatmentId, u"71"_s);
        QCOMPARE(tooth.restorations.value(0).permanence, u"temporary"_s);
        QCOMPARE(tooth.planned.value(0).planId, u"310"_s);
        QVERIFY(profile.periodontal);
        const ProbedTooth probed = profile.periodontal->teeth.value(0);
        const ProbedSite site = probed.site(dental::Site::MesioVestibular);
        QCOMPARE(site.depth, std::optional(4));
        QCOMPARE(site.statedAttachment, std::optional(5));
        QCOMPARE(site.bleeding, std::optional(true));
        QCOMPARE(site.suppuration, std::optional<bool>());
        QVERIFY(!probed.site(dental::Site::Oral).depth);
        QCOMPARE(probed.furcation.value(0).grade, 1);
        QCOMPARE(profile.periodontal->statedBleedingPercent, std::optional(22));
        QCOMPARE(profile.dentalChart.format, u"svg"_s);
        QCOMPARE(profile.dentalChart.size, QSize(960, 360));
        QCOMPARE(profile.dentalChart.appointmentId, u"99120"_s);
        QVERIFY(profile.periodontalChart.url.isEmpty());
    }

    void aNumberThatIsNoToothIsKeptAndFlagged_data()
    {
        QTest::addColumn<QByteArray>("fdi");
        QTest::addColumn<QString>("raw");
        QTest::newRow("nine") << QByteArray("\"19\"") << u"19"_s;
        QTest::newRow("Canada") << QByteArray("\"99\"") << u"99"_s;
        QTest::newRow("words") << QByteArray("\"36x\"") << u"36x"_s;
        QTest::newRow("integer") << QByteArray("9") << u"9"_s;
        QTest::newRow("nothing") << QByteArray("null") << QString();
        QTest::newRow("universal letter") << QByteArray("\"A\"") << u"A"_s;
    }
    void aNumberThatIsNoToothIsKeptAndFlagged()
    {
        QFETCH(QByteArray, fdi);
        const DentalProfile profile =
            oneTooth(fdi, ",\"conditions\":[{\"code\":\"caries\",\"surfaces\":[\"O\"]}]");
        QCOMPARE(profile.teeth.size(), 1);
        QCOMPARE(profile.teeth.first().tooth.fdi, 0);
        QTEST(profile.teeth.first().raw, "raw");
        QCOMPARE(profile.teeth.first().conditions.size(), 1);
        QCOMPARE(profile.flags.value(0).what, Oddity::UnknownTooth);
    }

    //! 3 and 51 are read one way or the other, as the settings say, and never guessed.
    void theSettingSaysHowTeethAreNumbered()
    {
        const auto universal = teeth::Notation::Universal;
        QCOMPARE(oneTooth("\"3\"", {}, universal).teeth.first().tooth.fdi, 16);
        QCOMPARE(oneTooth("3", {}, universal).teeth.first().tooth.fdi, 16);
        QCOMPARE(oneTooth("\"3\"", {}).teeth.first().raw, u"3"_s);
        QCOMPARE(oneTooth("\"51\"", {}, universal).teeth.first().tooth, (teeth::Tooth{18, true}));
        QCOMPARE(oneTooth("\"51\"", {}).teeth.first().tooth, (teeth::Tooth{51, false}));
        QCOMPARE(oneTooth("\"T\"", {}, universal).teeth.first().tooth.fdi, 85);
        QCOMPARE(oneTooth("\"18 S\"", {}).teeth.first().tooth, (teeth::Tooth{18, true}));
    }

    void wordsOfTheirOwnAreKept()
    {
        const DentalProfile profile = oneTooth(
            "\"36\"",
            ",'presence':'hemisected','restorations':[{'type':'hologram','permanence':'later'}]");
        QCOMPARE(profile.teeth.first().presence, dental::Presence::Unknown);
        QCOMPARE(profile.teeth.first().presenceWord, u"hemisected"_s);
        QCOMPARE(profile.teeth.first().restorations.first().type, u"hologram"_s);
        QCOMPARE(profile.flags.size(), 1);
        QCOMPARE(profile.flags.first().raw, u"hemisected"_s);
    }

    void nothingSaidIsUnknownAndNoOddity()
    {
        const DentalProfile profile = oneTooth("\"36\"", {});
        QCOMPARE(profile.teeth.first().presence, dental::Presence::Unknown);
        QVERIFY(!profile.teeth.first().mobility);
        QVERIFY(profile.flags.isEmpty());
        QVERIFY(!profile.periodontal);
        QCOMPARE(profile.dentition, dental::Dentition::Unknown);
    }

    void surfacesThatDoNotFitAreKeptAndFlagged()
    {
        const DentalProfile profile =
            oneTooth("\"11\"", ",'conditions':[{'code':'caries','surfaces':['O','B','F','X']}]");
        QCOMPARE(profile.teeth.first().conditions.first().surfaces,
                 (QList<Surface>{Surface::Occlusal, Surface::Vestibular}));
        QCOMPARE(profile.flags.size(), 2);
        QCOMPARE(profile.flags.at(0).what, Oddity::UnfitSurface);
        QCOMPARE(profile.flags.at(1).what, Oddity::UnknownSurface);
        QCOMPARE(profile.flags.at(1).raw, u"X"_s);
        // As one text, too.
        const DentalProfile text =
            oneTooth("\"15\"", ",'restorations':[{'type':'filling','surfaces':'DOM'}]");
        QCOMPARE(dental::text(text.teeth.first().restorations.first().surfaces, 15), u"MOD"_s);
    }

    void measuresThatCannotBeAreInNoFigure_data()
    {
        QTest::addColumn<QByteArray>("measures");
        QTest::addColumn<std::optional<int>>("depth");
        QTest::addColumn<std::optional<int>>("recession");
        QTest::addColumn<int>("flags");
        using Maybe = std::optional<int>;
        const auto row = [](const char *measures, Maybe depth, Maybe recession, int flags) {
            QTest::newRow(measures) << QByteArray(measures) << depth << recession << flags;
        };
        row("\"depth\":0,\"recession\":-10", 0, -10, 1); // together they cannot be
        row("\"depth\":20,\"recession\":20", 20, 20, 0);
        row("\"depth\":21,\"recession\":21", {}, {}, 2);
        row("\"depth\":-1,\"recession\":-11", {}, {}, 2);
        row("\"depth\":3.5", {}, {}, 1);
        row("\"depth\":\"4\"", 4, {}, 0);
        row("\"depth\":\"deep\"", {}, {}, 1);
        row("\"depth\":null,\"recession\":\"\"", {}, {}, 0);
        row("\"depth\":1e300", {}, {}, 1);
        row("\"depth\":true", {}, {}, 1);
    }
    void measuresThatCannotBeAreInNoFigure()
    {
        QFETCH(QByteArray, measures);
        const DentalProfile profile = oneSite("MB", measures);
        const ProbedSite site =
            profile.periodontal->teeth.first().site(dental::Site::MesioVestibular);
        QTEST(site.depth, "depth");
        QTEST(site.recession, "recession");
        QTEST(int(profile.flags.size()), "flags");
    }

    void sitesHaveSeveralNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("site");
        const auto row = [](const char *name, int site) {
            QTest::newRow(name) << QByteArray(name) << site;
        };
        for (const char *name : {"MB", "mb", "MF", "MV"})
            row(name, 0);
        row("B", 1);
        row("DV", 2);
        row("MP", 3);
        row("P", 4);
        row("DL", 5);
        row("XX", -1);
        row("", -1);
    }
    void sitesHaveSeveralNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, site);
        const DentalProfile profile = oneSite(name, "\"depth\":5");
        const ProbedTooth tooth = profile.periodontal->teeth.first();
        for (int i = 0; i < dental::SiteCount; ++i)
            QCOMPARE(tooth.sites.at(std::size_t(i)).depth.has_value(), i == site);
        QCOMPARE(profile.flags.isEmpty(), site >= 0);
    }

    void nonsenseIsNoProfileAndNoCrash_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"{}", "[]", "", "{\"teeth\":7}", "{\"teeth\":[7,null,\"x\",[]]}",
              "{\"periodontal\":{\"teeth\":[{\"sites\":[]}],\"indices\":7}}",
              "{\"charts\":{\"dental\":\"https://x\"}}", "{\"teeth\":[{\"fdi\":{\"a\":1}}]}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void nonsenseIsNoProfileAndNoCrash()
    {
        QFETCH(QByteArray, json);
        const DentalProfile profile = read(json);
        QVERIFY(profile.dentalChart.url.isEmpty());
        for (const ToothProfile &tooth : profile.teeth)
            QCOMPARE(tooth.tooth.fdi, 0);
    }

    void anEndlessProfileEnds()
    {
        QJsonArray teeth;
        for (int i = 0; i < 5000; ++i)
            teeth.append(QJsonObject{{"fdi"_L1, QString::number(i + 1000)}});
        const DentalProfile profile =
            dentaltap::profileFromJson({{"teeth"_L1, teeth}}, teeth::Notation::Fdi);
        QVERIFY(profile.teeth.size() <= 200);
    }

    void aPictureIsWhatItSaysItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("format");
        const QByteArray png("\x89PNG\r\n\x1a\nrest", 12);
        const QByteArray svg("\xEF\xBB\xBF \n<?xml version=\"1.0\"?><svg/>");
        QTest::newRow("svg") << svg << QByteArray("image/svg+xml; charset=utf-8") << u"svg"_s;
        QTest::newRow("png") << png << QByteArray("IMAGE/PNG") << u"png"_s;
        QTest::newRow("png as svg") << png << QByteArray("image/svg+xml") << QString();
        QTest::newRow("svg as png") << svg << QByteArray("image/png") << QString();
        QTest::newRow("page") << QByteArray("<html></html>") << QByteArray("image/svg+xml")
                              << QString();
        QTest::newRow("untyped") << svg << QByteArray() << QString();
        QTest::newRow("text") << svg << QByteArray("text/xml") << QString();
        QTest::newRow("empty") << QByteArray() << QByteArray("image/png") << QString();
    }
    void aPictureIsWhatItSaysItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QFETCH(QString, format);
        const Result<QString> found = dentaltap::formatOf(bytes, type);
        QCOMPARE(found.value_or(QString()), format);
        if (!found)
            QCOMPARE(found.error().kind, Error::Kind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestProfileJson)
#include "tst_profilejson.moc"
