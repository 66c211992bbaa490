// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/photoprinting.h"

#include <QBuffer>
#include <QImageReader>
#include <QPagedPaintDevice>
#include <QPrinter>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

QImage decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    return reader.read();
}

} // namespace

PhotoPrinting::PhotoPrinting(ScanWorkflow *scans, std::shared_ptr<QPagedPaintDevice> device,
                             QString site, const ScanCase &scanCase, PhotoSheet texts,
                             QObject *parent)
    : QObject(parent), m_scans(scans), m_device(std::move(device)), m_site(std::move(site)),
      m_case(scanCase.id), m_images(scanCase.images), m_sheet(std::move(texts))
{
}

PhotoPrinting::~PhotoPrinting()
{
    // The device goes before the painter otherwise.
    m_painter.end();
}

void PhotoPrinting::start()
{
    if (m_painter.begin(m_device.get()))
        next();
    else
        end(Error(Error::Kind::Storage, tr("The printer takes nothing. Choose another.")));
}

void PhotoPrinting::next()
{
    if (m_pages == m_images.size()) {
        end(std::nullopt);
        return;
    }
    QCoro::connect(
        m_scans->image(m_site, m_case, m_images.at(m_pages).id), this,
        [this](const Result<QByteArray> &bytes) {
            if (!bytes) {
                end(bytes.error());
                return;
            }
            QtConcurrent::run(&m_decoding, decoded, *bytes).then(this, [this](const QImage &image) {
                page(image);
            });
        });
}

void PhotoPrinting::page(const QImage &image)
{
    if (m_pages > 0 && !m_device->newPage()) {
        end(Error(Error::Kind::Storage, tr("The printer takes nothing. Choose another.")));
        return;
    }
    m_sheet.photo = m_images.at(m_pages).name;
    m_sheet.image = image;
    m_sheet.paint(&m_painter, QRectF(0, 0, m_device->width(), m_device->height()));
    m_sheet.image = {};
    ++m_pages;
    next();
}

void PhotoPrinting::end(const std::optional<Error> &error)
{
    auto *printer = dynamic_cast<QPrinter *>(m_device.get());
    if (error && printer && m_painter.isActive())
        printer->abort();
    m_painter.end();
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT finished(m_pages);
    deleteLater();
}

#include "moc_photoprinting.cpp"
