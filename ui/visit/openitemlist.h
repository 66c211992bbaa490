// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

#include <QTimeZone>
#include <QWidget>

class OpenActs;
class QLabel;
class QPushButton;
class QVBoxLayout;

//! The acts of a visit that no invoice carries, in its panel: one box each with its ways out, and
//! one button that bills all that can be billed. Hidden when there is none.
class OpenItemList : public QWidget
{
    Q_OBJECT

public:
    //! acts outlives the list.
    OpenItemList(OpenActs *acts, const QTimeZone &zone, QWidget *parent = nullptr);
    void setDetail(const VisitDetail &detail, QDate today);

private:
    void addItem(const OpenItem &item, QDate today);
    void updateBill(VisitState state);

    OpenActs *m_acts;
    QTimeZone m_zone;
    VisitId m_visit;
    QList<OpenItem> m_items;
    QDate m_today;
    VisitState m_state = VisitState::Booked;
    bool m_forbidden = false;
    QLabel *m_title;
    QVBoxLayout *m_boxes;
    QPushButton *m_bill;
};
