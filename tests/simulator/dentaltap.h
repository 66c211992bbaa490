// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/dentaltaprecords.h"
#include "tests/simulator/dentaltaprules.h"
#include "tests/simulator/dentaltapshelf.h"
#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QHash>

namespace sim {

//! The clinical system (dentaltap.md sections 3 to 5.7).
//!
//! edit() beside the usual collections: collection "options" switches what the contract leaves
//! open: "requireIfMatch" (428), "integerIds", "withoutETag", "unknownStatus" (a word for every
//! inTreatment), "withoutPatientFilter" (activities: the filter is overlooked); "token" sets the
//! token that is accepted. In "patients" and "appointments" the fields "deletedAt": true and
//! "mergedIntoId" leave a tombstone. Collection "charts" says how pictures come, see ChartDelivery;
//! "profiles" (id = patient) changes a profile: "teeth" by their fdi, "drop" takes teeth out, every
//! other field replaces the profile's.
class DentalTap : public Service
{
public:
    DentalTap(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    QJsonArray records(const QString &collection) const override;
    void expireTokens() override;
    std::optional<Answer> enter(const Request &request) override;
    Answer failure(int status) const override;
    QString tell(const QJsonObject &story) override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    Pairs settings() const override;
    Pairs secrets() const override;
    QByteArray automationAuthorization() override;

    //! How chart pictures are delivered (section 6).
    struct ChartDelivery {
        QString delivery = QStringLiteral("token"); //!< token, signed, redirect
        QString redirectTo; //!< where instead of a signed link; empty = there
        int hops = 0; //!< further redirects before the picture
        int expiresSeconds = 300; //!< of a signed link
        int refusal = 403; //!< what an expired one is answered with
        QString picture = QStringLiteral("good"); //!< script, external, pngAsSvg, page, huge
        bool pngForm = true; //!< "?format=png" is understood
        bool inProfile = true; //!< the links stand in the profile, not only in its owner's record
        int drawing = 1; //!< moves the ETag
    };
    const ChartDelivery &delivery() const { return m_delivery; }
    //! Where signed links lead; outlives this.
    void setStorage(const Service *storage) { m_storage = storage; }
    //! The picture itself, whoever may have it.
    Answer chartPicture(const Request &request, const QString &resource, const QString &id,
                        const QString &kind) const;

private:
    struct Slot {
        QDateTime start;
        QDateTime end;
        QString provider;
        QString room;
        QString patient;
        QString status;
    };
    struct Replay {
        QByteArray body;
        Answer answer;
    };
    struct Background {
        QByteArray type;
        QByteArray image;
        QJsonObject description;
    };

    void seed();

    Answer route(const Request &request);
    std::optional<Answer> refusal(const Request &request, const QString &resource) const;
    Answer collection(const Request &request, const QString &resource, Shelf &shelf);
    Answer single(const Request &request, const QString &resource, Shelf &shelf, const QString &id);
    Answer list(const Request &request, const QString &resource, const Shelf &shelf) const;
    std::optional<Shelf::Filter> filterFor(const Request &request, const QString &resource) const;
    Answer create(const Request &request, const QString &resource, Shelf &shelf);
    Answer change(const Request &request, const QString &resource, Shelf &shelf, const QString &id);
    Answer changePlan(const Request &request, const QString &id);
    Answer profile(const Request &request, const QString &resource, const QString &id) const;
    Answer chart(const Request &request, const QString &resource, const QString &id,
                 const QString &kind) const;
    Answer settingsResource(const Request &request);
    Answer background(const Request &request, const QString &kind);

    //! What stands against storing \a record in place of \a before.
    std::optional<Answer> objection(const Request &request, const QString &resource,
                                    const QJsonObject &record, const QJsonObject &before) const;
    std::optional<Answer> appointmentObjection(const Request &request, const QJsonObject &record,
                                               const QJsonObject &before) const;
    QStringList conflicts(const QJsonObject &appointment) const;
    std::optional<Answer> precondition(const Request &request, const QJsonObject &record) const;
    QJsonObject store(const QString &resource, Shelf &shelf, QJsonObject record,
                      const QJsonObject &before);
    void noteSlot(const QString &id, const QJsonObject &appointment);

    Answer found(const Request &request, const QString &resource, const QJsonObject &record,
                 int status = 200) const;
    QJsonObject shown(const QString &resource, QJsonObject record) const;
    QJsonObject chartsOf(const QString &resource, const QJsonObject &record) const;
    QString profileOwner(const QString &resource, const QString &id) const;
    QJsonObject profileOf(const QString &resource, const QString &id) const;
    void addPlanned(const QString &patient, QJsonObject &profile) const;
    QByteArray chartEtag(const QString &id) const;
    QString signedLink(const QString &resource, const QString &id, const QString &kind,
                       int hops) const;
    QString tellPlan(const QJsonObject &story);
    QString tellPlanned(const QJsonObject &told, QJsonArray &phases, const QJsonObject &plan);
    QString editCharts(const QJsonObject &fields);
    QString editProfile(const QString &patient, const QJsonObject &fields);
    QString base() const;
    Shelf *shelf(const QString &resource);
    const Shelf *shelf(const QString &resource) const;
    //! The path word of a collection's own name.
    static QString resourceOf(const QString &collection);
    QJsonObject activityOf(const QString &appointmentId) const;

    QString tellRecord(const QJsonObject &told, QJsonArray &items, const QString &provider);
    QJsonObject actFor(const QJsonObject &told, QString &reason);

    const Clinic &m_clinic;
    SimClock &m_clock;
    SimulatorOptions m_options;
    DentalTapRecords m_records;
    Shelf m_patients, m_treatments, m_appointments, m_providers, m_rooms, m_activities, m_plans;
    QHash<QString, Slot> m_slots;
    QHash<QString, QString> m_activityByAppointment;
    QHash<QByteArray, Replay> m_replays;
    QHash<QString, Background> m_backgrounds;
    QHash<QString, QJsonObject> m_profileEdits;
    ChartDelivery m_delivery;
    const Service *m_storage = nullptr;
    QJsonObject m_settings;
    QByteArray m_token;
    int m_tokenSerial = 1;
    qint64 m_nextId = 500001;
    double m_allowance = 0; //!< requests left in the bucket
    qint64 m_allowanceAt = 0;
    bool m_requireIfMatch = false;
    bool m_integerIds = false;
    bool m_withoutETag = false;
    bool m_withoutPatientFilter = false;
    QString m_unknownStatus;
};

//! application/problem+json (RFC 9457) with the members of section 4.6.
Answer problem(int status, const QString &code, const QString &detail,
               const QJsonObject &more = {});

} // namespace sim
