// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/vdds/charset.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <optional>

namespace vdds {

//! An INI file of programs that are not ours, such as VDDS_MMI.INI: sections, "key=value", comments
//! after ";". What is not changed keeps every byte, whatever it is; encoding, line ends and order
//! stay (dental-desktop-3dd.md, VDDS-06). Names compare without regard to case; of two of the same
//! name the first counts, as for Windows.
class Ini
{
public:
    static Ini fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;

    Charset charset() const { return m_charset; }
    //! In order, each name once, as first written.
    QStringList sections() const;
    bool hasSection(const QString &section) const;
    //! The keys of a section in order, as written.
    QStringList keys(const QString &section) const;
    //! Without blanks around it; quotation marks stay: some values are command lines.
    std::optional<QString> value(const QString &section, const QString &key) const;
    //! The same, empty when there is none.
    QString text(const QString &section, const QString &key) const;
    //! Changes the line, or adds one to the section's end; a new section comes last. What would end
    //! the line becomes a blank. Without effect where the value is so already.
    void setValue(const QString &section, const QString &key, const QString &value);
    void removeKey(const QString &section, const QString &key);
    //! The section with all its lines.
    void removeSection(const QString &section);

private:
    struct Line {
        enum class Kind { Other, Section, Value };
        QByteArray raw; //!< with its end
        Kind kind = Kind::Other;
        QString section; //!< the one it stands in, or begins; folded
        QString name; //!< of section or key, as written
        QString value;
    };

    Line lineOf(const QByteArray &raw, const QString &section) const;
    QByteArray rawLine(const QString &text) const;
    void append(qsizetype at, const QString &text, const QString &section);
    void index();

    Charset m_charset = Charset::Windows1252;
    QByteArray m_mark;
    QString m_lineEnd = QStringLiteral("\r\n");
    QList<Line> m_lines;
    QHash<QString, qsizetype> m_places; //!< section and key to line
};

} // namespace vdds
