// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"

#include <QMenu>

//! The stations of a server to choose from, asked for when the menu is opened.
class StationMenu : public QMenu
{
    Q_OBJECT

public:
    explicit StationMenu(ScanWorkflow *scans, QWidget *parent = nullptr);
    void setSite(const QString &site) { m_site = site; }
    //! First one of several sites, each with its own stations; one alone is not asked for.
    void setSites(const QStringList &sites);

Q_SIGNALS:
    void chosen(const ScanWorkflow::Target &target);
    //! The server did not answer.
    void failed(const Error &error);

private:
    void fill();

    ScanWorkflow *m_scans;
    QString m_site;
    bool m_parted = false; //!< its entries are sites
    int m_asking = 0;
};
