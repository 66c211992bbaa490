// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"
#include "app/settings/settings.h"
#include "ui/plans/planwords.h"

#include <QScrollArea>
#include <QTimeZone>

class FactTable;
class QLabel;
class QPushButton;
class QVBoxLayout;

//! One version beside its phases: what it comes to, who has signed, its Devis, and everything that
//! can be done with it.
class PlanPanel : public QScrollArea
{
    Q_OBJECT

public:
    enum class Act { Print, Pdf, OpenQuote, Accept, AcceptPart, Decline, Reopen, Sign, Book };
    Q_ENUM(Act)

    PlanPanel(const Settings &settings, const Currency &currency, QWidget *parent = nullptr);

    //! may: whoever is signed in may work with plans.
    void setVersion(const PlanRecord &record, const PlanVersion &version, bool may);
    void clear();
    //! Only what stands about its Devis.
    void showQuote(const PlanVersion &version);
    //! Which document the patient signs: decides which of the two ways to it stands out.
    void setOfficial(proposals::Official official);
    //! What is on its way to the CRM; shown with the next setVersion().
    void setDelivery(const planwords::Delivery &delivery) { m_delivery = delivery; }
    QPushButton *button(Act act) const { return m_buttons.value(act); }
    QSize sizeHint() const override;

    //! Whether it can be done with that version at all.
    static bool fits(Act act, const PlanRecord &record, const PlanVersion &version);

Q_SIGNALS:
    void requested(PlanPanel::Act act);

private:
    QLabel *addLabel(QVBoxLayout *layout, const QString &name, bool strong = false);
    void addButtons(QVBoxLayout *layout);
    void showFigures(const PlanVersion &version);
    void showSignatures(const PlanVersion &version);

    Settings m_settings;
    Currency m_currency;
    QTimeZone m_zone;
    QWidget *m_content;
    QLabel *m_title = nullptr;
    QLabel *m_stated = nullptr;
    FactTable *m_figures = nullptr;
    FactTable *m_signatures = nullptr;
    QLabel *m_signed = nullptr;
    Chips *m_other = nullptr;
    QLabel *m_quote = nullptr;
    QLabel *m_quoteStanding = nullptr;
    Chips *m_quoteMark = nullptr;
    QLabel *m_reason = nullptr;
    QHash<Act, QPushButton *> m_buttons;
    planwords::Delivery m_delivery;
    proposals::Official m_official = proposals::Official::Vestibule;
};
