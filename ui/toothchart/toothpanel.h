// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/scancase.h"
#include "app/workflow/chartworkflow.h"

#include <QScrollArea>
#include <QTimeZone>

class Chips;
class FactTable;
class QLabel;
class QPushButton;
class QVBoxLayout;

//! Everything known about the chosen tooth, or about several: history from every source, what is
//! planned, probing, scans that touch it.
class ToothPanel : public QScrollArea
{
    Q_OBJECT

public:
    //! Plain values; the page brings them together.
    struct Facts {
        DentalProfile profile;
        QList<ToothEvent> history; //!< newest first
        QString incomplete; //!< why a part of the history is missing or old
        QHash<QString, QString> plans; //!< by DentalTap's plan id: its title and its quote
        QHash<QString, Product> treatments; //!< by DentalTap's treatment id
        QList<ScanCase> cases;
        QString casesMissing; //!< why there are none, where that is no answer
    };

    explicit ToothPanel(QTimeZone zone, QWidget *parent = nullptr);

    void setFacts(const Facts &facts);
    void setTeeth(const QList<teeth::Tooth> &teeth, teeth::Notation notation);
    const QList<teeth::Tooth> &teeth() const { return m_teeth; }
    QPushButton *proposalButton() const { return m_proposal; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void proposalRequested(const QList<teeth::Tooth> &teeth);
    void scansRequested();

private:
    FactTable *addSection(QVBoxLayout *layout, const QString &title, const QString &name,
                          QLabel **note);
    void refresh();
    void showHistory();
    void showPlanned();
    void showProbing();
    void showScans();
    bool concerns(const QList<teeth::Tooth> &teeth) const;

    QTimeZone m_zone;
    Facts m_facts;
    QList<teeth::Tooth> m_teeth;
    teeth::Notation m_notation = teeth::Notation::Fdi;
    QLabel *m_title = nullptr;
    QLabel *m_name = nullptr;
    Chips *m_states;
    QWidget *m_content;
    QLabel *m_empty = nullptr;
    QLabel *m_findings = nullptr;
    FactTable *m_history = nullptr;
    QLabel *m_historyNote = nullptr;
    FactTable *m_planned = nullptr;
    QLabel *m_plannedNote = nullptr;
    FactTable *m_probing = nullptr;
    QLabel *m_probingNote = nullptr;
    FactTable *m_scans = nullptr;
    QLabel *m_scansNote = nullptr;
    QPushButton *m_openScans;
    QPushButton *m_proposal;
};
