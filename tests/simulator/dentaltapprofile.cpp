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
QStringList teeth(bool primary)
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

QJsonObject finding(SeedRandom &random, const QString &date)
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
            {"surfaces"_L1, random.chance(500) ? QJsonArray{u"O"_s} : QJsonArray{u"M"_s, u"O"_s}},
            {"since"_L1, date}};
}

QJsonObject restoration(SeedRandom &random, const QString &date)
{
    static const QStringList types{u"filling"_s, u"filling"_s, u"crown"_s, u"rootCanal"_s};
    const QString type = random.pick(types);
    const bool crown = type == "crown"_L1;
    return {{"type"_L1, type},
            {"permanence"_L1, random.chance(900) ? u"permanent"_s : u"temporary"_s},
            {"surfaces"_L1, crown ? QJsonArray() : QJsonArray{u"O"_s}},
            {"material"_L1, crown ? u"ceramic"_s : u"composite"_s},
            {"date"_L1, date},
            {"treatmentId"_L1, QJsonValue::Null}};
}

QJsonObject pockets(SeedRandom &random)
{
    QJsonObject sites;
    for (const QString &site : {u"MB"_s, u"B"_s, u"DB"_s, u"ML"_s, u"L"_s, u"DL"_s}) {
        const int depth = 1 + random.below(3) + (random.chance(80) ? random.below(4) : 0);
        const int recession = random.chance(150) ? 1 : 0;
        sites.insert(site,
                     QJsonObject{{"depth"_L1, depth},
                                 {"recession"_L1, recession},
                                 {"cal"_L1, depth + recession},
                                 {"bleeding"_L1, depth > 3},
                                 {"plaque"_L1, random.chance(200)},
                                 {"calculus"_L1, random.chance(80)},
                                 {"suppuration"_L1, false}});
    }
    return sites;
}

QByteArray fillOf(const QJsonObject &tooth)
{
    const QString presence = tooth.value("presence"_L1).toString();
    if (presence == "missing"_L1) {
        return "none";
    }
    if (presence == "implant"_L1) {
        return "#b9c7d6";
    }
    if (!tooth.value("conditions"_L1).toArray().isEmpty()) {
        return "#e8a598";
    }
    return tooth.value("restorations"_L1).toArray().isEmpty() ? "#fbf8f0" : "#cfdcea";
}

} // namespace

QJsonObject dentalProfile(const QString &patientId, const QString &dentition,
                          const QString &recordedOn)
{
    SeedRandom random(stableHash(patientId));
    const bool primary = dentition == "primary"_L1;
    const bool adult = dentition == "permanent"_L1;
    QJsonArray list;
    QJsonArray periodontal;
    int bleeding = 0;
    for (const QString &fdi : teeth(primary)) {
        QString presence = u"present"_s;
        const bool wisdom = fdi.endsWith(u'8');
        if (wisdom && (!adult || random.chance(500))) {
            presence = adult ? u"missing"_s : u"unerupted"_s;
        } else if (adult && random.chance(30)) {
            presence = random.chance(500) ? u"implant"_s : u"missing"_s;
        }
        const bool present = presence == "present"_L1;
        QJsonArray conditions;
        QJsonArray restorations;
        if (present && random.chance(60)) {
            conditions.append(finding(random, recordedOn));
        }
        if (present && random.chance(150)) {
            restorations.append(restoration(random, recordedOn));
        }
        list.append(QJsonObject{{"fdi"_L1, fdi},
                                {"presence"_L1, presence},
                                {"mobility"_L1, 0},
                                {"conditions"_L1, conditions},
                                {"restorations"_L1, restorations},
                                {"planned"_L1, QJsonArray()},
                                {"note"_L1, QJsonValue::Null}});
        if (present && adult) {
            const QJsonObject sites = pockets(random);
            bleeding += sites["B"_L1]["bleeding"_L1].toBool() ? 1 : 0;
            periodontal.append(QJsonObject{{"fdi"_L1, fdi},
                                           {"mobility"_L1, 0},
                                           {"furcation"_L1, QJsonArray()},
                                           {"sites"_L1, sites}});
        }
    }
    return {{"patientId"_L1, patientId},
            {"recordedAt"_L1, QString(recordedOn + "T06:00:00Z"_L1)},
            {"dentition"_L1, dentition},
            {"teeth"_L1, list},
            {"periodontal"_L1,
             QJsonObject{
                 {"date"_L1, recordedOn},
                 {"teeth"_L1, periodontal},
                 {"indices"_L1,
                  QJsonObject{{"bleedingPercent"_L1, bleeding * 3}, {"plaquePercent"_L1, 20}}}}}};
}

QByteArray chartSvg(const QJsonObject &profile, bool periodontal)
{
    const QJsonArray all = profile.value("teeth"_L1).toArray();
    QHash<QString, int> depths;
    for (const QJsonValue &tooth : profile["periodontal"_L1]["teeth"_L1].toArray()) {
        depths.insert(tooth["fdi"_L1].toString(), tooth["sites"_L1]["B"_L1]["depth"_L1].toInt());
    }
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"360\" "
                     "viewBox=\"0 0 960 360\">\n<rect width=\"960\" height=\"360\" "
                     "fill=\"#ffffff\"/>\n";
    const qsizetype perArch = std::max<qsizetype>(all.size() / 2, 1);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QJsonObject tooth = all.at(i).toObject();
        const QByteArray fdi = tooth.value("fdi"_L1).toString().toLatin1();
        const bool upper = i < perArch;
        const QByteArray x = QByteArray::number(30 + (i % perArch) * 900 / perArch);
        const QByteArray top = upper ? "60" : "200";
        svg += "<g id=\"tooth-" + fdi + "\"><rect x=\"" + x + "\" y=\"" + top
            + "\" width=\"44\" height=\"90\" rx=\"14\" stroke=\"#6b7280\" fill=\""
            + (periodontal ? QByteArray("#fbf8f0") : fillOf(tooth)) + "\"/>";
        if (periodontal) {
            const int depth = depths.value(QString::fromLatin1(fdi));
            svg += "<rect x=\"" + x + "\" y=\"" + top + "\" width=\"44\" height=\""
                + QByteArray::number(depth * 6) + "\" fill=\"#c2554d\"/>";
        }
        svg += "<text x=\"" + x + "\" y=\"" + (upper ? "48" : "312")
            + "\" font-family=\"sans-serif\" font-size=\"16\">" + fdi + "</text></g>\n";
    }
    return svg + "</svg>\n";
}

} // namespace sim
