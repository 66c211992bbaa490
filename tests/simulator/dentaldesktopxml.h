// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace sim {

//! An element as .NET's XmlSerializer would write it.
struct XmlElement {
    enum class Kind { Text, Parent, Null };

    QString name;
    Kind kind = Kind::Text;
    QString text;
    QList<XmlElement> children;
    bool optional = false; //!< the guide lists it but does not show it, or the reverse
    bool padded = false; //!< the guide shows its text between line breaks

    static XmlElement leaf(const QString &name, const QString &text);
    static XmlElement number(const QString &name, int value);
    static XmlElement flag(const QString &name, bool value);
    static XmlElement parent(const QString &name, const QList<XmlElement> &children);
    //! An empty text as a null string, which the serializer leaves out or marks as nil.
    static XmlElement nullable(const QString &name, const QString &text);
    XmlElement asOptional() const;
    XmlElement asPadded() const;
};

//! How the answers are written (dental-desktop-3dd.md section 3.1): what a client must tolerate.
struct XmlManners {
    QString defaultNamespace; //!< declared on the root
    QString prefix; //!< puts every element into that namespace by prefix instead
    bool optionalElements = true;
    bool nil = false; //!< null values as xsi:nil instead of left out
    bool emptyLists = true; //!< <Modules /> instead of nothing
    bool unknownElements = false; //!< with known names nested in them
    bool reversed = false; //!< order of the elements
    bool bareScalars = false; //!< "true" without any XML around it
    bool byteOrderMark = false;
    QString declaration = QStringLiteral("utf-8"); //!< encoding it names; empty = no declaration
    QString padding = QStringLiteral("usual"); //!< "usual", "all", "none"

    //! Takes the members given; an empty string or the reason why not.
    QString set(const QJsonObject &fields);
    QJsonObject toJson() const;
};

//! The document with \a root at its top.
QByteArray xmlDocument(const XmlElement &root, const XmlManners &manners);
//! A scalar answer such as <boolean>true</boolean>; \a text needs no escaping.
QByteArray xmlScalar(const QByteArray &name, const QByteArray &text, const XmlManners &manners);

//! The three kinds of .NET DateTime.
enum class NetKind { Local, Utc, Unspecified };

//! As .NET writes a DateTime: up to seven digits of the second, no trailing zero. An invalid time
//! is DateTime.MinValue, with an offset too when the kind is Local. \a ticks are the four digits
//! below the millisecond.
QString netTime(const QDateTime &time, int ticks, NetKind kind, const QTimeZone &zone);

} // namespace sim
