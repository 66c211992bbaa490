// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <optional>

namespace vdds {

//! The file of one exchange, in a folder that only this account reads (VDDS-08). Folder and file go
//! with the object, and what a broken-off run left behind goes with the next one (VDDS-14).
class ExchangeFile
{
public:
    //! Below that folder, under a name that never was.
    explicit ExchangeFile(const QString &folder);

    bool write(const QByteArray &bytes) const;
    QString path() const { return m_path; }
    //! Nothing while somebody else holds the file, or when it is gone.
    static std::optional<QByteArray> read(const QString &path);

private:
    static void sweep(const QString &folder);

    QTemporaryDir m_folder;
    QString m_path;
};

//! Moves a copy; its size. NotFound or Conflict when the source is not to be had, Storage when the
//! target cannot be written.
Result<qint64> moveFile(const QString &from, const QString &to);
//! Puts an answer into a file that another program waits on: in one step where the system lets us,
//! else READY last.
Result<void> replaceFile(const QString &path, const QByteArray &unready, const QByteArray &ready);

} // namespace vdds
