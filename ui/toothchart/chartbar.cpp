// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartbar.h"

#include "ui/theme/deskstyle.h"
#include "ui/widgets/flowrow.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

//! A button of the bar: as wide as its words; tinted while what it stands for is shown.
class BarButton : public QPushButton
{
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override
    {
        const QSize usual = QPushButton::sizeHint();
        const int words = fontMetrics().horizontalAdvance(QString(text()).remove(u'&'));
        const int arrow = menu() ? fontMetrics().height() : 0;
        return {qMax(words + fontMetrics().height() * 5 / 4 + arrow, usual.height()),
                usual.height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        // The filled one and those that are not pressed look as everywhere.
        if (!isChecked() || isPrimary(this)) {
            QPushButton::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = palette().color(QPalette::Link);
        QColor tint = accent;
        tint.setAlpha(isEnabled() ? 36 : 16);
        painter.setBrush(tint);
        painter.setPen(QPen(hasFocus()        ? palette().color(QPalette::Highlight)
                                : isEnabled() ? accent
                                              : palette().color(QPalette::Mid),
                            hasFocus() ? 2 : 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
        style()->drawItemText(&painter, rect(), Qt::AlignCenter | Qt::TextShowMnemonic, palette(),
                              isEnabled(), text(), QPalette::ButtonText);
    }
};

} // namespace

ChartBar::ChartBar(QWidget *keyScope, QWidget *parent)
    : QWidget(parent), m_keyScope(keyScope), m_views(new QActionGroup(this)),
      m_notation(new QComboBox), m_zoom(new QLabel)
{
    m_actions.dental = add(tr("&Dental", "chart"), u"chartDental"_s, {}, true);
    m_actions.periodontal = add(tr("&Periodontal", "chart"), u"chartPeriodontal"_s, {}, true);
    m_actions.both = add(tr("&Both", "charts"), u"chartBoth"_s, {}, true);
    for (QAction *action : {m_actions.dental, m_actions.periodontal, m_actions.both})
        m_views->addAction(action);
    m_actions.existing = add(tr("&Existing", "layer"), u"layerExisting"_s, {}, true);
    m_actions.planned = add(tr("P&lanned", "layer"), u"layerPlanned"_s, {}, true);
    m_actions.doneToday = add(tr("Done toda&y", "layer"), u"layerDoneToday"_s, {}, true);
    m_actions.scans = add(tr("3DD &scans", "layer"), u"layerScans"_s, {}, true);
    m_actions.ownDrawing = add(tr("&Own drawing"), u"ownDrawing"_s, {}, true);
    m_actions.ownDrawing->setToolTip(
        tr("Drawn by Vestibule from the profile, in place of DentalTap's picture"));
    m_actions.zoomOut = add(tr("Zoom o&ut"), u"zoomOut"_s, QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_actions.zoomIn = add(tr("Zoom &in"), u"zoomIn"_s, {});
    m_actions.zoomIn->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_actions.fit = add(tr("Fi&t"), u"fit"_s, QKeySequence(Qt::CTRL | Qt::Key_0));
    m_actions.compare = add(tr("&Compare"), u"compare"_s, QKeySequence(Qt::CTRL | Qt::Key_D), true);
    m_actions.print = add(tr("P&rint…"), u"print"_s, QKeySequence::Print);
    m_actions.copy = add(tr("Cop&y as picture"), u"copy"_s, QKeySequence::Copy);
    m_actions.png = add(tr("Save as P&NG…"), u"savePng"_s, {});
    m_actions.svg = add(tr("Save as S&VG…"), u"saveSvg"_s, {});
    m_actions.pdf = add(tr("Save as PD&F…"), u"savePdf"_s, {});

    auto *row = new FlowRow(this);
    for (QAction *action : {m_actions.dental, m_actions.periodontal, m_actions.both})
        m_viewButtons.append(addButton(row, action));
    row->addGap();
    m_notation->setObjectName(u"notation"_s);
    m_notation->setAccessibleName(tr("Notation"));
    m_notation->setToolTip(tr("How teeth are numbered"));
    m_notation->addItem(tr("FDI"), int(teeth::Notation::Fdi));
    m_notation->addItem(tr("Universal"), int(teeth::Notation::Universal));
    m_notation->addItem(tr("Palmer"), int(teeth::Notation::Palmer));
    row->addWidget(m_notation);
    connect(m_notation, &QComboBox::activated, this, &ChartBar::takeLook);
    row->addGap();
    for (QAction *action :
         {m_actions.existing, m_actions.planned, m_actions.doneToday, m_actions.scans})
        addButton(row, action);
    row->addGap();
    addButton(row, m_actions.ownDrawing);
    row->addGap();
    addButton(row, m_actions.zoomOut, u"−"_s);
    m_zoom->setObjectName(u"zoom"_s);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"1 000 %"_s));
    m_zoom->setMinimumHeight(m_notation->sizeHint().height());
    row->addWidget(m_zoom);
    addButton(row, m_actions.zoomIn, u"+"_s);
    addButton(row, m_actions.fit);
    row->addGap();
    addButton(row, m_actions.compare);
    addButton(row, m_actions.print);
    auto *keep = new BarButton(tr("E&xport"));
    keep->setObjectName(u"export"_s);
    auto *menu = new QMenu(keep);
    menu->addActions({m_actions.copy, m_actions.png, m_actions.svg, m_actions.pdf});
    keep->setMenu(menu);
    row->addWidget(keep);
    connect(m_actions.compare, &QAction::enabledChanged, keep, &QWidget::setEnabled);
    for (QAction *action : m_views->actions())
        connect(action, &QAction::triggered, this, &ChartBar::takeLook);
    for (QAction *action : {m_actions.existing, m_actions.planned, m_actions.doneToday,
                            m_actions.scans, m_actions.ownDrawing})
        connect(action, &QAction::triggered, this, &ChartBar::takeLook);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setZoom(1);
    showLook();
    setChartShown(false);
}

QAction *ChartBar::add(const QString &text, const QString &name, const QKeySequence &key,
                       bool checkable)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setCheckable(checkable);
    m_keyScope->addAction(action);
    return action;
}

QPushButton *ChartBar::addButton(FlowRow *row, QAction *action, const QString &text)
{
    auto *button = new BarButton(text.isEmpty() ? action->text() : text);
    button->setObjectName(action->objectName());
    const QString plain = QString(action->text()).remove(u'&').remove(u'…');
    button->setAccessibleName(plain);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    QString tip = action->toolTip().isEmpty() ? plain : action->toolTip();
    if (!key.isEmpty())
        tip += u" (%1)"_s.arg(key);
    button->setToolTip(tip);
    button->setCheckable(action->isCheckable());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, button, &QPushButton::setChecked);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    row->addWidget(button);
    return button;
}

void ChartBar::setLook(const ChartLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    showLook();
    Q_EMIT lookChanged();
}

void ChartBar::showLook()
{
    m_actions.dental->setChecked(m_look.view == Odontogram::View::Dental);
    m_actions.periodontal->setChecked(m_look.view == Odontogram::View::Periodontal);
    m_actions.both->setChecked(m_look.view == Odontogram::View::Both);
    for (QPushButton *button : std::as_const(m_viewButtons)) {
        setPrimary(button, button->isChecked());
        button->update();
    }
    m_notation->setCurrentIndex(m_notation->findData(int(m_look.notation)));
    m_actions.existing->setChecked(m_look.layers.existing);
    m_actions.planned->setChecked(m_look.layers.planned);
    m_actions.doneToday->setChecked(m_look.layers.doneToday);
    m_actions.scans->setChecked(m_look.layers.scans);
    m_actions.ownDrawing->setChecked(m_look.ownDrawing);
}

void ChartBar::takeLook()
{
    ChartLook look;
    look.view = m_actions.both->isChecked()  ? Odontogram::View::Both
        : m_actions.periodontal->isChecked() ? Odontogram::View::Periodontal
                                             : Odontogram::View::Dental;
    look.notation = teeth::Notation(m_notation->currentData().toInt());
    look.layers.existing = m_actions.existing->isChecked();
    look.layers.planned = m_actions.planned->isChecked();
    look.layers.doneToday = m_actions.doneToday->isChecked();
    look.layers.scans = m_actions.scans->isChecked();
    look.ownDrawing = m_actions.ownDrawing->isChecked();
    // A button that was pressed is checked even where nothing changed.
    m_look = look;
    showLook();
    Q_EMIT lookChanged();
}

void ChartBar::setZoom(double scale)
{
    m_zoom->setText(tr("%1 %", "zoom").arg(QLocale().toString(qRound(scale * 100))));
}

void ChartBar::setChartShown(bool shown)
{
    for (QAction *action :
         {m_actions.zoomIn, m_actions.zoomOut, m_actions.fit, m_actions.compare, m_actions.print,
          m_actions.copy, m_actions.png, m_actions.svg, m_actions.pdf})
        action->setEnabled(shown);
}

void ChartBar::setPictureShown(bool shown)
{
    m_actions.existing->setEnabled(!shown);
    m_actions.existing->setToolTip(
        shown ? tr("Part of DentalTap's picture; the own drawing can do without it") : QString());
}

void ChartBar::fill(QMenu *menu) const
{
    menu->addActions(m_views->actions());
    menu->addSeparator();
    menu->addActions({m_actions.existing, m_actions.planned, m_actions.doneToday, m_actions.scans});
    menu->addAction(m_actions.ownDrawing);
    menu->addSeparator();
    menu->addActions({m_actions.zoomIn, m_actions.zoomOut, m_actions.fit});
    menu->addSeparator();
    menu->addAction(m_actions.compare);
    menu->addActions(
        {m_actions.print, m_actions.copy, m_actions.png, m_actions.svg, m_actions.pdf});
}

QVariantMap ChartBar::state() const
{
    return {{u"view"_s, int(m_look.view)},
            {u"notation"_s, int(m_look.notation)},
            {u"existing"_s, m_look.layers.existing},
            {u"planned"_s, m_look.layers.planned},
            {u"doneToday"_s, m_look.layers.doneToday},
            {u"scans"_s, m_look.layers.scans},
            {u"ownDrawing"_s, m_look.ownDrawing}};
}

void ChartBar::restore(const QVariantMap &state)
{
    ChartLook look;
    look.view = Odontogram::View(qBound(0, state.value(u"view"_s, 0).toInt(), 2));
    look.notation = teeth::Notation(qBound(0, state.value(u"notation"_s, 0).toInt(), 2));
    look.layers.existing = state.value(u"existing"_s, true).toBool();
    look.layers.planned = state.value(u"planned"_s, true).toBool();
    look.layers.doneToday = state.value(u"doneToday"_s, true).toBool();
    look.layers.scans = state.value(u"scans"_s, false).toBool();
    look.ownDrawing = state.value(u"ownDrawing"_s, false).toBool();
    setLook(look);
}

#include "moc_chartbar.cpp"
