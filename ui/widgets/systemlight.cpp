// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/systemlight.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QPainter>

using namespace Qt::StringLiterals;

SystemLight::SystemLight(Service service, QWidget *parent) : QToolButton(parent), m_service(service)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setStanding(Standing::Unknown, {}, {});
}

void SystemLight::setStanding(Standing standing, const QString &words, const QString &tip)
{
    if (standing == m_standing && words == m_words && tip == toolTip()
        && !accessibleName().isEmpty())
        return;
    m_standing = standing;
    m_words = words;
    setToolTip(tip);
    setAccessibleName(shown());
    setAccessibleDescription(tip);
    updateGeometry();
    update();
}

QString SystemLight::shown() const
{
    const QString name = wording::system(m_service);
    return m_words.isEmpty() ? name : QString(name + u' ' + m_words);
}

QSize SystemLight::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(shown()) + metrics.height() + 14,
            qRound(metrics.height() * 1.5)};
}

void SystemLight::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() || underMouse()) {
        QColor tint = palette().color(QPalette::WindowText);
        tint.setAlpha(14);
        painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2)
                                  : QPen(Qt::NoPen));
        painter.setBrush(tint);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const QFontMetrics metrics(font());
    const qreal size = qRound(metrics.height() * 0.5);
    const QRectF dot(7, (height() - size) / 2, size, size);
    QColor colour;
    switch (m_standing) {
    case Standing::Unknown:
        colour = theme.muted;
        break;
    case Standing::Fine:
        colour = theme.ok;
        break;
    case Standing::Trouble:
        colour = theme.warning;
        break;
    case Standing::Failed:
        colour = theme.danger;
        break;
    }
    // A ring while nothing is known, a full dot otherwise.
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(m_standing == Standing::Unknown ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));
    painter.setPen(m_standing == Standing::Fine || m_standing == Standing::Unknown
                       ? theme.muted
                       : palette().color(QPalette::WindowText));
    painter.drawText(QRectF(dot.right() + 6, 0, width() - dot.right() - 8, height()),
                     Qt::AlignLeft | Qt::AlignVCenter, shown());
}

#include "moc_systemlight.cpp"
