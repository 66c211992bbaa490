// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/money.h"
#include "app/domain/availability.h"
#include "app/domain/invoice.h"
#include "app/domain/tooth.h"

#include <QHash>
#include <QRectF>
#include <QUrl>

//! Every setting with its default, read once at start and passed by value. Secrets are never here
//! (cli.md).
struct Settings {
    QString profile = QStringLiteral("default");
    QString keychainService; //!< "vestibule/<profile>", or with --config the hash form of cli.md
    QString dataDirectory; //!< database and cache

    QString clinicName;
    QByteArray timeZone = "Indian/Mauritius";
    Currency currency{QStringLiteral("MUR"), 2};
    QString language; //!< "fr", "en"; empty = the system's
    QString phoneCountry = QStringLiteral("MU"); //!< ISO 3166 code for numbers without a country
    QList<OpeningSpan>
        hours; //!< default: Monday–Friday 07:30–12:00 and 13:30–18:30, Saturday 07:30–12:00
    int waitAmberMinutes = 10;
    int waitRedMinutes = 20;
    bool dayBeforeSignIn = true; //!< the day is shown read-only before sign-in
    bool patientNameInCalendar = false; //!< default: initials and reason

    struct Zoho {
        QUrl apiUrl;
        QUrl accountsUrl;
        QUrl webUrl; //!< where a person opens records: https://crm.zoho.eu/crm/org…
        QString clientId;
        //! Picklist values as the organisation spells them (crm-schema.md, "Stages and states").
        QString dealBooked = QStringLiteral("Qualification");
        QString dealLost = QStringLiteral("Closed Lost");
        QString dealWon = QStringLiteral("Closed Won");
        QString dealPipeline; //!< empty = not sent
        QString quoteDraft = QStringLiteral("Draft");
        QString quoteConfirmed = QStringLiteral("Confirmed"); //!< a plan accepted in part
        QString quoteWon = QStringLiteral("Closed Won");
        QString quoteLost = QStringLiteral("Closed Lost");
        QString orderCreated = QStringLiteral("Created");
        QString orderApproved = QStringLiteral("Approved");
        QString orderDelivered = QStringLiteral("Delivered");
        QString orderCancelled = QStringLiteral("Cancelled");
        QStringList triggers; //!< operations that may run the clinic's automation; all others send
                              //!< trigger: []
        QString walkInProductCode; //!< house code of the first consultation; empty = the first
                                   //!< product of its class
        QString depositProductCode; //!< house code of the deposit; empty = the first product whose
                                    //!< name begins with "Acompte"
        int callsPerDay = 50000;
    } zoho;
    struct DentalTap {
        QUrl url; //!< with /api/v1
        int requestsPerSecond = 5; //!< client budget
        int burst = 20;
        int pollSeconds = 5; //!< activities while somebody is in the chair
        //! How it numbers teeth: fdi or universal (tooth-notation.md section 3: never guessed).
        QString toothNumbering = QStringLiteral("fdi");
        //! Rows of teeth on a picture that has no marks ("chartGrid…").
        struct ChartGrid {
            QRectF area; //!< in parts of the picture's width and height
            QString order; //!< FDI, from left to right, the rows from top to bottom
            QSizeF tooth; //!< of the crown in the middle of its place, in parts of the picture
        };
        //! How teeth are found on DentalTap's pictures.
        struct ChartPictures {
            QString idPrefix = QStringLiteral("tooth-"); //!< of "tooth-36" and "tooth-36-O"
            teeth::Notation idNotation = teeth::Notation::Fdi;
            ChartGrid grid{
                {0.0249, 0.0972, 0.9375, 0.7778}, QStringLiteral("18-28/48-38"), {0.0458, 0.25}};
            ChartGrid primaryGrid{
                {0.0073, 0.0972, 0.9375, 0.7778}, QStringLiteral("55-65/85-75"), {0.0458, 0.25}};
            ChartGrid mixedGrid{{0.0249, 0.0972, 0.9375, 0.7778},
                                QStringLiteral("18-28/55-65/85-75/48-38"),
                                {0.0458, 0.155}};
        } charts;
    } dentaltap;
    struct QuickBooks {
        QUrl apiUrl;
        QUrl tokenUrl;
        QUrl webUrl; //!< where a person opens records: https://qbo.intuit.com
        QString realmId;
        QString clientId;
        QString itemId; //!< the generic service item; empty = looked up by name
        TaxCodes taxCodes; //!< names as in the CRM; exempt code
    } quickbooks;
    struct GoogleCalendar {
        QUrl apiUrl;
        QUrl tokenUrl;
        QString clientId;
        QString writer = QStringLiteral("vestibule"); //!< vestibule, dentaltap or crm
        int pollSeconds = 45;
    } googlecalendar;
    //! One server of Dental Desktop; a second clinic site has one of its own.
    struct DentalDesktop {
        QString site; //!< from "[dentaldesktop.<site>]"; empty = the main one
        QUrl url; //!< https://host[:5484]; empty = there is none
        QString user;
        //! Authorities by SHA-1 or SHA-256, or "host:port=SHA-256" of a confirmed certificate. The
        //! default is 3Shape's own authority (dental-desktop-3dd.md section 1.2).
        QStringList thumbprints{QStringLiteral("737842e3e3d642d39f93d8c2d84b2ef809cd571d")};
        QString authorityFile; //!< PEM, for a server that does not send its authority's certificate
        bool allowExpired = false;
        QString patientIdParameter = QStringLiteral("PatientId"); //!< newer products: SSN
        QString passwordCharset = QStringLiteral("utf-8"); //!< or iso-8859-1
        int requestMinutes = 10; //!< how long a request at a station is waited for

        bool isSetUp() const { return !url.isEmpty(); }
        QString passwordKey() const;
    };
    DentalDesktop dentaldesktop;
    QList<DentalDesktop> dentaldesktopSites; //!< further ones
    QString patientIdField; //!< Contact field shown as patient number in Dental Desktop; empty =
                            //!< the Contact id
    //! All that are set up.
    QList<DentalDesktop> dentalDesktopServers() const;
    //! DentalDesktopCmd.exe, where Dental Desktop is on this computer ("[dentaldesktop] command…").
    struct DesktopCommand {
        QString path; //!< empty = looked for in the known folders
        bool merge = false; //!< the undocumented switch -merge
        int seconds = 360; //!< it may have to start Dental Desktop, where somebody signs in
    } desktopCommand;
    //! VDDS-media: the exchange with an imaging program on this computer.
    struct Vdds {
        QString file; //!< VDDS_MMI.INI; empty = the computer's own
        QString imaging; //!< the imaging program's section; empty = the one that offers itself
        QString section = QStringLiteral("VESTIBULE"); //!< ours
        QString practiceNumber; //!< empty = not sent
        int firstCallSeconds = 360; //!< the imaging program may have to be started
        int callSeconds = 60;
        int pollMilliseconds = 500;
    } vdds;
    //! Open Dental's API (open-dental-api.md section 1).
    struct OpenDental {
        QUrl url; //!< with /api/v1; empty = there is none
        QString mode = QStringLiteral("remote"); //!< remote, local or service
        QUrl
            fallbackUrl; //!< the remote service, where the nearer one does not answer; empty = none
        QString tier = QStringLiteral("standard"); //!< of the customer key: readonly, standard,
                                                   //!< enterprise
        //! The office's own, in which saved plans write teeth: universal, fdi, palmer, haderup.
        QString toothNumbering = QStringLiteral("universal");

        bool isSetUp() const { return !url.isEmpty(); }
    } opendental;
    //! Where treatment plans come from: dentaltap, opendental, both or none.
    QStringList planSources{QStringLiteral("dentaltap")};
    QString twinsCreator = QStringLiteral("vestibule"); //!< vestibule or crm

    //! Reads an INI file; a missing file gives the defaults, a wrong value is Invalid naming key
    //! and file.
    static Result<Settings> load(const QString &file);
    Result<void> save(const QString &file) const;
    //! The settings of one call of the program: the profile's file, or the one that --config names
    //! (it must exist), with key store service and data directory as cli.md says. Empty = not
    //! given.
    static Result<Settings> ofCall(const QString &profile, const QString &config,
                                   const QString &data);
    //! Where the profile's own file is; empty when that is no name for a profile (letters, digits,
    //! - and _, at most 40).
    static QString fileOf(const QString &profile);
};
