// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaltap/client.h"
#include "app/store/visitstore.h"

#include <QTimer>

//! The acts of patients in the chair, from DentalTap to the Commande, by polling with updated-since
//! (webhooks come later). The same poll brings what is recorded or changed after the exit: that
//! becomes open items of the visit.
class LiveSync : public QObject
{
    Q_OBJECT

public:
    LiveSync(dentaltap::Client *client, VisitStore *visits, int pollSeconds, Clock clock,
             QObject *parent = nullptr);

    void start();
    void stop();
    //! One round now. Returns the visits whose lines changed.
    Task<QList<VisitId>> poll();

Q_SIGNALS:
    void polled(const std::optional<Error> &error);

private:
    Task<QList<VisitId>> read();
    //! The activity objects of appointments, by id.
    using Known = QHash<QString, QHash<QString, dentaltap::Activity>>;
    //! Keeps what is known of an activity object. Returns the watched appointment that it is of, or
    //! nothing.
    QString take(const dentaltap::Activity &activity);
    //! Those who are no longer in the chair are watched on as those who left.
    void part(const QHash<QString, VisitId> &inChair);
    //! All activities of those who left and of whom nothing is known yet, as after a restart.
    Task<QList<dentaltap::Activity>> strangers(QList<dentaltap::Activity> recent);

    dentaltap::Client *m_client;
    VisitStore *m_visits;
    Clock m_clock;
    QTimer m_timer;
    QDateTime m_since; //!< newest updatedAt seen, by DentalTap's clock
    //! DentalTap appointments in the chair that were read whole once, with their activity objects
    //! by id.
    Known m_known;
    Known m_left; //!< of appointments that were, or are over when something of them comes
    bool m_polling = false;
    bool m_chairEmpty = false;
    int m_quiet = 0; //!< rounds of the timer with an empty chair
};
