// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the scan server holds of the seeded clinic.
#include "tests/simulator/dentaldesktopstore.h"
#include "tests/simulator/seedrandom.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int MostPatients = 150;

//! Indexes of patients with appointments, those of today first.
QList<int> served(const Clinic &clinic)
{
    const QTimeZone zone(clinic.options.timeZone.toLatin1());
    QList<int> list;
    QSet<int> known;
    for (const bool today : {true, false}) {
        for (const SeedAppointment &appointment : clinic.appointments) {
            const QDate day = appointment.start.toTimeZone(zone).date();
            if ((day == clinic.options.today) != today || known.contains(appointment.patient)
                || clinic.patients.at(appointment.patient).contactId.isEmpty()) {
                continue;
            }
            known.insert(appointment.patient);
            list.append(appointment.patient);
            if (list.size() == MostPatients)
                return list;
        }
    }
    return list;
}

//! As a dental nurse types it at the chairside, without looking.
QString hasty(const QString &name, SeedRandom &random)
{
    QString typed = name;
    typed.replace(u'-', u' ');
    if (random.chance(500))
        return typed.toUpper();
    QString letters;
    for (const QChar character : typed.normalized(QString::NormalizationForm_D)) {
        if (!character.isMark())
            letters += character;
    }
    return letters;
}

//! Draws the cases of a patient.
class CaseMaker
{
public:
    CaseMaker(ScanStore &store, const Clinic &clinic)
        : m_store(store), m_random(clinic.options.seed ^ 0x3dd3dd3ddULL),
          m_noon(clinic.options.today, QTime(12, 0), store.zone())
    {
    }

    //! One case of everything the contract names.
    void showcase(const QUuid &patient)
    {
        // Across the upper midline.
        ScanCase bridge = begun(patient, 41, ScanStage::Modelled);
        sendOut(bridge, u"Labo Océan Prothèse"_s, 40, 27);
        bridge.indications = {{7, 10, u"Bridge"_s, u"Zirconia A2"_s}};
        bridge.scans = {jaw(true, bridge), jaw(false, bridge), scan(u"Bite"_s, 1, 32, bridge)};
        bridge.images = {image(u"smile.jpg"_s, bridge), image(u"retracted.jpg"_s, bridge),
                         image(u"shade.png"_s, bridge)};
        m_store.add(bridge);

        // Across the lower midline, delivery still to come.
        ScanCase splint = begun(patient, 6, ScanStage::Scanned);
        sendOut(splint, u"Céramo Sud"_s, 5, -9);
        splint.indications = {{22, 27, u"Splint"_s, u"PMMA A3"_s}};
        splint.scans = {jaw(false, splint)};
        m_store.add(splint);

        // Nothing scanned, never sent, no delivery day.
        ScanCase crown = begun(patient, 1, ScanStage::Created);
        crown.delivery = QDateTime();
        crown.indications = {{19, 19, u"Crown"_s, u"Wax A1"_s}};
        m_store.add(crown);

        // Numbers outside 1 to 32: what the guide leaves undefined for primary teeth.
        ScanCase primary = begun(patient, 90, ScanStage::Scanned);
        primary.indications = {{54, 55, u"StainlessCrown"_s, u"Steel"_s},
                               {0, 0, u"StudyModel"_s, QString()}};
        primary.scans = {scan(u"Jaw"_s, 51, 65, primary)};
        m_store.add(primary);

        ScanCase every = begun(patient, 20, ScanStage::Modelled);
        every.indications = {{3, 3, u"ImplantCrown"_s, u"Titanium"_s},
                             {14, 14, u"Inlay"_s, u"Emax B1"_s},
                             {30, 30, u"Crown"_s, u"Zirconia A3"_s}};
        every.scans = {jaw(true, every),
                       scan(u"JawWithScanFlag"_s, 1, 16, every),
                       scan(u"Bite"_s, 1, 32, every),
                       scan(u"Waxup"_s, 3, 3, every),
                       scan(u"WaxRim"_s, 17, 32, every),
                       scan(u"Tooth"_s, 3, 3, every),
                       scan(u"Face"_s, 0, 0, every),
                       scan(u"Unknown"_s, 0, 0, every)};
        every.images = {image(u"implant.jpg"_s, every)};
        m_store.add(every);
    }

    void some(const QUuid &patient)
    {
        const int count = m_random.below(4);
        for (int i = 0; i < count; ++i) {
            const auto stage = ScanStage(m_random.below(3));
            ScanCase one = begun(patient, m_random.between(1, 220), stage);
            if (m_random.chance(600))
                sendOut(one, m_random.chance(500) ? u"Labo Océan Prothèse"_s : u"Céramo Sud"_s, 1,
                        -7);
            const int tooth = m_random.between(1, 32);
            one.indications = {{tooth, tooth, m_random.pick(kinds()), m_random.pick(shades())}};
            if (stage != ScanStage::Created)
                one.scans = {jaw(tooth <= 16, one), scan(u"Tooth"_s, tooth, tooth, one)};
            const int images = m_random.below(4);
            for (int k = 0; k < images; ++k)
                one.images.append(image(u"photo-%1.jpg"_s.arg(k + 1), one));
            m_store.add(one);
        }
    }

private:
    static QStringList kinds()
    {
        return {u"Crown"_s, u"Veneer"_s, u"Inlay"_s, u"ImplantCrown"_s, u"StudyModel"_s};
    }
    static QStringList shades()
    {
        return {u"Zirconia A2"_s, u"Emax B1"_s, u"Wax A1"_s, u"PMMA A3"_s};
    }

    QDateTime daysAgo(int days)
    {
        return m_noon.addDays(-days)
            .addSecs(m_random.between(-14400, 14400))
            .addMSecs(m_random.below(1000))
            .toUTC();
    }
    ScanCase begun(const QUuid &patient, int days, ScanStage stage)
    {
        ScanCase one;
        one.id = m_store.newId();
        one.patient = patient;
        one.stage = stage;
        one.created = daysAgo(days);
        one.delivery = one.created.addDays(14);
        one.lab = u"In-house"_s;
        return one;
    }
    void sendOut(ScanCase &one, const QString &lab, int sentDaysAgo, int deliveryDaysAgo)
    {
        one.lab = lab;
        one.sent = qMax(daysAgo(sentDaysAgo), one.created.addSecs(600));
        one.delivery = daysAgo(deliveryDaysAgo);
    }
    SurfaceScan scan(const QString &type, int from, int to, const ScanCase &one)
    {
        return {.id = m_store.newId(),
                .from = from,
                .to = to,
                .type = type,
                .sectioned = type == u"Tooth",
                .prepared = m_random.chance(300),
                .time = one.created.addSecs(m_random.between(300, 1800))};
    }
    SurfaceScan jaw(bool upper, const ScanCase &one)
    {
        return scan(u"Jaw"_s, upper ? 1 : 17, upper ? 16 : 32, one);
    }
    ScanImage image(const QString &name, const ScanCase &one)
    {
        return {.id = m_store.newId(),
                .name = name,
                .time = one.created.addSecs(m_random.between(60, 3600)),
                .bytes = 0};
    }

    ScanStore &m_store;
    SeedRandom m_random;
    QDateTime m_noon;
};

} // namespace

void ScanStore::seed(const Clinic &clinic)
{
    SeedRandom random(clinic.options.seed ^ 0x5ca25ca2ULL);
    const QList<int> people = served(clinic);
    int file = 417;
    for (int i = 0; i < people.size(); ++i) {
        const SeedPatient &seed = clinic.patients.at(people.at(i));
        const ScanFields fields{.firstName = seed.firstName,
                                .lastName = seed.lastName,
                                .birthDate = seed.birthDate,
                                .patientId = seed.contactId};
        switch (i % 5) {
        case 3: {
            // Known here, but nobody has said that it is the CRM's person.
            ScanFields typed = fields;
            typed.firstName = hasty(seed.firstName, random);
            typed.lastName = hasty(seed.lastName, random);
            typed.patientId = QString::number(file++).rightJustified(6, u'0');
            add(ScanPatient{.id = newId(), .integrationId = {}, .fields = typed});
            if (i % 10 == 3) {
                // A second one of that name, or the same person again.
                typed.birthDate = QDate(1961, 3, 14);
                typed.patientId = QString::number(file++).rightJustified(6, u'0');
                add(ScanPatient{.id = newId(), .integrationId = {}, .fields = typed});
            }
            break;
        }
        case 4:
            break; // not here at all
        default:
            add(ScanPatient{.id = newId(), .integrationId = seed.contactId, .fields = fields});
        }
    }
    seedCases(clinic);
}

void ScanStore::seedCases(const Clinic &clinic)
{
    CaseMaker maker(*this, clinic);
    bool first = true;
    const QList<ScanPatient> everyone = m_patients;
    for (const ScanPatient &one : everyone) {
        if (one.integrationId.isEmpty())
            continue;
        if (first)
            maker.showcase(one.id);
        else
            maker.some(one.id);
        first = false;
    }
}

} // namespace sim
