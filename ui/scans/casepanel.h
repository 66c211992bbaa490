// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"

#include <QScrollArea>
#include <QTimeZone>

class Chips;
class Notice;
class QLabel;
class QPushButton;
class QVBoxLayout;
class StationMenu;

//! The chosen case in full, and how the patient is linked with Dental Desktop.
class CasePanel : public QScrollArea
{
    Q_OBJECT

public:
    enum class Act { Create, Update, OpenCase, Forget };

    CasePanel(ScanWorkflow *scans, QTimeZone zone, QWidget *parent = nullptr);
    void setSite(const QString &site);
    //! Null: none is chosen.
    void setCase(const ScanCase *scanCase);
    //! hasPatient: one is chosen; link: nothing while Dental Desktop does not know them.
    void setLink(bool hasPatient, const std::optional<ScanLink> &link);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! A target without a station is the server.
    void requested(CasePanel::Act act, const ScanWorkflow::Target &target);
    void failed(const Error &error);

private:
    QPushButton *addStations(class QBoxLayout *layout, const QString &text, const QString &name,
                             Act act);

    ScanWorkflow *m_scans;
    QTimeZone m_zone;
    QString m_site;
    QWidget *m_case;
    QLabel *m_title;
    Chips *m_status;
    QLabel *m_facts;
    QLabel *m_indications;
    QLabel *m_scansTitle;
    QLabel *m_scansList;
    QLabel *m_meshes;
    QWidget *m_mapping;
    QLabel *m_link;
    QPushButton *m_create;
    QPushButton *m_createAt;
    QPushButton *m_update;
    QPushButton *m_updateAt;
    QPushButton *m_wrong;
    Notice *m_undo;
    QList<StationMenu *> m_menus;
};
