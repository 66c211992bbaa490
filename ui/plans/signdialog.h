// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"
#include "ui/plans/plandialog.h"

class Notice;
class QLineEdit;
class QRadioButton;
class SignaturePad;

//! A signature at the desk, of the patient and of the practice, one after the other: says exactly
//! what is signed before anybody signs.
class SignDialog : public PlanDialog
{
    Q_OBJECT

public:
    struct Signing {
        PlanRecord record; //!< its latest version is signed
        QString language; //!< of the document
        proposals::Official official = proposals::Official::Vestibule;
        QString patient; //!< names, as a start
        QString surgeon;
        QString witness; //!< who is signed in
    };

    SignDialog(const Signing &signing, const Currency &currency, QWidget *parent = nullptr);

    SignaturePad *pad() const { return m_pad; }
    //! That signature is kept; goes on to the other signer, or ends.
    void setKept(const PlanRecord &record);

Q_SIGNALS:
    void signWanted(const PlanSignature &signature);

protected:
    void go() override;

private:
    plans::Signer signer() const;
    bool hasSigned(plans::Signer by) const;
    void showSigner();
    void showGo();

    Signing m_signing;
    Currency m_currency;
    Notice *m_kept;
    QRadioButton *m_patient;
    QRadioButton *m_practice;
    QLineEdit *m_name;
    SignaturePad *m_pad;
    QPushButton *m_clear;
};
