// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/miniprofile.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/toothwords.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 16;
constexpr qreal gap = 2;
//! Of the words below the boxes; room is kept for them.
constexpr int wordLines = 2;

} // namespace

MiniProfile::MiniProfile(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWords({});
}

void MiniProfile::setProfile(const DentalProfile &profile, teeth::Notation notation)
{
    m_profile = profile;
    m_notation = notation;
    m_words = toothwords::overview(profile, notation);
    if (profile.teeth.isEmpty())
        m_words = tr("No dental profile is recorded yet.");
    else if (m_words.isEmpty())
        m_words = tr("Nothing particular is recorded.");
    setAccessibleName(tr("Dental profile: %1 Opens the chart.").arg(m_words));
    setToolTip(m_words);
    updateGeometry();
    update();
}

void MiniProfile::setWords(const QString &words)
{
    m_profile.reset();
    m_words = words;
    setAccessibleName(tr("Dental profile: %1 Opens the chart.").arg(m_words));
    setToolTip(m_words);
    updateGeometry();
    update();
}

QFont MiniProfile::numberFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.72);
    return small;
}

//! Upper teeth first, primary ones between the permanent ones.
QList<QList<teeth::Tooth>> MiniProfile::rows() const
{
    QList<QList<teeth::Tooth>> all(4);
    QList<teeth::Tooth> shown;
    if (m_profile && !m_profile->teeth.isEmpty()) {
        shown = dental::shownTeeth(*m_profile);
    } else {
        for (const int fdi : teeth::permanentTeeth())
            shown.append({fdi, false});
    }
    for (const teeth::Tooth &tooth : std::as_const(shown)) {
        if (tooth.supernumerary)
            continue;
        const bool primary = teeth::isPrimary(tooth.fdi);
        all[teeth::isUpper(tooth.fdi) ? (primary ? 1 : 0) : (primary ? 2 : 3)].append(tooth);
    }
    QList<QList<teeth::Tooth>> rows;
    for (QList<teeth::Tooth> row : std::as_const(all)) {
        // As a viewer sees it: the patient's right at the left.
        const auto place = [](int fdi) {
            const int quadrant = fdi / 10;
            const bool right = quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
            return right ? -(fdi % 10) : fdi % 10;
        };
        std::sort(row.begin(), row.end(), [&](const teeth::Tooth &a, const teeth::Tooth &b) {
            return place(a.fdi) < place(b.fdi);
        });
        if (!row.isEmpty())
            rows.append(row);
    }
    return rows;
}

int MiniProfile::chartHeight(int width) const
{
    const qreal side = (width - gap * (columns - 1)) / columns;
    const int lines = int(std::max<qsizetype>(rows().size(), 2));
    return qRound(lines * (side * 0.86 + gap) + 2 * QFontMetrics(numberFont()).height() + 4);
}

int MiniProfile::heightForWidth(int width) const
{
    return chartHeight(width) + wordLines * fontMetrics().lineSpacing() + 6;
}

QSize MiniProfile::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 46;
    return {width, heightForWidth(width)};
}

void MiniProfile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QFontMetrics small(numberFont());
    const QList<QList<teeth::Tooth>> lines = rows();
    const qreal side = (width() - gap * (columns - 1)) / columns;
    const qreal height = side * 0.86;
    qreal y = small.height() + 2;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QList<teeth::Tooth> &row = lines.at(line);
        qreal x = (width() - qreal(row.size()) * (side + gap) + gap) / 2;
        const bool first = line == 0;
        const bool last = line == lines.size() - 1;
        for (const teeth::Tooth &tooth : row) {
            const QRectF box(x + 0.5, y + 0.5, side - 1, height - 1);
            const auto known = m_profile ? dental::toothOf(*m_profile, tooth) : std::nullopt;
            const dental::Presence presence = known ? known->presence : dental::Presence::Unknown;
            const bool gone = presence == dental::Presence::Missing
                || presence == dental::Presence::Extracted
                || presence == dental::Presence::Unerupted;
            QColor fill = palette().color(QPalette::Base);
            if (known && !known->planned.isEmpty())
                fill = theme.waitingLong.fill;
            else if (known && !known->conditions.isEmpty())
                fill = theme.dangerFill;
            else if (presence == dental::Presence::Implant || presence == dental::Presence::Pontic
                     || (known && !known->restorations.isEmpty()))
                fill = theme.infoFill;
            const bool unknown = m_profile && presence == dental::Presence::Unknown;
            if (unknown)
                fill = theme.offHours;
            painter.setBrush(fill);
            painter.setPen(
                QPen(gone ? theme.hatch : theme.muted, 1, gone ? Qt::DashLine : Qt::SolidLine));
            painter.drawRoundedRect(box, 3, 3);
            painter.setFont(numberFont());
            painter.setPen(theme.muted);
            // Not by colour alone.
            if (unknown)
                painter.drawText(box, Qt::AlignCenter, u"?"_s);
            else if (known && !known->planned.isEmpty())
                painter.drawText(box, Qt::AlignCenter, u"→"_s);
            else if (presence == dental::Presence::Implant)
                painter.drawText(box, Qt::AlignCenter, u"I"_s);
            else if (gone)
                painter.drawText(box, Qt::AlignCenter, u"×"_s);
            if (first || last) {
                const QRectF above(x - gap, first ? y - small.height() - 1 : y + height + 1,
                                   side + 2 * gap, small.height());
                painter.drawText(above, Qt::AlignCenter, teeth::text(tooth, m_notation));
            }
            x += side + gap;
        }
        y += height + gap;
    }
    painter.setFont(font());
    painter.setPen(theme.muted);
    const QRect room(0, chartHeight(width()) + 4, width(), fontMetrics().lineSpacing() * wordLines);
    // As many words as there is room for; all of them stand in the tooltip.
    QString text = m_words;
    while (text.size() > 8
           && fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height() > room.height())
        text = text.left(text.size() - 6).trimmed() + u'…';
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

#include "moc_miniprofile.cpp"
