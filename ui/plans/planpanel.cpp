// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planpanel.h"

#include "ui/patients/datetext.h"
#include "ui/theme/deskstyle.h"
#include "ui/toothchart/facttable.h"
#include "ui/visit/recordlinks.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanPanel::PlanPanel(const Settings &settings, const Currency &currency, QWidget *parent)
    : QScrollArea(parent), m_settings(settings), m_currency(currency), m_zone(settings.timeZone),
      m_content(new QWidget)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Chosen plan"));
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    auto *layout = new QVBoxLayout(m_content);
    const int margin = fontMetrics().averageCharWidth() * 2;
    layout->setContentsMargins(margin, margin, margin, margin);
    m_title = addLabel(layout, u"planTitle"_s, true);
    m_figures = new FactTable(tr("Figures"));
    m_figures->setObjectName(u"planFigures"_s);
    m_figures->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_figures);
    m_stated = addLabel(layout, u"planStated"_s);
    m_reason = addLabel(layout, u"planReason"_s);
    layout->addSpacing(fontMetrics().height() / 2);
    addLabel(layout, u"planSignaturesTitle"_s, true)->setText(tr("Signatures"));
    m_signatures = new FactTable(tr("Signatures"));
    m_signatures->setObjectName(u"planSignatures"_s);
    m_signatures->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_signatures);
    m_signed = addLabel(layout, u"planSigned"_s);
    m_signed->setForegroundRole(QPalette::PlaceholderText);
    m_other = new Chips;
    m_other->setObjectName(u"planSignedOther"_s);
    layout->addWidget(m_other);
    layout->addSpacing(fontMetrics().height() / 2);
    m_quote = addLabel(layout, u"planQuote"_s, true);
    m_quoteStanding = addLabel(layout, u"planQuoteStanding"_s);
    m_quoteStanding->setForegroundRole(QPalette::PlaceholderText);
    m_quoteMark = new Chips;
    m_quoteMark->setObjectName(u"planQuoteMark"_s);
    layout->addWidget(m_quoteMark);
    layout->addSpacing(fontMetrics().height() / 2);
    addButtons(layout);
    layout->addStretch(1);
    setWidget(m_content);
    clear();
}

QLabel *PlanPanel::addLabel(QVBoxLayout *layout, const QString &name, bool strong)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
    }
    layout->addWidget(label);
    return label;
}

void PlanPanel::addButtons(QVBoxLayout *layout)
{
    const auto add = [this](FlowRow *row, Act act, const QString &text) {
        auto *button = new QPushButton(text);
        button->setObjectName(u"plan"_s + QString(enumName(act)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT requested(act); });
        row->addWidget(button);
        m_buttons.insert(act, button);
    };
    auto *decide = new FlowRow;
    add(decide, Act::Sign, tr("&Sign…"));
    add(decide, Act::Accept, tr("&Accept…"));
    add(decide, Act::AcceptPart, tr("Accept pa&rt…"));
    add(decide, Act::Decline, tr("&Decline…"));
    add(decide, Act::Book, tr("&Book intervention…"));
    add(decide, Act::Reopen, tr("Back to &undecided"));
    layout->addLayout(decide);
    auto *paper = new FlowRow;
    add(paper, Act::Print, tr("&Print proposal"));
    add(paper, Act::Pdf, tr("PD&F"));
    add(paper, Act::OpenQuote, tr("&Open the CRM document"));
    layout->addLayout(paper);
}

QSize PlanPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 52, fontMetrics().height() * 30};
}

void PlanPanel::clear()
{
    m_content->hide();
}

bool PlanPanel::fits(Act act, const PlanRecord &record, const PlanVersion &version)
{
    const bool latest = version.number == record.latest().number;
    const bool stands = !version.content.gone && !version.content.automatic;
    const bool open = version.decision == plans::Decision::Open;
    switch (act) {
    case Act::Print:
    case Act::Pdf:
        return planwords::itemCount(version.content) > 0;
    case Act::OpenQuote:
        return !version.quote.id.isEmpty();
    case Act::Accept:
    case Act::AcceptPart:
        // Who accepted a part may take more of it.
        return latest && (open || version.decision == plans::Decision::PartiallyAccepted) && stands
            && planwords::itemCount(version.content) > 0;
    case Act::Decline:
        return latest && open && stands && planwords::itemCount(version.content) > 0;
    case Act::Sign:
        return latest && stands && version.decision != plans::Decision::Declined
            && version.decision != plans::Decision::Replaced
            && planwords::itemCount(version.content) > 0;
    case Act::Reopen:
        return latest && !open && version.decision != plans::Decision::Replaced
            && version.bookings.isEmpty();
    case Act::Book:
        return !version.toBook().isEmpty();
    }
    return false;
}

void PlanPanel::setOfficial(proposals::Official official)
{
    m_official = official;
    setPrimary(button(Act::OpenQuote), official == proposals::Official::Crm);
    button(Act::OpenQuote)->update();
}

void PlanPanel::setVersion(const PlanRecord &record, const PlanVersion &version, bool may)
{
    m_title->setText(planwords::title(record, version));
    showFigures(version);
    showSignatures(version);
    showQuote(version);
    m_reason->setText(version.decision == plans::Decision::Declined && !version.reason.isEmpty()
                          ? tr("Declined: %1").arg(version.reason)
                          : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    const QWidget *focused = m_content->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it) {
        it.value()->setVisible(fits(it.key(), record, version));
        it.value()->setEnabled(may);
    }
    // What the patient is asked for next stands out.
    const bool signedNow = std::any_of(version.signatures.cbegin(), version.signatures.cend(),
                                       [&](const PlanSignature &each) {
                                           return each.by == plans::Signer::Patient
                                               && planwords::isOfThis(each, version, m_currency);
                                       });
    const bool open = version.decision == plans::Decision::Open;
    setPrimary(button(Act::Accept), open);
    setPrimary(button(Act::Sign), !open && !signedNow);
    setPrimary(button(Act::Book), !open && signedNow);
    for (const Act act : {Act::Accept, Act::Sign, Act::Book})
        button(act)->update();
    const auto page = recordlinks::page(RecordKind::Quote, version.quote.id, m_settings);
    button(Act::OpenQuote)->setEnabled(may && !page.url.isEmpty());
    button(Act::OpenQuote)->setToolTip(page.missing);
    m_content->show();
    // A button that went must not leave the keys to a stray neighbour.
    if (focused && focused->isHidden())
        m_figures->setFocus();
}

void PlanPanel::showFigures(const PlanVersion &version)
{
    const Money total = version.content.total(m_currency);
    const Money done = planwords::done(version, m_currency);
    Money left = total;
    left.minor -= done.minor;
    QList<QStringList> rows{{tr("Total"), wording::money(total)},
                            {tr("Done", "amount"), wording::amount(done)},
                            {tr("Still planned", "amount"), wording::amount(left)}};
    if (version.content.validUntil.isValid())
        rows.append({tr("Valid until"), dateText(version.content.validUntil)});
    m_figures->setFacts({{{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}, rows);
    const auto &stated = version.content.statedTotal;
    m_stated->setText(stated && *stated != total
                          ? tr("%1 states %2.", "system, amount")
                                .arg(planwords::source(version.content), wording::money(*stated))
                          : QString());
    m_stated->setVisible(!m_stated->text().isEmpty());
}

void PlanPanel::showSignatures(const PlanVersion &version)
{
    QList<QStringList> rows;
    const PlanSignature *good = nullptr;
    bool other = false;
    for (const PlanSignature &each : version.signatures) {
        rows.append({planwords::signer(each.by), each.name,
                     u"%1 %2"_s.arg(dateText(each.signedAt.toTimeZone(m_zone).date()),
                                    wording::time(each.signedAt, m_zone))});
        if (planwords::isOfThis(each, version, m_currency))
            good = &each;
        else
            other = true;
    }
    m_signatures->setFacts({{{}}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}, rows);
    if (rows.isEmpty())
        m_signed->setText(tr("Nobody has signed."));
    else
        m_signed->setText(good ? tr("Signed for %1.", "version, language, items, total")
                                     .arg(planwords::shown(version.number, good->language,
                                                           good->items, good->total))
                               : QString());
    m_signed->setVisible(!m_signed->text().isEmpty());
    m_other->setTexts(other ? QStringList{good ? tr("One signature is of another version")
                                               : tr("Signed for another version")}
                            : QStringList(),
                      Chips::Tone::Warning);
}

void PlanPanel::showQuote(const PlanVersion &version)
{
    m_quote->setText(planwords::quote(version));
    const planwords::Standing standing = planwords::quoteStanding(version, m_delivery);
    const bool warns = standing.tone == Chips::Tone::Warning;
    // Why it was refused is too much for a chip.
    m_quoteStanding->setText(warns ? m_delivery.failure : standing.text);
    m_quoteStanding->setVisible(!m_quoteStanding->text().isEmpty());
    m_quoteMark->setTexts(warns ? QStringList{standing.text} : QStringList(), standing.tone);
}

#include "moc_planpanel.cpp"
