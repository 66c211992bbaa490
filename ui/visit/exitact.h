// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QPointer>

class ExitSheet;
class QWidget;

//! 'Exit treatment room': at once where the clinic's rule allows one click, else by way of the
//! sheet.
class ExitAct : public QObject
{
    Q_OBJECT

public:
    //! window: parent of the sheet.
    ExitAct(const Desk &desk, QWidget *window);

    //! shown: what staff saw when they pressed the button; null = nothing of it, the sheet opens.
    void start(const VisitId &id, const VisitDetail *shown);
    //! Null while it is not open.
    ExitSheet *sheet() const;

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

private:
    void readAndOpen(const VisitId &id, const QString &problem);
    void openSheet(const VisitDetail &detail, const QString &problem);
    void exitAtOnce(const VisitDetail &shown);
    void sayDone(const Visit &visit, const QString &name);

    Desk m_desk;
    QWidget *m_window;
    QPointer<ExitSheet> m_sheet;
    bool m_exiting = false;
};
