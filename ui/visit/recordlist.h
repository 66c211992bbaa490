// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/visit/visitwords.h"

#include <QWidget>

class QGridLayout;

//! The records of a visit in the outside systems, one row each: what, where, and in words how it
//! stands.
class RecordList : public QWidget
{
    Q_OBJECT

public:
    explicit RecordList(QWidget *parent = nullptr);
    void setRecords(const QList<visitwords::RecordLine> &records);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QGridLayout *m_grid;
    QList<visitwords::RecordLine> m_records;
};
