// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/money.h"

#include <QLocale>

//! Money and quantities as a language writes them, whatever the desk's language is.
namespace moneytext {

//! "2 480.00"; no currency.
QString amount(const Money &money, const QLocale &locale);
//! With the currency's sign where the language writes it: "Rs 2,480.00", "2 480,00 Rs".
QString money(const Money &money, const QLocale &locale);
//! "1", "1.5".
QString quantity(Thousandths value, const QLocale &locale);

} // namespace moneytext
