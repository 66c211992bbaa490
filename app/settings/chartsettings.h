// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/inireading.h"
#include "app/settings/settings.h"

#include <functional>

namespace settings {

//! "[dentaltap] chart…": how teeth are found on DentalTap's pictures. A wrong value is refused.
void readCharts(Reading &reading, Settings::DentalTap::ChartPictures &charts);
void writeCharts(const std::function<void(const QString &, const QVariant &)> &put,
                 const Settings::DentalTap::ChartPictures &charts);

} // namespace settings
