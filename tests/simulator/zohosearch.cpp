// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoreads.h"
#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr int MaximumCriteria = 10;
constexpr qsizetype MaximumResults = 2000;
constexpr qsizetype MaximumPerPage = 200;
constexpr int MinimumWord = 2;

using Match = std::function<bool(const Record &)>;

//! Parses "((Last_Name:equals:Martin)and(Mobile:equals:06))".
class Criteria
{
public:
    Criteria(const Org &org, const Module &module, const QString &text)
        : m_org(org), m_module(module), m_text(text)
    {
    }

    bool parse(Match &match)
    {
        return any(match) && m_at == m_text.size() && m_count <= MaximumCriteria;
    }

private:
    bool take(QLatin1StringView text)
    {
        if (!QStringView(m_text).mid(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }
    bool any(Match &match)
    {
        if (!group(match))
            return false;
        while (m_at < m_text.size()) {
            const bool both = take("and"_L1);
            if (!both && !take("or"_L1))
                return true;
            Match right;
            if (!group(right))
                return false;
            const Match left = match;
            match = [left, right, both](const Record &record) {
                return both ? left(record) && right(record) : left(record) || right(record);
            };
        }
        return true;
    }
    bool group(Match &match)
    {
        if (!take("("_L1))
            return false;
        if (m_at < m_text.size() && m_text.at(m_at) == u'(')
            return any(match) && take(")"_L1);
        return single(match) && take(")"_L1);
    }
    QString until(QChar end)
    {
        QString piece;
        while (m_at < m_text.size() && m_text.at(m_at) != end) {
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            piece += m_text.at(m_at++);
        }
        return piece;
    }
    bool single(Match &match)
    {
        ++m_count;
        const QString name = until(u':');
        take(":"_L1);
        const QString sign = until(u':');
        take(":"_L1);
        const QString wanted = until(u')');
        const Field *field = m_module.field(name);
        if ((!field && name != "id"_L1) || sign.isEmpty())
            return false;
        match = [this, field, sign, wanted](const Record &record) {
            return holds(record, field, sign, wanted);
        };
        return true;
    }
    bool holds(const Record &record, const Field *field, const QString &sign,
               const QString &wanted) const
    {
        const QJsonValue value =
            field ? m_org.value(m_module, record, *field) : QJsonValue(record.id);
        const QString text = value.isObject() ? value["id"_L1].toString()
            : value.isDouble()                ? QString::number(value.toDouble())
                                              : value.toString();
        const bool words = field
            && (field->type == Type::Text || field->type == Type::LongText
                || field->type == Type::Phone || field->type == Type::Email);
        const auto same = [&](const QString &one) {
            // The real search takes "equals" on text as "contains".
            return words ? text.contains(one, Qt::CaseInsensitive)
                         : text.compare(one, Qt::CaseInsensitive) == 0;
        };
        if (sign == "equals"_L1)
            return same(wanted);
        if (sign == "not_equal"_L1)
            return !same(wanted);
        if (sign == "starts_with"_L1)
            return text.startsWith(wanted, Qt::CaseInsensitive);
        if (sign == "in"_L1) {
            const QStringList list = wanted.split(u',');
            return std::any_of(list.begin(), list.end(), same);
        }
        const QStringList bounds = wanted.split(u',');
        const int low = compare(value, text, bounds.value(0));
        if (sign == "between"_L1)
            return low >= 0 && compare(value, text, bounds.value(1)) <= 0;
        if (sign == "greater_than"_L1)
            return low > 0;
        if (sign == "greater_equal"_L1)
            return low >= 0;
        if (sign == "less_than"_L1)
            return low < 0;
        return sign == "less_equal"_L1 && low <= 0;
    }
    static int compare(const QJsonValue &value, const QString &text, const QString &bound)
    {
        const auto left = secondsOf(text);
        const auto right = secondsOf(bound);
        if (left && right)
            return *left < *right ? -1 : (*left > *right ? 1 : 0);
        if (value.isDouble()) {
            const double number = bound.toDouble();
            return value.toDouble() < number ? -1 : (value.toDouble() > number ? 1 : 0);
        }
        return text.compare(bound);
    }

    const Org &m_org;
    const Module &m_module;
    QString m_text;
    qsizetype m_at = 0;
    int m_count = 0;
};

bool anyFieldHas(const Record &record, const QString &text)
{
    for (const QJsonValue &value : record.fields) {
        if (value.isString() && value.toString().contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

Answer search(const Org &org, const Module &module, const Request &request)
{
    Match match;
    Criteria criteria(org, module, request.queryValue(u"criteria"));
    const auto within = [&org, &module](Type type, const QString &text) {
        return [&org, &module, type, text](const Record &record) {
            for (const Field &field : module.fields) {
                if (field.type == type
                    && org.value(module, record, field)
                           .toString()
                           .contains(text, Qt::CaseInsensitive))
                    return true;
            }
            return false;
        };
    };
    if (request.hasQuery(u"criteria")) {
        if (!criteria.parse(match)) {
            return refusal({.code = u"INVALID_QUERY"_s,
                            .details = {{u"api_name"_s, u"criteria"_s}},
                            .message = u"invalid query formed"_s});
        }
    } else if (request.hasQuery(u"email")) {
        match = within(Type::Email, request.queryValue(u"email"));
    } else if (request.hasQuery(u"phone")) {
        match = within(Type::Phone, request.queryValue(u"phone"));
    } else if (request.hasQuery(u"word")) {
        const QString word = request.queryValue(u"word");
        if (word.size() < MinimumWord) {
            return refusal({.code = u"INVALID_DATA"_s,
                            .details = {{u"param"_s, u"word"_s}},
                            .message = u"invalid data"_s});
        }
        match = [word](const Record &record) { return anyFieldHas(record, word); };
    } else {
        return refusal({.code = u"EXPECTED_PARAM_MISSING"_s,
                        .details = {{u"param_names"_s,
                                     QJsonArray{u"criteria"_s, u"email"_s, u"phone"_s, u"word"_s}}},
                        .message = u"expected parameter missing"_s});
    }

    const qint64 now = org.clock().now().toMSecsSinceEpoch();
    const Table &table = org.table(module.name);
    QList<const Record *> found;
    for (const QString &id : table.order) {
        const Record &record = *table.records.constFind(id);
        if (record.indexedMs <= now && match(record))
            found.append(&record);
    }
    const qsizetype size = request.hasQuery(u"per_page")
        ? qBound(qsizetype(1), qsizetype(request.queryValue(u"per_page").toLongLong()),
                 MaximumPerPage)
        : MaximumPerPage;
    const qsizetype page = qMax(1, request.queryValue(u"page").toInt());
    if (page * size > MaximumResults) {
        return refusal({.code = u"LIMIT_REACHED"_s,
                        .details = {{u"limit"_s, MaximumResults}},
                        .message = u"no more than 2000 results"_s});
    }
    const auto shown = found.mid((page - 1) * size, size);
    if (shown.isEmpty())
        return Answer::empty(204);
    QStringList names = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    QJsonArray data;
    for (const Record *record : shown)
        data.append(org.json(module, *record, names, false));
    return Answer::json(200,
                        {{u"data"_s, data},
                         {u"info"_s,
                          QJsonObject{{u"per_page"_s, size},
                                      {u"count"_s, shown.size()},
                                      {u"page"_s, page},
                                      {u"more_records"_s, page * size < found.size()}}}});
}

} // namespace sim::zoho
