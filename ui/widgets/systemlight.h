// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QToolButton>

//! How one outside system fares: a coloured dot, and words whenever it is not simply fine. Pressing
//! it asks what is the matter.
class SystemLight : public QToolButton
{
    Q_OBJECT

public:
    enum class Standing { Unknown, Fine, Trouble, Failed };

    explicit SystemLight(Service service, QWidget *parent = nullptr);
    Service service() const { return m_service; }
    //! words: "retry in 8 s"; empty while fine.
    void setStanding(Standing standing, const QString &words, const QString &tip);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString shown() const;

    Service m_service;
    Standing m_standing = Standing::Unknown;
    QString m_words;
};
