// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/scancase.h"
#include "app/domain/showncertificate.h"

//! Something asked of a Dental Desktop station or server, from the click to its end.
struct ScanActivity {
    Q_GADGET

public:
    enum class State {
        Queued, //!< not sent: others are under way; the server remembers ten requests only
        Calling, //!< being handed over
        Waiting, //!< the station has not taken it yet: it can be withdrawn
        AtStation, //!< somebody there is at it: one can only stop waiting
        Finished, //!< code says how it ended
        NotKnown, //!< the server has forgotten how it ended; look at the station
        Failed, //!< error says why; nothing is known to have happened
        TimedOut, //!< nobody answered in time; it may still end at the station
        GivenUp, //!< somebody here stopped waiting
    };
    Q_ENUM(State)

    ScanRequest request;
    QString site; //!< which server; empty = the main one
    QString stationName; //!< empty = the server itself
    PatientId patient; //!< empty = not one of ours
    State state = State::Calling;
    std::optional<int> code; //!< the last status told (dental-desktop-3dd.md section 5)
    QString text; //!< what it is at, for people
    QDateTime started;
    QDateTime changed;
    bool stuck = false; //!< the station has not taken it for a minute: offer to withdraw it
    std::optional<Error> error; //!< of Failed

    ScanActivity() = default;
    bool isOpen() const { return state <= State::AtStation; }
    bool canWithdraw() const { return state == State::Queued || state == State::Waiting; }
    bool canStopWaiting() const { return state == State::AtStation; }
    bool isDone() const { return state == State::Finished && code == ScanRequestStatus::Done; }
    friend bool operator==(const ScanActivity &, const ScanActivity &) = default;
};

//! That a patient is known to Dental Desktop, and since when.
struct ScanLink {
    PatientId patient;
    QString site;
    QString integrationId; //!< the CRM Contact id
    QString station; //!< where it was made; empty = on the server
    QDateTime since;
    friend bool operator==(const ScanLink &, const ScanLink &) = default;
};

//! What a test of the connection to a server found, part by part.
struct ScanConnection {
    Q_GADGET

public:
    enum class Part { Host, Port, Certificate, Password, Product };
    Q_ENUM(Part)
    struct Finding {
        Part part = Part::Host;
        bool ok = false;
        QString text;
        Error::Kind kind = Error::Kind::Invalid; //!< why not ok
        friend bool operator==(const Finding &, const Finding &) = default;
    };

    QString site;
    QList<Finding> findings; //!< up to the first that failed
    std::optional<ShownCertificate> certificate; //!< trusted or not
    bool mayConfirm = false; //!< a person who compares the fingerprint may confirm it

    ScanConnection() = default;
    bool isGood() const { return !findings.isEmpty() && findings.last().ok; }
    friend bool operator==(const ScanConnection &, const ScanConnection &) = default;
};
