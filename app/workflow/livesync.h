// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaltap/client.h"
#include "app/store/visitstore.h"

#include <QTimer>

//! The acts of patients in the chair, from DentalTap to the Commande, by polling with updated-since
//! (webhooks come later).
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
    //! Keeps what is known of an activity object. Returns the appointment in the chair that it is
    //! of, or nothing.
    QString take(const dentaltap::Activity &activity);

    dentaltap::Client *m_client;
    VisitStore *m_visits;
    Clock m_clock;
    QTimer m_timer;
    QDateTime m_since; //!< newest updatedAt seen, by DentalTap's clock
    //! DentalTap appointments in the chair that were read whole once, with their activity objects
    //! by id.
    QHash<QString, QHash<QString, dentaltap::Activity>> m_known;
    bool m_polling = false;
};
