// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/plandialog.h"
#include "ui/plans/planitemtree.h"

//! The patient accepts a plan, all of it or a part: what it comes to follows the boxes.
class AcceptDialog : public PlanDialog
{
    Q_OBJECT

public:
    enum class How { Whole, Part };

    AcceptDialog(const PlanRecord &record, How how, teeth::Notation notation,
                 const Currency &currency, QWidget *parent = nullptr);

    PlanItemTree *tree() const { return m_tree; }

Q_SIGNALS:
    //! Empty = all of it.
    void acceptWanted(const QStringList &items);

protected:
    void go() override;

private:
    void showTotal();

    Currency m_currency;
    PlanItemTree *m_tree;
    QLabel *m_total;
};
