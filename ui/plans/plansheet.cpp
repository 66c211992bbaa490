// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plansheet.h"

#include "ui/plans/planphases.h"
#include "ui/plans/planwords.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype differencesNamed = 2; //!< the sheet shows them all

} // namespace

PlanSheet::PlanSheet(const Settings &settings, const Currency &currency, QWidget *parent)
    : QWidget(parent), m_currency(currency),
      m_model(new PlanCardsModel(currency, QTimeZone(settings.timeZone), this)),
      m_cards(new PlanCards(m_model)), m_old(new Notice), m_blocked(new Notice),
      m_changed(new Notice), m_phases(new PlanPhases), m_panel(new PlanPanel(settings, currency))
{
    auto *main = new QWidget;
    auto *layout = new QVBoxLayout(main);
    layout->setSpacing(fontMetrics().height() * 2 / 3);
    m_old->setObjectName(u"plansOld"_s);
    layout->addWidget(m_old);
    m_cards->setObjectName(u"planCards"_s);
    layout->addWidget(m_cards);
    m_blocked->setObjectName(u"planBlocked"_s);
    m_product = m_blocked->addButton(tr("&Choose a product…"), u"planProduct"_s);
    connect(m_product, &QPushButton::clicked, this, [this] {
        const PlanVersion *of = version();
        for (const PlanItem &item : of ? of->content.items() : QList<PlanItem>()) {
            if (item.product.isEmpty() && item.state != plans::ItemState::Cancelled) {
                Q_EMIT productWanted(item);
                return;
            }
        }
    });
    layout->addWidget(m_blocked);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    m_phases->setAutoFillBackground(false);
    area->setWidget(m_phases);
    layout->addWidget(area, 1);
    m_changed->setObjectName(u"planChanged"_s);
    m_difference = m_changed->addButton(tr("See di&fference"), u"planDifference"_s);
    m_make = m_changed->addButton(tr("&Make a version"), u"planMakeVersion"_s);
    setPrimary(m_make);
    connect(m_difference, &QPushButton::clicked, this, &PlanSheet::differenceWanted);
    connect(m_make, &QPushButton::clicked, this, &PlanSheet::versionWanted);
    layout->addWidget(m_changed);
    auto *splitter = new QSplitter;
    splitter->addWidget(main);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter);
    setFocusProxy(m_cards);
    connect(m_cards, &PlanCards::chosen, this, &PlanSheet::showChosen);
    connect(m_panel, &PlanPanel::requested, this, &PlanSheet::requested);
    connect(m_phases, &PlanPhases::bookRequested, this, &PlanSheet::bookRequested);
}

QString PlanSheet::surgeon(const ProviderId &id) const
{
    for (const Provider &provider : m_providers) {
        if (provider.id == id)
            return provider.name;
    }
    return {};
}

void PlanSheet::setPlans(const QList<PlanRecord> &plans)
{
    if (plans == m_model->plans())
        return;
    const PlanRecord *before = record();
    const PlanId plan = before ? before->current.id : PlanId();
    const int number = before ? version()->number : 0;
    const bool wasLatest = before && number == before->latest().number;
    m_filling = true;
    m_row = -1;
    m_model->setPlans(plans);
    m_filling = false;
    if (plans.isEmpty()) {
        refresh();
        return;
    }
    // A version made meanwhile is what one wants to see then.
    const int row = m_model->rowOf(plan, wasLatest ? 0 : number);
    m_cards->setCurrentIndex(m_model->index(std::max(0, row)));
    showChosen(m_cards->currentIndex().row());
}

void PlanSheet::choose(const PlanId &plan, int version)
{
    if (const int row = m_model->rowOf(plan, version); row >= 0)
        m_cards->setCurrentIndex(m_model->index(row));
}

void PlanSheet::setProviders(const QList<Provider> &providers)
{
    m_providers = providers;
    refresh();
}

void PlanSheet::setNotation(teeth::Notation notation)
{
    if (notation == m_notation)
        return;
    m_notation = notation;
    refresh();
}

void PlanSheet::setMay(bool mayPlan, bool mayBook)
{
    m_mayPlan = mayPlan;
    m_mayBook = mayBook;
    refresh();
}

void PlanSheet::setDelivery(const planwords::Delivery &delivery)
{
    m_panel->setDelivery(delivery);
    if (version())
        m_panel->showQuote(*version());
}

void PlanSheet::setOld(const QString &text)
{
    m_old->setText(text, Notice::Tone::Info);
}

void PlanSheet::showChosen(int row)
{
    if (m_filling)
        return;
    m_row = row;
    refresh();
}

void PlanSheet::refresh()
{
    const PlanRecord *of = record();
    const PlanVersion *shown = version();
    if (!of || !shown) {
        m_phases->clear();
        m_panel->clear();
    } else {
        m_phases->setVersion(*shown, surgeon(shown->content.provider), m_notation, m_mayBook);
        m_panel->setVersion(*of, *shown, m_mayPlan);
        m_panel->button(PlanPanel::Act::Book)->setEnabled(m_mayPlan && m_mayBook);
    }
    showNotices();
}

void PlanSheet::showNotices()
{
    const PlanRecord *of = record();
    const PlanVersion *shown = version();
    m_blocked->setText(shown ? shown->blocked : QString());
    bool unknown = false;
    for (const PlanItem &item : shown ? shown->content.items() : QList<PlanItem>())
        unknown = unknown || (item.product.isEmpty() && item.state != plans::ItemState::Cancelled);
    m_product->setVisible(unknown);
    m_product->setEnabled(m_mayPlan);
    if (!of || !shown || shown->number != of->latest().number || !of->hasChanged()) {
        m_changed->setText({});
        return;
    }
    QStringList words;
    const QList<PlanDifference> all = planDifferences(shown->content, of->current);
    for (const PlanDifference &each : all.mid(0, differencesNamed))
        words.append(planwords::difference(each, m_notation));
    if (all.size() > differencesNamed)
        words.append(tr("%n more", "differences", int(all.size() - differencesNamed)));
    const bool decided = shown->decision != plans::Decision::Open;
    const QString what = words.join(u"; "_s);
    m_changed->setText(
        decided ? tr("%1 changed this plan after it was decided on: %2. What was decided stays as "
                     "it is.",
                     "system, differences")
                      .arg(planwords::source(of->current), what)
                : tr("%1 changed this plan after it was signed: %2. The signed version stays as "
                     "it is.",
                     "system, differences")
                      .arg(planwords::source(of->current), what));
    m_make->setText(tr("&Make version %1").arg(of->latest().number + 1));
    m_make->setEnabled(m_mayPlan);
}

#include "moc_plansheet.cpp"
