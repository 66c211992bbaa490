// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/store/outboxstore.h"
#include "ui/errortext.h"
#include "ui/outbox/activitypage.h"
#include "ui/outbox/systemboard.h"
#include "ui/patients/patientspage.h"
#include "ui/plans/planspage.h"
#include "ui/scans/scanspage.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/deskstyle.h"
#include "ui/theme/icons.h"
#include "ui/toothchart/chartpage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navigationrail.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/systemlight.h"
#include "ui/widgets/wording.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

//! A line between two areas of the window.
class Separator : public QWidget
{
public:
    explicit Separator(Qt::Orientation orientation)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::of(palette()).frame);
    }
};

//! Gives way to what stands beside it.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(palette()).muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

MainWindow::MainWindow(const Desk &desk, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_zone(desk.settings.timeZone), m_rail(new NavigationRail),
      m_stack(new QStackedWidget), m_messages(new MessageBar),
      m_pageActions(new QActionGroup(this)), m_day(new DayPage(desk))
{
    setWindowTitle(desk.settings.clinicName.isEmpty()
                       ? tr("Vestibule")
                       : tr("%1 – Vestibule", "clinic's name").arg(desk.settings.clinicName));
    addPage(Page::Day, tr("&Day"), u"day"_s, [this] { return m_day; });
    addPage(Page::Patients, tr("&Patients"), u"patients"_s, [this] { return patientsPage(); });
    if (m_desk.charts)
        addPage(Page::Chart, tr("&Chart"), u"chart"_s, [this] { return chartPage(); });
    if (hasScans())
        addPage(Page::Scans, tr("&Scans"), u"scans"_s, [this] { return scansPage(); });
    if (m_desk.plans)
        addPage(Page::Plans, tr("P&lans"), u"plans"_s, [this] { return plansPage(); });
    addPage(Page::Activity, tr("&Activity"), u"activity"_s, [this] {
        m_activity = new ActivityPage(m_desk);
        m_activity->setCalls(m_calls);
        connect(m_activity, &ActivityPage::said, this, &MainWindow::say);
        connect(m_activity, &ActivityPage::signInNeeded, this, &MainWindow::signIn);
        return m_activity;
    });
    if (m_desk.charts)
        addPage(Page::Settings, tr("S&ettings"), u"settings"_s, [this] { return settingsPage(); });

    auto *central = new QWidget;
    auto *grid = new QGridLayout(central);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeTopBar(), 0, 0, 1, 3);
    grid->addWidget(new Separator(Qt::Horizontal), 1, 0, 1, 3);
    grid->addWidget(m_rail, 2, 0, 2, 1);
    grid->addWidget(new Separator(Qt::Vertical), 2, 1, 2, 1);
    // Below the page: what is being looked at must not jump when a message comes or goes.
    grid->addWidget(m_stack, 2, 2);
    grid->addWidget(m_messages, 3, 2);
    grid->setColumnStretch(2, 1);
    grid->setRowStretch(2, 1);
    setCentralWidget(central);
    makeStatusBar();
    makeVisitParts();
    makeSearchPopup();
    restoreWindow();
    makeMenus();

    connect(m_messages, &MessageBar::focusReleased, this,
            [this] { m_stack->currentWidget()->setFocus(); });
    connect(m_day, &DayPage::said, this, &MainWindow::say);
    connect(m_day, &DayPage::dateChanged, this, &MainWindow::showDate);
    connect(m_day, &DayPage::countsChanged, this, &MainWindow::showCounts);
    connect(m_day, &DayPage::walkInRequested, this, &MainWindow::walkInRequested);
    connect(m_day, &DayPage::exitRequested, this, &MainWindow::exitRequested);
    connect(m_search, &SearchField::searchRequested, this, &MainWindow::searchRequested);
    connect(m_desk.session, &Session::changed, this, &MainWindow::showWho);
    showPage(Page::Day);
    showDate();
    showWho();
    m_day->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::startUpdating()
{
    m_day->reload();
    m_unsentSoon.setSingleShot(true);
    m_unsentSoon.setInterval(100);
    connect(&m_unsentSoon, &QTimer::timeout, this, &MainWindow::showUnsent);
    const auto soon = [this] { m_unsentSoon.start(); };
    connect(m_desk.outboxStore, &OutboxStore::rowsAdded, this, soon);
    connect(m_desk.outboxStore, &OutboxStore::rowChanged, this, soon);
    connect(m_desk.outbox, &Outbox::rowFinished, this, soon);
    connect(m_desk.outbox, &Outbox::stateChanged, this, &MainWindow::showSystem);
    for (const Service service : SystemBoard::systems(m_desk.settings))
        showSystem(service);
    showUnsent();
    startTimer(1000);
}

void MainWindow::timerEvent(QTimerEvent *)
{
    // "retry in 8 s" counts down, and a first answer is no change of state to be told of.
    for (const Service service : SystemBoard::systems(m_desk.settings))
        showSystem(service);
}

void MainWindow::addPage(Page page, const QString &text, const QString &icon,
                         std::function<QWidget *()> make)
{
    auto *action = new QAction(themedIcon(icon), text, m_pageActions);
    action->setIconText(QString(text).remove(u'&'));
    action->setCheckable(true);
    action->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_0 + int(page)))));
    action->setData(int(page));
    connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    m_makers.insert(page, std::move(make));
    m_rail->addPage(action);
}

void MainWindow::showPage(Page page)
{
    if (!m_makers.contains(page))
        return;
    QWidget *&widget = m_pages[page];
    if (!widget) {
        widget = m_makers.value(page)();
        m_stack->addWidget(widget);
    }
    // The chart's page has the clinic's way of writing teeth.
    if (page == Page::Plans)
        m_plans->setNotation(chartNotation());
    m_stack->setCurrentWidget(widget);
    for (QAction *action : m_pageActions->actions())
        action->setChecked(action->data().toInt() == int(page));
    m_dayBar->setVisible(page == Page::Day);
    m_pageTitle->setVisible(page != Page::Day);
    showCounts();
    for (const QAction *action : m_pageActions->actions()) {
        if (action->isChecked())
            m_pageTitle->setText(action->iconText());
    }
    widget->setFocus();
}

void MainWindow::say(const Message &message)
{
    m_messages->show(message);
}

QWidget *MainWindow::makeTopBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 6, 12, 6);
    layout->setSpacing(8);
    auto *name = new QLabel(tr("Vestibule"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    layout->addWidget(name);
    layout->addSpacing(fontMetrics().averageCharWidth() * 8);

    // The date belongs to the day; other pages show their name in its place.
    m_dayBar = new QWidget;
    auto *dates = new QHBoxLayout(m_dayBar);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(8);
    m_pageTitle = new QLabel;
    m_pageTitle->setFont(bold);
    const DayPage::Actions &day = m_day->actions();
    const auto step = [&](QAction *action, const QString &icon, const QString &tip) {
        auto *button = new QToolButton;
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(tip);
        button->setToolTip(
            u"%1 (%2)"_s.arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
        const int side = fontMetrics().height() + qRound(fontMetrics().height() * 0.75);
        button->setFixedSize(side, side);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        dates->addWidget(button);
    };
    step(day.previous, u"previous"_s, tr("Earlier"));
    auto *today = new QPushButton(tr("Today"));
    today->setToolTip(
        u"%1 (%2)"_s.arg(tr("Today"), day.today->shortcut().toString(QKeySequence::NativeText)));
    connect(today, &QPushButton::clicked, day.today, &QAction::trigger);
    dates->addWidget(today);
    step(day.next, u"next"_s, tr("Later"));

    m_date = new QToolButton;
    m_date->setAutoRaise(true);
    m_date->setFont(bold);
    m_date->setPopupMode(QToolButton::InstantPopup);
    m_date->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_date->setToolTip(tr("Choose a date (Ctrl+G)"));
    connect(m_date, &QToolButton::pressed, this, &MainWindow::makeDateMenu);
    dates->addWidget(m_date);
    layout->addWidget(m_dayBar);
    layout->addWidget(m_pageTitle);
    m_counts = new ElidedLabel;
    m_counts->setMinimumWidth(0);
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_counts, 3);
    layout->addStretch(0);

    m_search = new SearchField;
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 58);
    layout->addWidget(m_search, 2);
    auto *walkIn = new QPushButton(tr("+ Walk-in  Ctrl+N"));
    walkIn->setAccessibleName(tr("Book a walk-in"));
    setPrimary(walkIn);
    QFont strong = walkIn->font();
    strong.setWeight(QFont::DemiBold);
    walkIn->setFont(strong);
    m_walkIn = new QAction(tr("&Walk-in…"), this);
    m_walkIn->setShortcut(QKeySequence::New);
    connect(m_walkIn, &QAction::triggered, this, [this] { Q_EMIT walkInRequested({}); });
    connect(m_walkIn, &QAction::enabledChanged, walkIn, &QWidget::setEnabled);
    connect(walkIn, &QPushButton::clicked, m_walkIn, &QAction::trigger);
    layout->addWidget(walkIn);
    return bar;
}

void MainWindow::makeStatusBar()
{
    auto *left = new QWidget;
    auto *layout = new QHBoxLayout(left);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->setSpacing(6);
    for (const Service service : SystemBoard::systems(m_desk.settings)) {
        auto *light = new SystemLight(service);
        connect(light, &SystemLight::clicked, this, [this, service] { explainSystem(service); });
        layout->addWidget(light);
        m_lights.insert(service, light);
    }
    statusBar()->addWidget(left);
    const auto flat = [](const QString &name) {
        auto *button = new QPushButton;
        button->setFlat(true);
        button->setAccessibleName(name);
        return button;
    };
    m_unsent = flat(tr("Changes waiting to be sent"));
    connect(m_unsent, &QPushButton::clicked, this, [this] { showPage(Page::Activity); });
    m_who = flat(tr("Signed in"));
    statusBar()->addPermanentWidget(m_unsent);
    statusBar()->addPermanentWidget(m_who);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 6, 0);
    m_unsent->hide();
    m_signIn = new QAction(this);
    m_signIn->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(m_signIn, &QAction::triggered, this, [this] {
        if (m_desk.session->current())
            m_desk.session->signOut();
        else
            Q_EMIT signInRequested();
    });
    connect(m_who, &QPushButton::clicked, m_signIn, &QAction::trigger);
}

void MainWindow::showDate()
{
    const QList<QDate> shown = m_day->dates();
    m_date->setText(wording::dateSpan(shown.first(), shown.last()));
    m_date->setAccessibleName(tr("Date: %1").arg(m_date->text()));
    showCounts();
}

void MainWindow::showCounts()
{
    if (m_stack->currentWidget() != m_day) {
        m_counts->setText({});
        return;
    }
    const DayPage::Counts counts = m_day->counts();
    QStringList parts{tr("%n appointment(s)", nullptr, counts.appointments)};
    if (counts.waiting > 0)
        parts.append(tr("%n waiting", nullptr, counts.waiting));
    if (counts.inTreatment > 0)
        parts.append(tr("%n in treatment", nullptr, counts.inTreatment));
    m_counts->setText(parts.join(u" · "_s));
    m_counts->setToolTip(m_counts->text());
}

void MainWindow::showSystem(Service service)
{
    if (SystemLight *light = m_lights.value(service))
        showState(light, m_desk.outbox->state(service), m_desk.clock(), m_zone);
}

void MainWindow::explainSystem(Service service)
{
    const Outbox::ServiceState state = m_desk.outbox->state(service);
    const QString name = wording::system(service);
    Message message;
    if (!state.error && state.reachable) {
        message.what = state.lastContact.isValid()
            ? tr("%1 answers. Last contact at %2.")
                  .arg(name, wording::time(state.lastContact, m_zone))
            : tr("%1 was not needed yet.").arg(name);
        say(message);
        return;
    }
    message.level = state.signInNeeded ? Message::Level::Danger : Message::Level::Warning;
    message.what = state.error ? errorText(*state.error) : tr("%1 cannot be reached.").arg(name);
    message.meaning = tr("The desk goes on; what is for %1 waits and is sent later.").arg(name);
    message.actionText = tr("Try now");
    message.action = [this, service] { m_desk.outbox->resumeService(service); };
    say(message);
}

void MainWindow::showUnsent()
{
    QCoro::connect(
        m_desk.outboxStore->summary(), this, [this](const Result<OutboxStore::Summary> &summary) {
            if (!summary)
                return;
            QStringList parts;
            if (summary->failed > 0)
                parts.append(tr("%n need(s) attention", nullptr, summary->failed));
            if (summary->waiting > 0)
                parts.append(tr("%n change(s) waiting to be sent", nullptr, summary->waiting));
            m_unsent->setText(parts.join(u" · "_s));
            if (!parts.isEmpty())
                m_unsent->setAccessibleName(m_unsent->text());
            m_unsent->setVisible(!parts.isEmpty());
        });
}

void MainWindow::showWho()
{
    const std::optional<StaffMember> who = m_desk.session->current();
    QString role;
    if (who) {
        switch (who->role) {
        case Role::Reception:
            role = tr("Reception", "role");
            break;
        case Role::Surgeon:
            role = tr("Surgeon", "role");
            break;
        case Role::Administrator:
            role = tr("Administrator", "role");
            break;
        }
    }
    m_who->setText(who ? u"%1 · %2"_s.arg(who->name, role) : tr("Sign in"));
    m_who->setAccessibleName(who ? tr("%1 is signed in; sign out").arg(who->name) : tr("Sign in"));
    m_signIn->setText(who ? tr("Sign &out") : tr("&Sign in…"));
    // Nobody signed in: the walk-in asks for it and goes on.
    m_walkIn->setEnabled(!who || m_desk.session->require(Permission::Book));
    m_day->updateRights();
    const bool visible = who || m_desk.settings.dayBeforeSignIn;
    m_day->setDayVisible(visible);
    if (m_activity)
        m_activity->updateRights();
    if (m_patients)
        m_patients->updateRights();
    if (m_scans)
        m_scans->updateRights();
    if (m_chart)
        m_chart->updateRights();
    if (m_plans)
        m_plans->updateRights();
    if (m_settings)
        m_settings->updateRights();
}

void MainWindow::countCall(Service service)
{
    const QDate today = m_day->today();
    if (m_callDate != today) {
        m_callDate = today;
        m_calls.clear();
    }
    ++m_calls[service];
    if (m_activity)
        m_activity->setCalls(m_calls);
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    applyAppearance(*qApp, appearance);
}

QString MainWindow::stateFile() const
{
    return m_desk.settings.dataDirectory.isEmpty()
        ? QString()
        : QDir(m_desk.settings.dataDirectory).filePath(u"window.ini"_s);
}

void MainWindow::restoreWindow()
{
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 56);
    if (stateFile().isEmpty())
        return;
    const QSettings state(stateFile(), QSettings::IniFormat);
    m_appearance = enumFromName<Appearance>(state.value(u"appearance"_s).toString())
                       .value_or(Appearance::System);
    restoreGeometry(state.value(u"geometry"_s).toByteArray());
    m_day->restoreViewState(state.value(u"day"_s).toMap());
    m_chartState = state.value(u"chart"_s).toMap();
}

void MainWindow::saveWindow() const
{
    if (stateFile().isEmpty())
        return;
    QSettings state(stateFile(), QSettings::IniFormat);
    state.setValue(u"geometry"_s, saveGeometry());
    state.setValue(u"day"_s, m_day->viewState());
    state.setValue(u"chart"_s, m_chart ? m_chart->bar()->state() : m_chartState);
    state.setValue(u"appearance"_s, enumName(m_appearance));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

#include "moc_mainwindow.cpp"
