// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientlist.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace {

constexpr int cornerAir = 3;

} // namespace

PatientList::PatientList(QWidget *parent) : QListView(parent), m_results(new PatientResults(this))
{
    setModel(m_results);
    setItemDelegate(new PatientDelegate(this));
    setAccessibleName(tr("Patients found"));
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setUniformItemSizes(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { take(index, QApplication::keyboardModifiers()); });
    connect(m_results, &QAbstractItemModel::modelReset, this, [this] {
        setCurrentIndex(m_results->index(0, 0));
        updateGeometry();
    });
}

void PatientList::attach(QLineEdit *field)
{
    m_field = field;
    field->installEventFilter(this);
    // Not a focus proxy: Tab would lead from the list back to its field for ever.
    setFocusPolicy(Qt::NoFocus);
}

void PatientList::setVisibleRows(int atMost)
{
    m_rows = atMost;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PatientList::setFixedRows(int rows)
{
    setVisibleRows(rows);
    m_fixed = true;
    // The frame's round corners stay free.
    setViewportMargins(cornerAir, cornerAir, cornerAir, cornerAir);
}

void PatientList::setHint(const QString &text)
{
    m_hint = text;
    viewport()->update();
}

void PatientList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_hint.isEmpty() || m_results->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int air = fontMetrics().height() / 2;
    painter.drawText(viewport()->rect().adjusted(air, air, -air, -air),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_hint);
}

QSize PatientList::sizeHint() const
{
    if (m_rows == 0)
        return QListView::sizeHint();
    int height = 2 * frameWidth();
    if (m_fixed) {
        const int line = fontMetrics().height();
        return {QListView::sizeHint().width(),
                height + 2 * cornerAir + m_rows * (line + qRound(line * 0.55))};
    }
    for (int row = 0; row < qMin(m_rows, m_results->rowCount()); ++row)
        height += sizeHintForIndex(m_results->index(row)).height();
    return {QListView::sizeHint().width(), height};
}

QSize PatientList::minimumSizeHint() const
{
    return m_rows == 0 ? QListView::minimumSizeHint() : QSize(0, sizeHint().height());
}

void PatientList::take(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    if (m_results->isNew(index))
        Q_EMIT newChosen(m_results->text());
    else if (const PatientMatch *match = m_results->match(index))
        Q_EMIT chosen(PatientMatch(*match), modifiers);
}

bool PatientList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_field || !isVisible()
        || m_results->rowCount() == 0)
        return QListView::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
        // From the first row to the last, where the new patient is.
        if (currentIndex().row() == 0) {
            setCurrentIndex(m_results->index(m_results->rowCount() - 1, 0));
            return true;
        }
        keyPressEvent(key);
        return true;
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        keyPressEvent(key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ControlModifier)
            return false;
        take(currentIndex(), key->modifiers());
        return true;
    default:
        return QListView::eventFilter(watched, event);
    }
}
