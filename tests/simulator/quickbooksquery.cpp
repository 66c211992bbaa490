// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksquery.h"

#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct Entity {
    QString name;
    bool nameList; //!< only active members unless the statement names Active
    QStringList filterable;
};

const QList<Entity> &entities()
{
    static const QList<Entity> list{
        {u"Customer"_s,
         true,
         {u"Id"_s, u"DisplayName"_s, u"Title"_s, u"GivenName"_s, u"MiddleName"_s, u"FamilyName"_s,
          u"Suffix"_s, u"CompanyName"_s, u"FullyQualifiedName"_s, u"PrintOnCheckName"_s,
          u"PrimaryEmailAddr"_s, u"PrimaryPhone"_s, u"Active"_s, u"Balance"_s, u"Job"_s}},
        {u"Vendor"_s, true, {u"Id"_s, u"DisplayName"_s, u"Active"_s}},
        {u"Employee"_s, true, {u"Id"_s, u"DisplayName"_s, u"Active"_s}},
        {u"Class"_s,
         true,
         {u"Id"_s, u"Name"_s, u"FullyQualifiedName"_s, u"SubClass"_s, u"Active"_s}},
        {u"Item"_s,
         true,
         {u"Id"_s, u"Name"_s, u"FullyQualifiedName"_s, u"Sku"_s, u"Type"_s, u"Active"_s}},
        {u"Account"_s,
         true,
         {u"Id"_s, u"Name"_s, u"FullyQualifiedName"_s, u"AccountType"_s, u"AccountSubType"_s,
          u"Classification"_s, u"Active"_s}},
        {u"TaxCode"_s, true, {u"Id"_s, u"Name"_s, u"Active"_s}},
        {u"TaxRate"_s, true, {u"Id"_s, u"Name"_s, u"Active"_s}},
        {u"Invoice"_s,
         false,
         {u"Id"_s, u"DocNumber"_s, u"TxnDate"_s, u"DueDate"_s, u"CustomerRef"_s, u"Balance"_s,
          u"TotalAmt"_s}},
        {u"Payment"_s, false, {u"Id"_s, u"TxnDate"_s, u"CustomerRef"_s, u"TotalAmt"_s}},
        {u"Preferences"_s, false, {u"Id"_s}},
        {u"CompanyInfo"_s, false, {u"Id"_s}},
    };
    return list;
}

const Entity *entityOf(const QString &name)
{
    for (const Entity &entity : entities()) {
        if (entity.name.compare(name, Qt::CaseInsensitive) == 0)
            return &entity;
    }
    return nullptr;
}

struct Word {
    QString text;
    bool quoted = false;
};

BookFault grammar(const QString &near)
{
    return {.code = u"4000"_s,
            .message = u"Error parsing query"_s,
            .detail = u"QueryParserError: Encountered \" \"%1\" \" in the statement."_s.arg(near),
            .element = {}};
}

BookFault validation(const QString &why)
{
    return {.code = u"4001"_s,
            .message = u"Invalid query"_s,
            .detail = u"QueryValidationError: %1"_s.arg(why),
            .element = {}};
}

std::optional<QList<Word>> wordsOf(const QString &text)
{
    QList<Word> words;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c.isSpace()) {
            ++at;
        } else if (c == u'\'') {
            Word word{.text = {}, .quoted = true};
            ++at;
            while (at < text.size() && text.at(at) != u'\'') {
                if (text.at(at) == u'\\' && at + 1 < text.size())
                    ++at;
                word.text += text.at(at++);
            }
            if (at >= text.size())
                return std::nullopt;
            ++at;
            words.append(word);
        } else if (c == u'<' || c == u'>') {
            const bool wide = at + 1 < text.size() && text.at(at + 1) == u'=';
            words.append({text.mid(at, wide ? 2 : 1)});
            at += wide ? 2 : 1;
        } else if (QStringView(u"=(),*").contains(c)) {
            words.append({QString(c)});
            ++at;
        } else {
            const qsizetype from = at;
            while (at < text.size() && !text.at(at).isSpace()
                   && !QStringView(u"=(),*<>'").contains(text.at(at)))
                ++at;
            words.append({text.mid(from, at - from)});
        }
    }
    return words;
}

//! Walks over the words of a statement.
class Reader
{
public:
    explicit Reader(QList<Word> words) : m_words(std::move(words)) { }
    bool atEnd() const { return m_at >= m_words.size(); }
    bool take(QStringView keyword)
    {
        if (atEnd() || m_words.at(m_at).quoted
            || m_words.at(m_at).text.compare(keyword, Qt::CaseInsensitive) != 0)
            return false;
        ++m_at;
        return true;
    }
    Word next() { return atEnd() ? Word{} : m_words.at(m_at++); }
    QString near() const { return atEnd() ? u"<EOF>"_s : m_words.at(m_at).text; }

private:
    QList<Word> m_words;
    qsizetype m_at = 0;
};

//! The entity's own spelling of a property, or nothing if one may not filter by it.
std::optional<QString> filterable(const Entity &entity, const QString &name)
{
    static const QStringList stamps{u"MetaData.CreateTime"_s, u"MetaData.LastUpdatedTime"_s};
    for (const QStringList &list : {entity.filterable, stamps}) {
        for (const QString &known : list) {
            if (known.compare(name, Qt::CaseInsensitive) == 0)
                return known;
        }
    }
    return std::nullopt;
}

QJsonValue propertyOf(const QJsonObject &record, const QString &property)
{
    QJsonValue value = record;
    for (const QString &step : property.split(u'.'))
        value = value[step];
    for (const QString &inner : {u"value"_s, u"Address"_s, u"FreeFormNumber"_s}) {
        if (value.isObject() && value.toObject().contains(inner))
            return value[inner];
    }
    return value;
}

//! -1, 0, 1, or nothing where one of the two is absent or cannot be compared.
std::optional<int> compare(const QJsonValue &value, const QString &property, const QString &text)
{
    const auto order = [](auto a, auto b) { return a < b ? -1 : (b < a ? 1 : 0); };
    if (value.isBool())
        return order(value.toBool(), text.compare(u"true", Qt::CaseInsensitive) == 0);
    if (value.isDouble())
        return order(value.toDouble(), text.toDouble());
    if (!value.isString())
        return std::nullopt;
    if (property.startsWith(u"MetaData.")) {
        return order(QDateTime::fromString(value.toString(), Qt::ISODate),
                     QDateTime::fromString(text, Qt::ISODate));
    }
    if (property == u"Id")
        return order(value.toString().toLongLong(), text.toLongLong());
    return order(value.toString().compare(text, Qt::CaseInsensitive), 0);
}

bool like(const QString &value, const QString &pattern)
{
    QStringList pieces;
    for (const QString &piece : pattern.split(u'%'))
        pieces.append(QRegularExpression::escape(piece));
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pieces.join(u".*")),
                                        QRegularExpression::CaseInsensitiveOption
                                            | QRegularExpression::DotMatchesEverythingOption);
    return expression.match(value).hasMatch();
}

bool fits(const QJsonObject &record, const BookCondition &condition)
{
    const QJsonValue value = propertyOf(record, condition.property);
    if (condition.op == u"like")
        return value.isString() && like(value.toString(), condition.values.first());
    if (condition.op == u"in") {
        return std::any_of(
            condition.values.begin(), condition.values.end(), [&](const QString &text) {
                return compare(value, condition.property, text) == std::optional<int>(0);
            });
    }
    const std::optional<int> order = compare(value, condition.property, condition.values.first());
    if (!order)
        return false;
    if (condition.op == u"=")
        return *order == 0;
    if (condition.op == u"<")
        return *order < 0;
    if (condition.op == u">")
        return *order > 0;
    return condition.op == u"<=" ? *order <= 0 : *order >= 0;
}

//! Reads one condition; a fault, or nothing.
std::optional<BookFault> readCondition(Reader &reader, const Entity &entity,
                                       QList<BookCondition> &where)
{
    static const QStringList operators{u"="_s,  u"<"_s,  u">"_s,   u"<="_s,
                                       u">="_s, u"in"_s, u"like"_s};
    BookCondition condition;
    const Word property = reader.next();
    if (property.text.isEmpty() || property.quoted)
        return grammar(property.text);
    condition.op = reader.next().text.toLower();
    if (!operators.contains(condition.op))
        return grammar(condition.op);
    if (condition.op == u"in") {
        if (!reader.take(u"("))
            return grammar(reader.near());
        do {
            condition.values.append(reader.next().text);
        } while (reader.take(u","));
        if (!reader.take(u")"))
            return grammar(reader.near());
    } else {
        if (reader.atEnd())
            return grammar(reader.near());
        const Word value = reader.next();
        if (!value.quoted && QStringView(u"=(),*<>").contains(value.text))
            return grammar(value.text);
        condition.values.append(value.text);
    }
    const std::optional<QString> known = filterable(entity, property.text);
    if (!known) {
        return validation(u"Property %1 not found for Entity %2"_s.arg(property.text, entity.name));
    }
    condition.property = *known;
    if (known->startsWith(u"MetaData.")) {
        for (const QString &text : condition.values) {
            if (!QDateTime::fromString(text, Qt::ISODate).isValid())
                return validation(u"%1 is not a time"_s.arg(text));
        }
    }
    where.append(condition);
    return std::nullopt;
}

std::optional<int> readNumber(Reader &reader)
{
    bool ok = false;
    const int number = reader.next().text.toInt(&ok);
    return ok ? std::optional<int>(number) : std::nullopt;
}

} // namespace

std::variant<BookQuery, BookFault> BookQuery::parse(const QString &statement)
{
    const std::optional<QList<Word>> words = wordsOf(statement.trimmed());
    if (!words)
        return grammar(u"'"_s);
    Reader reader(*words);
    BookQuery query;
    if (!reader.take(u"select"))
        return grammar(reader.near());
    if (reader.take(u"count")) {
        if (!reader.take(u"(") || !reader.take(u"*") || !reader.take(u")"))
            return grammar(reader.near());
        query.count = true;
    } else if (!reader.take(u"*")) {
        return grammar(reader.near());
    }
    if (!reader.take(u"from"))
        return grammar(reader.near());
    const QString name = reader.next().text;
    const Entity *entity = entityOf(name);
    if (!entity)
        return validation(u"Entity %1 is not supported"_s.arg(name));
    query.entity = entity->name;
    if (reader.take(u"where")) {
        do {
            if (const auto fault = readCondition(reader, *entity, query.where))
                return *fault;
        } while (reader.take(u"and"));
    }
    if (reader.take(u"orderby")) {
        const QString property = reader.next().text;
        const std::optional<QString> known = filterable(*entity, property);
        if (!known)
            return validation(u"Property %1 not found for Entity %2"_s.arg(property, query.entity));
        query.orderBy = *known;
        query.descending = reader.take(u"desc");
        if (!query.descending)
            reader.take(u"asc");
    }
    if (reader.take(u"startposition")) {
        const std::optional<int> number = readNumber(reader);
        if (!number || *number < 1)
            return validation(u"STARTPOSITION counts from 1"_s);
        query.start = *number;
    }
    if (reader.take(u"maxresults")) {
        const std::optional<int> number = readNumber(reader);
        if (!number || *number < 1 || *number > 1000)
            return validation(u"MAXRESULTS is from 1 to 1000"_s);
        query.most = *number;
    }
    if (!reader.atEnd())
        return grammar(reader.near());
    return query;
}

bool BookQuery::matches(const QJsonObject &record) const
{
    const Entity *known = entityOf(entity);
    const bool namesActive = std::any_of(
        where.begin(), where.end(), [](const BookCondition &c) { return c.property == u"Active"; });
    if (known && known->nameList && !namesActive && !record.value(u"Active"_s).toBool(true))
        return false;
    return std::all_of(where.begin(), where.end(),
                       [&record](const BookCondition &c) { return fits(record, c); });
}

QJsonObject BookQuery::answer(const QList<QJsonObject> &records) const
{
    QList<QJsonObject> hits;
    for (const QJsonObject &record : records) {
        if (matches(record))
            hits.append(record);
    }
    if (count)
        return {{u"totalCount"_s, hits.size()}};
    if (!orderBy.isEmpty()) {
        std::stable_sort(hits.begin(), hits.end(), [this](const auto &a, const auto &b) {
            const QJsonValue right = propertyOf(b, orderBy);
            const QString text = right.isDouble() ? QString::number(right.toDouble(), 'f', 5)
                                                  : right.toVariant().toString();
            const int order = compare(propertyOf(a, orderBy), orderBy, text).value_or(0);
            return descending ? order > 0 : order < 0;
        });
    }
    QJsonArray page;
    for (qsizetype at = start - 1; at < hits.size() && page.size() < most; ++at)
        page.append(hits.at(at));
    if (page.isEmpty())
        return {};
    return {{entity, page},
            {u"startPosition"_s, start},
            {u"maxResults"_s, page.size()},
            {u"totalCount"_s, page.size()}};
}

} // namespace sim
