// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tooth.h"
#include "app/domain/treatmentplan.h"

#include <QTreeWidget>

//! The items of a plan below their phases, each with a box to check; a phase's box checks all of
//! its items. Space checks, arrows walk.
class PlanItemTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit PlanItemTree(QWidget *parent = nullptr);
    //! Only items whose id is in offered; phases without any are left out.
    void setItems(const QList<PlanPhase> &phases, const QStringList &offered,
                  teeth::Notation notation);
    void checkAll(bool checked);
    //! These and no others.
    void check(const QStringList &items);
    //! In the plan's order.
    QStringList checked() const;
    //! The phase when all that is checked is of one; empty else.
    QString phaseOfChecked() const;
    Money total(const Currency &currency) const;
    int itemCount() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void checkedChanged();

private:
    QHash<QString, Money> m_amounts;
    bool m_filling = false;
};
