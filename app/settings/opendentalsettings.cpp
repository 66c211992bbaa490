// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/opendentalsettings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace settings {

void readOpenDental(Reading &reading, Settings &settings)
{
    Settings::OpenDental &office = settings.opendental;
    reading.read(u"opendental/url"_s, office.url);
    reading.readWord(u"opendental/mode"_s, office.mode, {u"remote"_s, u"local"_s, u"service"_s});
    reading.read(u"opendental/fallbackUrl"_s, office.fallbackUrl);
    if (!office.fallbackUrl.isEmpty() && office.mode == u"remote"_s)
        reading.refuse(
            u"opendental/fallbackUrl"_s,
            words(QT_TRANSLATE_NOOP("Settings", "it goes with the modes local and service only")));
    reading.readWord(u"opendental/tier"_s, office.tier,
                     {u"readonly"_s, u"standard"_s, u"enterprise"_s});
    reading.readWord(u"opendental/toothNumbering"_s, office.toothNumbering,
                     {u"universal"_s, u"fdi"_s, u"palmer"_s, u"haderup"_s});
    reading.read(u"plans/sources"_s, settings.planSources);
    settings.planSources.removeAll(QString());
    for (const QString &source : std::as_const(settings.planSources)) {
        if (source != u"dentaltap"_s && source != u"opendental"_s)
            reading.refuse(
                u"plans/sources"_s,
                words(QT_TRANSLATE_NOOP("Settings", "it is a list of dentaltap and opendental")));
    }
}

void writeOpenDental(const std::function<void(const QString &, const QVariant &)> &put,
                     const Settings &settings)
{
    const Settings::OpenDental &office = settings.opendental;
    put(u"opendental/url"_s, office.url.toString());
    put(u"opendental/mode"_s, office.mode);
    put(u"opendental/fallbackUrl"_s, office.fallbackUrl.toString());
    put(u"opendental/tier"_s, office.tier);
    put(u"opendental/toothNumbering"_s, office.toothNumbering);
    put(u"plans/sources"_s, settings.planSources.join(u", "_s));
}

} // namespace settings
