// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/proposalpictures.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogram.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace proposaldocument {

namespace {

constexpr double chartShare = 0.8; //!< of a line of text
constexpr double chartHighest = 0.3; //!< of the same width
constexpr double signatureShare = 0.34;
constexpr int groundWidth = 600; //!< of a drawn signature
constexpr int groundHeight = 200;
constexpr int longestDrawing = 400000;

QImage blankImage(const QSizeF &size)
{
    QImage image(size.toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

QPalette paper()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::WindowText, QColor(0x16, 0x20, 0x2e));
    palette.setColor(QPalette::Text, QColor(0x16, 0x20, 0x2e));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6a, 0x74, 0x82));
    palette.setColor(QPalette::Highlight, QColor(0x0b, 0x61, 0xc8));
    return palette;
}

QSizeF fitted(const QSizeF &size, double width)
{
    return size.scaled(QSizeF(width * chartShare, width * chartHighest), Qt::KeepAspectRatio);
}

QImage drawnMouth(const Proposal &proposal, double width)
{
    DentalProfile profile;
    profile.dentition = dental::Dentition::Permanent;
    for (const Proposal::Tooth &each : proposal.mouth) {
        ToothProfile tooth;
        tooth.tooth = {each.fdi, false};
        tooth.presence = each.presence;
        if (each.planned)
            tooth.planned.append(PlannedCare());
        if (teeth::isPrimary(each.fdi))
            profile.dentition = dental::Dentition::Mixed;
        profile.teeth.append(tooth);
    }
    const Odontogram drawing(profile, Odontogram::View::Dental, proposal.notation);
    const QSizeF size = fitted(drawing.size(), width);
    QImage image = blankImage(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double factor = size.width() / drawing.size().width();
    painter.scale(factor, factor);
    QFont font(u"Inter"_s);
    font.setPixelSize(12);
    painter.setFont(font);
    const QPalette palette = paper();
    drawing.paint(&painter, Theme::of(palette), palette, ChartLayers(), {});
    return image;
}

QImage keptPicture(const Proposal::Picture &picture, double width)
{
    if (picture.format == "svg"_L1) {
        QSvgRenderer renderer(picture.bytes);
        if (!renderer.isValid())
            return {};
        QImage image = blankImage(fitted(renderer.viewBoxF().size(), width));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        return image;
    }
    const QImage image = QImage::fromData(picture.bytes, "PNG");
    return image.isNull() ? image
                          : image.scaled(fitted(image.size(), width).toSize(), Qt::KeepAspectRatio,
                                         Qt::SmoothTransformation);
}

QImage drawnSignature(const QByteArray &drawing, double width)
{
    const QSizeF size(width * signatureShare, width * signatureShare * groundHeight / groundWidth);
    QImage image = blankImage(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double factor = size.width() / groundWidth;
    painter.scale(factor, factor);
    painter.setPen(QPen(QColor(0x10, 0x1c, 0x58), 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(signaturePath(drawing));
    return image;
}

} // namespace

QString chartUrl()
{
    return u"vestibule:chart"_s;
}

QString signatureUrl(int index)
{
    return u"vestibule:signature/"_s + QString::number(index);
}

QPainterPath signaturePath(const QByteArray &drawing)
{
    QPainterPath path;
    if (drawing.size() > longestDrawing)
        return path;
    qsizetype at = 0;
    while (at < drawing.size()) {
        const char command = drawing.at(at);
        qsizetype next = at + 1;
        while (next < drawing.size() && drawing.at(next) != 'M' && drawing.at(next) != 'L')
            ++next;
        const QList<QByteArray> numbers = drawing.mid(at + 1, next - at - 1).trimmed().split(' ');
        bool x = false;
        bool y = false;
        const QPointF point(numbers.value(0).toDouble(&x), numbers.value(1).toDouble(&y));
        const bool onPaper = point.x() >= 0 && point.x() <= groundWidth + 1 && point.y() >= 0
            && point.y() <= groundHeight;
        if ((command != 'M' && command != 'L') || numbers.size() != 2 || !x || !y || !onPaper
            || (command == 'L' && path.elementCount() == 0))
            return {};
        if (command == 'M')
            path.moveTo(point);
        else
            path.lineTo(point);
        at = next;
    }
    return path;
}

namespace {

//! How much larger a document shows a picture than it has pixels: it thinks of a screen, the paper
//! is finer.
double enlargement(const QTextDocument *document)
{
    constexpr int side = 100;
    QTextDocument probe;
    probe.setDocumentMargin(0);
    probe.documentLayout()->setPaintDevice(document->documentLayout()->paintDevice());
    probe.addResource(QTextDocument::ImageResource, QUrl(chartUrl()),
                      blankImage(QSizeF(side, side)));
    probe.setHtml(u"<img src=\"%1\"/>"_s.arg(chartUrl()));
    return std::max(1.0, probe.idealWidth() / side);
}

} // namespace

void addPictures(QTextDocument *document, const Proposal &proposal, double width)
{
    const double ratio = enlargement(document);
    const auto add = [&](const QString &url, QImage image) {
        image.setDevicePixelRatio(ratio);
        document->addResource(QTextDocument::ImageResource, QUrl(url), image);
    };
    QImage chart;
    if (!proposal.picture.bytes.isEmpty())
        chart = keptPicture(proposal.picture, width);
    else if (!proposal.mouth.isEmpty())
        chart = drawnMouth(proposal, width);
    add(chartUrl(), chart);
    for (qsizetype i = 0; i < proposal.signatures.size(); ++i)
        add(signatureUrl(int(i)), drawnSignature(proposal.signatures.at(i).drawing, width));
}

} // namespace proposaldocument
