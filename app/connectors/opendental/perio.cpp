// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/perio.h"

#include "app/connectors/opendental/mapping.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace opendental {

using dental::Site;

namespace {

constexpr int deepest = 19;
constexpr int overgrowth = 100; //!< added to the millimetres of overgrowth
constexpr int worstGrade = 3;

//! The column of each site, by dental::Site.
constexpr std::array columns{QLatin1StringView("MBvalue"), QLatin1StringView("Bvalue"),
                             QLatin1StringView("DBvalue"), QLatin1StringView("MLvalue"),
                             QLatin1StringView("Lvalue"),  QLatin1StringView("DLvalue")};

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Invalid, QCoreApplication::translate("opendental", text),
                   Service::OpenDental);
}

int numberOf(const QJsonValue &value)
{
    return value.isUndefined() ? -1 : int(std::clamp<Key>(keyOf(value), -1, 1000));
}

//! The site's word in a furcation.
QString wordOf(Site site, int fdi)
{
    switch (site) {
    case Site::Vestibular:
        return u"buccal"_s;
    case Site::Oral:
        return u"lingual"_s;
    case Site::MesioOral:
        return fdi % 10 == 4 ? u"mesial"_s : u"mesiopalatal"_s;
    case Site::DistoOral:
        return fdi % 10 == 4 ? u"distal"_s : u"distopalatal"_s;
    default:
        return {};
    }
}

void take(const PerioMeasure &measure, int fdi, ProbedTooth &tooth)
{
    for (int i = 0; i < dental::SiteCount; ++i) {
        const Site where = Site(i);
        const int value = measure.at(where);
        ProbedSite &site = tooth.sites.at(std::size_t(i));
        if (value < 0)
            continue;
        if (measure.kind == u"Probing"_s && value <= deepest) {
            site.depth = value;
        } else if (measure.kind == u"GingMargin"_s) {
            site.recession = recessionOf(value);
        } else if ((measure.kind == u"BleedSupPlaqCalc"_s || measure.kind == u"Bleeding"_s)
                   && value <= 15) {
            site.bleeding = (value & 1) != 0;
            site.suppuration = (value & 2) != 0;
            site.plaque = (value & 4) != 0;
            site.calculus = (value & 8) != 0;
        } else if (measure.kind == u"Furcation"_s && value > 0) {
            tooth.furcation.append(Furcation{wordOf(where, fdi), value});
        }
    }
    if (measure.kind == u"Mobility"_s && measure.toothValue >= 0)
        tooth.mobility = measure.toothValue;
}

} // namespace

PerioMeasure measureFromJson(const QJsonObject &row)
{
    PerioMeasure measure;
    measure.number = keyOf(row[field::perioMeasureNum]);
    measure.exam = keyOf(row[field::perioExamNum]);
    measure.kind = row[field::sequenceType].toString();
    measure.tooth = numberOf(row[field::intTooth]);
    measure.toothValue = numberOf(row[field::toothValue]);
    for (std::size_t i = 0; i < columns.size(); ++i)
        measure.sites.at(i) = numberOf(row[columns.at(i)]);
    return measure;
}

QJsonObject measureToJson(const PerioMeasure &measure)
{
    QJsonObject row{{field::perioExamNum, measure.exam},
                    {field::sequenceType, measure.kind},
                    {field::intTooth, measure.tooth},
                    {field::toothValue, measure.toothValue}};
    for (std::size_t i = 0; i < columns.size(); ++i)
        row.insert(columns.at(i), measure.sites.at(i));
    return row;
}

PerioExam examFromJson(const QJsonObject &row)
{
    PerioExam exam;
    exam.number = keyOf(row[field::perioExamNum]);
    exam.patient = keyOf(row[field::patNum]);
    exam.date = dateOf(row[field::examDate]);
    exam.note = row[field::note].toString();
    return exam;
}

std::optional<int> recessionOf(int stored)
{
    if (stored >= 0 && stored <= deepest)
        return stored;
    if (stored > overgrowth && stored <= overgrowth + deepest)
        return overgrowth - stored;
    return std::nullopt;
}

int storedMargin(std::optional<int> recession)
{
    if (!recession)
        return -1;
    return *recession >= 0 ? *recession : overgrowth - *recession;
}

PeriodontalRecord recordOf(const PerioExam &exam, const QList<PerioMeasure> &measures,
                           QList<int> *skipped)
{
    PeriodontalRecord record;
    record.date = exam.date;
    QList<int> left;
    for (const PerioMeasure &measure : measures) {
        const std::optional<int> fdi = teeth::fdiFromUniversal(measure.tooth);
        if (fdi && measure.kind == u"SkipTooth"_s && measure.toothValue == 1)
            left.append(*fdi);
    }
    for (const PerioMeasure &measure : measures) {
        const std::optional<int> fdi = teeth::fdiFromUniversal(measure.tooth);
        if (!fdi || left.contains(*fdi))
            continue;
        const auto known =
            std::find_if(record.teeth.begin(), record.teeth.end(),
                         [&fdi](const ProbedTooth &tooth) { return tooth.tooth.fdi == *fdi; });
        if (known != record.teeth.end()) {
            take(measure, *fdi, *known);
            continue;
        }
        ProbedTooth tooth;
        tooth.tooth.fdi = *fdi;
        take(measure, *fdi, tooth);
        record.teeth.append(tooth);
    }
    std::sort(record.teeth.begin(), record.teeth.end(),
              [](const ProbedTooth &one, const ProbedTooth &other) {
                  return dental::standsBefore(one.tooth, other.tooth);
              });
    if (skipped)
        *skipped = left;
    return record;
}

QList<Site> furcationSites(int fdi)
{
    if (teeth::isPrimary(fdi))
        return {};
    const int place = fdi % 10;
    if (teeth::isUpper(fdi)) {
        if (place >= 6)
            return {Site::Vestibular, Site::MesioOral, Site::DistoOral};
        return place == 4 ? QList<Site>{Site::MesioOral, Site::DistoOral} : QList<Site>();
    }
    return place >= 6 ? QList<Site>{Site::Vestibular, Site::Oral} : QList<Site>();
}

Result<void> mayWrite(const PerioMeasure &measure)
{
    const std::optional<int> fdi = teeth::fdiFromUniversal(measure.tooth);
    if (!fdi)
        return refused(QT_TRANSLATE_NOOP("opendental", "This is no tooth of an exam."));
    for (int i = 0; i < dental::SiteCount; ++i) {
        const int value = measure.at(Site(i));
        if (value < 0)
            continue;
        if (measure.kind == u"Furcation"_s) {
            if (!furcationSites(*fdi).contains(Site(i)))
                return refused(
                    QT_TRANSLATE_NOOP("opendental", "This tooth has no furcation there."));
            if (value > worstGrade)
                return refused(QT_TRANSLATE_NOOP("opendental", "A furcation's grade is 0 to 3."));
        } else if (measure.kind == u"GingMargin"_s) {
            if (!recessionOf(value))
                return refused(
                    QT_TRANSLATE_NOOP("opendental", "A gingival margin is between -19 and 19 mm."));
        } else if (measure.kind == u"BleedSupPlaqCalc"_s) {
            if (value > 15)
                return refused(QT_TRANSLATE_NOOP("opendental", "These are no flags of a site."));
        } else if (value > deepest) {
            return refused(QT_TRANSLATE_NOOP("opendental", "A depth is 0 to 19 mm."));
        }
    }
    if (measure.kind == u"Mobility"_s && measure.toothValue > worstGrade)
        return refused(QT_TRANSLATE_NOOP("opendental", "A mobility is 0 to 3."));
    return {};
}

Task<QList<PerioExam>> Perio::exams(Key patient)
{
    Query query;
    query.append(parameter(field::patNum, QString::number(patient)));
    const Calls::Check belongs = [patient](const QJsonObject &row) {
        return keyOf(row[field::patNum]) == patient;
    };
    const QString path = path::perioExams;
    const QString key = field::perioExamNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<PerioExam> exams;
    for (const QJsonObject &row : *rows)
        exams.append(examFromJson(row));
    co_return exams;
}

Task<QList<PerioMeasure>> Perio::measures(Key exam)
{
    Query query;
    query.append(parameter(field::perioExamNum, QString::number(exam)));
    const Calls::Check belongs = [exam](const QJsonObject &row) {
        return keyOf(row[field::perioExamNum]) == exam;
    };
    const QString path = path::perioMeasures;
    const QString key = field::perioMeasureNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<PerioMeasure> list;
    for (const QJsonObject &row : *rows)
        list.append(measureFromJson(row));
    co_return list;
}

Task<PeriodontalRecord> Perio::record(PerioExam exam)
{
    const Key number = exam.number;
    const Result<QList<PerioMeasure>> rows = co_await measures(number);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return recordOf(exam, *rows);
}

Task<PerioExam> Perio::makeExam(Key patient, QDate date)
{
    QJsonObject body{{field::patNum, patient}};
    if (date.isValid())
        body.insert(field::examDate, dateText(date));
    const QString path = path::perioExams;
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return examFromJson(*row);
}

Task<void> Perio::removeExam(Key exam)
{
    const QString path = QString(path::perioExams + u'/' + QString::number(exam));
    const QString loggedPath = QString(path::perioExams + u"/{id}"_s);
    co_return co_await m_calls.remove(path, loggedPath);
}

Task<PerioMeasure> Perio::write(PerioMeasure measure)
{
    const Result<void> allowed = mayWrite(measure);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const Key exam = measure.exam;
    const Result<QList<PerioMeasure>> there = co_await measures(exam);
    if (!there)
        co_return tl::unexpected(there.error());
    // A second row of a tooth and kind is refused, not taken for a change (section 8).
    QString path = path::perioMeasures;
    QString loggedPath = path;
    QByteArray method = "POST";
    for (const PerioMeasure &each : *there) {
        if (each.tooth == measure.tooth && each.kind == measure.kind) {
            path = QString(path::perioMeasures + u'/' + QString::number(each.number));
            loggedPath = QString(path::perioMeasures + u"/{id}"_s);
            method = "PUT";
        }
    }
    const QJsonObject body = measureToJson(measure);
    const Result<QJsonObject> row = co_await m_calls.write(method, path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return measureFromJson(*row);
}

} // namespace opendental
