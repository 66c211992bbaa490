// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lures.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

Lures::Lures()
{
    m_server.listen(QHostAddress::LocalHost);
#ifdef Q_OS_UNIX
    if (mkfifo(QFile::encodeName(pipe()).constData(), 0600) != 0)
        qFatal("no pipe");
#else
    QFile file(pipe());
    file.open(QIODevice::WriteOnly);
#endif
}

bool Lures::holdsWhoeverOpens()
{
#ifdef Q_OS_UNIX
    return true;
#else
    return false;
#endif
}

bool Lures::isSomebodyHeld() const
{
#ifdef Q_OS_UNIX
    // Opening it for writing succeeds only beside a reader.
    const int descriptor =
        ::open(QFile::encodeName(pipe()).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    ::close(descriptor);
    return true;
#else
    return false;
#endif
}
