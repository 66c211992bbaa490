// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/stationmenu.h"

#include "ui/scans/scanwords.h"

StationMenu::StationMenu(ScanWorkflow *scans, QWidget *parent) : QMenu(parent), m_scans(scans)
{
    connect(this, &QMenu::aboutToShow, this, &StationMenu::fill);
}

void StationMenu::setSites(const QStringList &sites)
{
    clear();
    m_parted = sites.size() > 1;
    m_site = sites.value(0);
    if (!m_parted)
        return;
    // Only the server whose stations are looked at is asked.
    for (const QString &site : sites) {
        auto *stations = new StationMenu(m_scans, this);
        stations->setSite(site);
        stations->setTitle(scanwords::site(site));
        connect(stations, &StationMenu::chosen, this, &StationMenu::chosen);
        connect(stations, &StationMenu::failed, this, &StationMenu::failed);
        addMenu(stations);
    }
}

void StationMenu::fill()
{
    if (m_parted)
        return;
    const int asking = ++m_asking;
    clear();
    addAction(tr("Asking for the stations…"))->setEnabled(false);
    QCoro::connect(m_scans->stations(m_site), this,
                   [this, asking](const Result<QList<ScanStation>> &stations) {
                       if (asking != m_asking)
                           return;
                       clear();
                       if (!stations) {
                           hide();
                           Q_EMIT failed(stations.error());
                           return;
                       }
                       for (const ScanStation &station : *stations) {
                           QAction *action = addAction(
                               station.busy ? tr("%1 – busy", "station").arg(station.hostname)
                                            : station.hostname);
                           action->setData(station.hostname);
                           action->setToolTip(scanwords::station(station));
                           const ScanWorkflow::Target target(m_site, station.id, station.hostname);
                           connect(action, &QAction::triggered, this,
                                   [this, target] { Q_EMIT chosen(target); });
                       }
                       if (stations->isEmpty())
                           addAction(tr("No station is connected. Start Dental Desktop there."))
                               ->setEnabled(false);
                   });
}

#include "moc_stationmenu.cpp"
