// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/permission.h"
#include "app/store/database.h"

#include <QObject>
#include <QThreadPool>
#include <optional>

//! Somebody who works at the desk.
struct StaffMember {
    StaffId id;
    QString name;
    Role role = Role::Reception;
    bool disabled = false;
    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

//! Who is at this desk. PINs are Argon2id hashes (libsodium), checked off the GUI thread.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Database *database, Clock clock, QObject *parent = nullptr);

    //! Forbidden = wrong name or PIN (not told apart); each failure in a row delays the next try by
    //! a second, up to 30.
    Task<StaffMember> signIn(QString name, QString pin);
    void signOut();
    std::optional<StaffMember> current() const { return m_current; }
    StaffId currentId() const { return m_current ? m_current->id : StaffId(); }
    //! Unauthorized when nobody is signed in, Forbidden when the role may not; words say who may.
    Result<void> require(Permission permission) const;

    //! Without anybody signed in only while no staff exist. PIN: 4 to 12 digits.
    Task<StaffMember> add(QString name, Role role, QString pin);
    Task<QList<StaffMember>> list();
    Task<void> disable(QString name);
    Task<bool> hasStaff();

Q_SIGNALS:
    void changed();

private:
    Database *m_database;
    Clock m_clock;
    std::optional<StaffMember> m_current;
    int m_failures = 0;
    QThreadPool m_hashing; //!< Qt paints with its own pool: the window must not wait for a PIN
};
