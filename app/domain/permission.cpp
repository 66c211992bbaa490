// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/permission.h"

bool isAllowed(Role role, Permission permission)
{
    switch (role) {
    case Role::Administrator:
        return true;
    case Role::Reception:
        switch (permission) {
        case Permission::SeeDay:
        case Permission::SeePatients:
        case Permission::EditPatients:
        case Permission::Book:
        case Permission::RunVisit:
        case Permission::Plans:
        case Permission::RetryOutbox:
            return true;
        case Permission::Chart:
        case Permission::DiscardOutbox:
        case Permission::Settings:
        case Permission::EditStaff:
        case Permission::ErasePatient:
            return false;
        }
        return false;
    case Role::Surgeon:
        switch (permission) {
        case Permission::SeeDay:
        case Permission::RunVisit:
        case Permission::Plans:
        case Permission::Chart:
            return true;
        case Permission::SeePatients:
        case Permission::EditPatients:
        case Permission::Book:
        case Permission::RetryOutbox:
        case Permission::DiscardOutbox:
        case Permission::Settings:
        case Permission::EditStaff:
        case Permission::ErasePatient:
            return false;
        }
        return false;
    }
    return false;
}
