// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// vestibule-print-proposal: reads {"file": …, "proposal": …} from standard input and writes the
// proposal as a PDF document into that file. For vestibule-cli, which cannot paint. Its command
// line is empty: nothing about a patient is ever seen there. Exit 0: written; 1: wrongly called;
// 2: no proposal came; 3: it cannot be painted; 4: the file cannot be written.

#include "ui/plans/proposal.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSaveFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

enum Exit { Written = 0, WronglyCalled = 1, NoProposal = 2, Unpainted = 3, Unwritten = 4 };

//! A proposal with a chart's picture; more is none.
constexpr qsizetype mostInput = 64 * 1024 * 1024;

void keepQuiet(QtMsgType, const QMessageLogContext &, const QString &) { }

QByteArray standardInput()
{
    QByteArray bytes;
    char block[65536];
    while (bytes.size() <= mostInput) {
        const std::size_t read = std::fread(block, 1, sizeof block, stdin);
        if (read == 0)
            break;
        bytes.append(block, qsizetype(read));
    }
    return bytes;
}

int print()
{
    const QByteArray input = standardInput();
    if (input.size() > mostInput)
        return NoProposal;
    const QJsonObject json = QJsonDocument::fromJson(input).object();
    const Result<Proposal> proposal = proposalFromJson(json["proposal"_L1].toObject());
    const QString name = json["file"_L1].toString();
    if (!proposal || name.isEmpty())
        return NoProposal;
    const Result<QByteArray> document = proposaldocument::pdf(*proposal);
    if (!document)
        return Unpainted;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(*document) != document->size()
        || !file.commit())
        return Unwritten;
    return Written;
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(keepQuiet);
    // It has no window, and no screen is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc != 1)
        return WronglyCalled;
    return print();
}
