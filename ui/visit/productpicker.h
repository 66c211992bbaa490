// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"

#include <QDialog>
#include <memory>

class QStandardItemModel;

namespace Ui {
class ProductPicker;
}

//! Chooses a product of the catalogue: typing narrows the list, arrows walk it, Enter takes it.
class ProductPicker : public QDialog
{
    Q_OBJECT

public:
    //! actLabel: the act that the catalogue does not know; its words are the first search.
    ProductPicker(const QString &actLabel, const QList<Product> &products,
                  QWidget *parent = nullptr);
    ~ProductPicker() override;

    //! Empty while nothing is chosen.
    ProductId chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);

    std::unique_ptr<Ui::ProductPicker> m_ui;
    QList<Product> m_products;
    QStandardItemModel *m_model;
};
