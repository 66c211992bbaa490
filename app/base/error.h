// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QMetaEnum>
#include <QString>
#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace systems {
Q_NAMESPACE

//! The outside systems, and None for what happens at the desk itself.
enum class Service {
    None,
    Zoho,
    DentalTap,
    QuickBooks,
    GoogleCalendar,
    DentalDesktop,
    OpenDental,
    Julie
};
Q_ENUM_NS(Service)
} // namespace systems
using systems::Service;

//! Why something did not happen: a closed set of kinds that callers branch on, and words for
//! people.
struct Error {
    Q_GADGET

public:
    enum class Kind {
        Offline, //!< not reached, or the connection broke; a write may have happened
        Timeout, //!< no answer in time; a write may have happened
        Unauthorized, //!< the system wants a new sign-in
        Forbidden, //!< signed in, but not allowed
        NotFound,
        Conflict, //!< somebody else changed or took it
        RateLimited,
        Invalid, //!< refused: what was asked can never work as it is
        Server, //!< the other side failed
        Protocol, //!< an answer that the contract does not know
        Cancelled,
        Storage, //!< the local database or key store
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Invalid;
    QString
        message; //!< what happened, what it means, what to do; never personal data from an answer
    Service service = Service::None;
    int httpStatus = 0; //!< 0 when there was no answer
    std::optional<std::chrono::seconds> retryAfter;
    bool unsent = false; //!< certain: nothing left this computer

    Error() = default;
    Error(Kind k, QString text, Service s = Service::None, int status = 0,
          std::optional<std::chrono::seconds> after = std::nullopt)
        : kind(k), message(std::move(text)), service(s), httpStatus(status), retryAfter(after)
    {
    }

    //! True when the same request may succeed later without anybody doing anything.
    bool isTransient() const
    {
        return kind == Kind::Offline || kind == Kind::Timeout || kind == Kind::RateLimited
            || kind == Kind::Server;
    }

    friend bool operator==(const Error &, const Error &) = default;
};

//! A value or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

//! A call with one answer. It starts at once and goes on when the handle is dropped.
template <class T>
using Task = QCoro::Task<Result<T>>;

//! Shorthand for the error branch of a Result.
inline tl::unexpected<Error> failure(Error::Kind kind, QString message,
                                     Service service = Service::None)
{
    return tl::unexpected<Error>(Error(kind, std::move(message), service));
}

//! The enumerator's name, for storage and logs.
template <class E>
QString enumName(E value)
{
    return QString::fromLatin1(QMetaEnum::fromType<E>().valueToKey(int(value)));
}

//! The enumerator of that name, or nothing.
template <class E>
std::optional<E> enumFromName(QStringView name)
{
    bool ok = false;
    const int value = QMetaEnum::fromType<E>().keyToValue(name.toLatin1().constData(), &ok);
    return ok ? std::optional<E>(static_cast<E>(value)) : std::nullopt;
}
