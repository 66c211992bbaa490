// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/searchpopup.h"

#include "app/store/visitstore.h"
#include "ui/patients/patientlist.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

SearchPopup::SearchPopup(const Desk &desk, QLineEdit *field)
    : QFrame(field->window()), m_desk(desk), m_zone(desk.settings.timeZone), m_field(field),
      m_list(new PatientList), m_hint(new QLabel)
{
    setObjectName(QStringLiteral("searchPopup"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    m_list->setDesk(desk, false);
    m_list->setFrameShape(NoFrame);
    m_list->setVisibleRows(12);
    layout->addWidget(m_list);
    m_hint->setContentsMargins(8, 4, 8, 4);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    hide();
    // First this filter, then the list's: filters installed last are asked first.
    m_list->attach(field);
    field->installEventFilter(this);
    field->window()->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, &SearchPopup::search);
    connect(m_list, &PatientList::chosen, this,
            [this](const PatientMatch &match, Qt::KeyboardModifiers modifiers) {
                take(match.id, modifiers & Qt::ShiftModifier);
            });
}

void SearchPopup::search(const QString &text)
{
    m_list->results()->search(text);
    if (text.trimmed().isEmpty() || !m_field->hasFocus()) {
        hide();
        return;
    }
    const bool found = m_list->results()->rowCount() > 0;
    m_list->setVisible(found);
    if (!m_desk.patientIndex->isReady())
        m_hint->setText(tr("The patients are still being read."));
    else if (found)
        m_hint->setText(tr("Enter: today's appointment, or the record · Shift+Enter: the record"));
    else
        m_hint->setText(tr("Nobody found. Ctrl+N books a walk-in for a new patient."));
    show();
    place();
    raise();
}

void SearchPopup::place()
{
    const int width = qMax(m_field->width(), fontMetrics().averageCharWidth() * 96);
    const QPoint below = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 2));
    layout()->activate();
    const int left = qMax(0, qMin(below.x(), parentWidget()->width() - width - 8));
    const int height = qMin(layout()->heightForWidth(width) > 0 ? layout()->heightForWidth(width)
                                                                : sizeHint().height(),
                            parentWidget()->height() - below.y() - 8);
    setGeometry(left, below.y(), qMin(width, parentWidget()->width()), height);
}

void SearchPopup::take(const PatientId &id, bool record)
{
    hide();
    if (record) {
        Q_EMIT patientChosen(id);
        return;
    }
    QCoro::connect(m_desk.visits->ofPatient(id), this,
                   [this, id](const Result<QList<DayEntry>> &entries) {
                       const QDate today = m_desk.clock().toTimeZone(m_zone).date();
                       for (const DayEntry &entry : entries.value_or(QList<DayEntry>())) {
                           if (entry.visit.state != VisitState::Cancelled
                               && entry.appointment.slot.start.toTimeZone(m_zone).date() == today) {
                               Q_EMIT visitChosen(entry.visit.id, today);
                               return;
                           }
                       }
                       Q_EMIT patientChosen(id);
                   });
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::FocusOut)
            hide();
        else if (event->type() == QEvent::FocusIn && !m_field->text().isEmpty())
            search(m_field->text());
        else if (event->type() == QEvent::KeyPress
                 && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && isVisible()) {
            hide();
            return true;
        }
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}
