// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plandialog.h"

#include "ui/booking/slotwords.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanDialog::PlanDialog(const QString &title, const QString &about, QWidget *parent)
    : QDialog(parent), m_about(new QLabel(about)), m_body(new QVBoxLayout), m_problem(new Notice),
      m_foot(new QHBoxLayout), m_cancel(new QPushButton(tr("&Cancel"))), m_go(new QPushButton)
{
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 16);
    layout->setSpacing(5);
    auto *head = new QLabel(title);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    head->setFont(large);
    head->setTextFormat(Qt::PlainText);
    layout->addWidget(head);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setObjectName(u"about"_s);
    m_about->setVisible(!about.isEmpty());
    layout->addWidget(m_about);
    m_body->setSpacing(5);
    layout->addLayout(m_body, 1);
    m_problem->setObjectName(u"problem"_s);
    layout->addWidget(m_problem);
    layout->addSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addLayout(m_foot);
    row->addStretch(1);
    m_cancel->setAutoDefault(false);
    m_cancel->setObjectName(u"cancel"_s);
    row->addWidget(m_cancel);
    m_go->setAutoDefault(false);
    m_go->setObjectName(u"go"_s);
    setPrimary(m_go);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_go->setFont(strong);
    row->addWidget(m_go);
    layout->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto act = [this] {
        if (m_go->isEnabled())
            go();
    };
    connect(m_go, &QPushButton::clicked, this, act);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                act);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
}

void PlanDialog::setAbout(const QString &about)
{
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
}

void PlanDialog::setGo(const QString &text, bool enabled)
{
    m_go->setText(slotwords::withKeys(text));
    m_go->setAccessibleName(QString(text).remove(u'&'));
    m_may = enabled;
    m_go->setEnabled(m_may && !m_busy);
}

void PlanDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_go->setEnabled(m_may && !m_busy);
}

void PlanDialog::showProblem(const QString &text)
{
    m_problem->setText(text, Notice::Tone::Danger);
    fitHeight();
}

QLabel *PlanDialog::addLabel(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    setQuiet(label);
    if (field)
        label->setBuddy(field);
    m_body->addWidget(label);
    return label;
}

void PlanDialog::fitHeight()
{
    // When everything has said how high it is now.
    QTimer::singleShot(0, this, [this] {
        layout()->activate();
        const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                         : layout()->totalSizeHint().height();
        if (isVisible() && wanted != height())
            resize(width(), wanted);
    });
}

#include "moc_plandialog.cpp"
