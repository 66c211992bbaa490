// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booking/noteedit.h"

#include <QKeyEvent>
#include <QMimeData>

NoteEdit::NoteEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFrameShape(QFrame::StyledPanel);
    // The frame's round corners stay free.
    setViewportMargins(4, 3, 4, 3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NoteEdit::sizeHint() const
{
    const int margins = 2 * (frameWidth() + 3 + int(document()->documentMargin()));
    return {QPlainTextEdit::sizeHint().width(), fontMetrics().lineSpacing() * 2 + margins};
}

void NoteEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    const qsizetype selected = textCursor().selectedText().size();
    const qsizetype room = m_maxLength - (document()->characterCount() - 1) + selected;
    // Control characters would be drawn as boxes and refused later; line breaks stay.
    QString clean;
    for (const QChar c : text) {
        if (clean.size() >= room)
            break;
        const bool hidden = c.category() == QChar::Other_Control;
        if (!hidden || c == QLatin1Char('\n') || c == QLatin1Char('\t'))
            clean.append(c);
    }
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    textCursor().insertText(clean);
    if (text.size() > room)
        Q_EMIT cut();
}

void NoteEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (types && !textCursor().hasSelection() && document()->characterCount() > m_maxLength) {
        Q_EMIT cut();
        return;
    }
    // Ctrl+Enter belongs to the form.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() & Qt::ControlModifier) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}
