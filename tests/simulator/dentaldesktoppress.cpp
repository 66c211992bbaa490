// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktoppress.h"

#include <QJsonArray>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr std::array<std::pair<ScanPress::Kind, const char16_t *>, 8> Words{{
    {ScanPress::Kind::Save, u"save"},
    {ScanPress::Kind::Cancel, u"cancel"},
    {ScanPress::Kind::Assign, u"assign"},
    {ScanPress::Kind::CreateNew, u"createNew"},
    {ScanPress::Kind::KeepOld, u"keepOld"},
    {ScanPress::Kind::TakeNew, u"takeNew"},
    {ScanPress::Kind::WalkAway, u"walkAway"},
    {ScanPress::Kind::End, u"end"},
}};

} // namespace

QString word(ScanDialog dialog)
{
    switch (dialog) {
    case ScanDialog::None:
        break;
    case ScanDialog::NewPatient:
        return u"newPatient"_s;
    case ScanDialog::Merge:
        return u"merge"_s;
    case ScanDialog::Synchronise:
        return u"synchronise"_s;
    }
    return {};
}

std::optional<ScanPress> ScanPress::from(const QJsonValue &value)
{
    const QString text = value.isObject() ? value["press"_L1].toString() : value.toString();
    const QStringList pieces = text.split(u' ', Qt::SkipEmptyParts);
    if (pieces.isEmpty() || pieces.size() > 2)
        return std::nullopt;
    ScanPress press;
    bool known = false;
    for (const auto &[kind, name] : Words) {
        if (pieces.first() == QString::fromUtf16(name)) {
            press.kind = kind;
            known = true;
        }
    }
    const bool numbered = press.kind == Kind::Assign || press.kind == Kind::End;
    if (press.kind == Kind::End)
        press.number = 108;
    if (pieces.size() == 2) {
        bool whole = false;
        press.number = pieces.at(1).toInt(&whole);
        known = known && numbered && whole;
    }
    if (!known)
        return std::nullopt;
    for (const QJsonValue &field : value["fields"_L1].toArray())
        press.fields.append(field.toString());
    press.description = value["description"_L1].toString();
    press.afterMs = value["afterMs"_L1].toInt(-1);
    return press;
}

QString ScanPress::text(const ScanPress &press)
{
    QString text;
    for (const auto &[kind, name] : Words) {
        if (press.kind == kind)
            text = QString::fromUtf16(name);
    }
    if (press.kind == Kind::Assign || press.kind == Kind::End)
        text += QString(u' ' + QString::number(press.number));
    return text;
}

bool ScanPress::fits(ScanDialog dialog, qsizetype suggestions) const
{
    switch (kind) {
    case Kind::Save:
        return dialog == ScanDialog::NewPatient;
    case Kind::CreateNew:
        return dialog == ScanDialog::NewPatient || dialog == ScanDialog::Merge;
    case Kind::Assign:
        return dialog == ScanDialog::Merge && number >= 1 && number <= suggestions;
    case Kind::KeepOld:
    case Kind::TakeNew:
        return dialog == ScanDialog::Synchronise;
    case Kind::Cancel:
    case Kind::WalkAway:
        return dialog != ScanDialog::None;
    case Kind::End:
        break;
    }
    return true;
}

} // namespace sim
