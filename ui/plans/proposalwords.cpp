// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/proposalwords.h"

#include "ui/widgets/moneytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

ProposalWords::ProposalWords(const QString &language)
    : m_locale(language.startsWith(u"fr"_s) ? QLocale(QLocale::French, QLocale::France)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    // English is the language of the source.
    if (m_locale.language() != QLocale::English)
        (void)m_translator.load(u":/i18n/vestibule_fr"_s);
}

QString ProposalWords::operator()(const char *text) const
{
    const QString translated = m_translator.translate("Proposal", text);
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

QString ProposalWords::amount(const Money &money) const
{
    return moneytext::amount(money, m_locale);
}

QString ProposalWords::money(const Money &money) const
{
    return moneytext::money(money, m_locale);
}

QString ProposalWords::quantity(Thousandths value) const
{
    return moneytext::quantity(value, m_locale);
}

QString ProposalWords::date(QDate date) const
{
    return date.toString(u"dd/MM/yyyy"_s);
}

QString ProposalWords::minutes(int minutes) const
{
    if (minutes < 60)
        return (*this)(QT_TRANSLATE_NOOP("Proposal", "%1 min")).arg(minutes);
    return (*this)(QT_TRANSLATE_NOOP("Proposal", "%1 h %2"))
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}
