// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/patientindex.h"
#include "ui/desk.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

//! What a search found, best first, with last and next appointment; at the end, where asked for,
//! the offer to make a new patient of the text.
class PatientResults : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        BirthDate = Qt::UserRole + 1,
        Phone,
        Seen, //!< words about the last and next appointment
        Archived,
        SecondTier, //!< the first of those that are only alike
        New, //!< the offer of a new patient
    };

    explicit PatientResults(QObject *parent = nullptr);
    //! offersNew: the last row makes a new patient.
    void setDesk(const Desk &desk, bool offersNew);

    void search(const QString &text);
    void setMatches(const QList<PatientMatch> &matches, const QString &text = {});
    void setTimes(const QHash<PatientId, QPair<QDateTime, QDateTime>> &lastAndNext);
    //! Null for the offer of a new patient, or no row.
    const PatientMatch *match(const QModelIndex &index) const;
    bool isNew(const QModelIndex &index) const;
    QString text() const { return m_text; }

    //! There are more than are shown.
    bool isCapped() const { return m_capped; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString seenText(const PatientId &id) const;

    Desk m_desk;
    bool m_offersNew = false;
    QString m_text;
    QList<PatientMatch> m_matches;
    QHash<PatientId, QPair<QDateTime, QDateTime>> m_times;
    bool m_capped = false;
    int m_search = 0; //!< counts searches: times of an older one are not shown
};

//! Draws a row of PatientResults: name, birth date, phone and appointments in columns.
class PatientDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
