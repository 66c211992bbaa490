// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/chartworkflow.h"
#include "ui/desk.h"
#include "ui/toothchart/chartbar.h"
#include "ui/toothchart/chartview.h"

#include <QTimeZone>
#include <QTimer>

class Notice;
class QComboBox;
class QLabel;

//! The chart of one patient on one date: reads it, chooses between DentalTap's picture and our
//! drawing, and says which it is and of when.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    //! name: what tells it from another one, for screen readers.
    ChartPane(const Desk &desk, const QString &name, QWidget *parent = nullptr);

    //! Reads it: first what is kept, then DentalTap. An empty owner shows nothing.
    void setOwner(const ChartOwner &owner);
    const ChartOwner &owner() const { return m_owner; }
    void setVisits(const QList<ChartVisit> &visits);
    void setLook(const ChartLook &look);
    //! Once more, from DentalTap.
    void read();

    ChartView *view() const { return m_view; }
    QComboBox *dates() const { return m_dates; }
    const std::optional<ChartReading> &reading() const { return m_reading; }
    //! Why there is none.
    const std::optional<Error> &error() const { return m_error; }
    bool isReading() const { return m_asking; }
    //! "23/11/2026 09:12": of what is shown.
    QString dateText() const;
    //! Where the places of the teeth come from.
    QString sourceText() const { return m_sourceText; }

Q_SIGNALS:
    void readingChanged();
    //! Another picture or drawing is shown.
    void sceneShown();

private:
    struct Picture {
        std::optional<ChartPicture> picture;
        std::optional<Error> error;
        bool asked = false;
    };

    void take(const ChartReading &reading);
    void askPictures();
    void askPicture(dental::ChartKind kind);
    void askBackground(dental::ChartKind kind);
    void takePicture(dental::ChartKind kind, const Result<ChartPicture> &picture, bool kept);
    QList<dental::ChartKind> wantedKinds() const;
    void rebuild();
    void showWords();
    void fillDates();

    Desk m_desk;
    QTimeZone m_zone;
    QComboBox *m_dates;
    QLabel *m_source;
    Notice *m_notice;
    ChartView *m_view;
    ChartOwner m_owner;
    QList<ChartVisit> m_visits;
    ChartLook m_look;
    std::optional<ChartReading> m_reading;
    std::optional<Error> m_error;
    QHash<dental::ChartKind, Picture> m_pictures;
    QHash<dental::ChartKind, ChartPicture> m_backgrounds;
    QString m_sourceText;
    QTimer m_wordsSoon;
    int m_generation = 0; //!< only answers to the newest question count
    bool m_asking = false;
};
