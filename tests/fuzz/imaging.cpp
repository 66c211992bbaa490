// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/programline.h"
#include "app/connectors/vdds/exchange.h"
#include "app/connectors/vdds/registry.h"
#include "tests/fuzz/targets.h"

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

//! What the file says of everything but our own section and our line in the index.
QList<QStringList> ofOthers(const ::vdds::Ini &ini)
{
    QList<QStringList> lines;
    for (const QString &section : ini.sections()) {
        if (section.compare(u"VESTIBULE"_s, Qt::CaseInsensitive) == 0)
            continue;
        for (const QString &key : ini.keys(section)) {
            if (ini.text(section, key) != u"VESTIBULE"_s)
                lines.append({section, key, ini.text(section, key)});
        }
    }
    return lines;
}

void registry(const QByteArray &bytes)
{
    using namespace ::vdds;
    Ini ini = Ini::fromBytes(bytes);
    require(ini.toBytes() == bytes);
    programs(ini, u"PVS"_s);
    chosen(ini, QString());
    for (const QString &section : ini.sections()) {
        require(ini.hasSection(section));
        for (const QString &key : ini.keys(section)) {
            const QString value = ini.text(section, key);
            ini.setValue(section, key, value);
            programline::resolved(value.left(200), [](const QString &) { return QString(); });
        }
    }
    require(ini.toBytes() == bytes);
    const QList<QStringList> before = ofOthers(ini);
    const Registration ourselves;
    if (!enter(ini, ourselves))
        return;
    require(isEntered(ini, ourselves));
    require(ofOthers(ini) == before);
    const QByteArray entered = ini.toBytes();
    require(enter(ini, ourselves) && ini.toBytes() == entered);
    // What was written is what another program reads.
    require(isEntered(Ini::fromBytes(entered), ourselves));
    leave(ini, ourselves.section);
    require(!isEntered(ini, ourselves));
    require(ofOthers(ini) == before);
}

} // namespace

//! VDDS_MMI.INI and the exchange files of imaging programs.
void vdds(const QByteArray &bytes)
{
    using namespace ::vdds;
    registry(bytes);
    const Ini ini = Ini::fromBytes(bytes);
    answerIn(ini, u"PATID"_s);
    areImagesWhole(ini);
    pathsIn(ini, imagesIn(ini).size());
    masked(bytes);
    const Incoming incoming = incomingIn(ini);
    if (incoming.section.isEmpty())
        return;
    const QByteArray reply = answered(bytes, incoming.section, true, 1, u"no"_s);
    const std::optional<Answer> read = answerIn(Ini::fromBytes(reply), incoming.section);
    require(read && read->ready && read->level == 1);
}

} // namespace fuzz
