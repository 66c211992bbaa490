// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/stationcards.h"

#include "ui/scans/scanwords.h"
#include "ui/theme/theme.h"
#include "ui/visit/chips.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <utility>

using namespace Qt::StringLiterals;

//! One station. It stays while its station does, so that a poll takes nobody's focus away.
class StationCard : public QWidget
{
public:
    explicit StationCard(StationCards *list) : QWidget(list)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 10, 12, 10);
        layout->setSpacing(4);
        auto *head = new QHBoxLayout;
        m_name->setTextFormat(Qt::PlainText);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        m_name->setFont(bold);
        head->addWidget(m_name);
        head->addWidget(m_mark, 1);
        layout->addLayout(head);
        m_who->setTextFormat(Qt::PlainText);
        m_who->setForegroundRole(QPalette::PlaceholderText);
        m_who->setMinimumWidth(1);
        layout->addWidget(m_who);
        auto *buttons = new QHBoxLayout;
        const auto add = [&](StationCards::Act act, const QString &text, const QString &name) {
            auto *button = new QPushButton(text);
            button->setObjectName(name);
            connect(button, &QPushButton::clicked, list,
                    [this, list, act] { Q_EMIT list->requested(act, m_target); });
            buttons->addWidget(button);
            return button;
        };
        m_link =
            add(StationCards::Act::Link, StationCards::tr("Find or create here…"), u"linkHere"_s);
        m_open =
            add(StationCards::Act::OpenPatient, StationCards::tr("Open patient"), u"openPatient"_s);
        m_newCase = add(StationCards::Act::NewCase, StationCards::tr("New case"), u"newCase"_s);
        buttons->addStretch(1);
        layout->addLayout(buttons);
    }

    bool isAt(const QString &site, const QString &station) const
    {
        return m_target.site == site && m_target.station == station;
    }

    void setStation(const QString &site, const ScanStation &station)
    {
        m_target = ScanWorkflow::Target(site, station.id, station.hostname);
        setObjectName(u"station"_s + station.hostname);
        m_name->setText(station.hostname);
        m_mark->setTexts({station.busy ? StationCards::tr("busy", "station")
                                       : StationCards::tr("free", "station")},
                         station.busy ? Chips::Tone::Warning : Chips::Tone::Good);
        m_who->setText(scanwords::station(station));
        m_who->setToolTip(m_who->text());
        m_link->setAccessibleName(
            StationCards::tr("Find or create the patient at %1").arg(station.hostname));
        m_open->setAccessibleName(StationCards::tr("Open the patient at %1").arg(station.hostname));
        m_newCase->setAccessibleName(StationCards::tr("New case at %1").arg(station.hostname));
    }

    void setPatient(bool hasPatient, bool isLinked)
    {
        const bool unknown = hasPatient && !isLinked;
        // What had the focus hands it to what stands in its place, not to another card.
        const bool hadFocus = m_link->hasFocus() || m_open->hasFocus() || m_newCase->hasFocus();
        for (QPushButton *button : {m_link, m_open, m_newCase})
            button->setEnabled(hasPatient);
        if (hadFocus && hasPatient && (unknown ? m_link : m_open)->isHidden()) {
            (unknown ? m_link : m_open)->show();
            (unknown ? m_link : m_open)->setFocus();
        }
        m_link->setVisible(unknown);
        m_open->setVisible(!unknown);
        m_newCase->setVisible(!unknown);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(palette()).frame);
        painter.setBrush(palette().base());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

private:
    ScanWorkflow::Target m_target;
    QLabel *m_name = new QLabel(this);
    Chips *m_mark = new Chips(this);
    QLabel *m_who = new QLabel(this);
    QPushButton *m_link;
    QPushButton *m_open;
    QPushButton *m_newCase;
};

StationCards::StationCards(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)),
      m_none(new QLabel(tr("No station is connected. Start Dental Desktop there; cases and photos "
                           "can be seen all the same."),
                        this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(fontMetrics().height() / 2);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(m_none);
}

void StationCards::setStations(const QString &site, const QList<ScanStation> &stations)
{
    if (site == m_site && stations == m_stations)
        return;
    m_site = site;
    m_stations = stations;
    // A card belongs to its station: what is pressed never goes to another that moved up.
    QList<StationCard *> old = std::exchange(m_cards, {});
    for (const ScanStation &station : stations) {
        const auto known = std::find_if(old.begin(), old.end(), [&](const StationCard *card) {
            return card->isAt(site, station.id);
        });
        StationCard *card =
            known == old.end() ? new StationCard(this) : old.takeAt(known - old.begin());
        card->setStation(site, station);
        card->setPatient(m_hasPatient, m_isLinked);
        m_layout->insertWidget(static_cast<int>(m_cards.size()), card, 1);
        card->show();
        m_cards.append(card);
    }
    qDeleteAll(old);
    m_none->setVisible(stations.isEmpty());
}

void StationCards::setPatient(bool hasPatient, bool isLinked)
{
    m_hasPatient = hasPatient;
    m_isLinked = isLinked;
    for (StationCard *card : std::as_const(m_cards))
        card->setPatient(hasPatient, isLinked);
}

#include "moc_stationcards.cpp"
