// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backgroundbox.h"

#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/theme/theme.h"
#include "ui/visit/notice.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

//! Larger files are not even read.
constexpr qint64 largestFile = 2 * 1024 * 1024;

} // namespace

//! The picture, small.
class BackgroundBox::Preview : public QWidget
{
public:
    Preview()
    {
        const int height = fontMetrics().height() * 8;
        setFixedSize(height * 2, height);
    }

    void setPicture(const std::optional<ChartPicture> &picture)
    {
        m_svg.reset();
        m_image = {};
        if (picture && picture->format == "svg"_L1)
            m_svg = std::make_unique<QSvgRenderer>(picture->bytes);
        else if (picture)
            m_image = QImage::fromData(picture->bytes, "PNG");
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.setPen(Theme::of(palette()).frame);
        painter.setBrush(Qt::white);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        const QRectF room = QRectF(rect()).adjusted(4, 4, -4, -4);
        if (m_svg && m_svg->isValid()) {
            m_svg->setAspectRatioMode(Qt::KeepAspectRatio);
            m_svg->render(&painter, room);
        } else if (!m_image.isNull()) {
            QRectF place({}, QSizeF(m_image.size()).scaled(room.size(), Qt::KeepAspectRatio));
            place.moveCenter(room.center());
            painter.drawImage(place, m_image);
        } else {
            painter.setPen(QColor(0x6a, 0x74, 0x82));
            painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, tr("DentalTap's own"));
        }
    }

private:
    std::unique_ptr<QSvgRenderer> m_svg;
    QImage m_image;
};

BackgroundBox::BackgroundBox(const Desk &desk, dental::ChartKind kind, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_kind(kind), m_preview(new Preview), m_state(new QLabel),
      m_problem(new Notice), m_choose(new QPushButton(tr("Choose a picture…"))),
      m_reset(new QPushButton(tr("Back to DentalTap's own")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const QString title =
        kind == dental::ChartKind::Dental ? tr("Dental chart") : tr("Periodontal chart");
    auto *box = new QGroupBox(title);
    outer->addWidget(box);
    auto *layout = new QVBoxLayout(box);
    auto *row = new QHBoxLayout;
    m_preview->setAccessibleName(tr("Preview, %1").arg(title));
    row->addWidget(m_preview);
    auto *side = new QVBoxLayout;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setObjectName(u"backgroundState"_s);
    side->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    m_choose->setObjectName(u"chooseBackground"_s);
    m_choose->setAccessibleName(tr("Choose a picture for the chart: %1").arg(title));
    m_reset->setObjectName(u"resetBackground"_s);
    m_reset->setAccessibleName(tr("Back to DentalTap's own: %1").arg(title));
    buttons->addWidget(m_choose);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    side->addLayout(buttons);
    side->addStretch(1);
    row->addLayout(side, 1);
    layout->addLayout(row);
    m_problem->setObjectName(u"backgroundProblem"_s);
    layout->addWidget(m_problem);
    connect(m_choose, &QPushButton::clicked, this, &BackgroundBox::choose);
    connect(m_reset, &QPushButton::clicked, this, &BackgroundBox::reset);
    connect(m_desk.charts, &ChartWorkflow::backgroundChanged, this,
            [this](dental::ChartKind changed) {
                if (changed == m_kind)
                    read();
            });
    showPicture(std::nullopt);
}

QString BackgroundBox::state() const
{
    return m_state->text();
}

QString BackgroundBox::problem() const
{
    return m_problem->text();
}

void BackgroundBox::read()
{
    QCoro::connect(m_desk.charts->background(m_kind), this,
                   [this](const Result<ChartPicture> &picture) {
                       if (picture)
                           showPicture(*picture);
                       else if (picture.error().kind == Error::Kind::NotFound)
                           showPicture(std::nullopt);
                       else
                           m_state->setText(errorText(picture.error()));
                   });
}

void BackgroundBox::showPicture(const std::optional<ChartPicture> &picture)
{
    m_own = picture.has_value();
    m_preview->setPicture(picture);
    if (picture) {
        const QDate date = picture->date.toTimeZone(QTimeZone(m_desk.settings.timeZone)).date();
        m_state->setText(tr("The clinic's own picture (%1), since %2.", "format, date")
                             .arg(picture->format.toUpper(), dateText(date)));
    } else {
        m_state->setText(tr("DentalTap's own background is used."));
    }
    setBusy(m_busy);
}

void BackgroundBox::setEditable(bool editable)
{
    m_editable = editable;
    setBusy(m_busy);
}

void BackgroundBox::setBusy(bool busy)
{
    m_busy = busy;
    m_choose->setEnabled(m_editable && !busy);
    m_reset->setEnabled(m_editable && !busy && m_own);
}

void BackgroundBox::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture"));
    dialog->setObjectName(u"chooseBackgroundFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (*.svg *.png)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &BackgroundBox::take);
    dialog->open();
}

void BackgroundBox::take(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem->setText(tr("This file cannot be read."));
        return;
    }
    if (file.size() > largestFile) {
        m_problem->setText(tr("This picture is refused: it is larger than 2 MiB."));
        return;
    }
    const QByteArray bytes = file.readAll();
    const QString format = QFileInfo(name).suffix().toLower();
    m_problem->setText(tr("The picture is being checked…"), Notice::Tone::Info);
    setBusy(true);
    QCoro::connect(m_desk.charts->setBackground(m_kind, bytes, format), this,
                   [this](const Result<void> &set) {
                       setBusy(false);
                       m_problem->setText(set ? QString() : errorText(set.error()));
                       read();
                       if (set)
                           Q_EMIT said({Message::Level::Info,
                                        tr("The background is used from now on, here and in "
                                           "DentalTap."),
                                        {},
                                        {},
                                        {}});
                   });
}

void BackgroundBox::reset()
{
    setBusy(true);
    QCoro::connect(m_desk.charts->clearBackground(m_kind), this, [this](const Result<void> &done) {
        setBusy(false);
        m_problem->setText(done ? QString() : errorText(done.error()));
        read();
    });
}

#include "moc_backgroundbox.cpp"
