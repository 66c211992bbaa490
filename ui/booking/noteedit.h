// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

//! A few lines of free text of bounded length. Tab leaves it. What does not fit is left out before
//! it reaches the document, however much was pasted, and said so.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);
    void setMaxLength(int characters) { m_maxLength = characters; }
    int maxLength() const { return m_maxLength; }
    QSize sizeHint() const override;

Q_SIGNALS:
    //! Something was left out.
    void cut();

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_maxLength = 1000;
};
