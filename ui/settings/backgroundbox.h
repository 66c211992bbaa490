// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/chartworkflow.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

class Notice;
class QLabel;
class QPushButton;

//! The picture below the teeth of one chart: shows it, takes another, goes back to DentalTap's own.
class BackgroundBox : public QWidget
{
    Q_OBJECT

public:
    BackgroundBox(const Desk &desk, dental::ChartKind kind, QWidget *parent = nullptr);

    void read();
    void setEditable(bool editable);
    //! Takes this file's picture, once it is proved.
    void take(const QString &file);
    QString state() const;
    QString problem() const;
    QPushButton *chooseButton() const { return m_choose; }
    QPushButton *resetButton() const { return m_reset; }

Q_SIGNALS:
    void said(const Message &message);

private:
    class Preview;

    void choose();
    void reset();
    void showPicture(const std::optional<ChartPicture> &picture);
    void setBusy(bool busy);

    Desk m_desk;
    dental::ChartKind m_kind;
    Preview *m_preview;
    QLabel *m_state;
    Notice *m_problem;
    QPushButton *m_choose;
    QPushButton *m_reset;
    bool m_editable = false;
    bool m_busy = false;
    bool m_own = false; //!< the clinic has a picture of its own
};
