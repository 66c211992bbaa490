// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/dentaldesktopauthority.h"
#include "tests/simulator/dentaldesktopfloor.h"
#include "tests/simulator/dentaldesktopparameters.h"
#include "tests/simulator/dentaldesktoppictures.h"
#include "tests/simulator/dentaldesktopxml.h"
#include "tests/simulator/service.h"

namespace sim {

//! Which product answers (dental-desktop-3dd.md sections 1.4 and 2.11).
enum class ScanGeneration {
    Current, //!< the guide's nine methods
    Older, //!< GetCasesInformation and POST RequestProcessPatient, few of the nine
    Newer, //!< the nine and more, /status and /serviceStatus, SSN for PatientId
};

//! What the contract leaves open or calls careless, as switches.
struct DentalDesktopSwitches {
    int failureStatus = 200; //!< HTTP status of a business failure
    int unparseableStatus = 400;
    int doneStatus = 200; //!< of methods without output: 200, 202, 204
    bool challenge = false; //!< WWW-Authenticate with a 401
    QString deliveryDateTo = QStringLiteral("both"); //!< or "correct", "misspelt": which is known
    bool wholeDays = true; //!< a …To without a time of day includes that day
    ScanGeneration generation = ScanGeneration::Current;
    QString user = QStringLiteral("Vestibule");
    QString password = QStringLiteral("simulated-scan-password");
    bool latin1 = false; //!< charset of the credentials
    QString imageForm = QStringLiteral("base64"); //!< "lines", "raw", "corrupt"
    QString unknownImage = QStringLiteral("404"); //!< "empty"
    int slots = 10;
    bool slotsPerClient = false;
    XmlManners xml;
    int breakdownCode = 10; //!< how a server execution ends while breakdowns are left
    int breakdowns = 0;
    QString breakdownText;
    ScanTrust trust = ScanTrust::WithRoot;
};

//! The scan server: 3Shape Dental Desktop's web service over HTTPS (contract
//! dental-desktop-3dd.md, sections 1 to 8).
//!
//! edit(): collections "patients", "cases", "people" (also called "clients") and "switch"; see
//! README.md.
class DentalDesktop final : public Service
{
public:
    DentalDesktop(const Clinic &clinic, SimClock &clock,
                  std::shared_ptr<const DentalDesktopAuthority> authority, const QString &site);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    QJsonArray records(const QString &collection) const override;
    void expireTokens() override { m_refuseOnce = true; }
    std::optional<Answer> enter(const Request &request) override;
    void leave(const Request &request) override;
    Answer failure(int status) const override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    Pairs settings() const override;
    Pairs secrets() const override;
    bool isSecure() const override { return true; }
    std::optional<QSslConfiguration> tls() const override;
    QString journalQuery(const Request &request) const override;

private:
    using Method = Answer (DentalDesktop::*)(DentalDesktopParameters &);

    bool isSignedIn(const Request &request);
    Answer refused() const;
    std::optional<Answer> statusPage(const Request &request) const;
    Answer older(const Request &request, const QString &method);
    static Method methodNamed(const QString &name);

    // The nine methods (section 2).
    Answer getAvailableClientList(DentalDesktopParameters &);
    Answer createPatient(DentalDesktopParameters &parameters);
    Answer updatePatient(DentalDesktopParameters &parameters);
    Answer selectPatient(DentalDesktopParameters &parameters);
    Answer createCase(DentalDesktopParameters &parameters);
    Answer selectCase(DentalDesktopParameters &parameters);
    //! What a station does with a mapped patient.
    Answer ofPatientAtStation(const QString &method, DentalDesktopParameters &parameters);
    Answer getRequestStatusById(DentalDesktopParameters &parameters);
    Answer removeRequestById(DentalDesktopParameters &parameters);
    Answer getCasesForPatient(DentalDesktopParameters &parameters);
    Answer getAttachedImage(DentalDesktopParameters &parameters);

    ScanRequest read(const QString &method, DentalDesktopParameters &parameters) const;
    Answer unparseable() const;
    Answer settled(ScanRequest request, ScanStatus status);
    Answer atStation(ScanRequest request);
    bool breaksDown(ScanRequest &request);
    Answer xml(const XmlElement &root) const;
    Answer scalar(const QByteArray &name, const QByteArray &text) const;
    Answer processPatient(const QByteArray &body);
    Answer casesByName(DentalDesktopParameters &parameters);
    Answer unhandledRequests() const;

    QString flip(const QString &what, const QJsonObject &fields);
    QJsonObject switchesJson() const;
    QJsonObject trustJson() const;

    QString m_site;
    const SimClock &m_clock;
    std::shared_ptr<const DentalDesktopAuthority> m_authority;
    std::unique_ptr<ScanStore> m_store;
    std::unique_ptr<ScanFloor> m_floor;
    ScanPictures m_pictures;
    DentalDesktopSwitches m_switches;
    bool m_refuseOnce = false;
    QJsonArray m_calls; //!< the latest, with their parameters
    QHash<QString, int> m_inside; //!< calls not yet answered, by method
    QHash<QString, int> m_mostAtOnce;
};

} // namespace sim
