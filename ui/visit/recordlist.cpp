// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/recordlist.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;
using visitwords::RecordLine;

namespace {

//! The state in words, led by a sign in its colour.
class StandingLabel : public QWidget
{
public:
    explicit StandingLabel(const RecordLine &record) : m_record(record)
    {
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setAccessibleName(record.words);
        setToolTip(record.tip);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(m_record.words) + fontMetrics().height() + 4,
                fontMetrics().height() + 2};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int textWidth = fontMetrics().horizontalAdvance(m_record.words);
        const qreal side = fontMetrics().height() * 0.42;
        const QPointF centre(width() - textWidth - side - 2, height() / 2.0);
        QColor text = theme.muted;
        switch (m_record.standing) {
        case RecordLine::Standing::InStep:
            painter.setPen(QPen(theme.ok, 1.6));
            painter.drawPolyline(QPolygonF({centre + QPointF(-side * 0.55, 0),
                                            centre + QPointF(-side * 0.1, side * 0.45),
                                            centre + QPointF(side * 0.6, -side * 0.5)}));
            break;
        case RecordLine::Standing::Sending:
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.warning);
            painter.drawEllipse(centre, side / 2, side / 2);
            break;
        case RecordLine::Standing::Attention:
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.danger);
            painter.drawEllipse(centre, side / 2, side / 2);
            text = theme.danger;
            break;
        case RecordLine::Standing::Absent:
            break;
        }
        painter.setPen(text);
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_record.words);
    }

private:
    RecordLine m_record;
};

} // namespace

RecordList::RecordList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(9);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 2);
}

void RecordList::setRecords(const QList<RecordLine> &records)
{
    if (records == m_records)
        return;
    m_records = records;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const RecordLine &record : records) {
        auto *what = new QLabel(record.what);
        what->setTextFormat(Qt::PlainText);
        what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        what->setToolTip(record.what);
        auto *where = new QLabel(wording::system(record.service));
        if (!record.url.isEmpty()) {
            where->setTextFormat(Qt::RichText);
            where->setText(u"<a href=\"%1\">%2</a>"_s.arg(
                record.url.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                where->text().toHtmlEscaped()));
            where->setOpenExternalLinks(true);
            where->setTextInteractionFlags(Qt::LinksAccessibleByMouse
                                           | Qt::LinksAccessibleByKeyboard);
            where->setAccessibleName(tr("%1: open in the browser").arg(record.what));
        }
        if (!record.noUrl.isEmpty()) {
            where->setToolTip(record.noUrl);
            where->setAccessibleDescription(record.noUrl);
        }
        m_grid->addWidget(what, row, 0);
        m_grid->addWidget(where, row, 1);
        m_grid->addWidget(new StandingLabel(record), row, 2);
        ++row;
    }
    update();
}

void RecordList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::of(palette()).frame);
    for (int row = 0; row < m_records.size(); ++row) {
        const int y = m_grid->cellRect(row, 0).bottom() + m_grid->verticalSpacing() / 2 + 1;
        painter.drawLine(0, y, width(), y);
    }
}
