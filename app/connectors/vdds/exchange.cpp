// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/exchange.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace vdds {

namespace {

//! Writes a request: "[SECTION]" and its lines, the handshake last.
class Writing
{
public:
    explicit Writing(const QString &section)
    {
        m_request.section = section;
        m_request.bytes = "[" + section.toLatin1() + "]\r\n";
    }
    //! An empty value is left out.
    void put(const QString &key, const QString &value)
    {
        QString line = value;
        for (QChar &c : line) {
            const QChar::Category category = c.category();
            if (category == QChar::Other_Control || category == QChar::Other_Format)
                c = u' ';
        }
        line = line.simplified();
        if (line.isEmpty())
            return;
        const QString composed = line.normalized(QString::NormalizationForm_C);
        m_request.changedLetters = m_request.changedLetters || transliterated(composed) != composed;
        m_request.bytes += key.toLatin1() + '=' + encoded(composed, Charset::Windows1252) + "\r\n";
    }
    Request finished()
    {
        m_request.bytes += "READY=0\r\nERRORLEVEL=0\r\nERRORTEXT=\r\n";
        return m_request;
    }

private:
    Request m_request;
};

void putRoute(Writing &writing, const Route &route)
{
    writing.put(u"PVS"_s, route.practice);
    writing.put(u"BVS"_s, route.imaging);
    writing.put(u"PRXNR"_s, route.practiceNumber);
}

QString numberOf(const ImagingPatient &patient)
{
    return patient.number.isEmpty() ? patient.id : patient.number;
}

ImageDescription imageIn(const Ini &ini, const QString &section)
{
    ImageDescription image;
    image.id = ini.text(section, u"MMOID"_s);
    image.type = ini.text(section, u"TYPE"_s);
    bool ok = false;
    const int number = ini.text(section, u"TYPENR"_s).toInt(&ok);
    image.typeNumber = ok ? number : -1;
    image.teeth = ini.text(section, u"TEETH"_s);
    image.date = dateFrom(ini.text(section, u"DATE"_s));
    image.time = timeFrom(ini.text(section, u"TIME"_s));
    image.extension = ini.text(section, u"EXT"_s).toUpper();
    if (image.extension.startsWith(u'.'))
        image.extension.remove(0, 1);
    image.colour = ini.text(section, u"COLORTYPE"_s);
    image.comment = ini.text(section, u"COMMENT"_s);
    return image;
}

//! The sections [MMO1], [MMO2] … in the order of their numbers, as far as they are there: COUNT
//! alone would let a wrong file keep us busy.
QStringList imageSections(const Ini &ini)
{
    QMap<int, QString> numbered;
    for (const QString &section : ini.sections()) {
        bool ok = false;
        const int number =
            section.startsWith(u"MMO"_s, Qt::CaseInsensitive) ? section.mid(3).toInt(&ok) : 0;
        if (ok && number > 0)
            numbered.insert(number, section);
    }
    return numbered.values();
}

} // namespace

Request patientRequest(const ImagingPatient &patient, const Route &route)
{
    Writing writing(u"PATIENT"_s);
    putRoute(writing, route);
    writing.put(u"PATID"_s, patient.id);
    writing.put(u"PATSHOWNR"_s, numberOf(patient));
    writing.put(u"LASTNAME"_s, patient.lastName);
    writing.put(u"FIRSTNAME"_s, patient.firstName);
    // The standard is German: W, not F (VDDS-17).
    const bool female = patient.sex == u"female"_s;
    if (female || patient.sex == u"male"_s)
        writing.put(u"SEX"_s, female ? u"W"_s : u"M"_s);
    writing.put(u"BIRTHDAY"_s, dateText(patient.birthDate));
    return writing.finished();
}

Request imagesRequest(const ImagingPatient &patient, const Route &route, QDate since)
{
    Writing writing(u"PATID"_s);
    putRoute(writing, route);
    writing.put(u"PATID"_s, patient.id);
    writing.put(u"PATSHOWNR"_s, numberOf(patient));
    writing.put(u"DATE"_s, dateText(since));
    return writing.finished();
}

Request copiesRequest(const QStringList &ids, const QString &extension, const Route &route)
{
    Writing writing(u"MMOIDS"_s);
    putRoute(writing, route);
    writing.put(u"COUNT"_s, QString::number(ids.size()));
    writing.put(u"EXT"_s, extension);
    for (qsizetype i = 0; i < ids.size(); ++i)
        writing.put(u"MMOID%1"_s.arg(i + 1), ids.at(i));
    return writing.finished();
}

std::optional<Answer> answerIn(const Ini &ini, const QString &section)
{
    const std::optional<QString> ready = ini.value(section, u"READY"_s);
    if (!ready)
        return std::nullopt;
    Answer answer;
    answer.ready = ready->toInt() == 1;
    const QString level = ini.text(section, u"ERRORLEVEL"_s);
    bool ok = false;
    const int number = level.toInt(&ok);
    // A word in its place is an error as well.
    answer.level = level.isEmpty() ? 0 : ok ? number : 1;
    answer.text = ini.text(section, u"ERRORTEXT"_s);
    if (answer.text.isEmpty())
        answer.text = ini.text(section, u"ERROR-TEXT"_s);
    return answer;
}

QList<ImageDescription> imagesIn(const Ini &ini)
{
    QList<ImageDescription> images;
    for (const QString &section : imageSections(ini)) {
        const ImageDescription image = imageIn(ini, section);
        if (!image.id.isEmpty())
            images.append(image);
    }
    return images;
}

bool areImagesWhole(const Ini &ini)
{
    bool ok = false;
    const qsizetype count = ini.text(u"MMOS"_s, u"COUNT"_s).toInt(&ok);
    return ok && imagesIn(ini).size() >= count;
}

QStringList pathsIn(const Ini &ini, qsizetype count)
{
    QStringList paths;
    for (qsizetype i = 1; i <= count; ++i)
        paths.append(ini.text(u"MMOPATH"_s, u"MMOID%1"_s.arg(i)));
    return paths;
}

Incoming incomingIn(const Ini &ini)
{
    Incoming incoming;
    for (const QString &section : ini.sections()) {
        if (incoming.section.isEmpty() && ini.value(section, u"READY"_s))
            incoming.section = section;
    }
    incoming.supported =
        incoming.section.compare(u"PATID"_s, Qt::CaseInsensitive) == 0 && ini.hasSection(u"MMOS"_s);
    incoming.patientId = ini.text(incoming.section, u"PATID"_s);
    incoming.imaging = ini.text(incoming.section, u"BVS"_s);
    if (incoming.supported)
        incoming.images = imagesIn(ini);
    return incoming;
}

QByteArray answered(const QByteArray &request, const QString &section, bool ready, int level,
                    const QString &text)
{
    Ini ini = Ini::fromBytes(request);
    ini.setValue(section, u"ERRORLEVEL"_s, QString::number(level));
    ini.setValue(section, u"ERRORTEXT"_s, text);
    ini.setValue(section, u"READY"_s, ready ? u"1"_s : u"0"_s);
    return ini.toBytes();
}

QString dateText(QDate date)
{
    return date.isValid() && date.year() > 1 ? date.toString(u"yyyyMMdd"_s) : QString();
}

QDate dateFrom(const QString &text)
{
    // "20261123", "2026-11-23", "2026-11-23T10:30:00".
    static const QRegularExpression form(u"^(\\d{4})-?(\\d{2})-?(\\d{2})(?:$|[T ])"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(),
                     match.captured(3).toInt());
    return date.isValid() && date.year() > 1 ? date : QDate();
}

QTime timeFrom(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,2}):?(\\d{2})(?::?(\\d{2}))?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    return match.hasMatch()
        ? QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
        : QTime();
}

QString masked(const QByteArray &bytes)
{
    // What may be shown; everything else may say who the patient is.
    static const QSet<QString> open{u"READY"_s,   u"ERRORLEVEL"_s, u"PVS"_s,    u"BVS"_s,
                                    u"COUNT"_s,   u"TYPENR"_s,     u"EXT"_s,    u"COLORTYPE"_s,
                                    u"NEWTYPE"_s, u"MAKEMMOS"_s,   u"PVSIMP"_s, u"INFO"_s};
    const Ini ini = Ini::fromBytes(bytes);
    QString text;
    for (const QString &section : ini.sections()) {
        text += QString(u'[' + section + u"]\n"_s);
        for (const QString &key : ini.keys(section)) {
            const QString value = ini.text(section, key);
            const bool shown = value.isEmpty() || open.contains(key.toUpper());
            text += QString(key + u'=' + (shown ? value : u"…"_s) + u'\n');
        }
    }
    return text;
}

} // namespace vdds
