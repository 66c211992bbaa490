// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohocoql.h"

#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype MaximumRows = 200;
constexpr qsizetype MaximumOffset = 10000;
constexpr qsizetype MaximumColumns = 50;
constexpr qsizetype MaximumInValues = 50;
constexpr qsizetype MaximumJoins = 2;

struct Token {
    enum class Kind { Word, Text, Number, Sign, End };
    Kind kind = Kind::End;
    QString text;
};

QList<Token> tokens(const QString &query)
{
    static const QRegularExpression form(
        uR"(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"|(-?\d+(?:\.\d+)?)(?![\w:-])|([$\w][\w$.:+-]*)|(!=|<>|>=|<=|[=<>(),])))"_s);
    QList<Token> list;
    qsizetype at = 0;
    while (at < query.size()) {
        const auto match = form.match(query, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) {
            if (QStringView(query).mid(at).trimmed().isEmpty())
                break;
            list.append({Token::Kind::Sign, u"?"_s});
            break;
        }
        at = match.capturedEnd();
        if (match.capturedStart(1) >= 0 || match.capturedStart(2) >= 0) {
            QString text = match.captured(match.capturedStart(1) >= 0 ? 1 : 2);
            list.append({Token::Kind::Text, text.replace(u"\\'"_s, u"'"_s)});
        } else if (match.capturedStart(3) >= 0) {
            list.append({Token::Kind::Number, match.captured(3)});
        } else if (match.capturedStart(4) >= 0) {
            list.append({Token::Kind::Word, match.captured(4)});
        } else {
            list.append({Token::Kind::Sign, match.captured(5)});
        }
    }
    list.append(Token());
    return list;
}

//! A comparable value: a time, a number or a text, with its own ordering.
struct Comparable {
    bool isNull = true;
    std::optional<double> number;
    QString text;
};

int order(const Comparable &left, const Comparable &right)
{
    if (left.number && right.number)
        return *left.number < *right.number ? -1 : (*left.number > *right.number ? 1 : 0);
    return left.text.compare(right.text, Qt::CaseInsensitive);
}

//! A column: a field of the module, or of one it looks up.
struct Column {
    QString written;
    const Module *module = nullptr;
    const Field *field = nullptr; //!< null = id
    const Field *through = nullptr; //!< the lookup that leads to `module`, or null
};

using Condition = std::function<bool(const Record &)>;

class Query
{
public:
    Query(const Org &org, const QString &text) : m_org(org), m_tokens(tokens(text)) { }

    //! False when the text is no query; error() then says why.
    bool parse();
    const Problem &error() const { return m_error; }
    QJsonArray rows(bool &more) const;

private:
    const Token &peek() const { return m_tokens.at(m_at); }
    Token next() { return m_tokens.at(m_at < m_tokens.size() - 1 ? m_at++ : m_at); }
    bool takeWord(QLatin1StringView word)
    {
        if (peek().kind != Token::Kind::Word || peek().text.compare(word, Qt::CaseInsensitive) != 0)
            return false;
        next();
        return true;
    }
    bool takeSign(QLatin1StringView sign)
    {
        if (peek().kind != Token::Kind::Sign || peek().text != sign)
            return false;
        next();
        return true;
    }
    bool fail(const QString &code, const QString &what)
    {
        if (m_error.code.isEmpty()) {
            m_error = {.code = code,
                       .details = code == "INVALID_QUERY"_L1
                           ? QJsonObject{{u"column_name"_s, what},
                                         {u"reason"_s, u"column given seems to be invalid"_s}}
                           : QJsonObject{{u"near"_s, what}},
                       .message = code == "INVALID_QUERY"_L1 ? u"invalid query formed"_s
                                                             : u"error occurred while parsing"_s};
        }
        return false;
    }
    bool syntax() { return fail(u"SYNTAX_ERROR"_s, peek().text); }
    bool column(const QString &name, Column &column);
    bool anyOf(Condition &condition);
    bool allOf(Condition &condition);
    bool single(Condition &condition);
    bool literal(const Column &column, Comparable &value);
    bool limits();
    QJsonValue shown(const Column &column, const Record &record) const;
    Comparable value(const Column &column, const Record &record) const;

    const Org &m_org;
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    Problem m_error;
    const Module *m_module = nullptr;
    QList<Column> m_columns;
    Condition m_where;
    QList<QPair<Column, bool>> m_order; //!< column, descending
    QStringList m_joins;
    qsizetype m_offset = 0;
    qsizetype m_limit = MaximumRows;
};

bool Query::parse()
{
    if (!takeWord("select"_L1))
        return syntax();
    QStringList names;
    do {
        if (peek().kind != Token::Kind::Word)
            return syntax();
        names.append(next().text);
    } while (takeSign(","_L1));
    if (!takeWord("from"_L1) || peek().kind != Token::Kind::Word)
        return syntax();
    const QString module = next().text;
    m_module = m_org.metadata().module(module);
    if (!m_module || m_module->isSubform)
        return fail(u"INVALID_QUERY"_s, module);
    if (names.size() > MaximumColumns)
        return fail(u"LIMIT_EXCEEDED"_s, u"select"_s);
    for (const QString &name : std::as_const(names)) {
        Column one;
        if (!column(name, one))
            return false;
        m_columns.append(one);
    }
    if (!takeWord("where"_L1) || !anyOf(m_where))
        return syntax();
    if (takeWord("order"_L1)) {
        if (!takeWord("by"_L1))
            return syntax();
        do {
            Column one;
            if (peek().kind != Token::Kind::Word || !column(next().text, one))
                return syntax();
            const bool descending = takeWord("desc"_L1);
            if (!descending)
                takeWord("asc"_L1);
            m_order.append({one, descending});
        } while (takeSign(","_L1));
    }
    return limits() && (peek().kind == Token::Kind::End || syntax());
}

bool Query::limits()
{
    const auto number = [this](qsizetype &value) {
        bool ok = false;
        value = peek().kind == Token::Kind::Number ? next().text.toLongLong(&ok) : 0;
        return ok && value >= 0;
    };
    if (takeWord("limit"_L1)) {
        if (!number(m_limit))
            return syntax();
        // "limit m, n" is offset m, n rows.
        if (takeSign(","_L1)) {
            m_offset = m_limit;
            if (!number(m_limit))
                return syntax();
        }
    }
    if (takeWord("offset"_L1)) {
        if (!number(m_offset))
            return syntax();
        if (takeWord("limit"_L1) && !number(m_limit))
            return syntax();
    }
    if (m_limit > MaximumRows || m_offset + m_limit > MaximumOffset)
        return fail(u"LIMIT_EXCEEDED"_s, u"limit"_s);
    return true;
}

bool Query::column(const QString &name, Column &result)
{
    result.written = name;
    const qsizetype dot = name.indexOf(u'.');
    result.module = m_module;
    QString fieldName = name;
    if (dot >= 0) {
        result.through = m_module->field(name.left(dot));
        if (!result.through || result.through->type != Type::Lookup)
            return fail(u"INVALID_QUERY"_s, name);
        result.module = m_org.metadata().module(result.through->target);
        if (!m_joins.contains(result.through->name))
            m_joins.append(result.through->name);
        if (m_joins.size() > MaximumJoins)
            return fail(u"LIMIT_EXCEEDED"_s, name);
        fieldName = name.mid(dot + 1);
    }
    if (fieldName == "id"_L1)
        return true;
    result.field = result.module->field(fieldName);
    if (!result.field || result.field->type == Type::Subform)
        return fail(u"INVALID_QUERY"_s, name);
    return true;
}

bool Query::anyOf(Condition &condition)
{
    if (!allOf(condition))
        return false;
    while (takeWord("or"_L1)) {
        Condition right;
        if (!allOf(right))
            return false;
        const Condition left = condition;
        condition = [left, right](const Record &record) { return left(record) || right(record); };
    }
    return true;
}

bool Query::allOf(Condition &condition)
{
    if (!single(condition))
        return false;
    while (takeWord("and"_L1)) {
        Condition right;
        if (!single(right))
            return false;
        const Condition left = condition;
        condition = [left, right](const Record &record) { return left(record) && right(record); };
    }
    return true;
}

bool Query::literal(const Column &, Comparable &result)
{
    const Token token = next();
    result.isNull = false;
    result.text = token.text;
    if (token.kind == Token::Kind::Number) {
        result.number = token.text.toDouble();
        return true;
    }
    if (token.kind == Token::Kind::Word || token.kind == Token::Kind::Text) {
        if (const auto seconds = secondsOf(token.text))
            result.number = static_cast<double>(*seconds);
        return true;
    }
    return syntax();
}

bool Query::single(Condition &condition)
{
    if (takeSign("("_L1))
        return anyOf(condition) && (takeSign(")"_L1) || syntax());
    if (peek().kind != Token::Kind::Word)
        return syntax();
    Column left;
    if (!column(next().text, left))
        return false;

    if (takeWord("is"_L1)) {
        const bool negated = takeWord("not"_L1);
        if (!takeWord("null"_L1))
            return syntax();
        condition = [this, left, negated](const Record &record) {
            return value(left, record).isNull != negated;
        };
        return true;
    }
    const bool negated = takeWord("not"_L1);
    if (takeWord("in"_L1)) {
        QList<Comparable> values;
        if (!takeSign("("_L1))
            return syntax();
        do {
            Comparable one;
            if (!literal(left, one))
                return false;
            values.append(one);
        } while (takeSign(","_L1));
        if (!takeSign(")"_L1))
            return syntax();
        if (values.size() > MaximumInValues)
            return fail(u"LIMIT_EXCEEDED"_s, left.written);
        condition = [this, left, values, negated](const Record &record) {
            const Comparable held = value(left, record);
            const auto same = [&held](const Comparable &one) { return order(held, one) == 0; };
            return !held.isNull && std::any_of(values.begin(), values.end(), same) != negated;
        };
        return true;
    }
    if (takeWord("like"_L1)) {
        Comparable pattern;
        if (!literal(left, pattern))
            return false;
        const QRegularExpression form(
            QRegularExpression::anchoredPattern(
                QRegularExpression::escape(pattern.text).replace(u"\\%"_s, u".*"_s)),
            QRegularExpression::CaseInsensitiveOption);
        condition = [this, left, form, negated](const Record &record) {
            const Comparable held = value(left, record);
            return !held.isNull && form.match(held.text).hasMatch() != negated;
        };
        return true;
    }
    if (takeWord("between"_L1)) {
        Comparable low;
        Comparable high;
        if (!literal(left, low) || !takeWord("and"_L1) || !literal(left, high))
            return syntax();
        condition = [this, left, low, high, negated](const Record &record) {
            const Comparable held = value(left, record);
            return !held.isNull && (order(held, low) >= 0 && order(held, high) <= 0) != negated;
        };
        return true;
    }
    const QString sign = next().text;
    static const QStringList Signs{u"="_s, u"!="_s, u"<>"_s, u">"_s, u">="_s, u"<"_s, u"<="_s};
    Comparable right;
    if (negated || !Signs.contains(sign) || !literal(left, right))
        return syntax();
    condition = [this, left, right, sign](const Record &record) {
        const Comparable held = value(left, record);
        if (held.isNull)
            return false;
        const int relation = order(held, right);
        if (sign == "="_L1)
            return relation == 0;
        if (sign == "!="_L1 || sign == "<>"_L1)
            return relation != 0;
        if (sign == ">"_L1)
            return relation > 0;
        if (sign == ">="_L1)
            return relation >= 0;
        return sign == "<"_L1 ? relation < 0 : relation <= 0;
    };
    return true;
}

QJsonValue Query::shown(const Column &column, const Record &record) const
{
    const Record *held = &record;
    if (column.through) {
        const QString id = record.fields.value(column.through->name).toString();
        held = m_org.find(column.module->name, id);
        if (!held)
            return QJsonValue::Null;
    }
    if (!column.field)
        return held->id;
    const QJsonValue value = m_org.value(*column.module, *held, *column.field);
    const bool reference = column.field->type == Type::Lookup
        || column.field->type == Type::AnyLookup || column.field->type == Type::UserLookup;
    if (reference && value.isObject())
        return QJsonObject{{u"id"_s, value["id"_L1]}};
    return value;
}

Comparable Query::value(const Column &column, const Record &record) const
{
    const QJsonValue held = shown(column, record);
    Comparable result;
    if (held.isNull() || held.isUndefined())
        return result;
    result.isNull = false;
    if (held.isDouble()) {
        result.number = held.toDouble();
    } else if (held.isBool()) {
        result.text = held.toBool() ? u"true"_s : u"false"_s;
    } else if (held.isObject()) {
        result.text = held["id"_L1].toString();
    } else {
        result.text = held.toString();
        if (column.field && column.field->type == Type::DateTime) {
            if (const auto seconds = secondsOf(result.text))
                result.number = static_cast<double>(*seconds);
        }
    }
    return result;
}

QJsonArray Query::rows(bool &more) const
{
    const Table &table = m_org.table(m_module->name);
    QList<const Record *> found;
    for (const QString &id : table.order) {
        const auto record = table.records.constFind(id);
        if (m_where(*record))
            found.append(&*record);
    }
    if (!m_order.isEmpty()) {
        std::stable_sort(found.begin(), found.end(), [this](const Record *a, const Record *b) {
            for (const auto &[column, descending] : m_order) {
                const int relation = order(value(column, *a), value(column, *b));
                if (relation != 0)
                    return descending ? relation > 0 : relation < 0;
            }
            return false;
        });
    }
    more = found.size() > m_offset + m_limit;
    QJsonArray rows;
    for (const Record *record : found.mid(m_offset, m_limit)) {
        QJsonObject row{{u"id"_s, record->id}};
        for (const Column &column : m_columns)
            row[column.written] = shown(column, *record);
        rows.append(row);
    }
    return rows;
}

} // namespace

Answer coql(const Org &org, const Request &request)
{
    const QString text =
        QJsonDocument::fromJson(request.body).object().value("select_query"_L1).toString();
    if (text.isEmpty())
        return refusal(mandatory(u"select_query"_s, u"$.select_query"_s));
    Query query(org, text);
    if (!query.parse())
        return refusal(query.error());
    bool more = false;
    const QJsonArray rows = query.rows(more);
    if (rows.isEmpty())
        return Answer::empty(204);
    return Answer::json(
        200,
        {{u"data"_s, rows},
         {u"info"_s, QJsonObject{{u"count"_s, rows.size()}, {u"more_records"_s, more}}}});
}

} // namespace sim::zoho
