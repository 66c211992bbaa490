// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

#include <QAbstractButton>

//! A mouth at a glance: a box per tooth, which are missing, which have something planned, and the
//! same in words. It keeps its room while it is being read; pressing it opens the chart.
class MiniProfile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit MiniProfile(QWidget *parent = nullptr);

    void setProfile(const DentalProfile &profile, teeth::Notation notation);
    //! In place of a profile: that it is being read, or why there is none.
    void setWords(const QString &words);
    const std::optional<DentalProfile> &profile() const { return m_profile; }
    QString words() const { return m_words; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QList<teeth::Tooth>> rows() const;
    int chartHeight(int width) const;
    QFont numberFont() const;

    std::optional<DentalProfile> m_profile;
    teeth::Notation m_notation = teeth::Notation::Fdi;
    QString m_words;
};
