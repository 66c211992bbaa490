// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/productpicker.h"

#include "app/domain/personname.h"
#include "ui/theme/deskstyle.h"
#include "ui/widgets/wording.h"
#include "ui_productpicker.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStandardItemModel>
#include <algorithm>

ProductPicker::ProductPicker(const QString &actLabel, const QList<Product> &products,
                             QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ProductPicker>()), m_products(products),
      m_model(new QStandardItemModel(0, 3, this))
{
    m_ui->setupUi(this);
    m_ui->what->setText(tr("Which product is “%1”?").arg(actLabel));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->what->setFont(bold);
    m_products.removeIf([](const Product &product) { return !product.active; });
    std::sort(m_products.begin(), m_products.end(), [](const Product &a, const Product &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    m_model->setHorizontalHeaderLabels({tr("Product"), tr("Class"), tr("Price")});
    m_ui->list->setModel(m_model);
    m_ui->list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->list->header()->setStretchLastSection(false);
    m_ui->list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->search->installEventFilter(this);
    setPrimary(m_ui->buttons->button(QDialogButtonBox::Ok));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Take this product"));
    connect(m_ui->search, &QLineEdit::textChanged, this, &ProductPicker::search);
    connect(m_ui->list, &QTreeView::activated, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 86, fontMetrics().height() * 26);
    // The act's first word often names the product; when it names none, everything is shown.
    m_ui->search->setText(actLabel.section(QLatin1Char(' '), 0, 0));
    if (m_model->rowCount() == 0)
        m_ui->search->clear();
    search(m_ui->search->text());
    m_ui->search->selectAll();
}

ProductPicker::~ProductPicker() = default;

void ProductPicker::search(const QString &text)
{
    const QStringList words = foldedName(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_model->removeRows(0, m_model->rowCount());
    for (const Product &product : std::as_const(m_products)) {
        const QString folded = foldedName(QString(product.name + QLatin1Char(' ') + product.code
                                                  + QLatin1Char(' ') + product.invoiceClass));
        const bool fits = std::all_of(words.begin(), words.end(), [&folded](const QString &word) {
            return folded.contains(word);
        });
        if (!fits)
            continue;
        auto *name = new QStandardItem(product.name);
        name->setData(product.id.value);
        auto *price = new QStandardItem(wording::amount(product.price));
        price->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow({name, new QStandardItem(product.invoiceClass), price});
    }
    m_ui->list->setCurrentIndex(m_model->index(0, 0));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(m_model->rowCount() > 0);
}

ProductId ProductPicker::chosen() const
{
    const QModelIndex current = m_ui->list->currentIndex();
    return ProductId(current.siblingAtColumn(0).data(Qt::UserRole + 1).toString());
}

bool ProductPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int row = qBound(0, m_ui->list->currentIndex().row() + step,
                                   qMax(0, m_model->rowCount() - 1));
            m_ui->list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}
