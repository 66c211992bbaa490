// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class StationCard;

//! The stations of a server: who is at them, and what can be done there with the patient.
class StationCards : public QWidget
{
    Q_OBJECT

public:
    enum class Act { Link, OpenPatient, NewCase };

    explicit StationCards(QWidget *parent = nullptr);
    void setStations(const QString &site, const QList<ScanStation> &stations);
    //! hasPatient: one is chosen; isLinked: Dental Desktop knows them.
    void setPatient(bool hasPatient, bool isLinked);

Q_SIGNALS:
    void requested(StationCards::Act act, const ScanWorkflow::Target &target);

private:
    QHBoxLayout *m_layout;
    QLabel *m_none;
    QList<StationCard *> m_cards; //!< in the order of m_stations
    QString m_site;
    QList<ScanStation> m_stations;
    bool m_hasPatient = false;
    bool m_isLinked = false;
};
