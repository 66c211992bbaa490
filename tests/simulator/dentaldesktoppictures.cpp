// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktoppictures.h"

#include "tests/simulator/seedrandom.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRadialGradient>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int Motifs = 6;
constexpr qint64 LargeBytes = 400'000;

QImage drawn(QSize size, int motif)
{
    QImage image(size, QImage::Format_RGB32);
    SeedRandom random(quint64(motif) + 1);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = size.width();
    const double height = size.height();
    QRadialGradient gums(width / 2, height / 2, width * 0.7);
    gums.setColorAt(0, QColor(226, 140 + motif * 5, 140));
    gums.setColorAt(1, QColor(120, 40, 48));
    painter.fillRect(image.rect(), gums);
    painter.setPen(QColor(150, 130, 110));
    const int teeth = 6 + motif;
    const double step = width / (teeth + 1);
    for (const double row : {0.36, 0.64}) {
        for (int i = 0; i < teeth; ++i) {
            const double tall = height * (0.20 + 0.001 * random.below(60));
            const QRectF tooth(step * (i + 0.55), height * row - tall / 2, step * 0.92, tall);
            painter.setBrush(QColor(240 - random.below(14), 232 - random.below(14), 206));
            painter.drawRoundedRect(tooth, step * 0.35, tall * 0.3);
        }
    }
    painter.end();
    // The grain of a photo, without which a JPEG shrinks to nothing.
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        quint64 bits = random.next() | 1;
        for (int x = 0; x < image.width(); ++x) {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            line[x] ^= static_cast<quint32>(bits) & 0x00070707U;
        }
    }
    return image;
}

//! A JPEG with a comment after its first marker: any length, and every decoder passes it over.
QByteArray commented(const QByteArray &jpeg, const QByteArray &comment, qint64 bytes)
{
    constexpr qsizetype Most = 65'533;
    QByteArray extra;
    QByteArray text = comment;
    do {
        const qsizetype length = text.size() + 2;
        extra += "\xFF\xFE";
        extra += char((length >> 8) & 0xFF);
        extra += char(length & 0xFF);
        extra += text;
        const qsizetype missing = bytes - jpeg.size() - extra.size();
        text = QByteArray(qBound(qsizetype(0), missing - 4, Most), 'v');
    } while (jpeg.size() + extra.size() < bytes);
    return jpeg.left(2) + extra + jpeg.mid(2);
}

QByteArray formatOf(const QString &name)
{
    const QString ending = name.section(u'.', -1).toLower();
    if (ending == u"png" || ending == u"bmp")
        return ending.toLatin1();
    return "jpeg";
}

} // namespace

QByteArray ScanPictures::mediaType(const QString &name)
{
    return "image/" + formatOf(name);
}

QByteArray ScanPictures::picture(const QString &name, const QByteArray &id, qint64 bytes)
{
    const QByteArray format = formatOf(name);
    const int motif = qChecksum(id) % Motifs;
    const bool large = bytes > LargeBytes;
    const QString key = u"%1/%2/%3"_s.arg(motif).arg(large).arg(QLatin1StringView(format));
    QByteArray &body = m_drawn[key];
    if (body.isEmpty()) {
        QBuffer buffer(&body);
        buffer.open(QIODevice::WriteOnly);
        const QImage image = drawn(large ? QSize(1600, 1200) : QSize(800, 600), motif);
        if (!image.save(&buffer, format.toUpper().constData(), 82))
            qFatal("Qt writes no %s", format.constData());
    }
    return format == "jpeg" ? commented(body, id, bytes) : body;
}

} // namespace sim
