// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("Patient: name, phone, birth date    Ctrl+K"));
    setAccessibleName(tr("Find a patient"));
    setClearButtonEnabled(true);
    setMaxLength(200);
    auto *icon = new QAction(themedIcon(u"search"_s), QString(), this);
    icon->setEnabled(false);
    addAction(icon, QLineEdit::LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT searchRequested(text());
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

#include "moc_searchfield.cpp"
