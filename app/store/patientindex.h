// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"

#include <QObject>
#include <memory>

//! One answer of a search.
struct PatientMatch {
    PatientId id;
    QString name;
    QDate birthDate;
    QString phone;
    int score = 0; //!< higher is better; below 50 = second tier (one typo, sounds alike)
    bool archived = false;
};

//! Search over all patients in memory: accent-, particle- and apostrophe-blind prefixes in any
//! order, digits as phone or record number, birth dates, one typo and phonetic key as second tier
//! (domain-fr.md section 6.1). Filled a few hundred at a time while the window lives; one flat
//! folded buffer, no object per patient. search() of 30 000 patients takes a few milliseconds: GUI
//! thread.
class PatientIndex : public QObject
{
    Q_OBJECT

public:
    explicit PatientIndex(QObject *parent = nullptr);
    ~PatientIndex() override;

    //! New and changed patients; folding runs in the calling thread, some 20 microseconds each.
    void put(const QList<Patient> &patients);
    //! Every patient has been put.
    void finish();
    bool isReady() const;
    int size() const;
    //! Best first, at most limit.
    QList<PatientMatch> search(QStringView text, int limit = 20) const;
    //! Who may be the same person as somebody about to be created: swapped names, one typo, phone
    //! in any form, birth date.
    QList<PatientMatch> similar(const Patient &patient, int limit = 5) const;

Q_SIGNALS:
    void ready();

private:
    class Private;
    std::unique_ptr<Private> d;
};
