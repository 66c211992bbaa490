// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace sim {

//! Draws the attached images: rows of teeth before gums, nobody's. JPEG, or what the ending of the
//! name says (png, bmp).
class ScanPictures
{
public:
    //! At least \a bytes long when it is a JPEG, and a photo's number of pixels when that is large;
    //! \a id makes its bytes its own.
    QByteArray picture(const QString &name, const QByteArray &id, qint64 bytes);
    //! image/jpeg, image/png, image/bmp.
    static QByteArray mediaType(const QString &name);

private:
    QHash<QString, QByteArray> m_drawn; //!< a few motifs by size and format
};

} // namespace sim
