// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/opendentaloffice.h"

using namespace Qt::StringLiterals;

namespace {

opendental::PlanTerms termsOf(const Settings &settings)
{
    opendental::PlanTerms terms;
    terms.toothNumbering = settings.opendental.toothNumbering;
    terms.timeZone = settings.timeZone;
    terms.currency = settings.currency;
    return terms;
}

} // namespace

OpenDentalOffice::OpenDentalOffice(const Settings &settings, SecretStore *secrets,
                                   QNetworkAccessManager *network)
    : m_settings(settings.opendental), m_keys(secrets),
      m_transport(Service::OpenDental, m_settings.url, &m_keys, network),
      m_fallback(Service::OpenDental, m_settings.fallbackUrl, &m_keys, network),
      m_lane(&m_transport, opendental::paceOf(m_settings.mode, m_settings.tier)),
      m_client(&m_lane, settings.currency), m_connector(&m_client),
      m_plans(&m_client, &m_lane, termsOf(settings))
{
    if (!m_settings.fallbackUrl.isEmpty())
        m_lane.setFallback(&m_fallback, opendental::paceOf(u"remote"_s, m_settings.tier));
}

QList<Transport *> OpenDentalOffice::transports()
{
    return {&m_transport, &m_fallback};
}

void OpenDentalOffice::abortAll()
{
    m_lane.abortAll();
    for (Transport *transport : transports())
        transport->abortAll();
}
