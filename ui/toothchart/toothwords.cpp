// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothwords.h"

#include "app/domain/dentalwords.h"
#include "ui/patients/datetext.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace {

struct ToothWords {
    Q_DECLARE_TR_FUNCTIONS(ToothWords)
};

//! The vendor's word, where it is none that we know.
QString typeWord(const QString &type)
{
    if (type == "filling"_L1)
        return ToothWords::tr("Filling", "restoration");
    if (type == "crown"_L1)
        return ToothWords::tr("Crown", "restoration");
    if (type == "rootCanal"_L1)
        return ToothWords::tr("Root canal", "restoration");
    if (type == "bridge"_L1)
        return ToothWords::tr("Bridge", "restoration");
    if (type == "inlay"_L1)
        return ToothWords::tr("Inlay", "restoration");
    if (type == "onlay"_L1)
        return ToothWords::tr("Onlay", "restoration");
    if (type == "veneer"_L1)
        return ToothWords::tr("Veneer", "restoration");
    if (type == "sealant"_L1)
        return ToothWords::tr("Sealant", "restoration");
    if (type == "post"_L1)
        return ToothWords::tr("Post", "restoration");
    return type;
}

QString materialWord(const QString &material)
{
    if (material == "composite"_L1)
        return ToothWords::tr("composite", "material");
    if (material == "ceramic"_L1)
        return ToothWords::tr("ceramic", "material");
    if (material == "amalgam"_L1)
        return ToothWords::tr("amalgam", "material");
    if (material == "resin"_L1)
        return ToothWords::tr("resin", "material");
    if (material == "metal"_L1)
        return ToothWords::tr("metal", "material");
    if (material == "gold"_L1)
        return ToothWords::tr("gold", "material");
    if (material == "zirconia"_L1)
        return ToothWords::tr("zirconia", "material");
    return material;
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

const ProbedTooth *probed(const DentalProfile &profile, const teeth::Tooth &tooth)
{
    if (!profile.periodontal)
        return nullptr;
    for (const ProbedTooth &each : profile.periodontal->teeth) {
        if (each.tooth == tooth)
            return &each;
    }
    return nullptr;
}

} // namespace

namespace toothwords {

QString title(const teeth::Tooth &tooth, teeth::Notation notation)
{
    return ToothWords::tr("Tooth %1").arg(teeth::text(tooth, notation));
}

QString otherNumber(const teeth::Tooth &tooth, teeth::Notation notation)
{
    if (notation == teeth::Notation::Fdi)
        return ToothWords::tr("Universal %1").arg(teeth::text(tooth, teeth::Notation::Universal));
    return ToothWords::tr("FDI %1").arg(teeth::text(tooth, teeth::Notation::Fdi));
}

QString condition(const ToothCondition &condition, int fdi)
{
    QString text = capital(condition.label.isEmpty() ? condition.code : condition.label);
    if (!condition.icd10.isEmpty())
        text += u" (%1)"_s.arg(condition.icd10);
    const QString surfaces = dental::text(condition.surfaces, fdi);
    if (!surfaces.isEmpty())
        text += u", "_s + surfaces;
    if (condition.since.isValid())
        text += u", "_s + ToothWords::tr("since %1", "date").arg(dateText(condition.since));
    return text;
}

QString restoration(const ToothRestoration &restoration, int fdi)
{
    QStringList parts{typeWord(restoration.type), materialWord(restoration.material)};
    if (restoration.permanence == "temporary"_L1)
        parts.append(ToothWords::tr("temporary", "restoration"));
    parts.append(dental::text(restoration.surfaces, fdi));
    parts.removeAll(QString());
    QString text = parts.join(u", "_s);
    if (restoration.date.isValid())
        text += u" (%1)"_s.arg(dateText(restoration.date));
    return text;
}

QStringList states(const DentalProfile &profile, const teeth::Tooth &tooth)
{
    const auto found = dental::toothOf(profile, tooth);
    if (!found)
        return {capital(dental::name(dental::Presence::Unknown))};
    QStringList list;
    const bool own = found->presence == dental::Presence::Unknown && !found->presenceWord.isEmpty();
    list.append(capital(own ? found->presenceWord : dental::name(found->presence)));
    for (const ToothCondition &each : found->conditions) {
        const QString surfaces = dental::text(each.surfaces, tooth.fdi);
        const QString what = capital(each.label.isEmpty() ? each.code : each.label);
        list.append(surfaces.isEmpty() ? what : QString(what + u' ' + surfaces));
    }
    for (const ToothRestoration &each : found->restorations) {
        const QString surfaces = dental::text(each.surfaces, tooth.fdi);
        QString what = typeWord(each.type);
        if (each.permanence == "temporary"_L1)
            what += u' ' + ToothWords::tr("(temporary)", "restoration");
        list.append(surfaces.isEmpty() ? what : QString(what + u' ' + surfaces));
    }
    if (!found->planned.isEmpty())
        list.append(ToothWords::tr("%n planned", nullptr, int(found->planned.size())));
    if (found->mobility.value_or(0) > 0)
        list.append(ToothWords::tr("Mobility %1").arg(*found->mobility));
    return list;
}

QString spoken(const DentalProfile &profile, const teeth::Tooth &tooth, teeth::Notation notation)
{
    QStringList parts{u"%1, %2"_s.arg(title(tooth, notation), teeth::name(tooth)),
                      states(profile, tooth).join(u", "_s)};
    if (const auto found = dental::toothOf(profile, tooth); found && !found->note.isEmpty())
        parts.append(found->note);
    if (const ProbedTooth *probe = probed(profile, tooth)) {
        QStringList depths;
        int bleeding = 0;
        for (int i = 0; i < dental::SiteCount; ++i) {
            const auto site = dental::Site(i);
            const ProbedSite &at = probe->site(site);
            if (at.depth)
                depths.append(u"%1 %2"_s.arg(dental::name(site, tooth.fdi)).arg(*at.depth));
            bleeding += at.bleeding.value_or(false) ? 1 : 0;
        }
        if (!depths.isEmpty())
            parts.append(ToothWords::tr("probing depth in mm: %1").arg(depths.join(u", "_s)));
        if (bleeding > 0)
            parts.append(ToothWords::tr("bleeding at %n site(s)", nullptr, bleeding));
    }
    return parts.join(u"; "_s);
}

QString tip(const DentalProfile &profile, const ToothHit &hit, teeth::Notation notation)
{
    QString head = u"%1 · %2"_s.arg(title(hit.tooth, notation), teeth::name(hit.tooth));
    if (hit.surface)
        head += u" · "_s + dental::name(*hit.surface, hit.tooth.fdi);
    return QString(head + u'\n' + states(profile, hit.tooth).join(u" · "_s));
}

QString overview(const DentalProfile &profile, teeth::Notation notation)
{
    // In the order in which somebody would say it: what is not there, then what was done.
    QList<std::pair<QString, QList<int>>> groups;
    const auto add = [&groups](const QString &what, int fdi) {
        for (auto &[word, list] : groups) {
            if (word == what) {
                list.append(fdi);
                return;
            }
        }
        groups.append({what, {fdi}});
    };
    for (const auto presence :
         {dental::Presence::Missing, dental::Presence::Extracted, dental::Presence::Implant,
          dental::Presence::Pontic, dental::Presence::Impacted, dental::Presence::Unerupted}) {
        for (const ToothProfile &tooth : profile.teeth) {
            if (tooth.tooth.fdi > 0 && tooth.presence == presence)
                add(dental::name(presence), tooth.tooth.fdi);
        }
    }
    for (const ToothProfile &tooth : profile.teeth) {
        for (const ToothCondition &each : tooth.conditions)
            add(each.label.isEmpty() ? each.code : each.label.toLower(), tooth.tooth.fdi);
    }
    for (const ToothProfile &tooth : profile.teeth) {
        for (const ToothRestoration &each : tooth.restorations)
            add(typeWord(each.type).toLower(), tooth.tooth.fdi);
    }
    for (const ToothProfile &tooth : profile.teeth) {
        if (!tooth.planned.isEmpty() && tooth.tooth.fdi > 0)
            add(ToothWords::tr("planned", "treatment"), tooth.tooth.fdi);
    }
    QStringList parts;
    for (auto &[word, list] : groups) {
        list.removeAll(0);
        if (!list.isEmpty())
            parts.append(u"%1 %2"_s.arg(teeth::text(list, notation), word));
    }
    return parts.join(u" · "_s);
}

} // namespace toothwords
