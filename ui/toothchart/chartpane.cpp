// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartpane.h"

#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/visit/notice.h"
#include "ui/widgets/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Odontogram::View viewOf(dental::ChartKind kind)
{
    return kind == dental::ChartKind::Dental ? Odontogram::View::Dental
                                             : Odontogram::View::Periodontal;
}

} // namespace

ChartPane::ChartPane(const Desk &desk, const QString &name, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_dates(new QComboBox),
      m_source(new QLabel), m_notice(new Notice), m_view(new ChartView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    m_dates->setObjectName(u"chartDate"_s);
    m_dates->setAccessibleName(tr("Date of the chart, %1", "pane").arg(name));
    m_dates->setToolTip(tr("The present state, or as it was at a visit"));
    m_dates->setMinimumContentsLength(16);
    row->addWidget(m_dates);
    m_source->setObjectName(u"chartSource"_s);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_source, 1);
    layout->addLayout(row);
    m_notice->setObjectName(u"chartOffline"_s);
    layout->addWidget(m_notice);
    m_view->setObjectName(u"chart"_s);
    m_view->setAccessibleName(name);
    layout->addWidget(m_view, 1);
    connect(m_dates, &QComboBox::activated, this, [this](int index) {
        setOwner(ChartOwner(m_owner.patient, VisitId(m_dates->itemData(index).toString())));
    });
    fillDates();
    m_wordsSoon.setSingleShot(true);
    m_wordsSoon.setInterval(0);
    connect(&m_wordsSoon, &QTimer::timeout, this, &ChartPane::showWords);
    connect(m_desk.charts, &ChartWorkflow::backgroundChanged, this, [this](dental::ChartKind kind) {
        if (m_reading)
            askBackground(kind);
    });
}

void ChartPane::askBackground(dental::ChartKind kind)
{
    QCoro::connect(m_desk.charts->background(kind), this,
                   [this, kind](const Result<ChartPicture> &ground) {
                       const bool had = m_backgrounds.contains(kind);
                       if (ground && m_backgrounds.value(kind).bytes == ground->bytes)
                           return;
                       m_backgrounds.remove(kind);
                       if (ground)
                           m_backgrounds.insert(kind, *ground);
                       if (ground || had)
                           rebuild();
                   });
}

void ChartPane::setVisits(const QList<ChartVisit> &visits)
{
    m_visits = visits;
    fillDates();
}

void ChartPane::fillDates()
{
    m_dates->clear();
    m_dates->addItem(tr("Present state"), QString());
    for (const ChartVisit &visit : std::as_const(m_visits)) {
        m_dates->addItem(tr("Visit of %1, %2", "date, time")
                             .arg(::dateText(visit.start.toTimeZone(m_zone).date()),
                                  wording::time(visit.start, m_zone)),
                         visit.visit.value);
    }
    // A visit that DentalTap has not frozen is asked for all the same.
    if (!m_owner.visit.isEmpty() && m_dates->findData(m_owner.visit.value) < 0)
        m_dates->addItem(tr("Chosen visit"), m_owner.visit.value);
    m_dates->setCurrentIndex(std::max(0, m_dates->findData(m_owner.visit.value)));
    m_dates->setEnabled(!m_owner.patient.isEmpty() || !m_owner.visit.isEmpty());
}

void ChartPane::setOwner(const ChartOwner &owner)
{
    if (!(owner == m_owner)) {
        m_owner = owner;
        m_reading.reset();
        m_error.reset();
        m_pictures.clear();
    }
    fillDates();
    read();
}

void ChartPane::read()
{
    const int generation = ++m_generation;
    m_asking = false;
    if (m_owner.patient.isEmpty() && m_owner.visit.isEmpty()) {
        rebuild();
        Q_EMIT readingChanged();
        return;
    }
    m_asking = true;
    for (Picture &picture : m_pictures)
        picture.asked = false;
    if (!m_reading) {
        QCoro::connect(m_desk.charts->cached(m_owner), this,
                       [this, generation](const Result<ChartReading> &kept) {
                           if (generation == m_generation && kept && !m_reading)
                               take(*kept);
                       });
    }
    rebuild();
    QCoro::connect(m_desk.charts->read(m_owner), this,
                   [this, generation](const Result<ChartReading> &reading) {
                       if (generation != m_generation)
                           return;
                       m_asking = false;
                       if (reading) {
                           take(*reading);
                           return;
                       }
                       m_error = reading.error();
                       // What somebody may not see any more goes.
                       if (reading.error().kind == Error::Kind::Forbidden
                           || reading.error().kind == Error::Kind::Unauthorized)
                           m_reading.reset();
                       rebuild();
                       Q_EMIT readingChanged();
                   });
}

void ChartPane::take(const ChartReading &reading)
{
    const bool same = m_reading && m_reading->profile == reading.profile;
    m_reading = reading;
    m_error.reset();
    if (same)
        m_wordsSoon.start();
    else
        rebuild();
    askPictures();
    Q_EMIT readingChanged();
}

QList<dental::ChartKind> ChartPane::wantedKinds() const
{
    switch (m_look.view) {
    case Odontogram::View::Dental:
        return {dental::ChartKind::Dental};
    case Odontogram::View::Periodontal:
        return {dental::ChartKind::Periodontal};
    case Odontogram::View::Both:
        break;
    }
    return {dental::ChartKind::Dental, dental::ChartKind::Periodontal};
}

void ChartPane::setLook(const ChartLook &look)
{
    m_look = look;
    m_view->setLayers(look.layers);
    m_view->setNotation(look.notation);
    rebuild();
    askPictures();
}

void ChartPane::askPictures()
{
    if (!m_reading)
        return;
    for (const dental::ChartKind kind : wantedKinds())
        askBackground(kind);
    if (m_look.ownDrawing)
        return;
    for (const dental::ChartKind kind : wantedKinds()) {
        if (!m_pictures.value(kind).asked)
            askPicture(kind);
    }
}

void ChartPane::askPicture(dental::ChartKind kind)
{
    m_pictures[kind].asked = true;
    const int generation = m_generation;
    if (!m_pictures.value(kind).picture) {
        QCoro::connect(m_desk.charts->cachedPicture(m_owner, kind), this,
                       [this, generation, kind](const Result<ChartPicture> &kept) {
                           if (generation == m_generation && kept)
                               takePicture(kind, kept, true);
                       });
    }
    QCoro::connect(m_desk.charts->picture(m_owner, kind), this,
                   [this, generation, kind](const Result<ChartPicture> &picture) {
                       if (generation == m_generation)
                           takePicture(kind, picture, false);
                   });
}

void ChartPane::takePicture(dental::ChartKind kind, const Result<ChartPicture> &picture, bool kept)
{
    Picture &mine = m_pictures[kind];
    if (kept && (mine.picture || mine.error))
        return;
    const bool same = picture && mine.picture && mine.picture->bytes == picture->bytes;
    if (picture) {
        mine.picture = *picture;
        mine.error.reset();
    } else {
        // What is refused now is not shown although it was kept.
        mine.picture.reset();
        mine.error = picture.error();
    }
    if (same)
        m_wordsSoon.start();
    else
        rebuild();
}

void ChartPane::rebuild()
{
    ChartScene scene;
    DentalProfile profile;
    if (m_reading && !m_reading->profile.teeth.isEmpty()) {
        profile = m_reading->profile;
        const auto hasPicture = [this](dental::ChartKind kind) {
            return !m_look.ownDrawing && m_pictures.value(kind).picture.has_value();
        };
        const auto addGround = [this, &scene](dental::ChartKind kind) {
            const auto found = m_backgrounds.constFind(kind);
            if (found != m_backgrounds.cend())
                scene.setBackground(found->bytes, found->format);
        };
        const QList<dental::ChartKind> kinds = wantedKinds();
        if (std::none_of(kinds.cbegin(), kinds.cend(), hasPicture)) {
            scene.addDrawing(profile, m_look.view, m_look.notation);
            addGround(kinds.first());
        } else {
            for (const dental::ChartKind kind : kinds) {
                const Picture mine = m_pictures.value(kind);
                if (!hasPicture(kind)
                    || !scene.addPicture(mine.picture->bytes, mine.picture->format, profile,
                                         m_desk.settings.dentaltap.charts))
                    scene.addDrawing(profile, viewOf(kind), m_look.notation);
                addGround(kind);
            }
        }
    }
    QString empty;
    if (m_asking)
        empty = tr("Asking DentalTap for the chart…");
    else if (m_error)
        empty = errorText(*m_error) + u'\n' + errorAdvice(*m_error);
    else if (m_reading)
        empty = tr("DentalTap has no dental profile of this patient for this date yet. It is here "
                   "as soon as the surgeon records one.");
    m_view->setEmptyText(empty.trimmed());
    m_view->setChart(scene, profile);
    // Where the teeth are is looked up after the first picture.
    m_wordsSoon.start();
}

QString ChartPane::dateText() const
{
    if (!m_reading)
        return {};
    const QDateTime at = m_reading->profile.recordedAt;
    if (!at.isValid())
        return tr("no date", "of a chart");
    return u"%1 %2"_s.arg(::dateText(at.toTimeZone(m_zone).date()), wording::time(at, m_zone));
}

void ChartPane::showWords()
{
    QStringList parts;
    const auto moment = [this](const QDateTime &at) {
        return tr("%1 at %2", "date, time")
            .arg(::dateText(at.toTimeZone(m_zone).date()), wording::time(at, m_zone));
    };
    bool offline = m_reading && m_reading->offline;
    if (!m_view->scene().isEmpty()) {
        for (const ChartScene::Source source : m_view->scene().sources()) {
            switch (source) {
            case ChartScene::Source::Marks:
                parts.append(tr("From DentalTap's picture"));
                break;
            case ChartScene::Source::Grid:
                parts.append(tr("Picture without tooth marks: positions from the calibrated grid"));
                break;
            case ChartScene::Source::Drawing:
                parts.append(tr("Drawn by Vestibule from the profile"));
                break;
            }
        }
        if (!m_look.ownDrawing) {
            for (const dental::ChartKind kind : wantedKinds()) {
                const Picture mine = m_pictures.value(kind);
                if (mine.error)
                    parts.append(errorText(*mine.error));
                else if (!mine.picture && mine.asked)
                    parts.append(tr("DentalTap's picture is on its way"));
                offline = offline || (mine.picture && mine.picture->offline);
            }
        }
    }
    m_sourceText = parts.join(u" · "_s);
    m_source->setText(m_sourceText);
    QString notice;
    if (m_reading && !m_asking && offline)
        notice = tr("Offline: DentalTap does not answer. This is what it said on %1.")
                     .arg(moment(m_reading->readAt));
    else if (m_reading && !m_asking && m_error)
        notice = tr("%1 This is what DentalTap said on %2.", "error, moment")
                     .arg(errorText(*m_error), moment(m_reading->readAt));
    m_notice->setText(notice);
    Q_EMIT sceneShown();
}

#include "moc_chartpane.cpp"
