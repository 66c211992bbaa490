// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/opendentalvalues.h"
#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QHash>
#include <QSet>

namespace sim {

//! One office of Open Dental behind its API, REST version 1 (contract open-dental-api.md).
//!
//! edit() beside the usual collections: "options" switches what an office or the contract leaves
//! open, see Options; "audit" (id = PatNum) is somebody opening that patient in the program; in
//! "treatplans", "procedurelogs" and "proctps" an empty id adds a row and "_delete": true takes one
//! out. State: treatplans, treatplanattaches, proctps, procedurelogs, patients, appointments,
//! perioexams, periomeasures, subscriptions, calls (key, start).
class OpenDental : public Service
{
public:
    OpenDental(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    QJsonArray records(const QString &collection) const override;
    std::optional<Answer> enter(const Request &request) override;
    Answer failure(int status) const override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    Pairs settings() const override;
    Pairs secrets() const override;
    void expireTokens() override;
    QString journalQuery(const Request &request) const override;

    struct Options {
        QString mode = QStringLiteral("service"); //!< remote, local, service
        QString tier = QStringLiteral("standard"); //!< readonly, standard, enterprise
        QString numbering = QStringLiteral("universal"); //!< of proctps: or fdi
        QStringList sheet{QStringLiteral("SignatureText"), QStringLiteral("SignaturePracticeText"),
                          QStringLiteral("practiceBox")}; //!< what the default sheet has
        QStringList notEntitled; //!< resources that the developer key does not open
        double version = 25.3; //!< of the program: methods added later are refused
        bool jsonErrors = false; //!< the sentence as a JSON string
        bool savePdf = false; //!< preference TreatPlanSaveSignedToPdf
        bool deletesSigned = true;
        bool looseBooleans = false; //!< "True" and "False"
        bool ignoresFilters = false; //!< PatNum is overlooked, as an unknown parameter would be
        bool connectorDown = false; //!< remote: nobody is there to ask
    };

private:
    using Row = QJsonObject;
    using Table = opendental::Table;

    Answer route(const Request &request);
    std::optional<Answer> refusal(const Request &request) const;
    Answer listed(const Request &request, const QJsonArray &rows) const;
    Answer shown(int status, const Row &row) const;
    Answer refused(int status, const QString &sentence) const;
    static bool bodyOf(const Request &request, Row &body);
    QDateTime localNow() const;
    QString stampNow() const;

    Answer treatPlans(const Request &request, const QString &rest);
    Answer listPlans(const Request &request) const;
    Answer createPlan(const Row &body);
    Answer savePlan(const Row &body);
    Answer updatePlan(qint64 number, const Row &body);
    Answer deletePlan(qint64 number);
    QString signatureProblem(const Row &plan, const Row &body, bool touches) const;
    Row newPlan(qint64 patient, const QString &status, const QString &heading) const;
    void store(Table &table, qint64 number, Row row);
    //! What the program does when somebody opens the patient.
    void audit(qint64 patient);
    //! Unless it hangs there already.
    void attach(qint64 plan, qint64 procedure, qint64 priority);
    void hang(qint64 plan, qint64 procedure, qint64 priority);
    QList<Row> attachesOf(qint64 plan) const;
    static bool isSigned(const Row &plan);

    Answer attaches(const Request &request, const QString &rest);
    Answer procTps(const Request &request, const QString &rest);
    Answer changeProcTp(const Row &row, const Row &body);
    Answer procedureLogs(const Request &request, const QString &rest);
    Answer listProcedures(const Request &request) const;
    Answer createProcedure(const Row &body);
    Answer changeProcedure(const Row &row, const Row &body);
    Row copied(const Row &procedure, qint64 plan, int order, qint64 priority) const;
    QString toothText(const QString &universal) const;
    Row newProcedure(qint64 patient, const QString &code, const QString &status) const;

    Answer patients(const Request &request, const QString &rest);
    Row patientRow(qint64 number) const;
    qint64 patientCount() const;
    Answer changePatient(qint64 number, const Row &body);
    Answer subscriptions(const Request &request, const QString &rest);

    Answer appointments(const Request &request, const QString &rest);
    Answer listAppointments(const Request &request) const;
    Answer freeTimes(const Request &request) const;
    Answer makeAppointment(const Row &body, const QString &status);
    Answer changeAppointment(const Row &row, const Row &body);
    Answer actOnAppointment(const Row &row, const QString &verb, const Row &body);

    Answer perioExams(const Request &request, const QString &rest);
    Answer perioMeasures(const Request &request, const QString &rest);
    QString measureProblem(const Row &measure) const;
    QString takeStrings(qint64 exam, const Row &body);

    void seed();
    void seedCodes();
    void seedPlan(const SeedPlan &plan, int index);
    Table *table(const QString &collection);
    QString editOptions(const Row &fields);

    const Clinic &m_clinic;
    SimClock &m_clock;
    bool m_strictLimits;
    Options m_options;
    QByteArray m_customerKey;
    int m_keySerial = 1;
    Table m_plans, m_attaches, m_procTps, m_procedures, m_appointments, m_exams, m_measures,
        m_subscriptions;
    QHash<qint64, Row> m_patientEdits; //!< beside the clinic's own, and those made here
    qint64 m_madePatients = 0;
    struct Code {
        qint64 number = 0;
        QString code;
        QString description;
        QString area; //!< none, tooth, surface, arch, quadrant
        qint64 feeMinor = 0;
    };
    QHash<QString, Code> m_codes;
    QHash<qint64, QString> m_priorities; //!< definitions of category 20
    QSet<qint64> m_discountPlans; //!< patients with one
    qint64 m_lastStart = 0; //!< ms: when the last request was begun, as the queue has it
    QJsonArray m_calls;
};

} // namespace sim
