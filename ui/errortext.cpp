// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "ui/widgets/wording.h"

#include <QCoreApplication>

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorText(const Error &error)
{
    if (!error.message.isEmpty())
        return error.message;
    const QString who = wording::system(error.service);
    switch (error.kind) {
    case Error::Kind::Offline:
        return ErrorText::tr("%1 cannot be reached.").arg(who);
    case Error::Kind::Timeout:
        return ErrorText::tr("%1 did not answer in time.").arg(who);
    case Error::Kind::Unauthorized:
        if (error.service == Service::None)
            return ErrorText::tr("Nobody is signed in at this desk.");
        return ErrorText::tr("%1 asks for a new sign-in.").arg(who);
    case Error::Kind::Forbidden:
        if (error.service == Service::None)
            return ErrorText::tr("Your role does not allow this.");
        return ErrorText::tr("%1 does not allow this.").arg(who);
    case Error::Kind::NotFound:
        return ErrorText::tr("%1 does not know this record (any more).").arg(who);
    case Error::Kind::Conflict:
        return ErrorText::tr("It was changed elsewhere in the meantime.");
    case Error::Kind::RateLimited:
        return ErrorText::tr("%1 asks for a pause.").arg(who);
    case Error::Kind::Invalid:
        return ErrorText::tr("%1 refused this as it is.").arg(who);
    case Error::Kind::Server:
        return ErrorText::tr("%1 has a fault of its own.").arg(who);
    case Error::Kind::Protocol:
        return ErrorText::tr("%1 gave an answer that Vestibule does not understand.").arg(who);
    case Error::Kind::Cancelled:
        return ErrorText::tr("It was stopped.");
    case Error::Kind::Storage:
        return ErrorText::tr("The database of this desk could not be read or written.");
    }
    return {};
}

QString errorAdvice(const Error &error)
{
    if (error.isTransient())
        return ErrorText::tr("It is tried again by itself.");
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return ErrorText::tr("Sign in.");
    case Error::Kind::Conflict:
        return ErrorText::tr("Look at it again, then repeat.");
    case Error::Kind::Forbidden:
        return ErrorText::tr("Ask an administrator.");
    default:
        return {};
    }
}
