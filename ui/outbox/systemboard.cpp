// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/systemboard.h"

#include "ui/errortext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/systemlight.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Lights {
    Q_DECLARE_TR_FUNCTIONS(SystemLight)
};

} // namespace

void showState(SystemLight *light, const Outbox::ServiceState &state, const QDateTime &now,
               const QTimeZone &zone)
{
    const QString contact = state.lastContact.isValid()
        ? Lights::tr("Last contact at %1.").arg(wording::time(state.lastContact, zone))
        : Lights::tr("No contact yet since the start.");
    QString tip = contact;
    if (state.error)
        tip = errorText(*state.error) + u' ' + contact;
    if (state.signInNeeded) {
        light->setStanding(SystemLight::Standing::Failed, Lights::tr("sign-in needed"), tip);
    } else if (!state.reachable || state.error) {
        QString words;
        const qint64 wait = state.nextTry.isValid() ? now.secsTo(state.nextTry) : 0;
        if (wait >= 90)
            words = Lights::tr("retry in %1 min").arg((wait + 30) / 60);
        else if (wait > 0)
            words = Lights::tr("retry in %1 s").arg(wait);
        else if (state.lastContact.isValid())
            words = Lights::tr("not reached since %1").arg(wording::time(state.lastContact, zone));
        else
            words = Lights::tr("not reached");
        light->setStanding(SystemLight::Standing::Trouble, words, tip);
    } else if (!state.lastContact.isValid()) {
        light->setStanding(SystemLight::Standing::Unknown, {}, tip);
    } else {
        light->setStanding(SystemLight::Standing::Fine, {}, tip);
    }
}

SystemBoard::SystemBoard(const Settings &settings, Clock clock, QWidget *parent)
    : QWidget(parent), m_zone(settings.timeZone), m_clock(std::move(clock))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    int row = 0;
    for (const Service service : systems(settings)) {
        Line line{new SystemLight(service), new QLabel, new QLabel};
        connect(line.light, &SystemLight::clicked, this,
                [this, service] { Q_EMIT tryAgain(service); });
        grid->addWidget(line.light, row, 0, Qt::AlignLeft);
        grid->addWidget(line.contact, row, 1);
        grid->addWidget(line.calls, row, 2);
        m_lines.insert(service, line);
        ++row;
    }
    grid->setColumnStretch(3, 1);
}

QList<Service> SystemBoard::systems(const Settings &settings)
{
    QList<Service> systems{Service::Zoho, Service::DentalTap, Service::GoogleCalendar,
                           Service::QuickBooks};
    if (!settings.dentalDesktopServers().isEmpty())
        systems.append(Service::DentalDesktop);
    return systems;
}

void SystemBoard::show(Service service, const Outbox::ServiceState &state, int calls, int allowance)
{
    const Line line = m_lines.value(service);
    if (!line.light)
        return;
    showState(line.light, state, m_clock(), m_zone);
    line.contact->setText(state.lastContact.isValid()
                              ? tr("last contact %1").arg(wording::time(state.lastContact, m_zone))
                              : tr("no contact yet"));
    const QLocale locale;
    line.calls->setText(
        allowance > 0
            ? tr("%1 of %2 calls today").arg(locale.toString(calls), locale.toString(allowance))
            : tr("%n call(s) today", nullptr, calls));
}

#include "moc_systemboard.cpp"
