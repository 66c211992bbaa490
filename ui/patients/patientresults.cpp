// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientresults.h"

#include "app/store/visitstore.h"
#include "ui/patients/datetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int secondTier = 50; //!< see PatientMatch::score
constexpr qsizetype longestQuoted = 40;
constexpr int mostShown = 20;

} // namespace

PatientResults::PatientResults(QObject *parent) : QAbstractListModel(parent) { }

void PatientResults::setDesk(const Desk &desk, bool offersNew)
{
    m_desk = desk;
    m_offersNew = offersNew;
}

void PatientResults::search(const QString &text)
{
    const QString wanted = text.simplified();
    QList<PatientMatch> found;
    if (!wanted.isEmpty())
        found = m_desk.patientIndex->search(wanted, mostShown + 1);
    const bool capped = found.size() > mostShown;
    if (capped)
        found.resize(mostShown);
    setMatches(found, wanted);
    m_capped = capped;
    if (found.isEmpty() || !m_desk.visits)
        return;
    QList<PatientId> ids;
    for (const PatientMatch &match : found)
        ids.append(match.id);
    const int search = m_search;
    QCoro::connect(
        m_desk.visits->lastAndNext(ids), this,
        [this, search](const Result<QHash<PatientId, QPair<QDateTime, QDateTime>>> &times) {
            if (times && search == m_search)
                setTimes(*times);
        });
}

void PatientResults::setMatches(const QList<PatientMatch> &matches, const QString &text)
{
    beginResetModel();
    ++m_search;
    m_text = text;
    m_capped = false;
    m_matches = matches;
    m_times.clear();
    endResetModel();
}

void PatientResults::setTimes(const QHash<PatientId, QPair<QDateTime, QDateTime>> &lastAndNext)
{
    m_times = lastAndNext;
    if (!m_matches.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_matches.size()) - 1), {Seen});
}

const PatientMatch *PatientResults::match(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_matches.size() ? &m_matches.at(index.row()) : nullptr;
}

bool PatientResults::isNew(const QModelIndex &index) const
{
    return m_offersNew && index.isValid() && index.row() == m_matches.size();
}

int PatientResults::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_matches.size()) + (m_offersNew && !m_text.isEmpty() ? 1 : 0);
}

QString PatientResults::seenText(const PatientId &id) const
{
    const auto times = m_times.constFind(id);
    if (times == m_times.cend())
        return m_times.isEmpty() ? QString() : tr("never seen");
    const QTimeZone zone(m_desk.settings.timeZone);
    const QDate today = m_desk.clock().toTimeZone(zone).date();
    if (times->second.isValid()) {
        const QDate date = times->second.toTimeZone(zone).date();
        return date == today ? tr("today %1").arg(wording::time(times->second, zone))
                             : tr("next %1").arg(dateText(date));
    }
    if (times->first.isValid())
        return tr("last seen %1").arg(dateText(times->first.toTimeZone(zone).date()));
    return tr("never seen");
}

QVariant PatientResults::data(const QModelIndex &index, int role) const
{
    if (isNew(index)) {
        if (role == New)
            return true;
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        const QString quoted =
            m_text.size() > longestQuoted ? QString(m_text.left(longestQuoted) + u'…') : m_text;
        return tr("+ New patient “%1”…").arg(quoted);
    }
    const PatientMatch *found = match(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->name;
    case BirthDate:
        return dateText(found->birthDate);
    case Phone:
        return wording::phone(found->phone);
    case Seen:
        return seenText(found->id);
    case Archived:
        return found->archived;
    case SecondTier:
        return found->score < secondTier
            && (index.row() == 0 || m_matches.at(index.row() - 1).score >= secondTier);
    case New:
        return false;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{found->name};
        if (found->birthDate.isValid())
            parts.append(tr("born %1").arg(dateText(found->birthDate)));
        for (const QString &part : {wording::phone(found->phone), seenText(found->id)}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        if (found->archived)
            parts.append(tr("archived"));
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

void PatientDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    const QPalette &palette = option.palette;
    QRect row = option.rect;
    if (index.data(PatientResults::SecondTier).toBool()) {
        const int height = option.fontMetrics.height() + 6;
        QRect caption = row;
        caption.setHeight(height);
        row.setTop(caption.bottom() + 1);
        painter->setPen(theme.muted);
        painter->drawText(caption.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          PatientResults::tr("Only alike:"));
        painter->setPen(theme.frame);
        painter->drawLine(caption.bottomLeft(), caption.bottomRight());
    }
    if (chosen)
        painter->fillRect(row, theme.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, palette.color(QPalette::AlternateBase));
    painter->setPen(theme.grid);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    row.adjust(8, 0, -8, 0);

    const bool archived = index.data(PatientResults::Archived).toBool();
    const QColor strong = archived && !chosen ? palette.color(QPalette::Disabled, QPalette::Text)
                                              : palette.color(QPalette::Text);
    const QColor quiet = archived ? strong : theme.muted;
    if (index.data(PatientResults::New).toBool()) {
        painter->setPen(palette.color(QPalette::Link));
        painter->drawText(
            row, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, row.width()));
        painter->restore();
        return;
    }
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const int dateWidth = option.fontMetrics.horizontalAdvance(u"00/00/00000"_s);
    const int phoneWidth = option.fontMetrics.horizontalAdvance(u"+000 0000 000000"_s);
    const int seenWidth = option.fontMetrics.horizontalAdvance(
        QString(u"00/00/0000 "_s + PatientResults::tr("last seen %1")));
    // Narrow lists leave out what matters least.
    const int nameNeeds = option.fontMetrics.averageCharWidth() * 22;
    const bool withPhone = row.width() >= nameNeeds + dateWidth + phoneWidth;
    const bool withSeen = row.width() >= nameNeeds + dateWidth + phoneWidth + seenWidth;
    const int rest = dateWidth + (withPhone ? phoneWidth : 0) + (withSeen ? seenWidth : 0);
    QRect cell = row;
    cell.setWidth(row.width() - rest);
    QString name = index.data().toString();
    if (archived)
        name = PatientResults::tr("%1 (archived)").arg(name);
    painter->setFont(bold);
    painter->setPen(strong);
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(name, Qt::ElideRight, cell.width() - 8));
    painter->setFont(option.font);
    painter->setPen(quiet);
    const auto next = [&](int width, int role, Qt::Alignment alignment) {
        cell.moveLeft(cell.right() + 1);
        cell.setWidth(width);
        painter->drawText(
            cell, alignment | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(role).toString(), Qt::ElideRight, width));
    };
    next(dateWidth, PatientResults::BirthDate, Qt::AlignLeft);
    if (withPhone)
        next(phoneWidth, PatientResults::Phone, Qt::AlignLeft);
    if (withSeen)
        next(seenWidth, PatientResults::Seen, Qt::AlignRight);
    painter->restore();
}

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    int height = line + qRound(line * 0.55);
    if (index.data(PatientResults::SecondTier).toBool())
        height += line + 6;
    return {option.fontMetrics.averageCharWidth() * 30, height};
}
