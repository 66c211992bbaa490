// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QBoxLayout;
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
    //! Whom or what it is about, in front of the text; where there is room the notice is then one
    //! line.
    void setHeading(const QString &heading);
    QString heading() const;
    //! A passing remark beside the buttons; it is not announced.
    void setAside(const QString &aside);
    QString aside() const;
    //! A way out; the notice owns the button.
    QPushButton *addButton(const QString &text, const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_aside;
    QBoxLayout *m_outer;
    QBoxLayout *m_words;
    QHBoxLayout *m_buttons;
    Tone m_tone = Tone::Warning;
};
