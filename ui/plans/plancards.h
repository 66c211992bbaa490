// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/treatmentplan.h"

#include <QAbstractListModel>
#include <QListView>
#include <QTimeZone>

//! A version of a patient's plans in each row: plans as they come, of each the newest version
//! first.
class PlanCardsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { Standing = Qt::UserRole + 1, Tone, Summary, Quote, Total };

    PlanCardsModel(const Currency &currency, const QTimeZone &zone, QObject *parent = nullptr);
    void setPlans(const QList<PlanRecord> &plans);
    const QList<PlanRecord> &plans() const { return m_plans; }

    //! Null where there is none.
    const PlanRecord *record(int row) const;
    const PlanVersion *version(int row) const;
    //! -1 where it is not there; version 0 = the latest.
    int rowOf(const PlanId &plan, int version) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Place {
        qsizetype plan;
        qsizetype version;
    };
    Currency m_currency;
    QTimeZone m_zone;
    QList<PlanRecord> m_plans;
    QList<Place> m_places;
};

//! The cards side by side; arrows walk them, the chosen one has a frame.
class PlanCards : public QListView
{
    Q_OBJECT

public:
    explicit PlanCards(PlanCardsModel *model, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};
