// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoattachments.h"

#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype LargestFile = 100 * 1024 * 1024;

struct File {
    QString name;
    QByteArray bytes;
    bool found = false;
};

//! The one part named "file".
File fileIn(const Request &request)
{
    static const QRegularExpression boundaryForm(u"boundary=\"?([^\";]+)\"?"_s);
    static const QRegularExpression nameForm(u"filename=\"([^\"]*)\""_s);
    File file;
    const QString type = QString::fromLatin1(request.header("Content-Type"));
    const auto match = boundaryForm.match(type);
    if (!type.startsWith("multipart/form-data"_L1) || !match.hasMatch())
        return file;
    const QByteArray mark = "--" + match.captured(1).toLatin1();
    const qsizetype start = request.body.indexOf(mark);
    const qsizetype head = request.body.indexOf("\r\n\r\n", start);
    const qsizetype end = request.body.indexOf(QByteArray("\r\n" + mark), head);
    if (start < 0 || head < 0 || end < 0)
        return file;
    const QString headers = QString::fromUtf8(request.body.mid(start, head - start));
    if (!headers.contains("name=\"file\""_L1))
        return file;
    file.name = nameForm.match(headers).captured(1);
    file.bytes = request.body.mid(head + 4, end - head - 4);
    file.found = !file.name.isEmpty();
    return file;
}

} // namespace

Answer Attachments::handle(const Module &module, const Request &request, const QString &id)
{
    if (!m_org.find(module.name, id))
        return refusal(unknownPathId(1));
    return request.method == "POST" ? upload(request, id) : list(request, id);
}

Answer Attachments::upload(const Request &request, const QString &id)
{
    const File file = fileIn(request);
    if (!file.found)
        return refusal(mandatory(u"file"_s, u"$.file"_s));
    if (file.bytes.isEmpty() || file.bytes.size() > LargestFile
        || file.name.endsWith(".exe"_L1, Qt::CaseInsensitive))
        return refusal(invalidData(u"file"_s, u"$.file"_s, {}));
    const QString stamp = m_org.stamp(m_org.nowSeconds());
    const QJsonObject made{
        {u"id"_s, m_org.newId()},
        {u"File_Name"_s, file.name},
        {u"Size"_s, QString::number(file.bytes.size())},
        {u"Parent_Id"_s, QJsonObject{{u"id"_s, id}}},
        {u"Created_Time"_s, stamp},
        {u"Modified_Time"_s, stamp},
        {u"$sha256"_s,
         QString::fromLatin1(
             QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex())}};
    m_files.append(made);
    return Answer::json(
        200,
        {{u"data"_s,
          QJsonArray{QJsonObject{{u"code"_s, u"SUCCESS"_s},
                                 {u"details"_s,
                                  QJsonObject{{u"id"_s, made.value("id"_L1)},
                                              {u"Created_Time"_s, stamp},
                                              {u"Modified_Time"_s, stamp},
                                              {u"Created_By"_s, m_org.userReference()},
                                              {u"Modified_By"_s, m_org.userReference()}}},
                                 {u"message"_s, u"attachment uploaded successfully"_s},
                                 {u"status"_s, u"success"_s}}}}});
}

Answer Attachments::list(const Request &request, const QString &id) const
{
    const QStringList fields = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    if (fields.isEmpty()) {
        return refusal({.code = u"REQUIRED_PARAM_MISSING"_s,
                        .details = {{u"param"_s, u"fields"_s}},
                        .message = u"One of the expected parameter is missing"_s});
    }
    QJsonArray data;
    for (const QJsonValue &file : m_files) {
        if (file["Parent_Id"_L1]["id"_L1].toString() != id)
            continue;
        QJsonObject row{{u"id"_s, file["id"_L1]}};
        for (const QString &field : fields) {
            if (!field.startsWith(u'$'))
                row.insert(field, file[field]);
        }
        data.append(row);
    }
    if (data.isEmpty())
        return Answer::empty(204);
    return Answer::json(200,
                        {{u"data"_s, data},
                         {u"info"_s,
                          QJsonObject{{u"per_page"_s, 200},
                                      {u"count"_s, data.size()},
                                      {u"page"_s, 1},
                                      {u"more_records"_s, false}}}});
}

} // namespace sim::zoho
