// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogramlegend.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogrammarks.h"
#include "ui/toothchart/odontogrampen.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace odontogram {

namespace {

constexpr double swatch = 14;
constexpr double gap = 6; //!< between a sign and its word
constexpr double space = 16; //!< between two
constexpr int pixels = 11;
//! What a word needs at most, where no font is at hand.
constexpr double widestLetter = 6.4;

QString wordOf(Sign sign)
{
    struct Words {
        const char *text;
        const char *comment;
    };
    const auto word = [](const Words &words) {
        return QCoreApplication::translate("Odontogram", words.text, words.comment);
    };
    switch (sign) {
    case Sign::Caries:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "caries", "legend"));
    case Sign::Condition:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "other finding", "legend"));
    case Sign::Filling:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "filling", "legend"));
    case Sign::Temporary:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "temporary", "legend"));
    case Sign::Crown:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "crown, bridge", "legend"));
    case Sign::RootCanal:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "root canal", "legend"));
    case Sign::Apical:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "apical finding", "legend"));
    case Sign::Planned:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "planned", "legend"));
    case Sign::DoneToday:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "done today", "legend"));
    case Sign::Scanned:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "3DD scan", "legend"));
    case Sign::Different:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "differs", "legend"));
    case Sign::Missing:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "missing", "legend"));
    case Sign::Extracted:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "extracted", "legend"));
    case Sign::Unknown:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "unknown", "legend"));
    case Sign::Margin:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "gingival margin", "legend"));
    case Sign::Attachment:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "attachment", "legend"));
    case Sign::DeepPocket:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "pocket from 4 mm", "legend"));
    case Sign::Bleeding:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "bleeding", "legend"));
    case Sign::Suppuration:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "suppuration", "legend"));
    case Sign::Plaque:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "plaque", "legend"));
    case Sign::Calculus:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "calculus", "legend"));
    case Sign::Furcation:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "furcation I–III", "legend"));
    case Sign::Mobility:
        return word(QT_TRANSLATE_NOOP3("Odontogram", "mobility I–III", "legend"));
    }
    return {};
}

class Swatch
{
public:
    Swatch(QPainter *painter, const Theme &theme, const QPalette &palette, QPointF centre)
        : m_painter(painter), m_colours(theme.chart), m_palette(palette), m_centre(centre),
          m_pen(painter, QTransform::fromTranslate(centre.x(), centre.y()), 1)
    {
        m_box.addRoundedRect(QRectF(-5.5, -5.5, 11, 11), 3, 3);
    }

    void paint(Sign sign);

private:
    void outlined(const QColor &fill, const QColor &edge, double width)
    {
        m_pen.fill(m_box, fill);
        m_pen.stroke(m_box, edge, width);
    }
    void level(const QColor &colour, double width) { m_pen.lines({{-7, 0, 7, 0}}, colour, width); }
    void letter(const QString &text, const QColor &colour)
    {
        QFont font = m_painter->font();
        font.setWeight(QFont::DemiBold);
        m_painter->setFont(font);
        m_painter->setPen(colour);
        m_painter->drawText(QRectF(m_centre - QPointF(8, 8), QSizeF(16, 16)),
                            int(Qt::AlignCenter) | Qt::TextDontClip, text);
    }

    QPainter *m_painter;
    const ChartColours &m_colours;
    const QPalette &m_palette;
    QPointF m_centre;
    ToothPen m_pen;
    QPainterPath m_box;
};

void Swatch::paint(Sign sign)
{
    QPainterPath round;
    round.addEllipse(QPointF(), 4.5, 4.5);
    switch (sign) {
    case Sign::Caries:
        m_pen.fill(m_box, m_colours.caries);
        m_pen.dots({{-2.4, -2}, {2, -2.8}, {0, 1.4}, {3, 2.6}, {-3, 3}}, m_colours.enamel, 1);
        break;
    case Sign::Condition:
        outlined(m_colours.enamel, m_colours.condition, 1.2);
        m_pen.lines({{-5, -1.5, 1.5, 5}, {-3.5, -5, 5, 3.5}, {1.5, -5, 5, -1.5}},
                    m_colours.condition, 1.6);
        break;
    case Sign::Filling:
        m_pen.fill(m_box, m_colours.restoration);
        break;
    case Sign::Temporary:
        outlined(m_colours.enamel, m_colours.restoration, 1.2);
        m_pen.lines({{-5, 1.5, 1.5, -5}, {-3.5, 5, 5, -3.5}, {1.5, 5, 5, 1.5}},
                    m_colours.restoration, 1);
        break;
    case Sign::Crown:
        outlined(m_colours.restorationFill, m_colours.restoration, 2);
        break;
    case Sign::RootCanal:
        m_pen.lines({{0, -6, 0, 6}}, m_colours.restoration, 2.6);
        break;
    case Sign::Apical:
        m_pen.stroke(round, m_colours.caries, 1.6);
        break;
    case Sign::Planned:
        m_pen.dashed(m_box, m_palette.color(QPalette::Link), 1.8);
        break;
    case Sign::DoneToday:
        drawBadge(m_painter, m_colours, Badge::DoneToday, m_centre);
        break;
    case Sign::Scanned:
        drawBadge(m_painter, m_colours, Badge::Scanned, m_centre);
        break;
    case Sign::Different:
        drawBadge(m_painter, m_colours, Badge::Different, m_centre);
        break;
    case Sign::Missing:
        m_pen.dashed(m_box, m_colours.ghost, 1.1);
        break;
    case Sign::Extracted:
        m_pen.dashed(m_box, m_colours.ghost, 1.1);
        m_pen.lines({{-4, -4, 4, 4}, {-4, 4, 4, -4}}, m_colours.ghost, 1.6);
        break;
    case Sign::Unknown:
        outlined(m_colours.unknownFill, m_colours.ghost, 0.8);
        letter(u"?"_s, m_colours.unknown);
        break;
    case Sign::Margin:
        level(m_colours.gum, 2.2);
        break;
    case Sign::Attachment:
        level(m_colours.attachment, 1.8);
        break;
    case Sign::DeepPocket:
        m_pen.fill(m_box, m_colours.deepPocket);
        break;
    case Sign::Bleeding:
        drawProbeMark(m_painter, m_colours, ProbeMark::Bleeding, m_centre);
        break;
    case Sign::Suppuration:
        drawProbeMark(m_painter, m_colours, ProbeMark::Suppuration, m_centre);
        break;
    case Sign::Plaque:
        drawProbeMark(m_painter, m_colours, ProbeMark::Plaque, m_centre);
        break;
    case Sign::Calculus:
        drawProbeMark(m_painter, m_colours, ProbeMark::Calculus, m_centre);
        break;
    case Sign::Furcation:
        drawFurcation(m_painter, m_palette, 2, m_centre + QPointF(0, -4), -1);
        break;
    case Sign::Mobility:
        letter(u"II"_s, m_palette.color(QPalette::Text));
        break;
    }
}

} // namespace

QList<Sign> signsOn(const Layout &layout, const ChartLayers &layers, const Odontogram::Marks &marks)
{
    using dental::Presence;
    QSet<Sign> shown;
    const auto add = [&shown](bool is, Sign sign) {
        if (is)
            shown.insert(sign);
    };
    for (const Place &place : layout.places) {
        const Findings &findings = place.findings;
        const int mark = Odontogram::mark(place.tooth);
        add(place.presence() == Presence::Missing, Sign::Missing);
        add(place.presence() == Presence::Extracted, Sign::Extracted);
        add(place.presence() == Presence::Unknown, Sign::Unknown);
        add(place.presence() == Presence::Pontic, Sign::Crown);
        add(place.mobilityGrade().value_or(0) > 0, Sign::Mobility);
        add(layers.doneToday && marks.doneToday.contains(mark), Sign::DoneToday);
        add(layers.scans && marks.scanned.contains(mark), Sign::Scanned);
        add(marks.different.contains(mark), Sign::Different);
        add(layers.planned && (findings.wholePlanned || !findings.planned.isEmpty()),
            Sign::Planned);
        if (layers.existing) {
            add(findings.wholeCaries || !findings.caries.isEmpty(), Sign::Caries);
            add(findings.wholeCondition || !findings.conditions.isEmpty(), Sign::Condition);
            add(findings.wholeFilling || !findings.fillings.isEmpty(), Sign::Filling);
            add(findings.temporaryCrown || !findings.temporaryFillings.isEmpty(), Sign::Temporary);
            add(findings.crown || findings.veneer, Sign::Crown);
            add(findings.rootCanal, Sign::RootCanal);
            add(findings.apical, Sign::Apical);
        }
        if (!place.probed || !layout.rows.at(place.row).graph)
            continue;
        for (const ProbedSite &site : place.probed->sites) {
            add(site.recession.has_value(), Sign::Margin);
            add(site.recession && site.depth, Sign::Attachment);
            add(site.recession && site.depth.value_or(0) >= 4, Sign::DeepPocket);
            add(site.bleeding.value_or(false), Sign::Bleeding);
            add(site.suppuration.value_or(false), Sign::Suppuration);
            add(site.plaque.value_or(false), Sign::Plaque);
            add(site.calculus.value_or(false), Sign::Calculus);
        }
        for (const Furcation &furcation : place.probed->furcation)
            add(furcation.grade > 0, Sign::Furcation);
    }
    QList<Sign> result(shown.cbegin(), shown.cend());
    std::sort(result.begin(), result.end());
    return result;
}

int legendLines(const Layout &layout)
{
    // With every mark on, so that switching them never moves the chart.
    Odontogram::Marks all;
    for (const Place &place : layout.places) {
        const int mark = Odontogram::mark(place.tooth);
        all.doneToday.insert(mark);
        all.scanned.insert(mark);
        all.different.insert(mark);
    }
    double width = 0;
    for (const Sign sign : signsOn(layout, {true, true, true, true}, all))
        width += swatch + gap + space + widestLetter * double(wordOf(sign).size());
    return std::max(1, int(std::ceil(width / (layout.size.width() - 80))));
}

void paintLegend(QPainter *painter, const Theme &theme, const QPalette &palette,
                 const Layout &layout, const QList<Sign> &signs)
{
    QFont font = painter->font();
    font.setPixelSize(pixels);
    font.setWeight(QFont::Normal);
    const QFontMetricsF metrics(font);
    const auto widthOf = [&metrics](Sign sign) {
        return swatch + gap + metrics.horizontalAdvance(wordOf(sign));
    };
    QList<QList<Sign>> lines{{}};
    QList<double> widths{-space};
    for (const Sign sign : signs) {
        const double width = widthOf(sign) + space;
        if (widths.last() + width > layout.size.width() - 24) {
            lines.append(QList<Sign>());
            widths.append(-space);
        }
        lines.last().append(sign);
        widths.last() += width;
    }
    double y = layout.legend + legendLine / 2;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        double x = (layout.size.width() - widths.at(i)) / 2;
        for (const Sign sign : lines.at(i)) {
            painter->setFont(font);
            Swatch(painter, theme, palette, {x + swatch / 2, y}).paint(sign);
            painter->setFont(font);
            painter->setPen(theme.muted);
            painter->drawText(
                QRectF(x + swatch + gap, y - legendLine / 2, widthOf(sign) + 4, legendLine),
                int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip, wordOf(sign));
            x += widthOf(sign) + space;
        }
        y += legendLine;
    }
}

} // namespace odontogram
