// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/connectors/dentaltap/charts.h"
#include "app/connectors/dentaltap/client.h"
#include "app/domain/dentalprofile.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/cataloguestore.h"
#include "app/store/chartstore.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"
#include "app/workflow/graphicproof.h"

class ScanWorkflow;

//! Whose chart, and of when.
struct ChartOwner {
    PatientId patient; //!< may be empty where there is a visit
    VisitId visit; //!< empty = the present state

    ChartOwner() = default;
    explicit ChartOwner(PatientId p, VisitId v = {})
        : patient(std::move(p)), visit(std::move(v)) { }
    friend bool operator==(const ChartOwner &, const ChartOwner &) = default;
};

struct ChartReading {
    DentalProfile profile;
    QDateTime readAt; //!< UTC; from DentalTap
    bool offline = false; //!< DentalTap did not answer: this is what was kept
};

//! A picture that has been proved: it may be shown.
struct ChartPicture {
    QByteArray bytes;
    QString format; //!< "svg", "png"
    QDateTime date; //!< of what it shows
    bool offline = false; //!< DentalTap did not answer: this is what was kept
};

//! Something that happened to teeth.
struct ToothEvent {
    Q_GADGET

public:
    enum class Source { DentalTap, DentalDesktop };
    Q_ENUM(Source)

    QDate date; //!< of the clinic
    QList<teeth::Tooth> teeth;
    QStringList rawTeeth; //!< as they came, where they are no teeth that we know
    QList<dental::Surface> surfaces;
    QString label;
    QString provider; //!< a name; empty = not said
    Source source = Source::DentalTap;
    std::optional<Money> amount;
    bool doneToday = false;
    VisitId visit; //!< of an act; empty = not one that we know
    QString caseId; //!< of a scan

    ToothEvent() = default;
    friend bool operator==(const ToothEvent &, const ToothEvent &) = default;
};

struct ChartVisit {
    VisitId visit;
    QDateTime start; //!< UTC
};

//! What a surgeon kept of a chart for a treatment proposal.
struct KeptTeeth {
    QString id;
    VisitId visit; //!< empty = the state of then
    QDateTime keptAt;
    StaffId by;
    QList<teeth::Tooth> teeth; //!< those that were chosen
    DentalProfile profile; //!< of these teeth only
    std::optional<ChartPicture> picture;
};

//! Everything staff do with dental profiles and charts: reading them from DentalTap, what is kept
//! for when it does not answer, the history of teeth, backgrounds, and what goes into a proposal.
//! Whoever reads needs the right to charts. GUI thread.
class ChartWorkflow : public QObject
{
    Q_OBJECT

public:
    //! All outlive the workflow. scans may be null.
    ChartWorkflow(Session *session, Settings settings, dentaltap::Charts *charts,
                  dentaltap::Client *client, PatientStore *patients, VisitStore *visits,
                  CatalogueStore *catalogue, ChartStore *store, GraphicProof *proof,
                  ScanWorkflow *scans, Clock clock, QObject *parent = nullptr);

    //! NotFound where nothing is kept; never the network.
    Task<ChartReading> cached(ChartOwner owner);
    //! Asks DentalTap; a passing failure gives what is kept, marked offline.
    Task<ChartReading> read(ChartOwner owner);
    //! For reception: which teeth there are and what is planned, nothing else. From what is kept
    //! where that is recent.
    Task<ChartReading> summary(ChartOwner owner);

    //! An Error in words when it is refused or not to be had. In its other form where one form is
    //! refused.
    Task<ChartPicture> picture(ChartOwner owner, dental::ChartKind kind);
    //! NotFound where nothing is kept; never the network.
    Task<ChartPicture> cachedPicture(ChartOwner owner, dental::ChartKind kind);

    //! From every source, newest first. A source that does not answer is left out, or, for
    //! DentalTap, as it was last read; then historyIncomplete() says so.
    Task<QList<ToothEvent>> history(PatientId patient);
    //! As it was last read; NotFound where it never was; never the network.
    Task<QList<ToothEvent>> cachedHistory(PatientId patient);
    //! Those whose state DentalTap has frozen, newest first.
    Task<QList<ChartVisit>> visits(PatientId patient);

    //! The clinic's own; NotFound where it has none.
    Task<ChartPicture> background(dental::ChartKind kind);
    //! Checked, kept, shown at once, then sent to DentalTap. An Error that is transient: kept, and
    //! sent again with the next background(); any other: DentalTap does not take it, it is used
    //! here all the same. Needs the right to change settings, as clearBackground() does.
    Task<void> setBackground(dental::ChartKind kind, QByteArray bytes, QString format);
    //! Back to DentalTap's own.
    Task<void> clearBackground(dental::ChartKind kind);

    //! These teeth's findings and the dental chart's picture, as they are known here now.
    Task<void> keepForProposal(ChartOwner owner, QList<teeth::Tooth> teeth);
    //! Newest first.
    Task<QList<KeptTeeth>> keptForProposal(PatientId patient);

    //! No call is under way.
    bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    void backgroundChanged(dental::ChartKind kind);
    //! Why a part of the history is missing or old, in words.
    void historyIncomplete(const PatientId &patient, const QString &why);

private:
    //! Counts calls under way: shutdown waits for them.
    class Running
    {
    public:
        explicit Running(ChartWorkflow *workflow) : m_workflow(workflow)
        {
            ++m_workflow->m_running;
        }
        ~Running() { --m_workflow->m_running; }
        Running(const Running &) = delete;
        Running &operator=(const Running &) = delete;

    private:
        ChartWorkflow *m_workflow;
    };

    teeth::Notation numbering() const;
    DentalProfile profileOf(const QByteArray &json) const;
    static QString keyOf(const ChartOwner &owner);
    Task<dentaltap::ProfileOwner> ownerIds(ChartOwner owner);
    Task<ChartReading> kept(ChartOwner owner);
    Task<ChartReading> fresh(ChartOwner owner);
    //! The link's picture, proved and kept; the kept one where it is still right.
    Task<ChartPicture> fetched(QString key, dental::ChartKind kind, ChartLink link, bool asPng);
    Task<ChartPicture> fetchedInAnyForm(QString key, dental::ChartKind kind, ChartLink link);
    //! Whether a picture may be shown; the one place where that is decided.
    Task<void> proved(QByteArray bytes, QString format, GraphicUse use);
    Task<QList<ToothEvent>> acts(PatientId patient);
    Task<QList<dentaltap::Activity>> activities(QString patientId,
                                                QList<VisitStore::InDentalTap> visits);
    Task<QList<ToothEvent>> scanEvents(PatientId patient);
    QList<teeth::Tooth> teethOf(const QStringList &numbers, QStringList &unknown) const;
    Task<void> pushBackground(dental::ChartKind kind);

    Session *m_session;
    Settings m_settings;
    dentaltap::Charts *m_charts;
    dentaltap::Client *m_client;
    PatientStore *m_patients;
    VisitStore *m_visits;
    CatalogueStore *m_catalogue;
    ChartStore *m_store;
    GraphicProof *m_proof;
    ScanWorkflow *m_scans;
    Clock m_clock;
    int m_running = 0;
};
