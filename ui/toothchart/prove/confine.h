// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! What this process gives up before it touches bytes of others, in the way of this operating
//! system. It cannot be taken back.
//!
//! Unix: 2 s of processor time, 512 MB of address space, no new file, pipe or connection, nothing
//! written to a file, no core dump. Windows: a job of its own with the same time and memory and no
//! further process; files stay possible there. Standard input carries bytes as they are.
//!
//! False when a limit could not be set: the process then has to end.
[[nodiscard]] bool confine();

//! How a process ends that has used up its time, where the operating system lets it say so.
constexpr int OutOfTime = 5;
