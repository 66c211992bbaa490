// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/desk.h"

#include <QDialog>
#include <QTimer>
#include <memory>

class LinesModel;
class Notice;
class QVBoxLayout;

namespace Ui {
class ExitSheet;
}

//! What the invoice will be, before it is made: every line, what differs, what stands in the way
//! and the way out of it. Confirming waits for no network.
class ExitSheet : public QDialog
{
    Q_OBJECT

public:
    ExitSheet(const Desk &desk, const VisitDetail &detail, QWidget *parent = nullptr);
    ~ExitSheet() override;

    void setDetail(const VisitDetail &detail);
    const VisitDetail &detail() const { return m_detail; }
    //! Says why the last try was refused; nothing is lost.
    void showProblem(const QString &text);

Q_SIGNALS:
    void exited(const Visit &visit);
    void signInNeeded(const std::function<void()> &then);

private:
    void read();
    void showUnknown();
    void chooseProduct(const OrderLine &line);
    void settle(const QString &itemId, const ProductId &product);
    void tick();
    void confirm();
    bool isStale() const;

    Desk m_desk;
    VisitDetail m_detail;
    std::unique_ptr<Ui::ExitSheet> m_ui;
    LinesModel *m_lines;
    QVBoxLayout *m_unknown;
    QList<OrderLine> m_unknownLines; //!< what m_unknown shows
    Notice *m_changed;
    Notice *m_problem;
    QTimer m_ticker;
    bool m_confirming = false;
};
