// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/scanacts.h"

#include "app/session/session.h"
#include "ui/errortext.h"
#include "ui/scans/activitylist.h"
#include "ui/scans/stationmenu.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

ScanActs::ScanActs(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_activities(new ActivityList(desk.scans, desk.clock))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    const auto add = [&](const QString &text, const QString &name, int row, int column) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        grid->addWidget(button, row, column);
        return button;
    };
    const auto atStation = [&](QPushButton *button, bool newScan) {
        auto *menu = new StationMenu(m_desk.scans, button);
        menu->setSites(m_desk.scans->sites());
        connect(menu, &StationMenu::chosen, this,
                [this, newScan](const ScanWorkflow::Target &target) { start(newScan, target); });
        connect(menu, &StationMenu::failed, this, &ScanActs::tell);
        button->setMenu(menu);
    };
    atStation(add(tr("Open in Dental Deskto&p"), u"openInDentalDesktop"_s, 0, 0), false);
    atStation(add(tr("New sca&n"), u"newScan"_s, 0, 1), true);
    auto *scans = add(tr("S&cans…"), u"showScans"_s, 1, 0);
    scans->setToolTip(tr("Cases, photos and the link with Dental Desktop"));
    connect(scans, &QPushButton::clicked, this, [this] { Q_EMIT scansRequested(m_patient); });
    grid->addWidget(m_activities, 2, 0, 1, 2);
    connect(m_activities, &ActivityList::failed, this, &ScanActs::tell);
    hide();
}

void ScanActs::setPatient(const PatientId &patient)
{
    m_patient = patient;
    m_activities->setPatient(patient);
    setVisible(!patient.isEmpty());
}

void ScanActs::start(bool newScan, const ScanWorkflow::Target &target)
{
    if (!m_desk.session->current()) {
        Q_EMIT signInNeeded([this, newScan, target] { start(newScan, target); });
        return;
    }
    const PatientId patient = m_patient;
    Task<ScanActivity> task = newScan ? m_desk.scans->newScan(patient, target)
                                      : m_desk.scans->openPatient(patient, target);
    QCoro::connect(std::move(task), this, [this, patient](const Result<ScanActivity> &activity) {
        if (activity)
            return;
        Message message{Message::Level::Warning, errorText(activity.error()), {}, {}, {}};
        // Not linked yet: that is done on the Scans page.
        if (activity.error().kind == Error::Kind::Invalid) {
            message.actionText = tr("Scans…");
            message.action = [this, patient] { Q_EMIT scansRequested(patient); };
        }
        Q_EMIT said(message);
    });
}

void ScanActs::tell(const Error &error)
{
    Q_EMIT said({Message::Level::Warning, errorText(error), errorAdvice(error), {}, {}});
}

#include "moc_scanacts.cpp"
