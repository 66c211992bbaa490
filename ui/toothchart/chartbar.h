// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogram.h"

#include <QVariantMap>
#include <QWidget>

class QAction;
class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

//! How a chart is looked at.
struct ChartLook {
    Odontogram::View view = Odontogram::View::Dental;
    teeth::Notation notation = teeth::Notation::Fdi;
    ChartLayers layers;
    bool ownDrawing = false; //!< not DentalTap's picture
    friend bool operator==(const ChartLook &, const ChartLook &) = default;
};

//! The chart's acts as buttons, and as actions with keys for menus.
class ChartBar : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QAction *dental = nullptr;
        QAction *periodontal = nullptr;
        QAction *both = nullptr;
        QAction *existing = nullptr;
        QAction *planned = nullptr;
        QAction *doneToday = nullptr;
        QAction *scans = nullptr;
        QAction *ownDrawing = nullptr;
        QAction *zoomIn = nullptr;
        QAction *zoomOut = nullptr;
        QAction *fit = nullptr;
        QAction *compare = nullptr;
        QAction *print = nullptr;
        QAction *copy = nullptr;
        QAction *png = nullptr;
        QAction *svg = nullptr;
        QAction *pdf = nullptr;
    };

    //! keyScope: the widget within which the keys work.
    explicit ChartBar(QWidget *keyScope, QWidget *parent = nullptr);

    const ChartLook &look() const { return m_look; }
    void setLook(const ChartLook &look);
    const Actions &actions() const { return m_actions; }
    void setZoom(double scale);
    //! There is something to zoom, compare, print and keep.
    void setChartShown(bool shown);
    //! DentalTap's picture is shown: what exists is part of it and cannot be taken away.
    void setPictureShown(bool shown);
    //! Everything, for a menu.
    void fill(QMenu *menu) const;

    QVariantMap state() const;
    void restore(const QVariantMap &state);

Q_SIGNALS:
    void lookChanged();

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &key,
                 bool checkable = false);
    QPushButton *addButton(class FlowRow *row, QAction *action, const QString &text = {});
    void showLook();
    void takeLook();

    QWidget *m_keyScope;
    Actions m_actions;
    QActionGroup *m_views;
    QComboBox *m_notation;
    QLabel *m_zoom;
    ChartLook m_look;
    QList<QPushButton *> m_viewButtons;
};
