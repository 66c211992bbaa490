// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"
#include "ui/scans/photosheet.h"

#include <QPainter>
#include <QThreadPool>
#include <memory>

class QPagedPaintDevice;

//! Prints photos, one on a page. Each is fetched, printed and let go before the next: a case may
//! hold more than fits into memory. Deletes itself at the end. GUI thread.
class PhotoPrinting : public QObject
{
    Q_OBJECT

public:
    //! What is printed where; the texts of each page but the photo's own name.
    PhotoPrinting(ScanWorkflow *scans, std::shared_ptr<QPagedPaintDevice> device, QString site,
                  const ScanCase &scanCase, PhotoSheet texts, QObject *parent = nullptr);
    ~PhotoPrinting() override;
    //! Once; then one of the signals.
    void start();

Q_SIGNALS:
    void finished(int pages);
    //! Nothing more is printed; a printer that can drops what it has.
    void failed(const Error &error);

private:
    void next();
    void page(const QImage &image);
    void end(const std::optional<Error> &error);

    ScanWorkflow *m_scans;
    std::shared_ptr<QPagedPaintDevice> m_device;
    QPainter m_painter;
    QString m_site;
    QString m_case;
    QList<ScanImage> m_images;
    PhotoSheet m_sheet;
    int m_pages = 0;
    QThreadPool m_decoding;
};
