// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QPushButton;

//! A coloured box within a page or form: what is the matter, and the ways out as buttons.
class Notice : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Danger };

    explicit Notice(QWidget *parent = nullptr);
    //! An empty text hides it.
    void setText(const QString &text, Tone tone = Tone::Warning);
    QString text() const;
    //! A way out; the notice owns the button.
    QPushButton *addButton(const QString &text, const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    Tone m_tone = Tone::Warning;
};
