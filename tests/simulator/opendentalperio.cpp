// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <array>

using namespace Qt::StringLiterals;

// Periodontal exams (contract section 8).

namespace sim {

using opendental::Given;

namespace {

const QStringList &sites()
{
    static const QStringList names{u"MBvalue"_s, u"Bvalue"_s, u"DBvalue"_s,
                                   u"MLvalue"_s, u"Lvalue"_s, u"DLvalue"_s};
    return names;
}

QJsonObject newMeasure(qint64 exam, const QString &type, int tooth)
{
    QJsonObject row{{"PerioExamNum"_L1, exam},
                    {"SequenceType"_L1, type},
                    {"IntTooth"_L1, tooth},
                    {"ToothValue"_L1, -1},
                    {"SecDateTEdit"_L1, QString()}};
    for (const QString &site : sites()) {
        row.insert(site, -1);
    }
    return row;
}

//! The columns of a row of the string, from the patient's right: three digits a tooth.
std::array<QString, 3> columnsOf(int tooth, bool facial)
{
    const QString letter = facial ? u"B"_s : u"L"_s;
    const QString mesial = QString(u'M' + letter + u"value"_s);
    const QString distal = QString(u'D' + letter + u"value"_s);
    const QString middle = QString(letter + u"value"_s);
    const bool right = tooth <= 8 || tooth >= 25;
    return right ? std::array{distal, middle, mesial} : std::array{mesial, middle, distal};
}

} // namespace

QString OpenDental::measureProblem(const Row &measure) const
{
    const QString type = measure.value("SequenceType"_L1).toString();
    const int tooth = measure.value("IntTooth"_L1).toInt();
    const int toothValue = measure.value("ToothValue"_L1).toInt();
    static const QStringList types{u"Probing"_s,         u"GingMargin"_s, u"MGJ"_s,
                                   u"Furcation"_s,       u"Mobility"_s,   u"SkipTooth"_s,
                                   u"BleedSupPlaqCalc"_s};
    if (!types.contains(type)) {
        return u"SequenceType is invalid."_s;
    }
    if (tooth < 1 || tooth > 32) {
        return u"IntTooth is invalid."_s;
    }
    const bool ofTooth = type == "Mobility"_L1 || type == "SkipTooth"_L1;
    if (ofTooth != (toothValue >= 0)) {
        return u"ToothValue is invalid."_s;
    }
    if ((type == "SkipTooth"_L1 && toothValue != 1) || toothValue > 19) {
        return u"ToothValue is invalid."_s;
    }
    for (const QString &site : sites()) {
        const int value = measure.value(site).toInt();
        const bool none = value == -1;
        bool fits = none || (!ofTooth && value >= 0 && value <= 19);
        if (type == "GingMargin"_L1) {
            fits = fits || (value >= 101 && value <= 119);
        } else if (type == "BleedSupPlaqCalc"_L1) {
            fits = none || (value >= 0 && value <= 15);
        } else if (type == "MGJ"_L1 && tooth <= 16 && site.size() > 6 && site.contains(u'L')) {
            fits = none;
        } else if (type == "MGJ"_L1 && tooth <= 16 && site.startsWith(u'L')) {
            fits = none;
        }
        if (!fits) {
            return QString(site + u" is invalid."_s);
        }
    }
    return {};
}

QString OpenDental::takeStrings(qint64 exam, const Row &body)
{
    struct Line {
        QLatin1StringView field;
        int first;
        int step;
        bool facial;
    };
    static constexpr std::array lines{
        Line{"UpperFacial"_L1, 1, 1, true}, Line{"UpperLingual"_L1, 1, 1, false},
        Line{"LowerLingual"_L1, 32, -1, false}, Line{"LowerFacial"_L1, 32, -1, true}};
    QMap<int, Row> probing;
    QMap<int, Row> flags;
    for (const Line &line : lines) {
        int place = -1;
        for (const QChar sign : body.value(line.field).toString()) {
            if (sign.isDigit()) {
                ++place;
                const int tooth = line.first + line.step * (place / 3);
                if (place / 3 >= 16) {
                    return QString(line.field + u" is too long."_s);
                }
                if (!probing.contains(tooth)) {
                    probing.insert(tooth, newMeasure(exam, u"Probing"_s, tooth));
                }
                probing[tooth].insert(columnsOf(tooth, line.facial)[std::size_t(place % 3)],
                                      sign.digitValue());
                continue;
            }
            const qsizetype flag = u"bspc"_s.indexOf(sign);
            if (flag < 0 || place < 0) {
                return QString(line.field + u" is invalid."_s);
            }
            const int tooth = line.first + line.step * (place / 3);
            if (!flags.contains(tooth)) {
                flags.insert(tooth, newMeasure(exam, u"BleedSupPlaqCalc"_s, tooth));
            }
            const QString column = columnsOf(tooth, line.facial)[std::size_t(place % 3)];
            const int before = std::max(0, flags[tooth].value(column).toInt());
            flags[tooth].insert(column, before | (1 << flag));
        }
    }
    for (const auto &rows : {probing, flags}) {
        for (Row row : rows) {
            row.insert("SecDateTEdit"_L1, stampNow());
            m_measures.add(row);
        }
    }
    return {};
}

Answer OpenDental::perioExams(const Request &request, const QString &rest)
{
    const qint64 number = rest.toLongLong();
    if (request.method == "GET" && rest.isEmpty()) {
        Given given(request);
        const auto patient = given.number("PatNum"_L1);
        const auto since = given.date("ExamDate"_L1);
        QJsonArray rows;
        for (const Row &row : std::as_const(m_exams.rows)) {
            if ((!patient || row.value("PatNum"_L1).toInteger() == *patient)
                && (!since || row.value("ExamDate"_L1).toString() >= *since)) {
                rows.append(row);
            }
        }
        return given.problem().isEmpty() ? listed(request, rows) : refused(400, given.problem());
    }
    Row row = m_exams.row(number);
    if (number > 0 && row.isEmpty()) {
        return refused(404, u"PerioExamNum not found."_s);
    }
    if (request.method == "GET") {
        return shown(200, row);
    }
    if (request.method == "DELETE") {
        m_measures.rows.removeIf([number](const std::pair<const qint64 &, Row &> &entry) {
            return entry.second.value("PerioExamNum"_L1).toInteger() == number;
        });
        m_exams.rows.remove(number);
        return Answer::empty(200);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    Given given(body);
    const bool makes = request.method == "POST" && rest.isEmpty();
    if (makes) {
        given.require("PatNum"_L1);
        row = {{"PatNum"_L1, given.number("PatNum"_L1).value_or(0)},
               {"ExamDate"_L1, localNow().date().toString(Qt::ISODate)},
               {"ProvNum"_L1, 1},
               {"Note"_L1, QString()},
               {"DateTMeasureEdit"_L1, stampNow()}};
    }
    if (const auto date = given.date("ExamDate"_L1)) {
        row.insert("ExamDate"_L1, *date);
    }
    if (const auto note = given.text("Note"_L1)) {
        row.insert("Note"_L1, *note);
    }
    if (const auto provider = given.number("ProvNum"_L1)) {
        row.insert("ProvNum"_L1, *provider);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (!makes) {
        m_exams.rows.insert(number, row);
        return shown(200, row);
    }
    const qint64 exam = m_exams.next;
    const QString problem = takeStrings(exam, body);
    return problem.isEmpty() ? shown(201, m_exams.add(row)) : refused(400, problem);
}

Answer OpenDental::perioMeasures(const Request &request, const QString &rest)
{
    const qint64 number = rest.toLongLong();
    if (request.method == "GET") {
        Given given(request);
        const auto exam = given.number("PerioExamNum"_L1);
        QJsonArray rows;
        for (const Row &row : std::as_const(m_measures.rows)) {
            // A number in the path is overlooked: everything comes (measured by third parties).
            if (!exam || row.value("PerioExamNum"_L1).toInteger() == *exam) {
                rows.append(row);
            }
        }
        return given.problem().isEmpty() ? listed(request, rows) : refused(400, given.problem());
    }
    if (number > 0 && !m_measures.has(number)) {
        return refused(404, u"PerioMeasureNum not found."_s);
    }
    if (request.method == "DELETE") {
        const QString type = m_measures.row(number).value("SequenceType"_L1).toString();
        if (type != "Mobility"_L1 && type != "SkipTooth"_L1) {
            return refused(400, u"Only Mobility and SkipTooth can be deleted."_s);
        }
        m_measures.rows.remove(number);
        return Answer::empty(200);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    const bool makes = request.method == "POST" && rest.isEmpty();
    Row row = makes
        ? newMeasure(body.value("PerioExamNum"_L1).toInteger(),
                     body.value("SequenceType"_L1).toString(), body.value("IntTooth"_L1).toInt())
        : m_measures.row(number);
    if (!m_exams.has(row.value("PerioExamNum"_L1).toInteger())) {
        return refused(404, u"PerioExamNum not found."_s);
    }
    for (const QString &field : sites() + QStringList{u"ToothValue"_s}) {
        if (body.contains(field)) {
            row.insert(field, body.value(field).toInt(-2));
        }
    }
    const QString problem = measureProblem(row);
    if (!problem.isEmpty()) {
        return refused(400, problem);
    }
    for (const Row &other : std::as_const(m_measures.rows)) {
        if (makes && other.value("PerioExamNum"_L1) == row.value("PerioExamNum"_L1)
            && other.value("SequenceType"_L1) == row.value("SequenceType"_L1)
            && other.value("IntTooth"_L1) == row.value("IntTooth"_L1)) {
            return refused(400,
                           u"A PerioMeasure with SequenceType %1 already exists for IntTooth "
                           "%2."_s.arg(row.value("SequenceType"_L1).toString())
                               .arg(row.value("IntTooth"_L1).toInt()));
        }
    }
    row.insert("SecDateTEdit"_L1, stampNow());
    if (makes) {
        return shown(201, m_measures.add(row));
    }
    m_measures.rows.insert(number, row);
    return shown(200, row);
}

} // namespace sim
