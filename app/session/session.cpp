// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/domain/personname.h"
#include "app/session/pin.h"
#include "app/store/auditlog.h"
#include "app/store/statement.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QtConcurrent>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDelay = 30;

StaffMember memberAt(const Statement &query)
{
    StaffMember member;
    member.id = StaffId(query.text(0));
    member.name = query.text(1);
    // A word that this program does not know gets the least rights.
    member.role = enumFromName<Role>(query.text(2)).value_or(Role::Surgeon);
    member.disabled = query.flag(3);
    return member;
}

//! Somebody by name, with the hash of the PIN.
struct Stored {
    StaffMember member;
    QString hash;
};

Result<Stored> storedOf(QSqlDatabase &db, const QString &name)
{
    Statement query(db,
                    u"SELECT id, name, role, disabled, pin_hash FROM staff WHERE name_key = ?"_s);
    if (Result<void> read = query.run(foldedName(name.trimmed())); !read)
        return tl::unexpected<Error>(read.error());
    Stored stored;
    if (query.next()) {
        stored.member = memberAt(query);
        stored.hash = query.text(4);
    }
    return stored;
}

Result<int> countOf(QSqlDatabase &db, const QString &condition)
{
    Statement query(db, u"SELECT COUNT(*) FROM staff"_s + condition);
    if (Result<void> read = query.run(); !read)
        return tl::unexpected<Error>(read.error());
    return query.next() ? query.number(0) : 0;
}

Result<void> noteStaff(QSqlDatabase &db, const QDateTime &now, const StaffId &by,
                       const QString &action, const StaffId &whom)
{
    AuditRow row;
    row.at = now;
    row.by = by;
    row.action = action;
    row.subject = u"staff:"_s + whom.value;
    return AuditLog::write(db, row);
}

} // namespace

Session::Session(Database *database, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(std::move(clock))
{
}

Task<StaffMember> Session::signIn(QString name, QString pin)
{
    if (m_failures > 0) {
        const std::chrono::seconds delay(std::min(m_failures, longestDelay));
        co_await QCoro::sleepFor(delay);
    }
    auto lookUp = [name](QSqlDatabase &db) { return storedOf(db, name); };
    const Result<Stored> stored = co_await m_database->run(std::move(lookUp));
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    auto check = [pin, hash = stored->hash] { return fitsPin(pin, hash); };
    const QFuture<bool> checking = QtConcurrent::run(&m_hashing, std::move(check));
    const bool fits = co_await checking;
    if (!fits || stored->member.disabled) {
        ++m_failures;
        co_return failure(Error::Kind::Forbidden,
                          tr("The name and the PIN do not belong together. Try again."));
    }
    m_failures = 0;
    const StaffMember member = stored->member;
    auto note = [member, now = m_clock()](QSqlDatabase &db) {
        return noteStaff(db, now, member.id, u"sign-in"_s, member.id);
    };
    const Result<void> noted = co_await m_database->transact(std::move(note));
    if (!noted)
        co_return tl::unexpected<Error>(noted.error());
    m_current = member;
    Q_EMIT changed();
    co_return member;
}

void Session::signOut()
{
    if (!m_current)
        return;
    m_current.reset();
    Q_EMIT changed();
}

Result<void> Session::require(Permission permission) const
{
    if (!m_current)
        return failure(Error::Kind::Unauthorized, tr("Sign in first."));
    if (isAllowed(m_current->role, permission))
        return {};
    const bool receptionMay = isAllowed(Role::Reception, permission);
    const bool surgeonMay = isAllowed(Role::Surgeon, permission);
    const QString who = receptionMay ? tr("Reception and administrators may do this.")
        : surgeonMay                 ? tr("Surgeons and administrators may do this.")
                                     : tr("Only an administrator may do this.");
    return failure(Error::Kind::Forbidden, who);
}

Task<StaffMember> Session::add(QString name, Role role, QString pin)
{
    const QString shown = name.simplified();
    const QString problem = nameProblem(shown);
    if (!problem.isEmpty())
        co_return failure(Error::Kind::Invalid, problem);
    if (!isPin(pin))
        co_return failure(Error::Kind::Invalid, tr("A PIN has 4 to 12 digits."));
    const Result<void> permitted = require(Permission::EditStaff);
    auto hashing = [pin] { return hashedPin(pin); };
    const QFuture<QString> hashed = QtConcurrent::run(&m_hashing, std::move(hashing));
    const QString hash = co_await hashed;
    if (hash.isEmpty())
        co_return failure(Error::Kind::Storage,
                          tr("There is not enough memory to store the PIN safely."));
    StaffMember member;
    member.id = StaffId(newUuid(m_clock()));
    member.name = shown;
    member.role = role;
    auto work = [member, hash, permitted, by = currentId(),
                 now = m_clock()](QSqlDatabase &db) -> Result<StaffMember> {
        const Result<int> count = countOf(db, {});
        if (!count)
            return tl::unexpected<Error>(count.error());
        if (*count > 0 && !permitted)
            return tl::unexpected<Error>(permitted.error());
        {
            Statement insert(db,
                             u"INSERT INTO staff (id, name, name_key, role, pin_hash) "
                             "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name_key) DO NOTHING"_s);
            if (Result<void> done = insert.run(member.id, member.name, foldedName(member.name),
                                               enumName(member.role), hash);
                !done)
                return tl::unexpected<Error>(done.error());
            if (insert.affected() != 1)
                return failure(Error::Kind::Conflict,
                               tr("Somebody of this name is on the list already. Choose another "
                                  "name, with a middle initial for instance."));
        }
        if (Result<void> noted = noteStaff(db, now, by, u"staff-add"_s, member.id); !noted)
            return tl::unexpected<Error>(noted.error());
        return member;
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<QList<StaffMember>> Session::list()
{
    auto work = [](QSqlDatabase &db) -> Result<QList<StaffMember>> {
        Statement query(db, u"SELECT id, name, role, disabled FROM staff ORDER BY name_key"_s);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        QList<StaffMember> members;
        while (query.next())
            members.append(memberAt(query));
        return members;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<void> Session::disable(QString name)
{
    const Result<void> permitted = require(Permission::EditStaff);
    if (!permitted)
        co_return permitted;
    auto work = [name, by = currentId(), now = m_clock()](QSqlDatabase &db) -> Result<StaffId> {
        const Result<Stored> stored = storedOf(db, name);
        if (!stored)
            return tl::unexpected<Error>(stored.error());
        if (stored->member.id.isEmpty())
            return failure(Error::Kind::NotFound, tr("Nobody of this name is on the list."));
        if (stored->member.disabled)
            return stored->member.id;
        const Result<int> left = countOf(db, u" WHERE role = 'Administrator' AND disabled = 0"_s);
        if (!left)
            return tl::unexpected<Error>(left.error());
        if (stored->member.role == Role::Administrator && *left <= 1)
            return failure(Error::Kind::Invalid,
                           tr("This is the last administrator. Make another one first."));
        Statement update(db, u"UPDATE staff SET disabled = 1 WHERE id = ?"_s);
        if (Result<void> done = update.run(stored->member.id); !done)
            return tl::unexpected<Error>(done.error());
        if (Result<void> noted = noteStaff(db, now, by, u"staff-disable"_s, stored->member.id);
            !noted)
            return tl::unexpected<Error>(noted.error());
        return stored->member.id;
    };
    const Result<StaffId> disabled = co_await m_database->transact(std::move(work));
    if (!disabled)
        co_return tl::unexpected<Error>(disabled.error());
    if (m_current && m_current->id == *disabled)
        signOut();
    co_return Result<void>();
}

Task<bool> Session::hasStaff()
{
    auto work = [](QSqlDatabase &db) -> Result<bool> {
        const Result<int> count = countOf(db, {});
        if (!count)
            return tl::unexpected<Error>(count.error());
        return *count > 0;
    };
    co_return co_await m_database->run(std::move(work));
}
