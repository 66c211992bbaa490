// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dentalprofile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using dental::Presence;
using dental::Surface;
using teeth::Tooth;

namespace {

ToothProfile tooth(int fdi, Presence presence = Presence::Present)
{
    ToothProfile tooth;
    tooth.tooth = Tooth{fdi, false};
    tooth.presence = presence;
    return tooth;
}

ProbedSite probe(std::optional<int> depth, std::optional<int> recession)
{
    ProbedSite site;
    site.depth = depth;
    site.recession = recession;
    return site;
}

//! Six sites bleeding as the pattern says: 1 yes, 0 no, - not looked for.
ProbedTooth bleeding(int fdi, const char *pattern)
{
    ProbedTooth probed;
    probed.tooth = Tooth{fdi, false};
    for (std::size_t i = 0; i < probed.sites.size(); ++i) {
        if (pattern[i] != '-')
            probed.sites.at(i).bleeding = pattern[i] == '1';
    }
    return probed;
}

DentalProfile probedMouth(const QList<ToothProfile> &teeth, const QList<ProbedTooth> &probed)
{
    DentalProfile profile;
    profile.teeth = teeth;
    profile.periodontal = PeriodontalRecord();
    profile.periodontal->teeth = probed;
    return profile;
}

} // namespace

//! The rules of a mouth (tooth-notation.md sections 5, 8 and 9, dentaltap.md section 5.4).
class TestDentalProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAttachmentLevelIsDepthAndRecession_data()
    {
        QTest::addColumn<std::optional<int>>("depth");
        QTest::addColumn<std::optional<int>>("recession");
        QTest::addColumn<std::optional<int>>("level");
        QTest::addColumn<bool>("implausible");
        using Maybe = std::optional<int>;
        QTest::newRow("no recession") << Maybe(3) << Maybe(0) << Maybe(3) << false;
        QTest::newRow("recession") << Maybe(3) << Maybe(2) << Maybe(5) << false;
        QTest::newRow("overgrowth") << Maybe(5) << Maybe(-2) << Maybe(3) << false;
        QTest::newRow("no margin") << Maybe(4) << Maybe() << Maybe() << false;
        QTest::newRow("no depth") << Maybe() << Maybe(2) << Maybe() << false;
        QTest::newRow("deep") << Maybe(12) << Maybe(3) << Maybe(15) << false;
        QTest::newRow("cannot be") << Maybe(2) << Maybe(-19) << Maybe() << true;
        QTest::newRow("just zero") << Maybe(2) << Maybe(-2) << Maybe(0) << false;
    }
    void theAttachmentLevelIsDepthAndRecession()
    {
        QFETCH(std::optional<int>, depth);
        QFETCH(std::optional<int>, recession);
        const ProbedSite site = probe(depth, recession);
        QTEST(dental::attachmentLevel(site), "level");
        QTEST(dental::isImplausible(site), "implausible");
    }

    void percentagesCountWhatWasLookedFor()
    {
        const DentalProfile profile =
            probedMouth({tooth(16), tooth(17, Presence::Missing), tooth(18, Presence::Implant)},
                        {bleeding(16, "110000"), bleeding(17, "111111"), bleeding(18, "1-----")});
        // The missing tooth counts for nothing, unmeasured sites are in no denominator: 3 of 7.
        QCOMPARE(dental::bleedingPercent(profile), std::optional(43));
        QCOMPARE(dental::plaquePercent(profile), std::optional<int>());
        QCOMPARE(dental::bleedingPercent(DentalProfile()), std::optional<int>());
    }

    void whatIsNoToothIsInNoFigure()
    {
        DentalProfile profile = probedMouth({}, {bleeding(16, "100000"), bleeding(0, "111111")});
        profile.periodontal->teeth[1].sites[0].depth = 9;
        QCOMPARE(dental::bleedingPercent(profile), std::optional(17));
        QCOMPARE(dental::deepSites(profile, 4), 0);
    }

    void deepSitesAreCounted()
    {
        ProbedTooth probed;
        probed.tooth = Tooth{36, false};
        const std::array depths{3, 4, 5, 6, 7};
        for (std::size_t i = 0; i < depths.size(); ++i)
            probed.sites.at(i).depth = depths.at(i);
        const DentalProfile profile = probedMouth({tooth(36)}, {probed});
        QCOMPARE(dental::deepSites(profile, 4), 4);
        QCOMPARE(dental::deepSites(profile, 6), 2);
    }

    void theVendorsFiguresAreCompared_DT_15()
    {
        ProbedTooth probed = bleeding(26, "110000");
        probed.sites[1].depth = 4;
        probed.sites[1].recession = 1;
        probed.sites[1].statedAttachment = 6;
        probed.sites[2].depth = 3;
        probed.sites[2].recession = 0;
        probed.sites[2].statedAttachment = 3;
        probed.sites[3].statedAttachment = 3; // nothing to compare it with
        DentalProfile profile = probedMouth({tooth(26)}, {probed});
        profile.periodontal->statedBleedingPercent = 22;
        profile.periodontal->statedPlaquePercent = 31;
        const QList<FigureDifference> list = dental::differences(profile);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).figure, dental::Figure::Attachment);
        QCOMPARE(list.at(0).tooth.fdi, 26);
        QCOMPARE(list.at(0).site, dental::Site::Vestibular);
        QCOMPARE(list.at(0).stated, 6);
        QCOMPARE(list.at(0).ours, 5);
        QCOMPARE(list.at(1).figure, dental::Figure::BleedingPercent);
        QCOMPARE(list.at(1).ours, 33);
        // 33.3 % may be called 33 or 34.
        for (const int stated : {33, 34}) {
            profile.periodontal->statedBleedingPercent = stated;
            QCOMPARE(dental::differences(profile).size(), 1);
        }
    }

    void surfacesAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<int>("fdi");
        QTest::addColumn<QString>("written");
        QTest::newRow("MOD") << u"MOD"_s << 15 << u"MOD"_s;
        QTest::newRow("MODB") << u"MODB"_s << 15 << u"MODV"_s;
        QTest::newRow("MIF") << u"MIF"_s << 11 << u"MIV"_s;
        QTest::newRow("lower L") << u"OL"_s << 36 << u"OL"_s;
        QTest::newRow("upper L") << u"OL"_s << 26 << u"OP"_s;
        QTest::newRow("DOM") << u"DOM"_s << 46 << u"MOD"_s;
        QTest::newRow("twice") << u"mOOm"_s << 46 << u"MO"_s;
        QTest::newRow("cervical") << u"VC"_s << 46 << u"VC"_s;
        // What does not fit is not lost.
        QTest::newRow("O on an incisor") << u"O"_s << 21 << u"O"_s;
    }
    void surfacesAreReadAndWritten()
    {
        QFETCH(QString, letters);
        QFETCH(int, fdi);
        QList<Surface> surfaces;
        for (const QChar letter : letters) {
            const auto surface = dental::surfaceFromText(QString(letter));
            QVERIFY(surface);
            surfaces.append(*surface);
        }
        QTEST(dental::text(surfaces, fdi), "written");
    }

    void noOtherLetterIsASurface()
    {
        for (const QString &letter : {u"X"_s, u"5"_s, u""_s, u"MO"_s, u" "_s})
            QVERIFY(!dental::surfaceFromText(letter));
    }

    void eachToothHasItsOwnBitingSurface()
    {
        for (const int fdi : teeth::permanentTeeth() + teeth::primaryTeeth()) {
            QVERIFY(dental::fits(Surface::Occlusal, fdi) != dental::fits(Surface::Incisal, fdi));
            QVERIFY(dental::fits(Surface::Mesial, fdi) && dental::fits(Surface::Oral, fdi));
        }
        QVERIFY(!dental::fits(Surface::Occlusal, 11));
        QVERIFY(!dental::fits(Surface::Incisal, 84));
    }

    void everyDentitionShowsItsTeeth()
    {
        DentalProfile profile;
        profile.dentition = dental::Dentition::Permanent;
        QCOMPARE(dental::shownTeeth(profile).size(), 32);
        profile.dentition = dental::Dentition::Primary;
        QCOMPARE(dental::shownTeeth(profile).size(), 20);
        // A first molar that has come already.
        profile.teeth = {tooth(16)};
        QCOMPARE(dental::shownTeeth(profile).size(), 21);
        profile.dentition = dental::Dentition::Mixed;
        profile.teeth = {tooth(55), tooth(16), tooth(15, Presence::Unerupted)};
        const QList<Tooth> shown = dental::shownTeeth(profile);
        QCOMPARE(shown.size(), 33);
        QVERIFY(shown.contains(Tooth{55, false}) && shown.contains(Tooth{15, false}));
    }

    void whatTheProfileHasIsNeverLeftOut()
    {
        DentalProfile profile;
        profile.dentition = dental::Dentition::Permanent;
        ToothProfile extra = tooth(18);
        extra.tooth.supernumerary = true;
        profile.teeth = {extra, tooth(53)};
        profile.periodontal = PeriodontalRecord();
        profile.periodontal->teeth = {bleeding(63, "1-----")};
        const QList<Tooth> shown = dental::shownTeeth(profile);
        QCOMPARE(shown.size(), 35);
        QCOMPARE(shown.at(0), (Tooth{18, false}));
        QCOMPARE(shown.at(1), (Tooth{18, true}));
        QCOMPARE(shown.last(), (Tooth{63, false}));
    }

    void theTeethSayWhichDentitionItIs()
    {
        DentalProfile profile;
        QCOMPARE(dental::dentitionOf(profile), dental::Dentition::Unknown);
        QCOMPARE(dental::shownTeeth(profile).size(), 32);
        profile.teeth = {tooth(51)};
        QCOMPARE(dental::dentitionOf(profile), dental::Dentition::Primary);
        profile.teeth.append(tooth(16));
        QCOMPARE(dental::dentitionOf(profile), dental::Dentition::Mixed);
    }

    void aToothThatCameTwiceIsOne()
    {
        ToothProfile first = tooth(36, Presence::Unknown);
        first.conditions = {ToothCondition{u"caries"_s, u"K02.1"_s, {}, {}, {}}};
        ToothProfile second = tooth(36, Presence::Present);
        second.conditions = {first.conditions.first(),
                             ToothCondition{u"wear"_s, u"K03.0"_s, {}, {}, {}}};
        second.note = u"sensitive"_s;
        ToothProfile third = tooth(36, Presence::Extracted);
        ToothProfile strange;
        strange.raw = u"19"_s;
        DentalProfile profile;
        profile.teeth = {strange, tooth(37), first, second, third, strange};
        dental::arrange(profile);
        QCOMPARE(profile.teeth.size(), 4);
        QCOMPARE(profile.teeth.at(0).tooth.fdi, 37);
        const ToothProfile merged = profile.teeth.at(1);
        QCOMPARE(merged.tooth.fdi, 36);
        QCOMPARE(merged.presence, Presence::Present);
        QCOMPARE(merged.conditions.size(), 2);
        QCOMPARE(merged.note, u"sensitive"_s);
        // Two words for one tooth: a person sees both.
        QCOMPARE(profile.flags.size(), 1);
        QCOMPARE(profile.flags.first().what, dental::Oddity::PresenceTwice);
        QCOMPARE(profile.flags.first().raw, u"extracted"_s);
        // What is no tooth stands at the end, each for itself.
        QCOMPARE(profile.teeth.at(2).raw, u"19"_s);
    }

    void unknownIsNotHealthy()
    {
        QCOMPARE(ToothProfile().presence, Presence::Unknown);
        DentalProfile profile;
        profile.teeth = {tooth(36)};
        QVERIFY(!dental::toothOf(profile, Tooth{37, false}));
        QVERIFY(!dental::toothOf(profile, Tooth()));
        QCOMPARE(dental::toothOf(profile, Tooth{36, false})->presence, Presence::Present);
    }
};

QTEST_GUILESS_MAIN(TestDentalProfile)
#include "tst_dentalprofile.moc"
