// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxmodel.h"

#include "ui/errortext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

OutboxModel::OutboxModel(QTimeZone zone, Clock clock, QObject *parent)
    : QAbstractTableModel(parent), m_zone(std::move(zone)), m_clock(std::move(clock))
{
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OutboxModel::since(const QDateTime &utc) const
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toTimeZone(m_zone);
    if (local.date() == m_clock().toTimeZone(m_zone).date())
        return wording::time(utc, m_zone);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' '
        + wording::time(utc, m_zone);
}

QString OutboxModel::reason(const OutboxRow &row) const
{
    QString text = row.error ? errorText(*row.error) : QString();
    switch (row.state) {
    case OutboxRow::State::Waiting: {
        QString then;
        if (!row.after.isEmpty() && !row.error)
            then = tr("Comes after another one.");
        else if (row.nextTry.isValid() && row.nextTry > m_clock())
            then = tr("Next try at %1.").arg(since(row.nextTry));
        if (text.isEmpty())
            return then;
        return then.isEmpty() ? text : QString(text + u' ' + then);
    }
    case OutboxRow::State::Done:
        return tr("Sent at %1.").arg(since(row.finished));
    case OutboxRow::State::Sending:
    case OutboxRow::State::Failed:
    case OutboxRow::State::Dropped:
        break;
    }
    return text;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxRow &row = m_rows.at(index.row());
    if (role == RowRole)
        return QVariant::fromValue(row);
    if (role == Qt::ForegroundRole && index.column() == StateColumn) {
        const Theme &theme = Theme::of(QApplication::palette());
        if (row.state == OutboxRow::State::Failed)
            return theme.danger;
        if (row.state == OutboxRow::State::Done || row.state == OutboxRow::State::Dropped)
            return theme.muted;
        return {};
    }
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn)
        return reason(row);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StateColumn:
        return wording::outboxState(row.state);
    case WhatColumn:
        return wording::command(row.command);
    case SystemColumn:
        return wording::system(row.service);
    case SinceColumn:
        return since(row.created);
    case ReasonColumn:
        return reason(row);
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case WhatColumn:
        return tr("What");
    case SystemColumn:
        return tr("Goes to");
    case SinceColumn:
        return tr("Since");
    case ReasonColumn:
        return tr("Why");
    default:
        return {};
    }
}

void OutboxModel::setRows(const QList<OutboxRow> &rows)
{
    QSet<qint64> wanted;
    for (const OutboxRow &row : rows)
        wanted.insert(row.id);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows[i].id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        int at = -1;
        for (int j = i; j < m_rows.size() && at < 0; ++j) {
            if (m_rows[j].id == rows[i].id)
                at = j;
        }
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows[i]);
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, i);
            m_rows.move(at, i);
            endMoveRows();
        }
        if (m_rows[i] != rows[i]) {
            m_rows[i] = rows[i];
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
        }
    }
}

QList<OutboxRow> OutboxModel::dependents(qint64 id) const
{
    QSet<qint64> gone{id};
    QList<OutboxRow> result;
    bool grew = true;
    while (grew) {
        grew = false;
        for (const OutboxRow &row : m_rows) {
            if (gone.contains(row.id) || row.state == OutboxRow::State::Done)
                continue;
            const bool waits = std::any_of(row.after.begin(), row.after.end(),
                                           [&](qint64 other) { return gone.contains(other); });
            if (!waits)
                continue;
            gone.insert(row.id);
            result.append(row);
            grew = true;
        }
    }
    return result;
}

void OutboxFilter::setStates(const QList<OutboxRow::State> &states)
{
    m_states = states;
    invalidateFilter();
}

bool OutboxFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_states.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return m_states.contains(index.data(OutboxModel::RowRole).value<OutboxRow>().state);
}

bool OutboxFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto a = left.data(OutboxModel::RowRole).value<OutboxRow>();
    const auto b = right.data(OutboxModel::RowRole).value<OutboxRow>();
    const auto rank = [](OutboxRow::State state) {
        switch (state) {
        case OutboxRow::State::Failed:
            return 0;
        case OutboxRow::State::Sending:
            return 1;
        case OutboxRow::State::Waiting:
            return 2;
        case OutboxRow::State::Done:
        case OutboxRow::State::Dropped:
            break;
        }
        return 3;
    };
    if (rank(a.state) != rank(b.state))
        return rank(a.state) < rank(b.state);
    // What is over: newest first. What waits: in the order of sending.
    return rank(a.state) == 3 ? a.id > b.id : a.id < b.id;
}

#include "moc_outboxmodel.cpp"
