// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

//! What went wrong in words: the error's own message, or words for its kind and system when it
//! brought none. Never a raw status code alone.
QString errorText(const Error &error);

//! What staff can do about it, in one short sentence; empty when nothing is to be done.
QString errorAdvice(const Error &error);
