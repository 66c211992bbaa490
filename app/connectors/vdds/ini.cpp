// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/ini.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vdds {

namespace {

QString folded(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

QString placeOf(const QString &section, const QString &key)
{
    return QString(section + u'\n' + folded(key));
}

//! No character of a value may end its line.
QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            c = u' ';
    }
    return line.trimmed();
}

//! Where lines end: after "\n", in the width of the encoding.
QList<QByteArray> linesOf(const QByteArray &bytes, Charset charset)
{
    const bool wide = charset == Charset::Utf16LE || charset == Charset::Utf16BE;
    const qsizetype width = wide ? 2 : 1;
    const qsizetype low = charset == Charset::Utf16BE ? 1 : 0;
    QList<QByteArray> lines;
    qsizetype begin = 0;
    for (qsizetype i = 0; i + width <= bytes.size(); i += width) {
        const bool ends = bytes.at(i + low) == '\n' && (!wide || bytes.at(i + 1 - low) == 0);
        if (!ends)
            continue;
        lines.append(bytes.mid(begin, i + width - begin));
        begin = i + width;
    }
    if (begin < bytes.size())
        lines.append(bytes.mid(begin));
    return lines;
}

} // namespace

Ini Ini::fromBytes(const QByteArray &bytes)
{
    Ini ini;
    bool marked = false;
    ini.m_charset = charsetOf(bytes, &marked);
    if (marked)
        ini.m_mark = markOf(ini.m_charset);
    QString section;
    for (const QByteArray &raw : linesOf(bytes.mid(ini.m_mark.size()), ini.m_charset)) {
        Line line = ini.lineOf(raw, section);
        section = line.section;
        ini.m_lines.append(std::move(line));
    }
    if (!ini.m_lines.isEmpty()) {
        const QString first = decoded(ini.m_lines.first().raw, ini.m_charset);
        if (first.endsWith(u'\n') && !first.endsWith(u"\r\n"_s))
            ini.m_lineEnd = u"\n"_s;
    }
    ini.index();
    return ini;
}

QByteArray Ini::toBytes() const
{
    QByteArray bytes = m_mark;
    for (const Line &line : m_lines)
        bytes += line.raw;
    return bytes;
}

Ini::Line Ini::lineOf(const QByteArray &raw, const QString &section) const
{
    Line line;
    line.raw = raw;
    line.section = section;
    const QString text = decoded(raw, m_charset).trimmed();
    const qsizetype bracket = text.indexOf(u']');
    if (text.startsWith(u'[') && bracket > 0) {
        line.kind = Line::Kind::Section;
        line.name = text.mid(1, bracket - 1).trimmed();
        line.section = folded(line.name);
        return line;
    }
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || text.startsWith(u';'))
        return line;
    line.kind = Line::Kind::Value;
    line.name = text.left(equals).trimmed();
    line.value = text.mid(equals + 1).trimmed();
    return line;
}

void Ini::index()
{
    m_places.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (line.kind != Line::Kind::Value)
            continue;
        const QString place = placeOf(line.section, line.name);
        if (!m_places.contains(place))
            m_places.insert(place, i);
    }
}

QStringList Ini::sections() const
{
    QStringList names;
    QSet<QString> seen;
    for (const Line &line : m_lines) {
        if (line.kind == Line::Kind::Section && !seen.contains(line.section)) {
            seen.insert(line.section);
            names.append(line.name);
        }
    }
    return names;
}

bool Ini::hasSection(const QString &section) const
{
    const QString wanted = folded(section);
    return std::any_of(m_lines.begin(), m_lines.end(), [&wanted](const Line &line) {
        return line.kind == Line::Kind::Section && line.section == wanted;
    });
}

QStringList Ini::keys(const QString &section) const
{
    const QString wanted = folded(section);
    QStringList names;
    for (const Line &line : m_lines) {
        if (line.kind == Line::Kind::Value && line.section == wanted)
            names.append(line.name);
    }
    return names;
}

std::optional<QString> Ini::value(const QString &section, const QString &key) const
{
    const auto place = m_places.constFind(placeOf(folded(section), key));
    return place == m_places.cend() ? std::nullopt
                                    : std::optional<QString>(m_lines.at(*place).value);
}

QString Ini::text(const QString &section, const QString &key) const
{
    return value(section, key).value_or(QString());
}

QByteArray Ini::rawLine(const QString &text) const
{
    return encoded(QString(text + m_lineEnd), m_charset);
}

void Ini::append(qsizetype at, const QString &text, const QString &section)
{
    if (at > 0) {
        // The last line may have no end yet.
        const QString before = decoded(m_lines.at(at - 1).raw, m_charset);
        QByteArray &raw = m_lines[at - 1].raw;
        const bool wide = m_charset == Charset::Utf16LE || m_charset == Charset::Utf16BE;
        // Half a letter at the end would shift all that follows.
        if (wide && raw.size() % 2 == 1)
            raw.chop(1);
        if (!before.endsWith(u'\n'))
            raw += encoded(m_lineEnd, m_charset);
    }
    m_lines.insert(at, lineOf(rawLine(text), section));
}

void Ini::setValue(const QString &section, const QString &key, const QString &value)
{
    const QString wanted = folded(section);
    const QString put = oneLine(value);
    const auto place = m_places.constFind(placeOf(wanted, key));
    if (place != m_places.cend()) {
        Line &line = m_lines[*place];
        if (line.value == value || line.value == put)
            return;
        const bool ended = decoded(line.raw, m_charset).endsWith(u'\n');
        const QString text = QString(line.name + u'=' + put);
        line.raw = ended ? rawLine(text) : encoded(text, m_charset);
        line.value = put;
        return;
    }
    // After the last line of the first block of that name.
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (at >= 0 && line.kind == Line::Kind::Section)
            break;
        if (line.section != wanted)
            continue;
        const bool blank = decoded(line.raw, m_charset).trimmed().isEmpty();
        if (at < 0 ? line.kind == Line::Kind::Section : !blank)
            at = i + 1;
    }
    if (at < 0) {
        append(m_lines.size(), QString(u'[' + oneLine(section) + u']'), wanted);
        at = m_lines.size();
    }
    append(at, QString(oneLine(key) + u'=' + put), wanted);
    index();
}

void Ini::removeKey(const QString &section, const QString &key)
{
    const auto place = m_places.constFind(placeOf(folded(section), key));
    if (place == m_places.cend())
        return;
    m_lines.removeAt(*place);
    index();
}

void Ini::removeSection(const QString &section)
{
    const QString unwanted = folded(section);
    if (unwanted.isEmpty())
        return;
    m_lines.removeIf([&unwanted](const Line &line) { return line.section == unwanted; });
    index();
}

} // namespace vdds
