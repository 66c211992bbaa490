// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// vestibule-prove-graphic svg|png: reads a picture from standard input, parses it and paints it
// once where nothing is lost if that ends badly. It answers with one line:
//   proved WIDTH HEIGHT MILLISECONDS     exit 0; the time is the processor's
//   refused FAULT                        exit 2: the check refuses it (FAULT as in GraphicFault)
//   unpainted                            exit 3: Qt cannot read it
// Exit 1: wrongly called, 4: the limits could not be set, 5: it takes too long. Any other end is a
// crash, out of memory among them. It is never given a file name.

#include "app/domain/graphiccheck.h"
#include "ui/toothchart/prove/confine.h"

#include <QBuffer>
#include <QFont>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QThreadPool>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

enum Exit { Proved = 0, WronglyCalled = 1, Refused = 2, Unpainted = 3, Unconfined = 4 };

// About what a window shows on a fine screen.
constexpr int PaintedSide = 1600;
constexpr int MegabytesOfPixels = 160;
// A window would stand still as long. A chart of a mouth takes some 20 ms.
constexpr int LongestPainting = 1000;

void keepQuiet(QtMsgType, const QMessageLogContext &, const QString &) { }

int say(Exit code, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
    return code;
}

//! At most one byte more than the limit, so that "too large" is still found.
QByteArray standardInput(qsizetype most)
{
    QByteArray bytes(most + 1, Qt::Uninitialized);
    bytes.truncate(qsizetype(std::fread(bytes.data(), 1, std::size_t(bytes.size()), stdin)));
    return bytes;
}

//! Opens what painting text opens, before nothing can be opened any more.
void wakeFonts()
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    for (const bool bold : {false, true}) {
        QFont font(u"sans-serif"_s, 12);
        font.setBold(bold);
        painter.setFont(font);
        painter.drawText(QPoint(0, 16), u"18é"_s);
    }
}

bool paintSvg(const QByteArray &bytes, const QSize &size)
{
    QSvgRenderer renderer(bytes);
    if (!renderer.isValid())
        return false;
    const QSize painted = size.scaled(PaintedSide, PaintedSide, Qt::KeepAspectRatio);
    QImage image(painted.expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return painter.end();
}

bool paintPng(QByteArray bytes, const QSize &size)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    QImageReader::setAllocationLimit(MegabytesOfPixels);
    const QImage read = reader.read();
    return !read.isNull() && read.size() == size && reader.error() == QImageReader::UnknownError;
}

int prove(GraphicType type)
{
    wakeFonts();
    if (!confine())
        return Unconfined;

    const QByteArray bytes = standardInput(GraphicLimits::chart().bytes);
    const GraphicFinding finding = inspectGraphic(bytes, type, GraphicLimits::chart());
    if (finding.fault != GraphicFault::None)
        return say(Refused, "refused " + enumName(finding.fault).toLatin1());
    const std::clock_t start = std::clock();
    const QSize size = finding.facts.size;
    const bool painted = type == GraphicType::Svg ? paintSvg(bytes, size) : paintPng(bytes, size);
    if (!painted)
        return say(Unpainted, "unpainted");
    const qint64 took = qint64(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    if (took > LongestPainting)
        return OutOfTime;
    return say(Proved,
               "proved " + QByteArray::number(size.width()) + ' '
                   + QByteArray::number(size.height()) + ' ' + QByteArray::number(took));
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(keepQuiet);
    // It has no window, and no screen is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto type = arguments.size() == 2 ? graphicTypeOf(arguments.at(1)) : std::nullopt;
    if (!type)
        return WronglyCalled;
    // Outside the pool Qt's painter starts threads, for which it opens pipes. In it there is one.
    int code = Unpainted;
    QThreadPool::globalInstance()->start([&code, type] { code = prove(*type); });
    QThreadPool::globalInstance()->waitForDone();
    // Nothing is left to tidy, and what tidies (a leak check) could open nothing any more.
    std::_Exit(code);
}
