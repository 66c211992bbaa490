// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patienthead.h"

#include "ui/patients/patientlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PatientHead::PatientHead(const Desk &desk, const QString &page, QWidget *parent)
    : QWidget(parent), m_name(new QLabel), m_about(new QLabel), m_finder(new PatientFinder(desk))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(11, 8, 11, 0);
    auto *row = new QHBoxLayout;
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.15);
    title.setWeight(QFont::DemiBold);
    m_name->setFont(title);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setObjectName(QString(page + u"Patient"_s));
    row->addWidget(m_name);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setObjectName(QString(page + u"Person"_s));
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_about, 1);
    m_finder->setObjectName(QString(page + u"Search"_s));
    row->addWidget(m_finder);
    layout->addLayout(row);
    m_finder->found()->setObjectName(QString(page + u"Found"_s));
    layout->addWidget(m_finder->found());
    setFocusProxy(m_finder);
    connect(m_finder, &PatientFinder::chosen, this, &PatientHead::chosen);
}

void PatientHead::setPerson(const QString &name, const QStringList &about)
{
    m_name->setText(name);
    QStringList parts = about;
    parts.removeAll(QString());
    m_about->setText(parts.join(u" · "_s));
    m_about->setToolTip(m_about->text());
}

#include "moc_patienthead.cpp"
