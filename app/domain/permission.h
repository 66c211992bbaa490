// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

namespace permissions {
Q_NAMESPACE

enum class Role { Reception, Surgeon, Administrator };
Q_ENUM_NS(Role)

//! What somebody may do (architecture.md section 6).
enum class Permission {
    SeeDay,
    SeePatients,
    EditPatients,
    Book,
    RunVisit,
    Plans,
    Chart,
    RetryOutbox,
    DiscardOutbox,
    Settings,
    EditStaff,
    ErasePatient
};
Q_ENUM_NS(Permission)
} // namespace permissions
using permissions::Permission;
using permissions::Role;

bool isAllowed(Role role, Permission permission);
