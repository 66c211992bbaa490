// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/support/logcapture.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! Something that must be nowhere but in sealed cells and outside systems.
struct Personal {
    QString text;
    QRegularExpression sought;

    Personal(const QString &what, bool word) : text(what)
    {
        const QString escaped = QRegularExpression::escape(what);
        // A name as a word of its own; numbers and addresses anywhere but inside a longer number.
        const QString pattern = word ? QString(u"(?<!\\p{L})"_s + escaped + u"(?!\\p{L})"_s)
                                     : QString(u"(?<!\\d)"_s + escaped + u"(?!\\d)"_s);
        sought = QRegularExpression(pattern,
                                    QRegularExpression::CaseInsensitiveOption
                                        | QRegularExpression::UseUnicodePropertiesOption);
    }
};

} // namespace

//! A whole day with faults leaves nothing personal and no secret in the log, and nothing personal
//! that can be read in the database's files.
class TestLogPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNetExists();
    void nothingPersonalInTheLog();
    void noSecretInTheLog();
    void noChartLinkInTheLog();
    void nothingPersonalInTextCells();
    void nothingPersonalInTheFiles();
    void cleanupTestCase();

private:
    void spendADay();
    void scanSomebody(const PatientId &id);
    void lookAtCharts(const PatientId &id);
    void gatherPersonal();
    void gatherFiles();

    std::unique_ptr<SimulatedDesk> m_clinic;
    QString m_directory;
    QStringList m_log;
    QList<Personal> m_personal;
    QStringList m_secrets;
    QHash<QString, QByteArray> m_files; //!< while the desk was open, with its journals
};

void TestLogPrivacy::initTestCase()
{
    QLoggingCategory::setFilterRules(u"vestibule.*=true"_s);
    m_clinic = std::make_unique<SimulatedDesk>();
    {
        const LogCapture capture;
        spendADay();
        gatherFiles();
        m_clinic->close();
        m_log = LogCapture::lines();
    }
    if (QTest::currentTestFailed()) {
        qInfo().noquote() << m_log.join(u'\n');
        return;
    }
    gatherPersonal();
    const QString kept = QDir(m_clinic->directory()).filePath(u"secrets.json"_s);
    m_clinic->saveSecrets(kept);
    QFile file(kept);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonValue &secret : QJsonDocument::fromJson(file.readAll()).object()) {
        if (secret.toString().size() >= 6)
            m_secrets.append(secret.toString());
    }
    file.close();
    QVERIFY(QFile::remove(kept));
}

void TestLogPrivacy::spendADay()
{
    m_clinic->open();
    m_clinic->readIn();
    sim::Simulator &simulator = m_clinic->simulator();
    const auto fault = [&simulator](const QString &system, const QString &kind, int status = 0) {
        QJsonObject line{{"system"_L1, system}, {"kind"_L1, kind}};
        if (status != 0)
            line.insert("status"_L1, status);
        const QString refused = simulator.addFault(line);
        QVERIFY2(refused.isEmpty(), qPrintable(refused));
    };
    for (const QString &system : {u"zoho"_s, u"dentaltap"_s, u"quickbooks"_s, u"googlecalendar"_s})
        fault(system, u"status"_s, 500);

    WalkInRequest request;
    request.patient.firstName = u"Maëlle"_s;
    request.patient.lastName = u"D’Alembert-Quillevéré"_s;
    request.patient.birthDate = QDate(1984, 11, 2);
    request.patient.mobile = u"+23052512345"_s;
    request.patient.email = u"maelle.quillevere@example.org"_s;
    request.newDespiteSimilar = true;
    request.slot = m_clinic->freeSlot();
    const Result<Visit> booked = SimulatedDesk::await(m_clinic->desk().booking()->book(request));
    QVERIFY2(booked, booked ? "" : qPrintable(booked.error().message));
    QVERIFY(m_clinic->drained());

    const VisitId id = booked->id;
    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    fault(u"dentaltap"_s, u"status"_s, 503);
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(m_clinic->drained());
    fault(u"dentaltap"_s, u"lostAnswer"_s);
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(
        id, QJsonArray{QJsonObject{{"treatment"_L1, u"any"_s}, {"tooth"_L1, u"36"_s}}}));
    QVERIFY(m_clinic->drained());
    // Unheard answers and expired sign-ins on the way to the ledger.
    fault(u"zoho"_s, u"lostAnswer"_s);
    fault(u"quickbooks"_s, u"expiredToken"_s);
    const QByteArray digest = m_clinic->detail(id).lines.digest();
    const Result<Visit> left = SimulatedDesk::await(workflow->exitTreatmentRoom(id, digest, false));
    QVERIFY2(left, left ? "" : qPrintable(left.error().message));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);

    // What the desk refuses, and what a system's refusal leaves as a row to look at.
    request.patient.lastName = QString(u"Quillevéré"_s.repeated(9));
    request.slot = m_clinic->freeSlot();
    QVERIFY(!SimulatedDesk::await(m_clinic->desk().booking()->book(request)));
    fault(u"googlecalendar"_s, u"malformed"_s);
    fault(u"dentaltap"_s, u"status"_s, 422);
    request.patient.lastName = u"Quillevéré"_s;
    QVERIFY(SimulatedDesk::await(m_clinic->desk().booking()->book(request)));
    const auto failed = [this] {
        const auto summary = SimulatedDesk::await(m_clinic->desk().outboxStore()->summary());
        return summary ? summary->failed : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(failed() > 0, 20000);
    scanSomebody(m_clinic->detail(id).patient.id);
    lookAtCharts(m_clinic->detail(id).patient.id);
}

//! Addresses carry names here: every method, heard and unheard, told and refused.
void TestLogPrivacy::scanSomebody(const PatientId &id)
{
    ScanWorkflow *scans = m_clinic->desk().scans();
    const auto fault = [this](const QString &method, const QString &kind, int status = 503) {
        const QJsonObject line{{"system"_L1, u"dentaldesktop"_s},
                               {"path"_L1, method},
                               {"kind"_L1, kind},
                               {"status"_L1, status}};
        QCOMPARE(m_clinic->simulator().addFault(line), QString());
    };
    const auto stations = SimulatedDesk::await(scans->stations({}));
    QVERIFY2(stations && !stations->isEmpty(), "no station");
    const ScanWorkflow::Target station({}, stations->first().id, stations->first().hostname);
    const ScanWorkflow::Target server{QString()};
    fault(u"CreatePatient"_s, u"lostAnswer"_s);
    const auto made = SimulatedDesk::await(scans->linkPatient(id, server, false));
    QVERIFY2(made && made->isDone(), made ? qPrintable(made->text) : "not linked");
    for (const QString &kind : {u"status"_s, u"cutBody"_s, u"malformed"_s, u"expiredToken"_s}) {
        fault(u"UpdatePatient"_s, kind, 400);
        QVERIFY(SimulatedDesk::await(scans->updatePatient(id, server)));
    }
    QVERIFY(SimulatedDesk::await(scans->openPatient(id, station)));
    QVERIFY(SimulatedDesk::await(scans->cases(id, {}, {}, true)));
    m_clinic->simulator().refuse(u"dentaldesktop"_s);
    QVERIFY(SimulatedDesk::await(scans->updatePatient(id, station)));
    m_clinic->simulator().resume(u"dentaldesktop"_s);
    // What was recorded by itself.
    Patient patient = *SimulatedDesk::await(m_clinic->desk().patients()->patient(id));
    patient.firstName = u"Maëlle-Anne"_s;
    fault(u"UpdatePatient"_s, u"status"_s, 500);
    QVERIFY(SimulatedDesk::await(m_clinic->desk().booking()->savePatient(patient, false, true)));
    const auto told = [this] {
        for (const QJsonValue &each :
             m_clinic->simulator().records(u"dentaldesktop"_s, u"patients"_s)) {
            if (each["FirstName"_L1] == u"Maëlle-Anne"_s)
                return true;
        }
        return false;
    };
    m_clinic->desk().outbox()->resumeService(Service::DentalDesktop);
    QTRY_VERIFY_WITH_TIMEOUT(told(), 20000);
}

//! Signed links are keys: fetched, lapsed, redirected, unsafe, refused.
void TestLogPrivacy::lookAtCharts(const PatientId &id)
{
    ChartWorkflow *charts = m_clinic->desk().charts();
    const ChartOwner owner(id);
    const auto deliver = [this](const QJsonObject &how) {
        const QString problem = m_clinic->simulator().edit({{"system"_L1, u"dentaltap"_s},
                                                            {"collection"_L1, u"charts"_s},
                                                            {"id"_L1, u"all"_s},
                                                            {"fields"_L1, how}});
        QCOMPARE(problem, QString());
    };
    const auto picture = [&] {
        (void)SimulatedDesk::await(charts->read(owner));
        return SimulatedDesk::await(charts->picture(owner, dental::ChartKind::Dental));
    };
    deliver({{"delivery"_L1, u"signed"_s}, {"hops"_L1, 1}});
    const auto drawn = picture();
    QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().message));
    deliver({{"expiresSeconds"_L1, -10}});
    QVERIFY(!picture());
    deliver({{"expiresSeconds"_L1, 300}, {"hops"_L1, 9}});
    QVERIFY(!picture());
    deliver(
        {{"hops"_L1, 0}, {"picture"_L1, u"script"_s}, {"pngForm"_L1, false}, {"redrawn"_L1, true}});
    QVERIFY(!picture());
    deliver({{"delivery"_L1, u"redirect"_s},
             {"redirectTo"_L1, u"http://192.0.2.7/charts/x?signature=5ec7e7"_s}});
    QVERIFY(!picture());
    m_clinic->simulator().refuse(u"dentaltapstorage"_s);
    deliver({{"delivery"_L1, u"signed"_s}});
    (void)picture();
    m_clinic->simulator().resume(u"dentaltapstorage"_s);
}

void TestLogPrivacy::gatherPersonal()
{
    const sim::Clinic &clinic = m_clinic->simulator().clinic();
    // What staff and catalogue are called is no secret.
    QString open;
    for (const sim::SeedProvider &provider : clinic.providers)
        open += QString(u' ' + provider.name);
    for (const sim::SeedProduct &product : clinic.products)
        open += QString(u' ' + product.name + u' ' + product.invoiceClass);
    const auto add = [&](const QString &text, bool word) {
        if (text.size() < 4)
            return;
        const Personal personal(text, word);
        if (!open.contains(personal.sought))
            m_personal.append(personal);
    };
    for (const sim::SeedPatient &patient : clinic.patients) {
        add(patient.lastName, true);
        add(patient.mobile, false);
        add(patient.phone, false);
        add(patient.email, false);
        if (patient.birthDate.isValid()) {
            add(patient.birthDate.toString(Qt::ISODate), false);
            add(patient.birthDate.toString(u"dd/MM/yyyy"_s), false);
        }
    }
    for (const QString &name : {u"Alembert"_s, u"Quillevéré"_s, u"quillevere"_s, u"Maëlle"_s})
        add(name, true);
    for (const QString &fact :
         {u"52512345"_s, u"5251 2345"_s, u"1984-11-02"_s, u"02/11/1984"_s, u"quillevere@"_s})
        add(fact, false);
}

void TestLogPrivacy::gatherFiles()
{
    m_directory = m_clinic->settings().dataDirectory;
    QDirIterator it(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            m_files.insert(it.fileName(), file.readAll());
    }
}

//! The other tests would pass on an empty day.
void TestLogPrivacy::theNetExists()
{
    const QString log = m_log.join(u'\n');
    QVERIFY(m_log.size() > 50);
    QVERIFY2(log.contains(u"needs attention"_s), "the outbox said nothing");
    QVERIFY2(log.contains(u"500"_s), "no fault was logged");
    QVERIFY2(log.contains(u"UpdatePatient"_s), "no scan request was logged");
    QVERIFY(m_personal.size() > 100);
    for (const Personal &personal : std::as_const(m_personal))
        QVERIFY(QString(u"row 7, "_s + personal.text + u": Conflict"_s).contains(personal.sought));
    QVERIFY(m_secrets.size() >= 5);
    qsizetype bytes = 0;
    for (const QByteArray &file : std::as_const(m_files))
        bytes += file.size();
    QVERIFY(bytes > 100000);
}

void TestLogPrivacy::nothingPersonalInTheLog()
{
    for (const QString &line : std::as_const(m_log)) {
        for (const Personal &personal : std::as_const(m_personal))
            QVERIFY2(!line.contains(personal.sought), qPrintable(line));
    }
}

void TestLogPrivacy::noSecretInTheLog()
{
    static const QRegularExpression header(
        u"(Bearer|Zoho-oauthtoken|Basic) +[A-Za-z0-9._~+/=-]{8}"_s);
    for (const QString &line : std::as_const(m_log)) {
        QVERIFY2(!line.contains(header), qPrintable(line));
        for (const QString &secret : std::as_const(m_secrets))
            QVERIFY2(!line.contains(secret), qPrintable(line));
    }
}

void TestLogPrivacy::noChartLinkInTheLog()
{
    QVERIFY2(m_log.join(u'\n').contains(u"(chart link)"_s), "no chart was fetched");
    for (const QString &line : std::as_const(m_log)) {
        for (const QString &part : {u"signature="_s, u"expires="_s, u"/charts/"_s, u"192.0.2.7"_s})
            QVERIFY2(!line.contains(part), qPrintable(line));
    }
}

//! Sealed cells are blobs; whatever can be read as text or number holds nothing personal.
void TestLogPrivacy::nothingPersonalInTextCells()
{
    QDirIterator it(m_directory, {u"*.db"_s, u"*.sqlite"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    int cells = 0;
    while (it.hasNext()) {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"privacy"_s);
            database.setDatabaseName(it.next());
            QVERIFY2(database.open(), qPrintable(database.lastError().text()));
            for (const QString &table : database.tables()) {
                QSqlQuery query(u"SELECT * FROM \"%1\""_s.arg(table), database);
                while (query.next()) {
                    const QSqlRecord row = query.record();
                    for (int i = 0; i < row.count(); ++i) {
                        if (row.value(i).typeId() == QMetaType::QByteArray)
                            continue;
                        ++cells;
                        const QString text = row.value(i).toString();
                        const QString where = table + u'.' + row.fieldName(i) + u": "_s + text;
                        for (const Personal &personal : std::as_const(m_personal))
                            QVERIFY2(!text.contains(personal.sought), qPrintable(where));
                    }
                }
            }
        }
        QSqlDatabase::removeDatabase(u"privacy"_s);
    }
    QVERIFY(cells > 1000);
}

void TestLogPrivacy::nothingPersonalInTheFiles()
{
    QDirIterator it(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_files.insert(QString(it.fileName() + u" after closing"_s), file.readAll());
    }
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        for (const Personal &personal : std::as_const(m_personal)) {
            // Four letters stand in a megabyte of sealed bytes by chance.
            const QByteArray bytes = personal.text.toUtf8();
            if (bytes.size() < 6)
                continue;
            QVERIFY2(!file->contains(bytes),
                     qPrintable(QString(file.key() + u": "_s + personal.text)));
            const auto wide = QByteArray(reinterpret_cast<const char *>(personal.text.utf16()),
                                         personal.text.size() * 2);
            QVERIFY2(!file->contains(wide),
                     qPrintable(QString(file.key() + u": "_s + personal.text)));
        }
    }
}

void TestLogPrivacy::cleanupTestCase()
{
    m_clinic.reset();
}

QTEST_GUILESS_MAIN(TestLogPrivacy)
#include "tst_logprivacy.moc"
