// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "bare-painter free|confined ACTION [TARGET]": does to a picture, or to this computer, what a
// picture could make QtSvg do; with no check before it. Answers with one word.

#include "ui/toothchart/prove/confine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <QTcpSocket>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

//! The colour in the middle of the picture on standard input.
QByteArray paint()
{
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    bytes.truncate(qsizetype(std::fread(bytes.data(), 1, std::size_t(bytes.size()), stdin)));
    QSvgRenderer renderer(bytes);
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image.pixelColor(50, 50).name().toLatin1();
}

QByteArray open(const QString &path, QIODevice::OpenMode mode)
{
    QFile file(path);
    return file.open(mode) ? "done" : "refused";
}

QByteArray connectTo(const QString &port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(port.toUInt()));
    return socket.waitForConnected(3000) ? "done" : "refused";
}

//! One gigabyte, in pieces that are really used.
QByteArray allocate()
{
    QList<QByteArray> pieces;
    for (int i = 0; i < 64; ++i)
        pieces.append(QByteArray(16 << 20, char('a' + i % 26)));
    return "done";
}

//! Never ends by itself.
QByteArray spin()
{
    volatile bool on = true;
    while (on) { }
    return "done";
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3 || (words.at(1) == u"confined"_s && !confine()))
        return 99;
    const QString target = words.value(3);
    QByteArray said = "unknown";
    if (words.at(2) == u"paint"_s)
        said = paint();
    else if (words.at(2) == u"read"_s)
        said = open(target, QIODevice::ReadOnly);
    else if (words.at(2) == u"write"_s)
        said = open(target, QIODevice::WriteOnly);
    else if (words.at(2) == u"connect"_s)
        said = connectTo(target);
    else if (words.at(2) == u"allocate"_s)
        said = allocate();
    else if (words.at(2) == u"spin"_s)
        said = spin();
    std::puts(said.constData());
    std::fflush(stdout);
    // A leak check could open nothing any more.
    std::_Exit(0);
}
