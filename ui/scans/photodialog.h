// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

//! One photo as large as the dialog; arrows go to the neighbours.
class PhotoDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PhotoDialog(QWidget *parent = nullptr);
    void setPhoto(const QString &name, const QByteArray &bytes);
    void setWaiting(const QString &name, const QString &text);

Q_SIGNALS:
    //! -1: the one before, 1: the next.
    void stepped(int by);
    void saveRequested();
    void printRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QImage m_image;
    QString m_text;
    QWidget *m_buttons;
};
