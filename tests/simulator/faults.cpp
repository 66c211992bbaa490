// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/faults.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr std::array<std::pair<Fault::Kind, const char16_t *>, 9> Words{{
    {Fault::Kind::Status, u"status"},
    {Fault::Kind::TooMany, u"429"},
    {Fault::Kind::Delay, u"delay"},
    {Fault::Kind::LostAnswer, u"lostAnswer"},
    {Fault::Kind::CutBody, u"cutBody"},
    {Fault::Kind::Malformed, u"malformed"},
    {Fault::Kind::ExpiredToken, u"expiredToken"},
    {Fault::Kind::Drip, u"drip"},
    {Fault::Kind::BlackHole, u"blackHole"},
}};

constexpr int DefaultDripMs = 50;

} // namespace

QString Faults::word(Fault::Kind kind)
{
    for (const auto &[known, text] : Words) {
        if (known == kind)
            return QString::fromUtf16(text);
    }
    return {};
}

QString Faults::add(const QJsonObject &line)
{
    Fault fault;
    fault.system = line.value("system"_L1).toString();
    fault.path.setPattern(line.value("path"_L1).toString());
    if (!fault.path.isValid())
        return u"path is no regular expression: %1"_s.arg(fault.path.errorString());
    fault.method = line.value("method"_L1).toString().toUpper();
    fault.nth = line.value("nth"_L1).toInt(1);
    fault.times = line.value("times"_L1).toInt(1);
    if (fault.nth < 1 || fault.times < 1)
        return u"nth and times count from 1"_s;

    const QJsonValue kind = line.value("kind"_L1);
    const QString word = kind.isDouble() ? QString::number(kind.toInt()) : kind.toString();
    bool known = false;
    for (const auto &[value, text] : Words) {
        if (word == QString::fromUtf16(text)) {
            fault.kind = value;
            known = true;
        }
    }
    if (!known)
        return u"unknown kind \"%1\""_s.arg(word);
    fault.status = line.value("status"_L1).toInt(503);
    fault.ms = line.value("ms"_L1).toInt(fault.kind == Fault::Kind::Drip ? DefaultDripMs : 0);
    if (line.contains("retryAfter"_L1))
        fault.retryAfter = line.value("retryAfter"_L1).toInt();
    m_faults.append(std::move(fault));
    return {};
}

void Faults::clear()
{
    m_faults.clear();
}

std::optional<Fault> Faults::strike(const QString &system, const QByteArray &method,
                                    const QString &path)
{
    std::optional<Fault> struck;
    for (Fault &fault : m_faults) {
        if (!fault.system.isEmpty() && fault.system != system)
            continue;
        if (!fault.method.isEmpty() && fault.method.toLatin1() != method)
            continue;
        if (!fault.path.match(path).hasMatch())
            continue;
        ++fault.seen;
        if (!struck && fault.seen >= fault.nth && fault.seen < fault.nth + fault.times)
            struck = fault;
    }
    return struck;
}

} // namespace sim
