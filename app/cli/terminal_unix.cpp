// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace {

constexpr qsizetype longestLine = 4096;

} // namespace

std::optional<QString> askUnseen(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return std::nullopt;
    const auto say = [terminal](const QByteArray &bytes) {
        const ssize_t written = ::write(terminal, bytes.constData(), size_t(bytes.size()));
        Q_UNUSED(written)
    };
    termios before{};
    const bool steered = ::tcgetattr(terminal, &before) == 0;
    if (steered) {
        termios unseen = before;
        unseen.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(terminal, TCSAFLUSH, &unseen);
    }
    say(question.toUtf8());
    QByteArray line;
    char c = 0;
    while (line.size() < longestLine && ::read(terminal, &c, 1) == 1 && c != '\n')
        line.append(c);
    if (steered)
        ::tcsetattr(terminal, TCSAFLUSH, &before);
    say("\n");
    ::close(terminal);
    return QString::fromUtf8(line);
}
