// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/xml.h"

#include "app/connectors/dentaldesktop/xmltree.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dentaldesktop {

namespace {

int numberOf(const XmlElement &element, QLatin1StringView name)
{
    return element.textOf(name).toInt();
}

bool flagOf(const XmlElement &element, QLatin1StringView name)
{
    return boolFrom(element.textOf(name)).value_or(false);
}

//! An id as Dental Desktop gave it; a GUID in its usual spelling.
QString idOf(const XmlElement &element, QLatin1StringView name)
{
    const QString text = element.textOf(name);
    const QString guid = guidFrom(text);
    return guid.isEmpty() ? text : guid;
}

teeth::Range rangeOf(const XmlElement &element)
{
    return teeth::universalRange(numberOf(element, "From"_L1), numberOf(element, "To"_L1));
}

ScanStation stationOf(const XmlElement &element, const QTimeZone &zone)
{
    ScanStation station;
    station.id = idOf(element, "ClientId"_L1);
    station.hostname = element.textOf("Hostname"_L1);
    station.busy = flagOf(element, "IsBusy"_L1);
    station.operatorName = element.textOf("OperatorName"_L1);
    station.operatorId = element.textOf("OperatorId"_L1);
    station.seenAt = timeFrom(element.textOf("TimeStamp"_L1), zone);
    for (const XmlElement &module : element.listOf("Modules"_L1, "ModuleInfo"_L1))
        station.modules.append({module.textOf("Id"_L1), module.textOf("Title"_L1)});
    return station;
}

ScanCase caseOf(const XmlElement &element, const QTimeZone &zone)
{
    ScanCase found;
    found.id = idOf(element, "CaseId"_L1);
    found.patientName = element.textOf("PatientName"_L1);
    found.integrationId = element.textOf("PatientIntegrationId"_L1);
    found.created = timeFrom(element.textOf("CaseCreationDate"_L1), zone);
    found.sent = timeFrom(element.textOf("CaseSentDate"_L1), zone);
    found.delivery = timeFrom(element.textOf("DeliveryDate"_L1), zone);
    found.receiver = element.textOf("SentToLab"_L1);
    found.modelled = boolFrom(element.textOf("IsModelled"_L1));
    for (const XmlElement &each : element.listOf("Indications"_L1, "IndicationInfo"_L1)) {
        found.indications.append(
            {rangeOf(each), each.textOf("IndicationName"_L1), each.textOf("Shade"_L1)});
    }
    for (const XmlElement &each : element.listOf("AttachedImages"_L1, "AttachedImageInfo"_L1)) {
        found.images.append({idOf(each, "Id"_L1), each.textOf("Name"_L1),
                             timeFrom(each.textOf("TimeStamp"_L1), zone)});
    }
    for (const XmlElement &each : element.listOf("SurfaceScans"_L1, "SurfaceScanInfo"_L1)) {
        SurfaceScan scan;
        scan.id = idOf(each, "Id"_L1);
        scan.teeth = rangeOf(each);
        scan.type = enumFromName<ScanType>(each.textOf("ScanType"_L1)).value_or(ScanType::Unknown);
        scan.sectioned = flagOf(each, "Sectioned"_L1);
        scan.prepared = flagOf(each, "PhysicallyPrepared"_L1);
        scan.changedAt = timeFrom(each.textOf("TimeStamp"_L1), zone);
        found.scans.append(scan);
    }
    // An aid for display where nobody asked by status (section 2.9).
    if (found.modelled.value_or(false))
        found.status = CaseStatus::Modelled;
    else if (!found.scans.isEmpty())
        found.status = CaseStatus::Scanned;
    return found;
}

bool looksLikeImage(const QByteArray &body)
{
    return body.startsWith("\xFF\xD8\xFF") || body.startsWith("\x89PNG\r\n\x1A\n")
        || body.startsWith("II*\0"_ba) || body.startsWith("MM\0*"_ba)
        || (body.startsWith("BM") && body.size() > 26);
}

bool isXmlSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

tl::unexpected<Error> imageDamaged()
{
    return failure(Error::Kind::Protocol,
                   Words::tr("Dental Desktop sent a photo that is damaged. Try again; if it stays, "
                             "look at the photo at the station."),
                   Service::DentalDesktop);
}

tl::unexpected<Error> imageMissing()
{
    return failure(Error::Kind::NotFound, Words::tr("The photo is no longer in Dental Desktop."),
                   Service::DentalDesktop);
}

tl::unexpected<Error> imageTooLarge()
{
    return failure(Error::Kind::Invalid,
                   Words::tr("The photo is larger than 20 MB; it is not loaded here. Look at it at "
                             "the station."),
                   Service::DentalDesktop);
}

//! Base64 with line breaks anywhere.
Result<QByteArray> decoded(QByteArrayView text)
{
    QByteArray packed(text.size(), Qt::Uninitialized);
    char *at = packed.data();
    for (const char c : text) {
        // Written each time and kept or not: 28 million bytes without a branch.
        *at = c;
        at += isXmlSpace(c) ? 0 : 1;
    }
    packed.truncate(at - packed.constData());
    if (packed.isEmpty())
        return imageMissing();
    auto result =
        QByteArray::fromBase64Encoding(std::move(packed), QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return imageDamaged();
    if (result.decoded.size() > largestImage)
        return imageTooLarge();
    return std::move(result.decoded);
}

//! The text between the root's tags where there is nothing else in it, without building a tree of
//! 30 MB: nothing where the document is not of that simple kind.
std::optional<QByteArrayView> soleText(const QByteArray &body)
{
    const qsizetype end = body.lastIndexOf("</");
    if (end < 0)
        return std::nullopt;
    // The end of the last tag before the text, found from the front: the text may be long.
    qsizetype start = body.indexOf('>');
    while (start >= 0 && start < end) {
        qsizetype next = start + 1;
        while (next < end && isXmlSpace(body.at(next)))
            ++next;
        if (next == end || body.at(next) != '<')
            break;
        start = body.indexOf('>', next);
    }
    if (start < 0 || start > end)
        return std::nullopt;
    const QByteArray shell = body.left(start + 1) + body.mid(end);
    // What is left without the text must be one well-formed, childless element.
    const Result<XmlElement> root = readXml(shell);
    if (!root || !root->children.isEmpty() || !root->text.isEmpty() || root->nil)
        return std::nullopt;
    const QByteArrayView text = QByteArrayView(body).sliced(start + 1, end - start - 1);
    return text.contains('&') || text.contains('<') ? std::nullopt
                                                    : std::optional<QByteArrayView>(text);
}

} // namespace

std::optional<bool> boolFrom(QStringView text)
{
    const QStringView word = text.trimmed();
    if (word.compare("true"_L1, Qt::CaseInsensitive) == 0 || word == "1"_L1)
        return true;
    if (word.compare("false"_L1, Qt::CaseInsensitive) == 0 || word == "0"_L1)
        return false;
    return std::nullopt;
}

QString guidFrom(QStringView text)
{
    QString word = text.trimmed().toString();
    if (!word.startsWith(u'{'))
        word = QString(u'{' + word + u'}');
    const QUuid guid = QUuid::fromString(word);
    // The empty GUID has a meaning of its own (section 1) and is a GUID all the same.
    static const QString empty = QUuid().toString();
    if (guid.isNull() && word != empty)
        return {};
    return guid.toString(QUuid::WithoutBraces);
}

QDateTime timeFrom(QStringView text, const QTimeZone &zone)
{
    const QStringView word = text.trimmed();
    qsizetype at = 0;
    const auto digits = [&](qsizetype count, int &value) {
        value = 0;
        for (qsizetype i = 0; i < count; ++i, ++at) {
            if (at >= word.size() || word.at(at) < u'0' || word.at(at) > u'9')
                return false;
            value = value * 10 + (word.at(at).unicode() - u'0');
        }
        return true;
    };
    const auto sign = [&](QStringView any) {
        return at < word.size() && any.contains(word.at(at++));
    };
    int year = 0;
    int month = 0;
    int day = 0;
    if (!digits(4, year) || !sign(u"-") || !digits(2, month) || !sign(u"-") || !digits(2, day))
        return {};
    const QDate date(year, month, day);
    if (year <= 1 || !date.isValid())
        return {};
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    if (at < word.size()) {
        if (!sign(u"Tt ") || !digits(2, hour) || !sign(u":") || !digits(2, minute))
            return {};
        if (at < word.size() && word.at(at) == u':') {
            ++at;
            if (!digits(2, second))
                return {};
        }
        if (at < word.size() && (word.at(at) == u'.' || word.at(at) == u',')) {
            ++at;
            int weight = 100;
            for (; at < word.size() && word.at(at) >= u'0' && word.at(at) <= u'9'; ++at) {
                milliseconds += weight * (word.at(at).unicode() - u'0');
                weight /= 10;
            }
        }
    }
    const QTime time(hour, minute, second, milliseconds);
    if (!time.isValid())
        return {};
    if (at == word.size())
        return QDateTime(date, time, zone).toUTC();
    if (word.sliced(at) == "Z"_L1 || word.sliced(at) == "z"_L1)
        return QDateTime(date, time, Qt::UTC);
    const bool west = word.at(at) == u'-';
    int offsetHours = 0;
    int offsetMinutes = 0;
    if (!sign(u"+-") || !digits(2, offsetHours))
        return {};
    if (at < word.size() && word.at(at) == u':')
        ++at;
    if (!digits(2, offsetMinutes) || at != word.size() || offsetHours > 14 || offsetMinutes > 59)
        return {};
    const int offset = (offsetHours * 60 + offsetMinutes) * 60;
    return QDateTime(date, time, Qt::UTC).addSecs(west ? offset : -offset);
}

Result<QList<ScanStation>> stationsFrom(const QByteArray &body, const QTimeZone &zone)
{
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return tl::unexpected<Error>(root.error());
    QList<ScanStation> stations;
    for (const XmlElement &element : root->childrenOf("ClientInfo"_L1)) {
        const ScanStation station = stationOf(element, zone);
        // One without an id cannot be addressed.
        if (!station.id.isEmpty())
            stations.append(station);
    }
    return stations;
}

Result<QList<ScanCase>> casesFrom(const QByteArray &body, const QTimeZone &zone)
{
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return tl::unexpected<Error>(root.error());
    QList<ScanCase> cases;
    for (const XmlElement &element : root->childrenOf("CaseInfo"_L1)) {
        const ScanCase found = caseOf(element, zone);
        if (!found.id.isEmpty())
            cases.append(found);
    }
    return cases;
}

Result<ScanRequestStatus> statusFrom(const QByteArray &body)
{
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return tl::unexpected<Error>(root.error());
    bool isNumber = false;
    ScanRequestStatus status;
    status.code = root->textOf("StatusCode"_L1).toInt(&isNumber);
    if (!isNumber)
        return unreadableXml();
    status.request = guidFrom(root->textOf("RequestId"_L1));
    status.description = root->textOf("StatusDescription"_L1).left(2000);
    return status;
}

Result<bool> booleanFrom(const QByteArray &body)
{
    if (body.size() < 16) {
        if (const auto bare = boolFrom(QString::fromLatin1(body)))
            return *bare;
    }
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return tl::unexpected<Error>(root.error());
    if (const auto value = boolFrom(root->text))
        return *value;
    return unreadableXml();
}

Result<QByteArray> imageFrom(const QByteArray &body, const QByteArray &contentType)
{
    if (body.isEmpty())
        return imageMissing();
    if (contentType.trimmed().toLower().startsWith("image/") || looksLikeImage(body)) {
        if (body.size() > largestImage)
            return imageTooLarge();
        return body;
    }
    if (const auto text = soleText(body))
        return decoded(*text);
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return tl::unexpected<Error>(root.error());
    if (!root->children.isEmpty())
        return imageDamaged();
    return decoded(root->text.toLatin1());
}

} // namespace dentaldesktop
