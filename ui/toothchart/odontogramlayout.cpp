// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogramlegend.h"
#include "ui/toothchart/odontogramplace.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace odontogram {

namespace {

constexpr double permanentScale = 6;
constexpr double primaryScale = 8; //!< where there are primary teeth only
constexpr double toothGap = 7;
constexpr double narrowestSlot = 30;
constexpr double margin = 14;
constexpr double graphMargin = 66; //!< for the words beside the figures
constexpr double numberBand = 20;
constexpr double badgeBand = 15;
constexpr double depthBand = 16;
constexpr double recessionBand = 13;
constexpr double marksBand = 18;
constexpr double viewGap = 9;
constexpr double mobilityBand = 16;
constexpr double middleBand = 40;
constexpr double rowGap = 12;
constexpr double legendGap = 8;
constexpr double footerBand = 22;

//! What one row shows, by its slots.
struct RowPlan {
    bool upper = true;
    bool primary = false;
    bool graph = false;
    QList<teeth::Tooth> rightSide; //!< the patient's, from the midline outwards
    QList<teeth::Tooth> leftSide;
};

//! Distances from a row's outer edge inwards; the same for both jaws.
struct Bands {
    double numbers = 0;
    double badges = 0;
    ProbeSide vestibular;
    double bite = 0; //!< where all crowns end; 0 = the necks are level instead
    double chewing = 0;
    ProbeSide oral;
    double mobility = 0;
    double end = 0;
};

//! On the left of the chart.
bool isPatientsRight(int fdi)
{
    const int quadrant = fdi / 10;
    return quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
}

class Placing
{
public:
    Placing(const DentalProfile &profile, View view, teeth::Notation notation);
    Layout take();

private:
    void sortProfile();
    QList<RowPlan> planRows() const;
    QList<teeth::Tooth> side(int quadrant, bool everyTooth) const;
    bool isProbed(const teeth::Tooth &tooth) const;
    double slotOf(const teeth::Tooth &tooth) const;
    double widthOf(const QList<teeth::Tooth> &side) const;
    Bands bandsOf(const RowPlan &plan) const;
    void placeRow(const RowPlan &plan, double top);
    void placeTooth(const teeth::Tooth &tooth, const RowPlan &plan, const Bands &bands, double left,
                    const std::function<double(double)> &yOf);
    void joinBridges();

    const DentalProfile &m_profile;
    teeth::Notation m_notation;
    QList<ToothProfile> m_found;
    double m_midline = 0;
    Layout m_layout;
};

Placing::Placing(const DentalProfile &profile, View view, teeth::Notation notation)
    : m_profile(profile), m_notation(notation)
{
    m_layout.view = view;
    sortProfile();
}

void Placing::sortProfile()
{
    for (const ToothProfile &tooth : m_profile.teeth) {
        const bool twice = std::any_of(m_found.cbegin(), m_found.cend(), [&](const auto &other) {
            return other.tooth == tooth.tooth;
        });
        if (teeth::isFdi(tooth.tooth.fdi) && !twice)
            m_found.append(tooth);
        else
            m_layout.notPlaced.append(tooth.raw.isEmpty() ? teeth::text(tooth.tooth, m_notation)
                                                          : tooth.raw);
    }
}

QList<teeth::Tooth> Placing::side(int quadrant, bool everyTooth) const
{
    const int last = quadrant < 5 ? 8 : 5;
    QList<teeth::Tooth> result;
    for (int number = 1; number <= last; ++number) {
        const int fdi = quadrant * 10 + number;
        const auto has = [&](bool supernumerary) {
            return std::any_of(m_found.cbegin(), m_found.cend(), [&](const auto &found) {
                return found.tooth == teeth::Tooth{fdi, supernumerary};
            });
        };
        // Between the central incisors is where most of them are; else it stands behind.
        if (number == 1 && has(true))
            result.append({fdi, true});
        if (everyTooth || has(false) || isProbed({fdi, false}))
            result.append({fdi, false});
        if (number > 1 && has(true))
            result.append({fdi, true});
    }
    return result;
}

bool Placing::isProbed(const teeth::Tooth &tooth) const
{
    return m_profile.periodontal
        && std::any_of(m_profile.periodontal->teeth.cbegin(), m_profile.periodontal->teeth.cend(),
                       [&](const ProbedTooth &probed) { return probed.tooth == tooth; });
}

QList<RowPlan> Placing::planRows() const
{
    using dental::Dentition;
    bool anyPrimary = false;
    bool anyPermanent = false;
    for (const ToothProfile &found : m_found)
        (teeth::isPrimary(found.tooth.fdi) ? anyPrimary : anyPermanent) = true;
    Dentition dentition = m_profile.dentition;
    if (dentition == Dentition::Unknown && anyPrimary)
        dentition = anyPermanent ? Dentition::Mixed : Dentition::Primary;
    const bool everyPrimary = dentition == Dentition::Primary || dentition == Dentition::Mixed;
    const bool everyPermanent = dentition != Dentition::Primary;
    QList<RowPlan> rows{
        {true, false, false, side(1, everyPermanent), side(2, everyPermanent)},
        {true, true, false, side(5, everyPrimary), side(6, everyPrimary)},
        {false, true, false, side(8, everyPrimary), side(7, everyPrimary)},
        {false, false, false, side(4, everyPermanent), side(3, everyPermanent)},
    };
    rows.removeIf(
        [](const RowPlan &row) { return row.rightSide.isEmpty() && row.leftSide.isEmpty(); });
    for (RowPlan &row : rows) {
        const auto probed = [this](const teeth::Tooth &tooth) { return isProbed(tooth); };
        const bool wanted = !row.primary || dentition == Dentition::Primary
            || std::any_of(row.rightSide.cbegin(), row.rightSide.cend(), probed)
            || std::any_of(row.leftSide.cbegin(), row.leftSide.cend(), probed);
        row.graph = m_layout.view != View::Dental && wanted;
    }
    return rows;
}

double Placing::slotOf(const teeth::Tooth &tooth) const
{
    return std::max(toothShape(tooth).width * m_layout.scale + toothGap, narrowestSlot);
}

double Placing::widthOf(const QList<teeth::Tooth> &side) const
{
    double width = 0;
    for (const teeth::Tooth &tooth : side)
        width += slotOf(tooth);
    return width;
}

Bands Placing::bandsOf(const RowPlan &plan) const
{
    double root = 0;
    double crown = 0;
    double length = 0;
    double depth = 0;
    for (const teeth::Tooth &tooth : plan.rightSide + plan.leftSide) {
        const ToothShape &shape = toothShape(tooth);
        root = std::max(root, shape.rootLength * m_layout.scale);
        crown = std::max(crown, shape.crownHeight * m_layout.scale);
        length = std::max(length, (shape.rootLength + shape.crownHeight) * m_layout.scale);
        depth = std::max(depth, shape.depth * m_layout.scale);
    }
    Bands bands;
    double at = 0;
    const auto take = [&at](double height) { return std::exchange(at, at + height) + height / 2; };
    bands.numbers = take(numberBand);
    bands.badges = take(badgeBand);
    if (plan.graph) {
        bands.vestibular.marks = take(marksBand);
        bands.vestibular.recessions = take(recessionBand);
        bands.vestibular.depths = take(depthBand);
        at += 4 + root;
        bands.vestibular.neck = at;
        at += crown + viewGap;
    } else {
        at += 4 + length;
        bands.bite = at;
        at += viewGap;
    }
    if (!plan.graph || m_layout.view == View::Both)
        bands.chewing = take(depth);
    if (plan.graph) {
        at += viewGap + crown;
        bands.oral.oral = true;
        bands.oral.apical = 1;
        bands.oral.neck = at;
        at += root + 4;
        bands.oral.depths = take(depthBand);
        bands.oral.recessions = take(recessionBand);
        bands.oral.marks = take(marksBand);
    } else {
        at += 3;
    }
    bands.mobility = take(mobilityBand);
    bands.end = at;
    return bands;
}

void Placing::placeRow(const RowPlan &plan, double top)
{
    const Bands bands = bandsOf(plan);
    const double inwards = plan.upper ? 1 : -1;
    const double edge = plan.upper ? top : top + bands.end;
    const std::function<double(double)> yOf = [&](double distance) {
        return edge + inwards * distance;
    };
    Row row;
    row.upper = plan.upper;
    row.primary = plan.primary;
    row.graph = plan.graph;
    row.left = m_midline - widthOf(plan.rightSide);
    row.right = m_midline + widthOf(plan.leftSide);
    row.outermost = edge;
    row.innermost = yOf(bands.end);
    row.numbers = yOf(bands.numbers);
    if (plan.graph) {
        for (ProbeSide side : {bands.vestibular, bands.oral}) {
            side.neck = yOf(side.neck);
            side.depths = yOf(side.depths);
            side.recessions = yOf(side.recessions);
            side.marks = yOf(side.marks);
            side.apical *= inwards;
            row.sides.append(side);
        }
    }
    m_layout.rows.append(row);
    double left = row.left;
    const auto place = [&](const teeth::Tooth &tooth) {
        placeTooth(tooth, plan, bands, left, yOf);
        left += slotOf(tooth);
    };
    for (auto tooth = plan.rightSide.crbegin(); tooth != plan.rightSide.crend(); ++tooth)
        place(*tooth);
    for (const teeth::Tooth &tooth : plan.leftSide)
        place(tooth);
}

void Placing::placeTooth(const teeth::Tooth &tooth, const RowPlan &plan, const Bands &bands,
                         double left, const std::function<double(double)> &yOf)
{
    const double scale = m_layout.scale;
    const double inwards = plan.upper ? 1 : -1;
    const double width = slotOf(tooth);
    Place place;
    place.tooth = tooth;
    place.row = m_layout.rows.size() - 1;
    place.shape = &toothShape(tooth);
    place.centre = left + width / 2;
    place.mesial = isPatientsRight(tooth.fdi) ? 1 : -1;
    place.apical = -inwards;
    place.text = teeth::text(tooth, m_notation);
    const auto band = [&](double middle, double height) {
        return QRectF(left, yOf(middle) - height / 2, width, height);
    };
    place.area = QRectF(QPointF(left, yOf(0)), QPointF(left + width, yOf(bands.end))).normalized();
    place.number = band(bands.numbers, numberBand);
    place.badges = band(bands.badges, badgeBand);
    place.mobility = band(bands.mobility, mobilityBand);
    const auto at = [&](double distance, double direction) {
        return QTransform::fromTranslate(place.centre, yOf(distance))
            .scale(scale * place.mesial, scale * direction);
    };
    const double neck =
        plan.graph ? bands.vestibular.neck : bands.bite - place.shape->crownHeight * scale;
    place.outer = at(neck, inwards);
    place.hasOral = plan.graph;
    place.hasChewing = bands.chewing > 0;
    if (place.hasOral)
        place.oral = at(bands.oral.neck, -inwards);
    if (place.hasChewing)
        place.chewing = at(bands.chewing, inwards);
    for (const ToothProfile &found : m_found) {
        if (found.tooth == tooth) {
            place.found = found;
            place.findings = findingsOf(found);
        }
    }
    if (m_profile.periodontal) {
        for (const ProbedTooth &probed : m_profile.periodontal->teeth) {
            if (probed.tooth == tooth)
                place.probed = probed;
        }
    }
    m_layout.places.append(place);
}

void Placing::joinBridges()
{
    using dental::Presence;
    const auto holds = [](const Place &place) {
        const Presence presence = place.presence();
        return presence == Presence::Pontic || presence == Presence::Present
            || presence == Presence::Implant;
    };
    for (qsizetype i = 0; i + 1 < m_layout.places.size(); ++i) {
        const Place &one = m_layout.places.at(i);
        const Place &next = m_layout.places.at(i + 1);
        const bool pontic =
            one.presence() == Presence::Pontic || next.presence() == Presence::Pontic;
        if (one.row == next.row && pontic && holds(one) && holds(next))
            m_layout.joints.append({i, i + 1});
    }
}

Layout Placing::take()
{
    const QList<RowPlan> all = planRows();
    const bool permanent =
        std::any_of(all.cbegin(), all.cend(), [](const RowPlan &row) { return !row.primary; });
    const bool graph =
        std::any_of(all.cbegin(), all.cend(), [](const RowPlan &row) { return row.graph; });
    m_layout.scale = permanent ? permanentScale : primaryScale;
    double half = 0;
    for (const RowPlan &row : all)
        half = std::max({half, widthOf(row.rightSide), widthOf(row.leftSide)});
    m_midline = half + (graph ? graphMargin : margin);
    double top = 6;
    bool wasUpper = true;
    for (const RowPlan &row : all) {
        if (!m_layout.rows.isEmpty() && row.upper == wasUpper)
            top += rowGap;
        if (wasUpper && !row.upper) {
            m_layout.middle = top + middleBand / 2;
            top += middleBand;
        }
        wasUpper = row.upper;
        placeRow(row, top);
        top = m_layout.places.last().area.bottom();
    }
    joinBridges();
    m_layout.size.setWidth(std::ceil(2 * m_midline));
    m_layout.legend = top + legendGap;
    top = m_layout.legend + legendLine * legendLines(m_layout) + 4;
    if (!m_layout.notPlaced.isEmpty()) {
        m_layout.footer = top + footerBand / 2;
        top += footerBand;
    }
    m_layout.size.setHeight(std::ceil(top + 2));
    return m_layout;
}

} // namespace

dental::Presence Place::presence() const
{
    return found ? found->presence : dental::Presence::Unknown;
}

std::optional<int> Place::mobilityGrade() const
{
    if (probed && probed->mobility)
        return probed->mobility;
    return found ? found->mobility : std::nullopt;
}

Layout layOut(const DentalProfile &profile, View view, teeth::Notation notation)
{
    return Placing(profile, view, notation).take();
}

} // namespace odontogram
