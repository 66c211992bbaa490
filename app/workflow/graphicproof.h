// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/gate.h"
#include "app/domain/graphiccheck.h"

#include <QThreadPool>

//! A picture of others that may be shown: let through by the check and painted once in a process of
//! its own.
struct ProvedGraphic {
    QByteArray bytes;
    GraphicFacts facts;
    std::chrono::milliseconds painting{0}; //!< processor time of parsing and painting it once
};

//! What a picture is for: its limits.
enum class GraphicUse { Chart, Background };

//! Decides whether a picture may reach a window. It reads no file and keeps nothing; whoever keeps
//! the bytes of a ProvedGraphic need not ask again. On the thread of the windows; the work is done
//! on a pool thread and in vestibule-prove-graphic, at most two at a time.
class GraphicProof
{
public:
    //! The process itself has two seconds of processor time: only on a busy computer it needs more.
    static constexpr std::chrono::seconds LongestProof{20};

    explicit GraphicProof(QString program = programPath(),
                          std::chrono::milliseconds limit = LongestProof);
    Q_DISABLE_COPY_MOVE(GraphicProof)

    //! Invalid: refused, or not to be painted with the time and memory that a picture may take.
    //! Timeout: this computer was too busy. Storage: the proving program is missing or broken. All
    //! with words; none of them names anything out of the picture.
    Task<ProvedGraphic> prove(QByteArray bytes, GraphicType declared,
                              GraphicUse use = GraphicUse::Chart);

    //! Beside our own program, else where a package puts it; the first of them when it is in
    //! neither.
    static QString programPath();
    //! The same for programs that are in \a folder.
    static QString programPathFor(const QString &folder);

private:
    Task<ProvedGraphic> painted(QByteArray bytes, GraphicFacts facts);

    QString m_program;
    std::chrono::milliseconds m_limit;
    int m_running = 0;
    Gate m_place;
    QThreadPool m_pool; //!< Qt paints with its own pool: a page must not wait for a check
};
