// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/day/visitactions.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QScrollArea>
#include <QTimeZone>
#include <QTimer>
#include <optional>

class Chips;
class LinesModel;
class LinesTable;
class MiniProfile;
class Notice;
class OpenActs;
class OpenItemList;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class RecordList;
class ScanActs;
class StageLine;

//! The selected visit: who, how far, what the order holds, the next act as one large button, and
//! how its records stand in the outside systems.
class VisitPanel : public QScrollArea
{
    Q_OBJECT

public:
    //! The secondary buttons are actions' own; they do what the day's menu does.
    VisitPanel(const Desk &desk, VisitActions *actions, QWidget *parent = nullptr);

    //! Reads the visit and shows it, now and whenever it changes; empty = nothing is selected.
    void showVisit(const VisitId &id);
    void setDetail(const VisitDetail &detail);
    void clear();
    //! What is shown at this moment.
    const std::optional<VisitDetail> &detail() const { return m_detail; }
    QPushButton *nextButton();
    QSize sizeHint() const override;

Q_SIGNALS:
    void requested(VisitActions::Act act);
    //! Somebody has to sign in first; then goes on with what was wanted.
    void signInNeeded(const std::function<void()> &then);
    void said(const Message &message);
    //! The patient's record is wanted.
    void patientRequested(const PatientId &id);
    //! The patient's cases and photos are wanted.
    void scansRequested(const PatientId &id);
    //! The chart as it was at this visit is wanted.
    void chartRequested(const PatientId &id, const VisitId &visit);
    //! The button that had the keys is gone; somebody else should take them.
    void focusReleased();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLabel(QLayout *layout, const QString &name);
    void build();
    //! Everything about a visit, made when the first one is shown: a start need not wait for it.
    void fill();
    void addHead(class QVBoxLayout *layout);
    void addNotices(class QVBoxLayout *layout);
    void addOrder(class QVBoxLayout *layout);
    void addActs(class QVBoxLayout *layout);
    void addProfile(class QVBoxLayout *layout);
    void read();
    void showHead();
    void showNotices();
    void showOrder();
    void showActs();
    void showProfile();
    void readProfile();
    void tick();
    void pressNext();
    void pressMatch();
    void request(VisitActions::Act act);
    void decide(bool takeTheirs);
    void updateColours();

    Desk m_desk;
    QTimeZone m_zone;
    VisitActions *m_actions;
    VisitId m_id;
    std::optional<VisitDetail> m_detail;
    int m_reading = 0; //!< only the newest answer is shown
    QTimer m_ticker;
    QTimer m_readSoon;

    QWidget *m_content;
    QLabel *m_empty;
    QToolButton *m_name = nullptr;
    QLabel *m_person = nullptr;
    QLabel *m_contact = nullptr;
    QLabel *m_when = nullptr;
    QLabel *m_note = nullptr;
    Chips *m_alerts = nullptr;
    StageLine *m_stages = nullptr;
    Notice *m_decide = nullptr;
    Notice *m_attention = nullptr;
    Notice *m_stranger = nullptr;
    Notice *m_noOrder = nullptr;
    QWidget *m_order = nullptr;
    QLabel *m_orderNumber = nullptr;
    QLabel *m_fresh = nullptr;
    LinesModel *m_lines = nullptr;
    LinesTable *m_table = nullptr;
    QLabel *m_totalWord = nullptr;
    QLabel *m_total = nullptr;
    Notice *m_invoice = nullptr;
    OpenActs *m_openActs = nullptr;
    OpenItemList *m_openItems = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_next = nullptr;
    QList<QPushButton *> m_secondary;
    QGridLayout *m_secondaryGrid = nullptr;
    ScanActs *m_scanActs = nullptr; //!< null where Dental Desktop is not set up
    QLabel *m_profileTitle = nullptr; //!< null where there are no charts
    MiniProfile *m_profile = nullptr;
    PatientId m_profilePatient; //!< whose profile is shown, of which visit
    VisitId m_profileVisit;
    QTimer m_profileSoon;
    RecordList *m_records = nullptr;
    QLabel *m_recordsTitle = nullptr;
};
