// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/visit.h"

// What staff do with acts that no invoice of the visit carries. Each returns what to write, or
// Invalid/Conflict in words why not; like the rules in visit.h they run inside the transaction.

//! A supplementary order and invoice of these items (DentalTap item ids). shownDigest: of the lines
//! that staff saw (supplementLines); Conflict when they are others by now, or settled already.
Result<Transition> billOpenItems(const VisitContext &context, const QStringList &items,
                                 const QByteArray &shownDigest, const QString &supplementId,
                                 const QDateTime &now);
//! Items that will not be billed, or changes that were seen; the reason is kept.
Result<Transition> ignoreOpenItems(const VisitContext &context, const QStringList &items,
                                   const QString &why);
//! Which product an open item's act is; an empty product takes the choice back.
Result<Transition> chooseForOpenItem(const VisitContext &context, const QString &item,
                                     const ProductId &product);
