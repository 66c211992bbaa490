// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

//! Short words in rounded pieces, wrapped into as many lines as they need.
class Chips : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Danger, Warning, Quiet, Good, Info };

    explicit Chips(QWidget *parent = nullptr);
    //! tone colours the first chip; the others are a step quieter.
    void setTexts(const QStringList &texts, Tone tone);
    QStringList texts() const { return m_texts; }

    //! One chip as big as its text, for lists that paint themselves.
    static QSize sizeOf(const QString &text, const QFont &font);
    static void paint(QPainter *painter, const QRect &rect, const QString &text, Tone tone,
                      const QPalette &palette);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRect> places(int width) const;
    QFont chipFont() const;

    QStringList m_texts;
    Tone m_tone = Tone::Quiet;
};
