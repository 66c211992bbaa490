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

using namespace Qt::StringLiterals;

namespace {

class Card : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(palette()).frame);
        painter.setBrush(palette().base());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
};

} // namespace

StationCards::StationCards(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(fontMetrics().height() / 2);
}

void StationCards::setStations(const QString &site, const QList<ScanStation> &stations)
{
    if (site == m_site && stations == m_stations)
        return;
    m_site = site;
    m_stations = stations;
    build();
}

void StationCards::setPatient(bool hasPatient, bool isLinked)
{
    if (hasPatient == m_hasPatient && isLinked == m_isLinked)
        return;
    m_hasPatient = hasPatient;
    m_isLinked = isLinked;
    build();
}

void StationCards::build()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const ScanStation &station : std::as_const(m_stations)) {
        auto *card = new Card;
        card->setObjectName(u"station"_s + station.hostname);
        auto *layout = new QVBoxLayout(card);
        layout->setContentsMargins(12, 10, 12, 10);
        layout->setSpacing(4);
        auto *head = new QHBoxLayout;
        auto *name = new QLabel(station.hostname);
        name->setTextFormat(Qt::PlainText);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        name->setFont(bold);
        head->addWidget(name);
        auto *mark = new Chips(card);
        mark->setTexts({station.busy ? tr("busy", "station") : tr("free", "station")},
                       station.busy ? Chips::Tone::Warning : Chips::Tone::Quiet);
        head->addWidget(mark, 1);
        layout->addLayout(head);
        auto *who = new QLabel(scanwords::station(station));
        who->setTextFormat(Qt::PlainText);
        who->setForegroundRole(QPalette::PlaceholderText);
        who->setToolTip(who->text());
        who->setMinimumWidth(1);
        layout->addWidget(who);
        auto *buttons = new QHBoxLayout;
        const ScanWorkflow::Target target(m_site, station.id, station.hostname);
        const auto add = [&](Act act, const QString &text, const QString &spoken) {
            auto *button = new QPushButton(text);
            button->setAccessibleName(spoken.arg(station.hostname));
            button->setEnabled(m_hasPatient);
            connect(button, &QPushButton::clicked, this,
                    [this, act, target] { Q_EMIT requested(act, target); });
            buttons->addWidget(button);
            return button;
        };
        if (m_hasPatient && !m_isLinked) {
            add(Act::Link, tr("Find or create here…"), tr("Find or create the patient at %1"))
                ->setObjectName(u"linkHere"_s);
        } else {
            add(Act::OpenPatient, tr("Open patient"), tr("Open the patient at %1"))
                ->setObjectName(u"openPatient"_s);
            add(Act::NewCase, tr("New case"), tr("New case at %1"))->setObjectName(u"newCase"_s);
        }
        buttons->addStretch(1);
        layout->addLayout(buttons);
        m_layout->addWidget(card, 1);
    }
    if (m_stations.isEmpty()) {
        auto *none = new QLabel(tr("No station is connected. Start Dental Desktop there; cases and "
                                   "photos can be seen all the same."));
        none->setWordWrap(true);
        none->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(none);
    }
}

#include "moc_stationcards.cpp"
