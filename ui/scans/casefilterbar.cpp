// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/casefilterbar.h"

#include "ui/patients/datetext.h"
#include "ui/scans/scanwords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

CaseFilterBar::CaseFilterBar(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent), m_today(std::move(today))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    auto *status = new QHBoxLayout;
    status->setSpacing(fontMetrics().averageCharWidth() * 2);
    for (const CaseStatus each : {CaseStatus::Created, CaseStatus::Scanned, CaseStatus::Modelled}) {
        auto *box = new QCheckBox(scanwords::status(each));
        box->setObjectName(u"only"_s + QString::number(int(each)));
        box->setAccessibleName(tr("Only cases: %1").arg(box->text()));
        m_status.insert(each, box);
        status->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &CaseFilterBar::take);
    }
    layout->addLayout(status, 0, 0);
    auto *dates = new QHBoxLayout;
    dates->setSpacing(fontMetrics().averageCharWidth());
    dates->addWidget(new QLabel(tr("Created", "span of dates")));
    m_createdFrom = addDate(dates, u"createdFrom"_s, tr("from", "date"), tr("Created from"));
    m_createdTo = addDate(dates, u"createdTo"_s, tr("to", "date"), tr("Created to"));
    dates->addSpacing(fontMetrics().averageCharWidth() * 2);
    dates->addWidget(new QLabel(tr("Delivery", "span of dates")));
    m_deliveryFrom = addDate(dates, u"deliveryFrom"_s, tr("from", "date"), tr("Delivery from"));
    m_deliveryTo = addDate(dates, u"deliveryTo"_s, tr("to", "date"), tr("Delivery to"));
    layout->addLayout(dates, 0, 1);
    layout->setColumnStretch(2, 1);
}

QLineEdit *CaseFilterBar::addDate(QHBoxLayout *layout, const QString &name, const QString &hint,
                                  const QString &spoken)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setPlaceholderText(hint);
    field->setAccessibleName(spoken);
    field->setMaxLength(12);
    field->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    connect(field, &QLineEdit::editingFinished, this, &CaseFilterBar::take);
    layout->addWidget(field);
    return field;
}

void CaseFilterBar::take()
{
    CaseFilter filter;
    for (auto it = m_status.cbegin(); it != m_status.cend(); ++it) {
        if (it.value()->isChecked())
            filter.statuses.insert(it.key());
    }
    const QList<QPair<QLineEdit *, QDate *>> fields{{m_createdFrom, &filter.createdFrom},
                                                    {m_createdTo, &filter.createdTo},
                                                    {m_deliveryFrom, &filter.deliveryFrom},
                                                    {m_deliveryTo, &filter.deliveryTo}};
    for (const auto &[field, date] : fields) {
        const QString typed = field->text().trimmed();
        if (typed.isEmpty())
            continue;
        // A delivery lies ahead: two digits of a year reach a few years on.
        *date = dateFromText(typed, m_today().addYears(20));
        if (!date->isValid()) {
            Q_EMIT misunderstood(tr("“%1” is no date. Write it as 23.11.2026.").arg(typed));
            return;
        }
        field->setText(dateText(*date));
    }
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT changed();
}

void CaseFilterBar::clear()
{
    for (QCheckBox *box : std::as_const(m_status)) {
        const QSignalBlocker quiet(box);
        box->setChecked(false);
    }
    for (QLineEdit *field : {m_createdFrom, m_createdTo, m_deliveryFrom, m_deliveryTo})
        field->clear();
    m_filter = {};
}

#include "moc_casefilterbar.cpp"
