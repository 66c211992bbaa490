// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int infoMilliseconds = 12'000;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_action(new QPushButton), m_close(new QToolButton)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_action->setAccessibleName(tr("Act on this message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_message.action;
        clear();
        if (action)
            action();
    });
    hide();
}

void MessageBar::show(const Message &message)
{
    m_message = message;
    m_text->setText(message.meaning.isEmpty() ? message.what
                                              : QString(message.what + u' ' + message.meaning));
    m_action->setText(message.actionText);
    m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    if (m_timer)
        killTimer(m_timer);
    m_timer = message.level == Message::Level::Info ? startTimer(infoMilliseconds) : 0;
    setVisible(true);
    update();
#if QT_CONFIG(accessibility)
    setAccessibleName(m_text->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
#endif
}

void MessageBar::clear()
{
    if (m_timer)
        killTimer(m_timer);
    m_timer = 0;
    m_message = {};
    const bool hadFocus = m_action->hasFocus() || m_close->hasFocus();
    setVisible(false);
    if (hadFocus)
        Q_EMIT focusReleased();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::timerEvent(QTimerEvent *)
{
    // Somebody who is about to press its button gets the time to do so.
    if (!underMouse() && !m_action->hasFocus() && !m_close->hasFocus())
        clear();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    QColor fill = theme.infoFill;
    QColor edge = palette().color(QPalette::Highlight);
    if (m_message.level == Message::Level::Warning) {
        fill = theme.warningFill;
        edge = theme.warning;
    } else if (m_message.level == Message::Level::Danger) {
        fill = theme.dangerFill;
        edge = theme.danger;
    }
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, 4, height()), edge);
    painter.setPen(theme.frame);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

#include "moc_messagebar.cpp"
