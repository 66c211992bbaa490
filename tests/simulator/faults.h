// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QRegularExpression>
#include <optional>

namespace sim {

//! One line of the fault script. The n-th to (n + times - 1)-th matching request meets it.
struct Fault {
    enum class Kind {
        Status, //!< refused unprocessed with `status`
        TooMany, //!< "429": refused unprocessed, Retry-After only when given
        Delay, //!< processed at once, answered after `ms`
        LostAnswer, //!< processed, then the connection is closed without a byte
        CutBody, //!< processed, the connection closes in the middle of the body
        Malformed, //!< processed, the body is not the JSON it says it is
        ExpiredToken, //!< the access tokens of the system expire first
        Drip, //!< processed, the body comes byte by byte, `ms` apart
        BlackHole, //!< unprocessed, never answered, connection stays open
    };
    QString system; //!< empty = any
    QRegularExpression path; //!< sought anywhere in the encoded path
    QString method; //!< empty = any
    int nth = 1;
    int times = 1;
    Kind kind = Kind::Status;
    int status = 503;
    int ms = 0;
    std::optional<int> retryAfter; //!< seconds
    int seen = 0; //!< matching requests so far
};

//! The script of faults.
class Faults
{
public:
    //! Takes a line as POST /_sim/faults describes it; an empty string or the reason why not.
    QString add(const QJsonObject &line);
    void clear();
    //! Counts the request on every line that matches and returns the first that strikes it.
    std::optional<Fault> strike(const QString &system, const QByteArray &method,
                                const QString &path);

    //! The word of the kind as in the script.
    static QString word(Fault::Kind kind);

private:
    QList<Fault> m_faults;
};

} // namespace sim
