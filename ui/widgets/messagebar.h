// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

//! Something staff should know: what happened, what it means, and one thing to do about it.
struct Message {
    enum class Level { Info, Warning, Danger };

    Level level = Level::Info;
    QString what;
    QString meaning; //!< may be empty
    QString actionText; //!< empty = nothing to do
    std::function<void()> action;
};

//! The bar that says it, in place of a modal box. An Info goes away by itself; the others stay
//! until closed, acted upon or replaced.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    void show(const Message &message);
    void clear();
    QString text() const;
    QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    //! It went while one of its buttons had the keys.
    void focusReleased();

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    Message m_message;
    int m_timer = 0;
};
