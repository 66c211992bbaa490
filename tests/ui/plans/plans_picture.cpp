// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plans_picture DIRECTORY [dark] [translation.qm]: draws what people see of treatment plans into
// files, on invented values, for looking at it.

#include "tests/ui/plans/syntheticplans.h"
#include "ui/booking/slotboard.h"
#include "ui/plans/acceptdialog.h"
#include "ui/plans/declinedialog.h"
#include "ui/plans/differencesheet.h"
#include "ui/plans/interventiondialog.h"
#include "ui/plans/plansheet.h"
#include "ui/plans/proposal.h"
#include "ui/plans/signaturepad.h"
#include "ui/plans/signdialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QDir directory;

void draw(QWidget *widget, const QString &name)
{
    widget->show();
    QTest::qWait(400);
    widget->grab().save(directory.filePath(QString(name + u".png"_s)));
}

void drawDialogs(const Settings &settings)
{
    const Currency money = settings.currency;
    AcceptDialog whole(syntheticplans::open(), AcceptDialog::How::Whole, teeth::Notation::Fdi,
                       money);
    draw(&whole, u"accept"_s);
    AcceptDialog part(syntheticplans::open(), AcceptDialog::How::Part, teeth::Notation::Fdi, money);
    part.tree()->check({u"1"_s, u"4"_s});
    part.showProblem(u"The plan has changed meanwhile. Look at it again."_s);
    draw(&part, u"accept-part"_s);
    DeclineDialog decline(u"Plan B · version 2"_s);
    draw(&decline, u"decline"_s);
    DifferenceSheet differences(syntheticplans::design().first(), teeth::Notation::Fdi, money,
                                true);
    draw(&differences, u"difference"_s);
    SignDialog::Signing signing;
    signing.record = syntheticplans::open();
    signing.language = u"fr"_s;
    signing.patient = u"Jean-Baptiste Lefèvre"_s;
    signing.surgeon = u"Dr Léa Fontaine"_s;
    signing.witness = u"Nadia"_s;
    SignDialog sign(signing, money);
    draw(&sign, u"sign-empty"_s);
    SignaturePad *pad = sign.pad();
    QTest::mousePress(pad, Qt::LeftButton, {}, QPoint(80, 120));
    for (int i = 0; i < 60; ++i)
        QTest::mouseMove(pad, QPoint(80 + i * 5, 110 - (i * 37) % 61 + i % 7 * 3));
    QTest::mouseRelease(pad, Qt::LeftButton, {}, QPoint(390, 90));
    draw(&sign, u"sign"_s);

    Desk desk;
    desk.settings = settings;
    const QDateTime now(QDate(2026, 11, 23), QTime(5, 52), Qt::UTC);
    desk.clock = [now] { return now; };
    InterventionDialog book(desk, syntheticplans::accepted(), u"2"_s, teeth::Notation::Fdi, money);
    book.setProviders(syntheticplans::providers());
    book.setPlannedMinutes(90);
    QList<Slot> free;
    for (int i = 0; i < 6; ++i) {
        for (const Provider &each : syntheticplans::providers()) {
            const QDateTime start = now.addSecs(1080 + i * 5400);
            free.append({each.id, {}, start, start.addSecs(5400)});
        }
    }
    book.showSlots(free);
    draw(&book, u"intervention"_s);
}

void drawProposals()
{
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const bool conventional : {false, true}) {
            Proposal page = syntheticplans::page(language);
            page.conventional = conventional;
            if (conventional)
                page.signatures = {{plans::Signer::Patient, page.patient,
                                    "M40 140L120 40L160 150L230 60L280 140L420 70L560 90",
                                    u"23/11/2026 09:40"_s, u"Nadia"_s}};
            const Result<QByteArray> pdf = proposaldocument::pdf(page);
            QFile file(directory.filePath(u"proposal-%1%2.pdf"_s.arg(
                language, conventional ? u"-conventional"_s : QString())));
            if (pdf && file.open(QIODevice::WriteOnly))
                file.write(*pdf);
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    directory.setPath(arguments.value(1, u"."_s));
    QDir().mkpath(directory.path());
    applyAppearance(application,
                    arguments.contains(u"dark"_s) ? Appearance::Dark : Appearance::Light);
    QTranslator translator;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (arguments.last().endsWith(u".qm"_s) && translator.load(arguments.last())) {
        QApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    }
    Settings settings;
    settings.currency = syntheticplans::rupees();
    settings.timeZone = syntheticplans::zone();
    settings.zoho.webUrl = QUrl(u"https://crm.example.org/crm/org1"_s);
    PlanSheet sheet(settings, settings.currency);
    sheet.setProviders(syntheticplans::providers());
    sheet.setMay(true, true);
    sheet.resize(1380, 820);
    const QList<std::pair<QString, QList<PlanRecord>>> places{
        {u"design"_s, syntheticplans::design()},
        {u"open"_s, {syntheticplans::open()}},
        {u"unknown"_s, {syntheticplans::unknown()}},
        {u"many"_s, syntheticplans::many(12)}};
    for (const auto &[name, records] : places) {
        sheet.setPlans(records);
        draw(&sheet, name);
    }
    sheet.setPlans(syntheticplans::design());
    sheet.setOld(u"As last read on 23/11/2026 at 09:50. DentalTap does not answer."_s);
    sheet.resize(1000, 640);
    draw(&sheet, u"small"_s);
    drawDialogs(settings);
    drawProposals();
    return 0;
}
