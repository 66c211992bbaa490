// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/matchdialog.h"

#include "app/workflow/matchworkflow.h"
#include "ui/errortext.h"
#include "ui/patients/datetext.h"
#include "ui/theme/deskstyle.h"
#include "ui/visit/notice.h"
#include "ui/widgets/wording.h"
#include "ui_matchdialog.h"

#include <QPushButton>
#include <QTimeZone>

using namespace Qt::StringLiterals;

MatchDialog::MatchDialog(const Desk &desk, const VisitId &visit, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_visit(visit), m_ui(std::make_unique<Ui::MatchDialog>()),
      m_notice(new Notice(this)), m_similar(new Notice(this))
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setWeight(QFont::DemiBold);
    m_ui->factsTitle->setFont(title);
    title.setPointSizeF(title.pointSizeF() * 1.3);
    m_ui->title->setFont(title);
    m_notice->setObjectName(u"notice"_s);
    m_similar->setObjectName(u"similar"_s);
    QPushButton *other = m_similar->addButton(tr("This is &somebody else"), u"somebodyElse"_s);
    m_ui->noticePlace->addWidget(m_notice);
    m_ui->noticePlace->addWidget(m_similar);
    m_ui->results->setDesk(m_desk, false);
    m_ui->results->attach(m_ui->search);
    m_ui->results->setAccessibleName(tr("Patients it may be"));
    m_ui->results->setMinimumHeight(fontMetrics().height() * 14);
    m_ui->match->setEnabled(false);
    m_ui->makeNew->setEnabled(false);
    setPrimary(m_ui->match);
    setMinimumWidth(fontMetrics().averageCharWidth() * 120);

    connect(m_ui->search, &QLineEdit::textChanged, this, &MatchDialog::search);
    connect(m_ui->results, &PatientList::chosen, this, &MatchDialog::choose);
    connect(m_ui->match, &QPushButton::clicked, this, &MatchDialog::match);
    connect(m_ui->makeNew, &QPushButton::clicked, this, [this] { makeNew(false); });
    connect(other, &QPushButton::clicked, this, [this] { makeNew(true); });
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->search->setFocus();
    readFacts();
}

MatchDialog::~MatchDialog() = default;

void MatchDialog::readFacts()
{
    m_ui->facts->setText(tr("Asking DentalTap…"));
    QCoro::connect(m_desk.matchWorkflow->stranger(m_visit), this,
                   [this](const Result<RemotePatient> &stranger) {
                       if (!stranger) {
                           m_ui->facts->setText(QString());
                           m_notice->setText(errorText(stranger.error()));
                           return;
                       }
                       m_facts = stranger->patient;
                       m_ui->makeNew->setEnabled(!m_facts.lastName.isEmpty());
                       showFacts();
                       search(m_ui->search->text());
                   });
}

void MatchDialog::showFacts()
{
    const QDate today = m_desk.clock().toTimeZone(QTimeZone(m_desk.settings.timeZone)).date();
    QStringList lines{m_facts.displayName()};
    if (m_facts.birthDate.isValid())
        lines.append(tr("born %1, %2", "birth date, age")
                         .arg(dateText(m_facts.birthDate), ageText(m_facts.birthDate, today)));
    for (const QString &text :
         {wording::phone(m_facts.mobile), wording::phone(m_facts.phone), m_facts.email}) {
        if (!text.isEmpty())
            lines.append(text);
    }
    m_ui->facts->setText(lines.join(u'\n'));
}

void MatchDialog::search(const QString &text)
{
    m_chosen = {};
    m_ui->match->setEnabled(false);
    m_ui->chosen->clear();
    if (!text.trimmed().isEmpty()) {
        m_ui->results->results()->search(text);
        return;
    }
    const QList<PatientMatch> alike = m_desk.matchWorkflow->candidates(m_facts);
    m_ui->results->results()->setMatches(alike);
    if (alike.isEmpty() && !m_facts.lastName.isEmpty())
        m_ui->chosen->setText(
            tr("No patient of the clinic is alike. Search, or make a new patient."));
}

void MatchDialog::choose(const PatientMatch &match)
{
    m_chosen = match;
    QStringList parts{match.name};
    if (match.birthDate.isValid())
        parts.append(dateText(match.birthDate));
    if (!match.phone.isEmpty())
        parts.append(wording::phone(match.phone));
    m_ui->chosen->setText(tr("Chosen: %1").arg(parts.join(u" · "_s)));
    m_similar->setText({});
    m_ui->match->setEnabled(!m_busy);
    m_ui->match->setFocus();
}

void MatchDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->match->setEnabled(!busy && !m_chosen.id.isEmpty());
    m_ui->makeNew->setEnabled(!busy && !m_facts.lastName.isEmpty());
}

void MatchDialog::match()
{
    if (m_busy || m_chosen.id.isEmpty())
        return;
    m_name = m_chosen.name;
    setBusy(true);
    QCoro::connect(m_desk.matchWorkflow->match(m_visit, m_chosen.id), this,
                   [this](const Result<Visit> &visit) { finish(visit); });
}

void MatchDialog::makeNew(bool despiteSimilar)
{
    if (m_busy)
        return;
    const int alike = int(m_desk.matchWorkflow->candidates(m_facts).size());
    if (alike > 0 && !despiteSimilar) {
        m_similar->setText(tr("%n patient(s) of the clinic look(s) like this. Choose the right "
                              "one, or say that this is somebody else.",
                              nullptr, alike));
        m_ui->search->clear();
        m_ui->search->setFocus();
        return;
    }
    m_name = m_facts.displayName();
    setBusy(true);
    QCoro::connect(m_desk.matchWorkflow->matchNew(m_visit, despiteSimilar), this,
                   [this](const Result<Visit> &visit) { finish(visit); });
}

void MatchDialog::finish(const Result<Visit> &visit)
{
    setBusy(false);
    if (visit) {
        accept();
        return;
    }
    m_similar->setText({});
    m_notice->setText(errorText(visit.error()));
}

#include "moc_matchdialog.cpp"
