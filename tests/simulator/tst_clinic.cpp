// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/clinic.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace sim;

namespace {

QDataStream &operator<<(QDataStream &out, const SeedActivityItem &item)
{
    return out << item.id << item.product << item.label << item.teeth << item.surfaces
               << item.quantity << item.completed;
}

//! Everything there is in a clinic, in one number.
QByteArray fingerprint(const Clinic &clinic)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const SeedPatient &p : clinic.patients) {
        out << p.contactId << p.dentalTapId << p.quickBooksId << p.lastName << p.firstName << p.sex
            << p.birthDate << p.mobile << p.phone << p.email << p.language << p.alert;
    }
    for (const SeedProduct &p : clinic.products) {
        out << p.productId << p.dentalTapId << p.code << p.name << p.priceMinor << p.taxPercent;
    }
    for (const SeedAppointment &a : clinic.appointments) {
        out << static_cast<int>(a.origin) << a.patient << a.provider << a.room << a.product
            << a.start << a.end << a.status << a.note << a.dentalTapId << a.dealId << a.quoteId
            << a.salesOrderId << a.eventId << a.invoiceId << a.googleEventId
            << a.quickBooksInvoiceId << a.vestibuleRef;
        for (const SeedActivityItem &item : a.activity) {
            out << item;
        }
    }
    for (const SeedBusyBlock &b : clinic.busyBlocks) {
        out << b.provider << b.eventId << b.summary << b.start << b.end;
    }
    for (const SeedPlan &p : clinic.plans) {
        out << p.id << p.patient << p.provider << p.title << p.status;
        for (const auto &phase : p.phases) {
            for (const SeedActivityItem &item : phase) {
                out << item;
            }
        }
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString digits(const QString &phone)
{
    QString kept;
    for (const QChar c : phone) {
        if (c.isDigit()) {
            kept += c;
        }
    }
    return kept.right(7);
}

const QDate Weekday(2026, 3, 5);
const QDate Sunday(2026, 3, 8);

} // namespace

class TestClinic : public QObject
{
    Q_OBJECT

private:
    static Clinic generated(quint64 seed, QDate today, int patients = 3000)
    {
        ClinicOptions options;
        options.seed = seed;
        options.today = today;
        options.patients = patients;
        return Clinic::generate(options);
    }

    //! Made once and kept: a debug build takes its time.
    static const Clinic &clinic(quint64 seed, QDate today, int patients = 3000)
    {
        static std::map<std::tuple<quint64, QDate, int>, Clinic> made;
        const auto key = std::tuple(seed, today, patients);
        const auto known = made.find(key);
        if (known != made.end()) {
            return known->second;
        }
        return made.emplace(key, generated(seed, today, patients)).first->second;
    }

private Q_SLOTS:
    void theSameSeedGivesTheSameBytes()
    {
        QCOMPARE(fingerprint(generated(5, Weekday)), fingerprint(generated(5, Weekday)));
    }

    void anotherSeedOrDayGivesAnotherClinic()
    {
        QVERIFY(fingerprint(clinic(5, Weekday)) != fingerprint(clinic(6, Weekday)));
        QVERIFY(fingerprint(clinic(5, Weekday)) != fingerprint(clinic(5, Sunday)));
    }

    // Pinned, so that a change of generator, compiler or library cannot pass unseen.
    void firstFiguresAreThoseOfEveryBuild()
    {
        const Clinic &made = clinic(1, Weekday, 200);
        QCOMPARE(made.patients.size(), 200);
        QCOMPARE(made.patients.first().contactId, u"582010112000000001"_s);
        QCOMPARE(made.products.first().productId, u"582010113000000001"_s);
    }

    void thirtyThousandPatientsAreMadeQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        const Clinic made = generated(1, Weekday, 30000);
        const qint64 elapsed = timer.elapsed();
        QCOMPARE(made.patients.size(), 30000);
        // Half a second in release; debug and sanitizers on a busy machine take a multiple.
        QVERIFY2(elapsed < 5000, qPrintable(QString::number(elapsed)));
    }

    void sharesOfTheRegisterAreThoseOfTheContract()
    {
        const Clinic &made = clinic(3, Weekday, 30000);
        QHash<QString, int> phones;
        QHash<QString, int> people;
        int women = 0, noBirth = 0, noMobile = 0, alerts = 0;
        for (const SeedPatient &p : made.patients) {
            women += p.sex == "female"_L1 ? 1 : 0;
            noBirth += p.birthDate.isValid() ? 0 : 1;
            noMobile += p.mobile.isEmpty() ? 1 : 0;
            alerts += p.alert.isEmpty() ? 0 : 1;
            if (!p.phone.isEmpty()) {
                phones[digits(p.phone)] += 1;
            }
            people[p.lastName + u'|' + p.firstName] += 1;
        }
        int shared = 0;
        for (const SeedPatient &p : made.patients) {
            shared += phones.value(digits(p.phone)) > 1 ? 1 : 0;
        }
        int namesakes = 0;
        for (const int count : std::as_const(people)) {
            namesakes += count > 1 ? count : 0;
        }
        const auto percent = [](int count) { return count / 300.0; };
        const auto within = [](double value, double low, double high) {
            return value >= low && value <= high;
        };
        QVERIFY2(within(percent(women), 57, 63), qPrintable(QString::number(percent(women))));
        QVERIFY2(within(percent(noBirth), 7, 9), qPrintable(QString::number(percent(noBirth))));
        QVERIFY2(within(percent(noMobile), 13, 17), qPrintable(QString::number(percent(noMobile))));
        QVERIFY2(within(percent(alerts), 3, 5), qPrintable(QString::number(percent(alerts))));
        QVERIFY2(within(percent(shared), 28, 34), qPrintable(QString::number(percent(shared))));
        // One per cent namesakes; a duplicate entered with the same spelling counts here as well.
        QVERIFY2(within(percent(namesakes), 0.6, 6),
                 qPrintable(QString::number(percent(namesakes))));
    }

    void namesakesHaveOtherBirthDatesAndDuplicatesTheSame()
    {
        const Clinic &made = clinic(3, Weekday, 30000);
        QHash<QString, QList<const SeedPatient *>> people;
        for (const SeedPatient &p : made.patients) {
            QString key = QString(p.lastName + u'|' + p.firstName).toUpper();
            key.replace(u'-', u' ').replace(u'’', u'\'');
            people[key].append(&p);
        }
        int sameDate = 0, otherDate = 0;
        for (const auto &group : std::as_const(people)) {
            for (qsizetype i = 1; i < group.size(); ++i) {
                const bool same = group.at(i)->birthDate == group.first()->birthDate;
                (same ? sameDate : otherDate) += 1;
            }
        }
        QVERIFY2(sameDate > 800 && sameDate < 1000, qPrintable(QString::number(sameDate)));
        QVERIFY2(otherDate > 80 && otherDate < 220, qPrintable(QString::number(otherDate)));
    }

    void namesOfEveryKindOccur_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("accent") << u"[éèêëôîçü]"_s;
        QTest::newRow("hyphen") << u"\\w-\\w"_s;
        QTest::newRow("straight apostrophe") << u"'"_s;
        QTest::newRow("typographic apostrophe") << u"’"_s;
        QTest::newRow("particle") << u"^(de La|Du|Des|Le|van der|von) "_s;
        QTest::newRow("three Chinese words") << u"^Li Sing How"_s;
        QTest::newRow("Arabic") << u"^Abd El Kader"_s;
        QTest::newRow("Indian") << u"^Venkataraman"_s;
        QTest::newRow("Mauritian") << u"^Ramgoolam"_s;
        QTest::newRow("ligature") << u"^Œdipe"_s;
        QTest::newRow("one letter") << u"^O\\|"_s;
        QTest::newRow("single word") << u"^[^|]+\\|$"_s;
        QTest::newRow("sixty characters") << u"^[^|]{60}\\|"_s;
        QTest::newRow("double first name") << u"\\|\\w+-\\w+$"_s;
        QTest::newRow("two first names") << u"\\|\\w+ \\w+$"_s;
    }

    void namesOfEveryKindOccur()
    {
        QFETCH(QString, pattern);
        const QRegularExpression wanted(pattern, QRegularExpression::UseUnicodePropertiesOption);
        const Clinic &made = clinic(1, Weekday, 10000);
        bool found = false;
        for (const SeedPatient &p : made.patients) {
            QVERIFY(!p.lastName.isEmpty() && p.lastName.size() <= 255);
            found = found || wanted.match(p.lastName + u'|' + p.firstName).hasMatch();
        }
        QVERIFY(found);
    }

    void phonesAreFictional()
    {
        static const QRegularExpression fictional(
            u"^(\\+33|0)(63998\\d{4}|19900\\d{4}|26191\\d{4}|35301\\d{4})$"
            "|^(\\+230)?[2456]\\d{6,7}$|^(\\+262|0)69[23]\\d{6}$"_s);
        const Clinic &made = clinic(2, Weekday, 10000);
        for (const SeedPatient &p : made.patients) {
            for (QString phone : {p.mobile, p.phone}) {
                phone.remove(u' ').remove(u'.');
                QVERIFY2(phone.isEmpty() || fictional.match(phone).hasMatch(), qPrintable(phone));
            }
        }
    }

    void agesPeakAmongChildrenAndInTheForties()
    {
        const Clinic &made = clinic(4, Weekday, 30000);
        QList<int> decades(10, 0);
        int oldest = 0;
        for (const SeedPatient &p : made.patients) {
            if (p.birthDate.isValid()) {
                const int age = static_cast<int>(p.birthDate.daysTo(Weekday) / 365);
                QVERIFY(age >= 0 && age <= 97);
                decades[std::min(age / 10, 9)] += 1;
                oldest = std::max(oldest, age);
            }
        }
        QVERIFY(decades.at(4) > decades.at(2) && decades.at(4) > decades.at(6));
        QVERIFY(decades.at(0) > decades.at(2) - decades.at(7) && decades.at(0) > decades.at(7));
        QVERIFY(oldest >= 90);
    }

    void catalogueHasItsTreatmentsAndClasses()
    {
        const Clinic &made = clinic(1, Weekday, 100);
        QCOMPARE(made.products.size(), 120);
        QCOMPARE(made.products.first().name, u"Première consultation"_s);
        QCOMPARE(made.products.first().priceMinor, 150000);
        QCOMPARE(made.products.first().durationMinutes, 30);
        QSet<QString> codes, classes;
        int taxed = 0, free = 0;
        for (const SeedProduct &p : made.products) {
            codes.insert(p.code);
            classes.insert(p.invoiceClass);
            taxed += p.taxPercent == 15 && !p.taxName.isEmpty() ? 1 : 0;
            QCOMPARE(p.taxPercent == 0, p.taxName.isEmpty());
            free += p.name == "Dépose de fils"_L1 || p.priceMinor == 0 ? 1 : 0;
        }
        QCOMPARE(codes.size(), 120);
        for (const QString &wanted :
             {u"Consultation"_s, u"Soins"_s, u"Chirurgie"_s, u"Implantologie"_s, u"Prothèse"_s,
              u"Imagerie"_s, u"Esthétique"_s}) {
            QVERIFY2(classes.contains(wanted), qPrintable(wanted));
        }
        QVERIFY(taxed >= 3);
        QVERIFY(free >= 1);
    }

    void pricesFollowTheCurrencysDecimals_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<qint64>("consultation");
        QTest::newRow("rupees") << u"MUR"_s << 2 << qint64(150000);
        QTest::newRow("euros") << u"EUR"_s << 2 << qint64(150000);
        QTest::newRow("dinars") << u"TND"_s << 3 << qint64(1500000);
        QTest::newRow("francs") << u"XOF"_s << 0 << qint64(1500);
    }

    void pricesFollowTheCurrencysDecimals()
    {
        QFETCH(QString, currency);
        QFETCH(int, exponent);
        QFETCH(qint64, consultation);
        ClinicOptions options;
        options.currency = currency;
        options.today = Weekday;
        options.patients = 100;
        const Clinic made = Clinic::generate(options);
        QCOMPARE(made.currencyExponent, exponent);
        QCOMPARE(made.products.first().priceMinor, consultation);
    }

    void idsHaveTheShapeOfTheirSystem()
    {
        static const QRegularExpression crm(u"^\\d{18}$"_s), integer(u"^\\d+$"_s),
            google(u"^[0-9a-v]{5,1024}$"_s),
            uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$"_s);
        const Clinic &made = clinic(9, Weekday);
        QSet<QString> seen;
        const auto check = [&seen](const QString &id, const QRegularExpression &shape) {
            if (id.isEmpty()) {
                return true;
            }
            const bool fresh = !seen.contains(id);
            seen.insert(id);
            return fresh && shape.match(id).hasMatch();
        };
        for (const SeedPatient &p : made.patients) {
            QVERIFY(check(p.contactId, crm));
            QVERIFY(p.dentalTapId.isEmpty() || integer.match(p.dentalTapId).hasMatch());
            QVERIFY(!p.contactId.isEmpty() || !p.dentalTapId.isEmpty());
        }
        for (const SeedAppointment &a : made.appointments) {
            QVERIFY(check(a.dealId, crm) && check(a.quoteId, crm) && check(a.salesOrderId, crm));
            QVERIFY(check(a.eventId, crm) && check(a.invoiceId, crm));
            QVERIFY(check(a.googleEventId, google) && check(a.vestibuleRef, uuid));
            QVERIFY(a.dentalTapId.isEmpty() || integer.match(a.dentalTapId).hasMatch());
        }
    }

    void plansBelongToPatientsKnownEverywhere()
    {
        const Clinic &made = clinic(1, Weekday);
        QVERIFY(made.plans.size() >= 50);
        for (const SeedPlan &plan : made.plans) {
            QVERIFY(!made.patients.at(plan.patient).dentalTapId.isEmpty());
            QVERIFY(!plan.phases.isEmpty());
            for (const auto &phase : plan.phases) {
                QVERIFY(!phase.isEmpty());
                for (const SeedActivityItem &item : phase) {
                    QVERIFY(item.product >= 0 && !item.completed);
                }
            }
        }
    }

    void aSmallClinicWorksToo()
    {
        ClinicOptions options;
        options.today = Weekday;
        options.patients = 40;
        options.appointmentsPerDay = 12;
        options.days = 2;
        const Clinic made = Clinic::generate(options);
        QCOMPARE(made.patients.size(), 40);
        QVERIFY(made.appointments.size() >= 40);
    }
};

QTEST_GUILESS_MAIN(TestClinic)
#include "tst_clinic.moc"
