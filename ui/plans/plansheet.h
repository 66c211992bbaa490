// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/plancards.h"
#include "ui/plans/planpanel.h"

class Notice;
class PlanPhases;

//! All plans of a patient: cards at the top, the chosen version's phases below, its panel at the
//! right. Shows values and asks; it reads nothing.
class PlanSheet : public QWidget
{
    Q_OBJECT

public:
    PlanSheet(const Settings &settings, const Currency &currency, QWidget *parent = nullptr);

    //! The chosen version stays chosen; else the first card.
    void setPlans(const QList<PlanRecord> &plans);
    void setProviders(const QList<Provider> &providers);
    void setNotation(teeth::Notation notation);
    void setOfficial(proposals::Official official) { m_panel->setOfficial(official); }
    //! Whoever is signed in may decide, sign and book.
    void setMay(bool mayPlan, bool mayBook);
    //! What is on its way to the CRM for these plans.
    void setDelivery(const planwords::Delivery &delivery);
    //! When what stands here was read, and which sources did not answer; empty = as they are now.
    void setOld(const QString &text);
    void choose(const PlanId &plan, int version = 0);

    //! Null while there is none.
    const PlanRecord *record() const { return m_model->record(m_row); }
    const PlanVersion *version() const { return m_model->version(m_row); }
    PlanCards *cards() const { return m_cards; }
    PlanPanel *panel() const { return m_panel; }
    PlanPhases *phases() const { return m_phases; }
    QString surgeon(const ProviderId &id) const;
    teeth::Notation notation() const { return m_notation; }

Q_SIGNALS:
    void requested(PlanPanel::Act act);
    void bookRequested(const QString &phase);
    //! Which product an act is that the catalogue does not know.
    void productWanted(const PlanItem &item);
    void differenceWanted();
    void versionWanted();

private:
    void showChosen(int row);
    void refresh();
    void showNotices();

    Currency m_currency;
    PlanCardsModel *m_model;
    PlanCards *m_cards;
    Notice *m_old;
    Notice *m_blocked;
    QPushButton *m_product = nullptr;
    Notice *m_changed;
    QPushButton *m_difference = nullptr;
    QPushButton *m_make = nullptr;
    PlanPhases *m_phases;
    PlanPanel *m_panel;
    QList<Provider> m_providers;
    teeth::Notation m_notation = teeth::Notation::Fdi;
    bool m_mayPlan = false;
    bool m_mayBook = false;
    bool m_filling = false;
    int m_row = -1;
};
