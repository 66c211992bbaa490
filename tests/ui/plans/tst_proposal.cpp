// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/syntheticplans.h"
#include "ui/plans/proposal.h"

#include <QFile>
#include <QJsonDocument>
#include <QPainterPath>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The proposal as a document, read back from its PDF.
class TestProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingStandsOnThePaper_data();
    void everythingStandsOnThePaper();
    void theLanguageIsThePatientsAndNotTheDesks();
    void textsOfOtherSystemsAreNoMarkup();
    void theFrenchModelShowsWhatItMust();
    void signaturesStandInTheirBoxes();
    void aDrawingIsLinesAndNothingElse_data();
    void aDrawingIsLinesAndNothingElse();
    void manyItemsGoOnSeveralPages();
    void theProgramWritesTheSameWithNobodyOnItsCommandLine();
    void itComesBackFromItsJson();
    void theFormComesBackFromItsJson();

private:
    QString textOf(const Proposal &proposal);
    QString textIn(const QByteArray &pdf);
    QTemporaryDir m_directory;
};

QString TestProposal::textIn(const QByteArray &pdf)
{
    const QString name = m_directory.filePath(u"page.pdf"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        qFatal("not written");
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, name, u"-"_s});
    if (!reader.waitForFinished(20000) || reader.exitCode() != 0)
        qFatal("pdftotext (package poppler-utils) cannot read it");
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    text.replace(QChar(0xa0), u' ').replace(QChar(0x202f), u' ');
    return text;
}

QString TestProposal::textOf(const Proposal &proposal)
{
    const Result<QByteArray> pdf = proposaldocument::pdf(proposal);
    if (!pdf || !pdf->startsWith("%PDF"))
        qFatal("no document");
    return textIn(*pdf);
}

void TestProposal::everythingStandsOnThePaper_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("wanted");
    const QStringList both{u"Clinique du Port"_s,
                           u"+230 210 00 00"_s,
                           u"Jean-Baptiste Lefèvre"_s,
                           u"14/03/1974"_s,
                           u"Dr Léa Fontaine"_s,
                           u"RPPS 10001234567"_s,
                           u"23/11/2026"_s,
                           u"31/12/2026"_s,
                           u"D-1989"_s,
                           u"Plan B"_s,
                           u"Implant, placement"_s,
                           u"Healing abutment"_s,
                           u"Zirconia crown on implant"_s,
                           u"36, 46"_s,
                           u"OV"_s};
    QTest::newRow("English") << u"en"_s
                             << QStringList(both
                                            + QStringList{u"Treatment proposal"_s, u"Valid until"_s,
                                                          u"Thank you for your trust."_s,
                                                          u"Payment at each visit."_s,
                                                          u"Prices without obligation."_s,
                                                          u"Phase 1 · Surgery"_s, u"2,480.00"_s,
                                                          u"1,780.00"_s, u"Rs 4,260.00"_s,
                                                          u"Page 1 of"_s});
    QTest::newRow("French") << u"fr"_s
                            << QStringList(
                                   both
                                   + QStringList{u"Proposition de traitement"_s, u"Valable jusqu"_s,
                                                 u"Merci de votre confiance."_s,
                                                 u"Règlement à chaque visite."_s,
                                                 u"Prix sans engagement."_s, u"2 480,00"_s,
                                                 u"1 780,00"_s, u"4 260,00 Rs"_s, u"Page 1 sur"_s});
}

void TestProposal::everythingStandsOnThePaper()
{
    QFETCH(QString, language);
    QFETCH(QStringList, wanted);
    const QString text = textOf(syntheticplans::page(language));
    for (const QString &each : wanted)
        QVERIFY2(text.contains(each), qPrintable(each + u" is missing in:\n"_s + text));
}

void TestProposal::theLanguageIsThePatientsAndNotTheDesks()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Switzerland));
    const QString text = textOf(syntheticplans::page(u"fr"_s));
    QLocale::setDefault(before);
    QVERIFY2(text.contains(u"4 260,00 Rs"_s), qPrintable(text));
    QVERIFY(!text.contains(u"Treatment proposal"_s));
}

void TestProposal::textsOfOtherSystemsAreNoMarkup()
{
    Proposal page = syntheticplans::page(u"en"_s);
    const QString hostile = u"<img src=\"file:///etc/hostname\"/><b>x</b>&amp; \"q\""_s;
    page.patient = hostile;
    page.title = hostile;
    page.quote = hostile;
    page.practitioner = hostile;
    page.registration = hostile;
    page.texts.opening = hostile;
    page.phases[0].title = hostile;
    page.phases[0].lines[0].label = hostile;
    page.phases[0].lines[0].teeth = hostile;
    page.phases[0].lines[0].surfaces = hostile;
    page.signatures = {{plans::Signer::Patient, hostile, {}, hostile, hostile}};
    const QString html = proposaldocument::html(page);
    QVERIFY(!html.contains(u"<b>x</b>"_s));
    QVERIFY(!html.contains(u"file:///etc/hostname\"/>"_s));
    QVERIFY(html.count(hostile.toHtmlEscaped()) >= 11);
    const QString text = textOf(page);
    QVERIFY(text.contains(u"<b>x</b>&amp;"_s));
}

void TestProposal::theFrenchModelShowsWhatItMust()
{
    Proposal page = syntheticplans::page(u"fr"_s);
    page.conventional = true;
    const QString text = textOf(page);
    for (const QString &each : {u"HBLD1"_s, u"Base"_s, u"Sécurité sociale"_s, u"Union européenne"_s,
                                u"100 % Santé"_s, u"L1111-3"_s, u"2 octobre 2008"_s, u"70 €"_s})
        QVERIFY2(text.contains(each, Qt::CaseInsensitive),
                 qPrintable(each + u" is missing in:\n"_s + text));
    // Elsewhere the clinic's own model applies.
    QVERIFY(!textOf(syntheticplans::page(u"fr"_s)).contains(u"L1111-3"_s));
}

void TestProposal::signaturesStandInTheirBoxes()
{
    Proposal page = syntheticplans::page(u"en"_s);
    const QString unsignedText = textOf(page);
    QCOMPARE(unsignedText.count(u"read and agreed"_s), 2);
    page.signatures = {{plans::Signer::Patient, u"J. Lefèvre"_s,
                        QByteArray("M10 20L300 120L590 30"), u"23/11/2026 09:40"_s, u"Nadia"_s},
                       {plans::Signer::Practice, u"Dr Fontaine"_s, {}, u"23/11/2026 09:41"_s, {}}};
    const QString text = textOf(page);
    QVERIFY(!text.contains(u"read and agreed"_s));
    QVERIFY2(text.contains(u"Signed by J. Lefèvre on 23/11/2026 09:40"_s), qPrintable(text));
    QVERIFY(text.contains(u"Witness: Nadia"_s));
    QVERIFY(text.contains(u"Signed by Dr Fontaine on 23/11/2026 09:41"_s));
}

void TestProposal::aDrawingIsLinesAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("drawing");
    QTest::addColumn<bool>("taken");
    QTest::newRow("lines") << QByteArray("M1 2L3 4M5 6L7.5 8") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("a curve") << QByteArray("M1 2C3 4 5 6 7 8") << false;
    QTest::newRow("off the paper") << QByteArray("M1 2L9000 4") << false;
    QTest::newRow("no numbers") << QByteArray("M1 2Lnan inf") << false;
    QTest::newRow("a line from nowhere") << QByteArray("L1 2") << false;
    QTest::newRow("markup") << QByteArray("M1 2\"/><script>") << false;
}

void TestProposal::aDrawingIsLinesAndNothingElse()
{
    QFETCH(QByteArray, drawing);
    QFETCH(bool, taken);
    QCOMPARE(!proposaldocument::signaturePath(drawing).isEmpty(), taken);
}

void TestProposal::manyItemsGoOnSeveralPages()
{
    Proposal page = syntheticplans::page(u"en"_s);
    while (page.phases[0].lines.size() < 120) {
        page.phases[0].lines.append(page.phases[0].lines.first());
        page.phases[0].lines.last().label = u"Line %1."_s.arg(page.phases[0].lines.size());
    }
    const QString text = textOf(page);
    for (int line = 4; line <= 120; ++line)
        QVERIFY(text.contains(u"Line %1."_s.arg(line)));
    QVERIFY(text.contains(u"Page 3 of"_s));
    QVERIFY(text.contains(u"Total"_s));
}

void TestProposal::theProgramWritesTheSameWithNobodyOnItsCommandLine()
{
    const QString program =
        QDir(QCoreApplication::applicationDirPath()).filePath(u"vestibule-print-proposal"_s);
    const QString name = m_directory.filePath(u"printed.pdf"_s);
    const QJsonObject input{{u"file"_s, name},
                            {u"proposal"_s, proposalToJson(syntheticplans::page(u"fr"_s))}};
    QProcess process;
    process.start(program, QStringList());
    QVERIFY(process.waitForStarted());
    process.write(QJsonDocument(input).toJson());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 0);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(textIn(file.readAll()), textOf(syntheticplans::page(u"fr"_s)));
    process.start(program, QStringList());
    process.write("no proposal");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 2);
}

void TestProposal::itComesBackFromItsJson()
{
    Proposal page = syntheticplans::page(u"fr"_s);
    page.picture = {"<svg/>", u"svg"_s, QDate(2026, 11, 2)};
    page.conventional = true;
    page.notation = teeth::Notation::Palmer;
    page.signatures = {
        {plans::Signer::Practice, u"Dr"_s, "M1 2L3 4", u"23/11/2026 09:41"_s, u"Nadia"_s}};
    const Result<Proposal> back = proposalFromJson(proposalToJson(page));
    QVERIFY(back);
    QVERIFY(*back == page);
    QVERIFY(!proposalFromJson({}));
}

void TestProposal::theFormComesBackFromItsJson()
{
    ProposalTemplate form = syntheticplans::form();
    form.registrations.insert(u"fontaine"_s, u"RPPS"_s);
    form.validityDays = 30;
    form.notation = teeth::Notation::Universal;
    form.chart = false;
    form.conventional = true;
    form.official = proposals::Official::Crm;
    QVERIFY(proposalTemplateFromJson(proposalTemplateToJson(form)) == form);
    QVERIFY(proposalTemplateFromJson({}) == ProposalTemplate());
    QCOMPARE(form.textsOf(u"de"_s).opening, u"Thank you for your trust."_s);
}

QTEST_MAIN(TestProposal)
#include "tst_proposal.moc"
