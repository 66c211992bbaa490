// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/profilejson.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

constexpr int deepest = 20;
constexpr int leastRecession = -10;
constexpr int mostRecession = 20;
constexpr int highestGrade = 3;
//! What can be stated without being measured: the sum of the two.
constexpr int leastAttachment = leastRecession;
constexpr int mostAttachment = deepest + mostRecession;
constexpr int mostPercent = 100;
//! More than a mouth with every tooth twice: what comes beyond is no profile any more.
constexpr qsizetype mostTeeth = 200;
constexpr qsizetype mostFindings = 100;
//! What is kept of a word that nobody knows.
constexpr qsizetype longestWord = 60;
constexpr qsizetype longestText = 4000;

//! Reads one profile, and notes what does not fit.
class Reading
{
public:
    explicit Reading(teeth::Notation numbering) : m_numbering(numbering) { }

    DentalProfile profile(const QJsonObject &json);

private:
    void flag(dental::Oddity what, const teeth::Tooth &tooth, const QString &raw);
    teeth::Tooth toothOf(const QString &raw);
    ToothProfile tooth(const QJsonObject &json);
    ProbedTooth probed(const QJsonObject &json);
    ProbedSite site(const QJsonObject &json, const teeth::Tooth &tooth);
    PeriodontalRecord periodontal(const QJsonObject &json);
    QList<dental::Surface> surfaces(const QJsonValue &json, const teeth::Tooth &tooth);
    //! A whole number within the range; nothing for none, and for one that cannot be, which is
    //! flagged.
    std::optional<int> measure(const QJsonValue &json, QLatin1StringView name, int least, int most,
                               const teeth::Tooth &tooth);

    teeth::Notation m_numbering;
    QList<ProfileFlag> m_flags;
};

QString wordAt(const QJsonValue &json)
{
    return textOf(json).left(longestWord);
}

QDate dateAt(const QJsonValue &json)
{
    const QString text = json.toString();
    const QDateTime instant = instantOf(json);
    return instant.isValid() ? instant.date() : QDate::fromString(text.left(10), Qt::ISODate);
}

std::optional<bool> markAt(const QJsonValue &json)
{
    if (json.isBool())
        return json.toBool();
    return std::nullopt;
}

//! How many of a list are read.
qsizetype countOf(const QJsonArray &array, qsizetype most)
{
    return qMin(array.size(), most);
}

std::optional<dental::Presence> presenceOf(QStringView word)
{
    if (word.isEmpty())
        return dental::Presence::Unknown;
    const QString name = QString(word.left(1).toString().toUpper() + word.mid(1).toString());
    return enumFromName<dental::Presence>(name);
}

dental::Dentition dentitionOf(const QString &word)
{
    const QString name = QString(word.left(1).toUpper() + word.mid(1));
    return enumFromName<dental::Dentition>(name).value_or(dental::Dentition::Unknown);
}

//! MB, B, DB, ML, L, DL; the facial side also as F or V, the oral one also as P.
std::optional<dental::Site> siteOf(QString word)
{
    word = word.toUpper();
    word.replace(u'F', u'B').replace(u'V', u'B').replace(u'P', u'L');
    static const QHash<QString, dental::Site> sites{{u"MB"_s, dental::Site::MesioVestibular},
                                                    {u"B"_s, dental::Site::Vestibular},
                                                    {u"DB"_s, dental::Site::DistoVestibular},
                                                    {u"ML"_s, dental::Site::MesioOral},
                                                    {u"L"_s, dental::Site::Oral},
                                                    {u"DL"_s, dental::Site::DistoOral}};
    const auto found = sites.constFind(word);
    return found == sites.cend() ? std::nullopt : std::optional(*found);
}

ChartLink chartAt(const QJsonObject &json)
{
    ChartLink link;
    link.url = json[field::url].toString();
    link.format = wordAt(json[field::format]).toLower();
    link.size = QSize(qMax(0, json[field::width].toInt()), qMax(0, json[field::height].toInt()));
    link.etag = json[field::etag].toString().left(longestText);
    link.updatedAt = instantOf(json[field::updatedAt]);
    link.appointmentId = textOf(json[field::appointmentId]);
    return link;
}

void Reading::flag(dental::Oddity what, const teeth::Tooth &tooth, const QString &raw)
{
    ProfileFlag flag;
    flag.what = what;
    flag.tooth = tooth;
    flag.raw = raw.left(longestWord);
    if (!m_flags.contains(flag))
        m_flags.append(flag);
}

teeth::Tooth Reading::toothOf(const QString &raw)
{
    const std::optional<teeth::Tooth> tooth = teeth::toothFromText(raw, m_numbering);
    if (!tooth)
        flag(dental::Oddity::UnknownTooth, {}, raw);
    return tooth.value_or(teeth::Tooth());
}

std::optional<int> Reading::measure(const QJsonValue &json, QLatin1StringView name, int least,
                                    int most, const teeth::Tooth &tooth)
{
    if (json.isNull() || json.isUndefined() || (json.isString() && json.toString().isEmpty()))
        return std::nullopt;
    bool isNumber = json.isDouble();
    const double value = isNumber ? json.toDouble() : json.toString().toDouble(&isNumber);
    if (isNumber && value >= least && value <= most && value == std::floor(value))
        return int(value);
    flag(dental::Oddity::OutOfRange, tooth,
         QString(name + u' ' + (json.isDouble() ? QString::number(value) : wordAt(json))));
    return std::nullopt;
}

QList<dental::Surface> Reading::surfaces(const QJsonValue &json, const teeth::Tooth &tooth)
{
    QStringList letters;
    if (json.isString()) {
        for (const QChar letter : json.toString().left(longestWord))
            letters.append(letter);
    }
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < countOf(array, mostFindings); ++i)
        letters.append(wordAt(array.at(i)));
    QList<dental::Surface> surfaces;
    for (const QString &letter : std::as_const(letters)) {
        const std::optional<dental::Surface> surface = dental::surfaceFromText(letter);
        if (!surface) {
            flag(dental::Oddity::UnknownSurface, tooth, letter);
            continue;
        }
        if (tooth.fdi != 0 && !dental::fits(*surface, tooth.fdi))
            flag(dental::Oddity::UnfitSurface, tooth, letter);
        surfaces.append(*surface);
    }
    return dental::ordered(surfaces);
}

ToothProfile Reading::tooth(const QJsonObject &json)
{
    ToothProfile read;
    const QString raw = wordAt(json[field::fdi]);
    read.tooth = toothOf(raw);
    if (read.tooth.fdi == 0)
        read.raw = raw;
    const QString presence = wordAt(json[field::presence]);
    const std::optional<dental::Presence> known = presenceOf(presence);
    read.presence = known.value_or(dental::Presence::Unknown);
    if (!known) {
        read.presenceWord = presence;
        flag(dental::Oddity::UnknownPresence, read.tooth, presence);
    }
    read.mobility = measure(json[field::mobility], field::mobility, 0, highestGrade, read.tooth);
    const QJsonArray conditions = json[field::conditions].toArray();
    for (qsizetype i = 0; i < countOf(conditions, mostFindings); ++i) {
        const QJsonValue entry = conditions.at(i);
        ToothCondition condition;
        condition.code = wordAt(entry[field::code]);
        condition.icd10 = wordAt(entry[field::icd10]);
        condition.label = entry[field::label].toString().left(longestText);
        condition.surfaces = surfaces(entry[field::surfaces], read.tooth);
        condition.since = dateAt(entry[field::since]);
        read.conditions.append(condition);
    }
    const QJsonArray restorations = json[field::restorations].toArray();
    for (qsizetype i = 0; i < countOf(restorations, mostFindings); ++i) {
        const QJsonValue entry = restorations.at(i);
        ToothRestoration restoration;
        restoration.type = wordAt(entry[field::type]);
        restoration.permanence = wordAt(entry[field::permanence]);
        restoration.surfaces = surfaces(entry[field::surfaces], read.tooth);
        restoration.material = wordAt(entry[field::material]);
        restoration.date = dateAt(entry[field::date]);
        restoration.treatmentId = textOf(entry[field::treatmentId]);
        read.restorations.append(restoration);
    }
    const QJsonArray planned = json[field::planned].toArray();
    for (qsizetype i = 0; i < countOf(planned, mostFindings); ++i) {
        const QJsonValue entry = planned.at(i);
        PlannedCare care;
        care.planId = textOf(entry[field::planId]);
        care.itemId = textOf(entry[field::itemId]);
        care.treatmentId = textOf(entry[field::treatmentId]);
        care.surfaces = surfaces(entry[field::surfaces], read.tooth);
        read.planned.append(care);
    }
    read.note = json[field::note].toString().left(longestText);
    return read;
}

ProbedSite Reading::site(const QJsonObject &json, const teeth::Tooth &tooth)
{
    ProbedSite site;
    site.depth = measure(json[field::depth], field::depth, 0, deepest, tooth);
    site.recession =
        measure(json[field::recession], field::recession, leastRecession, mostRecession, tooth);
    site.statedAttachment =
        measure(json[field::attachment], field::attachment, leastAttachment, mostAttachment, tooth);
    site.bleeding = markAt(json[field::bleeding]);
    site.plaque = markAt(json[field::plaque]);
    site.calculus = markAt(json[field::calculus]);
    site.suppuration = markAt(json[field::suppuration]);
    if (dental::isImplausible(site)) {
        flag(dental::Oddity::Implausible, tooth,
             u"%1, %2"_s.arg(site.depth.value_or(0)).arg(site.recession.value_or(0)));
    }
    return site;
}

ProbedTooth Reading::probed(const QJsonObject &json)
{
    ProbedTooth read;
    read.tooth = toothOf(wordAt(json[field::fdi]));
    read.mobility = measure(json[field::mobility], field::mobility, 0, highestGrade, read.tooth);
    const QJsonArray furcation = json[field::furcation].toArray();
    for (qsizetype i = 0; i < countOf(furcation, mostFindings); ++i) {
        const QJsonValue entry = furcation.at(i);
        const std::optional<int> grade =
            measure(entry[field::grade], field::furcation, 0, highestGrade, read.tooth);
        if (grade)
            read.furcation.append(Furcation{wordAt(entry[field::site]), *grade});
    }
    const QJsonObject sites = json[field::sites].toObject();
    for (auto entry = sites.begin(); entry != sites.end(); ++entry) {
        const std::optional<dental::Site> where = siteOf(entry.key());
        if (!where) {
            flag(dental::Oddity::UnknownSite, read.tooth, entry.key());
            continue;
        }
        read.sites.at(std::size_t(*where)) = site(entry.value().toObject(), read.tooth);
    }
    return read;
}

PeriodontalRecord Reading::periodontal(const QJsonObject &json)
{
    PeriodontalRecord record;
    record.appointmentId = textOf(json[field::appointmentId]);
    record.date = dateAt(json[field::date]);
    const QJsonArray teeth = json[field::teeth].toArray();
    for (qsizetype i = 0; i < countOf(teeth, mostTeeth); ++i)
        record.teeth.append(probed(teeth.at(i).toObject()));
    const QJsonValue indices = json[field::indices];
    const auto percent = [this, &indices](QLatin1StringView name) {
        return measure(indices[name], name, 0, mostPercent, {});
    };
    record.statedBleedingPercent = percent(field::bleedingPercent);
    record.statedPlaquePercent = percent(field::plaquePercent);
    return record;
}

DentalProfile Reading::profile(const QJsonObject &json)
{
    DentalProfile profile;
    profile.patientId = textOf(json[field::patientId]);
    profile.appointmentId = textOf(json[field::appointmentId]);
    profile.recordedAt = instantOf(json[field::recordedAt]);
    profile.dentition = dentitionOf(wordAt(json[field::dentition]));
    profile.version = json[field::version].toInt();
    const QJsonArray teeth = json[field::teeth].toArray();
    for (qsizetype i = 0; i < countOf(teeth, mostTeeth); ++i)
        profile.teeth.append(tooth(teeth.at(i).toObject()));
    if (json[field::periodontal].isObject())
        profile.periodontal = periodontal(json[field::periodontal].toObject());
    const QJsonValue charts = json[field::charts];
    profile.dentalChart = chartAt(charts[field::dental].toObject());
    profile.periodontalChart = chartAt(charts[field::periodontal].toObject());
    profile.flags = m_flags;
    dental::arrange(profile);
    return profile;
}

} // namespace

DentalProfile profileFromJson(const QJsonObject &profile, teeth::Notation numbering)
{
    return Reading(numbering).profile(profile);
}

QString wordOf(dental::ChartKind kind)
{
    return kind == dental::ChartKind::Dental ? QString(word::dental) : QString(word::periodontal);
}

} // namespace dentaltap
