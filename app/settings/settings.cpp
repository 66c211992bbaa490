// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/chartsettings.h"
#include "app/settings/inireading.h"
#include "app/settings/opendentalsettings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using settings::readCharts;
using settings::Reading;
using settings::readOpenDental;
using settings::words;

//! "1 07:30-12:00, 1 13:30-18:30, …" (1 = Monday).
std::optional<QList<OpeningSpan>> hoursOf(const QStringList &parts)
{
    static const QRegularExpression form(
        u"^([1-7])(?:-([1-7]))? +(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})$"_s);
    QList<OpeningSpan> hours;
    for (const QString &part : parts) {
        const QRegularExpressionMatch match = form.match(part);
        const QTime from = QTime::fromString(match.captured(3), u"H:mm"_s);
        const QTime to = QTime::fromString(match.captured(4), u"H:mm"_s);
        if (!match.hasMatch() || !from.isValid() || !to.isValid() || to <= from)
            return std::nullopt;
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        for (int day = first; day <= last; ++day)
            hours.append(OpeningSpan{day, from, to});
    }
    return hours;
}

QString hoursText(const QList<OpeningSpan> &hours)
{
    QStringList parts;
    for (const OpeningSpan &span : hours)
        parts.append(u"%1 %2-%3"_s.arg(span.weekday)
                         .arg(span.from.toString(u"HH:mm"_s), span.to.toString(u"HH:mm"_s)));
    return parts.join(u", "_s);
}

//! "VAT=5, Exempt=7": the CRM's tax names to QuickBooks tax code ids.
std::optional<QHash<QString, QString>> taxCodesOf(const QStringList &parts)
{
    QHash<QString, QString> codes;
    for (const QString &part : parts) {
        const qsizetype equals = part.lastIndexOf(u'=');
        const QString name = part.left(equals).trimmed();
        const QString id = part.mid(equals + 1).trimmed();
        if (equals < 1 || name.isEmpty() || id.isEmpty())
            return std::nullopt;
        codes.insert(name, id);
    }
    return codes;
}

QString taxCodesText(const QHash<QString, QString> &codes)
{
    QStringList parts;
    for (auto it = codes.cbegin(); it != codes.cend(); ++it)
        parts.append(it.key() + u'=' + it.value());
    parts.sort();
    return parts.join(u", "_s);
}

bool isProfileName(const QString &profile)
{
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"_s);
    return form.match(profile).hasMatch();
}

void readClinic(Reading &reading, Settings &settings)
{
    reading.read(u"clinic/name"_s, settings.clinicName);
    reading.read(u"clinic/timeZone"_s, settings.timeZone);
    if (!QTimeZone(settings.timeZone).isValid())
        reading.refuse(u"clinic/timeZone"_s,
                       words(QT_TRANSLATE_NOOP("Settings",
                                               "it is the name of a time zone such as "
                                               "Indian/Mauritius")));
    QString currency = settings.currency.code;
    reading.read(u"clinic/currency"_s, currency);
    if (const Result<Currency> known = currencyFromCode(currency))
        settings.currency = *known;
    else
        reading.refuse(u"clinic/currency"_s, known.error().message);
    reading.readWord(u"clinic/language"_s, settings.language, {QString(), u"en"_s, u"fr"_s});
    reading.read(u"clinic/phoneCountry"_s, settings.phoneCountry);
    static const QRegularExpression country(u"^[A-Z]{2}$"_s);
    if (!country.match(settings.phoneCountry).hasMatch())
        reading.refuse(u"clinic/phoneCountry"_s,
                       words(QT_TRANSLATE_NOOP("Settings", "it is a country code such as MU")));
    QStringList hours;
    reading.read(u"clinic/hours"_s, hours);
    if (!hours.isEmpty()) {
        if (const auto spans = hoursOf(hours))
            settings.hours = *spans;
        else
            reading.refuse(u"clinic/hours"_s,
                           words(QT_TRANSLATE_NOOP("Settings",
                                                   "it is a list such as 1-5 07:30-12:00, 6 "
                                                   "07:30-12:00 (1 = Monday)")));
    }
    reading.read(u"clinic/waitAmberMinutes"_s, settings.waitAmberMinutes, 1, 600);
    reading.read(u"clinic/waitRedMinutes"_s, settings.waitRedMinutes, 1, 600);
    reading.read(u"clinic/dayBeforeSignIn"_s, settings.dayBeforeSignIn);
}

void readZoho(Reading &reading, Settings::Zoho &zoho)
{
    reading.read(u"zoho/apiUrl"_s, zoho.apiUrl);
    reading.read(u"zoho/accountsUrl"_s, zoho.accountsUrl);
    reading.read(u"zoho/webUrl"_s, zoho.webUrl);
    reading.read(u"zoho/clientId"_s, zoho.clientId);
    reading.read(u"zoho/dealBooked"_s, zoho.dealBooked);
    reading.read(u"zoho/dealLost"_s, zoho.dealLost);
    reading.read(u"zoho/dealWon"_s, zoho.dealWon);
    reading.read(u"zoho/dealPipeline"_s, zoho.dealPipeline);
    reading.read(u"zoho/quoteDraft"_s, zoho.quoteDraft);
    reading.read(u"zoho/quoteConfirmed"_s, zoho.quoteConfirmed);
    reading.read(u"zoho/quoteWon"_s, zoho.quoteWon);
    reading.read(u"zoho/quoteLost"_s, zoho.quoteLost);
    reading.read(u"zoho/orderCreated"_s, zoho.orderCreated);
    reading.read(u"zoho/orderApproved"_s, zoho.orderApproved);
    reading.read(u"zoho/orderDelivered"_s, zoho.orderDelivered);
    reading.read(u"zoho/orderCancelled"_s, zoho.orderCancelled);
    reading.read(u"zoho/triggers"_s, zoho.triggers);
    reading.read(u"zoho/walkInProductCode"_s, zoho.walkInProductCode);
    reading.read(u"zoho/depositProductCode"_s, zoho.depositProductCode);
    reading.read(u"zoho/callsPerDay"_s, zoho.callsPerDay, 1, 100000000);
}

void readDentalDesktop(Reading &reading, const QString &group, Settings::DentalDesktop &server)
{
    const auto key = [&group](QLatin1StringView name) { return QString(group + u'/' + name); };
    reading.read(key("url"_L1), server.url);
    if (server.isSetUp() && server.url.scheme() != u"https"_s)
        reading.refuse(
            key("url"_L1),
            words(QT_TRANSLATE_NOOP("Settings", "it is an address that begins with https://")));
    reading.read(key("user"_L1), server.user);
    reading.read(key("thumbprints"_L1), server.thumbprints);
    reading.read(key("authorityFile"_L1), server.authorityFile);
    reading.read(key("allowExpired"_L1), server.allowExpired);
    reading.read(key("patientIdParameter"_L1), server.patientIdParameter);
    reading.readWord(key("passwordCharset"_L1), server.passwordCharset,
                     {u"utf-8"_s, u"iso-8859-1"_s});
    reading.read(key("requestMinutes"_L1), server.requestMinutes, 1, 120);
    static const QRegularExpression pin(u"^(\\S+:\\d{1,5}\\s*=)?\\s*[0-9A-Fa-f: ]+$"_s);
    for (const QString &thumbprint : std::as_const(server.thumbprints)) {
        if (!pin.match(thumbprint).hasMatch())
            reading.refuse(key("thumbprints"_L1),
                           words(QT_TRANSLATE_NOOP("Settings",
                                                   "it is a list of SHA-1 or SHA-256 fingerprints, "
                                                   "or host:port=SHA-256")));
    }
    static const QRegularExpression name(u"^[A-Za-z][A-Za-z0-9_]*$"_s);
    if (!name.match(server.patientIdParameter).hasMatch())
        reading.refuse(key("patientIdParameter"_L1),
                       words(QT_TRANSLATE_NOOP("Settings", "it is PatientId or SSN")));
}

void readDentalDesktops(Reading &reading, Settings &settings)
{
    readDentalDesktop(reading, u"dentaldesktop"_s, settings.dentaldesktop);
    reading.read(u"dentaldesktop/patientIdField"_s, settings.patientIdField);
    static const QRegularExpression field(u"^[A-Za-z][A-Za-z0-9_]{0,49}$"_s);
    if (!settings.patientIdField.isEmpty() && !field.match(settings.patientIdField).hasMatch())
        reading.refuse(
            u"dentaldesktop/patientIdField"_s,
            words(QT_TRANSLATE_NOOP("Settings", "it is the API name of a Contact field")));
    const QString prefix = u"dentaldesktop."_s;
    static const QRegularExpression site(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"_s);
    for (const QString &group : reading.groups()) {
        if (!group.startsWith(prefix))
            continue;
        Settings::DentalDesktop server;
        server.site = group.mid(prefix.size());
        if (!site.match(server.site).hasMatch())
            reading.refuse(group,
                           words(QT_TRANSLATE_NOOP("Settings",
                                                   "a site's name is made of letters, digits, - "
                                                   "and _")));
        readDentalDesktop(reading, group, server);
        settings.dentaldesktopSites.append(server);
    }
}

void readLocalPrograms(Reading &reading, Settings &settings)
{
    Settings::DesktopCommand &command = settings.desktopCommand;
    reading.read(u"dentaldesktop/command"_s, command.path);
    reading.read(u"dentaldesktop/commandMerge"_s, command.merge);
    reading.read(u"dentaldesktop/commandSeconds"_s, command.seconds, 1, 3600);
    Settings::Vdds &vdds = settings.vdds;
    reading.read(u"vdds/file"_s, vdds.file);
    reading.read(u"vdds/imaging"_s, vdds.imaging);
    reading.read(u"vdds/section"_s, vdds.section);
    static const QRegularExpression section(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"_s);
    if (!section.match(vdds.section).hasMatch())
        reading.refuse(
            u"vdds/section"_s,
            words(QT_TRANSLATE_NOOP("Settings", "it is a name of letters, digits, - and _")));
    reading.read(u"vdds/practiceNumber"_s, vdds.practiceNumber);
    reading.read(u"vdds/firstCallSeconds"_s, vdds.firstCallSeconds, 1, 3600);
    reading.read(u"vdds/callSeconds"_s, vdds.callSeconds, 1, 3600);
    reading.read(u"vdds/pollMilliseconds"_s, vdds.pollMilliseconds, 20, 5000);
}

} // namespace

QString Settings::DentalDesktop::passwordKey() const
{
    return site.isEmpty() ? u"dentaldesktop.password"_s
                          : QString(u"dentaldesktop."_s + site + u".password"_s);
}

QList<Settings::DentalDesktop> Settings::dentalDesktopServers() const
{
    QList<DentalDesktop> servers;
    if (dentaldesktop.isSetUp())
        servers.append(dentaldesktop);
    for (const DentalDesktop &site : dentaldesktopSites) {
        if (site.isSetUp())
            servers.append(site);
    }
    return servers;
}

Result<Settings> Settings::load(const QString &file)
{
    Settings settings;
    for (int day = 1; day <= 6; ++day) {
        settings.hours.append(OpeningSpan{day, QTime(7, 30), QTime(12, 0)});
        if (day < 6)
            settings.hours.append(OpeningSpan{day, QTime(13, 30), QTime(18, 30)});
    }
    settings.keychainService = u"vestibule/"_s + settings.profile;
    settings.dataDirectory = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/vestibule/"_s + settings.profile;
    if (!QFileInfo::exists(file))
        return settings;
    Reading reading(file);
    if (!reading.isReadable())
        return failure(
            Error::Kind::Invalid,
            words(QT_TRANSLATE_NOOP("Settings", "%1 cannot be read as settings.")).arg(file));
    readClinic(reading, settings);
    readZoho(reading, settings.zoho);
    reading.read(u"dentaltap/url"_s, settings.dentaltap.url);
    reading.read(u"dentaltap/requestsPerSecond"_s, settings.dentaltap.requestsPerSecond, 1, 1000);
    reading.read(u"dentaltap/burst"_s, settings.dentaltap.burst, 1, 1000);
    reading.read(u"dentaltap/pollSeconds"_s, settings.dentaltap.pollSeconds, 1, 3600);
    reading.readWord(u"dentaltap/toothNumbering"_s, settings.dentaltap.toothNumbering,
                     {u"fdi"_s, u"universal"_s});
    readCharts(reading, settings.dentaltap.charts);
    QuickBooks &ledger = settings.quickbooks;
    reading.read(u"quickbooks/apiUrl"_s, ledger.apiUrl);
    reading.read(u"quickbooks/tokenUrl"_s, ledger.tokenUrl);
    reading.read(u"quickbooks/webUrl"_s, ledger.webUrl);
    reading.read(u"quickbooks/realmId"_s, ledger.realmId);
    reading.read(u"quickbooks/clientId"_s, ledger.clientId);
    reading.read(u"quickbooks/itemId"_s, ledger.itemId);
    QStringList codes;
    reading.read(u"quickbooks/taxCodes"_s, codes);
    if (const auto byName = taxCodesOf(codes))
        ledger.taxCodes.byName = *byName;
    else
        reading.refuse(u"quickbooks/taxCodes"_s,
                       words(QT_TRANSLATE_NOOP("Settings",
                                               "it is a list such as VAT=5, Zero=7 (tax name = "
                                               "QuickBooks tax code)")));
    reading.read(u"quickbooks/exemptTaxCode"_s, ledger.taxCodes.exempt);
    GoogleCalendar &calendar = settings.googlecalendar;
    reading.read(u"googlecalendar/apiUrl"_s, calendar.apiUrl);
    reading.read(u"googlecalendar/tokenUrl"_s, calendar.tokenUrl);
    reading.read(u"googlecalendar/clientId"_s, calendar.clientId);
    reading.readWord(u"googlecalendar/writer"_s, calendar.writer,
                     {u"vestibule"_s, u"dentaltap"_s, u"crm"_s});
    reading.read(u"googlecalendar/pollSeconds"_s, calendar.pollSeconds, 5, 3600);
    reading.read(u"googlecalendar/patientName"_s, settings.patientNameInCalendar);
    readDentalDesktops(reading, settings);
    readLocalPrograms(reading, settings);
    readOpenDental(reading, settings);
    reading.readWord(u"twins/creator"_s, settings.twinsCreator, {u"vestibule"_s, u"crm"_s});
    if (reading.error())
        return tl::unexpected<Error>(*reading.error());
    return settings;
}

Result<void> Settings::save(const QString &file) const
{
    // Keys that this program does not know, such as a script's own section, stay.
    QSettings ini(file, QSettings::IniFormat);
    const auto put = [&ini](const QString &key, const QVariant &value) {
        // As text: until the program ends, whoever loads the file gets what was put, not what is
        // read.
        ini.setValue(key, value.toString());
    };
    put(u"clinic/name"_s, clinicName);
    put(u"clinic/timeZone"_s, QString::fromUtf8(timeZone));
    put(u"clinic/currency"_s, currency.code);
    put(u"clinic/language"_s, language);
    put(u"clinic/phoneCountry"_s, phoneCountry);
    put(u"clinic/hours"_s, hoursText(hours));
    put(u"clinic/waitAmberMinutes"_s, waitAmberMinutes);
    put(u"clinic/waitRedMinutes"_s, waitRedMinutes);
    put(u"clinic/dayBeforeSignIn"_s, dayBeforeSignIn);
    put(u"zoho/apiUrl"_s, zoho.apiUrl.toString());
    put(u"zoho/accountsUrl"_s, zoho.accountsUrl.toString());
    put(u"zoho/webUrl"_s, zoho.webUrl.toString());
    put(u"zoho/clientId"_s, zoho.clientId);
    put(u"zoho/dealBooked"_s, zoho.dealBooked);
    put(u"zoho/dealLost"_s, zoho.dealLost);
    put(u"zoho/dealWon"_s, zoho.dealWon);
    put(u"zoho/dealPipeline"_s, zoho.dealPipeline);
    put(u"zoho/quoteDraft"_s, zoho.quoteDraft);
    put(u"zoho/quoteConfirmed"_s, zoho.quoteConfirmed);
    put(u"zoho/quoteWon"_s, zoho.quoteWon);
    put(u"zoho/quoteLost"_s, zoho.quoteLost);
    put(u"zoho/orderCreated"_s, zoho.orderCreated);
    put(u"zoho/orderApproved"_s, zoho.orderApproved);
    put(u"zoho/orderDelivered"_s, zoho.orderDelivered);
    put(u"zoho/orderCancelled"_s, zoho.orderCancelled);
    put(u"zoho/triggers"_s, zoho.triggers.join(u", "_s));
    put(u"zoho/walkInProductCode"_s, zoho.walkInProductCode);
    put(u"zoho/depositProductCode"_s, zoho.depositProductCode);
    put(u"zoho/callsPerDay"_s, zoho.callsPerDay);
    put(u"dentaltap/url"_s, dentaltap.url.toString());
    put(u"dentaltap/requestsPerSecond"_s, dentaltap.requestsPerSecond);
    put(u"dentaltap/burst"_s, dentaltap.burst);
    put(u"dentaltap/pollSeconds"_s, dentaltap.pollSeconds);
    put(u"dentaltap/toothNumbering"_s, dentaltap.toothNumbering);
    settings::writeCharts(put, dentaltap.charts);
    put(u"quickbooks/apiUrl"_s, quickbooks.apiUrl.toString());
    put(u"quickbooks/tokenUrl"_s, quickbooks.tokenUrl.toString());
    put(u"quickbooks/webUrl"_s, quickbooks.webUrl.toString());
    put(u"quickbooks/realmId"_s, quickbooks.realmId);
    put(u"quickbooks/clientId"_s, quickbooks.clientId);
    put(u"quickbooks/itemId"_s, quickbooks.itemId);
    put(u"quickbooks/taxCodes"_s, taxCodesText(quickbooks.taxCodes.byName));
    put(u"quickbooks/exemptTaxCode"_s, quickbooks.taxCodes.exempt);
    put(u"googlecalendar/apiUrl"_s, googlecalendar.apiUrl.toString());
    put(u"googlecalendar/tokenUrl"_s, googlecalendar.tokenUrl.toString());
    put(u"googlecalendar/clientId"_s, googlecalendar.clientId);
    put(u"googlecalendar/writer"_s, googlecalendar.writer);
    put(u"googlecalendar/pollSeconds"_s, googlecalendar.pollSeconds);
    put(u"googlecalendar/patientName"_s, patientNameInCalendar);
    const auto putServer = [&put](const QString &group, const DentalDesktop &server) {
        const auto key = [&group](QLatin1StringView name) { return QString(group + u'/' + name); };
        put(key("url"_L1), server.url.toString());
        put(key("user"_L1), server.user);
        put(key("thumbprints"_L1), server.thumbprints.join(u", "_s));
        put(key("authorityFile"_L1), server.authorityFile);
        put(key("allowExpired"_L1), server.allowExpired);
        put(key("patientIdParameter"_L1), server.patientIdParameter);
        put(key("passwordCharset"_L1), server.passwordCharset);
        put(key("requestMinutes"_L1), server.requestMinutes);
    };
    putServer(u"dentaldesktop"_s, dentaldesktop);
    put(u"dentaldesktop/patientIdField"_s, patientIdField);
    for (const DentalDesktop &server : dentaldesktopSites)
        putServer(QString(u"dentaldesktop."_s + server.site), server);
    put(u"dentaldesktop/command"_s, desktopCommand.path);
    put(u"dentaldesktop/commandMerge"_s, desktopCommand.merge);
    put(u"dentaldesktop/commandSeconds"_s, desktopCommand.seconds);
    put(u"vdds/file"_s, vdds.file);
    put(u"vdds/imaging"_s, vdds.imaging);
    put(u"vdds/section"_s, vdds.section);
    put(u"vdds/practiceNumber"_s, vdds.practiceNumber);
    put(u"vdds/firstCallSeconds"_s, vdds.firstCallSeconds);
    put(u"vdds/callSeconds"_s, vdds.callSeconds);
    put(u"vdds/pollMilliseconds"_s, vdds.pollMilliseconds);
    settings::writeOpenDental(put, *this);
    put(u"twins/creator"_s, twinsCreator);
    ini.sync();
    if (ini.status() != QSettings::NoError)
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Settings", "%1 cannot be written.")).arg(file));
    return {};
}

QString Settings::fileOf(const QString &profile)
{
    if (!isProfileName(profile))
        return {};
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/vestibule/"_s + profile + u".ini"_s;
}

Result<Settings> Settings::ofCall(const QString &profile, const QString &config,
                                  const QString &data)
{
    const QString name = profile.isEmpty() ? u"default"_s : profile;
    const QString file = config.isEmpty() ? fileOf(name) : config;
    if (file.isEmpty()) {
        return failure(
            Error::Kind::Invalid,
            QCoreApplication::translate(
                "Settings", "A profile's name is made of letters, digits, - and _ only."));
    }
    if (!config.isEmpty() && !QFileInfo::exists(config)) {
        return failure(
            Error::Kind::Invalid,
            QCoreApplication::translate(
                "Settings", "There is no settings file at the place that --config names."));
    }
    Result<Settings> settings = load(file);
    if (!settings)
        return settings;
    settings->profile = name;
    settings->keychainService = u"vestibule/"_s + name;
    if (!config.isEmpty() && profile.isEmpty()) {
        const QByteArray path = QFileInfo(config).absoluteFilePath().toUtf8();
        const QByteArray hash =
            QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(12);
        settings->keychainService = u"vestibule/"_s + QString::fromLatin1(hash);
    }
    if (!data.isEmpty())
        settings->dataDirectory = QFileInfo(data).absoluteFilePath();
    return settings;
}
