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

namespace {

//! Characters beside which heading, text and buttons fit into one line.
constexpr int oneLine = 80;

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_heading(new QLabel), m_text(new QLabel), m_aside(new QLabel),
      m_outer(new QVBoxLayout(this)), m_words(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_buttons(new QHBoxLayout)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->hide();
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buttons->setSpacing(8);
    m_aside->setForegroundRole(QPalette::PlaceholderText);
    m_aside->hide();
    m_buttons->addWidget(m_aside);
    m_buttons->addStretch(1);
    m_words->setSpacing(6);
    m_words->addWidget(m_heading);
    m_words->addWidget(m_text, 1);
    m_outer->setContentsMargins(12, 8, 12, 8);
    m_outer->setSpacing(6);
    m_outer->addLayout(m_words, 1);
    m_outer->addLayout(m_buttons);
    hide();
}

void Notice::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    arrange();
}

QString Notice::heading() const
{
    return m_heading->text();
}

void Notice::setAside(const QString &aside)
{
    m_aside->setText(aside);
    m_aside->setVisible(!aside.isEmpty());
}

QString Notice::aside() const
{
    return m_aside->text();
}

void Notice::arrange()
{
    const bool wide =
        !m_heading->text().isEmpty() && width() >= fontMetrics().averageCharWidth() * oneLine;
    const QBoxLayout::Direction direction =
        wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_outer->direction() == direction)
        return;
    m_outer->setDirection(direction);
    m_words->setDirection(direction);
}

void Notice::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
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
        setAccessibleName(m_heading->text().isEmpty()
                              ? text
                              : tr("%1: %2", "heading, text").arg(m_heading->text(), text));
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

#include "moc_notice.cpp"
