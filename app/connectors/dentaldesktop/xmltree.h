// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QList>
#include <QString>

namespace dentaldesktop {

//! One element of a small document: local name, trimmed text, children.
struct XmlElement {
    QString name;
    QString text; //!< its own, trimmed; empty where nil
    bool nil = false;
    QList<XmlElement> children;

    //! Trimmed text of the first child of that local name that is not nil; empty = none.
    QString textOf(QLatin1StringView childName) const;
    QList<XmlElement> childrenOf(QLatin1StringView childName) const;
    //! The entries of a list in a child.
    QList<XmlElement> listOf(QLatin1StringView childName, QLatin1StringView entryName) const;
};

//! Reads a whole document: UTF-8 (a declaration of utf-16 in a body of UTF-8 is overlooked) or
//! UTF-16 with a byte order mark. Protocol where it is cut short, has a DTD, or is too large or
//! deep.
Result<XmlElement> readXml(const QByteArray &body);

//! An answer that is not what the interface promises.
tl::unexpected<Error> unreadableXml();

} // namespace dentaldesktop
