// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/stageline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QPainter>

using namespace Qt::StringLiterals;

StageLine::StageLine(QTimeZone zone, QWidget *parent) : QWidget(parent), m_zone(std::move(zone))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

StageLine::Stages StageLine::stages(const DayEntry &entry, const QTimeZone &zone)
{
    const Visit &visit = entry.visit;
    Stages result;
    const auto timeText = [&zone](const QDateTime &at) {
        return at.isValid() ? wording::time(at, zone) : QString();
    };
    if (visit.state == VisitState::Cancelled || visit.state == VisitState::NoShow) {
        result.words = {tr("Booked", "stage"), wording::state(visit.state, visit.confirmed)};
        result.times = {timeText(entry.appointment.slot.start), {}};
        result.current = 1;
        return result;
    }
    result.words = {visit.confirmed ? tr("Confirmed", "stage") : tr("Booked", "stage"),
                    tr("Arrived", "stage"), tr("In treatment", "stage"), tr("Exit", "stage"),
                    visit.state == VisitState::ClosedNoCharge ? tr("No charge", "stage")
                                                              : tr("Invoiced", "stage")};
    result.times = {timeText(entry.appointment.slot.start),
                    timeText(visit.arrivedAt),
                    timeText(visit.seatedAt),
                    timeText(visit.leftAt),
                    {}};
    switch (visit.state) {
    case VisitState::Booked:
        result.current = 0;
        break;
    case VisitState::Arrived:
        result.current = 1;
        break;
    case VisitState::InTreatment:
        result.current = 2;
        break;
    case VisitState::AwaitingInvoice:
        result.current = 3;
        break;
    default:
        result.current = 4;
        break;
    }
    // A time of a step that is still to come is of another day's truth: not shown.
    for (qsizetype i = result.current + 1; i < result.times.size(); ++i)
        result.times[i].clear();
    return result;
}

void StageLine::setEntry(const DayEntry &entry)
{
    m_stages = stages(entry, m_zone);
    QStringList spoken;
    for (int i = 0; i < m_stages.words.size(); ++i) {
        if (i <= m_stages.current)
            spoken.append(QString(m_stages.words.at(i) + u' ' + m_stages.times.at(i)).trimmed());
    }
    setAccessibleName(tr("Stage: %1").arg(spoken.join(u", "_s)));
    setToolTip(spoken.join(u'\n'));
    update();
}

QFont StageLine::wordFont(bool strong) const
{
    QFont small = smallFont(font());
    if (strong)
        small.setWeight(QFont::DemiBold);
    return small;
}

QSize StageLine::sizeHint() const
{
    const int line = QFontMetrics(wordFont(true)).height();
    return {fontMetrics().averageCharWidth() * 40, line * 2 + fontMetrics().height() + 4};
}

void StageLine::paintEvent(QPaintEvent *)
{
    const qsizetype count = m_stages.words.size();
    if (count == 0)
        return;
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = fontMetrics().height() * 0.32;
    const qreal y = fontMetrics().height() * 0.5;
    const qreal step = qreal(width()) / qreal(count);
    const auto centre = [&](qsizetype i) { return step * (qreal(i) + 0.5); };
    const QColor highlight = palette().color(QPalette::Highlight);
    const QColor accent = palette().color(QPalette::Link);
    const bool over = count == 2;
    const bool finished = m_stages.current == count - 1;
    for (qsizetype i = 0; i + 1 < count; ++i) {
        painter.setPen(QPen(i < m_stages.current && !over ? theme.ok : theme.hatch, 2));
        painter.drawLine(QPointF(centre(i) + radius, y), QPointF(centre(i + 1) - radius, y));
    }
    const int line = QFontMetrics(wordFont(true)).height();
    for (qsizetype i = 0; i < count; ++i) {
        const bool current = i == m_stages.current;
        const bool done = i < m_stages.current || (finished && !over);
        painter.setPen(Qt::NoPen);
        painter.setBrush(over          ? theme.closed.edge
                             : done    ? theme.ok
                             : current ? highlight
                                       : theme.hatch);
        painter.drawEllipse(QPointF(centre(i), y), radius, radius);
        painter.setFont(wordFont(current));
        painter.setPen(over && current            ? theme.danger
                           : current && !finished ? accent
                           : done || current      ? palette().color(QPalette::WindowText)
                                                  : theme.muted);
        const QRectF cell(centre(i) - step / 2, y * 2 + 2, step, line);
        painter.drawText(
            cell, Qt::AlignCenter,
            painter.fontMetrics().elidedText(m_stages.words.at(i), Qt::ElideRight, int(step)));
        painter.setFont(wordFont(false));
        painter.setPen(theme.muted);
        painter.drawText(cell.translated(0, line), Qt::AlignCenter, m_stages.times.at(i));
    }
}
