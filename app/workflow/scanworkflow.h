// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/gate.h"
#include "app/domain/scanactivity.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/auditlog.h"
#include "app/store/cataloguestore.h"
#include "app/store/imagecache.h"
#include "app/store/patientstore.h"
#include "app/store/scanlinkstore.h"

#include <map>
#include <memory>

namespace dentaldesktop {
class Client;
}

//! Everything staff do with Dental Desktop: linking patients, opening them and their cases at a
//! station, looking at cases and photos. Gestures go out at once and are followed to their end;
//! nothing of them is kept in the outbox (architecture.md section 5). GUI thread.
class ScanWorkflow : public QObject
{
    Q_OBJECT

public:
    //! How a request is followed.
    struct Following {
        std::optional<std::chrono::milliseconds> limit; //!< none = the setting's
        bool wait = true; //!< false: hand it over, ask once, leave
        std::chrono::milliseconds stuckAfter{60000}; //!< untaken for so long: offer to withdraw it

        Following() = default;
    };
    //! Where something is to happen.
    struct Target {
        QString site;
        QString station; //!< its id; empty = the server
        QString stationName;

        Target() = default;
        explicit Target(QString where, QString id = {}, QString name = {})
            : site(std::move(where)), station(std::move(id)), stationName(std::move(name))
        {
        }
    };

    //! One client per server; all outlive the workflow.
    ScanWorkflow(Session *session, Settings settings, QList<dentaldesktop::Client *> clients,
                 PatientStore *patients, ScanLinkStore *links, CatalogueStore *catalogue,
                 AuditLog *audit, ImageCache *cache, Clock clock, QObject *parent = nullptr);
    ~ScanWorkflow() override;

    //! Certificates that people confirmed, into the servers' trust. Before the first call.
    Task<void> open();
    //! Nothing new starts; what is followed ends at its next look.
    void stop();
    bool isIdle() const { return m_followed == 0; }

    //! The servers' sites, the main one ("") first; empty = Dental Desktop is not set up.
    QStringList sites() const;
    Task<QList<ScanStation>> stations(QString site);

    // -- Patients. Conflict where the patient is linked already; the text says how a wrong link is
    // undone. merge: the person at the station chooses among patients not yet linked.
    Task<ScanActivity> linkPatient(PatientId patient, Target target, bool merge);
    Task<ScanActivity> updatePatient(PatientId patient, Target target);
    Task<ScanActivity> openPatient(PatientId patient, Target target);
    Task<ScanActivity> newCase(PatientId patient, Target target);
    //! Opens the patient, and the new case when that is done.
    Task<ScanActivity> newScan(PatientId patient, Target target);
    Task<ScanActivity> openCase(QString caseId, Target target);
    Task<std::optional<ScanLink>> link(PatientId patient, QString site);
    //! After a wrong link was undone at the station.
    Task<void> forgetLink(PatientId patient, QString site);

    //! As it is, for the command line: nothing is looked up, an empty id gets one. A created
    //! patient whose integration id is a Contact of ours is linked here too.
    Task<ScanActivity> run(ScanRequest request, Target target, Following following);

    // -- What is under way, newest last; finished ones stay until dismissed.
    QList<ScanActivity> activities() const;
    //! True: withdrawn. False: the station had taken it; it is followed on.
    Task<bool> withdraw(QString requestId);
    void stopWaiting(QString requestId);
    void dismiss(QString requestId);
    Task<ScanRequestStatus> status(QString site, QString requestId);
    Task<bool> remove(QString site, QString requestId);

    // -- Cases and photos.
    //! labels: ask by each status, so that every case carries the right one (three calls).
    Task<QList<ScanCase>> cases(PatientId patient, QString site, CaseFilter filter, bool labels);
    Task<QList<ScanCase>> casesOf(QString integrationId, QString site, CaseFilter filter,
                                  bool labels);
    //! From the cache, else two at a time; Cancelled after cancelImages().
    Task<QByteArray> image(QString site, QString caseId, QString imageId);
    void cancelImages(QString site);

    // -- The connection.
    Task<ScanConnection> checkConnection(QString site);
    //! A person compared the fingerprint on the server: its certificate is trusted from now on, on
    //! every desk of this database. Needs the right to change settings.
    Task<void> confirmCertificate(QString site, ShownCertificate certificate);

    //! A status code in words.
    static QString statusText(int code);
    //! How a link with the wrong patient is undone.
    static QString undoText();

Q_SIGNALS:
    void activityChanged(const ScanActivity &activity);
    void linkChanged(const PatientId &patient);
    //! The server answered, or why not.
    void contacted(Service service, const std::optional<Error> &error);
    //! A server showed a certificate that nobody has confirmed.
    void certificateRefused(const QString &site, const ShownCertificate &certificate);

private:
    struct Lane;
    struct Followed;
    using FollowedPtr = std::shared_ptr<Followed>;

    Result<Lane *> laneOf(const QString &site) const;
    Result<Lane *> allowedLane(const QString &site) const;
    Task<ScanRequest> requestFor(PatientId patient, QString site, ScanRequest::Kind kind);
    //! A request of a linked patient, from its fields to its end.
    Task<ScanActivity> runFor(PatientId patient, Target target, ScanRequest::Kind kind);
    Task<ScanActivity> follow(FollowedPtr followed);
    QCoro::Task<void> handOver(FollowedPtr followed);
    QCoro::Task<void> ask(FollowedPtr followed);
    QCoro::Task<void> pause(FollowedPtr followed, std::chrono::milliseconds delay);
    QCoro::Task<void> finish(FollowedPtr followed);
    void take(const FollowedPtr &followed, const ScanRequestStatus &status);
    void end(const FollowedPtr &followed, ScanActivity::State state, const QString &text,
             const std::optional<Error> &error = std::nullopt);
    void publish(const FollowedPtr &followed);
    void noteContact(Lane *lane, const std::optional<Error> &error);
    QCoro::Task<void> keepContact(QString text);
    Task<PatientId> contactOwner(QString integrationId);
    QString pinsName(const QString &site) const;
    Task<QStringList> confirmedPins(QString site);

    Session *m_session;
    Settings m_settings;
    PatientStore *m_patients;
    ScanLinkStore *m_links;
    CatalogueStore *m_catalogue;
    AuditLog *m_audit;
    ImageCache *m_cache;
    Clock m_clock;
    std::map<QString, std::unique_ptr<Lane>> m_lanes;
    QList<FollowedPtr> m_followedRequests;
    QDateTime m_lastGood;
    QDateTime m_contactKept;
    int m_followed = 0;
    bool m_stopped = false;
};
