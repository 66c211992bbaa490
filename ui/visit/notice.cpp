// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/notice.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

Notice::Notice(QWidget *parent) : QFrame(parent), m_text(new QLabel), m_buttons(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addLayout(m_buttons);
    hide();
}

QPushButton *Notice::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void Notice::setText(const QString &text, Tone tone)
{
    const bool isNew = text != m_text->text();
    m_text->setText(text);
    m_tone = tone;
    setVisible(!text.isEmpty());
    update();
#if QT_CONFIG(accessibility)
    if (isNew && !text.isEmpty()) {
        setAccessibleName(text);
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
#endif
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QColor fill = theme.infoFill;
    QColor edge = palette().color(QPalette::Highlight);
    if (m_tone == Tone::Warning) {
        fill = theme.warningFill;
        edge = theme.warning;
    } else if (m_tone == Tone::Danger) {
        fill = theme.dangerFill;
        edge = theme.danger;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}
