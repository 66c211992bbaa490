// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace sim {

//! What stands open on a station (dental-desktop-3dd.md section 6).
enum class ScanDialog { None, NewPatient, Merge, Synchronise };

//! "newPatient", "merge", "synchronise"; empty for None.
QString word(ScanDialog dialog);

//! What a person at a station does with a dialog. In scripts a text, "assign 2", or an object
//! {"press":"assign 2","afterMs":800,"fields":["DateOfBirth"],"description":"…"}.
struct ScanPress {
    enum class Kind {
        Save, //!< new patient
        Cancel, //!< any dialog
        Assign, //!< merge: "assign n", n counts from 1
        CreateNew, //!< merge; in a new-patient dialog the same as Save
        KeepOld, //!< synchronise
        TakeNew, //!< synchronise: all, or only `fields`
        WalkAway, //!< any dialog: it stays open until somebody presses
        End, //!< "end code": no person, the request ends with that status, dialog or not
    };
    Kind kind = Kind::Cancel;
    int number = 1; //!< suggestion or code
    QStringList fields;
    QString description; //!< of End
    int afterMs = -1; //!< -1 = the station's own pace

    static std::optional<ScanPress> from(const QJsonValue &value);
    static QString text(const ScanPress &press);
    bool fits(ScanDialog dialog, qsizetype suggestions) const;
};

} // namespace sim
