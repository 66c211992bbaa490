// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/scancase.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QLineEdit;

//! Which of a patient's cases are wanted: status, span of creation, span of delivery.
class CaseFilterBar : public QWidget
{
    Q_OBJECT

public:
    //! today: what two digits of a year mean.
    explicit CaseFilterBar(std::function<QDate()> today, QWidget *parent = nullptr);
    CaseFilter filter() const { return m_filter; }
    bool isNarrow() const { return m_filter != CaseFilter(); }
    void clear();

Q_SIGNALS:
    void changed();
    //! What was typed is no date.
    void misunderstood(const QString &text);

private:
    QLineEdit *addDate(class QHBoxLayout *layout, const QString &name, const QString &hint,
                       const QString &spoken);
    void take();

    std::function<QDate()> m_today;
    QHash<CaseStatus, QCheckBox *> m_status;
    QLineEdit *m_createdFrom;
    QLineEdit *m_createdTo;
    QLineEdit *m_deliveryFrom;
    QLineEdit *m_deliveryTo;
    CaseFilter m_filter;
};
