// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/activitylist.h"

#include "ui/scans/scanwords.h"
#include "ui/visit/notice.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

ActivityList::ActivityList(ScanWorkflow *scans, Clock clock, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_clock(std::move(clock)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(fontMetrics().height() / 2);
    connect(m_scans, &ScanWorkflow::activityChanged, this, &ActivityList::refresh);
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, &ActivityList::tick);
    hide();
}

void ActivityList::setPatient(const PatientId &patient)
{
    m_patient = patient;
    refresh();
}

void ActivityList::refresh()
{
    QSet<QString> shown;
    for (const ScanActivity &activity : m_scans->activities()) {
        const bool others = !activity.patient.isEmpty() && activity.patient != m_patient;
        if (!m_patient.isEmpty() && others)
            continue;
        const QString id = activity.request.id;
        shown.insert(id);
        if (!m_rows.contains(id))
            m_rows.insert(id, makeRow(id));
        show(m_rows.value(id), activity);
    }
    for (const QString &id : m_rows.keys()) {
        if (!shown.contains(id))
            m_rows.take(id).notice->deleteLater();
    }
    setVisible(!shown.isEmpty());
    tick();
}

void ActivityList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void ActivityList::hideEvent(QHideEvent *event)
{
    m_seconds.stop();
    QWidget::hideEvent(event);
}

void ActivityList::tick()
{
    bool any = false;
    for (const ScanActivity &activity : m_scans->activities()) {
        const auto row = m_rows.constFind(activity.request.id);
        if (row == m_rows.constEnd())
            continue;
        any = any || activity.isOpen();
        row->notice->setAside(
            activity.isOpen() ? scanwords::elapsed(activity.started.secsTo(m_clock())) : QString());
    }
    if (!any || !isVisible())
        m_seconds.stop();
    else if (!m_seconds.isActive())
        m_seconds.start();
}

ActivityList::Row ActivityList::makeRow(const QString &id)
{
    Row row;
    row.notice = new Notice;
    row.notice->setObjectName(u"scanActivity"_s);
    row.withdraw = row.notice->addButton(tr("&Withdraw"), u"withdraw"_s);
    row.stop = row.notice->addButton(tr("S&top waiting"), u"stopWaiting"_s);
    row.close = row.notice->addButton(tr("&Close"), u"closeActivity"_s);
    connect(row.withdraw, &QPushButton::clicked, this, [this, id] {
        QCoro::connect(m_scans->withdraw(id), this, [this](const Result<bool> &withdrawn) {
            if (!withdrawn)
                Q_EMIT failed(withdrawn.error());
        });
    });
    connect(row.stop, &QPushButton::clicked, this, [this, id] { m_scans->stopWaiting(id); });
    connect(row.close, &QPushButton::clicked, this, [this, id] {
        m_scans->dismiss(id);
        refresh();
    });
    m_layout->addWidget(row.notice);
    return row;
}

void ActivityList::show(const Row &row, const ScanActivity &activity)
{
    const QString where =
        activity.stationName.isEmpty() ? tr("Server", "of scans") : activity.stationName;
    const QString text = tr("%1: %2", "what is done, its state")
                             .arg(scanwords::act(activity.request), activity.text);
    const Notice::Tone tone = activity.isDone() ? Notice::Tone::Info
        : activity.isOpen()                     ? Notice::Tone::Warning
                                                : Notice::Tone::Danger;
    row.notice->setHeading(where);
    row.notice->setText(text, tone);
    row.withdraw->setVisible(activity.canWithdraw());
    row.stop->setVisible(activity.canStopWaiting());
    row.close->setVisible(!activity.isOpen());
}

#include "moc_activitylist.cpp"
