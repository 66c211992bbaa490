// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/register.h"

#include "tests/simulator/names.h"
#include "tests/simulator/phones.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int WithoutBirthDate = 80; // per mille, as all the shares below
constexpr int WithoutMobile = 150;
constexpr int Duplicates = 30;
constexpr int NamesakePairs = 6; // twice that many patients
constexpr int TwinPairs = 2;
constexpr int SingleWord = 4;
constexpr int Alerts = 40;
//! Families of three on average: one draw in eight puts 30 % of all patients in one.
constexpr int Families = 125;

class Register
{
public:
    Register(const ClinicOptions &options, SeedRandom &random, const SeedIds &ids)
        : m_options(options), m_random(random), m_ids(ids), m_phones(random)
    {
    }

    QList<SeedPatient> fill()
    {
        m_patients.reserve(m_options.patients);
        const int originals = m_options.patients - m_options.patients * Duplicates / 1000;
        while (m_patients.size() < originals) {
            const qsizetype left = originals - m_patients.size();
            if (left >= 4 && m_random.chance(Families)) {
                addFamily();
            } else if (left >= 2 && m_random.chance(NamesakePairs)) {
                addNamesakes();
            } else if (left >= 2 && m_random.chance(TwinPairs)) {
                addTwins();
            } else {
                add(person(drawNameKind(m_random), QString()));
            }
        }
        while (m_patients.size() < m_options.patients) {
            addDuplicate(originals);
        }
        return m_patients;
    }

private:
    // Peaks at 8 and at 45, both over a broad rest.
    int age()
    {
        const int die = m_random.below(100);
        if (die < 15) {
            return m_random.between(3, 8) + m_random.below(6);
        }
        if (die < 60) {
            return 20 + m_random.below(26) + m_random.below(26);
        }
        return m_random.below(96);
    }

    QDate birthDate(int years)
    {
        return m_options.today.addYears(-years).addDays(-m_random.below(365));
    }

    //! Somebody whose full name nobody else has: namesakes are made on purpose only.
    SeedPatient person(NameKind kind, const QString &familyName)
    {
        SeedPatient patient;
        const bool female = m_random.chance(600);
        patient.sex = female ? u"female"_s : u"male"_s;
        const qsizetype index = m_patients.size();
        const bool overlong = index == 11 || index % 2500 == 1250;
        const bool single = familyName.isEmpty() && !overlong && m_random.chance(SingleWord);
        for (int attempt = 0;; ++attempt) {
            patient.lastName = overlong ? longLastName(m_random)
                : familyName.isEmpty()  ? drawLastName(m_random, kind)
                                        : familyName;
            patient.firstName = single ? QString() : drawFirstName(m_random, kind, female);
            if (attempt > 5 && !overlong) {
                patient.lastName += QLatin1Char('-') + drawLastName(m_random, kind);
            }
            QString key = patient.lastName + QLatin1Char('|') + patient.firstName;
            key.replace(u'-', u' ').replace(u'’', u'\'');
            if (!m_names.contains(key)) {
                m_names.insert(key);
                break;
            }
        }
        if (!m_random.chance(WithoutBirthDate)) {
            patient.birthDate = birthDate(age());
        }
        patient.language = kind == NameKind::Other || kind == NameKind::Indian
            ? (m_random.chance(700) ? u"en"_s : u"fr"_s)
            : (m_random.chance(60) ? u"en"_s : u"fr"_s);
        patient.mobile = mobile();
        if (m_random.chance(250)) {
            patient.phone = asKept(m_phones.fixed());
        }
        if (m_random.chance(550)) {
            patient.email = email(patient);
        }
        if (m_random.chance(Alerts)) {
            patient.alert = alert();
        }
        return patient;
    }

    QString mobile()
    {
        return m_random.chance(WithoutMobile) ? QString() : asKept(m_phones.mobile());
    }

    QString asKept(const QString &e164)
    {
        return m_random.chance(700) ? e164 : m_phones.typed(e164);
    }

    QString email(const SeedPatient &patient)
    {
        static const QStringList domains{u"example.com"_s, u"example.org"_s, u"example.net"_s};
        const QString first = asciiName(patient.firstName);
        const QString last = asciiName(patient.lastName).left(30);
        QString local = first.isEmpty() ? last : QString(first.left(20) + u'.' + last);
        if (local.isEmpty() || local.startsWith(u'.') || local.endsWith(u'.')) {
            local = u"patient"_s;
        }
        return local + QString::number(m_patients.size()) + u'@' + m_random.pick(domains);
    }

    QString alert()
    {
        static const QStringList alerts{
            u"Allergie à la pénicilline"_s,
            u"Allergie au latex"_s,
            u"Anticoagulants"_s,
            u"Diabète de type 1"_s,
            u"Prothèse valvulaire"_s,
            u"Grossesse"_s,
            u"Allergie à l'articaïne"_s,
            u"Bisphosphonates"_s,
            u"Hypertension mal équilibrée"_s,
            u"Malaise vagal connu"_s,
            u"Épilepsie"_s,
            u"Asthme"_s,
        };
        return m_random.pick(alerts);
    }

    // Ids come last, in the order of the register. Nearly all were seen at least once and have
    // twins; some are contacts only; a few were entered in DentalTap by hand.
    void add(SeedPatient patient)
    {
        const int index = static_cast<int>(m_patients.size());
        const int die = m_random.below(1000);
        if (die >= 15) {
            patient.contactId = m_ids.crm(CrmKind::Contact, index + 1);
        }
        if (die < 15 || die >= 155) {
            patient.dentalTapId = QString::number(40001 + index);
        }
        if (die >= 155) {
            patient.quickBooksId = QString::number(1001 + index);
        }
        m_patients.append(patient);
    }

    void addFamily()
    {
        const NameKind kind = drawNameKind(m_random);
        const QString familyName = drawLastName(m_random, kind);
        const QString home = m_phones.fixed();
        const int members = m_random.between(2, 4);
        QString parentsMobile;
        for (int i = 0; i < members; ++i) {
            SeedPatient member = person(kind, familyName);
            member.phone = asKept(home);
            if (i >= 2 && member.birthDate.isValid()) {
                member.birthDate = birthDate(m_random.between(2, 17));
                member.email.clear();
                if (!member.mobile.isEmpty() && !parentsMobile.isEmpty()) {
                    member.mobile = parentsMobile;
                }
            } else if (member.birthDate.isValid()) {
                member.birthDate = birthDate(m_random.between(28, 60));
                parentsMobile = member.mobile;
            }
            add(member);
        }
    }

    // Two people of one name, never to be merged.
    void addNamesakes()
    {
        const NameKind kind = drawNameKind(m_random);
        SeedPatient first = person(kind, QString());
        first.birthDate = birthDate(m_random.between(20, 45));
        SeedPatient second = person(kind, QString());
        second.lastName = first.lastName;
        second.firstName = first.firstName;
        second.sex = first.sex;
        second.birthDate = birthDate(m_random.between(50, 80));
        add(first);
        add(second);
    }

    void addTwins()
    {
        const NameKind kind = drawNameKind(m_random);
        SeedPatient first = person(kind, QString());
        first.birthDate = birthDate(m_random.between(4, 40));
        SeedPatient second = person(kind, first.lastName);
        second.lastName = first.lastName;
        second.birthDate = first.birthDate;
        add(first);
        add(second);
    }

    // The same person entered a second time by somebody in a hurry.
    void addDuplicate(int originals)
    {
        SeedPatient again = m_patients.at(m_random.below(std::max(originals, 1)));
        switch (m_random.below(4)) {
        case 0:
            again.lastName = again.lastName.toUpper();
            break;
        case 1:
            again.firstName.replace(u'-', u' ');
            break;
        case 2:
            again.lastName.replace(u'-', u' ').replace(u'’', u'\'');
            break;
        default:
            again.email.clear();
            break;
        }
        if (m_random.chance(500)) {
            again.phone.clear();
        }
        again.alert.clear();
        again.contactId.clear();
        again.dentalTapId.clear();
        again.quickBooksId.clear();
        add(again);
    }

    const ClinicOptions &m_options;
    SeedRandom &m_random;
    const SeedIds &m_ids;
    FictionalPhones m_phones;
    QList<SeedPatient> m_patients;
    QSet<QString> m_names;
};

} // namespace

QList<SeedPatient> patientRegister(const ClinicOptions &options, SeedRandom &random,
                                   const SeedIds &ids)
{
    return Register(options, random, ids).fill();
}

} // namespace sim
