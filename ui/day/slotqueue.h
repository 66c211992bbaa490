// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class DayModel;
class QLabel;
class QListView;

//! Appointments of the day's model without a slot, by name.
class SlotQueueModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SlotQueueModel(DayModel *day, QObject *parent = nullptr);
    void setProviderNames(const QHash<ProviderId, QString> &names);
    QVariant data(const QModelIndex &index, int role) const override;
    VisitId visit(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    DayModel *m_day;
    QHash<ProviderId, QString> m_providers;
};

//! Who waits for a slot (DentalTap: buffered). Enter or a double click picks one up: the day shows
//! where it would stand, arrows or mouse move it, Enter or a click sets it down. One may also be
//! dragged onto the day.
class SlotQueue : public QWidget
{
    Q_OBJECT

public:
    explicit SlotQueue(DayModel *day, QWidget *parent = nullptr);
    void setProviderNames(const QHash<ProviderId, QString> &names);
    int count() const { return m_model->rowCount(); }
    QListView *list() const { return m_list; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void selected(const VisitId &id);
    void pickUpRequested(const VisitId &id);
    //! A row is on its way, the button still down; then it is let go somewhere.
    void dragged(const VisitId &id, const QPoint &globalPosition);
    void dropped(const VisitId &id, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void update();
    bool mouseEvent(QEvent *event);

    SlotQueueModel *m_model;
    QLabel *m_title;
    QListView *m_list;
    QPoint m_pressedAt;
    VisitId m_pressed; //!< whose row has the mouse button on it
    bool m_dragging = false;
};
