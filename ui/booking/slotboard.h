// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/catalogue.h"

#include <QTimeZone>
#include <QWidget>
#include <optional>

class QButtonGroup;
class QGridLayout;
class QPushButton;

//! The first free times, a row of buttons per surgeon. One stop for the tab key; arrows walk the
//! times and choose at once.
class SlotBoard : public QWidget
{
    Q_OBJECT

public:
    static constexpr int columns = 6;

    explicit SlotBoard(QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    //! Free times in order; today decides which buttons carry their day. The time that a person
    //! chose stays chosen while it is among them; else wished, else the first.
    void setSlots(const QList<Slot> &free, const QList<Provider> &providers, QDate today,
                  const std::optional<Slot> &wished = {});
    std::optional<Slot> chosen() const;
    QList<QPushButton *> buttons() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Cell {
        Slot slot;
        QPushButton *button;
        int row;
        int column;
    };
    void choose(int index, bool focus);
    void walk(int rowStep, int columnStep);

    QTimeZone m_zone;
    QGridLayout *m_grid;
    QList<Cell> m_cells;
    int m_chosen = -1;
    bool m_byHand = false; //!< a person chose it, not the board
};
