// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"

#include <QListWidget>
#include <QPointer>
#include <QThreadPool>
#include <memory>

class PhotoDialog;
class QLabel;
class QPagedPaintDevice;
class QPushButton;

//! The photos of a case: thumbnails of what is in sight, fetched by the workflow two at a time;
//! Enter shows one large; they can be saved and printed.
class PhotoGallery : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoGallery(ScanWorkflow *scans, QWidget *parent = nullptr);
    //! What stands above the photos, and on paper.
    struct Texts {
        QString title;
        QString patient;
        QString scanCase; //!< "Case of 12.11.2026"
    };
    //! Null: no case is chosen.
    void setCase(const QString &site, const ScanCase *scanCase, const Texts &texts);
    int loaded() const { return m_loaded; }
    QListWidget *list() const { return m_list; }
    PhotoDialog *photoDialog() const;
    //! The chosen photos, or all where none is chosen, one on a page. True: it is on its way.
    bool printTo(std::shared_ptr<QPagedPaintDevice> device);

Q_SIGNALS:
    void failed(const Error &error);
    void printed(int pages);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Standing { Wanted, Loading, Shown, Failed };
    void loadVisible();
    void load(int row);
    void mark(int row, Standing standing);
    Standing standing(int row) const;
    void place(int row, const QImage &thumbnail);
    void cancel();
    void enlarge(int row);
    void save();
    void print();
    void write(const QString &file, const QByteArray &bytes);
    void count();

    ScanWorkflow *m_scans;
    QLabel *m_title;
    QLabel *m_count;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_print;
    QListWidget *m_list;
    QPointer<PhotoDialog> m_dialog;
    QString m_site;
    QString m_case;
    QList<ScanImage> m_images;
    Texts m_texts;
    int m_epoch = 0; //!< an answer for a former case is not shown
    int m_loading = 0;
    int m_loaded = 0;
    bool m_stopped = false;
    //! Not Qt's own pool: painting waits for that one.
    QThreadPool m_decoding;
};
