// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tooth.h"
#include "app/domain/treatmentplan.h"

#include <QWidget>

class FactTable;
class PlanPhaseBox;
class QVBoxLayout;

//! The phases of one version, a box each: what is done on which tooth, at what price, how far.
class PlanPhases : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPhases(QWidget *parent = nullptr);
    //! surgeon: a name; mayBook: what is accepted can be booked from here.
    void setVersion(const PlanVersion &version, const QString &surgeon, teeth::Notation notation,
                    bool mayBook);
    void clear();
    QList<FactTable *> tables() const;

Q_SIGNALS:
    //! An intervention for this phase is wanted.
    void bookRequested(const QString &phase);

private:
    QVBoxLayout *m_layout;
    QList<PlanPhaseBox *> m_boxes;
};
