// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapprofile.h"

#include "tests/simulator/seedrandom.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Both arches from the patient's right to the left, upper first.
QStringList arches(bool primary)
{
    QStringList list;
    const int last = primary ? 5 : 8;
    const QList<int> quadrants = primary ? QList<int>{5, 6, 8, 7} : QList<int>{1, 2, 4, 3};
    for (const int quadrant : quadrants) {
        const bool right = quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
        for (int i = 1; i <= last; ++i) {
            list.append(QString::number(quadrant * 10 + (right ? last + 1 - i : i)));
        }
    }
    return list;
}

// FNV-1a: qHash is seeded per process.
quint64 stableHash(const QString &text)
{
    quint64 hash = 1469598103934665603ULL;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    }
    return hash;
}

//! The surface that bites.
QString biting(bool front)
{
    return front ? u"I"_s : u"O"_s;
}

bool isFront(const QString &fdi)
{
    return fdi.size() == 2 && fdi.at(1) >= u'1' && fdi.at(1) <= u'3';
}

QJsonObject finding(SeedRandom &random, const QString &date, bool front)
{
    struct Finding {
        QString code, icd10, label;
    };
    static const QList<Finding> findings{
        {u"caries"_s, u"K02.1"_s, u"Carie de la dentine"_s},
        {u"caries"_s, u"K02.0"_s, u"Carie de l'émail"_s},
        {u"wear"_s, u"K03.0"_s, u"Usure"_s},
        {u"pulpitis"_s, u"K04.0"_s, u"Pulpite"_s},
    };
    const Finding &drawn = random.pick(findings);
    return {{"code"_L1, drawn.code},
            {"icd10"_L1, drawn.icd10},
            {"label"_L1, drawn.label},
            {"surfaces"_L1,
             random.chance(500) ? QJsonArray{biting(front)} : QJsonArray{u"M"_s, biting(front)}},
            {"since"_L1, date}};
}

QJsonObject restoration(SeedRandom &random, const QString &date, bool front)
{
    static const QStringList types{u"filling"_s, u"filling"_s, u"crown"_s, u"rootCanal"_s};
    const QString type = random.pick(types);
    const bool crown = type == "crown"_L1;
    return {{"type"_L1, type},
            {"permanence"_L1, random.chance(900) ? u"permanent"_s : u"temporary"_s},
            {"surfaces"_L1, crown ? QJsonArray() : QJsonArray{biting(front), u"D"_s}},
            {"material"_L1, crown ? u"ceramic"_s : u"composite"_s},
            {"date"_L1, date},
            {"treatmentId"_L1, QJsonValue::Null}};
}

//! What makes this mouth one of a kind.
enum class Trait {
    None,
    Supernumerary,
    NoTooth,
    OwnWord,
    Unrecorded,
    Bridge,
    Impacted,
    DeepPockets,
    WrongFigures
};

Trait traitOf(const QString &patientId)
{
    const int drawn = static_cast<int>((stableHash(patientId) >> 16) % 12);
    return drawn < 9 ? static_cast<Trait>(drawn) : Trait::None;
}

QJsonObject site(int depth, int recession, bool plaque, bool calculus)
{
    return {{"depth"_L1, depth},           {"recession"_L1, recession},
            {"cal"_L1, depth + recession}, {"bleeding"_L1, depth > 3},
            {"plaque"_L1, plaque},         {"calculus"_L1, calculus},
            {"suppuration"_L1, depth > 6}};
}

QJsonObject pockets(SeedRandom &random, bool deep)
{
    QJsonObject sites;
    for (const QString &where : {u"MB"_s, u"B"_s, u"DB"_s, u"ML"_s, u"L"_s, u"DL"_s}) {
        const int depth =
            1 + random.below(3) + (random.chance(deep ? 450 : 80) ? random.below(6) : 0);
        const int recession = random.chance(deep ? 400 : 150) ? 1 + random.below(deep ? 3 : 1) : 0;
        sites.insert(where, site(depth, recession, random.chance(200), random.chance(80)));
    }
    return sites;
}

bool hasRoots(const QString &fdi)
{
    return fdi.endsWith(u'6') || fdi.endsWith(u'7');
}

QJsonObject probed(SeedRandom &random, const QString &fdi, bool deep)
{
    QJsonArray furcation;
    const int mobility = deep && random.chance(250) ? 1 + random.below(3) : 0;
    if (deep && hasRoots(fdi) && random.chance(500)) {
        furcation.append(QJsonObject{{"site"_L1, u"buccal"_s}, {"grade"_L1, 1 + random.below(3)}});
    }
    return {{"fdi"_L1, fdi},
            {"mobility"_L1, mobility},
            {"furcation"_L1, furcation},
            {"sites"_L1, pockets(random, deep)}};
}

//! Percent of the probed sites that have the mark.
int percentOf(const QJsonArray &teeth, QLatin1StringView mark)
{
    int found = 0;
    int all = 0;
    for (const QJsonValue &tooth : teeth) {
        for (const QJsonValue &where : tooth["sites"_L1].toObject()) {
            ++all;
            found += where[mark].toBool() ? 1 : 0;
        }
    }
    return all == 0 ? 0 : (200 * found + all) / (2 * all);
}

QJsonObject indices(const QJsonArray &teeth, bool wrong)
{
    return {{"bleedingPercent"_L1, percentOf(teeth, "bleeding"_L1) + (wrong ? 7 : 0)},
            {"plaquePercent"_L1, percentOf(teeth, "plaque"_L1)}};
}

QString presenceOf(SeedRandom &random, const QString &fdi, const QString &dentition)
{
    const QChar place = fdi.at(1);
    if (dentition == "mixed"_L1 && fdi.at(0) < u'5')
        return place == u'1' || place == u'2' || place == u'6' ? u"present"_s : u"unerupted"_s;
    if (dentition != "permanent"_L1)
        return u"present"_s;
    if (place == u'8')
        return random.chance(500) ? u"missing"_s : u"present"_s;
    if (!random.chance(60))
        return u"present"_s;
    static const QStringList gone{u"implant"_s, u"missing"_s, u"extracted"_s};
    return random.pick(gone);
}

//! The word that the mouth's trait puts in place of the drawn one.
QString withTrait(Trait trait, const QString &fdi, const QString &presence)
{
    if (trait == Trait::Bridge && fdi == "25"_L1)
        return u"pontic"_s;
    if (trait == Trait::Bridge && (fdi == "24"_L1 || fdi == "26"_L1))
        return u"present"_s;
    if (trait == Trait::Impacted && fdi == "48"_L1)
        return u"impacted"_s;
    if (trait == Trait::OwnWord && fdi == "46"_L1)
        return u"hemisected"_s;
    return presence;
}

void addTraits(Trait trait, const QString &fdi, const QString &date, QJsonArray &conditions,
               QJsonArray &restorations)
{
    if (trait == Trait::Impacted && fdi == "48"_L1) {
        conditions.append(QJsonObject{{"code"_L1, u"impacted"_s},
                                      {"icd10"_L1, u"K01.1"_s},
                                      {"label"_L1, u"Dent incluse"_s},
                                      {"surfaces"_L1, QJsonArray()},
                                      {"since"_L1, date}});
    }
    if (trait == Trait::Bridge && (fdi == "24"_L1 || fdi == "26"_L1)) {
        restorations = {QJsonObject{{"type"_L1, u"bridge"_s},
                                    {"permanence"_L1, u"permanent"_s},
                                    {"surfaces"_L1, QJsonArray()},
                                    {"material"_L1, u"zirconia"_s},
                                    {"date"_L1, date},
                                    {"treatmentId"_L1, QJsonValue::Null}}};
    }
}

QJsonObject bareTooth(const QString &fdi)
{
    return {{"fdi"_L1, fdi},
            {"presence"_L1, u"present"_s},
            {"mobility"_L1, 0},
            {"conditions"_L1, QJsonArray()},
            {"restorations"_L1, QJsonArray()},
            {"planned"_L1, QJsonArray()},
            {"note"_L1, QJsonValue::Null}};
}

QJsonArray upTo(const QJsonArray &findings, QLatin1StringView member, const QString &day)
{
    QJsonArray kept;
    for (const QJsonValue &each : findings) {
        if (each[member].toString() <= day)
            kept.append(each);
    }
    return kept;
}

} // namespace

QJsonObject dentalProfile(const QString &patientId, const QString &dentition,
                          const QString &recordedOn)
{
    SeedRandom random(stableHash(patientId));
    const bool adult = dentition == "permanent"_L1;
    const Trait trait = adult ? traitOf(patientId) : Trait::None;
    const QDate last = QDate::fromString(recordedOn, Qt::ISODate);
    const auto someDay = [&random, &last] {
        return last.addDays(-random.below(3650)).toString(Qt::ISODate);
    };
    QStringList numbers = arches(dentition == "primary"_L1);
    if (dentition == "mixed"_L1) {
        for (const QString &fdi : arches(true)) {
            if (fdi.at(1) >= u'3')
                numbers.append(fdi);
        }
    }
    if (trait == Trait::Unrecorded)
        numbers.removeAll(u"37"_s);
    QJsonArray list;
    QJsonArray periodontal;
    for (const QString &fdi : std::as_const(numbers)) {
        const QString presence = withTrait(trait, fdi, presenceOf(random, fdi, dentition));
        const bool present = presence == "present"_L1;
        const QString since = someDay();
        QJsonArray conditions;
        QJsonArray restorations;
        if (present && random.chance(90))
            conditions.append(finding(random, someDay(), isFront(fdi)));
        if (present && random.chance(220))
            restorations.append(restoration(random, someDay(), isFront(fdi)));
        addTraits(trait, fdi, since, conditions, restorations);
        QJsonObject tooth = bareTooth(fdi);
        tooth.insert("presence"_L1, presence);
        tooth.insert("conditions"_L1, conditions);
        tooth.insert("restorations"_L1, restorations);
        if (!present)
            tooth.insert("_since"_L1, since);
        if ((present || presence == "implant"_L1) && adult) {
            const QJsonObject measured = probed(random, fdi, trait == Trait::DeepPockets);
            tooth.insert("mobility"_L1, measured["mobility"_L1]);
            periodontal.append(measured);
        }
        list.append(tooth);
    }
    if (trait == Trait::Supernumerary)
        list.append(bareTooth(u"21 S"_s));
    if (trait == Trait::NoTooth)
        list.append(bareTooth(u"19"_s));
    QJsonObject profile{{"patientId"_L1, patientId},
                        {"recordedAt"_L1, QString(recordedOn + "T06:00:00Z"_L1)},
                        {"dentition"_L1, dentition},
                        {"teeth"_L1, list},
                        {"periodontal"_L1, QJsonValue::Null}};
    if (adult) {
        profile.insert(
            "periodontal"_L1,
            QJsonObject{{"date"_L1, recordedOn},
                        {"teeth"_L1, periodontal},
                        {"indices"_L1, indices(periodontal, trait == Trait::WrongFigures)}});
    }
    return profile;
}

QJsonObject profileAsOf(QJsonObject profile, const QDate &day)
{
    const QString text = day.toString(Qt::ISODate);
    const QString patientId = profile["patientId"_L1].toString();
    QJsonArray list;
    for (const QJsonValue &value : profile["teeth"_L1].toArray()) {
        QJsonObject tooth = value.toObject();
        // An implant, a gap: there was a tooth before.
        const QString word = tooth["presence"_L1].toString();
        if (tooth["_since"_L1].toString() > text && word != "unerupted"_L1)
            tooth.insert("presence"_L1, u"present"_s);
        tooth.insert("conditions"_L1, upTo(tooth["conditions"_L1].toArray(), "since"_L1, text));
        tooth.insert("restorations"_L1, upTo(tooth["restorations"_L1].toArray(), "date"_L1, text));
        list.append(tooth);
    }
    profile.insert("teeth"_L1, list);
    profile.insert("recordedAt"_L1, QString(text + "T06:00:00Z"_L1));
    if (!profile["periodontal"_L1].isObject())
        return profile;
    QJsonObject record = profile["periodontal"_L1].toObject();
    SeedRandom random(stableHash(QString(patientId + text)));
    QJsonArray teeth;
    for (const QJsonValue &value : record["teeth"_L1].toArray()) {
        QJsonObject tooth = value.toObject();
        QJsonObject sites = tooth["sites"_L1].toObject();
        for (auto where = sites.begin(); where != sites.end(); ++where) {
            const QJsonObject now = where.value().toObject();
            const int depth = now["depth"_L1].toInt() + (random.chance(150) ? 1 : 0);
            where.value() = site(depth, now["recession"_L1].toInt(), now["plaque"_L1].toBool(),
                                 now["calculus"_L1].toBool());
        }
        tooth.insert("sites"_L1, sites);
        teeth.append(tooth);
    }
    record.insert("teeth"_L1, teeth);
    record.insert("date"_L1, text);
    record.insert("indices"_L1, indices(teeth, traitOf(patientId) == Trait::WrongFigures));
    profile.insert("periodontal"_L1, record);
    return profile;
}

QJsonObject publicProfile(QJsonObject profile)
{
    QJsonArray list;
    for (const QJsonValue &value : profile["teeth"_L1].toArray()) {
        QJsonObject tooth = value.toObject();
        tooth.remove("_since"_L1);
        list.append(tooth);
    }
    profile.insert("teeth"_L1, list);
    return profile;
}

} // namespace sim
