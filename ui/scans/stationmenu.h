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

Q_SIGNALS:
    void chosen(const ScanWorkflow::Target &target);
    //! The server did not answer.
    void failed(const Error &error);

private:
    void fill();

    ScanWorkflow *m_scans;
    QString m_site;
    int m_asking = 0;
};
