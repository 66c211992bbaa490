// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/photodialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PhotoDialog::PhotoDialog(QWidget *parent) : QDialog(parent), m_buttons(new QWidget)
{
    resize(fontMetrics().height() * 50, fontMetrics().height() * 38);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QString &name) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    connect(add(tr("&Previous", "photo"), u"previousPhoto"_s), &QPushButton::clicked, this,
            [this] { Q_EMIT stepped(-1); });
    connect(add(tr("&Next", "photo"), u"nextPhoto"_s), &QPushButton::clicked, this,
            [this] { Q_EMIT stepped(1); });
    row->addStretch(1);
    connect(add(tr("&Save…", "photo"), u"savePhoto"_s), &QPushButton::clicked, this,
            &PhotoDialog::saveRequested);
    connect(add(tr("P&rint…", "photo"), u"printPhoto"_s), &QPushButton::clicked, this,
            &PhotoDialog::printRequested);
    connect(add(tr("&Close", "photo"), u"closePhoto"_s), &QPushButton::clicked, this,
            &QDialog::reject);
    layout->addWidget(m_buttons);
}

void PhotoDialog::setPhoto(const QString &name, const QByteArray &bytes)
{
    setWindowTitle(name);
    m_image = QImage::fromData(bytes);
    m_text = m_image.isNull() ? tr("This photo cannot be shown; it can be saved.") : QString();
    update();
}

void PhotoDialog::setWaiting(const QString &name, const QString &text)
{
    setWindowTitle(name);
    m_image = {};
    m_text = text;
    update();
}

void PhotoDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect room = rect().adjusted(12, 12, -12, m_buttons->y() - height() - 8);
    if (m_image.isNull()) {
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    QRect place({}, m_image.size().scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_image);
}

void PhotoDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        Q_EMIT stepped(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QDialog::keyPressEvent(event);
}

#include "moc_photodialog.cpp"
