// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QTimeZone>

//! What staff do with acts that no invoice carries: bill them, ignore them with a reason, choose
//! their product. Of the visit's panel and of the Activity page.
class OpenActs : public QObject
{
    Q_OBJECT

public:
    //! window: parent of the dialogs.
    OpenActs(Desk desk, QWidget *window);

    void bill(const VisitId &visit, const QList<OpenItem> &items);
    void ignore(const VisitId &visit, const QList<OpenItem> &items);
    void choose(const VisitId &visit, const OpenItem &item);
    //! Somebody is signed in whose role may not.
    bool isForbidden() const;

    //! "36 · Composite · 2 × 1 150.00": what the item is.
    static QString what(const OpenItem &item);
    //! How it came to be open: "recorded after the exit, 14:05".
    static QString how(const OpenItem &item, const QTimeZone &zone, QDate today);
    //! What these come to, with tax.
    static Money total(const QList<OpenItem> &items);

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);
    //! The visit's items have to be read again.
    void done();

private:
    void run(Task<Visit> task, const Message &success, const std::function<void()> &again);

    Desk m_desk;
    QWidget *m_window;
};
