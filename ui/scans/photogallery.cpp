// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/photogallery.h"

#include "ui/scans/photodialog.h"
#include "ui/scans/photoprinting.h"

#include <QBuffer>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

constexpr int standingRole = Qt::UserRole;
//! Two on the wire (ScanWorkflow) while two others are decoded. The rest waits here, so that what
//! was scrolled past does not stand before what is in sight.
constexpr int atOnce = 4;

//! Decoded small, in the background: a photo of 20 MB must not hold the window.
QImage thumbnailOf(QByteArray bytes, QSize room)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > room.width() || size.height() > room.height()))
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PhotoGallery::PhotoGallery(ScanWorkflow *scans, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_title(new QLabel), m_count(new QLabel),
      m_cancel(new QPushButton(tr("Stop &loading"))), m_save(new QPushButton(tr("Sa&ve…"))),
      m_print(new QPushButton(tr("Print…"))), m_list(new QListWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    head->addWidget(m_title);
    m_count->setObjectName(u"photoCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(m_count);
    head->addStretch(1);
    m_cancel->setObjectName(u"stopLoading"_s);
    m_save->setObjectName(u"savePhotos"_s);
    m_save->setToolTip(tr("Save the chosen photo as a file"));
    head->addWidget(m_cancel);
    head->addWidget(m_save);
    m_print->setObjectName(u"printPhotos"_s);
    m_print->setToolTip(tr("The chosen photos, or all where none is chosen, one on a page"));
    head->addWidget(m_print);
    layout->addLayout(head);
    m_list->setObjectName(u"photos"_s);
    m_list->setAccessibleName(tr("Photos of the case"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    const int width = fontMetrics().averageCharWidth() * 22;
    m_list->setIconSize({width, width * 2 / 3});
    m_list->setGridSize({width + 12, width * 2 / 3 + fontMetrics().height() * 2});
    layout->addWidget(m_list, 1);
    connect(m_cancel, &QPushButton::clicked, this, &PhotoGallery::cancel);
    connect(m_save, &QPushButton::clicked, this, &PhotoGallery::save);
    connect(m_print, &QPushButton::clicked, this, &PhotoGallery::print);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { enlarge(m_list->row(item)); });
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_save->setEnabled(row >= 0); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &PhotoGallery::loadVisible);
    m_list->viewport()->installEventFilter(this);
    setCase({}, nullptr, {});
}

PhotoDialog *PhotoGallery::photoDialog() const
{
    return m_dialog;
}

bool PhotoGallery::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &PhotoGallery::loadVisible);
    return QWidget::eventFilter(watched, event);
}

void PhotoGallery::setCase(const QString &site, const ScanCase *scanCase, const Texts &texts)
{
    const QString id = scanCase ? scanCase->id : QString();
    const QList<ScanImage> images = scanCase ? scanCase->images : QList<ScanImage>();
    if (scanCase && site == m_site && id == m_case && images == m_images)
        return;
    // What the former case still waited for gives way.
    for (int row = 0; row < m_list->count(); ++row) {
        if (standing(row) == Standing::Loading) {
            m_scans->cancelImages(m_site);
            break;
        }
    }
    ++m_epoch;
    m_site = site;
    m_case = id;
    m_images = images;
    m_loaded = 0;
    m_stopped = false;
    m_texts = texts;
    m_title->setText(texts.title);
    m_list->clear();
    for (const ScanImage &image : images) {
        auto *item = new QListWidgetItem(image.name);
        item->setToolTip(image.name);
        m_list->addItem(item);
        mark(m_list->count() - 1, Standing::Wanted);
    }
    setVisible(scanCase);
    m_list->setVisible(!images.isEmpty());
    m_save->setVisible(!images.isEmpty());
    m_save->setEnabled(false);
    m_print->setVisible(!images.isEmpty());
    count();
    QTimer::singleShot(0, this, &PhotoGallery::loadVisible);
}

PhotoGallery::Standing PhotoGallery::standing(int row) const
{
    return Standing(m_list->item(row)->data(standingRole).toInt());
}

void PhotoGallery::mark(int row, Standing standing)
{
    QListWidgetItem *item = m_list->item(row);
    item->setData(standingRole, int(standing));
    if (standing == Standing::Shown)
        return;
    QPixmap blank(m_list->iconSize() * devicePixelRatioF());
    blank.setDevicePixelRatio(devicePixelRatioF());
    blank.fill(palette().color(QPalette::AlternateBase));
    item->setIcon(blank);
    const QString name = m_images.at(row).name;
    item->setText(standing == Standing::Loading ? tr("%1 – loading…", "photo").arg(name)
                      : standing == Standing::Failed
                      ? tr("%1 – not loaded; Enter tries again", "photo").arg(name)
                      : name);
}

void PhotoGallery::loadVisible()
{
    if (m_stopped || !m_list->isVisible())
        return;
    const QRect sight = m_list->viewport()->rect();
    for (int row = 0; row < m_list->count() && m_loading < atOnce; ++row) {
        if (standing(row) == Standing::Wanted
            && m_list->visualItemRect(m_list->item(row)).intersects(sight))
            load(row);
    }
    count();
}

void PhotoGallery::load(int row)
{
    mark(row, Standing::Loading);
    ++m_loading;
    const int epoch = m_epoch;
    const QSize room = m_list->iconSize() * devicePixelRatioF();
    QCoro::connect(m_scans->image(m_site, m_case, m_images.at(row).id), this,
                   [this, row, epoch, room](const Result<QByteArray> &bytes) {
                       if (epoch != m_epoch)
                           return;
                       if (!bytes) {
                           const bool ended = bytes.error().kind == Error::Kind::Cancelled;
                           mark(row, ended ? Standing::Wanted : Standing::Failed);
                           count();
                           if (ended)
                               return;
                           m_list->item(row)->setToolTip(bytes.error().message);
                           loadVisible();
                           return;
                       }
                       QtConcurrent::run(&m_decoding, thumbnailOf, *bytes, room)
                           .then(this, [this, row, epoch](const QImage &thumbnail) {
                               if (epoch == m_epoch)
                                   place(row, thumbnail);
                           });
                   });
}

void PhotoGallery::place(int row, const QImage &thumbnail)
{
    if (thumbnail.isNull()) {
        mark(row, Standing::Failed);
    } else {
        mark(row, Standing::Shown);
        QPixmap pixmap = QPixmap::fromImage(thumbnail);
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        m_list->item(row)->setIcon(pixmap);
        m_list->item(row)->setText(m_images.at(row).name);
    }
    count();
    loadVisible();
}

void PhotoGallery::count()
{
    m_loading = 0;
    m_loaded = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        m_loading += standing(row) == Standing::Loading ? 1 : 0;
        m_loaded += standing(row) == Standing::Shown ? 1 : 0;
    }
    m_count->setText(m_images.isEmpty()
                         ? tr("This case has no photos.")
                         : tr("%1 of %n loaded", nullptr, int(m_images.size())).arg(m_loaded));
    m_cancel->setVisible(m_loading > 0 || m_stopped);
    m_cancel->setText(m_stopped ? tr("&Load photos") : tr("Stop &loading"));
}

void PhotoGallery::cancel()
{
    m_stopped = !m_stopped;
    if (m_stopped)
        m_scans->cancelImages(m_site);
    else
        loadVisible();
    count();
}

void PhotoGallery::enlarge(int row)
{
    if (row < 0 || row >= m_list->count())
        return;
    if (standing(row) == Standing::Failed || standing(row) == Standing::Wanted)
        load(row);
    m_list->setCurrentRow(row);
    if (!m_dialog) {
        m_dialog = new PhotoDialog(this);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &PhotoDialog::stepped, this,
                [this](int by) { enlarge(m_list->currentRow() + by); });
        connect(m_dialog, &PhotoDialog::saveRequested, this, &PhotoGallery::save);
        connect(m_dialog, &PhotoDialog::printRequested, this, &PhotoGallery::print);
    }
    m_dialog->setWaiting(m_images.at(row).name, tr("Loading…"));
    m_dialog->show();
    const int epoch = m_epoch;
    QCoro::connect(m_scans->image(m_site, m_case, m_images.at(row).id), this,
                   [this, row, epoch](const Result<QByteArray> &bytes) {
                       if (!m_dialog || epoch != m_epoch || row != m_list->currentRow())
                           return;
                       if (bytes)
                           m_dialog->setPhoto(m_images.at(row).name, *bytes);
                       else
                           m_dialog->setWaiting(m_images.at(row).name, bytes.error().message);
                   });
}

void PhotoGallery::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    // What the spooler shows to others in the practice; nobody's name.
    printer->setDocName(tr("Photos", "document"));
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printPhotos"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(printer); });
    dialog->open();
}

bool PhotoGallery::printTo(std::shared_ptr<QPagedPaintDevice> device)
{
    ScanCase chosen;
    chosen.id = m_case;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->selectedItems().isEmpty() || m_list->item(row)->isSelected())
            chosen.images.append(m_images.at(row));
    }
    if (chosen.images.isEmpty())
        return false;
    const PhotoSheet texts{m_texts.patient, m_texts.scanCase, {}, {}};
    auto *printing = new PhotoPrinting(m_scans, std::move(device), m_site, chosen, texts, this);
    connect(printing, &PhotoPrinting::failed, this, &PhotoGallery::failed);
    connect(printing, &PhotoPrinting::finished, this, &PhotoGallery::printed);
    printing->start();
    return true;
}

void PhotoGallery::save()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the photo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_images.at(row).name.section(u'/', -1));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, site = m_site, id = m_case, image = m_images.at(row).id](const QString &file) {
                QCoro::connect(m_scans->image(site, id, image), this,
                               [this, file](const Result<QByteArray> &bytes) {
                                   if (bytes)
                                       write(file, *bytes);
                                   else
                                       Q_EMIT failed(bytes.error());
                               });
            });
    dialog->open();
}

void PhotoGallery::write(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    if (written && out.commit())
        return;
    Q_EMIT failed(Error(Error::Kind::Storage,
                        tr("The photo could not be written there. Choose a folder that you may "
                           "write to.")));
}

#include "moc_photogallery.cpp"
