// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/money.h"

#include <QDate>
#include <QLocale>
#include <QTranslator>

//! The words of a proposal in one language, beside whatever language the program speaks.
class ProposalWords
{
public:
    explicit ProposalWords(const QString &language);

    //! text: marked with QT_TRANSLATE_NOOP("Proposal", …).
    QString operator()(const char *text) const;
    QString amount(const Money &money) const;
    QString money(const Money &money) const;
    QString quantity(Thousandths value) const;
    QString date(QDate date) const;
    QString minutes(int minutes) const;

private:
    QTranslator m_translator;
    QLocale m_locale;
};
