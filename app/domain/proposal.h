// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "app/domain/treatmentplan.h"

#include <QJsonObject>
#include <QMap>

// The proposal that a patient takes home: what the clinic writes around a plan, and one version of
// a plan ready for paper.

//! What the clinic writes in one language; plain text, an empty line parts paragraphs.
struct ProposalTexts {
    QString letterhead; //!< address, telephone, numbers of the practice
    QString opening;
    QString closing;
    QString legal;
    friend bool operator==(const ProposalTexts &, const ProposalTexts &) = default;
};

namespace proposals {
Q_NAMESPACE

//! The document that a patient signs.
enum class Official { Vestibule, Crm };
Q_ENUM_NS(Official)

//! FDI numbers as the clinic writes them; what is no tooth stands as it came. Empty for none.
QString teeth(const QStringList &numbers, teeth::Notation notation);
} // namespace proposals

//! How a clinic writes its proposals (Settings).
struct ProposalTemplate {
    QMap<QString, ProposalTexts> texts; //!< by language: "en", "fr"
    QMap<QString, QString>
        registrations; //!< by provider id: registration numbers of a practitioner
    int validityDays = 90; //!< where the plan says no day
    teeth::Notation notation = teeth::Notation::Fdi;
    bool chart = true; //!< the chart's picture is part of it
    bool conventional = false; //!< what a French devis conventionnel must show
    proposals::Official official = proposals::Official::Vestibule;

    //! Those of the language; of English where the clinic wrote none.
    ProposalTexts textsOf(const QString &language) const;
    friend bool operator==(const ProposalTemplate &, const ProposalTemplate &) = default;
};

QJsonObject proposalTemplateToJson(const ProposalTemplate &form);
ProposalTemplate proposalTemplateFromJson(const QJsonObject &json);

//! The language of a document for somebody: one of those that proposals are written in. wished:
//! the patient's; desk: where that is none of them.
QString proposalLanguage(const QString &wished, const QString &desk);

//! Everything that stands on the paper. Texts are as they came: whoever makes markup of them
//! escapes them.
struct Proposal {
    struct Line {
        QString code;
        QString label;
        QString teeth; //!< as the clinic writes them
        QString surfaces;
        Thousandths quantity = 1000;
        Money price;
        Thousandths discountPercent = 0;
        Money amount;
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Phase {
        QString title;
        QDate date; //!< invalid = not said
        int minutes = 0; //!< 0 = not said
        QList<Line> lines;
        Money amount;
        friend bool operator==(const Phase &, const Phase &) = default;
    };
    struct Picture {
        QByteArray bytes; //!< proved; empty = none
        QString format; //!< "svg", "png"
        QDate date; //!< of what it shows
        friend bool operator==(const Picture &, const Picture &) = default;
    };
    struct Signature {
        plans::Signer by = plans::Signer::Patient;
        QString name;
        QByteArray drawing; //!< SVG path data on a ground of 600 × 200; empty = typed
        QString signedAt; //!< clinic time, day first
        QString witness; //!< a name
        friend bool operator==(const Signature &, const Signature &) = default;
    };

    struct Tooth {
        int fdi = 0;
        dental::Presence presence = dental::Presence::Unknown;
        bool planned = false; //!< something of this proposal concerns it
        friend bool operator==(const Tooth &, const Tooth &) = default;
    };

    QString language; //!< "en", "fr"
    QString clinic;
    ProposalTexts texts;
    bool conventional = false;
    teeth::Notation notation =
        teeth::Notation::Fdi; //!< of what is drawn; lines are written already
    QString patient;
    QDate birthDate;
    QString practitioner;
    QString registration;
    QString title;
    int version = 1;
    QString quote; //!< the Devis' number; empty = none yet
    QDate date;
    QDate validUntil;
    QList<Phase> phases;
    Money total;
    Picture picture;
    QList<Tooth> mouth; //!< to be drawn where there is no picture; empty = no drawing
    QList<Signature> signatures; //!< those that are of exactly this
    QString digest; //!< the first characters of planDigest(), for holding paper against record
    friend bool operator==(const Proposal &, const Proposal &) = default;
};

QJsonObject proposalToJson(const Proposal &proposal);
//! Invalid where it is none.
Result<Proposal> proposalFromJson(const QJsonObject &json);
